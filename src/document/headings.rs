//! Finds section headings: in brackets of any kind, or, in a text that has none, on lines of their own.

use memchr::memchr3;

use super::head::is_field;
use super::label::{self, Opening};
use super::lines::{Line, ends_finished, is_han, is_stop, lines, slug};
use crate::lexicon::headings::{self, look_up};
use crate::span::{Span, one_line};

/// A section heading in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The heading with its brackets, or the words of its line.
    pub(super) span: Span,
    /// Where its section begins: before a list mark or emphasis that opens its line.
    pub(super) begin: usize,
    /// Where its section's body begins: after a colon or emphasis that follows it.
    pub(super) body: usize,
    /// As printed, in one line, without brackets and number.
    pub(super) title: String,
    /// The section's key.
    pub(super) key: String,
    /// Whether the table has it.
    pub(super) known: bool,
    /// "Beijing" in "Relations with Beijing".
    pub(super) partner: Option<String>,
}

/// Brackets that bulletins put around headings.
const BRACKETS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('［', '］'), ('〔', '〕')];

/// No heading is longer, in bytes.
const LONGEST: usize = 96;

/// What web pages and news print in brackets that reads like a heading and is none, in lower case.
#[rustfmt::skip]
const NOT_HEADINGS: &[&str] = &[
    "a", "advertisement", "audio", "back", "back to top", "big", "close", "close window", "download", "edit", "editor",
    "end", "feedback", "file photo", "font", "font size", "home", "illustration", "image", "large", "link", "map",
    "medium", "more", "next", "note", "notes", "page", "pdf", "photo", "photos", "picture", "pictures", "previous",
    "print", "print this page", "read more", "reference", "references", "reporter", "scroll to top", "share", "sic",
    "small", "source", "text", "top", "translation", "video",
    "上一页", "上一篇", "下一页", "下一篇", "下载", "关闭", "关闭窗口", "返回", "返回顶部", "打印", "打印本页", "收藏", "放大", "缩小", "来源",
    "大中小", "字体", "分享", "图片", "编辑", "责任编辑",
];

/// Words that a heading in title case may leave in lower case.
const MINOR: &[&str] = &[
    "a", "an", "and", "at", "between", "by", "de", "for", "from", "in", "la", "of", "on", "or",
    "the", "to", "with",
];

/// The headings of `text` in order: those in brackets, else those on lines of their own.
pub(super) fn find(text: &str) -> Vec<Heading> {
    let found = bracketed(text);
    if found.is_empty() { unbracketed(text) } else { found }
}

fn bracketed(text: &str) -> Vec<Heading> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    // The four opening brackets begin with one of these bytes.
    while let Some(skip) = bytes.get(at..).and_then(|rest| memchr3(b'[', 0xE3, 0xEF, rest)) {
        at += skip;
        if let Some(heading) = heading_at(text, at) {
            at = heading.body;
            found.push(heading);
        } else {
            at += 1;
        }
    }
    found
}

/// The heading whose opening bracket stands at byte `open`.
fn heading_at(text: &str, open: usize) -> Option<Heading> {
    let rest = text.get(open..)?;
    let bracket = rest.chars().next()?;
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| *opening == bracket)?;
    let inside = rest.get(bracket.len_utf8()..)?;
    let (length, end) =
        inside.char_indices().take(LONGEST).find(|(_, c)| c == closing || *c == bracket)?;
    if end != *closing {
        return None;
    }
    let words = without_number(inside.get(..length)?).trim_end_matches([':', '：', ' ']);
    let span = Span::new(open, open + bracket.len_utf8() + length + closing.len_utf8());
    let body = after_marks(text, span.end());
    let before = text.get(..open)?;
    let begin = line_opening(before);
    let known = look_up(words);
    let accepted = match (&known, begin) {
        (Some(_), Some(_)) => !continues(text, body),
        (Some(_), None) => stands_between_sentences(before, words, text.get(body..)?),
        (None, Some(_)) => reads_like_heading(words) && introduces(text, body),
        (None, None) => false,
    };
    accepted.then(|| Heading {
        span,
        begin: begin.unwrap_or(open),
        body,
        title: one_line(words),
        key: known.as_ref().map_or_else(|| slug(words), |h| h.key.to_owned()),
        known: known.is_some(),
        partner: known.and_then(|h| h.partner.map(one_line)),
    })
}

