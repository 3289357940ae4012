//! Writes plans.

use jiff::Timestamp;
use sqlx::{AnyConnection, AssertSqlSafe, query, query_scalar};

use super::{ChangeError, Kept, Precondition, Store, deadlock, idempotency, json};
use crate::model::{Id, MealPlan, MealPlanInput};

impl Store {
    /// Creates all plans or none; with a key, gives what an earlier request with it created, as it was then.
    /// Keys are forgotten after a day.
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
        deadlock::again_after(move || self.create(plans, key, now)).await
    }

    async fn create(
        &self,
        plans: &[MealPlanInput],
        key: Option<&str>,
        now: Timestamp,
    ) -> Result<Vec<Kept>, ChangeError> {
        let mut transaction = self.begin().await?;
        if let Some(key) = key
            && let Some(ids) = idempotency::claim(&mut transaction, key, plans, now).await?
        {
            return Ok(created(&ids, plans));
        }
        // All requests take weeks in one order: none waits for what another holds that waits for it.
        let mut ordered: Vec<_> = plans.iter().enumerate().collect();
        ordered.sort_by_key(|(_, plan)| (plan.user_id, plan.week_start));
        let mut placed = Vec::with_capacity(plans.len());
        for (place, plan) in ordered {
            placed.push((place, insert(&mut transaction, plan, place).await?));
        }
        placed.sort_unstable();
        let ids: Vec<Id> = placed.into_iter().map(|(_, id)| id).collect();
        if let Some(key) = key {
            idempotency::answer(&mut transaction, key, &ids).await?;
        }
        transaction.commit().await?;
        Ok(created(&ids, plans))
    }

    /// Replaces a plan as a whole; if that moves it to another week or user, its list goes.
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
        deadlock::again_after(move || self.replace(id, precondition, plan)).await
    }

    async fn replace(
        &self,
        id: Id,
        precondition: &Precondition,
        plan: &MealPlanInput,
    ) -> Result<Kept, ChangeError> {
        let mut transaction = self.begin().await?;
        let before = locked(&mut transaction, id).await?;
        if !precondition.admits(before.version) {
            return Err(ChangeError::Stale);
        }
        if (before.plan.user_id, before.plan.week_start) != (plan.user_id, plan.week_start) {
            // What to buy for another week tells nothing of this one.
            query("DELETE FROM shopping_lists WHERE meal_plan_id = $1")
                .bind(id.get())
                .execute(&mut *transaction)
                .await?;
        }
        let version = before.version + 1;
        query(
            "UPDATE meal_plans SET user_id = $2, week_start = date($3), meals = $4, version = $5
             WHERE id = $1",
        )
        .bind(id.get())
        .bind(plan.user_id.get())
        .bind(plan.week_start.to_string())
        .bind(json::write(&plan.meals)?)
        .bind(version)
        .execute(&mut *transaction)
        .await
        .map_err(|error| ChangeError::of_plan(error, 0))?;
        transaction.commit().await?;
        Ok(kept(id, plan, version))
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
        let mut transaction = self.begin().await?;
        if !precondition.admits(locked(&mut transaction, id).await?.version) {
            return Err(ChangeError::Stale);
        }
        query("DELETE FROM meal_plans WHERE id = $1")
            .bind(id.get())
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }
}

/// A plan that nobody else changes until the end of the transaction. Writing what is there is how both
/// databases lock a row; `FOR UPDATE` is not known to SQLite.
pub(super) async fn locked(transaction: &mut AnyConnection, id: Id) -> Result<Kept, ChangeError> {
    let sql = format!(
        "UPDATE meal_plans SET version = version WHERE id = $1 RETURNING {}",
        Kept::COLUMNS
    );
    let row = query(AssertSqlSafe(sql))
        .bind(id.get())
        .fetch_optional(transaction)
        .await?
        .ok_or(ChangeError::NotFound)?;
    Ok(Kept::try_from(row)?)
}

async fn insert(
    transaction: &mut AnyConnection,
    plan: &MealPlanInput,
    place: usize,
) -> Result<Id, ChangeError> {
    let id = query_scalar(
        "INSERT INTO meal_plans (user_id, week_start, meals) VALUES ($1, date($2), $3) RETURNING id",
    )
    .bind(plan.user_id.get())
    .bind(plan.week_start.to_string())
    .bind(json::write(&plan.meals)?)
    .fetch_one(transaction)
    .await
    .map_err(|error| ChangeError::of_plan(error, place))?;
    Id::new(id).ok_or_else(|| sqlx::Error::Decode("no number is left".into()).into())
}

fn created(ids: &[Id], plans: &[MealPlanInput]) -> Vec<Kept> {
    let pairs = ids.iter().zip(plans);
    pairs.map(|(id, plan)| kept(*id, plan, 1)).collect()
}

fn kept(id: Id, plan: &MealPlanInput, version: i64) -> Kept {
    let MealPlanInput {
        user_id,
        week_start,
        meals,
    } = plan.clone();
    Kept {
        plan: MealPlan {
            id,
            user_id,
            week_start,
            meals,
        },
        version,
    }
}
