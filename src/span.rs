//! Places in a text: half-open byte ranges, and the one conversion to code points.
//!
//! Inside the crate every offset counts bytes of the decoded text. The record counts Unicode code points; the
//! conversion happens once, at the edge, through [`CodePoints`].

use std::fmt;

/// A half-open range of bytes in a text, on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes; an end before its start gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words it covers; empty where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or("")
    }
}

/// `words` with one space between them: a heading or a name may be wrapped.
pub(crate) fn one_line(words: &str) -> String {
    // Most words are on one line already, and a copy will do.
    let mut before = b' ';
    let fits = |byte: u8| {
        let fits = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        fits
    };
    if words.bytes().all(fits) && before != b' ' {
        return words.to_owned();
    }
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Converts byte offsets of one text to code points.
#[derive(Debug)]
pub struct CodePoints {
    /// Code points before each block of [`BLOCK`] bytes; empty for a pure ASCII text.
    blocks: Vec<u32>,
}

/// Bytes between two stored counts: small enough for a quick scan, large enough to stay cheap.
const BLOCK: usize = 64;

impl CodePoints {
    /// Counts `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return CodePoints { blocks: Vec::new() };
        }
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut count = 0u32;
        for block in text.as_bytes().chunks(BLOCK) {
            blocks.push(count);
            // A byte that is no continuation byte begins a code point.
            count += block.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum::<u32>();
        }
        blocks.push(count);
        CodePoints { blocks }
    }

    /// The code points before byte `at` of the same `text`.
    pub fn at(&self, text: &str, at: usize) -> usize {
        if self.blocks.is_empty() {
            return at;
        }
        let at = at.min(text.len());
        let block = at / BLOCK;
        let tail = text.as_bytes().get(block * BLOCK..at).unwrap_or(&[]);
        let begun = tail.iter().filter(|b| **b & 0xC0 != 0x80).count();
        self.blocks.get(block).map_or(0, |n| *n as usize) + begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points() {
        let text = "Besòs ".repeat(40);
        let points = CodePoints::new(&text);
        for (expected, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(&text, at), expected);
        }
        assert_eq!(points.at(&text, text.len()), 240);
    }
}
