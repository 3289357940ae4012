//! The functions of `semaine.date_utils`: the names, messages and languages of the code that it
//! replaces, around the same calls of the core.

#![allow(
    clippy::doc_markdown,
    clippy::doc_link_with_quotes,
    reason = "the documentation of these functions is Python's"
)]

use std::convert::Infallible;

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyIterator, PyString};
use semaine::{Date, Error, IsoWeek};

use crate::meth_o::of_date;
use crate::named_argument::{self, OfNamedDate};
use crate::{dates, errors, week_display};

/// Functions of a date that answer with a date of the same kind.
macro_rules! moves {
    ($($(#[doc = $doc:literal])* $name:ident($parameter:ident) = $answer:expr;)*) => {
        of_date! {$(
            $(#[doc = $doc])*
            $name(stringify!($name), stringify!($name)):
                |py, day| dates::plain(py, ($answer)(day).ok()?),
                |object: &Bound<'py, PyAny>, day| {
                    let moved = ($answer)(day);
                    let moved = moved.map_err(|error| errors::overflow(object.py(), error))?;
                    dates::moved(object, day, moved)
                };
        )*}
        $(impl OfNamedDate for $name {
            const PARAMETER: &'static str = stringify!($parameter);
        })*
    };
}

/// Functions of a date that answer with something else, or refuse it.
macro_rules! tells {
    ($($(#[doc = $doc:literal])* $name:ident($parameter:ident) = $answer:expr;)*) => {
        of_date! {$(
            $(#[doc = $doc])*
            $name(stringify!($name), stringify!($name)):
                |py, day| ($answer)(day).into_bound_py_any(py).ok(),
                |object: &Bound<'py, PyAny>, day| ($answer)(day).into_bound_py_any(object.py());
        )*}
        $(impl OfNamedDate for $name {
            const PARAMETER: &'static str = stringify!($parameter);
        })*
    };
}

moves! {
    /// Give the Monday of the date's ISO week: the date itself if it is one.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     A datetime keeps its time and zone, and subclasses their class.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import get_monday_of_week
    /// >>> get_monday_of_week(date(2025, 8, 7))
    /// datetime.date(2025, 8, 4)
    get_monday_of_week(d) = |day| Ok::<_, Error>(semaine::week_start(day));

    /// Give the Sunday of the date's ISO week: the date itself if it is one.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     A datetime keeps its time and zone, and subclasses their class.
    ///
    /// Raises
    /// ------
    /// OverflowError
    ///     If the Sunday lies beyond ``datetime.date``, as that of ``date.max``'s week.
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import get_sunday_of_week
    /// >>> get_sunday_of_week(date(2025, 8, 7))
    /// datetime.date(2025, 8, 10)
    get_sunday_of_week(d) = |day| Ok::<_, Error>(semaine::week_end(day));

    /// Give the Monday of the week that a stored week start, of whatever weekday, lies in.
    ///
    /// Parameters
    /// ----------
    /// old : datetime.date or datetime.datetime
    ///     A datetime keeps its time and zone, and subclasses their class.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// A week that was thought to start on Sunday 2025-08-10 is, by ISO 8601, the one before:
    ///
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import convert_week_start_to_iso8601
    /// >>> convert_week_start_to_iso8601(date(2025, 8, 10))
    /// datetime.date(2025, 8, 4)
    convert_week_start_to_iso8601(old) = |day| Ok::<_, Error>(semaine::week_start(day));

    /// Give the first Monday strictly after the date.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     A datetime keeps its time and zone, and subclasses their class.
    ///
    /// Raises
    /// ------
    /// OverflowError
    ///     If that Monday lies beyond ``datetime.date``.
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import next_monday
    /// >>> next_monday(date(2025, 8, 7)), next_monday(date(2025, 8, 4))
    /// (datetime.date(2025, 8, 11), datetime.date(2025, 8, 11))
    next_monday(d) = semaine::next_monday;

    /// Give the last Monday strictly before the date.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     A datetime keeps its time and zone, and subclasses their class.
    ///
    /// Raises
    /// ------
    /// OverflowError
    ///     If that Monday lies beyond ``datetime.date``: before ``date.min``, which is a Monday.
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import previous_monday
    /// >>> previous_monday(date(2025, 8, 7)), previous_monday(date(2025, 8, 4))
    /// (datetime.date(2025, 8, 4), datetime.date(2025, 7, 28))
    previous_monday(d) = semaine::previous_monday;
}

tells! {
    /// Tell whether the date is a Monday.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     The date.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import is_monday
    /// >>> is_monday(date(2025, 8, 4)), is_monday(date(2025, 8, 7))
    /// (True, False)
    is_monday(d) = semaine::is_monday;

    /// Give the number of the date's ISO week, 1 to 53.
    ///
    /// It names a week only together with :func:`get_week_year_iso8601`, which near New Year is not the
    /// date's calendar year; :class:`semaine.IsoWeek` is both.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     The date.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import get_week_number_iso8601, get_week_year_iso8601
    /// >>> get_week_year_iso8601(date(2025, 12, 29)), get_week_number_iso8601(date(2025, 12, 29))
    /// (2026, 1)
    get_week_number_iso8601(d) = semaine::week_number;

    /// Give the year that the date's ISO week belongs to.
    ///
    /// Parameters
    /// ----------
    /// d : datetime.date or datetime.datetime
    ///     The date.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import get_week_year_iso8601
    /// >>> get_week_year_iso8601(date(2027, 1, 1))
    /// 2026
    get_week_year_iso8601(d) = semaine::iso_year;
}

of_date! {
    /// Accept a Monday, and nothing else.
    ///
    /// Parameters
    /// ----------
    /// week_start : datetime.date or datetime.datetime
    ///     The date.
    ///
    /// Returns
    /// -------
    /// bool
    ///     True.
    ///
    /// Raises
    /// ------
    /// NotAMondayError
    ///     If it is no Monday; a ``ValueError`` whose attributes ``value``, ``weekday``, ``monday`` and
    ///     ``code`` say what its message says in French.
    /// TypeError
    ///     If it is anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine.date_utils import validate_week_start_iso8601
    /// >>> validate_week_start_iso8601(date(2025, 8, 4))
    /// True
    /// >>> validate_week_start_iso8601(date(2025, 8, 7))
    /// Traceback (most recent call last):
    ///     ...
    /// semaine.NotAMondayError: week_start doit être un lundi selon ISO 8601 : 2025-08-07 (jeudi), le lundi de cette semaine est 2025-08-04
    validate_week_start_iso8601("validate_week_start_iso8601", "validate_week_start_iso8601"):
        |py, day| semaine::is_monday(day).then(|| PyBool::new(py, true).to_owned().into_any()),
        |object: &Bound<'py, PyAny>, day| {
            monday(object, day)?;
            true.into_bound_py_any(object.py())
        };
}

impl OfNamedDate for validate_week_start_iso8601 {
    const PARAMETER: &'static str = "week_start";
}

/// Give the Monday and the Sunday of the date's ISO week.
///
/// Parameters
/// ----------
/// d : datetime.date or datetime.datetime
///     A datetime keeps its time and zone, and subclasses their class.
///
/// Raises
/// ------
/// OverflowError
///     If the Sunday lies beyond ``datetime.date``, as that of ``date.max``'s week.
/// TypeError
///     If it is anything else.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine.date_utils import get_week_range_iso8601
/// >>> get_week_range_iso8601(date(2026, 1, 1))
/// (datetime.date(2025, 12, 29), datetime.date(2026, 1, 4))
#[pyfunction]
pub(crate) fn get_week_range_iso8601<'py>(
    d: &Bound<'py, PyAny>,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let day = dates::day("get_week_range_iso8601", d)?;
    let (monday, sunday) = semaine::week_range(day);
    Ok((dates::moved(d, day, monday)?, dates::moved(d, day, sunday)?))
}

/// List the seven dates of the week that starts on a Monday.
///
/// Parameters
/// ----------
/// week_start : datetime.date or datetime.datetime
///     A Monday. The dates are of its class, with its time and zone.
///
/// Raises
/// ------
/// NotAMondayError
///     If it is no Monday; a ``ValueError``.
/// OverflowError
///     If the Sunday lies beyond ``datetime.date``.
/// TypeError
///     If it is anything else.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine.date_utils import get_week_dates
/// >>> [day.day for day in get_week_dates(date(2025, 12, 29))]
/// [29, 30, 31, 1, 2, 3, 4]
#[pyfunction]
pub(crate) fn get_week_dates<'py>(
    week_start: &Bound<'py, PyAny>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let monday = monday(week_start, dates::day("get_week_dates", week_start)?)?;
    let week = IsoWeek::of(monday).days();
    week.map(|day| dates::moved(week_start, monday, day))
        .collect()
}

/// Phrase a week for people.
///
/// A month or a year that the whole week shares is said once. Days are plain numbers, in French also
/// the first of a month.
///
/// Parameters
/// ----------
/// week_start : datetime.date or datetime.datetime
///     A Monday.
/// locale : str or None, default "fr"
///     ``"fr"`` for French; anything else gives English.
///
/// Raises
/// ------
/// NotAMondayError
///     If it is no Monday; a ``ValueError``.
/// OverflowError
///     If the Sunday lies beyond ``datetime.date``.
/// TypeError
///     If it is anything else.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine.date_utils import format_week_display
/// >>> format_week_display(date(2025, 8, 4))
/// 'Semaine du 4 au 10 août 2025'
/// >>> format_week_display(date(2025, 7, 28))
/// 'Semaine du 28 juillet au 3 août 2025'
/// >>> format_week_display(date(2025, 12, 29))
/// 'Semaine du 29 décembre 2025 au 4 janvier 2026'
/// >>> format_week_display(date(2025, 8, 4), locale="en")
/// 'Week of August 04 to 10, 2025'
/// >>> format_week_display(date(2025, 12, 29), locale="en")
/// 'Week of December 29 to January 04, 2026'
#[pyfunction]
#[pyo3(
    signature = (week_start, locale = Locale::French),
    text_signature = "(week_start, locale='fr')"
)]
pub(crate) fn format_week_display(
    week_start: &Bound<'_, PyAny>,
    locale: Locale,
) -> PyResult<String> {
    let monday = monday(week_start, dates::day("format_week_display", week_start)?)?;
    let sunday = semaine::week_end(monday);
    // Refused where the week has no Sunday in Python, as in `get_week_dates`.
    dates::date(week_start.py(), sunday)?;
    Ok(match locale {
        Locale::French => week_display::french(monday, sunday),
        Locale::English => week_display::english(monday, sunday),
    })
}

