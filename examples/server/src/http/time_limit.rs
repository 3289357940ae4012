//! The time that a request may take, the reading of its body included.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::refuse;

/// Answers the request, or refuses it with 408 when that takes too long.
pub(crate) async fn limit(State(time): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let mut response = refuse::too_slow().into_response();
            // What is left of the body is not waited for.
            response
                .headers_mut()
                .insert(CONNECTION, HeaderValue::from_static("close"));
            response
        }
    }
}
