//! Numbers with what follows or precedes them: measures, densities, money, percentages, durations, coordinates.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::lexicon::{currencies, units};

use super::cursor::{Kind, Pieces};
use super::number;
use super::{NumberForm, Range, Stated, Unit, Value};

/// A value read from pieces `start` to `end` (exclusive).
pub(super) struct Read {
    /// The value.
    pub(super) value: Value,
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
    /// Where the number itself ends: qualifiers may follow it.
    pub(super) number_end: usize,
}

/// Digits kept after a conversion without a finite expansion.
const SIGNIFICANT: u32 = 10;

/// A number or range at a piece, with the piece after it and its form.
struct Amount {
    range: Range,
    malformed: bool,
    end: usize,
    words: bool,
    /// The unit was read between the two ends ("23 °C to 33 °C").
    unit: Option<(&'static units::Spelled, usize)>,
}

/// Reads any figure but dates, ordinals and fractions at a piece.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if let Some(read) = offset(p, at).or_else(|| money_before(p, at)).or_else(|| coordinate(p, at)) {
        return Some(read);
    }
    let (start, negative) = sign(p, at);
    let mut amount = amount(p, start)?;
    if negative {
        amount.range.low = -amount.range.low;
    }
    if amount.malformed {
        return Some(Read { value: Value::Malformed, start: at, end: amount.end, number_end: amount.end });
    }
    let number_end = amount.end;
    let found = percent(p, &amount)
        .or_else(|| measure(p, &amount))
        .or_else(|| money_after(p, &amount))
        .or_else(|| super::duration::read(p, start, amount.range, amount.end));
    let plain_start = if negative { start } else { at };
    Some(match found {
        Some((value, end)) => Read { value, start: at, end, number_end },
        None => {
            let mut range = amount.range;
            if negative {
                range.low = -range.low;
            }
            let one = amount.words && p.word(start) == "one" && amount.end == start + 1;
            let form = match (one, amount.words) {
                (true, _) => NumberForm::One,
                (false, true) => NumberForm::Words,
                (false, false) => NumberForm::Digits,
            };
            // "2.46 million TEU": the container unit belongs to the evidence of its count.
            let teu = matches!(p.word(amount.end), "teu" | "teus");
            let end = if teu { amount.end + 1 } else { amount.end };
            Read { value: Value::Number(range, form), start: plain_start, end, number_end }
        }
    })
}

/// A minus before digits: "-3.5", "minus 5".
fn sign(p: &Pieces<'_>, at: usize) -> (usize, bool) {
    let dash = p.is_any(at, &['-', '−', '–']) && !p.spaced(at + 1) && p.spaced(at);
    let word = p.word(at) == "minus";
    let digits = !p.digits(at + 1).is_empty() || word && number::cardinal(p.word(at + 1)).is_some();
    if (dash || word) && digits { (at + 1, true) } else { (at, false) }
}

fn amount(p: &Pieces<'_>, at: usize) -> Option<Amount> {
    let first = number::read(p, at)?;
    let Some(low) = first.value else {
        return Some(Amount { range: Range { low: Decimal::ZERO, high: None }, malformed: true, end: first.end, words: false, unit: None });
    };
    let mut amount = Amount {
        range: Range { low, high: None },
        malformed: corrupted(p, at),
        end: first.end,
        words: first.words,
        unit: None,
    };
    // "23 °C to 33 °C", "5 km to 8 km"
    let unit = unit_at(p, first.end);
    let after_unit = unit.map_or(first.end, |(_, end)| end);
    let percent_end = percent_end(p, first.end).unwrap_or(after_unit);
    let between = at > 0 && p.word(at - 1) == "between" && p.word(percent_end) == "and";
    let dash = p.is_dash(percent_end);
    let joined = p.word(percent_end) == "to" || between || dash || p.word(percent_end) == "or" && first.words;
    if !joined {
        return Some(amount);
    }
    let next = percent_end + 1;
    let (next, negative) = if dash || p.word(percent_end) == "or" { (next, false) } else { sign(p, next) };
    let Some(second) = number::read(p, next) else { return Some(amount) };
    let Some(mut high) = second.value else { return Some(amount) };
    if negative {
        high = -high;
    }
    // "3.5 to 4 million": the multiplier is of both.
    let scaled = second.scale > Decimal::ONE && first.scale == Decimal::ONE && low < Decimal::ONE_THOUSAND;
    let low = if scaled { low.checked_mul(second.scale)? } else { low };
    let second_unit = unit_at(p, second.end);
    let same_unit = unit.is_none() || second_unit.map(|u| u.0.code) == unit.map(|u| u.0.code) || percent_end != after_unit;
    let plausible = low < high && high <= low * Decimal::ONE_THOUSAND || low.is_sign_negative() || between;
    let ordinal = matches!(p.word(second.end), "st" | "nd" | "rd" | "th") && !p.spaced(second.end);
    let date_like = dash && p.is_dash(second.end) && !p.spaced(second.end);
    if same_unit && plausible && !ordinal && !date_like && low != high {
        amount.range = Range { low: low.min(high), high: Some(low.max(high)) };
        amount.end = second.end;
        amount.unit = second_unit.or(unit.map(|(u, _)| (u, second.end)));
    }
    Some(amount)
}

