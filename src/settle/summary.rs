//! The one value of each property that a city has once.
//!
//! A value is chosen when one fact about the city itself qualifies, or when one is left by these rules: the total before
//! a narrower one, the city proper before its metropolitan area, the newest `time`. Where facts of equal rank differ,
//! none is chosen: a person has to look.

use std::collections::BTreeMap;

use crate::edtf;
use crate::lexicon::countries;
use crate::record::{Fact, Number, Summary, Value};

use super::is_city;

/// Years after which a dated value is history, and one without a date is newer.
const STALE_AFTER: i64 = 12;

/// Chooses the values and says which fact each was taken from.
pub(super) fn of(facts: &[Fact], published: Option<&str>) -> (Summary, BTreeMap<String, String>) {
    let chooser = Chooser { facts, now: now(facts, published) };
    let mut summary = Summary::default();
    let mut from = BTreeMap::new();
    let mut note = |key: &str, fact: Option<&Fact>| {
        if let Some(fact) = fact {
            from.insert(key.to_string(), fact.id.clone());
        }
    };
    let area = chooser.ranked("area", area_rank);
    summary.area_km2 = area.and_then(number);
    note("area_km2", area);
    let population = chooser.ranked("population", population_rank);
    summary.population = population.and_then(number);
    note("population", population);
    let elevation = chooser.ranked("elevation", total);
    summary.elevation_m = elevation.and_then(number);
    note("elevation_m", elevation);
    let capital = chooser.ranked("capital_of", capital_rank);
    summary.capital_of = capital.and_then(text);
    note("capital_of", capital);
    let seats = chooser.seats();
    summary.seats = seats.and_then(number);
    note("seats", seats);
    let divisions = chooser.divisions();
    summary.divisions = divisions.and_then(number);
    note("divisions", divisions);
    let head = chooser.head();
    summary.head_of_government = head.and_then(text);
    summary.head_title = head.and_then(|f| f.subject.clone());
    note("head_of_government", head);
    note("head_title", head);
    let since = summary.head_of_government.as_ref().and_then(|person| chooser.since(person));
    summary.head_since = since.and_then(text);
    note("head_since", since);
    let sister = chooser.sister();
    summary.sister_city_since = sister.and_then(text);
    note("sister_city_since", sister);
    (summary, from)
}

/// The year of the bulletin, else the latest that its facts give.
fn now(facts: &[Fact], published: Option<&str>) -> i64 {
    let year = |t: &str| t.get(..4).and_then(|y| y.parse::<i64>().ok());
    published
        .and_then(year)
        .or_else(|| facts.iter().filter_map(|f| f.time.as_deref().and_then(year)).max())
        .unwrap_or(0)
}

/// Words in the names of assemblies.
const ASSEMBLIES: &[&str] = &[
    "council",
    "assembly",
    "congress",
    "parliament",
    "duma",
    "hural",
    "legislature",
    "senate",
    "house",
    "chamber",
];

/// Words in the names of those that are no city's, and of bodies that govern.
const OTHER_LEVELS: &[&str] =
    &["national", "federal", "executive", "borough", "district council", "ward council"];

#[derive(Clone, Copy)]
struct Chooser<'f> {
    facts: &'f [Fact],
    now: i64,
}

