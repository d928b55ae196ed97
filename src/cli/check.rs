//! `chancery build --check`: what a build would do, for people and for the annotations of a workflow.

use std::io::{self, Write};
use std::path::Path;

use chancery::dataset::{Change, Event, Field, Kind, Report};
use chancery::error::Error;
use chancery::record::Record;

use super::annotation::{Annotation, Level, Places};

/// The form in which a check tells what it finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// Lines for people
    #[default]
    Text,
    /// Annotations of a GitHub workflow: stale files, rejected bulletins, warnings, unclaimed numbers
    Github,
}

/// A value is shown in so many characters; more would fill the screen with one text.
const SHOWN: usize = 70;

/// Where a check tells what it finds, while it goes on.
pub(crate) struct Teller<'t, W> {
    pub(crate) out: W,
    pub(crate) format: Format,
    pub(crate) input: &'t Path,
    pub(crate) output: &'t Path,
    /// The command that mends what is told.
    pub(crate) mend: &'t str,
    /// The first thing that went wrong in telling.
    pub(crate) told: io::Result<()>,
}

impl<W: Write> Teller<'_, W> {
    /// Tells of a file or a record.
    pub(crate) fn tell(&mut self, event: &Event<'_>) {
        if self.told.is_ok() {
            self.told = match (event, self.format) {
                (Event::File(change), Format::Text) => self.file(change),
                (Event::File(change), Format::Github) => self.stale(change),
                (Event::ToLookAt(record), Format::Github) => self.record(record),
                _ => Ok(()),
            };
        }
    }

    fn file(&mut self, change: &Change) -> io::Result<()> {
        let name = self.output.join(&change.name);
        writeln!(self.out, "would {} {}", verb(change.kind), name.display())?;
        change.fields.iter().try_for_each(|field| {
            let Sides { old, new } = Sides::of(field);
            writeln!(self.out, "  {}: {old} → {new}", place(field))
        })
    }

    fn stale(&mut self, change: &Change) -> io::Result<()> {
        let mut message =
            format!("a build would {} this file; run `{}`", verb(change.kind), self.mend);
        for field in &change.fields {
            let Sides { old, new } = Sides::of(field);
            message.push_str(&format!("\n{}: {old} → {new}", place(field)));
        }
        let file = self.output.join(&change.name);
        let (level, title) = (Level::Error, "stale output");
        Annotation { level, file: &file, line: 1, title, message: &message }.write(&mut self.out)
    }

    fn record(&mut self, record: &Record) -> io::Result<()> {
        let file = self.input.join(&record.source.path);
        let places = Places::of(record, &file);
        let level = Level::Warning;
        for warning in &record.warnings {
            let line = warning.spans.first().map_or(1, |piece| places.line(piece));
            let title = serde_json::to_string(&warning.code)?;
            let (title, message) = (title.trim_matches('"'), &warning.message);
            Annotation { level, file: &file, line, title, message }.write(&mut self.out)?;
        }
        for number in &record.unclaimed {
            let message = format!("no fact covers `{}`", number.text);
            let (line, title) = (places.line(number), "unclaimed number");
            Annotation { level, file: &file, line, title, message: &message }
                .write(&mut self.out)?;
        }
        Ok(())
    }

    /// Tells what could not be done, where that is not left to the summary.
    pub(crate) fn rejected(&mut self, report: &Report) {
        if self.format == Format::Github && self.told.is_ok() {
            let mut errors = report.failures.iter().map(|failure| &failure.error);
            self.told = errors.try_for_each(|error| reject(error, &mut self.out));
        }
    }

    /// Says how many files are stale, and what to do.
    pub(crate) fn end(&mut self, report: &Report) {
        if self.told.is_ok() && self.format == Format::Text && report.changes > 0 {
            let (files, are) = if report.changes == 1 { ("file", "is") } else { ("files", "are") };
            self.told = writeln!(
                self.out,
                "{} {files} of `{}` {are} not what `{}` gives; run `{}`",
                report.changes,
                self.output.display(),
                self.input.display(),
                self.mend
            );
        }
    }
}

fn reject(error: &Error, out: &mut impl Write) -> io::Result<()> {
    let (file, message) = (error.path(), error.to_string());
    Annotation { level: Level::Error, file, line: 1, title: error.code(), message: &message }
        .write(out)
}

fn verb(kind: Kind) -> &'static str {
    match kind {
        Kind::Create => "create",
        Kind::Change => "change",
        Kind::Remove => "remove",
    }
}

fn place(field: &Field) -> &str {
    if field.place.is_empty() { "(all)" } else { &field.place }
}

/// The two sides of a field, as they are shown.
#[derive(Debug, PartialEq, Eq)]
struct Sides {
    old: String,
    new: String,
}

impl Sides {
    /// Long ones are shown from a little before the place where they begin to differ.
    fn of(field: &Field) -> Sides {
        const BEFORE: usize = 20;
        let side = |side: &Option<String>| side.as_deref().unwrap_or("(none)").chars().collect();
        let (old, new): (Vec<char>, Vec<char>) = (side(&field.old), side(&field.new));
        let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let long = old.len().max(new.len()) > SHOWN;
        let start = if long { same.saturating_sub(BEFORE) } else { 0 };
        Sides { old: cut(&old, start), new: cut(&new, start) }
    }
}

fn cut(side: &[char], start: usize) -> String {
    let shown: String = side.iter().skip(start).take(SHOWN).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if side.len() > start + SHOWN { "…" } else { "" };
    format!("{before}{shown}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(old: &str, new: &str) -> (String, String) {
        let field = Field { place: "x".into(), old: Some(old.into()), new: Some(new.into()) };
        let Sides { old, new } = Sides::of(&field);
        (old, new)
    }

    #[test]
    fn long_values_are_shown_where_they_differ() {
        assert_eq!(sides("1", "2"), ("1".into(), "2".into()));
        let long = "é".repeat(100);
        let (old, new) = sides(&format!("{long}old"), &format!("{long}new{long}"));
        assert_eq!(old, format!("…{}old", "é".repeat(20)));
        assert!(
            new.starts_with(&format!("…{}new", "é".repeat(20))) && new.ends_with("é…"),
            "{new}"
        );
    }
}
