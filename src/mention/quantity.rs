//! Numbers with what follows or precedes them: the first reading that fits gives the value.

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::cursor::Pieces;
use super::{NumberForm, Qualifier, Unit, Value, duration, measure, money, place, share};

/// A value read from pieces `start` to `end` (exclusive).
pub(super) struct Read {
    /// The value.
    pub(super) value: Value,
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
    /// A qualifier inside: "300+ km".
    pub(super) qualifier: Option<Qualifier>,
}

/// Reads any figure but dates, ordinals and fractions at a piece.
pub(super) fn read(p: &Pieces<'_>, at: usize) -> Option<Read> {
    let whole = |(value, end)| Read { value, start: at, end, qualifier: None };
    let before =
        place::offset(p, at).or_else(|| money::before(p, at)).or_else(|| place::coordinate(p, at));
    if before.is_some() {
        return before.map(whole);
    }
    let mut amount = amount::read(p, at)?;
    if amount.malformed {
        return Some(whole((Value::Malformed, amount.end)));
    }
    if let Some((value, end)) = place::offset_in_words(p, &amount) {
        return Some(whole((value, end)));
    }
    let bracketed = unbracketed(p, &mut amount);
    let qualifier = amount.qualifier;
    if let Some((value, end)) = with_unit(p, &amount).or_else(|| shared(p, &amount)) {
        return Some(Read { value, start: amount.start, end, qualifier });
    }
    if bracketed {
        amount.start += 1;
        amount.end -= 1;
    }
    Some(plain(p, &amount))
}

/// "(3085.10) km2": the number alone in brackets, its unit behind them.
fn unbracketed(p: &Pieces<'_>, amount: &mut Amount) -> bool {
    let inside = amount.start > 0 && p.is(amount.start - 1, '(') && p.is(amount.end, ')');
    if inside {
        amount.start -= 1;
        amount.end += 1;
    }
    inside
}

/// The amount as what the words after it make of it.
fn with_unit(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    share::percent_end(p, amount.end)
        .map(|end| (Value::Percent(amount.range), end))
        .or_else(|| measure::read(p, amount))
        .or_else(|| money::after(p, amount))
        .or_else(|| duration::read(p, amount))
}

/// "12 by 30 m", "5 and 7 percent", "64, 97 and 197 square kilometers": the unit of the last is the others' too.
fn shared(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    if amount.range.high.is_some() {
        return None;
    }
    let sides = p.is(amount.end, '×') || matches!(p.word(amount.end), "by" | "x");
    let last = last_of_list(p, amount, sides)?;
    let mut first = *amount;
    if last.scale > Decimal::ONE && first.scale == Decimal::ONE {
        first.range.low = first.range.low.checked_mul(last.scale)?;
    }
    // "a population of 300,000 and 40 percent of …": figures of one kind are of one size.
    let (a, b) = (first.range.low, last.range.low);
    let most = |n: Decimal| n.checked_mul(Decimal::from(20)).unwrap_or(Decimal::MAX);
    if b > most(a) || !sides && a > most(b) {
        return None;
    }
    let (value, _) = with_unit(p, &Amount { end: last.end, ..first })?;
    let fits = !sides || matches!(value, Value::Measure(..));
    // "four and a half years", "two and three days": durations are no list.
    let fits = fits && !matches!(value, Value::Duration(..));
    fits.then_some((value, amount.end))
}

/// The last amount of the list that the first begins: numbers alone, joined by commas and at the end by "and" or "or".
fn last_of_list<'t>(p: &Pieces<'t>, amount: &Amount<'_>, sides: bool) -> Option<Amount<'t>> {
    const MOST: usize = 6;
    let mut end = amount.end;
    for _ in 0..MOST {
        let comma = usize::from(!sides && p.is(end, ','));
        let changes = p.word(end) == "to" && amount::is_change(p, amount.start);
        let joins = sides || changes || matches!(p.word(end + comma), "and" | "or");
        if !joins && comma == 0 {
            return None;
        }
        let next = amount::read(p, end + comma + usize::from(joins))?;
        if next.malformed || next.range.high.is_some() {
            return None;
        }
        if joins {
            return Some(next);
        }
        end = next.end;
    }
    None
}

/// The coldest that a bare "minus" tells, in degrees Celsius.
const LOWEST: Decimal = Decimal::from_parts(70, 0, 0, false, 0);

/// A number without a unit.
fn plain(p: &Pieces<'_>, amount: &Amount) -> Read {
    let one = amount.words && p.word(amount.start) == "one" && amount.end == amount.start + 1;
    let form = match (one, amount.words) {
        (true, _) => NumberForm::One,
        (false, true) => NumberForm::Words,
        (false, false) => NumberForm::Digits,
    };
    // Nothing but the cold is told as "minus 11.3" without a unit.
    let said = p.word(amount.start) == "minus";
    if said && amount.range.low >= -LOWEST {
        let value = Value::Measure(amount.range, Unit::Celsius, None);
        return Read { value, start: amount.start, end: amount.end, qualifier: amount.qualifier };
    }
    // A minus before a number without a unit is a dash.
    let minus = said || p.is_any(amount.start, &['-', '−', '–']);
    let mut range = amount.range;
    if minus {
        range.low = range.low.abs();
    }
    // "2.46 million TEU": the container unit belongs to the evidence of its count.
    let teu = matches!(p.word(amount.end), "teu" | "teus");
    Read {
        value: Value::Number(range, form),
        start: amount.start + usize::from(minus),
        end: amount.end + usize::from(teu),
        qualifier: amount.qualifier,
    }
}
