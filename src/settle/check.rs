//! Warnings: what a person should look at. Nothing is corrected.

use std::fmt::Write as _;

use crate::mention::{Mention, Value as MentionValue};
use crate::record::{Piece, Record, Warning, WarningCode};

use super::{Edge, Parts, consistency, wording};

/// Spans that one warning shows at most: a page in the wrong charset has thousands.
const MOST_SPANS: usize = 10;

/// All warnings of a record, in order of code and place.
pub(super) fn warnings(parts: Parts<'_>, edge: &Edge<'_>, record: &Record) -> Vec<Warning> {
    let mut all = Vec::new();
    headings(parts, edge, &mut all);
    figures(parts, edge, record, &mut all);
    text(parts, edge, &mut all);
    let sentences =
        parts.document.sections.iter().flat_map(|s| &s.paragraphs).flat_map(|p| &p.sentences);
    let starts: Vec<usize> = sentences.map(|s| edge.at(s.start())).collect();
    consistency::warnings(record, &starts, &mut all);
    wording::warnings(parts, edge, &mut all);
    all.sort_by_key(|w| (w.code.clone(), w.spans.first().map(|s| s.start)));
    all
}

pub(super) fn warning(code: WarningCode, message: String, spans: Vec<Piece>) -> Warning {
    Warning { code, message, spans }
}

fn headings(parts: Parts<'_>, edge: &Edge<'_>, all: &mut Vec<Warning>) {
    for section in parts.document.sections.iter().filter(|s| !s.known) {
        let heading = section.heading.as_deref().unwrap_or("");
        let message = format!(
            "the heading `{heading}` is not in the table: its section keeps the key `{}`",
            section.key
        );
        all.push(warning(
            WarningCode::UnknownHeading,
            message,
            vec![edge.piece(section.heading_span)],
        ));
    }
}

fn figures(parts: Parts<'_>, edge: &Edge<'_>, record: &Record, all: &mut Vec<Warning>) {
    for piece in &record.unclaimed {
        let message = format!("no rule took `{}`: `explain` shows what came near", piece.text);
        all.push(warning(WarningCode::Unclaimed, message, vec![piece.clone()]));
    }
    let text = &parts.source.text;
    for mention in parts.mentions {
        let piece = || edge.piece(mention.span);
        if matches!(mention.value, MentionValue::Malformed) {
            let message = format!("no reading fits `{}`: it has no value", mention.core.of(text));
            all.push(warning(WarningCode::MalformedNumber, message, vec![piece()]));
        } else if has_two_readings(mention, text) {
            let message = format!(
                "`{}` was read with the day first: the month may be",
                mention.core.of(text)
            );
            all.push(warning(WarningCode::AmbiguousDate, message, vec![piece()]));
        }
    }
    // The month of a climate is that of every year.
    let climate = |mention: &&Mention| {
        let month = edge.piece(mention.core);
        record.facts.iter().any(|f| {
            matches!(f.property.as_str(), "temperature" | "precipitation")
                && (f.time_evidence.as_ref().is_some_and(|t| t.contains(&month))
                    || f.of.as_deref() == Some(month.text.as_str()))
        })
    };
    let yearless = parts.yearless.iter().filter_map(|i| parts.mentions.get(*i));
    for mention in yearless.filter(|m| !climate(m)) {
        let message = format!(
            "`{}` has no year, and no date before it in its paragraph gives one",
            mention.span.of(text)
        );
        all.push(warning(WarningCode::DateWithoutYear, message, vec![edge.piece(mention.span)]));
    }
}

/// "05/03/2021": a day and a month that could change places.
fn has_two_readings(mention: &Mention, text: &str) -> bool {
    let mut parts =
        mention.core.of(text).split('/').map(|part| (part.len(), part.parse::<u16>().ok()));
    let read = [parts.next(), parts.next(), parts.next(), parts.next()];
    let [Some((_, Some(a))), Some((_, Some(b))), Some((4, Some(_))), None] = read else {
        return false;
    };
    a != b && (1..=12).contains(&a) && (1..=12).contains(&b)
}

fn text(parts: Parts<'_>, edge: &Edge<'_>, all: &mut Vec<Warning>) {
    let head = &parts.document.head;
    if head.ambiguous_date {
        let year = head.published.as_deref().unwrap_or("");
        let message = format!(
            "the bulletin's date has its day or its month first: only the year {year} is sure"
        );
        all.push(warning(WarningCode::AmbiguousDate, message, Vec::new()));
    }
    if let Some(cut) = parts.document.cut {
        let message =
            "the text breaks off in this sentence: a value that touches the end is left out"
                .to_string();
        all.push(warning(WarningCode::TextCut, message, vec![edge.piece(cut)]));
    }
    let replaced = &parts.source.replaced;
    if !replaced.is_empty() {
        let mut message = format!("characters were lost in {} places (U+FFFD)", replaced.len());
        let _ = write!(message, ": is the text really in {}?", parts.source.encoding);
        let spans = replaced.iter().take(MOST_SPANS).map(|s| edge.piece(*s)).collect();
        all.push(warning(WarningCode::ReplacementCharacters, message, spans));
    }
}
