//! Numbers and ordinals in words.

use rust_decimal::Decimal;

use super::cursor::Pieces;
use super::number::{self, Read, scale};

/// Reads a number in words: "one hundred and fourteen", "two and a half million", "a dozen".
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if let Some(read) = half_a(p, at) {
        return Some(read);
    }
    let first = term(p, at)?;
    let mut total = first;
    while let Some(next) = following(p, &total) {
        total = Term { value: total.value.checked_add(next.value)?, ..next };
    }
    // "two to three hundred thousand": the whole multiplier is shared, if one word stands before it.
    let scale = if total.end == first.end { first.product } else { total.scale };
    Some(Read { value: Some(total.value), end: total.end, words: true, scale })
}

/// A number below one thousand with the multipliers after it: "three hundred and forty-five thousand".
#[derive(Clone, Copy)]
struct Term {
    value: Decimal,
    end: usize,
    /// The multiplier of a thousand or more, 1 where none.
    scale: Decimal,
    /// All multipliers together, the hundred included.
    product: Decimal,
}

fn term(p: &Pieces<'_>, at: usize) -> Option<Term> {
    let (small, mut end) = below_hundred(p, at).or_else(|| article(p, at))?;
    let mut value = Decimal::from(small);
    let mut product = Decimal::ONE;
    if let Some(next) = and_a_half(p, end).filter(|_| small < 20) {
        value += Decimal::new(5, 1);
        end = next;
    }
    if p.word(end) == "hundred" {
        value *= Decimal::ONE_HUNDRED;
        product = Decimal::ONE_HUNDRED;
        end += 1;
        let and = usize::from(p.word(end) == "and" && !p.capital(end + 1));
        if let Some((rest, next)) = below_hundred(p, end + and).filter(|(n, _)| *n > 0) {
            value += Decimal::from(rest);
            end = next;
            product = Decimal::ONE;
        }
    }
    let mut large = Decimal::ONE;
    while let Some(factor) = large_scale(p, p.past_hyphen(end)) {
        value = value.checked_mul(factor)?;
        large = large.checked_mul(factor)?;
        product = product.checked_mul(factor)?;
        end = p.past_hyphen(end) + 1;
    }
    if p.word(end) == "dozen" {
        return Some(Term {
            value: value * Decimal::from(12),
            end: end + 1,
            scale: Decimal::ONE,
            product: Decimal::ONE,
        });
    }
    // "a million and a half"
    if let Some(next) = and_a_half(p, end).filter(|_| large > Decimal::ONE_THOUSAND) {
        return Some(Term {
            value: value + large / Decimal::TWO,
            end: next,
            scale: Decimal::ONE,
            product,
        });
    }
    Some(Term { value, end, scale: large, product })
}

/// The next part of a number that goes on: "two million | three hundred thousand", "one thousand and | one".
fn following(p: &Pieces<'_>, before: &Term) -> Option<Term> {
    if before.scale < Decimal::ONE_THOUSAND {
        return None;
    }
    let and = p.word(before.end) == "and" && !p.capital(before.end + 1);
    let comma = p.is(before.end, ',');
    let next = term(p, before.end + usize::from(and || comma))?;
    let large = next.scale > Decimal::ONE || next.value >= Decimal::ONE_HUNDRED;
    // After a comma a small number is another figure; after "and" only a thousand takes one.
    let fits = next.scale < before.scale
        && next.value < before.scale
        && (!comma || large)
        && (!and || before.scale == Decimal::ONE_THOUSAND && next.value < Decimal::ONE_HUNDRED)
        && (next.scale > Decimal::ONE || before.scale == Decimal::ONE_THOUSAND || !comma);
    (fits && next.value > Decimal::ZERO && next.value.fract().is_zero()).then_some(next)
}

fn large_scale(p: &Pieces<'_>, at: usize) -> Option<Decimal> {
    scale(p, at).filter(|n| *n > Decimal::ONE_HUNDRED && p.word(at).len() > 3)
}

