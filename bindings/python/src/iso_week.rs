//! `semaine.IsoWeek`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyString, PyTuple, PyType};
use semaine::{Date, wide};

use crate::integers::{nearest_i64, operand};
use crate::iso_week_date::IsoWeekDate;
use crate::meth_o::{self, of_date};
use crate::{dates, errors, integers, pydantic, texts, week_ranges};

/// An ISO 8601 week: seven days from Monday to Sunday, with the year that it belongs to.
///
/// Parameters
/// ----------
/// year : int
///     The ISO year, which near New Year may differ from the calendar year of a day.
/// week : int
///     The number of the week, 1 to 52, or 53 in years that have 53 weeks.
/// overflow : {"reject", "constrain"}, default "reject"
///     What to do with a number that is too large for the year: refuse it, or take the last week.
///
/// Raises
/// ------
/// WeekError
///     If there is no such week (codes ``week_out_of_range``, ``week_not_in_year``,
///     ``year_out_of_range``).
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine import IsoWeek
/// >>> week = IsoWeek.of(date(2024, 12, 30))
/// >>> week
/// IsoWeek(2025, 1)
/// >>> str(week + 1), week.monday
/// ('2025-W02', datetime.date(2024, 12, 30))
/// >>> IsoWeek(2021, 53)
/// Traceback (most recent call last):
///     ...
/// semaine.WeekError: week 53 does not exist in 2021, which has 52 weeks
/// >>> IsoWeek(2021, 53, overflow="constrain")
/// IsoWeek(2021, 52)
#[pyclass(frozen, immutable_type, eq, ord, module = "semaine")]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct IsoWeek(pub(crate) semaine::IsoWeek);

of_date! {
    /// Give the week that contains a date.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.of(date(2025, 12, 29))
    /// IsoWeek(2026, 1)
    Of("of", "IsoWeek.of"):
        |py, day| Some(Bound::new(py, IsoWeek::from(day)).ok()?.into_any()),
        |object: &Bound<'py, PyAny>, day| {
            Ok(Bound::new(object.py(), IsoWeek::from(day))?.into_any())
        };
}

impl From<Date> for IsoWeek {
    fn from(day: Date) -> Self {
        Self(semaine::IsoWeek::of(day))
    }
}

#[pymethods]
impl IsoWeek {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("year", "week");
    /// The first week: each of its days is a 32-bit number of days since 1970-01-01.
    #[classattr]
    const MIN: Self = Self(semaine::IsoWeek::MIN);
    /// The last week.
    #[classattr]
    const MAX: Self = Self(semaine::IsoWeek::MAX);

    #[new]
    #[pyo3(signature = (year, week, *, overflow = "reject"))]
    pub(crate) fn new(
        year: &Bound<'_, PyAny>,
        week: &Bound<'_, PyAny>,
        overflow: &str,
    ) -> PyResult<Self> {
        let py = year.py();
        let (year, week) = (nearest_i64(year)?, nearest_i64(week)?);
        let made = match overflow {
            "reject" => wide::week(year, week),
            "constrain" => wide::week_constrained(year, week),
            other => return Err(wrong_overflow(other)),
        };
        made.map(Self).map_err(|error| errors::refused(py, error))
    }

    /// `of`: a function in a class is called without it, as a static method is.
    #[classattr]
    fn of(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        meth_o::static_method::<Of>(&py.get_type::<Self>())
    }

    /// Give the week of today, by the clock of the machine.
    ///
    /// Functions that take today as an argument are easier to test.
    ///
    /// Parameters
    /// ----------
    /// tz : datetime.tzinfo, optional
    ///     The time zone whose date counts; without it, that of the machine.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import timezone
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.current(timezone.utc) in IsoWeek.range(IsoWeek(2025, 1), IsoWeek.MAX)
    /// True
    #[staticmethod]
    #[pyo3(signature = (tz = None, /))]
    fn current(py: Python<'_>, tz: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        // Asked of the module at each call, so that tests can replace its classes.
        let module = py.import("datetime")?;
        let today = match tz {
            None => module.getattr("date")?.call_method0("today")?,
            Some(tz) => module.getattr("datetime")?.call_method1("now", (tz,))?,
        };
        Ok(Self::from(dates::day("IsoWeek.current", &today)?))
    }

