//! A group of benchmarks that do the same job, as a table with verdicts.

use std::collections::BTreeMap;
use std::fmt;

use super::figures::Figures;
use super::targets::Yardstick;
use super::verdict::Verdict;

/// The function that the targets are about; others of ours begin with it and a space.
const OURS: &str = "semaine";
/// The floor of columns, which is nobody's library: it only moves the bytes.
const MEMCPY: &str = "memcpy";
/// All that bounds us and is no peer: a call that does nothing else, the core alone, and lines of code
/// that check nothing.
const FLOORS: [&str; 4] = [MEMCPY, "floor", "Rust", "by hand"];

/// The benchmarks of one job.
#[derive(Debug)]
pub(crate) struct Group {
    name: String,
    /// The fastest comes first.
    figures: Vec<Figures>,
}

/// The groups, by name.
pub(crate) fn groups(figures: Vec<Figures>) -> Vec<Group> {
    let mut groups: BTreeMap<String, Vec<Figures>> = BTreeMap::new();
    for figures in figures {
        groups
            .entry(figures.group.clone())
            .or_default()
            .push(figures);
    }
    groups
        .into_iter()
        .map(|(name, mut figures)| {
            figures.sort_by(|a, b| a.min.total_cmp(&b.min));
            Group { name, figures }
        })
        .collect()
}

impl Group {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn figures(&self) -> &[Figures] {
        &self.figures
    }

    /// The shortest time of a function, in nanoseconds a date.
    pub(crate) fn min(&self, function: &str) -> Option<f64> {
        self.figures
            .iter()
            .find(|figures| figures.function == function)
            .map(|figures| figures.min)
    }

    /// Our time.
    pub(crate) fn ours(&self) -> Option<f64> {
        self.min(OURS)
    }

    /// Our time as a part of a copy's.
    pub(crate) fn to_floor(&self) -> Option<f64> {
        Some(self.ours()? / self.min(MEMCPY)?)
    }

    /// Our time in terms of a yardstick, where both were measured.
    pub(crate) fn measure(&self, yardstick: Yardstick) -> Option<f64> {
        match yardstick {
            Yardstick::FastestPeer => Some(self.ours()? / self.fastest_peer()?.min),
            Yardstick::Memcpy => self.to_floor(),
            Yardstick::Nanosecond => self.ours(),
            Yardstick::Function(name) => Some(self.ours()? / self.min(name)?),
        }
    }

    /// The table of all functions, with what was promised below.
    pub(crate) fn table<'a>(&'a self, verdicts: &'a [Verdict]) -> Table<'a> {
        Table {
            group: self,
            verdicts,
        }
    }

    /// The fastest of the other libraries.
    pub(crate) fn fastest_peer(&self) -> Option<&Figures> {
        self.figures
            .iter()
            .find(|Figures { function, .. }| !is_ours(function) && !is_floor(function))
    }

    /// What our times are shown in terms of: the name of its column, and the time.
    fn columns(&self) -> Vec<(String, f64)> {
        let floor = self.min(MEMCPY).map(|min| (format!("to {MEMCPY}"), min));
        let peer = self.fastest_peer();
        let peer = peer.map(|peer| (format!("to {}", peer.function), peer.min));
        floor.into_iter().chain(peer).collect()
    }
}

fn is_ours(function: &str) -> bool {
    let rest = function.strip_prefix(OURS);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn is_floor(function: &str) -> bool {
    FLOORS.contains(&function)
}

/// A group as a person reads it.
pub(crate) struct Table<'a> {
    group: &'a Group,
    verdicts: &'a [Verdict],
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Group { name, figures } = self.group;
        let columns = self.group.columns();
        let widths = figures
            .iter()
            .map(|figures| figures.function.chars().count());
        let width = widths.max().unwrap_or_default();
        write!(
            f,
            "{name}\n  {:width$}  {:>10}  {:>10}",
            "", "min ns", "median ns"
        )?;
        for (name, _) in &columns {
            write!(f, "  {name:>10}")?;
        }
        for Figures {
            function,
            min,
            median,
            ..
        } in figures
        {
            write!(f, "\n  {function:width$}  {min:>10.2}  {median:>10.2}")?;
            for (name, time) in columns.iter().filter(|_| is_ours(function)) {
                let width = name.chars().count().max(10);
                write!(f, "  {:>width$.2}", min / time)?;
            }
        }
        let verdicts = self.verdicts.iter();
        for verdict in verdicts.filter(|verdict| verdict.group() == name) {
            write!(f, "\n  {verdict}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::verdict::tests::{figures, target};

    #[test]
    fn the_verdict_is_printed_below_the_table() {
        let groups = groups(vec![
            figures("monday", "jiff", 4.0),
            figures("monday", "chrono", 3.0),
            figures("monday", "semaine", 1.5),
            figures("monday", "semaine columns", 0.3),
        ]);
        assert_eq!(groups.len(), 1);
        let target = target("monday", Yardstick::FastestPeer, 0.5);
        let verdict = Verdict::of(target, &groups).unwrap();
        assert_eq!(
            groups[0].table(&[verdict]).to_string(),
            "monday\n                       min ns   median ns   to chrono\n  \
             semaine columns        0.30        0.80        0.10\n  \
             semaine                1.50        2.00        0.50\n  \
             chrono                 3.00        3.50\n  \
             jiff                   4.00        4.50\n  \
             0.50 of the fastest peer's time: goal 0.50 met, gate 0.60 held",
        );
    }

    #[test]
    fn a_column_stands_beside_a_copy_and_a_peer() {
        let groups = groups(vec![
            figures("week_start_10m", "memcpy", 0.4),
            figures("week_start_10m", "semaine", 0.5),
            figures("week_start_10m", "chrono", 5.0),
        ]);
        assert_eq!(
            groups[0].table(&[]).to_string(),
            "week_start_10m\n               min ns   median ns   to memcpy   to chrono\n  \
             memcpy         0.40        0.90\n  \
             semaine        0.50        1.00        1.25        0.10\n  \
             chrono         5.00        5.50",
        );
    }

    #[test]
    fn a_floor_is_no_peer() {
        let groups = groups(vec![
            figures("week_start_10m", "memcpy", 0.4),
            figures("week_start_10m", "Rust", 0.4),
            figures("week_start_10m", "floor", 0.4),
            figures("week_start_10m", "semaine", 0.5),
        ]);
        assert_eq!(groups[0].measure(Yardstick::FastestPeer), None);
        assert_eq!(groups[0].measure(Yardstick::Memcpy), Some(1.25));
        assert_eq!(groups[0].measure(Yardstick::Nanosecond), Some(0.5));
    }

    #[test]
    fn a_peer_may_begin_with_our_name() {
        assert!(is_ours("semaine"));
        assert!(is_ours("semaine columns"));
        assert!(!is_ours("semaines"));
    }
}
