//! One record as indented JSON.

use std::io::{self, Write};

use crate::record::Record;

/// Writes a record as indented JSON, its keys in the order of the contract, with a final newline.
///
/// # Errors
/// When `out` can't be written; nothing is written before the record is complete.
pub fn pretty(record: &Record, mut out: impl Write) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(record)?;
    text.push(b'\n');
    out.write_all(&text)
}
