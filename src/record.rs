//! The record: the only serializable types, and the one promise to other programs.
//!
//! One bulletin in, one record out. `start` and `end` count Unicode code points of [`Record::text`], half-open.
//! Absent values are left out, never written as null. Keys stand in the order of the fields.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// The version of the contract.
pub const FORMAT: &str = "chancery/1";

/// What an EDTF date looks like.
pub(crate) const EDTF: &str =
    r"^(\.\.|-?[0-9X]{4}(-[0-9]{2}){0,2}[~?%]?)(/(\.\.|-?[0-9X]{4}(-[0-9]{2}){0,2}[~?%]?))?$";

/// An exact decimal, written as a JSON number without fraction zeros or exponent, never through a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Most are whole: they need no text that JSON would have to read again.
        if let Some(whole) = whole(self.0) {
            return serializer.serialize_i64(whole);
        }
        let raw = RawValue::from_string(self.to_string()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// A decimal without a fraction, where it is of a usual size.
fn whole(n: Decimal) -> Option<i64> {
    if n.scale() == 0 && !n.is_zero() { i64::try_from(n).ok() } else { None }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <Box<RawValue>>::deserialize(deserializer)?;
        parse_number(raw.get()).map_err(D::Error::custom)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "description": "An exact decimal." })
    }
}

fn parse_number(raw: &str) -> Result<Number, String> {
    Decimal::from_str(raw)
        .or_else(|_| Decimal::from_scientific(raw))
        .map(Number)
        .map_err(|e| format!("expected a decimal number, but found `{raw}`: {e}"))
}

/// The value of a fact: a number, a text or a list of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An exact decimal.
    Number(Number),
    /// A text, an EDTF date or an ISO 8601 duration.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Number(n) => n.serialize(serializer),
            Value::Text(t) => t.serialize(serializer),
            Value::List(l) => l.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <Box<RawValue>>::deserialize(deserializer)?;
        let json = raw.get();
        match json.as_bytes().first() {
            Some(b'"') => serde_json::from_str(json).map(Value::Text).map_err(D::Error::custom),
            Some(b'[') => serde_json::from_str(json).map(Value::List).map_err(D::Error::custom),
            _ => parse_number(json).map(Value::Number).map_err(D::Error::custom),
        }
    }
}

impl JsonSchema for Value {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, a text (dates are EDTF, durations ISO 8601), or a list of texts.",
            "anyOf": [
                { "type": "number" },
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } }
            ]
        })
    }
}

/// What comes out of one bulletin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// `chancery/1`: the version of this contract.
    #[schemars(extend("const" = FORMAT))]
    pub format: String,
    /// The input path below the input folder without its extension.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Where the bulletin came from.
    pub source: Source,
    /// What the page says of itself.
    pub bulletin: Bulletin,
    /// The city, province or region that the bulletin is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub city: Option<City>,
    /// The office's own city.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub partner: Option<City>,
    /// One value for each property that a city has once.
    pub summary: Summary,
    /// The fact's id behind each value of the summary.
    pub summary_from: BTreeMap<String, String>,
    /// In document order.
    pub sections: Vec<Section>,
    /// In order of their evidence.
    pub facts: Vec<Fact>,
    /// Numbers of the body that no evidence covers.
    pub unclaimed: Vec<Piece>,
    /// Numbers that are no figures.
    pub passed_over: Vec<PassedOver>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
    /// The plain text that every offset refers to.
    pub text: String,
}

/// Where a bulletin came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Relative to the input folder.
    pub path: String,
    /// Of the bytes read, in lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// `text/plain` or `text/html`.
    pub media_type: String,
    /// WHATWG name of the charset.
    pub encoding: String,
    /// BCP 47.
    pub language: String,
}

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bulletin {
    /// The office as printed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub publisher: Option<String>,
    /// EDTF date.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(regex(pattern = EDTF))]
    pub published: Option<String>,
    /// As printed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Where the page gives it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
}

/// A city or another administrative unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct City {
    /// Its name as the bulletin gives it.
    pub name: String,
    /// City, province, state, …
    pub kind: CityKind,
    /// Its country.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub country: Option<Country>,
    /// Its other names.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub names: Vec<Name>,
    /// Its GeoNames id, where known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub geonames_id: Option<u32>,
}

/// What a bulletin's place is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum CityKind {
    City,
    Province,
    State,
    Region,
    Territory,
    District,
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Country {
    /// As printed.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub code: Option<String>,
}

/// Another name of a city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// The name.
    pub name: String,
    /// `full`, `short`, `former` or `also`.
    pub kind: NameKind,
}

/// The kind of another name.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum NameKind {
    Full,
    Short,
    Former,
    Also,
}

