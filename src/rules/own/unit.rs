//! Units of one's own: what they are called, how they are written, and what they are converted to.

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;

use crate::lexicon::Lexicon;
use crate::lexicon::units::{Capital, Spelled, ratio};
use crate::mention::{self, Symbol, Unit, UnitKind, Value};
use crate::span::Span;

use super::fault::Fault;

/// A table `[[unit]]` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitText {
    symbol: Spanned<String>,
    kind: Option<Spanned<UnitKind>>,
    spellings: Spanned<Vec<Spanned<String>>>,
    factor: Option<Spanned<toml::Value>>,
    to: Option<Spanned<String>>,
}

impl UnitText {
    /// Adds the unit to the lexicon; `content` is the file's, where the factor's digits stand.
    pub(super) fn add_to(&self, lexicon: &mut Lexicon, content: &str) -> Result<(), Fault> {
        let symbol = self.checked_symbol(lexicon)?;
        let (unit, num, den) = self.converted(&symbol, lexicon, content)?;
        let mut spellings: Vec<String> = Vec::new();
        for written in self.spellings.get_ref() {
            let spelling = checked_spelling(written, lexicon)?;
            if spellings.contains(&spelling) {
                return Err(Fault::of(
                    written,
                    format!("`{}` stands here twice", written.get_ref()),
                ));
            }
            spellings.push(spelling);
        }
        if spellings.is_empty() {
            let message = format!("`{symbol}` has no spelling: say how texts write it");
            return Err(Fault::of(&self.spellings, message));
        }
        let shouted = |s: &Spanned<String>| s.get_ref().contains(char::is_uppercase);
        let usual = self.spellings.get_ref().iter().any(shouted);
        let capital = if usual { Capital::Usual } else { Capital::Never };
        let unit = Spelled { code: symbol, unit, num, den, capital };
        lexicon.units.add(unit, spellings.iter().map(String::as_str));
        Ok(())
    }

    fn checked_symbol(&self, lexicon: &Lexicon) -> Result<Symbol, Fault> {
        let symbol = self.symbol.get_ref();
        if symbol.is_empty() || symbol.contains(|c: char| c.is_whitespace() || c.is_control()) {
            let message = format!("expected a symbol without spaces, but found `{symbol}`");
            return Err(Fault::of(&self.symbol, message));
        }
        if lexicon.units.by_code(symbol).is_some() {
            let message = format!("`{symbol}` is the symbol of another unit");
            return Err(Fault::of(&self.symbol, message));
        }
        Ok(symbol.clone().into())
    }

    /// The unit that the record shows, with the factor to it.
    fn converted(
        &self,
        symbol: &Symbol,
        lexicon: &Lexicon,
        content: &str,
    ) -> Result<(Unit, i64, i64), Fault> {
        let (factor, to) = match (&self.factor, &self.to) {
            (Some(factor), Some(to)) => (factor, to),
            (Some(factor), None) => {
                let message = "a `factor` needs the unit that it leads to: `to`".to_owned();
                return Err(Fault::of(factor, message));
            }
            (None, Some(to)) => {
                let message =
                    format!("say how many `{}` one `{symbol}` is: `factor`", to.get_ref());
                return Err(Fault::of(to, message));
            }
            (None, None) => {
                self.may_stay()?;
                return Ok((Unit::Own(symbol.clone()), 1, 1));
            }
        };
        let Some(aim) = lexicon.units.by_code(to.get_ref()) else {
            let message = format!("there is no unit with the symbol `{}`", to.get_ref());
            return Err(Fault::of(to, message));
        };
        let of = aim.unit.kind();
        if let Some(kind) = self.kind.as_ref().filter(|kind| *kind.get_ref() != of) {
            let message = format!(
                "`{symbol}` is converted to `{}`, so its kind is {of}, not {}",
                to.get_ref(),
                kind.get_ref()
            );
            return Err(Fault::of(kind, message));
        }
        let written = content.get(factor.span()).unwrap_or("").trim_matches(['"', '\'']);
        let (num, den) = exact(written).ok_or_else(|| {
            let message = format!(
                "expected a decimal or a ratio of two above zero (3.305785 or \"400/121\"), but found `{written}`"
            );
            Fault::of(factor, message)
        })?;
        let whole = num.checked_mul(aim.num.into()).zip(den.checked_mul(aim.den.into()));
        let (num, den) = whole.and_then(|(num, den)| ratio(num, den)).ok_or_else(|| {
            let message = format!("`{written}` has more digits than can be reckoned with exactly");
            Fault::of(factor, message)
        })?;
        Ok((aim.unit.clone(), num, den))
    }

