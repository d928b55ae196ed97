//! What is wrong with a file, and where.

use std::ops::Range;

use toml::Spanned;

/// A fault at a byte of the file.
#[derive(Debug)]
pub(super) struct Fault {
    at: usize,
    message: String,
}

impl Fault {
    /// A fault that begins at a byte.
    pub(super) fn new(at: usize, message: String) -> Fault {
        Fault { at, message }
    }

    /// A fault of a value or key.
    pub(super) fn of<T>(place: &Spanned<T>, message: String) -> Fault {
        Fault::new(place.span().start, message)
    }

    /// Of a text that is no TOML, or has keys and values that are not known.
    pub(super) fn of_form(error: &toml::de::Error) -> Fault {
        Fault::new(error.span().map_or(0, |s: Range<usize>| s.start), error.message().to_owned())
    }

    /// The fault with the file's name, line and column.
    pub(super) fn told(&self, name: &str, content: &str) -> String {
        format!("{name}:{}: {}", place(content, self.at), self.message)
    }
}

/// Line and column of a byte, from 1.
fn place(content: &str, at: usize) -> String {
    let before = content.get(..at).unwrap_or(content);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    format!("{line}:{column}")
}
