//! Runs the pipeline over a sentence and compares what comes out with what the sentence holds.

use std::fmt::Write as _;
use std::str::FromStr;

use chancery::record::{Fact, Value};
use rust_decimal::Decimal;

use super::fill::{Expected, Sentence, words};
use super::form::Meaning;
use super::soft::{is_alike, normal};

/// The properties whose value is words: compared without article and case.
const TEXTUAL: &[&str] = &["alias", "capital_of", "office_holder", "industries", "institution"];

/// What came out of a sentence.
pub(super) struct Verdict {
    /// Of each fact that is neither required nor punished nothing is told here.
    pub(super) found: Vec<Found>,
    pub(super) missing: Vec<Told>,
    pub(super) extra: Vec<Told>,
    /// Numbers of the sentence that nothing covers.
    pub(super) unclaimed: Vec<String>,
}

/// A required fact that came out.
pub(super) struct Found {
    pub(super) property: String,
    /// Of each attribute that the grammar tells: whether it is right, and what it should be and was.
    pub(super) attributes: Vec<(Attribute, Result<(), String>)>,
    pub(super) told: String,
}

/// A fact that should have come out, or should not have.
pub(super) struct Told {
    pub(super) property: String,
    pub(super) told: String,
}

/// What is counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attribute {
    Subject,
    Of,
    Time,
    Stated,
}

impl Verdict {
    pub(super) fn is_right(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }

    /// Whether the attributes of all facts that were found are right too.
    pub(super) fn is_bound(&self) -> bool {
        self.found.iter().flat_map(|f| &f.attributes).all(|(_, right)| right.is_ok())
    }
}

/// Extracts the facts of a sentence's bulletin and compares those of the sentence.
pub(super) fn judge(sentence: &Sentence<'_>) -> Verdict {
    let record = chancery::pipeline::extract("x", "x.txt", sentence.bulletin().as_bytes());
    let (start, end) = words(&record.text, &sentence.text)
        .unwrap_or_else(|| panic!("the text keeps the sentence: {}", sentence.text));
    let inside = |piece_start: usize, piece_end: usize| piece_start < end && start < piece_end;
    let facts: Vec<&Fact> =
        record.facts.iter().filter(|f| inside(f.evidence.start, f.evidence.end)).collect();
    let mut verdict = compare(&sentence.answers, &facts, start);
    let unclaimed = record.unclaimed.iter().filter(|piece| inside(piece.start, piece.end));
    verdict.unclaimed.extend(unclaimed.map(|piece| piece.text.clone()));
    verdict
}

fn compare(answers: &[Expected], facts: &[&Fact], offset: usize) -> Verdict {
    let mut taken = vec![false; facts.len()];
    let mut verdict = Verdict { found: vec![], missing: vec![], extra: vec![], unclaimed: vec![] };
    // The required answers first, so that an optional one of the same value takes nothing from them.
    let (optional, required): (Vec<_>, Vec<_>) = answers.iter().partition(|a| a.optional);
    for answer in required.into_iter().chain(optional) {
        let fits = |(i, fact): &(usize, &&Fact)| !taken[*i] && answer.is(fact, offset);
        let hit = facts.iter().enumerate().find(fits);
        match hit {
            Some((i, fact)) => {
                taken[i] = true;
                if !answer.optional {
                    verdict.found.push(found(answer, fact));
                }
            }
            None if answer.optional => {}
            None => verdict
                .missing
                .push(Told { property: answer.property.clone(), told: answer.tell() }),
        }
    }
    for (fact, _) in facts.iter().zip(taken).filter(|(_, taken)| !taken) {
        // What two careful people could annotate differently is not punished, whatever its property.
        if !answers.iter().any(|a| a.optional && a.overlaps(fact, offset)) {
            verdict.extra.push(Told { property: fact.property.clone(), told: tell(fact) });
        }
    }
    verdict
}

