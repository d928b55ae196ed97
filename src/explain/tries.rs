//! Which rules were tried on a value, and how far they got.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::rules::{Rule, Tier, Verdict};

use super::log::{Attempt, Noted, Side};
use super::pattern::{slot_name, written};
use super::section::layout;
use super::style::{DIM, DOUBT, PLAIN, TIME, TITLE, VALUE};
use super::wrap::Styled;
use super::{Explanation, RuleView, value};

/// Columns before a rule.
const INDENT: usize = 6;
/// Columns of what became of it.
const VERDICT: usize = 9;
/// Rules shown that do not fit, of each value.
const NEAREST: usize = 5;

/// Writes the rules tried on the value at `place`, where they are wanted.
pub(super) fn write(
    page: &Explanation<'_>,
    noted: &Noted,
    place: &Range<usize>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if page.options.rules == RuleView::Taken {
        return Ok(());
    }
    let tried = noted.attempts.iter().filter(|a| place.contains(&a.at.start()));
    let tried = tried.filter(|a| page.only_rule().is_none_or(|id| id == a.rule));
    let best = best(tried);
    let owner = owner(page, place);
    let (fitting, others): (Vec<&Attempt>, Vec<_>) = best.into_iter().partition(|a| a.fits);
    let taken = fitting.iter().any(|a| a.verdict == Some(Verdict::Taken));
    for attempt in &fitting {
        fitted(attempt, owner.as_deref()).write(f, layout(page, INDENT, INDENT + VERDICT))?;
    }
    if !taken && page.only_rule().is_none() {
        by_nobody(page, place).write(f, layout(page, INDENT, INDENT + VERDICT))?;
    }
    // With less than half of its pattern found, a rule is far from the figure.
    let is_near =
        |a: &&&Attempt| page.only_rule().is_some() || a.solid > 0 && 2 * a.reached >= a.items;
    let near: Vec<_> = others.iter().filter(is_near).collect();
    for attempt in near.iter().take(NEAREST) {
        nearly(page, attempt).write(f, layout(page, INDENT, INDENT + VERDICT))?;
    }
    let more = others.len() - near.len().min(NEAREST);
    if more > 0 {
        let mut line = Styled::default();
        let them = if more == 1 { "rule" } else { "rules" };
        line.push(DIM, &format!("and {more} {them} further off"));
        line.write(f, layout(page, INDENT + VERDICT, INDENT + VERDICT))?;
    }
    Ok(())
}

/// Writes the rules that fit where no value was told, such as dates that only give a time; with one rule alone, all
/// values it was tried on.
pub(super) fn write_places(
    page: &Explanation<'_>,
    noted: &Noted,
    told: &[Range<usize>],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if page.options.rules == RuleView::Taken {
        return Ok(());
    }
    let is_told = |at: usize| told.iter().any(|place| place.contains(&at));
    let wanted = |a: &&Attempt| match page.only_rule() {
        Some(id) => a.rule == id,
        None => a.fits && !is_told(a.at.start()),
    };
    let mut places: Vec<_> = noted.attempts.iter().filter(wanted).map(|a| a.at).collect();
    places.sort_unstable();
    places.dedup();
    for at in places {
        let place = at.start()..at.end();
        let mut line = Styled::default();
        line.push(TIME, page.words(place.clone()));
        if page.only_rule().is_none() {
            line.push(DIM, ": no fact of its own");
        }
        line.write(f, layout(page, 4, 6))?;
        write(page, noted, &place, f)?;
    }
    Ok(())
}

/// The furthest attempt of each rule: those that fit first, then by what part of the pattern was found.
fn best<'a>(tried: impl Iterator<Item = &'a Attempt>) -> Vec<&'a Attempt> {
    let rank = |a: &Attempt| {
        let verdict = match a.verdict {
            Some(Verdict::Taken) => 0,
            Some(Verdict::Lost) => 1,
            Some(Verdict::Refused) => 2,
            None => 3,
        };
        // Hundredths of the pattern not found.
        let open = 100 * (a.items - a.reached.min(a.items)) / a.items.max(1);
        (verdict, a.solid == 0, open, std::cmp::Reverse(a.solid))
    };
    let mut by_rule: BTreeMap<&str, &Attempt> = BTreeMap::new();
    for attempt in tried {
        let known = by_rule.entry(&attempt.rule).or_insert(attempt);
        if rank(attempt) < rank(known) {
            *known = attempt;
        }
    }
    let mut best: Vec<_> = by_rule.into_values().collect();
    best.sort_by_key(|a| rank(a));
    best
}

/// Who has the value at a place: a fact's rule, or the reason for which it is none.
fn owner(page: &Explanation<'_>, place: &Range<usize>) -> Option<String> {
    let overlaps =
        |start: usize, end: usize| page.byte(start) < place.end && place.start < page.byte(end);
    let fact =
        page.record.facts.iter().find(|fact| overlaps(fact.evidence.start, fact.evidence.end));
    let passed = page.record.passed_over.iter().find(|p| overlaps(p.start, p.end));
    fact.map(|fact| fact.rule.clone()).or_else(|| passed.map(|p| value::word(&p.reason)))
}

