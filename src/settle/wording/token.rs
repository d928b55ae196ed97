//! Words, figures and signs of a sentence.

use crate::mention::Mention;
use crate::span::Span;

use super::Parts;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// The index of its mention in the bulletin.
    Figure(usize),
    Sign(char),
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
    pub(super) kind: Kind,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

impl Token<'_> {
    /// Whether it is this word, with a capital or not.
    pub(super) fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words, in small letters.
    pub(super) fn among(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.contains(&self.text)
    }

    /// Whether it is one of these words, with a capital or not.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.iter().any(|w| self.text.eq_ignore_ascii_case(w))
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it has a capital: "Alba", "eThekwini", "al-Zahra".
    pub(super) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.text.contains(char::is_uppercase)
    }

    /// Whether it is a plain word in small letters.
    pub(super) fn is_small(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(char::is_lowercase) && !self.is_capital()
    }

    /// The mention behind a figure.
    pub(super) fn figure(&self) -> Option<usize> {
        match self.kind {
            Kind::Figure(i) => Some(i),
            _ => None,
        }
    }
}

/// Splits a sentence; the stop at its end is left out.
pub(super) fn split<'t>(parts: Parts<'t>, sentence: Span) -> Vec<Token<'t>> {
    let text: &'t str = &parts.source.text;
    let words = sentence.of(text);
    let end = sentence.start() + words.trim_end_matches(['.', '!', '?']).len();
    let mut next = parts.mentions.partition_point(|m| m.span.start() < sentence.start());
    let mut tokens = Vec::new();
    let mut at = sentence.start();
    while at < end {
        while parts.mentions.get(next).is_some_and(|m| m.span.start() < at) {
            next += 1;
        }
        let before = text.get(sentence.start()..at).unwrap_or("");
        let spaced = before.ends_with(char::is_whitespace) || before.is_empty();
        let figure = parts.mentions.get(next).filter(|m| m.span.start() == at);
        let figure = figure.map(|m| (Kind::Figure(next), m.span.len().max(1)));
        let Some((kind, length)) =
            figure.or_else(|| piece(text, at, end, parts.mentions.get(next)))
        else {
            break;
        };
        let span = Span::new(at, at + length);
        if !span.of(text).trim().is_empty() {
            tokens.push(Token { span, text: span.of(text), kind, spaced });
        }
        at += length;
    }
    tokens
}

/// The kind and length of the word or sign that begins at `at`, before the next figure.
fn piece(text: &str, at: usize, end: usize, next: Option<&Mention>) -> Option<(Kind, usize)> {
    let limit = next.map_or(end, |m| m.span.start().min(end));
    let rest = text.get(at..limit)?;
    let first = rest.chars().next()?;
    if first.is_alphanumeric() {
        return Some((Kind::Word, word_length(rest)));
    }
    // "Marks & Spencer"
    let kind = if first == '&' { Kind::Word } else { Kind::Sign(first) };
    Some((kind, first.len_utf8()))
}

/// Letters of a shortened word that keeps its stop: "St.", "Gen."
const SHORTENED: usize = 3;

/// Letters and digits, hyphens, apostrophes and stops inside, and the stop of an initial or a title.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let goes_on = chars.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        let mark = matches!(c, '\u{300}'..='\u{36F}');
        if c.is_alphanumeric() || mark {
            end = i + c.len_utf8();
        } else if c == '.' && is_shortened(rest.get(..i).unwrap_or("")) {
            end = i + 1;
            if !goes_on {
                break;
            }
        } else if !(goes_on && matches!(c, '-' | '‐' | '\'' | '’' | '.')) {
            break;
        }
    }
    end
}

fn is_shortened(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    last.starts_with(char::is_uppercase) && last.chars().count() <= SHORTENED
}
