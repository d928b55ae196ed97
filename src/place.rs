//! Which city a bulletin is about, and which of its words are places: known before any sentence is read.

mod opening;

use rustc_hash::FxHashSet;

use crate::document::{Document, Section, in_small_letters};
use crate::fact::subject::City;
use crate::lexicon::{cities, countries, regions};
use crate::name::Known;
use crate::span::Span;

pub(crate) use opening::first_name;

/// What is known of the names of a bulletin.
#[derive(Debug, Default)]
pub struct Gazette<'t> {
    /// The city, its partner, and their spellings.
    pub city: City,
    capitalized: FxHashSet<&'t str>,
}

impl Known for Gazette<'_> {
    fn is_place(&self, name: &str) -> bool {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        self.city.is_named(name)
            || self.city.partner.as_deref() == Some(name)
            || countries::by_name(name).is_some()
            || cities::country_of(name).is_some()
            || regions::country_of(name).is_some()
    }

    fn is_capitalized(&self, word: &str) -> bool {
        self.capitalized.contains(word)
    }
}

/// Reads what the bulletin's head and body say of its city.
pub fn identify<'t>(text: &'t str, document: &Document) -> Gazette<'t> {
    let capitalized = capitalized(text, document);
    let partner = partner(document);
    let opening = first_sentence(document).map_or("", |s| s.of(text));
    let subject = first_name(opening).filter(|name| may_be_city(name));
    let title = document.head.city.clone();
    let name = match (&title, &subject) {
        (Some(title), Some(subject)) => of_both(title, subject, text),
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => beside_partner(text, document, partner.as_deref()).unwrap_or_default(),
    };
    let mut others: Vec<String> = subject.into_iter().chain(title).collect();
    others.extend(document.head.other_names().map(str::to_string));
    if !name.is_empty() {
        others.extend([format!("{name} City"), format!("City of {name}")]);
    }
    others.extend(short_names(opening));
    others.retain(|other| *other != name);
    others.dedup();
    let kinds = kinds(opening, &name);
    Gazette { city: City { name, others, partner, kinds }, capitalized }
}

/// Short names that brackets of the first sentence give the place: "(hereinafter referred to as Rio)", "(NSW)".
fn short_names(opening: &str) -> Vec<String> {
    let mut names = Vec::new();
    for bracket in opening.split('(').skip(1).filter_map(|rest| rest.split(')').next()) {
        let acronym =
            (2..=6).contains(&bracket.len()) && bracket.chars().all(|c| c.is_ascii_uppercase());
        let said = bracket.split("referred to as ").nth(1).or(acronym.then_some(bracket));
        let name = said.map(|n| n.trim_matches(|c: char| !c.is_alphanumeric()));
        names.extend(name.filter(|n| n.starts_with(char::is_uppercase)).map(str::to_owned));
    }
    names
}

/// Words that the body writes with a capital inside a sentence.
fn capitalized<'t>(text: &'t str, document: &Document) -> FxHashSet<&'t str> {
    let mut words = FxHashSet::default();
    for sentence in sentences(document) {
        let mut after_word = false;
        for word in sentence.of(text).split_whitespace() {
            // Most words are in small letters.
            if after_word && !word.starts_with(|c: char| c.is_ascii_lowercase()) {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                let bare =
                    bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
                if bare.starts_with(char::is_uppercase) && !word.starts_with(['"', '“']) {
                    words.insert(bare);
                }
            }
            after_word = !word.ends_with([':', '.']);
        }
    }
    words
}

fn sentences(document: &Document) -> impl Iterator<Item = Span> + '_ {
    document.sections.iter().flat_map(|s| &s.paragraphs).flat_map(|p| p.sentences.iter().copied())
}

/// The first sentence of the overview, else of the body; labels with their values are none.
fn first_sentence(document: &Document) -> Option<Span> {
    let overview = document.sections.iter().find(|s| s.key == "overview");
    let prose = |s: &Section| {
        s.paragraphs.iter().find(|p| p.label.is_none()).and_then(|p| p.sentences.first().copied())
    };
    overview.and_then(prose).or_else(|| document.sections.iter().find_map(prose))
}

/// A country's name is no city's, unless a city bears it too.
fn may_be_city(name: &str) -> bool {
    countries::by_name(name).is_none() || cities::country_of(name).is_some()
}

/// The name of a city that the title and the body's first sentence give in two ways.
fn of_both(title: &str, subject: &str, text: &str) -> String {
    let adds = subject.strip_prefix(title).and_then(|rest| rest.strip_prefix(' '));
    // "Washington D.C." under "Washington" is the name in full; "Berg Province" under "Berg" is another place.
    let fuller = adds.is_some_and(|rest| !is_kind_of_place(rest));
    // "Commonwealth of Alba" names Alba.
    let office = title.strip_suffix(subject).is_some_and(|lead| lead.ends_with(" of "));
    let unheard = !text.contains(title) || title.is_empty();
    let in_body = office || unheard;
    if fuller || in_body { subject.to_string() } else { title.to_string() }
}

fn is_kind_of_place(words: &str) -> bool {
    matches!(
        words,
        "City"
            | "Province"
            | "State"
            | "Region"
            | "Prefecture"
            | "County"
            | "District"
            | "Territory"
            | "Municipality"
            | "Governorate"
            | "Department"
            | "Metropolitan Area"
            | "Metropolitan Municipality"
            | "Metropolitan Region"
            | "Metropolitan City"
    )
}

