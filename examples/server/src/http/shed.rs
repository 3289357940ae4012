//! Turns requests away when there are too many at once: a quick no is better than a late yes.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::metrics::Metrics;
use crate::refusal::{Reason, Refusal};

/// How many requests may be worked on at once.
#[derive(Clone, Debug)]
pub(crate) struct Capacity {
    free: Arc<Semaphore>,
    metrics: Metrics,
}

impl Capacity {
    pub(crate) fn new(requests: u16, metrics: Metrics) -> Self {
        Self {
            free: Arc::new(Semaphore::new(requests.into())),
            metrics,
        }
    }
}

/// Works on the request, or refuses it with 503 and `Retry-After` when there is no room for it.
pub(crate) async fn shed(
    State(capacity): State<Capacity>,
    request: Request,
    next: Next,
) -> Response {
    let Ok(_room) = capacity.free.try_acquire() else {
        capacity.metrics.shed();
        let refusal = Refusal::new(StatusCode::SERVICE_UNAVAILABLE, Reason::Overloaded);
        return ([(RETRY_AFTER, "1")], refusal).into_response();
    };
    next.run(request).await
}
