//! The npm package at a glance: a row for each group.

use crate::bench::detail::shown;
use crate::bench::group::Group;
use crate::bench::table;

const LEGEND: &str = "\
Nanoseconds of CPU time for each date, the shortest of several runs in shuffled order, each group in a
process of its own, with UTC as the local time. Single dates are 4,096 in a loop, whose own time is counted:
every answer is kept. A library starts from what the group is named after, or from its own objects, and
answers with its own kind of date where the group names no other. The floor is a call that gives back what
it got, or a new object with as much in it; what is written by hand checks nothing. A column has 10,000,000
rows where nothing else is said, and memory of the caller for its answers; memcpy copies as many bytes as
are read and written, and Rust is the core alone. Columns of few rows are asked for week numbers; their
floor is a call into an addon.";

/// Our times, what bounds them, and how many times as long the fastest library takes.
pub(crate) fn table(groups: &[Group]) -> String {
    let rows: Vec<_> = groups.iter().map(row).collect();
    let heading = [
        "",
        "semaine",
        "floor",
        "by hand",
        "Rust",
        "memcpy",
        "fastest library",
        "its time",
        "times as fast",
    ];
    format!("{LEGEND}\n\n{}", table::markdown(heading, &rows))
}

fn row(group: &Group) -> [String; 9] {
    let ours = group.ours();
    let peer = group.fastest_peer();
    let times = ours.zip(peer).map(|(ours, peer)| peer.min / ours);
    [
        group.name().to_owned(),
        shown(ours),
        shown(group.min("floor")),
        shown(group.min("by hand")),
        shown(group.min("Rust")),
        shown(group.min("memcpy")),
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

    #[test]
    fn a_group_has_a_row_in_which_only_libraries_are_peers() {
        let groups = groups(vec![
            figures("week_number_of_date", "semaine", 20.0),
            figures("week_number_of_date", "floor", 2.0),
            figures("week_number_of_date", "by hand", 15.0),
            figures("week_number_of_date", "luxon", 1000.0),
            figures("year_week", "semaine", 0.75),
            figures("year_week", "semaine portable", 6.0),
            figures("year_week", "Rust", 0.7),
            figures("year_week", "memcpy", 0.4),
        ]);
        let table = table(&groups);
        let rows: Vec<Vec<_>> = table
            .lines()
            .skip(11)
            .map(|line| line.split('|').map(str::trim).collect())
            .collect();
        assert_eq!(
            rows,
            [
                [
                    "",
                    "week_number_of_date",
                    "20.00",
                    "2.00",
                    "15.00",
                    "–",
                    "–",
                    "luxon",
                    "1000.00",
                    "50.00",
                    "",
                ],
                [
                    "",
                    "year_week",
                    "0.75",
                    "–",
                    "–",
                    "0.70",
                    "0.40",
                    "–",
                    "–",
                    "–",
                    ""
                ],
            ]
        );
    }
}
