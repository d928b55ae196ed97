//! A fact in the making.

use rust_decimal::Decimal;

use crate::mention::{Qualifier, Stated, Symbol};
use crate::span::Span;

use super::scope::Subject;

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An exact decimal.
    Number(Decimal),
    /// A text, a date or a duration.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

/// The time of a fact and the words that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// EDTF.
    pub edtf: String,
    /// The mention that gives it.
    pub mention: usize,
}

/// A fact whose subject and time may still be open; spans count bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// A name of the registry.
    pub property: String,
    /// The rule that made it.
    pub rule: String,
    /// Its value.
    pub value: Value,
    /// The upper end of a range: a number or a duration.
    pub value_max: Option<Value>,
    /// UCUM or ISO 4217.
    pub unit: Option<Symbol>,
    /// "about" and its like.
    pub qualifier: Option<Qualifier>,
    /// What was written, where converted.
    pub stated: Option<Stated>,
    /// The words that carry the value.
    pub evidence: Span,
    /// What it is said of.
    pub subject: Option<Subject>,
    /// What is counted, shared, ranked or measured.
    pub of: Option<String>,
    /// When it held.
    pub time: Option<Time>,
    /// The words from which a date was completed.
    pub context: Option<Span>,
    /// The mention it takes its value from.
    pub mention: Option<usize>,
    /// Its value's first token in the sentence.
    pub token: usize,
}

/// Who has a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody yet.
    Free,
    /// It is the value of a fact.
    Value,
    /// It gives the time of facts.
    Time,
    /// It says again what another figure says.
    Repeat,
    /// It is no figure, for this reason.
    Passed(Reason),
}

/// Why a number is no figure, in the record's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// "G20", "Fortune 500"
    PartOfName,
    /// "one of the largest"
    OneOf,
    /// "the two cities", "both sides"
    Both,
    /// "first" as an adverb
    Adverb,
    /// "subway lines 1, 2 and 4"
    Label,
    /// `[1]`
    Footnote,
    /// Phone numbers, postcodes, copyright years
    Furniture,
    /// "several thousand"
    Vague,
    /// Digits that no reading fits
    Malformed,
}

impl Reason {
    /// The reason by its name in rules and records.
    pub fn by_name(name: &str) -> Option<Reason> {
        Some(match name {
            "part_of_name" => Reason::PartOfName,
            "one_of" => Reason::OneOf,
            "both" => Reason::Both,
            "adverb" => Reason::Adverb,
            "label" => Reason::Label,
            "footnote" => Reason::Footnote,
            "furniture" => Reason::Furniture,
            "vague" => Reason::Vague,
            "malformed" => Reason::Malformed,
            _ => return None,
        })
    }
}

/// The years of an ISO 8601 duration in whole years: 4 of `P4Y`.
pub(super) fn years(iso: &str) -> Option<u32> {
    iso.strip_prefix('P')?.strip_suffix('Y')?.parse().ok()
}
