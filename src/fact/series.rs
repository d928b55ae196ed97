//! Series: figures of one class in one coordination with a bound one share its property.

use crate::lexicon::vocabulary::Form;
use crate::name::token::{Kind, Tag, Token};

use super::draft::{Claim, Draft};
use super::elided::{self, ELIDED};
use super::ledger::Desk;
use super::respectively;
use super::scope::{Class, Subject};

/// Properties that a coordination hands on.
const SHARED: [&str; 12] = [
    "term",
    "seats_held",
    "founded",
    "event",
    "reelected",
    "agreement",
    "rank",
    "edition",
    "took_office",
    "share",
    "growth",
    "divisions",
];

/// Hands on what the first member of a series has: "holds 31 seats, UDAR 30 and Unity 14".
pub fn extend(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for window in 1..figures.len() {
        let (at, mention) = figures[window];
        let (before_at, before) = figures[window - 1];
        if !desk.is_free(mention) || desk.bound.claims[before] != Claim::Value {
            continue;
        }
        let Some(model) = model(desk, before) else { continue };
        if !same_kind(desk, before, mention) || !coordinated(desk, before_at, at, &model.property) {
            continue;
        }
        if !matches!(model.unit.as_deref(), None | Some("%"))
            || counts_other(desk, at) && model.property == "seats_held"
        {
            continue;
        }
        let rule = model.rule.clone();
        let Some(mut draft) = desk.figure_draft(model.property.clone(), &rule, mention, at) else {
            continue;
        };
        draft.of.clone_from(&model.of);
        if model.property == "divisions" {
            let Some(of) = units(desk, at) else { continue };
            draft.of = Some(of);
        }
        draft.time.clone_from(&model.time);
        draft.subject = member_name(desk, before_at, at, &model);
        if model.property == "divisions" {
            draft.subject.clone_from(&model.subject);
        }
        if draft.property == "reelected" || draft.property == "took_office" {
            draft.subject.clone_from(&model.subject);
        }
        desk.bound.claims[mention] = Claim::Value;
        desk.bound.drafts.push(draft);
    }
}

/// Once every figure has its property: gives bare figures what the series says, each member its own subject, hands `of`
/// back and pairs what "respectively" pairs.
pub fn pair(desk: &mut Desk<'_, '_>) {
    share_unit(desk);
    units_before(desk);
    lend_head(desk);
    elided::fill_gaps(desk);
    name_members(desk);
    hand_back(desk);
    respectively::respectively(desk);
}

/// "79 and 184 kilometers away": what the last of a list is, the figures right before it are too.
fn share_unit(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for pair in figures.windows(2).rev() {
        let ((left_at, left), (right_at, right)) = (pair[0], pair[1]);
        let (Some(l), Some(r)) = (position(desk, left), position(desk, right)) else { continue };
        let (a, b) = (&desk.bound.drafts[l], &desk.bound.drafts[r]);
        let tokens = &desk.scene.sentence.tokens[left_at + 1..right_at];
        let listed = tokens.iter().all(|t| t.is_sign(',') || t.tag == Tag::Conj);
        let generic = a.rule.starts_with("generic.") && a.unit.is_some() && a.unit == b.unit;
        if !listed || !generic || b.rule.starts_with("generic.") || a.property == b.property {
            continue;
        }
        let (property, rule, of) = (b.property.clone(), b.rule.clone(), b.of.clone());
        let draft = &mut desk.bound.drafts[l];
        (draft.property, draft.rule, draft.of) = (property, rule, of);
    }
}

/// "twelve provinces and 1,506 municipalities": units counted right before others of the city.
fn units_before(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for pair in figures.windows(2).rev() {
        let ((left_at, left), (right_at, right)) = (pair[0], pair[1]);
        let (Some(l), Some(r)) = (position(desk, left), position(desk, right)) else { continue };
        let s = desk.scene.sentence;
        let Some(noun) = s.noun_around(left_at).map(|n| &s.nouns[n]) else { continue };
        let division = noun.classes & desk.scene.lexicon.class.division != 0;
        let listed = s.tokens.get(noun.last + 1..right_at).is_some_and(|between| {
            !between.is_empty() && between.iter().all(|t| t.is_sign(',') || t.tag == Tag::Conj)
        });
        let (a, b) = (&desk.bound.drafts[l], &desk.bound.drafts[r]);
        if division && listed && a.rule == "generic.count-of" && b.property == "divisions" {
            let (rule, subject) = (b.rule.clone(), b.subject.clone());
            let draft = &mut desk.bound.drafts[l];
            "divisions".clone_into(&mut draft.property);
            (draft.rule, draft.subject) = (rule, subject);
        }
    }
}

