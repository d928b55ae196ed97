//! Dates: the surface forms of formal English, complete, partial, relative and recurring.

use super::cursor::{Kind, Pieces};
use super::number;
use super::{Date, Lead, Point, Shape, Year};

/// A date read from pieces `start` to `end` (exclusive).
pub(super) struct Read {
    /// The date.
    pub(super) date: Date,
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
}

/// Months with their abbreviations, sorted.
const MONTHS: &[(&str, u8)] = &[
    ("apr", 4), ("april", 4), ("aug", 8), ("august", 8), ("dec", 12), ("december", 12), ("feb", 2),
    ("february", 2), ("jan", 1), ("january", 1), ("jul", 7), ("july", 7), ("jun", 6), ("june", 6),
    ("mar", 3), ("march", 3), ("may", 5), ("nov", 11), ("november", 11), ("oct", 10), ("october", 10),
    ("sep", 9), ("sept", 9), ("september", 9),
];

fn month(p: &Pieces<'_>, at: usize) -> Option<u8> {
    if !p.capital(at) {
        return None;
    }
    MONTHS.binary_search_by_key(&p.word(at), |(w, _)| w).ok().map(|i| MONTHS[i].1)
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

/// A day of the month in one or two digits, with or without its ending.
fn day(p: &Pieces<'_>, at: usize) -> Option<(u8, usize)> {
    let digits = p.digits(at);
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let n: u8 = digits.parse().ok().filter(|n| (1..=31).contains(n))?;
    let suffix = matches!(p.word(at + 1), "st" | "nd" | "rd" | "th") && !p.spaced(at + 1);
    Some((n, if suffix { at + 2 } else { at + 1 }))
}

/// A year in four plain digits.
fn year(p: &Pieces<'_>, at: usize) -> Option<i32> {
    let digits = p.digits(at);
    let n: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    // A letter or a percent sign glued to the digits makes them something else.
    let glued = p.get(at + 1).is_some_and(|q| !q.spaced && matches!(q.kind, Kind::Word | Kind::Sign('%' | '°')));
    ((1000..=2100).contains(&n) && !glued).then_some(n)
}

/// The year after a month or day: ", 1993", "of 2021", "of the same year", "of that year".
fn year_after(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let mut here = at;
    if p.is(here, ',') || p.is(here, '.') {
        here += 1;
    }
    if let Some(y) = year(p, here) {
        return Some((Year::Exact(y), here + 1));
    }
    if p.word(here) == "of" {
        here += 1;
        if let Some(y) = year(p, here) {
            return Some((Year::Exact(y), here + 1));
        }
    }
    relative_year(p, here)
}

/// "the same year", "that year", "the following year"
fn relative_year(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let here = if p.word(at) == "the" { at + 1 } else { at };
    if p.word(here + 1) != "year" {
        return None;
    }
    let year = match p.word(here) {
        "same" | "that" => Year::Same,
        "following" | "next" => Year::Offset(1),
        "previous" | "preceding" => Year::Offset(-1),
        _ => return None,
    };
    Some((year, here + 2))
}

/// A word or dash that joins the two ends of a range.
fn to(p: &Pieces<'_>, at: usize) -> Option<usize> {
    (matches!(p.word(at), "to" | "till" | "until" | "through") || p.is_dash(at)).then_some(at + 1)
}

fn and(p: &Pieces<'_>, at: usize) -> Option<usize> {
    (p.word(at) == "and" || p.is(at, '&')).then_some(at + 1)
}

/// Reads a date at a piece; `previous` tells whether the figure right before, joined by comma or "and", was a year.
pub(super) fn read(p: &Pieces<'_>, at: usize, previous: bool) -> Option<Read> {
    let mut read = numeric(p, at)
        .or_else(|| month_first(p, at))
        .or_else(|| day_first(p, at))
        .or_else(|| era(p, at))
        .or_else(|| relative(p, at))
        .or_else(|| years(p, at, previous))?;
    lead(p, &mut read);
    Some(read)
}

fn done(date: Date, start: usize, end: usize) -> Option<Read> {
    Some(Read { date, start, end })
}

/// 1980-05-05, 2021/03/15, 1988.4.11, 28.05.2024
fn numeric(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let digits = p.digits(at);
    if digits.is_empty() {
        return None;
    }
    let parts: Vec<&str> = digits.split('.').collect();
    if let [a, b, c] = parts[..] {
        let n = |s: &str| s.parse::<u8>().ok();
        if a.len() == 4 && b.len() <= 2 && c.len() <= 2 {
            return dated(a.parse().ok()?, n(b)?, n(c)?, at, at + 1);
        }
        if c.len() == 4 && a.len() <= 2 && b.len() <= 2 {
            return dated(c.parse().ok()?, n(b)?, n(a)?, at, at + 1);
        }
    }
    let joined = |sign| p.is(at + 1, sign) && p.is(at + 3, sign) && !p.spaced(at + 1) && !p.spaced(at + 2);
    if joined('-') || joined('/') {
        let (a, b, c) = (digits, p.digits(at + 2), p.digits(at + 4));
        let n = |s: &str| s.parse::<u8>().ok();
        if a.len() == 4 && b.len() <= 2 && c.len() <= 2 {
            return dated(a.parse().ok()?, n(b)?, n(c)?, at, at + 5);
        }
        if c.len() == 4 && a.len() <= 2 && b.len() <= 2 && n(b)? <= 12 {
            return dated(c.parse().ok()?, n(b)?, n(a)?, at, at + 5);
        }
    }
    None
}

fn dated(year: i32, month: u8, day: u8, start: usize, end: usize) -> Option<Read> {
    let fits = (1000..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| done(single(point(Year::Exact(year), Some(month), Some(day))), start, end))?
}

/// "October 23, 1993", "April 24 to 27, 2000", "April 2021", "June"
fn month_first(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let m = month(p, at)?;
    let mut here = at + 1;
    if p.is(here, '.') && (p.digits(here + 1) != "") && p.word(at).len() <= 4 {
        here += 1;
        // "May.17.2007"
        if let Some((d, y)) = p.digits(here).split_once('.') {
            return dated(y.parse().ok()?, m, d.parse().ok()?, at, here + 1);
        }
    }
    if let Some((y, end)) = year_after(p, here) {
        return month_year(p, m, y, at, end);
    }
    if let Some((d, end)) = day(p, here) {
        return month_day(p, m, d, at, end);
    }
    bare_month(p, m, at)
}

fn month_year(p: &Pieces<'_>, m: u8, y: Year, at: usize, end: usize) -> Option<Read> {
    let first = point(y, Some(m), None);
    if let Some(next) = to(p, end) {
        if let Some(m2) = month(p, next) {
            if let Some((y2, end2)) = year_after(p, next + 1) {
                return done(interval(first, point(y2, Some(m2), None)), at, end2);
            }
        }
    }
    done(every_year(p, single(first), end), at, end)
}

fn month_day(p: &Pieces<'_>, m: u8, d: u8, at: usize, end: usize) -> Option<Read> {
    // "July 25 to August 9, 1992"
    if let Some(next) = to(p, end) {
        if let Some(m2) = month(p, next) {
            if let Some((d2, end2)) = day(p, next + 1) {
                let (y, end3) = year_after(p, end2).unwrap_or((Year::Open, end2));
                let (a, b) = (point(y, Some(m), Some(d)), point(y, Some(m2), Some(d2)));
                return done(interval(a, b), at, end3);
            }
        }
    }
    // "April 24 to 27, 2000", "September 4 and 5, 2015"
    let second = to(p, end).or_else(|| and(p, end)).and_then(|next| day(p, next));
    if let Some((d2, end2)) = second.filter(|(d2, end2)| *d2 > d && p.word(*end2).is_empty() | (p.word(*end2) == "of") | to(p, end).is_some()) {
        let (y, end3) = year_after(p, end2).unwrap_or((Year::Open, end2));
        let (a, b) = (point(y, Some(m), Some(d)), point(y, Some(m), Some(d2)));
        return done(interval(a, b), at, end3);
    }
    if let Some((y, end2)) = year_after(p, end) {
        let first = point(y, Some(m), Some(d));
        if let Some(next) = to(p, end2).filter(|n| month(p, *n).is_some()) {
            if let Some(second) = month_first(p, next).filter(|r| r.date.shape == Shape::Single) {
                return done(interval(first, second.date.start?), at, second.end);
            }
        }
        return done(single(first), at, end2);
    }
    if let Some(y) = shared_year(p, end) {
        return done(single(point(y, Some(m), Some(d))), at, end);
    }
    done(every_year(p, single(point(Year::Open, Some(m), Some(d))), end), at, end)
}

/// A month alone counts where a preposition or a figure stands beside it, or where no other word reads so.
fn bare_month(p: &Pieces<'_>, m: u8, at: usize) -> Option<Read> {
    let before = at.checked_sub(1).map_or("", |b| p.word(b));
    let placed = matches!(
        before,
        "in" | "of" | "by" | "since" | "until" | "till" | "and" | "late" | "early" | "mid" | "last" | "to" | "from" | "during" | "before" | "after" | "through" | "every" | "each" | "between" | "around"
    );
    let ambiguous = matches!(p.word(at), "may" | "march" | "mar" | "jan" | "dec" | "sep" | "jun" | "jul" | "apr" | "august");
    let listed = at > 0 && p.is(at - 1, ',') && !ambiguous;
    if !(placed || listed || (!ambiguous && p.word(at).len() > 4)) {
        return None;
    }
    if p.capital(at + 1) && month(p, at + 1).is_none() && !p.spaced(at + 1) {
        return None;
    }
    let mut date = single(point(Year::Open, Some(m), None));
    if matches!(before, "every" | "each") {
        date = single(point(Year::Every, Some(m), None));
    }
    if let Some(y) = shared_year(p, at + 1) {
        date = single(point(y, Some(m), None));
    }
    if let Some(next) = to(p, at + 1).filter(|n| month(p, *n).is_some()) {
        let m2 = month(p, next)?;
        let (y, end) = year_after(p, next + 1).unwrap_or((Year::Open, next + 1));
        return done(interval(point(y, Some(m), None), point(y, Some(m2), None)), at, end);
    }
    done(every_year(p, date, at + 1), at, at + 1)
}

/// "March and November 2017": the year after the last month of a pair.
fn shared_year(p: &Pieces<'_>, at: usize) -> Option<Year> {
    let next = and(p, at)?;
    month(p, next)?;
    let after = day(p, next + 1).map_or(next + 1, |(_, end)| end);
    year_after(p, after).map(|(y, _)| y)
}

/// "June 12 every year"
fn every_year(p: &Pieces<'_>, mut date: Date, end: usize) -> Date {
    if matches!(p.word(end), "every" | "each") && p.word(end + 1) == "year" {
        if let Some(start) = date.start.as_mut().filter(|s| s.year == Year::Open) {
            start.year = Year::Every;
        }
    }
    date
}

/// "23 October 1993", "26–27 March 2013", "28 November to 11 December 2011", "the 2nd and 3rd of June 2016"
fn day_first(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let (d, end) = day(p, at)?;
    let of = |i: usize| if p.word(i) == "of" { i + 1 } else { i };
    if let Some(m) = month(p, of(end)) {
        let after = of(end) + 1;
        if let Some(next) = to(p, after) {
            if let Some((d2, end2)) = day(p, next) {
                if let Some(m2) = month(p, of(end2)) {
                    let (y, end3) = year_after(p, of(end2) + 1).unwrap_or((Year::Open, of(end2) + 1));
                    let (a, b) = (point(y, Some(m), Some(d)), point(y, Some(m2), Some(d2)));
                    return done(interval(a, b), at, end3);
                }
            }
        }
        let (y, end2) = year_after(p, after)
            .or_else(|| early_year(p, after))
            .or_else(|| shared_year(p, after).map(|y| (y, after)))
            .unwrap_or((Year::Open, after));
        return done(every_year(p, single(point(y, Some(m), Some(d))), end2), at, end2);
    }
    let next = to(p, end).or_else(|| and(p, end))?;
    let (d2, end2) = day(p, next)?;
    let m = month(p, of(end2)).filter(|_| d2 > d)?;
    let after = of(end2) + 1;
    let (y, end3) = year_after(p, after).unwrap_or((Year::Open, after));
    done(interval(point(y, Some(m), Some(d)), point(y, Some(m), Some(d2))), at, end3)
}

/// "22 February 794": three digits right after a month.
fn early_year(p: &Pieces<'_>, at: usize) -> Option<(Year, usize)> {
    let digits = p.digits(at);
    let n: i32 = digits.parse().ok().filter(|_| digits.len() == 3)?;
    p.word(at + 1).is_empty().then_some((Year::Exact(n), at + 1))
}

/// Centuries, decades and years before Christ.
fn era(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if let Some((n, end)) = number::ordinal(p, at) {
        return century(p, n.try_into().ok()?, at, end);
    }
    let digits = p.digits(at);
    if digits.is_empty() {
        return None;
    }
    // "the 1990s", "the 1980's"
    let s = if p.is_any(at + 1, &['\'', '’']) { at + 2 } else { at + 1 };
    if p.word(s) == "s" && !p.spaced(s) && digits.len() == 4 && digits.ends_with('0') {
        let decade: i32 = digits.parse::<i32>().ok()? / 10;
        return done(single(point(Year::Decade(decade), None, None)), at, s + 1);
    }
    let n: i32 = digits.parse().ok().filter(|_| digits.len() <= 4)?;
    let mut here = at + 1;
    let mut letters = String::new();
    while letters.len() < 3 && matches!(p.word(here), "b" | "c" | "a" | "d" | "bc" | "ad" | "ce" | "bce" | "e") {
        letters.push_str(p.word(here));
        here += 1;
        if p.is(here, '.') && letters.len() < 3 && p.word(here - 1).len() == 1 {
            here += 1;
        }
    }
    let year = match letters.as_str() {
        "bc" | "bce" => 1 - n,
        "ad" | "ce" => n,
        _ => return None,
    };
    done(single(point(Year::Exact(year), None, None)), at, here)
}

fn century(p: &Pieces<'_>, n: u32, at: usize, end: usize) -> Option<Read> {
    let number = i32::try_from(n).ok()? - 1;
    let here = if p.is(end, '-') { end + 1 } else { end };
    if matches!(p.word(here), "century" | "centuries") {
        return done(single(point(Year::Century(number), None, None)), at, here + 1);
    }
    // "the 15th and 16th centuries"
    let next = and(p, end).or_else(|| to(p, end))?;
    let (m, end2) = number::ordinal(p, next)?;
    if !matches!(p.word(end2), "century" | "centuries") {
        return None;
    }
    let second: i32 = m.try_into().ok()?;
    let (a, b) = (point(Year::Century(number), None, None), point(Year::Century(second - 1), None, None));
    done(interval(a, b), at, end2 + 1)
}

/// "the same year", "two years later", "the following day"
fn relative(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if p.word(at) == "later" && p.word(at + 1) == "that" && p.word(at + 2) == "year" {
        return done(single(point(Year::Same, None, None)), at, at + 3);
    }
    if p.word(at) == "later" && p.word(at + 1) == "in" {
        if let Some((y, end)) = relative_year(p, at + 2) {
            return done(single(point(y, None, None)), at, end);
        }
    }
    let the = p.word(at) == "the";
    let here = if the { at + 1 } else { at };
    let (word, unit) = (p.word(here), p.word(here + 1));
    let year = match (word, unit) {
        ("same", "year") if the => Year::Same,
        ("that", "year") => Year::Same,
        ("same" | "that", "month") => Year::MonthOffset(0),
        ("following" | "next", "month") if the => Year::MonthOffset(1),
        ("following" | "next", "day") if the => Year::DayOffset(1),
        ("following" | "next", "year") if the => Year::Offset(1),
        ("previous" | "preceding", "year") if the => return None,
        _ => return later(p, at),
    };
    done(single(point(year, None, None)), at, here + 2)
}

/// "six years later", "a month later"
fn later(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let (n, end) = if matches!(p.word(at), "a" | "an") {
        (1, at + 1)
    } else {
        let read = number::read(p, at)?;
        (i32::try_from(read.value?.trunc()).ok().filter(|n| *n < 5000)?, read.end)
    };
    let sign = match p.word(end + 1) {
        "later" | "afterwards" => 1,
        "earlier" => -1,
        _ => return None,
    };
    let year = match p.word(end) {
        "year" | "years" => Year::Offset(n * sign),
        "month" | "months" => Year::MonthOffset(n * sign),
        "day" | "days" => Year::DayOffset(n * sign),
        "decade" | "decades" => Year::Offset(n * sign * 10),
        _ => return None,
    };
    done(single(point(year, None, None)), at, end + 2)
}

/// Bare years and their ranges.
fn years(p: &Pieces<'_>, at: usize, previous: bool) -> Option<Read> {
    let digits = p.digits(at);
    if digits.is_empty() {
        return None;
    }
    let before = |n: usize| at.checked_sub(n).map_or("", |b| p.word(b));
    let Some(y) = year(p, at) else { return early(p, at) };
    let end = at + 1;
    // "2019/20"
    if p.is(end, '/') && p.digits(end + 1).len() == 2 && !p.spaced(end) && !p.spaced(end + 1) {
        let short: i32 = p.digits(end + 1).parse().ok()?;
        if (y + 1) % 100 == short {
            let (a, b) = (point(Year::Exact(y), None, None), point(Year::Exact(y + 1), None, None));
            return done(interval(a, b), at, end + 2);
        }
    }
    let dash = p.is_dash(end) || p.is(end, '/');
    let joined = to(p, end).or((dash).then_some(end + 1)).or_else(|| and(p, end).filter(|_| before(1) == "between"));
    if let Some(next) = joined {
        if let Some(y2) = year(p, next).filter(|y2| *y2 > y) {
            let (a, b) = (point(Year::Exact(y), None, None), point(Year::Exact(y2), None, None));
            return done(interval(a, b), at, next + 1);
        }
    }
    if !previous && !reads_as_year(p, at) {
        return None;
    }
    let mut first = point(Year::Exact(y), None, None);
    first.approximate = matches!(before(1), "around" | "about" | "circa" | "c" | "ca");
    // "about 1270": the word belongs to the date.
    let start = if first.approximate && before(1).len() > 2 { at - 1 } else { at };
    done(single(first), start, end)
}

/// Three-digit years after the words that announce them.
fn early(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let digits = p.digits(at);
    let n: i32 = digits.parse().ok().filter(|_| digits.len() == 3)?;
    let before = at.checked_sub(1).map_or("", |b| p.word(b));
    if before == "from" {
        if let Some(next) = to(p, at + 1) {
            let y2 = year(p, next).or_else(|| p.digits(next).parse().ok().filter(|y| *y > n && *y < 1000))?;
            let (a, b) = (point(Year::Exact(n), None, None), point(Year::Exact(y2), None, None));
            return done(interval(a, b), at, next + 1);
        }
    }
    let next = p.word(at + 1);
    let free = next.is_empty() || matches!(next, "and" | "by" | "as" | "under" | "when" | "it" | "the" | "on");
    let cued = before == "in" && at >= 2 && matches!(p.word(at - 2), "founded" | "established" | "built" | "year" | "began" | "back" | "dating" | "recorded" | "mentioned" | "created");
    let bare = before == "in" && free && !p.is(at + 1, '%') && !p.is(at + 1, '°') && !p.is(at + 1, '-');
    ((cued && free) || bare || before == "year")
        .then(|| done(single(point(Year::Exact(n), None, None)), at, at + 1))?
}

/// Whether four plain digits are a year and no count.
fn reads_as_year(p: &Pieces<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| p.word(b));
    let second = at.checked_sub(2).map_or("", |b| p.word(b));
    if matches!(before, "population" | "no" | "number") || before == "of" && matches!(second, "population" | "total" | "number" | "altitude" | "elevation") {
        return false;
    }
    let next = p.word(at + 1);
    let counted = p.spaced(at + 1)
        && next.len() > 3
        && !p.capital(at + 1)
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !matches!(next, "census" | "this" | "plus" | "elections" | "games" | "summer" | "winters" | "statistics" | "towards" | "figures" | "always" | "thus" | "finals");
    let dated = matches!(before, "in" | "since" | "until" | "till" | "before" | "during" | "from" | "by" | "year" | "after" | "between");
    if counted {
        return dated && matches!(next, "leaders" | "relations" | "exchanges") && before == "in";
    }
    let loose = matches!(before, "over" | "than" | "some" | "nearly" | "almost" | "least" | "approximately" | "roughly" | "only" | "exceeds" | "total" | "totals");
    let word_next = !next.is_empty() && !p.capital(at + 1) && p.spaced(at + 1);
    !(loose && word_next) && !matches!(next, "people" | "men" | "women" | "children" | "km" | "m" | "tons") && (dated || !p.is(at + 1, '-') || next.is_empty())
}

