//! Remembers what requests with an idempotency key have created.

use jiff::{SignedDuration, Timestamp};
use sqlx::{AnyConnection, Row as _, query};

use super::{ChangeError, json};
use crate::model::{Id, MealPlanInput};

const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// Gives what an earlier request with the key created; if there was none, the key is this one's, and others
/// with it wait for the end of the transaction.
///
/// # Errors
///
/// `KeyReused` if that asked for something else, `Database`.
pub(super) async fn claim(
    transaction: &mut AnyConnection,
    key: &str,
    plans: &[MealPlanInput],
    now: Timestamp,
) -> Result<Option<Vec<Id>>, ChangeError> {
    forget(transaction, now).await?;
    // The same for all spellings of the same plans.
    let request = json::write(&plans)?;
    let claimed = query(
        "INSERT INTO idempotency_keys (key, request, ids, created_at) VALUES ($1, $2, '[]', $3)
         ON CONFLICT (key) DO NOTHING",
    )
    .bind(key)
    .bind(&request)
    .bind(now.as_millisecond())
    .execute(&mut *transaction)
    .await?;
    if claimed.rows_affected() == 1 {
        return Ok(None);
    }
    let row = query("SELECT request, ids FROM idempotency_keys WHERE key = $1")
        .bind(key)
        .fetch_one(transaction)
        .await?;
    if row.try_get::<&str, _>("request")? == request {
        Ok(Some(json::read(&row, "ids")?))
    } else {
        Err(ChangeError::KeyReused)
    }
}

/// Keeps what the request with a claimed key has created.
pub(super) async fn answer(
    transaction: &mut AnyConnection,
    key: &str,
    ids: &[Id],
) -> Result<(), sqlx::Error> {
    query("UPDATE idempotency_keys SET ids = $2 WHERE key = $1")
        .bind(key)
        .bind(json::write(&ids)?)
        .execute(transaction)
        .await?;
    Ok(())
}

async fn forget(transaction: &mut AnyConnection, now: Timestamp) -> Result<(), sqlx::Error> {
    let oldest = now
        .saturating_sub(LIFETIME)
        .map_err(|error| sqlx::Error::Encode(error.into()))?;
    query("DELETE FROM idempotency_keys WHERE created_at <= $1")
        .bind(oldest.as_millisecond())
        .execute(transaction)
        .await?;
    Ok(())
}
