//! The parameters of a path.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::input::{Source, read};
use crate::refusal::{Reason, Refusal};

/// The parameters of a path, as the fields of a structure.
#[derive(Clone, Copy, Debug)]
pub struct PathOf<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for PathOf<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let parameters = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::of(Reason::WrongType, "path", parts.uri.path()))?;
        let parameters: Value = parameters.iter().collect();
        read(&parameters, Source::Texts).map(Self)
    }
}
