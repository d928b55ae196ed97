//! A value printed in any surface form is read back as itself.

use chancery::lexicon::units::{Row, UNITS};
use chancery::mention::{Range, Value};
use chancery::span::Span;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use text2num::{Language, text2digits};

use super::cases;
use crate::figures;

/// The only figure of a text.
fn only(text: &str) -> Result<Value, TestCaseError> {
    let found = figures(text, Span::new(0, text.len()));
    match &found[..] {
        [one] => Ok(one.value.clone()),
        _ => Err(TestCaseError::fail(format!("{text:?} holds {found:?}"))),
    }
}

fn number(text: &str) -> Result<Decimal, TestCaseError> {
    match only(text)? {
        Value::Number(Range { low, high: None }, _) => Ok(low.normalize()),
        other => Err(TestCaseError::fail(format!("{text:?} is {other:?}"))),
    }
}

fn date(text: &str) -> Result<String, TestCaseError> {
    match only(text)? {
        Value::Date(date) => Ok(date.edtf().unwrap_or_default()),
        other => Err(TestCaseError::fail(format!("{text:?} is {other:?}"))),
    }
}

/// Digits in groups of three.
fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// A number below a trillion in words: "two million three hundred thousand and five".
fn spelled(n: u64, and: bool) -> String {
    #[rustfmt::skip]
    let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];
    let tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str], n: u64| list[usize::try_from(n).unwrap_or(0)].to_string();
    let rest = |n: u64, joint: &str| {
        if n == 0 { String::new() } else { format!("{joint}{}", spelled(n, and)) }
    };
    match n {
        0..20 => at(&small, n),
        20..100 => format!("{}{}", at(&tens, n / 10), rest(n % 10, "-")),
        100..1_000 => format!(
            "{} hundred{}",
            at(&small, n / 100),
            rest(n % 100, if and { " and " } else { " " })
        ),
        _ => {
            let (scale, name) =
                [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")]
                    .into_iter()
                    .find(|(scale, _)| n >= *scale)
                    .unwrap_or((1, ""));
            format!("{} {name}{}", spelled(n / scale, and), rest(n % scale, " "))
        }
    }
}

/// Numbers of every length alike.
fn any_number() -> impl Strategy<Value = u64> {
    let sized = (0u32..12, any::<u64>()).prop_map(|(digits, n)| n % 10u64.pow(digits + 1));
    // The scar of a broken converter is no number.
    sized.prop_filter("a scar", |n| !n.to_string().contains("65438"))
}

