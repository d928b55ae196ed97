//! Dates: the surface forms of formal English, complete, partial, relative and recurring.
//!
//! A date is read as one point first. Words that join it to a second make an interval, and the two lend each other the
//! year or month that only one of them has; then the preposition before it has its say.

mod day;
mod era;
mod lead;
mod relative;
mod year;

pub(super) use year::year;

use super::cursor::Pieces;
use super::{Date, Point, Shape, Year};

/// A date read from pieces `start` to `end` (exclusive).
pub(super) struct Read {
    /// The date.
    pub(super) date: Date,
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
}

/// One point in time and the pieces it takes; most begin where they are looked for.
#[derive(Clone, Copy)]
struct Found {
    point: Point,
    start: usize,
    end: usize,
    /// Digits or a name that are a date only in the right surroundings: "1568", "March".
    bare: bool,
}

impl Found {
    fn new(point: Point, start: usize, end: usize) -> Found {
        Found { point, start, end, bare: false }
    }
}

fn point(year: Year, month: Option<u8>, day: Option<u8>) -> Point {
    Point { year, month, day, approximate: false }
}

fn single(p: Point) -> Date {
    Date { start: Some(p), end: None, shape: Shape::Single, lead: None }
}

fn interval(a: Point, b: Point) -> Date {
    Date { start: Some(a), end: Some(b), shape: Shape::Interval, lead: None }
}

/// Reads a date at a piece; `listed` tells whether the figure right before, joined by comma or "and", was a year.
pub(super) fn read(p: &Pieces<'_>, at: usize, listed: bool) -> Option<Read> {
    if let Some(read) = part_of(p, at) {
        return Some(read);
    }
    let mut read = whole(p, at, listed)?;
    lead::apply(p, &mut read);
    Some(read)
}

fn whole(p: &Pieces<'_>, at: usize, listed: bool) -> Option<Read> {
    if let Some((a, b, end)) = era::interval(p, at).or_else(|| year::short_interval(p, at)) {
        return Some(Read { date: interval(a, b), start: at, end });
    }
    if let Some((a, b, end)) = day::days_of_month(p, at) {
        return Some(Read { date: interval(a, b), start: at, end });
    }
    let first = found(p, at)?;
    if let Some((a, b, end)) = joined(p, &first) {
        return Some(Read { date: interval(a, b), start: first.start, end });
    }
    if let Some(end) = year::open_end(p, &first) {
        let mut date = single(first.point);
        date.shape = Shape::Since;
        return Some(Read { date, start: first.start, end });
    }
    if first.bare && !listed && !day::stands_alone(p, &first) && !year::stands_alone(p, &first) {
        return None;
    }
    let mut first = year::approximate(p, first);
    if first.point.year == Year::Open {
        day::share_year(p, &mut first);
    }
    let first = day::recurring(p, first);
    Some(Read { date: single(first.point), start: first.start, end: first.end })
}

/// One point of any form.
fn found(p: &Pieces<'_>, at: usize) -> Option<Found> {
    day::numeric(p, at)
        .or_else(|| day::month_first(p, at))
        .or_else(|| day::day_first(p, at))
        .or_else(|| era::read(p, at))
        .or_else(|| relative::read(p, at))
        .or_else(|| year::read(p, at))
}

/// "second half of the 9th century", "first quarter of 2012": the ordinal belongs to the date.
fn part_of(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let ordinal = matches!(p.word(at), "first" | "second" | "third" | "fourth" | "latter" | "last");
    let part =
        matches!(p.word(at + 1), "half" | "quarter" | "third" | "decade" | "decades" | "years");
    if !ordinal || !part || p.word(at + 2) != "of" {
        return None;
    }
    let the = usize::from(p.word(at + 3) == "the");
    let same = matches!(p.word(at + 4), "same" | "following");
    let whole = whole(p, at + 3 + usize::from(the == 1 && !same), true)?;
    let year = whole.date.start.is_some_and(|s| s.day.is_none() && s.month.is_none());
    let mut read = Read { start: at, ..whole };
    lead::apply(p, &mut read);
    (year && read.date.shape == Shape::Single).then_some(read)
}