/// "29 domestic and 17 international destinations": the noun at the end is of both.
fn lend_head(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for pair in figures.windows(2) {
        let ((left_at, left), (right_at, right)) = (pair[0], pair[1]);
        let (Some(l), Some(r)) = (position(desk, left), position(desk, right)) else { continue };
        let s = desk.scene.sentence;
        let described = right_at == left_at + 3
            && s.tokens[left_at + 2].tag == Tag::Conj
            && s.tokens[left_at + 1].tag == Tag::Noun
            && !s.tokens[left_at + 1].has_form(desk.scene.lexicon, Form::S);
        let Some(noun) = s.noun_around(right_at).map(|n| &s.nouns[n]) else { continue };
        let drafts = &desk.bound.drafts;
        let counts = drafts[l].rule == "generic.count-of" && drafts[r].property == "count";
        if !described || !counts || noun.last < right_at + 2 {
            continue;
        }
        let of = format!(
            "{} {}",
            desk.words(left_at + 1, left_at + 1),
            desk.words(noun.last, noun.last)
        );
        desk.bound.drafts[l].of = Some(of);
    }
}

/// The draft of a mention in this sentence.
pub(super) fn position(desk: &Desk<'_, '_>, mention: usize) -> Option<usize> {
    (desk.from..desk.bound.drafts.len()).find(|i| desk.bound.drafts[*i].mention == Some(mention))
}

/// "services account for 71 percent, industry for 22 percent and construction for the rest": each figure is said of the
/// phrase before it, not of the first.
fn name_members(desk: &mut Desk<'_, '_>) {
    let mut drafts: Vec<usize> = (desk.from..desk.bound.drafts.len())
        .filter(|i| {
            matches!(
                desk.bound.drafts[*i].property.as_str(),
                "share" | "area" | "length" | "quantity" | "money" | "founded"
            )
        })
        .collect();
    drafts.sort_by_key(|i| desk.bound.drafts[*i].token);
    for pair in drafts.windows(2) {
        let (a, b) = (&desk.bound.drafts[pair[0]], &desk.bound.drafts[pair[1]]);
        // "of which land accounts for 500 and water for 20": all are of the one whole.
        let narrowed = b.property == "area" && b.of.is_some();
        if a.property != b.property || a.unit != b.unit || narrowed {
            continue;
        }
        let Some(noun) = member(desk, a.token, b.token) else { continue };
        let Some(entity) = desk.finder().resolve(noun) else { continue };
        let of = desk.bound.drafts[pair[0]].of.clone();
        let draft = &mut desk.bound.drafts[pair[1]];
        draft.subject = Some(entity.subject);
        draft.of = draft.of.take().or(of);
    }
}

/// The commas around what is set off right before a figure and its preposition: "and the Alba Bridge, nicknamed the
/// Heron, in 1996".
fn apposition(tokens: &[Token], from: usize, to: usize) -> Option<(usize, usize)> {
    let close = (from + 1..to).rev().find(|i| tokens[*i].is_sign(','))?;
    let linked = close + 1 < to && tokens[close + 1..to].iter().all(|t| t.tag == Tag::Prep);
    let open = (from + 1..close).rev().find(|i| tokens[*i].is_sign(','))?;
    let says = matches!(tokens[open + 1].tag, Tag::Det | Tag::Participle);
    let plain = tokens[open + 1..close]
        .iter()
        .all(|t| !matches!(t.tag, Tag::Verb | Tag::Figure | Tag::Conj | Tag::Rel));
    (linked && says && plain).then_some((open, close))
}

