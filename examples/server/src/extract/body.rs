//! The body of a request, as JSON.

use axum::body::{Bytes, HttpBody};
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
        // What is said to be too large is not waited for.
        if request.body().size_hint().lower() > (KIB * 1024) as u64 {
            return Err(Refusal::body_too_large(KIB));
        }
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

#[cfg(test)]
mod tests {
    use axum::body::Body as Bytes;
    use serde_json::{Value, json};

    use super::*;
    use crate::language::Language;
    use crate::model::{MealPlanInput, MealPlanInputs};

    async fn read<T: DeserializeOwned>(
        kind: Option<&str>,
        body: impl Into<Bytes>,
    ) -> Result<T, Refusal> {
        let mut request = Request::new(body.into());
        if let Some(kind) = kind {
            request
                .headers_mut()
                .insert(CONTENT_TYPE, kind.parse().unwrap());
        }
        Body::<T>::from_request(request, &())
            .await
            .map(|Body(value)| value)
    }

    fn told(refusal: &Refusal) -> (u16, &'static str, Option<String>, Value) {
        let body = refusal.body(Language::English);
        (refusal.status.as_u16(), body.code, body.field, body.value)
    }

    /// A plan with some of its keys replaced.
    fn plan(changes: &Value) -> Value {
        let mut plan = json!({
            "user_id": 1, "week_start": "2025-08-04", "meals": { "monday": { "lunch": 5 } },
        });
        for (key, value) in changes.as_object().unwrap() {
            plan[key] = value.clone();
        }
        plan
    }

    #[tokio::test]
    async fn a_plan_is_read() {
        for kind in ["application/json", "Application/JSON; charset=utf-8"] {
            let read: MealPlanInput =
                read(Some(kind), plan(&json!({ "user_id": 7.0 })).to_string())
                    .await
                    .unwrap();
            assert_eq!(read.user_id.get(), 7);
            assert_eq!(read.week_start.to_string(), "2025-08-04");
        }
    }

