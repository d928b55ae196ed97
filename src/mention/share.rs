//! Shares: percent, and fractions in words and digits.

use rust_decimal::Decimal;

use super::cursor::Pieces;
use super::{NumberForm, Range, Value, duration, known, measure, number, words};

/// The piece after "%", "percent", "per cent", "percentage points".
pub(super) fn percent_end(p: &Pieces<'_>, at: usize) -> Option<usize> {
    if p.is_any(at, &['%', '％', '﹪']) {
        return Some(at + 1);
    }
    let word = p.past_hyphen(at);
    let next = p.past_hyphen(word + 1);
    match p.word(word) {
        "percent" | "pct" => Some(word + 1),
        "percentage" if matches!(p.word(next), "points" | "point") => Some(next + 1),
        "per" if p.word(next) == "cent" => Some(next + 1),
        _ => None,
    }
}

/// The denominators that words give, and whether the word is a plural.
fn denominator(word: &str) -> Option<(u32, bool)> {
    Some(match word {
        "half" => (2, false),
        "halves" => (2, true),
        "third" => (3, false),
        "thirds" => (3, true),
        "quarter" | "fourth" => (4, false),
        "quarters" | "fourths" => (4, true),
        _ => {
            let stem = word.strip_suffix('s');
            let n = known::ordinal(stem.unwrap_or(word)).filter(|n| (5..=1000).contains(n))?;
            (n, stem.is_some())
        }
    })
}

/// Reads a share in words or small digits: "two thirds", "a quarter of", "half", "nine out of ten", "1/3 of".
pub(super) fn fraction(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    if let Some((n, den)) = number::vulgar(p, at) {
        return Some((share(n.into(), den.into()), at + 1));
    }
    if !p.digits(at).is_empty() {
        let n = p.digits(at).parse().ok().filter(|n| *n < 100)?;
        // "ranked 3 out of 50", "No. 3 out of 50"
        let ranked = p.is(at.saturating_sub(1), '.')
            || matches!(p.before(at), "no" | "number" | "ranked" | "ranks");
        return out_of(p, n, at).filter(|_| !ranked).or_else(|| slashed(p, n, at));
    }
    if p.word(at) == "half" {
        return half(p, at);
    }
    let article = matches!(p.word(at), "a" | "an");
    let n = if article { 1 } else { p.cardinal(at)? };
    if let Some(found) = out_of(p, n, at).or_else(|| one_in(p, n, at)).filter(|_| !article) {
        return Some(found);
    }
    let here = p.past_hyphen(at + 1);
    let (den, plural) = denominator(p.word(here))?;
    let next = p.word(here + 1);
    let of =
        next.is_empty() || matches!(next, "of" | "more" | "less" | "fewer" | "larger" | "smaller");
    // "of whom a third are foreigners"
    let points = matches!(p.before(at), "whom" | "which" | "them");
    let alone = !plural && n == 1 && (of || points || !article && den < 100);
    // "a half dozen", "a half-hour ride"
    let hyphen = article && p.past_hyphen(here + 1) > here + 1;
    let halved =
        hyphen || article && den == 2 && (next == "dozen" || number::scale(p, here + 1).is_some());
    let fits = (plural && n > 1 || alone) && n < den && n > 0 && !halved;
    fits.then(|| part_of_one(p, n, den, here + 1).unwrap_or((share(n, den), here + 1)))
}

/// "three quarters of a million", "a quarter of a century": no shares, but amounts.
fn part_of_one(p: &Pieces<'_>, n: u32, den: u32, at: usize) -> Option<(Value, usize)> {
    if p.word(at) != "of" || !matches!(p.word(at + 1), "a" | "an") {
        return None;
    }
    let part = Decimal::from(n) / Decimal::from(den);
    if let Some(scale) = number::scale(p, at + 2) {
        let low = (scale * Decimal::from(n) / Decimal::from(den)).normalize();
        return Some((Value::Number(Range { low, high: None }, NumberForm::Words), at + 3));
    }
    duration::one(p, at + 2, part)
}

