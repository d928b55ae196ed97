//! Which city a bulletin is about, and which of its words are places: known before any sentence is read.

use rustc_hash::FxHashSet;

use crate::document::{Document, Section};
use crate::fact::subject::City;
use crate::lexicon::{cities, countries, regions};
use crate::name::Known;
use crate::span::Span;

/// What is known of the names of a bulletin.
#[derive(Debug, Default)]
pub struct Gazette<'t> {
    /// The city, its partner, and their spellings.
    pub city: City,
    capitalized: FxHashSet<&'t str>,
    places: Vec<String>,
}

impl Known for Gazette<'_> {
    fn is_place(&self, name: &str) -> bool {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        self.city.is_named(name)
            || self.city.partner.as_deref() == Some(name)
            || self.places.iter().any(|p| p == name)
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
    let mut city = City::default();
    let body = first_sentence(document).map_or("", |s| s.of(text));
    let subject = subject_of(body);
    let titled = document.head.city.clone();
    city.name = match (titled, &subject) {
        // The body writes the name in full: "Washington D.C." under the title "Washington".
        (Some(title), Some(s)) if s.starts_with(&title) && !s.contains(" City") => s.clone(),
        (Some(title), _) => title,
        (None, Some(s)) => s.clone(),
        (None, None) => String::new(),
    };
    if let Some(s) = subject.filter(|s| *s != city.name) {
        city.others.push(s);
    }
    if !city.name.is_empty() {
        city.others.push(format!("{} City", city.name));
    }
    city.partner = partner(document);
    city.kinds = kinds(body, &city.name);
    let places = city.others.clone();
    Gazette { city, capitalized, places }
}

/// Words that the body writes with a capital inside a sentence.
fn capitalized<'t>(text: &'t str, document: &Document) -> FxHashSet<&'t str> {
    let mut words = FxHashSet::default();
    for sentence in sentences(document) {
        let mut after_word = false;
        for word in sentence.of(text).split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            if after_word && bare.starts_with(char::is_uppercase) && !word.starts_with(['"', '“']) {
                words.insert(bare);
            }
            after_word = !word.ends_with([':', '.']);
        }
    }
    words
}

fn sentences(document: &Document) -> impl Iterator<Item = Span> + '_ {
    document.sections.iter().flat_map(|s| &s.paragraphs).flat_map(|p| p.sentences.iter().copied())
}

/// The first sentence of the overview, else of the body.
fn first_sentence(document: &Document) -> Option<Span> {
    let overview = document.sections.iter().find(|s| s.key == "overview");
    let prose = |s: &Section| {
        s.paragraphs.iter().find(|p| p.label.is_none()).and_then(|p| p.sentences.first().copied())
    };
    overview.and_then(prose).or_else(|| document.sections.iter().find_map(prose))
}

/// The name that the sentence begins with: the capitalized words before its verb, comma or bracket.
fn subject_of(sentence: &str) -> Option<String> {
    let mut rest = sentence.trim_start();
    for opening in ["The city of ", "The City of ", "The province of ", "The Province of ", "The state of ", "The State of ", "The capital city of ", "The Municipality of ", "The "] {
        if let Some(r) = rest.strip_prefix(opening) {
            rest = r;
            break;
        }
    }
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split_whitespace() {
        let bare = word.trim_end_matches([',', ';', ':']);
        let inner = bare.trim_end_matches(['(', ')', '"', '”']);
        let particle = matches!(inner, "de" | "da" | "do" | "of" | "la" | "le" | "el" | "al" | "del" | "und" | "am");
        if !(inner.starts_with(char::is_uppercase) || particle && !words.is_empty()) || word.starts_with('(') {
            break;
        }
        words.push(inner.strip_suffix("'s").or_else(|| inner.strip_suffix("’s")).unwrap_or(inner));
        if bare != word || inner != bare {
            break;
        }
    }
    while words.last().is_some_and(|w| w.starts_with(char::is_lowercase)) {
        words.pop();
    }
    let name = words.join(" ");
    let common = ["Located", "Situated", "Lying", "Founded", "As", "In", "With", "Its", "It", "At", "On", "This"];
    (!name.is_empty() && !common.contains(&words[0])).then_some(name)
}

/// Kinds of administrative units that a bulletin may be about.
const KINDS: [&str; 12] = [
    "province", "state", "region", "county", "prefecture", "territory", "district", "department", "governorate",
    "oblast", "canton", "emirate",
];

/// The kinds that the name or the first sentence gives the place: "X is a state in the north of …".
fn kinds(sentence: &str, name: &str) -> Vec<String> {
    let lower = sentence.to_lowercase();
    let said = |kind: &str| {
        lower.split([',', '.', ';', '(']).take(3).any(|part| {
            let phrase = part.trim();
            let is = phrase.find(" is ").map_or(phrase, |at| phrase.get(at + 4..).unwrap_or(""));
            let article = ["a ", "an ", "the "].iter().any(|a| is.starts_with(a));
            let head = is.split(" in ").next().unwrap_or("").split(" of ").next().unwrap_or("");
            let head = head.split(" and ").next().unwrap_or("");
            article && head.ends_with(kind) && head.split(' ').next_back() == Some(kind)
        })
    };
    let named = |kind: &str| name.to_lowercase().split(' ').any(|w| w == kind);
    let opened = |kind: &str| lower.starts_with(&format!("the {kind} of "));
    KINDS.iter().filter(|k| named(k) || said(k) || opened(k)).map(|k| (*k).to_string()).collect()
}

/// The office's own city: from "Relations with Beijing", else from the publisher's name.
fn partner(document: &Document) -> Option<String> {
    let heading = document.sections.iter().find_map(|s| s.partner.clone());
    heading.or_else(|| {
        let publisher = document.head.publisher.as_deref()?;
        publisher
            .split(|c: char| !c.is_alphanumeric())
            .find(|w| cities::country_of(w) == Some("CN") || regions::country_of(w) == Some("CN"))
            .map(str::to_owned)
    })
}
