//! Days and months.

use super::super::cursor::{Kind, Pieces};
use super::super::{Point, Year};
use super::{Found, and, point, relative, to, year};

fn month(p: &Pieces<'_>, at: usize) -> Option<u8> {
    p.known(at)?.month.filter(|_| p.capital(at))
}

/// A day of the month in one or two digits, with or without its ending.
fn day(p: &Pieces<'_>, at: usize) -> Option<(u8, usize)> {
    let digits = p.digits(at);
    if digits.len() > 2 {
        return None;
    }
    let n: u8 = digits.parse().ok().filter(|n| (1..=31).contains(n))?;
    let suffix = matches!(p.word(at + 1), "st" | "nd" | "rd" | "th") && !p.spaced(at + 1);
    Some((n, if suffix { at + 2 } else { at + 1 }))
}

/// The year after a month or day: ", 1993", "of 2021", "of the same year", "that year".
fn year_after(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let here = at + usize::from(p.is_any(at, &[',', '.']));
    let of = usize::from(p.word(here) == "of");
    year(p, here + of)
        .map(|y| (Year::Exact(y), here + of + 1))
        .or_else(|| relative::year_words(p, here + of))
}

/// 1980-05-05, 2021/03/15, 1988.4.11, 28.05.2024, 23-Oct-1993, 2021-04, 04/2021
pub(super) fn numeric(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let digits = p.digits(at);
    if digits.is_empty() {
        return None;
    }
    if let Some((m, y, end)) = month_and_year(p, at) {
        return Some(Found::new(point(Year::Exact(y), Some(m), None), at, end));
    }
    let (parts, end) = parts(p, at)?;
    let dated = |y: &str, m: &str, d: &str| {
        let (y, m, d) = (y.parse().ok()?, m.parse().ok()?, d.parse().ok()?);
        let fits = (1000..=2100).contains(&y) && (1..=12).contains(&m) && (1..=31).contains(&d);
        fits.then(|| point(Year::Exact(y), Some(m), Some(d)))
    };
    let found = match parts {
        [a, b, c] if a.len() == 4 && b.len() <= 2 && c.len() <= 2 => dated(a, b, c)?,
        // The day first, unless the middle is none of twelve months: "10/23/1993".
        [a, b, c] if c.len() == 4 && a.len() <= 2 => dated(c, b, a).or_else(|| dated(c, a, b))?,
        _ => return None,
    };
    Some(Found::new(found, at, clock(p, end)))
}

/// "2021-04", "04/2021"
fn month_and_year(p: &Pieces<'_>, at: usize) -> Option<(u8, i32, usize)> {
    let tight = !p.spaced(at + 1) && !p.spaced(at + 2);
    let ends = p
        .get(at + 3)
        .is_none_or(|q| q.spaced || matches!(q.kind, Kind::Sign(',' | ')' | '.' | ';')));
    let part = |i: usize| {
        p.digits(i).parse().ok().filter(|m| (1..=12).contains(m) && p.digits(i).len() == 2)
    };
    if p.is(at + 1, '-') && tight && ends {
        return Some((part(at + 2)?, year(p, at)?, at + 3));
    }
    (p.is(at + 1, '/') && tight && ends).then(|| Some((part(at)?, year(p, at + 2)?, at + 3)))?
}

/// Year, month and day as written, with the piece after them.
fn parts<'p>(p: &'p Pieces<'_>, at: usize) -> Option<([&'p str; 3], usize)> {
    let digits = p.digits(at);
    let mut dotted = digits.split('.');
    if let (Some(a), Some(b), Some(c), None) =
        (dotted.next(), dotted.next(), dotted.next(), dotted.next())
    {
        return Some(([a, b, c], at + 1));
    }
    let (b, c) = (p.digits(at + 2), p.digits(at + 4));
    let tight = !p.spaced(at + 1) && !p.spaced(at + 2) && !p.spaced(at + 3) && !p.spaced(at + 4);
    let joined = |sign| p.is(at + 1, sign) && p.is(at + 3, sign);
    // "1993. 10. 23": stops may be followed by spaces.
    let stops = joined('.') && digits.len() == 4 && !p.spaced(at + 1) && !p.spaced(at + 3);
    let month = tight && joined('-') && month(p, at + 2).is_some();
    if month {
        let number = |n: u8| {
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"][usize::from(n) - 1]
        };
        return Some(([digits, number(self::month(p, at + 2)?), c], at + 5));
    }
    (tight && (joined('-') || joined('/')) || stops).then_some(([digits, b, c], at + 5))
}

