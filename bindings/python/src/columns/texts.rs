//! Columns of texts that do not lie as the core reads them: parsed through a buffer where they do.

use semaine::Error;
use semaine::columns::{self, ColumnMut, Offset, Parsed, Texts};

use super::question::Form;

/// The rows that go through the buffer at once: a multiple of eight, so that bitmaps can be cut there.
const ROWS: usize = 1024;

/// The first row that could not be read, and why.
pub(crate) type Failure = Option<(usize, Error)>;

/// Parses texts as the core reads them.
pub(crate) fn parse<O: Offset>(
    form: Form,
    texts: Texts<'_, O>,
    out: impl ColumnMut,
    validity: &mut [u8],
) -> Result<Parsed, Error> {
    match form {
        Form::Week => columns::parse_week(texts, out, validity),
        Form::WeekDate => columns::parse_week_date(texts, out, validity),
    }
}

/// Parses texts that a function appends to a buffer, row by row; it returns whether the row is valid.
pub(crate) fn parse_each<T>(
    form: Form,
    out: &mut [T],
    validity: &mut [u8],
    mut text: impl FnMut(usize, &mut Vec<u8>) -> bool,
) -> Result<Failure, Error>
where
    for<'a> &'a mut [T]: ColumnMut,
{
    let mut failure = None;
    let (mut bytes, mut offsets) = (Vec::with_capacity(ROWS * 10), Vec::with_capacity(ROWS + 1));
    let mut valid = [0; ROWS / 8];
    let blocks = out.chunks_mut(ROWS).zip(validity.chunks_mut(ROWS / 8));
    for (block, (out, validity)) in blocks.enumerate() {
        bytes.clear();
        offsets.clear();
        offsets.push(0);
        for row in 0..out.len() {
            let is_valid = text(block * ROWS + row, &mut bytes);
            if let Some(byte) = valid.get_mut(row / 8) {
                *byte = *byte & !(1 << (row % 8)) | u8::from(is_valid) << (row % 8);
            }
            offsets.push(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        }
        let texts = Texts {
            bytes: &bytes,
            offsets: &offsets,
            validity: valid.get(..validity.len()),
        };
        let parsed = parse(form, texts, out, validity)?;
        let first = parsed.first_failure;
        failure = failure.or(first.map(|(row, error)| (block * ROWS + row, error)));
    }
    Ok(failure)
}
