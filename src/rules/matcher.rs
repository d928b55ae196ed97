//! Matches a compiled pattern outward from its value.

use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::name::Sentence;
use crate::name::token::{Kind, Tag};

use super::figure::{self, Figures};
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

/// Where a match stands.
#[derive(Clone)]
struct State {
    bound: Vec<Bound>,
    matched: usize,
    skipped: usize,
}

/// Tries a pattern on a value that spans tokens `first` to `last`; `furthest` receives how many items were reached.
pub fn match_at(
    scene: Scene<'_>,
    sequence: &Sequence,
    first: usize,
    last: usize,
    furthest: &mut usize,
) -> Option<Found> {
    let state = State { bound: Vec::new(), matched: 0, skipped: 0 };
    let anchor = if first == last { scene.figures_at(first) } else { 0 };
    let mut before = first.checked_sub(1);
    if before.is_some_and(|b| is_title(scene, b)) && sequence.anchor == Slot::Person {
        before = before.and_then(|b| b.checked_sub(1));
    }
    let left = walk(scene, &sequence.left, before, Direction::Left, &state, anchor, furthest)?;
    let reached = sequence.left.len();
    let mut right_furthest = 0;
    let found = walk(
        scene,
        &sequence.right,
        Some(last + 1),
        Direction::Right,
        &left,
        anchor,
        &mut right_furthest,
    );
    *furthest = (*furthest).max(reached + right_furthest);
    let found = found?;
    Some(Found {
        value: (first, last),
        bound: found.bound,
        matched: found.matched,
        skipped: found.skipped,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
}

impl Direction {
    /// `at` moved on by `n` tokens; none before the first.
    fn step(self, at: Option<usize>, n: usize) -> Option<usize> {
        match self {
            Direction::Left => at?.checked_sub(n),
            Direction::Right => at.map(|a| a + n),
        }
    }
}

fn walk(
    scene: Scene<'_>,
    items: &[Item],
    at: Option<usize>,
    direction: Direction,
    state: &State,
    anchor: Figures,
    furthest: &mut usize,
) -> Option<State> {
    let Some((item, rest)) = items.split_first() else { return Some(state.clone()) };
    let next = |at, state: &State, furthest: &mut usize| {
        let mut deeper = 0;
        let result = walk(scene, rest, at, direction, state, anchor, &mut deeper);
        *furthest = (*furthest).max(deeper + 1);
        result
    };
    let at = past_insertions(scene, at, direction, item);
    match item {
        Item::Start => {
            if opens(scene, at) {
                next(None, state, furthest)
            } else {
                None
            }
        }
        Item::Gap { most, wide } => {
            let mut state = state.clone();
            let mut here = at;
            for _ in 0..=*most {
                if let Some(found) = next(here, &state, furthest) {
                    return Some(found);
                }
                if !here.is_some_and(|a| may_skip(scene, a, *wide, anchor)) {
                    return None;
                }
                here = direction.step(here, 1);
                state.skipped += 1;
            }
            None
        }
        Item::Words { .. } => {
            let token = at?;
            if !fits(scene, token, item) {
                return None;
            }
            let mut state = state.clone();
            state.matched += 1;
            next(direction.step(at, 1), &state, furthest)
        }
        Item::Slot { role, slot } => {
            for (first, last, noun) in spans(scene, at?, *slot, direction) {
                // "there are six lines": a pronoun is nothing that is counted.
                if *role == Role::Of && noun.is_some_and(|n| scene.sentence.nouns[n].pronoun) {
                    continue;
                }
                let mut state = state.clone();
                state.matched += 1;
                state.bound.push(Bound { role: *role, first, last, noun });
                let edge = if direction == Direction::Left { first } else { last };
                if let Some(found) = next(direction.step(Some(edge), 1), &state, furthest) {
                    return Some(found);
                }
            }
            None
        }
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

/// Whether the token at `at` is one of the words of `item`.
pub(super) fn fits(scene: Scene<'_>, at: usize, item: &Item) -> bool {
    let Some(token) = scene.sentence.tokens.get(at) else { return false };
    match item {
        Item::Words { lemmas, spellings, classes, signs } => {
            if let Kind::Sign(c) = token.kind {
                return signs.contains(&plain_sign(c));
            }
            if token.kind == Kind::Possessive {
                return false;
            }
            if token.word == 0 || infinitive(scene, at) {
                return false;
            }
            token.is(*classes)
                || spellings.contains(&token.word)
                || scene
                    .lexicon
                    .vocabulary
                    .entry(token.word)
                    .readings
                    .iter()
                    .any(|(lemma, _)| lemmas.contains(lemma))
        }
        Item::Gap { .. } | Item::Slot { .. } | Item::Start => false,
    }
}

/// Full-width signs as their plain ones.
fn plain_sign(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '，' => ',',
        c => c,
    }
}

/// "to form closer ties": an aim, no happening.
fn infinitive(scene: Scene<'_>, at: usize) -> bool {
    let tokens = &scene.sentence.tokens;
    let to =
        at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.word == scene.lexicon.to);
    to && tokens[at].tag == Tag::Participle && !tokens[at].is(scene.lexicon.class.aux)
}

/// The stretches that a slot may take at `at`, likeliest first.
fn spans(
    scene: Scene<'_>,
    at: usize,
    slot: Slot,
    direction: Direction,
) -> Vec<(usize, usize, Option<usize>)> {
    let s = scene.sentence;
    match slot {
        Slot::Figure(bits) => {
            if scene.figures_at(at) & bits == 0 {
                Vec::new()
            } else {
                vec![(at, at, None)]
            }
        }
        Slot::Name | Slot::Person | Slot::Acronym | Slot::Institution => {
            // "Ms. Hazel Chu": the title belongs to no name.
            let at = if direction == Direction::Right && is_title(scene, at) { at + 1 } else { at };
            let Some(name) = s.name_at(at).map(|i| s.names[i]) else { return Vec::new() };
            let edge = if direction == Direction::Left { name.last } else { name.first };
            let person = name_fits(scene, &name, slot);
            if edge == at && person {
                vec![(name.first, name.last, s.noun_at(at))]
            } else {
                Vec::new()
            }
        }
        Slot::Place => nouns(scene, at, direction, |n| {
            n.name.is_some_and(|i| s.names[i].is_place)
                || n.classes & scene.lexicon.class.place != 0
        }),
        Slot::AnyNoun => nouns(scene, at, direction, |_| true),
        Slot::Noun(mask) => nouns(scene, at, direction, |n| n.classes & mask != 0),
        Slot::List => Vec::new(),
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

/// Past a quotation mark, which no pattern minds.
fn skip_quotes(scene: Scene<'_>, at: Option<usize>, direction: Direction) -> Option<usize> {
    let quote = at
        .and_then(|a| scene.sentence.tokens.get(a))
        .is_some_and(|t| matches!(t.kind, Kind::Sign('"' | '“' | '”' | '‘' | '’')));
    if quote { direction.step(at, 1) } else { at }
}

/// Past quotation marks, and past a bracket that the item does not ask for.
fn past_insertions(
    scene: Scene<'_>,
    at: Option<usize>,
    direction: Direction,
    item: &Item,
) -> Option<usize> {
    let at = skip_quotes(scene, at, direction);
    let stays = matches!(item, Item::Gap { .. } | Item::Start) || names_bracket(item);
    if stays { at } else { skip_bracket(scene, at, direction) }
}

fn names_bracket(item: &Item) -> bool {
    matches!(item, Item::Words { signs, .. } if signs.iter().any(|c| matches!(c, '(' | ')')))
}

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

fn is_title(scene: Scene<'_>, at: usize) -> bool {
    scene.sentence.tokens.get(at).is_some_and(|t| t.is(scene.lexicon.class.title))
}

fn name_fits(scene: Scene<'_>, name: &crate::name::proper::Name, slot: Slot) -> bool {
    match slot {
        Slot::Person => is_person(scene, name),
        Slot::Acronym => name.first == name.last && name.acronym,
        Slot::Institution => {
            name.last > name.first && name.classes & scene.lexicon.class.strict_institution != 0
        }
        _ => true,
    }
}

/// Whether a name may be a person's: no head of another class, and no known place.
pub fn is_person(scene: Scene<'_>, name: &crate::name::proper::Name) -> bool {
    name.classes == 0
        && !name.is_place
        && !name.numeral
        && name.last - name.first < 8
        && scene.sentence.tokens[name.first].kind == Kind::Word
}

fn nouns(
    scene: Scene<'_>,
    at: usize,
    direction: Direction,
    fits: impl Fn(&crate::name::noun::Noun) -> bool,
) -> Vec<(usize, usize, Option<usize>)> {
    let s = scene.sentence;
    let Some(i) = s.noun_at(at) else { return Vec::new() };
    let n = &s.nouns[i];
    match direction {
        Direction::Right => {
            if !fits(n) {
                return Vec::new();
            }
            let extended = s.extended(i, scene.lexicon);
            let mut all = vec![(at, n.last, Some(i))];
            if extended > n.last {
                all.push((at, extended, Some(i)));
            }
            all
        }
        Direction::Left => {
            if n.last != at {
                return Vec::new();
            }
            let mut all = Vec::new();
            if fits(n) {
                all.push((n.first, n.last, Some(i)));
                // "eight wards": the figure may be an item of its own.
                let figure = (n.first..n.last).rev().find(|t| s.tokens[*t].figure().is_some());
                all.extend(figure.map(|f| (f + 1, n.last, Some(i))));
            }
            // "the council of the city": the phrase that "of" joins may be the one asked for.
            let mut head = i;
            while head > 0
                && s.extended(head - 1, scene.lexicon) >= n.last
                && s.nouns[head - 1].last + 2 <= s.nouns[head].first
            {
                head -= 1;
                if fits(&s.nouns[head]) {
                    all.push((s.nouns[head].first, n.last, Some(head)));
                }
            }
            all
        }
    }
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
