//! Columns of others, as slices of their memory.

use std::alloc::Layout;
use std::borrow::Cow;
use std::slice;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::abi::Array;
use crate::columns::memory::{NoMemory, Number, collected};

/// A column of some length, in the memory of whoever made it.
#[derive(Debug)]
pub(super) struct Column<'a> {
    array: &'a Array,
    /// The row of the memory with which the column begins.
    offset: usize,
    length: usize,
    /// The struct of which it is the only field, since a row of that may be null, too.
    parent: Option<&'a Array>,
}

impl<'a> Column<'a> {
    /// # Errors
    ///
    /// `ValueError` for an array that contradicts itself.
    pub(super) fn of(array: &'a Array, in_struct: bool) -> PyResult<Self> {
        let (offset, length) = (number(array.offset)?, number(array.length)?);
        if !in_struct {
            return Ok(Self {
                array,
                offset,
                length,
                parent: None,
            });
        }
        if array.n_children != 1 {
            return Err(malformed());
        }
        // SAFETY: it has as many children as it says, if it has any.
        let child = unsafe { array.children.as_ref().and_then(|child| child.as_ref()) };
        let child = child.ok_or_else(malformed)?;
        let end = offset.checked_add(length).ok_or_else(malformed)?;
        if number(child.length)? < end {
            return Err(malformed());
        }
        Ok(Self {
            array: child,
            offset: number(child.offset)?
                .checked_add(offset)
                .ok_or_else(malformed)?,
            length,
            parent: Some(array),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// The numbers of a buffer, so many more than rows; copied if they do not lie as numbers should.
    ///
    /// # Errors
    ///
    /// `ValueError` if there is no such buffer, or no memory could hold it; `MemoryError` if none is left
    /// for a copy.
    pub(super) fn numbers<T: Number>(&self, index: usize, more: usize) -> PyResult<Cow<'a, [T]>> {
        let length = self.length + more;
        if self.length == 0 {
            // Without rows there may be no memory.
            return Ok(Cow::Owned(vec![T::default(); length]));
        }
        let end = self.offset.checked_add(length);
        if end.is_none_or(|end| Layout::array::<T>(end).is_err()) {
            return Err(malformed());
        }
        let start = buffer(self.array, index)?
            .cast::<T>()
            .wrapping_add(self.offset);
        if start.is_aligned() {
            // SAFETY: the buffer has a number for each row, and any bits are one.
            return Ok(Cow::Borrowed(unsafe {
                slice::from_raw_parts(start, length)
            }));
        }
        // SAFETY: as above, at any place.
        let numbers = (0..length).map(|row| unsafe { start.wrapping_add(row).read_unaligned() });
        Ok(Cow::Owned(collected(numbers)?))
    }

    /// So many bytes of a buffer from its start.
    ///
    /// # Errors
    ///
    /// `ValueError` if there is no such buffer.
    pub(super) fn bytes(&self, index: usize, length: usize) -> PyResult<&'a [u8]> {
        if length == 0 {
            return Ok(&[]);
        }
        // SAFETY: the caller has the length from the column.
        Ok(unsafe { slice::from_raw_parts(buffer(self.array, index)?, length) })
    }

    /// How many buffers there are.
    pub(super) fn buffers(&self) -> PyResult<usize> {
        number(self.array.n_buffers)
    }

    /// The lengths of so many buffers of texts, which are the last buffer of a column of views.
    pub(super) fn lengths(&self, count: usize) -> PyResult<Vec<i64>> {
        let bytes = self.bytes(self.buffers()?.saturating_sub(1), count * size_of::<i64>())?;
        let lengths = bytes.as_chunks().0.iter();
        Ok(lengths.map(|bytes| i64::from_ne_bytes(*bytes)).collect())
    }

    /// The validity of the rows, the first in the lowest bit, spare bits 0; none if all are valid.
    pub(super) fn validity(&self) -> PyResult<Option<Vec<u8>>> {
        let own = bits(self.array, self.offset, self.length)?;
        let Some(parent) = self.parent else {
            return Ok(own);
        };
        let outer = bits(parent, number(parent.offset)?, self.length)?;
        Ok(match (own, outer) {
            (Some(mut own), Some(outer)) => {
                for (byte, outer) in own.iter_mut().zip(outer) {
                    *byte &= outer;
                }
                Some(own)
            }
            (own, outer) => own.or(outer),
        })
    }
}

fn buffer(array: &Array, index: usize) -> PyResult<*const u8> {
    if index >= number(array.n_buffers)? || array.buffers.is_null() {
        return Err(malformed());
    }
    // SAFETY: it has as many buffers as it says.
    let start = unsafe { *array.buffers.add(index) };
    if start.is_null() {
        return Err(malformed());
    }
    Ok(start.cast())
}

/// The validity bitmap of rows from one on, moved to the first bit.
fn bits(array: &Array, offset: usize, length: usize) -> Result<Option<Vec<u8>>, NoMemory> {
    if array.null_count == 0 || length == 0 {
        return Ok(None);
    }
    // Where everything is valid, there may be no bitmap.
    let Ok(start) = buffer(array, 0) else {
        return Ok(None);
    };
    let (first, shift) = (offset / 8, offset % 8);
    // SAFETY: the bitmap has a bit for each row up to the last.
    let bitmap = unsafe { slice::from_raw_parts(start.add(first), (shift + length).div_ceil(8)) };
    let mut bits = if shift == 0 {
        collected(bitmap.iter().copied())?
    } else {
        let nexts = bitmap.iter().skip(1).chain([&0]);
        let pairs = bitmap.iter().zip(nexts);
        collected(pairs.map(|(low, high)| low >> shift | high << (8 - shift)))?
    };
    bits.truncate(length.div_ceil(8));
    if let (Some(last), spare @ 1..) = (bits.last_mut(), 8 * length.div_ceil(8) - length) {
        *last &= u8::MAX >> spare;
    }
    Ok(Some(bits))
}

fn number(number: i64) -> PyResult<usize> {
    number.try_into().map_err(|_| malformed())
}

pub(super) fn malformed() -> PyErr {
    PyValueError::new_err("the Arrow array is malformed")
}
