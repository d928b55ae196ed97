//! One sentence with its quotes marked, and below it what was taken from it and what was not.

use std::fmt;
use std::ops::Range;

use anstyle::Style;

use crate::record::{Fact, Warning};

use super::head::is_generic;
use super::log::Noted;
use super::section::{layout, warnings};
use super::style::{DIM, DOUBT, PLAIN, PROPERTY, TIME, VALUE, WRONG};
use super::wrap::Styled;
use super::{Explanation, RuleView, tries, value};

/// Columns before the lines below a sentence.
const INDENT: usize = 4;
/// Columns of the names of properties.
const NAME: usize = 18;

/// Writes a sentence and all that stands in `range`, which reaches to the next one.
pub(super) fn write(
    page: &Explanation<'_>,
    noted: &Noted,
    range: &Range<usize>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    writeln!(f)?;
    marked(page, noted, range).write(f, layout(page, 2, 2))?;
    if page.only_rule().is_some() {
        return tries::write_places(page, noted, &[], f);
    }
    let mut told = Vec::new();
    for fact in facts(page, range) {
        line(fact).write(f, layout(page, INDENT, INDENT + NAME))?;
        let place = page.place(&fact.evidence);
        tries::write(page, noted, &place, f)?;
        told.push(place);
    }
    if page.options.property.is_some() {
        return Ok(());
    }
    for (place, note) in numbers(page, range) {
        note.write(f, layout(page, INDENT, INDENT + NAME))?;
        tries::write(page, noted, &place, f)?;
        told.push(place);
    }
    let mut here = warnings(page).filter(|w| stands_in(page, w, range));
    here.try_for_each(|w| warning(page, w, f))?;
    tries::write_places(page, noted, &told, f)
}

/// The facts in a range that are wanted.
pub(super) fn facts<'a>(
    page: &Explanation<'a>,
    range: &Range<usize>,
) -> impl Iterator<Item = &'a Fact> {
    let inside =
        page.record.facts.iter().filter(|fact| range.contains(&page.byte(fact.evidence.start)));
    inside.filter(|fact| page.options.property.as_ref().is_none_or(|p| *p == fact.property))
}

/// Whether [`notes`] has anything to tell of a range.
pub(super) fn has_notes(page: &Explanation<'_>, range: &Range<usize>) -> bool {
    !numbers(page, range).is_empty() || warnings(page).any(|w| stands_in(page, w, range))
}

/// Writes what stands in a range without sentences.
pub(super) fn notes(
    page: &Explanation<'_>,
    range: &Range<usize>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut numbers = numbers(page, range).into_iter();
    numbers.try_for_each(|(_, note)| note.write(f, layout(page, INDENT, INDENT + NAME)))?;
    let mut here = warnings(page).filter(|w| stands_in(page, w, range));
    here.try_for_each(|w| warning(page, w, f))
}

fn stands_in(page: &Explanation<'_>, warning: &Warning, range: &Range<usize>) -> bool {
    warning.spans.first().is_some_and(|piece| range.contains(&page.byte(piece.start)))
}

/// Writes a warning.
pub(super) fn warning(
    page: &Explanation<'_>,
    warning: &Warning,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut line = note("warning", DOUBT);
    line.push(DOUBT, &value::code(&warning.code)).push(PLAIN, ": ").push(PLAIN, &warning.message);
    for piece in &warning.spans {
        line.push(DIM, " «").push(DIM, &piece.text).push(DIM, "»");
    }
    line.write(f, layout(page, INDENT, INDENT + NAME))
}

fn note(name: &str, style: Style) -> Styled {
    let mut line = Styled::default();
    line.push_raw(style, &format!("{name:NAME$}"));
    line
}