/// The language of a phrase.
#[derive(Clone, Copy)]
pub(crate) enum Locale {
    French,
    English,
}

impl FromPyObject<'_, '_> for Locale {
    type Error = Infallible;

    fn extract(locale: Borrowed<'_, '_, PyAny>) -> Result<Self, Infallible> {
        match locale.cast::<PyString>() {
            Ok(locale) if *locale == "fr" => Ok(Self::French),
            _ => Ok(Self::English),
        }
    }
}

/// Read a date in one of the forms ``YYYY-MM-DD``, ``DD/MM/YYYY`` and ``DD-MM-YYYY``.
///
/// Parameters
/// ----------
/// text : str
///     ASCII digits, all of them, and nothing around the date.
///
/// Raises
/// ------
/// ValueError
///     If it has none of the three forms, or names a day that does not exist.
/// TypeError
///     If it is no ``str``.
///
/// Examples
/// --------
/// >>> from semaine.date_utils import parse_date
/// >>> parse_date("2025-08-04"), parse_date("04/08/2025") == parse_date("04-08-2025")
/// (datetime.date(2025, 8, 4), True)
/// >>> parse_date("30/02/2025")
/// Traceback (most recent call last):
///     ...
/// ValueError: date illisible : '30/02/2025', formes acceptées : YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY
#[pyfunction]
pub(crate) fn parse_date<'py>(text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDate>> {
    let py = text.py();
    let Ok(text) = text.cast::<PyString>() else {
        return Err(PyTypeError::new_err(format!(
            "parse_date() takes a str, not {}",
            text.get_type().name()?
        )));
    };
    // A text with a lone surrogate has no bytes, and is no date.
    if let Some(date) = text.to_str().ok().and_then(calendar_date)
        && let Ok(date) = dates::date(py, date)
    {
        return Ok(date);
    }
    Err(PyValueError::new_err(format!(
        "date illisible : {}, formes acceptées : YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY",
        text.repr()?
    )))
}

