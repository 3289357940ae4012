//! The parameters of a query.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::input::{Source, read};
use crate::refusal::{Reason, Refusal};

/// The parameters of a query, as the fields of a structure. Of several of one name, the first counts.
#[derive(Clone, Copy, Debug)]
pub struct QueryOf<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| Refusal::of(Reason::WrongType, "query", parts.uri.query()))?;
        let mut parameters = Map::new();
        for (name, text) in pairs {
            parameters.entry(name).or_insert(Value::String(text));
        }
        read(&Value::Object(parameters), Source::Texts).map(Self)
    }
}
