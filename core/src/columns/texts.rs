//! Columns of texts in Arrow's layout: all bytes in one buffer, and offsets into it.

use crate::Error;
use crate::error::ErrorKind;

/// An offset into the bytes of a column of texts: `i32` in Arrow's `utf8`, `i64` in `large_utf8`.
pub trait Offset: Copy + Default + Number {}

impl Offset for i32 {}
impl Offset for i64 {}

/// What is needed of an offset. Outside this crate nobody can name it.
pub trait Number: Sized {
    /// The offset of a place in memory.
    ///
    /// # Errors
    ///
    /// `text_offset_out_of_range` if it is too large for the type.
    fn from_place(place: usize) -> Result<Self, Error>;

    /// The place in memory, `None` for a negative number and one that no memory has.
    fn place(self) -> Option<usize>;

    /// The number itself.
    fn number(self) -> i64;

    /// The offset so many bytes further on, modulo the type.
    #[must_use]
    fn after(self, bytes: i32) -> Self;

    /// Whether this one is so many bytes after another.
    fn follows(self, other: Self, bytes: i32) -> bool;
}

macro_rules! number {
    ($type:ty) => {
        impl Number for $type {
            fn from_place(place: usize) -> Result<Self, Error> {
                place.try_into().map_err(|_| out_of_range(place))
            }

            fn place(self) -> Option<usize> {
                self.try_into().ok()
            }

            fn number(self) -> i64 {
                self.into()
            }

            #[inline(always)]
            fn after(self, bytes: i32) -> Self {
                self.wrapping_add(Self::from(bytes))
            }

            #[inline(always)]
            fn follows(self, other: Self, bytes: i32) -> bool {
                self.wrapping_sub(other) == Self::from(bytes)
            }
        }
    };
}

number!(i32);
number!(i64);

fn out_of_range(place: usize) -> Error {
    Error::new(
        ErrorKind::TextOffsetOutOfRange,
        place.try_into().unwrap_or(i64::MAX),
    )
}

/// A column of texts to read: Arrow's `utf8` (offsets of `i32`) and `large_utf8` (of `i64`) layout.
///
/// ```
/// use semaine::columns::Texts;
///
/// let texts = Texts {
///     bytes: b"2025-W012025-W02",
///     offsets: &[0, 8, 16],
///     validity: None,
/// };
/// assert_eq!(texts.rows()?, 2);
/// # Ok::<(), semaine::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a, O> {
    /// The texts, one after the other. They need not be UTF-8.
    pub bytes: &'a [u8],
    /// Where each text begins, and where the last one ends; the first need not be 0.
    pub offsets: &'a [O],
    /// Arrow's validity bitmap: a bit a row, the first in the lowest bit of the first byte, 0 for null,
    /// and no more bytes than that takes. Without it every row is valid.
    pub validity: Option<&'a [u8]>,
}

impl<O> Texts<'_, O> {
    /// The number of texts: one less than that of offsets.
    ///
    /// # Errors
    ///
    /// `length_mismatch` without any offset.
    pub const fn rows(&self) -> Result<usize, Error> {
        match self.offsets.len().checked_sub(1) {
            Some(rows) => Ok(rows),
            None => Err(Error::length_mismatch(0, 1)),
        }
    }

    /// Whether a row is not null.
    #[inline]
    pub(super) fn is_valid(&self, row: usize) -> bool {
        self.validity.is_none_or(|bitmap| {
            let byte = bitmap.get(row / 8).copied().unwrap_or_default();
            byte >> (row % 8) & 1 == 1
        })
    }

    /// The validity of rows from one on, as bits.
    #[inline(always)]
    pub(super) fn valid_bits(&self, first: usize) -> u32 {
        self.validity.map_or(u32::MAX, |bitmap| {
            let bytes = bitmap.get(first / 8..).unwrap_or_default();
            bytes
                .first_chunk()
                .map_or(0, |bytes| u32::from_le_bytes(*bytes))
        })
    }
}

impl<O: Offset> Texts<'_, O> {
    /// The bytes of a row.
    ///
    /// # Errors
    ///
    /// `text_offset_out_of_range` if its offsets are not those of a text.
    pub(super) fn row(&self, row: usize) -> Result<&[u8], Error> {
        let offset = |row| self.offsets.get(row).copied().unwrap_or_default();
        let (start, end): (O, O) = (offset(row), offset(row + 1));
        let refused = |offset: O| Error::new(ErrorKind::TextOffsetOutOfRange, offset.number());
        let from = start.place().ok_or_else(|| refused(start))?;
        let rest = self.bytes.get(from..).ok_or_else(|| refused(start))?;
        end.place()
            .and_then(|end| rest.get(..end.checked_sub(from)?))
            .ok_or_else(|| refused(end))
    }
}

/// A column of texts to write: Arrow's `utf8` (offsets of `i32`) and `large_utf8` (of `i64`) layout.
#[derive(Debug)]
pub struct TextsMut<'a, O> {
    /// Room for the texts; what they do not need is left as it is.
    pub bytes: &'a mut [u8],
    /// Room for the place where each text begins, and for that where the last one ends.
    pub offsets: &'a mut [O],
}
