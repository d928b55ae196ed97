//! What every record keeps to, whatever the input.

use std::collections::BTreeSet;

use chancery::decode::{self, Hint, Text};
use chancery::document::Document;
use chancery::fact::Bound;
use chancery::fact::draft::Claim;
use chancery::mention::Mention;
use chancery::pipeline::{Extractor, extract};
use chancery::place;
use chancery::record::{Piece, Record};
use chancery::rules::Silent;
use chancery::span::Span;
use proptest::prelude::*;

use super::{cases, texts};
use crate::figures;

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn figures_are_in_order_and_inside_their_text(text in texts::any_text()) {
        let found = figures(&text, Span::new(0, text.len()));
        prop_assert!(found.windows(2).all(|w| w[0].span.end() <= w[1].span.start()), "{found:?}");
        for m in &found {
            prop_assert!(!m.span.of(&text).is_empty() && m.span.contains(m.core), "{m:?}");
        }
    }

    #[test]
    fn every_number_is_in_one_figure(text in texts::any_text()) {
        let found = figures(&text, Span::new(0, text.len()));
        for number in numbers(&text, Span::new(0, text.len())) {
            let holders = found.iter().filter(|m| m.span.overlaps(number)).count();
            let whole = found.iter().any(|m| m.span.contains(number));
            prop_assert!(holders == 1 && whole, "{:?} of {text:?} in {found:?}", number.of(&text));
        }
    }

    #[test]
    fn figures_do_not_depend_on_what_stands_apart(text in texts::bulletin()) {
        let alone = figures(&text, Span::new(0, text.len()));
        let framed = format!("Alba is old.\n\n{text}\n\nIt is large.");
        let start = framed.find(&text).unwrap_or(0);
        let inside = figures(&framed, Span::new(start, start + text.len()));
        prop_assert_eq!(alone.len(), inside.len());
        prop_assert!(alone.iter().zip(&inside).all(|(a, b)| a.value == b.value));
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_record_keeps_its_promises(bytes in texts::any_bytes()) {
        for path in ["alba.txt", "alba.html"] {
            let record = extract("alba", path, &bytes);
            prop_assert!(quotes(&record).is_ok(), "{:?}", quotes(&record));
            let starts: Vec<_> = record.facts.iter().map(|f| f.evidence.start).collect();
            prop_assert!(starts.is_sorted(), "{starts:?}");
            let ids: BTreeSet<_> = record.facts.iter().map(|f| f.id.as_str()).collect();
            prop_assert_eq!(ids.len(), record.facts.len());
            let json = serde_json::to_string(&record).expect("a record is written");
            let back: Record = serde_json::from_str(&json).expect("a record is read back");
            prop_assert_eq!(&back, &record);
            prop_assert_eq!(serde_json::to_string(&back).expect("a record is written"), json);
        }
    }

    #[test]
    fn no_number_of_the_body_is_lost(text in texts::bulletin()) {
        let read = Reading::of(&text);
        let record = extract("alba", "alba.txt", text.as_bytes());
        prop_assert!(read.lost().is_empty(), "{:?} of {text:?}", read.lost());
        prop_assert!(read.unshown(&record).is_empty(), "{:?} of {text:?}", read.unshown(&record));
    }
}

/// Runs of digits, and number words, in a span of a text.
fn numbers(text: &str, span: Span) -> Vec<Span> {
    #[rustfmt::skip]
    let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "zero",
    ];
    let class = |c: char| match c {
        '0'..='9' | '０'..='９' => 1,
        c if c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c) => 2,
        _ => 0,
    };
    let mut runs: Vec<(u8, Span)> = Vec::new();
    for (at, c) in span.of(text).char_indices() {
        let here = Span::new(span.start() + at, span.start() + at + c.len_utf8());
        match runs.last_mut() {
            Some((kind, run)) if *kind == class(c) && run.end() == here.start() => {
                *run = run.join(here);
            }
            _ => runs.push((class(c), here)),
        }
    }
    let number = |(kind, run): &(u8, Span)| match kind {
        1 => true,
        2 => words.contains(&run.of(text).to_lowercase().as_str()),
        _ => false,
    };
    runs.into_iter().filter(number).map(|(_, run)| run).collect()
}

