//! Whole bulletins, changed in one respect: the facts stay as they are, or change with the words and nothing else does.
//!
//! Every change comes with a floor for the share of facts that behave so, raised as the extraction grows. The facts
//! that do not are printed:
//!
//! ```text
//! cargo test --test it metamorphic -- --nocapture
//! ```

use std::fs;
use std::path::Path;

use chancery::record::Fact;
use rayon::prelude::*;

use self::said::{Difference, Said, difference};

mod figures;
mod layout;
mod months;
mod names;
mod said;

/// The shares of facts that must behave, a bit under what does: raised as the extraction grows.
mod floor {
    pub(super) const BRACKETS: f64 = 0.999;
    pub(super) const JOINED: f64 = 0.997;
    pub(super) const WRAPPED: f64 = 0.32;
    pub(super) const PAGE: f64 = 0.999;
    pub(super) const FIGURES: f64 = 0.995;
    pub(super) const MONTHS: f64 = 0.995;
    pub(super) const CITY: f64 = 0.999;
    pub(super) const PERSONS: f64 = 0.999;
}

/// A bulletin as plain text, and what comes out of it.
struct Bulletin {
    name: String,
    text: String,
    city: String,
    /// Headings as printed, and where their sections begin and end, in code points.
    sections: Vec<(Option<String>, usize, usize)>,
    facts: Vec<Fact>,
}

/// A bulletin after a change.
struct Changed {
    path: &'static str,
    text: String,
    /// What should come out of it.
    expected: Vec<Said>,
    /// How what does come out is compared with that.
    compared: fn(&Fact) -> Said,
}

#[test]
fn lenticular_headings() {
    check(layout::other_brackets, floor::BRACKETS);
}

#[test]
fn joined_paragraphs() {
    check(layout::joined, floor::JOINED);
}

#[test]
fn wrapped_lines() {
    check(layout::wrapped, floor::WRAPPED);
}

#[test]
fn read_back_from_html() {
    check(layout::page, floor::PAGE);
}

#[test]
fn other_figures() {
    check(figures::other, floor::FIGURES);
}

#[test]
fn other_months() {
    check(months::other, floor::MONTHS);
}

#[test]
fn another_city() {
    check(names::another_city, floor::CITY);
}

#[test]
fn other_persons() {
    check(names::other_persons, floor::PERSONS);
}

/// How the facts of one bulletin took a change.
struct Outcome {
    name: String,
    is_changed: bool,
    /// Facts that should say something else than before.
    concerned: usize,
    difference: Difference,
}

/// Changes every bulletin of `input/` and compares. At least the share `floor` of the facts must behave.
fn check(change: fn(&Bulletin) -> Changed, floor: f64) {
    let outcomes: Vec<Outcome> =
        bulletins().into_par_iter().map(|bulletin| outcome(&bulletin, change)).collect();
    let changed = outcomes.iter().filter(|outcome| outcome.is_changed).count();
    assert!(changed * 2 > outcomes.len(), "only {changed} bulletins were changed");
    let concerned: usize = outcomes.iter().map(|outcome| outcome.concerned).sum();
    let mut total = Difference::default();
    for Outcome { name, difference, .. } in outcomes {
        if !difference.is_empty() {
            println!("{name}\n{}", difference.to_text());
        }
        total.add(difference);
    }
    let (same, share) = (total.same, total.share());
    println!(
        "{changed} bulletins changed, {concerned} facts concerned; {same} as expected: {share:.4}"
    );
    assert!(
        share >= floor,
        "expected a share of at least {floor}, but found {share:.4}; --nocapture tells the facts"
    );
}

fn outcome(bulletin: &Bulletin, change: fn(&Bulletin) -> Changed) -> Outcome {
    let changed = change(bulletin);
    let said = |facts: &[Fact]| facts.iter().map(changed.compared).collect::<Vec<_>>();
    let record = chancery::pipeline::extract("x", changed.path, changed.text.as_bytes());
    Outcome {
        name: bulletin.name.clone(),
        is_changed: changed.text != bulletin.text,
        concerned: difference(&changed.expected, &said(&bulletin.facts)).missing(),
        difference: difference(&changed.expected, &said(&record.facts)),
    }
}

/// The bulletins of `input/`. Of a page only the text of its article is taken, under the name of its city, so that all
/// are changed in the same way.
fn bulletins() -> Vec<Bulletin> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the input folder can be read")
        .map(|entry| entry.expect("its entries can be read").path())
        .collect();
    paths.sort();
    paths.into_par_iter().filter_map(|path| bulletin(&path)).collect()
}

fn bulletin(path: &Path) -> Option<Bulletin> {
    let name = path.file_stem()?.to_str()?.to_owned();
    let extension = path.extension()?.to_str()?;
    if !["txt", "html"].contains(&extension) {
        return None;
    }
    let bytes = fs::read(path).expect("the bulletin can be read");
    let mut record = chancery::pipeline::extract(&name, &format!("{name}.{extension}"), &bytes);
    if extension == "html" {
        let city = record.city.as_ref().map_or("", |city| &city.name);
        let text = format!("{city}\n\n{}", record.text);
        record = chancery::pipeline::extract(&name, "x.txt", text.as_bytes());
    }
    Some(Bulletin {
        name,
        city: record.city.map(|city| city.name).unwrap_or_default(),
        sections: record.sections.into_iter().map(|s| (s.heading, s.start, s.end)).collect(),
        facts: record.facts,
        text: record.text,
    })
}

impl Bulletin {
    /// What comes out of it as it is.
    fn said(&self) -> Vec<Said> {
        self.facts.iter().map(Said::of).collect()
    }
}
