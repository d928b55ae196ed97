//! The one value of each property that a city has once.

use std::collections::BTreeMap;

use crate::record::{City, Fact, Number, SubjectKind, Summary, Value};

/// Chooses the values and says which fact each was taken from.
pub(super) fn of(facts: &[Fact], city: Option<&City>) -> (Summary, BTreeMap<String, String>) {
    let mut summary = Summary::default();
    let mut from = BTreeMap::new();
    let Some(city) = city else { return (summary, from) };
    let mut note = |key: &str, fact: Option<&Fact>| {
        if let Some(fact) = fact {
            from.insert(key.to_string(), fact.id.clone());
        }
    };
    let total = |f: &&Fact| f.of.is_none();
    let area = only(about(facts, "area").filter(total));
    summary.area_km2 = area.and_then(number);
    note("area_km2", area);
    let population = newest(about(facts, "population"));
    summary.population = population.and_then(number);
    note("population", population);
    let elevation = only(about(facts, "elevation"));
    summary.elevation_m = elevation.and_then(number);
    note("elevation_m", elevation);
    let capital = facts.iter().find(|f| f.property == "capital_of");
    summary.capital_of = capital.and_then(text);
    note("capital_of", capital);
    let seats = council(facts, city);
    summary.seats = seats.and_then(number);
    note("seats", seats);
    let divisions = about(facts, "divisions").next();
    summary.divisions = divisions.and_then(number);
    note("divisions", divisions);
    let head = facts.iter().filter(|f| f.property == "office_holder").min_by_key(|f| head_rank(f));
    let head = head.filter(|f| head_rank(f) < 4);
    summary.head_of_government = head.and_then(text);
    summary.head_title = head.and_then(|f| f.subject.clone());
    note("head_of_government", head);
    note("head_title", head);
    let since = summary.head_of_government.as_ref().and_then(|person| {
        facts.iter().find(|f| f.property == "took_office" && f.subject.as_ref() == Some(person))
    });
    summary.head_since = since.and_then(text);
    note("head_since", since);
    let sister = facts.iter().find(|f| f.property == "sister_city_since");
    summary.sister_city_since = sister.and_then(text);
    note("sister_city_since", sister);
    (summary, from)
}

/// Facts of a property about the city itself.
fn about<'f>(facts: &'f [Fact], property: &'static str) -> impl Iterator<Item = &'f Fact> {
    facts
        .iter()
        .filter(move |f| f.property == property && f.subject_kind == Some(SubjectKind::City))
}

fn only<'f>(mut facts: impl Iterator<Item = &'f Fact>) -> Option<&'f Fact> {
    let first = facts.next()?;
    facts.all(|f| f.value == first.value).then_some(first)
}

/// The newest `time`, the first in the text where none is newer.
fn newest<'f>(facts: impl Iterator<Item = &'f Fact>) -> Option<&'f Fact> {
    facts.reduce(|best, f| if f.time > best.time { f } else { best })
}

/// The seats of the city's own assembly: the first council or assembly that no upper level owns.
fn council<'f>(facts: &'f [Fact], _city: &City) -> Option<&'f Fact> {
    let assembly = |f: &&Fact| {
        let subject = f.subject.as_deref().unwrap_or("").to_lowercase();
        ["council", "assembly", "congress", "parliament", "duma", "hural"].iter().any(|w| subject.contains(w))
    };
    facts.iter().filter(|f| f.property == "seats").find(assembly)
}

/// Mayors before governors before others; deputies and acting holders of lesser offices last.
fn head_rank(fact: &Fact) -> u8 {
    let office = fact.subject.as_deref().unwrap_or("").to_lowercase();
    if ["vice", "deputy", "secretary", "speaker", "council"].iter().any(|w| office.contains(w)) {
        return if office.contains("executive") { 3 } else { 4 };
    }
    match office {
        o if o.contains("mayor") => 0,
        o if o.contains("governor") || o.contains("premier") => 1,
        o if o.contains("chairman") || o.contains("president") || o.contains("minister") => 2,
        _ => 3,
    }
}

fn number(fact: &Fact) -> Option<Number> {
    match fact.value {
        Value::Number(n) => Some(n),
        _ => None,
    }
}

fn text(fact: &Fact) -> Option<String> {
    match &fact.value {
        Value::Text(t) => Some(t.clone()),
        _ => None,
    }
}
