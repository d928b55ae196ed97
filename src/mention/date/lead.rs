//! The preposition before a date; "since", "until" and "before" become part of it.

use super::super::cursor::Pieces;
use super::super::{Lead, Shape, Year};
use super::{Read, point};

/// Looks left for the preposition and gives the date its lead and open end.
pub(super) fn apply(p: &Pieces<'_>, read: &mut Read) {
    let (at, part) = before_modifiers(p, read.start);
    if matches!(read.date.shape, Shape::Interval | Shape::Since) {
        let leads = matches!(p.before(at), "in" | "from" | "between" | "during" | "on" | "over");
        read.date.lead = match read.date.shape {
            Shape::Since => Some(Lead::Since),
            _ => leads.then_some(Lead::In),
        };
        let onwards = matches!(p.word(read.end - 1), "onward" | "onwards");
        if onwards && p.before(at) == "from" {
            read.start = at - 1;
        }
        return;
    }
    if part == Part::End {
        let by = p.before(at) == "by";
        read.date.lead = Some(if by { Lead::By } else { Lead::AsOf });
        return;
    }
    let (lead, start) = preposition(p, at);
    read.date.lead = lead;
    match lead {
        Some(Lead::Since) if !is_recurring(read) => {
            read.date.shape = Shape::Since;
            read.start = start;
        }
        Some(Lead::From) if p.word(read.end) == "on" && !follows_on(p, read.end) => {
            read.date.shape = Shape::Since;
            read.start = start;
            read.end += 1;
        }
        Some(Lead::Until) => {
            read.date.shape = Shape::Until;
            read.date.end = read.date.start.take();
            read.start = start;
        }
        Some(Lead::Before) => until_before(read, start),
        _ => {}
    }
}

/// "from May 2012 on the initiative of": no open end.
fn follows_on(p: &Pieces<'_>, at: usize) -> bool {
    matches!(p.word(at + 1), "a" | "an" | "the" | "its" | "his" | "her" | "their")
        || !p.digits(at + 1).is_empty()
}

fn is_recurring(read: &Read) -> bool {
    read.date.start.is_some_and(|s| s.year == Year::Every)
}

/// "before 2017" lasts until the year before.
fn until_before(read: &mut Read, start: usize) {
    let Some(Year::Exact(y)) = read.date.start.filter(|s| s.month.is_none()).map(|s| s.year) else {
        return;
    };
    read.date.end = Some(point(Year::Exact(y - 1), None, None));
    read.date.start = None;
    read.date.shape = Shape::Until;
    read.start = start;
}

/// Which part of its time a date is narrowed to.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// "the end of 2019"
    End,
    /// Any other, or the whole.
    Other,
}

/// Skips what may stand between a preposition and its date: "(in) the late", "(in) the summer of", "(by) the end of".
fn before_modifiers(p: &Pieces<'_>, start: usize) -> (usize, Part) {
    let mut at = start;
    let mut part = Part::Other;
    while let Some(before) = at.checked_sub(1) {
        let second = before.checked_sub(1).map_or("", |b| p.word(b));
        #[rustfmt::skip]
        let modifier = matches!(
            p.word(before),
            "the" | "late" | "early" | "mid" | "about" | "around" | "year" | "years" | "circa" | "fiscal" | "end" | "ever"
                | "approximately" | "spring" | "summer" | "autumn" | "winter" | "month" | "c" | "ca"
        );
        #[rustfmt::skip]
        let of = p.word(before) == "of" && matches!(
            second,
            "spring" | "summer" | "autumn" | "fall" | "winter" | "half" | "quarter" | "beginning" | "middle" | "start"
                | "month" | "year" | "course" | "turn" | "decade" | "years" | "end" | "close" | "months" | "days"
        );
        let ordinal = matches!(p.word(before), "first" | "second" | "third" | "last" | "latter");
        let mid = p.is(before, '-') && second == "mid";
        if of {
            if matches!(second, "end" | "close") {
                part = Part::End;
            }
            at = before - 1;
        } else if modifier || mid || ordinal && at < start {
            at = before;
        } else {
            break;
        }
    }
    (at, part)
}

/// The preposition that ends before a piece, with its first piece.
fn preposition(p: &Pieces<'_>, at: usize) -> (Option<Lead>, usize) {
    let Some(last) = at.checked_sub(1) else { return (None, at) };
    let second = last.checked_sub(1).map_or("", |b| p.word(b));
    let two = last.saturating_sub(1);
    let starting = matches!(second, "starting" | "beginning" | "dating");
    match (second, p.word(last)) {
        (_, "from" | "in") if starting && second != "dating" => (Some(Lead::Since), two),
        ("as", "of" | "at") => (Some(Lead::AsOf), two),
        ("as", "from") => (Some(Lead::Since), two),
        ("prior", "to") => (Some(Lead::Before), two),
        ("up", "to" | "until" | "till") => (Some(Lead::Until), two),
        // "It was not until 1880 that": when it began, no end.
        ("not", "until" | "till") => (Some(Lead::In), two),
        (_, "in" | "on" | "during" | "at" | "for") => (Some(Lead::In), last),
        (_, "by") => (Some(Lead::By), last),
        (_, "from") => (Some(Lead::From), last),
        (_, "since") => (Some(Lead::Since), last),
        (_, "until" | "till") => (Some(Lead::Until), last),
        (_, "before") => (Some(Lead::Before), last),
        (_, "after") => (Some(Lead::After), last),
        _ => (None, at),
    }
}
