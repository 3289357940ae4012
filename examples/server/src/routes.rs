//! Everything that the service answers.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::app::App;
use crate::http::{self, Limits};
use crate::metrics::{self, Metrics};
use crate::openapi;
use crate::options::Options;
use crate::refusal::Refusal;
use crate::{api, page};

/// The API, the page, and that by which the service is watched.
pub(crate) fn all(app: App, options: &Options, metrics: &Metrics) -> Router {
    let limits = Limits {
        requests: options.max_requests,
        time: options.request_timeout,
    };
    let (work, _) = api::router().with_state(app.clone()).split_for_parts();
    let (health, _) = api::health::router().with_state(app).split_for_parts();
    let description = Bytes::from(openapi::text());
    let described = get(async move || ([(CONTENT_TYPE, "application/json")], description.clone()));
    let figures = get(figures).with_state(metrics.clone());
    http::layered(
        work.merge(page::router()).route("/openapi.json", described),
        health.route("/metrics", figures),
        limits,
        metrics,
    )
}

async fn figures(State(metrics): State<Metrics>) -> Result<impl IntoResponse, Refusal> {
    let text = metrics.text().map_err(|_| http::internal_error())?;
    Ok(([(CONTENT_TYPE, metrics::CONTENT_TYPE)], text))
}
