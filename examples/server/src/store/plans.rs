//! Reads plans.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Error, query};

use super::{Filter, Kept, Store};
use crate::model::Id;
use crate::week_start::WeekStart;

impl Store {
    /// At most `limit` plans, in chronological order.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plans(&self, filter: &Filter, limit: u32) -> Result<Vec<Kept>, Error> {
        let select = format!("SELECT {} FROM meal_plans", Kept::COLUMNS);
        let rows = filter.page(&select, limit)?.fetch_all(&self.reads);
        rows.await?.into_iter().map(Kept::try_from).collect()
    }

    /// A plan.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plan(&self, id: Id) -> Result<Option<Kept>, Error> {
        let sql = format!("SELECT {} FROM meal_plans WHERE id = $1", Kept::COLUMNS);
        let row = query(AssertSqlSafe(sql)).bind(id.get());
        kept(row.fetch_optional(&self.reads).await?)
    }

    /// A user's plan for a week.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plan_of_week(&self, user: Id, week: WeekStart) -> Result<Option<Kept>, Error> {
        let sql = format!(
            "SELECT {} FROM meal_plans WHERE user_id = $1 AND week_start = date($2)",
            Kept::COLUMNS
        );
        let row = query(AssertSqlSafe(sql))
            .bind(user.get())
            .bind(week.to_string());
        kept(row.fetch_optional(&self.reads).await?)
    }
}

fn kept(row: Option<AnyRow>) -> Result<Option<Kept>, Error> {
    row.map(Kept::try_from).transpose()
}
