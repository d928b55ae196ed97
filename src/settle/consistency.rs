//! Checks of a record's facts against each other: what cannot be true of one place at one time.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::check::warning;
use super::is_city;
use crate::edtf;
use crate::record::{Fact, Qualifier, Record, Value, Warning, WarningCode};

/// People per km2 that no place on Earth falls below or exceeds, by the contract.
const DENSITY: (Decimal, Decimal) =
    (Decimal::from_parts(1, 0, 0, false, 2), Decimal::from_parts(50_000, 0, 0, false, 0));

/// Adds the warnings of all checks; `sentences` are the starts of the text's sentences, in code points.
pub(super) fn warnings(record: &Record, sentences: &[usize], all: &mut Vec<Warning>) {
    density(record, all);
    anniversaries(record, all);
    aliases(record, all);
    parts(record, sentences, all);
    sectors(record, sentences, all);
    future(record, all);
    conflicts(record, all);
    subjects(record, all);
}

fn number(fact: &Fact) -> Option<Decimal> {
    match fact.value {
        Value::Number(n) => Some(n.0),
        _ => None,
    }
}

fn text(fact: &Fact) -> Option<&str> {
    match &fact.value {
        Value::Text(t) => Some(t),
        _ => None,
    }
}

/// A population and an area of the city that cannot belong together, and a density that no place has.
fn density(record: &Record, all: &mut Vec<Warning>) {
    let outside = |density: Decimal| density < DENSITY.0 || density > DENSITY.1;
    let own = |property: &str| {
        record.facts.iter().find(|f| {
            let total = f.of.as_deref().is_none_or(|of| of == "resident");
            f.property == property && is_city(f) && total
        })
    };
    if let (Some(population), Some(area)) = (own("population"), own("area")) {
        let density = number(population).zip(number(area)).and_then(|(p, a)| p.checked_div(a));
        if let Some(density) = density.filter(|d| outside(*d)) {
            let message = format!(
                "{} people per km2: area and population may be of different places",
                density.round_dp(2).normalize()
            );
            let spans = vec![area.evidence.clone(), population.evidence.clone()];
            all.push(warning(WarningCode::DensityOutOfRange, message, spans));
        }
    }
    for fact in record.facts.iter().filter(|f| f.property == "density") {
        if number(fact).is_some_and(outside) {
            let message = format!("no place has {} people per km2", fact.evidence.text);
            all.push(warning(WarningCode::DensityOutOfRange, message, vec![fact.evidence.clone()]));
        }
    }
}

/// Words for the tie with the partner.
const TIES: &[&str] =
    &["sister", "relationship", "ties", "tie", "twin", "friendship", "partnership"];

/// The 20th anniversary in 2013 of a tie of 1992.
fn anniversaries(record: &Record, all: &mut Vec<Warning>) {
    let year = |t: &str| t.get(..4).and_then(|y| y.parse::<i64>().ok());
    let Some(tie) = record.facts.iter().find(|f| f.property == "sister_city_since") else { return };
    let Some(since) = text(tie).and_then(year) else { return };
    for fact in
        record.facts.iter().filter(|f| f.property == "anniversary" && f.section == "relations")
    {
        let subject = fact.subject.as_deref().unwrap_or("").to_lowercase();
        let of_tie = TIES.iter().any(|w| subject.contains(w)) && !subject.contains("diplomatic");
        let (Some(n), Some(time)) = (number(fact), fact.time.as_deref().and_then(year)) else {
            continue;
        };
        if of_tie && Decimal::from(time - since) != n {
            let message = format!("{time} is not {n} years after {since}");
            let spans = vec![tie.evidence.clone(), fact.evidence.clone()];
            all.push(warning(WarningCode::AnniversaryMismatch, message, spans));
        }
    }
}

/// "Astana (previously known as Astana)": find and replace has been at work.
fn aliases(record: &Record, all: &mut Vec<Warning>) {
    let city = record.city.as_ref().map(|c| c.name.as_str());
    for fact in record.facts.iter().filter(|f| f.property == "alias") {
        let named = fact.subject.as_deref().or(city.filter(|_| is_city(fact)));
        if let Some(name) = text(fact).filter(|name| Some(*name) == named) {
            let message = format!("another name of {name} is the name itself");
            all.push(warning(WarningCode::AliasEqualsName, message, vec![fact.evidence.clone()]));
        }
    }
}

/// Groups in an assembly that have more seats than it, said in one sentence.
fn parts(record: &Record, sentences: &[usize], all: &mut Vec<Warning>) {
    let sentence = |f: &Fact| sentences.partition_point(|start| *start <= f.evidence.start);
    let held: Vec<&Fact> = record.facts.iter().filter(|f| f.property == "seats_held").collect();
    for whole in record.facts.iter().filter(|f| f.property == "seats") {
        let Some(seats) = number(whole) else { continue };
        let first = held.partition_point(|part| part.evidence.start < whole.evidence.end);
        let after = held.get(first..).unwrap_or_default().iter();
        let parts: Vec<&&Fact> =
            after.take_while(|part| sentence(part) == sentence(whole)).collect();
        let sum: Decimal = parts.iter().filter_map(|part| number(part)).sum();
        if sum > seats {
            let message = format!("the parts have {sum} seats, the whole {seats}");
            let spans = std::iter::once(whole).chain(parts.into_iter().copied());
            let spans = spans.map(|f| f.evidence.clone()).collect();
            all.push(warning(WarningCode::PartsDoNotSum, message, spans));
        }
    }
}

