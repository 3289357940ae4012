//! The figures of the Python package, as tables that read well on a terminal and in Markdown.

use crate::bench::detail::shown;
use crate::bench::group::Group;
use crate::bench::table;

const LEGEND: &str = "\
Nanoseconds of CPU time for each date, the shortest of several runs in shuffled order, every library
limited to one thread. A column has 10,000,000 rows where nothing else is said, a list 100,000; single
dates are 4,096 in a loop, whose own time is counted. memcpy is NumPy's copy of as many bytes as are
read and written, to new memory unless the caller owns it.";

/// A row for each group: our time, and how many times as long the copy's and the fastest peer's are.
pub(crate) fn summary(groups: &[Group]) -> String {
    let rows: Vec<_> = groups.iter().map(row).collect();
    let heading = [
        "",
        "semaine",
        "to memcpy",
        "fastest peer",
        "its time",
        "times as fast",
    ];
    format!("{LEGEND}\n\n{}", table::markdown(heading, &rows))
}

fn row(group: &Group) -> [String; 6] {
    let ours = group.ours();
    let peer = group.fastest_peer();
    let times = ours.zip(peer).map(|(ours, peer)| peer.min / ours);
    [
        group.name().to_owned(),
        shown(ours),
        shown(group.to_floor()),
        peer.map_or_else(|| "–".to_owned(), |peer| peer.function.clone()),
        shown(peer.map(|peer| peer.min)),
        shown(times),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::group::groups;
    use crate::bench::verdict::tests::figures;

    fn measured() -> Vec<Group> {
        groups(vec![
            figures("arrow_weekday", "semaine", 0.5),
            figures("arrow_weekday", "memcpy", 0.4),
            figures("arrow_weekday", "pyarrow", 2.0),
            figures("monday", "semaine", 40.0),
        ])
    }

    #[test]
    fn a_group_has_a_row_in_the_summary() {
        let summary = summary(&measured());
        let rows: Vec<_> = summary.lines().skip(7).collect();
        assert_eq!(
            rows,
            [
                "| arrow_weekday |    0.50 |      1.25 |      pyarrow |     2.00 |          4.00 |",
                "| monday        |   40.00 |         – |            – |        – |             – |",
            ]
        );
    }
}
