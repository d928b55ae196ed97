//! Which patterns can fit a sentence at all, and which words of it fit which item.
//!
//! The items of words that the patterns share are numbered once. A sentence is then read into bits, one for each token
//! and item: whether a word fits an item is one bit, and a pattern is tried only where each of its items fits a word and
//! each of its slots for figures finds one.

use rustc_hash::FxHashMap;

use crate::lexicon::Lexicon;
use crate::name::Sentence;
use crate::name::token::{Kind, Tag};

use super::Rule;
use super::beside::Beside;
use super::figure::Figures;
use super::pattern::{Item, Sequence, Slot, Words};

/// A reading of a pattern with what must stand in a sentence before it is tried.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) rule: usize,
    pub(super) sequence: usize,
    /// Number of what takes its value among [`Index::anchors`].
    pub(super) anchor: usize,
    /// Whether its rule works in some sections alone.
    pub(super) confined: bool,
    /// The words right before and right behind its value.
    pub(super) beside: (Option<Beside>, Option<Beside>),
    /// Numbers of its items of words, the rarest first.
    words: Vec<u16>,
    /// Classes of figures of which one each must stand there, its value among them.
    figures: Vec<Figures>,
}

/// A reading that waits for a word, with what sorts most of them out before anybody looks at the reading itself. A
/// sentence goes through hundreds of these: they are kept small.
#[derive(Debug)]
struct Waiting {
    /// The classes of figures that its value may have, [`NO_FIGURE`] where it is none.
    value: Figures,
    /// The second rarest of its items of words, or the only one.
    next: u16,
    /// Its number.
    reading: u16,
}

/// A class that no figure has and every sentence offers.
const NO_FIGURE: Figures = 1 << 31;

/// The patterns by what they ask for.
#[derive(Debug, Default)]
pub struct Index {
    /// All readings, in file order.
    pub(super) entries: Vec<Entry>,
    /// What the values are sought among.
    pub(super) anchors: Vec<Slot>,
    /// Items of words.
    items: usize,
    /// For each spelling of the vocabulary a row of bits: the items that it fits.
    by_word: Vec<u64>,
    by_sign: FxHashMap<char, Vec<u64>>,
    /// For each item the readings that wait for it: it is the rarest that they need.
    waiting: Vec<Vec<Waiting>>,
    /// The items that some reading waits for.
    awaited: Vec<u64>,
    /// Readings that wait for no word.
    always: Vec<usize>,
}

/// The items that the words of one sentence fit.
#[derive(Debug, Default)]
pub struct Fitting<'i> {
    /// For each token the row of its word.
    tokens: Vec<&'i [u64]>,
    /// Those that any token fits.
    any: Vec<u64>,
}

impl Fitting<'_> {
    /// Whether the word or sign at a token fits the item.
    pub(super) fn at(&self, token: usize, words: &Words) -> bool {
        self.at_number(token, words.number)
    }

    /// Whether it fits the item with this number.
    pub(super) fn at_number(&self, token: usize, number: u16) -> bool {
        let number = usize::from(number);
        let bits = self.tokens.get(token).and_then(|row| row.get(number / 64));
        bits.is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    fn anywhere(&self, number: u16) -> bool {
        let number = usize::from(number);
        self.any.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }
}

impl Index {
    /// Numbers the items of all rules and files the readings under their rarest word.
    pub(super) fn new(rules: &mut [Rule], lexicon: &Lexicon) -> Index {
        let mut index = Index::default();
        let mut items: Vec<Words> = Vec::new();
        let mut numbers: FxHashMap<Words, u16> = FxHashMap::default();
        for words in rules.iter_mut().flat_map(words_of) {
            words.number = numbers.get(words).copied().unwrap_or_else(|| {
                let number = u16::try_from(items.len()).unwrap_or(u16::MAX);
                numbers.insert(words.clone(), number);
                items.push(words.clone());
                number
            });
        }
        index.items = items.len();
        index.read_items(&items, lexicon);
        index.waiting = items.iter().map(|_| Vec::new()).collect();
        let sizes: Vec<usize> = (0..128).map(|c| lexicon.vocabulary.words_in(1 << c)).collect();
        let commonness: Vec<usize> = items.iter().map(|i| commonness(i, &sizes, lexicon)).collect();
        for (r, rule) in rules.iter().enumerate() {
            for (s, sequence) in rule.sequences.iter().enumerate() {
                let mut entry = index.entry(r, s, sequence);
                entry.confined = rule.is_confined();
                entry.words.sort_by_key(|n| commonness[usize::from(*n)]);
                match *entry.words.as_slice() {
                    [] => index.always.push(index.entries.len()),
                    [rarest, ..] => index.waiting[usize::from(rarest)].push(Waiting {
                        value: match sequence.anchor {
                            Slot::Figure(bits) => bits,
                            _ => NO_FIGURE,
                        },
                        next: *entry.words.get(1).unwrap_or(&rarest),
                        reading: u16::try_from(index.entries.len()).unwrap_or(u16::MAX),
                    }),
                }
                index.entries.push(entry);
            }
        }
        let awaited = (0..).zip(&index.waiting).filter(|(_, readings)| !readings.is_empty());
        index.awaited = index.row(&awaited.map(|(number, _)| number).collect::<Vec<_>>());
        index
    }