/// The piece after a time of day that follows a date: "2024-11-11 10:11".
fn clock(p: &Pieces<'_>, at: usize) -> usize {
    let pair = |i: usize| (1..=2).contains(&p.digits(i).len());
    if !(pair(at) && p.is(at + 1, ':') && p.digits(at + 2).len() == 2 && !p.spaced(at + 2)) {
        return at;
    }
    let seconds = p.is(at + 3, ':') && p.digits(at + 4).len() == 2;
    if seconds { at + 5 } else { at + 3 }
}

/// "October 23, 1993", "April 2021", "May.17.2007", "June"
pub(super) fn month_first(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let m = month(p, at)?;
    let mut here = at + 1;
    if p.is(here, '.') && p.word(at).len() <= 4 && !p.digits(here + 1).is_empty() {
        here += 1;
        if let Some((d, y)) = p.digits(here).split_once('.') {
            let (d, y): (u8, i32) = (d.parse().ok()?, y.parse().ok()?);
            let fits = (1..=31).contains(&d) && (1000..=2100).contains(&y);
            return fits.then(|| Found::new(point(Year::Exact(y), Some(m), Some(d)), at, here + 1));
        }
    }
    if let Some((y, end)) = year_after(p, here) {
        return Some(Found::new(point(y, Some(m), None), at, end));
    }
    let here = here
        + usize::from(p.word(here) == "the" && day(p, here + 1).is_some_and(|(_, e)| e > here + 2));
    if let Some((d, end)) = day(p, here) {
        let (y, end) =
            year_after(p, end).or_else(|| early_year(p, end)).unwrap_or((Year::Open, end));
        return Some(Found::new(point(y, Some(m), Some(d)), at, clock(p, end)));
    }
    Some(Found { bare: true, ..Found::new(point(Year::Open, Some(m), None), at, at + 1) })
}

/// "23 October 1993", "the 23rd of October, 1993", "6 July"
pub(super) fn day_first(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let (d, end) = day(p, at)?;
    if let Some(last) = listed(p, end).or_else(|| apart(p, d, end)) {
        return Some(Found::new(Point { day: Some(d), ..last }, at, end));
    }
    let (m, end) = month_of(p, end)?;
    let (y, end) = year_after(p, end).or_else(|| early_year(p, end)).unwrap_or((Year::Open, end));
    Some(Found::new(point(y, Some(m), Some(d)), at, clock(p, end)))
}

/// The most days that a list names after its first.
const LONGEST_LIST: usize = 8;

/// The last day of the list that goes on after "11": ", 12 and 13 May 2017".
fn listed(p: &Pieces<'_>, mut at: usize) -> Option<Point> {
    // No list of days is longer, and a long list of numbers must not be read again from each of them.
    for _ in 0..LONGEST_LIST {
        if !p.is(at, ',') {
            return None;
        }
        let (_, end) = day(p, at + 1)?;
        if let Some(last) = and(p, end).and_then(|next| day_first(p, next)) {
            return Some(last.point);
        }
        at = end;
    }
    None
}

/// The second day of "14 and 16 October 2009", which is another date.
fn apart(p: &Pieces<'_>, first: u8, at: usize) -> Option<Point> {
    let next = and(p, at)?;
    let (second, _) = day(p, next)?;
    (second > first + 1).then(|| day_first(p, next).map(|found| found.point))?
}

/// "October", "of October", "Oct." after a day.
fn month_of(p: &Pieces<'_>, at: usize) -> Option<(u8, usize)> {
    let here = at + usize::from(p.word(at) == "of");
    let m = month(p, here)?;
    let stop = p.is(here + 1, '.') && p.word(here).len() <= 4 && year(p, here + 2).is_some();
    Some((m, here + 1 + usize::from(stop)))
}

/// "22 February 794", "February 22, 794": three digits right after a day.
fn early_year(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let here = at + usize::from(p.is(at, ','));
    let digits = p.digits(here);
    let n = digits.parse().ok().filter(|_| digits.len() == 3 && !digits.starts_with('0'))?;
    p.word(here + 1).is_empty().then_some((Year::Exact(n), here + 1))
}

/// "26–27 March 2013", "the 2nd and 3rd of June 2017": two days of one month.
pub(super) fn days_of_month(p: &Pieces<'_>, at: usize) -> Option<(Point, Point, usize)> {
    let (first, end) = day(p, at)?;
    let range = to(p, end);
    let next = range.or_else(|| and(p, end))?;
    let (second, end) =
        day(p, next + usize::from(p.word(next) == "the")).filter(|(d, _)| *d > first)?;
    // "on 14 and 16 October 2009": days that don't follow each other are two dates.
    if range.is_none() && second > first + 1 && p.before(at) != "between" {
        return None;
    }
    let (m, end) = month_of(p, end)?;
    let (y, end) = year_after(p, end).unwrap_or((Year::Open, end));
    Some((point(y, Some(m), Some(first)), point(y, Some(m), Some(second)), end))
}

