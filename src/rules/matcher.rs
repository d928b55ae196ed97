//! Matches a compiled pattern outward from its value.

use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::name::Sentence;
use crate::name::token::{Kind, Tag};

use super::figure::{self, Figures};
use super::index::Fitting;
use super::insertion::{Sought, past_insertions};
use super::pattern::{Item, Role, Sequence, Slot};

/// Tokens that a slot took, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The part they play.
    pub role: Role,
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// The noun phrase, where the slot took one.
    pub noun: Option<usize>,
}

/// A pattern that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// First and last token of the value.
    pub value: (usize, usize),
    /// What the other slots took.
    pub bound: Vec<Bound>,
    /// Items that matched.
    pub matched: usize,
    /// Tokens that gaps skipped.
    pub skipped: usize,
}

/// A sentence with what a match needs to know of it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// All mentions of the bulletin.
    pub mentions: &'a [Mention],
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The classes of the figure at each token, see [`figures`].
    pub figures: &'a [Figures],
    /// What its words fit.
    pub fitting: &'a Fitting<'a>,
}

/// The classes of the figure at each token of a sentence; 0 where none stands.
pub fn figures(sentence: &Sentence, mentions: &[Mention]) -> Vec<Figures> {
    let classes = |t: &crate::name::token::Token| {
        t.figure().and_then(|i| mentions.get(i)).map_or(0, figure::classes)
    };
    sentence.tokens.iter().map(classes).collect()
}

impl Scene<'_> {
    /// The classes of the figure at a token; 0 where none stands.
    pub fn figures_at(&self, token: usize) -> Figures {
        self.figures.get(token).copied().unwrap_or(0)
    }
}

/// A match in the making.
#[derive(Default)]
struct State {
    bound: Vec<Bound>,
    matched: usize,
    skipped: usize,
    /// How many items of the side at work were reached.
    furthest: usize,
}

/// Tries a pattern on a value that spans tokens `first` to `last`; `furthest` receives how many items were reached.
pub fn match_at(
    scene: Scene<'_>,
    sequence: &Sequence,
    first: usize,
    last: usize,
    furthest: &mut usize,
) -> Option<Found> {
    let anchor = if first == last { scene.figures_at(first) } else { 0 };
    let mut before = first.checked_sub(1);
    if before.is_some_and(|b| is_title(scene, b)) && sequence.anchor == Slot::Person {
        before = before.and_then(|b| b.checked_sub(1));
    }
    let mut state = State::default();
    let left = Side { scene, items: &sequence.left, direction: Direction::Left, anchor };
    if !left.walk(0, before, &mut state) {
        *furthest = state.furthest;
        return None;
    }
    state.furthest = 0;
    let right = Side { scene, items: &sequence.right, direction: Direction::Right, anchor };
    let fits = right.walk(0, Some(last + 1), &mut state);
    *furthest = sequence.left.len() + state.furthest;
    fits.then_some(Found {
        value: (first, last),
        bound: state.bound,
        matched: state.matched,
        skipped: state.skipped,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
}

impl Direction {
    /// `at` moved on by `n` tokens; none before the first.
    pub(super) fn step(self, at: Option<usize>, n: usize) -> Option<usize> {
        match self {
            Direction::Left => at?.checked_sub(n),
            Direction::Right => at.map(|a| a + n),
        }
    }
}

/// The items on one side of a value.
#[derive(Clone, Copy)]
struct Side<'a> {
    scene: Scene<'a>,
    items: &'a [Item],
    direction: Direction,
    /// The classes of the value, where it is a figure.
    anchor: Figures,
}

impl Side<'_> {
    /// Whether item `number` and all behind it fit from token `at` on; where not, the state is as it was.
    fn walk(self, number: usize, at: Option<usize>, state: &mut State) -> bool {
        state.furthest = state.furthest.max(number);
        let Some(item) = self.items.get(number) else { return true };
        let at = past_insertions(self.scene, at, self.direction, || Sought::by(item));
        match item {
            Item::Start => opens(self.scene, at) && self.walk(number + 1, None, state),
            Item::Gap { most, wide } => self.skip(number, at, (*most, *wide), state),
            Item::Words(words) => {
                let fits = at.is_some_and(|at| self.scene.fitting.at(at, words));
                if !fits {
                    return false;
                }
                state.matched += 1;
                let fits = self.walk(number + 1, self.direction.step(at, 1), state);
                if !fits {
                    state.matched -= 1;
                }
                fits
            }
            Item::Slot { role, slot } => at.is_some_and(|at| {
                any_span(self.scene, at, *slot, self.direction, &mut |first, last, noun| {
                    self.take(number, Bound { role: *role, first, last, noun }, state)
                })
            }),
        }
    }

    /// Skips as few tokens as it can.
    fn skip(
        self,
        number: usize,
        mut at: Option<usize>,
        (most, wide): (usize, bool),
        state: &mut State,
    ) -> bool {
        let skipped = state.skipped;
        for _ in 0..=most {
            if self.walk(number + 1, at, state) {
                return true;
            }
            if !at.is_some_and(|a| may_skip(self.scene, a, wide, self.anchor)) {
                break;
            }
            at = self.direction.step(at, 1);
            state.skipped += 1;
        }
        state.skipped = skipped;
        false
    }

    /// Gives a slot its tokens, if what follows fits then.
    fn take(self, number: usize, bound: Bound, state: &mut State) -> bool {
        // "there are six lines": a pronoun is nothing that is counted.
        let pronoun = bound.noun.is_some_and(|n| self.scene.sentence.nouns[n].pronoun);
        // "founded here in 1969": "here" is where, never what.
        let adverb = || self.scene.sentence.tokens[bound.first].is(self.scene.lexicon.class.adv);
        if pronoun && (bound.role == Role::Of || bound.role == Role::Subject && adverb()) {
            return false;
        }
        state.matched += 1;
        state.bound.push(bound);
        let edge = if self.direction == Direction::Left { bound.first } else { bound.last };
        let fits = self.walk(number + 1, self.direction.step(Some(edge), 1), state);
        if !fits {
            state.matched -= 1;
            state.bound.pop();
        }
        fits
    }
}

