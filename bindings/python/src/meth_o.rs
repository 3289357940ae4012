//! Functions of a date that CPython calls with their one argument as it is (`METH_O`).
//!
//! A `#[pyfunction]` is called with an array of positional and keyword arguments. Taking it apart costs
//! about as much as the answer to a question about one date; DESIGN.md has the figures.

#![allow(unsafe_code, reason = "CPython calls the function through a pointer")]

use std::ffi::{CString, c_int};
use std::panic::{self, AssertUnwindSafe};
use std::ptr;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString, PyType};
use semaine::Date;

use crate::dates;

/// A question that a single date is asked.
pub(crate) trait OfDate {
    /// The name of the function.
    const NAME: &'static str;
    /// What messages call it.
    const CALLED: &'static str;
    /// Its documentation, each line with a space before it, as in a Rust comment.
    const DOC: &'static str;

    /// The answer for a `datetime.date` that is of no subclass; without one, [`Self::other`] is asked.
    fn exact(py: Python<'_>, day: Date) -> Option<Bound<'_, PyAny>>;

    /// The answer for any object, of which the day is known, or why there is none.
    fn other<'py>(object: &Bound<'py, PyAny>, day: Date) -> PyResult<Bound<'py, PyAny>>;
}

/// An [`OfDate`] for each name: its documentation, what it is called, its answer for a plain date, and
/// that for any object and its day.
macro_rules! of_date {
    ($($(#[doc = $doc:literal])* $name:ident($python:expr, $called:expr): $exact:expr, $other:expr;)*) => {$(
        #[allow(non_camel_case_types, reason = "named after the function")]
        pub(crate) enum $name {}

        impl crate::meth_o::OfDate for $name {
            const NAME: &'static str = $python;
            const CALLED: &'static str = $called;
            const DOC: &'static str = concat!($($doc, "\n"),*);

            #[inline]
            fn exact(py: Python<'_>, day: semaine::Date) -> Option<Bound<'_, PyAny>> {
                $exact(py, day)
            }

            fn other<'py>(
                object: &Bound<'py, PyAny>,
                day: semaine::Date,
            ) -> PyResult<Bound<'py, PyAny>> {
                $other(object, day)
            }
        }
    )*};
}

pub(crate) use of_date;

/// The function object, as a module holds it.
///
/// # Errors
///
/// `MemoryError`.
pub(crate) fn function<F: OfDate>(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    owned::<F>(py, None)
}

/// The function object, as a class holds it: it knows the class, by which it is pickled.
///
/// # Errors
///
/// `MemoryError`.
pub(crate) fn static_method<'py, F: OfDate>(
    class: &Bound<'py, PyType>,
) -> PyResult<Bound<'py, PyAny>> {
    owned::<F>(class.py(), Some(class))
}

fn owned<'py, F: OfDate>(
    py: Python<'py>,
    class: Option<&Bound<'py, PyType>>,
) -> PyResult<Bound<'py, PyAny>> {
    let pointer = ffi::PyMethodDefPointer {
        PyCFunction: call::<F>,
    };
    // SAFETY: `call` takes what CPython gives with this flag.
    unsafe { object::<F>(py, class, "date, /", pointer, ffi::METH_O) }
}

/// The object of a function in C.
///
/// # Errors
///
/// `MemoryError`.
///
/// # Safety
///
/// The function has to take what CPython gives with the flags.
pub(crate) unsafe fn object<'py, F: OfDate>(
    py: Python<'py>,
    class: Option<&Bound<'py, PyType>>,
    parameters: &str,
    pointer: ffi::PyMethodDefPointer,
    flags: c_int,
) -> PyResult<Bound<'py, PyAny>> {
    let name = CString::new(F::NAME)?;
    let documentation = F::DOC.replace("\n ", "\n");
    let documentation = format!("{}({parameters})\n--\n\n{}", F::NAME, documentation.trim());
    // Python keeps the pointers as long as the function, so they are never freed.
    let definition = Box::leak(Box::new(ffi::PyMethodDef {
        ml_name: name.into_raw(),
        ml_meth: pointer,
        ml_flags: flags,
        ml_doc: CString::new(documentation)?.into_raw(),
    }));
    let module = PyString::new(py, "semaine");
    let owner = class.map_or(ptr::null_mut(), Bound::as_ptr);
    // SAFETY: the definition is valid for ever, the owner is a class or null, the module's name is a
    // string, and the result is a new reference or null with an exception set.
    unsafe {
        let function = ffi::PyCFunction_NewEx(definition, owner, module.as_ptr());
        Bound::from_owned_ptr_or_err(py, function)
    }
}

/// What CPython calls.
unsafe extern "C" fn call<F: OfDate>(
    _module: *mut ffi::PyObject,
    object: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: CPython calls from a thread that is attached, and lends the object.
    unsafe { answer::<F>(object) }
}

/// The answer for an object as a new reference, or null with an exception set.
///
/// This thread is attached without PyO3's knowledge, so no `Py` should be dropped here, only `Bound`:
/// whatever is not an answer goes through [`told`].
///
/// # Safety
///
/// The thread has to be attached, and the object to outlive the call.
#[inline]
pub(crate) unsafe fn answer<F: OfDate>(object: *mut ffi::PyObject) -> *mut ffi::PyObject {
    let called = panic::catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller's.
        let (py, object) = unsafe {
            let py = Python::assume_attached();
            (py, Bound::ref_from_ptr(py, &object))
        };
        if let Ok(date) = object.cast_exact::<PyDate>()
            && let Some(day) = dates::exact(date)
            && let Some(answer) = F::exact(py, day)
        {
            return answer.into_ptr();
        }
        other::<F>(object)
    }));
    called.unwrap_or_else(|_| panicked())
}

#[cold]
#[inline(never)]
fn other<F: OfDate>(object: &Bound<'_, PyAny>) -> *mut ffi::PyObject {
    let answer = |py: Python<'_>| match dates::day(F::CALLED, object)
        .and_then(|day| F::other(object, day))
    {
        Ok(answer) => answer.into_ptr(),
        Err(error) => {
            error.restore(py);
            ptr::null_mut()
        }
    };
    // SAFETY: there is a `Bound`, so that this thread is attached.
    unsafe { told(answer) }
}

/// Runs something with PyO3 told that this thread is attached.
///
/// `Python::attach` would ask Python whether it is running, and panic in the destructors that ask for a
/// week while it shuts down.
///
/// # Safety
///
/// The thread has to be attached.
pub(crate) unsafe fn told<T>(run: impl FnOnce(Python<'_>) -> T) -> T {
    // SAFETY: the caller's.
    unsafe { Python::attach_unchecked(run) }
}

#[cold]
fn panicked() -> *mut ffi::PyObject {
    // SAFETY: only a function that CPython called on this thread panics.
    unsafe {
        ffi::PyErr_SetString(
            ffi::PyExc_SystemError,
            c"a function of a date panicked".as_ptr(),
        );
    }
    ptr::null_mut()
}
