//! The page of `examples/web`, which is in the program.

use std::borrow::Cow;
use std::fmt::Write;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, REFERRER_POLICY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::not_found;
use crate::refusal::Refusal;

/// What Vite has built; nothing, if it has not.
#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Built;

/// Nothing from elsewhere, nothing inline, no frame.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\">\n<title>Not built</title>\n\
    <p>This server was built without its page. <code>cargo xtask demo</code> builds both.</p>\n";

/// The page at `/`, and its files at their names.
pub(crate) fn router() -> Router {
    let page = Router::new()
        .route("/", get(index))
        // Their names change with their content.
        .route("/assets/{file}", get(asset));
    Built::iter()
        .filter(|name| !name.contains('/'))
        .fold(page, |routes, name| {
            routes.route(&format!("/{name}"), get(other))
        })
        .layer(from_fn(protect))
}

const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

async fn index(headers: HeaderMap) -> Response {
    file("index.html", REVALIDATE, &headers)
        .unwrap_or_else(|| (StatusCode::SERVICE_UNAVAILABLE, Html(NOT_BUILT)).into_response())
}

async fn asset(uri: Uri, headers: HeaderMap) -> Result<Response, Refusal> {
    file(named(&uri), FOR_EVER, &headers).ok_or_else(|| not_found(&uri))
}

async fn other(uri: Uri, headers: HeaderMap) -> Result<Response, Refusal> {
    file(named(&uri), REVALIDATE, &headers).ok_or_else(|| not_found(&uri))
}

fn named(uri: &Uri) -> &str {
    uri.path().trim_start_matches('/')
}

/// A file, or that it has not changed.
fn file(name: &str, keep: HeaderValue, headers: &HeaderMap) -> Option<Response> {
    let EmbeddedFile { data, metadata } = Built::get(name)?;
    let tag = entity_tag(&metadata.sha256_hash());
    let validators = [
        (CACHE_CONTROL, keep),
        (ETAG, HeaderValue::try_from(&tag).ok()?),
    ];
    if headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .any(|known| names(known, &tag))
    {
        return Some((StatusCode::NOT_MODIFIED, validators).into_response());
    }
    let content = match data {
        Cow::Borrowed(content) => Bytes::from_static(content),
        Cow::Owned(content) => content.into(),
    };
    let kind = [(CONTENT_TYPE, metadata.mimetype().to_owned())];
    Some((validators, kind, content).into_response())
}

fn entity_tag(hash: &[u8]) -> String {
    let digits = hash.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text does not fail.
        write!(digits, "{byte:02x}").ok();
        digits
    });
    format!("\"{digits}\"")
}

/// Whether an `If-None-Match` names the entity tag; its comparison is the weak one.
fn names(header: &HeaderValue, tag: &str) -> bool {
    header.to_str().is_ok_and(|list| {
        list.split(',')
            .map(str::trim)
            .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
    })
}

/// Forbids what the page does not need.
async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_tag_is_found_in_every_list_that_names_it() {
        let tag = entity_tag(&[0x00, 0xab, 0x7f]);
        assert_eq!(tag, "\"00ab7f\"");
        for (list, named) in [
            ("\"00ab7f\"", true),
            ("W/\"00ab7f\"", true),
            ("*", true),
            ("\"1\", \"00ab7f\"", true),
            ("\"1\",W/\"00ab7f\" ,\"2\"", true),
            ("00ab7f", false),
            ("\"00AB7F\"", false),
            ("\"1\"", false),
            ("", false),
        ] {
            assert_eq!(
                names(&HeaderValue::from_static(list), &tag),
                named,
                "{list}"
            );
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_not_made_up() {
        for name in ["", "nowhere", "../Cargo.toml", "/etc/passwd"] {
            assert!(
                file(name, REVALIDATE, &HeaderMap::new()).is_none(),
                "{name}"
            );
        }
    }
}
