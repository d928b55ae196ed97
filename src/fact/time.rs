//! Spreads dates over the figures they hold for.

use crate::mention::Shape;
use crate::name::token::Tag;
use crate::rules::frame;
use crate::rules::matcher::Scene;

use super::draft::{Draft, Time};
use super::index::{Dated, Dates};
use super::registry::{self, Timing};

/// A date that can be the time of figures.
struct Giver<'d> {
    /// Its token.
    at: usize,
    date: &'d Dated,
    /// The verb that governs it.
    verb: Option<usize>,
    /// Whether it stands in a relative clause or with a participle.
    subordinate: bool,
}

/// Gives the drafts of one sentence their `time`.
pub fn spread(scene: Scene<'_>, dates: &Dates, drafts: &mut [Draft]) {
    if !drafts.iter().any(|d| takes(scene, d)) {
        return;
    }
    let tokens = scene.sentence.tokens.iter().enumerate();
    let dated = tokens.filter_map(|(at, t)| Some((at, dates.of(t.figure()?)?)));
    let givers: Vec<Giver<'_>> = dated
        .filter(|(at, date)| gives(date, drafts) && !is_compared(scene, *at))
        .map(|(at, date)| giver(scene, at, date))
        .collect();
    for draft in drafts.iter_mut().filter(|d| takes(scene, d)) {
        let anniversary = draft.property == "anniversary";
        let found =
            nearest(scene, draft.token, &givers).filter(|d| !has_own(scene, dates, draft, d));
        let found = found.or_else(|| dates.current().filter(|_| anniversary));
        draft.time = found.map(|dated| {
            let edtf = if anniversary { year_of(&dated.edtf) } else { dated.edtf.clone() };
            Time { edtf, mention: dated.mention }
        });
    }
}

/// "stood at 112,000 in 1939 and has been about 245,000 since 2015": a beginning of its own keeps the date of another
/// clause away.
fn has_own(scene: Scene<'_>, dates: &Dates, draft: &Draft, other: &Dated) -> bool {
    let s = scene.sentence;
    let Some(clause) = s.clause_at(draft.token) else { return false };
    let apart = s.token_of(other.mention).and_then(|at| s.clause_at(at)) != Some(clause);
    let open = |at: usize| {
        let dated = s.tokens[at].figure().and_then(|m| dates.of(m));
        dated.is_some_and(|d| matches!(d.date.shape, Shape::Since | Shape::Until))
    };
    apart && (s.clauses[clause].start..s.clauses[clause].end).any(open)
}

/// Whether a draft lacks a time that a date beside it may give.
fn takes(scene: Scene<'_>, draft: &Draft) -> bool {
    draft.time.is_none()
        && match registry::by_name(&draft.property).timing {
            Timing::Changing => !lasting(scene, draft),
            Timing::Happening => true,
            Timing::Lasting => false,
        }
}

/// "3 percent less than in 2019", "over 2018": what a value is compared with is not its time.
pub(super) fn is_compared(scene: Scene<'_>, at: usize) -> bool {
    let lexicon = scene.lexicon;
    let word = |back: usize| at.checked_sub(back).map_or(0, |i| scene.sentence.tokens[i].word);
    (1..=2).any(|back| lexicon.comparing.contains(&word(back)) && word(back) != 0)
        || word(1) == lexicon.over
        // "an increase of 7.7 percent from 2010", "up 9.8% on 2018"
        || (word(1) == lexicon.from || word(1) == lexicon.on)
            && at >= 2
            && scene.figures_at(at - 2) & crate::rules::figure::PERCENT != 0
        || word(1) == lexicon.with && word(2) == lexicon.compared
}

fn year_of(edtf: &str) -> String {
    edtf.split(['-', '/']).next().unwrap_or(edtf).to_string()
}

/// Whether a date can be the time of other figures: no beginning that goes on, no founding, no date of an office.
fn gives(dated: &Dated, drafts: &[Draft]) -> bool {
    if matches!(dated.date.shape, Shape::Since | Shape::Until) {
        return false;
    }
    // "31.6 °C in July": the month of every year belongs to its own figure.
    let own = |d: &Draft| {
        let time = d.time.as_ref();
        time.is_some_and(|t| t.mention == dated.mention && t.edtf.starts_with("XXXX-"))
    };
    if drafts.iter().any(own) {
        return false;
    }
    let owner = drafts.iter().find(|d| d.mention == Some(dated.mention));
    owner.is_none_or(|d| {
        matches!(
            d.property.as_str(),
            "event" | "agreement" | "elected" | "reelected" | "sister_city_since"
        )
    })
}

/// Seats, floors and stations stay what they are, whatever the year.
fn lasting(scene: Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.lexicon.class;
    if draft.property == "quantity" {
        // Sizes last; loads, yields and flows change.
        return matches!(draft.unit.as_deref(), Some("m" | "km" | "mm" | "km2" | "Cel" | "m2"))
            || draft.of.as_deref() == Some("weight");
    }
    let Some(noun) = scene.sentence.noun_at(draft.token + 1) else { return false };
    draft.property == "count" && scene.sentence.classes_of(noun) & c.lasting != 0
}

/// The date that holds for the figure at `token`: its own verb's or clause's, else the last before it in the sentence,
/// else the one that ends its coordination.
fn nearest<'d>(scene: Scene<'_>, token: usize, givers: &[Giver<'d>]) -> Option<&'d Dated> {
    let s = scene.sentence;
    let clause = s.clause_at(token)?;
    let verb = s.clauses[clause].verb;
    // A date of the figure's own verb is nearer than any other: "In 2021, the exchange, reopened in 1991, recorded …".
    let foreign = |g: &Giver<'_>| g.verb.is_some_and(|v| Some(v) != verb);
    let inside = givers
        .iter()
        .filter(|g| s.clause_at(g.at) == Some(clause) || !foreign(g))
        .min_by_key(|g| (foreign(g), g.at.abs_diff(token)));
    let before = || {
        let earlier = || givers.iter().rev().filter(|g| g.at < token);
        earlier().find(|g| !g.subordinate).or_else(|| earlier().next())
    };
    // "served 35 million passengers and handled 741,000 tons in 2019": the date at the end of a coordination.
    let subject = s.clauses[clause].subject;
    let next = |c: usize| c == clause + 1 && s.clauses[c].subject == subject;
    let after = || {
        givers.iter().find(|g| {
            g.at > token
                && s.clause_at(g.at).is_some_and(next)
                && !s.tokens[token..g.at].iter().any(|t| t.is_sign(';'))
        })
    };
    inside.or_else(before).or_else(after).map(|g| g.date)
}

fn giver<'d>(scene: Scene<'_>, at: usize, date: &'d Dated) -> Giver<'d> {
    let s = scene.sentence;
    let verb = frame::govern(scene, at).map(|g| g.verb);
    let relative = || {
        let clause = s.clause_of(at);
        clause
            .is_some_and(|c| (c.start..c.end.min(c.start + 3)).any(|i| s.tokens[i].tag == Tag::Rel))
    };
    let subordinate = verb.is_some_and(|v| s.tokens[v].tag == Tag::Participle || relative());
    Giver { at, date, verb, subordinate }
}
