//! The core with every combination of its features.

use anyhow::Result;

use crate::process;

const FEATURES: [&str; 5] = ["std", "serde", "jiff", "chrono", "time"];

/// Checks each subset of the features.
pub(crate) fn check() -> Result<()> {
    for features in subsets(&FEATURES) {
        process::run(process::cargo().args([
            "clippy",
            "--quiet",
            "--package=semaine",
            "--no-default-features",
            "--features",
            &features.join(","),
            "--",
            "-Dwarnings",
        ]))?;
    }
    Ok(())
}

/// Every subset: each bit of a number says whether the feature at its place is in.
fn subsets<'a>(all: &[&'a str]) -> Vec<Vec<&'a str>> {
    (0_u32..1 << all.len())
        .map(|bits| {
            let places = all.iter().enumerate();
            places
                .filter(|(place, _)| bits >> place & 1 == 1)
                .map(|(_, name)| *name)
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subset_occurs_once() {
        assert_eq!(
            subsets(&["a", "b"]),
            [vec![], vec!["a"], vec!["b"], vec!["a", "b"]]
        );
        assert_eq!(subsets(&FEATURES).len(), 32);
    }
}