    /// Give the week that starts on a date, as databases store weeks.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     The Monday.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// NotAMondayError
    ///     For any other day; it carries the right Monday.
    /// TypeError
    ///     For anything but a date.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.from_monday(date(2025, 8, 4))
    /// IsoWeek(2025, 32)
    /// >>> IsoWeek.from_monday(date(2025, 8, 7))
    /// Traceback (most recent call last):
    ///     ...
    /// semaine.NotAMondayError: 2025-08-07 is a Thursday, not a Monday: its week starts on 2025-08-04
    #[staticmethod]
    #[pyo3(signature = (date, /))]
    fn from_monday(date: &Bound<'_, PyAny>) -> PyResult<Self> {
        let day = dates::day("IsoWeek.from_monday", date)?;
        semaine::IsoWeek::from_monday(day)
            .map(Self)
            .map_err(|error| errors::not_a_monday(date, day, error.to_string()))
    }

    /// Give the week of a number that counts from 1970-W01.
    ///
    /// Parameters
    /// ----------
    /// epoch_week : int
    ///     What :attr:`epoch_week` gives.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     Before :attr:`MIN` or after :attr:`MAX` (code ``epoch_week_out_of_range``).
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.from_epoch_week(0)
    /// IsoWeek(1970, 1)
    #[staticmethod]
    #[pyo3(signature = (epoch_week, /))]
    fn from_epoch_week(epoch_week: &Bound<'_, PyAny>) -> PyResult<Self> {
        wide::epoch_week(nearest_i64(epoch_week)?)
            .map(Self)
            .map_err(|error| errors::refused(epoch_week.py(), error))
    }

