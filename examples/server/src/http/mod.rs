//! What happens to every request and answer, whatever it is about.

mod headers;
mod observe;
mod refusals;
mod refuse;
mod request_id;
mod shed;
mod time_limit;

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

pub(crate) use self::refuse::{internal_error, not_found};
use self::shed::Capacity;
use crate::metrics::Metrics;

/// How much the service takes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// How many requests are worked on at once.
    pub(crate) requests: u16,
    /// How long each of them may take.
    pub(crate) time: Duration,
}

/// Puts the layers around the routes, in whose answers every refusal of every layer has the same shape. Those by
/// which the service is watched are answered even when there are too many requests.
pub(crate) fn layered(api: Router, watching: Router, limits: Limits, metrics: &Metrics) -> Router {
    let capacity = Capacity::new(limits.requests, metrics.clone());
    api.fallback(async |uri: Uri| not_found(&uri))
        .layer(from_fn_with_state(capacity, shed::shed))
        .merge(watching)
        .method_not_allowed_fallback(async |method: Method| refuse::method_not_allowed(&method))
        .layer(from_fn_with_state(limits.time, time_limit::limit))
        .layer(CatchPanicLayer::custom(panicked as fn(_) -> _))
        .layer(from_fn(refusals::refusals))
        .layer(from_fn_with_state(metrics.clone(), observe::observe))
        .layer(from_fn(headers::set))
        .layer(from_fn(request_id::name))
}

/// The panic itself has been logged where it happened.
fn panicked(_: Box<dyn Any + Send>) -> Response {
    internal_error().into_response()
}
