//! How semaine stands beside a promise.

use std::fmt;

use anyhow::{Context, Result};
use semaine::columns::InstructionSet;

use super::group::Group;
use super::targets::{self, Target, Yardstick};

/// A promise, and what was measured.
#[derive(Debug)]
pub(crate) struct Verdict {
    target: &'static Target,
    figure: f64,
}

impl Verdict {
    /// The verdict, where a figure of ours and one for the yardstick were measured.
    pub(crate) fn of(target: &'static Target, groups: &[Group]) -> Option<Self> {
        let group = groups.iter().find(|group| group.name() == target.group)?;
        let figure = group.measure(target.yardstick)?;
        Some(Self { target, figure })
    }

    pub(crate) fn target(&self) -> &'static Target {
        self.target
    }

    pub(crate) fn group(&self) -> &'static str {
        self.target.group
    }

    /// Whether what was set out for has been reached.
    pub(crate) fn is_met(&self) -> bool {
        self.figure <= self.target.goal
    }

    /// Whether the gate opens.
    pub(crate) fn holds(&self) -> bool {
        self.figure <= self.target.limit
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { target, figure } = self;
        write!(f, "{figure:.2} ")?;
        match target.yardstick {
            Yardstick::FastestPeer => f.write_str("of the fastest peer's time")?,
            Yardstick::Memcpy => f.write_str("of memcpy's time")?,
            Yardstick::Nanosecond => f.write_str("ns a date")?,
            Yardstick::Function(name) => write!(f, "of the time of {name}")?,
        }
        let goal = if self.is_met() { "met" } else { "missed" };
        write!(f, ": goal {:.2} {goal}", target.goal)?;
        if target.limit.is_infinite() {
            return f.write_str(", no gate");
        }
        let gate = if self.holds() { "held" } else { "broken" };
        write!(f, ", gate {:.2} {gate}", target.limit)
    }
}

/// The verdicts on what was measured, of the promises made for the instruction set in use.
pub(crate) fn all(targets: &'static [Target], groups: &[Group]) -> Vec<Verdict> {
    targets::promised(targets, InstructionSet::current())
        .filter_map(|target| Verdict::of(target, groups))
        .collect()
}

/// The same, where everything has to have been measured: a target that nothing measures would be
/// met for ever.
pub(crate) fn complete(
    targets: impl IntoIterator<Item = &'static Target>,
    groups: &[Group],
) -> Result<Vec<Verdict>> {
    let verdict = |target| {
        Verdict::of(target, groups).with_context(|| {
            format!(
                "the group {} has a target and lacks the figures for it: \
                 the benchmarks and the targets in xtask/src/bench must agree",
                target.group,
            )
        })
    };
    targets.into_iter().map(verdict).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::bench::figures::Figures;
    use crate::bench::group::groups;

    pub(crate) fn figures(group: &str, function: &str, min: f64) -> Figures {
        Figures {
            group: group.to_owned(),
            function: function.to_owned(),
            min,
            median: min + 0.5,
        }
    }

    /// A promise whose gate stands a tenth above its goal.
    pub(crate) fn target(group: &'static str, yardstick: Yardstick, goal: f64) -> &'static Target {
        Box::leak(Box::new(Target::new(group, yardstick, goal, goal + 0.1)))
    }

    fn verdict(yardstick: Yardstick, goal: f64, ours: f64) -> Verdict {
        let groups = groups(vec![
            figures("weekday_10m", "memcpy", 2.0),
            figures("weekday_10m", "semaine", ours),
            figures("weekday_10m", "semaine SSE2", 0.1),
            figures("weekday_10m", "chrono", 4.0),
            figures("weekday_10m", "jiff", 8.0),
        ]);
        Verdict::of(target("weekday_10m", yardstick, goal), &groups).unwrap()
    }

    #[test]
    fn a_promise_is_met_held_or_broken_by_the_main_function_alone() {
        let met = verdict(Yardstick::FastestPeer, 0.5, 1.0);
        assert!(met.is_met() && met.holds());
        assert_eq!(
            met.to_string(),
            "0.25 of the fastest peer's time: goal 0.50 met, gate 0.60 held",
        );
        let held = verdict(Yardstick::FastestPeer, 0.5, 2.2);
        assert!(!held.is_met() && held.holds());
        assert_eq!(
            held.to_string(),
            "0.55 of the fastest peer's time: goal 0.50 missed, gate 0.60 held",
        );
        let broken = verdict(Yardstick::FastestPeer, 0.5, 3.0);
        assert!(!broken.holds());
        assert_eq!(
            broken.to_string(),
            "0.75 of the fastest peer's time: goal 0.50 missed, gate 0.60 broken",
        );
    }

    #[test]
    fn a_column_is_held_against_a_copy() {
        let held = verdict(Yardstick::Memcpy, 1.3, 2.5);
        assert!(held.holds());
        assert_eq!(
            held.to_string(),
            "1.25 of memcpy's time: goal 1.30 met, gate 1.40 held"
        );
        let broken = verdict(Yardstick::Memcpy, 1.3, 3.0);
        assert!(!broken.holds());
    }

    #[test]
    fn a_budget_is_held_against_nothing() {
        let held = verdict(Yardstick::Nanosecond, 1.0, 1.05);
        assert!(held.holds());
        assert_eq!(
            held.to_string(),
            "1.05 ns a date: goal 1.00 missed, gate 1.10 held"
        );
        assert!(!verdict(Yardstick::Nanosecond, 1.0, 1.2).holds());
    }

    #[test]
    fn one_function_can_be_the_yardstick() {
        let verdict = verdict(Yardstick::Function("jiff"), 0.1, 1.0);
        assert_eq!(
            verdict.to_string(),
            "0.12 of the time of jiff: goal 0.10 missed, gate 0.20 held"
        );
    }

    #[test]
    fn a_goal_may_have_no_gate() {
        let groups = groups(vec![figures("iso_week", "semaine", 90.0)]);
        let target = Target::new("iso_week", Yardstick::Nanosecond, 80.0, f64::INFINITY);
        let verdict = Verdict::of(Box::leak(Box::new(target)), &groups).unwrap();
        assert!(verdict.holds());
        assert_eq!(
            verdict.to_string(),
            "90.00 ns a date: goal 80.00 missed, no gate"
        );
    }

    #[test]
    fn a_target_without_figures_is_an_error() {
        let alone = groups(vec![
            figures("weekday_10m", "semaine", 1.0),
            figures("monday", "chrono", 1.0),
        ]);
        for (group, yardstick) in [
            ("weekday_10m", Yardstick::FastestPeer),
            ("weekday_10m", Yardstick::Memcpy),
            ("monday", Yardstick::FastestPeer),
            ("monday", Yardstick::Nanosecond),
            ("nowhere", Yardstick::Nanosecond),
        ] {
            let target = target(group, yardstick, 1.0);
            assert!(Verdict::of(target, &alone).is_none(), "{group}");
            let error = complete([target], &alone).unwrap_err();
            assert!(
                error
                    .to_string()
                    .starts_with(&format!("the group {group} has a target")),
                "{error}",
            );
        }
        let budget = target("weekday_10m", Yardstick::Nanosecond, 1.0);
        assert_eq!(complete([budget], &alone).unwrap().len(), 1);
    }
}
