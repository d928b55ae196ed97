//! One pass over the pieces of a range: each figure once, from left to right.

use crate::lexicon::currencies;
use crate::lexicon::units::Units;
use crate::span::Span;

use super::cursor::{Kind, Pieces};
use super::{Mention, Qualifier, Shape, Unit, Value, Year};
use super::{date, duration, qualifier, quantity, share, words};

/// Finds every figure in `range` of `text`: sorted by start, never overlapping; spans are bytes of `text`.
pub fn find(text: &str, range: Span, units: &Units) -> Vec<Mention> {
    let p = Pieces::new(text, range, units);
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    let mut after_year = None;
    while at < p.all.len() {
        if !may_begin(&p, at) {
            at += 1;
            continue;
        }
        let listed = after_year.is_some_and(|end| joined(&p, end, at));
        let Some((mention, end)) = one(&p, at, listed) else {
            at += 1;
            continue;
        };
        after_year = is_year(&mention).then_some(end);
        match found.last_mut() {
            // Words that both figures lay claim to stay with the first.
            Some(last) if last.span.overlaps(mention.span) => {
                let span = p.span(at, end - 1);
                found.push(Mention { span, core: span, qualifier: None, ..mention });
            }
            Some(last) if repeats(&p, last, &mention, at) => {
                last.span = last.span.join(close(&p, end).unwrap_or(mention.span));
                last.core = last.core.join(last.span);
                prefer_metric(last, &mention);
            }
            _ => found.push(mention),
        }
        at = end.max(at + 1);
    }
    found
}

/// A cheap look before the parsers run.
fn may_begin(p: &Pieces<'_>, at: usize) -> bool {
    match p.all[at].kind {
        Kind::Sign(c) if c.is_ascii() => matches!(c, '-' | '$'),
        Kind::Sign('−' | '–') => !p.digits(at + 1).is_empty(),
        Kind::Digits | Kind::Sign('¼' | '½' | '¾' | '⅓' | '⅔' | '⅕' | '⅛') => true,
        Kind::Sign(c) => currencies::STANDING_BEFORE.has(c.encode_utf8(&mut [0; 4])),
        Kind::Word if p.known(at).is_some_and(|k| k.opens) => leads_on(p, at),
        Kind::Word => p.capital(at) && p.word(at + 1) == "century",
    }
}

/// Whether the word after an article or adverb may go on with a figure: most articles have nothing to do with one.
fn leads_on(p: &Pieces<'_>, at: usize) -> bool {
    let next = p.word(at + 1);
    match p.word(at) {
        "the" => {
            matches!(next, "same" | "very" | "following" | "next" | "year" | "month" | "day")
        }
        "that" => matches!(next, "same" | "very" | "year" | "month" | "day"),
        "later" | "earlier" | "late" | "early" => matches!(next, "that" | "the" | "in"),
        "a" | "an" => {
            let counts = p.known(at + 1).is_some_and(|k| k.scale.is_some() || k.ordinal.is_some());
            counts
                || p.is(at + 1, '$')
                || p.is(at + 1, '.')
                || duration::is_unit(next)
                || matches!(next, "dozen" | "half" | "quarter")
        }
        _ => true,
    }
}

/// Whether a figure at `at` follows another through a comma or "and" alone.
fn joined(p: &Pieces<'_>, end: usize, at: usize) -> bool {
    (end..at).all(|i| p.is(i, ',') || p.is(i, '/') || p.word(i) == "and")
        && at > end
        && at - end <= 2
}

fn is_year(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Date(d) if d.shape == Shape::Single
        && d.start.is_some_and(|s| s.month.is_none() && matches!(s.year, Year::Exact(y) if y >= 1000)))
}