/// The one phrase between a comma or "and" and a figure that stands for a clause of its own, its verb left out.
fn member(desk: &Desk<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let s = desk.scene.sentence;
    let to = apposition(&s.tokens, from, to).map_or(to, |(open, _)| open);
    let joint = (from + 1..to)
        .rev()
        .find(|i| s.tokens[*i].is_sign(',') || s.tokens[*i].tag == Tag::Conj)?;
    let noun = s.nouns.iter().position(|n| n.first > joint && n.last < to)?;
    let n = &s.nouns[noun];
    // "16 days before the Games": a measure is no member.
    let measured = (n.first..=n.last).any(|i| s.tokens[i].tag == Tag::Figure);
    let first = n.first == joint + 1 && !n.pronoun && !measured;
    let rest = s.tokens[n.last + 1..to].iter().all(|t| {
        matches!(t.tag, Tag::Prep | Tag::Adv | Tag::Det) || t.is(desk.scene.lexicon.class.lasting)
    });
    // The first member has a verb, and none stands between the figure and the joint.
    let verb = s.tokens[..from].iter().any(|t| t.tag == Tag::Verb);
    let plain = s.tokens[from + 1..joint]
        .iter()
        .all(|t| !matches!(t.tag, Tag::Verb | Tag::Rel | Tag::Participle));
    (first && rest && verb && plain).then_some(noun)
}

/// "62.8 percent, 23.7 percent and 2.2 percent of it": what the last share is of, the others are of too.
fn hand_back(desk: &mut Desk<'_, '_>) {
    let s = desk.scene.sentence;
    let mut shares: Vec<usize> = (desk.from..desk.bound.drafts.len())
        .filter(|i| desk.bound.drafts[*i].property == "share")
        .collect();
    shares.sort_by_key(|i| desk.bound.drafts[*i].token);
    for pair in shares.windows(2).rev() {
        let (left, right) = (desk.bound.drafts[pair[0]].token, desk.bound.drafts[pair[1]].token);
        let joined = s.tokens[left + 1..right].iter().all(|t| t.is_sign(',') || t.tag == Tag::Conj);
        if joined && desk.bound.drafts[pair[0]].of.is_none() {
            let of = desk.bound.drafts[pair[1]].of.clone();
            desk.bound.drafts[pair[0]].of = of;
        }
    }
}

/// The noun that a number of divisions counts, where it is of units and not of people, buildings or posts.
fn units(desk: &Desk<'_, '_>, at: usize) -> Option<String> {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    let n = &s.nouns[s.noun_at(at + 1)?];
    let other = c.institution
        | c.built
        | c.organization
        | c.people
        | c.member
        | c.office
        | c.group
        | c.event
        | c.body;
    let division = n.classes & c.division != 0;
    (division || n.classes & other == 0).then(|| desk.words(at + 1, n.last))
}

fn model(desk: &Desk<'_, '_>, mention: usize) -> Option<Draft> {
    let drafts = &desk.bound.drafts[desk.from..];
    drafts
        .iter()
        .find(|d| d.mention == Some(mention) && SHARED.contains(&d.property.as_str()))
        .cloned()
}

