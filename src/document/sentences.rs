//! Splits a paragraph into sentences.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or the sentence plainly
//! goes on after it. Line breaks mean nothing here: a wrapped paragraph is one run of words.

use memchr::memchr3;

use super::lines::{is_closer, is_han, is_stop, trim};
use crate::lexicon::abbreviations::{Abbreviations, Ending, is_month};
use crate::span::Span;

/// Words that, with a capital after an abbreviation, begin a new sentence rather than go on with a name.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "A", "About", "According", "After", "All", "Although", "Among", "An", "And", "Another", "As", "At", "Before",
    "Beside", "Besides", "Between", "Both", "But", "By", "Currently", "During", "Each", "Every", "Following", "For",
    "Founded", "From", "Four", "He", "Here", "Her", "His", "However", "If", "In", "Its", "It", "Known", "Later",
    "Located", "Many", "Meanwhile", "More", "Most", "Nearly", "No", "Now", "Of", "On", "One", "Other", "Our", "Over",
    "Several", "She", "Since", "Situated", "So", "Some", "Such", "Ten", "That", "The", "Their", "Then", "There", "These",
    "They", "This", "Those", "Three", "Through", "Thus", "To", "Today", "Together", "Two", "Under", "Until", "We", "When",
    "Where", "While", "With", "Within",
];

/// Characters that are looked back over for the word before a stop: a text without spaces has words of any length.
const LONGEST_WORD: usize = 64;

/// The sentences of `region`, in order, without the white space around them.
pub(super) fn split(text: &str, region: Span, abbreviations: &Abbreviations) -> Vec<Span> {
    let words = region.of(text);
    let bytes = words.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    // Besides the ASCII stops, the first bytes of the full-width ones: U+3002 and U+FF01, U+FF0E, U+FF1F.
    let stops = |b: &u8| matches!(b, b'.' | b'!' | b'?' | 0xE3 | 0xEF);
    // Where there are none of these, the ASCII stops are found many bytes at once.
    let ascii = words.is_ascii();
    let next = |rest: &[u8]| {
        if ascii { memchr3(b'.', b'!', b'?', rest) } else { rest.iter().position(stops) }
    };
    while let Some(skip) = bytes.get(at..).and_then(next) {
        at += skip;
        let Some(stop) = words.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        if !is_stop(stop) {
            at += stop.len_utf8();
            continue;
        }
        let run_end = at + run_of_stops(words.get(at..).unwrap_or(""));
        let end = run_end + closers(words.get(run_end..).unwrap_or(""));
        let place = Stop { words, abbreviations, start, at, run_end, end };
        if end < words.len() && place.ends_sentence(stop) {
            found.push(Span::new(region.start() + start, region.start() + end));
            start = end;
        }
        at = run_end;
    }
    found.push(Span::new(region.start() + start, region.end()));
    let pieces = found.into_iter().flat_map(|span| pieces(text, span));
    pieces.map(|span| trim(text, span)).filter(|span| !span.is_empty()).collect()
}

/// Bytes of the longest sentence. Reading one takes time that grows faster than its length, and no sentence of prose
/// comes near: what is longer is cut between words.
const LONGEST: usize = 4096;

/// A sentence, or its parts where it is longer than any.
fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = sentence.start();
    while sentence.end() - start > LONGEST {
        let limit = boundary(text, start + LONGEST);
        let words = Span::new(start, limit).of(text);
        // Between digits a space may be part of a number.
        let gap = words.char_indices().rev().take(LONGEST / 4).find(|(at, c)| {
            let before = words.get(..*at).and_then(|w| w.chars().next_back());
            c.is_whitespace() && !before.is_some_and(|b| b.is_ascii_digit())
        });
        let cut = gap.map_or(limit, |(at, _)| start + at);
        parts.push(Span::new(start, cut));
        start = cut;
    }
    parts.push(Span::new(start, sentence.end()));
    parts
}

/// The start of the character that byte `at` belongs to.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// Bytes of the stops that stand together: "...", "?!".
fn run_of_stops(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches(is_stop).len()
}

/// Bytes of the quotes, brackets and footnote marks that close after a stop. A straight quote after white space
/// would open, so the run ends at the first space.
fn closers(rest: &str) -> usize {
    let mut tail = rest.trim_start_matches(is_closer);
    while let Some(inside) = tail.strip_prefix('[') {
        let after = inside.trim_start_matches(|c: char| c.is_ascii_digit());
        match after.strip_prefix(']') {
            Some(after) if inside.len() - after.len() > 1 => tail = after,
            _ => break,
        }
    }
    rest.len() - tail.len()
}

/// A stop in its paragraph; offsets count bytes of `words`.
struct Stop<'t> {
    words: &'t str,
    abbreviations: &'t Abbreviations,
    /// Where the sentence began.
    start: usize,
    /// The stop itself.
    at: usize,
    /// After the last stop that stands with it.
    run_end: usize,
    /// After the quotes and brackets that close behind it.
    end: usize,
}

