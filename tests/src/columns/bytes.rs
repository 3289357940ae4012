//! What holds for columns made of any bytes whatsoever: the fuzz target and the replay of its
//! corpus check the same things.

use semaine::columns::{EpochWeeks, Instants, Texts};
use semaine::{Error, Weekday};

use super::answers::{Answers, bitmap};
use super::instants::{Clock, UNITS};
use super::kernels::Kernels;
use super::sets;
use super::texts::{AnyOffset, Form, Read, check_read};

/// Columns of the kind that the first byte names: `t` for texts, one a line, of which those that
/// begin with `!` are null; `o` for texts at any offsets; else days and instants.
///
/// # Panics
///
/// Where an answer is not that of the stepper or, for texts, of the parser of a single one.
pub fn check(bytes: &[u8]) {
    match bytes.split_first() {
        Some((b't', lines)) => texts(lines),
        Some((b'o', rest)) => texts_at_offsets(rest),
        Some((clock, numbers)) => days(*clock, numbers),
        None => {}
    }
}

fn texts(lines: &[u8]) {
    let mut ends = vec![0];
    let mut valid = Vec::new();
    let mut bytes = Vec::new();
    for line in lines.split(|byte| *byte == b'\n') {
        valid.push(line.first() != Some(&b'!'));
        bytes.extend_from_slice(line);
        ends.push(i32::try_from(bytes.len()).expect("an input of less than 2 GiB"));
    }
    let valid = bitmap(&valid);
    check_texts(&bytes, &ends, Some(&valid));
    check_texts(&bytes, &ends, None);
}

/// The number of offsets in a byte, the offsets in four each, as many bytes of validity as they
/// need, and the texts.
fn texts_at_offsets(bytes: &[u8]) {
    let Some((&count, rest)) = bytes.split_first() else {
        return;
    };
    let (offsets, rest) = rest.split_at(rest.len().min(4 * usize::from(count)));
    let offsets: Vec<_> = offsets
        .as_chunks()
        .0
        .iter()
        .map(|bytes| i32::from_le_bytes(*bytes))
        .collect();
    let rows = offsets.len().saturating_sub(1);
    let (valid, texts) = rest.split_at(rest.len().min(rows.div_ceil(8)));
    if valid.len() == rows.div_ceil(8) {
        check_texts(texts, &offsets, Some(valid));
    }
    check_texts(texts, &offsets, None);
}

fn check_texts(bytes: &[u8], offsets: &[i32], validity: Option<&[u8]>) {
    let wide: Vec<_> = offsets.iter().copied().map(i64::from).collect();
    sets::each(|_| {
        for form in Form::ALL {
            check_column(
                form,
                Texts {
                    bytes,
                    offsets,
                    validity,
                },
            );
            check_column(
                form,
                Texts {
                    bytes,
                    offsets: &wide,
                    validity,
                },
            );
        }
    });
}

fn check_column<O: AnyOffset + Into<i64>>(form: Form, texts: Texts<'_, O>) {
    let Some(rows) = texts.offsets.len().checked_sub(1) else {
        let refused = form.parse(texts, &mut [0][..], &mut [0]);
        assert_eq!(refused.map_err(Error::code), Err("length_mismatch"));
        return;
    };
    let place = |offset: O| usize::try_from(offset.into()).ok();
    let ends = texts.offsets.windows(2).map(|ends| match ends {
        [start, end] => texts.bytes.get(place(*start)?..place(*end)?),
        _ => None,
    });
    let Some(each) = ends.collect::<Option<Vec<_>>>() else {
        let (mut days, mut valid) = (vec![0; rows], vec![0; rows.div_ceil(8)]);
        let refused = form.parse(texts, &mut days[..], &mut valid);
        let code = refused.map_err(Error::code);
        assert_eq!(code, Err("text_offset_out_of_range"));
        return;
    };
    let mut first_failure = None;
    let expected: Vec<_> = each
        .into_iter()
        .enumerate()
        .map(|(row, text)| {
            let byte = texts.validity.and_then(|bitmap| bitmap.get(row / 8));
            if byte.is_some_and(|byte| byte >> (row % 8) & 1 == 0) {
                return Read::Null;
            }
            match form.read_one(text) {
                Ok(day) => Read::Day(day),
                Err(error) => {
                    first_failure.get_or_insert(error);
                    Read::Failure
                }
            }
        })
        .collect();
    assert_eq!(check_read(form, texts, &expected), first_failure);
}

/// A byte that gives unit and offset, and numbers of 32 or 64 bits: days, weeks and instants.
fn days(clock: u8, numbers: &[u8]) {
    let (narrow, wide) = (numbers.as_chunks().0, numbers.as_chunks().0);
    let narrow: Vec<_> = narrow.iter().map(|row| i32::from_le_bytes(*row)).collect();
    let wide: Vec<_> = wide.iter().map(|row| i64::from_le_bytes(*row)).collect();
    let clock = Clock {
        unit: UNITS
            .into_iter()
            .nth(usize::from(clock % 4))
            .expect("four units"),
        // Less than a day either way, 0 in the middle.
        offset: (i32::from(clock / 4) - 32) * 2_699,
    };
    sets::each(|_| {
        let mut kernels = Kernels::default();
        check_days(&mut kernels, &narrow);
        check_wide(&mut kernels, &wide);
        check_instants(&mut kernels, clock, &wide);
    });
}

/// Compares every kernel on days and on epoch weeks in 32 bits.
///
/// # Panics
///
/// On the first answer that differs.
pub fn check_days(kernels: &mut Kernels, column: &[i32]) {
    let answers = Answers::of(column.iter().map(|&day| Some(day.into())));
    kernels.read::<i32>(column, &answers);
    kernels.read::<i64>(column, &answers);
    kernels.replace(column, &Weekday::ALL, &answers);
    kernels.replace_by_numbers(column, &answers);

    // The Monday of 1970-W01 is epoch day -3.
    let mondays = column.iter().map(|&week| Some(7 * i64::from(week) - 3));
    kernels.read::<i32>(EpochWeeks(column), &Answers::of(mondays));
}

/// Compares every kernel on days in 64 bits.
///
/// # Panics
///
/// On the first answer that differs.
pub fn check_wide(kernels: &mut Kernels, column: &[i64]) {
    let answers = Answers::of(column.iter().copied().map(Some));
    kernels.read::<i32>(column, &answers);
    kernels.read::<i64>(column, &answers);
    kernels.replace(column, &Weekday::ALL, &answers);
}

/// Compares every kernel on instants.
///
/// # Panics
///
/// On the first answer that differs.
pub fn check_instants(kernels: &mut Kernels, clock: Clock, column: &[i64]) {
    let answers = Answers::of(column.iter().map(|&instant| clock.day(instant)));
    let instants = Instants::new(column, clock.unit, clock.offset).expect("less than a day");
    kernels.read::<i32>(instants, &answers);
    kernels.read::<i64>(instants, &answers);
    clock.check_written(kernels, instants, &answers);
    clock.check_replaced(kernels, column, &answers);
}
