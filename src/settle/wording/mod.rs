//! Checks of what a sentence says of its own series: a count and the list behind it, and what "respectively" pairs.
//!
//! They read words and signs, not facts: neither the number of names in a list nor that of a pair's halves is a fact.
//! Both are silent wherever a series cannot be counted for sure.

mod listed;
mod member;
mod paired;
mod token;

use crate::lexicon::{countries, regions};
use crate::name::Known;
use crate::record::{Warning, WarningCode};
use crate::span::Span;

use super::check::warning;
use super::{Edge, Parts};

/// What one sentence contradicts itself in.
struct Fault {
    code: WarningCode,
    message: String,
    spans: Vec<Span>,
}

/// Adds the warnings of all sentences but the one that the text breaks off in.
pub(super) fn warnings(parts: Parts<'_>, edge: &Edge<'_>, all: &mut Vec<Warning>) {
    for paragraph in parts.document.sections.iter().flat_map(|s| &s.paragraphs) {
        for (at, span) in paragraph.sentences.iter().enumerate() {
            if parts.document.cut == Some(*span) {
                continue;
            }
            // "Three rivers: the Alba and the Berg": what is read as a label may be the count.
            let label = paragraph.label.filter(|_| at == 0);
            let sentence = label.map_or(*span, |l| l.join(*span));
            for fault in
                listed::faults(parts, sentence).into_iter().chain(paired::fault(parts, sentence))
            {
                let spans = fault.spans.iter().map(|s| edge.piece(*s)).collect();
                all.push(warning(fault.code, fault.message, spans));
            }
        }
    }
}

/// Whether a name is that of a country or a region, in which other places lie.
fn holds_places(name: &str) -> bool {
    countries::by_name(name).is_some() || regions::by_name(name).is_some()
}

/// Whether every name is that of a place, and none tells where the one before it lies: not "Paris, France".
fn are_places(parts: Parts<'_>, names: &[String]) -> bool {
    let located = names.windows(2).any(|pair| holds_places(&pair[1]) && !holds_places(&pair[0]));
    // "Trinidad and Tobago"
    let one = |pair: &[String]| parts.gazette.is_place(&format!("{} and {}", pair[0], pair[1]));
    !located
        && !names.windows(2).last().is_some_and(one)
        && names.iter().all(|name| parts.gazette.is_place(name))
}
