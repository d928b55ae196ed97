//! The scorer's comparison of words: half of the words are enough.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Words before a name that are no part of it.
const OPENERS: &[&str] = &["the", "a", "an", "its", "their", "his", "her", "incumbent", "current"];

/// Words that tell nothing apart.
const IDLE: &[&str] = &["of", "the", "city", "in"];

/// A name in the form in which two are compared.
pub(super) fn normal(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let edge = |c: char| " .,;:\"'“”‘’()".contains(c);
    let joined = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = joined.trim_matches(edge);
    let rest = bare.split_once(' ').filter(|(first, _)| OPENERS.contains(first));
    rest.map_or(bare, |(_, rest)| rest).replace('’', "'").replace('-', " ")
}

/// Whether half of the words of the shorter one stand in the other.
pub(super) fn is_alike(a: &str, b: &str) -> bool {
    let (a_words, b_words) = (words(a), words(b));
    if a_words.is_empty() || b_words.is_empty() {
        return normal(a) == normal(b);
    }
    let common = a_words.intersection(&b_words).count();
    common * 2 >= a_words.len().min(b_words.len())
}

fn words(text: &str) -> BTreeSet<String> {
    let text = normal(text);
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|w| !w.is_empty()).map(stem).filter(|w| !IDLE.contains(&w.as_str())).collect()
}

fn stem(word: &str) -> String {
    let long = |stem: &&str| stem.chars().count() > 2;
    let stem = ["ies", "es", "s", "men"].iter().find_map(|end| word.strip_suffix(end).filter(long));
    stem.unwrap_or(word).to_owned()
}

#[test]
fn half_of_the_words_are_enough() {
    assert!(is_alike("the City Council", "Council of the City"));
    assert!(is_alike("vice-chairpersons", "Vice Chairperson"));
    assert!(!is_alike("the metro", "the tramway"));
    assert_eq!(normal("The National Library,"), "national library");
}
