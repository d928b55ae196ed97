//! Figures whose noun, unit or verb a series leaves out: "57,916 inhabitants in 1860 and 309,231 in 1908".

use crate::mention::{NumberForm, Stated, Value as MentionValue};
use crate::name::token::{Kind, Tag, Token};

use super::draft::{Draft, Time, Value};
use super::ledger::Desk;
use super::scope::{Class, Subject};
use super::series::{member_name, position};

/// Properties whose noun or unit a later member of a series may leave out.
pub(super) const ELIDED: [&str; 10] = [
    "count",
    "seats",
    "population",
    "distance",
    "density",
    "elevation",
    "temperature",
    "precipitation",
    "area",
    "length",
];

/// "In 1860 it had 57,916 inhabitants and in 1908 already 309,231", "Shymkent is 130 kilometers off, Samarkand 310": a
/// bare number that stands against a measured one is the same of its own member.
pub(super) fn fill_gaps(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for (nth, (at, mention)) in figures.iter().copied().enumerate() {
        let Some(d) = position(desk, mention) else { continue };
        if !is_open(desk, &desk.bound.drafts[d]) {
            continue;
        }
        let model = figures[..nth].iter().rev().find_map(|(from, m)| {
            let i = position(desk, *m)?;
            may_lend(desk, (*from, i), d).then_some((*from, i))
        });
        let Some((from, model)) = model.filter(|(from, _)| is_gapped(desk, *from, at)) else {
            continue;
        };
        fill_gap(desk, (from, model), d);
    }
}

/// Whether a draft waits for a series to say what it is: a bare number, or a measure that no rule took.
fn is_open(desk: &Desk<'_, '_>, draft: &Draft) -> bool {
    let Some(mention) = draft.mention.filter(|_| draft.rule.starts_with("generic.")) else {
        return false;
    };
    match &desk.input.mentions[mention].value {
        // Measures left without their unit are digits: "310", never "three".
        MentionValue::Number(_, form) => {
            draft.rule == "generic.count" && draft.of.is_none() && *form == NumberForm::Digits
        }
        MentionValue::Measure(..) => true,
        _ => false,
    }
}

/// Whether the draft `model`, whose value stands at token `from`, may lend its property to draft `d`.
fn may_lend(desk: &Desk<'_, '_>, (from, model): (usize, usize), d: usize) -> bool {
    let (like, draft) = (&desk.bound.drafts[model], &desk.bound.drafts[d]);
    if draft.unit.is_some() {
        return like.unit == draft.unit && !like.rule.starts_with("generic.");
    }
    // "each of them has more than 150,000": what a place has without a unit is people or things.
    let between = desk.scene.sentence.tokens.get(from + 1..draft.token).unwrap_or_default();
    let has = between.iter().rev().find(|t| t.tag == Tag::Verb);
    let has = has.is_some_and(|t| t.is(desk.scene.lexicon.class.have));
    // "after two great waves of immigration, 1,202,757": few things and many are not of one series.
    let worded = like.mention.is_some_and(|m| {
        matches!(desk.input.mentions[m].value, MentionValue::Number(_, NumberForm::Words))
    });
    // "The Assembly has 59 members and the Council 36": each body its own.
    let body = like.property != "seats"
        || member_name(desk, from, draft.token, like).is_some_and(|s| {
            s.class == Some(Class::Body) && like.subject.as_ref().is_none_or(|l| l.text != s.text)
        });
    ELIDED.contains(&like.property.as_str()) && (like.unit.is_none() || !has) && !worded && body
}

/// Gives draft `d` what the draft `model`, whose value stands at token `from`, says of its own member.
fn fill_gap(desk: &mut Desk<'_, '_>, (from, model): (usize, usize), d: usize) {
    let like = desk.bound.drafts[model].clone();
    let at = desk.bound.drafts[d].token;
    let Value::Number(n) = desk.bound.drafts[d].value else { return };
    let date = own_date(desk, from, at);
    let climate = matches!(like.property.as_str(), "temperature" | "precipitation");
    let subject = member_name(desk, from, at, &like).or_else(|| compared(desk, at));
    let of = match date {
        Some((token, _)) if climate => Some(desk.words(token, token)),
        _ => like.of,
    };
    let time = date
        .filter(|_| !climate)
        .and_then(|(_, m)| Some(Time { edtf: desk.dates.of(m)?.edtf.clone(), mention: m }));
    let draft = &mut desk.bound.drafts[d];
    let measured = draft.unit.is_some();
    if let (Some(said), Value::Number(converted), false) = (like.stated, &like.value, measured) {
        // The series keeps the unit that was written.
        let value = converted.checked_mul(n).and_then(|v| v.checked_div(said.value));
        let Some(value) = value else { return };
        draft.value = Value::Number(value.normalize());
        draft.stated = Some(Stated { value: n, value_max: None, unit: said.unit });
    }
    draft.property = like.property;
    draft.rule = like.rule;
    draft.unit = like.unit;
    draft.of = of;
    draft.subject = if climate { like.subject } else { subject.or(like.subject) };
    draft.time = time.or(draft.time.take());
}

