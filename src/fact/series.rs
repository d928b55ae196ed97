//! Series: figures of one class in one coordination with a bound one share its property.

use crate::name::token::{Kind, Tag};

use super::draft::Claim;
use super::ledger::Desk;
use super::scope::{Class, Subject};

/// Properties that a coordination hands on.
const SHARED: [&str; 3] = ["seats_held", "share", "area"];

/// Hands on what the first member of a series has: "holds 31 seats, UDAR 30 and Unity 14".
pub fn extend(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for window in 1..figures.len() {
        let (at, mention) = figures[window];
        let (before_at, before) = figures[window - 1];
        if !desk.is_free(mention) || desk.bound.claims[before] != Claim::Value {
            continue;
        }
        let same = std::mem::discriminant(&desk.input.mentions[mention].value)
            == std::mem::discriminant(&desk.input.mentions[before].value);
        let Some(model) = desk.bound.drafts[desk.from..]
            .iter()
            .find(|d| d.mention == Some(before) && SHARED.contains(&d.property.as_str()))
            .cloned()
        else {
            continue;
        };
        if !same || model.property != "seats_held" || !coordinated(desk, before_at, at) {
            continue;
        }
        let rule = model.rule.clone();
        let Some(mut draft) = desk.figure_draft(model.property.clone(), &rule, mention, at) else { continue };
        draft.of.clone_from(&model.of);
        draft.time.clone_from(&model.time);
        draft.subject = member_name(desk, before_at, at);
        desk.bound.claims[mention] = Claim::Value;
        desk.bound.drafts.push(draft);
    }
}

/// Only names, commas, "and", "to", "with", "for", "the" and seat words between the two.
fn coordinated(desk: &Desk<'_, '_>, from: usize, to: usize) -> bool {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    (from + 1..to).all(|i| {
        let t = &s.tokens[i];
        match t.kind {
            Kind::Sign(sign) => matches!(sign, ',' | '(' | ')' | ';'),
            Kind::Figure(_) => false,
            Kind::Possessive => true,
            Kind::Word => {
                matches!(t.tag, Tag::Name | Tag::Noun | Tag::Conj | Tag::Det)
                    || t.tag == Tag::Prep
                    || t.is(c.member | c.have)
            }
        }
    })
}

/// The name nearest to the figure within its own member: before it since the last comma, else after it.
fn member_name(desk: &Desk<'_, '_>, from: usize, at: usize) -> Option<Subject> {
    let s = desk.scene.sentence;
    let begins = (from + 1..at)
        .rev()
        .find(|i| s.tokens[*i].is_sign(',') || s.tokens[*i].is_sign(';') || s.tokens[*i].tag == Tag::Conj)
        .map_or(from + 1, |i| i + 1);
    let inside = s.nouns.iter().rev().find(|n| n.first >= begins && n.last < at);
    let after = || s.nouns.iter().find(|n| n.last > at && n.first <= at + 4);
    let noun = inside.or_else(after)?;
    let first = (noun.first..=noun.last)
        .find(|i| s.tokens[*i].tag != Tag::Det && s.tokens[*i].tag != Tag::Figure)
        .unwrap_or(noun.first);
    let text = desk.words(first, noun.last);
    Some(Subject { text, class: Some(Class::Party) })
}