/// What the three sectors of an economy are called: no output, job or firm is of two of them.
const SECTORS: [&[&str]; 3] = [
    &["agriculture", "primary industry", "primary sector"],
    &["industry", "secondary industry", "secondary sector"],
    &["service sector", "services", "services sector", "tertiary industry", "tertiary sector"],
];

/// Percent that rounding and "about" may add to a whole.
const ROUNDED: Decimal = Decimal::from_parts(102, 0, 0, false, 0);

/// Shares of the sectors in one whole, said in one sentence, that are more than it.
fn sectors(record: &Record, sentences: &[usize], all: &mut Vec<Warning>) {
    let sentence = |f: &Fact| sentences.partition_point(|start| *start <= f.evidence.start);
    let sector = |f: &Fact| {
        let subject = f.subject.as_deref()?.to_lowercase();
        let name = subject.strip_prefix("the ").unwrap_or(&subject);
        SECTORS.iter().position(|names| names.contains(&name))
    };
    let shares: Vec<(usize, &Fact)> = (record.facts.iter())
        .filter(|f| f.property == "share" && f.of.is_some())
        .filter(|f| !matches!(f.qualifier, Some(Qualifier::LessThan | Qualifier::AtMost)))
        .filter_map(|f| sector(f).map(|sector| (sector, f)))
        .collect();
    let one_whole = |(a, first): &(usize, &Fact), (b, next): &(usize, &Fact)| {
        a != b
            && sentence(first) == sentence(next)
            && (&first.of, &first.time) == (&next.of, &next.time)
    };
    for parts in shares.chunk_by(one_whole) {
        let sum: Decimal = parts.iter().filter_map(|(_, part)| number(part)).sum();
        let times = |sector: usize| parts.iter().filter(|(other, _)| *other == sector).count();
        if parts.iter().all(|(sector, _)| times(*sector) == 1) && sum > ROUNDED {
            let message = format!("the parts are {} percent of the whole", sum.normalize());
            let spans = parts.iter().map(|(_, part)| part.evidence.clone()).collect();
            all.push(warning(WarningCode::PartsDoNotSum, message, spans));
        }
    }
}

/// Dates of what has happened: plans may lie ahead.
const PAST: &[&str] = &[
    "took_office",
    "elected",
    "reelected",
    "founded",
    "sister_city_since",
    "agreement",
    "exchanges_since",
];

fn future(record: &Record, all: &mut Vec<Warning>) {
    let Some(published) = record.bulletin.published.as_deref() else { return };
    let Some(last) = edtf::ends(published).1 else { return };
    for fact in record.facts.iter().filter(|f| PAST.contains(&f.property.as_str())) {
        let Some(date) = text(fact) else { continue };
        if edtf::ends(date).0.is_some_and(|first| first > last) {
            let message = format!("{date} lies after the bulletin's date, {published}");
            all.push(warning(
                WarningCode::DateAfterPublication,
                message,
                vec![fact.evidence.clone()],
            ));
        }
    }
}

/// Properties of which one thing has one value at one time.
const SINGLE: &[&str] = &["area", "population", "elevation", "seats", "sister_city_since"];

/// Values of one property, subject and time that differ: each is held against the first that the section gives.
fn conflicts(record: &Record, all: &mut Vec<Warning>) {
    let mut first: FxHashMap<[Option<&str>; 5], &Fact> = FxHashMap::default();
    let single = record.facts.iter().filter(|f| SINGLE.contains(&f.property.as_str()));
    for later in single.filter(|f| f.subject.is_some()) {
        let key = [
            Some(later.property.as_str()),
            later.subject.as_deref(),
            later.of.as_deref(),
            later.time.as_deref(),
            Some(later.section.as_str()),
        ];
        let earlier = *first.entry(key).or_insert(later);
        if differ(earlier, later) {
            let message = format!(
                "two values of {}: `{}` and `{}`",
                later.property, earlier.evidence.text, later.evidence.text
            );
            let spans = vec![earlier.evidence.clone(), later.evidence.clone()];
            all.push(warning(WarningCode::ConflictingValues, message, spans));
        }
    }
}

/// Whether two values cannot both be right: neither is loose, and neither is the other, more precisely.
fn differ(a: &Fact, b: &Fact) -> bool {
    if a.qualifier.is_some() || b.qualifier.is_some() {
        return false;
    }
    match (text(a), text(b)) {
        (Some(a), Some(b)) => !a.starts_with(b) && !b.starts_with(a),
        _ => a.value != b.value,
    }
}

/// Properties that say nothing without their subject.
const SPEAKING: &[&str] = &[
    "area",
    "density",
    "elected",
    "elevation",
    "founded",
    "growth",
    "office_holder",
    "population",
    "reelected",
    "seats",
    "seats_held",
    "term",
    "term_ends",
    "took_office",
];

fn subjects(record: &Record, all: &mut Vec<Warning>) {
    for fact in record
        .facts
        .iter()
        .filter(|f| f.subject.is_none() && SPEAKING.contains(&f.property.as_str()))
    {
        let message =
            format!("what `{}` ({}) is said of is not clear", fact.evidence.text, fact.property);
        all.push(warning(WarningCode::UnresolvedSubject, message, vec![fact.evidence.clone()]));
    }
}