fn verdict(word: &str, style: anstyle::Style) -> Styled {
    let mut line = Styled::default();
    line.push_raw(style, &format!("{word:VERDICT$}"));
    line
}

fn fitted(attempt: &Attempt, owner: Option<&str>) -> Styled {
    match attempt.verdict {
        Some(Verdict::Lost) => {
            let mut line = verdict("lost", DOUBT);
            line.push(PLAIN, &attempt.rule);
            match owner {
                Some(owner) => line.push(DIM, " to ").push(DIM, owner),
                None => line.push(DIM, ": the figure had gone"),
            };
            line
        }
        Some(Verdict::Refused) => {
            let mut line = verdict("refused", DOUBT);
            line.push(PLAIN, &attempt.rule).push(DIM, ": the value is known already, or is none");
            line
        }
        Some(Verdict::Taken) | None => {
            let mut line = verdict("taken", VALUE);
            line.push(PLAIN, &attempt.rule);
            line
        }
    }
}

/// Why a value has a fact, or none, though no rule fits it.
fn by_nobody(page: &Explanation<'_>, place: &Range<usize>) -> Styled {
    let mut line = verdict("no rule", DIM);
    let fact =
        page.record.facts.iter().find(|fact| page.place(&fact.evidence).contains(&place.start));
    let why = match fact {
        Some(fact) if page.extractor.rules().all.iter().any(|r| r.text.id == fact.rule) => {
            "it shares the rule of a neighbour in its series"
        }
        Some(_) => "its kind alone tells the property",
        None if owner(page, place).is_some() => "its form alone tells that it is no figure",
        None => "none took it",
    };
    line.push(DIM, why);
    line
}

fn nearly(page: &Explanation<'_>, attempt: &Attempt) -> Styled {
    let mut line = verdict(if attempt.solid > 0 { "nearly" } else { "not" }, DIM);
    line.push(PLAIN, &attempt.rule);
    line.push(DIM, &format!(": {} of {}", attempt.reached, attempt.items));
    if let Some((item, side)) = &attempt.wanted {
        let side = match side {
            Side::Before => "before it",
            Side::After => "after it",
        };
        let wanted = written(item, page.extractor.lexicon());
        line.push(DIM, ", wants ").push(PLAIN, &wanted).push(DIM, " ").push(DIM, side);
    }
    line
}

/// Writes what one rule asks for, and what became of it in the whole bulletin.
pub(super) fn write_rule(
    page: &Explanation<'_>,
    id: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let Some(rule) = page.extractor.rules().all.iter().find(|r| r.text.id == id) else {
        return Ok(());
    };
    writeln!(f)?;
    let text = &rule.text;
    let makes = text.property.as_deref().or(text.reason.as_deref()).unwrap_or("");
    let mut title = Styled::default();
    title.push(TITLE, id).push(DIM, &format!(" · {} · {makes}", tier(text.tier)));
    title.write(f, layout(page, 0, 2))?;
    for pattern in text.pattern.iter().chain(&text.patterns) {
        let mut line = Styled::default();
        line.push(PLAIN, pattern).write(f, layout(page, 2, 4))?;
    }
    for condition in conditions(page, rule) {
        let mut line = Styled::default();
        line.push(DIM, &condition).write(f, layout(page, 2, 4))?;
    }
    let mut line = Styled::default();
    line.push(PLAIN, &outcome(page, id)).write(f, layout(page, 2, 4))
}

/// How often a rule was tried, and what came of it; of each value its best attempt counts.
fn outcome(page: &Explanation<'_>, id: &str) -> String {
    let (mut sentences, mut values, mut taken, mut lost, mut refused) = (0, 0, 0, 0, 0);
    for noted in &page.log.sentences {
        let mut at_place: BTreeMap<usize, Vec<&Attempt>> = BTreeMap::new();
        for attempt in noted.attempts.iter().filter(|a| a.rule == id) {
            at_place.entry(attempt.at.start()).or_default().push(attempt);
        }
        sentences += usize::from(!at_place.is_empty());
        for attempt in
            at_place.into_values().filter_map(|all| best(all.into_iter()).into_iter().next())
        {
            values += 1;
            match attempt.verdict {
                Some(Verdict::Taken) => taken += 1,
                Some(Verdict::Lost) => lost += 1,
                Some(Verdict::Refused) => refused += 1,
                None => {}
            }
        }
    }
    let all = page.log.sentences.len();
    format!(
        "values tried: {values}, in {sentences} of {all} sentences; taken {taken}, lost {lost}, refused {refused}"
    )
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Never => "never",
        Tier::Special => "special",
        Tier::Plain => "plain",
        Tier::Generic => "generic",
    }
}

/// What a rule is tried on.
fn conditions(page: &Explanation<'_>, rule: &Rule) -> Vec<String> {
    let mut values: Vec<_> =
        rule.sequences.iter().map(|s| slot_name(s.anchor, page.extractor.lexicon())).collect();
    values.sort();
    values.dedup();
    let mut all = vec![format!("tried on values of kind {}", values.join(", "))];
    if !rule.text.sections.is_empty() {
        all.push(format!("in the sections {}", rule.text.sections.join(", ")));
    }
    if !rule.text.not_sections.is_empty() {
        all.push(format!("not in the sections {}", rule.text.not_sections.join(", ")));
    }
    all
}
