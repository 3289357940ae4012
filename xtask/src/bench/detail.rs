//! All that was measured, a table for each group.

use super::group::Group;
use super::table;
use super::verdict::Verdict;

/// A figure with two digits after the point, or a dash.
pub(crate) fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.2}"))
}

/// A table for each group, with its verdicts below.
pub(crate) fn tables(groups: &[Group], verdicts: &[Verdict]) -> String {
    groups.iter().map(|group| one(group, verdicts)).collect()
}

fn one(group: &Group, verdicts: &[Verdict]) -> String {
    let ours = group.ours();
    let rows: Vec<_> = group
        .figures()
        .iter()
        .map(|figures| {
            [
                figures.function.clone(),
                shown(Some(figures.min)),
                shown(Some(figures.median)),
                shown(ours.map(|ours| ours / figures.min)),
            ]
        })
        .collect();
    let table = table::markdown([group.name(), "min", "median", "semaine to it"], &rows);
    let verdicts: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.group() == group.name())
        .map(|verdict| format!("- {verdict}\n"))
        .collect();
    let parts = [table, verdicts.concat()];
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts
        .map(|part| format!("{part}\n"))
        .collect::<Vec<_>>()
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::group::groups;
    use crate::bench::targets::Yardstick;
    use crate::bench::verdict::tests::{figures, target};

    #[test]
    fn verdicts_stand_below_the_table_of_their_group() {
        let groups = groups(vec![
            figures("arrow_weekday", "semaine", 0.5),
            figures("arrow_weekday", "memcpy", 0.4),
            figures("arrow_weekday", "pyarrow", 2.0),
            figures("monday", "semaine", 40.0),
        ]);
        let target = target("monday", Yardstick::Nanosecond, 50.0);
        let verdict = Verdict::of(target, &groups).unwrap();
        let tables = tables(&groups, &[verdict]);
        assert_eq!(
            tables,
            "| arrow_weekday |  min | median | semaine to it |\n\
             |---------------|-----:|-------:|--------------:|\n\
             | memcpy        | 0.40 |   0.90 |          1.25 |\n\
             | semaine       | 0.50 |   1.00 |          1.00 |\n\
             | pyarrow       | 2.00 |   2.50 |          0.25 |\n\n\
             | monday  |   min | median | semaine to it |\n\
             |---------|------:|-------:|--------------:|\n\
             | semaine | 40.00 |  40.50 |          1.00 |\n\n\
             - 40.00 ns a date: goal 50.00 met, gate 50.10 held\n\n",
        );
    }
}
