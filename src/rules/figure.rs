//! Classes of figures: what a slot may ask of a mention.

use crate::mention::{Mention, NumberForm, Shape, Unit, Value, Year};

/// A set of figure classes, a bit each.
pub type Figures = u32;

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $word:expr;)*) => {
        $($(#[$doc])* pub const $name: Figures = 1 << $bit;)*
        const NAMES: &[(&str, Figures)] = &[$(($word, $name),)*];
    };
}

figures! {
    /// A plain number.
    NUMBER = 0, "number";
    /// The word "one".
    ONE = 1, "one";
    /// "fourth", "28th"
    ORDINAL = 2, "ordinal";
    /// Percent or fraction.
    PERCENT = 3, "percent";
    /// An area.
    AREA = 4, "area";
    /// Kilometers.
    KILOMETER = 5, "km";
    /// Meters.
    METER = 6, "m";
    /// A mass.
    MASS = 7, "mass";
    /// A temperature.
    TEMPERATURE = 8, "temperature";
    /// Millimeters.
    RAIN = 9, "mm";
    /// People per square kilometer.
    DENSITY = 10, "density";
    /// Any measure without a class of its own.
    OTHER = 11, "other";
    /// A sum of money.
    MONEY = 12, "money";
    /// A date that is complete to its precision or leans on context.
    DATE = 13, "date";
    /// A date that is a bare year.
    YEAR = 14, "year";
    /// An interval.
    INTERVAL = 15, "interval";
    /// "since 1995"
    SINCE = 16, "since";
    /// "until 1871"
    UNTIL = 17, "until";
    /// A span of time.
    DURATION = 18, "duration";
    /// Latitude.
    LATITUDE = 19, "latitude";
    /// Longitude.
    LONGITUDE = 20, "longitude";
    /// Hours from UTC.
    OFFSET = 21, "offset";
    /// Digits that no reading fits.
    MALFORMED = 22, "malformed";
    /// A number in words.
    WORDS = 23, "words";
    /// A decade or century.
    ERA = 24, "era";
    /// Meters below sea level.
    BELOW = 25, "below";
}

/// Names for several classes at once.
const UNIONS: &[(&str, Figures)] = &[
    ("length", KILOMETER | METER),
    ("count", NUMBER | ONE),
    ("measure", AREA | KILOMETER | METER | MASS | TEMPERATURE | RAIN | DENSITY | OTHER),
    ("figure", Figures::MAX),
];

/// The classes behind a name of the pattern language.
pub fn by_name(name: &str) -> Option<Figures> {
    NAMES.iter().chain(UNIONS).find(|(n, _)| *n == name).map(|(_, bits)| *bits)
}

/// What a pattern calls these classes: one name if one means them all.
pub fn names(classes: Figures) -> Vec<&'static str> {
    let all = UNIONS.iter().chain(NAMES);
    match all.clone().find(|(_, bits)| *bits == classes) {
        Some((name, _)) => vec![name],
        None => {
            NAMES.iter().filter(|(_, bits)| bits & classes != 0).map(|(name, _)| *name).collect()
        }
    }
}

/// The classes of a mention.
pub fn classes(mention: &Mention) -> Figures {
    match &mention.value {
        Value::Number(_, NumberForm::One) => NUMBER | ONE | WORDS,
        Value::Number(_, NumberForm::Words) => NUMBER | WORDS,
        Value::Number(_, NumberForm::Digits) => NUMBER,
        Value::Ordinal(_) => ORDINAL,
        Value::Percent(_) => PERCENT,
        Value::Measure(range, Unit::Meter, _) if range.low.is_sign_negative() => METER | BELOW,
        Value::Measure(_, unit, _) => unit_class(unit),
        Value::Money(..) => MONEY,
        Value::Latitude(_) => LATITUDE,
        Value::Longitude(_) => LONGITUDE,
        Value::UtcOffset(_) => OFFSET,
        Value::Duration(..) => DURATION,
        Value::Malformed => MALFORMED,
        Value::Date(date) => {
            let shape = match date.shape {
                Shape::Single => 0,
                Shape::Interval => INTERVAL,
                Shape::Since => SINCE,
                Shape::Until => UNTIL,
            };
            let point = date.start.or(date.end);
            let year = point.is_some_and(|p| p.month.is_none() && p.day.is_none());
            let era = point.is_some_and(|p| matches!(p.year, Year::Decade(_) | Year::Century(_)));
            DATE | shape | if year { YEAR } else { 0 } | if era { ERA } else { 0 }
        }
    }
}

fn unit_class(unit: &Unit) -> Figures {
    match unit {
        Unit::SquareKilometer => AREA,
        Unit::Kilometer => KILOMETER,
        Unit::Meter => METER,
        Unit::Millimeter => RAIN,
        Unit::Ton => MASS,
        Unit::Celsius => TEMPERATURE,
        Unit::PerSquareKilometer => DENSITY,
        _ => OTHER,
    }
}
