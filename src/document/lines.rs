//! Lines and other spans of a text without the white space around them.

use crate::span::Span;

/// One line of a text that holds more than white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Without the white space around it.
    pub(super) span: Span,
    /// Whether an empty line, or nothing, stands before it.
    pub(super) opens_block: bool,
}

/// The span without white space at its ends. No-break and ideographic spaces count: pages use both for indents.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start() + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    Span::new(start, end)
}

/// The lines of `region` that hold more than white space, in order.
pub(super) fn lines(text: &str, region: Span) -> Vec<Line> {
    let mut found = Vec::new();
    let mut opens_block = true;
    let mut start = region.start();
    for line in region.of(text).split('\n') {
        let span = trim(text, Span::new(start, start + line.len()));
        start += line.len() + 1;
        if span.is_empty() {
            opens_block = true;
        } else {
            found.push(Line { span, opens_block });
            opens_block = false;
        }
    }
    found
}

/// Characters that a line of prose has at least.
const SHORTEST_PROSE: usize = 60;

/// Whether `line` reads like running text rather than a title, a date or a row of links; `next` is the line below it.
pub(super) fn is_prose(text: &str, line: Line, next: Option<&Line>) -> bool {
    let words = line.span.of(text);
    let goes_on = next.is_some_and(|next| {
        !next.opens_block && next.span.of(text).starts_with(char::is_lowercase)
    });
    (ends_finished(words) || goes_on)
        && words.chars().count() >= SHORTEST_PROSE
        && (words.chars().any(is_han) || !is_row_of_titles(words))
}

/// Whether most words have a capital, as in a menu: "Most Requested Investing in Foo Working in Foo".
fn is_row_of_titles(words: &str) -> bool {
    let small = words.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
    small * 5 < words.split_whitespace().count() * 2
}

/// Whether `words` end as a finished sentence does: with a full stop, an exclamation or a question mark, quotes,
/// brackets and a footnote's mark after it allowed. A row of dots says that something is left out.
pub(super) fn ends_finished(words: &str) -> bool {
    let mut rest = words.trim_end();
    loop {
        let bare = rest.trim_end_matches(is_closer);
        let bare = without_footnote_mark(bare);
        if bare.len() == rest.len() {
            break;
        }
        rest = bare.trim_end();
    }
    !rest.ends_with("..") && rest.ends_with(is_stop)
}

/// Full stops and their like, Western and full-width.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '．')
}

/// Quotes and brackets that may close after a full stop.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | '）' | '」' | '』' | '»' | ']' | '】' | '*')
}

/// `words` without a footnote's mark at their end: "[12]", or "[12" where the bracket is gone already.
fn without_footnote_mark(words: &str) -> &str {
    let open = words.trim_end_matches(|c: char| c.is_ascii_digit());
    match open.strip_suffix('[') {
        Some(before) if open.len() < words.len() => before,
        _ => words,
    }
}

/// Whether `c` belongs to a script written without spaces and capitals.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}')
}

/// A heading as a key: its letters and digits in lower case, all else one underscore.
pub(super) fn slug(heading: &str) -> String {
    let mut key = String::with_capacity(heading.len());
    for c in heading.chars() {
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
    }
    key.truncate(key.trim_end_matches('_').len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_blocks() {
        let text = "one\n\u{A0}two \n\n \u{3000}\nthree";
        let found: Vec<_> = lines(text, Span::new(0, text.len()))
            .iter()
            .map(|l| (l.span.of(text), l.opens_block))
            .collect();
        assert_eq!(found, [("one", true), ("two", false), ("three", true)]);
    }

    #[test]
    fn knows_a_finished_sentence() {
        for words in
            ["It is so.", "It is \"so.\"", "It is (so.)", "It was so.[3]", "是的。", "So?”"]
        {
            assert!(ends_finished(words), "{words}");
        }
        for words in ["It is", "In 2018,", "the city [3]", "and so...", "the old (north)", ""] {
            assert!(!ends_finished(words), "{words}");
        }
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("City Characteristics"), "city_characteristics");
        assert_eq!(slug(" Sci & Tech (new) "), "sci_tech_new");
        assert_eq!(slug("People's Life"), "peoples_life");
    }
}
