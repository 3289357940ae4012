//! Columns of texts, written and read on each instruction set, beside `format!` and the vectors.

mod table;

use semaine::columns::{Texts, TextsMut, TimeUnit};
use semaine_tests::columns::answers::bitmap;
use semaine_tests::columns::bytes;
use semaine_tests::columns::instants::Clock;
use semaine_tests::columns::sets;
use semaine_tests::columns::texts::{AnyOffset, Form, Read, TextColumn, check_read};
use semaine_tests::exhaustive::{FIRST_DAY, LAST_DAY};
use semaine_tests::oracle::Stepper;
use table::rows;

/// Writes days as texts and reads them back.
fn round_trip(days: &[Option<Stepper>]) {
    let column: Vec<_> = days
        .iter()
        .map(|day| day.map_or(i32::MIN, |day| Form::WeekDate.day(&day)))
        .collect();
    let nulls = days.iter().filter(|day| day.is_none()).count();
    for form in Form::ALL {
        let texts = TextColumn::of(
            days.iter()
                .map(|day| day.as_ref().map(|day| form.text(day))),
        );
        let read: Vec<_> = days
            .iter()
            .map(|day| day.map_or(Read::Null, |day| Read::Day(form.day(&day))))
            .collect();
        texts.check_written::<i32>(form, &column[..], nulls);
        texts.check_written::<i64>(form, &column[..], nulls);
        let wide: Vec<i64> = column.iter().copied().map(i64::from).collect();
        texts.check_written::<i32>(form, &wide[..], nulls);
        check_texts::<i32>(form, &texts, &read);
        check_texts::<i64>(form, &texts, &read);
    }
}

fn check_texts<O: AnyOffset>(form: Form, texts: &TextColumn, read: &[Read]) {
    let texts = Texts {
        bytes: &texts.bytes,
        offsets: &texts.offsets_as::<O>(),
        validity: Some(&texts.valid),
    };
    assert_eq!(check_read(form, texts, read), None);
}

/// Every week of the years with four digits and of those around them, on a weekday that changes
/// from week to week.
#[test]
fn every_week_of_the_years_of_four_digits() {
    let mut day = Stepper::at(-12_000 * 366);
    let mut days = Vec::new();
    while day.iso_year <= 9_999 {
        let weekday = i64::from(day.weekday) - 1;
        if day.iso_year >= -9_999 && day.epoch_week.rem_euclid(7) == weekday {
            days.push(Some(day));
        }
        day.step();
    }
    // 50 cycles of 20,871 weeks, less those of one year of 52.
    assert_eq!(days.len(), 50 * 20_871 - 52);
    sets::each(|_| {
        for days in days.chunks(4_099) {
            round_trip(days);
        }
    });
}

/// Every number of rows, with nulls, with years of another number of digits, and with both.
#[test]
fn every_length_with_nulls_and_expanded_years() {
    let expanded = [
        FIRST_DAY, LAST_DAY, -719_600, 2_932_900, 40_000_000, -5_000_000,
    ];
    sets::each(|_| {
        for length in 0..=100 {
            for kind in 0..4 {
                let days = (0..length).map(|row: usize| match row % 33 {
                    7 if kind & 1 == 1 => None,
                    19 if kind & 2 == 2 => Some(Stepper::at(expanded[(row + length) % 6])),
                    _ => Some(Stepper::at(i64::try_from(row * 97).unwrap())),
                });
                round_trip(&days.collect::<Vec<_>>());
            }
        }
    });
}

#[test]
fn both_ends_of_the_range() {
    let days = (0..700).flat_map(|day| [FIRST_DAY + day, LAST_DAY - day]);
    let days: Vec<_> = days.map(|day| Some(Stepper::at(day))).collect();
    sets::each(|_| round_trip(&days));
}

/// What the texts do not need of a buffer is left as it is.
#[test]
fn a_larger_buffer_keeps_its_rest() {
    for (form, length) in [(Form::Week, 8), (Form::WeekDate, 10)] {
        sets::each(|_| {
            let (mut bytes, mut offsets) = ([b'.'; 500], [0_i32; 41]);
            let texts = TextsMut {
                bytes: &mut bytes,
                offsets: &mut offsets,
            };
            let written = form.format(&[20_000; 40][..], texts).unwrap();
            assert_eq!((written.bytes, written.nulls), (40 * length, 0));
            assert!(bytes[40 * length..].iter().all(|byte| *byte == b'.'));
        });
    }
}

