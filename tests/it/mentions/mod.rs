//! Tables of figures: one normal form, many spellings; and as many words and digits that are none.
//!
//! In a phrase braces mark the words that a figure's evidence must cover, exactly and in order; a phrase without
//! braces holds no figure at all. The normal forms are those of the record, joined by `; `.

mod dates;
mod measures;
mod numbers;
mod paragraph;

use std::fmt::Write as _;

use chancery::mention::{Date, Mention, Point, Range, Shape, Value, Year};
use chancery::span::Span;

use crate::figures;

/// Rows of a table: the normal forms, and the phrases that all mean them.
type Table = &'static [(&'static str, &'static [&'static str])];

/// A figure in its normal form: value, unit, what was stated, qualifier.
fn shown(mention: &Mention) -> String {
    let mut text = match &mention.value {
        Value::Number(range, _) => ends(range),
        Value::Ordinal(n) => format!("no. {n}"),
        Value::Percent(range) => format!("{} %", ends(range)),
        Value::Measure(range, unit, stated) => {
            let stated = stated.as_ref().map(|s| {
                let range = Range { low: s.value, high: s.value_max };
                format!(" ({} {})", ends(&range), s.unit)
            });
            format!("{} {}{}", ends(range), unit.code(), stated.unwrap_or_default())
        }
        Value::Money(range, code) => format!("{} {code}", ends(range)),
        Value::Latitude(degrees) => format!("latitude {degrees}"),
        Value::Longitude(degrees) => format!("longitude {degrees}"),
        Value::UtcOffset(hours) => format!("utc {hours}"),
        Value::Duration(iso, None) => iso.clone(),
        Value::Duration(shortest, Some(longest)) => format!("{shortest}..{longest}"),
        Value::Date(date) => date.edtf().unwrap_or_else(|| relative(date)),
        Value::Malformed => "malformed".to_string(),
    };
    if let Some(qualifier) = mention.qualifier {
        text.push(' ');
        text.push_str(qualifier.name());
    }
    text
}

fn ends(range: &Range) -> String {
    let low = range.low.normalize();
    range.high.map_or(low.to_string(), |high| format!("{low}..{}", high.normalize()))
}

/// A date that its context completes: what is added to it, and what is known of it.
fn relative(date: &Date) -> String {
    let point = |p: Option<Point>| {
        let Some(p) = p else { return String::new() };
        let mut text = match p.year {
            Year::Same => "same year".to_string(),
            Year::Offset(n) => format!("{n:+} years"),
            Year::MonthOffset(n) => format!("{n:+} months"),
            Year::Next => "next".to_string(),
            Year::DayOffset(n) => format!("{n:+} days"),
            year => format!("{year:?}"),
        };
        for part in [p.month, p.day].into_iter().flatten() {
            let _ = write!(text, "-{part:02}");
        }
        text
    };
    match date.shape {
        Shape::Single => point(date.start),
        Shape::Interval => format!("{}/{}", point(date.start), point(date.end)),
        Shape::Since => format!("{}/..", point(date.start)),
        Shape::Until => format!("../{}", point(date.end)),
    }
}

/// A phrase without its braces, and the words that they mark.
fn unmarked(phrase: &str) -> (String, Vec<&str>) {
    let marked = phrase.split('{').skip(1).filter_map(|p| p.split('}').next()).collect();
    (phrase.replace(['{', '}'], ""), marked)
}

/// Checks every phrase of a table and reports all that come out otherwise.
#[track_caller]
fn check(table: Table) {
    let mut failures = Vec::new();
    for (expected, phrases) in table {
        for phrase in *phrases {
            let (text, marked) = unmarked(phrase);
            let found = figures(&text, Span::new(0, text.len()));
            let words: Vec<&str> = found.iter().map(|m| m.span.of(&text)).collect();
            let values = found.iter().map(shown).collect::<Vec<_>>().join("; ");
            if values != *expected || words != marked {
                failures.push(format!(
                    "{phrase}\n    expected {expected}\n    found    {values} in {words:?}"
                ));
            }
        }
    }
    let message = failures.join("\n");
    assert!(failures.is_empty(), "{} phrases fail:\n{message}", failures.len());
}

/// Checks that no phrase of a list holds a figure.
#[track_caller]
fn check_none(phrases: &[&str]) {
    let found = |text: &&&str| !figures(text, Span::new(0, text.len())).is_empty();
    let wrong: Vec<_> = phrases.iter().filter(found).collect();
    assert!(wrong.is_empty(), "figures found in {wrong:#?}");
}