/// The one value of each property that a city has once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Square kilometers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub area_km2: Option<Number>,
    /// People.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub population: Option<Number>,
    /// Meters above sea level.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub elevation_m: Option<Number>,
    /// Country, state or province.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub capital_of: Option<String>,
    /// Seats of the city's own assembly.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seats: Option<Number>,
    /// Units of the first level.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub divisions: Option<Number>,
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub head_of_government: Option<String>,
    /// Their office.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub head_title: Option<String>,
    /// EDTF.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(regex(pattern = EDTF))]
    pub head_since: Option<String>,
    /// EDTF.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(regex(pattern = EDTF))]
    pub sister_city_since: Option<String>,
}

/// A section of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// Canonical key, or the slug of an unknown heading.
    pub key: String,
    /// As printed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub heading: Option<String>,
    /// First code point, heading included.
    pub start: usize,
    /// After the last.
    pub end: usize,
    /// Sub-headings.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub topics: Vec<Topic>,
}

/// A sub-heading inside a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Topic {
    /// Slug.
    pub key: String,
    /// As printed, without its colon.
    pub heading: String,
    /// First code point, heading included.
    pub start: usize,
    /// After the last.
    pub end: usize,
}

/// One fact with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// `property`, `-`, and the start of its evidence.
    pub id: String,
    /// A name of the registry, or one of a user's own, which begins with `x_`.
    #[schemars(regex(pattern = "^[a-z][a-z0-9_]*$"))]
    pub property: String,
    /// What the subject is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject_kind: Option<SubjectKind>,
    /// What the value is said of, as named in the text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<String>,
    /// What is counted, shared, ranked or measured.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of: Option<String>,
    /// The value in its normal form.
    pub value: Value,
    /// The upper end of a range: a number, or a duration as the value is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value_max: Option<Value>,
    /// UCUM code, ISO 4217 for money, or the symbol of a unit of a user's own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
    /// How exact it is stated.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub qualifier: Option<Qualifier>,
    /// As written, where a conversion changed it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stated: Option<Stated>,
    /// EDTF: when it held.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schemars(regex(pattern = EDTF))]
    pub time: Option<String>,
    /// The words that give `time`, where they stand outside the evidence.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub time_evidence: Option<Piece>,
    /// The words from which a partial or relative date was completed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub context: Option<Piece>,
    /// The section's key.
    pub section: String,
    /// The words that carry the value.
    pub evidence: Piece,
    /// The rule that made it.
    pub rule: String,
}

/// What a fact's subject is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum SubjectKind {
    City,
    Place,
    Body,
    Office,
    Person,
    Institution,
    Thing,
    Event,
    Party,
    Group,
}

/// How exact a value is stated.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Qualifier {
    About,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    Nearly,
}

/// A value as written, before conversion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stated {
    /// As written.
    pub value: Number,
    /// The upper end as written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value_max: Option<Number>,
    /// UCUM code of the unit as written, or the symbol of a user's own.
    pub unit: String,
}

/// Words of the text and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Piece {
    /// First code point.
    pub start: usize,
    /// After the last.
    pub end: usize,
    /// The words.
    pub text: String,
}

impl Piece {
    /// Whether another piece of the same text lies inside.
    pub fn contains(&self, other: &Piece) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A number that is no figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PassedOver {
    /// First code point.
    pub start: usize,
    /// After the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// Why a number is no figure.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Reason {
    PartOfName,
    OneOf,
    Both,
    Adverb,
    Label,
    Footnote,
    Furniture,
    Vague,
    Malformed,
    /// One that a later version added; kept as it is.
    #[serde(untagged)]
    Other(String),
}

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// Stable.
    pub code: WarningCode,
    /// For people; may change.
    pub message: String,
    /// The words involved.
    pub spans: Vec<Piece>,
}

/// The stable codes of warnings.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum WarningCode {
    UnknownHeading,
    Unclaimed,
    MalformedNumber,
    DateWithoutYear,
    AmbiguousDate,
    UnresolvedSubject,
    RespectivelyMismatch,
    TextCut,
    ReplacementCharacters,
    AnniversaryMismatch,
    PartsDoNotSum,
    DensityOutOfRange,
    AliasEqualsName,
    ListCountMismatch,
    DateAfterPublication,
    ConflictingValues,
    /// One that a later version added; kept as it is.
    #[serde(untagged)]
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_exact() {
        for text in ["79228162514264337593543950335", "0.1000000000000000055", "605.77", "-3.5"] {
            let value: Value = serde_json::from_str(text).expect("a number");
            assert_eq!(serde_json::to_string(&value).expect("writes"), text);
        }
        let padded = Number(Decimal::from_str("13950000.00").expect("a decimal"));
        assert_eq!(serde_json::to_string(&padded).expect("writes"), "13950000");
    }
}
