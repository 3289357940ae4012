//! Writes the bodies of refusals.

use axum::Json;
use axum::extract::Request;
use axum::http::header::{CONNECTION, CONTENT_LENGTH};
use axum::http::{HeaderValue, StatusCode};
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
    if refusal.status == StatusCode::PAYLOAD_TOO_LARGE {
        // What is left of the body of the request is not waited for.
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    let (told, body) = language.answer(Json(refusal.body(language))).into_parts();
    for (name, value) in &told.headers {
        response.headers_mut().append(name, value.clone());
    }
    let (head, _) = response.into_parts();
    (head, body).into_response()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::Method;
    use axum::http::header::{ACCEPT_LANGUAGE, ALLOW, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
    use axum::middleware::from_fn;
    use axum::routing::get;
    use serde_json::{Value, json};
    use tower::ServiceExt;

    use super::*;
    use crate::refusal::Reason;

    async fn answer(method: Method, path: &str) -> Response {
        let refused =
            async || Refusal::new(StatusCode::NOT_FOUND, Reason::NotFound).with_value("/x");
        let wrong = async || Refusal::new(StatusCode::METHOD_NOT_ALLOWED, Reason::MethodNotAllowed);
        let router: Router = Router::new()
            .route("/good", get(async || "good"))
            .fallback(refused)
            .method_not_allowed_fallback(wrong)
            .layer(from_fn(refusals));
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(ACCEPT_LANGUAGE, "en");
        router
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    async fn body(response: Response) -> Vec<u8> {
        to_bytes(response.into_body(), 10_000)
            .await
            .unwrap()
            .to_vec()
    }

    #[tokio::test]
    async fn a_refusal_has_a_body_in_the_language_of_the_request() {
        let response = answer(Method::GET, "/x").await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
        assert_eq!(response.headers()[CONTENT_LANGUAGE], "en");
        assert_eq!(response.headers()[VARY], "accept-language");
        let length = response.headers().get(CONTENT_LENGTH).cloned();
        let body = body(response).await;
        assert!(length.is_none_or(|length| length == body.len().to_string()));
        let body: Value = serde_json::from_slice(&body).unwrap();
        let expected = json!({
            "error": "There is nothing at /x.", "code": "not_found", "field": null, "value": "/x",
            "weekday": null, "previous_monday": null, "next_monday": null,
        });
        assert_eq!(body, expected);
    }

    #[tokio::test]
    async fn the_headers_of_a_refusal_stay() {
        let response = answer(Method::POST, "/good").await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(response.headers()[ALLOW], "GET,HEAD");
    }

    #[tokio::test]
    async fn other_answers_stay_as_they_are() {
        let response = answer(Method::GET, "/good").await;
        assert!(response.headers().get(CONTENT_LANGUAGE).is_none());
        assert_eq!(body(response).await, b"good");
        assert_eq!(body(answer(Method::HEAD, "/x").await).await, b"");
    }
}
