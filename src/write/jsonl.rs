//! Records as JSON lines.

use std::io::{self, Write};

use super::Writer;
use crate::record::Record;

/// Writes a record a line; each line goes out whole, in one call.
#[derive(Debug)]
pub struct JsonLines<W> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> JsonLines<W> {
    /// Lines into `out`.
    pub fn new(out: W) -> JsonLines<W> {
        JsonLines { out, line: Vec::new() }
    }
}

impl<W: Write> Writer for JsonLines<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, record)?;
        self.line.push(b'\n');
        self.out.write_all(&self.line)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
