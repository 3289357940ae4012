//! Reads the CSV files of `vectors/`, for every test that takes its expectations from them.

use std::collections::HashMap;
use std::fmt::Debug;
use std::str::FromStr;

/// One row, with its place for messages.
pub(crate) struct Row {
    place: String,
    fields: HashMap<String, String>,
}

/// The rows of a file, of which there must be at least as many as the caller knows of: a file that
/// lost its rows would otherwise pass every test.
pub(crate) fn rows(file: &str, at_least: usize) -> Vec<Row> {
    let path = format!("{}/vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).expect("the file can be read");
    let header = reader.headers().expect("the file has a header").clone();
    let rows: Vec<_> = reader
        .records()
        .enumerate()
        .map(|(index, record)| Row {
            place: format!("{file}:{}", index + 2),
            fields: header
                .iter()
                .map(String::from)
                .zip(record.expect("the row is CSV").iter().map(String::from))
                .collect(),
        })
        .collect();
    assert!(
        rows.len() >= at_least,
        "{file} has {} rows, at least {at_least} are expected",
        rows.len(),
    );
    rows
}

impl Row {
    /// The file and the line.
    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    /// A field that may be empty.
    pub(crate) fn text(&self, column: &str) -> &str {
        self.if_present(column)
            .unwrap_or_else(|| panic!("{}: no column {column}", self.place))
    }

    /// A field of a column that not every file has.
    pub(crate) fn if_present(&self, column: &str) -> Option<&str> {
        self.fields.get(column).map(String::as_str)
    }

    /// A field, or `None` if it is empty.
    pub(crate) fn optional<T: FromStr<Err: Debug>>(&self, column: &str) -> Option<T> {
        match self.text(column) {
            "" => None,
            field => {
                Some(field.parse().unwrap_or_else(|error| {
                    panic!("{}: {column} is {field}: {error:?}", self.place)
                }))
            }
        }
    }

    /// A field that has to be there.
    pub(crate) fn get<T: FromStr<Err: Debug>>(&self, column: &str) -> T {
        self.optional(column)
            .unwrap_or_else(|| panic!("{}: {column} is empty", self.place))
    }

    /// A percent-encoded text.
    pub(crate) fn decoded(&self, column: &str) -> String {
        let mut pieces = self.text(column).split('%');
        let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
        for piece in pieces {
            let (code, rest) = piece.split_at(2);
            bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits follow a %"));
            bytes.extend(rest.bytes());
        }
        String::from_utf8(bytes).expect("the text is UTF-8")
    }
}
