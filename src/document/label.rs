//! What opens a paragraph before a colon: a topic ("Investment and Trade: In March 2005, …"), a label and its value
//! ("Area: 248.3 km²"), or nothing.

use memchr::memchr2;

use super::lines::{ends_finished, is_han, is_stop};
use super::sentences::opens_sentence;
use crate::lexicon::headings;
use crate::span::Span;

/// How a paragraph opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// With its text.
    Plain,
    /// With a label; its value begins at byte `value`.
    Label { words: Span, value: usize },
    /// With a sub-heading; its text begins at byte `body`.
    Topic { words: Span, body: usize },
}

/// No topic or label is longer, in bytes.
const LONGEST: usize = 64;

/// A topic has no more words, a label neither.
const MOST_WORDS: usize = 5;

/// Words that what follows a topic has at least, where it is no more than a sentence.
const SHORTEST_SENTENCE: usize = 5;

/// The topic that the table knows, at the start of a sentence or alone on its line: paragraphs may be joined, and the
/// colon be missing.
pub(super) fn known_topic(text: &str, sentence: Span) -> Option<(Span, usize)> {
    let words = sentence.of(text);
    if words.len() <= LONGEST && headings::is_topic(words) && is_title_case(words) {
        return Some((sentence, sentence.end()));
    }
    match opening(text, sentence) {
        Opening::Topic { words, body } if headings::is_topic(words.of(text)) => Some((words, body)),
        _ => None,
    }
}

/// Reads the opening of a paragraph or line.
pub(super) fn opening(text: &str, paragraph: Span) -> Opening {
    let printed = paragraph.of(text);
    let bare = printed.trim_start_matches([
        '-', '–', '•', '·', '*', '●', '■', '○', '◆', ' ', '\t', '\u{A0}', '\u{3000}',
    ]);
    let start = paragraph.start() + (printed.len() - bare.len());
    let Some(colon) = colon(bare) else { return without_colon(bare, start) };
    let words = bare.get(..colon).unwrap_or("").trim_end();
    let rest = bare.get(colon..).unwrap_or("").trim_start_matches([':', '：']);
    let value = rest.trim_start_matches('*').trim_start();
    let at = paragraph.end() - value.len();
    let span = Span::new(start, start + words.len());
    if !is_name_like(words) {
        return Opening::Plain;
    }
    let label = Opening::Label { words: span, value: at };
    if headings::is_label(words) {
        return if value.is_empty() { Opening::Plain } else { label };
    }
    if is_title_case(words) && (value.is_empty() || is_text(value)) {
        return Opening::Topic { words: span, body: at };
    }
    let is_value = !value.is_empty() && !is_text(value);
    if is_value && !opens_sentence(words) { label } else { Opening::Plain }
}

/// Where the colon after the first words stands. "10:30" and "ratio 1:3" have none.
fn colon(words: &str) -> Option<usize> {
    let mut longest = LONGEST.min(words.len());
    while !words.is_char_boundary(longest) {
        longest -= 1;
    }
    let opening = words.get(..longest)?;
    // Most paragraphs have neither sign there, nor the byte that the full-width one begins with.
    memchr2(b':', 0xEF, opening.as_bytes())?;
    let at = opening.find([':', '：'])?;
    let after = words.get(at..)?.trim_start_matches([':', '：']);
    let glued = after.starts_with(|c: char| c.is_ascii_digit() || c == '/');
    let before_digit = words.get(..at)?.ends_with(|c: char| c.is_ascii_digit());
    (!(after.starts_with('/') || glued && before_digit)).then_some(at)
}

/// A label whose colon was lost: "Area 248.3 km²". The table has to know it, and a figure has to follow.
fn without_colon(words: &str, start: usize) -> Opening {
    let Some(digit) = words
        .get(..words.len().min(LONGEST))
        .and_then(|w| w.bytes().position(|b| b.is_ascii_digit()))
    else {
        return Opening::Plain;
    };
    let label =
        words.get(..digit).unwrap_or("").trim_end_matches([' ', ',', '.', '\u{A0}', '\u{3000}']);
    // "Since 1995 the port has grown by half." is a sentence that opens like a label.
    let value = words.get(digit..).unwrap_or("");
    let sentence = first_sentence(value);
    let told = sentence.ends_with(['.', '!', '。'])
        && sentence.split_whitespace().count() >= SHORTEST_SENTENCE;
    let opens = !told && label.starts_with(|c: char| !c.is_lowercase());
    if opens && label.len() < digit && headings::is_label(label) && !label.ends_with(is_stop) {
        let words = Span::new(start, start + label.len());
        Opening::Label { words, value: start + digit }
    } else {
        Opening::Plain
    }
}

