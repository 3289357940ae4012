//! What a run counts, in words.

use std::fmt::{self, Write};

use crate::report::text::{Side, columns, number};
use crate::run::state::Counts;

/// Writes one line for each count that is not zero, and always those of all rows and of moved weeks.
pub(super) fn write(out: &mut impl Write, counts: &Counts) -> fmt::Result {
    let all = [
        ("rows seen", counts.rows),
        ("weeks moved to a Monday", counts.moved),
        (
            "of them with their parents, or given to another",
            counts.children,
        ),
        ("of them to a later Monday than their own", counts.shifted),
        ("groups of rows that met on a Monday", counts.conflicts),
        ("rows taken out into the journal", counts.removed),
        ("rows that took over content of others", counts.merged),
        ("rows without a week, left as they are", counts.nulls),
        ("rows whose week is no date, left as they are", counts.bad),
    ];
    let rows: Vec<_> = all
        .into_iter()
        .enumerate()
        .filter(|(index, (_, count))| *index < 2 || *count > 0)
        .map(|(_, (what, count))| vec![what.to_owned(), number(count)])
        .collect();
    columns(out, 2, &[Side::Left, Side::Right], &rows)
}
