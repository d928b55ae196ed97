//! Plain numbers in digits: separators of thousands, decimals, multipliers.

use rust_decimal::Decimal;

use super::cursor::{Kind, Pieces};
use super::words;

/// A number read at some piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Its value; none where the digits fit no reading.
    pub(super) value: Option<Decimal>,
    /// The piece after its last.
    pub(super) end: usize,
    /// Whether it is in words.
    pub(super) words: bool,
    /// The multiplier that it ends with, 1 where none.
    pub(super) scale: Decimal,
}

/// What is counted in "26m tonnes": after these words a lone "m" is a million and no meter.
const COUNTED_IN_MILLIONS: &[&str] = &[
    "dollars",
    "euros",
    "inhabitants",
    "passengers",
    "people",
    "pounds",
    "residents",
    "teu",
    "tonnes",
    "tons",
    "tourists",
    "visitors",
    "yuan",
];

/// One half and the like as one character.
const VULGAR: &[(char, u8, u8)] =
    &[('¼', 1, 4), ('½', 1, 2), ('¾', 3, 4), ('⅓', 1, 3), ('⅔', 2, 3), ('⅕', 1, 5), ('⅛', 1, 8)];

/// The multiplier that a word means.
pub(super) fn scale(p: &Pieces<'_>, at: usize) -> Option<Decimal> {
    p.known(at)?.scale.map(Decimal::from)
}

/// The fraction that a sign means: "½" is (1, 2).
pub(super) fn vulgar(p: &Pieces<'_>, at: usize) -> Option<(u8, u8)> {
    let Kind::Sign(sign) = p.get(at)?.kind else { return None };
    VULGAR.iter().find(|(c, ..)| *c == sign).map(|(_, n, d)| (*n, *d))
}

/// Reads a number at a piece.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Read> {
    match p.get(at)?.kind {
        Kind::Digits => Some(digits(p, at)),
        Kind::Word => words::read(p, at),
        Kind::Sign(_) => None,
    }
}

fn digits(p: &Pieces<'_>, at: usize) -> Read {
    let (mut value, mut end) = spaced_groups(p, at);
    if let Some((n, d)) = vulgar(p, end).filter(|(_, d)| *d != 3) {
        value = value.and_then(|v| v.checked_add(Decimal::from(n) / Decimal::from(d)));
        end += 1;
    } else if words::and_a_half(p, end).is_some_and(|e| scale(p, p.past_hyphen(e)).is_some()) {
        value = value.and_then(|v| v.checked_add(Decimal::new(5, 1)));
        end = words::and_a_half(p, end).unwrap_or(end);
    }
    let mut product = Decimal::ONE;
    while let Some((factor, next)) = scaling(p, end) {
        // "9.336.841 million": stops as thousands and the word million contradict each other.
        if p.digits(at).matches('.').count() > 1 {
            value = None;
        }
        value = value.and_then(|v| v.checked_mul(factor));
        product = product.checked_mul(factor).unwrap_or(Decimal::ONE);
        end = next;
    }
    if value.is_some() && p.word(end) == "dozen" {
        value = value.and_then(|v| v.checked_mul(Decimal::from(12)));
        end += 1;
    }
    Read { value, end, words: false, scale: product }
}

/// More digits than an exact decimal holds: the rest of them changes nothing.
const LONGEST: usize = 32;

/// "290 053", "3 085.1": groups of three after one to three digits.
fn spaced_groups(p: &Pieces<'_>, at: usize) -> (Option<Decimal>, usize) {
    let first = p.digits(at);
    let opens = first.len() <= 3 && !first.starts_with('0') && plain(first);
    if !opens || !group(p, at + 1) {
        return (parse(first), at + 1);
    }
    let mut joined = first.to_string();
    let mut end = at + 1;
    while group(p, end) {
        if joined.len() <= LONGEST {
            joined.push_str(&p.digits(end).replace(',', "."));
        }
        end += 1;
        if joined.contains('.') {
            break;
        }
    }
    (parse(&joined), end)
}

