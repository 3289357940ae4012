//! Writes the bodies of refusals.

use axum::Json;
use axum::extract::Request;
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::language::Language;
use crate::refusal::Refusal;

/// Writes the body of an answer that is a [`Refusal`], in the language that the request asks for. The status
/// and the headers stay as they are.
pub(crate) async fn refusals(request: Request, next: Next) -> Response {
    let language = Language::of(request.headers());
    let mut response = next.run(request).await;
    let Some(refusal) = response.extensions_mut().remove::<Refusal>() else {
        return response;
    };
    // Of the body that it has not had yet.
    response.headers_mut().remove(CONTENT_LENGTH);
    let (told, body) = language.answer(Json(refusal.body(language))).into_parts();
    for (name, value) in &told.headers {
        response.headers_mut().append(name, value.clone());
    }
    let (head, _) = response.into_parts();
    (head, body).into_response()
}
