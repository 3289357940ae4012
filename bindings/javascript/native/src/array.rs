//! Typed arrays of JavaScript as slices.
//!
//! While a call lasts, JavaScript of its thread waits for it, and no other thread sees memory that is not
//! shared. So slices of arrays that lie apart are as good as any others.
#![allow(
    unsafe_code,
    reason = "Node hands out addresses, and this is where they become slices"
)]

use std::ffi::c_void;
use std::ptr::{self, NonNull};
use std::slice;

use napi::bindgen_prelude::FromNapiValue;
use napi::{Result, check_status, sys};

/// A typed array that was passed as an argument.
#[derive(Debug)]
pub struct Array {
    kind: sys::napi_typedarray_type,
    /// Whether another thread may write to it.
    is_shared: bool,
    start: *mut c_void,
    /// The number of elements.
    length: usize,
}

impl FromNapiValue for Array {
    unsafe fn from_napi_value(env: sys::napi_env, value: sys::napi_value) -> Result<Self> {
        let (mut kind, mut length, mut start, mut buffer) =
            (0, 0, ptr::null_mut(), ptr::null_mut());
        // SAFETY: environment and value are those that Node has passed. It refuses what is no typed array.
        check_status!(unsafe {
            sys::napi_get_typedarray_info(
                env,
                value,
                &raw mut kind,
                &raw mut length,
                &raw mut start,
                &raw mut buffer,
                ptr::null_mut(),
            )
        })?;
        let mut is_own = false;
        // SAFETY: the buffer is the one that Node has just given. A `SharedArrayBuffer` is no `ArrayBuffer`.
        check_status!(unsafe { sys::napi_is_arraybuffer(env, buffer, &raw mut is_own) })?;
        Ok(Self {
            kind,
            is_shared: !is_own,
            start,
            length,
        })
    }
}

/// What arrays consist of: numbers of which any bits are one.
pub(crate) trait Element: Copy {
    const KIND: sys::napi_typedarray_type;
}

impl Element for u8 {
    const KIND: sys::napi_typedarray_type = sys::TypedarrayType::uint8_array;
}

impl Element for i32 {
    const KIND: sys::napi_typedarray_type = sys::TypedarrayType::int32_array;
}

impl Element for i64 {
    const KIND: sys::napi_typedarray_type = sys::TypedarrayType::bigint64_array;
}

impl Element for f64 {
    const KIND: sys::napi_typedarray_type = sys::TypedarrayType::float64_array;
}

impl Array {
    /// Where the elements are. `None` if they are of another type, shared, or not where such numbers can
    /// be read, as in memory that another addon has made an array of.
    fn place<T: Element>(&self) -> Option<NonNull<T>> {
        if self.kind != T::KIND || self.is_shared {
            return None;
        }
        if self.length == 0 {
            return Some(NonNull::dangling());
        }
        NonNull::new(self.start.cast::<T>()).filter(|place| place.is_aligned())
    }

    /// # Safety
    ///
    /// While the slice lives, nothing may write to its memory.
    unsafe fn values<T: Element>(&self) -> Option<&[T]> {
        let place = self.place::<T>()?;
        // SAFETY: Node has said that there are so many elements, and the caller that they are left alone.
        Some(unsafe { slice::from_raw_parts(place.as_ptr(), self.length) })
    }

    /// # Safety
    ///
    /// While the slice lives, nothing else may read or write its memory.
    unsafe fn values_mut<T: Element>(&mut self) -> Option<&mut [T]> {
        let place = self.place::<T>()?;
        // SAFETY: Node has said that there are so many elements, and the caller that they are left alone.
        Some(unsafe { slice::from_raw_parts_mut(place.as_ptr(), self.length) })
    }

    fn is_apart_from<T, U>(&self, other: &Self) -> bool {
        let ends = |array: &Self, size: usize| {
            let start = array.start.addr();
            (
                start,
                start.saturating_add(array.length.saturating_mul(size)),
            )
        };
        let (start, end) = ends(self, size_of::<T>());
        let (other_start, other_end) = ends(other, size_of::<U>());
        end <= other_start || other_end <= start
    }
}

/// The bytes of an array of bytes. `None` as of [`apart`].
pub(crate) fn bytes(array: &mut Array) -> Option<&mut [u8]> {
    // SAFETY: what borrows the memory borrows its `Array`, the only one of the call.
    unsafe { array.values_mut() }
}

/// A column, and the array that its answers are written to.
///
/// `None` if they have other types, overlap, or can be written to by another thread.
pub(crate) fn apart<'a, T: Element, U: Element>(
    column: &'a Array,
    out: &'a mut Array,
) -> Option<(&'a [T], &'a mut [U])> {
    if !column.is_apart_from::<T, U>(out) {
        return None;
    }
    // SAFETY: they do not overlap, and what borrows one of them borrows its `Array`.
    unsafe { column.values().zip(out.values_mut()) }
}

/// The array that a column and the array for its answers both are.
///
/// `None` if they are not, or as of [`apart`].
pub(crate) fn same<'a, T: Element>(
    column: &'a mut Array,
    out: &'a mut Array,
) -> Option<&'a mut [T]> {
    if column.start != out.start || column.length != out.length || column.kind != out.kind {
        return None;
    }
    // SAFETY: what borrows the memory borrows both.
    unsafe { out.values_mut() }
}

/// A column, and the two arrays that its answers are written to.
///
/// `None` as of [`apart`].
pub(crate) fn all_apart<'a, T: Element, U: Element, V: Element>(
    column: &'a Array,
    first: &'a mut Array,
    second: &'a mut Array,
) -> Option<(&'a [T], &'a mut [U], &'a mut [V])> {
    let are_apart = column.is_apart_from::<T, U>(first)
        && column.is_apart_from::<T, V>(second)
        && first.is_apart_from::<U, V>(second);
    if !are_apart {
        return None;
    }
    // SAFETY: they do not overlap, and what borrows one of them borrows its `Array`.
    unsafe { Some((column.values()?, first.values_mut()?, second.values_mut()?)) }
}
