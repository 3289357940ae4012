//! The endpoints.

#![allow(
    unused_qualifications,
    reason = "the macro that describes the handlers writes them"
)]

pub(crate) mod health;
mod meal_plans;
mod recipes;
mod shopping_lists;
mod weeks;

use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::http::internal_error;
use crate::refusal::{Reason, Refusal};

/// All endpoints that work with plans, with their descriptions.
#[must_use]
pub(crate) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(weeks::router())
        .merge(recipes::router())
        .merge(meal_plans::router())
        .merge(shopping_lists::router())
}

/// The language that a client asks for, as the description has it; `Language` reads it.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
struct AcceptLanguage {
    /// French or English, for names and the sentences of errors.
    #[serde(rename = "Accept-Language")]
    #[param(default = "fr", example = "en", required = false)]
    #[expect(dead_code, reason = "it is only described here")]
    accept_language: String,
}

/// A failure of the database, which is logged and not told.
fn failed(error: &sqlx::Error) -> Refusal {
    tracing::error!(%error, "the database failed");
    let is_away = match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| is_away(&code)),
        _ => false,
    };
    if is_away {
        Refusal::new(StatusCode::SERVICE_UNAVAILABLE, Reason::DatabaseUnavailable)
    } else {
        internal_error()
    }
}

/// Whether a database says that it cannot work at present: PostgreSQL, whose codes have five characters, that
/// the connection ended, it has no more room, or it is being stopped or started; SQLite that another process
/// holds the file (5 BUSY, 6 LOCKED), or that the disk fails or is full (10 IOERR, 13 FULL).
fn is_away(code: &str) -> bool {
    if code.len() == 5 {
        return ["08", "53", "57P"]
            .iter()
            .any(|class| code.starts_with(class));
    }
    // The bits above tell more.
    let primary = code.parse::<u32>().map(|code| code & 0xff);
    matches!(primary, Ok(5 | 6 | 10 | 13))
}
