//! The structures of Arrow's C data and C stream interface, whose layout never changes.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

/// `struct ArrowSchema`: the type of a column.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Schema {
    pub(super) format: *const c_char,
    pub(super) name: *const c_char,
    pub(super) metadata: *const c_char,
    pub(super) flags: i64,
    pub(super) n_children: i64,
    pub(super) children: *mut *mut Schema,
    pub(super) dictionary: *mut Schema,
    pub(super) release: Option<unsafe extern "C" fn(*mut Schema)>,
    pub(super) private_data: *mut c_void,
}

/// `struct ArrowArray`: the values of a column.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Array {
    pub(super) length: i64,
    pub(super) null_count: i64,
    pub(super) offset: i64,
    pub(super) n_buffers: i64,
    pub(super) n_children: i64,
    pub(super) buffers: *mut *const c_void,
    pub(super) children: *mut *mut Array,
    pub(super) dictionary: *mut Array,
    pub(super) release: Option<unsafe extern "C" fn(*mut Array)>,
    pub(super) private_data: *mut c_void,
}

/// `struct ArrowArrayStream`: columns of one type, one after the other.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Stream {
    pub(super) get_schema: Option<unsafe extern "C" fn(*mut Stream, *mut Schema) -> c_int>,
    pub(super) get_next: Option<unsafe extern "C" fn(*mut Stream, *mut Array) -> c_int>,
    pub(super) get_last_error: Option<unsafe extern "C" fn(*mut Stream) -> *const c_char>,
    pub(super) release: Option<unsafe extern "C" fn(*mut Stream)>,
    pub(super) private_data: *mut c_void,
}

/// What has to be released once, by whoever has it then.
pub(super) trait Released: Send + 'static {
    /// What capsules of it are called.
    const NAME: &'static CStr;

    /// One that holds nothing, and counts as released.
    fn empty() -> Self;

    fn is_released(&self) -> bool;
}

macro_rules! released {
    ($type:ident, $name:literal, { $($field:ident: $value:expr),* }) => {
        // SAFETY: the interface asks that these may be used and released by any thread, one at a time.
        unsafe impl Send for $type {}

        impl Released for $type {
            const NAME: &'static CStr = $name;

            fn empty() -> Self {
                Self {
                    release: None,
                    private_data: ptr::null_mut(),
                    $($field: $value),*
                }
            }

            fn is_released(&self) -> bool {
                self.release.is_none()
            }
        }

        impl Drop for $type {
            fn drop(&mut self) {
                if let Some(release) = self.release {
                    // SAFETY: this is the owner, and it is not released yet.
                    unsafe { release(self) }
                }
            }
        }
    };
}

released!(Schema, c"arrow_schema", {
    format: ptr::null(),
    name: ptr::null(),
    metadata: ptr::null(),
    flags: 0,
    n_children: 0,
    children: ptr::null_mut(),
    dictionary: ptr::null_mut()
});

released!(Array, c"arrow_array", {
    length: 0,
    null_count: 0,
    offset: 0,
    n_buffers: 0,
    n_children: 0,
    buffers: ptr::null_mut(),
    children: ptr::null_mut(),
    dictionary: ptr::null_mut()
});

released!(Stream, c"arrow_array_stream", {
    get_schema: None,
    get_next: None,
    get_last_error: None
});

/// Moves what a capsule holds out of it.
///
/// # Errors
///
/// `TypeError` for what is no capsule, `ValueError` for one of another name or whose content was moved
/// already.
pub(super) fn taken<T: Released>(capsule: &Bound<'_, PyAny>) -> PyResult<T> {
    let capsule = capsule.cast::<PyCapsule>()?;
    let content = capsule.pointer_checked(Some(T::NAME))?.cast::<T>();
    // SAFETY: a capsule of this name points to such a structure; what is left in its place is released.
    let content = unsafe { content.replace(T::empty()) };
    if content.is_released() {
        return Err(PyValueError::new_err("the Arrow data was released already"));
    }
    Ok(content)
}

/// A capsule that releases what nobody moves out of it.
pub(super) fn capsule<T: Released>(py: Python<'_>, content: T) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, content, T::NAME)
}

impl Stream {
    /// The type of the columns.
    ///
    /// # Errors
    ///
    /// What the producer says.
    pub(super) fn schema(&mut self) -> PyResult<Schema> {
        let mut schema = Schema::empty();
        // SAFETY: the stream is not released, and both structures are valid during the call.
        let code = self
            .get_schema
            .map_or(0, |get_schema| unsafe { get_schema(self, &raw mut schema) });
        self.checked(code).map(|()| schema)
    }

    /// The next column, if there is one more.
    ///
    /// # Errors
    ///
    /// What the producer says.
    pub(super) fn next(&mut self, py: Python<'_>) -> PyResult<Option<Array>> {
        let mut array = Array::empty();
        let code = self.get_next.map_or(0, |get_next| {
            // A producer may compute the column now, with other threads that need the interpreter.
            // SAFETY: as above.
            py.detach(|| unsafe { get_next(self, &raw mut array) })
        });
        self.checked(code)?;
        Ok((!array.is_released()).then_some(array))
    }

    fn checked(&mut self, code: c_int) -> PyResult<()> {
        if code == 0 {
            return Ok(());
        }
        // SAFETY: a call failed just now, so that the producer has a text, or null.
        let text = self
            .get_last_error
            .map_or(ptr::null(), |get| unsafe { get(self) });
        // SAFETY: it ends with a zero, and lives until the next call.
        let text = unsafe { text.as_ref() }.map(|text| unsafe { CStr::from_ptr(text) });
        let text = text.map_or("the Arrow stream failed".into(), CStr::to_string_lossy);
        Err(PyValueError::new_err(text.into_owned()))
    }
}
