//! A group of benchmarks that do the same job, as a table with a verdict.

use std::collections::BTreeMap;
use std::fmt;

use super::figures::Figures;
use super::targets::{self, Target};

/// The function that the targets are about; others of ours begin with it and a space.
const OURS: &str = "semaine";

/// The benchmarks of one job.
#[derive(Debug)]
pub(crate) struct Group {
    name: String,
    figures: Vec<Figures>,
}

/// How semaine stands beside the promise that was made.
pub(crate) struct Verdict {
    ratio: f64,
    target: &'static Target,
}

impl Verdict {
    /// Whether the gate opens.
    pub(crate) fn holds(&self) -> bool {
        self.ratio <= self.target.limit
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ratio, target } = self;
        let goal = if *ratio <= target.goal {
            "met"
        } else {
            "missed"
        };
        let gate = if self.holds() { "held" } else { "broken" };
        write!(
            f,
            "{ratio:.2} of the fastest peer's time: goal {:.2} {goal}, gate {:.2} {gate}",
            target.goal, target.limit,
        )
    }
}

/// The groups, by name; in each the fastest comes first.
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

    /// The verdict, where there is a promise, a figure of ours and a peer.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        let target = targets::of(&self.name)?;
        let ours = self
            .figures
            .iter()
            .find(|figures| figures.function == OURS)?;
        let ratio = ours.min / self.fastest_peer()?.min;
        Some(Verdict { ratio, target })
    }

    fn fastest_peer(&self) -> Option<&Figures> {
        self.figures
            .iter()
            .find(|figures| !is_ours(&figures.function))
    }
}

fn is_ours(function: &str) -> bool {
    let rest = function.strip_prefix(OURS);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self
            .figures
            .iter()
            .map(|figures| figures.function.chars().count());
        let width = widths.max().unwrap_or_default();
        writeln!(f, "{}", self.name)?;
        write!(
            f,
            "  {:width$}  {:>10}  {:>10}  {:>10}",
            "", "min ns", "median ns", "ratio"
        )?;
        for figures in &self.figures {
            let Figures {
                function,
                min,
                median,
                ..
            } = figures;
            write!(f, "\n  {function:width$}  {min:>10.2}  {median:>10.2}")?;
            if let Some(peer) = self.fastest_peer().filter(|_| is_ours(function)) {
                write!(f, "  {:>10.2}  to {}", min / peer.min, peer.function)?;
            }
        }
        if let Some(verdict) = self.verdict() {
            write!(f, "\n  {verdict}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(group: &str, function: &str, min: f64) -> Figures {
        Figures {
            group: group.to_owned(),
            function: function.to_owned(),
            min,
            median: min + 0.5,
        }
    }

    #[test]
    fn the_verdict_is_printed_below_the_table() {
        let groups = groups(vec![
            figures("monday", "jiff", 4.0),
            figures("monday", "chrono", 3.0),
            figures("monday", "semaine", 1.5),
            figures("monday", "semaine columns", 0.3),
        ]);
        assert_eq!(groups.len(), 1);
        assert_eq!(
            groups[0].to_string(),
            "monday\n                       min ns   median ns       ratio\n  \
             semaine columns        0.30        0.80        0.10  to chrono\n  \
             semaine                1.50        2.00        0.50  to chrono\n  \
             chrono                 3.00        3.50\n  \
             jiff                   4.00        4.50\n  \
             0.50 of the fastest peer's time: goal 0.50 met, gate 0.50 held",
        );
    }

    #[test]
    fn a_target_is_missed_by_the_main_function_alone() {
        let groups = groups(vec![
            figures("monday", "chrono", 3.0),
            figures("monday", "semaine", 1.6),
            figures("monday", "semaine columns", 0.3),
        ]);
        let verdict = groups[0].verdict().unwrap();
        assert!(!verdict.holds());
        assert_eq!(
            verdict.to_string(),
            "0.53 of the fastest peer's time: goal 0.50 missed, gate 0.50 broken",
        );
    }

    #[test]
    fn without_a_peer_or_a_promise_there_is_no_verdict() {
        let groups = groups(vec![
            figures("monday", "semaine", 1.0),
            figures("ranges", "jiff", 1.0),
            figures("ranges", "semaine", 9.0),
        ]);
        assert_eq!(
            groups.iter().map(Group::name).collect::<Vec<_>>(),
            ["monday", "ranges"]
        );
        assert!(groups.iter().all(|group| group.verdict().is_none()));
    }

    #[test]
    fn a_peer_may_begin_with_our_name() {
        assert!(is_ours("semaine"));
        assert!(is_ours("semaine columns"));
        assert!(!is_ours("semaines"));
    }
}
