//! What the Python package promises.

use semaine::columns::InstructionSet::{Avx2, Avx512};

use crate::bench::targets::Target;
use crate::bench::targets::Yardstick::{FastestPeer, Function, Memcpy, Nanosecond};

/// Every promise about the Python package.
///
/// The gate holds ratios of times that were measured in turns; a time alone is a goal at most.
pub(crate) const TARGETS: &[Target] = &[
    Target::new("monday", Function("timedelta"), 0.2, 0.2),
    Target::new("monday", Function("whenever"), 0.4, 0.5),
    Target::new("monday", Function("floor"), 1.2, 1.5),
    Target::new("week_number", Function("isocalendar()[1]"), 1.0, 0.7),
    goal("iso_week", 80.0),
    Target::new("iso_week", Function("isocalendar()"), 1.0, 1.3),
    list("list_week_start", 0.2),
    list("list_week_number", 0.7),
    list("list_iso_week", 0.6),
    goal("list_parse", 80.0),
    list("list_parse", 0.2),
    goal("list_format", 60.0),
    list("list_format", 0.2),
    copy("numpy_week_start", 3.0),
    copy("numpy_week_number", 2.8),
    copy("numpy_iso_year", 3.0),
    copy("numpy_year_week", 3.0),
    copy("numpy_weekday", 2.2),
    copy("numpy_format", 8.0),
    copy("numpy_parse", 12.0),
    core("numpy_out_week_start"),
    core("numpy_out_week_number"),
    core("numpy_out_iso_year"),
    core("numpy_out_weekday"),
    copy("arrow_week_start", 3.0),
    copy("arrow_week_number", 6.0),
    copy("arrow_iso_year", 3.0),
    copy("arrow_year_week", 3.0),
    copy("arrow_weekday", 3.0),
    copy("arrow_format", 4.0),
    copy("arrow_parse", 4.0),
    peer("arrow_week_start", 2.0, 2.0),
    peer("arrow_week_number", 20.0, 15.0),
    peer("arrow_iso_year", 8.0, 3.0),
    peer("arrow_year_week", 20.0, 20.0),
    peer("arrow_format", 10.0, 8.0),
    peer("arrow_parse", 10.0, 10.0),
    copy("polars_week_start", 3.0),
    copy("polars_week_number", 6.0),
    copy("polars_iso_year", 3.0),
    copy("polars_year_week", 3.0),
    copy("polars_weekday", 3.0),
    copy("polars_format", 12.0),
    copy("polars_parse", 14.0),
    peer("polars_week_start", 2.0, 2.0),
    peer("polars_week_number", 20.0, 10.0),
    peer("polars_iso_year", 8.0, 6.0),
    peer("polars_year_week", 20.0, 15.0),
    peer("polars_format", 10.0, 4.0),
    peer("polars_parse", 10.0, 5.0),
    peer("pandas_week_start", 2.0, 2.0),
    peer("pandas_week_number", 20.0, 8.0),
    peer("pandas_iso_year", 8.0, 5.0),
    peer("pandas_year_week", 20.0, 6.0),
    peer("pandas_format", 10.0, 10.0),
    peer("pandas_parse", 10.0, 1.0),
];

/// A time that we want to reach, on a machine like the one of the records.
const fn goal(group: &'static str, nanoseconds: f64) -> Target {
    Target::new(group, Nanosecond, nanoseconds, f64::INFINITY)
}

/// A list, beside the comprehension that it replaces.
const fn list(group: &'static str, limit: f64) -> Target {
    Target::new(group, Function("comprehension"), 1.0 / 6.0, limit)
}

/// A column, beside a copy of its bytes. On machines without wide vectors the arithmetic takes
/// longer than the memory.
const fn copy(group: &'static str, limit: f64) -> Target {
    Target::new(group, Memcpy, 1.3, limit).with(&[Avx2, Avx512])
}

/// A column, beside the core alone.
const fn core(group: &'static str) -> Target {
    Target::new(group, Function("Rust"), 1.1, 1.6)
}

/// A column that is so many times as fast as the fastest peer with that container.
const fn peer(group: &'static str, goal: f64, gate: f64) -> Target {
    Target::new(group, FastestPeer, 1.0 / goal, 1.0 / gate)
}
