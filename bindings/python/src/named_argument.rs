//! Functions of a date that can also be called with the name of their argument.
//!
//! Called without it, they cost as little as those of `meth_o.rs`.

#![allow(unsafe_code, reason = "CPython calls the function through a pointer")]

use std::panic;
use std::ptr;

use pyo3::exceptions::PyTypeError;
use pyo3::ffi;
use pyo3::prelude::*;

use crate::meth_o::{self, OfDate};

/// A question that a single date is asked, by a name.
pub(crate) trait OfNamedDate: OfDate {
    /// The name of the argument.
    const PARAMETER: &'static str;
}

/// The function object, as a module holds it.
///
/// # Errors
///
/// `MemoryError`.
pub(crate) fn function<F: OfNamedDate>(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let pointer = ffi::PyMethodDefPointer {
        PyCFunctionFastWithKeywords: call::<F>,
    };
    let flags = ffi::METH_FASTCALL | ffi::METH_KEYWORDS;
    // SAFETY: `call` takes what CPython gives with these flags.
    unsafe { meth_o::object::<F>(py, None, F::PARAMETER, pointer, flags) }
}

/// What CPython calls, with the arguments of which the last ones have the names.
unsafe extern "C" fn call<F: OfNamedDate>(
    _module: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    positional: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: CPython calls from a thread that is attached, and lends a tuple of names or null, and as
    // many arguments as are positional and have names: one, wherever it is read.
    unsafe {
        let is_given = if names.is_null() {
            positional == 1
        } else {
            positional == 0 && is_name::<F>(names)
        };
        if is_given {
            meth_o::answer::<F>(*arguments)
        } else {
            refuse::<F>()
        }
    }
}

/// Whether there is one name, and it is that of the argument.
///
/// # Safety
///
/// The thread has to be attached, and the object to be a tuple that outlives the call.
#[cold]
unsafe fn is_name<F: OfNamedDate>(names: *mut ffi::PyObject) -> bool {
    let compared = panic::catch_unwind(|| {
        // SAFETY: the caller's.
        unsafe {
            meth_o::told(|py| {
                let names = Bound::from_borrowed_ptr(py, names);
                names.eq((F::PARAMETER,)).unwrap_or(false)
            })
        }
    });
    compared.unwrap_or(false)
}

/// # Safety
///
/// The thread has to be attached.
#[cold]
unsafe fn refuse<F: OfNamedDate>() -> *mut ffi::PyObject {
    let message = || {
        let (function, parameter) = (F::CALLED, F::PARAMETER);
        format!("{function}() takes exactly one argument, {parameter}")
    };
    // SAFETY: the caller's.
    unsafe { meth_o::told(|py| PyTypeError::new_err(message()).restore(py)) }
    ptr::null_mut()
}