/// Days that the column to be written cannot hold are nulls and no failures.
#[test]
fn instants_that_do_not_fit_are_null() {
    let clock = Clock {
        unit: TimeUnit::Nanosecond,
        offset: 0,
    };
    // The outermost Mondays of nanoseconds in 64 bits, those beyond them, and one far beyond.
    let mondays = [-106_746, -106_753, 106_747, 106_754, 2_900_000].map(Stepper::at);
    for rows in [5, 200] {
        let rows = || mondays.iter().cycle().take(rows);
        let column = TextColumn::of(rows().map(|day| Some(Form::Week.text(day))));
        let expected: Vec<_> = rows()
            .map(|day| clock.midnight(Form::Week.day(day)))
            .collect();
        let known: Vec<_> = expected.iter().map(|row| *row != i64::MIN).collect();
        let texts = Texts {
            bytes: &column.bytes,
            offsets: &column.offsets_as::<i32>(),
            validity: None,
        };
        sets::each(|_| {
            let (mut valid, mut out) = (bitmap(&known), vec![1; expected.len()]);
            valid.fill(0xA5);
            let parsed = Form::Week
                .parse(texts, clock.of_mut(&mut out), &mut valid)
                .unwrap();
            assert_eq!((out, valid), (expected.clone(), bitmap(&known)));
            assert_eq!((parsed.nulls, parsed.failures), (expected.len() / 5 * 3, 0));
        });
    }
}

/// Every vector of the two parsers: alone, and among texts that are read many at a time.
#[test]
fn vectors() {
    let plain = |form, row: i64| form_text(form, 20_000 + row);
    for (form, function) in [
        (Form::Week, "parse_week"),
        (Form::WeekDate, "parse_week_date"),
    ] {
        let vectors: Vec<_> = rows("texts.csv", 7_500)
            .into_iter()
            .filter(|row| row.text("function") == function)
            .collect();
        assert!(vectors.len() > 1_300);
        let (mut all, mut expected, mut first) = (Vec::new(), Vec::new(), None);
        for vector in &vectors {
            let (text, place) = (vector.decoded("text"), vector.place());
            let result: Option<i32> = vector.optional("result");
            let read = result.map_or(Read::Failure, |number| {
                Read::Day(if form == Form::Week {
                    7 * number - 3
                } else {
                    number
                })
            });
            let error = result.is_none().then(|| {
                let (code, offset) = (vector.text("error").to_owned(), vector.get("offset"));
                (code, offset, vector.optional("value"))
            });
            let around = all.len() % 34;
            let mut texts: Vec<_> = (0..34).map(|row| plain(form, row)).collect();
            let mut reads: Vec<_> = (20_000..20_034)
                .map(|day| Read::Day(form.day(&Stepper::at(day))))
                .collect();
            texts[around].clone_from(&text);
            reads[around] = read;
            sets::each(|_| {
                for (texts, reads) in [(&texts[around..=around], &[read][..]), (&texts, &reads)] {
                    let found = check_texts_found::<i32>(form, texts, reads);
                    assert_eq!(found, error, "{place}: {text:?}");
                    assert_eq!(
                        check_texts_found::<i64>(form, texts, reads),
                        error,
                        "{place}"
                    );
                }
            });
            all.push(text);
            expected.push(read);
            first = first.or(error);
        }
        sets::each(|_| assert_eq!(check_texts_found::<i32>(form, &all, &expected), first));
    }
}

fn form_text(form: Form, day: i64) -> String {
    form.text(&Stepper::at(day))
}

/// What a vector says of an error: code, offset and value.
type Refusal = (String, usize, Option<i64>);

fn check_texts_found<O: AnyOffset>(
    form: Form,
    texts: &[String],
    reads: &[Read],
) -> Option<Refusal> {
    let column = TextColumn::of(texts.iter().map(Some));
    let texts = Texts {
        bytes: &column.bytes,
        offsets: &column.offsets_as::<O>(),
        validity: None,
    };
    let error = check_read(form, texts, reads)?;
    Some((error.code().to_owned(), error.offset()?, error.value()))
}

