//! Spans of time.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::amount::Amount;
use super::cursor::Pieces;
use super::{Unit, Value, number, words};

/// A unit of time: the letter of ISO 8601, whether it stands after `T`, and how many of it one is.
#[derive(Clone, Copy)]
struct Spell {
    letter: char,
    clock: bool,
    count: u32,
}

fn spell(word: &str) -> Option<Spell> {
    let (letter, clock, count) = match word {
        "year" | "years" | "yr" | "yrs" => ('Y', false, 1),
        "month" | "months" => ('M', false, 1),
        "week" | "weeks" => ('W', false, 1),
        "fortnight" | "fortnights" => ('W', false, 2),
        "day" | "days" => ('D', false, 1),
        "hour" | "hours" | "h" | "hr" | "hrs" => ('H', true, 1),
        "minute" | "minutes" | "min" | "mins" => ('M', true, 1),
        "seconds" => ('S', true, 1),
        "decade" | "decades" => ('Y', false, 10),
        "century" | "centuries" => ('Y', false, 100),
        "millennium" | "millennia" => ('Y', false, 1000),
        _ => return None,
    };
    Some(Spell { letter, clock, count })
}

/// Whether a word is a unit of time.
pub(super) fn is_unit(word: &str) -> bool {
    spell(word).is_some()
}

/// One part of an ISO 8601 duration.
type Part = (u64, char, bool);

/// Reads the unit of time of an amount: one span, or the shortest and the longest of a range.
pub(super) fn read(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let mut here = p.past_hyphen(amount.end);
    if matches!(
        p.word(here),
        "consecutive" | "full" | "successive" | "calendar" | "straight" | "whole"
    ) {
        here += 1;
    }
    let word = p.word(here);
    let unit = spell(word)?;
    // The letter alone only right after digits: "5 H blocks" is no time.
    if word == "h" && (p.digits(here.saturating_sub(1)).is_empty() || p.capital(here)) {
        return None;
    }
    let next = here + 1;
    if unit.letter == 'H'
        && p.word(next) == "of"
        && matches!(p.word(next + 1), "sunshine" | "sun" | "sunlight")
    {
        return Some((Value::Measure(amount.range, Unit::Hour, None), next));
    }
    // "320 days a year", "5 days a week": a count per year is no span.
    let rate = matches!(p.word(next), "a" | "per" | "each" | "every") && p.word(next + 1) == "year";
    if unit.letter == 'D' && rate {
        return None;
    }
    let (low, next) = match words::and_a_half(p, next) {
        Some(end) => (amount.range.low.checked_add(Decimal::new(5, 1))?, end),
        None => (amount.range.low, next),
    };
    let old = p.past_hyphen(next);
    let end = if p.word(old) == "old" && old > next { old + 1 } else { next };
    let mut parts = iso(low, unit)?;
    if let Some((more, end)) = second_part(p, end, unit) {
        parts.push(more);
        return Some((Value::Duration(print(&parts), None), end));
    }
    let longest = amount.range.high.and_then(|high| iso(high, unit)).map(|parts| print(&parts));
    Some((Value::Duration(print(&parts), longest), end))
}

/// "2 hours and 22 minutes", "3 h 20 min", "two years and six months"
fn second_part(p: &Pieces<'_>, at: usize, first: Spell) -> Option<(Part, usize)> {
    let read = number::read(p, at + usize::from(p.word(at) == "and"))?;
    let unit = spell(p.word(read.end)).filter(|u| u.count == 1)?;
    let follows = matches!(
        (first.letter, first.clock, unit.letter),
        ('H', true, 'M')
            | ('M', true, 'S')
            | ('Y', false, 'M')
            | ('D', false, 'H')
            | ('W', false, 'D')
    );
    let n = read.value.filter(|n| n.fract().is_zero())?.to_u64()?;
    follows.then_some(((n, unit.letter, unit.clock), read.end + 1))
}

/// The parts of a span in whole numbers; halves are written in the next smaller unit.
fn iso(n: Decimal, unit: Spell) -> Option<Vec<Part>> {
    let n = n.checked_mul(Decimal::from(unit.count))?;
    let whole = n.trunc().to_u64()?;
    if n.fract().is_zero() {
        return Some(vec![(whole, unit.letter, unit.clock)]);
    }
    let (count, letter, clock) = match (unit.letter, unit.clock) {
        ('Y', _) => (12, 'M', false),
        ('H', _) => (60, 'M', true),
        ('M', true) => (60, 'S', true),
        ('M', false) => (30, 'D', false),
        ('D', _) => (24, 'H', true),
        ('W', _) => (7, 'D', false),
        _ => return None,
    };
    let rest = (n.fract() * Decimal::from(count)).normalize();
    if !rest.fract().is_zero() && letter != 'D' {
        return None;
    }
    let mut parts = vec![(whole, unit.letter, unit.clock), (rest.trunc().to_u64()?, letter, clock)];
    parts.retain(|(n, ..)| *n > 0);
    Some(parts)
}

fn print(parts: &[Part]) -> String {
    let mut text = String::from("P");
    let mut in_clock = false;
    for (n, letter, clock) in parts {
        if *clock && !in_clock {
            text.push('T');
            in_clock = true;
        }
        let _ = write!(text, "{n}{letter}");
    }
    text
}

/// So many of the unit of time at a piece.
pub(super) fn one(p: &Pieces<'_>, at: usize, n: Decimal) -> Option<(Value, usize)> {
    let unit = spell(p.word(at)).filter(|_| p.word(at) != "h")?;
    Some((Value::Duration(print(&iso(n, unit)?), None), at + 1))
}

/// "half an hour", "half-year", "a year and a half", "a month" after a verb of staying
pub(super) fn worded(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if p.word(at) == "half" {
        let next = p.past_hyphen(at + 1);
        let article = matches!(p.word(next), "a" | "an");
        let here = if article { p.past_hyphen(next + 1) } else { next };
        return one(p, here, Decimal::new(5, 1)).filter(|_| article || next > at + 1);
    }
    if !matches!(p.word(at), "a" | "an") {
        return None;
    }
    if let Some(end) = words::and_a_half(p, at + 2) {
        return one(p, at + 1, Decimal::new(15, 1)).map(|(value, _)| (value, end));
    }
    let stays = matches!(
        p.before(at),
        "spent" | "spend" | "for" | "lasted" | "within" | "stayed" | "lasting"
    );
    let next = p.word(at + 2);
    let ends =
        next.is_empty() || matches!(next, "with" | "in" | "at" | "and" | "long" | "from" | "on");
    let unit = matches!(p.word(at + 1), "month" | "week" | "year" | "decade" | "century");
    (stays && ends && unit).then(|| one(p, at + 1, Decimal::ONE))?
}
