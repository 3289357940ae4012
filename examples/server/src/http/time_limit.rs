//! The time that a request may take, the reading of its body included.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONNECTION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use crate::refusal::{Reason, Refusal};

/// Answers the request, or refuses it with 408 when that takes too long.
pub(crate) async fn limit(State(time): State<Duration>, request: Request, next: Next) -> Response {
    timeout(time, next.run(request)).await.unwrap_or_else(|_| {
        let refusal = Refusal::new(StatusCode::REQUEST_TIMEOUT, Reason::RequestTimeout);
        // What is left of the body is not waited for.
        ([(CONNECTION, "close")], refusal).into_response()
    })
}