/// "half of", "half the people"; no half of a game, a year or a coin.
fn half(p: &Pieces<'_>, at: usize) -> Option<(Value, usize)> {
    #[rustfmt::skip]
    let named = ["first", "second", "latter", "other", "and", "a", "southern", "northern", "eastern", "western", "upper", "lower"];
    let hyphen = p.past_hyphen(at + 1) > at + 1 || at > 0 && p.past_hyphen(at - 1) == at;
    if words::read(p, at).is_some() {
        return None;
    }
    if let Some(measured) = measure::half(p, at) {
        return Some(measured);
    }
    let counted = ["time", "moon", "brother", "sister"].contains(&p.word(at + 1));
    (!named.contains(&p.before(at)) && !hyphen && !counted).then(|| (share(1, 2), at + 1))
}

/// "nine out of ten", "one in five", "three out of every four"
fn out_of(p: &Pieces<'_>, n: u32, at: usize) -> Option<(Value, usize)> {
    let (here, loose) = match (p.word(at + 1), p.word(at + 2)) {
        ("out", "of") => (at + 3, false),
        ("in", _) => (at + 2, true),
        _ => return None,
    };
    let every = p.word(here) == "every";
    let total = number::read(p, here + usize::from(every))?;
    let den: u32 = total.value?.try_into().ok().filter(|den| *den > n && *den <= 1000)?;
    // "two in five years", "one in 2010" and "3 in 20 cities" are no shares, "one in 20 people" is.
    let round = den <= 10 || den.is_multiple_of(10) && den <= 100 || den == 1000;
    #[rustfmt::skip]
    let units = ["years", "months", "weeks", "days", "hours", "minutes", "cities", "towns", "countries", "districts", "provinces", "languages", "places", "sections", "rounds", "parts"];
    let fits = total.words == p.digits(at).is_empty() || n == 1;
    // "one in five Cubans" counts people, "one in Five Points" does not.
    let next = p.word(total.end);
    let named =
        p.capital(total.end) && !["ns", "es", "is", "se", "sh"].iter().any(|e| next.ends_with(e));
    let listed = !round || !fits || n > 9 || named || units.contains(&next);
    (n > 0 && (!loose || every || !listed)).then(|| (share(n, den), total.end))
}

/// "one resident in three": what is counted stands between the numbers.
fn one_in(p: &Pieces<'_>, n: u32, at: usize) -> Option<(Value, usize)> {
    const WORDS_BETWEEN: usize = 3;
    let joint = (at + 2..=at + 1 + WORDS_BETWEEN).find(|i| p.word(*i) == "in")?;
    let plain = (at + 1..joint)
        .all(|i| !p.word(i).is_empty() && !matches!(p.word(i), "of" | "the" | "a" | "and" | "is"));
    let every = usize::from(p.word(joint + 1) == "every");
    let den = p.cardinal(joint + 1 + every).filter(|den| (2..=10).contains(den))?;
    let end = joint + 2 + every;
    // "one school in three buildings" is none: a clause goes on or ends here.
    let ends = matches!(p.word(end), "" | "is" | "was" | "are" | "has" | "had" | "lives" | "works");
    (n == 1 && plain && ends).then(|| (share(1, den), end))
}

/// "2/3 of", "a 2/3 majority"
fn slashed(p: &Pieces<'_>, n: u32, at: usize) -> Option<(Value, usize)> {
    let slash = p.is_any(at + 1, &['/', '⁄']) && !p.spaced(at + 1) && !p.spaced(at + 2);
    let den: u32 = p.digits(at + 2).parse().ok().filter(|den| slash && *den > n && *den <= 100)?;
    let said = matches!(p.word(at + 3), "of" | "majority");
    (said && n > 0).then(|| (share(n, den), at + 3))
}

fn share(n: u32, den: u32) -> Value {
    let percent = Decimal::from(n) * Decimal::ONE_HUNDRED / Decimal::from(den);
    Value::Percent(Range { low: percent.round_dp(2).normalize(), high: None })
}
