//! In English.

use std::fmt;

use semaine::Date;

use super::{Parts, shown};
use crate::refusal::Reason;

pub(super) fn sentence(reason: Reason, parts: &Parts<'_>) -> String {
    let value = parts.shown_value();
    let field = parts.field.unwrap_or_default();
    let name = if parts.is_week_start() {
        "The start date"
    } else {
        field
    };
    let date = shown(parts.date(), date);
    match reason {
        Reason::BodyTooLarge => format!(
            "The body of the request is larger than {} KiB.",
            parts.limit
        ),
        Reason::DatabaseUnavailable => "The database does not answer.".into(),
        Reason::DateDoesNotExist => {
            format!("{name} must be a date that exists, as YYYY-MM-DD: \"{value}\".")
        }
        Reason::DateEmpty => format!("{name} is empty."),
        Reason::DateOutOfRange => format!("{name} must be a date of the years 1 to 9998: {value}."),
        Reason::FromAfterTo => format!("from must not be later than to: {value}."),
        Reason::IdempotencyKeyReused => "This Idempotency-Key was used for another request.".into(),
        Reason::InternalError => "An internal error has occurred.".into(),
        Reason::InvalidCursor => format!("after must be the next of the page before: {value}."),
        Reason::InvalidIdempotencyKey => {
            "Idempotency-Key must have 1 to 255 visible ASCII characters.".into()
        }
        Reason::InvalidTimeZone => format!("tz must be an IANA time zone: {value}."),
        Reason::MalformedJson => "The body of the request is not valid JSON.".into(),
        Reason::MealPlanExists => format!("The week of {date} already has a plan."),
        Reason::MealPlanNotFound if parts.is_week_start() => {
            format!("The week of {date} has no plan yet.")
        }
        Reason::MealPlanNotFound => format!("There is no plan {value}."),
        Reason::MethodNotAllowed => format!("This address does not have the method {value}."),
        Reason::MissingField => format!("{name} is missing."),
        Reason::NotAMonday => format!(
            "A plan starts on a Monday (ISO 8601): {} is not one. \
             The Monday before it is {}, the Monday after it {}.",
            shown(parts.date(), long_date),
            shown(parts.previous_monday, self::date),
            shown(parts.next_monday, self::date),
        ),
        Reason::NotFound => format!("There is nothing at {value}."),
        Reason::OutOfRange => format!("{field} is out of range: {value}."),
        Reason::Overloaded => "The service is overloaded: try again in a moment.".into(),
        Reason::PreconditionFailed => "The plan has changed since it was read.".into(),
        Reason::PreconditionRequired => {
            "If-Match is needed, with the ETag of the plan as it was read.".into()
        }
        Reason::RequestTimeout => "The request took too long.".into(),
        Reason::UnknownField => format!("{field} is not known."),
        Reason::UnknownRecipe => format!("{field} must be a recipe that exists: {value}."),
        Reason::UnknownUser => format!("{field} must be a user who exists: {value}."),
        Reason::UnsupportedMediaType => {
            "The body of the request must be of the type application/json.".into()
        }
        Reason::WeekDoesNotExist => format!(
            "{field} must be an ISO 8601 week (YYYY-Www) or a date (YYYY-MM-DD) that exists: \"{value}\"."
        ),
        Reason::WeekOutOfRange => {
            format!("{field} must be a week of the years 1 to 9998: {value}.")
        }
        Reason::WrongType => format!("{name} has the wrong type."),
    }
}

fn date(date: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let month = match date.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    write!(f, "{month} {}, {}", date.day(), date.year())
}

/// With the weekday.
fn long_date(date: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{}, ", date.weekday())?;
    self::date(date, f)
}