fn first_sentence(words: &str) -> &str {
    words.find(". ").and_then(|at| words.get(..=at)).unwrap_or(words)
}

/// A capital and a few words of letters: what could name a topic or a property.
fn is_name_like(words: &str) -> bool {
    let signs =
        |c: char| c.is_alphabetic() || c.is_whitespace() || "-'’&/(),.".contains(c) || is_han(c);
    words.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && words.chars().all(signs)
        && words.split_whitespace().count() <= MOST_WORDS
}

/// Every word with a capital, but for those that titles leave small.
fn is_title_case(words: &str) -> bool {
    let small = |word: &str| {
        matches!(
            word,
            "and" | "of" | "the" | "in" | "for" | "with" | "&" | "on" | "to" | "a" | "between"
        )
    };
    words
        .split_whitespace()
        .enumerate()
        .all(|(i, word)| word.starts_with(char::is_uppercase) || i > 0 && small(word))
        && !words.contains(['(', ',', '.', '/'])
        && words.split_whitespace().count() < MOST_WORDS
        && !words.chars().any(is_han)
}

/// Whether words after a colon are sentences of their own, not the value of a label.
fn is_text(value: &str) -> bool {
    // "1980-05-05. No cities had been partners before.": a value, then sentences.
    let figure = value.starts_with(|c: char| c.is_ascii_digit());
    let first = if figure { first_sentence(value) } else { value };
    !value.starts_with(char::is_lowercase)
        && first.split_whitespace().count() >= SHORTEST_SENTENCE
        && (ends_finished(first) || opens_sentence(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let all = Span::new(0, text.len());
        let rest = |at: usize| text.get(at..).unwrap_or("").chars().take(8).collect::<String>();
        let found = match opening(text, all) {
            Opening::Plain => String::new(),
            Opening::Label { words, value } => format!("label {}|{}", words.of(text), rest(value)),
            Opening::Topic { words, body } => format!("topic {}|{}", words.of(text), rest(body)),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn topics() {
        check(
            "Investment and Trade: In March 2005, a fair was held.",
            "topic Investment and Trade|In March",
        );
        check("Health Care: “Doctors” of both sides met there.", "topic Health Care|“Doctors");
        check("Tourism: 37,000 tourists came here in 2018.", "topic Tourism|37,000 t");
        check("Culture:", "topic Culture|");
        check("Since 1995 the port of Alba has grown by half.", "");
        check(
            "Education: Alba No. 23 School and another have exchanged pupils.",
            "topic Education|Alba No.",
        );
        check("Education: In 1974, the two cities of Alba and", "topic Education|In 1974,");
    }

    #[test]
    fn labels() {
        check("Area: 248.3 km²", "label Area|248.3 km");
        check("- Population : 3 million", "label Population|3 millio");
        check("Full name: Alba on the Isla", "label Full name|Alba on ");
        check("Date: 1980-05-05. No cities had become partners before.", "label Date|1980-05-");
        check("Area 248.3 km²", "label Area|248.3 km");
        check("Population, 5,510,000", "label Population|5,510,00");
        check("Mayor: Anna Alm", "label Mayor|Anna Alm");
        check("Area: 248.3 km², of which 45 km² is water.", "label Area|248.3 km");
    }

    #[test]
    fn neither() {
        for text in [
            "It was merged from three cities: Alba, Berg and Holm.",
            "The city has twins: Alba.",
            "There are three: Alba, Berg and Holm.",
            "10:30 is the time.",
            "http://example.org",
            "Area is 3 km².",
            "At 10:30 they met.",
        ] {
            check(text, "");
        }
    }
}