/// The name that stands with the partner's in the relations: "Beijing and Alba became sister cities".
fn beside_partner(text: &str, document: &Document, partner: Option<&str>) -> Option<String> {
    let partner = partner?;
    let relations = document.sections.iter().rev().find(|s| s.key == "relations")?;
    let words = relations.span.of(text);
    let after = words.split(&format!("{partner} and ")).skip(1).find_map(first_name);
    let before = || {
        let end = words.find(&format!(" and {partner}"))?;
        let start = words
            .get(..end)?
            .rfind(|c: char| c.is_lowercase() && !c.is_alphanumeric())
            .unwrap_or(0);
        let run = words.get(start..end)?.rsplit(['.', ',', '\n']).next()?;
        first_name(run.trim())
    };
    after.or_else(before).filter(|name| name != partner && may_be_city(name))
}

/// Kinds of administrative units that a bulletin may be about.
const KINDS: [&str; 12] = [
    "province",
    "state",
    "region",
    "county",
    "prefecture",
    "territory",
    "district",
    "department",
    "governorate",
    "oblast",
    "canton",
    "emirate",
];

/// The kinds that the name or the first sentence gives the place: "X is a state in the north of …".
fn kinds(sentence: &str, name: &str) -> Vec<String> {
    let lower = sentence.to_lowercase();
    let heads: Vec<&str> =
        lower.split([',', '.', ';', '(']).take(3).filter_map(predicate_head).collect();
    let named = name.to_lowercase();
    let is = |kind: &str| {
        named.split(' ').any(|w| w == kind)
            || heads.contains(&kind)
            || lower
                .strip_prefix("the ")
                .and_then(|rest| rest.strip_prefix(kind))
                .is_some_and(|rest| rest.starts_with(" of "))
    };
    KINDS.iter().filter(|kind| is(kind)).map(|kind| (*kind).to_string()).collect()
}

/// The last word of what a part of a sentence says something is: the "state" of "x is a state in the north".
fn predicate_head(part: &str) -> Option<&str> {
    let phrase = part.trim();
    let is = phrase.find(" is ").map_or(phrase, |at| phrase.get(at + 4..).unwrap_or(""));
    if !["a ", "an ", "the "].iter().any(|a| is.starts_with(a)) {
        return None;
    }
    let head = is.split(" in ").next()?.split(" of ").next()?;
    head.split(" and ").next()?.split(' ').next_back()
}

/// The office's own city: from "Relations with Beijing", else from the publisher's name.
fn partner(document: &Document) -> Option<String> {
    let heading = document.sections.iter().rev().find_map(|s| s.partner.as_deref());
    let heading = heading.map(|name| in_small_letters(name).into_owned());
    heading.or_else(|| document.head.publisher.as_deref().and_then(of_publisher))
}

/// The city in an office's name: one of the tables, else what stands before "Municipal" or the office's task.
fn of_publisher(publisher: &str) -> Option<String> {
    let words: Vec<&str> = publisher
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .map(|word| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word))
        .filter(|word| !word.is_empty())
        .collect();
    let mut windows = (1..=3).rev().flat_map(|n| words.windows(n).map(|w| w.join(" ")));
    let known =
        |name: &String| cities::country_of(name).is_some() || regions::country_of(name).is_some();
    windows.find(known).or_else(|| {
        let task = [
            "Municipal",
            "Municipality",
            "City",
            "Metropolitan",
            "Provincial",
            "Foreign",
            "International",
        ];
        let before = words.iter().zip(words.iter().skip(1)).filter(|(_, next)| task.contains(next));
        let mut names =
            before.map(|(name, _)| *name).filter(|name| name.starts_with(char::is_uppercase));
        names
            .find(|name| !matches!(*name, "The" | "General" | "Office" | "People"))
            .map(str::to_string)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Text;
    use crate::document::divide;
    use crate::lexicon::abbreviations::Abbreviations;

    #[track_caller]
    fn check(text: &str, name: &str, partner: &str) {
        let source = Text { text: text.to_string(), ..Text::default() };
        let document = divide(&source, &Abbreviations::english());
        let city = identify(text, &document).city;
        assert_eq!(
            (city.name.as_str(), city.partner.as_deref().unwrap_or("")),
            (name, partner),
            "{text}"
        );
    }

    #[test]
    fn names_of_title_and_body() {
        check(
            "Alba\n\n[Overview] Alba D.C. is old.\n[Relations with Beijing] It has some.",
            "Alba D.C.",
            "Beijing",
        );
        check(
            "Alba, Spain\n\n[Overview] Alba Province is old and Alba is its capital.",
            "Alba",
            "",
        );
        check("Commonwealth of Alba (Spain)\n\n[Overview] Alba is old.", "Alba", "");
        check(
            "Foreign Affairs Office of Foo Municipality\n\n[Overview] It is old.\n[Relations] Foo and Alba are friends.",
            "Alba",
            "Foo",
        );
        check(
            "Wuhan Foreign Affairs Office\n\n[Overview] Located in Spain, Alba City lies by the sea.",
            "Alba City",
            "Wuhan",
        );
        check("[Overview] It is old.\n[RELATIONS WITH BEIJING] Beijing is old too.", "", "Beijing");
    }
}
