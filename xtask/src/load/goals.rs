//! The figures of the system that the reference application replaces, the goals, and what was measured.

use super::contender::Contender;
use super::restart::Restart;
use super::samples::{Latencies, Samples};
use crate::bench::table;

/// A figure, in milliseconds.
struct Figure {
    name: &'static str,
    replaced: &'static str,
    goal: f64,
    of: fn(&Contender) -> Option<f64>,
}

const FIGURES: [Figure; 3] = [
    Figure {
        name: "`/health`, p99",
        replaced: "< 200 ms",
        goal: 5.0,
        of: |contender| contender.samples.of(true).quantile(990),
    },
    Figure {
        name: "API, p95",
        replaced: "< 500 ms",
        goal: 20.0,
        of: |contender| contender.samples.of(false).quantile(950),
    },
    Figure {
        name: "query by `week_start` on 10,000 plans, p99",
        replaced: "< 100 ms",
        goal: 2.0,
        of: |contender| contender.query.quantile(990),
    },
];

/// The table, and which of its goals are missed.
pub(super) struct Goals {
    table: String,
    missed: Vec<String>,
}

impl Goals {
    /// What the first contender, which is ours, was measured to reach, and the others beside it.
    ///
    /// A run of fewer than `least_requests` says too little of its successes.
    pub(super) fn of(contenders: &[Contender], restart: &Restart, least_requests: usize) -> Self {
        let mut missed = Vec::new();
        let mut rows = Vec::new();
        for figure in FIGURES {
            let values: Vec<_> = contenders.iter().map(figure.of).collect();
            // What could not be measured is no success.
            let ours = values.first().copied().flatten();
            if ours.is_none_or(|ours| ours >= figure.goal) {
                missed.push(format!("{}: not below {} ms", figure.name, figure.goal));
            }
            let row = [
                figure.name.to_owned(),
                figure.replaced.to_owned(),
                format!("< {} ms", figure.goal),
            ];
            rows.push([row.to_vec(), values.into_iter().map(shown).collect()].concat());
        }

        let samples = contenders.iter().map(|contender| &contender.samples);
        let successes = samples.map(|samples| rate(samples.requests, samples.failures.len()));
        let ours = contenders.first().map(|ours| &ours.samples);
        missed.extend(missed_successes(ours, least_requests));
        let row = ["success rate", "≥ 95 %", "100 %"].map(str::to_owned);
        rows.push([row.to_vec(), successes.collect()].concat());

        if !restart.failures.is_empty() || restart.lost > 0 {
            missed.push(format!(
                "through a restart: {} failures, {} of {} acknowledged plans lost: {}",
                restart.failures.len(),
                restart.lost,
                restart.acknowledged,
                restart.failures.first().map_or("", String::as_str),
            ));
        }
        let row = ["through a restart", "–", "100 %"].map(str::to_owned);
        let mut row = row.to_vec();
        row.push(rate(restart.requests, restart.failures.len()));
        row.resize(3 + contenders.len(), "–".to_owned());
        rows.push(row);

        let through = format!(
            "Through a restart, with {:.0} ms from SIGTERM to the first answer of the new process: {} of {} \
             requests were refused or cut off and sent once more, after which {} had no right answer; of {} \
             acknowledged plans, {} were lost.",
            restart.away.as_secs_f64() * 1e3,
            restart.retried,
            restart.requests,
            restart.failures.len(),
            restart.acknowledged,
            restart.lost,
        );
        let heading = ["", "replaced system", "goal"].into_iter();
        let names = contenders.iter().map(|contender| contender.name.as_str());
        let heading: Vec<_> = heading.chain(names).collect();
        Self {
            table: format!("{}\n{through}\n", table::columns(&heading, &rows)),
            missed,
        }
    }

    pub(super) fn table(&self) -> &str {
        &self.table
    }

    pub(super) fn missed(&self) -> &[String] {
        &self.missed
    }
}

/// A time in a table.
pub(super) fn shown(milliseconds: Option<f64>) -> String {
    milliseconds.map_or_else(|| "–".to_owned(), |time| format!("{time:.2} ms"))
}

/// The same of what a part of several times did not exceed.
pub(super) fn quantile(latencies: &Latencies, thousandths: usize) -> String {
    shown(latencies.quantile(thousandths))
}

/// Why the requests were not all successes, or too few to say so.
fn missed_successes(samples: Option<&Samples>, least_requests: usize) -> Option<String> {
    let (requests, failures) =
        samples.map_or((0, 0), |samples| (samples.requests, samples.failures.len()));
    if failures > 0 {
        return Some("success rate: not 100 %".to_owned());
    }
    (requests < least_requests)
        .then(|| format!("success rate: of {requests} requests only, not {least_requests}"))
}

fn rate(requests: usize, failures: usize) -> String {
    if failures == 0 && requests > 0 {
        return format!("100 % of {requests}");
    }
    // Rounded down, so that one failure of many is seen.
    let hundredths = (requests - failures) * 10_000 / requests.max(1);
    let (whole, part) = (hundredths / 100, hundredths % 100);
    format!("{whole}.{part:02} % of {requests}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_of_many_is_not_rounded_away() {
        assert_eq!(rate(100_000, 0), "100 % of 100000");
        assert_eq!(rate(100_000, 1), "99.99 % of 100000");
        assert_eq!(rate(0, 0), "0.00 % of 0");
    }

    #[test]
    fn successes_are_all_of_enough_requests() {
        let samples = |requests, failures: &[&str]| {
            let mut samples = Samples::default();
            samples.requests = requests;
            samples.failures = failures.iter().map(ToString::to_string).collect();
            samples
        };
        assert_eq!(missed_successes(Some(&samples(100, &[])), 100), None);
        for few in [Some(&samples(99, &[])), Some(&samples(1, &[])), None] {
            assert!(missed_successes(few, 100).is_some());
        }
        let failed = missed_successes(Some(&samples(100, &["/health: status 500"])), 100);
        assert_eq!(failed.as_deref(), Some("success rate: not 100 %"));
    }
}
