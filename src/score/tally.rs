//! Counts over all bulletins.

use crate::record::Record;

use super::matching::{Miss, compare};
use super::{Answers, is_figure};

/// Hits, false alarms and misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Wanted and found.
    pub hits: usize,
    /// Found, but not wanted.
    pub extra: usize,
    /// Wanted, but not found.
    pub missing: usize,
}

impl Tally {
    /// The part of what was found that was wanted; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.hits + self.extra)
    }

    /// The part of what was wanted that was found; 1 where nothing was wanted.
    pub fn recall(self) -> f64 {
        ratio(self.hits, self.hits + self.missing)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// `part` of `whole`; 1 of nothing.
#[allow(clippy::cast_precision_loss)] // Counts of facts are far below 2^52.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The score of records against answers.
///
/// ```
/// use chancery::pipeline::extract;
/// use chancery::score::{Answers, Score};
///
/// let answers = Answers::parse(
///     r#"{"doc": "x", "facts": [{"property": "area", "value": 12.5, "unit": "km2", "quote": "12.5 square kilometers"}]}"#,
/// )?;
/// let record = extract("x", "x.txt", b"[Overview] Exampleton covers an area of 12.5 square kilometers.");
/// let mut score = Score::default();
/// score.add(&answers, Some(&record));
/// assert_eq!(score.facts().f1(), 1.0);
/// # Ok::<(), chancery::score::AnswersError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Bulletins that have a record.
    pub(super) documents: usize,
    /// Bulletins that have none.
    pub(super) absent: Vec<String>,
    /// By property, in the order in which they came up.
    pub(super) properties: Vec<(String, Tally)>,
    pub(super) figures: Tally,
    /// Right ones and all, in the order in which they came up.
    pub(super) attributes: Vec<(&'static str, usize, usize)>,
    pub(super) head: Vec<(&'static str, usize, usize)>,
    pub(super) lost: usize,
    pub(super) broken: usize,
    /// Each bulletin's facts.
    pub(super) by_document: Vec<(String, Tally)>,
    pub(super) misses: Vec<Miss>,
}

impl Score {
    /// Compares one bulletin; without a record all its facts are missing.
    pub fn add(&mut self, answers: &Answers, record: Option<&Record>) {
        let Some(record) = record else { return self.add_absent(answers) };
        let matching = compare(record, answers);
        self.documents += 1;
        self.lost += matching.lost;
        self.broken += matching.broken;
        let [hits, extra, missing] =
            [&matching.hits, &matching.extra, &matching.missing].map(Vec::len);
        self.by_document.push((answers.doc.clone(), Tally { hits, extra, missing }));
        matching.hits.iter().for_each(|p| self.property(p).hits += 1);
        matching.missing.iter().for_each(|p| self.property(p).missing += 1);
        matching.extra.iter().for_each(|p| self.property(p).extra += 1);
        let [hits, extra, missing] = matching.figures;
        self.figures.hits += hits;
        self.figures.extra += extra;
        self.figures.missing += missing;
        matching
            .attributes
            .iter()
            .for_each(|(name, right)| count(&mut self.attributes, name, *right));
        matching.head.iter().for_each(|(name, right)| count(&mut self.head, name, *right));
        self.misses.extend(matching.misses);
    }

    fn add_absent(&mut self, answers: &Answers) {
        self.absent.push(answers.doc.clone());
        for answer in answers.facts.iter().filter(|a| !a.optional) {
            self.property(&answer.property).missing += 1;
            self.figures.missing += usize::from(is_figure(&answer.property));
        }
    }

    /// All facts: the right property, value and unit at the right place.
    pub fn facts(&self) -> Tally {
        let mut all = Tally::default();
        for (_, tally) in &self.properties {
            all.hits += tally.hits;
            all.extra += tally.extra;
            all.missing += tally.missing;
        }
        all
    }

    /// All figures: the right value and unit at the right place, whatever the property.
    pub fn figures(&self) -> Tally {
        self.figures
    }

    /// How many bulletins had a record.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// All that is wrong, bulletin by bulletin.
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }

    fn property(&mut self, name: &str) -> &mut Tally {
        let at = self.properties.iter().position(|(n, _)| n == name).unwrap_or_else(|| {
            self.properties.push((name.to_owned(), Tally::default()));
            self.properties.len() - 1
        });
        &mut self.properties[at].1
    }
}

fn count(counts: &mut Vec<(&'static str, usize, usize)>, name: &'static str, right: bool) {
    let at = counts.iter().position(|(n, ..)| *n == name).unwrap_or_else(|| {
        counts.push((name, 0, 0));
        counts.len() - 1
    });
    counts[at].1 += usize::from(right);
    counts[at].2 += 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_perfect() {
        let tally = Tally::default();
        assert_eq!(
            [tally.precision(), tally.recall(), tally.f1()].map(|x| format!("{x}")),
            ["1", "1", "1"]
        );
        let nothing_right = Tally { hits: 0, extra: 1, missing: 1 };
        assert_eq!(format!("{}", nothing_right.f1()), "0");
        let half = Tally { hits: 1, extra: 0, missing: 1 };
        assert_eq!(format!("{:.3}", half.f1()), "0.667");
    }
}
