//! The words that loosen a figure, left and right of it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Qualifier::{self, About, AtLeast, AtMost, LessThan, MoreThan, Nearly};
use super::cursor::{Kind, Pieces};

/// Qualifiers left of a figure: of two that end alike the longer first; pieces apart by one space.
#[rustfmt::skip]
const LEFT: &[(&str, Qualifier)] = &[
    ("no fewer than", AtLeast), ("no less than", AtLeast), ("not less than", AtLeast), ("not fewer than", AtLeast),
    ("a minimum of", AtLeast), ("minimum of", AtLeast), ("at least", AtLeast), ("≥", AtLeast),
    ("no more than", AtMost), ("not more than", AtMost), ("no longer than", AtMost), ("no larger than", AtMost), ("no higher than", AtMost),
    ("up to a maximum of", AtMost), ("a maximum of", AtMost), ("maximum of", AtMost), ("not exceeding", AtMost),
    ("at most", AtMost), ("as many as", AtMost), ("as much as", AtMost), ("up to", AtMost), ("≤", AtMost),
    ("in excess of", MoreThan), ("upwards of", MoreThan), ("upward of", MoreThan), ("more than", MoreThan),
    ("greater than", MoreThan), ("longer than", MoreThan), ("larger than", MoreThan), ("higher than", MoreThan),
    ("over", MoreThan), ("exceeding", MoreThan), ("above", MoreThan), (">", MoreThan), ("north of", MoreThan),
    ("fewer than", LessThan), ("less than", LessThan), ("shorter than", LessThan), ("smaller than", LessThan), ("lower than", LessThan),
    ("under", LessThan), ("below", LessThan), ("<", LessThan),
    ("close to", Nearly), ("nearly", Nearly), ("almost", Nearly), ("just short of", Nearly), ("approaching", Nearly),
    ("an estimated", About), ("estimated", About), ("in the region of", About), ("on the order of", About), ("in the order of", About),
    ("something like", About), ("approximately", About), ("( approx . )", About), ("approx .", About), ("approx", About),
    ("roughly", About), ("around", About), ("about", About), ("some", About), ("circa", About), ("ca .", About), ("c .", About), ("~", About),
];

/// What may strengthen or soften "over", "under" and "than": it belongs to the qualifier.
const DEGREES: &[&str] = &[
    "a bit",
    "a little",
    "considerably",
    "far",
    "just",
    "significantly",
    "slightly",
    "somewhat",
    "well",
];

/// Verbs and nouns after which "over" is no qualifier: "spreads over", "jurisdiction over".
#[rustfmt::skip]
const NOT_OVER: &[&str] = &[
    "authority", "control", "distributed", "extend", "extended", "extending", "extends", "jurisdiction", "preside",
    "presides", "presiding", "rule", "rules", "scattered", "sprawling", "sprawls", "spread", "spreading", "spreads",
    "stretch", "stretches", "stretching", "supervision",
];

/// [`LEFT`] by last pieces.
static BY_LAST: LazyLock<FxHashMap<&'static str, Vec<(&'static str, Qualifier)>>> =
    LazyLock::new(|| {
        let mut by_last: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (words, qualifier) in LEFT {
            let last = words.rsplit(' ').next().unwrap_or(words);
            by_last.entry(last).or_default().push((*words, *qualifier));
        }
        by_last
    });

/// The qualifier left of the figure at a piece, with its first piece.
pub(super) fn left(p: &Pieces<'_>, at: usize) -> Option<(Qualifier, usize)> {
    let nearest = at.checked_sub(1)?;
    let rows = match p.get(nearest)?.kind {
        Kind::Word => BY_LAST.get(p.word(nearest)),
        Kind::Sign(c) => BY_LAST.get(&*c.encode_utf8(&mut [0; 4])),
        Kind::Digits => None,
    }?;
    let (words, qualifier) = rows.iter().find(|(words, _)| ends_at(p, at, words))?;
    let start = at - words.split(' ').count();
    if elsewhere(p, words, start) {
        return None;
    }
    if matches!(qualifier, MoreThan | LessThan) {
        let degree = DEGREES.iter().find(|d| ends_at(p, start, d));
        return Some((*qualifier, start - degree.map_or(0, |d| d.split(' ').count())));
    }
    Some((*qualifier, start))
}

/// Whether the words before a preposition make it one of place: "spreads over", "stands above".
fn elsewhere(p: &Pieces<'_>, words: &str, start: usize) -> bool {
    let before = p.before(start);
    match words {
        "over" => NOT_OVER.binary_search(&before).is_ok(),
        "under" => matches!(
            before,
            "age" | "children" | "people" | "floors" | "meters" | "stand" | "stands"
        ),
        "above" | "below" => matches!(before, "floors" | "meters" | "stand" | "stands"),
        "around" => matches!(before, "ring" | "walls"),
        // "a mean maximum of 25.9 degrees" is a mean.
        "maximum of" | "minimum of" => matches!(before, "mean" | "average" | "daily" | "monthly"),
        "c ." => p.capital(start),
        "north of" => !before.is_empty(),
        _ => false,
    }
}

fn ends_at(p: &Pieces<'_>, at: usize, words: &str) -> bool {
    let mut here = at;
    words.rsplit(' ').all(|part| {
        let Some(before) = here.checked_sub(1) else { return false };
        here = before;
        match part.chars().next() {
            Some(sign) if !sign.is_alphabetic() => p.is(here, sign),
            _ => p.word(here) == part,
        }
    })
}

/// The qualifier between a number and its unit: "50+", "200-odd", "100-plus"; with the piece after it.
pub(super) fn inside(p: &Pieces<'_>, at: usize) -> Option<(Qualifier, usize)> {
    if p.is(at, '+') && !p.spaced(at) && (p.digits(at + 1).is_empty() || p.spaced(at + 1)) {
        return Some((AtLeast, at + 1));
    }
    let word = p.past_hyphen(at);
    match p.word(word) {
        "odd" => Some((About, word + 1)),
        "plus" if word > at => Some((AtLeast, word + 1)),
        _ => None,
    }
}

/// The qualifier right of a figure with its unit: "1,000 or more", "five years or longer"; with the piece after it.
pub(super) fn right(p: &Pieces<'_>, at: usize) -> Option<(Qualifier, usize)> {
    if p.word(at) == "plus"
        && !p.word(at + 1).is_empty()
        && !p.digits(at - 1).is_empty()
        && p.word(at + 1) != "a"
    {
        return Some((AtLeast, at + 1));
    }
    if p.word(at) != "or" {
        return None;
    }
    let qualifier = match p.word(at + 1) {
        "more" | "over" | "longer" | "above" | "older" => AtLeast,
        "less" | "fewer" | "under" | "younger" => AtMost,
        "so" => About,
        _ => return None,
    };
    Some((qualifier, at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(NOT_OVER.is_sorted() && DEGREES.is_sorted());
        for (i, (words, _)) in LEFT.iter().enumerate() {
            let hidden =
                LEFT[..i].iter().find(|(w, _)| *w == *words || words.ends_with(&format!(" {w}")));
            assert!(hidden.is_none(), "{words} never found, as {hidden:?} comes first");
        }
    }
}
