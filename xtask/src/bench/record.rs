//! A run that is kept: `benches/records/<date>-<processor>.md`.

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use semaine::Date;

use super::figures::Figures;
use super::group::Group;
use super::machine::Machine;
use super::verdict::Verdict;
use super::{summary, table};
use crate::workspace;

const SECONDS_A_DAY: u64 = 86_400;

/// Writes what was measured today of the core, and says where.
pub(crate) fn write(groups: &[Group], verdicts: &[Verdict]) -> Result<PathBuf> {
    keep("", |today, machine| text(today, machine, groups, verdicts))
}

/// Writes a text about today and this machine, in a file that is named after both.
pub(crate) fn keep(suffix: &str, text: impl Fn(Date, &Machine) -> String) -> Result<PathBuf> {
    let machine = Machine::here();
    let today = today()?;
    let folder = workspace::root().join("benches").join("records");
    let file = folder.join(format!("{}.md", stem(today, &machine, suffix)));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, text(today, &machine)))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// The name of the file, without its ending.
pub(crate) fn stem(today: Date, machine: &Machine, suffix: &str) -> String {
    format!("{today}-{}{suffix}", slug(&machine.processor))
}

/// Today in UTC.
fn today() -> Result<Date> {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = since_epoch.context("the clock is before 1970")?.as_secs() / SECONDS_A_DAY;
    Ok(Date::from_epoch_day(i32::try_from(days)?)?)
}

/// A name as a part of a file's: `AMD EPYC 7763` becomes `amd-epyc-7763`.
fn slug(name: &str) -> String {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn text(today: Date, machine: &Machine, groups: &[Group], verdicts: &[Verdict]) -> String {
    let Machine {
        processor,
        cores,
        instructions,
        system,
        compiler,
    } = machine;
    let columns = summary::of_columns(groups)
        .map(|columns| format!("## Columns\n\n{columns}\n"))
        .unwrap_or_default();
    let verdicts = verdicts.iter();
    let promises: Vec<_> = verdicts
        .map(|verdict| format!("- `{}`: {verdict}\n", verdict.group()))
        .collect();
    let promises = promises.concat();
    let rows: Vec<_> = groups.iter().flat_map(Group::figures).map(row).collect();
    let figures = table::markdown(["benchmark", "min", "median"], &rows);
    format!(
        "# {today}, {processor}\n\n\
         - processor: {processor}, {cores} cores\n\
         - instruction set of the columns: {instructions}\n\
         - system: {system}\n\
         - compiler: {compiler}\n\
         - command: `cargo xtask bench --record`\n\n\
         {columns}\
         ## Promises\n\n{promises}\n\
         ## Figures\n\nNanoseconds a date.\n\n{figures}"
    )
}

fn row(figures: &Figures) -> [String; 3] {
    let Figures {
        group,
        function,
        min,
        median,
    } = figures;
    [
        format!("{group}/{function}"),
        format!("{min:.3}"),
        format!("{median:.3}"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::group::groups;
    use crate::bench::targets::Yardstick;
    use crate::bench::verdict::tests::{figures, target};

    #[test]
    fn a_file_is_named_after_the_processor() {
        assert_eq!(
            slug("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz"),
            "intel-r-xeon-r-platinum-8370c-cpu-2-80ghz"
        );
        assert_eq!(slug("AMD EPYC"), "amd-epyc");
    }

    #[test]
    fn a_record_tells_machine_promises_and_figures() {
        let machine = Machine {
            processor: "AMD EPYC".to_owned(),
            cores: "2".to_owned(),
            instructions: "AVX2".to_owned(),
            system: "x86_64 linux".to_owned(),
            compiler: "rustc 1.95.0".to_owned(),
        };
        let groups = groups(vec![
            figures("monday", "semaine", 1.0),
            figures("monday", "chrono", 4.0),
        ]);
        let target = target("monday", Yardstick::FastestPeer, 0.5);
        let verdict = Verdict::of(target, &groups).unwrap();
        let today = Date::new(2025, 8, 7).unwrap();
        assert_eq!(
            text(today, &machine, &groups, &[verdict]),
            "# 2025-08-07, AMD EPYC\n\n\
             - processor: AMD EPYC, 2 cores\n\
             - instruction set of the columns: AVX2\n\
             - system: x86_64 linux\n\
             - compiler: rustc 1.95.0\n\
             - command: `cargo xtask bench --record`\n\n\
             ## Promises\n\n\
             - `monday`: 0.25 of the fastest peer's time: goal 0.50 met, gate 0.60 held\n\n\
             ## Figures\n\nNanoseconds a date.\n\n\
             | benchmark      |   min | median |\n\
             |----------------|------:|-------:|\n\
             | monday/semaine | 1.000 |  1.500 |\n\
             | monday/chrono  | 4.000 |  4.500 |\n",
        );
    }
}