fn same_kind(desk: &Desk<'_, '_>, a: usize, b: usize) -> bool {
    let (a, b) = (&desk.input.mentions[a].value, &desk.input.mentions[b].value);
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// "three parties": the figure has a noun of its own that is no seat.
fn counts_other(desk: &Desk<'_, '_>, at: usize) -> bool {
    let s = desk.scene.sentence;
    let next = s.noun_at(at + 1).map(|n| &s.nouns[n]);
    next.is_some_and(|n| {
        n.name.is_none()
            && n.classes & (desk.scene.lexicon.class.member | desk.scene.lexicon.class.party) == 0
    })
}

/// Only names, nouns, commas, "and" and prepositions between the two: no verb of its own, no other figure.
fn coordinated(desk: &Desk<'_, '_>, from: usize, to: usize, property: &str) -> bool {
    let s = desk.scene.sentence;
    // "was opened in 2014, and in 2019 its traffic reached": a verb of its own takes the date.
    let verb = |i: usize| s.clause_of(i).and_then(|c| c.verb);
    if verb(from) != verb(to) && verb(to).is_some_and(|v| v > to) {
        return false;
    }
    let mut joins = false;
    let mut words = 0;
    let aside = apposition(&s.tokens, from, to);
    for (at, t) in s.tokens.iter().enumerate().take(to).skip(from + 1) {
        match t.kind {
            _ if aside.is_some_and(|(open, close)| (open..=close).contains(&at)) => {}
            Kind::Sign(',' | ';') => joins = true,
            Kind::Sign('(' | ')' | '"' | '“' | '”') | Kind::Possessive => {}
            // "Canvi–Ciutadans": a sign inside a name parts nothing.
            Kind::Sign(_) if t.tag == Tag::Name || !t.spaced => {}
            Kind::Figure(_) | Kind::Sign(_) => return false,
            Kind::Word if t.tag == Tag::Conj => joins = true,
            Kind::Word => {
                words += 1;
                let c = &desk.scene.lexicon.class;
                let gerund = t.has_form(desk.scene.lexicon, Form::Ing) && joins;
                let own_verb = matches!(t.tag, Tag::Verb | Tag::Participle | Tag::Rel | Tag::Sub);
                // "18 went to the Alliance, 12 to": the verb of the first member is understood with the others.
                let first = at == from + 1 && property == "seats_held";
                let follows = desk.scene.lexicon.is_form(t.word, "follow");
                if own_verb && !first && !gerund && !follows && !t.is(c.member | c.have) {
                    return false;
                }
            }
        }
    }
    // Without a name between them the dates of one verb follow each other directly.
    let loose =
        matches!(property, "term" | "founded" | "seats_held" | "rank" | "edition" | "divisions");
    joins && (loose || words <= 3)
}

/// The name nearest to the figure within its own member: before it since the last comma, else after it.
pub(super) fn member_name(
    desk: &Desk<'_, '_>,
    from: usize,
    at: usize,
    model: &Draft,
) -> Option<Subject> {
    let s = desk.scene.sentence;
    let begins = (from + 1..at)
        .rev()
        .find(|i| {
            s.tokens[*i].is_sign(',') || s.tokens[*i].is_sign(';') || s.tokens[*i].tag == Tag::Conj
        })
        .map_or(from + 1, |i| i + 1);
    let inside = s.nouns.iter().position(|n| n.first >= begins && n.last < at);
    // "the smallest is West Ward, with fewer than 142,000", "Oslo, by road, 2,000 kilometers"
    let apart = || {
        let earlier =
            s.nouns.iter().enumerate().rev().filter(|(_, n)| n.first > from && n.last < at);
        let named = earlier.take_while(|(_, n)| n.last + 1 < at).find(|(_, n)| n.name.is_some());
        named.map(|(i, _)| i).filter(|i| {
            let rest = &s.tokens[s.nouns[*i].last + 1..at];
            rest.first().is_some_and(|t| t.is_sign(',')) && !rest.iter().any(|t| t.tag == Tag::Conj)
        })
    };
    let by_way = |i: &usize| begins < s.nouns[*i].first && s.nouns[*i].name.is_none();
    let inside = match inside {
        Some(i) if !by_way(&i) => Some(i),
        other if ELIDED.contains(&model.property.as_str()) => apart().or(other),
        other => other,
    };
    let after = || s.nouns.iter().position(|n| n.last > at && n.first <= at + 4);
    let noun = match model.property.as_str() {
        "seats_held" => inside.or_else(after)?,
        _ => inside?,
    };
    // "eight members of the Freedom Party"
    let of_name = s.nouns.get(noun + 1).filter(|x| {
        x.name.is_some()
            && s.nouns[noun].classes & desk.scene.lexicon.class.member != 0
            && x.first == s.nouns[noun].last + 2
    });
    let noun = if of_name.is_some() { noun + 1 } else { noun };
    let n = &s.nouns[noun];
    let text = desk.words(desk.finder().first_of(n), n.last);
    let class =
        if model.property == "seats_held" { Some(Class::Party) } else { desk.class_of(noun) };
    Some(Subject { text, class })
}
