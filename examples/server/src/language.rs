//! French or English, as the client likes best.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, HeaderValue, VARY};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

/// A language of names and of the sentences of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// That of a client that asks for neither.
    #[default]
    French,
    /// The other one.
    English,
}

/// A text in every language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Name {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

impl Language {
    /// Its tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language that the `Accept-Language` of a request likes best.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        headers
            .get_all(ACCEPT_LANGUAGE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(range)
            // The first of those with the greatest weight.
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .map_or_else(Self::default, |(language, _)| language)
    }

    /// Says in the headers of an answer that it is in this language.
    pub fn tell(self, headers: &mut HeaderMap) {
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.tag()));
        headers.append(VARY, HeaderValue::from_static("accept-language"));
    }

    /// An answer that is in this language.
    #[must_use]
    pub fn answer(self, answer: impl IntoResponse) -> Response {
        let mut response = answer.into_response();
        self.tell(response.headers_mut());
        response
    }
}

/// One of the languages that a header names, with its weight, unless that is zero or the language not ours.
fn range(range: &str) -> Option<(Language, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next()?.split('-').next()?;
    let language = [Language::French, Language::English]
        .into_iter()
        .find(|language| tag.eq_ignore_ascii_case(language.tag()))?;
    let weight = parts
        .find_map(|parameter| {
            parameter
                .strip_prefix("q=")
                .or(parameter.strip_prefix("Q="))
        })
        .map_or(Some(1.0), |weight| weight.parse().ok())?;
    (weight > 0.0).then_some((language, weight))
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_weight_wins() {
        for (header, tag) in [
            ("", "fr"),
            ("*", "fr"),
            ("de, it;q=0.9", "fr"),
            ("en", "en"),
            ("EN-gb", "en"),
            ("en;q=0", "fr"),
            ("en;q=0.5, fr;q=0.4", "en"),
            ("en;q=0.4, fr;q=0.5", "fr"),
            ("fr;q=0.8, en", "en"),
            ("fr, en", "fr"),
            ("en, fr", "en"),
            ("en ; q=0.1", "en"),
            ("en;q=nonsense", "fr"),
            ("english", "fr"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(Language::of(&headers).tag(), tag, "{header}");
        }
        assert_eq!(Language::of(&HeaderMap::new()).tag(), "fr");
    }
}
