//! What happens to every request and answer, whatever it is about.

mod headers;
mod observe;
pub(crate) mod refusals;
mod refuse;
mod request_id;
mod shed;
mod time_limit;

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;

pub(crate) use self::refuse::{database_unavailable, internal_error, not_found};
use self::shed::Capacity;
use crate::metrics::Metrics;

/// How large a body may be, in bytes, unless its route allows more.
const LARGEST_BODY: usize = 16 * 1024;

/// How much the service takes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// How many requests are worked on at once.
    pub(crate) requests: u16,
    /// How long each of them may take.
    pub(crate) time: Duration,
}

/// Routes which must be answered even when there are too many requests: those by which the service is watched.
pub(crate) fn layered(api: Router, watching: Router, limits: Limits, metrics: &Metrics) -> Router {
    let capacity = Capacity::new(limits.requests, metrics.clone());
    api.fallback(async |uri: Uri| not_found(&uri))
        .layer(from_fn_with_state(capacity, shed::shed))
        .merge(watching)
        .method_not_allowed_fallback(async |method: Method| refuse::method_not_allowed(&method))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn_with_state(limits.time, time_limit::limit))
        .layer(CatchPanicLayer::custom(panicked as fn(_) -> _))
        .layer(from_fn_with_state(metrics.clone(), observe::observe))
        .layer(from_fn(headers::set))
        .layer(from_fn(request_id::name))
}

/// The panic itself has been logged where it happened.
fn panicked(_: Box<dyn Any + Send>) -> Response {
    internal_error()
}
