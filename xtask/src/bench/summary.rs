//! The columns at a glance: a row for each kernel.

use std::collections::BTreeMap;

use super::group::Group;
use super::table;

/// What the names of a kernel's groups end in, the smallest column first.
const SIZES: [&str; 3] = ["_l1", "_l2", "_10m"];

/// The table of all kernels, or `None` if no column was measured.
pub(crate) fn of_columns(groups: &[Group]) -> Option<String> {
    let mut kernels: BTreeMap<&str, [Option<&Group>; SIZES.len()]> = BTreeMap::new();
    for group in groups {
        for (place, size) in SIZES.into_iter().enumerate() {
            if let Some(kernel) = group.name().strip_suffix(size) {
                let sizes = kernels.entry(kernel).or_default();
                sizes
                    .iter_mut()
                    .skip(place)
                    .take(1)
                    .for_each(|slot| *slot = Some(group));
            }
        }
    }
    let rows: Vec<_> = kernels
        .into_iter()
        .map(|(kernel, sizes)| row(kernel, sizes))
        .collect();
    let heading = ["kernel", "L1", "L2", "10 M", "to memcpy", "chrono", "jiff"];
    let table = table::markdown(heading, &rows);
    (!rows.is_empty()).then(|| format!("{LEGEND}\n\n{table}"))
}

const LEGEND: &str = "\
Nanoseconds a date in columns of 4,096 (L1), 32,768 (L2) and 10,000,000 dates; the ratio to memcpy at
10 M; and how many times as long chrono and jiff take on the largest column that they were given.";

fn row(kernel: &str, sizes: [Option<&Group>; SIZES.len()]) -> [String; 7] {
    let [l1, l2, large] = sizes.map(|group| shown(group.and_then(Group::ours), 2));
    let [.., largest] = sizes;
    let floor = shown(largest.and_then(Group::to_floor), 2);
    let [chrono, jiff] = ["chrono", "jiff"].map(|peer| {
        let mut groups = sizes.into_iter().rev().flatten();
        shown(
            groups.find_map(|group| Some(group.min(peer)? / group.ours()?)),
            0,
        )
    });
    [kernel.to_owned(), l1, l2, large, floor, chrono, jiff]
}

fn shown(figure: Option<f64>, digits: usize) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.digits$}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::group::groups;
    use crate::bench::verdict::tests::figures;

    #[test]
    fn a_kernel_has_one_row() {
        let groups = groups(vec![
            figures("week_start_l1", "semaine", 0.25),
            figures("week_start_l1", "chrono", 5.0),
            figures("week_start_l1", "jiff", 10.0),
            figures("week_start_10m", "semaine", 0.5),
            figures("week_start_10m", "memcpy", 0.4),
            figures("week_start_10m", "chrono", 6.0),
            figures("monday", "semaine", 3.0),
        ]);
        let summary = of_columns(&groups).unwrap();
        let rows: Vec<_> = summary.lines().skip(5).collect();
        assert_eq!(
            rows,
            ["| week_start | 0.25 |  – | 0.50 |      1.25 |     12 |   40 |"]
        );
    }

    #[test]
    fn scalars_are_not_in_it() {
        let groups = groups(vec![
            figures("monday", "semaine", 3.0),
            figures("monday_of_epoch_day", "semaine", 3.0),
        ]);
        assert_eq!(of_columns(&groups), None);
    }
}