/// Looks left for the preposition; "since", "until" and "before" become part of the date.
fn lead(p: &Pieces<'_>, read: &mut Read) {
    let mut at = read.start;
    let word = |i: usize| i.checked_sub(1).map_or("", |b| p.word(b));
    while matches!(word(at), "the" | "late" | "early" | "mid" | "about" | "around" | "year" | "circa" | "half" | "first" | "second" | "summer" | "spring" | "autumn" | "winter" | "beginning" | "middle") || at > 0 && p.is(at - 1, '-') && word(at - 1) == "mid" {
        at -= 1;
        if at == 0 {
            break;
        }
    }
    if read.date.shape == Shape::Interval {
        if matches!(word(at), "in" | "from" | "between" | "during" | "on") && read.date.lead.is_none() {
            read.date.lead = Some(Lead::In);
        }
        return;
    }
    if word(at) == "of" && word(at.saturating_sub(1)) == "end" {
        let by = at.checked_sub(4).is_some_and(|b| p.word(b) == "by" && p.word(b + 1) == "the") || at.checked_sub(3).is_some_and(|b| p.word(b) == "by");
        read.date.lead = Some(if by { Lead::By } else { Lead::AsOf });
        return;
    }
    let on_from = word(at) == "from" && matches!(p.word(read.end), "on" | "onward" | "onwards");
    read.date.lead = match word(at) {
        "in" | "on" | "during" | "at" | "for" => Some(Lead::In),
        "by" => Some(Lead::By),
        "of" if word(at.saturating_sub(1)) == "as" => Some(Lead::AsOf),
        "at" if word(at.saturating_sub(1)) == "as" => Some(Lead::AsOf),
        "from" => Some(Lead::From),
        "since" => Some(Lead::Since),
        "until" | "till" => Some(Lead::Until),
        "before" => Some(Lead::Before),
        "after" => Some(Lead::After),
        _ => None,
    };
    let every = matches!(read.date.start.map(|s| s.year), Some(Year::Every));
    match read.date.lead {
        Some(Lead::Since) if !every => {
            read.date.shape = Shape::Since;
            read.start = at - 1;
        }
        Some(Lead::From) if on_from => {
            read.date.shape = Shape::Since;
            read.start = at - 1;
            read.end += 1;
        }
        Some(Lead::Until) => {
            read.date.shape = Shape::Until;
            read.date.end = read.date.start.take();
            read.start = at - 1;
        }
        Some(Lead::Before) => until_before(read, at),
        _ => {}
    }
}

/// "before 2017" lasts until the year before.
fn until_before(read: &mut Read, at: usize) {
    let Some(start) = read.date.start else { return };
    if let (Year::Exact(y), None) = (start.year, start.month) {
        read.date.end = Some(point(Year::Exact(y - 1), None, None));
        read.date.start = None;
        read.date.shape = Shape::Until;
        read.start = at - 1;
    }
}
