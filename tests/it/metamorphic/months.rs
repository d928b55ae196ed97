//! Every month another: the dates change with it.

use std::iter;

use super::said::Said;
use super::{Bulletin, Changed};

/// Names and abbreviations, by month.
const MONTHS: &[(&str, &str)] = &[
    ("January", "Jan."),
    ("February", "Feb."),
    ("March", "Mar."),
    ("April", "Apr."),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."),
];

/// The last days, in the shorter February.
const LAST_DAYS: &[u32] = &[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Each month the one before it, so that their order in a range stays; January stays, and so does the month of a day
/// that the one before it lacks.
pub(super) fn other(bulletin: &Bulletin) -> Changed {
    let expected = bulletin.facts.iter().map(|fact| {
        let said = Said::of(fact).with_words(earlier);
        if is_numeric(&fact.evidence.text) {
            return said;
        }
        let time = said.time.as_deref().map(earlier_date);
        Said { value: earlier_date(&said.value), time, ..said }
    });
    let expected = expected.collect();
    Changed { path: "x.txt", text: earlier(&bulletin.text), expected, compared: Said::of }
}

/// Whether a date is written in digits alone: "1980-05-05", "1988.4.11".
fn is_numeric(evidence: &str) -> bool {
    evidence.matches(['-', '.', '/']).count() == 2 && !evidence.contains(char::is_alphabetic)
}

fn earlier(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let starts_word = !out.ends_with(char::is_alphanumeric);
        let month = if starts_word { month_at(rest) } else { None };
        let (taken, written) = match month {
            Some((number, name)) if is_free(number, &out, rest.trim_start_matches(name)) => {
                (name.len(), sibling(number, name))
            }
            _ => (first.len_utf8(), ""),
        };
        let (word, after) = rest.split_at(taken);
        out.push_str(if written.is_empty() { word } else { written });
        rest = after;
    }
    out
}

/// The month that `text` begins with, and its name as written.
fn month_at(text: &str) -> Option<(usize, &'static str)> {
    let names = MONTHS.iter().enumerate().flat_map(|(number, (full, short))| {
        iter::once((number, *full)).chain(iter::once((number, *short)))
    });
    let mut names =
        names.filter(|(_, name)| text.strip_prefix(name).is_some_and(|after| !is_inside(after)));
    names.next()
}

fn is_inside(after: &str) -> bool {
    after.starts_with(char::is_alphanumeric)
}

/// The name of the month before, in the same style.
fn sibling(number: usize, name: &str) -> &'static str {
    let (full, short) = MONTHS[number.saturating_sub(1)];
    if name.ends_with('.') { short } else { full }
}

/// Whether the month before month `number` has all the days that stand beside it, a range's other end included.
fn is_free(number: usize, before: &str, after: &str) -> bool {
    let near = |c: char| ",.;(".contains(c);
    let before: String = before.chars().rev().take(20).take_while(|c| !near(*c)).collect();
    let before: String = before.chars().rev().collect();
    let after: String = after.trim_start_matches('.').chars().take(20).collect();
    let after = after.split(near).next().unwrap_or("");
    let numbers = before
        .split(|c: char| !c.is_ascii_digit())
        .chain(after.split(|c: char| !c.is_ascii_digit()));
    numbers
        .filter(|n| n.len() <= 2)
        .filter_map(|n| n.parse().ok())
        .all(|day: u32| is_in_month_before(number, day))
}

fn is_in_month_before(number: usize, day: u32) -> bool {
    // No day of a month: some other number.
    day > 31 || day <= LAST_DAYS[number.saturating_sub(1)]
}

/// The ends of an interval in one month change together.
fn earlier_date(edtf: &str) -> String {
    let ends: Vec<&str> = edtf.split('/').collect();
    match ends[..] {
        [from, to] if is_same_month(from, to) && earlier_end(to) == to => edtf.to_owned(),
        _ => ends.into_iter().map(earlier_end).collect::<Vec<_>>().join("/"),
    }
}

fn is_same_month(from: &str, to: &str) -> bool {
    from.get(..8).is_some_and(|month| to.starts_with(month))
}

/// One end of an interval.
fn earlier_end(end: &str) -> String {
    let parts: Vec<&str> = end.split('-').collect();
    let number = |i: usize| parts.get(i).and_then(|p: &&str| p.parse::<u32>().ok());
    let is_date = parts.first().is_some_and(|year| year.len() == 4);
    let (Some(month), true) = (number(1), is_date) else { return end.to_owned() };
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    if number(2).is_some_and(|day| !is_in_month_before(index, day)) {
        return end.to_owned();
    }
    let month = format!("{:02}", (month - 1).max(1));
    let rest = parts.iter().skip(2).copied();
    let parts: Vec<&str> = iter::once(parts[0]).chain(iter::once(&*month)).chain(rest).collect();
    parts.join("-")
}
