//! Sums of money.

use rust_decimal::Decimal;

use crate::lexicon::currencies;

use super::amount::{self, Amount};
use super::cursor::{Kind, Pieces};
use super::{Range, Value, unit};

/// "US$ 40 billion", "EUR 71.6 billion", "€61.2 million", "R50.9 billion"
pub(super) fn before(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    let (code, first, mut end) = sum(p, at)?;
    if first.malformed {
        return Some((Value::Malformed, end));
    }
    let mut range = first.range;
    let joint =
        p.word(end) == "to" || p.is_dash(end) || p.word(end) == "and" && p.before(at) == "between";
    // "US$1 to US$2"
    if let Some((_, second, last)) =
        sum(p, end + 1).filter(|(c, s, _)| joint && *c == code && !s.malformed)
    {
        let low = if range.low < Decimal::ONE_THOUSAND && first.scale == Decimal::ONE {
            range.low.checked_mul(second.scale)?
        } else {
            range.low
        };
        if low < second.range.low && range.high.is_none() {
            range = Range { low, high: Some(second.range.low) };
            end = last;
        }
    }
    // "¥2.97 trillion yuan", "RMB 30 yuan"
    let dollar = code == "USD" && p.is(at, '$');
    if let Some((name, last)) = unit::spelled(p, end, &currencies::STANDING_AFTER)
        && (name == code || code == "JPY" && name == "CNY" || dollar)
    {
        return Some((Value::Money(range, name), last));
    }
    Some((Value::Money(range, code), end))
}

/// A sign or code and the amount after it.
fn sum<'t>(p: &Pieces<'t>, at: usize) -> Option<(&'static str, Amount<'t>, usize)> {
    let (code, number) = unit::spelled(p, at, &currencies::STANDING_BEFORE)?;
    let letters = p.get(number - 1)?.kind == Kind::Word;
    let lower = (at..number).any(|i| !p.word(i).is_empty() && !p.capital(i));
    if p.digits(number).is_empty() || letters && lower {
        return None;
    }
    // "R50 billion" is rand, "Category R 50" is none.
    if code == "ZAR" && p.word(at) == "r" && (p.spaced(number) || !p.spaced(at)) {
        return None;
    }
    let mut amount = amount::read(p, number)?;
    // "£20m"
    if !p.spaced(amount.end) && p.word(amount.end) == "m" && !amount.malformed {
        let million = Decimal::from(1_000_000);
        amount.range.low = amount.range.low.checked_mul(million)?;
        amount.range.high = match amount.range.high {
            Some(high) => Some(high.checked_mul(million)?),
            None => None,
        };
        amount.scale = million;
        amount.end += 1;
    }
    let end = amount.end;
    Some((code, amount, end))
}

/// "40 billion dollars", "a 40-billion-dollar port"
pub(super) fn after(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let here = p.past_hyphen(amount.end);
    let (code, end) = unit::spelled(p, here, &currencies::STANDING_AFTER)?;
    let small = amount.range.low < Decimal::ONE_HUNDRED;
    let word = p.word(here);
    // "4 gu and 43 dong" are quarters: no sum of dong is so low.
    if word == "dong" && amount.range.low < Decimal::ONE_THOUSAND {
        return None;
    }
    // "19 won the prize", "19 real estate firms", "19 pound cakes", "5 lei": common words are money in sums alone.
    let common =
        matches!(word, "won" | "real" | "kip" | "dong" | "lei" | "soles" | "crowns" | "dram");
    let follows = p.word(end);
    let free = follows.is_empty()
        || !small
            && matches!(
                follows,
                "a" | "in"
                    | "per"
                    | "for"
                    | "to"
                    | "from"
                    | "of"
                    | "and"
                    | "was"
                    | "were"
                    | "on"
                    | "at"
                    | "by"
            );
    let sign = p.get(here)?.kind != Kind::Word && end == here + 1;
    // "5 $30 tickets": a sign right before digits is of those.
    let next = sign && !p.digits(end).is_empty() && p.spaced(here);
    ((free || !common) && !next).then_some((Value::Money(amount.range, code), end))
}
