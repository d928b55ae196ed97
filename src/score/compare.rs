//! When two values, two names or two places in a text are the same.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::Regex;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use crate::record::Value;
use crate::span::one_line;

use super::is_figure;

/// Two shares or growths this close are one: percentages are rounded to two places.
const PERCENT_TOLERANCE: Decimal = Decimal::from_parts(11, 0, 0, false, 3);

/// Two other numbers this close, as a part of the wanted one, are one: conversions are rounded.
const TOLERANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// Words that a name may have or lack at its beginning.
const DETERMINERS: [&str; 9] =
    ["the", "a", "an", "its", "their", "his", "her", "incumbent", "current"];

/// Words that say nothing about whether two names are one.
const EMPTY: [&str; 4] = ["of", "the", "city", "in"];

/// Whether a value is the wanted one, as exactly as the property asks for.
pub(super) fn same_value(wanted: &Value, found: &Value, property: &str) -> bool {
    match (wanted, found) {
        (Value::Number(a), Value::Number(b)) => same_number(a.0, b.0, property),
        (Value::List(a), Value::List(b)) => same_list(a, b),
        (Value::Text(a), Value::Text(b)) if is_figure(property) => a.trim() == b.trim(),
        (Value::Text(a), Value::Text(b)) => norm(a) == norm(b),
        (Value::Number(_) | Value::Text(_) | Value::List(_), _) => false,
    }
}

fn same_number(wanted: Decimal, found: Decimal, property: &str) -> bool {
    let tolerance = if matches!(property, "share" | "growth") {
        PERCENT_TOLERANCE
    } else {
        wanted.abs().max(Decimal::ONE).checked_mul(TOLERANCE).unwrap_or_default()
    };
    wanted.checked_sub(found).is_some_and(|difference| difference.abs() <= tolerance)
}

/// Three quarters of all members of both are in both.
fn same_list(a: &[String], b: &[String]) -> bool {
    let set = |list: &[String]| list.iter().map(|s| norm(s)).collect::<BTreeSet<_>>();
    let (a, b) = (set(a), set(b));
    4 * a.intersection(&b).count() >= 3 * a.union(&b).count().max(1)
}

/// A name without what may differ between two spellings of it: width, case, spaces, outer signs, a determiner.
pub(super) fn norm(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(char::to_lowercase).collect();
    let folded = one_line(&folded);
    let outer = |c: char| " .,;:\"'“”‘’()".contains(c);
    let bare = folded.trim_matches(outer);
    let bare = match bare.split_once(' ') {
        Some((first, rest)) if DETERMINERS.contains(&first) => rest,
        _ => bare,
    };
    bare.replace('’', "'").replace('-', " ")
}

/// Whether two names or phrases are near enough: half of the shorter one's words are in the other.
pub(super) fn soft(wanted: Option<&str>, found: Option<&str>) -> bool {
    let (Some(wanted), Some(found)) = (wanted, found) else { return wanted == found };
    let (a, b) = (norm(wanted), norm(found));
    let (words_a, words_b) = (stems(&a), stems(&b));
    let fewest = words_a.len().min(words_b.len());
    if fewest == 0 { a == b } else { 2 * words_a.intersection(&words_b).count() >= fewest }
}

fn stems(name: &str) -> BTreeSet<&str> {
    let words = name.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty());
    words.map(stem).filter(|w| !EMPTY.contains(w)).collect()
}

/// A word without the first of these endings that leaves three letters.
fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let ends = |ending: &&&str| word.ends_with(**ending) && letters > ending.len() + 2;
    let ending = ["ies", "es", "s", "men"].iter().find(ends);
    ending.and_then(|e| word.strip_suffix(e)).unwrap_or(word)
}

/// Where the `nth` occurrence of a quote stands, in bytes; where there is none, spaces and line ends count as one.
pub(super) fn find_quote(text: &str, quote: &str, nth: usize) -> Option<Range<usize>> {
    let starts = text.char_indices().map(|(at, _)| at);
    let mut exact = starts.filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(quote)));
    if let Some(start) = exact.nth(nth.saturating_sub(1)) {
        return Some(start..start + quote.len());
    }
    let words: Vec<_> = quote.split_whitespace().map(regex::escape).collect();
    let spaced = Regex::new(&words.join(r"\s+")).ok()?;
    spaced.find_iter(text).nth(nth.saturating_sub(1)).map(|m| m.range())
}

/// Where the last sentence begins if the source cut it off, in bytes; the end of the text if it did not.
pub(super) fn cut(text: &str) -> usize {
    if text.trim_end().ends_with(['.', '!', '?', '。', '”', '"']) {
        return text.len();
    }
    let spaced =
        |at: usize| text.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_whitespace);
    let mut stops = text.rmatch_indices(['.', '!', '?', '。']).map(|(at, stop)| at + stop.len());
    stops.find(|end| spaced(*end)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        serde_json::from_str(json).expect("a value")
    }

    #[test]
    fn numbers_are_as_exact_as_their_property() {
        let same = |a: &str, b: &str, property: &str| same_value(&value(a), &value(b), property);
        assert!(same("66.67", "66.66", "share"));
        assert!(!same("66.67", "66.65", "share"));
        assert!(same("-3.5", "-3.50", "growth"));
        assert!(!same("605.2", "605.21", "area"));
        assert!(same("64.37376", "64.3738", "distance"));
        assert!(same("435900000000000", "435900000000001", "money"));
        assert!(!same("79228162514264337593543950335", "-79228162514264337593543950335", "count"));
        assert!(!same("5", "\"5\"", "count"));
    }

    #[test]
    fn texts_are_names_or_normal_forms() {
        let same = |a: &str, b: &str, property: &str| same_value(&value(a), &value(b), property);
        assert!(same("\"Oh Se-hoon\"", "\"the Oh Se hoon,\"", "office_holder"));
        assert!(!same("\"2018\"", "\"2018-06\"", "event"));
        assert!(same(r#"["a","b","c","d"]"#, r#"["A","B","C"]"#, "industries"));
        assert!(!same(r#"["a","b","c"]"#, r#"["A","B"]"#, "industries"));
        assert!(!same("[]", "[]", "industries"));
    }

    #[test]
    fn names_may_differ_in_dress() {
        assert_eq!(norm("  The City’s\u{a0}(Port)"), "city's (port");
        assert_eq!(norm("Ｓｅｏｕｌ"), "seoul");
        assert!(soft(Some("cooperation projects"), Some("project")));
        assert!(soft(Some("City of Lyon"), Some("Lyon")));
        assert!(soft(Some("the city"), Some("City")));
        assert!(!soft(Some("Lyon"), None));
        assert!(!soft(Some("large city"), Some("small city")));
        assert_eq!(
            (stem("cities"), stem("houses"), stem("bus"), stem("aldermen")),
            ("cit", "hous", "bus", "alder")
        );
    }

    #[test]
    fn quotes_are_found_across_lines() {
        let text = "É 12, 12\nkm and 12 km";
        assert_eq!(find_quote(text, "12", 2), Some(7..9));
        assert_eq!(find_quote(text, "12 km", 1), Some(17..22));
        // The second one only where line ends count as spaces.
        assert_eq!(find_quote(text, "12 km", 2), Some(17..22));
        assert_eq!(find_quote(text, "12 km", 3), None);
        assert_eq!(find_quote("aaa", "aa", 2), Some(1..3));
    }

    #[test]
    fn a_cut_sentence_begins_after_the_last_stop() {
        assert_eq!(cut("One. Two.\n"), 10);
        assert_eq!(cut("One. Two 3.5 and"), 4);
        assert_eq!(cut("One and"), 7);
    }
}
