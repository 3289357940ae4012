//! `semaine.IsoWeek`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString, PyTuple, PyType};
use semaine::wide;

use crate::integers::nearest_i64;
use crate::iso_week_date::IsoWeekDate;
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
#[pyclass(frozen, eq, ord, module = "semaine")]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct IsoWeek(pub(crate) semaine::IsoWeek);

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

    #[staticmethod]
    #[pyo3(signature = (date, /))]
    fn of(date: &Bound<'_, PyAny>) -> PyResult<Self> {
        dates::day("IsoWeek.of", date).map(|day| Self(semaine::IsoWeek::of(day)))
    }

    #[staticmethod]
    #[pyo3(signature = (date, /))]
    fn from_monday(date: &Bound<'_, PyAny>) -> PyResult<Self> {
        let day = dates::day("IsoWeek.from_monday", date)?;
        semaine::IsoWeek::from_monday(day)
            .map(Self)
            .map_err(|error| errors::not_a_monday(date, day, error))
    }

    #[staticmethod]
    #[pyo3(signature = (epoch_week, /))]
    fn from_epoch_week(epoch_week: &Bound<'_, PyAny>) -> PyResult<Self> {
        wide::epoch_week(nearest_i64(epoch_week)?)
            .map(Self)
            .map_err(|error| errors::refused(epoch_week.py(), error))
    }

    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeek.parse", text, semaine::IsoWeek::parse).map(Self)
    }

    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse_html(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeek.parse_html", text, semaine::IsoWeek::parse_html).map(Self)
    }

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

    #[staticmethod]
    #[pyo3(signature = (year, /))]
    fn of_year<'py>(year: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        week_ranges::of_year(year.py(), nearest_i64(year)?)
    }

    #[staticmethod]
    #[pyo3(signature = (year, month, /))]
    fn overlapping_month<'py>(
        year: &Bound<'py, PyAny>,
        month: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        week_ranges::overlapping_month(year.py(), nearest_i64(year)?, nearest_i64(month)?)
    }

    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    #[getter]
    fn week(&self) -> u8 {
        self.0.week()
    }

    #[getter]
    fn epoch_week(&self) -> i32 {
        self.0.epoch_week()
    }

    #[getter]
    fn monday<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.monday())
    }

    #[getter]
    fn sunday<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.sunday())
    }

    #[pyo3(signature = (weekday, /))]
    fn day<'py>(&self, weekday: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(weekday.py(), self.0.day(integers::weekday(weekday)?))
    }

    #[pyo3(signature = (weekday, /))]
    pub(crate) fn on(&self, weekday: &Bound<'_, PyAny>) -> PyResult<IsoWeekDate> {
        let day = self.0.day(integers::weekday(weekday)?);
        Ok(IsoWeekDate(semaine::IsoWeekDate::of(day)))
    }

    fn to_basic(&self, py: Python<'_>) -> Py<PyString> {
        PyString::new(py, &self.0.to_basic_text()).unbind()
    }

    fn to_html(&self, py: Python<'_>) -> PyResult<Py<PyString>> {
        match self.0.to_html_text() {
            Ok(text) => Ok(PyString::new(py, &text).unbind()),
            Err(error) => Err(errors::refused(py, error)),
        }
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
        let Ok(weeks) = nearest_i64(weeks) else {
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
        let Ok(weeks) = nearest_i64(other) else {
            return Ok(py.NotImplemented());
        };
        let difference = wide::add_weeks(week, weeks.saturating_neg());
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
}

/// An `overflow` that is neither of the two.
fn wrong_overflow(overflow: &str) -> PyErr {
    PyValueError::new_err(format!(
        "overflow must be \"reject\" or \"constrain\", not {overflow:?}"
    ))
}
