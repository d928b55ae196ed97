//! The pattern language of the rules, and its compiled form.
//!
//! A pattern is a line of items apart by spaces:
//!
//! | item | stands for |
//! |---|---|
//! | `cover` | the word in any of its forms: cover, covers, covered, covering |
//! | `"in"` | that spelling or sign alone |
//! | `a/b/c` | any of these |
//! | `@found` | any word of the class `found` in the lexicon |
//! | `(…)` | a group, `\|` between its choices; `(…)?` one that may be missing |
//! | `^` | the beginning of the sentence, a preposition or article aside |
//! | `..` | up to four words of the same phrase: no figure, no sign |
//! | `...` | up to fourteen tokens of any kind but `;` and `:` |
//! | `{value:area}` | the figure or chunk whose value the fact takes |
//! | `{role:class}` | a chunk or figure with a part in the fact: `subject`, `of`, `person`, `office`, `time`, `any` |

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Lemma, Mask, Word};

use super::figure::{self, Figures};

/// What a slot gives to the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value of the fact.
    Value,
    /// What the value is said of.
    Subject,
    /// What is counted, shared, ranked or measured.
    Of,
    /// The person of an office.
    Person,
    /// The office of a person.
    Office,
    /// When the value held.
    Time,
    /// Nothing: it must only be there.
    Any,
}

/// What a slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A figure of one of these classes.
    Figure(Figures),
    /// A noun phrase whose head belongs to one of these classes.
    Noun(Mask),
    /// Any noun phrase.
    AnyNoun,
    /// A name.
    Name,
    /// A name that may be a person's: no head, no known place.
    Person,
    /// A noun phrase or name of a place.
    Place,
    /// An enumeration: "A, B and C".
    List,
    /// A name in capitals alone: "NYC".
    Acronym,
    /// The name of a university, museum, orchestra, … of two words at least.
    Institution,
}

/// What one word or sign may be: any form of any of these words, or any of these spellings, classes and signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// Base words in any form.
    pub lemmas: Vec<Lemma>,
    /// Exact spellings.
    pub spellings: Vec<Word>,
    /// Word classes.
    pub classes: Mask,
    /// Signs.
    pub signs: Vec<char>,
    /// Its number in the [index](super::index::Index) of the rules.
    pub number: u16,
}

/// One item of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// One word or sign.
    Words(Words),
    /// The beginning of the sentence, a preposition or article aside.
    Start,
    /// Up to so many tokens; `wide` ones may hold figures and signs.
    Gap {
        /// The most tokens skipped.
        most: usize,
        /// Whether figures and signs may be skipped too.
        wide: bool,
    },
    /// A chunk or figure.
    Slot {
        /// Its part in the fact.
        role: Role,
        /// What it may be.
        slot: Slot,
    },
}

/// One way a pattern can be read, without groups, split at its value.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// What takes the value.
    pub anchor: Slot,
    /// Items left of the value, nearest first.
    pub left: Vec<Item>,
    /// Items right of the value, nearest first.
    pub right: Vec<Item>,
}

impl Sequence {
    /// Its items beside the value.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.left.iter().chain(&self.right)
    }

    /// Its items of words.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.items().filter_map(|i| match i {
            Item::Words(words) => Some(words),
            _ => None,
        })
    }
}

/// Compiles a pattern into its readings.
///
/// # Errors
/// What is wrong with it, in words for the one who wrote it.
pub fn compile(pattern: &str, lexicon: &mut Lexicon) -> Result<Vec<Sequence>, String> {
    let mut parser = Parser { rest: pattern.trim(), lexicon };
    let choices = parser.choices(0)?;
    if !parser.rest.is_empty() {
        return Err(format!("unexpected `{}`", parser.rest));
    }
    if choices.len() > 256 {
        return Err(format!("expected at most 256 readings, but found {}", choices.len()));
    }
    choices.into_iter().map(sequence).collect()
}

/// Compiles one item of words.
///
/// # Errors
/// What is wrong with it.
pub fn words(item: &str, lexicon: &mut Lexicon) -> Result<Words, String> {
    Parser { rest: "", lexicon }.words(item)
}

fn sequence(items: Vec<Item>) -> Result<Sequence, String> {
    let is_value = |i: &Item| matches!(i, Item::Slot { role: Role::Value, .. });
    let at = items.iter().position(is_value).ok_or("expected a `{value:…}`, but found none")?;
    if items.iter().filter(|i| is_value(i)).count() > 1 {
        return Err("expected one `{value:…}`, but found several".to_string());
    }
    let Item::Slot { slot: anchor, .. } = items[at] else {
        return Err("expected a `{value:…}`".to_string());
    };
    let left = items[..at].iter().rev().cloned().collect();
    let right = items[at + 1..].to_vec();
    Ok(Sequence { anchor, left, right })
}

struct Parser<'p, 'l> {
    rest: &'p str,
    lexicon: &'l mut Lexicon,
}

