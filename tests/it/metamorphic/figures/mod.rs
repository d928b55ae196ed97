//! Every figure another of its class: years stay years and in order, days stay days of their months, and every other
//! number grows by one in its last place. No text changes its length, so the evidence stays where it is.

use std::fmt::Write as _;

use chancery::fact::registry::is_date;
use chancery::record::{Fact, Value};
use rust_decimal::Decimal;

use self::change::{EARLIER, LAST_DAY, YEARS, changed, grown, numbers};
use super::said::{Said, rounded};
use super::{Bulletin, Changed};

mod change;

pub(super) fn other(bulletin: &Bulletin) -> Changed {
    let text = changed(&bulletin.text);
    let chars: Vec<char> = text.chars().collect();
    let expected = bulletin.facts.iter().map(|fact| {
        let evidence: String = chars[fact.evidence.start..fact.evidence.end].iter().collect();
        expected(fact, &evidence)
    });
    Changed { path: "x.txt", expected: expected.collect(), text, compared: masked }
}

/// Names and clauses may hold figures, out of their context: no two are told apart by these.
fn masked(fact: &Fact) -> Said {
    Said::of(fact).with_words(without_digits)
}

fn without_digits(words: &str) -> String {
    words.replace(|c: char| c.is_ascii_digit(), "#")
}

/// What a fact says when its evidence has become `evidence`.
fn expected(fact: &Fact, evidence: &str) -> Said {
    let said = Said::of(fact).with_words(|words| without_digits(&changed(words)));
    let when = fact.time_evidence.as_ref().unwrap_or(&fact.evidence);
    let time = said.time.as_deref().map(|time| changed_date(time, &when.text));
    let (old, new) = (numbers(&fact.evidence.text), numbers(evidence));
    let scale = |value: Decimal, i: usize| match (old.get(i), new.get(i)) {
        (Some(old), Some(new)) if !old.is_zero() => rounded(value * *new / *old),
        _ => rounded(value),
    };
    let value = match &fact.value {
        Value::Number(number) => scale(number.0, 0),
        Value::Text(date) if is_date(&fact.property) => changed_date(date, &fact.evidence.text),
        Value::Text(span) if span.starts_with('P') => changed_span(span, &old, &new),
        _ => said.value.clone(),
    };
    let last = old.len().saturating_sub(1).min(1);
    let value_max = match &fact.value_max {
        Some(Value::Number(max)) => Some(scale(max.0, last)),
        Some(Value::Text(span)) => Some(changed_span(
            span,
            old.get(last..).unwrap_or_default(),
            new.get(last..).unwrap_or_default(),
        )),
        _ => None,
    };
    Said { value, value_max, time, ..said }
}

/// "PT3H23M" for "2 hours and 22 minutes".
fn changed_span(span: &str, old: &[Decimal], new: &[Decimal]) -> String {
    let (mut done, mut rest) = (String::new(), span);
    for (old, new) in old.iter().zip(new) {
        if let Some((before, after)) = rest.split_once(&old.to_string()) {
            let _ = write!(done, "{before}{new}");
            rest = after;
        }
    }
    done + rest
}

/// A date in its normal form after the change of the words it comes from.
fn changed_date(edtf: &str, words: &str) -> String {
    edtf.split('/').map(|end| changed_end(end, words)).collect::<Vec<_>>().join("/")
}

/// One end of an interval.
fn changed_end(end: &str, words: &str) -> String {
    let has_digits = words.contains(|c: char| c.is_ascii_digit());
    if let Some(year) = end.strip_prefix('-').filter(|_| has_digits) {
        // 25 BC is the year -24.
        let year = year.parse::<u32>().map(|year| format!("-{:04}", next(year + 1) - 1));
        return year.unwrap_or_else(|_| end.to_owned());
    }
    let certain = end.strip_suffix('~');
    let mut parts = certain.unwrap_or(end).split('-');
    let mut changed = changed_year(parts.next().unwrap_or_default(), has_digits);
    for (i, part) in parts.enumerate() {
        // A date in digits alone keeps its day.
        let day = part.parse().ok().filter(|_| i == 1 && words.contains(char::is_alphabetic));
        let day = day.filter(|day| *day <= LAST_DAY).map(|day| format!("{:02}", next(day)));
        let _ = write!(changed, "-{}", day.as_deref().unwrap_or(part));
    }
    changed + if certain.is_some() { "~" } else { "" }
}

/// `1993`, `199X` and, if its ordinal stands in digits, `18XX`.
fn changed_year(year: &str, has_digits: bool) -> String {
    let digits = year.trim_end_matches('X');
    let Ok(number) = digits.parse::<u32>() else { return year.to_owned() };
    match year.len() - digits.len() {
        0 if YEARS.contains(&number) => (number - EARLIER).to_string(),
        0 => format!("{:04}", next(number)),
        1 => format!("{}X", number - EARLIER / 10),
        2 if has_digits => format!("{:02}XX", next(number + 1) - 1),
        _ => year.to_owned(),
    }
}

/// What a whole number grows to.
fn next(number: u32) -> u32 {
    grown(&number.to_string()).parse().unwrap_or(number)
}
