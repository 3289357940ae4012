//! ISO weeks, as a calendar shows them.

use axum::Json;
use axum::extract::State;
use semaine::IsoWeek;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::AcceptLanguage;
use crate::app::App;
use crate::extract::{PathOf, QueryOf, given};
use crate::model::{NamedWeek, Week, Zone};
use crate::openapi::{BadRequest, Failure};

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(current))
        .routes(routes!(week))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Where {
    /// The IANA time zone whose today decides which week is the current one.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = String, default = "UTC", example = "Europe/Paris", required = false)]
    pub(super) tz: Option<Zone>,
}

/// The current week
#[utoipa::path(
    get,
    path = "/api/weeks/current",
    operation_id = "getCurrentWeek",
    tag = "weeks",
    params(Where, AcceptLanguage),
    responses(
        (status = 200, description = "The week, with `today`.", body = Week),
        (status = 400, response = BadRequest),
        (status = "default", response = Failure),
    ),
)]
async fn current(State(app): State<App>, QueryOf(Where { tz }): QueryOf<Where>) -> Json<Week> {
    let today = tz.unwrap_or_default().today(app.clock.now());
    Json(Week {
        today: Some(today),
        ..IsoWeek::of(today).into()
    })
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ByName {
    /// An ISO week, or any day of it.
    #[param(value_type = String, example = "2025-W32")]
    week: NamedWeek,
}

/// A week with its days and neighbours
#[utoipa::path(
    get,
    path = "/api/weeks/{week}",
    operation_id = "getWeek",
    tag = "weeks",
    params(ByName, AcceptLanguage),
    responses(
        (status = 200, description = "The week.", body = Week),
        (status = 400, response = BadRequest),
        (status = "default", response = Failure),
    ),
)]
async fn week(PathOf(ByName { week }): PathOf<ByName>) -> Json<Week> {
    Json(week.0.into())
}