impl Parser<'_, '_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Sequences of items divided by `|`, up to the end or the closing bracket of this depth.
    fn choices(&mut self, depth: usize) -> Result<Vec<Vec<Item>>, String> {
        let mut all = Vec::new();
        let mut current: Vec<Vec<Item>> = vec![Vec::new()];
        loop {
            self.skip();
            match self.rest.chars().next() {
                None if depth > 0 => return Err("expected `)`, but the pattern ends".to_string()),
                None => break,
                Some(')') if depth > 0 => break,
                Some('|') => {
                    self.rest = &self.rest[1..];
                    all.append(&mut current);
                    current = vec![Vec::new()];
                }
                Some('(') => {
                    self.rest = &self.rest[1..];
                    let mut inner = merge(self.choices(depth + 1)?);
                    self.rest = self.rest.strip_prefix(')').ok_or("expected `)`")?;
                    if let Some(rest) = self.rest.strip_prefix('?') {
                        self.rest = rest;
                        inner.push(Vec::new());
                    }
                    current = product(&current, &inner);
                }
                Some(_) => {
                    let item = self.item()?;
                    current.iter_mut().for_each(|c| c.push(item.clone()));
                }
            }
        }
        all.append(&mut current);
        Ok(all)
    }

    fn item(&mut self) -> Result<Item, String> {
        if self.rest.starts_with('{') {
            let end = self.rest.find('}').ok_or("expected `}`, but the pattern ends")?;
            let (inside, rest) = (&self.rest[1..end], &self.rest[end + 1..]);
            self.rest = rest;
            return self.slot(inside);
        }
        let mut end = self.rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|'));
        if self.rest.starts_with('"') {
            // A quoted sign may be a bracket or a bar.
            let close = self.rest[1..].find('"').ok_or("expected a closing quote")? + 2;
            end = self.rest[close..]
                .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|'))
                .map(|i| i + close);
        }
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        match word {
            ".." => Ok(Item::Gap { most: 4, wide: false }),
            "^" => Ok(Item::Start),
            "..." => Ok(Item::Gap { most: 14, wide: true }),
            _ => Ok(Item::Words(self.words(word)?)),
        }
    }

    fn words(&mut self, item: &str) -> Result<Words, String> {
        let mut words = Words::default();
        for choice in item.split('/') {
            if let Some(class) = choice.strip_prefix('@') {
                let bit = self.lexicon.vocabulary.class(class);
                words.classes |= bit.ok_or_else(|| format!("unknown word class `{class}`"))?;
            } else if let Some(quoted) = choice.strip_prefix('"').and_then(|c| c.strip_suffix('"'))
            {
                let mut chars = quoted.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) if !c.is_alphanumeric() => words.signs.push(c),
                    _ => words.spellings.push(self.lexicon.vocabulary.add_spelling(quoted)),
                }
            } else if matches!(choice, ":" | "," | ";") {
                words.signs.extend(choice.chars());
            } else if choice
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '&' | '.'))
                && !choice.is_empty()
            {
                words.lemmas.push(self.lexicon.vocabulary.add_base(&choice.to_lowercase()));
            } else {
                return Err(format!("unexpected `{choice}`"));
            }
        }
        Ok(words)
    }

    fn slot(&mut self, inside: &str) -> Result<Item, String> {
        let (role, class) = inside
            .split_once(':')
            .ok_or_else(|| format!("expected `{{role:class}}`, but found `{{{inside}}}`"))?;
        let role = match role {
            "value" => Role::Value,
            "subject" => Role::Subject,
            "of" => Role::Of,
            "person" => Role::Person,
            "office" => Role::Office,
            "time" => Role::Time,
            "any" => Role::Any,
            other => return Err(format!("unknown role `{other}`")),
        };
        Ok(Item::Slot { role, slot: self.slot_class(class)? })
    }

    /// A class of figures, a kind of chunk, or word classes joined by `/`.
    fn slot_class(&mut self, class: &str) -> Result<Slot, String> {
        match class {
            "noun" => return Ok(Slot::AnyNoun),
            "name" => return Ok(Slot::Name),
            "person" => return Ok(Slot::Person),
            "place" => return Ok(Slot::Place),
            "list" => return Ok(Slot::List),
            "acronym" => return Ok(Slot::Acronym),
            "institution_name" => return Ok(Slot::Institution),
            _ => {}
        }
        let (mut figures, mut mask) = (0, 0);
        for part in class.split('/') {
            match (figure::by_name(part), self.lexicon.vocabulary.class(part)) {
                (Some(bits), _) => figures |= bits,
                (None, Some(bit)) => mask |= bit,
                (None, None) => return Err(format!("unknown class `{part}`")),
            }
        }
        match (figures, mask) {
            (0, mask) => Ok(Slot::Noun(mask)),
            (figures, 0) => Ok(Slot::Figure(figures)),
            _ => Err(format!("expected figures or words, but `{class}` holds both")),
        }
    }
}

/// Joins choices of one word each into one item, which keeps the readings few.
fn merge(choices: Vec<Vec<Item>>) -> Vec<Vec<Item>> {
    let mut words = Words::default();
    let mut others = Vec::new();
    for choice in choices {
        match choice.as_slice() {
            [Item::Words(one)] => {
                words.lemmas.extend(&one.lemmas);
                words.spellings.extend(&one.spellings);
                words.classes |= one.classes;
                words.signs.extend(&one.signs);
            }
            _ => others.push(choice),
        }
    }
    if words != Words::default() {
        others.insert(0, vec![Item::Words(words)]);
    }
    others
}

fn product(left: &[Vec<Item>], right: &[Vec<Item>]) -> Vec<Vec<Item>> {
    left.iter()
        .flat_map(|l| right.iter().map(move |r| l.iter().chain(r).cloned().collect()))
        .collect()
}
