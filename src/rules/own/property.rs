//! Properties of one's own: what they hold, in which unit, and of what.

use serde::Deserialize;
use toml::Spanned;

use crate::fact::scope::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::currencies;
use crate::lexicon::units::{Spelled, ratio};
use crate::mention::{Range, Stated, Symbol, Unit, Value, convert};
use crate::rules::Rule;
use crate::rules::figure::{self, Figures};
use crate::rules::pattern::Slot;

use super::fault::Fault;

/// How the name of a property of one's own begins.
pub(super) const PREFIX: &str = "x_";

/// What a property holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// A plain number, which may have a unit all the same: "a noise level of 60".
    Number,
    /// A place in an order.
    Ordinal,
    /// Percent.
    Percent,
    /// A measure, in one unit or in any.
    Measure,
    /// A sum of money, in one currency or in any.
    Money,
    /// A date (EDTF).
    Date,
    /// A span of time (ISO 8601).
    Duration,
    /// A name or a noun phrase.
    Text,
    /// An enumeration.
    List,
}

impl Holds {
    /// The classes of figures that give such a value; none where words do.
    fn figures(self) -> Figures {
        let names: &[&str] = match self {
            Holds::Number => &["number", "one", "words"],
            Holds::Ordinal => &["ordinal"],
            Holds::Percent => &["percent"],
            Holds::Measure => &["measure", "below"],
            Holds::Money => &["money"],
            Holds::Date => &["date", "year", "interval", "since", "until", "era"],
            Holds::Duration => &["duration"],
            Holds::Text | Holds::List => &[],
        };
        names.iter().filter_map(|name| figure::by_name(name)).fold(0, |all, bits| all | bits)
    }

    /// Whether a slot can take such a value.
    fn fits(self, slot: Slot) -> bool {
        match slot {
            Slot::Figure(classes) => classes & self.figures() != 0,
            Slot::List => self == Holds::List,
            Slot::Noun(_)
            | Slot::AnyNoun
            | Slot::Name
            | Slot::Person
            | Slot::Place
            | Slot::Acronym
            | Slot::Institution => self == Holds::Text,
        }
    }

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Holds::Number => "number",
            Holds::Ordinal => "ordinal",
            Holds::Percent => "percent",
            Holds::Measure => "measure",
            Holds::Money => "money",
            Holds::Date => "date",
            Holds::Duration => "duration",
            Holds::Text => "text",
            Holds::List => "list",
        }
    }

    /// Whether a figure's value is of this kind.
    fn is(self, value: &Value) -> bool {
        match value {
            Value::Number(..) => self == Holds::Number,
            Value::Ordinal(_) => self == Holds::Ordinal,
            Value::Percent(_) => self == Holds::Percent,
            Value::Measure(..) => self == Holds::Measure,
            Value::Money(..) => self == Holds::Money,
            Value::Date(_) => self == Holds::Date,
            Value::Duration(..) => self == Holds::Duration,
            Value::Latitude(_) | Value::Longitude(_) | Value::UtcOffset(_) | Value::Malformed => {
                false
            }
        }
    }
}

/// A property that the contract does not know.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its name, which begins with `x_`.
    pub name: String,
    /// Where its rules find their subject, unless they say it themselves.
    pub subject: Option<String>,
    /// What it holds; any value where it is not declared.
    pub holds: Option<Holds>,
    /// The unit or currency of all its values.
    pub unit: Option<Symbol>,
    /// The classes that its subject may have; any where empty.
    pub subjects: Vec<Class>,
    /// The unit with its factor, where it holds a measure.
    measure: Option<Spelled>,
}

impl Property {
    /// Whether its subject may be of this class.
    pub fn may_be_of(&self, class: Option<Class>) -> bool {
        self.subjects.is_empty() || class.is_some_and(|class| self.subjects.contains(&class))
    }

    /// A figure's value as this property holds it: none where it is of another kind or has another unit.
    pub fn value(&self, value: &Value) -> Option<Value> {
        if self.holds.is_some_and(|holds| !holds.is(value)) {
            return None;
        }
        match (value, &self.measure, &self.unit) {
            (Value::Measure(range, unit, stated), Some(wanted), _) => {
                measured(*range, unit, stated.as_ref(), wanted)
            }
            (Value::Money(_, code), _, Some(wanted)) if code != wanted => None,
            _ => Some(value.clone()),
        }
    }
}

