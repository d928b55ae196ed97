//! The pieces that figures are read from: words, runs of digits and signs, with their bytes.

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
    /// What each piece may be in a figure.
    known: Vec<Option<&'static Known>>,
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
    pub(super) fn new(text: &'t str, range: Span) -> Self {
        let mut pieces = Pieces {
            text,
            all: Vec::with_capacity(range.len() / 5),
            lower: String::with_capacity(range.len()),
            places: Vec::with_capacity(range.len() / 5),
            known: Vec::with_capacity(range.len() / 5),
        };
        let source = range.of(text);
        let mut spaced = true;
        let mut list_end = 0usize;
        let mut at = 0;
        while let Some(c) = source.get(at..).and_then(|r| r.chars().next()) {
            if is_space(c) {
                spaced = true;
                at += c.len_utf8();
                continue;
            }
            let rest = source.get(at..).unwrap_or("");
            let wide = wide_length(rest);
            let (kind, len) = if wide > 0 {
                (Kind::Digits, wide)
            } else if c.is_ascii_digit() {
                let (len, listed) = figure_length(rest, list_end.saturating_sub(at));
                list_end = at + listed;
                (Kind::Digits, len)
            } else if is_letter(c) {
                (Kind::Word, word_length(rest))
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
        let word = span.of(self.text);
        if kind == Kind::Digits {
            self.lower.extend(word.chars().map(|c| narrow(c).unwrap_or(c)));
        } else if kind == Kind::Word {
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
        let word = self.lower.get(from..).unwrap_or("");
        self.known.push(if kind == Kind::Word { known::look_up(word) } else { None });
        self.all.push(Piece { kind, span, spaced });
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
        self.known.get(at).copied().flatten()
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
        match (self.get(at), self.places.get(at)) {
            (Some(piece), Some((from, to))) if piece.kind == kind => {
                self.lower.get(*from as usize..*to as usize).unwrap_or("")
            }
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