    /// Whether the contract lets a unit of this kind stand in the record as it is.
    fn may_stay(&self) -> Result<(), Fault> {
        let Some(kind) = &self.kind else {
            let message = format!(
                "say what `{0}` measures: `kind`, and `factor` and `to` if it is to be converted",
                self.symbol.get_ref()
            );
            return Err(Fault::of(&self.symbol, message));
        };
        let always = match kind.get_ref() {
            UnitKind::Area => "`km2`",
            UnitKind::Length => "`m` or `km`",
            UnitKind::Mass => "`t`",
            UnitKind::Temperature => "`Cel`",
            UnitKind::Density => "`/km2`",
            UnitKind::Volume
            | UnitKind::Speed
            | UnitKind::Power
            | UnitKind::Energy
            | UnitKind::Other => return Ok(()),
        };
        let message = format!(
            "a record shows {} in {always} always: give `{}` a `factor` and a unit `to` which it leads",
            kind.get_ref(),
            self.symbol.get_ref()
        );
        Err(Fault::of(kind, message))
    }
}

/// Numerator and denominator of a positive decimal, or of a ratio of two.
fn exact(written: &str) -> Option<(i128, i128)> {
    let plain = written.replace('_', "");
    let part = |digits: &str| {
        let n = Decimal::from_str_exact(digits.trim()).ok().filter(|n| *n > Decimal::ZERO)?;
        Some((n.mantissa(), 10_i128.checked_pow(n.scale())?))
    };
    match plain.split_once('/') {
        Some((above, below)) => {
            let ((a, b), (c, d)) = (part(above)?, part(below)?);
            Some((a.checked_mul(d)?, b.checked_mul(c)?))
        }
        None => part(&plain),
    }
}

/// A spelling in the form of the tables; a fault where it has another meaning behind a number.
fn checked_spelling(written: &Spanned<String>, lexicon: &Lexicon) -> Result<String, Fault> {
    let whole = written.get_ref();
    let spelling = pieces(whole).join(" ");
    let fault = |message: String| Err(Fault::of(written, message));
    if !spelling.starts_with(|c: char| !c.is_ascii_digit()) {
        return fault(format!("expected letters or a sign to begin with, but found `{whole}`"));
    }
    if let Some(unit) = lexicon.units.by_spelling(&spelling) {
        return fault(format!("`{whole}` is a spelling of the unit `{}` already", unit.code));
    }
    let text = format!("5 {whole}");
    let found = mention::find(&text, Span::new(0, text.len()), &lexicon.units);
    let free = found.first().is_some_and(|first| match first.value {
        Value::Number(..) => first.core.end() == 1,
        // Of two spellings that begin alike the longer one is read.
        Value::Measure(..) => first.core.end() < text.len(),
        _ => false,
    });
    if !free {
        return fault(format!("`{whole}` has another meaning behind a number already"));
    }
    if lexicon.vocabulary.word(&spelling) != 0 {
        return fault(format!("`{whole}` is a word that the rules speak of"));
    }
    Ok(spelling)
}

/// The words, runs of digits and signs of a spelling, in lower case; stops and hyphens between them are left out.
fn pieces(spelling: &str) -> Vec<String> {
    let class = |c: char| match c {
        c if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}') => 'a',
        c if c.is_ascii_digit() => '0',
        _ => ' ',
    };
    let mut pieces: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in spelling.chars() {
        let this = class(c);
        let left_out = c.is_whitespace() || matches!(c, '.' | '-' | '‐' | '‑');
        match pieces.last_mut() {
            _ if left_out => {}
            Some(piece) if this != ' ' && this == last => piece.extend(c.to_lowercase()),
            _ => pieces.push(c.to_lowercase().collect()),
        }
        last = if left_out { ' ' } else { this };
    }
    pieces
}