    fn entry(&mut self, rule: usize, sequence: usize, text: &Sequence) -> Entry {
        let known = self.anchors.iter().position(|slot| *slot == text.anchor);
        let anchor = known.unwrap_or_else(|| {
            self.anchors.push(text.anchor);
            self.anchors.len() - 1
        });
        let slots = text.items().filter_map(|i| match i {
            Item::Slot { slot, .. } => Some(*slot),
            _ => None,
        });
        let figures = slots.chain([text.anchor]).filter_map(|slot| match slot {
            Slot::Figure(bits) => Some(bits),
            _ => None,
        });
        // Before a person's name may stand a title, which no pattern asks for.
        let before = if text.anchor == Slot::Person { None } else { Beside::of(&text.left) };
        Entry {
            rule,
            sequence,
            anchor,
            confined: false,
            beside: (before, Beside::of(&text.right)),
            words: text.words().map(|w| w.number).collect(),
            figures: figures.collect(),
        }
    }

    /// Which items each word and sign fits.
    fn read_items(&mut self, items: &[Words], lexicon: &Lexicon) {
        let vocabulary = &lexicon.vocabulary;
        let mut by_lemma = vec![Vec::new(); vocabulary.lemma_count()];
        let mut by_class = vec![Vec::new(); 128];
        let mut by_word = vec![Vec::new(); vocabulary.word_count()];
        let mut by_sign: FxHashMap<char, Vec<u16>> = FxHashMap::default();
        for (number, item) in (0..).zip(items) {
            item.lemmas.iter().for_each(|l| by_lemma[usize::from(*l)].push(number));
            item.spellings.iter().for_each(|w| by_word[usize::from(*w)].push(number));
            let classes = (0..128).filter(|c| item.classes >> c & 1 == 1);
            classes.for_each(|c| by_class[c].push(number));
            item.signs.iter().for_each(|s| by_sign.entry(*s).or_default().push(number));
        }
        for (word, fits) in by_word.iter_mut().enumerate().skip(1) {
            let entry = vocabulary.entry(u16::try_from(word).unwrap_or(0));
            entry.readings.iter().for_each(|(l, _)| fits.extend(&by_lemma[usize::from(*l)]));
            let classes = (0..128).filter(|c| entry.classes >> c & 1 == 1);
            classes.for_each(|c| fits.extend(&by_class[c]));
        }
        self.by_word = by_word.iter().flat_map(|fits| self.row(fits)).collect();
        self.by_sign = by_sign.into_iter().map(|(sign, fits)| (sign, self.row(&fits))).collect();
    }

    /// The items as bits.
    fn row(&self, items: &[u16]) -> Vec<u64> {
        let mut row = vec![0; self.width()];
        for number in items.iter().map(|n| usize::from(*n)) {
            row[number / 64] |= 1 << (number % 64);
        }
        row
    }

    /// Numbers of 64 bits in a row.
    fn width(&self) -> usize {
        self.items.div_ceil(64)
    }

