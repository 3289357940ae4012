//! What the npm package promises.

use crate::bench::targets::Target;
use crate::bench::targets::Yardstick::{FastestPeer, Function, Nanosecond};

/// Every promise about the npm package.
///
/// The gate holds ratios of times that were measured in turns; a time alone is a goal at most, but for
/// the budget.
pub(crate) const TARGETS: &[Target] = &[
    goal("week_start_of_numbers", 8.0),
    goal("week_number_of_numbers", 8.0),
    goal("week_start_of_date", 25.0),
    goal("week_number_of_date", 25.0),
    times("week_start_of_numbers", "js-joda, own objects", 5.0, 1.2),
    times("week_number_of_numbers", "js-joda, own objects", 5.0, 2.5),
    times("week_start_of_date", "date-fns", 50.0, 2.5),
    times("week_number_of_date", "date-fns", 50.0, 25.0),
    times("week_start_of_text", "js-joda", 5.0, 5.0),
    times("week_number_of_text", "js-joda", 5.0, 5.0),
    peers("iso_week_parse", 20.0, 15.0),
    peers("iso_week_format", 10.0, 10.0),
    // The budget: ten million dates in ten milliseconds.
    Target::new("column_year_week", Nanosecond, 1.0, 1.0),
    core("column_iso_year"),
    core("column_week_number"),
    core("column_week_start"),
    core("column_weekday"),
    core("column_year_week"),
    peers("column_iso_year", 100.0, 50.0),
    peers("column_week_number", 100.0, 50.0),
    peers("column_week_start", 100.0, 50.0),
    peers("column_weekday", 100.0, 50.0),
    peers("column_year_week", 100.0, 50.0),
    engine("rows_008", "semaine addon", 1.7),
    engine("rows_008", "semaine portable", 1.7),
    // What is checked before the addon is called.
    engine("rows_128", "semaine addon", 2.8),
    engine("rows_128", "semaine portable", 1.0),
];

/// A time that we want to reach, on a machine like the one of the records.
const fn goal(group: &'static str, nanoseconds: f64) -> Target {
    Target::new(group, Nanosecond, nanoseconds, f64::INFINITY)
}

/// So many times as fast as another library.
const fn times(group: &'static str, peer: &'static str, goal: f64, gate: f64) -> Target {
    Target::new(group, Function(peer), 1.0 / goal, 1.0 / gate)
}

/// So many times as fast as the fastest of the other libraries.
const fn peers(group: &'static str, goal: f64, gate: f64) -> Target {
    Target::new(group, FastestPeer, 1.0 / goal, 1.0 / gate)
}

/// A column, beside the core alone.
const fn core(group: &'static str) -> Target {
    Target::new(group, Function("Rust"), 1.2, 1.6)
}

/// A short column takes hardly longer than with either engine alone.
const fn engine(group: &'static str, engine: &'static str, limit: f64) -> Target {
    Target::new(group, Function(engine), 1.2, limit)
}
