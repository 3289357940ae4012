//! Tables that read well on a terminal and in Markdown alike.

/// Lays out rows of cells below a heading: the first column is of names, the others are of figures.
pub(crate) fn markdown<const N: usize>(heading: [&str; N], rows: &[[String; N]]) -> String {
    columns(&heading, rows)
}

/// The same of as many columns as the heading has.
pub(crate) fn columns(heading: &[&str], rows: &[impl AsRef<[String]>]) -> String {
    let heading: Vec<_> = heading.iter().map(|&cell| cell.to_owned()).collect();
    let mut widths: Vec<_> = heading.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = cell.chars().count().max(*width);
        }
    }
    let rule = widths.iter().enumerate().map(|(column, &width)| {
        let (dashes, end) = if column == 0 {
            (width + 2, "")
        } else {
            (width + 1, ":")
        };
        format!("{:-<dashes$}{end}", "")
    });
    let rule = format!("|{}|\n", rule.collect::<Vec<_>>().join("|"));
    let rows = rows.iter().map(|row| line(row.as_ref(), &widths));
    [line(&heading, &widths), rule]
        .into_iter()
        .chain(rows)
        .collect()
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let cells = cells.iter().zip(widths).enumerate();
    let cells = cells.map(|(column, (cell, &width))| {
        if column == 0 {
            format!("{cell:<width$}")
        } else {
            format!("{cell:>width$}")
        }
    });
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_left_and_figures_right() {
        let rows = [
            ["week_start".to_owned(), "0.35".to_owned()],
            ["weekday".to_owned(), "10.28".to_owned()],
        ];
        assert_eq!(
            markdown(["kernel", "ns"], &rows),
            "| kernel     |    ns |\n\
             |------------|------:|\n\
             | week_start |  0.35 |\n\
             | weekday    | 10.28 |\n",
        );
    }
}
