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

#[cfg(test)]
mod tests {
    use axum::extract::Request;
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::*;
    use crate::day::Day;
    use crate::extract::given;
    use crate::language::Language;
    use crate::model::{Cursor, Id, Limit, NamedWeek, Zone};

    #[derive(Debug, Deserialize)]
    struct Wanted {
        #[serde(default, deserialize_with = "given")]
        user_id: Option<Id>,
        #[serde(default, deserialize_with = "given")]
        limit: Option<Limit>,
        #[serde(default, deserialize_with = "given")]
        from: Option<Day>,
        #[serde(default, deserialize_with = "given")]
        after: Option<Cursor>,
        #[serde(default, deserialize_with = "given")]
        week: Option<NamedWeek>,
        #[serde(default, deserialize_with = "given")]
        tz: Option<Zone>,
    }

    async fn read(query: &str) -> Result<Wanted, Refusal> {
        let mut request = Request::new(());
        *request.uri_mut() = format!("/?{query}").parse().unwrap();
        let (mut parts, ()) = request.into_parts();
        QueryOf::from_request_parts(&mut parts, &())
            .await
            .map(|QueryOf(wanted)| wanted)
    }

    #[tokio::test]
    async fn parameters_are_read() {
        let wanted = read(
            "user_id=007&limit=100&limit=x&from=2025-08-07&after=2025-08-04.7&week=2026-W53&tz=Europe%2FParis&q",
        )
        .await
        .unwrap();
        assert_eq!(wanted.user_id.unwrap().get(), 7);
        assert_eq!(wanted.limit.unwrap().get(), 100);
        assert_eq!(wanted.from.unwrap().to_string(), "2025-08-07");
        assert_eq!(wanted.after.unwrap().to_string(), "2025-08-04.7");
        assert_eq!(wanted.week.unwrap().0.to_string(), "2026-W53");
        let midnight = "2025-08-03T22:00:00Z".parse().unwrap();
        assert_eq!(wanted.tz.unwrap().today(midnight).to_string(), "2025-08-04");
        assert!(read("").await.unwrap().limit.is_none());
    }

    #[tokio::test]
    async fn every_wrong_parameter_is_told_by_its_name() {
        for (query, code, value) in [
            ("user_id=", "wrong_type", ""),
            ("user_id=x", "wrong_type", "x"),
            ("user_id=1.0", "wrong_type", "1.0"),
            ("user_id=%2B1", "wrong_type", "+1"),
            ("user_id=-", "wrong_type", "-"),
            ("user_id=0", "out_of_range", "0"),
            ("user_id=-1", "out_of_range", "-1"),
            (
                "user_id=9007199254740992",
                "out_of_range",
                "9007199254740992",
            ),
            (
                "user_id=99999999999999999999",
                "out_of_range",
                "99999999999999999999",
            ),
            ("limit=101", "out_of_range", "101"),
            ("from=2025-08-32", "day_out_of_range", "2025-08-32"),
            ("from=", "parse_empty", ""),
            ("from=0000-12-31", "date_out_of_range", "0000-12-31"),
            ("after=", "invalid_cursor", ""),
            ("after=2025-08-05.7", "invalid_cursor", "2025-08-05.7"),
            ("after=2025-08-04.07", "invalid_cursor", "2025-08-04.07"),
            ("after=2025-08-04.0", "invalid_cursor", "2025-08-04.0"),
            ("week=2025-W53", "week_not_in_year", "2025-W53"),
            ("week=2025-w32", "parse_expected_w", "2025-w32"),
            ("week=2025-02-30", "day_not_in_month", "2025-02-30"),
            ("week=0000-W01", "year_out_of_range", "0000-W01"),
            ("week=9999-01-01", "year_out_of_range", "9999-01-01"),
            ("tz=", "invalid_time_zone", ""),
            ("tz=Europe/Atlantis", "invalid_time_zone", "Europe/Atlantis"),
            ("tz=CET-1CEST", "invalid_time_zone", "CET-1CEST"),
            ("tz=%2B02:00", "invalid_time_zone", "+02:00"),
            ("tz=../Paris", "invalid_time_zone", "../Paris"),
        ] {
            let refusal = read(query).await.unwrap_err();
            let body = refusal.body(Language::English);
            let field = query.split_once('=').unwrap().0;
            assert_eq!(
                (
                    refusal.status.as_u16(),
                    body.code,
                    body.field.as_deref(),
                    body.value
                ),
                (400, code, Some(field), json!(value)),
                "{query}"
            );
        }
    }

    #[tokio::test]
    async fn a_null_is_a_character() {
        let refusal = read("tz=%00").await.unwrap_err();
        assert_eq!(refusal.about.value, Value::from("\0"));
    }
}
