//! The pieces that figures are read from: words, runs of digits and signs, with their bytes.

use crate::span::Span;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// ASCII digits with separators inside: `1,568.7`, `1.234.567`.
    Digits,
    /// One other character.
    Sign(char),
}

/// One piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// What it is.
    pub(super) kind: Kind,
    /// Its bytes.
    pub(super) span: Span,
    /// Whether white space (or the range's start) stands before it.
    pub(super) spaced: bool,
}

/// The pieces of a range, with their words in lower case.
pub(super) struct Pieces<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// In order.
    pub(super) all: Vec<Piece>,
    /// Lower-case words, all in one string.
    lower: String,
    /// Where each piece's word stands in `lower`.
    places: Vec<(u32, u32)>,
}

/// Whether a character is a space that may stand inside a figure.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}')
}

impl<'t> Pieces<'t> {
    /// Cuts `range` of `text` into pieces.
    pub(super) fn new(text: &'t str, range: Span) -> Self {
        let mut pieces = Pieces {
            text,
            all: Vec::with_capacity(range.len() / 5),
            lower: String::with_capacity(range.len()),
            places: Vec::with_capacity(range.len() / 5),
        };
        let source = range.of(text);
        let mut spaced = true;
        let mut at = 0;
        while let Some(c) = source.get(at..).and_then(|r| r.chars().next()) {
            if is_space(c) {
                spaced = true;
                at += c.len_utf8();
                continue;
            }
            let rest = source.get(at..).unwrap_or("");
            let (kind, len) = if c.is_ascii_digit() {
                (Kind::Digits, digits_length(rest.as_bytes()))
            } else if c.is_alphabetic() {
                let end = rest.find(|c: char| !c.is_alphabetic() && !matches!(c, '\u{300}'..='\u{36F}'));
                (Kind::Word, end.unwrap_or(rest.len()))
            } else {
                (Kind::Sign(c), c.len_utf8())
            };
            pieces.push(kind, Span::new(range.start() + at, range.start() + at + len), spaced);
            spaced = false;
            at += len;
        }
        pieces
    }

    fn push(&mut self, kind: Kind, span: Span, spaced: bool) {
        let from = self.lower.len();
        if kind == Kind::Word {
            let word = span.of(self.text);
            if word.is_ascii() {
                self.lower.push_str(word);
                if let Some(new) = self.lower.get_mut(from..) {
                    new.make_ascii_lowercase();
                }
            } else {
                self.lower.extend(word.chars().flat_map(char::to_lowercase));
            }
        }
        let to = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.places.push((to(from), to(self.lower.len())));
        self.all.push(Piece { kind, span, spaced });
    }

    /// The piece at an index.
    pub(super) fn get(&self, at: usize) -> Option<Piece> {
        self.all.get(at).copied()
    }

    /// The word at an index in lower case; empty where no word stands.
    pub(super) fn word(&self, at: usize) -> &str {
        let Some((from, to)) = self.places.get(at) else { return "" };
        self.lower.get(*from as usize..*to as usize).unwrap_or("")
    }

    /// The digits at an index as written; empty where none stand.
    pub(super) fn digits(&self, at: usize) -> &'t str {
        match self.get(at) {
            Some(Piece { kind: Kind::Digits, span, .. }) => span.of(self.text),
            _ => "",
        }
    }

    /// Whether this sign stands at an index.
    pub(super) fn is(&self, at: usize, sign: char) -> bool {
        self.get(at).is_some_and(|p| p.kind == Kind::Sign(sign))
    }

    /// Whether one of these signs stands at an index.
    pub(super) fn is_any(&self, at: usize, signs: &[char]) -> bool {
        matches!(self.get(at), Some(Piece { kind: Kind::Sign(c), .. }) if signs.contains(&c))
    }

    /// Whether a hyphen or dash stands at an index.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_any(at, &['-', '–', '—', '‐', '‑', '−', '~', '∼'])
    }

    /// Whether white space stands before the piece.
    pub(super) fn spaced(&self, at: usize) -> bool {
        self.get(at).is_none_or(|p| p.spaced)
    }

    /// Whether the word at an index begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|p| p.span.of(self.text).starts_with(char::is_uppercase))
    }

    /// The bytes from the first to the last piece, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        match (self.get(first), self.get(last)) {
            (Some(a), Some(b)) => a.span.join(b.span),
            _ => Span::default(),
        }
    }
}

/// Digits with separators between digits: comma, stop, and a thin or no-break space before three digits.
fn digits_length(rest: &[u8]) -> usize {
    let mut at = 0;
    while at < rest.len() {
        if rest[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let followed = rest.get(at + 1).is_some_and(u8::is_ascii_digit);
        if matches!(rest[at], b',' | b'.') && followed {
            at += 1;
            continue;
        }
        break;
    }
    at
}
