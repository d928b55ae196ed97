//! The country of a city, and what kind of place it is.

use std::cell::LazyCell;

use crate::document::Document;
use crate::lexicon::{cities, countries, regions};
use crate::place;
use crate::record::{City, CityKind, Country, Fact, Value};

use super::Parts;

/// Paragraphs of the body in which a country is looked for: the overview, as a rule.
const OPENING: usize = 3;

/// A city with the country given, else with that of the tables, and its GeoNames number where the two agree.
pub(super) fn city(name: &str, country: Option<Country>) -> City {
    let known = cities::by_name(name);
    let country = country.or_else(|| {
        let code = known.map(|c| c.country).or_else(|| regions::country_of(name))?;
        Some(by_code(code))
    });
    let code = country.as_ref().and_then(|c| c.code.as_deref());
    let geonames_id = known.filter(|c| Some(c.country) == code).map(|c| c.geonames_id);
    City { name: name.to_string(), kind: CityKind::City, country, names: Vec::new(), geonames_id }
}

fn by_code(code: &str) -> Country {
    let name = countries::by_code(code).map_or(code, |c| c.name);
    Country { name: name.to_string(), code: Some(code.to_string()) }
}

/// A country as printed, "the" left off.
fn printed(name: &str) -> Option<Country> {
    let found = countries::by_name(name)?;
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    Some(Country { name: name.to_string(), code: Some(found.code.to_string()) })
}

/// The country that the bulletin gives its city: in its title, as what the city is capital of, or in its opening.
pub(super) fn of_bulletin(parts: Parts<'_>, facts: &[Fact]) -> Option<Country> {
    let city = &parts.gazette.city;
    let table = cities::country_of(&city.name).or_else(|| regions::country_of(&city.name));
    // Most titles and tables agree: then nobody asks.
    let mentions = LazyCell::new(|| mentions(parts));
    let home = city.partner.as_deref().and_then(cities::country_of);
    let spoken = || of_mentions(&mentions, table, home);
    let title = parts
        .document
        .head
        .country
        .as_deref()
        .and_then(|name| printed(name).or_else(|| regions::country_of(name).map(by_code)));
    // "Atlanta, Georgia" names a state as countries are called; then the tables and the body know better.
    let disputed = title.as_ref().is_some_and(|c| {
        let differs = |code: &str| c.code.as_deref() != Some(code);
        table.is_some_and(|code| differs(code) && mentions.iter().any(|m| m.code == code))
    });
    title
        .filter(|_| !disputed)
        .or_else(|| capital(facts))
        .or_else(spoken)
        .or_else(|| table.map(by_code))
}

/// The country that the city is capital of.
fn capital(facts: &[Fact]) -> Option<Country> {
    let own = facts.iter().filter(|f| f.property == "capital_of" && super::is_city(f));
    own.filter_map(|f| match &f.value {
        Value::Text(name) => Some(name),
        _ => None,
    })
    .find_map(|name| printed(name))
}

/// A country spoken of in the opening.
struct Mention<'t> {
    code: &'static str,
    /// As printed, where its name is.
    name: Option<&'t str>,
    /// Whether it says where something is: "in Spain", "of Spain".
    places: bool,
}

