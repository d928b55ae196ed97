//! Spreads dates over the figures they hold for.

use crate::mention::Shape;
use crate::name::token::Tag;
use crate::rules::frame;
use crate::rules::matcher::Scene;

use super::draft::{Draft, Time};
use super::index::{Dated, Dates};
use super::registry::{self, Timing};

/// Gives the drafts of one sentence their `time`, and turns a date that only says when a value held into a time.
pub fn spread(scene: Scene<'_>, dates: &Dates, drafts: &mut [Draft]) {
    let tokens: Vec<(usize, &Dated)> = scene
        .sentence
        .tokens
        .iter()
        .enumerate()
        .filter_map(|(at, t)| Some((at, dates.of(t.figure()?)?)))
        .collect();
    let givers: Vec<(usize, &Dated)> = tokens
        .into_iter()
        .filter(|(at, d)| gives(scene, d, drafts) && !is_compared(scene, *at))
        .collect();
    for draft in drafts.iter_mut().filter(|d| d.time.is_none()) {
        let takes = match registry::by_name(&draft.property).timing {
            Timing::Changing => !lasting(scene, draft),
            Timing::Happening => true,
            Timing::Lasting => false,
        };
        if !takes {
            continue;
        }
        let anniversary = draft.property == "anniversary";
        let found = nearest(scene, draft.token, &givers);
        let found = found.or_else(|| dates.current().filter(|_| anniversary));
        draft.time = found.map(|dated| {
            let edtf = if anniversary { year_of(&dated.edtf) } else { dated.edtf.clone() };
            Time { edtf, mention: dated.mention }
        });
    }
}

/// "3 percent less than in 2019", "over 2018": what a value is compared with is not its time.
fn is_compared(scene: Scene<'_>, at: usize) -> bool {
    let s = scene.sentence;
    let word = |i: usize, w: &str| {
        s.tokens[i].word != 0 && s.tokens[i].word == scene.lexicon.vocabulary.word(w)
    };
    let before = (at.saturating_sub(2)..at)
        .any(|i| word(i, "than") || word(i, "compared") || word(i, "versus"));
    before
        || at > 0
            && (word(at - 1, "over") || word(at - 1, "with") && at > 1 && word(at - 2, "compared"))
}

fn year_of(edtf: &str) -> String {
    edtf.split(['-', '/']).next().unwrap_or(edtf).to_string()
}

/// Whether a date can be the time of other figures: no beginning that goes on, no founding, no date of an office.
fn gives(_scene: Scene<'_>, dated: &Dated, drafts: &[Draft]) -> bool {
    if matches!(dated.date.shape, Shape::Since | Shape::Until) {
        return false;
    }
    let owner = drafts.iter().find(|d| d.mention == Some(dated.mention));
    owner.is_none_or(|d| {
        matches!(d.property.as_str(), "event" | "agreement" | "elected" | "reelected")
            || d.property == "founded" && d.rule.contains("merge")
            || d.property == "sister_city_since"
    })
}

/// Seats, floors and stations stay what they are, whatever the year.
fn lasting(scene: Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.lexicon.class;
    if draft.property == "quantity" {
        // Sizes last; loads, yields and flows change.
        return matches!(draft.unit, Some("m" | "km" | "mm" | "km2" | "Cel" | "m2"))
            || draft.of.as_deref() == Some("weight");
    }
    let Some(noun) = scene.sentence.noun_at(draft.token + 1) else { return false };
    draft.property == "count" && scene.sentence.classes_of(noun) & c.lasting != 0
}

/// The date that holds for the figure at `token`: in its clause, else the last before it in the sentence.
fn nearest<'d>(scene: Scene<'_>, token: usize, givers: &[(usize, &'d Dated)]) -> Option<&'d Dated> {
    let s = scene.sentence;
    let clause = s.clause_at(token)?;
    let verb = s.clauses[clause].verb;
    // A date of the figure's own verb is nearer than any other: "In 2021, the exchange, reopened in 1991, recorded …".
    let foreign = |at: usize| frame::govern(scene, at).is_some_and(|g| Some(g.verb) != verb);
    let inside = givers
        .iter()
        .filter(|(at, _)| s.clause_at(*at) == Some(clause) || !foreign(*at))
        .min_by_key(|(at, _)| (foreign(*at), at.abs_diff(token)));
    let before = || {
        let earlier = || givers.iter().rev().filter(|(at, _)| *at < token);
        earlier().find(|(at, _)| !subordinate(scene, *at)).or_else(|| earlier().next())
    };
    // "served 35 million passengers and handled 741,000 tons in 2019": the date at the end of a coordination.
    let subject = s.clauses[clause].subject;
    let after = || {
        givers.iter().find(|(at, _)| {
            *at > token
                && s.clause_at(*at)
                    .is_some_and(|c| c == clause + 1 && s.clauses[c].subject == subject)
                && !s.tokens[token..*at].iter().any(|t| t.is_sign(';'))
        })
    };
    inside.or_else(before).or_else(after).map(|(_, d)| *d)
}

/// Whether a date stands in a relative clause or with a participle.
fn subordinate(scene: Scene<'_>, at: usize) -> bool {
    let s = scene.sentence;
    let Some(governed) = frame::govern(scene, at) else { return false };
    let participle = s.tokens[governed.verb].tag == Tag::Participle;
    let clause = s.clause_at(at).map(|i| s.clauses[i]);
    participle
        || clause
            .is_some_and(|c| (c.start..c.end.min(c.start + 3)).any(|i| s.tokens[i].tag == Tag::Rel))
}
