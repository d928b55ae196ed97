//! The top: what bulletin it is, and what a table would have of it.

use std::fmt;

use crate::record::{City, Number, Record};

use super::style::{DIM, DOUBT, PLAIN, PROPERTY, TITLE, VALUE, WRONG};
use super::wrap::{Layout, Styled};
use super::{Explanation, value};

/// Columns of the names of fields.
const FIELD: usize = 20;

/// Writes the head; its first line alone where only a part is wanted.
pub(super) fn write(page: &Explanation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let record = page.record;
    let mut title = Styled::default();
    title.push(TITLE, &record.id).push(PLAIN, " · ");
    match &record.city {
        Some(city) => title.push(TITLE, &city.name).push(PLAIN, &city_rest(city)),
        None => title.push(WRONG, "no city"),
    };
    title.write(f, Layout { width: page.options.width, first: 0, rest: 2 })?;
    if !page.is_whole() {
        return Ok(());
    }
    field(page, f, "published", &published(record))?;
    if let Some(title) = &record.bulletin.title {
        field(page, f, "title", Styled::default().push(PLAIN, title))?;
    }
    if let Some(partner) = &record.partner {
        field(page, f, "partner", Styled::default().push(PLAIN, &partner.name))?;
    }
    let source = &record.source;
    let kind =
        [&source.path, &source.media_type, &source.encoding, &source.language].map(String::as_str);
    field(page, f, "source", Styled::default().push(PLAIN, &kind.join(", ")))?;
    field(page, f, "found", &found(record))?;
    summary(page, f)
}

fn city_rest(city: &City) -> String {
    let country = city.country.as_ref();
    let code =
        country.and_then(|c| c.code.as_deref()).map_or(String::new(), |code| format!(" ({code})"));
    let country = country.map_or(String::new(), |c| format!(", {}{code}", c.name));
    format!(", {}{country}", value::word(city.kind))
}

fn field(
    page: &Explanation<'_>,
    f: &mut fmt::Formatter<'_>,
    name: &str,
    words: &Styled,
) -> fmt::Result {
    let mut line = Styled::default();
    line.push_raw(DIM, &format!("{name:FIELD$}")).append(words);
    line.write(f, Layout { width: page.options.width, first: 2, rest: 2 + FIELD })
}

fn published(record: &Record) -> Styled {
    let mut words = Styled::default();
    match &record.bulletin.published {
        Some(date) => words.push(PLAIN, date),
        None => words.push(DOUBT, "no date"),
    };
    match &record.bulletin.publisher {
        Some(office) => words.push(PLAIN, ", by ").push(PLAIN, office),
        None => words.push(PLAIN, ", ").push(DOUBT, "no publisher"),
    };
    words
}

fn found(record: &Record) -> Styled {
    let generic = record.facts.iter().filter(|f| is_generic(&f.rule)).count();
    let mut words = Styled::default();
    words.push(PLAIN, &format!("{} facts", record.facts.len()));
    if generic > 0 {
        words.push(DOUBT, &format!(", {generic} of them by generic rules"));
    }
    let unclaimed = record.unclaimed.len();
    words.push(if unclaimed > 0 { WRONG } else { PLAIN }, &format!(", {unclaimed} unclaimed"));
    words.push(PLAIN, &format!(", {} passed over", record.passed_over.len()));
    let warnings = record.warnings.len();
    words.push(if warnings > 0 { DOUBT } else { PLAIN }, &format!(", {warnings} warnings"));
    words
}

/// Whether a rule only takes what the others left.
pub(super) fn is_generic(rule: &str) -> bool {
    rule.starts_with("generic.")
}

fn summary(page: &Explanation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let s = &page.record.summary;
    let number = |n: Option<Number>| n.map(value::number);
    let fields = [
        ("area_km2", number(s.area_km2)),
        ("population", number(s.population)),
        ("elevation_m", number(s.elevation_m)),
        ("capital_of", s.capital_of.clone()),
        ("seats", number(s.seats)),
        ("divisions", number(s.divisions)),
        ("head_of_government", s.head_of_government.clone()),
        ("head_title", s.head_title.clone()),
        ("head_since", s.head_since.clone()),
        ("sister_city_since", s.sister_city_since.clone()),
    ];
    for (name, shown) in fields {
        let Some(shown) = shown else { continue };
        let mut line = Styled::default();
        line.push_raw(PROPERTY, &format!("{name:FIELD$}")).push(VALUE, &shown);
        let fact = page.record.summary_from.get(name);
        if let Some(fact) = fact.and_then(|id| page.record.facts.iter().find(|fact| fact.id == *id))
        {
            line.push(DIM, " «").push(DIM, &fact.evidence.text).push(DIM, "»");
        }
        line.write(f, Layout { width: page.options.width, first: 2, rest: 2 + FIELD })?;
    }
    Ok(())
}
