//! Reads a table piece by piece, so that no statement keeps writers waiting for long and no answer is large.

use crate::Result;
use crate::database::schema::Column;
use crate::database::{Database, Engine};
use crate::value::Value;

/// Rows of a piece where an index gives the order.
pub(super) const ROWS: usize = 4096;

/// Rows of a piece where the database sorts the table for each.
pub(super) const ROWS_UNSORTED: usize = 64 * ROWS;

/// A query that is asked piece by piece.
#[derive(Debug)]
pub(super) struct Pages<'a> {
    /// What is read after the columns of the order.
    pub(super) list: Vec<String>,
    /// The tables, of which the first is called `t`.
    pub(super) from: String,
    /// Columns of `t`, none of them NULL in a row that is read, which name a row and give the order.
    pub(super) order: Vec<&'a Column>,
    /// How many rows a piece has.
    pub(super) rows: usize,
}

impl Pages<'_> {
    /// Calls `page` with the rows, each the columns of the order and then those of the list, until there
    /// are no more.
    ///
    /// # Errors
    ///
    /// What the database says, and what `page` returns, which ends the reading.
    pub(super) fn read(
        &self,
        db: &mut dyn Database,
        mut page: impl FnMut(&mut dyn Database, &[Vec<Value>]) -> Result<()>,
    ) -> Result<()> {
        let engine = db.engine();
        let (first, next) = (self.sql(engine, false), self.sql(engine, true));
        let mut after = Vec::new();
        loop {
            let sql = if after.is_empty() { &first } else { &next };
            let rows = db.query(sql, &after)?;
            page(db, &rows)?;
            match rows.last() {
                Some(last) if rows.len() == self.rows => {
                    after = last.iter().take(self.order.len()).cloned().collect();
                }
                _ => return Ok(()),
            }
        }
    }

    fn sql(&self, engine: Engine, goes_on: bool) -> String {
        let names: Vec<_> = self
            .order
            .iter()
            .map(|column| of_t(&column.quoted))
            .collect();
        let read = self.order.iter().map(|column| of_t(&column.read(engine)));
        let list: Vec<_> = read.chain(self.list.iter().cloned()).collect();
        let mut wanted: Vec<_> = names
            .iter()
            .map(|name| format!("{name} IS NOT NULL"))
            .collect();
        if goes_on {
            let numbers = 1..=self.order.len();
            let parameters: Vec<_> = numbers
                .zip(&self.order)
                .map(|(number, column)| column.write(engine, number))
                .collect();
            wanted.push(format!(
                "({}) > ({})",
                names.join(", "),
                parameters.join(", ")
            ));
        }
        format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT {}",
            list.join(", "),
            self.from,
            wanted.join(" AND "),
            names.join(", "),
            self.rows
        )
    }
}

/// A column, or the expression that reads it, of the first table.
pub(super) fn of_t(column: &str) -> String {
    format!("t.{column}")
}
