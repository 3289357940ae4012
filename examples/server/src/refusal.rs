//! `Refusal`: a request that is answered with an error.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use semaine::{Date, Weekday};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};

use crate::day::NotADay;
use crate::language::Language;
use crate::model::NotAWeek;
use crate::sentences::{Parts, sentence};
use crate::week_start::NotAWeekStart;

/// One row for each reason, with its code.
macro_rules! reasons {
    ($($(#[doc = $doc:literal])* $reason:ident $code:literal)*) => {
        /// Why a request is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $($(#[doc = $doc])* $reason,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$reason,)*];

            /// The code of the error, unless it is that of semaine.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$reason => $code,)* }
            }
        }
    };
}

reasons! {
    /// The body has more bytes than are read.
    BodyTooLarge "body_too_large"
    /// The database does not answer.
    DatabaseUnavailable "database_unavailable"
    /// A text is no date.
    DateDoesNotExist "date_does_not_exist"
    /// There is no text where a date has to be.
    DateEmpty "date_empty"
    /// A date is of another year than 1 to 9998.
    DateOutOfRange "date_out_of_range"
    /// A range ends before it begins.
    FromAfterTo "from_after_to"
    /// A key was sent with another body before.
    IdempotencyKeyReused "idempotency_key_reused"
    /// A fault of the service.
    InternalError "internal_error"
    /// A text is not the end of a page.
    InvalidCursor "invalid_cursor"
    /// A key is empty, too long, or not of visible ASCII characters.
    InvalidIdempotencyKey "invalid_idempotency_key"
    /// A text is no time zone.
    InvalidTimeZone "invalid_time_zone"
    /// The body is no JSON.
    MalformedJson "malformed_json"
    /// The user has another plan for the week.
    MealPlanExists "meal_plan_exists"
    /// There is no such plan.
    MealPlanNotFound "meal_plan_not_found"
    /// The path has other methods.
    MethodNotAllowed "method_not_allowed"
    /// A required key or parameter is not there.
    MissingField "missing_field"
    /// A date is no Monday.
    NotAMonday "not_a_monday"
    /// There is no such path.
    NotFound "not_found"
    /// A number is too small or too large.
    OutOfRange "out_of_range"
    /// The service has too much to do.
    Overloaded "overloaded"
    /// The plan has changed since it was read.
    PreconditionFailed "precondition_failed"
    /// A change does not say which version it is for.
    PreconditionRequired "precondition_required"
    /// The request or its answer took too long.
    RequestTimeout "request_timeout"
    /// A key is not one of those that are read.
    UnknownField "unknown_field"
    /// A recipe is not in the catalogue.
    UnknownRecipe "unknown_recipe"
    /// There is no such user.
    UnknownUser "unknown_user"
    /// The body is said to be no JSON.
    UnsupportedMediaType "unsupported_media_type"
    /// A text is neither a week nor a date.
    WeekDoesNotExist "week_does_not_exist"
    /// A week is of another year than 1 to 9998.
    WeekOutOfRange "year_out_of_range"
    /// A value is of another type.
    WrongType "wrong_type"
}

/// What a refusal is about, as far as there is such a thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The refused parameter, header, or key of the body.
    pub field: Option<String>,
    /// What was refused.
    pub value: Value,
    /// Of a date that had to be a Monday: which weekday it is.
    pub weekday: Option<Weekday>,
    /// Of a date that had to be a Monday: the last Monday before it.
    pub previous_monday: Option<Date>,
    /// Of a date that had to be a Monday: the first Monday after it.
    pub next_monday: Option<Date>,
    /// The code to give instead of the reason's own.
    pub code: Option<&'static str>,
    /// Of a body that is too large: how many KiB it may have.
    pub limit: usize,
}

/// A request that is answered with an error.
///
/// As a response, it has no body yet: the layer `http::refusals` writes it, in the language of the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The status of the answer.
    pub status: StatusCode,
    /// Why.
    pub reason: Reason,
    /// What it is about. Boxed, since most requests succeed.
    pub about: Box<About>,
}

impl Refusal {
    /// A refusal that is about nothing in the request.
    #[must_use]
    pub fn new(status: StatusCode, reason: Reason) -> Self {
        Self {
            status,
            reason,
            about: Box::default(),
        }
    }

