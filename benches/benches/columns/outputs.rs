//! Where the answers go, and how they are read back to be compared.

use std::fmt::Debug;

use semaine::columns::{Texts, TextsMut, WEEK_DATE_TEXT_MAX};

use crate::inputs::days;

/// Columns that a function fills.
pub(crate) trait Output {
    /// What a row holds.
    type Row: PartialEq + Debug;

    /// Columns that hold no answer yet. Every page of them has been written to: the first touch of
    /// one takes longer than the work that is measured.
    fn blank(rows: usize) -> Self;

    /// The answer in a row.
    fn row(&self, row: usize) -> Option<Self::Row>;
}

/// Numbers that are no answer.
pub(crate) trait Blank: Copy + PartialEq + Debug {
    const BLANK: Self;
}

impl Blank for u8 {
    const BLANK: Self = Self::MAX;
}

impl Blank for i32 {
    const BLANK: Self = Self::MAX;
}

impl Blank for i64 {
    const BLANK: Self = Self::MAX;
}

impl Blank for bool {
    const BLANK: Self = true;
}

impl<T: Blank> Output for Vec<T> {
    type Row = T;

    fn blank(rows: usize) -> Self {
        vec![T::BLANK; rows]
    }

    fn row(&self, row: usize) -> Option<T> {
        self.get(row).copied()
    }
}

/// Years and weeks.
pub(crate) struct YearWeeks {
    pub(crate) years: Vec<i32>,
    pub(crate) weeks: Vec<u8>,
}

impl Output for YearWeeks {
    type Row = (i32, u8);

    fn blank(rows: usize) -> Self {
        Self {
            years: Output::blank(rows),
            weeks: Output::blank(rows),
        }
    }

    fn row(&self, row: usize) -> Option<(i32, u8)> {
        self.years.row(row).zip(self.weeks.row(row))
    }
}

/// Days that are replaced by their answers.
pub(crate) struct InPlace(pub(crate) Vec<i32>);

impl Output for InPlace {
    type Row = i32;

    fn blank(rows: usize) -> Self {
        Self(days(rows).to_vec())
    }

    fn row(&self, row: usize) -> Option<i32> {
        self.0.row(row)
    }
}

/// A bit for each row, the first one lowest.
pub(crate) struct Bits(pub(crate) Vec<u8>);

impl Output for Bits {
    type Row = bool;

    fn blank(rows: usize) -> Self {
        Self(Output::blank(rows.div_ceil(8)))
    }

    fn row(&self, row: usize) -> Option<bool> {
        Some(self.0.row(row / 8)? >> (row % 8) & 1 == 1)
    }
}

/// Days, and which of them are valid.
pub(crate) struct Days {
    pub(crate) days: Vec<i32>,
    pub(crate) valid: Bits,
}

impl Output for Days {
    type Row = i32;

    fn blank(rows: usize) -> Self {
        Self {
            days: Output::blank(rows),
            valid: Output::blank(rows),
        }
    }

    fn row(&self, row: usize) -> Option<i32> {
        self.days
            .row(row)
            .filter(|_| self.valid.row(row) == Some(true))
    }
}

/// Texts in Arrow's layout, with room for the longest.
pub(crate) struct Lines {
    bytes: Vec<u8>,
    offsets: Vec<i32>,
}

impl Lines {
    pub(crate) fn texts_mut(&mut self) -> TextsMut<'_, i32> {
        TextsMut {
            bytes: &mut self.bytes,
            offsets: &mut self.offsets,
        }
    }
}

impl Output for Lines {
    type Row = String;

    fn blank(rows: usize) -> Self {
        Self {
            bytes: Output::blank(rows * WEEK_DATE_TEXT_MAX),
            offsets: Output::blank(rows + 1),
        }
    }

    fn row(&self, row: usize) -> Option<String> {
        let bytes = self.bytes.get(span(&self.offsets, row)?)?;
        String::from_utf8(bytes.to_vec()).ok()
    }
}

/// The same layout in a string, to which the peers append, and from which everybody reads.
pub(crate) struct Strings {
    text: String,
    offsets: Vec<i32>,
}

impl Strings {
    /// Writes the text of each row anew.
    pub(crate) fn write<I>(
        &mut self,
        rows: impl IntoIterator<Item = I>,
        append: impl Fn(I, &mut String),
    ) {
        self.text.clear();
        let (first, ends) = self.offsets.split_first_mut().expect("an offset at least");
        *first = 0;
        for (row, end) in rows.into_iter().zip(ends) {
            append(row, &mut self.text);
            *end = self.text.len().try_into().expect("not that many bytes");
        }
    }

    pub(crate) fn texts(&self) -> Texts<'_, i32> {
        Texts {
            bytes: self.text.as_bytes(),
            offsets: &self.offsets,
            validity: None,
        }
    }

    /// The texts, one after the other.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let places = self.offsets.iter().map(|&offset| place(offset));
        let spans = places.clone().zip(places.skip(1));
        spans.map(|(start, end)| self.text.get(start..end).expect("a text"))
    }
}

impl Output for Strings {
    type Row = String;

    fn blank(rows: usize) -> Self {
        Self {
            text: "?".repeat(rows * WEEK_DATE_TEXT_MAX),
            offsets: Output::blank(rows + 1),
        }
    }

    fn row(&self, row: usize) -> Option<String> {
        self.text.get(span(&self.offsets, row)?).map(str::to_owned)
    }
}

fn span(offsets: &[i32], row: usize) -> Option<std::ops::Range<usize>> {
    Some(place(*offsets.get(row)?)..place(*offsets.get(row + 1)?))
}

fn place(offset: i32) -> usize {
    offset.try_into().expect("not negative")
}