/// The tables' country where the opening speaks of it; else the first that says where the city is, by its own name
/// before that of a region or an adjective. The office's own country comes last.
fn of_mentions(
    mentions: &[Mention<'_>],
    table: Option<&str>,
    home: Option<&str>,
) -> Option<Country> {
    let country = |m: &Mention<'_>| m.name.and_then(printed).unwrap_or_else(|| by_code(m.code));
    if let Some(code) = table {
        let own = || mentions.iter().filter(|m| m.code == code);
        return own().find(|m| m.name.is_some()).or_else(|| own().next()).map(country);
    }
    let foreign = || mentions.iter().filter(|m| Some(m.code) != home);
    let best = foreign()
        .find(|m| m.places && m.name.is_some())
        .or_else(|| foreign().find(|m| m.places))
        .or_else(|| foreign().find(|m| m.name.is_some()))
        .or_else(|| foreign().next());
    let best = best.or_else(|| mentions.iter().find(|m| m.places));
    // Its name may stand further on than the region or adjective that gave it away.
    let named = best.and_then(|b| mentions.iter().find(|m| m.code == b.code && m.name.is_some()));
    named.or(best).map(country)
}

/// Countries, regions and adjectives of the opening, in order.
fn mentions(parts: Parts<'_>) -> Vec<Mention<'_>> {
    let text = &parts.source.text;
    let opening = parts.document.sections.iter().flat_map(|s| &s.paragraphs).take(OPENING);
    let mut found = Vec::new();
    for paragraph in opening {
        let words = paragraph.span.of(text);
        let mut before = "";
        let mut skip = 0;
        for (at, word) in words_of(words) {
            let begins = at >= skip && word.starts_with(char::is_uppercase);
            if let Some((mention, end)) = begins.then(|| mention(words, at, before)).flatten() {
                found.push(mention);
                skip = end;
            }
            if !matches!(
                word,
                "the" | "The" | "southern" | "northern" | "eastern" | "western" | "central"
            ) {
                before = word;
            }
        }
    }
    found
}

/// No country has a longer name, in words.
const LONGEST_NAME: usize = 6;

/// The country that the words at byte `at` name, and where they end.
fn mention<'t>(words: &'t str, at: usize, before: &str) -> Option<(Mention<'t>, usize)> {
    let rest = words.get(at..)?;
    let mut ends: Vec<usize> = Vec::with_capacity(LONGEST_NAME);
    for (start, word) in words_of(rest).take(LONGEST_NAME) {
        let apart = ends.last().is_some_and(|end| {
            rest.get(*end..start).is_none_or(|gap| gap.trim() != "" && gap != ".")
        });
        let inside = word.starts_with(char::is_uppercase) || matches!(word, "of" | "and" | "the");
        if apart || !inside {
            break;
        }
        ends.push(start + word.len());
    }
    let places = matches!(before, "in" | "of" | "to" | "across" | "for" | "throughout" | "within");
    ends.iter().rev().find_map(|end| {
        let stop = usize::from(rest.get(*end..).is_some_and(|r| r.starts_with('.')));
        let name = rest.get(..*end)?;
        let dotted = rest.get(..*end + stop)?;
        if let Some(country) = countries::by_name(name).or_else(|| countries::by_name(dotted)) {
            return Some((Mention { code: country.code, name: Some(name), places }, at + end));
        }
        let region = regions::country_of(name).map(|code| Mention { code, name: None, places });
        let adjective = || {
            let code = countries::by_adjective(name)?.code;
            Some(Mention { code, name: None, places: false })
        };
        region.or_else(adjective).map(|mention| (mention, at + end))
    })
}

/// Words with their places; stops inside ("U.S.A") and hyphens belong to them.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> + '_ {
    let divides = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’'));
    let mut next = 0;
    text.split_inclusive(divides).filter_map(move |piece| {
        let at = next;
        next += piece.len();
        let word = piece.trim_end_matches(divides).trim_end_matches(['.', '\'', '’', '-']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        (!word.is_empty()).then_some((at, word))
    })
}

/// Words that say what a place is.
const KINDS: &[(&str, CityKind)] = &[
    ("district", CityKind::District),
    ("prefecture", CityKind::Province),
    ("province", CityKind::Province),
    ("region", CityKind::Region),
    ("state", CityKind::State),
    ("territory", CityKind::Territory),
];

fn kind_of(word: &str) -> Option<CityKind> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    KINDS.iter().find(|(spelling, _)| *spelling == word).map(|(_, kind)| *kind)
}

