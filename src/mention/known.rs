//! The words that figures are made of, looked up once a word.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::currencies;

/// What a word may be in a figure.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// "seven" is 7.
    pub(super) cardinal: Option<u32>,
    /// "seventh" is 7.
    pub(super) ordinal: Option<u32>,
    /// "million" is 1,000,000.
    pub(super) scale: Option<u64>,
    /// "July" is 7.
    pub(super) month: Option<u8>,
    /// Whether a figure may begin with it.
    pub(super) opens: bool,
    /// Whether it tells that a span of time leads from one date to another: "later".
    pub(super) turns: bool,
}

/// Cardinal words below one hundred, sorted.
#[rustfmt::skip]
const CARDINALS: &[(&str, u32)] = &[
    ("eight", 8), ("eighteen", 18), ("eighty", 80), ("eleven", 11), ("fifteen", 15), ("fifty", 50),
    ("five", 5), ("forty", 40), ("four", 4), ("fourteen", 14), ("nine", 9), ("nineteen", 19),
    ("ninety", 90), ("one", 1), ("seven", 7), ("seventeen", 17), ("seventy", 70), ("six", 6),
    ("sixteen", 16), ("sixty", 60), ("ten", 10), ("thirteen", 13), ("thirty", 30), ("three", 3),
    ("twelve", 12), ("twenty", 20), ("two", 2), ("zero", 0),
];

/// Ordinal words of one piece, sorted.
#[rustfmt::skip]
const ORDINALS: &[(&str, u32)] = &[
    ("billionth", 1_000_000_000), ("eighteenth", 18), ("eighth", 8), ("eightieth", 80), ("eleventh", 11),
    ("fifteenth", 15), ("fifth", 5), ("fiftieth", 50), ("first", 1), ("fortieth", 40), ("fourteenth", 14),
    ("fourth", 4), ("hundredth", 100), ("millionth", 1_000_000), ("nineteenth", 19), ("ninetieth", 90),
    ("ninth", 9), ("second", 2), ("seventeenth", 17), ("seventh", 7), ("seventieth", 70), ("sixteenth", 16),
    ("sixth", 6), ("sixtieth", 60), ("tenth", 10), ("third", 3), ("thirteenth", 13), ("thirtieth", 30),
    ("thousandth", 1000), ("twelfth", 12), ("twentieth", 20),
];

/// Multipliers, those of South Asia included, sorted.
#[rustfmt::skip]
const SCALES: &[(&str, u64)] = &[
    ("billion", 1_000_000_000), ("bn", 1_000_000_000), ("crore", 10_000_000), ("crores", 10_000_000), ("hundred", 100),
    ("lakh", 100_000), ("lakhs", 100_000), ("million", 1_000_000), ("mln", 1_000_000), ("mn", 1_000_000),
    ("thousand", 1_000), ("tn", 1_000_000_000_000), ("trillion", 1_000_000_000_000),
];

/// Months with their abbreviations, sorted.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("apr", 4), ("april", 4), ("aug", 8), ("august", 8), ("dec", 12), ("december", 12), ("feb", 2),
    ("february", 2), ("jan", 1), ("january", 1), ("jul", 7), ("july", 7), ("jun", 6), ("june", 6),
    ("mar", 3), ("march", 3), ("may", 5), ("nov", 11), ("november", 11), ("oct", 10), ("october", 10),
    ("sep", 9), ("sept", 9), ("september", 9),
];

/// Other words that open a figure.
const OPENERS: &[&str] = &[
    "a", "ad", "an", "earlier", "early", "fy", "gmt", "half", "hundred", "late", "later", "minus",
    "that", "the", "thousand", "utc",
];

/// Words that make a date of a span of time: "two years later", "a year after that".
const TURNS: &[&str] = &["afterward", "afterwards", "earlier", "later", "previously", "that"];

/// A word that opens a figure and is nothing else.
const OPENER: Known =
    Known { cardinal: None, ordinal: None, scale: None, month: None, opens: true, turns: false };

static WORDS: LazyLock<FxHashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Known> = FxHashMap::default();
    for (word, n) in CARDINALS {
        *words.entry(word).or_default() = Known { cardinal: Some(*n), ..OPENER };
    }
    for (word, n) in ORDINALS {
        *words.entry(word).or_default() = Known { ordinal: Some(*n), ..OPENER };
    }
    for (word, n) in MONTHS {
        *words.entry(word).or_default() = Known { month: Some(*n), ..OPENER };
    }
    for word in OPENERS.iter().copied().chain(currencies::STANDING_BEFORE.firsts()) {
        words.entry(word).or_default().opens = true;
    }
    for word in TURNS {
        words.entry(word).or_default().turns = true;
    }
    for (word, n) in SCALES {
        words.entry(word).or_default().scale = Some(*n);
    }
    words
});

/// What a word in lower case may be in a figure; nothing where it is in no table.
pub(super) fn look_up(word: &str) -> Option<&'static Known> {
    WORDS.get(word)
}

/// The ordinal that a word means: "first" 1, "thirtieth" 30.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    look_up(word)?.ordinal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(CARDINALS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ORDINALS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(SCALES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(MONTHS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn no_word_has_two_meanings() {
        let tables = [CARDINALS.len(), ORDINALS.len(), SCALES.len(), MONTHS.len()];
        let meanings = |k: &&Known| {
            k.cardinal.is_some() || k.ordinal.is_some() || k.scale.is_some() || k.month.is_some()
        };
        assert_eq!(WORDS.values().filter(meanings).count(), tables.into_iter().sum::<usize>());
    }
}
