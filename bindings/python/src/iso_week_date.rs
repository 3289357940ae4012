//! `semaine.IsoWeekDate`.

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyString, PyType};
use semaine::{Date, Error, wide};

use crate::integers::{nearest_i64, operand};
use crate::iso_week::IsoWeek;
use crate::meth_o::{self, of_date};
use crate::{dates, errors, pydantic, texts};

/// A day as ISO 8601 writes it in weeks: a week and a weekday.
///
/// Parameters
/// ----------
/// year : int
///     The ISO year, which near New Year may differ from the calendar year of the day.
/// week : int
///     The number of the week, 1 to 52, or 53 in years that have 53 weeks.
/// weekday : int
///     1 (Monday) to 7 (Sunday).
/// overflow : {"reject", "constrain"}, default "reject"
///     What to do with a week that is too large for the year: refuse it, or take the last week.
///
/// Raises
/// ------
/// WeekError
///     If there is no such day (codes ``week_out_of_range``, ``week_not_in_year``,
///     ``weekday_out_of_range``, ``year_out_of_range``).
///
/// Examples
/// --------
/// >>> from datetime import date
/// >>> from semaine import IsoWeekDate
/// >>> day = IsoWeekDate.of(date(2024, 12, 31))
/// >>> day
/// IsoWeekDate(2025, 1, 2)
/// >>> str(day + 7), day.date
/// ('2025-W02-2', datetime.date(2024, 12, 31))
#[pyclass(frozen, immutable_type, eq, ord, module = "semaine")]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct IsoWeekDate(pub(crate) semaine::IsoWeekDate);

of_date! {
    /// Give the week date of a date.
    ///
    /// Parameters
    /// ----------
    /// date : datetime.date or datetime.datetime
    ///     Of a datetime, its own calendar date counts, whatever its time zone.
    ///
    /// Returns
    /// -------
    /// IsoWeekDate
    ///     The same day.
    ///
    /// Raises
    /// ------
    /// TypeError
    ///     For anything else.
    ///
    /// Examples
    /// --------
    /// >>> from datetime import date
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate.of(date(2005, 1, 1))
    /// IsoWeekDate(2004, 53, 6)
    Of("of", "IsoWeekDate.of"):
        |py, day| Some(Bound::new(py, IsoWeekDate::from(day)).ok()?.into_any()),
        |object: &Bound<'py, PyAny>, day| {
            Ok(Bound::new(object.py(), IsoWeekDate::from(day))?.into_any())
        };
}

impl From<Date> for IsoWeekDate {
    fn from(day: Date) -> Self {
        Self(semaine::IsoWeekDate::of(day))
    }
}

#[pymethods]
impl IsoWeekDate {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("year", "week", "weekday");
    /// The first day of the first week.
    #[classattr]
    const MIN: Self = Self(semaine::IsoWeekDate::MIN);
    /// The last day of the last week.
    #[classattr]
    const MAX: Self = Self(semaine::IsoWeekDate::MAX);

    #[new]
    #[pyo3(signature = (year, week, weekday, *, overflow = "reject"))]
    fn new(
        year: &Bound<'_, PyAny>,
        week: &Bound<'_, PyAny>,
        weekday: &Bound<'_, PyAny>,
        overflow: &str,
    ) -> PyResult<Self> {
        let week = IsoWeek::new(year, week, overflow)?;
        week.on(weekday)
    }

    /// `of`: a function in a class is called without it, as a static method is.
    #[classattr]
    fn of(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        meth_o::static_method::<Of>(&py.get_type::<Self>())
    }

    /// Give the day of a number that counts from 1970-01-01.
    ///
    /// Parameters
    /// ----------
    /// epoch_day : int
    ///     What :attr:`epoch_day` gives.
    ///
    /// Returns
    /// -------
    /// IsoWeekDate
    ///     The day.
    ///
    /// Raises
    /// ------
    /// WeekError
    ///     Before :attr:`MIN` or after :attr:`MAX` (code ``epoch_day_out_of_range``).
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate.from_epoch_day(0)
    /// IsoWeekDate(1970, 1, 4)
    #[staticmethod]
    #[pyo3(signature = (epoch_day, /))]
    fn from_epoch_day(epoch_day: &Bound<'_, PyAny>) -> PyResult<Self> {
        wide::epoch_day(nearest_i64(epoch_day)?)
            .map(|day| Self(semaine::IsoWeekDate::of(day)))
            .map_err(|error| errors::refused(epoch_day.py(), error))
    }

