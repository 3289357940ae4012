//! Extractors that refuse what they cannot read with a `Refusal` that says which field is wrong, and why.
//!
//! To lift into a service of one's own: none of them gives the plain text of axum's own.

mod body;
mod header;
mod input;
mod path;
mod query;

pub use self::body::Body;
pub use self::header::{IdempotencyKey, IfMatch, entity_tag};
pub use self::path::PathOf;
pub use self::query::QueryOf;

/// What is there must have a value: only what is left out is `None`, which takes `#[serde(default)]`.
///
/// # Errors
///
/// Those of the value.
pub fn given<'de, D: serde::Deserializer<'de>, T: serde::Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
