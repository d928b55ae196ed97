//! One record against its answers: which facts, figures, attributes and head fields are right.

use std::ops::Range;

use serde::Serialize;

use crate::record::{Fact, Record};
use crate::span::CodePoints;

use super::compare::{cut, find_quote, norm, same_value, soft};
use super::report::{literal, literal_list, literal_value};
use super::{Answer, Answers, is_figure};

/// What is wrong in one record; it shows itself as a line of the verbose report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Miss {
    /// A fact was found, but with another subject, `of`, time or qualifier.
    Attribute(String),
    /// A field of the head differs.
    Head(String),
    /// A wanted fact is not in the record.
    Missing(String),
    /// A fact of the record is in no answer.
    Extra(String),
}

/// What a record has of its answers.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// Properties of wanted facts that were found, in the answers' order.
    pub(super) hits: Vec<String>,
    /// Properties of wanted facts that were not found.
    pub(super) missing: Vec<String>,
    /// Properties of facts that nobody wanted.
    pub(super) extra: Vec<String>,
    /// Figures: found, nobody's, not found.
    pub(super) figures: [usize; 3],
    /// Attributes of the hits, and whether each is right.
    pub(super) attributes: Vec<(&'static str, bool)>,
    /// Fields of the head, and whether each is right.
    pub(super) head: Vec<(&'static str, bool)>,
    /// Answers whose quote is not in the record's text.
    pub(super) lost: usize,
    /// Facts whose evidence is not what stands at its place.
    pub(super) broken: usize,
    /// All that is wrong, in the order of the report.
    pub(super) misses: Vec<Miss>,
}

/// Compares a record with its answers.
pub(super) fn compare(record: &Record, answers: &Answers) -> Matching {
    let places = Places::new(record, answers);
    let mut matching =
        Matching { lost: places.lost(), broken: broken(record), ..Matching::default() };
    let hits = places.hits();
    matching.attributes(&places, &hits);
    matching.head(record, answers);
    matching.facts(&places, &hits);
    matching.figures = places.figures();
    matching
}

/// Facts and answers with their places in one text, in code points.
struct Places<'a> {
    doc: &'a str,
    facts: &'a [Fact],
    /// Each answer, and where its quote stands.
    answers: Vec<(&'a Answer, Option<Range<usize>>)>,
    /// Facts from here on are of a sentence that the source cut off.
    cut: usize,
}

impl<'a> Places<'a> {
    fn new(record: &'a Record, answers: &'a Answers) -> Self {
        let text = &record.text;
        let points = CodePoints::new(text);
        let place = |answer: &Answer| {
            let found = find_quote(text, &answer.quote, answer.nth.get())?;
            Some(points.at(text, found.start)..points.at(text, found.end))
        };
        Places {
            doc: &answers.doc,
            facts: &record.facts,
            answers: answers.facts.iter().map(|a| (a, place(a))).collect(),
            cut: points.at(text, cut(text)),
        }
    }

    fn lost(&self) -> usize {
        self.answers.iter().filter(|(_, place)| place.is_none()).count()
    }

    /// For each answer the fact that has its property, value and unit; required answers choose first.
    fn hits(&self) -> Vec<Option<&'a Fact>> {
        let mut used = vec![false; self.facts.len()];
        let mut hits = vec![None; self.answers.len()];
        for optional in [false, true] {
            for (i, (answer, place)) in self.answers.iter().enumerate() {
                if answer.optional != optional {
                    continue;
                }
                let fits =
                    |fact: &Fact| fact.property == answer.property && same_range(answer, fact);
                hits[i] = self.take(answer, place.as_ref(), &mut used, fits);
            }
        }
        hits
    }

    /// The first fact not yet used that has the answer's value and unit at its place, and fits.
    fn take(
        &self,
        answer: &Answer,
        place: Option<&Range<usize>>,
        used: &mut [bool],
        fits: impl Fn(&Fact) -> bool,
    ) -> Option<&'a Fact> {
        let free = self.facts.iter().zip(used).filter(|(_, used)| !**used);
        let mut fitting = free.filter(|(fact, _)| {
            fits(fact)
                && same_value(&answer.value, &fact.value, &answer.property)
                && unit(answer.unit.as_deref()) == unit(fact.unit.as_deref())
                && place.is_none_or(|place| overlaps(fact, place))
        });
        let (fact, used) = fitting.next()?;
        *used = true;
        Some(fact)
    }

    /// Whether nobody minds that a fact is there: its sentence was cut off, or an optional answer stands at its place.
    fn excused(&self, fact: &Fact) -> bool {
        let optional = self.answers.iter().filter(|(answer, _)| answer.optional);
        fact.evidence.start >= self.cut
            || optional.flat_map(|(_, place)| place).any(|place| overlaps(fact, place))
    }

    /// Figures whatever their property: found, nobody's, not found.
    fn figures(&self) -> [usize; 3] {
        let mut used: Vec<_> = self.facts.iter().map(|f| !is_figure(&f.property)).collect();
        let mut found = 0;
        let mut wanted = 0;
        for (answer, place) in self.answers.iter().filter(|(answer, _)| is_figure(&answer.property))
        {
            let hit = self.take(answer, place.as_ref(), &mut used, |_| true);
            wanted += usize::from(!answer.optional);
            found += usize::from(!answer.optional && hit.is_some());
        }
        let rest = self.facts.iter().zip(used).filter(|(_, used)| !used);
        let extra = rest.filter(|(fact, _)| !self.excused(fact)).count();
        [found, extra, wanted - found]
    }
}

