//! The sections in order, and what stands in none.

use std::fmt;
use std::ops::Range;

use crate::record::{Section, Warning, WarningCode};

use super::log::Noted;
use super::style::{DIM, DOUBT, TITLE};
use super::wrap::{Layout, Styled};
use super::{Explanation, sentence};

/// Writes all sections that are wanted.
pub(super) fn write_all(page: &Explanation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut at = 0;
    for section in &page.record.sections {
        let place = page.byte(section.start)..page.byte(section.end);
        // What stands between sections is told before the next one.
        outside(page, at..place.start, f)?;
        at = place.end;
        if is_wanted(page, section) {
            write(page, section, place, f)?;
        }
    }
    outside(page, at..usize::MAX, f)?;
    placeless(page, f)?;
    nothing(page, f)
}

fn is_wanted(page: &Explanation<'_>, section: &Section) -> bool {
    page.options.section.as_ref().is_none_or(|key| *key == section.key)
}

/// Says so where a filter leaves nothing, lest it be taken for a bulletin without facts.
fn nothing(page: &Explanation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sections = &page.record.sections;
    let mut line = Styled::default();
    if let Some(key) =
        page.options.section.as_ref().filter(|_| !sections.iter().any(|s| is_wanted(page, s)))
    {
        let keys: Vec<_> = sections.iter().map(|s| s.key.as_str()).collect();
        line.push(DOUBT, &format!("no section `{key}`; the sections are {}", keys.join(", ")));
    } else if let Some(property) = &page.options.property {
        let inside = |section: &Section, key: &str| is_wanted(page, section) && section.key == key;
        let wanted = |key: &str| sections.iter().any(|s| inside(s, key));
        if page.record.facts.iter().any(|fact| fact.property == *property && wanted(&fact.section))
        {
            return Ok(());
        }
        line.push(DOUBT, &format!("no fact of the property `{property}`"));
    } else {
        return Ok(());
    }
    writeln!(f)?;
    line.write(f, layout(page, 2, 2))
}

fn write(
    page: &Explanation<'_>,
    section: &Section,
    place: Range<usize>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let inside: Vec<&Noted> =
        page.log.sentences.iter().filter(|s| place.contains(&s.span.start())).collect();
    let wanted =
        |range: &Range<usize>, noted: &Noted| match (page.only_rule(), &page.options.property) {
            (Some(rule), _) => noted.attempts.iter().any(|a| a.rule == rule),
            (None, Some(_)) => sentence::facts(page, range).next().is_some(),
            (None, None) => true,
        };
    // Each sentence has what stands up to the next one.
    let ends = inside.iter().skip(1).map(|s| s.span.start()).chain([place.end]);
    let parts = inside.iter().zip(ends).map(|(s, end)| (*s, s.span.start()..end));
    let parts: Vec<_> = parts.filter(|(noted, range)| wanted(range, noted)).collect();
    if parts.is_empty() && !page.is_whole() {
        return Ok(());
    }
    title(page, section, f)?;
    let first = inside.first().map_or(place.end, |s| s.span.start());
    if page.is_whole() {
        sentence::notes(page, &(place.start..first), f)?;
    }
    for (noted, range) in parts {
        sentence::write(page, noted, &range, f)?;
    }
    Ok(())
}

fn title(page: &Explanation<'_>, section: &Section, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f)?;
    let mut line = Styled::default();
    if let Some(heading) = &section.heading {
        line.push(TITLE, "[").push(TITLE, heading).push(TITLE, "] ");
    }
    line.push(DIM, &section.key);
    line.write(f, layout(page, 0, 2))
}

/// What stands outside all sections, where the whole bulletin is shown.
fn outside(page: &Explanation<'_>, place: Range<usize>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if !page.is_whole() || !sentence::has_notes(page, &place) {
        return Ok(());
    }
    writeln!(f)?;
    let mut line = Styled::default();
    line.push(DIM, "outside the sections").write(f, layout(page, 0, 2))?;
    sentence::notes(page, &place, f)
}

/// Warnings about no place of the text.
fn placeless(page: &Explanation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let all: Vec<&Warning> = warnings(page).filter(|w| w.spans.is_empty()).collect();
    if !page.is_whole() || all.is_empty() {
        return Ok(());
    }
    writeln!(f)?;
    all.into_iter().try_for_each(|warning| sentence::warning(page, warning, f))
}

/// The warnings that are shown as such; the unclaimed are shown themselves.
pub(super) fn warnings<'a>(page: &Explanation<'a>) -> impl Iterator<Item = &'a Warning> + use<'a> {
    page.record.warnings.iter().filter(|w| w.code != WarningCode::Unclaimed)
}

/// A layout of the page's width.
pub(super) fn layout(page: &Explanation<'_>, first: usize, rest: usize) -> Layout {
    Layout { width: page.options.width, first, rest }
}