/// Whether nothing stands at `at` and left of it in its clause but a preposition and an article: the phrase after it is
/// fronted, in the sentence or behind "and", ";", ":" or a comma.
fn opens(scene: Scene<'_>, at: Option<usize>) -> bool {
    let c = &scene.lexicon.class;
    let mut at = at;
    for _ in 0..3 {
        let Some(a) = at else { return true };
        let token = &scene.sentence.tokens[a];
        if token.tag == Tag::Conj || matches!(token.kind, Kind::Sign(';' | ':')) {
            return true;
        }
        // "Twelve years on, on 15 October": a comma that no phrase precedes.
        if token.is_sign(',') {
            let tokens = &scene.sentence.tokens[..a];
            let phrase = tokens.last().is_none_or(|t| matches!(t.tag, Tag::Noun | Tag::Name));
            return !phrase && !tokens.iter().any(|t| t.tag == Tag::Verb);
        }
        if !token.is(c.prep | c.det) {
            return false;
        }
        at = a.checked_sub(1);
    }
    at.is_none()
}

fn may_skip(scene: Scene<'_>, at: usize, wide: bool, anchor: Figures) -> bool {
    scene.sentence.tokens.get(at).is_some_and(|t| match t.kind {
        Kind::Sign(c) => wide && !matches!(c, ';' | ':') || matches!(c, '“' | '”' | '"'),
        // A figure like the one sought is nearer to these words.
        Kind::Figure(_) => wide && scene.figures_at(at) & anchor & !YEARLIKE == 0,
        Kind::Word | Kind::Possessive => true,
    })
}

/// Whether `take` accepts one of the stretches that a slot may take at `at`: first and last token, and the noun phrase;
/// likeliest first.
fn any_span(
    scene: Scene<'_>,
    at: usize,
    slot: Slot,
    direction: Direction,
    take: &mut impl FnMut(usize, usize, Option<usize>) -> bool,
) -> bool {
    let s = scene.sentence;
    match slot {
        Slot::Figure(bits) => scene.figures_at(at) & bits != 0 && take(at, at, None),
        Slot::Name | Slot::Person | Slot::Acronym | Slot::Institution => {
            // "Ms. Hazel Chu": the title belongs to no name.
            let at = if direction == Direction::Right && is_title(scene, at) { at + 1 } else { at };
            let Some(name) = s.name_at(at).map(|i| s.names[i]) else { return false };
            let edge = if direction == Direction::Left { name.last } else { name.first };
            edge == at
                && name_fits(scene, &name, slot)
                && take(name.first, name.last, s.noun_at(at))
        }
        Slot::Place => any_noun(scene, at, direction, take, |n| {
            n.name.is_some_and(|i| s.names[i].is_place)
                || n.classes & scene.lexicon.class.place != 0
        }),
        Slot::AnyNoun => any_noun(scene, at, direction, take, |_| true),
        Slot::Noun(mask) => any_noun(scene, at, direction, take, |n| n.classes & mask != 0),
        Slot::List => false,
    }
}

