//! Python's strings as the texts that the core parses.

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use semaine::Error;

use crate::errors;

/// Parses a `str` with a parser of the core.
///
/// # Errors
///
/// `TypeError` naming the function and the type of anything but a `str`, `ParseError` or
/// `WeekError` for a text that is refused.
pub(crate) fn parse<T>(
    function: &str,
    text: &Bound<'_, PyAny>,
    parser: impl Fn(&str) -> Result<T, Error>,
) -> PyResult<T> {
    let py = text.py();
    let Ok(text) = text.cast::<PyString>() else {
        return Err(PyTypeError::new_err(format!(
            "{function}() takes a str, not {}",
            text.get_type().name()?,
        )));
    };
    let parsed = match text.to_str() {
        Ok(text) => parser(text),
        // A lone surrogate has no UTF-8; whatever replaces it is refused where it stands.
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(py) => {
            let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
            parser(&String::from_utf8_lossy(
                bytes.cast::<PyBytes>()?.as_bytes(),
            ))
        }
        Err(error) => return Err(error),
    };
    parsed.map_err(|error| errors::refused(py, error))
}
