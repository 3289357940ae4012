//! The benchmarks of the core, which criterion measures.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Result, bail};

use super::figures::{self, Figures};
use super::group::Group;
use super::machine::Machine;
use super::suite::Suite;
use super::targets::{TARGETS, Target};
use super::verdict::Verdict;
use super::{record, summary};
use crate::{process, workspace};

/// `benches/benches`.
pub(crate) struct Rust;

impl Suite for Rust {
    const TARGETS: &'static [Target] = &TARGETS;

    fn measure(&self, filter: Option<&str>) -> Result<Vec<Figures>> {
        let start = SystemTime::now();
        process::run(
            process::cargo()
                .args(["bench", "--package=semaine-benches", "--", "--noplot"])
                .args(filter),
        )?;
        let figures = figures::read(&workspace::target()?.join("criterion"), start)?;
        if figures.is_empty() {
            bail!(
                "no benchmark ran; {}",
                match filter {
                    Some(filter) => format!("none has a name in which `{filter}` is found"),
                    None => "benches/ holds none".to_owned(),
                }
            );
        }
        Ok(figures)
    }

    fn report(&self, groups: &[Group], verdicts: &[Verdict]) -> String {
        let machine = Machine::here().description();
        let tables = groups.iter().map(|group| group.table(verdicts).to_string());
        let parts = [machine].into_iter().chain(tables);
        let parts = parts.chain(summary::of_columns(groups));
        parts.collect::<Vec<_>>().join("\n\n")
    }

    fn record(&self, groups: &[Group], verdicts: &[Verdict]) -> Result<PathBuf> {
        record::write(groups, verdicts)
    }
}
