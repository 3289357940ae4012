//! The benchmarks of the npm package, which `benches/javascript` measures.

mod sizes;
mod summary;
mod targets;

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use self::sizes::Sizes;
pub(crate) use self::sizes::check as check_sizes;
use super::figures::Figures;
use super::group::Group;
use super::machine::Machine;
use super::suite::{self, Suite};
use super::targets::Target;
use super::verdict::Verdict;
use super::{Options, detail, record, report};
use crate::{javascript, process};

/// Measures and prints; answers 1 if the gate is asked for and stays shut.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let suite = JavaScript::set_up()?;
    let code = suite::run(&suite, options)?;
    if options.gate && options.filter.is_none() {
        let exceeded = suite.sizes.exceeded()?;
        for size in &exceeded {
            process::say(size)?;
        }
        if !exceeded.is_empty() {
            return Ok(ExitCode::from(1));
        }
    }
    Ok(code)
}

/// `benches/javascript`, where what it needs is installed.
struct JavaScript {
    project: javascript::Project,
    sizes: Sizes,
    versions: OnceCell<String>,
}

impl JavaScript {
    /// Installs the package, its peers and the floors, and looks how large the package is for a page.
    fn set_up() -> Result<Self> {
        let project = javascript::bench_project()?;
        Ok(Self {
            sizes: Sizes::measure(&project)?,
            project,
            versions: OnceCell::new(),
        })
    }

    fn versions(&self) -> &str {
        self.versions.get().map_or("", String::as_str)
    }

    fn tables(&self, groups: &[Group], verdicts: &[Verdict]) -> String {
        let summary = summary::table(groups);
        let details = detail::tables(groups, verdicts);
        format!("{summary}\n{}\n{details}", self.sizes)
    }
}

impl Suite for JavaScript {
    const TARGETS: &'static [Target] = targets::TARGETS;

    fn measure(&self, filter: Option<&str>) -> Result<Vec<Figures>> {
        let file = self.project.folder().join("bench.json");
        let filter = filter.map(|filter| format!("--filter={filter}"));
        process::run(
            self.project
                .node()?
                .args(["bench.js", "--output=bench.json"])
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
        let tables = self.tables(groups, verdicts);
        format!("{machine}\n\n{}\n\n{tables}", self.versions())
    }

    fn record(&self, groups: &[Group], verdicts: &[Verdict]) -> Result<PathBuf> {
        let tables = self.tables(groups, verdicts);
        record::keep("-javascript", |today, machine| {
            format!(
                "# {today}, {}, JavaScript\n\n\
                 - machine: {}\n\
                 - releases: {}\n\
                 - command: `cargo xtask bench javascript --record`\n\n\
                 {tables}",
                machine.processor,
                machine.description(),
                self.versions(),
            )
        })
    }
}
