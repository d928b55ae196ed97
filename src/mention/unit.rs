//! Units and currencies at a piece of the text.

use crate::lexicon::spellings::Spellings;
use crate::lexicon::units::{Capital, Spelled};

use super::cursor::{Kind, Pieces};

/// The unit that begins at a piece, the longest spelling first, with the piece after it.
pub(super) fn at<'t>(p: &Pieces<'t>, at: usize) -> Option<(&'t Spelled, usize)> {
    let here = p.past_hyphen(at);
    let (found, end) = spelled(p, here, p.units.spellings())?;
    let unit = p.units.get(found)?;
    let word = p.word(end - 1);
    // A capital letter is rather a name's ("10 M roads", "Miles Davis"), but in units named after people.
    let name = end == here + 1 && p.capital(end) && p.spaced(end);
    let named = p.capital(here)
        && match unit.capital {
            Capital::Usual => false,
            Capital::OfName => name,
            Capital::Never => name || word.len() <= 2,
        };
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
fn stands(p: &Pieces<'_>, at: usize, pieces: &[Box<str>]) -> Option<usize> {
    let mut here = at;
    for (i, part) in pieces.iter().enumerate() {
        let stop = p.is(here, '.') && (part.len() > 1 || matches!(p.before(here), "sq" | "cu"));
        if i > 0 && &**part != "." && (stop || p.past_hyphen(here) > here) {
            here += 1;
        }
        let piece = p.get(here)?;
        let fits = match piece.kind {
            Kind::Word => p.word(here) == &**part,
            Kind::Digits => p.digits(here) == &**part && !piece.spaced,
            Kind::Sign(c) => part.chars().eq([c]),
        };
        if !fits {
            return None;
        }
        here += 1;
    }
    Some(here)
}
