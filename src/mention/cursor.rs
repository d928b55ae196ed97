//! The pieces that figures are read from: words, runs of digits and signs, with their bytes.

use crate::lexicon::units::Units;
use crate::span::Span;

use super::known::{self, Known};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits with separators inside: `1,568.7`, `1.234.567`, `1'234`.
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
    /// Where its letters stand in [`Pieces::lower`].
    place: Span,
    /// What it may be in a figure.
    known: Option<&'static Known>,
}

/// The pieces of a range, with their words in lower case.
pub(super) struct Pieces<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// The units that are known.
    pub(super) units: &'t Units,
    /// In order.
    pub(super) all: Vec<Piece>,
    /// The range with ASCII letters in lower case, byte for byte; behind it what has other letters or full-width digits.
    lower: String,
}

/// Whether a character is part of a word; "º" is a degree sign more often than a letter.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'º' | 'ª')
}

/// Whether a character is a space that may stand inside a figure.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}')
}

impl<'t> Pieces<'t> {
    /// Cuts `range` of `text` into pieces.
    pub(super) fn new(text: &'t str, range: Span, units: &'t Units) -> Self {
        let source = range.of(text);
        let all = Vec::with_capacity(source.len() / 4);
        let mut pieces = Pieces { text, units, all, lower: source.to_ascii_lowercase() };
        let mut spaced = true;
        let mut list_end = 0usize;
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|r| !r.is_empty()) {
            let (kind, len) = match rest.as_bytes()[0] {
                b' ' | b'\n' | b'\t' => (None, 1),
                b'0'..=b'9' => {
                    let (len, listed) = figure_length(rest, list_end.saturating_sub(at));
                    list_end = at + listed;
                    (Some(Kind::Digits), len)
                }
                b'a'..=b'z' | b'A'..=b'Z' => (Some(Kind::Word), word_length(rest)),
                _ => other(rest),
            };
            if let Some(kind) = kind {
                pieces.push(kind, range.start(), Span::new(at, at + len), spaced);
            }
            spaced = kind.is_none();
            at += len;
        }
        pieces
    }

    /// Adds a piece at a place of the range that starts at byte `start`.
    fn push(&mut self, kind: Kind, start: usize, inside: Span, spaced: bool) {
        let span = Span::new(start + inside.start(), start + inside.end());
        let word = span.of(self.text);
        let mut place = inside;
        if !word.is_ascii() && !matches!(kind, Kind::Sign(_)) {
            let from = self.lower.len();
            self.lower
                .extend(word.chars().map(|c| narrow(c).unwrap_or(c)).flat_map(char::to_lowercase));
            place = Span::new(from, self.lower.len());
        }
        let known = if kind == Kind::Word { known::look_up(place.of(&self.lower)) } else { None };
        self.all.push(Piece { kind, span, spaced, place, known });
    }

    /// The piece at an index.
    pub(super) fn get(&self, at: usize) -> Option<Piece> {
        self.all.get(at).copied()
    }

    /// The word at an index in lower case; empty where no word stands.
    pub(super) fn word(&self, at: usize) -> &str {
        self.letters(at, Kind::Word)
    }

    /// What the word at an index may be in a figure.
    pub(super) fn known(&self, at: usize) -> Option<&'static Known> {
        self.all.get(at)?.known
    }

    /// The cardinal word at an index: "seven" is 7.
    pub(super) fn cardinal(&self, at: usize) -> Option<u32> {
        self.known(at)?.cardinal
    }

    /// The ordinal word at an index: "seventh" is 7.
    pub(super) fn ordinal(&self, at: usize) -> Option<u32> {
        self.known(at)?.ordinal
    }

    /// The digits at an index, full-width ones in ASCII; empty where none stand.
    pub(super) fn digits(&self, at: usize) -> &str {
        self.letters(at, Kind::Digits)
    }

    fn letters(&self, at: usize, kind: Kind) -> &str {
        match self.all.get(at) {
            Some(piece) if piece.kind == kind => piece.place.of(&self.lower),
            _ => "",
        }
    }

    /// The word before an index; empty where none stands.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |b| self.word(b))
    }

    /// The index after a hyphen that stands right at the end of a word, else the index itself.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        let hyphen = self.is_any(at, &['-', '‐', '‑']) && !self.spaced(at) && !self.spaced(at + 1);
        at + usize::from(hyphen)
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

/// The piece that begins with a character other than an ASCII letter, digit or blank; none where it is a space.
fn other(rest: &str) -> (Option<Kind>, usize) {
    let Some(c) = rest.chars().next() else { return (None, 1) };
    if is_space(c) {
        (None, c.len_utf8())
    } else if narrow(c).is_some() {
        (Some(Kind::Digits), wide_length(rest))
    } else if is_letter(c) {
        (Some(Kind::Word), word_length(rest))
    } else {
        (Some(Kind::Sign(c)), c.len_utf8())
    }
}

/// The length of a word that begins a text, combining marks included.
fn word_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let end = rest.find(|c: char| !is_letter(c) && !matches!(c, '\u{300}'..='\u{36F}'));
    end.unwrap_or(rest.len())
}

/// The length of a figure in digits, and of what is left of the list that it stands in; `listed` is known of the
/// latter already.
fn figure_length(rest: &str, listed: usize) -> (usize, usize) {
    let member = |list: usize| rest.bytes().take(list).take_while(u8::is_ascii_digit).count();
    if listed > 0 {
        return (member(listed), listed);
    }
    let run = rest.get(..run_length(rest)).unwrap_or("");
    if is_list(run) {
        return (member(run.len()), run.len());
    }
    (run.len() + wide_length(rest.get(run.len()..).unwrap_or("")), 0)
}

/// The length of a run of digits with the separators of thousands and decimals inside: comma and stop join digits
/// always, an apostrophe only before a group of three.
fn run_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while at < bytes.len() {
        if digit(at) {
            at += 1;
        } else if matches!(bytes[at], b',' | b'.') && digit(at + 1) {
            at += 2;
        } else {
            let apostrophe = rest.get(at..).and_then(|r| r.strip_prefix(['\'', '’']));
            let group = bytes.len() - apostrophe.map_or(0, str::len);
            if apostrophe.is_none() || !(group..group + 3).all(digit) || digit(group + 3) {
                break;
            }
            at = group + 3;
        }
    }
    at
}

/// Whether the commas join no thousands, but stand in a list or a date: "1,2,4", "23,1993".
fn is_list(run: &str) -> bool {
    if !run.contains(',') || run.contains('.') {
        return false;
    }
    let groups = || run.split(',');
    let year = |g: &str| g.len() == 4 && ("1000"..="2100").contains(&g);
    let short = groups().count() > 2 && groups().all(|g| g.len() <= 2);
    let years =
        groups().skip(1).all(year) && groups().next().is_some_and(|g| g.len() <= 2 || year(g));
    short || years
}

/// The length of a run of digits of both widths, none where all are ASCII.
fn wide_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_digit).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return 0;
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && narrow(c).is_none());
    Some(end.unwrap_or(rest.len())).filter(|end| *end > ascii).unwrap_or(0)
}

/// The ASCII form of a full-width digit.
fn narrow(c: char) -> Option<char> {
    matches!(c, '０'..='９').then(|| char::from_digit(u32::from(c) - u32::from('０'), 10))?
}