fn found(answer: &Expected, fact: &Fact) -> Found {
    let soft = |expected: &Option<String>, got: &Option<String>| {
        let expected = expected.as_ref()?;
        let alike = got.as_ref().is_some_and(|got| is_alike(expected, got));
        Some(if alike { Ok(()) } else { Err(format!("{expected:?} not {got:?}")) })
    };
    let time = answer.time.as_ref().map(|time| {
        if fact.time.as_ref() == Some(time) {
            Ok(())
        } else {
            Err(format!("{time:?} not {:?}", fact.time))
        }
    });
    let stated = answer.stated.as_ref().map(|stated| {
        let right = fact.stated.as_ref().is_some_and(|got| {
            got.unit == stated.unit && Decimal::from_str(&stated.value) == Ok(got.value.0)
        });
        if right { Ok(()) } else { Err(format!("{stated:?} not {:?}", fact.stated)) }
    });
    let attributes = [
        (Attribute::Subject, soft(&answer.subject, &fact.subject)),
        (Attribute::Of, soft(&answer.of, &fact.of)),
        (Attribute::Time, time),
        (Attribute::Stated, stated),
    ];
    Found {
        property: answer.property.clone(),
        attributes: attributes.into_iter().filter_map(|(a, right)| Some((a, right?))).collect(),
        told: tell(fact),
    }
}

/// Whether a value is the single one expected; of words only their normal form counts where they are `textual`.
fn is_one(expected: &str, value: &Value, textual: bool) -> bool {
    match value {
        Value::Number(n) => number(Some(expected)) == Some(n.0),
        Value::Text(text) if textual => normal(expected) == normal(text),
        Value::Text(text) => expected == text,
        Value::List(_) => false,
    }
}

impl Expected {
    fn has_upper_end(&self, max: Option<&Value>) -> bool {
        match (&self.value_max, max) {
            (Some(expected), Some(max)) => is_one(expected, max, false),
            (expected, max) => expected.is_none() && max.is_none(),
        }
    }

    fn is(&self, fact: &Fact, offset: usize) -> bool {
        self.property == fact.property
            && self.has_value(&fact.value)
            && self.has_upper_end(fact.value_max.as_ref())
            && self.unit == fact.unit
            && (self.qualifier.as_deref() == Some("*")
                || self.qualifier == fact.qualifier.map(|q| name(&q)))
            && self.overlaps(fact, offset)
    }

    fn has_value(&self, value: &Value) -> bool {
        match (&self.value, value) {
            (Meaning::One(expected), value) => {
                is_one(expected, value, TEXTUAL.contains(&self.property.as_str()))
            }
            (Meaning::Several(expected), Value::List(list)) => {
                let normal = |list: &[String]| list.iter().map(|e| normal(e)).collect::<Vec<_>>();
                normal(expected) == normal(list)
            }
            _ => false,
        }
    }

    fn overlaps(&self, fact: &Fact, offset: usize) -> bool {
        let (start, end) = (fact.evidence.start, fact.evidence.end);
        self.spans.iter().any(|(s, e)| start < e + offset && s + offset < end)
    }

    fn tell(&self) -> String {
        let value = match &self.value {
            Meaning::One(value) => value.clone(),
            Meaning::Several(values) => values.join(" | "),
        };
        let mut told = format!("{}={value}", self.property);
        let after = [&self.value_max, &self.unit, &self.qualifier];
        for (sign, attribute) in ["..", " ", " "].iter().zip(after) {
            if let Some(attribute) = attribute {
                let _ = write!(told, "{sign}{attribute}");
            }
        }
        told
    }
}

/// A fact in one line.
fn tell(fact: &Fact) -> String {
    let value = match &fact.value {
        Value::Number(n) => n.0.normalize().to_string(),
        Value::Text(text) => text.clone(),
        Value::List(list) => list.join(" | "),
    };
    let mut told = format!("{}={value}", fact.property);
    match &fact.value_max {
        Some(Value::Number(max)) => drop(write!(told, "..{}", max.0.normalize())),
        Some(Value::Text(max)) => drop(write!(told, "..{max}")),
        Some(Value::List(_)) | None => {}
    }
    for part in [fact.unit.clone(), fact.qualifier.map(|q| name(&q))].into_iter().flatten() {
        let _ = write!(told, " {part}");
    }
    let _ = write!(told, " «{}» [{}]", fact.evidence.text, fact.rule);
    told
}

/// A variant as the record writes it.
fn name(variant: &impl serde::Serialize) -> String {
    serde_json::to_string(variant).unwrap_or_default().trim_matches('"').to_owned()
}

fn number(text: Option<&str>) -> Option<Decimal> {
    text.and_then(|text| Decimal::from_str(text).ok())
}