/// A word or dash that joins the two ends of a range.
fn to(p: &Pieces<'_>, at: usize) -> Option<usize> {
    let up = p.word(at) == "up" && matches!(p.word(at + 1), "to" | "until");
    let slash = p.is(at, '/') && !p.spaced(at) && !p.spaced(at + 1) && year(p, at + 1).is_some();
    let joins =
        matches!(p.word(at), "to" | "till" | "until" | "through") || p.is_dash(at) || up || slash;
    joins.then_some(at + 1 + usize::from(up))
}

fn and(p: &Pieces<'_>, at: usize) -> Option<usize> {
    (p.word(at) == "and" || p.is(at, '&')).then_some(at + 1)
}

/// The piece after "the" and "the year".
fn past_article(p: &Pieces<'_>, at: usize) -> usize {
    let at = at + usize::from(p.word(at) == "the");
    at + usize::from(p.word(at) == "year")
}

/// Whether "between" stands before a figure.
fn between(p: &Pieces<'_>, start: usize) -> bool {
    let before = if p.before(start) == "the" { start - 1 } else { start };
    p.before(before) == "between"
}

/// The second end of an interval, with both ends completed from each other.
fn joined(p: &Pieces<'_>, first: &Found) -> Option<(Point, Point, usize)> {
    if let Some(found) = day::later_day(p, first) {
        return Some(found);
    }
    let next = to(p, first.end).or_else(|| {
        and(p, first.end).filter(|next| between(p, first.start) || next_month(p, first, *next))
    })?;
    let second = found(p, past_article(p, next)).filter(|s| !leans(s.point))?;
    let (mut a, mut b) = (first.point, second.point);
    if leans(a) || a.month.is_none() && b.month.is_some() {
        return None;
    }
    complete(&mut a, &mut b);
    // Digits with a unit behind them are no years, whatever their size: "1300-1500 mm".
    let counted = first.bare && year::counts(p, second.end);
    let ordered = a.year == Year::Open && b.year == Year::Open || key(a) < key(b);
    (ordered && !counted).then_some((a, b, second.end))
}

/// "April and May 1980": a month and the one after it are one stretch of time; others are two.
fn next_month(p: &Pieces<'_>, first: &Found, next: usize) -> bool {
    let Some(second) = found(p, next) else { return false };
    let adjacent = first.point.month.zip(second.point.month).is_some_and(|(a, b)| a + 1 == b);
    let bare = first.point.day.is_none() && second.point.day.is_none();
    adjacent
        && bare
        && first.point.year == Year::Open
        && matches!(second.point.year, Year::Exact(_))
}

/// Whether the year hangs on a context outside: relative dates join no interval.
fn leans(p: Point) -> bool {
    use Year::{DayOffset, Every, MonthOffset, Next, Offset};
    matches!(p.year, Offset(_) | DayOffset(_) | MonthOffset(_) | Next | Every)
        || p.year == Year::Same && p.month.is_none()
}

/// Gives an end without a year that of the other, a year apart where the months run over New Year.
fn complete(a: &mut Point, b: &mut Point) {
    let over = (a.month, a.day) > (b.month, b.day);
    match (a.year, b.year) {
        (Year::Open, Year::Exact(y)) => a.year = Year::Exact(if over { y - 1 } else { y }),
        (Year::Exact(y), Year::Open) => b.year = Year::Exact(if over { y + 1 } else { y }),
        (Year::Open, year) if year != Year::Open => a.year = year,
        _ => {}
    }
}

/// A key by which points are in order.
fn key(p: Point) -> (i32, u8, u8) {
    let year = match p.year {
        Year::Exact(y) => y,
        Year::Decade(d) => d * 10,
        Year::Century(c) => c * 100,
        _ => 0,
    };
    (year, p.month.unwrap_or(0), p.day.unwrap_or(0))
}
