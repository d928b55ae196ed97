//! Facts as a table.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};
use serde::Serialize;

use super::Writer;
use crate::edtf;
use crate::fact::registry::is_date;
use crate::record::{Fact, Record, Value};

/// The columns of the table.
///
/// `value` is the value as text, whatever its kind (a list as a JSON array); `value_number` repeats it for numbers
/// alone. `value_earliest` and `value_latest` are the first and the last day of a value that is a date, and
/// `time_earliest` and `time_latest` those of `time`: empty where that end is open or its year unknown. `quote` holds
/// the words of the evidence. What a fact lacks is an empty cell.
#[rustfmt::skip]
pub const COLUMNS: [&str; 20] = [
    "bulletin", "fact", "city", "country_code", "property", "subject", "subject_kind", "of",
    "value", "value_number", "value_max", "unit", "value_earliest", "value_latest", "qualifier",
    "time", "time_earliest", "time_latest", "section", "quote",
];

/// What becomes of text that a spreadsheet would run.
///
/// A bulletin is other people's text, and spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula.
/// Quoting doesn't stop them, and any mark put before such a text changes the data for all other readers. So the table
/// is [`Exact`](Cells::Exact) unless one asks for [`Guarded`](Cells::Guarded); who opens an exact table of bulletins
/// that they don't trust in a spreadsheet imports its columns as text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// Every cell holds what the record holds.
    #[default]
    Exact,
    /// A text that begins with `=`, `+`, `-`, `@` (full-width ones too), a tab or a line end gets an apostrophe before
    /// it. Numbers and dates stay as they are: -5 is a number still, and `-0024` the year 25 BC.
    Guarded,
}

/// Writes a fact a row, as RFC 4180 has it but with `\n` at line ends. The header is written even if no fact follows.
pub struct Facts<W: Write> {
    out: csv::Writer<W>,
    cells: Cells,
    own_dates: Vec<String>,
}

impl<W: Write> Facts<W> {
    /// A table into `out`; its header is written at once.
    ///
    /// # Errors
    /// When `out` can't be written.
    pub fn new(out: W, cells: Cells) -> io::Result<Facts<W>> {
        let mut out = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
        out.write_record(COLUMNS)?;
        Ok(Facts { out, cells, own_dates: Vec::new() })
    }

    /// The same table, to which the values of these properties of a user's own are dates too.
    #[must_use]
    pub fn with_dates(self, own_dates: impl IntoIterator<Item = String>) -> Facts<W> {
        Facts { own_dates: own_dates.into_iter().collect(), ..self }
    }
}

impl<W: Write> Facts<W> {
    /// The value of a fact where it is a date.
    fn date<'f>(&self, fact: &'f Fact) -> Option<&'f str> {
        let dated = is_date(&fact.property) || self.own_dates.contains(&fact.property);
        match &fact.value {
            Value::Text(date) if dated => Some(date),
            Value::Text(_) | Value::Number(_) | Value::List(_) => None,
        }
    }
}

impl<W: Write> fmt::Debug for Facts<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts").field("cells", &self.cells).finish_non_exhaustive()
    }
}

impl<W: Write> Writer for Facts<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        for fact in &record.facts {
            let row = row(record, fact, self.date(fact))?;
            self.out.write_record(row.iter().map(|cell| cell.bytes(self.cells)))?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What stands in a cell.
enum Cell<'r> {
    /// Taken from the bulletin, or from its name.
    Text(Cow<'r, str>),
    /// A number, date, code or key: our own form.
    Plain(Cow<'r, str>),
}

impl<'r> Cell<'r> {
    fn text(text: Option<&'r str>) -> Cell<'r> {
        Cell::Text(text.unwrap_or_default().into())
    }

    fn plain(text: Option<impl Into<Cow<'r, str>>>) -> Cell<'r> {
        Cell::Plain(text.map(Into::into).unwrap_or_default())
    }

    fn bytes(&self, cells: Cells) -> Cow<'_, [u8]> {
        match self {
            Cell::Text(t) if cells == Cells::Guarded && t.starts_with(FORMULA) => {
                format!("'{t}").into_bytes().into()
            }
            Cell::Text(t) | Cell::Plain(t) => t.as_bytes().into(),
        }
    }
}

/// What a spreadsheet takes for the beginning of a formula; some take the full-width signs too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cells of a fact, in the order of [`COLUMNS`]; `date` is its value where that is one.
fn row<'r>(
    record: &'r Record,
    fact: &'r Fact,
    date: Option<&'r str>,
) -> io::Result<[Cell<'r>; COLUMNS.len()]> {
    let city = record.city.as_ref();
    let country = city.and_then(|c| c.country.as_ref());
    let number = match fact.value {
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    };
    let (value_earliest, value_latest) = date.map(edtf::ends).unwrap_or_default();
    let (time_earliest, time_latest) = fact.time.as_deref().map(edtf::ends).unwrap_or_default();
    Ok([
        Cell::text(Some(&record.id)),
        Cell::plain(Some(&fact.id)),
        Cell::text(city.map(|c| c.name.as_str())),
        Cell::plain(country.and_then(|c| c.code.as_deref())),
        Cell::plain(Some(&fact.property)),
        Cell::text(fact.subject.as_deref()),
        Cell::plain(fact.subject_kind.map(code).transpose()?),
        Cell::text(fact.of.as_deref()),
        date.map_or_else(|| value(&fact.value), |date| Ok(Cell::plain(Some(date))))?,
        Cell::plain(number),
        fact.value_max.as_ref().map_or_else(|| Ok(Cell::plain(None::<&str>)), value)?,
        Cell::plain(fact.unit.as_deref()),
        Cell::plain(value_earliest),
        Cell::plain(value_latest),
        Cell::plain(fact.qualifier.map(code).transpose()?),
        Cell::plain(fact.time.as_deref()),
        Cell::plain(time_earliest),
        Cell::plain(time_latest),
        Cell::plain(Some(&fact.section)),
        Cell::text(Some(&fact.evidence.text)),
    ])
}

/// A value that is no date, as text.
fn value(value: &Value) -> io::Result<Cell<'_>> {
    Ok(match value {
        Value::Number(n) => Cell::plain(Some(n.to_string())),
        Value::Text(t) => Cell::text(Some(t)),
        Value::List(list) => Cell::plain(Some(serde_json::to_string(list)?)),
    })
}

/// The name of an enum's variant, as JSON has it.
fn code(variant: impl Serialize) -> io::Result<String> {
    Ok(serde_json::from_value(serde_json::to_value(variant)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarded(cell: &Cell) -> String {
        String::from_utf8_lossy(&cell.bytes(Cells::Guarded)).into_owned()
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for text in ["=1+1", "+1", "-1", "@a", "\tb", "\rc", "＝d"] {
            assert_eq!(guarded(&Cell::text(Some(text))), format!("'{text}"));
            assert_eq!(Cell::text(Some(text)).bytes(Cells::Exact).as_ref(), text.as_bytes());
        }
        assert_eq!(guarded(&Cell::plain(Some("-5"))), "-5");
        assert_eq!(guarded(&Cell::text(Some("a=b"))), "a=b");
    }

    #[test]
    fn the_header_stands_without_facts() {
        let mut out = Vec::new();
        Facts::new(&mut out, Cells::Exact).and_then(|mut f| f.finish()).expect("writes");
        assert_eq!(out, format!("{}\n", COLUMNS.join(",")).into_bytes());
    }
}
