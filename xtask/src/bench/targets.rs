//! What semaine promises beside its fastest peer.

/// Two ratios of semaine's time to the fastest peer's, for one group of benchmarks.
pub(crate) struct Target {
    /// The group of benchmarks.
    pub(crate) group: &'static str,
    /// What we want to reach. A goal that is missed is printed as missed.
    pub(crate) goal: f64,
    /// What the gate accepts: the goal, or where that is out of reach what has been reached and
    /// some room for noise. `COMPARE.md` has the figures, and what stands in the way.
    pub(crate) limit: f64,
}

/// Every promise.
pub(crate) const TARGETS: [Target; 7] = [
    target("week_date_of_epoch_day", 0.5, 0.75),
    target("week_date_of_own_date", 1.0, 0.75),
    target("monday", 0.5, 0.5),
    target("parse_week", 0.2, 0.4),
    target("parse_week_date", 0.2, 0.65),
    target("format_week", 0.2, 0.35),
    target("format_week_date", 0.2, 0.75),
];

const fn target(group: &'static str, goal: f64, limit: f64) -> Target {
    Target { group, goal, limit }
}

/// The promise about a group, if there is one.
pub(crate) fn of(group: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.group == group)
}