    /// What the words of a sentence fit.
    pub fn fitting(&self, sentence: &Sentence, lexicon: &Lexicon) -> Fitting<'_> {
        let width = self.width();
        let tokens = Vec::with_capacity(sentence.tokens.len());
        let mut fitting = Fitting { tokens, any: vec![0; width] };
        // The row of the word that nobody named.
        let nothing = self.by_word.get(..width).unwrap_or_default();
        for (at, token) in sentence.tokens.iter().enumerate() {
            let row = match token.kind {
                Kind::Sign(c) => self.by_sign.get(&plain_sign(c)).map(Vec::as_slice),
                Kind::Word if !is_aim(sentence, lexicon, at) => {
                    let first = usize::from(token.word) * width;
                    self.by_word.get(first..first + width)
                }
                _ => None,
            };
            let row = row.unwrap_or(nothing);
            fitting.tokens.push(row);
            fitting.any.iter_mut().zip(row).for_each(|(any, bits)| *any |= bits);
        }
        fitting
    }

    /// The readings that can fit a sentence in which figures of these classes stand, in file order. With `nearly`, also
    /// those of which only the rarest word is there.
    pub(super) fn candidates(
        &self,
        fitting: &Fitting<'_>,
        figures: Figures,
        nearly: bool,
    ) -> impl Iterator<Item = &Entry> {
        // A bit a reading: setting bits puts them in order without a sort.
        let mut found = vec![0u64; self.entries.len().div_ceil(64)];
        let mut mark = |i: usize, fits: bool| found[i / 64] |= u64::from(fits) << (i % 64);
        self.always.iter().for_each(|i| mark(*i, true));
        let offered = figures | NO_FIGURE;
        for (block, (any, awaited)) in fitting.any.iter().zip(&self.awaited).enumerate() {
            for bit in bits_of(any & awaited) {
                for waiting in &self.waiting[block * 64 + bit] {
                    // Most fail, in no order that a processor could foresee: both questions are cheaper asked than
                    // skipped.
                    let fits = (waiting.value & offered != 0) & fitting.anywhere(waiting.next);
                    mark(usize::from(waiting.reading), nearly | fits);
                }
            }
        }
        let whole = move |e: &Entry| {
            e.figures.iter().all(|f| f & figures != 0)
                && e.words.iter().all(|n| fitting.anywhere(*n))
        };
        let marked = (0..found.len())
            .flat_map(move |block| bits_of(found[block]).map(move |i| block * 64 + i));
        marked.map(|i| &self.entries[i]).filter(move |e| nearly || whole(e))
    }
}

/// The numbers of the bits that are set.
fn bits_of(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(next)
    })
}

/// The items of words in a rule.
fn words_of(rule: &mut Rule) -> impl Iterator<Item = &mut Words> {
    let items = rule.sequences.iter_mut().flat_map(|s| s.left.iter_mut().chain(&mut s.right));
    let words = items.filter_map(|i| match i {
        Item::Words(words) => Some(words),
        _ => None,
    });
    words.chain(rule.frame.iter_mut().flat_map(super::frame::Frame::words))
}

/// How often a sentence holds one of these words, roughly: the more of them the likelier, and a word without meaning of
/// its own more than all others together. `sizes` are the numbers of words in each class.
fn commonness(words: &Words, sizes: &[usize], lexicon: &Lexicon) -> usize {
    const FUNCTION_WORD: usize = 1000;
    let c = &lexicon.class;
    let function =
        c.det | c.prep | c.conj | c.sub | c.rel | c.pron | c.aux | c.be | c.have | c.modal;
    let weight = |classes| if classes & function == 0 { 1 } else { FUNCTION_WORD };
    let of_spelling = |word| weight(lexicon.vocabulary.entry(word).classes);
    let lemmas = words
        .lemmas
        .iter()
        .map(|l| of_spelling(lexicon.vocabulary.word(lexicon.vocabulary.spelling(*l))));
    let classes = (0..128).filter(|bit| words.classes >> bit & 1 == 1);
    lemmas.sum::<usize>()
        + words.spellings.iter().map(|w| of_spelling(*w)).sum::<usize>()
        + classes.map(|bit| weight(1 << bit) * sizes[bit]).sum::<usize>()
        + words.signs.len() * FUNCTION_WORD
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
fn is_aim(sentence: &Sentence, lexicon: &Lexicon, at: usize) -> bool {
    let tokens = &sentence.tokens;
    tokens[at].tag == Tag::Participle
        && !tokens[at].is(lexicon.class.aux)
        && at.checked_sub(1).is_some_and(|before| tokens[before].word == lexicon.to)
}
