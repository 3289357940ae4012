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
use crate::refusal::{Reason, Refusal};

/// All endpoints, with their descriptions.
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
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
            Refusal::new(StatusCode::SERVICE_UNAVAILABLE, Reason::DatabaseUnavailable)
        }
        _ => internal_error(),
    }
}

fn internal_error() -> Refusal {
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, Reason::InternalError)
}
