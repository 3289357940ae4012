//! What the service keeps, in SQLite or PostgreSQL.

use jiff::Timestamp;

use crate::model::{Amount, Id, MealPlan, MealPlanInput};
use crate::week_start::WeekStart;

/// A database; a clone shares its connections.
#[derive(Clone, Debug)]
pub struct Store {
    reads: sqlx::AnyPool,
    writes: sqlx::AnyPool,
}

/// A kept plan with the version that its `ETag` tells.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The plan.
    pub plan: MealPlan,
    /// Grows by one with each change.
    pub version: i64,
}

/// A kept shopping list.
#[derive(Clone, Debug)]
pub struct KeptList {
    /// Its number.
    pub id: Id,
    /// The plan that it is for.
    pub meal_plan_id: Id,
    /// Whose plan that is.
    pub user_id: Id,
    /// The Monday of the plan's week.
    pub week_start: WeekStart,
    /// When it was last written.
    pub generated_at: Timestamp,
    /// What to buy.
    pub items: Vec<Amount>,
}

/// Which plans or lists are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Those of this user.
    pub user_id: Option<Id>,
    /// Those of this week.
    pub week_start: Option<WeekStart>,
    /// Those of this week and later.
    pub from: Option<WeekStart>,
    /// Those of this week and earlier.
    pub to: Option<WeekStart>,
    /// Those after this one, in the order of weeks and, within a week, of numbers.
    pub after: Option<(WeekStart, Id)>,
}

/// What version a change is for.
#[derive(Clone, Debug)]
pub enum Precondition {
    /// Whatever the plan is now.
    Any,
    /// One of these.
    OneOf(Vec<i64>),
}

/// Why a change was not made.
#[derive(Debug)]
pub enum ChangeError {
    /// There is no such plan.
    NotFound,
    /// The user has another plan for this week; the place of the refused one in the request.
    Exists(usize),
    /// The user does not exist; the place of the refused plan in the request.
    UnknownUser(usize),
    /// The plan has changed since.
    Stale,
    /// The key belongs to another request.
    KeyReused,
    /// The database failed.
    Database(sqlx::Error),
}

/// Why a database cannot be opened.
pub type OpenError = sqlx::Error;

impl Store {
    /// Opens a database.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let pool = sqlx::AnyPool::connect_lazy(url)?;
        Ok(Self {
            reads: pool.clone(),
            writes: pool,
        })
    }

    /// Closes all connections.
    pub async fn close(&self) {
        self.reads.close().await;
        self.writes.close().await;
    }

    /// Asks the database for an answer.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        Err(sqlx::Error::PoolClosed)
    }

    /// At most `limit` plans, in chronological order.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plans(&self, filter: &Filter, limit: u32) -> Result<Vec<Kept>, sqlx::Error> {
        Err(sqlx::Error::PoolClosed)
    }

    /// A plan.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plan(&self, id: Id) -> Result<Option<Kept>, sqlx::Error> {
        Err(sqlx::Error::PoolClosed)
    }

    /// A user's plan for a week.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn plan_of_week(
        &self,
        user: Id,
        week: WeekStart,
    ) -> Result<Option<Kept>, sqlx::Error> {
        Err(sqlx::Error::PoolClosed)
    }

    /// Creates all plans or none; with a key, gives what an earlier request with it created.
    ///
    /// # Errors
    ///
    /// `Exists`, `UnknownUser`, `KeyReused`, `Database`.
    pub async fn create_plans(
        &self,
        plans: &[MealPlanInput],
        key: Option<&str>,
        now: Timestamp,
    ) -> Result<Vec<Kept>, ChangeError> {
        Err(ChangeError::NotFound)
    }

    /// Replaces a plan as a whole.
    ///
    /// # Errors
    ///
    /// `NotFound`, `Stale`, `Exists`, `UnknownUser`, `Database`.
    pub async fn replace_plan(
        &self,
        id: Id,
        precondition: &Precondition,
        plan: &MealPlanInput,
    ) -> Result<Kept, ChangeError> {
        Err(ChangeError::NotFound)
    }

    /// Deletes a plan and its list.
    ///
    /// # Errors
    ///
    /// `NotFound`, `Stale`, `Database`.
    pub async fn delete_plan(
        &self,
        id: Id,
        precondition: &Precondition,
    ) -> Result<(), ChangeError> {
        Err(ChangeError::NotFound)
    }

    /// At most `limit` shopping lists, in chronological order.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn lists(&self, filter: &Filter, limit: u32) -> Result<Vec<KeptList>, sqlx::Error> {
        Err(sqlx::Error::PoolClosed)
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
        Err(ChangeError::NotFound)
    }
}
