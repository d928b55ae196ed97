//! Gathers the lines of a section into paragraphs: a line each, or several where a paragraph was wrapped.

use super::furniture::is_furniture;
use super::label::{self, Opening};
use super::lines::{Line, ends_finished, lines};
use crate::span::Span;

/// No text is wrapped wider, in characters.
const WIDEST_WRAP: usize = 120;

/// No line that goes on in the next is narrower, in characters.
const NARROWEST_WRAP: usize = 40;

/// How wide the lines of a wrapped text are, in characters; none where paragraphs stand on one line each.
///
/// A line that stops in the middle of a sentence, with a word in lower case below it, is surely wrapped. The widest of
/// these tells how far the others could have gone.
pub(super) fn wrap_width(text: &str, region: Span) -> Option<usize> {
    let lines = lines(text, region);
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let sure = pairs.filter(|(line, next)| surely_goes_on(text, **line, **next));
    sure.map(|(line, _)| width(text, *line)).filter(|w| *w <= WIDEST_WRAP).max()
}

/// The paragraphs of `body`, whose heading stands before it.
pub(super) fn paragraphs(text: &str, body: Span, wrap: Option<usize>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut last: Option<Line> = None;
    for line in lines(text, body) {
        match (last, found.last_mut()) {
            (Some(before), Some(paragraph)) if goes_on(text, before, line, wrap) => {
                *paragraph = paragraph.join(line.span);
            }
            _ => found.push(line.span),
        }
        last = Some(line);
    }
    found
}

/// Whether the paragraph of `line` goes on in `next`.
fn goes_on(text: &str, line: Line, next: Line, wrap: Option<usize>) -> bool {
    if next.opens_block || is_own_line(text, next.span) {
        return false;
    }
    surely_goes_on(text, line, next)
        || wrap.filter(|_| !is_furniture(line.span.of(text))).is_some_and(|widest| {
            let width = width(text, line);
            width <= widest && width + 1 + first_word(next.span.of(text)) > widest
        })
}

/// Words that end no line but one that goes on.
const DANGLING: &[&str] = &[
    "a",
    "about",
    "an",
    "and",
    "are",
    "as",
    "at",
    "between",
    "by",
    "for",
    "from",
    "had",
    "has",
    "have",
    "in",
    "including",
    "is",
    "its",
    "of",
    "on",
    "or",
    "over",
    "some",
    "than",
    "that",
    "the",
    "their",
    "to",
    "under",
    "was",
    "were",
    "which",
    "with",
];

fn surely_goes_on(text: &str, line: Line, next: Line) -> bool {
    let words = line.span.of(text);
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    !next.opens_block
        && (next.span.of(text).starts_with(char::is_lowercase) || DANGLING.contains(&last))
        && !ends_finished(words)
        && !words.ends_with([':', ';', '：', '；'])
        && words.chars().count() >= NARROWEST_WRAP
}

/// Whether a line cannot belong to the paragraph before it: an item of a list, a label and its value, a topic,
/// furniture.
fn is_own_line(text: &str, span: Span) -> bool {
    let words = span.of(text);
    let mut chars = words.chars();
    let bullet = matches!(chars.next(), Some('-' | '–' | '•' | '·' | '*' | '●' | '■' | '○' | '◆'))
        && chars.next().is_some_and(char::is_whitespace);
    let digits = words.trim_start_matches(['(', '（']);
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = digits.len() > after.len()
        && digits.len() - after.len() <= 2
        && [". ", ") ", "）", "、"].iter().any(|sign| after.starts_with(sign));
    bullet || number || is_furniture(words) || !matches!(label::opening(text, span), Opening::Plain)
}

/// Bytes that a heading before its paragraph on one line has at most.
const LONGEST_LINE_START: usize = 200;

/// Characters of a line, with the heading that may stand before it.
fn width(text: &str, line: Line) -> usize {
    let floor = line.span.start().saturating_sub(LONGEST_LINE_START);
    let before = text.as_bytes().get(floor..line.span.start()).unwrap_or_default();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(floor, |at| floor + at + 1);
    text.get(start..line.span.end()).unwrap_or(line.span.of(text)).trim().chars().count()
}

/// Characters that have to fit on the line before: a word, or one character where words have no spaces.
fn first_word(words: &str) -> usize {
    if words.starts_with(super::lines::is_han) {
        return 1;
    }
    words.split(char::is_whitespace).next().map_or(0, |word| word.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let all = Span::new(0, text.len());
        let found = paragraphs(text, all, wrap_width(text, all));
        let found: Vec<String> = found.iter().map(|s| crate::span::one_line(s.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "The city lies on two rivers and a bay, and its\nold town is known far and wide. The council of\nAlba has 3 seats.\nThe mayor lives here.\n",
            &[
                "The city lies on two rivers and a bay, and its old town is known far and wide. The council of Alba has 3 seats.",
                "The mayor lives here.",
            ],
        );
    }

    #[test]
    fn lines_of_a_list_stay() {
        check(
            "Area: 248.3 km²\nPopulation: 763,380 (as of 31 December 2019)\nTime zone: UTC+1\nMetropolitan region: 14,755 km², at least 5.7 million inhabitants in three states\n",
            &[
                "Area: 248.3 km²",
                "Population: 763,380 (as of 31 December 2019)",
                "Time zone: UTC+1",
                "Metropolitan region: 14,755 km², at least 5.7 million inhabitants in three states",
            ],
        );
        check(
            "- one thing of some length, with words after\n- another thing",
            &["- one thing of some length, with words after", "- another thing"],
        );
    }

    #[test]
    fn paragraphs_on_one_line_each_stay() {
        let first = "The city lies on two rivers and a bay. ".repeat(5);
        let second = "The council of Alba has 3 seats. ".repeat(6);
        check(&format!("{first}\n{second}"), &[first.trim(), second.trim()]);
    }
}