/// A measure in the unit wanted, with what was stated where that is another one.
fn measured(range: Range, unit: &Unit, stated: Option<&Stated>, wanted: &Spelled) -> Option<Value> {
    let aim = Unit::Own(wanted.code.clone());
    let sign = range.low.is_sign_negative();
    if let Some(s) = stated
        && s.unit == wanted.code
        && s.value.is_sign_negative() == sign
    {
        return Some(Value::Measure(Range { low: s.value, high: s.value_max }, aim, None));
    }
    if unit.code() == wanted.code {
        return Some(Value::Measure(range, aim, stated.cloned()));
    }
    let same = *unit == wanted.unit || unit.kind() == wanted.unit.kind() && unit.size().is_some();
    if !same {
        return None;
    }
    let ((a, b), (c, d)) = (unit.size().unwrap_or((1, 1)), wanted.unit.size().unwrap_or((1, 1)));
    let above = i128::from(a) * i128::from(d);
    let below = i128::from(b) * i128::from(c);
    let above = above.checked_mul(wanted.den.into())?;
    let below = below.checked_mul(wanted.num.into())?;
    let (num, den) = ratio(above, below)?;
    let said = || Stated { value: range.low, value_max: range.high, unit: unit.code() };
    let stated = Some(stated.cloned().unwrap_or_else(said));
    Some(Value::Measure(convert(range, num, den), aim, stated))
}

/// A table `[[property]]` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PropertyText {
    name: Spanned<String>,
    value: Option<Spanned<Holds>>,
    unit: Option<Spanned<String>>,
    subject: Option<Spanned<String>>,
    subjects: Option<Spanned<Vec<Class>>>,
}

impl PropertyText {
    /// The property, checked; `known` are those declared before it.
    pub(super) fn declare(self, known: &[Property], lexicon: &Lexicon) -> Result<Property, Fault> {
        let name = self.name.get_ref();
        let tail = name.strip_prefix(PREFIX).ok_or_else(|| {
            let message = format!("a property of your own begins with x_, so `{name}` does not");
            Fault::of(&self.name, message)
        })?;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if tail.is_empty() || !tail.chars().all(plain) {
            let message =
                format!("expected small letters, digits and _ after x_, but found `{name}`");
            return Err(Fault::of(&self.name, message));
        }
        if known.iter().any(|property| property.name == *name) {
            return Err(Fault::of(&self.name, format!("there are two properties `{name}`")));
        }
        let measure = self.checked_unit(lexicon)?;
        self.checked_subjects()?;
        Ok(Property {
            measure,
            holds: self.value.map(Spanned::into_inner),
            unit: self.unit.map(|unit| unit.into_inner().into()),
            subject: self.subject.map(Spanned::into_inner),
            subjects: self.subjects.map(Spanned::into_inner).unwrap_or_default(),
            name: self.name.into_inner(),
        })
    }

    /// The unit of a measure, checked against what the property holds.
    fn checked_unit(&self, lexicon: &Lexicon) -> Result<Option<Spelled>, Fault> {
        let Some(unit) = &self.unit else { return Ok(None) };
        let code = unit.get_ref();
        let fault = |message: String| Err(Fault::of(unit, message));
        match self.value.as_ref().map(|holds| *holds.get_ref()) {
            Some(Holds::Measure) => match lexicon.units.by_code(code) {
                Some(known) => Ok(Some(known.clone())),
                None => fault(format!(
                    "there is no unit with the symbol `{code}`; declare it with [[unit]]"
                )),
            },
            Some(Holds::Money) if currencies::is_code(code) => Ok(None),
            Some(Holds::Money) => fault(format!(
                "expected a currency that is known, such as `USD`, but found `{code}`"
            )),
            Some(Holds::Number) if !code.is_empty() && !code.contains(char::is_whitespace) => {
                Ok(None)
            }
            Some(Holds::Number) => {
                fault(format!("expected a symbol without spaces, but found `{code}`"))
            }
            Some(other) => {
                fault(format!("a value that is a {} has no unit of yours", other.name()))
            }
            None => fault(
                "say what has this unit: `value = \"measure\"`, \"number\" or \"money\"".to_owned(),
            ),
        }
    }

    /// Whether the place where its subject is looked for can hold what the subject may be.
    fn checked_subjects(&self) -> Result<(), Fault> {
        let Some(subjects) = &self.subjects else { return Ok(()) };
        if subjects.get_ref().is_empty() {
            let message = "expected a class that the subject may have, but found none".to_owned();
            return Err(Fault::of(subjects, message));
        }
        let Some(subject) = &self.subject else { return Ok(()) };
        let fits = match subject.get_ref().as_str() {
            "city" => subjects.get_ref().contains(&Class::City),
            "person" => subjects.get_ref().contains(&Class::Person),
            "none" => false,
            _ => true,
        };
        if fits {
            return Ok(());
        }
        let message = format!("`subjects` does not allow what `{}` would find", subject.get_ref());
        Err(Fault::of(subject, message))
    }
}

/// What the contract or a declaration says of a rule's property; a message where it says that the rule is wrong.
pub(super) fn check(rule: &Rule, own: &[Property]) -> Result<(), String> {
    let Some(property) = &rule.text.property else { return Ok(()) };
    let Some(declared) = own.iter().find(|p| p.name == *property) else {
        return Ok(());
    };
    let Some(holds) = declared.holds else { return Ok(()) };
    let framed = rule.frame.is_none() || holds == Holds::Date;
    if framed && rule.sequences.iter().all(|sequence| holds.fits(sequence.anchor)) {
        return Ok(());
    }
    Err(format!(
        "rule `{}`: `{property}` holds a {}, which the value of this pattern can never be",
        rule.text.id,
        holds.name()
    ))
}
