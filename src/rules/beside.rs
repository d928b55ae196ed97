//! The words right before and behind a value: a look at them spares most patterns their try.

use super::insertion::{Sought, past_insertions};
use super::matcher::{Direction, Scene};
use super::pattern::Item;

/// The item right beside a value, where it is a word: kept with the number of its pattern, it spares most patterns their
/// try, for which they would have to be fetched from all over the memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    number: u16,
    sought: Sought,
}

impl Beside {
    /// What the items of one side begin with.
    pub(super) fn of(items: &[Item]) -> Option<Beside> {
        let item = items.first()?;
        let Item::Words(words) = item else { return None };
        Some(Beside { number: words.number, sought: Sought::by(item) })
    }

    fn fits(self, scene: Scene<'_>, at: Option<usize>, direction: Direction) -> bool {
        let at = past_insertions(scene, at, direction, || self.sought);
        at.is_some_and(|at| scene.fitting.at_number(at, self.number))
    }
}

/// Whether the words that a pattern asks for right before and behind its value stand there.
pub(super) fn may_match(
    scene: Scene<'_>,
    (before, behind): (Option<Beside>, Option<Beside>),
    (first, last): (usize, usize),
) -> bool {
    behind.is_none_or(|b| b.fits(scene, Some(last + 1), Direction::Right))
        && before.is_none_or(|b| b.fits(scene, first.checked_sub(1), Direction::Left))
}