impl Matching {
    fn attributes(&mut self, places: &Places<'_>, hits: &[Option<&Fact>]) {
        for ((answer, _), fact) in places.answers.iter().zip(hits) {
            let Some(fact) = fact.filter(|_| !answer.optional) else { continue };
            let (wanted, found) = (answer.qualifier.map(name), fact.qualifier.map(name));
            let (subject, of, time) = (&answer.subject, &answer.of, &answer.time);
            let soft = |a: &Option<String>, b: &Option<String>| soft(a.as_deref(), b.as_deref());
            let pairs = [
                ("qualifier", &wanted, &found, wanted == found),
                ("subject", subject, &fact.subject, soft(subject, &fact.subject)),
                ("of", of, &fact.of, soft(of, &fact.of)),
                ("time", time, &fact.time, *time == fact.time),
            ];
            for (attribute, wanted, found, right) in pairs {
                // An `of` or a time that no answer asks for is no fault.
                let ignored = matches!(attribute, "of" | "time") || found.is_none();
                if wanted.is_none() && ignored {
                    continue;
                }
                self.attributes.push((attribute, right));
                if !right {
                    self.misses.push(Miss::Attribute(format!(
                        "{}: {} {} {attribute}: gold {} got {}",
                        places.doc,
                        answer.property,
                        literal(Some(&answer.quote)),
                        literal(wanted.as_deref()),
                        literal(found.as_deref())
                    )));
                }
            }
        }
    }

    fn head(&mut self, record: &Record, answers: &Answers) {
        let city = record.city.as_ref();
        let code = city.and_then(|c| c.country.as_ref()).and_then(|c| c.code.as_ref());
        let (page, wanted) = (&record.bulletin, &answers.bulletin);
        let fields = [
            ("city.name", answers.city.name.as_ref(), city.map(|c| &c.name)),
            ("city.country.code", answers.city.country_code.as_ref(), code),
            ("bulletin.publisher", wanted.publisher.as_ref(), page.publisher.as_ref()),
            ("bulletin.published", wanted.published.as_ref(), page.published.as_ref()),
        ];
        for (field, wanted, found) in fields {
            if wanted.is_some() || found.is_some() {
                let norm = |s: Option<&String>| norm(s.map_or("", String::as_str));
                let shown = |s: Option<&String>| literal(s.map(String::as_str));
                self.field(
                    &answers.doc,
                    field,
                    norm(wanted) == norm(found),
                    [shown(wanted), shown(found)],
                );
            }
        }
        let keys: Vec<_> = record.sections.iter().map(|s| s.key.clone()).collect();
        let shown = [literal_list(&answers.sections), literal_list(&keys)];
        self.field(&answers.doc, "sections", answers.sections == keys, shown);
    }

    fn field(&mut self, doc: &str, field: &'static str, right: bool, [wanted, found]: [String; 2]) {
        self.head.push((field, right));
        if !right {
            self.misses.push(Miss::Head(format!("{doc}: {field}: gold {wanted} got {found}")));
        }
    }

    fn facts(&mut self, places: &Places<'_>, hits: &[Option<&Fact>]) {
        let doc = places.doc;
        for ((answer, _), hit) in
            places.answers.iter().zip(hits).filter(|((answer, _), _)| !answer.optional)
        {
            if hit.is_some() {
                self.hits.push(answer.property.clone());
                continue;
            }
            let (value, unit) =
                (literal_value(&answer.value), answer.unit.as_deref().unwrap_or(""));
            self.missing.push(answer.property.clone());
            self.misses.push(Miss::Missing(format!(
                "{doc}: {} = {value} {unit} «{}»",
                answer.property, answer.quote
            )));
        }
        let used = |fact: &Fact| hits.iter().flatten().any(|hit| std::ptr::eq(*hit, fact));
        for fact in places.facts.iter().filter(|fact| !used(fact) && !places.excused(fact)) {
            let (value, unit) = (literal_value(&fact.value), fact.unit.as_deref().unwrap_or(""));
            self.extra.push(fact.property.clone());
            self.misses.push(Miss::Extra(format!(
                "{doc}: {} = {value} {unit} «{}» [{}]",
                fact.property, fact.evidence.text, fact.rule
            )));
        }
    }
}

/// An upper end that no answer asks for is no fault.
fn same_range(answer: &Answer, fact: &Fact) -> bool {
    answer.value_max.is_none() || answer.value_max == fact.value_max
}

/// An empty unit is none.
fn unit(unit: Option<&str>) -> Option<&str> {
    unit.filter(|u| !u.is_empty())
}

fn overlaps(fact: &Fact, place: &Range<usize>) -> bool {
    fact.evidence.start < place.end && place.start < fact.evidence.end
}

/// The word that stands for a variant in the record.
fn name(variant: impl Serialize) -> String {
    let json = serde_json::to_value(variant).unwrap_or_default();
    json.as_str().unwrap_or("").to_owned()
}

/// How many facts quote other words than those at their place.
fn broken(record: &Record) -> usize {
    let mut starts: Vec<_> = record.text.char_indices().map(|(at, _)| at).collect();
    starts.push(record.text.len());
    let words = |start: usize, end: usize| record.text.get(*starts.get(start)?..*starts.get(end)?);
    let evidence = record.facts.iter().map(|f| &f.evidence);
    evidence.filter(|e| words(e.start, e.end) != Some(&e.text)).count()
}
