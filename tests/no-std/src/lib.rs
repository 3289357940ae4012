//! semaine on a machine with neither `std` nor an allocator.
//!
//! This is a whole program but for its start: it brings the panic handler that `std` would bring,
//! and no global allocator. If anything below used `std`, the handler would be there twice; if
//! anything used `alloc`, the compiler would miss the allocator.

#![no_std]

use core::fmt::Write;
use core::panic::PanicInfo;

use semaine::columns::{Texts, TextsMut, format_week, parse_week, year_week};
use semaine::{Date, IsoWeek, MonthRule, MonthWeek, Weeks};

#[panic_handler]
fn halt(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// Parses, walks, adds, formats and asks columns, reached from a foreign symbol so that nothing is optimised out;
/// the sum of what it met is of no meaning.
#[unsafe(no_mangle)]
pub extern "C" fn semaine_smoke(epoch_day: i32) -> i64 {
    smoke(epoch_day).unwrap_or(-1)
}

fn smoke(epoch_day: i32) -> Option<i64> {
    let week = IsoWeek::of(Date::from_epoch_day(epoch_day).ok()?);
    let parsed = IsoWeek::parse(&week.to_text()).ok()?;
    let weeks = Weeks::of_year(parsed.year()).ok()?;
    let days: i64 = weeks
        .days()
        .rev()
        .step_by(7)
        .map(|day| i64::from(day.epoch_day()))
        .sum();
    let month = MonthWeek::of(week.sunday(), MonthRule::Row);
    let mut length = Length(0);
    write!(length, "{week:>12} {:?}", parsed.checked_add(1)).ok()?;
    let nulls = i64::try_from(columns(epoch_day)?).ok()?;
    Some(days + i64::from(month.week) + i64::try_from(length.0).ok()? + nulls)
}

/// Asks a column for years and weeks, and writes and reads its texts.
fn columns(epoch_day: i32) -> Option<usize> {
    let days = [epoch_day; 40];
    let (mut years, mut weeks) = ([0; 40], [0; 40]);
    let nulls = year_week(&days[..], &mut years, &mut weeks).ok()?;

    let (mut bytes, mut offsets) = ([0; 12 * 40], [0_i32; 41]);
    let texts = TextsMut {
        bytes: &mut bytes,
        offsets: &mut offsets,
    };
    let formatted = format_week(&days[..], texts).ok()?;
    let texts = Texts {
        bytes: &bytes,
        offsets: &offsets,
        validity: None,
    };
    let (mut mondays, mut valid) = ([0; 40], [0; 5]);
    let parsed = parse_week(texts, &mut mondays[..], &mut valid).ok()?;
    Some(nulls + formatted.nulls + parsed.nulls)
}

/// Counts the bytes that are written.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}
