//! Everything that the service answers.

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::http::{self, Limits};
use crate::metrics::{self, Metrics};
use crate::options::Options;
use crate::{api, page};

/// The API, the page, and that by which the service is watched.
pub(crate) fn all(app: App, options: &Options, metrics: &Metrics) -> Router {
    let limits = Limits {
        requests: options.max_requests,
        time: options.request_timeout,
    };
    let (watching, _) = api::health::router().with_state(app).split_for_parts();
    let metrics_route = Router::new()
        .route("/metrics", get(figures))
        .with_state(metrics.clone());
    http::layered(
        page::router(),
        watching.merge(metrics_route),
        limits,
        metrics,
    )
}

async fn figures(State(metrics): State<Metrics>) -> Response {
    metrics.text().map_or_else(
        |_| http::internal_error(),
        |text| ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], text).into_response(),
    )
}