/// A group of three digits after one space, the last perhaps with decimals.
fn group(p: &Pieces<'_>, at: usize) -> bool {
    let digits = p.digits(at);
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let gap = at.checked_sub(1).and_then(|b| Some((p.get(b)?, p.get(at)?)));
    let one_space = gap.is_some_and(|(a, b)| {
        let between = p.text.get(a.span.end()..b.span.start()).unwrap_or("");
        between.chars().count() == 1 && between != "\n"
    });
    let thousands = fraction.len() == 3 && digits.contains(',');
    p.spaced(at) && one_space && whole.len() == 3 && plain(fraction) && !thousands
}

fn plain(digits: &str) -> bool {
    digits.bytes().all(|b| b.is_ascii_digit())
}

/// A multiplier at a piece, with the piece after it: "million", "-million", the "m" of "26m tonnes".
fn scaling(p: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    let here = p.past_hyphen(at);
    if let Some(factor) = scale(p, here) {
        return Some((factor, here + 1));
    }
    let million =
        p.word(at) == "m" && !p.spaced(at) && COUNTED_IN_MILLIONS.contains(&p.word(at + 1));
    million.then_some((Decimal::from(1_000_000), at + 1))
}

/// So many digits fit a small integer.
const SHORT: usize = 9;

/// The value of digits with their separators; none where no grouping fits.
pub(super) fn parse(digits: &str) -> Option<Decimal> {
    if digits.len() <= SHORT && plain(digits) {
        return digits.parse::<u32>().ok().map(Decimal::from);
    }
    let digits = &*digits.replace(['\'', '’'], "");
    let commas = digits.matches(',').count();
    let stops = digits.matches('.').count();
    match (commas, stops) {
        (0, 0 | 1) => digits.parse().ok(),
        (0, _) => grouped(digits, '.').then(|| digits.replace('.', "").parse().ok())?,
        // "0,5", "2,97": a decimal comma.
        (1, 0) if decimal_comma(digits) => digits.replace(',', ".").parse().ok(),
        (_, 0) => {
            let fits = grouped(digits, ',') || indian(digits);
            fits.then(|| digits.replace(',', "").parse().ok())?
        }
        (_, 1) if digits.find('.') > digits.rfind(',') => {
            let (whole, _) = digits.split_once('.')?;
            let fits = grouped(whole, ',') || indian(whole);
            fits.then(|| digits.replace(',', "").parse().ok())?
        }
        (1, _) if digits.rfind('.') < digits.find(',') => {
            let (whole, fraction) = digits.split_once(',')?;
            let point = || format!("{}.{fraction}", whole.replace('.', "")).parse().ok();
            grouped(whole, '.').then(point)?
        }
        _ => None,
    }
}

fn decimal_comma(digits: &str) -> bool {
    digits.split_once(',').is_some_and(|(whole, rest)| rest.len() <= 2 || whole == "0")
}

fn grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().is_some_and(|f| (1..=3).contains(&f.len()) && !f.starts_with('0'));
    first && groups.all(|g| g.len() == 3)
}

/// "1,23,45,678"
fn indian(digits: &str) -> bool {
    let mut groups = digits.split(',');
    let first = groups.next().is_some_and(|f| (1..=2).contains(&f.len()) && !f.starts_with('0'));
    let last = groups.next_back().is_some_and(|l| l.len() == 3);
    first && last && groups.all(|g| g.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(COUNTED_IN_MILLIONS.is_sorted());
    }

    #[test]
    fn separators() {
        let value = |s: &str| parse(s).map_or("none".to_string(), |v| v.to_string());
        let row = |list: &[&str]| list.iter().map(|s| value(s)).collect::<Vec<_>>().join(" ");
        assert_eq!(
            row(&["1,568", "1.234.567", "1.234.567,8", "1,234.5", "2,97", "0,125"]),
            "1568 1234567 1234567.8 1234.5 2.97 0.125"
        );
        assert_eq!(row(&["12,34,567", "1'234'567", "605.770", "007"]), "1234567 1234567 605.770 7");
        assert_eq!(
            row(&["60,0000,000", "60,0000", "1.23.456", "1,2.3,4", "1,234.567,8"]),
            "none none none none none"
        );
    }
}