/// The stages of one bulletin as the pipeline runs them.
struct Reading {
    source: Text,
    document: Document,
    mentions: Vec<Mention>,
    bound: Bound,
}

impl Reading {
    fn of(text: &str) -> Reading {
        let source = decode::decode(text.as_bytes(), Hint::Plain);
        let extractor = Extractor::built_in();
        let document = extractor.divide(&source);
        let mentions = extractor.find(&source, &document);
        let gazette = place::identify(&source.text, &document);
        let bound = extractor.bind(&source, &document, &mentions, &gazette, &mut Silent);
        drop(gazette);
        Reading { source, document, mentions, bound }
    }

    /// Numbers of the body that lie in no figure and in no line of furniture.
    fn lost(&self) -> Vec<&str> {
        let text = &self.source.text;
        let figures = |span: &Span| self.mentions.iter().filter(|m| m.span.contains(*span)).count();
        let furniture = |span: &Span| self.document.furniture.iter().any(|f| f.contains(*span));
        let paragraphs = self.document.sections.iter().flat_map(|s| &s.paragraphs);
        paragraphs
            .flat_map(|p| numbers(text, p.span))
            .filter(|n| figures(n) != 1 && !furniture(n))
            .map(|n| n.of(text))
            .collect()
    }

    /// Figures whose claim does not show in the record.
    fn unshown(&self, record: &Record) -> Vec<(&str, Claim)> {
        let text = &self.source.text;
        let points = chancery::span::CodePoints::new(text);
        let covers = |piece: &Piece, span: Span| {
            piece.start <= points.at(text, span.start()) && points.at(text, span.end()) <= piece.end
        };
        let shown = |m: &Mention, claim: Claim| {
            let value = record.facts.iter().any(|f| covers(&f.evidence, m.core));
            let time = record.facts.iter().any(|f| {
                [&f.time_evidence, &f.context].into_iter().flatten().any(|p| covers(p, m.core))
            });
            let free = record.unclaimed.iter().any(|p| covers(p, m.core));
            let passed = record.passed_over.iter().any(|p| {
                covers(&Piece { start: p.start, end: p.end, text: String::new() }, m.core)
            });
            // What a cut may have taken a part of is passed over, whoever had claimed it.
            let lost = passed && self.document.cut.is_some();
            match claim {
                Claim::Value => (value != lost) && (lost || !passed) && !free,
                Claim::Free => (free != lost) && (lost || !passed),
                Claim::Passed(_) => passed && !free,
                // A date may be time and value at once; a repeat shows in no list.
                Claim::Time => (time || value || lost) && (lost || !passed) && !free,
                Claim::Repeat => (lost || !passed) && !free,
            }
        };
        let claims = self.mentions.iter().zip(&self.bound.claims);
        claims.filter(|(m, c)| !shown(m, **c)).map(|(m, c)| (m.span.of(text), *c)).collect()
    }
}

/// Whether every span of a record is valid and equal to its quote.
fn quotes(record: &Record) -> Result<(), String> {
    let text: Vec<char> = record.text.chars().collect();
    let check = |start: usize, end: usize, quote: &str| {
        let cut: Option<String> = text.get(start..end).map(|c| c.iter().collect());
        if cut.as_deref() == Some(quote) {
            Ok(())
        } else {
            Err(format!("{start}..{end} is {cut:?}, not {quote:?}"))
        }
    };
    let piece = |p: &Piece| check(p.start, p.end, &p.text);
    for fact in &record.facts {
        piece(&fact.evidence)?;
        [&fact.time_evidence, &fact.context].into_iter().flatten().try_for_each(piece)?;
    }
    record.unclaimed.iter().try_for_each(piece)?;
    record.warnings.iter().flat_map(|w| &w.spans).try_for_each(piece)?;
    record.passed_over.iter().try_for_each(|p| check(p.start, p.end, &p.text))?;
    let inside = |start: usize, end: usize| {
        if start <= end && end <= text.len() {
            Ok(())
        } else {
            Err(format!("{start}..{end} is outside"))
        }
    };
    for section in &record.sections {
        inside(section.start, section.end)?;
        section.topics.iter().try_for_each(|t| inside(t.start, t.end))?;
    }
    Ok(())
}
