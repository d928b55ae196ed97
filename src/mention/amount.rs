//! A number or a range of two, before anything is known of its unit.

use rust_decimal::Decimal;

use crate::lexicon::units::Spelled;

use super::cursor::{Kind, Pieces};
use super::number::{self, Read};
use super::qualifier;
use super::share::percent_end;
use super::unit;
use super::{Qualifier, Range};

/// A number or range with the pieces it takes.
#[derive(Clone, Copy)]
pub(super) struct Amount<'t> {
    /// Its ends in their order of size.
    pub(super) range: Range,
    /// Digits that no reading fits.
    pub(super) malformed: bool,
    /// Its first piece, a minus included.
    pub(super) start: usize,
    /// The piece after its last; a qualifier between number and unit ("300+ km") is included.
    pub(super) end: usize,
    /// Whether it begins in words.
    pub(super) words: bool,
    /// The multiplier it ends with.
    pub(super) scale: Decimal,
    /// The unit that stands between the two ends and not after them ("9 °C to 18").
    pub(super) unit: Option<&'t Spelled>,
    /// A qualifier between number and unit.
    pub(super) qualifier: Option<Qualifier>,
}

/// No range of a text spans more: "3 to 4,000" are two numbers.
const WIDEST: Decimal = Decimal::ONE_THOUSAND;

/// Reads a number or range at a piece.
pub(super) fn read<'t>(p: &Pieces<'t>, at: usize) -> Option<Amount<'t>> {
    let (first, negative) = signed(p, at, at == 0 || p.is(at - 1, '(') || p.spaced(at))?;
    let Some(low) = first.value else { return Some(malformed(p, at, first.end)) };
    if scarred(p, at) {
        return Some(malformed(p, at, after_scar(p, at)));
    }
    let low = if negative { -low } else { low };
    let mut amount = Amount {
        range: Range { low, high: None },
        malformed: false,
        start: at,
        end: first.end,
        words: first.words,
        scale: first.scale,
        unit: None,
        qualifier: None,
    };
    if !range(p, &mut amount)
        && let Some((q, end)) = qualifier::inside(p, amount.end)
    {
        amount.qualifier = Some(q);
        amount.end = end;
    }
    // "raised the capacity from 1 to 3.7 million": no range, but the multiplier is of both.
    if is_change(p, at)
        && p.word(amount.end) == "to"
        && let Some(second) = number::read(p, amount.end + 1)
        && let Some(low) = scaled(&amount, &second)
    {
        amount.range.low = low;
    }
    Some(amount)
}

/// The lower of two numbers with the multiplier that only the second has: "3.5 to 4 million". None where it grows too
/// large.
fn scaled(amount: &Amount<'_>, second: &Read) -> Option<Decimal> {
    let low = amount.range.low;
    let shared = second.scale > Decimal::ONE
        && amount.scale == Decimal::ONE
        && low.abs() < Decimal::ONE_THOUSAND;
    if shared { low.checked_mul(second.scale) } else { Some(low) }
}

fn malformed<'t>(p: &Pieces<'t>, at: usize, end: usize) -> Amount<'t> {
    let range = Range { low: Decimal::ZERO, high: None };
    let words = p.digits(at).is_empty();
    Amount {
        range,
        malformed: true,
        start: at,
        end,
        words,
        scale: Decimal::ONE,
        unit: None,
        qualifier: None,
    }
}

/// A number with its sign: "-3.5", "minus five".
fn signed(p: &Pieces<'_>, at: usize, free: bool) -> Option<(Read, bool)> {
    let dash =
        free && p.is_any(at, &['-', '−', '–']) && !p.spaced(at + 1) && !p.digits(at + 1).is_empty();
    let negative = dash || p.word(at) == "minus";
    Some((number::read(p, at + usize::from(negative))?, negative))
}

/// The scar "65438" that a converter leaves in place of a digit.
fn scarred(p: &Pieces<'_>, at: usize) -> bool {
    let digits = p.digits(at);
    digits.contains("65438") || digits.contains("5438") && p.is(at + 1, '+')
}

/// A scar takes what it is glued to: "6.5438+0.8 million".
fn after_scar(p: &Pieces<'_>, at: usize) -> usize {
    if !p.is(at + 1, '+') {
        return at + 1;
    }
    // "199865438+ 10/0/"
    let mut end = at + 2;
    while !p.digits(end).is_empty() && p.is(end + 1, '/') {
        end += 2;
    }
    number::read(p, end).filter(|_| !p.spaced(end)).map_or(end, |r| r.end)
}

