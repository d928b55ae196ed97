//! Bare years: which digits are years, how precise they are, and where an open interval begins.

use super::super::cursor::{Kind, Pieces};
use super::super::share::percent_end;
use super::super::{Point, Year, unit};
use super::{Found, point, to};
use crate::lexicon::currencies;

/// A year in four plain digits.
pub(in super::super) fn year(p: &Pieces<'_>, at: usize) -> Option<i32> {
    let digits = p.digits(at);
    let n: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    // A letter or a percent sign glued to the digits makes them something else.
    let next = p.get(at + 1).filter(|q| !q.spaced);
    let glued = next.is_some_and(|q| {
        matches!(q.kind, Kind::Word | Kind::Sign('%' | '°' | '℃' | '㎜' | '㎡' | '㎢' | '㎞'))
    });
    ((1000..=2100).contains(&n) && !glued).then_some(n)
}

/// "2012", "FY2012"; three digits after the words that announce a year.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Found> {
    let exact = |y: i32, end: usize| Found::new(point(Year::Exact(y), None, None), at, end);
    if p.word(at) == "fy" && p.capital(at) {
        return year(p, at + 1).map(|y| exact(y, at + 2));
    }
    if let Some(y) = year(p, at) {
        return Some(Found { bare: true, ..exact(y, at + 1) });
    }
    let digits = p.digits(at);
    let n = digits.parse().ok().filter(|_| digits.len() == 3)?;
    announced(p, at).then(|| exact(n, at + 1)).or_else(|| {
        // An end of an interval needs no announcement of its own.
        let ends = at > 1 && (p.is_dash(at - 1) || matches!(p.before(at), "to" | "until" | "till"));
        ends.then(|| Found { bare: true, ..exact(n, at + 1) })
    })
}

/// "founded in 969", "in 969 it", "the year 969"
fn announced(p: &Pieces<'_>, at: usize) -> bool {
    let next = p.word(at + 1);
    #[rustfmt::skip]
    let free = next.is_empty() || matches!(next, "and" | "by" | "as" | "under" | "when" | "it" | "the" | "on" | "to" | "until" | "with" | "after");
    let sign =
        p.is_any(at + 1, &['%', '°', '-']) || !p.spaced(at + 1) && !p.word(at + 1).is_empty();
    let from = p.before(at) == "from"
        && to(p, at + 1).is_some_and(|n| year(p, n).is_some() || early(p, n));
    // "(969-1171)"
    let bracket = at > 0
        && p.is(at - 1, '(')
        && p.is_dash(at + 1)
        && year(p, at + 2).is_some()
        && p.is(at + 3, ')');
    p.before(at) == "in" && free && !sign || p.before(at) == "year" || from || bracket
}

fn early(p: &Pieces<'_>, at: usize) -> bool {
    p.digits(at).len() == 3 && !counts(p, at + 1) && p.word(at + 1) != "people"
}

/// "2019-20", "2019/20", "1914-18": the second year without its century.
pub(super) fn short_interval(p: &Pieces<'_>, at: usize) -> Option<(Point, Point, usize)> {
    let first = at + usize::from(p.word(at) == "fy" && p.capital(at));
    let y = year(p, first)?;
    let digits = p.digits(first + 2);
    let short: i32 = digits.parse().ok().filter(|_| digits.len() == 2)?;
    let joined =
        p.is_any(first + 1, &['-', '/', '–', '‑']) && !p.spaced(first + 1) && !p.spaced(first + 2);
    let chain = p.is_any(first + 3, &['-', '/', '–', '.', ':'])
        && !p.spaced(first + 3)
        && !p.digits(first + 4).is_empty();
    // "2010-12" may be a month, "2010–12" and "2010-15" are years.
    let dash = p.is(first + 1, '–') || short > 12;
    let later = short == (y + 1) % 100 || short > y % 100 && dash && !p.is(first + 1, '/');
    if !joined || chain || !later || p.word(first + 3) == "percent" || p.is(first + 3, '%') {
        return None;
    }
    let century = y - y % 100 + if short < y % 100 { 100 } else { 0 };
    let year = |y| point(Year::Exact(y), None, None);
    Some((year(y), year(century + short), first + 3))
}

/// The piece after "1995-present", "1995 to date", "1995 onwards".
pub(super) fn open_end(p: &Pieces<'_>, first: &Found) -> Option<usize> {
    if !matches!(first.point.year, Year::Exact(_) | Year::Decade(_) | Year::Century(_)) {
        return None;
    }
    if matches!(p.word(first.end), "onward" | "onwards") {
        return Some(first.end + 1);
    }
    let next = to(p, first.end)?;
    let next = next + usize::from(matches!(p.word(next), "the"));
    let now = matches!(p.word(next), "present" | "date" | "now" | "today");
    let day = usize::from(p.word(next + 1) == "day");
    let noun = p.word(next) == "date" && p.is_dash(first.end);
    (now && !noun).then_some(next + 1 + day)
}

