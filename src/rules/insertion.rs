//! What a pattern passes over on its way: quotation marks, brackets, and appositions between commas.

use crate::name::token::{Kind, Tag};

use super::matcher::{Direction, Scene};
use super::pattern::Item;

/// Past a quotation mark, which no pattern minds.
fn skip_quotes(scene: Scene<'_>, at: Option<usize>, direction: Direction) -> Option<usize> {
    let quote = at
        .and_then(|a| scene.sentence.tokens.get(a))
        .is_some_and(|t| matches!(t.kind, Kind::Sign('"' | '“' | '”' | '‘' | '’')));
    if quote { direction.step(at, 1) } else { at }
}

/// Past quotation marks, and past a bracket or an apposition that what is `sought` does not ask for.
pub(super) fn past_insertions(
    scene: Scene<'_>,
    at: Option<usize>,
    direction: Direction,
    sought: impl FnOnce() -> Sought,
) -> Option<usize> {
    let token = at.and_then(|a| scene.sentence.tokens.get(a));
    if !token.is_some_and(|t| matches!(t.kind, Kind::Sign(_))) {
        return at;
    }
    let at = skip_quotes(scene, at, direction);
    let sought = sought();
    let at = if sought.bracket { at } else { skip_bracket(scene, at, direction) };
    if sought.comma { at } else { skip_apposition(scene, at, direction) }
}

/// The signs that an item asks for: what they open or set off is not skipped on the way to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    bracket: bool,
    comma: bool,
}

impl Sought {
    pub(super) fn by(item: &Item) -> Sought {
        match item {
            // Both skip on their own.
            Item::Gap { .. } | Item::Start => Sought { bracket: true, comma: true },
            Item::Words(words) => Sought {
                bracket: words.signs.iter().any(|c| matches!(c, '(' | ')')),
                comma: words.signs.contains(&','),
            },
            Item::Slot { .. } => Sought { bracket: false, comma: false },
        }
    }
}

/// Past what two commas set off: "Ana Silva, a physician by training, was".
fn skip_apposition(scene: Scene<'_>, at: Option<usize>, direction: Direction) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let is_comma = |i: usize| tokens.get(i).is_some_and(|t| t.is_sign(','));
    let Some(near) = at.filter(|a| is_comma(*a)) else { return at };
    let mut far = near;
    for _ in 0..LONGEST_APPOSITION {
        let Some(next) = direction.step(Some(far), 1) else { return at };
        far = next;
        if is_comma(far) {
            break;
        }
        let plain = tokens.get(far).is_some_and(|t| {
            !matches!(t.tag, Tag::Verb | Tag::Rel | Tag::Sub | Tag::Conj)
                && !matches!(t.kind, Kind::Sign(_))
        });
        if !plain {
            return at;
        }
    }
    let open = near.min(far);
    let says_more =
        tokens.get(open + 1).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Participle));
    if is_comma(far) && says_more { direction.step(Some(far), 1) } else { at }
}

/// Tokens of the longest apposition that is skipped.
const LONGEST_APPOSITION: usize = 12;

/// Past a bracket, which is a clause of its own: "the Governor (equivalent to a mayor) is".
fn skip_bracket(scene: Scene<'_>, at: Option<usize>, direction: Direction) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    let start = at?;
    let (from, to) = match direction {
        Direction::Left => (')', '('),
        Direction::Right => ('(', ')'),
    };
    if !tokens.get(start).is_some_and(|t| t.is_sign(from)) {
        return at;
    }
    let mut here = at;
    for _ in 0..LONGEST_BRACKET {
        here = direction.step(here, 1);
        match here.and_then(|h| tokens.get(h)) {
            Some(t) if t.is_sign(to) => return direction.step(here, 1),
            Some(_) => {}
            None => break,
        }
    }
    at
}

/// Tokens of the longest bracket that is skipped.
const LONGEST_BRACKET: usize = 24;
