//! Writers: records into files that other programs read.
//!
//! A run lays its output out so:
//!
//! ```text
//! output/records/<id>.json      one record, for people and diffs          pretty
//! output/records.jsonl          all records, one a line                   JsonLines
//! output/facts.csv              all facts, one a row                      Facts
//! output/record.schema.json     what a record may hold                    schema_text
//! ```
//!
//! Everything is UTF-8 without a byte order mark, lines end with `\n`, and the last line has its end too. Numbers are
//! exact decimals all the way. Records are written in the order in which they are given; the same records give the
//! same bytes.

mod csv;
mod json;
mod jsonl;
mod schema;

use std::io;

use crate::record::Record;

pub use csv::{COLUMNS, Cells, Facts};
pub use json::pretty;
pub use jsonl::JsonLines;
pub use schema::{schema, schema_text, schema_with};

/// A file that takes one record after another.
pub trait Writer {
    /// Adds a record.
    ///
    /// # Errors
    /// When the file can't be written.
    fn write(&mut self, record: &Record) -> io::Result<()>;

    /// Writes what is still held back; to be called once, after the last record.
    ///
    /// # Errors
    /// When the file can't be written.
    fn finish(&mut self) -> io::Result<()>;
}
