//! Spans of time, fractions, and the qualifiers left and right of a figure.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cursor::Pieces;
use super::number;
use super::{Qualifier, Range, Unit, Value};

/// Units of time: the letter of ISO 8601, whether it stands after `T`, and how many of it one is.
fn unit(word: &str) -> Option<(char, bool, u32)> {
    Some(match word {
        "year" | "years" | "yr" | "yrs" => ('Y', false, 1),
        "month" | "months" => ('M', false, 1),
        "week" | "weeks" => ('W', false, 1),
        "day" | "days" => ('D', false, 1),
        "hour" | "hours" | "h" | "hrs" => ('H', true, 1),
        "minute" | "minutes" | "min" | "mins" => ('M', true, 1),
        "second" | "seconds" => ('S', true, 1),
        "decade" | "decades" => ('Y', false, 10),
        "century" | "centuries" => ('Y', false, 100),
        "millennium" | "millennia" => ('Y', false, 1000),
        _ => return None,
    })
}

/// Reads the unit of time after a number that ends before piece `end`.
pub(super) fn read(p: &Pieces<'_>, start: usize, range: Range, end: usize) -> Option<(Value, usize)> {
    let mut here = if p.is(end, '-') && !p.spaced(end) { end + 1 } else { end };
    if matches!(p.word(here), "consecutive" | "full" | "successive" | "calendar") {
        here += 1;
    }
    let word = p.word(here);
    let (letter, clock, factor) = unit(word)?;
    // "19 second-hand shops" is no time; "h" only right after digits.
    if word == "h" && p.digits(start).is_empty() || word == "second" {
        return None;
    }
    let next = here + 1;
    if matches!(p.word(next), "later" | "earlier" | "ago" | "afterwards") {
        return None;
    }
    if letter == 'H' && p.word(next) == "of" && matches!(p.word(next + 1), "sunshine" | "sun" | "sunlight") {
        return Some((Value::Measure(range, Unit::Hour, None), next));
    }
    // "320 days a year", "5 days a week": a count per year is no span.
    if letter == 'D' && matches!(p.word(next), "a" | "per" | "each" | "every") && p.word(next + 1) == "year" {
        return None;
    }
    let old = usize::from(p.is(next, '-')) + next;
    let end = if p.word(old) == "old" && old > next { old + 1 } else { next };
    let mut parts = iso(range.low, letter, clock, factor)?;
    if let Some((more, end)) = second_part(p, end, letter, clock) {
        parts.push(more);
        return Some((Value::Duration(print(&parts)), end));
    }
    if range.high.is_some() {
        // A span of time has one value; a range keeps its lower end.
        parts = iso(range.low, letter, clock, factor)?;
    }
    Some((Value::Duration(print(&parts)), end))
}

/// "2 hours and 22 minutes", "3 h 20 min", "two years and six months"
fn second_part(p: &Pieces<'_>, at: usize, letter: char, clock: bool) -> Option<((u64, char, bool), usize)> {
    let here = if p.word(at) == "and" { at + 1 } else { at };
    let read = number::read(p, here)?;
    let (second, second_clock, factor) = unit(p.word(read.end))?;
    let follows = matches!((letter, clock, second), ('H', true, 'M') | ('M', true, 'S') | ('Y', false, 'M') | ('D', false, 'H') | ('W', false, 'D'));
    let n = read.value?.to_u64()?;
    (follows && factor == 1).then_some(((n, second, second_clock), read.end + 1))
}

fn iso(n: Decimal, letter: char, clock: bool, factor: u32) -> Option<Vec<(u64, char, bool)>> {
    let n = n * Decimal::from(factor);
    let whole = n.trunc().to_u64()?;
    let half = n.fract() == Decimal::new(5, 1);
    if !half && !n.fract().is_zero() {
        return None;
    }
    let mut parts = Vec::new();
    if whole > 0 || !half {
        parts.push((whole, letter, clock));
    }
    if half {
        parts.push(match (letter, clock) {
            ('Y', _) => (6, 'M', false),
            ('H', _) => (30, 'M', true),
            ('M', true) => (30, 'S', true),
            ('M', false) => (15, 'D', false),
            ('D', _) => (12, 'H', true),
            _ => return None,
        });
    }
    Some(parts)
}

