//! The date at the start of a text, which exports often follow with a time.

use semaine::{Date, ErrorKind};

/// Reads `YYYY-MM-DD`, alone or followed by `T` or a space and a time such as `08:30`,
/// `08:30:00.5`, `08:30:00Z` or `08:30:00+02:00`. The time is judged and then ignored.
pub(crate) fn date_of(text: &[u8]) -> Result<Date, String> {
    let error = match Date::parse_bytes(text) {
        Ok(date) => return Ok(date),
        Err(error) => error,
    };
    let split = error
        .offset()
        .filter(|_| error.kind() == ErrorKind::ParseTrailing)
        .and_then(|end| text.split_at_checked(end));
    match split {
        Some((date, [b'T' | b' ', time @ ..])) => {
            let date = Date::parse_bytes(date).map_err(|error| error.to_string())?;
            if is_time(time) {
                Ok(date)
            } else {
                let at = text.len() - time.len();
                Err(format!("expected a time such as 08:30:00 (at byte {at})"))
            }
        }
        _ => Err(error.to_string()),
    }
}

fn is_time(text: &[u8]) -> bool {
    let Some(rest) = two_digits(text, 23).and_then(|rest| colon_and_two_digits(rest, 59)) else {
        return false;
    };
    // 60 is a leap second.
    let rest = colon_and_two_digits(rest, 60).map_or(rest, after_fraction);
    is_zone(rest)
}

fn is_zone(text: &[u8]) -> bool {
    match text {
        b"" | b"Z" => true,
        [b'+' | b'-', zone @ ..] => two_digits(zone, 23).is_some_and(|rest| {
            rest.is_empty()
                || two_digits(rest, 59).is_some_and(<[u8]>::is_empty)
                || colon_and_two_digits(rest, 59).is_some_and(<[u8]>::is_empty)
        }),
        _ => false,
    }
}

fn after_fraction(text: &[u8]) -> &[u8] {
    match text {
        [b'.' | b',', b'0'..=b'9', rest @ ..] => {
            let end = rest.iter().position(|byte| !byte.is_ascii_digit());
            end.and_then(|end| rest.get(end..)).unwrap_or_default()
        }
        _ => text,
    }
}

fn colon_and_two_digits(text: &[u8], largest: u8) -> Option<&[u8]> {
    two_digits(text.strip_prefix(b":")?, largest)
}

/// What follows two digits of a number that is not too large.
fn two_digits(text: &[u8], largest: u8) -> Option<&[u8]> {
    match text {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
            (10 * (tens - b'0') + (ones - b'0') <= largest).then_some(rest)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_follow() {
        for text in [
            "2025-08-07",
            "2025-08-07T08:30",
            "2025-08-07 08:30:59",
            "2025-08-07 23:59:60",
            "2025-08-07T08:30:00.123456789Z",
            "2025-08-07 08:30:00,5",
            "2025-08-07 00:00:00+00",
            "2025-08-07 00:00:00-0330",
            "2025-08-07T00:00:00.000+02:00",
        ] {
            assert_eq!(
                date_of(text.as_bytes()),
                Ok(Date::new(2025, 8, 7).unwrap()),
                "{text}"
            );
        }
    }

    #[test]
    fn anything_else_may_not() {
        for (text, reason) in [
            (
                "2025-08-07T",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07 ",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07 08",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07 24:00",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07T08:60",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07T08:30:00.",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07T08:30+2",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "2025-08-07T08:30Z ",
                "expected a time such as 08:30:00 (at byte 11)",
            ),
            (
                "+12025-08-07 now",
                "expected a time such as 08:30:00 (at byte 13)",
            ),
            (
                "2025-08-07x",
                "expected the end of the text, found 'x' (at byte 10)",
            ),
            (
                "2025-08-07t08:30",
                "expected the end of the text, found 't' (at byte 10)",
            ),
            (" 2025-08-07", "expected a digit, found ' ' (at byte 0)"),
            ("07/08/2025", "expected a digit, found '/' (at byte 2)"),
            (
                "2025-13-01T08:30",
                "month 13 is out of range: 1 to 12 (at byte 5)",
            ),
            ("", "the text is empty (at byte 0)"),
        ] {
            assert_eq!(date_of(text.as_bytes()), Err(reason.to_owned()), "{text}");
        }
    }
}
