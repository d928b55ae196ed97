//! Tables: what words mean, a table a subject.

pub mod abbreviations;
pub mod cities;
pub mod countries;
pub mod currencies;
pub mod headings;
pub mod inflect;
pub mod institutions;
pub mod regions;
pub mod spellings;
pub mod units;
pub mod vocabulary;

use std::borrow::Cow;

use abbreviations::Abbreviations;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use units::Units;
use vocabulary::{Mask, Vocabulary, Word};

/// A name as the tables of places spell it: without accents, with straight apostrophes.
fn plain(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let mut plain = String::with_capacity(name.len());
    for c in name.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            '’' | '‘' | 'ʼ' => plain.push('\''),
            '–' => plain.push('-'),
            c => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// A table of places by name. Every capitalized word of a bulletin is looked up in several of them: a search by halves
/// compares a dozen spellings each time, a hash mostly none.
fn by_name<T>(
    table: &'static [T],
    name: fn(&T) -> &'static str,
) -> FxHashMap<&'static str, &'static T> {
    table.iter().map(|row| (name(row), row)).collect()
}

/// What words mean to the stages, built once: the built-in tables and a user's own entries.
#[derive(Debug)]
pub struct Lexicon {
    /// Units of measure.
    pub units: Units,
    /// Abbreviations written with a stop.
    pub abbreviations: Abbreviations,
    /// All words and classes.
    pub vocabulary: Vocabulary,
    /// The classes that the program names itself.
    pub class: Classes,
    /// Single words that the passes look for.
    pub of: Word,
    /// "by"
    pub by: Word,
    /// "to"
    pub to: Word,
    /// "that"
    pub that: Word,
    /// "a"
    pub a: Word,
    /// "an"
    pub an: Word,
    /// "where"
    pub r#where: Word,
    /// "the"
    pub the: Word,
    /// "for"
    pub r#for: Word,
    /// "other"
    pub other: Word,
    /// "no"
    pub no: Word,
    /// "on"
    pub on: Word,
    /// "with"
    pub with: Word,
    /// "from"
    pub from: Word,
    /// "in"
    pub r#in: Word,
    /// "respectively"
    pub respectively: Word,
    /// "over"
    pub over: Word,
    /// "compared"
    pub compared: Word,
    /// Words before what a value is compared with: "than", "compared", "versus".
    pub comparing: [Word; 3],
    /// Auxiliaries of a singular subject.
    pub singular: [Word; 4],
    /// Auxiliaries of a plural subject.
    pub plural: [Word; 4],
    /// "up" and "out", which go with a verb.
    pub particles: [Word; 2],
}

macro_rules! classes {
    ($($name:ident)*) => {
        /// Classes that the passes name: a field a class of `en/words.toml`.
        #[derive(Debug, Clone, Copy)]
        #[allow(missing_docs)] // Each field is the class of its name, described in the table itself.
        pub struct Classes { $(pub $name: Mask,)* }

        impl Classes {
            fn new(vocabulary: &Vocabulary) -> Self {
                Classes { $($name: vocabulary.known_class(stringify!($name)),)* }
            }

            /// The names of these classes.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];
        }
    };
}

classes! {
    det possessive prep conj sub rel pron aux modal adv adjective superlative incumbent connector person_connector title
    body assembly executive office head_office member party division strict_division people institution
    strict_institution built organization place spot natural event group agreement tie money_thing lasting
    be have state found sign elect verb compass noun_like once contact linear numbered portfolio
}

impl Lexicon {
    /// The built-in English lexicon, before any rule has added its words.
    ///
    /// # Errors
    /// Where the table of words is malformed.
    pub fn english() -> Result<Lexicon, String> {
        let mut vocabulary = Vocabulary::parse(include_str!("en/words.toml"))?;
        for class in ["institution", "strict_institution"] {
            vocabulary.extend("nouns", class, &institutions::foreign())?;
        }
        let class = Classes::new(&vocabulary);
        let compared = vocabulary.add_spelling("compared");
        let word = |w| vocabulary.word(w);
        let [of, by, to, that, a] = ["of", "by", "to", "that", "a"].map(word);
        let [the, r#for, other, with, r#in] = ["the", "for", "other", "with", "in"].map(word);
        let from = word("from");
        let [no, on] = ["no", "on"].map(word);
        let respectively = word("respectively");
        let [an, r#where, over] = ["an", "where", "over"].map(word);
        let comparing = [word("than"), compared, word("versus")];
        let singular = ["is", "was", "has", "does"].map(word);
        let plural = ["are", "were", "have", "do"].map(word);
        let particles = ["up", "out"].map(word);
        Ok(Lexicon {
            units: Units::english(),
            abbreviations: Abbreviations::english(),
            vocabulary,
            class,
            of,
            by,
            to,
            that,
            a,
            an,
            r#where,
            the,
            r#for,
            other,
            no,
            on,
            with,
            from,
            r#in,
            respectively,
            over,
            compared,
            comparing,
            singular,
            plural,
            particles,
        })
    }
}

impl Lexicon {
    /// Whether a spelling is a form of this base word.
    pub fn is_form(&self, word: Word, base: &str) -> bool {
        self.vocabulary
            .entry(word)
            .readings
            .iter()
            .any(|(l, _)| self.vocabulary.spelling(*l) == base)
    }

    /// Whether a spelling is a form of one of these base words.
    pub fn is_form_of_any(&self, word: Word, bases: &[&str]) -> bool {
        bases.iter().any(|base| self.is_form(word, base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_that_the_passes_name_stands_in_the_table() {
        let lexicon = Lexicon::english().expect("the table is well formed");
        let missing: Vec<_> =
            Classes::NAMES.iter().filter(|c| lexicon.vocabulary.class(c).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