    /// A refusal of a field, with status 400.
    #[must_use]
    pub fn of(reason: Reason, field: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, reason).about(field, value)
    }

    /// The same, about a field.
    #[must_use]
    pub fn about(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.about.field = Some(field.into());
        self.with_value(value)
    }

    /// The same, about a value that is in no field.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<Value>) -> Self {
        self.about.value = value.into();
        self
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    fn with_code(mut self, code: &'static str) -> Self {
        self.about.code = Some(code);
        self
    }

    /// A body of more KiB than these.
    #[must_use]
    pub fn body_too_large(limit: usize) -> Self {
        let mut refusal = Self::new(StatusCode::PAYLOAD_TOO_LARGE, Reason::BodyTooLarge);
        refusal.about.limit = limit;
        refusal
    }

    /// A text that had to be a date.
    #[must_use]
    pub fn not_a_day(error: NotADay, field: &str, text: &str) -> Self {
        match error {
            NotADay::NoDate(error) => {
                let reason = if text.is_empty() {
                    Reason::DateEmpty
                } else {
                    Reason::DateDoesNotExist
                };
                Self::of(reason, field, text).with_code(error.code())
            }
            NotADay::OutOfRange(_) => Self::of(Reason::DateOutOfRange, field, text),
        }
    }

    /// A text that had to be a Monday.
    #[must_use]
    pub fn not_a_week_start(error: NotAWeekStart, field: &str, text: &str) -> Self {
        match error {
            NotAWeekStart::NotADay(error) => Self::not_a_day(error, field, text),
            NotAWeekStart::NotAMonday {
                weekday,
                previous,
                next,
                ..
            } => {
                let mut refusal = Self::of(Reason::NotAMonday, field, text);
                refusal.about.weekday = Some(weekday);
                refusal.about.previous_monday = Some(previous);
                refusal.about.next_monday = Some(next);
                refusal
            }
        }
    }

    /// A text that had to be a week or a date.
    #[must_use]
    pub fn not_a_week(error: NotAWeek, field: &str, text: &str) -> Self {
        match error {
            NotAWeek::Unreadable(error) => {
                Self::of(Reason::WeekDoesNotExist, field, text).with_code(error.code())
            }
            NotAWeek::OutOfRange => Self::of(Reason::WeekOutOfRange, field, text),
        }
    }

    /// The body of the answer.
    #[must_use]
    pub fn body(&self, language: Language) -> ErrorBody {
        let About {
            field,
            value,
            weekday,
            previous_monday,
            next_monday,
            code,
            limit,
        } = &*self.about;
        let field = field.as_deref().map(cut);
        let value = told(value);
        let parts = Parts {
            field: field.as_deref(),
            value: &value,
            previous_monday: *previous_monday,
            next_monday: *next_monday,
            limit: *limit,
        };
        ErrorBody {
            error: sentence(self.reason, &parts, language),
            code: code.unwrap_or(self.reason.code()),
            weekday: weekday.map(WeekdayName::from),
            previous_monday: *previous_monday,
            next_monday: *next_monday,
            field,
            value,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Longer texts make no sentence.
const LONGEST: usize = 100;

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.split_at(end).0),
        None => text.to_owned(),
    }
}

/// A value as it is told: what has parts is left out.
fn told(value: &Value) -> Value {
    match value {
        Value::String(text) => cut(text).into(),
        Value::Number(_) | Value::Bool(_) => value.clone(),
        Value::Null | Value::Array(_) | Value::Object(_) => Value::Null,
    }
}

/// Why a request was refused. All keys are always there; those that say nothing are null.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErrorBody {
    /// A sentence for people, in French or English.
    pub error: String,
    /// A name for programs. For a refused date or week, it is the code of semaine, such as `not_a_monday` or
    /// `day_not_in_month`.
    pub code: &'static str,
    /// The refused parameter, header, or key of the body, such as `meals.monday.lunch`; `body` for the body as
    /// a whole.
    #[schema(required)]
    pub field: Option<String>,
    /// What was refused, a long text being cut; null for an object or an array.
    #[schema(schema_with = scalar)]
    pub value: Value,
    /// Of a date that had to be a Monday: which weekday it is.
    #[schema(required)]
    pub weekday: Option<WeekdayName>,
    /// Of a date that had to be a Monday: the last Monday before it.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub previous_monday: Option<Date>,
    /// Of a date that had to be a Monday: the first Monday after it.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub next_monday: Option<Date>,
}

fn scalar() -> Schema {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([
            Type::String,
            Type::Number,
            Type::Boolean,
            Type::Null,
        ]))
        .description(Some(
            "What was refused, a long text being cut; null for an object or an array.",
        ))
        .into()
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = Weekday)]
#[expect(missing_docs, reason = "the names say all")]
pub enum WeekdayName {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Weekday> for WeekdayName {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => Self::Sunday,
        }
    }
}