/// Where the line's list mark begins, if only such marks stand between the line's start and `before`'s end.
fn line_opening(before: &str) -> Option<usize> {
    // Only marks may stand there: a look back over a few bytes is enough, however long the line is.
    let mut floor = before.len().saturating_sub(LONGEST);
    while !before.is_char_boundary(floor) {
        floor += 1;
    }
    let near = before.get(floor..)?;
    let start = match near.rfind('\n') {
        Some(at) => floor + at + 1,
        None if floor == 0 => 0,
        None => return None,
    };
    let opening = before.get(start..)?;
    let marks = opening.trim_start();
    let plain = without_number(marks)
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '*' | '#' | '-' | '•' | '·' | '>'));
    plain.then(|| start + (opening.len() - marks.len()))
}

/// The place after a colon, emphasis and spaces that follow a heading on its line.
fn after_marks(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let bare = rest.trim_start_matches([':', '：', '*', ' ', '\t', '\u{A0}', '\u{3000}']);
    at + (rest.len() - bare.len())
}

/// Whether the words at `body` go on with a sentence that the bracket is part of.
fn continues(text: &str, body: usize) -> bool {
    text.get(body..).is_some_and(|rest| rest.starts_with([',', ';', ')', '，', '；', '）']))
}

/// Whether text follows that an unknown heading could stand above.
fn introduces(text: &str, body: usize) -> bool {
    let Some(rest) = text.get(body..) else { return false };
    match rest.trim_start().chars().next() {
        None => false,
        // On its own line: whatever comes below.
        Some(_) if rest.starts_with(['\n', '\r']) => true,
        Some(c) => {
            c.is_numeric()
                || c.is_alphabetic() && !c.is_lowercase()
                || matches!(c, '"' | '“' | '‘' | '(' | '（' | '$' | '€' | '£' | '¥')
        }
    }
}

/// Whether a known heading in the middle of a line is one: a sentence ends before it and one begins after it.
/// "The [Government] Palace" is none.
fn stands_between_sentences(before: &str, words: &str, after: &str) -> bool {
    let capital = words.chars().next().is_some_and(|c| !c.is_lowercase());
    let begins = match after.trim_start().chars().next() {
        None => true,
        Some(c) => !c.is_lowercase() && !matches!(c, ',' | '.' | ';' | ')' | '?' | '!'),
    };
    let before = before.trim_end();
    let last = last_word(before).to_lowercase();
    let stopped = before.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '(' | '-'));
    // A stop may be forgotten, but no sentence ends in an article or a preposition.
    let dangling =
        MINOR.contains(&last.as_str()) || matches!(last.as_str(), "its" | "their" | "our" | "this");
    capital
        && begins
        && (stopped || !dangling && last.chars().next_back().is_some_and(char::is_alphanumeric))
}

/// The word that `before` ends with; none of the words that matter is longer than a few bytes.
fn last_word(before: &str) -> &str {
    let near = before.char_indices().rev().take(LONGEST);
    let start =
        near.take_while(|(_, c)| !c.is_whitespace()).last().map_or(before.len(), |(at, _)| at);
    before.get(start..).unwrap_or("")
}

/// Title case, one to six words, nothing but letters: "City Characteristics", not "[PDF 425KB]".
fn reads_like_heading(words: &str) -> bool {
    let words = words.trim();
    let folded = words.to_lowercase();
    if NOT_HEADINGS.contains(&folded.as_str()) {
        return false;
    }
    if words.chars().all(is_han) {
        return (2..=8).contains(&words.chars().count());
    }
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let letters = word.chars().all(|c| c.is_alphabetic() && !is_han(c) || "-'’&,".contains(c));
        let minor = count > 1 && (MINOR.contains(&word) || word == "&");
        if !letters || !(capital || minor) {
            return false;
        }
    }
    (1..=6).contains(&count)
}

/// `words` without "1.", "(2)", "III.", "一、" before them.
fn without_number(words: &str) -> &str {
    let words = words.trim();
    let numeral = words.trim_start_matches(['(', '（']).trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X') || "一二三四五六七八九十".contains(c)
    });
    let sign = numeral.trim_start_matches(['.', '、', ')', '）', '．']);
    if numeral.len() < words.len() && sign.len() < numeral.len() {
        sign.trim_start()
    } else {
        words
    }
}

