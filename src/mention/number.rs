//! Plain numbers in digits and words.

use rust_decimal::Decimal;

use super::cursor::{Kind, Pieces};

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

/// Cardinal words below one hundred.
pub(super) const CARDINALS: &[(&str, u32)] = &[
    ("eight", 8), ("eighteen", 18), ("eighty", 80), ("eleven", 11), ("fifteen", 15), ("fifty", 50),
    ("five", 5), ("forty", 40), ("four", 4), ("fourteen", 14), ("nine", 9), ("nineteen", 19),
    ("ninety", 90), ("one", 1), ("seven", 7), ("seventeen", 17), ("seventy", 70), ("six", 6),
    ("sixteen", 16), ("sixty", 60), ("ten", 10), ("thirteen", 13), ("thirty", 30), ("three", 3),
    ("twelve", 12), ("twenty", 20), ("two", 2), ("zero", 0),
];

/// Multipliers, those of South Asia included.
const SCALES: &[(&str, u64)] = &[
    ("billion", 1_000_000_000), ("bn", 1_000_000_000), ("crore", 10_000_000), ("hundred", 100),
    ("lakh", 100_000), ("million", 1_000_000), ("thousand", 1_000), ("trillion", 1_000_000_000_000),
];

/// The value of a cardinal word.
pub(super) fn cardinal(word: &str) -> Option<u32> {
    CARDINALS.binary_search_by_key(&word, |(w, _)| w).ok().map(|i| CARDINALS[i].1)
}

/// The multiplier that a word means.
pub(super) fn scale(word: &str) -> Option<Decimal> {
    SCALES.binary_search_by_key(&word, |(w, _)| w).ok().map(|i| Decimal::from(SCALES[i].1))
}

/// Reads a number at a piece.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Read> {
    match p.get(at)?.kind {
        Kind::Digits => Some(digits(p, at)),
        Kind::Word => words(p, at),
        Kind::Sign(_) => None,
    }
}

fn digits(p: &Pieces<'_>, at: usize) -> Read {
    let mut end = at + 1;
    let mut value = parse(p.digits(at));
    let first = p.digits(at);
    // "290 053": groups of three after one to three digits.
    if first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|b| b.is_ascii_digit()) {
        let mut joined = first.to_string();
        while group(p, end) {
            joined.push_str(p.digits(end).split(['.', ',']).next().unwrap_or(""));
            end += 1;
        }
        if end > at + 1 {
            value = parse(&joined);
        }
    }
    let mut scale_value = Decimal::ONE;
    while let Some(factor) = scaling(p, end) {
        // "9.336.841 million": stops as thousands and the word million contradict each other.
        if p.digits(at).matches('.').count() > 1 {
            value = None;
        }
        value = value.and_then(|v| v.checked_mul(factor));
        scale_value *= factor;
        end += 1;
    }
    if value.is_some() && p.word(end) == "dozen" {
        value = value.and_then(|v| v.checked_mul(Decimal::from(12)));
        end += 1;
    }
    Read { value, end, words: false, scale: scale_value }
}

/// A multiplier at a piece: "million", not "millions of".
fn scaling(p: &Pieces<'_>, at: usize) -> Option<Decimal> {
    let hyphen = usize::from(p.is(at, '-') && scale(p.word(at + 1)).is_some());
    if hyphen > 0 {
        return None;
    }
    scale(p.word(at))
}

/// A group of three digits after a space.
fn group(p: &Pieces<'_>, at: usize) -> bool {
    let digits = p.digits(at);
    let whole = digits.split(['.', ',']).next().unwrap_or("");
    let gap = at.checked_sub(1).and_then(|b| Some((p.get(b)?, p.get(at)?)));
    let one_space = gap.is_some_and(|(a, b)| {
        let between = p.text.get(a.span.end()..b.span.start()).unwrap_or("");
        between.chars().count() == 1 && between != "\n"
    });
    p.spaced(at) && one_space && whole.len() == 3 && !digits.contains(',')
}

/// The value of digits with their separators; none where no grouping fits.
pub(super) fn parse(digits: &str) -> Option<Decimal> {
    let commas = digits.matches(',').count();
    let stops = digits.matches('.').count();
    let plain = |s: &str| s.parse::<Decimal>().ok();
    match (commas, stops) {
        (0, 0 | 1) => plain(digits),
        (0, _) => grouped(digits, '.').then(|| plain(&digits.replace('.', "")))?,
        (_, 0) if grouped(digits, ',') || indian(digits) => plain(&digits.replace(',', "")),
        // "2,97": a decimal comma.
        (1, 0) if digits.split(',').next_back().is_some_and(|f| f.len() <= 2) => plain(&digits.replace(',', ".")),
        (_, 1) if digits.find('.') > digits.rfind(',') => {
            let (whole, _) = digits.split_once('.')?;
            (grouped(whole, ',') || indian(whole)).then(|| plain(&digits.replace(',', "")))?
        }
        (1, _) if digits.rfind('.') < digits.find(',') => {
            let (whole, fraction) = digits.split_once(',')?;
            grouped(whole, '.').then(|| plain(&format!("{}.{fraction}", whole.replace('.', ""))))?
        }
        _ => None,
    }
}

fn grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    groups.next().is_some_and(|f| (1..=3).contains(&f.len())) && groups.all(|g| g.len() == 3)
}

/// "1,23,45,678"
fn indian(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(',').collect();
    let Some((last, rest)) = groups.split_last() else { return false };
    last.len() == 3
        && rest.first().is_some_and(|f| (1..=2).contains(&f.len()))
        && rest.iter().skip(1).all(|g| g.len() == 2)
}

