//! The whole message of every kind of error: people read it, and bindings pass it on.

use semaine::columns::{Instants, Texts, TextsMut, TimeUnit, format_week, parse_week, week_start};
use semaine::{Date, Error, ErrorKind, IsoWeek, IsoWeekDate, Weekday};

/// A refused value, the error's code and its message.
type Case = (Result<(), Error>, &'static str, &'static str);

#[allow(clippy::too_many_lines, reason = "a table with a case for every kind")]
fn cases() -> Vec<Case> {
    vec![
        (
            Date::from_epoch_day(i32::MIN).map(drop),
            "epoch_day_out_of_range",
            "epoch day -2147483648 is out of range: -2147483642 to 2147483642",
        ),
        (
            IsoWeek::from_epoch_week(306_783_378).map(drop),
            "epoch_week_out_of_range",
            "epoch week 306783378 is out of range: -306783377 to 306783377",
        ),
        (
            IsoWeek::new(5_881_581, 1).map(drop),
            "year_out_of_range",
            "year 5881581 is out of range: -5877641 to 5881580",
        ),
        (
            IsoWeek::parse_html("0000-W01").map(drop),
            "html_year_out_of_range",
            "HTML year 0 is out of range: 1 to 5881580 (at byte 0)",
        ),
        (
            Date::new(2025, 13, 1).map(drop),
            "month_out_of_range",
            "month 13 is out of range: 1 to 12",
        ),
        (
            Date::parse("2025-08-32").map(drop),
            "day_out_of_range",
            "day 32 is out of range: 1 to 31 (at byte 8)",
        ),
        (
            Date::parse("2025-02-29").map(drop),
            "day_not_in_month",
            "day 29 does not exist in month 2 of 2025, which has 28 days (at byte 8)",
        ),
        (
            IsoWeek::new(2025, 54).map(drop),
            "week_out_of_range",
            "week 54 is out of range: 1 to 53",
        ),
        (
            IsoWeek::new(2025, 53).map(drop),
            "week_not_in_year",
            "week 53 does not exist in 2025, which has 52 weeks",
        ),
        (
            Weekday::from_number(0).map(drop),
            "weekday_out_of_range",
            "weekday 0 is out of range: 1 to 7",
        ),
        (
            Date::parse("2025-08-07")
                .and_then(IsoWeek::from_monday)
                .map(drop),
            "not_a_monday",
            "2025-08-07 is a Thursday, not a Monday: its week starts on 2025-08-04",
        ),
        (
            IsoWeek::parse("").map(drop),
            "parse_empty",
            "the text is empty (at byte 0)",
        ),
        (
            IsoWeek::parse("2025-W3").map(drop),
            "parse_unexpected_end",
            "the text ends too early (at byte 7)",
        ),
        (
            IsoWeek::parse("2025-W3x").map(drop),
            "parse_expected_digit",
            "expected a digit, found 'x' (at byte 7)",
        ),
        (
            IsoWeek::parse("2025/W32").map(drop),
            "parse_expected_separator",
            "expected a separator, found '/' (at byte 4)",
        ),
        (
            IsoWeek::parse("2025-08-07").map(drop),
            "parse_expected_w",
            "expected 'W', found '0' (at byte 5)",
        ),
        (
            IsoWeekDate::parse("2025W32-4").map(drop),
            "parse_mixed_separators",
            "expected the same form throughout, found '-' (at byte 7)",
        ),
        (
            IsoWeek::parse("-0000-W01").map(drop),
            "parse_negative_zero",
            "the year zero takes no minus sign (at byte 0)",
        ),
        (
            IsoWeek::parse("2025-W32\n").map(drop),
            "parse_trailing",
            "expected the end of the text, found byte 0x0A (at byte 8)",
        ),
        (
            week_start(&[0; 3][..], &mut [0; 2][..]).map(drop),
            "length_mismatch",
            "length 2 does not match: expected 3",
        ),
        (
            Instants::new(&[], TimeUnit::Second, 86_400).map(drop),
            "utc_offset_out_of_range",
            "UTC offset 86400 is out of range: -86399 to 86399",
        ),
        (
            format_week(
                &[0][..],
                TextsMut {
                    bytes: &mut [0; 7],
                    offsets: &mut [0_i32; 2],
                },
            )
            .map(drop),
            "text_buffer_too_small",
            "the text buffer of 7 bytes is too small for the texts of the column",
        ),
        (
            parse_week(texts(&[0, -8]), &mut [0][..], &mut [0]).map(drop),
            "text_offset_out_of_range",
            "text offset -8 is negative, before the one before it, beyond the texts, or too large \
             for its type",
        ),
        (
            jiff::civil::Date::try_from(Date::MAX).map(drop),
            "jiff_out_of_range",
            "epoch day 2147483642 is out of range: -4371587 to 2932896",
        ),
        (
            chrono::NaiveDate::try_from(Date::MAX).map(drop),
            "chrono_out_of_range",
            "epoch day 2147483642 is out of range: -96465292 to 95026236",
        ),
        (
            time::Date::try_from(Date::MIN).map(drop),
            "time_out_of_range",
            "epoch day -2147483642 is out of range: -365961662 to 364522971",
        ),
    ]
}

fn texts(offsets: &[i32]) -> Texts<'_, i32> {
    Texts {
        bytes: b"2025-W01",
        offsets,
        validity: None,
    }
}

#[test]
fn every_kind_explains_itself() {
    let cases = cases();
    for (result, code, message) in &cases {
        let error = result.unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().as_str()),
            (*code, *message)
        );
    }
    for kind in ErrorKind::ALL {
        assert!(
            cases.iter().any(|(_, code, _)| kind.code() == *code),
            "no case for {}",
            kind.code()
        );
    }
}

/// What a failed `unwrap` shows.
#[test]
fn debug_shows_the_code_and_the_message() {
    let error = IsoWeek::new(2025, 53).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "Error { code: \"week_not_in_year\", \
         message: \"week 53 does not exist in 2025, which has 52 weeks\" }"
    );
}
