//! Two changes that wait for each other.

use sqlx::error::DatabaseError;

use super::ChangeError;

/// PostgreSQL's `deadlock_detected`.
const DEADLOCK: &str = "40P01";
const ATTEMPTS: usize = 3;

/// Makes a change anew that was taken back so that another one, which waited for it, could go on: two users
/// who exchange the weeks of two plans.
pub(super) async fn again_after<T, F>(change: impl Fn() -> F) -> Result<T, ChangeError>
where
    F: Future<Output = Result<T, ChangeError>>,
{
    for _ in 1..ATTEMPTS {
        match change().await {
            Err(ChangeError::Database(error)) if is_deadlock(&error) => {}
            done => return done,
        }
    }
    change().await
}

fn is_deadlock(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    code.as_deref() == Some(DEADLOCK)
}
