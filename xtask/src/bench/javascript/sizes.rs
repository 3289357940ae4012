//! How many bytes a page has to load, and the limits that are held.

use std::fmt;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::bench::table;
use crate::{javascript, process};

/// What is bundled, in words, and how large semaine may be in it.
struct Bundle {
    name: &'static str,
    description: &'static str,
    goal: u64,
    limit: u64,
}

/// Compressed bytes.
const BUNDLES: [Bundle; 4] = [
    Bundle {
        name: "five",
        description: "five functions",
        goal: 700,
        limit: 2_300,
    },
    Bundle {
        name: "scalars",
        description: "all scalars",
        goal: 3_000,
        limit: 6_000,
    },
    Bundle {
        name: "hook",
        description: "useISOWeek and all that it uses",
        goal: 3_000,
        limit: 7_200,
    },
    Bundle {
        name: "hook alone",
        description: "useISOWeek's own files",
        goal: 3_000,
        limit: 2_700,
    },
];

const OURS: &str = "semaine";

const LEGEND: &str = "\
Bytes of a page's script with week number, ISO year, start of the week, end of the week and weeks in a
year, with all that can be asked of single dates, or with the hook useISOWeek beside React, and without what
the hook takes from the rest of the package: bundled and minified by esbuild, and compressed by gzip at
level 9.";

/// Builds the package, bundles it, prints the sizes, and refuses those that exceed a limit.
pub(crate) fn check() -> Result<()> {
    let sizes = Sizes::measure(&javascript::project_for_pages()?)?;
    process::say(&sizes.to_string())?;
    let exceeded = sizes.exceeded()?;
    if !exceeded.is_empty() {
        bail!("{}", exceeded.join(", and "));
    }
    Ok(())
}

/// Everything that was bundled.
pub(crate) struct Sizes(Vec<Size>);

struct Size {
    bundle: String,
    package: String,
    minified: u64,
    compressed: u64,
}

impl Sizes {
    /// Bundles what is installed.
    pub(crate) fn measure(project: &javascript::Project) -> Result<Self> {
        let file = project.folder().join("sizes.json");
        process::run(project.node()?.args(["sizes.js", "--output=sizes.json"]))?;
        let sizes = serde_json::from_slice(&fs::read(&file)?)?;
        Self::parsed(&sizes).with_context(|| format!("cannot read {}", file.display()))
    }

    fn parsed(sizes: &Value) -> Option<Self> {
        let text = |size: &Value, name| Some(size.get(name)?.as_str()?.to_owned());
        let number = |size: &Value, name| size.get(name)?.as_u64();
        let size = |size| {
            Some(Size {
                bundle: text(size, "bundle")?,
                package: text(size, "package")?,
                minified: number(size, "minified")?,
                compressed: number(size, "compressed")?,
            })
        };
        sizes
            .as_array()?
            .iter()
            .map(size)
            .collect::<Option<_>>()
            .map(Self)
    }

    /// What exceeds its limit, in words.
    pub(crate) fn exceeded(&self) -> Result<Vec<String>> {
        let mut exceeded = Vec::new();
        for bundle in BUNDLES {
            let ours = self.ours(bundle.name)?;
            if ours > bundle.limit {
                exceeded.push(format!(
                    "{} take {ours} bytes of a page, more than {}",
                    bundle.description, bundle.limit
                ));
            }
        }
        Ok(exceeded)
    }

    fn ours(&self, bundle: &str) -> Result<u64> {
        let mut sizes = self.0.iter();
        sizes
            .find(|size| size.bundle == bundle && size.package == OURS)
            .map(|size| size.compressed)
            .with_context(|| {
                format!("the bundle {bundle} was not made: sizes.js and sizes.rs must agree")
            })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<_> = self.0.iter().map(row).collect();
        let heading = ["bundle", "minified", "and compressed", "goal"];
        write!(f, "{LEGEND}\n\n{}", table::markdown(heading, &rows))
    }
}

fn row(size: &Size) -> [String; 4] {
    let bundle = BUNDLES.iter().find(|bundle| bundle.name == size.bundle);
    let description = bundle.map_or(size.bundle.as_str(), |bundle| bundle.description);
    let goal = bundle
        .filter(|_| size.package == OURS)
        .map_or_else(|| "–".to_owned(), |bundle| bundle.goal.to_string());
    [
        format!("{description}, {}", size.package),
        size.minified.to_string(),
        size.compressed.to_string(),
        goal,
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sizes([five, scalars, hook, hook_alone]: [u64; 4]) -> Sizes {
        let size = |bundle, package, compressed| {
            json!({
                "bundle": bundle,
                "package": package,
                "minified": compressed * 2,
                "compressed": compressed,
            })
        };
        Sizes::parsed(&json!([
            size("five", "semaine", five),
            size("five", "luxon", 22_000),
            size("scalars", "semaine", scalars),
            size("hook", "semaine", hook),
            size("hook alone", "semaine", hook_alone),
        ]))
        .unwrap()
    }

    #[test]
    fn the_limits_are_for_semaine_alone() {
        let limits = BUNDLES.map(|bundle| bundle.limit);
        let none: [String; 0] = [];
        assert_eq!(sizes(limits).exceeded().unwrap(), none);
        let [five, scalars, hook, hook_alone] = limits;
        assert_eq!(
            sizes([five + 1, scalars, hook, hook_alone])
                .exceeded()
                .unwrap(),
            [format!(
                "five functions take {} bytes of a page, more than {five}",
                five + 1
            )]
        );
        let exceeded = sizes(limits.map(|limit| limit + 1)).exceeded().unwrap();
        assert_eq!(exceeded.len(), 4);
    }

    #[test]
    fn a_bundle_that_was_not_made_holds_no_limit() {
        let error = Sizes(Vec::new()).exceeded().unwrap_err();
        assert!(error.to_string().contains("must agree"), "{error}");
    }

    #[test]
    fn goals_stand_beside_ours() {
        let shown = sizes([650, 2_900, 6_900, 2_500]).to_string();
        let rows: Vec<_> = shown.lines().skip(7).collect();
        assert_eq!(
            rows,
            [
                "| five functions, semaine                  |     1300 |            650 |  700 |",
                "| five functions, luxon                    |    44000 |          22000 |    – |",
                "| all scalars, semaine                     |     5800 |           2900 | 3000 |",
                "| useISOWeek and all that it uses, semaine |    13800 |           6900 | 3000 |",
                "| useISOWeek's own files, semaine          |     5000 |           2500 | 3000 |",
            ]
        );
    }

    #[test]
    fn a_size_that_lacks_a_field_is_no_size() {
        assert!(Sizes::parsed(&json!([{"bundle": "five"}])).is_none());
    }
}
