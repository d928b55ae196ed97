//! Coordinates and clock offsets.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Value;
use super::amount::Amount;
use super::cursor::Pieces;

/// "UTC+1", "GMT +3:30", "UTC−5"
pub(super) fn offset(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if !matches!(p.word(at), "utc" | "gmt") {
        return None;
    }
    let negative = p.is_any(at + 1, &['-', '−', '–']);
    if !negative && !p.is(at + 1, '+') {
        return None;
    }
    let mut hours: Decimal = p.digits(at + 2).parse().ok().filter(|h| *h < Decimal::from(15))?;
    let mut end = at + 3;
    let minutes: Option<Decimal> =
        p.digits(end + 1).parse().ok().filter(|m| *m < Decimal::from(60));
    if let Some(minutes) = minutes.filter(|_| p.is(end, ':')) {
        hours += minutes / Decimal::from(60);
        end += 2;
    }
    let hours = if negative { -hours } else { hours };
    Some((Value::UtcOffset(hours.normalize()), end))
}

/// "eight hours ahead of UTC", "three hours behind Greenwich Mean Time"
pub(super) fn offset_in_words(p: &Pieces<'_>, amount: &Amount) -> Option<(Value, usize)> {
    let hours = amount.range.low;
    if !matches!(p.word(amount.end), "hour" | "hours") || hours >= Decimal::from(15) {
        return None;
    }
    let from = amount.end + 1;
    let (negative, mut end) = match (p.word(from), p.word(from + 1)) {
        ("ahead", "of") | ("earlier", "than") => (false, from + 2),
        ("in", "advance" | "front") if p.word(from + 2) == "of" => (false, from + 3),
        ("before", _) => (false, from + 1),
        ("behind" | "after", _) => (true, from + 1),
        ("later", "than") => (true, from + 2),
        _ => return None,
    };
    end += usize::from(p.word(end) == "the");
    let name = [
        "coordinated universal time",
        "greenwich mean time",
        "universal time",
        "greenwich",
        "utc",
        "gmt",
    ];
    let name = name.iter().find(|n| n.split(' ').enumerate().all(|(i, w)| p.word(end + i) == w))?;
    end += name.split(' ').count();
    let hours = if negative { -hours } else { hours };
    Some((Value::UtcOffset(hours.normalize()), end))
}

/// "29°51′ S", "35° 6’ 10\" N", "41.39° N", "23.5 degrees north", "29 degrees 51 minutes south"
pub(super) fn coordinate(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if !(p.is_any(at + 1, &['°', 'º', '˚']) || p.word(at + 1) == "degrees") {
        return None;
    }
    let mut degrees: Decimal = p.digits(at).parse().ok().filter(|d| *d <= Decimal::from(180))?;
    let parts: [(&[char], &str); 2] =
        [(&['′', '\'', '’', '´', '‘'], "minutes"), (&['″', '"', '”', '“'], "seconds")];
    let mut end = at + 2;
    let mut per = Decimal::ONE;
    for (signs, name) in parts {
        per *= Decimal::from(60);
        let Some(n) = p.digits(end).parse::<Decimal>().ok().filter(|n| *n < Decimal::from(60))
        else {
            break;
        };
        let sign = p.is_any(end + 1, signs) || p.word(end + 1) == name;
        // "129° 2’ 25 E": the last sign may be missing.
        if !(sign || name == "seconds" && direction(p, end + 1).is_some()) {
            break;
        }
        degrees += n / per;
        end += 1 + usize::from(sign);
        // Two single quotes for a double one.
        end += usize::from(name == "seconds" && sign && p.is_any(end, &['\'', '’', '′']));
    }
    let (latitude, negative) = direction(p, end)?;
    let limit = Decimal::from(if latitude { 90 } else { 180 });
    let degrees =
        degrees.round_dp_with_strategy(6, RoundingStrategy::MidpointNearestEven).normalize();
    let signed = if negative { -degrees } else { degrees };
    end += 1;
    end += usize::from(matches!(p.word(end), "latitude" | "longitude"));
    let value = if latitude { Value::Latitude(signed) } else { Value::Longitude(signed) };
    (degrees <= limit).then_some((value, end))
}

/// Whether a compass word is of latitude, and whether it is negative.
fn direction(p: &Pieces<'_>, at: usize) -> Option<(bool, bool)> {
    Some(match p.word(at) {
        "n" | "north" | "northern" => (true, false),
        "s" | "south" | "southern" => (true, true),
        "e" | "east" | "eastern" => (false, false),
        "w" | "west" | "western" => (false, true),
        _ => return None,
    })
}
