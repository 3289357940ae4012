//! What backups say at a terminal.

use std::fmt::{self, Write};

use crate::backup::{Condition, Manifest, Pruned, Restored};
use crate::report::Backups;
use crate::report::analysis::engine_name;
use crate::report::text::{Side, bytes, columns, counted, number};

pub(super) fn manifest(out: &mut impl Write, manifest: &Manifest, how: &str) -> fmt::Result {
    writeln!(out, "Backup {}: {how}", manifest.name)?;
    let row = |what: &str, content: String| vec![what.to_owned(), content];
    let rows = [
        row("created", manifest.created.clone()),
        row("database", manifest.database.clone()),
        row(
            "version",
            format!(
                "{} {}",
                engine_name(manifest.engine),
                manifest.engine_version
            ),
        ),
        row("plan", manifest.plan_hash.clone()),
        row(
            "copy",
            format!("{}, {}", manifest.file, bytes(manifest.length)),
        ),
        row("sha256", manifest.sha256.clone()),
    ];
    columns(out, 2, &[Side::Left, Side::Left], &rows)?;
    let rows: Vec<_> = manifest
        .tables
        .iter()
        .map(|table| vec![table.name.clone(), number(table.rows), "rows".to_owned()])
        .collect();
    columns(out, 2, &[Side::Left, Side::Right, Side::Left], &rows)
}

pub(super) fn list(out: &mut impl Write, list: &Backups) -> fmt::Result {
    writeln!(
        out,
        "{} in {}",
        counted(list.backups.len() as u64, "backup", "backups"),
        list.folder
    )?;
    let rows: Vec<_> = list
        .backups
        .iter()
        .map(|backup| {
            let size = backup
                .manifest
                .as_ref()
                .map(|manifest| bytes(manifest.length));
            vec![
                backup.name.clone(),
                size.unwrap_or_default(),
                match &backup.condition {
                    Condition::Complete => "complete".to_owned(),
                    Condition::Damaged(why) => format!("DAMAGED: {why}"),
                    Condition::Unfinished => "unfinished".to_owned(),
                },
            ]
        })
        .collect();
    columns(out, 2, &[Side::Left, Side::Right, Side::Left], &rows)
}

pub(super) fn pruning(out: &mut impl Write, pruned: &Pruned) -> fmt::Result {
    writeln!(
        out,
        "{} {}",
        counted(pruned.removed.len() as u64, "backup", "backups"),
        if pruned.executed {
            "removed"
        } else {
            "would be removed by --execute"
        }
    )?;
    for name in &pruned.removed {
        writeln!(out, "  {name}")?;
    }
    if !pruned.kept.is_empty() {
        writeln!(out, "Kept")?;
    }
    let rows: Vec<_> = pruned
        .kept
        .iter()
        .map(|kept| vec![kept.name.clone(), kept.why.clone()])
        .collect();
    columns(out, 2, &[Side::Left, Side::Left], &rows)
}

pub(super) fn restore(out: &mut impl Write, restored: &Restored) -> fmt::Result {
    writeln!(
        out,
        "The tables are as in the backup {} of {}",
        restored.backup, restored.created
    )?;
    if restored.of_another_database {
        writeln!(out, "  which is of another database than this one")?;
    }
    let mut rows = vec![vec![
        "content".to_owned(),
        "before".to_owned(),
        "now".to_owned(),
    ]];
    rows.extend(restored.tables.iter().map(|table| {
        let (before, after) = (number(table.before.rows), number(table.after.rows));
        vec![
            table.table.clone(),
            format!("{before} rows"),
            format!("{after} rows"),
        ]
    }));
    columns(out, 2, &[Side::Left, Side::Right, Side::Right], &rows)?;
    match &restored.replaced {
        Some(name) => writeln!(out, "  what was there before is the backup {name}")?,
        None => writeln!(out, "  what was there before was not kept")?,
    }
    writeln!(out, "  this report is in {}", restored.summary)
}
