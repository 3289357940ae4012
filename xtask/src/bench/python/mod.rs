//! The benchmarks of the Python package, which `benches/python` measures.

mod tables;
mod targets;

use std::cell::OnceCell;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::figures::Figures;
use super::group::Group;
use super::machine::Machine;
use super::suite::Suite;
use super::targets::Target;
use super::verdict::Verdict;
use super::{detail, record, report};
use crate::{process, python, workspace};

/// `benches/python`, in an environment that has what it needs.
pub(crate) struct Python {
    program: PathBuf,
    versions: OnceCell<String>,
}

impl Python {
    /// Installs the package and its peers.
    pub(crate) fn set_up() -> Result<Self> {
        Ok(Self {
            program: python::bench_environment()?,
            versions: OnceCell::new(),
        })
    }

    fn versions(&self) -> &str {
        self.versions.get().map_or("", String::as_str)
    }
}

impl Suite for Python {
    const TARGETS: &'static [Target] = targets::TARGETS;

    fn measure(&self, filter: Option<&str>) -> Result<Vec<Figures>> {
        let file = workspace::scratch()?.join("python").join("bench.json");
        let filter = filter.map(|filter| format!("--filter={filter}"));
        process::run(
            process::program(&self.program)
                .args(["benches/python", "--output"])
                .arg(&file)
                .args(&filter),
        )?;
        let (versions, figures) = report::read(&file)
            .with_context(|| format!("cannot read the figures in {}", file.display()))?;
        if figures.is_empty() {
            bail!("no benchmark ran; none has a name in which the filter is found");
        }
        self.versions.get_or_init(|| versions);
        Ok(figures)
    }

    fn report(&self, groups: &[Group], verdicts: &[Verdict]) -> String {
        let machine = Machine::here().description();
        let summary = tables::summary(groups);
        let tables = detail::tables(groups, verdicts);
        format!("{machine}\n\n{}\n\n{tables}\n{summary}", self.versions())
    }

    fn record(&self, groups: &[Group], verdicts: &[Verdict]) -> Result<PathBuf> {
        let summary = tables::summary(groups);
        let tables = detail::tables(groups, verdicts);
        record::keep("-python", |today, machine| {
            format!(
                "# {today}, {}, Python\n\n\
                 - machine: {}\n\
                 - releases: {}\n\
                 - command: `cargo xtask bench python --record`\n\n\
                 {summary}\n{tables}",
                machine.processor,
                machine.description(),
                self.versions(),
            )
        })
    }
}