/// "seven", "twenty", "twenty-one", "twenty one"
fn below_hundred(p: &Pieces<'_>, at: usize) -> Option<(u32, usize)> {
    let n = p.cardinal(at)?;
    let unit_at = p.past_hyphen(at + 1);
    let unit = p.cardinal(unit_at).filter(|u| (1..10).contains(u) && is_tens(n));
    Some(unit.map_or((n, at + 1), |u| (n + u, unit_at + 1)))
}

fn is_tens(n: u32) -> bool {
    n >= 20 && n.is_multiple_of(10)
}

/// The article of "a hundred", "a dozen".
fn article(p: &Pieces<'_>, at: usize) -> Option<(u32, usize)> {
    let next = p.word(at + 1);
    let counts =
        next == "dozen" || next.len() > 3 && !next.ends_with('s') && scale(p, at + 1).is_some();
    (matches!(p.word(at), "a" | "an") && counts).then_some((1, at + 1))
}

/// The piece after "and a half" or "-and-a-half".
pub(super) fn and_a_half(p: &Pieces<'_>, at: usize) -> Option<usize> {
    let and = p.past_hyphen(at);
    let a = p.past_hyphen(and + 1);
    let half = p.past_hyphen(a + 1);
    (p.word(and) == "and" && p.word(a) == "a" && p.word(half) == "half").then_some(half + 1)
}

/// "half a million", "half-a-dozen", "half million"
fn half_a(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if p.word(at) != "half" {
        return None;
    }
    let next = p.past_hyphen(at + 1);
    let a = matches!(p.word(next), "a" | "an");
    let counted = if a { p.past_hyphen(next + 1) } else { next };
    let factor = match p.word(counted) {
        "dozen" if a => Decimal::from(12),
        _ => large_scale(p, counted)?,
    };
    Some(Read { value: Some(factor / Decimal::TWO), end: counted + 1, words: true, scale: factor })
}

/// Reads an ordinal: "28th", "1,000th", "fourth", "twenty-third", "one hundred and twelfth".
pub(super) fn ordinal(p: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !p.digits(at).is_empty() {
        let suffix = matches!(p.word(at + 1), "st" | "nd" | "rd" | "th") && !p.spaced(at + 1);
        return suffix.then(|| Some((number::parse(p.digits(at))?, at + 2)))?;
    }
    if p.word(at) == "second" && p.word(p.past_hyphen(at + 1)) == "hand" {
        return None;
    }
    ordinal_tail(p, at).or_else(|| large_ordinal(p, at))
}

/// "fourth", "twenty-third"
fn ordinal_tail(p: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    if let Some(n) = p.ordinal(at) {
        return Some((Decimal::from(n), at + 1));
    }
    let tens = p.cardinal(at).filter(|n| is_tens(*n))?;
    let unit_at = p.past_hyphen(at + 1);
    let unit = p.ordinal(unit_at).filter(|n| (1..10).contains(n))?;
    Some((Decimal::from(tens + unit), unit_at + 1))
}

/// "one hundredth", "hundred and twelfth", "two thousand and first"
fn large_ordinal(p: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (n, end) = match p.word(at) {
        "hundred" | "thousand" => (1, at),
        _ => below_hundred(p, at).or_else(|| article(p, at))?,
    };
    if let Some(factor) = p.ordinal(end).filter(|n| *n >= 100) {
        return Some((Decimal::from(n) * Decimal::from(factor), end + 1));
    }
    let factor = scale(p, end).filter(|f| *f <= Decimal::ONE_THOUSAND)?;
    let and = usize::from(p.word(end + 1) == "and");
    let (tail, end) = ordinal_tail(p, end + 1 + and).filter(|(t, _)| *t < Decimal::ONE_HUNDRED)?;
    Some((Decimal::from(n) * factor + tail, end))
}
