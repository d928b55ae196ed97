//! Dates that lean on the one before: "the same year", "two years later", "the following day".

use super::super::Year;
use super::super::cursor::Pieces;
use super::super::number;
use super::{Found, point};

/// Reads a relative date at a piece.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let found = |year, end| Some(Found::new(point(year, None, None), at, end));
    // "later that year", "later in the same year", "earlier that month"
    let late = usize::from(matches!(p.word(at), "later" | "earlier" | "late" | "early"));
    let here = at + late + usize::from(late > 0 && p.word(at + 1) == "in");
    if let Some((year, end)) = same(p, here) {
        return found(year, end);
    }
    if late > 0 {
        return None;
    }
    if let Some(found) = next_month(p, at) {
        return Some(found);
    }
    if let Some((year, end)) = next(p, at).or_else(|| later(p, at)) {
        return found(year, end);
    }
    None
}

/// "the same year", "that year", "of the following year", after a month.
pub(super) fn year_words(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    if let Some((Year::Same, end)) = same(p, at) {
        return Some((Year::Same, end));
    }
    let here = at + usize::from(p.word(at) == "the");
    if let Some((Year::Offset(n), end)) = next(p, at) {
        return Some((Year::Offset(n), end));
    }
    if p.word(here + 1) != "year" {
        return None;
    }
    match p.word(here) {
        "same" => Some((Year::Same, here + 2)),
        "following" | "next" => Some((Year::Offset(1), here + 2)),
        "previous" | "preceding" => Some((Year::Offset(-1), here + 2)),
        _ => None,
    }
}

/// "the same year", "that very day", "that same month"
fn same(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let (the, that) = (p.word(at) == "the", p.word(at) == "that");
    let mut here = at + usize::from(the || that);
    let mut pointed = that;
    while matches!(p.word(here), "same" | "very") && here < at + 3 {
        pointed |= p.word(here) == "same";
        here += 1;
    }
    if !pointed || here == at {
        return None;
    }
    let year = match p.word(here) {
        "year" => Year::Same,
        "month" => Year::MonthOffset(0),
        "day" => Year::DayOffset(0),
        _ => return None,
    };
    // "same year" without its article leans too, "same day" is rather an adjective.
    (the || that || p.word(here) == "month").then_some((year, here + 1))
}

/// "the next January", "the following May"
fn next_month(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let next = p.word(at) == "the" && matches!(p.word(at + 1), "following" | "next");
    let month = p.known(at + 2)?.month.filter(|_| next && p.capital(at + 2))?;
    // "the next March 8 festival"
    let free = p.digits(at + 3).is_empty();
    free.then(|| Found::new(point(Year::Next, Some(month), None), at, at + 3))
}

/// "the following year", "the next day", "the year after"
fn next(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    if p.word(at) != "the" {
        return None;
    }
    let ends = |i: usize| p.word(i).is_empty() && p.digits(i).is_empty();
    match (p.word(at + 1), p.word(at + 2)) {
        ("following" | "next", "year") => Some((Year::Offset(1), at + 3)),
        ("following" | "next", "month") => Some((Year::MonthOffset(1), at + 3)),
        ("following" | "next", "day") => Some((Year::DayOffset(1), at + 3)),
        ("year", "after") if ends(at + 3) => Some((Year::Offset(1), at + 3)),
        ("year", "before") if ends(at + 3) => Some((Year::Offset(-1), at + 3)),
        ("month", "after") if ends(at + 3) => Some((Year::MonthOffset(1), at + 3)),
        ("month", "before") if ends(at + 3) => Some((Year::MonthOffset(-1), at + 3)),
        ("day", "after") if ends(at + 3) => Some((Year::DayOffset(1), at + 3)),
        ("day", "before") if ends(at + 3) => Some((Year::DayOffset(-1), at + 3)),
        _ => None,
    }
}

/// No number of years is longer in pieces: "one hundred and twenty-five years after that".
const LONGEST: usize = 12;

/// "six years later", "a month later", "two years after that"
fn later(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    if !(at + 2..at + LONGEST).any(|i| p.known(i).is_some_and(|k| k.turns)) {
        return None;
    }
    let read = number::read(p, at);
    let (n, end) = match read {
        Some(read) => (i32::try_from(read.value?.trunc()).ok().filter(|n| *n < 5000)?, read.end),
        None if matches!(p.word(at), "a" | "an") => (1, at + 1),
        None => return None,
    };
    let (sign, last) = match (p.word(end + 1), p.word(end + 2)) {
        ("later" | "afterwards" | "afterward", _) => (1, end + 2),
        ("earlier" | "previously", _) => (-1, end + 2),
        ("after", "that") => (1, end + 3),
        ("before", "that") => (-1, end + 3),
        _ => return None,
    };
    let n = n * sign;
    let year = match p.word(end) {
        "year" | "years" => Year::Offset(n),
        "decade" | "decades" => Year::Offset(n * 10),
        "century" | "centuries" => Year::Offset(n * 100),
        "month" | "months" => Year::MonthOffset(n),
        "week" | "weeks" => Year::DayOffset(n * 7),
        "fortnight" => Year::DayOffset(n * 14),
        "day" | "days" => Year::DayOffset(n),
        _ => return None,
    };
    Some((year, last))
}