fn print(parts: &[(u64, char, bool)]) -> String {
    let mut text = String::from("P");
    let mut in_clock = false;
    for (n, letter, clock) in parts {
        if *clock && !in_clock {
            text.push('T');
            in_clock = true;
        }
        text.push_str(&format!("{n}{letter}"));
    }
    text
}

/// "half an hour", "a month" after a verb of staying, "half a century"
pub(super) fn worded(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if p.word(at) == "half" && matches!(p.word(at + 1), "a" | "an") {
        let (letter, clock, factor) = unit(p.word(at + 2))?;
        let parts = iso(Decimal::new(5, 1), letter, clock, factor)?;
        return Some((Value::Duration(print(&parts)), at + 3));
    }
    if p.word(at) == "a" && matches!(p.word(at + 1), "month" | "week" | "year" | "decade" | "century" | "fortnight") {
        let before = at.checked_sub(1).map_or("", |b| p.word(b));
        let stays = matches!(before, "spent" | "spend" | "for" | "lasted" | "within" | "stayed" | "lasting");
        let ends = p.word(at + 2).is_empty() || matches!(p.word(at + 2), "with" | "in" | "at" | "and" | "long" | "from" | "on");
        if stays && ends && p.word(at + 1) != "fortnight" {
            let (letter, clock, factor) = unit(p.word(at + 1))?;
            return Some((Value::Duration(print(&iso(Decimal::ONE, letter, clock, factor)?)), at + 2));
        }
    }
    None
}

/// The denominators that words give.
fn denominator(word: &str) -> Option<(u32, bool)> {
    Some(match word {
        "half" => (2, false),
        "halves" => (2, true),
        "third" => (3, false),
        "thirds" => (3, true),
        "quarter" | "fourth" => (4, false),
        "quarters" | "fourths" => (4, true),
        _ => {
            let (stem, plural) = match word.strip_suffix('s') {
                Some(stem) => (stem, true),
                None => (word, false),
            };
            let n = number::ordinal_word(stem).filter(|n| (5..=100).contains(n))?;
            (n, plural)
        }
    })
}

/// Reads a share in words: "two thirds", "a quarter of", "half", "nine out of ten", "one in five".
pub(super) fn fraction(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if p.word(at) == "half" {
        return half(p, at);
    }
    let article = matches!(p.word(at), "a" | "an");
    let (n, end) = if article { (1, at + 1) } else { (number::cardinal(p.word(at))?, at + 1) };
    if !article {
        if let Some(found) = out_of(p, n, end) {
            return Some(found);
        }
    }
    let here = if p.is(end, '-') { end + 1 } else { end };
    let (den, plural) = denominator(p.word(here))?;
    let next = p.word(here + 1);
    let singular_fits = !plural && n == 1 && (!article || next == "of" || next.is_empty());
    if !(plural && n > 1 || singular_fits) || n >= den || n == 0 {
        return None;
    }
    Some((share(Decimal::from(n), Decimal::from(den)), here + 1))
}

fn half(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    let before = at.checked_sub(1).map_or("", |b| p.word(b));
    let ordinal = matches!(before, "first" | "second" | "latter" | "other" | "and" | "a" | "southern" | "northern" | "eastern" | "western");
    if matches!(p.word(at + 1), "a" | "an") && (number::scale(p.word(at + 2)).is_some() || p.word(at + 2) == "dozen") {
        return None;
    }
    let hyphen = p.is(at + 1, '-') || at > 0 && p.is(at - 1, '-');
    (!ordinal && !hyphen && p.word(at + 1) != "time").then_some((share(Decimal::ONE, Decimal::TWO), at + 1))
}

/// "nine out of ten", "one in five"
fn out_of(p: &Pieces<'_>, n: u32, end: usize) -> Option<(Value, usize)> {
    let here = match (p.word(end), p.word(end + 1)) {
        ("out", "of") => end + 2,
        ("in", _) => end + 1,
        _ => return None,
    };
    let total = number::read(p, here)?;
    let den = total.value.filter(|d| *d > Decimal::from(n) && *d <= Decimal::ONE_THOUSAND)?;
    let listed = p.word(end) == "in" && (!total.words || n != 1);
    (!listed).then_some((share(Decimal::from(n), den), total.end))
}

fn share(n: Decimal, den: Decimal) -> Value {
    let percent = (n * Decimal::ONE_HUNDRED / den).round_dp(2).normalize();
    Value::Percent(Range { low: percent, high: None })
}

