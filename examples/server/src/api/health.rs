//! Whether the service lives, and whether it can do its work.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::openapi::Failure;
use crate::refusal::{Reason, Refusal};

/// That the service is well.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Health {
    /// `ok`.
    status: &'static str,
    /// The version of the server.
    version: &'static str,
}

const OK: Health = Health {
    status: "ok",
    version: env!("CARGO_PKG_VERSION"),
};

pub(crate) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(health))
        .routes(routes!(live))
        .routes(routes!(ready))
}

/// Whether the service lives; the same as `/health/live`.
#[utoipa::path(
    get,
    path = "/health",
    operation_id = "getHealth",
    tag = "health",
    responses(
        (status = 200, description = "It is well.", body = Health),
        (status = "default", response = Failure),
    ),
)]
async fn health() -> Json<Health> {
    Json(OK)
}

/// Whether the service lives. The database is not asked.
#[utoipa::path(
    get,
    path = "/health/live",
    operation_id = "getLiveness",
    tag = "health",
    responses(
        (status = 200, description = "It is well.", body = Health),
        (status = "default", response = Failure),
    ),
)]
async fn live() -> Json<Health> {
    Json(OK)
}

/// Whether the service can do its work, for which the database must answer within two seconds.
#[utoipa::path(
    get,
    path = "/health/ready",
    operation_id = "getReadiness",
    tag = "health",
    responses(
        (status = 200, description = "It is well.", body = Health),
        (status = "default", response = Failure),
    ),
)]
async fn ready(State(app): State<App>) -> Result<Json<Health>, Refusal> {
    match app.store.ping().await {
        Ok(()) => Ok(Json(OK)),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            Err(Refusal::new(
                StatusCode::SERVICE_UNAVAILABLE,
                Reason::DatabaseUnavailable,
            ))
        }
    }
}
