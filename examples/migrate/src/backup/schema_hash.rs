//! The definition of tables in one number.

use sha2::{Digest as _, Sha256};

use crate::backup::digest::hex;
use crate::database::schema::Table;

/// The sha256 of the columns, types, keys and indices of tables, whatever the order of the indices.
pub(super) fn of<'a>(tables: impl Iterator<Item = &'a Table>) -> String {
    let mut sum = Sha256::new();
    for table in tables {
        let columns: Vec<_> = table
            .columns
            .iter()
            .map(|column| {
                let flags = (column.not_null, column.generated);
                (&column.name, &column.kind, flags)
            })
            .collect();
        let mut indices: Vec<_> = table
            .indices
            .iter()
            .map(|index| (&index.columns, index.unique, index.partial))
            .collect();
        indices.sort();
        // The form of `Debug` escapes texts, so that no two definitions give the same one.
        sum.update(format!(
            "{:?}\n",
            (&table.name, columns, &table.primary_key, indices)
        ));
    }
    hex(&sum.finalize())
}
