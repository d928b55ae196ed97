//! Warnings: what a person should look at. Nothing is corrected.

use rust_decimal::Decimal;

use crate::mention::Value as MentionValue;
use crate::record::{Fact, Piece, Record, SubjectKind, Value, Warning, WarningCode};

use super::{Edge, Parts};

/// People per km2 that no place on Earth falls below or exceeds, by the contract.
const DENSITY: (Decimal, Decimal) = (Decimal::from_parts(1, 0, 0, false, 2), Decimal::from_parts(50_000, 0, 0, false, 0));

/// All warnings of a record, in order of code and place.
pub(super) fn warnings(parts: Parts<'_>, edge: &Edge<'_>, record: &Record) -> Vec<Warning> {
    let mut all = Vec::new();
    for section in parts.document.sections.iter().filter(|s| !s.known) {
        let heading = section.heading.as_deref().unwrap_or("");
        all.push(warning(
            WarningCode::UnknownHeading,
            format!("the heading `{heading}` is not in the table"),
            vec![edge.piece(section.heading_span)],
        ));
    }
    for piece in &record.unclaimed {
        let message = format!("no rule took `{}`", piece.text);
        all.push(warning(WarningCode::Unclaimed, message, vec![piece.clone()]));
    }
    for mention in parts.mentions.iter().filter(|m| matches!(m.value, MentionValue::Malformed)) {
        let message = "no reading fits these digits".to_string();
        all.push(warning(WarningCode::MalformedNumber, message, vec![edge.piece(mention.span)]));
    }
    for i in &parts.bound.yearless {
        let message = "the year is not given, and no date before it in its paragraph gives one".to_string();
        all.push(warning(WarningCode::DateWithoutYear, message, vec![edge.piece(parts.mentions[*i].span)]));
    }
    if let Some(cut) = parts.document.cut {
        let message = "the text breaks off".to_string();
        all.push(warning(WarningCode::TextCut, message, vec![edge.piece(cut)]));
    }
    if !parts.source.replaced.is_empty() {
        let message = "bytes that the encoding has no character for".to_string();
        let spans = parts.source.replaced.iter().take(10).map(|s| edge.piece(*s)).collect();
        all.push(warning(WarningCode::ReplacementCharacters, message, spans));
    }
    density(record, &mut all);
    anniversaries(record, &mut all);
    aliases(record, &mut all);
    all
}

fn warning(code: WarningCode, message: String, spans: Vec<Piece>) -> Warning {
    Warning { code, message, spans }
}

fn number(fact: &Fact) -> Option<Decimal> {
    match fact.value {
        Value::Number(n) => Some(n.0),
        _ => None,
    }
}

/// A population and an area of the city that cannot belong together.
fn density(record: &Record, all: &mut Vec<Warning>) {
    let own = |p: &str| {
        record.facts.iter().find(|f| {
            f.property == p && f.subject_kind == Some(SubjectKind::City) && f.of.as_deref().is_none_or(|o| p == "population" && o == "resident")
        })
    };
    let (Some(population), Some(area)) = (own("population"), own("area")) else { return };
    let (Some(people), Some(km2)) = (number(population), number(area)) else { return };
    let Some(density) = people.checked_div(km2) else { return };
    if density < DENSITY.0 || density > DENSITY.1 {
        let message = format!("{} people per km2: area and population may be of different places", density.round());
        let spans = vec![area.evidence.clone(), population.evidence.clone()];
        all.push(warning(WarningCode::DensityOutOfRange, message, spans));
    }
}

/// The 20th anniversary in 2013 of a tie of 1993.
fn anniversaries(record: &Record, all: &mut Vec<Warning>) {
    let Some(tie) = record.facts.iter().find(|f| f.property == "sister_city_since") else { return };
    let year = |t: &str| t.get(..4).and_then(|y| y.parse::<i64>().ok());
    let Value::Text(since) = &tie.value else { return };
    let Some(since) = year(since) else { return };
    for fact in record.facts.iter().filter(|f| f.property == "anniversary" && f.section == "relations") {
        let subject = fact.subject.as_deref().unwrap_or("").to_lowercase();
        let of_tie = ["sister", "relationship", "ties", "tie", "twin", "friendship"].iter().any(|w| subject.contains(w))
            && !subject.contains("diplomatic");
        let (Some(n), Some(time)) = (number(fact), fact.time.as_deref().and_then(year)) else { continue };
        if of_tie && Decimal::from(time - since) != n {
            let message = format!("{time} is not {n} years after {since}");
            let spans = vec![tie.evidence.clone(), fact.evidence.clone()];
            all.push(warning(WarningCode::AnniversaryMismatch, message, spans));
        }
    }
}

fn aliases(record: &Record, all: &mut Vec<Warning>) {
    let Some(city) = &record.city else { return };
    for fact in record.facts.iter().filter(|f| f.property == "alias") {
        if fact.value == Value::Text(city.name.clone()) {
            let message = format!("another name of {} is the name itself", city.name);
            all.push(warning(WarningCode::AliasEqualsName, message, vec![fact.evidence.clone()]));
        }
    }
}