/// The figure at a piece, with the piece after it: dates first, as their digits would read as numbers too.
fn one(p: &Pieces<'_>, at: usize, listed: bool) -> Option<(Mention, usize)> {
    if let Some(read) = date::read(p, at, listed) {
        let span = p.span(read.start, read.end - 1);
        let mention = Mention { span, core: span, value: Value::Date(read.date), qualifier: None };
        return Some((mention, read.end));
    }
    if let Some((value, end)) = duration::worded(p, at).or_else(|| share::fraction(p, at)) {
        return Some(qualified(p, value, at, end));
    }
    if let Some((n, end)) = words::ordinal(p, at) {
        let span = p.span(at, end - 1);
        return Some((
            Mention { span, core: span, value: Value::Ordinal(n), qualifier: None },
            end,
        ));
    }
    let read = quantity::read(p, at)?;
    let age = of_age(p, at);
    let value = match read.value {
        Value::Number(range, _) if age => Value::Measure(range, Unit::YearOfAge, None),
        other => other,
    };
    let (mut mention, end) = qualified(p, value, read.start, read.end);
    mention.qualifier = mention.qualifier.or(read.qualifier);
    if age {
        mention.qualifier = mention.qualifier.or_else(|| qualifier_of_age(p, at));
    }
    Some((mention, end))
}

/// "under the age of 34", "aged 65"
fn of_age(p: &Pieces<'_>, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map_or("", |b| p.word(b));
    before(1) == "of" && before(2) == "age" || before(1) == "aged"
}

/// The qualifier before "the age of": "under the age of 34".
fn qualifier_of_age(p: &Pieces<'_>, at: usize) -> Option<Qualifier> {
    match at.checked_sub(4).map_or("", |b| p.word(b)) {
        "under" | "below" => Some(Qualifier::LessThan),
        "over" | "above" => Some(Qualifier::MoreThan),
        _ => None,
    }
}

/// A figure with the qualifier left or right of it.
fn qualified(p: &Pieces<'_>, value: Value, start: usize, end: usize) -> (Mention, usize) {
    let core = p.span(start, end - 1);
    let plain = Mention { span: core, core, value, qualifier: None };
    if matches!(plain.value, Value::Malformed) {
        return (plain, end);
    }
    if let Some((q, from)) = qualifier::left(p, start) {
        return (Mention { span: p.span(from, end - 1), qualifier: Some(q), ..plain }, end);
    }
    if let Some((q, to)) = qualifier::right(p, end) {
        return (Mention { span: p.span(start, to - 1), qualifier: Some(q), ..plain }, to);
    }
    (plain, end)
}

/// "(295.7 sq mi)" after "765.94 km2": the same measure again, within the rounding of a second unit.
fn repeats(p: &Pieces<'_>, first: &Mention, second: &Mention, at: usize) -> bool {
    let (Value::Measure(a, unit, s1), Value::Measure(b, other, s2)) = (&first.value, &second.value)
    else {
        return false;
    };
    let bracket = at.checked_sub(1).is_some_and(|i| {
        let opens = p.is_any(i, &['(', '/', ',']) || p.word(i) == "or";
        let gap = if p.word(i) == "or" { 3 } else { 2 };
        opens
            && p.all[i].span.start() >= first.span.end()
            && p.all[i].span.start() <= first.span.end() + gap
    });
    let foreign = s1.as_ref().map(|s| &s.unit) != s2.as_ref().map(|s| &s.unit);
    if !bracket || unit != other || !foreign {
        return false;
    }
    // 1.5 % allows for both figures being rounded.
    let off = (a.low - b.low).abs() * rust_decimal::Decimal::from(1000);
    // "50 feet (15 m)": or for the last digit of a round second one.
    let half = rust_decimal::Decimal::new(5, 1);
    off <= a.low.abs() * rust_decimal::Decimal::from(15)
        || b.low.fract().is_zero() && (a.low - b.low).abs() <= half
}

/// The closing bracket after a repeat.
fn close(p: &Pieces<'_>, end: usize) -> Option<Span> {
    // "(295.7 sq. mi.)"
    let end = end + usize::from(p.is(end, '.') && p.is(end + 1, ')'));
    p.is(end, ')').then(|| p.all[end].span)
}

/// Of two statements of one measure the metric one counts.
fn prefer_metric(first: &mut Mention, second: &Mention) {
    let Value::Measure(range, _, None) = &second.value else { return };
    if let Value::Measure(first, _, stated) = &mut first.value
        && stated.is_some()
    {
        *first = *range;
        *stated = None;
    }
}
