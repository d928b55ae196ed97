//! Dates that are no events: those that only say when a value held, when an anniversary was kept, or in which year a
//! nearer date lies.

use crate::mention::{Date, Shape};
use crate::name::token::Tag;
use crate::rules::frame;
use crate::rules::matcher::Scene;

use super::Bound;
use super::draft::{Claim, Draft};
use super::index::Dates;
use super::scope::Class;

/// Verbs of values that hold or are counted over a year: "had a population of", "handled 13 million passengers".
const HOLDING: [&str; 45] = [
    "account",
    "amount",
    "attract",
    "average",
    "be",
    "carry",
    "come",
    "contribute",
    "count",
    "decrease",
    "draw",
    "drop",
    "earn",
    "employ",
    "estimate",
    "exceed",
    "export",
    "fall",
    "generate",
    "grow",
    "handle",
    "have",
    "hit",
    "import",
    "increase",
    "live",
    "number",
    "produce",
    "put",
    "rank",
    "reach",
    "receive",
    "record",
    "register",
    "represent",
    "reside",
    "rise",
    "see",
    "serve",
    "stand",
    "total",
    "transport",
    "use",
    "value",
    "welcome",
];

/// Verbs for keeping an anniversary.
const KEEPING: [&str; 4] = ["mark", "celebrate", "commemorate", "observe"];

/// Properties of values that hold at a date.
const HELD: [&str; 8] =
    ["population", "density", "money", "share", "growth", "count", "quantity", "length"];

/// What is counted over a year.
const FLOWS: [&str; 12] = [
    "visitor",
    "tourist",
    "passenger",
    "guest",
    "arrival",
    "overnight",
    "teu",
    "container",
    "cargo",
    "freight",
    "vehicle",
    "rider",
];

fn flows(draft: &Draft) -> bool {
    let of = draft.of.as_deref().unwrap_or_default().to_lowercase();
    FLOWS.iter().any(|word| of.contains(word))
}

/// Takes the events among the drafts from `from` on whose date only gives a time or a context, and leaves the date to
/// those.
pub fn drop_events(scene: Scene<'_>, dates: &Dates, section: &str, bound: &mut Bound, from: usize) {
    let drafts = &bound.drafts[from..];
    let idle: Vec<usize> = (0..drafts.len())
        .filter(|i| {
            drafts[*i].rule == "generic.event" && is_idle(scene, dates, section, drafts, *i)
        })
        .collect();
    for i in idle.into_iter().rev() {
        let draft = bound.drafts.remove(from + i);
        if let Some(mention) = draft.mention {
            bound.claims[mention] = Claim::Time;
        }
    }
}

fn is_idle(scene: Scene<'_>, dates: &Dates, section: &str, drafts: &[Draft], event: usize) -> bool {
    let event = &drafts[event];
    let Some(dated) = event.mention.and_then(|m| dates.of(m)) else { return false };
    let happening = matches!(
        event.subject.as_ref().and_then(|s| s.class),
        Some(Class::Event | Class::Group | Class::Party)
    );
    let other = matches!(dated.date.shape, Shape::Since | Shape::Until)
        || dated.edtf.starts_with("XXXX")
        || super::index::modifies_name(scene, event.token);
    if other || happening || is_subordinate(scene, event.token) {
        return false;
    }
    let clause = |t: usize| scene.sentence.clause_at(t);
    let beside = |d: &Draft| clause(d.token) == clause(event.token);
    let timed: Vec<&Draft> = drafts
        .iter()
        .filter(|d| d.time.as_ref().is_some_and(|t| Some(t.mention) == event.mention))
        .collect();
    let verb = frame::govern(scene, event.token).map(|g| scene.sentence.tokens[g.verb].word);
    let is =
        |verbs: &[&str]| verb.is_some_and(|w| verbs.iter().any(|v| scene.lexicon.is_form(w, v)));
    // "its GDP reached …, and its GDP per capita was …": another verb of the same kind.
    let holds = |d: &Draft| {
        let verb = scene.sentence.clause_of(d.token).and_then(|c| c.verb);
        verb.is_some_and(|v| {
            HOLDING.iter().any(|h| scene.lexicon.is_form(scene.sentence.tokens[v].word, h))
        })
    };
    // "15.4 million inhabitants (2020)": what a bracket adds to a figure.
    let tokens = &scene.sentence.tokens;
    let bracketed = event.token > 0
        && tokens[event.token - 1].is_sign('(')
        && tokens.get(event.token + 1).is_some_and(|t| t.is_sign(')'));
    // "GDP (2019): €123 billion": a label and its value.
    let labelled = scene.sentence.tokens.iter().any(|t| t.is_sign(':'))
        && !scene.sentence.tokens.iter().any(|t| t.tag == Tag::Verb);
    let held = !timed.is_empty()
        && (is(&HOLDING) || labelled)
        && timed.iter().all(|d| HELD.contains(&d.property.as_str()) && (beside(d) || holds(d)))
        && (section != "relations" || timed.iter().all(|d| d.property != "count"));
    let kept =
        !timed.is_empty() && is(&KEEPING) && timed.iter().all(|d| d.property == "anniversary");
    let nearer = is_year(&dated.date)
        && drafts.iter().any(|d| {
            d.context.is_some_and(|c| c == event.evidence)
                && d.property != "took_office"
                && beside(d)
        });
    // "as of October 1, 2020"
    let word = |back: usize| event.token.checked_sub(back).map(|i| tokens[i].word);
    let as_of = word(1) == Some(scene.lexicon.of)
        && word(2).is_some_and(|w| scene.lexicon.is_form(w, "as"));
    // "In 2019, 15.26 million tourists visited the city": what a year counts is no happening.
    let yearly = is_year(&dated.date)
        && section != "relations"
        && timed.iter().any(|d| flows(d))
        && timed
            .iter()
            .all(|d| HELD.contains(&d.property.as_str()) && (d.of.is_none() || flows(d)));
    let bracketed = bracketed || as_of || yearly;
    let added = bracketed && timed.iter().any(|d| HELD.contains(&d.property.as_str()));
    held || kept || added || nearer && timed.iter().all(|d| d.property == "anniversary")
}

/// "In 2010, when the cities celebrated …, one donated": the nearest verb is not the one that the date is of.
fn is_subordinate(scene: Scene<'_>, date: usize) -> bool {
    let s = scene.sentence;
    let Some(verb) = frame::govern(scene, date).map(|g| g.verb) else { return false };
    let (from, to) = (date.min(verb), date.max(verb));
    s.tokens[from + 1..to].iter().any(|t| {
        matches!(t.tag, Tag::Sub | Tag::Rel) || t.word != 0 && t.is(scene.lexicon.class.sub)
    })
}

/// A year alone.
fn is_year(date: &Date) -> bool {
    date.end.is_none() && date.start.is_some_and(|p| p.month.is_none() && p.day.is_none())
}