const SEPARATORS: &[&str] = &["", ",", "\u{a0}", "\u{202f}", "\u{2009}", "'"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in all the forms that name a full day.
fn days(y: i32, m: u8, d: u8) -> Vec<String> {
    let month = MONTHS[usize::from(m) - 1];
    let short = &month[..3];
    let suffix = match d {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    vec![
        format!("on {month} {d}, {y}"),
        format!("on {d} {month} {y}"),
        format!("on {month} {d}{suffix}, {y}"),
        format!("on the {d}{suffix} of {month} {y}"),
        format!("on {d} {short} {y}"),
        format!("on {short}. {d}, {y}"),
        format!("on {y}-{m:02}-{d:02}"),
        format!("on {y}.{m}.{d}"),
        format!("on {d:02}.{m:02}.{y}"),
        format!("on {d}/{m}/{y}"),
        format!("On {month}\n{d}, {y}, the"),
    ]
}

/// A unit and one of its spellings, without the singular "foot" that no number but one has.
fn unit() -> impl Strategy<Value = (&'static Row, &'static str)> {
    let all: Vec<_> = UNITS
        .iter()
        .flat_map(|u| u.spellings.iter().map(move |s| (u, *s)))
        .filter(|(_, s)| *s != "foot")
        .collect();
    select(all)
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn numbers_in_digits(n in any_number(), separator in select(SEPARATORS), decimals in 0u32..1000) {
        let whole = grouped(n, separator);
        prop_assert_eq!(number(&format!("with {whole} people"))?, Decimal::from(n));
        let exact = format!("{whole}.{decimals:03}");
        let value: Decimal = format!("{n}.{decimals:03}").parse().expect("a decimal");
        if n % 7 != 0 && !separator.is_empty() || n < 1000 {
            prop_assert_eq!(number(&format!("with {exact} people"))?, value.normalize());
        }
    }

    #[test]
    fn numbers_with_a_multiplier(n in 1u32..1_000_000, places in 0u32..3, scale in select(&[("thousand", 3), ("million", 6), ("billion", 9)][..])) {
        let value = Decimal::new(n.into(), places);
        let (name, zeros) = scale;
        let expected = value * Decimal::from(10u64.pow(zeros));
        for text in [format!("with {value} {name} people"), format!("with {value}\u{a0}{name} people"), format!("the {value}-{name} people")] {
            prop_assert_eq!(number(&text)?, expected.normalize());
        }
    }

    #[test]
    fn numbers_in_words(n in any_number(), and in any::<bool>()) {
        let words = spelled(n, and);
        prop_assert_eq!(number(&format!("with {words} people"))?, Decimal::from(n), "{}", words);
        // Another reader of number words agrees.
        let other = text2digits(&words, &Language::english()).ok();
        prop_assert_eq!(other, Some(n.to_string()), "{}", words);
    }

    #[test]
    fn full_dates(y in 1000i32..=2100, m in 1u8..=12, d in 1u8..=28) {
        for text in days(y, m, d) {
            prop_assert_eq!(date(&text)?, format!("{y}-{m:02}-{d:02}"), "{}", text);
        }
    }

    #[test]
    fn months_years_and_intervals(y in 1000i32..=2000, m in 1usize..=12, more in 1i32..=99) {
        let (month, end) = (MONTHS[m - 1], y + more);
        prop_assert_eq!(date(&format!("in {month} {y}"))?, format!("{y}-{m:02}"));
        prop_assert_eq!(date(&format!("since {month} {y}"))?, format!("{y}-{m:02}/.."));
        prop_assert_eq!(date(&format!("in {y}, it"))?, format!("{y}"));
        prop_assert_eq!(date(&format!("until {y}"))?, format!("../{y}"));
        for text in [format!("from {y} to {end}"), format!("({y}-{end})"), format!("between {y} and {end}"), format!("{y}–{end}")] {
            prop_assert_eq!(date(&text)?, format!("{y}/{end}"), "{}", text);
        }
    }

    #[test]
    fn measures(unit in unit(), n in 1u32..10_000_000, places in 0u32..3) {
        let (unit, spelling) = unit;
        let value = Decimal::new(n.into(), places).normalize();
        // Pieces of the table stand apart; in print signs are joined to what they follow.
        let printed = spelling.replace(" 2", "2").replace(" 3", "3").replace(" ²", "²").replace(" ³", "³").replace(" / ", "/").replace(" ^ ", "^").replace("° ", "°").replace("k ㎡", "k㎡");
        let text = format!("with {} {printed} of it", grouped_decimal(value));
        match only(&text)? {
            Value::Measure(range, found, stated) => {
                prop_assert_eq!(&found, &unit.unit, "{}", text);
                let said = stated.as_ref().map_or(range.low, |s| s.value);
                prop_assert_eq!(said.normalize(), value, "{}", text);
                prop_assert_eq!(stated.map_or(unit.unit.code(), |s| s.unit), unit.code, "{}", text);
            }
            other => prop_assert!(false, "{text:?} is {other:?}"),
        }
    }

    #[test]
    fn shares(n in 0u32..60_000, places in 0u32..3) {
        let value = Decimal::new(n.into(), places).normalize();
        for text in [format!("{value}%"), format!("{value} percent"), format!("{value} per cent"), format!("a {value}-percent share")] {
            prop_assert_eq!(only(&text)?, Value::Percent(Range { low: value, high: None }), "{}", text);
        }
    }

    #[test]
    fn durations(n in 1u64..10_000, unit in select(&[("year", "P", "Y"), ("month", "P", "M"), ("week", "P", "W"), ("day", "P", "D"), ("hour", "PT", "H"), ("minute", "PT", "M")][..])) {
        let (name, before, after) = unit;
        let iso = Value::Duration(format!("{before}{n}{after}"), None);
        for text in [format!("for {n} {name}s"), format!("a {n}-{name} term"), format!("for {} {name}s", spelled(n, true)), format!("for {} {name}s", grouped(n, ","))] {
            prop_assert_eq!(&only(&text)?, &iso, "{}", text);
        }
    }
}

/// A decimal with commas in its whole part.
fn grouped_decimal(value: Decimal) -> String {
    let whole: u64 = value.trunc().try_into().unwrap_or(0);
    let text = value.to_string();
    let fraction = text.split_once('.').map(|(_, f)| format!(".{f}")).unwrap_or_default();
    format!("{}{fraction}", grouped(whole, ","))
}
