//! What the benchmarks of another language measured, read from the file that they write.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::figures::Figures;

/// The releases that were measured, in a line, and the figures.
pub(crate) fn read(file: &Path) -> Result<(String, Vec<Figures>)> {
    let report = serde_json::from_slice(&fs::read(file)?)?;
    parsed(&report).context("a field is missing, or of another kind than expected")
}

fn parsed(report: &Value) -> Option<(String, Vec<Figures>)> {
    let versions = report.get("versions")?.as_object()?.iter();
    let versions: Option<Vec<_>> = versions
        .map(|(name, version)| Some(format!("{name} {}", version.as_str()?)))
        .collect();
    let figures = report.get("figures")?.as_array()?.iter();
    let figures: Option<_> = figures.map(one).collect();
    Some((versions?.join(", "), figures?))
}

fn one(figures: &Value) -> Option<Figures> {
    let text = |name| Some(figures.get(name)?.as_str()?.to_owned());
    let number = |name| figures.get(name)?.as_f64();
    Some(Figures {
        group: text("group")?,
        function: text("function")?,
        min: number("min")?,
        median: number("median")?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::bench::verdict::tests::figures;

    #[test]
    fn versions_and_figures_are_read() {
        let report = json!({
            "versions": {"Python": "3.11.7", "numpy": "2.4.6"},
            "figures": [{"group": "monday", "function": "whenever", "min": 2.0, "median": 2.5}],
        });
        assert_eq!(
            parsed(&report),
            Some((
                "Python 3.11.7, numpy 2.4.6".to_owned(),
                vec![figures("monday", "whenever", 2.0)],
            )),
        );
    }

    #[test]
    fn a_figure_that_lacks_a_field_is_no_figure() {
        let report = json!({"versions": {}, "figures": [{"group": "monday"}]});
        assert_eq!(parsed(&report), None);
    }
}
