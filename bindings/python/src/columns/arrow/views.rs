//! Texts as views: short ones in the view itself, long ones in one of several buffers.

use std::borrow::Cow;

use pyo3::prelude::*;

use super::import::{Column, malformed};

/// Four bytes of length, and then up to twelve of text, or four of text, four for the number of a buffer
/// and four for the offset into it.
type View = [u8; 16];

/// The texts of a column.
#[derive(Debug)]
pub(super) struct Views<'a> {
    views: Cow<'a, [View]>,
    buffers: Vec<&'a [u8]>,
}

impl<'a> Views<'a> {
    /// # Errors
    ///
    /// `ValueError` if buffers are missing.
    pub(super) fn of(rows: &Column<'a>) -> PyResult<Self> {
        let views = rows.numbers(1, 0)?;
        // After validity and views come the buffers, and then their lengths.
        let count = rows.buffers()?.checked_sub(3).ok_or_else(malformed)?;
        let lengths = rows.lengths(count)?;
        let buffers = lengths.iter().enumerate().map(|(index, length)| {
            let length = usize::try_from(*length).map_err(|_| malformed())?;
            rows.bytes(2 + index, length)
        });
        let buffers = buffers.collect::<PyResult<_>>()?;
        Ok(Self { views, buffers })
    }

    /// The text of a row; none if its view leads nowhere.
    pub(super) fn text(&self, row: usize) -> Option<&[u8]> {
        let view = self.views.get(row)?;
        let [a, b, c, d, rest @ ..] = view;
        let length = usize::try_from(i32::from_ne_bytes([*a, *b, *c, *d])).ok()?;
        if let Some(text) = rest.get(..length) {
            return Some(text);
        }
        let [_, _, _, _, a, b, c, d, e, f, g, h] = rest;
        let buffer = usize::try_from(i32::from_ne_bytes([*a, *b, *c, *d])).ok()?;
        let start = usize::try_from(i32::from_ne_bytes([*e, *f, *g, *h])).ok()?;
        self.buffers.get(buffer)?.get(start..)?.get(..length)
    }
}
