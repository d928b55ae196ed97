//! How a bulletin was read, for people: sentence by sentence, what was taken from it, by which rule, and what was not.
//!
//! Takes a [`Record`] and the [`Log`] of the rules that made it, and shows them as styled lines; whoever prints them
//! drops the styles where there is no terminal. Finds nothing by itself: all that it says stands in one of the two.

mod head;
mod log;
mod pattern;
mod section;
mod sentence;
mod style;
mod tries;
mod value;
mod wrap;

use std::fmt;
use std::ops::Range;

use crate::pipeline::Extractor;
use crate::record::{Piece, Record};

pub use log::Log;

/// What is shown, and how wide.
#[derive(Clone, Debug)]
pub struct Options {
    /// Columns of a line.
    pub width: usize,
    /// The key of the only section wanted.
    pub section: Option<String>,
    /// The only property wanted.
    pub property: Option<String>,
    /// What is shown of the rules.
    pub rules: RuleView,
}

/// What is shown of the rules at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleView {
    /// The rule behind each fact.
    Taken,
    /// For each figure all rules that came near.
    Tried,
    /// Wherever this rule was tried, how far it got.
    Only(String),
}

/// A record explained; shows itself.
///
/// ```
/// use chancery::explain::{Explanation, Log, Options, RuleView};
/// use chancery::pipeline::Extractor;
///
/// let mut log = Log::default();
/// let extractor = Extractor::built_in();
/// let record = extractor.extract("x", "x.txt", b"[Overview] Exampleton covers an area of 12.5 square kilometers.", &mut log);
/// let options = Options { width: 80, section: None, property: None, rules: RuleView::Taken };
/// let shown = Explanation::new(&record, &log, extractor, &options).to_string();
/// assert!(shown.contains("12.5 km2"));
/// ```
#[derive(Debug)]
pub struct Explanation<'a> {
    record: &'a Record,
    log: &'a Log,
    extractor: &'a Extractor,
    options: &'a Options,
    /// The byte at which each code point of the text begins.
    starts: Vec<usize>,
}

impl<'a> Explanation<'a> {
    /// Puts together what is to be shown; `log` is of the run of `extractor` that made the record.
    pub fn new(
        record: &'a Record,
        log: &'a Log,
        extractor: &'a Extractor,
        options: &'a Options,
    ) -> Self {
        let starts = record.text.char_indices().map(|(at, _)| at).collect();
        Explanation { record, log, extractor, options, starts }
    }

    fn byte(&self, code_point: usize) -> usize {
        self.starts.get(code_point).copied().unwrap_or(self.record.text.len())
    }

    fn place(&self, piece: &Piece) -> Range<usize> {
        self.byte(piece.start)..self.byte(piece.end)
    }

    fn words(&self, place: Range<usize>) -> &'a str {
        self.record.text.get(place).unwrap_or("")
    }

    fn is_whole(&self) -> bool {
        self.options.section.is_none()
            && self.options.property.is_none()
            && self.only_rule().is_none()
    }

    fn only_rule(&self) -> Option<&'a str> {
        match &self.options.rules {
            RuleView::Only(id) => Some(id),
            RuleView::Taken | RuleView::Tried => None,
        }
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        head::write(self, f)?;
        section::write_all(self, f)?;
        match self.only_rule() {
            Some(rule) => tries::write_rule(self, rule, f),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, rules: RuleView, width: usize) -> String {
        let mut log = Log::default();
        let extractor = Extractor::built_in();
        let record = extractor.extract("x", "x.txt", text.as_bytes(), &mut log);
        let options = Options { width, section: None, property: None, rules };
        Explanation::new(&record, &log, extractor, &options).to_string()
    }

    #[test]
    fn any_text_can_be_explained() {
        let odd = "[Überblick] Besòs, 1,2,3 «4»\u{301} 五百 km2 in 19";
        for text in ["", " ", "。", "[", "[Overview]", odd, "\u{fffd} 7 %."] {
            let only = RuleView::Only("area.covers".to_owned());
            for rules in [RuleView::Taken, RuleView::Tried, only] {
                assert!(shown(text, rules.clone(), 0).starts_with('\u{1b}'));
                assert!(shown(text, rules, 60).starts_with('\u{1b}'));
            }
        }
    }

    #[test]
    fn tells_which_rule_took_a_figure() {
        let text = "[Overview] Exampleton is a city. It covers an area of 12.5 square kilometers.";
        let shown = shown(text, RuleView::Tried, 88);
        let plain = anstream::adapter::strip_str(&shown).to_string();
        assert!(plain.contains("area of «12.5 square kilometers»."), "{plain}");
        assert!(plain.contains("12.5 km2 · Exampleton (city)"), "{plain}");
        assert!(plain.contains("taken    area."), "{plain}");
    }
}
