//! The Python module `semaine_floors`, which no user gets: what the package is measured beside.
#![allow(
    missing_docs,
    reason = "the macros of PyO3 write public functions without docs"
)]

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDate;
use semaine::{Error, columns};

#[pymodule]
mod semaine_floors {
    #[pymodule_export]
    use super::{Column, new_date, same};
}

/// What a call costs: the argument given back.
#[pyfunction]
#[pyo3(signature = (date, /))]
fn same(date: Bound<'_, PyAny>) -> Bound<'_, PyAny> {
    date
}

/// What a call costs that makes a date.
#[pyfunction]
#[pyo3(signature = (date, /))]
fn new_date<'py>(date: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDate>> {
    PyDate::new(date.py(), 2025, 8, 4)
}

/// Epoch days as `NumPy` has them, and memory for what is asked of them: what the core takes when
/// Python has no part in it. Every question is answered with how many rows are null.
#[pyclass]
#[derive(Debug)]
struct Column {
    days: Vec<i64>,
    mondays: Vec<i64>,
    years: Vec<i32>,
    numbers: Vec<u8>,
}

#[pymethods]
impl Column {
    /// From the bytes of an array of 64-bit numbers.
    #[new]
    fn new(bytes: &[u8]) -> Self {
        let (days, _) = bytes.as_chunks();
        Self {
            days: days.iter().copied().map(i64::from_ne_bytes).collect(),
            mondays: vec![0; days.len()],
            years: vec![0; days.len()],
            numbers: vec![0; days.len()],
        }
    }

    fn week_start(&mut self) -> PyResult<usize> {
        refused(columns::week_start(&self.days[..], &mut self.mondays[..]))
    }

    fn week_number(&mut self) -> PyResult<usize> {
        refused(columns::week_number(&self.days[..], &mut self.numbers))
    }

    fn iso_year(&mut self) -> PyResult<usize> {
        refused(columns::iso_year(&self.days[..], &mut self.years))
    }

    fn weekday(&mut self) -> PyResult<usize> {
        refused(columns::weekday(&self.days[..], &mut self.numbers))
    }
}

fn refused(nulls: Result<usize, Error>) -> PyResult<usize> {
    nulls.map_err(|error| PyValueError::new_err(error.to_string()))
}
