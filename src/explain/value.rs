//! Values of the record as people read them.

use serde::Serialize;

use crate::record::{Fact, Number, Value};

/// Digits from which on thousands are set apart: years and small counts are not.
const LONG: usize = 5;

/// A fact's value with its qualifier, range and unit.
pub(super) fn of(fact: &Fact) -> String {
    let mut shown = String::new();
    if let Some(qualifier) = fact.qualifier {
        shown.push_str(&word(qualifier));
        shown.push(' ');
    }
    shown.push_str(&plain(&fact.value));
    if let Some(max) = &fact.value_max {
        shown.push_str(" to ");
        shown.push_str(&plain(max));
    }
    if let Some(unit) = &fact.unit {
        shown.push(' ');
        shown.push_str(unit);
    }
    shown
}

/// A value alone.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Number(n) => number(*n),
        Value::Text(t) => t.clone(),
        Value::List(l) => l.join(", "),
    }
}

/// A number with its thousands set apart.
pub(super) fn number(number: Number) -> String {
    let digits = number.0.normalize().to_string();
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |d| ("-", d));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut shown = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && whole.len() >= LONG && (whole.len() - i) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

/// The word that stands for a variant in the record, in plain English.
pub(super) fn word(variant: impl Serialize) -> String {
    code(variant).replace('_', " ")
}

/// The word that stands for a variant in the record.
pub(super) fn code(variant: impl Serialize) -> String {
    let json = serde_json::to_value(variant).unwrap_or_default();
    json.as_str().unwrap_or("").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_set_apart() {
        let shown = |text: &str| number(Number(text.parse().expect("a number")));
        assert_eq!(shown("1483"), "1483");
        assert_eq!(shown("16787941"), "16,787,941");
        assert_eq!(shown("-12345.678900"), "-12,345.6789");
        assert_eq!(shown("0.5"), "0.5");
    }
}
