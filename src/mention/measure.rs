//! Measures: units and their conversion, densities, degrees.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::lexicon::units::{self, Spelled};

use super::amount::Amount;
use super::cursor::Pieces;
use super::{Range, Stated, Symbol, Unit, Value, unit};

/// Digits kept after a conversion without a finite expansion.
const SIGNIFICANT: u32 = 10;

/// Reads the unit of an amount, with the piece after it.
pub(super) fn read(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    if let Some(found) = density(p, amount).or_else(|| degrees(p, amount)) {
        return Some(found);
    }
    let (unit, end) = unit::at(p, amount.end).or(amount.unit.map(|u| (u, amount.end)))?;
    match (measure(amount.range, unit), below(p, end, &unit.unit)) {
        (Value::Measure(range, unit, stated), Some(end)) => {
            Some((Value::Measure(negated(range), unit, stated), end))
        }
        (measure, _) => Some((measure, end)),
    }
}

/// A range as said in a unit, in the normal one.
fn measure(said: Range, unit: &Spelled) -> Value {
    let stated = stated(said, unit, || unit.code.clone());
    Value::Measure(convert(said, unit.num, unit.den), unit.unit.clone(), stated)
}

/// "half a kilometer", "half an acre", with the piece after it.
pub(super) fn half(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    let (unit, end) = unit::at(p, at + 2).filter(|_| matches!(p.word(at + 1), "a" | "an"))?;
    Some((measure(Range { low: Decimal::new(5, 1), high: None }, unit), end))
}

/// "below sea level" after a height, "below zero" after a temperature.
fn below(p: &Pieces<'_>, at: usize, unit: &Unit) -> Option<usize> {
    if !matches!(p.word(at), "below" | "under") {
        return None;
    }
    match unit {
        Unit::Celsius => matches!(p.word(at + 1), "zero" | "freezing").then_some(at + 2),
        Unit::Meter => {
            let the = usize::from(p.word(at + 1) == "the");
            let sea = at + 1 + the + usize::from(p.word(at + 1 + the) == "mean");
            (p.word(sea) == "sea" && p.word(sea + 1) == "level").then_some(sea + 2)
        }
        _ => None,
    }
}

fn negated(range: Range) -> Range {
    match range.high {
        Some(high) => Range { low: -high, high: Some(-range.low) },
        None => Range { low: -range.low, high: None },
    }
}

/// A range in a unit of which `den` make `num` of its own.
pub(crate) fn convert(range: Range, num: i64, den: i64) -> Range {
    if num == den {
        return range;
    }
    let one = |n: Decimal| {
        let (num, by) = (Decimal::from(num), Decimal::from(den));
        let exact = n.checked_mul(num).and_then(|n| n.checked_div(by));
        // What is too large to be multiplied first is not known to the last digit anyway.
        let exact = exact.or_else(|| n.checked_div(by).and_then(|n| n.checked_mul(num)));
        round(exact.unwrap_or(n), den)
    };
    Range { low: one(range.low), high: range.high.map(one) }
}

/// Rounds what no finite expansion gives: a denominator with other prime factors than 2 and 5.
fn round(n: Decimal, den: i64) -> Decimal {
    let mut rest = den;
    for prime in [2, 5] {
        while rest % prime == 0 {
            rest /= prime;
        }
    }
    if rest == 1 {
        return n.normalize();
    }
    let half_even = RoundingStrategy::MidpointNearestEven;
    n.round_sf_with_strategy(SIGNIFICANT, half_even).unwrap_or(n).normalize()
}

fn stated(range: Range, unit: &Spelled, symbol: impl FnOnce() -> Symbol) -> Option<Stated> {
    let said = || Stated { value: range.low, value_max: range.high, unit: symbol() };
    (unit.num != unit.den).then(said)
}

/// "12,200 inhabitants per square kilometer", "2,995 per square kilometer", "4,695/km2"
fn density(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let mut here = amount.end;
    if units::COUNTED.binary_search(&p.word(here)).is_ok() {
        here += 1 + usize::from(p.word(here) == "inh" && p.is(here + 1, '.'));
    }
    let counted = here > amount.end;
    here += match (p.word(here), p.word(here + 1)) {
        ("per", "each") | ("to", "the" | "a" | "each" | "every") => 2,
        ("for" | "in" | "on", "every" | "each") if counted => 2,
        ("per", _) => 1,
        ("a", "square") if counted => 1,
        _ if p.is(here, '/') => 1,
        _ => return None,
    };
    let (unit, end) = unit::at(p, here).filter(|(u, _)| u.unit == Unit::SquareKilometer)?;
    let range = convert(amount.range, unit.den, unit.num);
    let stated = stated(amount.range, unit, || format!("/{}", unit.code).into());
    Some((Value::Measure(range, Unit::PerSquareKilometer, stated), end))
}

/// Fahrenheit, and bare degrees that are of no other kind.
fn degrees(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    if let Some(end) = fahrenheit(p, amount.end) {
        let one = |n: Decimal| {
            let celsius = (n - Decimal::from(32)) * Decimal::from(5) / Decimal::from(9);
            celsius.round_sf(SIGNIFICANT).unwrap_or(n).normalize()
        };
        let range = Range { low: one(amount.range.low), high: amount.range.high.map(one) };
        let unit = Symbol::from("[degF]");
        let stated = Stated { value: amount.range.low, value_max: amount.range.high, unit };
        return Some((Value::Measure(range, Unit::Celsius, Some(stated)), end));
    }
    if p.word(amount.end) != "degrees" {
        return None;
    }
    let end = amount.end + 1;
    #[rustfmt::skip]
    let other = ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "celsius", "c", "centigrade", "latitude", "longitude", "of"];
    if other.contains(&p.word(end)) {
        return None;
    }
    Some(match below(p, end, &Unit::Celsius) {
        Some(end) => (Value::Measure(negated(amount.range), Unit::Celsius, None), end),
        None => (Value::Measure(amount.range, Unit::Celsius, None), end),
    })
}

fn fahrenheit(p: &Pieces<'_>, at: usize) -> Option<usize> {
    if p.is(at, '℉') {
        return Some(at + 1);
    }
    let degree = p.is_any(at, &['°', 'º', '˚']) || matches!(p.word(at), "degrees" | "degree");
    let letter = p.word(at + 1) == "f" && p.capital(at + 1);
    (degree && (letter || p.word(at + 1) == "fahrenheit")).then_some(at + 2)
}