/// Pair each date with the Monday of its week.
///
/// Parameters
/// ----------
/// dates : iterable of datetime.date or datetime.datetime
///     The dates, in any number.
///
/// Returns
/// -------
/// list of tuple
///     The date as it was given, and the Monday, of its class.
///
/// Raises
/// ------
/// TypeError
///     If it is no iterable, or holds anything else; then its attribute ``record`` counts from 1.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine.date_utils import batch_convert_week_starts
/// >>> batch_convert_week_starts([date(2025, 8, 7)])
/// [(datetime.date(2025, 8, 7), datetime.date(2025, 8, 4))]
#[pyfunction]
pub(crate) fn batch_convert_week_starts<'py>(
    dates: &Bound<'py, PyAny>,
) -> PyResult<Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>> {
    let function = "batch_convert_week_starts";
    items(function, dates)?
        .zip(1..)
        .map(|(date, record)| {
            let date = date?;
            let monday = dates::day(function, &date)
                .and_then(|day| dates::moved(&date, day, semaine::week_start(day)))
                .map_err(|error| errors::at_record(date.py(), record, error))?;
            Ok((date, monday))
        })
        .collect()
}

/// Report the dates that are no Mondays.
///
/// Parameters
/// ----------
/// dates : iterable of datetime.date or datetime.datetime
///     The records, counted from 1.
///
/// Returns
/// -------
/// tuple of bool and list of str
///     Whether all are Mondays, and a message in French for each one that is not.
///
/// Raises
/// ------
/// TypeError
///     If it is no iterable, or holds anything else; then its attribute ``record`` counts from 1.
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine.date_utils import validate_database_week_starts
/// >>> validate_database_week_starts([date(2025, 8, 4), date(2025, 8, 7)])
/// (False, ['Enregistrement 2 : 2025-08-07 (jeudi) devrait être 2025-08-04'])
#[pyfunction]
pub(crate) fn validate_database_week_starts(
    dates: &Bound<'_, PyAny>,
) -> PyResult<(bool, Vec<String>)> {
    let function = "validate_database_week_starts";
    let mut messages = Vec::new();
    for (date, record) in items(function, dates)?.zip(1..) {
        let day = dates::day(function, &date?)
            .map_err(|error| errors::at_record(dates.py(), record, error))?;
        if !semaine::is_monday(day) {
            let weekday = week_display::french_weekday(day.weekday());
            let monday = semaine::week_start(day);
            messages.push(format!(
                "Enregistrement {record} : {day} ({weekday}) devrait être {monday}"
            ));
        }
    }
    Ok((messages.is_empty(), messages))
}