/// How two ends of a range are joined.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    /// "to", "-to-", "and" after "between"
    Word,
    /// A hyphen or dash.
    Dash,
    /// "or"
    Or,
}

fn joint(p: &Pieces<'_>, start: usize, at: usize) -> Option<(Joint, usize)> {
    let word = p.past_hyphen(at);
    if p.word(word) == "to" {
        return (!is_change(p, start)).then(|| (Joint::Word, p.past_hyphen(word + 1)));
    }
    match p.word(at) {
        "and" if p.before(start) == "between" => Some((Joint::Word, at + 1)),
        "or" => Some((Joint::Or, at + 1)),
        _ => p.is_dash(at).then_some((Joint::Dash, at + 1)),
    }
}

/// Words for a change between two values. Sorted.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "climbed", "climbing", "cut", "declined", "decreased", "dropped", "expanded", "fallen", "falling", "fell", "grew",
    "grow", "growing", "grown", "increase", "increased", "increasing", "jumped", "lowered", "raised", "reduced", "rise",
    "risen", "rising", "rose", "shrank", "shrunk", "went",
];

/// So many words back from its first value a change has its verb: "increased the airport's capacity from 10".
const MOST_BACK: usize = 9;

/// "rose from 5.9 to 7.2 percent": two values, no range.
pub(super) fn is_change(p: &Pieces<'_>, at: usize) -> bool {
    let verb = |back: usize| {
        at.checked_sub(back).is_some_and(|i| CHANGES.binary_search(&p.word(i)).is_ok())
    };
    let apart = |back: &usize| {
        at.checked_sub(*back).is_none_or(|i| {
            p.is_any(i, &[',', ';', '.']) || matches!(p.word(i), "and" | "ranges" | "range")
        })
    };
    p.before(at) == "from" && (2..=MOST_BACK).take_while(|back| !apart(back)).any(verb)
}

/// Reads the upper end of a range: "23 °C to 33 °C", "3.5 to 4 million", "between 18 and 9".
fn range<'t>(p: &Pieces<'t>, amount: &mut Amount<'t>) -> bool {
    let unit = unit::at(p, amount.end);
    let percent = percent_end(p, amount.end);
    let degree = p.is_any(amount.end, &['°', 'º', '˚']).then_some(amount.end + 1);
    let after = percent.or(unit.map(|(_, end)| end)).or(degree).unwrap_or(amount.end);
    let Some((joint, next)) = joint(p, amount.start, after) else { return false };
    let between = joint == Joint::Word && p.word(next - 1) == "and";
    let Some((second, negative)) = signed(p, next, joint == Joint::Word || p.spaced(next)) else {
        return false;
    };
    let Some(high) = second.value else { return false };
    let high = if negative { -high } else { high };
    let Some(low) = scaled(amount, &second) else { return false };
    let second_unit = unit::at(p, second.end);
    // "rose by 4.5 percent to 4.8 million": two figures, no range.
    let same = percent.is_some() && percent_end(p, second.end).is_some()
        || percent.is_none()
            && unit.is_none_or(|(u, _)| second_unit.is_some_and(|(v, _)| u.code == v.code));
    if !same || ends_otherwise(p, &second, joint) || !plausible(low, high, joint, between) {
        return false;
    }
    if joint == Joint::Or && (after > amount.end || percent_end(p, second.end).is_some()) {
        return false;
    }
    amount.range = Range { low: low.min(high), high: Some(low.max(high)) };
    amount.end = second.end;
    amount.scale = second.scale;
    amount.unit = unit.filter(|_| second_unit.is_none()).map(|(u, _)| u);
    true
}

/// Whether the second number is an ordinal, or the middle of a dashed chain.
fn ends_otherwise(p: &Pieces<'_>, second: &Read, joint: Joint) -> bool {
    let ordinal = matches!(p.word(second.end), "st" | "nd" | "rd" | "th") && !p.spaced(second.end);
    let chain = joint == Joint::Dash
        && p.is_dash(second.end)
        && !p.spaced(second.end)
        && p.get(second.end + 1).is_some_and(|q| q.kind == Kind::Digits);
    ordinal || chain
}

fn plausible(low: Decimal, high: Decimal, joint: Joint, between: bool) -> bool {
    if low == high {
        return false;
    }
    if between || low.is_sign_negative() {
        return true;
    }
    let widest = if joint == Joint::Or { Decimal::TWO } else { WIDEST };
    low < high && (low.is_zero() || low.checked_mul(widest).is_none_or(|w| high <= w))
}
