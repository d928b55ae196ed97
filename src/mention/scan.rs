//! One pass over the pieces of a range: each figure once, from left to right.

use crate::span::Span;

use super::cursor::{Kind, Pieces};
use super::{Mention, Qualifier, Range, Shape, Stated, Unit, Value, Year, date, duration, number, quantity};

/// Finds every figure in `range` of `text`: sorted by start, never overlapping; spans are bytes of `text`.
pub fn find(text: &str, range: Span) -> Vec<Mention> {
    let p = Pieces::new(text, range);
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
            Some(last) if last.span.overlaps(mention.span) => {}
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
        Kind::Digits => true,
        Kind::Sign(c) => matches!(c, '-' | '−' | '–' | '$' | '€' | '£' | '¥' | '￥' | '₩' | '฿' | '₫' | '₹' | '₱' | '₺' | '₽' | '₴' | '₪' | '₦' | '₸' | '₮'),
        Kind::Word => {
            let word = p.word(at);
            p.capital(at) && word.len() <= 9
                || matches!(word, "a" | "an" | "the" | "that" | "half" | "minus" | "later" | "same" | "rmb" | "rs")
                || number::cardinal(word).is_some()
                || number::ordinal_word(word).is_some()
        }
    }
}

/// Whether a figure at `at` follows another through a comma or "and" alone.
fn joined(p: &Pieces<'_>, end: usize, at: usize) -> bool {
    (end..at).all(|i| p.is(i, ',') || p.is(i, '/') || p.word(i) == "and") && at > end && at - end <= 2
}

fn is_year(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Date(d) if d.shape == Shape::Single
        && d.start.is_some_and(|s| s.month.is_none() && matches!(s.year, Year::Exact(y) if y >= 1000)))
}

fn one(p: &Pieces<'_>, at: usize, listed: bool) -> Option<(Mention, usize)> {
    if let Some(found) = durations_first(p, at) {
        return Some(found);
    }
    if let Some(read) = date::read(p, at, listed) {
        let span = p.span(read.start, read.end - 1);
        let mention = Mention { span, core: span, value: Value::Date(read.date), qualifier: None };
        return Some((mention, read.end));
    }
    if let Some((value, end)) = duration::fraction(p, at) {
        return Some(qualified(p, value, at, end, end));
    }
    if let Some((n, end)) = number::ordinal(p, at) {
        let span = p.span(at, end - 1);
        return Some((Mention { span, core: span, value: Value::Ordinal(n), qualifier: None }, end));
    }
    let read = quantity::read(p, at)?;
    let age = matches!(read.value, Value::Number(..)) && of_age(p, at);
    let value = match read.value {
        Value::Number(range, _) if age => Value::Measure(range, Unit::YearOfAge, None),
        other => other,
    };
    let (mut mention, mut end) = qualified(p, value, read.start, read.end, read.number_end);
    if age && p.word(at - 1) == "of" {
        if let Some((q, _)) = at.checked_sub(3).and_then(|b| duration::left(p, b + 1)) {
            mention.qualifier = mention.qualifier.or(Some(q));
        }
        if at >= 4 && p.word(at - 4) == "under" {
            mention.qualifier = Some(Qualifier::LessThan);
        }
        end = end.max(read.end);
    }
    Some((mention, end))
}

/// "half an hour", "a month"; before dates, which would take "a month later" alone.
fn durations_first(p: &Pieces<'_>, at: usize) -> Option<(Mention, usize)> {
    let (value, end) = duration::worded(p, at)?;
    Some(qualified(p, value, at, end, end))
}

/// "under the age of 34", "aged 65"
fn of_age(p: &Pieces<'_>, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map_or("", |b| p.word(b));
    before(1) == "of" && before(2) == "age" || before(1) == "aged"
}

fn qualified(p: &Pieces<'_>, value: Value, start: usize, end: usize, number_end: usize) -> (Mention, usize) {
    let core = p.span(start, end - 1);
    let malformed = matches!(value, Value::Malformed);
    if malformed {
        return (Mention { span: core, core, value, qualifier: None }, end);
    }
    if let Some((q, from)) = duration::left(p, start) {
        return (Mention { span: p.span(from, end - 1), core, value, qualifier: Some(q) }, end);
    }
    if number_end == end {
        if let Some((q, to)) = duration::right(p, end) {
            return (Mention { span: p.span(start, to - 1), core, value, qualifier: Some(q) }, to);
        }
    }
    (Mention { span: core, core, value, qualifier: None }, end)
}

/// "(295.7 sq mi)" after "765.94 km2": the same measure again, within the rounding of a second unit.
fn repeats(p: &Pieces<'_>, first: &Mention, second: &Mention, at: usize) -> bool {
    let (Value::Measure(a, unit, s1), Value::Measure(b, other, s2)) = (&first.value, &second.value) else {
        return false;
    };
    let bracket = at.checked_sub(1).is_some_and(|i| {
        let opens = p.is_any(i, &['(', '/', ',']) || p.word(i) == "or";
        opens && p.all[i].span.start() >= first.span.end() && p.all[i].span.start() <= first.span.end() + 2
    });
    let foreign = s1.is_some() != s2.is_some() || s1.map(|s| s.unit) != s2.map(|s| s.unit);
    if !bracket || unit != other || !foreign {
        return false;
    }
    // 1.5 % allows for both figures being rounded.
    let off = (a.low - b.low).abs() * rust_decimal::Decimal::from(1000);
    off <= a.low.abs() * rust_decimal::Decimal::from(15)
}

/// The closing bracket after a repeat.
fn close(p: &Pieces<'_>, end: usize) -> Option<Span> {
    p.is(end, ')').then(|| p.all[end].span)
}

/// Of two statements of one measure the metric one counts.
fn prefer_metric(first: &mut Mention, second: &Mention) {
    let stated = |m: &Mention| -> Option<(Range, Option<Stated>)> {
        match &m.value {
            Value::Measure(r, _, s) => Some((*r, *s)),
            _ => None,
        }
    };
    let (Some((_, s1)), Some((r2, None))) = (stated(first), stated(second)) else { return };
    if let (Some(_), Value::Measure(range, _, s)) = (s1, &mut first.value) {
        *range = r2;
        *s = None;
    }
}
