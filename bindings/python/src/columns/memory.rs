//! Memory for columns of answers.

use std::alloc::{Layout, alloc_zeroed};
use std::ptr;

use pyo3::exceptions::PyMemoryError;
use pyo3::prelude::*;

/// There is not as much memory as a column needs. Unlike other allocations, those of columns are as
/// large as callers say, so that they fail without taking the process along.
#[derive(Clone, Copy, Debug)]
pub(super) struct NoMemory;

impl From<NoMemory> for PyErr {
    fn from(_: NoMemory) -> Self {
        PyMemoryError::new_err("there is not enough memory for the column")
    }
}

/// Numbers of which any bits are one.
pub(super) trait Number: Copy + Default {}

impl Number for u8 {}
impl Number for i32 {}
impl Number for i64 {}
impl Number for [u8; 16] {}

/// So many zeros. The pages of a large column are asked to be large ones, as NumPy does: there are fewer
/// of them to be had from the system, which otherwise takes longer than to compute the column.
///
/// # Errors
///
/// `NoMemory`.
pub(super) fn zeros<T: Number>(count: usize) -> Result<Vec<T>, NoMemory> {
    let layout = Layout::array::<T>(count).map_err(|_| NoMemory)?;
    if layout.size() == 0 {
        return Ok(Vec::new());
    }
    // SAFETY: the layout has a size.
    let start = unsafe { alloc_zeroed(layout) }.cast::<T>();
    if start.is_null() {
        return Err(NoMemory);
    }
    // SAFETY: this is how a slice of so many numbers is allocated, and all bits 0 are one.
    let zeros = unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(start, count)) }.into_vec();
    #[cfg(target_os = "linux")]
    advise(&zeros);
    Ok(zeros)
}

/// What an iterator of known length gives.
///
/// # Errors
///
/// `NoMemory`.
pub(super) fn collected<T>(items: impl Iterator<Item = T>) -> Result<Vec<T>, NoMemory> {
    let mut collected = Vec::new();
    collected
        .try_reserve_exact(items.size_hint().0)
        .map_err(|_| NoMemory)?;
    collected.extend(items);
    Ok(collected)
}

/// From how many bytes on it is worth a call to the system.
#[cfg(target_os = "linux")]
const LARGE: usize = 1 << 22;

#[cfg(target_os = "linux")]
fn advise<T>(values: &[T]) {
    const PAGE: usize = 4096;
    let bytes = size_of_val(values);
    if bytes < LARGE {
        return;
    }
    let start = values.as_ptr().cast::<u8>();
    let skipped = start.align_offset(PAGE);
    // SAFETY: whole pages inside this allocation, whose content the advice does not change. If it is not
    // taken, nothing is lost.
    unsafe {
        let first = start.wrapping_add(skipped).cast_mut().cast();
        libc::madvise(first, bytes.saturating_sub(skipped), libc::MADV_HUGEPAGE);
    }
}
