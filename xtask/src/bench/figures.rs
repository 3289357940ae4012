//! What criterion measured, read from the files that it leaves behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use serde_json::Value;

/// The figures of one benchmark, in nanoseconds for each input.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figures {
    pub(crate) group: String,
    pub(crate) function: String,
    /// The shortest of all samples: the time that other work on the machine disturbed least.
    pub(crate) min: f64,
    pub(crate) median: f64,
}

/// The figures that were written to criterion's folder since the start of a run; older ones may be
/// of benchmarks that exist no more.
pub(crate) fn read(criterion: &Path, since: SystemTime) -> Result<Vec<Figures>> {
    let mut folders = Vec::new();
    find_results(criterion, &mut folders)?;
    folders.sort();
    let mut all = Vec::new();
    for folder in folders {
        let sample = folder.join("sample.json");
        let written = fs::metadata(&sample).and_then(|metadata| metadata.modified());
        if written.with_context(|| format!("cannot look at {}", sample.display()))? >= since {
            let figures = figures(&folder);
            all.push(figures.with_context(|| {
                format!("cannot read criterion's figures in {}", folder.display())
            })?);
        }
    }
    Ok(all)
}

/// Of each benchmark the figures of the run with the shortest time.
pub(crate) fn shortest_of(before: Vec<Figures>, now: Vec<Figures>) -> Vec<Figures> {
    let mut all: BTreeMap<(String, String), Figures> = BTreeMap::new();
    for figures in before.into_iter().chain(now) {
        let name = (figures.group.clone(), figures.function.clone());
        let shortest = all.entry(name).or_insert_with(|| figures.clone());
        if figures.min < shortest.min {
            *shortest = figures;
        }
    }
    all.into_values().collect()
}

/// Finds the folders named `new`, where the latest figures are.
fn find_results(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| {
        format!(
            "cannot look for criterion's figures in {}",
            folder.display()
        )
    })?;
    for entry in entries {
        let path = entry?.path();
        if path.ends_with("new") && path.join("sample.json").is_file() {
            found.push(path);
        } else if path.is_dir() {
            find_results(&path, found)?;
        }
    }
    Ok(())
}

fn figures(folder: &Path) -> Result<Figures> {
    let benchmark = json(folder, "benchmark.json")?;
    let text = |name: &str| Some(benchmark.get(name)?.as_str()?.to_owned());
    let group = text("group_id").context("benchmark.json names no group")?;
    let function = match (text("function_id"), text("value_str")) {
        (Some(function), Some(value)) => format!("{function} {value}"),
        (Some(name), None) | (None, Some(name)) => name,
        (None, None) => group.clone(),
    };
    // One iteration of a benchmark may work through many inputs.
    let inputs = benchmark
        .pointer("/throughput/Elements")
        .and_then(Value::as_f64)
        .filter(|&inputs| inputs > 0.0)
        .unwrap_or(1.0);
    let median = json(folder, "estimates.json")?
        .pointer("/median/point_estimate")
        .and_then(Value::as_f64)
        .context("estimates.json has no median")?;
    let min = shortest(&json(folder, "sample.json")?).context("sample.json has no samples")?;
    Ok(Figures {
        group,
        function,
        min: min / inputs,
        median: median / inputs,
    })
}

/// The shortest time of an iteration; each sample is of many.
fn shortest(sample: &Value) -> Option<f64> {
    let numbers = |name: &str| {
        Some(
            sample
                .get(name)?
                .as_array()?
                .iter()
                .filter_map(Value::as_f64),
        )
    };
    numbers("times")?
        .zip(numbers("iters")?)
        .map(|(time, iterations)| time / iterations)
        .min_by(f64::total_cmp)
}

fn json(folder: &Path, name: &str) -> Result<Value> {
    let text = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
    serde_json::from_slice(&text).with_context(|| format!("{name} is not JSON"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// A folder of a test's own, which is gone when the test ends.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn write(&self, benchmark: &str, name: &str, text: &str) {
            let folder = self.0.join(benchmark).join("new");
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), text).unwrap();
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn criterion(name: &str) -> Folder {
        let folder = Folder::new(name);
        for (benchmark, throughput) in [
            ("monday/semaine", r#"{"Elements":10}"#),
            ("monday/jiff", "null"),
        ] {
            let function = benchmark.split_once('/').unwrap().1;
            folder.write(benchmark, "benchmark.json", &format!(
                r#"{{"group_id":"monday","function_id":"{function}","value_str":null,"throughput":{throughput}}}"#,
            ));
            folder.write(
                benchmark,
                "estimates.json",
                r#"{"median":{"point_estimate":30.0}}"#,
            );
            folder.write(
                benchmark,
                "sample.json",
                r#"{"iters":[1.0,2.0,3.0],"times":[25.0,40.0,90.0]}"#,
            );
        }
        folder
    }

    #[test]
    fn figures_are_for_each_input() {
        let folder = criterion("figures");
        let figures = read(&folder.0, SystemTime::UNIX_EPOCH).unwrap();
        let figure = |function: &str, min, median| Figures {
            group: "monday".to_owned(),
            function: function.to_owned(),
            min,
            median,
        };
        assert_eq!(
            figures,
            [figure("jiff", 20.0, 30.0), figure("semaine", 2.0, 3.0)]
        );
    }

    #[test]
    fn the_shortest_of_several_runs_counts() {
        let figures = |function: &str, min| Figures {
            group: "monday".to_owned(),
            function: function.to_owned(),
            min,
            median: min + 1.0,
        };
        let before = vec![figures("jiff", 20.0), figures("semaine", 3.0)];
        let now = vec![figures("semaine", 2.0), figures("jiff", 21.0)];
        let only_now = figures("time", 9.0);
        assert_eq!(
            shortest_of(before, [now, vec![only_now.clone()]].concat()),
            [figures("jiff", 20.0), figures("semaine", 2.0), only_now]
        );
    }

    #[test]
    fn figures_of_an_earlier_run_do_not_count() {
        let folder = criterion("stale");
        let later = SystemTime::now() + Duration::from_secs(60);
        assert_eq!(read(&folder.0, later).unwrap(), []);
    }

    #[test]
    fn a_broken_file_is_named() {
        let folder = criterion("broken");
        folder.write("monday/jiff", "sample.json", "{}");
        let error = read(&folder.0, SystemTime::UNIX_EPOCH).unwrap_err();
        assert!(
            format!("{error:#}").ends_with("sample.json has no samples"),
            "{error:#}"
        );
    }
}
