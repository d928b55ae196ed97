//! Sentences with known answers, made from the carriers and fillings in `tests/grammar`, through the whole pipeline.
//!
//! ```text
//! cargo test --test it grammar -- --nocapture                    # the report
//! CHANCERY_GRAMMAR_CARRIER=area.label cargo test …               # every sentence of one carrier, or of all of `area.`
//! CHANCERY_GRAMMAR_FILLINGS=50 cargo test …                      # more sentences of each carrier
//! CHANCERY_GRAMMAR_REPORT=report.tsv cargo test …                # a line for each carrier, to compare two versions
//! ```

use std::env;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use self::fill::{Sentence, fill};
use self::form::Grammar;
use self::judge::{Attribute, Verdict, judge};
use self::report::Report;

mod fill;
mod form;
mod judge;
mod report;
mod soft;

/// Sentences made of each carrier.
const FILLINGS: usize = 12;

/// What must hold, a bit under what does: raised as the rules grow.
mod floor {
    pub(super) const RECALL: f64 = 0.91;
    pub(super) const PRECISION: f64 = 0.91;
    pub(super) const SUBJECT: f64 = 0.93;
    pub(super) const OF: f64 = 0.91;
    pub(super) const TIME: f64 = 0.93;
    /// Of the sentences of traps, those from which nothing wrong came.
    pub(super) const TRAPS: f64 = 0.81;
    /// Of all sentences, those whose numbers are all claimed or passed over.
    pub(super) const CLAIMED: f64 = 0.99;
}

/// The sections a carrier can stand in, and their headings.
const SECTIONS: &[(&str, &str)] = &[
    ("overview", "Overview"),
    ("politics", "Politics"),
    ("economy", "Economy"),
    ("culture_education", "Culture and Education"),
    ("relations", "Relations with Beijing"),
];

#[test]
fn carriers_fit_their_fillings() {
    let mistakes = grammar().mistakes();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn sentences_yield_what_they_hold() {
    let grammar = grammar();
    let fillings = env::var("CHANCERY_GRAMMAR_FILLINGS")
        .map_or(FILLINGS, |n| n.parse().expect("CHANCERY_GRAMMAR_FILLINGS is a number"));
    let judged: Vec<Vec<(Sentence<'_>, Verdict)>> = grammar
        .carriers
        .par_iter()
        .map(|carrier| {
            let sentences = fill(&grammar, carrier, fillings).into_iter();
            sentences.map(|s| (judge(&s), s)).map(|(verdict, s)| (s, verdict)).collect()
        })
        .collect();
    let mut report = Report::default();
    for of_carrier in &judged {
        report.add(of_carrier);
    }
    if let Ok(path) = env::var("CHANCERY_GRAMMAR_REPORT") {
        fs::write(&path, report.to_tsv()).expect("the report can be written");
    }
    match env::var("CHANCERY_GRAMMAR_CARRIER") {
        Ok(prefix) => print_sentences(&judged, &prefix),
        Err(_) => println!("{}", report.to_text()),
    }
    check_floors(&report);
}

fn grammar() -> Grammar {
    Grammar::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grammar"))
}

fn print_sentences(judged: &[Vec<(Sentence<'_>, Verdict)>], prefix: &str) {
    for (sentence, verdict) in judged.iter().flatten() {
        if sentence.carrier.id.starts_with(prefix) {
            print!("{}", report::tell(sentence, verdict));
        }
    }
}

fn check_floors(report: &Report<'_>) {
    let total = report.total();
    for (what, share, floor) in [
        ("recall", total.recall(), floor::RECALL),
        ("precision", total.precision(), floor::PRECISION),
        ("subjects", report.attribute(Attribute::Subject).ratio(), floor::SUBJECT),
        ("of", report.attribute(Attribute::Of).ratio(), floor::OF),
        ("times", report.attribute(Attribute::Time).ratio(), floor::TIME),
        ("traps", report.traps().ratio(), floor::TRAPS),
        ("sentences with every number claimed", report.claimed().ratio(), floor::CLAIMED),
    ] {
        assert!(share >= floor, "{what}: expected at least {floor}, but found {share:.4}");
    }
}
