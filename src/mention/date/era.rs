//! Centuries, decades and years of an era: "the 19th century", "the 1990s", "25 BC".

use super::super::cursor::{Kind, Pieces};
use super::super::words;
use super::super::{Point, Year};
use super::{Found, and, between, past_article, point, to};

/// The era after a year.
#[derive(Clone, Copy, PartialEq)]
enum Era {
    /// BC, BCE
    Before,
    /// AD, CE
    Common,
}

/// Reads a century, a decade or a year with its era.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Found> {
    if let Some((first, end)) = ordinal(p, at) {
        let here = p.past_hyphen(end);
        return matches!(p.word(here), "century" | "centuries")
            .then(|| century(p, first, at, here + 1))?;
    }
    decade(p, at).or_else(|| with_era(p, at))
}

/// "the 15th and 16th centuries", "221-207 BC", "358 - 969 AD"
pub(super) fn interval(p: &Pieces<'_>, at: usize) -> Option<(Point, Point, usize)> {
    if let Some((first, end)) = ordinal(p, at) {
        let next = and(p, end).or_else(|| to(p, end))?;
        let (second, end) = ordinal(p, past_part(p, next)).filter(|(second, _)| *second > first)?;
        let here = p.past_hyphen(end);
        let paired = p.word(here) == "centuries"
            || p.word(here) == "century" && (to(p, at + 1).is_some() || and(p, here).is_none());
        let last = century(p, second, at, here + 1)?;
        let first = point(Year::Century(first - 1), None, None);
        return paired.then_some((first, last.point, last.end));
    }
    let first = number(p, at)?;
    let next = to(p, at + 1).or_else(|| and(p, at + 1).filter(|_| between(p, at)))?;
    let last = number(p, next)?;
    let (era, end) = era(p, next + 1)?;
    let year = |n: i32| point(Year::Exact(if era == Era::Before { 1 - n } else { n }), None, None);
    let ordered = (first < last) == (era == Era::Common);
    (ordered && first != last && !same_year(first, last)).then(|| (year(first), year(last), end))
}

/// The piece after "the early", "the mid-".
fn past_part(p: &Pieces<'_>, at: usize) -> usize {
    let at = past_article(p, at);
    if matches!(p.word(at), "early" | "late" | "mid") { p.past_hyphen(at + 1) } else { at }
}

/// Whether a year of the Hijra and one of the common era are the same: both calendars in one bracket are no interval.
fn same_year(hijra: i32, common: i32) -> bool {
    // Thirty-three lunar years are thirty-two of the sun.
    (hijra - hijra / 33 + 622 - common).abs() <= 1
}

fn century(p: &Pieces<'_>, n: i32, start: usize, end: usize) -> Option<Found> {
    if !(1..=30).contains(&n) {
        return None;
    }
    let (year, end) = match era(p, end) {
        // The first century before Christ has no EDTF of its own: it would be a minus zero.
        Some((Era::Before, end)) if n > 1 => (Year::Century(1 - n), end),
        Some((Era::Common, end)) => (Year::Century(n - 1), end),
        _ => (Year::Century(n - 1), end),
    };
    Some(Found::new(point(year, None, None), start, end))
}

/// "19th", "nineteenth", "XIX" before "century".
fn ordinal(p: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some((n, end)) = words::ordinal(p, at) {
        return n.try_into().ok().map(|n: i32| (n, end));
    }
    let shouted = matches!(p.word(at + 1), "century" | "centuries") && p.capital(at);
    let n = if shouted { roman(p.word(at)) } else { None };
    n.map(|n| (n, at + 1))
}

/// The value of a Roman number up to 39 in lower case.
fn roman(word: &str) -> Option<i32> {
    let tens = word.bytes().take_while(|b| *b == b'x').count();
    let unit = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        .iter()
        .position(|u| Some(*u) == word.get(tens..))?;
    i32::try_from(tens * 10 + unit).ok().filter(|n| *n > 0 && tens < 4)
}

/// "1990s", "1990's", "’90s"
fn decade(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let digits = p.digits(at);
    let s = at + 1 + usize::from(p.is_any(at + 1, &['\'', '’']));
    if p.word(s) != "s" || p.spaced(s) || !digits.ends_with('0') {
        return None;
    }
    let n: i32 = digits.parse().ok()?;
    let quote = at > 0 && p.is_any(at - 1, &['\'', '’', '‘']) && !p.spaced(at);
    let (decade, start) = match digits.len() {
        4 if (1000..=2100).contains(&n) => (n / 10, at),
        2 if quote && n >= 30 => (190 + n / 10, at - 1),
        2 => (century_before(p, at)? * 10 + n / 10, at),
        _ => return None,
    };
    Some(Found::new(point(Year::Decade(decade), None, None), start, s + 1))
}

/// The century of the decade before "and 60s", "–30s".
fn century_before(p: &Pieces<'_>, at: usize) -> Option<i32> {
    let joint =
        at.checked_sub(1).filter(|j| p.is_dash(*j) || matches!(p.word(*j), "and" | "to"))?;
    let s = joint.checked_sub(1).filter(|s| p.word(*s) == "s")?;
    let digits = s - 1 - usize::from(p.is_any(s - 1, &['\'', '’']));
    let n: i32 = p.digits(digits).parse().ok().filter(|_| p.digits(digits).len() == 4)?;
    Some(n / 100)
}

fn number(p: &Pieces<'_>, at: usize) -> Option<i32> {
    let digits = p.digits(at);
    digits.parse().ok().filter(|_| digits.len() <= 4)
}

/// "969 AD", "AD 969", "25 B.C.", "358 - 969 AD"
fn with_era(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let exact = |n| point(Year::Exact(n), None, None);
    if let Some((Era::Common, digits)) = era(p, at).filter(|_| p.capital(at)) {
        return number(p, digits).map(|n| Found::new(exact(n), at, digits + 1));
    }
    let n = number(p, at)?;
    if let Some((Era::Common, end)) = to(p, at + 1).and_then(|next| era(p, next + 1)) {
        let common = number(p, end - 2).or_else(|| number(p, to(p, at + 1)?))?;
        return same_year(n, common).then(|| Found::new(exact(common), at, end));
    }
    let (era, end) = era(p, at + 1)?;
    let year = if era == Era::Before { 1 - n } else { n };
    Some(Found::new(exact(year), at, end))
}

/// "BC", "B.C.", "BCE", "A.D.", "CE", with the piece after it.
fn era(p: &Pieces<'_>, at: usize) -> Option<(Era, usize)> {
    let mut letters = String::new();
    let mut here = at;
    while letters.len() < 3
        && p.capital(here)
        && matches!(p.word(here), "b" | "c" | "a" | "d" | "e" | "bc" | "ad" | "ce" | "bce")
    {
        letters.push_str(p.word(here));
        let stop = p.word(here).len() == 1 && p.is(here + 1, '.');
        // Letters apart without a stop are no abbreviation.
        here += 1 + usize::from(stop);
        if !stop || p.get(here).is_none_or(|q| q.kind != Kind::Word || q.spaced) {
            break;
        }
    }
    match letters.as_str() {
        "bc" | "bce" => Some((Era::Before, here)),
        "ad" | "ce" => Some((Era::Common, here)),
        _ => None,
    }
}