/// The day of an object, which has to be a Monday.
fn monday(week_start: &Bound<'_, PyAny>, day: Date) -> PyResult<Date> {
    if semaine::is_monday(day) {
        return Ok(day);
    }
    let weekday = week_display::french_weekday(day.weekday());
    let monday = semaine::week_start(day);
    let message = format!(
        "week_start doit être un lundi selon ISO 8601 : {day} ({weekday}), \
         le lundi de cette semaine est {monday}"
    );
    Err(errors::not_a_monday(week_start, day, message))
}

/// The elements of anything that can be iterated, except of a string.
fn items<'py>(function: &str, dates: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    match dates.try_iter() {
        Ok(items) if !dates.is_instance_of::<PyString>() => Ok(items),
        // A query asks its database when it is iterated over: that it cannot is another story.
        Err(error) if !error.is_instance_of::<PyTypeError>(dates.py()) => Err(error),
        _ => Err(PyTypeError::new_err(format!(
            "{function}() takes an iterable of datetime.date or datetime.datetime, not {}",
            dates.get_type().name()?,
        ))),
    }
}

/// The date of a text in one of the three forms.
fn calendar_date(text: &str) -> Option<Date> {
    let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
    let iso = match bytes {
        // A sign in front is one of ISO 8601's own forms, but none of these.
        [b'0'..=b'9', _, _, _, b'-', ..] => bytes,
        [d, dd, b'/', m, mm, b'/', y, yy, yyy, yyyy @ b'0'..=b'9']
        | [d, dd, b'-', m, mm, b'-', y, yy, yyy, yyyy @ b'0'..=b'9'] => {
            [y, yy, yyy, yyyy, b'-', m, mm, b'-', d, dd]
        }
        _ => return None,
    };
    Date::parse_bytes(&iso).ok()
}

/// Adds the functions of a date to the module; those whose names others have there, after
/// `date_utils_`.
///
/// # Errors
///
/// `MemoryError`.
pub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    macro_rules! add {
        ($($attribute:literal: $name:ident,)*) => {$(
            module.add($attribute, named_argument::function::<$name>(module.py())?)?;
        )*};
    }
    add! {
        "get_monday_of_week": get_monday_of_week,
        "get_sunday_of_week": get_sunday_of_week,
        "convert_week_start_to_iso8601": convert_week_start_to_iso8601,
        "get_week_number_iso8601": get_week_number_iso8601,
        "get_week_year_iso8601": get_week_year_iso8601,
        "validate_week_start_iso8601": validate_week_start_iso8601,
        "date_utils_is_monday": is_monday,
        "date_utils_next_monday": next_monday,
        "date_utils_previous_monday": previous_monday,
    }
    Ok(())
}