impl<'t> Stop<'t> {
    fn ends_sentence(&self, stop: char) -> bool {
        if !stop.is_ascii() {
            return true;
        }
        let after = self.words.get(self.end..).unwrap_or("");
        let next = after.trim_start();
        let Some(first) = next.chars().next() else { return false };
        if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | '）' | '，' | '、') {
            return false;
        }
        if next.len() == after.len() {
            return self.ends_without_space(first);
        }
        if stop != '.' || self.run_end - self.at > 1 {
            return true;
        }
        let token = self.token();
        match self.abbreviations.ending(token) {
            Some(Ending::Never) => false,
            Some(Ending::Number) => !first.is_ascii_digit() && opens_sentence(next),
            Some(Ending::BeforeOpener) => opens_sentence(next),
            Some(Ending::BeforeCapital) => !first.is_ascii_digit(),
            None if is_initial(token) => opens_sentence(next),
            None => !self.is_list_number(token) && !self.is_date_typo(token, next),
        }
    }

    /// A space forgotten after the stop: "in 1949.The city", "富强.北京". A decimal, an address or "U.S.A" has none.
    fn ends_without_space(&self, first: char) -> bool {
        let last = self.words.get(..self.at).and_then(|w| w.chars().next_back());
        let Some(last) = last else { return false };
        if self.end > self.run_end {
            return first.is_uppercase() || is_han(first);
        }
        let plain = last.is_lowercase() || last.is_ascii_digit() || matches!(last, ')' | '”' | '%');
        let known = self.abbreviations.ending(self.token()).is_some();
        plain && !known && first.is_uppercase() && !self.is_address()
            || is_han(last) && is_han(first)
    }

    /// Whether the stop stands inside a web or mail address.
    fn is_address(&self) -> bool {
        let token = self.token();
        token.starts_with("www") || token.contains('@') || token.contains("//")
    }

    /// The word before the stop, opening quotes and brackets left off.
    fn token(&self) -> &'t str {
        let before = self.words.get(self.start..self.at).unwrap_or("");
        let near = before.char_indices().rev().take(LONGEST_WORD);
        let start = near
            .take_while(|(_, c)| !(c.is_whitespace() || matches!(c, '—' | '–' | '/')))
            .last()
            .map_or(before.len(), |(at, _)| at);
        before.get(start..).unwrap_or("").trim_start_matches(['(', '[', '"', '“', '‘', '\'', '（'])
    }

    /// "1. " at the start of a sentence numbers an item.
    fn is_list_number(&self, token: &str) -> bool {
        token.len() <= 2
            && token.bytes().all(|b| b.is_ascii_digit())
            && self.words.get(self.start..self.at).is_some_and(|before| before.trim() == token)
    }

    /// "January 29. 1999": a stop typed for a comma.
    fn is_date_typo(&self, token: &str, next: &str) -> bool {
        let year = next.bytes().take_while(u8::is_ascii_digit).count() == 4;
        let day = token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit());
        year && day && {
            let before = self.words.get(self.start..self.at - token.len()).unwrap_or("");
            let month = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
            is_month(month)
        }
    }
}

/// One capital, or several with stops between them: "J" before its stop, "J.R".
fn is_initial(token: &str) -> bool {
    token.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    })
}

/// Whether the words after a stop begin a sentence: one of [`OPENERS`], alone. An initial ("A. Smith") is none.
pub(super) fn opens_sentence(next: &str) -> bool {
    let next = next.trim_start_matches(['"', '“', '‘', '(', '[']);
    let end =
        next.find(|c: char| !c.is_alphabetic() && c != '’' && c != '\'').unwrap_or(next.len());
    let word = next.get(..end).unwrap_or("");
    OPENERS.contains(&word)
        && !(word.len() == 1 && next.get(end..).is_some_and(|r| r.starts_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentences: &[&str]) {
        let text = sentences.join(" ");
        assert_eq!(sentences_of(&text), sentences);
    }

    fn sentences_of(text: &str) -> Vec<&str> {
        let found = split(text, Span::new(0, text.len()), &Abbreviations::english());
        found.iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn plain() {
        check(&["Alba is old.", "It has 3.5 million people!", "Who knows?", "Nobody"]);
        check(&["It has one mayor (i.e., a chief).", "“It grows.”", "So (it is said.)", "Yes."]);
        check(&["It had 5 seats.[2]", "Then 6."]);
        check(&["It was so in 1993.", "3 million people live there.", "$5 is the price."]);
    }

    #[test]
    fn abbreviations() {
        check(&["The U.S. Army, St. Mary Church and Mr. Alm met e.g. Dr. Berg vs. Ms. Holm."]);
        check(&["No. 5 School lies approx. 3 km. from Mt. Alm.", "It is old."]);
        check(&["They met in Alba D.C. officially and in Alba D.C. Council rooms."]);
        check(&["They met in Alba D.C.", "The city was cold at 5 p.m.", "In May it was not."]);
        check(&["Wool, fish, etc. are sold.", "It sells wool, etc.", "Alba sells fish."]);
        check(&["Alm Bros. Trading Co., Ltd. Albany opened on Jan. 5, 2001."]);
        check(&[
            "J. R. Smith Jr. won.",
            "It was led by A. B. Alm.",
            "He left in 30 B.C.",
            "It fell.",
        ]);
    }

    #[test]
    fn numbers_and_typos() {
        check(&["He came on January 29. 1999 with Anna,, and left..., then Gen. Holm came."]);
        check(&["1. Alba is old.", "2. It is cold."]);
        let text =
            "It was founded in 1949.The city is (old).It has www.Alba.Example and a Ph.D. school.";
        let found = sentences_of(text);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn full_width_stops() {
        let text = "人口3万。面积5平方公里！“好。”是";
        assert_eq!(sentences_of(text), ["人口3万。", "面积5平方公里！", "“好。”", "是"]);
    }

    #[test]
    fn wrapped_lines() {
        let text = "It covers 3.5\nmillion. It\nis old.";
        assert_eq!(sentences_of(text), ["It covers 3.5\nmillion.", "It\nis old."]);
    }
}
