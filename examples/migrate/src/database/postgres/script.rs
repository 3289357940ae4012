//! The form of a script for `psql` that fills tables.
//!
//! ```text
//! COPY "meal_plans" ("id", "week_start") FROM STDIN;
//! 1<tab>2025-08-03
//! \.
//! ```

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};

use crate::database::schema::Column;
use crate::value::{Blob, Value};
use crate::{Error, Result};

/// The line after the rows of a table.
const END: &[u8] = b"\\.";

/// Writes what comes before the rows of a table.
pub(super) fn begin(out: &mut impl Write, statement: &str) -> io::Result<()> {
    writeln!(out, "{statement};")
}

/// Writes what comes after the rows of a table.
pub(super) fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(END)?;
    out.write_all(b"\n")
}

/// A script that is read again.
#[derive(Debug)]
pub(crate) struct Script {
    path: PathBuf,
    file: BufReader<File>,
    line: Vec<u8>,
}

impl Script {
    /// Opens a script.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|source| Error::Io {
            context: format!("read {}", path.display()),
            source,
        })?;
        Ok(Self {
            path: path.to_owned(),
            file: BufReader::with_capacity(1 << 16, file),
            line: Vec::new(),
        })
    }

    /// Goes to the rows of the next table.
    ///
    /// # Errors
    ///
    /// `Backup` if there is none.
    pub(crate) fn next_table(&mut self) -> Result<()> {
        self.next_line()?;
        if self.line.starts_with(b"COPY ") {
            return Ok(());
        }
        Err(self.damaged("a table is missing"))
    }

    /// The next row of this table, without the end of its line; nothing after the last one.
    ///
    /// # Errors
    ///
    /// `Backup` if the file ends before.
    pub(crate) fn next_row(&mut self) -> Result<Option<&[u8]>> {
        self.next_line()?;
        Ok((self.line != END).then_some(&*self.line))
    }

    /// Reads the values of the next row, which has these columns.
    ///
    /// # Errors
    ///
    /// `Backup` for what is no such row.
    pub(crate) fn next_values(&mut self, kinds: &[&str]) -> Result<Option<Vec<Value>>> {
        let Some(row) = self.next_row()? else {
            return Ok(None);
        };
        let mut fields = row.split(|byte| *byte == b'\t');
        let read = |kind: &&str| value(fields.next()?, kind);
        let values: Option<Vec<_>> = kinds.iter().map(read).collect();
        match values {
            Some(values) if fields.next().is_none() => Ok(Some(values)),
            _ => Err(self.damaged("a row cannot be read")),
        }
    }

    fn next_line(&mut self) -> Result<()> {
        self.line.clear();
        let read = self.file.read_until(b'\n', &mut self.line);
        read.map_err(|source| Error::Io {
            context: format!("read {}", self.path.display()),
            source,
        })?;
        if self.line.pop() == Some(b'\n') {
            return Ok(());
        }
        Err(self.damaged("it ends too early"))
    }

    fn damaged(&self, what: &str) -> Error {
        Error::Backup(format!("{} is damaged: {what}", self.path.display()))
    }
}

/// The columns that a script has.
pub(crate) fn columns(columns: &[Column]) -> impl Iterator<Item = &Column> {
    columns.iter().filter(|column| !column.generated)
}

/// The value in a field of a column of that type; nothing for what the database would not have written.
fn value(field: &[u8], kind: &str) -> Option<Value> {
    if field == b"\\N" {
        return Some(Value::Null);
    }
    let text = unescaped(field)?;
    Some(match kind {
        "smallint" | "integer" | "bigint" => Value::Integer(text.parse().ok()?),
        // As wide as it is read from the table.
        "real" => Value::Real(text.parse::<f32>().ok()?.into()),
        "double precision" => Value::Real(text.parse().ok()?),
        "bytea" => Value::Blob(Blob {
            hex: text.strip_prefix("\\x")?.to_owned(),
        }),
        _ => Value::Text(text),
    })
}

fn unescaped(field: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field.iter();
    while let Some(&byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next()? {
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            other => *other,
        });
    }
    String::from_utf8(bytes).ok()
}