/// The scar "65438" that a converter left in place of a digit.
fn corrupted(p: &Pieces<'_>, at: usize) -> bool {
    p.digits(at).contains("5438") && (p.is(at + 1, '+') || p.digits(at).contains("65438"))
}

fn percent_end(p: &Pieces<'_>, at: usize) -> Option<usize> {
    let hyphen = if p.is(at, '-') { at + 1 } else { at };
    if p.is_any(at, &['%', '％']) || matches!(p.word(hyphen), "percent" | "pct") {
        return Some(hyphen + 1);
    }
    if p.word(at) == "percentage" && matches!(p.word(at + 1), "points" | "point") {
        return Some(at + 2);
    }
    (p.word(at) == "per" && p.word(at + 1) == "cent").then_some(at + 2)
}

fn percent(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let end = percent_end(p, amount.end)?;
    Some((Value::Percent(amount.range), end))
}

/// The unit that begins at a piece, the longest spelling first.
fn unit_at(p: &Pieces<'_>, at: usize) -> Option<(&'static units::Spelled, usize)> {
    let here = if p.is(at, '-') && !p.spaced(at) { at + 1 } else { at };
    let mut best: Option<(&'static units::Spelled, usize)> = None;
    for unit in units::UNITS {
        for spelling in unit.spellings {
            if let Some(end) = spelled(p, here, spelling) {
                if best.is_none_or(|(_, e)| end > e) {
                    best = Some((unit, end));
                }
            }
        }
    }
    let (unit, end) = best?;
    // A lone letter or short sign must be no word's beginning, and no plural's.
    let ambiguous = matches!(unit.code, "m" | "t" | "mu" | "har" | "[mi_i]") && p.word(end - 1).len() <= 2;
    let capital = p.capital(end - 1) && !matches!(unit.code, "MW" | "Cel" | "kW.h");
    (!(ambiguous && capital)).then_some((unit, end))
}

/// Whether a spelling stands at a piece; gives the piece after it.
fn spelled(p: &Pieces<'_>, at: usize, spelling: &str) -> Option<usize> {
    let mut here = at;
    for part in spelling.split(' ') {
        let piece = p.get(here)?;
        let fits = match piece.kind {
            Kind::Word => p.word(here) == part,
            Kind::Digits => p.digits(here) == part && !piece.spaced,
            Kind::Sign(c) => part.chars().eq([c]),
        };
        if !fits {
            return None;
        }
        here += 1;
    }
    Some(here)
}

fn measure(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    if let Some(found) = density(p, amount) {
        return Some(found);
    }
    if let Some(found) = degrees(p, amount) {
        return Some(found);
    }
    let (unit, end) = unit_at(p, amount.end).or(amount.unit.filter(|(_, e)| *e == amount.end).map(|(u, _)| (u, amount.end)))?;
    let mut range = convert(amount.range, unit);
    let stated = stated(amount.range, unit);
    let mut end = end;
    if unit.unit == Unit::Meter || unit.unit == Unit::Celsius {
        if let Some(below) = below(p, end, unit.unit) {
            range = negated(range);
            end = below;
        }
    }
    Some((Value::Measure(range, unit.unit, stated), end))
}

/// "below sea level", "below zero"
fn below(p: &Pieces<'_>, at: usize, unit: Unit) -> Option<usize> {
    if !matches!(p.word(at), "below" | "under") {
        return None;
    }
    match unit {
        Unit::Celsius => matches!(p.word(at + 1), "zero" | "freezing").then_some(at + 2),
        _ => {
            let sea = if p.word(at + 1) == "the" { at + 2 } else { at + 1 };
            let sea = if p.word(sea) == "mean" { sea + 1 } else { sea };
            (p.word(sea) == "sea" && p.word(sea + 1) == "level").then_some(sea + 2)
        }
    }
}

fn negated(range: Range) -> Range {
    match range.high {
        Some(high) => Range { low: -high, high: Some(-range.low) },
        None => Range { low: -range.low, high: None },
    }
}

fn convert(range: Range, unit: &units::Spelled) -> Range {
    let one = |n: Decimal| {
        let exact = n.checked_mul(Decimal::from(unit.num)).and_then(|n| n.checked_div(Decimal::from(unit.den)));
        round(exact.unwrap_or(n), unit.den)
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
    let rounded = if rest == 1 { Some(n) } else { n.round_sf_with_strategy(SIGNIFICANT, RoundingStrategy::MidpointNearestEven) };
    rounded.unwrap_or(n).normalize()
}

fn stated(range: Range, unit: &'static units::Spelled) -> Option<Stated> {
    (unit.num != unit.den).then_some(Stated { value: range.low, value_max: range.high, unit: unit.code })
}

/// "12,200 inhabitants per square kilometer", "2,995 per square kilometer", "4,695/km2"
fn density(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let mut here = amount.end;
    if units::COUNTED.contains(&p.word(here)) {
        here += 1;
    }
    if p.word(here) == "per" || p.is(here, '/') {
        here += 1;
    } else if matches!(p.word(here), "to") && p.word(here + 1) == "the" {
        here += 2;
    } else {
        return None;
    }
    let (unit, end) = unit_at(p, here).filter(|(u, _)| u.unit == Unit::SquareKilometer)?;
    let inverse = units::Spelled { num: unit.den, den: unit.num, ..*unit };
    let stated_code = if unit.code == "[smi_us]" { "/[smi_us]" } else { "/har" };
    let stated = (unit.num != unit.den).then_some(Stated { value: amount.range.low, value_max: amount.range.high, unit: stated_code });
    Some((Value::Measure(convert(amount.range, &inverse), Unit::PerSquareKilometer, stated), end))
}

/// Fahrenheit, and bare degrees with a hint.
fn degrees(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let end = [["degrees", "fahrenheit"]].iter().find(|w| p.word(amount.end) == w[0] && p.word(amount.end + 1) == w[1]).map(|_| amount.end + 2);
    let end = end.or_else(|| (p.is(amount.end, '℉')).then_some(amount.end + 1)).or_else(|| (p.is_any(amount.end, &['°']) && p.word(amount.end + 1) == "f").then_some(amount.end + 2));
    if let Some(end) = end {
        let one = |n: Decimal| ((n - Decimal::from(32)) * Decimal::from(5) / Decimal::from(9)).round_sf(SIGNIFICANT).unwrap_or(n).normalize();
        let range = Range { low: one(amount.range.low), high: amount.range.high.map(one) };
        let stated = Stated { value: amount.range.low, value_max: amount.range.high, unit: "[degF]" };
        return Some((Value::Measure(range, Unit::Celsius, Some(stated)), end));
    }
    let bare = p.word(amount.end) == "degrees" && !matches!(p.word(amount.end + 1), "north" | "south" | "east" | "west" | "celsius" | "centigrade" | "latitude" | "longitude" | "of");
    bare.then_some((Value::Measure(amount.range, Unit::Celsius, None), amount.end + 1))
}

/// "US$ 40 billion", "EUR 71.6 billion", "€61.2 million", "R50.9 billion"
fn money_before(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if p.get(at)?.kind == Kind::Digits {
        return None;
    }
    let (code, end) = currencies::BEFORE.iter().find_map(|(s, code)| Some((*code, spelled(p, at, s)?)))?;
    let letters = p.get(end - 1)?.kind == Kind::Word;
    if p.digits(end).is_empty() || letters && !upper(p, at, end) {
        return None;
    }
    if code == "ZAR" && letters && p.word(at) == "r" && p.spaced(end) {
        return None;
    }
    let amount = money_amount(p, end)?;
    let code = if code == "JPY" && matches!(p.word(amount.end), "yuan" | "rmb") { "CNY" } else { code };
    if amount.malformed {
        return Some(Read { value: Value::Malformed, start: at, end: amount.end, number_end: amount.end });
    }
    Some(Read { value: Value::Money(amount.range, code), start: at, end: amount.end, number_end: amount.end })
}

fn upper(p: &Pieces<'_>, at: usize, end: usize) -> bool {
    (at..end).filter(|i| p.get(*i).is_some_and(|q| q.kind == Kind::Word)).all(|i| p.capital(i))
}

/// An amount of money, whose multiplier may be a letter: "50.9bn", "40m".
fn money_amount(p: &Pieces<'_>, at: usize) -> Option<Amount> {
    let mut amount = amount(p, at)?;
    if !p.spaced(amount.end) && p.word(amount.end) == "m" {
        let million = Decimal::from(1_000_000);
        amount.range.low *= million;
        amount.range.high = amount.range.high.map(|h| h * million);
        amount.end += 1;
    }
    Some(amount)
}

fn money_after(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let here = if p.is(amount.end, '-') && !p.spaced(amount.end) { amount.end + 1 } else { amount.end };
    let (code, end) = currencies::AFTER.iter().find_map(|(s, code)| Some((*code, spelled(p, here, s)?)))?;
    Some((Value::Money(amount.range, code), end))
}

/// "UTC+1", "GMT +3:30", "UTC−5"
fn offset(p: &Pieces<'_>, at: usize) -> Option<Read> {
    if !matches!(p.word(at), "utc" | "gmt") {
        return None;
    }
    let negative = p.is_any(at + 1, &['-', '−', '–']);
    if !negative && !p.is(at + 1, '+') {
        return None;
    }
    let mut hours: Decimal = p.digits(at + 2).parse().ok().filter(|h| *h < Decimal::from(15))?;
    let mut end = at + 3;
    if p.is(end, ':') && !p.digits(end + 1).is_empty() {
        hours += p.digits(end + 1).parse::<Decimal>().ok()? / Decimal::from(60);
        end += 2;
    }
    let hours = if negative { -hours } else { hours };
    Some(Read { value: Value::UtcOffset(hours.normalize()), start: at, end, number_end: end })
}

/// "29°51′ S", "35° 6’ 10\" N", "41.39° N", "23.5 degrees north"
fn coordinate(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let plain = |i: usize| p.digits(i).parse::<Decimal>().ok();
    let mut degrees = plain(at)?;
    let mut end = at + 1;
    if p.is_any(end, &['°', 'º', '˚']) || p.word(end) == "degrees" {
        end += 1;
    } else {
        return None;
    }
    if let Some(minutes) = plain(end).filter(|_| p.is_any(end + 1, &['′', '\'', '’', '´'])) {
        degrees += minutes / Decimal::from(60);
        end += 2;
        if let Some(seconds) = plain(end) {
            degrees += seconds / Decimal::from(3600);
            end += 1;
            while p.is_any(end, &['″', '"', '”', '′', '\'', '’']) {
                end += 1;
            }
        }
    }
    let latitude = match p.word(end) {
        "n" | "north" => (true, false),
        "s" | "south" => (true, true),
        "e" | "east" => (false, false),
        "w" | "west" => (false, true),
        _ => return None,
    };
    let degrees = degrees.round_dp_with_strategy(6, RoundingStrategy::MidpointNearestEven).normalize();
    let degrees = if latitude.1 { -degrees } else { degrees };
    end += 1;
    if matches!(p.word(end), "latitude" | "longitude") {
        end += 1;
    }
    let value = if latitude.0 { Value::Latitude(degrees) } else { Value::Longitude(degrees) };
    Some(Read { value, start: at, end, number_end: end })
}