/// The numbers of a range that are values of no fact, with their lines; those passed over for one reason share a
/// line where no rules are told of each.
fn numbers(page: &Explanation<'_>, range: &Range<usize>) -> Vec<(Range<usize>, Styled)> {
    let inside = |start: usize| range.contains(&page.byte(start));
    let mut all = Vec::new();
    for piece in page.record.unclaimed.iter().filter(|p| inside(p.start)) {
        let mut line = note("unclaimed", WRONG);
        line.push(WRONG, "‹").push(WRONG, &piece.text).push(WRONG, "›");
        all.push((page.place(piece), line));
    }
    let passed: Vec<_> = page.record.passed_over.iter().filter(|p| inside(p.start)).collect();
    let together = page.options.rules == RuleView::Taken;
    for alike in passed.chunk_by(|a, b| together && a.reason == b.reason) {
        let (Some(first), Some(last)) = (alike.first(), alike.last()) else { continue };
        let words: Vec<_> = alike.iter().map(|p| p.text.as_str()).collect();
        let mut line = note("passed over", DIM);
        line.push(DIM, &format!("{}: {}", words.join(", "), value::word(&first.reason)));
        all.push((page.byte(first.start)..page.byte(last.end), line));
    }
    all
}

/// A fact in one line: property, value, what it is said of, when, and by which rule.
fn line(fact: &Fact) -> Styled {
    let mut line = note(&fact.property, PROPERTY);
    line.push(VALUE, &value::of(fact)).push(DIM, " · ");
    match &fact.subject {
        Some(subject) => line.push(PLAIN, subject),
        None => line.push(DOUBT, "no subject"),
    };
    if let Some(kind) = fact.subject_kind {
        line.push(DIM, &format!(" ({})", value::word(kind)));
    }
    if let Some(of) = &fact.of {
        line.push(DIM, " · of ").push(PLAIN, of);
    }
    if let Some(time) = &fact.time {
        line.push(DIM, " · time ").push(TIME, time);
    }
    if let Some(piece) = &fact.time_evidence {
        line.push(DIM, " «").push(DIM, &piece.text).push(DIM, "»");
    }
    if let Some(piece) = &fact.context {
        line.push(DIM, " · completed from «").push(DIM, &piece.text).push(DIM, "»");
    }
    if let Some(stated) = &fact.stated {
        let max =
            stated.value_max.map_or(String::new(), |max| format!(" to {}", value::number(max)));
        line.push(DIM, &format!(" · stated {}{max} {}", value::number(stated.value), stated.unit));
    }
    let style = if is_generic(&fact.rule) { DOUBT } else { DIM };
    line.push(style, " [").push(style, &fact.rule).push(style, "]");
    line
}

/// Words to be marked.
struct Mark {
    place: Range<usize>,
    style: Style,
    signs: (&'static str, &'static str),
}

/// The marks of a range; of two over one word the first gives its style.
fn marks(page: &Explanation<'_>, range: &Range<usize>) -> Vec<Mark> {
    let mark = |place: Range<usize>, style, signs| Mark { place, style, signs };
    let record = page.record;
    let unclaimed = record.unclaimed.iter().map(|p| mark(page.place(p), WRONG, ("‹", "›")));
    let values = facts(page, range).map(|fact| mark(page.place(&fact.evidence), VALUE, ("«", "»")));
    let times = facts(page, range).flat_map(|fact| fact.time_evidence.iter().chain(&fact.context));
    let times = times.map(|p| mark(page.place(p), TIME, ("", "")));
    let passed = record.passed_over.iter();
    let passed = passed.map(|p| mark(page.byte(p.start)..page.byte(p.end), DIM, ("", "")));
    let all = unclaimed.chain(values).chain(times).chain(passed);
    all.filter(|mark| range.contains(&mark.place.start)).collect()
}

/// The sentence with its quotes in marks.
fn marked(page: &Explanation<'_>, noted: &Noted, range: &Range<usize>) -> Styled {
    let (start, end) = (noted.span.start(), noted.span.end());
    let mut marks = marks(page, range);
    for mark in &mut marks {
        mark.place.end = mark.place.end.min(end);
    }
    marks.retain(|mark| !mark.place.is_empty());
    let mut borders: Vec<_> =
        marks.iter().flat_map(|m| [m.place.start, m.place.end]).chain([start, end]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut line = Styled::default();
    for (i, border) in borders.iter().enumerate() {
        for mark in marks.iter().filter(|m| m.place.end == *border) {
            line.push_raw(mark.style, mark.signs.1);
        }
        for mark in marks.iter().filter(|m| m.place.start == *border) {
            line.push_raw(mark.style, mark.signs.0);
        }
        let Some(next) = borders.get(i + 1) else { break };
        let style = marks.iter().find(|m| m.place.contains(border)).map_or(PLAIN, |m| m.style);
        line.push(style, page.words(*border..*next));
    }
    line
}