/// Known headings alone on their lines, with "1.", "##", "**" or ":" around them. Beside them, lines marked the same
/// way ("## Landmarks") are headings too.
fn unbracketed(text: &str) -> Vec<Heading> {
    let lines = lines(text, Span::new(0, text.len()));
    let mut found: Vec<Heading> = Vec::new();
    for (line, next) in lines.iter().zip(lines.iter().skip(1).map(Some).chain([None])) {
        if let Some(heading) = line_heading(text, *line, next) {
            found.push(heading);
        }
    }
    // A page's menu names sections too, but nothing stands below its lines.
    let first = found.iter().enumerate().position(|(at, heading)| {
        let end = found.get(at + 1).map_or(text.len(), |next| next.begin);
        heading.known && has_prose(text, Span::new(heading.body, end))
    });
    found.drain(..first.unwrap_or(found.len()));
    found
}

fn line_heading(text: &str, line: Line, next: Option<&Line>) -> Option<Heading> {
    let printed = line.span.of(text);
    if printed.len() > LONGEST || next.is_none() {
        return None;
    }
    let bare = printed.trim_start_matches(['#', '*', ' ', '■', '●', '◆']);
    let marked = bare.len() < printed.len();
    let words = without_number(bare).trim_end_matches([':', '：', '*', '#', ' ']);
    let known = look_up(words);
    if known.is_none() && !(marked && !printed.starts_with("* ") && reads_like_heading(words)) {
        return None;
    }
    Some(Heading {
        span: line.span,
        begin: line.span.start(),
        body: line.span.end(),
        title: one_line(words),
        key: known.as_ref().map_or_else(|| slug(words), |h| h.key.to_owned()),
        known: known.is_some(),
        partner: known.and_then(|h: headings::Heading<'_>| h.partner.map(one_line)),
    })
}

/// Words that a sentence has at least.
const SHORTEST_SENTENCE: usize = 3;

/// Whether a body says anything: a sentence, or a label and its value that are no field of a page's head.
fn has_prose(text: &str, body: Span) -> bool {
    lines(text, body).iter().any(|line| {
        let words = line.span.of(text);
        let sentence =
            ends_finished(words) && words.split_whitespace().count() >= SHORTEST_SENTENCE;
        let value = || matches!(label::opening(text, line.span), Opening::Label { .. });
        sentence
            || words.ends_with(is_stop) && words.chars().any(is_han)
            || value() && !is_field(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn keys(text: &str, expected: &[&str]) {
        let found: Vec<String> = find(text).into_iter().map(|h| h.key).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn brackets_of_all_kinds() {
        keys("[Overview] Alba is old.\n\n【Government】It has 3 seats.", &["overview", "politics"]);
        keys("［Economy］ Wool.\n〔Climate〕\nMild.", &["economy", "geography"]);
        keys("**[Overview]** Alba.\n## [Sports]\nNone.", &["overview", "sports"]);
        keys("1. [Overview] Alba.\n2. [ Tourism ]: Much.", &["overview", "tourism"]);
        keys("[1. Overview] Alba.\n【二、经济】羊毛。", &["overview", "economy"]);
    }

    #[test]
    fn in_the_middle_of_a_line() {
        keys(
            "[Overview] It lies on the Isla. [Relations with Beijing] Beijing and Alba are friends.",
            &["overview", "relations"],
        );
        keys(
            "[Overview] By the Isla [Culture\nand Education] Its school is old.",
            &["overview", "culture_education"],
        );
        keys("[Overview] The [Government] Palace and [culture] are old [Sports].", &["overview"]);
        keys("[Overview] It is old. [Landmarks] The tower fell.", &["overview"]);
    }

    #[test]
    fn unknown_headings_open_their_line() {
        keys("[Landmarks] The tower.\n[City Of Towers]\n\nOld.", &["landmarks", "city_of_towers"]);
        keys("【人口】3万人。", &["人口"]);
        keys("[1] Figures of 2019.\n[PDF 425KB]\n[sic] so\n[note 3] It\n字体:【 打印本页\nA", &[]);
        keys("【打印本页】【关闭窗口】\n[Photo] Alba\n[Anna Alm], mayor\n[Two of three] The", &[]);
    }

    #[test]
    fn lines_of_their_own() {
        let menu = "Home\nCulture\nEconomy\nAlba\n\n";
        let body = "1. Overview\nAlba is old.\n\nPolitics:\nIt has 3 seats.\n";
        keys(&format!("{menu}{body}"), &["overview", "politics"]);
        keys(
            "## Profile\nAlba is old.\n## Landmarks\nThe tower is old.",
            &["overview", "landmarks"],
        );
        keys("Alba is old. Overview\nEconomy", &[]);
    }

    #[test]
    fn places() {
        let text = "  - [Overview]: Alba";
        let found = find(text);
        assert_eq!(found[0].span.of(text), "[Overview]");
        assert_eq!((found[0].begin, found[0].body), (2, 16));
    }
}