/// The second day of "April 24 to 27, 2000", "September 4 and 5, 2015", "2017.08.03 ~ 07", "2000.04.24 ~ 04.27".
pub(super) fn later_day(p: &Pieces<'_>, first: &Found) -> Option<(Point, Point, usize)> {
    let d = first.point.day?;
    // "2000. 04. 24. ~ 04. 27."
    let end = first.end + usize::from(p.is(first.end, '.') && p.is_dash(first.end + 1));
    let range = to(p, end);
    let next = range.or_else(|| and(p, end))?;
    let numeric = p.get(first.start).is_some_and(|q| q.kind == Kind::Digits);
    if numeric
        && first.point.year != Year::Open
        && let Some((m, d2, end)) = month_and_day(p, next)
    {
        let b = Point { month: Some(m), day: Some(d2), ..first.point };
        return (b.month >= first.point.month).then_some((first.point, b, end));
    }
    let here = next + usize::from(p.word(next) == "the");
    let (d2, end) = day(p, here).filter(|(d2, _)| *d2 > d)?;
    // "on June 2 and 3 others": a pair of days ends its phrase; "2017.08.03 ~ 07." may too.
    let free = p.word(end).is_empty() || p.word(end) == "of";
    let dated = numeric && first.point.year != Year::Open;
    if range.is_none() && (!free || dated)
        || month(p, end).is_some()
        || p.is_dash(end) && !p.spaced(end)
    {
        return None;
    }
    if dated && p.digits(here).len() != 2 {
        return None;
    }
    let (y, end) = match first.point.year {
        Year::Open => year_after(p, end).unwrap_or((Year::Open, end)),
        year => (year, end),
    };
    let a = Point { year: y, ..first.point };
    Some((a, Point { day: Some(d2), ..a }, end))
}

/// "04.27", "04. 27"
fn month_and_day(p: &Pieces<'_>, at: usize) -> Option<(u8, u8, usize)> {
    let digits = p.digits(at);
    let (m, d, end) = match digits.split_once('.') {
        Some((m, d)) => (m, d, at + 1),
        None if p.is(at + 1, '.') && !p.spaced(at + 1) => (digits, p.digits(at + 2), at + 3),
        None => return None,
    };
    let (m, d) = (m.parse().ok()?, d.parse().ok()?);
    ((1..=12).contains(&m) && (1..=31).contains(&d)).then_some((m, d, end))
}

/// Whether a month alone is one: where a preposition stands beside it, or where no other word reads so.
pub(super) fn stands_alone(p: &Pieces<'_>, found: &Found) -> bool {
    if found.point.month.is_none() {
        return false;
    }
    let at = found.start;
    #[rustfmt::skip]
    let placed = matches!(
        p.before(at),
        "in" | "of" | "by" | "since" | "until" | "till" | "and" | "late" | "early" | "mid" | "last" | "to" | "from"
            | "during" | "before" | "after" | "through" | "every" | "each" | "between" | "around"
    );
    #[rustfmt::skip]
    let ambiguous = matches!(
        p.word(at),
        "may" | "march" | "mar" | "jan" | "dec" | "sep" | "jun" | "jul" | "apr" | "aug" | "feb" | "nov" | "oct" | "august"
    );
    let listed = at > 0 && p.is(at - 1, ',') && !ambiguous;
    // "by Jan Kask": a short month before a capitalized word is a first name.
    let short = p.word(at).len() == 3 && p.word(at) != "may";
    let name = p.capital(at + 1) && month(p, at + 1).is_none() && (short || !p.spaced(at + 1));
    !name && (placed || listed || !ambiguous)
}

/// "March and November 2017": the year after the last of a pair.
pub(super) fn share_year(p: &Pieces<'_>, first: &mut Found) {
    let Some(next) = and(p, first.end) else { return };
    let second = month_first(p, next).or_else(|| day_first(p, next));
    if let Some(second) = second.filter(|s| s.point.month.is_some()) {
        first.point.year = second.point.year;
    }
}

/// "every June", "June 12 every year", "every year on June 12"
pub(super) fn recurring(p: &Pieces<'_>, mut found: Found) -> Found {
    if found.point.year != Year::Open {
        return found;
    }
    let every = |i: usize| matches!(p.word(i), "every" | "each");
    let of = found.end + usize::from(p.word(found.end) == "of");
    let before = found.start.checked_sub(3).is_some_and(|b| every(b) && p.word(b + 1) == "year");
    if every(of) && p.word(of + 1) == "year" {
        found.end = of + 2;
    } else if found.start > 0 && every(found.start - 1) {
        found.start -= 1;
    } else if !(before && matches!(p.before(found.start), "in" | "on")) {
        return found;
    }
    found.point.year = Year::Every;
    found
}
