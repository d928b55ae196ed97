//! Units and currencies at a piece of the text.

use crate::lexicon::spellings::Spellings;
use crate::lexicon::units::{self, Spelled};

use super::cursor::{Kind, Pieces};

/// The unit that begins at a piece, the longest spelling first, with the piece after it.
pub(super) fn at(p: &Pieces<'_>, at: usize) -> Option<(&'static Spelled, usize)> {
    let here = p.past_hyphen(at);
    let (unit, end) = spelled(p, here, &units::BY_SPELLING)?;
    let word = p.word(end - 1);
    // A capital letter is rather a name's ("10 M roads", "Miles Davis"), but in units named after people.
    let shouted =
        matches!(unit.code, "MW" | "Cel" | "kW.h" | "kW" | "GW" | "GW.h" | "MW.h" | "TW.h");
    let short = word.len() <= 2 && matches!(unit.code, "m" | "t" | "mu" | "har" | "[mi_i]");
    let name = end == here + 1 && p.capital(end) && p.spaced(end);
    let named = p.capital(here) && !shouted && (short || name);
    // "19 foot bridges", "the 4 mu": one foot, but six feet; "m" of another word is split from it by no sign.
    let singular = word == "foot"
        && end == here + 1
        && here == at
        && p.before(at) != "one"
        && p.digits(at.saturating_sub(1)) != "1";
    (!named && !singular).then_some((unit, end))
}

/// The meaning of the longest spelling that stands at a piece, with the piece after it.
pub(super) fn spelled<T: Copy>(
    p: &Pieces<'_>,
    at: usize,
    index: &Spellings<T>,
) -> Option<(T, usize)> {
    let rows = match p.get(at)?.kind {
        Kind::Word => index.starting(p.word(at)),
        Kind::Sign(c) => index.starting(c.encode_utf8(&mut [0; 4])),
        Kind::Digits => &[],
    };
    rows.iter().find_map(|(pieces, value)| Some((*value, stands(p, at, pieces)?)))
}

/// Whether a spelling stands at a piece; gives the piece after it. "sq. km" and "square-kilometer" are "sq km" too.
fn stands(p: &Pieces<'_>, at: usize, pieces: &[&str]) -> Option<usize> {
    let mut here = at;
    for (i, part) in pieces.iter().enumerate() {
        let stop = p.is(here, '.') && (part.len() > 1 || matches!(p.before(here), "sq" | "cu"));
        if i > 0 && *part != "." && (stop || p.past_hyphen(here) > here) {
            here += 1;
        }
        let piece = p.get(here)?;
        let fits = match piece.kind {
            Kind::Word => p.word(here) == *part,
            Kind::Digits => p.digits(here) == *part && !piece.spaced,
            Kind::Sign(c) => part.chars().eq([c]),
        };
        if !fits {
            return None;
        }
        here += 1;
    }
    Some(here)
}