/// "about 1270", "c. 1045 BC": the word belongs to the date.
pub(super) fn approximate(p: &Pieces<'_>, mut found: Found) -> Found {
    let Year::Exact(_) = found.point.year else { return found };
    if found.point.month.is_some() {
        return found;
    }
    let start = found.start;
    let abbreviated = start > 1 && p.is(start - 1, '.') && matches!(p.word(start - 2), "c" | "ca");
    let back = match p.before(start) {
        "around" | "about" | "circa" | "approximately" => 1,
        "c" | "ca" if p.spaced(start - 1) && !p.capital(start - 1) => 1,
        _ if abbreviated => 2,
        _ => return found,
    };
    found.point.approximate = true;
    found.start = start - back;
    found
}

/// Whether a unit, percent or a currency makes a count of the digits before a piece.
pub(super) fn counts(p: &Pieces<'_>, at: usize) -> bool {
    #[rustfmt::skip]
    let nouns = ["people", "men", "women", "children", "inhabitants", "residents", "persons", "visitors", "members", "students", "seats", "teu", "million", "billion", "thousand", "year", "years", "hours"];
    let sum = unit::spelled(p, at, &currencies::STANDING_AFTER)
        .is_some_and(|_| !matches!(p.word(at), "won" | "real" | "dollars" | "$" | "us" | "u"));
    let money = sum && !p.is_any(at, &['$', '€', '£', '¥']);
    nouns.contains(&p.word(at))
        || unit::at(p, at).is_some()
        || percent_end(p, at).is_some()
        || money
}

/// Prepositions after which digits are a year.
#[rustfmt::skip]
const BEFORE_YEARS: &[&str] = &["after", "before", "between", "by", "during", "from", "in", "since", "till", "until", "year"];

/// What has a year after "of": "the first nine months of 2021 exports rose".
#[rustfmt::skip]
const OF_YEARS: &[&str] = &[
    "autumn", "beginning", "census", "course", "days", "end", "fall", "games", "half", "january", "months", "quarter", "season", "spring",
    "start", "summer", "war", "weeks", "winter",
];

/// What has a count after "of", or right after itself.
#[rustfmt::skip]
const OF_COUNTS: &[&str] = &["altitude", "elevation", "height", "number", "population", "total"];

/// Words before a count rather than a year, where a noun follows.
#[rustfmt::skip]
const BEFORE_COUNTS: &[&str] = &[
    "almost", "approximately", "exceeds", "least", "nearly", "only", "over", "roughly", "some", "than", "total", "totals",
];

/// Plurals and their like that may follow a year: "the 2019 elections", "in 2004 was".
#[rustfmt::skip]
const AFTER_YEARS: &[&str] = &[
    "always", "amounts", "census", "elections", "estimates", "figures", "finals", "games", "olympics", "plus", "prices", "statistics",
    "summer", "this", "thus", "towards", "winters",
];

/// Whether four plain digits are a year and no count.
pub(super) fn stands_alone(p: &Pieces<'_>, found: &Found) -> bool {
    let (at, end) = (found.start, found.end);
    if found.point.month.is_some() || p.digits(at).len() < 4 {
        return false;
    }
    let before = p.before(at);
    let second = at.checked_sub(2).map_or("", |b| p.word(b));
    let counting = matches!(before, "population" | "no" | "number")
        || p.is(at.saturating_sub(1), '.') && second == "no"
        || before == "of" && OF_COUNTS.contains(&second);
    // "1300-1500 mm": the count of the second is the first's too.
    // But "from 4.1 percent in 2020 to 2.2 percent".
    let range =
        to(p, end).is_some_and(|n| p.digits(n).len() >= p.digits(at).len() && counts(p, n + 1));
    let dated = BEFORE_YEARS.contains(&before) || before == "of" && OF_YEARS.contains(&second);
    let letter = dated && p.word(end).len() < 2;
    if range || counting || p.spaced(end) && counts(p, end) && !letter {
        return false;
    }
    if counted(p, end) {
        // "in 2019 exports rose", but "in 2000 households".
        return dated && matches!(found.point.year, Year::Exact(y) if y % 100 != 0);
    }
    let follows = p.word(end);
    let plain = !follows.is_empty() && !p.capital(end) && p.spaced(end);
    // "about 2000 small islands", but "about 1900 when".
    let noun = match before {
        "about" | "around" | "of" => counted(p, end + 1) || follows == "of",
        _ => BEFORE_COUNTS.contains(&before),
    };
    let hyphen = p.past_hyphen(end) > end && !(follows.is_empty() && p.word(end + 1).is_empty());
    !(plain && noun) && (dated || !hyphen)
}

/// Whether a plural noun follows: "2000 deputies".
fn counted(p: &Pieces<'_>, at: usize) -> bool {
    let word = p.word(at);
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let them = word == "of" && p.word(at + 1) == "them";
    p.spaced(at) && (plural || them) && !p.capital(at) && !AFTER_YEARS.contains(&word)
}
