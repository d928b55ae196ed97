//! Dates that are no events: those that only say when a value held, when an anniversary was kept, or in which year a
//! nearer date lies.

use crate::mention::{Date, Shape, Year};
use crate::name::token::Tag;
use crate::rules::frame;
use crate::rules::matcher::Scene;

use super::Bound;
use super::draft::{Claim, Draft};
use super::index::Dates;
use super::scope::Class;

/// Verbs of values that hold or are counted over a year: "had a population of", "handled 13 million passengers".
const HOLDING: &[&str] = &[
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
const KEEPING: &[&str] = &["mark", "celebrate", "commemorate", "observe"];

/// Properties of values that hold at a date.
const HELD: [&str; 9] =
    ["population", "density", "money", "share", "growth", "count", "quantity", "length", "rank"];

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
    if draft.property == "quantity" && draft.unit.as_deref() == Some("t") {
        return true;
    }
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
    let timed: Vec<&Draft> = drafts
        .iter()
        .filter(|d| d.time.as_ref().is_some_and(|t| Some(t.mention) == event.mention))
        .collect();
    if !happening && only_dates(scene, event.token, &dated.date, section, &timed) {
        return true;
    }
    let other = matches!(dated.date.shape, Shape::Since | Shape::Until)
        || dated.edtf.starts_with("XXXX")
        || super::index::modifies_name(scene, event.token);
    if other || happening || is_subordinate(scene, event.token) {
        return false;
    }
    let clause = |t: usize| scene.sentence.clause_at(t);
    let beside = |d: &Draft| clause(d.token) == clause(event.token);
    let verb = frame::govern(scene, event.token).map(|g| scene.sentence.tokens[g.verb].word);
    let is = |verbs: &[&str]| verb.is_some_and(|w| scene.lexicon.is_form_of_any(w, verbs));
    // "its GDP reached …, and its GDP per capita was …": another verb of the same kind.
    let holds = |d: &Draft| {
        let verb = scene.sentence.clause_of(d.token).and_then(|c| c.verb);
        verb.is_some_and(|v| scene.lexicon.is_form_of_any(scene.sentence.tokens[v].word, HOLDING))
    };
    // "GDP (2019): €123 billion": a label and its value.
    let labelled = scene.sentence.tokens.iter().any(|t| t.is_sign(':'))
        && !scene.sentence.tokens.iter().any(|t| t.tag == Tag::Verb);
    let held = !timed.is_empty()
        && (is(HOLDING) || labelled)
        && timed.iter().all(|d| HELD.contains(&d.property.as_str()) && (beside(d) || holds(d)))
        && (section != "relations" || timed.iter().all(|d| d.property != "count"))
        // "in the 14th century the third largest city" tells of an age, "in 2019" of a list.
        && (is_exact(&dated.date) || timed.iter().all(|d| d.property != "rank"));
    let kept =
        !timed.is_empty() && is(KEEPING) && timed.iter().all(|d| d.property == "anniversary");
    let nearer = is_year(&dated.date)
        && drafts.iter().any(|d| {
            d.context.is_some_and(|c| c == event.evidence)
                && d.property != "took_office"
                && beside(d)
        });
    held || kept || nearer && timed.iter().all(|d| d.property == "anniversary")
}

/// Whether the date at a token only says when figures held, whatever the verb: "(2020)" behind one, "as of October 1,
/// 2020", "the 2017 census", a year whose visitors or cargo are told.
fn only_dates(scene: Scene<'_>, at: usize, date: &Date, section: &str, timed: &[&Draft]) -> bool {
    let tokens = &scene.sentence.tokens;
    let lexicon = scene.lexicon;
    let is = |i: Option<usize>, words: &[&str]| {
        i.and_then(|i| tokens.get(i)).is_some_and(|t| lexicon.is_form_of_any(t.word, words))
    };
    let sign =
        |i: Option<usize>, sign| i.and_then(|i| tokens.get(i)).is_some_and(|t| t.is_sign(sign));
    let bracketed = sign(at.checked_sub(1), '(') && sign(Some(at + 1), ')');
    let as_of = is(at.checked_sub(1), &["of", "at"]) && is(at.checked_sub(2), &["as"]);
    let census = is(Some(at + 1), &["census", "survey", "estimate"]);
    let held = |d: &Draft| HELD.contains(&d.property.as_str());
    let yearly = is_year(date)
        && section != "relations"
        && timed.iter().any(|d| flows(d))
        && timed.iter().all(|d| held(d) && (d.of.is_none() || flows(d)));
    yearly || (bracketed || as_of || census) && timed.iter().any(|d| held(d))
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

/// A year, month or day that is known to the year.
fn is_exact(date: &Date) -> bool {
    date.start.is_some_and(|p| matches!(p.year, Year::Exact(_)))
}

/// A year alone.
fn is_year(date: &Date) -> bool {
    date.end.is_none() && date.start.is_some_and(|p| p.month.is_none() && p.day.is_none())
}