    #[tokio::test]
    #[expect(
        clippy::too_many_lines,
        reason = "a table of cases, one after the other"
    )]
    async fn every_wrong_value_is_told_by_its_keys() {
        for (body, code, field, value) in [
            (
                json!([1, "2025-08-04", {}]),
                "wrong_type",
                "body",
                json!(null),
            ),
            (json!("text"), "wrong_type", "body", json!("text")),
            (json!({}), "missing_field", "user_id", json!(null)),
            (
                json!({ "user_id": 1, "meals": {} }),
                "missing_field",
                "week_start",
                json!(null),
            ),
            (
                plan(&json!({ "id": 1 })),
                "unknown_field",
                "id",
                json!(null),
            ),
            (
                plan(&json!({ "user_id": "1" })),
                "wrong_type",
                "user_id",
                json!("1"),
            ),
            (
                plan(&json!({ "user_id": 1.5 })),
                "wrong_type",
                "user_id",
                json!(1.5),
            ),
            (
                plan(&json!({ "user_id": true })),
                "wrong_type",
                "user_id",
                json!(true),
            ),
            (
                plan(&json!({ "user_id": null })),
                "wrong_type",
                "user_id",
                json!(null),
            ),
            (
                plan(&json!({ "user_id": 0 })),
                "out_of_range",
                "user_id",
                json!(0),
            ),
            (
                plan(&json!({ "user_id": -1 })),
                "out_of_range",
                "user_id",
                json!(-1),
            ),
            (
                plan(&json!({ "user_id": 1_i64 << 53 })),
                "out_of_range",
                "user_id",
                json!(1_i64 << 53),
            ),
            (
                plan(&json!({ "user_id": u64::MAX })),
                "out_of_range",
                "user_id",
                json!(u64::MAX),
            ),
            (
                plan(&json!({ "user_id": 1e300 })),
                "out_of_range",
                "user_id",
                json!(1e300),
            ),
            (
                plan(&json!({ "week_start": 20_250_804 })),
                "wrong_type",
                "week_start",
                json!(20_250_804),
            ),
            (
                plan(&json!({ "week_start": "2025-08-07" })),
                "not_a_monday",
                "week_start",
                json!("2025-08-07"),
            ),
            (
                plan(&json!({ "week_start": "2025-02-29" })),
                "day_not_in_month",
                "week_start",
                json!("2025-02-29"),
            ),
            (
                plan(&json!({ "week_start": "" })),
                "parse_empty",
                "week_start",
                json!(""),
            ),
            (
                plan(&json!({ "week_start": "9999-01-04" })),
                "date_out_of_range",
                "week_start",
                json!("9999-01-04"),
            ),
            (
                plan(&json!({ "meals": [] })),
                "wrong_type",
                "meals",
                json!(null),
            ),
            (
                plan(&json!({ "meals": null })),
                "wrong_type",
                "meals",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "noday": {} } })),
                "unknown_field",
                "meals.noday",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "monday": null } })),
                "wrong_type",
                "meals.monday",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "monday": [5] } })),
                "wrong_type",
                "meals.monday",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "monday": { "tea": 5 } } })),
                "unknown_field",
                "meals.monday.tea",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "sunday": { "lunch": null } } })),
                "wrong_type",
                "meals.sunday.lunch",
                json!(null),
            ),
            (
                plan(&json!({ "meals": { "sunday": { "lunch": 0 } } })),
                "out_of_range",
                "meals.sunday.lunch",
                json!(0),
            ),
        ] {
            let refusal = read::<MealPlanInput>(Some("application/json"), body.to_string())
                .await
                .unwrap_err();
            assert_eq!(
                told(&refusal),
                (400, code, Some(field.to_owned()), value),
                "{body}"
            );
        }
    }

    #[tokio::test]
    async fn a_value_of_a_list_is_told_by_its_place() {
        let good = plan(&json!({}));
        let bad = plan(&json!({ "week_start": "2025-08-05" }));
        let body = json!({ "items": [good, good, bad] }).to_string();
        let refusal = read::<MealPlanInputs>(Some("application/json"), body)
            .await
            .unwrap_err();
        let body = refusal.body(Language::English);
        assert_eq!(
            (body.code, body.field.as_deref()),
            ("not_a_monday", Some("items.2.week_start"))
        );
        assert_eq!(body.next_monday.unwrap().to_string(), "2025-08-11");
    }

    #[tokio::test]
    async fn other_types_are_refused() {
        for kind in [
            None,
            Some(""),
            Some("text/plain"),
            Some("application/jsonp"),
            Some("application/json+x"),
        ] {
            let refusal = read::<MealPlanInput>(kind, "{}").await.unwrap_err();
            let expected = (
                415,
                "unsupported_media_type",
                Some("Content-Type".to_owned()),
                json!(kind),
            );
            assert_eq!(told(&refusal), expected);
        }
    }

    #[tokio::test]
    async fn what_is_no_json_is_refused() {
        let deep = "[".repeat(10_000).into_bytes();
        for body in [
            &b""[..],
            b"{",
            b"{} {}",
            b"{'a': 1}",
            b"\"\xff\"",
            b"\xef\xbb\xbf{}",
            b"NaN",
            &deep,
        ] {
            let refusal = read::<MealPlanInput>(Some("application/json"), body.to_vec())
                .await
                .unwrap_err();
            assert_eq!(
                told(&refusal),
                (400, "malformed_json", Some("body".to_owned()), Value::Null)
            );
        }
    }

    #[tokio::test]
    async fn a_body_may_be_as_large_as_the_limit() {
        for (bytes, status, code) in [
            (16 * 1024, 400, "missing_field"),
            (16 * 1024 + 1, 413, "body_too_large"),
        ] {
            let body = format!("{:bytes$}", "{}");
            let refusal = read::<MealPlanInput>(Some("application/json"), body)
                .await
                .unwrap_err();
            assert_eq!(
                (refusal.status.as_u16(), refusal.reason.code()),
                (status, code)
            );
        }
    }
}