    /// Read ``2025-W32-4``, ``2025W324``, or ``+12025-W32-4`` beyond the year 9999; nothing else.
    ///
    /// Parameters
    /// ----------
    /// text : str
    ///     The text, without white space.
    ///
    /// Returns
    /// -------
    /// IsoWeekDate
    ///     The day.
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
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate.parse("2025-W32-4").date
    /// datetime.date(2025, 8, 7)
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeekDate.parse", text, semaine::IsoWeekDate::parse).map(Self)
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
    /// IsoWeekDate
    ///     The day.
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
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate.parse_lenient(" 2025-w7-1 ")
    /// IsoWeekDate(2025, 7, 1)
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse_lenient(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let parser = semaine::IsoWeekDate::parse_lenient;
        texts::parse("IsoWeekDate.parse_lenient", text, parser).map(Self)
    }

    /// The year that the week belongs to.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    /// The number of the week in its year, 1 to 53.
    #[getter]
    fn week(&self) -> u8 {
        self.0.week()
    }

    /// The ISO weekday, 1 (Monday) to 7 (Sunday).
    #[getter]
    fn weekday(&self) -> u8 {
        self.0.weekday().number()
    }

    /// The days since 1970-01-01, negative before it.
    #[getter]
    fn epoch_day(&self) -> i32 {
        self.0.date().epoch_day()
    }

    /// The week that contains the day.
    #[getter]
    fn iso_week(&self) -> IsoWeek {
        IsoWeek(self.0.iso_week())
    }

    /// The same day as a ``datetime.date``.
    ///
    /// Raises
    /// ------
    /// WeekOverflowError
    ///     Outside the years that ``datetime.date`` holds.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.date())
    }

    /// Give the basic form, without separators; ``format(day, "basic")`` does the same.
    ///
    /// Returns
    /// -------
    /// str
    ///     The text.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate(2025, 32, 4).to_basic()
    /// '2025W324'
    fn to_basic<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, &self.0.to_basic_text())
    }

    /// Give what Django's migrations write for the day: the class and its arguments.
    ///
    /// Returns
    /// -------
    /// tuple
    ///     The name of the class, the arguments, and no named ones.
    ///
    /// Examples
    /// --------
    /// >>> from semaine import IsoWeekDate
    /// >>> IsoWeekDate(2025, 32, 4).deconstruct()
    /// ('semaine.IsoWeekDate', (2025, 32, 4), {})
    fn deconstruct<'py>(
        &self,
        py: Python<'py>,
    ) -> (&'static str, (i32, u8, u8), Bound<'py, PyDict>) {
        let (year, week, weekday) = self.0.parts();
        let arguments = (year, week, weekday.number());
        ("semaine.IsoWeekDate", arguments, PyDict::new(py))
    }

    fn __str__<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, &self.0.to_text())
    }

    fn __repr__(&self) -> String {
        let (year, week, weekday) = self.0.parts();
        format!("IsoWeekDate({year}, {week}, {})", weekday.number())
    }

    fn __format__<'py>(&self, py: Python<'py>, form: &str) -> PyResult<Bound<'py, PyAny>> {
        match form {
            "" => Ok(self.__str__(py).into_any()),
            "basic" => Ok(self.to_basic(py).into_any()),
            other => self.__str__(py).call_method1("__format__", (other,)),
        }
    }

    fn __hash__(&self) -> isize {
        self.epoch_day() as isize
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (i32, u8, u8)) {
        let (year, week, weekday) = slf.get().0.parts();
        (slf.get_type(), (year, week, weekday.number()))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (_memo, /))]
    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __add__<'py>(&self, days: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = days.py();
        let Some(days) = operand(days)? else {
            return Ok(py.NotImplemented().into_bound(py));
        };
        moved(py, self.0.checked_add(days))
    }

    fn __radd__<'py>(&self, days: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.__add__(days)
    }

    fn __sub__<'py>(&self, other: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        if let Ok(other) = other.cast::<Self>() {
            let days = self.0.days_since(other.get().0);
            return Ok(days.into_pyobject(py)?.into_any());
        }
        let Some(days) = operand(other)? else {
            return Ok(py.NotImplemented().into_bound(py));
        };
        moved(py, self.0.checked_sub(days))
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

/// The result of an operator.
fn moved(py: Python<'_>, day: Result<semaine::IsoWeekDate, Error>) -> PyResult<Bound<'_, PyAny>> {
    let day = day.map_err(|error| errors::overflow(py, error))?;
    Ok(IsoWeekDate(day).into_pyobject(py)?.into_any())
}