fn words(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if let Some(read) = half_a(p, at) {
        return Some(read);
    }
    let mut total = Decimal::ZERO;
    let mut current: Option<Decimal> = None;
    let mut scale_value = Decimal::ONE;
    let mut end = at;
    let mut last = 0u32;
    loop {
        let word = p.word(end);
        if let Some(n) = cardinal(word) {
            let joins = match current {
                None => true,
                // "twenty-one", "twenty one", "two hundred fifteen"
                Some(_) => (20..100).contains(&last) && last % 10 == 0 && n < 10 && n > 0 || last >= 100 && n > 0,
            };
            if !joins {
                break;
            }
            current = Some(current.unwrap_or_default() + Decimal::from(n));
            last = n;
            end += 1;
        } else if let Some(factor) = scale(word).filter(|_| word != "bn") {
            let article = current.is_none() && end > at;
            let Some(value) = current.or(article.then_some(Decimal::ONE)) else { break };
            if factor == Decimal::ONE_HUNDRED {
                current = Some(value * factor);
                last = 100;
            } else {
                total += value.checked_mul(factor)?;
                current = None;
                scale_value = factor;
                last = 1000;
            }
            end += 1;
            if current.is_none() && cardinal(p.word(end)).is_none() && p.word(end) != "and" && scale(p.word(end)).is_none() {
                break;
            }
            if current.is_none() && scale(p.word(end)).is_some() {
                // "thousand million" in one breath.
                current = Some(total);
                total = Decimal::ZERO;
            }
        } else if word == "dozen" && (current.is_some() || end > at) {
            current = Some(current.unwrap_or(Decimal::ONE) * Decimal::from(12));
            end += 1;
            break;
        } else if end == at && matches!(word, "a" | "an") && matches!(p.word(at + 1), "hundred" | "thousand" | "million" | "billion" | "dozen" | "trillion") {
            end += 1;
        } else if word == "and" && current.is_some_and(|c| c < Decimal::from(20)) && p.word(end + 1) == "a" && p.word(end + 2) == "half" {
            current = current.map(|c| c + Decimal::new(5, 1));
            end += 3;
            last = 1;
            if scale(p.word(end)).is_none() {
                break;
            }
        } else if word == "and" && (last == 100 || last == 1000) && cardinal(p.word(end + 1)).is_some() && current.is_some() | (last == 1000) && !p.capital(end + 1) {
            // "one hundred and fourteen"; after thousand only small numbers follow.
            if last == 1000 && cardinal(p.word(end + 1)).is_some_and(|n| n == 0) {
                break;
            }
            if last == 1000 {
                break;
            }
            end += 1;
            last = 100;
        } else if p.is(end, '-') && current.is_some() && cardinal(p.word(end + 1)).is_some_and(|n| n < 10 && n > 0) && (20..100).contains(&last) && last % 10 == 0 {
            end += 1;
        } else {
            break;
        }
    }
    if current.is_none() && total.is_zero() {
        return None;
    }
    let value = total + current.unwrap_or_default();
    Some(Read { value: Some(value), end, words: true, scale: scale_value })
}

/// "half a million", "half a dozen"
fn half_a(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if p.word(at) != "half" || !matches!(p.word(at + 1), "a" | "an") {
        return None;
    }
    let factor = if p.word(at + 2) == "dozen" { Some(Decimal::from(12)) } else { scale(p.word(at + 2)) }?;
    Some(Read { value: Some(factor / Decimal::TWO), end: at + 3, words: true, scale: factor })
}

/// The ordinal that a word means: "first" 1, "thirtieth" 30.
pub(super) fn ordinal_word(word: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[
        ("eighteenth", 18), ("eighth", 8), ("eightieth", 80), ("eleventh", 11), ("fifteenth", 15),
        ("fifth", 5), ("fiftieth", 50), ("first", 1), ("fortieth", 40), ("fourteenth", 14), ("fourth", 4),
        ("hundredth", 100), ("nineteenth", 19), ("ninetieth", 90), ("ninth", 9), ("second", 2),
        ("seventeenth", 17), ("seventh", 7), ("seventieth", 70), ("sixteenth", 16), ("sixth", 6),
        ("sixtieth", 60), ("tenth", 10), ("third", 3), ("thirteenth", 13), ("thirtieth", 30),
        ("thousandth", 1000), ("twelfth", 12), ("twentieth", 20),
    ];
    WORDS.binary_search_by_key(&word, |(w, _)| w).ok().map(|i| WORDS[i].1)
}

/// Reads an ordinal: "28th", "1,000th", "fourth", "twenty-third".
pub(super) fn ordinal(p: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !p.digits(at).is_empty() {
        let suffix = matches!(p.word(at + 1), "st" | "nd" | "rd" | "th") && !p.spaced(at + 1);
        return suffix.then(|| Some((parse(p.digits(at))?, at + 2)))?;
    }
    let word = p.word(at);
    if let Some(n) = ordinal_word(word) {
        return Some((Decimal::from(n), at + 1));
    }
    let tens = cardinal(word).filter(|n| (20..100).contains(n) && n % 10 == 0)?;
    let unit_at = if p.is(at + 1, '-') { at + 2 } else { at + 1 };
    let unit = ordinal_word(p.word(unit_at)).filter(|n| (1..10).contains(n))?;
    Some((Decimal::from(tens + unit), unit_at + 1))
}
