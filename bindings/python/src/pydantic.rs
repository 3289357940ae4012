//! What pydantic asks a class for: `semaine/_pydantic.py`, which imports pydantic, answers it.

use pyo3::prelude::*;
use pyo3::types::PyType;

/// The schema of a class.
pub(crate) fn core_schema<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    class
        .py()
        .import("semaine._pydantic")?
        .call_method1("core_schema_of", (class,))
}

/// The JSON schema of a class, whatever pydantic makes of its schema.
pub(crate) fn json_schema<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    class
        .py()
        .import("semaine._pydantic")?
        .call_method1("json_schema_of", (class,))
}