/// Classes that say how a figure is written, not what it is.
const YEARLIKE: Figures = figure::YEAR
    | figure::WORDS
    | figure::ONE
    | figure::ERA
    | figure::INTERVAL
    | figure::SINCE
    | figure::UNTIL
    | figure::NUMBER;

fn is_title(scene: Scene<'_>, at: usize) -> bool {
    scene.sentence.tokens.get(at).is_some_and(|t| t.is(scene.lexicon.class.title))
}

fn name_fits(scene: Scene<'_>, name: &crate::name::proper::Name, slot: Slot) -> bool {
    let c = &scene.lexicon.class;
    match slot {
        Slot::Person => is_person(scene, name),
        Slot::Acronym => name.first == name.last && name.acronym,
        Slot::Institution => {
            // "the European Museum of the Year Award" is none.
            let last = &scene.sentence.tokens[name.last];
            let given = scene.lexicon.is_form_of_any(last.word, &["award", "prize"]);
            name.last > name.first && name.classes & c.strict_institution != 0 && !given
        }
        _ => true,
    }
}

/// Whether a name may be a person's: no head of another class, and no known place.
pub fn is_person(scene: Scene<'_>, name: &crate::name::proper::Name) -> bool {
    // "Ms. Jane Hall": a title tells a person from a hall.
    let titled = name.first.checked_sub(1).is_some_and(|i| is_title(scene, i));
    (name.classes == 0 || titled && name.last > name.first)
        && !name.is_place
        && !name.numeral
        && name.last - name.first < 8
        // "The Governor represents the Queen."
        && (name.last > name.first || !scene.sentence.tokens[name.first].is(scene.lexicon.class.people))
        && scene.sentence.tokens[name.first].kind == Kind::Word
}

fn any_noun(
    scene: Scene<'_>,
    at: usize,
    direction: Direction,
    take: &mut impl FnMut(usize, usize, Option<usize>) -> bool,
    fits: impl Fn(&crate::name::noun::Noun) -> bool,
) -> bool {
    let s = scene.sentence;
    let Some(i) = s.noun_at(at) else { return false };
    let n = &s.nouns[i];
    if direction == Direction::Right {
        let longer = || Some(s.extended(i, scene.lexicon)).filter(|end| *end > n.last);
        return fits(n)
            && (take(at, n.last, Some(i)) || longer().is_some_and(|end| take(at, end, Some(i))));
    }
    if n.last != at {
        return false;
    }
    if fits(n) {
        // "eight wards": the figure may be an item of its own.
        let figure = || (n.first..n.last).rev().find(|t| s.tokens[*t].figure().is_some());
        if take(n.first, n.last, Some(i)) || figure().is_some_and(|f| take(f + 1, n.last, Some(i)))
        {
            return true;
        }
    }
    // "the council of the city": the phrase that "of" joins may be the one asked for.
    let mut head = i;
    while head > 0 && s.is_joined(head, scene.lexicon) {
        head -= 1;
        if fits(&s.nouns[head]) && take(s.nouns[head].first, n.last, Some(head)) {
            return true;
        }
    }
    false
}

/// The chunks of a class that can carry a value, as token ranges.
pub fn anchors(scene: Scene<'_>, slot: Slot) -> Vec<(usize, usize)> {
    let s = scene.sentence;
    match slot {
        Slot::Figure(bits) => (0..s.tokens.len())
            .filter(|i| scene.figures_at(*i) & bits != 0)
            .map(|i| (i, i))
            .collect(),
        Slot::Name | Slot::Person | Slot::Acronym | Slot::Institution => s
            .names
            .iter()
            .filter(|n| name_fits(scene, n, slot))
            .map(|n| (n.first, n.last))
            .collect(),
        Slot::Place => place_anchors(scene),
        Slot::AnyNoun => s.nouns.iter().filter(|n| !n.pronoun).map(|n| (n.first, n.last)).collect(),
        Slot::Noun(mask) => {
            s.nouns.iter().filter(|n| n.classes & mask != 0).map(|n| (n.first, n.last)).collect()
        }
        Slot::List => super::list::collect(scene),
    }
}

fn place_anchors(scene: Scene<'_>) -> Vec<(usize, usize)> {
    let s = scene.sentence;
    let place = scene.lexicon.class.place;
    s.nouns
        .iter()
        .filter(|n| n.name.is_some_and(|i| s.names[i].is_place || s.names[i].classes & place != 0))
        .map(|n| {
            let first = n.name.map_or(n.first, |i| s.names[i].first);
            (first, n.last)
        })
        .collect()
}
