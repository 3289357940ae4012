//! The name of a request, by which its log lines are found.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// As long as the identifiers of tracing systems need.
const LONGEST: usize = 128;

/// The name of a request: that which its client or a proxy gave it, or a new one.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(HeaderValue);

impl RequestId {
    fn of(request: &Request) -> Self {
        request
            .headers()
            .get(HEADER)
            .filter(|value| is_sane(value.as_bytes()))
            .cloned()
            .map_or_else(Self::new, Self)
    }

    /// Unique in this process by its counter, and elsewhere by a number drawn at the start.
    fn new() -> Self {
        static PROCESS: LazyLock<u64> =
            LazyLock::new(|| RandomState::new().build_hasher().finish());
        static COUNTER: AtomicU64 = AtomicU64::new(0);

        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let text = format!("{:016x}-{number:x}", *PROCESS);
        Self(HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("unnamed")))
    }

    /// As it is logged.
    pub(crate) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

/// Only what can neither forge a log line nor be taken for markup.
fn is_sane(value: &[u8]) -> bool {
    (1..=LONGEST).contains(&value.len())
        && value
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:+/=".contains(byte))
}

/// Names the request, for the layers below, and its answer.
pub(crate) async fn name(mut request: Request, next: Next) -> Response {
    let id = RequestId::of(&request);
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    response.headers_mut().insert(HEADER, id.0);
    response
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use axum::body::Body;

    use super::*;

    fn id_of(given: Option<&[u8]>) -> String {
        let mut request = Request::new(Body::empty());
        if let Some(given) = given {
            let value = HeaderValue::from_bytes(given).expect("a value of a header");
            request.headers_mut().insert(HEADER, value);
        }
        RequestId::of(&request).as_str().to_owned()
    }

    #[test]
    fn a_sane_name_is_kept() {
        let longest = "a".repeat(128);
        for given in ["7", "req-01_A.b:c+d/e=", longest.as_str()] {
            assert_eq!(id_of(Some(given.as_bytes())), given);
        }
    }

    #[test]
    fn any_other_name_is_replaced() {
        let too_long = "a".repeat(129);
        let given: [Option<&[u8]>; 7] = [
            None,
            Some(b""),
            Some(b"a b"),
            Some(b"a\tb"),
            Some(b"<b>"),
            Some("é".as_bytes()),
            Some(too_long.as_bytes()),
        ];
        let new: HashSet<String> = given.into_iter().map(id_of).collect();
        assert_eq!(new.len(), given.len(), "each is new: {new:?}");
        for id in new {
            assert!(is_sane(id.as_bytes()), "{id}");
            assert!(id.len() > 16, "{id}");
        }
    }
}