/// The date that a member of a series has for itself: "and in 1908 already 309,231", "1.5 million in 2011".
fn own_date(desk: &Desk<'_, '_>, from: usize, at: usize) -> Option<(usize, usize)> {
    let tokens = &desk.scene.sentence.tokens;
    let dated = |i: usize| {
        let mention = tokens.get(i)?.figure()?;
        // "the other one (1829) 10,000": the year of its founding is another thing.
        let told = position(desk, mention)
            .is_some_and(|d| !desk.bound.drafts[d].rule.starts_with("generic."));
        desk.dates.of(mention).filter(|_| !told).map(|_| (i, mention))
    };
    let after = tokens.get(at + 1).filter(|t| t.tag == Tag::Prep).and_then(|_| dated(at + 2));
    let after = after.or_else(|| dated(at + 1));
    let joint = (from + 1..at).find(|i| is_joint(&tokens[*i]));
    after.or_else(|| (joint? + 1..at).rev().find_map(dated))
}

fn is_joint(t: &Token) -> bool {
    t.is_sign(',') || t.is_sign(';') || matches!(t.tag, Tag::Conj | Tag::Sub)
}

/// ", against 105 for the whole country": whose the other number is.
fn compared(desk: &Desk<'_, '_>, at: usize) -> Option<Subject> {
    let s = desk.scene.sentence;
    s.tokens.get(at + 1).filter(|t| t.tag == Tag::Prep)?;
    let noun = s.noun_at(at + 2).filter(|n| s.nouns[*n].name.is_some())?;
    desk.finder().resolve(noun).map(|e| e.subject)
}

/// Whether the number at `to` stands for a clause whose verb and noun are those of the figure at `from`.
fn is_gapped(desk: &Desk<'_, '_>, from: usize, to: usize) -> bool {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    let ends = s.tokens.get(to + 1).is_none_or(|t| {
        matches!(t.kind, Kind::Sign(_)) || matches!(t.tag, Tag::Conj | Tag::Prep | Tag::Sub)
    });
    let between = &s.tokens[from + 1..to];
    let joint = between.iter().position(is_joint);
    let Some(joint) = joint.filter(|_| ends) else { return false };
    // A name, a noun or a date that the number is set against, and no verb but "is" and "has".
    let own = &between[joint + 1..];
    let dated = own_date(desk, from, to).is_some_and(|(i, _)| i > to);
    // A count without its noun may be of anything: only its date or a comparison shows it.
    let counts =
        desk.bound.drafts[desk.from..].iter().any(|d| d.token == from && d.property == "count");
    // "by day and 13.5 by night", "in the city and 2.1 in the suburbs"
    let parallel = |at: usize| s.tokens.get(at + 1).filter(|t| t.tag == Tag::Prep).map(|t| t.word);
    // "with 23,000 students; Curtin is the largest, with 56,000"
    let leads = |at: usize| at.checked_sub(1).map(|i| &s.tokens[i]).filter(|t| t.tag == Tag::Prep);
    let led = leads(from).is_some_and(|a| leads(to).is_some_and(|b| a.word == b.word));
    let alike = led || parallel(from).is_some() && parallel(from) == parallel(to);
    // "has 53,500 students, the other one (1829) 10,000": nothing but who has them.
    let bare = named_alone(own);
    let set_against = dated
        || alike
        || bare
        || !counts && own.iter().any(|t| matches!(t.tag, Tag::Name | Tag::Noun | Tag::Figure))
        || compared(desk, to).is_some();
    let verbless = own.iter().all(|t| {
        !matches!(t.tag, Tag::Verb | Tag::Rel | Tag::Participle)
            || t.is(c.be | c.have)
            || is_position(desk, t)
            || desk.scene.lexicon.is_form(t.word, "follow")
    });
    // "in addition to the present 8,000": of what was counted before.
    let present = between.last().is_some_and(|t| t.is(c.incumbent));
    set_against && verbless && !present
}

/// Whether the words of a member are its name alone, with a bracket or without.
fn named_alone(own: &[Token]) -> bool {
    let open = own.iter().position(|t| t.is_sign('('));
    let closed = own.last().is_some_and(|t| t.is_sign(')'));
    let name = match open {
        Some(open) if closed => &own[..open],
        Some(_) => return false,
        None => own,
    };
    let bare = |t: &Token| {
        matches!(t.tag, Tag::Name | Tag::Det | Tag::Possessive)
            || t.word != 0 && t.tag == Tag::Prep && t.capital
            || t.tag == Tag::Prep && name.len() > 2
    };
    name.iter().any(|t| t.tag == Tag::Name) && name.iter().all(bare)
}

/// "the middle lies at around 455 meters"
fn is_position(desk: &Desk<'_, '_>, t: &Token) -> bool {
    desk.scene.lexicon.is_form_of_any(t.word, &["lie", "stand", "live"])
}
