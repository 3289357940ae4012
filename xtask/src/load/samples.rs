//! Times of requests, and what a part of them did not exceed.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Milliseconds, sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Latencies(Vec<f64>);

impl Latencies {
    pub(super) fn new(mut milliseconds: Vec<f64>) -> Self {
        milliseconds.sort_by(f64::total_cmp);
        Self(milliseconds)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The least of them that so many thousandths do not exceed; none of none.
    pub(super) fn quantile(&self, thousandths: usize) -> Option<f64> {
        let rank = (self.0.len() * thousandths).div_ceil(1000);
        self.0.get(rank.max(1) - 1).copied()
    }
}

/// What Locust saw, by endpoint.
#[derive(Default)]
pub(super) struct Samples {
    endpoints: BTreeMap<String, Vec<f64>>,
    pub(super) requests: usize,
    /// What was no answer, or a wrong one.
    pub(super) failures: Vec<String>,
}

impl Samples {
    /// Reads what `tests/load/locustfile.py` wrote.
    ///
    /// # Errors
    ///
    /// If there is no request in it: then nothing was measured.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let shown = || format!("cannot read {}", file.display());
        let mut samples = Self::default();
        let mut rows = csv::Reader::from_path(file).with_context(shown)?;
        for row in rows.deserialize() {
            let (_, endpoint, milliseconds, failure): (f64, String, f64, String) =
                row.with_context(shown)?;
            samples.requests += 1;
            if failure.is_empty() {
                samples
                    .endpoints
                    .entry(endpoint)
                    .or_default()
                    .push(milliseconds);
            } else {
                samples.failures.push(format!("{endpoint}: {failure}"));
            }
        }
        ensure!(samples.requests > 0, "{} has no request", file.display());
        Ok(samples)
    }

    /// Each endpoint with its times.
    pub(super) fn endpoints(&self) -> impl Iterator<Item = (&str, Latencies)> {
        let endpoints = self.endpoints.iter();
        endpoints.map(|(name, times)| (name.as_str(), Latencies::new(times.clone())))
    }

    /// The times of `/health`, or of all that is no `/health`.
    pub(super) fn of(&self, health: bool) -> Latencies {
        let endpoints = self.endpoints.iter();
        let chosen = endpoints.filter(|(name, _)| (*name == "/health") == health);
        Latencies::new(chosen.flat_map(|(_, times)| times).copied().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_one_of_the_times() {
        let times = Latencies::new((1..=200).rev().map(f64::from).collect());
        for (thousandths, time) in [
            (0, 1.0),
            (500, 100.0),
            (950, 190.0),
            (990, 198.0),
            (1000, 200.0),
        ] {
            assert_eq!(times.quantile(thousandths), Some(time), "{thousandths}");
        }
        assert_eq!(Latencies::default().quantile(500), None);
    }
}