    /// Read ``2025-W32``, ``2025W32``, or ``+12025-W32`` beyond the year 9999; nothing else.
    ///
    /// Parameters
    /// ----------
    /// text : str
    ///     The text, without white space.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// ParseError
    ///     For any other text, with the code and the byte at which it goes wrong.
    /// TypeError
    ///     For anything but a ``str``.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.parse("2025-W32")
    /// IsoWeek(2025, 32)
    /// >>> IsoWeek.parse("2021-W53")
    /// Traceback (most recent call last):
    ///     ...
    /// semaine.ParseError: week 53 does not exist in 2021, which has 52 weeks (at byte 6)
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeek.parse", text, semaine::IsoWeek::parse).map(Self)
    }

    /// Read the value of an ``<input type="week">``: what HTML calls a valid week string.
    ///
    /// Parameters
    /// ----------
    /// text : str
    ///     The text: a year of four or more digits that is not zero, ``-W``, and two digits.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// ParseError
    ///     For any other text, with the code and the byte at which it goes wrong.
    /// TypeError
    ///     For anything but a ``str``.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.parse_html("2025-W32")
    /// IsoWeek(2025, 32)
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse_html(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeek.parse_html", text, semaine::IsoWeek::parse_html).map(Self)
    }

    /// Read what :meth:`parse` does, and also lower case, one-digit weeks and white space around it.
    ///
    /// Parameters
    /// ----------
    /// text : str
    ///     The text, perhaps typed by a person.
    ///
    /// Returns
    /// -------
    /// IsoWeek
    ///     The week.
    ///
    /// Raises
    /// ------
    /// ParseError
    ///     For any other text, with the code and the byte at which it goes wrong.
    /// TypeError
    ///     For anything but a ``str``.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.parse_lenient(" 2025-w7 ")
    /// IsoWeek(2025, 7)
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse_lenient(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse(
            "IsoWeek.parse_lenient",
            text,
            semaine::IsoWeek::parse_lenient,
        )
        .map(Self)
    }

    /// Give the weeks from one up to, and without, another, as :class:`range` does with integers.
    ///
    /// Parameters
    /// ----------
    /// start : IsoWeek
    ///     The first week.
    /// stop : IsoWeek
    ///     The week before which the range ends, or after which, if the step is negative.
    /// step : int, default 1
    ///     The distance from one week to the next.
    ///
    /// Returns
    /// -------
    /// WeekRange
    ///     A sequence.
    ///
    /// Raises
    /// ------
    /// ValueError
    ///     For a step of 0.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> list(IsoWeek.range(IsoWeek(2020, 52), IsoWeek(2021, 2)))
    /// [IsoWeek(2020, 52), IsoWeek(2020, 53), IsoWeek(2021, 1)]
    #[staticmethod]
    #[pyo3(signature = (start, stop, step = None, /))]
    fn range<'py>(
        py: Python<'py>,
        start: &Bound<'py, Self>,
        stop: &Bound<'py, Self>,
        step: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let step = step.map_or(Ok(1), nearest_i64)?;
        week_ranges::stepped(py, start.get().0, stop.get().0, step)
    }

    /// Give the weeks of an ISO year.
    ///
    /// Parameters
    /// ----------
    /// year : int
    ///     The ISO year.
    ///
    /// Returns
    /// -------
    /// WeekRange
    ///     52 or 53 weeks.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     For a year of which some week is out of range.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> len(IsoWeek.of_year(2026)), IsoWeek.of_year(2026)[-1]
    /// (53, IsoWeek(2026, 53))
    #[staticmethod]
    #[pyo3(signature = (year, /))]
    fn of_year<'py>(year: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        week_ranges::of_year(year.py(), nearest_i64(year)?)
    }

    /// Give the weeks that have a day in a calendar month: the rows of its page in a calendar.
    ///
    /// Parameters
    /// ----------
    /// year, month : int
    ///     The calendar year, and 1 to 12.
    ///
    /// Returns
    /// -------
    /// WeekRange
    ///     Four to six weeks.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     For a month other than 1 to 12, or a year that is out of range.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek.overlapping_month(2025, 8)
    /// WeekRange(IsoWeek(2025, 31) to IsoWeek(2025, 35))
    #[staticmethod]
    #[pyo3(signature = (year, month, /))]
    fn overlapping_month<'py>(
        year: &Bound<'py, PyAny>,
        month: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        week_ranges::overlapping_month(year.py(), nearest_i64(year)?, nearest_i64(month)?)
    }

    /// The year that the week belongs to: that of its Thursday.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    /// The number of the week in its year, 1 to 53.
    #[getter]
    fn week(&self) -> u8 {
        self.0.week()
    }

    /// The weeks since 1970-W01, negative before it: an integer for databases and arrays.
    #[getter]
    fn epoch_week(&self) -> i32 {
        self.0.epoch_week()
    }

    /// The first day, as a ``datetime.date``.
    ///
    /// Raises
    /// ------
    /// WeekOverflowError
    ///     Outside the years that ``datetime.date`` holds.
    #[getter]
    fn monday<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.monday())
    }

    /// The last day, as a ``datetime.date``.
    ///
    /// Raises
    /// ------
    /// WeekOverflowError
    ///     Outside the years that ``datetime.date`` holds.
    #[getter]
    fn sunday<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.sunday())
    }

    /// Give the date of a weekday.
    ///
    /// Parameters
    /// ----------
    /// weekday : int
    ///     1 (Monday) to 7 (Sunday).
    ///
    /// Returns
    /// -------
    /// datetime.date
    ///     The day.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     For any other number (code ``weekday_out_of_range``).
    /// WeekOverflowError
    ///     Outside the years that ``datetime.date`` holds.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek(2025, 32).day(4)
    /// datetime.date(2025, 8, 7)
    #[pyo3(signature = (weekday, /))]
    fn day<'py>(&self, weekday: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(weekday.py(), self.0.day(integers::weekday(weekday)?))
    }

    /// Give a weekday of the week as an :class:`IsoWeekDate`.
    ///
    /// Parameters
    /// ----------
    /// weekday : int
    ///     1 (Monday) to 7 (Sunday).
    ///
    /// Returns
    /// -------
    /// IsoWeekDate
    ///     The day.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     For any other number (code ``weekday_out_of_range``).
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> str(IsoWeek(2025, 32).on(4))
    /// '2025-W32-4'
    #[pyo3(signature = (weekday, /))]
    pub(crate) fn on(&self, weekday: &Bound<'_, PyAny>) -> PyResult<IsoWeekDate> {
        let day = self.0.day(integers::weekday(weekday)?);
        Ok(IsoWeekDate(semaine::IsoWeekDate::of(day)))
    }

    /// Give the basic form, without a separator; ``format(week, "basic")`` does the same.
    ///
    /// Returns
    /// -------
    /// str
    ///     The text.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek(2025, 32).to_basic()
    /// '2025W32'
    fn to_basic(&self, py: Python<'_>) -> Py<PyString> {
        PyString::new(py, &self.0.to_basic_text()).unbind()
    }

    /// Give the value for an ``<input type="week">``; ``format(week, "html")`` does the same.
    ///
    /// Returns
    /// -------
    /// str
    ///     The text.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     Before the year 1, which HTML does not have (code ``html_year_out_of_range``).
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek(2025, 32).to_html()
    /// '2025-W32'
    fn to_html(&self, py: Python<'_>) -> PyResult<Py<PyString>> {
        match self.0.to_html_text() {
            Ok(text) => Ok(PyString::new(py, &text).unbind()),
            Err(error) => Err(errors::refused(py, error)),
        }
    }

    /// Give what Django's migrations write for the week: the class and its arguments.
    ///
    /// Django asks any value for it; without it, it would write the days of a week as a tuple.
    ///
    /// Returns
    /// -------
    /// tuple
    ///     The name of the class, the arguments, and no named ones.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeek
    /// >>> IsoWeek(2025, 32).deconstruct()
    /// ('semaine.IsoWeek', (2025, 32), {})
    fn deconstruct<'py>(&self, py: Python<'py>) -> (&'static str, (i32, u8), Bound<'py, PyDict>) {
        ("semaine.IsoWeek", self.0.year_week(), PyDict::new(py))
    }

    fn __str__<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, &self.0.to_text())
    }

    fn __repr__(&self) -> String {
        let (year, week) = self.0.year_week();
        format!("IsoWeek({year}, {week})")
    }

    fn __format__<'py>(&self, py: Python<'py>, form: &str) -> PyResult<Bound<'py, PyAny>> {
        match form {
            "" => Ok(self.__str__(py).into_any()),
            "basic" => Ok(self.to_basic(py).into_bound(py).into_any()),
            "html" => Ok(self.to_html(py)?.into_bound(py).into_any()),
            other => self.__str__(py).call_method1("__format__", (other,)),
        }
    }

    fn __hash__(&self) -> isize {
        self.0.epoch_week() as isize
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (i32, u8)) {
        (slf.get_type(), slf.get().0.year_week())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (_memo, /))]
    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __add__(slf: &Bound<'_, Self>, weeks: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let py = slf.py();
        let Some(weeks) = operand(weeks)? else {
            return Ok(py.NotImplemented());
        };
        let sum = wide::add_weeks(slf.get().0, weeks);
        let sum = sum.map_err(|error| errors::overflow(py, error))?;
        Ok(Self(sum).into_pyobject(py)?.into_any().unbind())
    }

    fn __radd__(slf: &Bound<'_, Self>, weeks: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        Self::__add__(slf, weeks)
    }

    fn __sub__(slf: &Bound<'_, Self>, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let py = slf.py();
        let week = slf.get().0;
        if let Ok(other) = other.cast::<Self>() {
            let weeks = week.weeks_since(other.get().0);
            return Ok(weeks.into_pyobject(py)?.into_any().unbind());
        }
        let Some(weeks) = operand(other)? else {
            return Ok(py.NotImplemented());
        };
        let difference = wide::epoch_week(i64::from(week.epoch_week()).saturating_sub(weeks));
        let difference = difference.map_err(|error| errors::overflow(py, error))?;
        Ok(Self(difference).into_pyobject(py)?.into_any().unbind())
    }

    fn __len__(&self) -> usize {
        self.0.days().len()
    }

    fn __contains__(&self, date: &Bound<'_, PyAny>) -> PyResult<bool> {
        dates::day("IsoWeek.__contains__", date).map(|day| self.0.contains(day))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.days(py)?.try_iter()?.into_any())
    }

    /// The seven days from Monday to Sunday, as a tuple; iterating over the week gives the same.
    ///
    /// Raises
    /// ------
    /// WeekOverflowError
    ///     Outside the years that ``datetime.date`` holds.
    #[getter]
    fn days<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let days: PyResult<Vec<_>> = self.0.days().map(|day| dates::date(py, day)).collect();
        PyTuple::new(py, days?)
    }

    #[classmethod]
    fn __get_pydantic_core_schema__<'py>(
        class: &Bound<'py, PyType>,
        _source: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        pydantic::core_schema(class)
    }

    #[classmethod]
    fn __get_pydantic_json_schema__<'py>(
        class: &Bound<'py, PyType>,
        _core_schema: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        pydantic::json_schema(class)
    }
}

/// An `overflow` that is neither of the two.
fn wrong_overflow(overflow: &str) -> PyErr {
    PyValueError::new_err(format!(
        "overflow must be \"reject\" or \"constrain\", not {overflow:?}"
    ))
}