/// A null is null whatever its text is, and no failure.
#[test]
fn nulls_stay_null_whatever_their_text() {
    for form in Form::ALL {
        let good = form_text(form, 20_000);
        let day = form.day(&Stepper::at(20_000));
        for null in ["", "nonsense", &good] {
            for place in 0..70 {
                let mut texts = vec![good.as_str(); 70];
                texts[place] = null;
                let mut reads = vec![Read::Day(day); 70];
                reads[place] = Read::Null;
                let mut column = TextColumn::of(texts.into_iter().map(Some));
                column.valid[place / 8] &= !(1 << (place % 8));
                sets::each(|_| {
                    check_texts::<i32>(form, &column, &reads);
                    check_texts::<i64>(form, &column, &reads);
                });
            }
        }
    }
}

/// A text in which one byte is another one, at every place: the parser of a single text says what
/// it is then.
#[test]
fn one_wrong_byte_among_many_texts() {
    for (form, length) in [(Form::Week, 8), (Form::WeekDate, 10)] {
        let lines: Vec<_> = (0..33)
            .map(|row| form_text(form, 18_000 + 365 * row))
            .collect();
        let lines = lines.join("\n").into_bytes();
        for place in (0..length).map(|byte| byte + 16 * (length + 1)) {
            for byte in 0..=u8::MAX {
                let mut lines = lines.clone();
                lines[place] = byte;
                lines.insert(0, b't');
                bytes::check(&lines);
            }
        }
    }
}

/// Offsets that are not those of texts are refused, and never reach beyond the bytes.
#[test]
fn offsets_that_are_none() {
    let bytes = b"2025-W01".repeat(40);
    let good: Vec<i64> = (0..=320).step_by(8).collect();
    let mut cases = Vec::new();
    for place in [0, 1, 20, 31, 32, 33, 40] {
        for wrong in [
            -1,
            321,
            i64::from(i32::MIN),
            i64::from(i32::MAX),
            i64::MIN,
            i64::MAX,
        ] {
            cases.push((place, wrong));
        }
        if place > 0 {
            cases.push((place, good[place - 1] - 1));
        }
    }
    for (place, wrong) in cases {
        let mut wide = good.clone();
        wide[place] = wrong;
        refused(&bytes, &wide, wrong);
        let narrow: Result<Vec<i32>, _> = wide.iter().copied().map(i32::try_from).collect();
        if let Ok(narrow) = narrow {
            refused(&bytes, &narrow, wrong);
        }
    }
    // All texts of the right length, but before or behind the bytes, also where the sums wrap.
    for start in [-8, -320, 8, 320, i32::MAX - 100, i32::MIN] {
        let offsets: Vec<_> = (0..=40).map(|row| start.wrapping_add(8 * row)).collect();
        refused_anyhow(&bytes, &offsets);
        let offsets: Vec<_> = (0..=40)
            .map(|row| i64::from(start).wrapping_shl(32).wrapping_add(8 * row))
            .collect();
        refused_anyhow(&bytes, &offsets);
    }
}

/// The error names the offset, or the one after it if that is now smaller.
fn refused<O: AnyOffset + Into<i64>>(bytes: &[u8], offsets: &[O], wrong: i64) {
    let value = refused_anyhow(bytes, offsets);
    let after = offsets
        .iter()
        .skip_while(|offset| (**offset).into() != wrong);
    let after = after.skip(1).map(|offset| (*offset).into()).next();
    assert!(
        value == Some(wrong) || value == after,
        "{value:?}, not {wrong}"
    );
}

fn refused_anyhow<O: AnyOffset>(bytes: &[u8], offsets: &[O]) -> Option<i64> {
    let mut value = None;
    let valid = [0; 5];
    for validity in [None, Some(&valid[..])] {
        let texts = Texts {
            bytes,
            offsets,
            validity,
        };
        sets::each(|_| {
            for form in Form::ALL {
                let (mut days, mut valid) = ([0; 40], [0; 5]);
                let error = form.parse(texts, &mut days[..], &mut valid);
                let error = error.expect_err("offsets of no texts");
                assert_eq!(error.code(), "text_offset_out_of_range");
                value = error.value();
            }
        });
    }
    value
}

/// Offsets need not begin at 0, and neither do those of a slice of an Arrow array.
#[test]
fn texts_of_a_slice() {
    let bytes = [b"....".to_vec(), b"2025-W01".repeat(40), b"....".to_vec()].concat();
    let offsets: Vec<i32> = (4..=324).step_by(8).collect();
    let texts = Texts {
        bytes: &bytes,
        offsets: &offsets,
        validity: None,
    };
    sets::each(|_| {
        assert_eq!(
            check_read(Form::Week, texts, &[Read::Day(20_087); 40]),
            None
        );
    });
}
