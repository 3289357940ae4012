//! The refusals that are about no endpoint of the API.

use axum::http::{Method, StatusCode, Uri};

use crate::refusal::{Reason, Refusal};

/// There is nothing at the path.
pub(crate) fn not_found(uri: &Uri) -> Refusal {
    let mut refusal = Refusal::new(StatusCode::NOT_FOUND, Reason::NotFound);
    refusal.about.value = uri.path().into();
    refusal
}

/// The path has other methods. axum adds `Allow`, which names them.
pub(crate) fn method_not_allowed(method: &Method) -> Refusal {
    let mut refusal = Refusal::new(StatusCode::METHOD_NOT_ALLOWED, Reason::MethodNotAllowed);
    refusal.about.value = method.as_str().into();
    refusal
}

/// A fault of the service, which is logged and not told.
pub(crate) fn internal_error() -> Refusal {
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, Reason::InternalError)
}
