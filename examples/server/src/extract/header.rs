//! Headers that say how to do what a request asks.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};

use crate::refusal::{Reason, Refusal};
use crate::store::Precondition;

/// The `If-Match` of a request, which has to have one.
#[derive(Clone, Debug)]
pub struct IfMatch {
    /// What it asks.
    pub precondition: Precondition,
    text: String,
}

const IF_MATCH: &str = "If-Match";

impl IfMatch {
    /// The refusal of a request whose versions are not that of the plan.
    #[must_use]
    pub fn failed(self) -> Refusal {
        Refusal::new(StatusCode::PRECONDITION_FAILED, Reason::PreconditionFailed)
            .about(IF_MATCH, self.text)
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let text = text(&parts.headers, IF_MATCH).ok_or_else(|| {
            Refusal::new(
                StatusCode::PRECONDITION_REQUIRED,
                Reason::PreconditionRequired,
            )
            .about(IF_MATCH, ())
        })?;
        let precondition = if text == "*" {
            Precondition::Any
        } else {
            Precondition::OneOf(text.split(',').filter_map(version).collect())
        };
        Ok(Self { precondition, text })
    }
}

/// The version that an entity tag says. A weak one or that of something else says none: it never matches.
fn version(tag: &str) -> Option<i64> {
    let tag = tag.trim();
    let version = tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()?;
    (entity_tag(version) == tag).then_some(version)
}

/// A version as an `ETag`.
#[must_use]
pub fn entity_tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// The `Idempotency-Key` of a request, if it has one.
#[derive(Clone, Debug)]
pub struct IdempotencyKey(pub Option<String>);

impl IdempotencyKey {
    /// The name of the header.
    pub const NAME: &str = "Idempotency-Key";
}

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let key = text(&parts.headers, Self::NAME);
        match &key {
            Some(key) if !is_key(key) => Err(Refusal::of(
                Reason::InvalidIdempotencyKey,
                Self::NAME,
                key.as_str(),
            )),
            _ => Ok(Self(key)),
        }
    }
}

fn is_key(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The values of a header, which mean the same as one with commas.
fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(name)
        .iter()
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        .reduce(|text, value| format!("{text}, {value}"))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue, Request};

    use super::*;

    fn parts(name: &'static str, values: &[&[u8]]) -> Parts {
        let (mut parts, ()) = Request::new(()).into_parts();
        for value in values {
            let value = HeaderValue::from_bytes(value).unwrap();
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            parts.headers.append(name, value);
        }
        parts
    }

    #[tokio::test]
    async fn only_strong_tags_of_versions_match() {
        for (values, versions) in [
            (&["\"3\""][..], Some(&[3][..])),
            (&["\"3\", \"12\""], Some(&[3, 12])),
            (&["\"3\"", "\"12\""], Some(&[3, 12])),
            (&["W/\"3\""], Some(&[])),
            (&["3"], Some(&[])),
            (
                &["\"03\", \"+3\", \"3\"x, \"\", ,\"99999999999999999999\""],
                Some(&[]),
            ),
            (&["*, \"1\""], Some(&[1])),
            (&[""], Some(&[])),
            (&["*"], None),
        ] {
            let values: Vec<&[u8]> = values.iter().map(|value| value.as_bytes()).collect();
            let read = IfMatch::from_request_parts(&mut parts(IF_MATCH, &values), &())
                .await
                .unwrap();
            match (read.precondition, versions) {
                (Precondition::Any, None) => {}
                (Precondition::OneOf(read), Some(versions)) => assert_eq!(read, versions),
                (read, _) => panic!("{read:?} for {values:?}"),
            }
        }
        let refusal = IfMatch::from_request_parts(&mut parts(IF_MATCH, &[]), &())
            .await
            .unwrap_err();
        assert_eq!(
            (refusal.status.as_u16(), refusal.reason),
            (428, Reason::PreconditionRequired)
        );
    }

    #[tokio::test]
    async fn a_key_has_visible_characters() {
        let longest = "k".repeat(255);
        for key in ["!", "~", "5d7a,4b8e", &longest] {
            let mut parts = parts(IdempotencyKey::NAME, &[key.as_bytes()]);
            let read = IdempotencyKey::from_request_parts(&mut parts, &())
                .await
                .unwrap();
            assert_eq!(read.0.as_deref(), Some(key));
        }
        let long = "k".repeat(256);
        for keys in [
            &[&b""[..]][..],
            &[b"a b"],
            &[b"\xe9"],
            &[b"a", b"a"],
            &[long.as_bytes()],
        ] {
            let mut parts = parts(IdempotencyKey::NAME, keys);
            let refusal = IdempotencyKey::from_request_parts(&mut parts, &())
                .await
                .unwrap_err();
            assert_eq!(
                (refusal.status.as_u16(), refusal.reason),
                (400, Reason::InvalidIdempotencyKey)
            );
        }
        let none =
            IdempotencyKey::from_request_parts(&mut parts(IdempotencyKey::NAME, &[]), &()).await;
        assert!(none.unwrap().0.is_none());
    }
}
