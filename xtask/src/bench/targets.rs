//! What semaine promises beside its fastest peer.

/// A promise about one group of benchmarks.
pub(crate) struct Target {
    /// The group of benchmarks.
    pub(crate) group: &'static str,
    /// The largest accepted ratio of semaine's time to the fastest peer's.
    pub(crate) ratio: f64,
}

/// Every promise.
pub(crate) const TARGETS: [Target; 6] = [
    target("week_date_of_epoch_day", 0.5),
    target("monday", 0.5),
    target("parse_week", 0.2),
    target("parse_week_date", 0.2),
    target("format_week", 0.2),
    target("format_week_date", 0.2),
];

const fn target(group: &'static str, ratio: f64) -> Target {
    Target { group, ratio }
}

/// The promise about a group, if there is one.
pub(crate) fn of(group: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.group == group)
}