/// Qualifiers left of a figure, the longest first; pieces apart by one space.
const LEFT: &[(&str, Qualifier)] = &[
    ("no fewer than", Qualifier::AtLeast), ("no less than", Qualifier::AtLeast), ("not less than", Qualifier::AtLeast), ("a minimum of", Qualifier::AtLeast),
    ("no more than", Qualifier::AtMost), ("not more than", Qualifier::AtMost), ("a maximum of", Qualifier::AtMost),
    ("slightly more than", Qualifier::MoreThan), ("slightly over", Qualifier::MoreThan), ("a little over", Qualifier::MoreThan), ("a little more than", Qualifier::MoreThan),
    ("in excess of", Qualifier::MoreThan), ("upwards of", Qualifier::MoreThan), ("upward of", Qualifier::MoreThan),
    ("more than", Qualifier::MoreThan), ("greater than", Qualifier::MoreThan), ("well over", Qualifier::MoreThan), ("just over", Qualifier::MoreThan), ("over", Qualifier::MoreThan), ("exceeding", Qualifier::MoreThan), ("above", Qualifier::MoreThan),
    ("at least", Qualifier::AtLeast),
    ("fewer than", Qualifier::LessThan), ("less than", Qualifier::LessThan), ("just under", Qualifier::LessThan), ("under", Qualifier::LessThan), ("below", Qualifier::LessThan),
    ("at most", Qualifier::AtMost), ("as many as", Qualifier::AtMost), ("as much as", Qualifier::AtMost), ("up to", Qualifier::AtMost),
    ("close to", Qualifier::Nearly), ("nearly", Qualifier::Nearly), ("almost", Qualifier::Nearly),
    ("an estimated", Qualifier::About), ("estimated", Qualifier::About), ("in the region of", Qualifier::About), ("approximately", Qualifier::About), ("approx .", Qualifier::About), ("approx", Qualifier::About),
    ("roughly", Qualifier::About), ("around", Qualifier::About), ("about", Qualifier::About), ("some", Qualifier::About), ("circa", Qualifier::About), ("ca .", Qualifier::About), ("c .", Qualifier::About), ("~", Qualifier::About),
];

/// Verbs and nouns after which "over" is no qualifier: "spreads over", "jurisdiction over".
const NOT_OVER: &[&str] = &["spreads", "spread", "spreading", "extends", "extending", "extend", "extended", "stretches", "stretching", "stretch", "jurisdiction", "presides", "presiding", "preside", "authority", "scattered", "distributed", "sprawls", "control", "supervision", "sprawling", "rules"];

/// The qualifier left of the figure at a piece, with its first piece.
pub(super) fn left(p: &Pieces<'_>, at: usize) -> Option<(Qualifier, usize)> {
    let (words, qualifier) = LEFT.iter().find(|(words, _)| ends_at(p, at, words))?;
    let start = at - words.split(' ').count();
    let before = start.checked_sub(1).map_or("", |b| p.word(b));
    let spatial = *words == "over" && NOT_OVER.contains(&before)
        || *words == "under" && matches!(before, "age" | "children" | "people")
        || matches!(*words, "above" | "below" | "under") && matches!(before, "meters" | "floors" | "stands" | "stand")
        || *words == "around" && matches!(before, "walls" | "ring");
    (!spatial).then_some((*qualifier, start))
}

fn ends_at(p: &Pieces<'_>, at: usize, words: &str) -> bool {
    let mut here = at;
    words.rsplit(' ').all(|part| {
        let Some(before) = here.checked_sub(1) else { return false };
        here = before;
        if part.len() == 1 && !part.starts_with(char::is_alphabetic) {
            part.chars().next().is_some_and(|c| p.is(here, c))
        } else {
            p.word(here) == part
        }
    })
}

/// The qualifier right of a number: "50+", "1,000 or more", "200-odd"; with the piece after it.
pub(super) fn right(p: &Pieces<'_>, at: usize) -> Option<(Qualifier, usize)> {
    if p.is(at, '+') && !p.spaced(at) {
        return Some((Qualifier::AtLeast, at + 1));
    }
    if p.word(at) == "or" && p.word(at + 1) == "more" {
        return Some((Qualifier::AtLeast, at + 2));
    }
    if p.is(at, '-') && p.word(at + 1) == "odd" {
        return Some((Qualifier::About, at + 2));
    }
    (p.is(at, '-') && p.word(at + 1) == "plus").then_some((Qualifier::AtLeast, at + 2))
}
