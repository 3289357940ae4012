//! `semaine.IsoWeekDate`.

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString, PyType};
use semaine::wide;

use crate::integers::nearest_i64;
use crate::iso_week::IsoWeek;
use crate::{dates, errors, pydantic, texts};

#[pyclass(frozen, eq, ord, module = "semaine")]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct IsoWeekDate(pub(crate) semaine::IsoWeekDate);

#[pymethods]
impl IsoWeekDate {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("year", "week", "weekday");
    #[classattr]
    const MIN: Self = Self(semaine::IsoWeekDate::MIN);
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

    #[staticmethod]
    #[pyo3(signature = (date, /))]
    fn of(date: &Bound<'_, PyAny>) -> PyResult<Self> {
        dates::day("IsoWeekDate.of", date).map(|day| Self(semaine::IsoWeekDate::of(day)))
    }

    #[staticmethod]
    #[pyo3(signature = (epoch_day, /))]
    fn from_epoch_day(epoch_day: &Bound<'_, PyAny>) -> PyResult<Self> {
        wide::epoch_day(nearest_i64(epoch_day)?)
            .map(|day| Self(semaine::IsoWeekDate::of(day)))
            .map_err(|error| errors::refused(epoch_day.py(), error))
    }

    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        texts::parse("IsoWeekDate.parse", text, semaine::IsoWeekDate::parse).map(Self)
    }

    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse_lenient(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let parser = semaine::IsoWeekDate::parse_lenient;
        texts::parse("IsoWeekDate.parse_lenient", text, parser).map(Self)
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
    fn weekday(&self) -> u8 {
        self.0.weekday().number()
    }

    #[getter]
    fn epoch_day(&self) -> i32 {
        self.0.date().epoch_day()
    }

    #[getter]
    fn iso_week(&self) -> IsoWeek {
        IsoWeek(self.0.iso_week())
    }

    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        dates::date(py, self.0.date())
    }

    fn to_basic<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, &self.0.to_basic_text())
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
        let Ok(days) = nearest_i64(days) else {
            return Ok(py.NotImplemented().into_bound(py));
        };
        self.moved(py, days)
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
        let Ok(days) = nearest_i64(other) else {
            return Ok(py.NotImplemented().into_bound(py));
        };
        self.moved(py, days.saturating_neg())
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

impl IsoWeekDate {
    fn moved<'py>(&self, py: Python<'py>, days: i64) -> PyResult<Bound<'py, PyAny>> {
        let moved = self.0.checked_add(days);
        let moved = moved.map_err(|error| errors::overflow(py, error))?;
        Ok(Self(moved).into_pyobject(py)?.into_any())
    }
}
