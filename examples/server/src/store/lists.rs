//! Reads and writes shopping lists.

use jiff::Timestamp;
use sqlx::{AnyConnection, Error, query_scalar};

use super::writes::locked;
use super::{ChangeError, Filter, KeptList, Store, json};
use crate::model::{Amount, Id, MealPlan};

impl Store {
    /// At most `limit` shopping lists, in chronological order.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn lists(&self, filter: &Filter, limit: u32) -> Result<Vec<KeptList>, Error> {
        let select = "SELECT id, meal_plan_id, user_id, CAST(week_start AS TEXT) AS monday,
             generated_at, items
             FROM shopping_lists";
        let rows = filter.page(select, limit)?.fetch_all(&self.reads);
        rows.await?.into_iter().map(KeptList::try_from).collect()
    }

    /// Writes the list of a plan from its meals, in place of the one that it may have; tells whether there
    /// was none.
    ///
    /// # Errors
    ///
    /// `NotFound`, `Database`.
    pub async fn write_list(
        &self,
        meal_plan_id: Id,
        items: impl FnOnce(&MealPlan) -> Vec<Amount> + Send,
        now: Timestamp,
    ) -> Result<(KeptList, bool), ChangeError> {
        let mut transaction = self.begin().await?;
        let plan = locked(&mut transaction, meal_plan_id).await?.plan;
        let items = items(&plan);
        let (id, is_new) = write(&mut transaction, &plan, &items, now).await?;
        transaction.commit().await?;
        let list = KeptList {
            id: Id::new(id).ok_or_else(|| Error::Decode("no number is left".into()))?,
            meal_plan_id,
            user_id: plan.user_id,
            week_start: plan.week_start,
            generated_at: Timestamp::from_millisecond(now.as_millisecond())
                .map_err(|error| Error::Encode(error.into()))?,
            items,
        };
        Ok((list, is_new))
    }
}

/// Nobody else writes the list of a plan that is locked.
async fn write(
    transaction: &mut AnyConnection,
    plan: &MealPlan,
    items: &[Amount],
    now: Timestamp,
) -> Result<(i64, bool), Error> {
    let items = json::write(&items)?;
    let update = "UPDATE shopping_lists SET generated_at = $2, items = $3 WHERE meal_plan_id = $1
         RETURNING id";
    let insert =
        "INSERT INTO shopping_lists (meal_plan_id, generated_at, items, user_id, week_start)
         VALUES ($1, $2, $3, $4, date($5)) RETURNING id";
    let statement = |sql: &'static str| {
        query_scalar(sql)
            .bind(plan.id.get())
            .bind(now.as_millisecond())
            .bind(items.clone())
    };
    if let Some(id) = statement(update).fetch_optional(&mut *transaction).await? {
        return Ok((id, false));
    }
    let insert = statement(insert)
        .bind(plan.user_id.get())
        .bind(plan.week_start.to_string());
    Ok((insert.fetch_one(transaction).await?, true))
}
