//! Columns and bitmaps of the wrong length are refused before anything is written.

use semaine::columns::{
    EpochWeeksMut, Instants, InstantsMut, Texts, TextsMut, TimeUnit, epoch_week, format_week,
    is_week_start, is_week_start_bits, iso_year, parse_week, validity, week_end, week_number,
    week_start, week_start_on, weekday, year_week,
};
use semaine::{Error, Weekday};
use semaine_tests::columns::kernels::Cell;
use semaine_tests::columns::sets;
use semaine_tests::columns::texts::Form;

const ROWS: usize = 40;
const DAYS: [i32; ROWS] = [20_000; ROWS];
/// Lengths that are not that of the column, and among them those that a chunk or a byte hides.
const LENGTHS: [usize; 7] = [0, 1, 32, ROWS - 1, ROWS + 1, 64, 2 * ROWS];
const BYTES: [usize; 5] = [0, 4, 6, 8, ROWS];

/// Runs a function on an output of each wrong length, which must be refused and stay as it is.
fn refused<T: Cell, R: std::fmt::Debug>(
    name: &str,
    (lengths, expected): (&[usize], usize),
    run: impl Fn(&mut [T]) -> Result<R, Error>,
) {
    for &length in lengths {
        let mut out = vec![T::GUARD; length];
        let error = run(&mut out).expect_err(name);
        assert_eq!(error.code(), "length_mismatch", "{name}");
        assert_eq!(error.value(), i64::try_from(length).ok(), "{name}");
        let expected = i64::try_from(expected).expect("a small column");
        assert_eq!(error.range(), Some((expected, expected)), "{name}");
        assert!(out.iter().all(|row| *row == T::GUARD), "{name} has written");
    }
}

#[test]
fn outputs_of_days() {
    let (column, rows) = (&DAYS[..], (&LENGTHS[..], ROWS));
    sets::each(|_| {
        refused("week_start", rows, |out: &mut [i32]| {
            week_start(column, out)
        });
        refused("week_start", rows, |out: &mut [i64]| {
            week_start(column, out)
        });
        refused("week_end", rows, |out: &mut [i32]| week_end(column, out));
        refused("week_end", rows, |out: &mut [i64]| week_end(column, out));
        refused("week_start_on", rows, |out: &mut [i32]| {
            week_start_on(column, Weekday::Sunday, out)
        });
        refused("week_start_on", rows, |out: &mut [i64]| {
            week_start_on(column, Weekday::Sunday, out)
        });
        refused("epoch weeks", rows, |out| {
            week_start(column, EpochWeeksMut(out))
        });
        refused("instants", rows, |out| {
            week_start(column, InstantsMut::new(out, TimeUnit::Second, 0)?)
        });
    });
}

#[test]
fn outputs_of_numbers() {
    let (column, rows) = (&DAYS[..], (&LENGTHS[..], ROWS));
    sets::each(|_| {
        refused("week_number", rows, |out| week_number(column, out));
        refused("iso_year", rows, |out| iso_year(column, out));
        refused("epoch_week", rows, |out| epoch_week(column, out));
        refused("weekday", rows, |out| weekday(column, out));
        refused("is_week_start", rows, |out| is_week_start(column, out));
        refused("year_week", rows, |years| {
            year_week(column, years, &mut [0; ROWS])
        });
        refused("year_week", rows, |weeks| {
            let mut years = [i32::GUARD; ROWS];
            let result = year_week(column, &mut years, weeks);
            assert_eq!(years, [i32::GUARD; ROWS]);
            result
        });
    });
}

#[test]
fn bitmaps() {
    let (column, bytes) = (&DAYS[..], (&BYTES[..], ROWS / 8));
    sets::each(|_| {
        refused("is_week_start_bits", bytes, |out| {
            is_week_start_bits(column, out)
        });
        refused("validity", bytes, |out| validity(column, None, out));
        refused("validity", bytes, |given| {
            let mut out = [u8::GUARD; ROWS / 8];
            let result = validity(column, Some(given), &mut out);
            assert_eq!(out, [u8::GUARD; ROWS / 8]);
            result
        });
    });
}

#[test]
fn every_kind_of_input() {
    let wide = [0; ROWS];
    let instants = Instants::new(&wide, TimeUnit::Second, 0).unwrap();
    let rows = (&LENGTHS[..], ROWS);
    sets::each(|_| {
        refused("days in 64 bits", rows, |out| weekday(&wide[..], out));
        refused("instants", rows, |out| weekday(instants, out));
        refused("epoch weeks", rows, |out| {
            weekday(semaine::columns::EpochWeeks(&DAYS), out)
        });
    });
}

#[test]
fn offsets_of_texts_to_write() {
    // One offset more than rows.
    let lengths = (&[0, 1, ROWS - 1, ROWS, ROWS + 2][..], ROWS + 1);
    sets::each(|_| {
        for form in Form::ALL {
            refused("format", lengths, |offsets: &mut [i32]| {
                let mut bytes = [u8::GUARD; 10 * ROWS];
                let (texts, column) = (
                    TextsMut {
                        bytes: &mut bytes,
                        offsets,
                    },
                    &DAYS[..],
                );
                let result = form.format(column, texts);
                assert_eq!(bytes, [u8::GUARD; 10 * ROWS]);
                result
            });
        }
        refused("format", lengths, |offsets: &mut [i64]| {
            format_week(
                &DAYS[..],
                TextsMut {
                    bytes: &mut [],
                    offsets,
                },
            )
        });
    });
}

#[test]
fn columns_and_bitmaps_of_texts_to_read() {
    let bytes = b"2025-W01".repeat(ROWS);
    let offsets: Vec<i32> = (0..=320).step_by(8).collect();
    let texts = Texts {
        bytes: &bytes,
        offsets: &offsets,
        validity: None,
    };
    let rows = (&LENGTHS[..], ROWS);
    sets::each(|_| {
        for form in Form::ALL {
            refused("parse", rows, |out: &mut [i32]| {
                form.parse(texts, out, &mut [0; 5])
            });
            refused("parse", (&BYTES[..], 5), |valid| {
                let mut days = [i32::GUARD; ROWS];
                let result = form.parse(texts, &mut days[..], valid);
                assert_eq!(days, [i32::GUARD; ROWS]);
                result
            });
            refused("parse", (&BYTES[..], 5), |given| {
                let (mut days, mut valid) = ([i32::GUARD; ROWS], [u8::GUARD; 5]);
                let given = Texts {
                    validity: Some(given),
                    ..texts
                };
                let result = form.parse(given, &mut days[..], &mut valid);
                assert_eq!((days, valid), ([i32::GUARD; ROWS], [u8::GUARD; 5]));
                result
            });
        }
        // Not even where the first text begins.
        let none: Texts<'_, i64> = Texts {
            bytes: b"",
            offsets: &[],
            validity: None,
        };
        let error = parse_week(none, &mut [0_i32; 0][..], &mut []).unwrap_err();
        assert_eq!(
            (error.code(), error.range()),
            ("length_mismatch", Some((1, 1)))
        );
        assert_eq!(none.rows(), Err(error));
    });
}
