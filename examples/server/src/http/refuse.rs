//! The refusals of the layers.

use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

fn refusal(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "code": code }))).into_response()
}

pub(crate) fn not_found(uri: &Uri) -> Response {
    let _ = uri;
    refusal(StatusCode::NOT_FOUND, "not_found")
}

pub(crate) fn method_not_allowed(method: &Method) -> Response {
    let _ = method;
    refusal(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed")
}

pub(crate) fn overloaded() -> Response {
    (
        [(RETRY_AFTER, "1")],
        refusal(StatusCode::SERVICE_UNAVAILABLE, "overloaded"),
    )
        .into_response()
}

pub(crate) fn too_slow() -> Response {
    refusal(StatusCode::REQUEST_TIMEOUT, "request_timeout")
}

pub(crate) fn internal_error() -> Response {
    refusal(StatusCode::INTERNAL_SERVER_ERROR, "internal_error")
}

pub(crate) fn database_unavailable() -> Response {
    refusal(StatusCode::SERVICE_UNAVAILABLE, "database_unavailable")
}
