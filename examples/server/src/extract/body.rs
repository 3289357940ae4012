//! The body of a request, as JSON.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use super::input::{Source, read};
use crate::refusal::{Reason, Refusal};

/// A body of JSON, of at most so many KiB.
///
/// Refused are other types than `application/json`, larger bodies, what is no JSON, and values that are not
/// those of the type.
#[derive(Clone, Copy, Debug)]
pub struct Body<T, const KIB: usize = 16>(pub T);

impl<S: Send + Sync, T: DeserializeOwned, const KIB: usize> FromRequest<S> for Body<T, KIB> {
    type Rejection = Refusal;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Refusal> {
        require_json(&request)?;
        DefaultBodyLimit::max(KIB * 1024).apply(&mut request);
        let bytes =
            Bytes::from_request(request, state)
                .await
                .map_err(|rejection| match rejection {
                    BytesRejection::FailedToBufferBody(error)
                        if error.status() == StatusCode::PAYLOAD_TOO_LARGE =>
                    {
                        Refusal::body_too_large(KIB)
                    }
                    // The client went away, or did not keep to HTTP.
                    _ => Refusal::of(Reason::MalformedJson, "body", ()),
                })?;
        let value = serde_json::from_slice(&bytes)
            .map_err(|_| Refusal::of(Reason::MalformedJson, "body", ()))?;
        read(&value, Source::Body).map(Self)
    }
}

fn require_json(request: &Request) -> Result<(), Refusal> {
    let header = request.headers().get(CONTENT_TYPE);
    let text = header.map(|value| String::from_utf8_lossy(value.as_bytes()));
    let media_type = text.as_deref().and_then(|text| text.split(';').next());
    if media_type.is_some_and(|name| name.trim().eq_ignore_ascii_case("application/json")) {
        Ok(())
    } else {
        Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Reason::UnsupportedMediaType,
        )
        .about("Content-Type", text.as_deref()))
    }
}
