//! The country of a city, and what kind of place it is.

use crate::document::Document;
use crate::lexicon::{cities, countries, regions};
use crate::record::{City, CityKind, Country, Fact, Value};
use crate::span::Span;

use super::Parts;

/// A city with its country from the tables, where none is given.
pub(super) fn city(name: &str, country: Option<Country>) -> City {
    let known = || {
        let code = cities::country_of(name).or_else(|| regions::country_of(name))?;
        Some(named(code))
    };
    let country = country.or_else(known);
    City { name: name.to_string(), kind: CityKind::City, country, names: Vec::new(), geonames_id: None }
}

fn named(code: &str) -> Country {
    let name = countries::by_code(code).map_or(code, |c| c.name);
    Country { name: name.to_string(), code: Some(code.to_string()) }
}

/// The country that the bulletin itself gives: in its title, as what the city is capital of, or first in the overview.
pub(super) fn of_bulletin(parts: Parts<'_>, facts: &[Fact]) -> Option<Country> {
    let printed = |name: &str| {
        countries::by_name(name)
            .map(|c| Country { name: bare(name).to_string(), code: Some(c.code.to_string()) })
    };
    let head = parts.document.head.country.as_deref().and_then(printed);
    let capital = || {
        facts.iter().filter(|f| f.property == "capital_of").find_map(|f| match &f.value {
            Value::Text(t) => printed(t),
            _ => None,
        })
    };
    let table = || {
        let name = &parts.gazette.city.name;
        cities::country_of(name).or_else(|| regions::country_of(name))
    };
    head.or_else(capital).or_else(|| {
        let mentioned = mentioned(parts);
        match (table(), mentioned) {
            // The tables know the city: the country as the bulletin prints it, if it does.
            (Some(code), all) => {
                let found = all.into_iter().find(|c| c.code.as_deref() == Some(code));
                Some(found.unwrap_or_else(|| named(code)))
            }
            (None, all) => all.into_iter().next(),
        }
    })
}

fn bare(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// Countries and regions named in the first paragraphs of the body, in order.
fn mentioned(parts: Parts<'_>) -> Vec<Country> {
    let text = &parts.source.text;
    let first = parts.document.sections.iter().flat_map(|s| &s.paragraphs).take(3);
    let mut found = Vec::new();
    for paragraph in first {
        let span: Span = paragraph.span;
        for (at, _) in words(span.of(text)) {
            let Some(rest) = span.of(text).get(at..) else { continue };
            if let Some((country, len)) = countries::at(rest) {
                let name = rest.get(..len).unwrap_or(country.name);
                found.push(Country { name: bare(name).to_string(), code: Some(country.code.to_string()) });
            } else if let Some(code) = region_at(rest) {
                found.push(named(code));
            }
        }
    }
    found
}

/// A region's name of one to three words at the start of `rest`.
fn region_at(rest: &str) -> Option<&'static str> {
    let ends: Vec<usize> = rest
        .char_indices()
        .filter(|(_, c)| !c.is_alphanumeric() && !matches!(c, '-' | '\''))
        .map(|(i, _)| i)
        .take(3)
        .collect();
    ends.iter().rev().find_map(|end| regions::country_of(rest.get(..*end)?))
}

/// Starts of capitalized words.
fn words(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut before = ' ';
    text.char_indices().filter(move |(_, c)| {
        let starts = c.is_uppercase() && !before.is_alphanumeric();
        before = *c;
        starts
    })
}

/// City, province, state, …: from the name itself and from how the body speaks of it.
pub(super) fn kind(name: &str, text: &str, document: &Document) -> CityKind {
    let first = document.sections.first().and_then(|s| s.paragraphs.first());
    let opening = first.map_or("", |p| p.span.of(text));
    let opening: String = opening.chars().take(300).collect();
    let opening = opening.to_lowercase();
    let name_lower = name.to_lowercase();
    for (word, kind) in [
        ("province", CityKind::Province),
        ("state", CityKind::State),
        ("region", CityKind::Region),
        ("territory", CityKind::Territory),
        ("district", CityKind::District),
    ] {
        let named = name_lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == word);
        let said = opening.contains(&format!("the {word} of {name_lower}"))
            || opening.contains(&format!("{name_lower} {word}"))
            || [" is a ", " is an ", " is the "].iter().any(|is| {
                let lead = format!("{name_lower}{is}");
                opening.find(&lead).and_then(|at| opening.get(at + lead.len()..)).is_some_and(|rest| {
                    let head: String = rest.chars().take_while(|c| !matches!(c, ',' | '.')).collect();
                    let head = head.split(" of ").next().unwrap_or("").split(" in ").next().unwrap_or("").to_string();
                    head.split_whitespace().last() == Some(word)
                })
            });
        if named || said {
            return kind;
        }
    }
    CityKind::City
}