/// What the city is: by its own name, by how the first sentence about it speaks of it ("The State of X", "X is a
/// state"), by the tables, else a city.
pub(super) fn kind(name: &str, text: &str, document: &Document) -> CityKind {
    if let Some(kind) =
        name.rsplit(' ').next().filter(|_| name.contains([' ', '-'])).and_then(kind_of)
    {
        return kind;
    }
    let sentences = document.sections.iter().flat_map(|s| &s.paragraphs).flat_map(|p| &p.sentences);
    let mut sentences = sentences.map(|s| s.of(text));
    let about =
        sentences.find(|s| place::first_name(s).as_deref().is_some_and(|n| n.starts_with(name)));
    if let Some(kind) = about.and_then(|sentence| said_of(name, sentence)) {
        return kind;
    }
    match regions::by_name(name).filter(|_| cities::by_name(name).is_none()) {
        Some((_, regions::Kind::State)) => CityKind::State,
        Some((_, regions::Kind::Province)) => CityKind::Province,
        Some((_, regions::Kind::Territory)) => CityKind::Territory,
        Some((_, regions::Kind::Region)) => CityKind::Region,
        None => CityKind::City,
    }
}

/// What a sentence that begins with the name says it is.
fn said_of(name: &str, sentence: &str) -> Option<CityKind> {
    let at = sentence.find(name)?;
    // "The State of X", "The Australian state of X"
    let lead = sentence.get(..at)?.strip_suffix(" of ").and_then(|lead| lead.rsplit(' ').next());
    if let Some(kind) = lead.and_then(kind_of) {
        return Some(kind);
    }
    let after = without_brackets(sentence.get(at + name.len()..)?);
    let after = after.trim_start();
    // "X Province lies"
    let next = after.split_whitespace().next().unwrap_or("");
    if let Some(kind) = kind_of(next).filter(|_| next.starts_with(char::is_uppercase)) {
        return Some(kind);
    }
    // "X is a state in the north": the noun before the first preposition or comma.
    let predicate = ["is a ", "is an ", "is the ", "is one of the ", ", a ", ", an ", ", the "]
        .iter()
        .find_map(|is| after.strip_prefix(is))?;
    let mut head = "";
    for word in predicate.split_whitespace() {
        if matches!(word, "in" | "of" | "on" | "at" | "and" | "with" | "that" | "which" | "by") {
            break;
        }
        head = word;
        if word.ends_with([',', '.', ';']) {
            break;
        }
    }
    kind_of(head).or_else(|| kind_of(head.trim_end_matches(['s', ',', '.'])))
}

/// The words outside round brackets, from the first of them on.
fn without_brackets(words: &str) -> String {
    let mut depth = 0usize;
    let outside = words.chars().filter(|c| match c {
        '(' | '（' => {
            depth += 1;
            false
        }
        ')' | '）' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_places() {
        let said = |sentence| said_of("Alba", sentence);
        assert_eq!(said("The State of Alba lies in the north."), Some(CityKind::State));
        assert_eq!(
            said("Alba (full name Alba Land) is a state in the north."),
            Some(CityKind::State)
        );
        assert_eq!(
            said("Alba, an administrative region of Spain, is old."),
            Some(CityKind::Region)
        );
        assert_eq!(said("Alba Prefecture is on the coast."), Some(CityKind::Province));
        assert_eq!(said("Alba is one of the nine provinces of Spain."), Some(CityKind::Province));
        assert_eq!(said("Alba is the capital of the province of Berg."), None);
        assert_eq!(said("Alba is the largest city in the state."), None);
    }

    #[test]
    fn the_first_country_that_places_the_city() {
        let read = |words: &'static str| {
            let found = words_of(words).filter_map(|(at, _)| mention(words, at, "in"));
            found.map(|(m, _)| m.code).collect::<Vec<_>>()
        };
        assert_eq!(read("Republic of Korea"), ["KR", "KR"]);
        assert_eq!(read("U.S.A. and Bavaria"), ["US", "DE"]);
        assert_eq!(read("Finnish towns"), ["FI"]);
    }
}