impl<'f> Chooser<'f> {
    /// Facts of a property about the city itself.
    fn about(self, property: &str) -> impl Iterator<Item = &'f Fact> {
        self.facts.iter().filter(move |f| f.property == property && is_city(f))
    }

    /// The newest of the facts with the lowest rank; those without a rank do not qualify.
    fn ranked(self, property: &str, rank: fn(&Fact) -> Option<u8>) -> Option<&'f Fact> {
        let best = self.about(property).filter_map(rank).min()?;
        let of_rank: Vec<&Fact> = self.about(property).filter(|f| rank(f) == Some(best)).collect();
        let newest = of_rank.iter().map(|f| self.age(f)).max()?;
        // A figure of long ago says nothing of today where a recent one is told of a part or a wider area.
        let recent = |f: &Fact| f.property == property && self.age(f).0 > 0;
        if newest.0 == 0 && self.facts.iter().any(recent) {
            return None;
        }
        only(of_rank.into_iter().filter(|f| self.age(f) == newest))
    }

    /// What sorts facts by age: recent dates before no date before history.
    fn age(self, fact: &Fact) -> (u8, Option<String>) {
        let Some(time) = fact.time.as_deref() else { return (1, None) };
        let latest = edtf::ends(time).1;
        let year = latest.as_deref().and_then(|t| t.get(..4)).and_then(|y| y.parse::<i64>().ok());
        let recent = year.is_none_or(|y| y + STALE_AFTER >= self.now);
        (if recent { 2 } else { 0 }, latest)
    }

    /// The units of the first level: those that the politics tell first, else those told first of all.
    fn divisions(self) -> Option<&'f Fact> {
        let around = |f: &&Fact| {
            let of = f.of.as_deref().unwrap_or("");
            !["neighboring", "neighbouring", "surrounding", "adjacent"]
                .iter()
                .any(|w| of.contains(w))
        };
        let all = || self.about("divisions").filter(around);
        all().find(|f| f.section == "politics").or_else(|| all().next())
    }

    /// The seats of the city's own assembly: of one that bears its name or is called a city's, else of the only one.
    fn seats(self) -> Option<&'f Fact> {
        let all = || self.facts.iter().filter(|f| f.property == "seats");
        let named = |f: &Fact, words: &[&str]| {
            let subject = f.subject.as_deref().unwrap_or("").to_lowercase();
            words.iter().any(|w| subject.contains(w))
        };
        let assembly = |f: &&Fact| named(f, ASSEMBLIES) && !named(f, OTHER_LEVELS);
        let own = |f: &&Fact| assembly(f) && named(f, &["city", "municipal", "metropolitan"]);
        only(all().filter(own)).or_else(|| only(all().filter(assembly)))
    }

    /// The holder of the highest office that governs; of several, the one who took office last.
    fn head(self) -> Option<&'f Fact> {
        let holders = || self.facts.iter().filter(|f| f.property == "office_holder");
        let best = holders().map(head_rank).min().filter(|rank| *rank < LESSER)?;
        let of_rank = || holders().filter(|f| head_rank(f) == best);
        only(of_rank()).or_else(|| {
            let since = |f: &Fact| text(f).and_then(|p| self.since(&p)).and_then(text);
            of_rank().filter(|f| since(f).is_some()).max_by_key(|f| since(f))
        })
    }

    /// When a person took office first.
    fn since(self, person: &str) -> Option<&'f Fact> {
        let own = self.facts.iter().filter(|f| f.property == "took_office");
        own.filter(|f| f.subject.as_deref() == Some(person)).min_by_key(|f| text(f))
    }

    /// The tie's date; of two that agree, the more precise.
    fn sister(self) -> Option<&'f Fact> {
        let all = || self.facts.iter().filter(|f| f.property == "sister_city_since");
        let fullest = all().max_by_key(|f| text(f).map_or(0, |t| t.len()))?;
        let date = text(fullest)?;
        all().all(|f| text(f).is_some_and(|t| date.starts_with(&t))).then_some(fullest)
    }
}

/// The first of facts whose values are all the same.
fn only<'f>(mut facts: impl Iterator<Item = &'f Fact>) -> Option<&'f Fact> {
    let first = facts.next()?;
    facts.all(|f| f.value == first.value).then_some(first)
}

fn total(fact: &Fact) -> Option<u8> {
    (fact.of.is_none() && fact.value_max.is_none()).then_some(0)
}

fn area_rank(fact: &Fact) -> Option<u8> {
    match fact.of.as_deref() {
        None => Some(0),
        Some("metropolitan") => Some(1),
        Some(_) => None,
    }
}

fn population_rank(fact: &Fact) -> Option<u8> {
    match fact.of.as_deref() {
        None | Some("resident") => Some(0),
        Some("registered") => Some(1),
        Some("metropolitan") => Some(2),
        Some(_) => None,
    }
}

/// The country before a province.
#[allow(clippy::unnecessary_wraps)] // Of the form that all ranks have.
fn capital_rank(fact: &Fact) -> Option<u8> {
    let country = text(fact).is_some_and(|name| countries::by_name(&name).is_some());
    Some(u8::from(!country))
}

/// The rank of offices that do not govern a city.
const LESSER: u8 = 4;

/// Mayors before governors before others; deputies and speakers govern nothing.
fn head_rank(fact: &Fact) -> u8 {
    let office = fact.subject.as_deref().unwrap_or("").to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|w| office.contains(w));
    if holds(&["vice", "deputy", "secretary", "speaker", "council", "assembly", "former", "then "])
    {
        return if office.contains("chief executive") { 3 } else { LESSER };
    }
    if holds(&["mayor"]) {
        0
    } else if holds(&["governor", "premier", "chief minister"]) {
        1
    } else if holds(&["chairman", "chairperson", "president", "minister", "head"]) {
        2
    } else {
        3
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
