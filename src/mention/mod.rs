//! Finds every figure of a text and gives it its type and normal form.
//!
//! Finding is general and complete, and knows nothing of what a figure is about: that is the work of [`crate::fact`].
//! A mention is one figure as a reader sees it: number, range, ordinal, share, measure, money, coordinate, clock
//! offset, duration or date, with the qualifier that belongs to it.

mod amount;
mod cursor;
mod date;
mod duration;
pub mod edtf;
mod known;
mod measure;
mod money;
mod number;
mod place;
mod qualifier;
mod quantity;
mod scan;
mod share;
mod unit;
mod words;

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::span::Span;

pub(crate) use measure::convert;
pub use scan::find;

/// One figure of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words that carry the value, qualifier, multiplier and unit included: "about 10 million". These words are
    /// the evidence of a fact made from it.
    pub span: Span,
    /// The same without the qualifier: "10 million".
    pub core: Span,
    /// What the figure says.
    pub value: Value,
    /// "about", "more than" and their like.
    pub qualifier: Option<Qualifier>,
}

/// What a figure says, in the normal form of the record.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A plain number, or a range of them: "114", "10 million", "60,000 to 65,000", "a dozen".
    Number(Range, NumberForm),
    /// A place in an order: "20th", "fourth", "twenty-third".
    Ordinal(Decimal),
    /// Percent, fractions included: "6.8 percent", "8 to 10 percent", "two thirds", "nine out of ten", "half".
    Percent(Range),
    /// A measure in its record unit ("40 miles" is 64.37376 km), with what was stated if converted.
    Measure(Range, Unit, Option<Stated>),
    /// A sum of money with its ISO 4217 code.
    Money(Range, &'static str),
    /// Latitude in decimal degrees, south negative, at most six places.
    Latitude(Decimal),
    /// Longitude in decimal degrees, west negative, at most six places.
    Longitude(Decimal),
    /// Hours ahead of UTC: "UTC+5:30" is 5.5.
    UtcOffset(Decimal),
    /// A span of time as an ISO 8601 duration ("P4Y", "PT2H22M"), and the longest of a range: "four to five years".
    Duration(String, Option<String>),
    /// A date, complete or leaning on its context.
    Date(Date),
    /// Digits that no reading fits ("9.336.841 million", "60,0000,000"): no value, but a warning.
    Malformed,
}

/// A value or the two ends of a range, `low` as the text gives it first unless the ends are reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The value, or the lower end.
    pub low: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
}

/// How a plain number is written: what reads it wants to know whether it could be an article, a label or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// In digits: "1,568", "2.4 million".
    Digits,
    /// In words: "twenty-one", "half a million", "a dozen".
    Words,
    /// The word "one" alone.
    One,
}

/// How the record shows a unit: a UCUM code, or what a user calls a unit of their own.
pub type Symbol = Cow<'static, str>;

/// What was written, where a conversion changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The value as written.
    pub value: Decimal,
    /// The upper end as written.
    pub value_max: Option<Decimal>,
    /// The unit as written: `[mi_i]`, `har`.
    pub unit: Symbol,
}

/// The units a record may hold, each with its UCUM code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Square kilometers, `km2`: every area.
    SquareKilometer,
    /// Kilometers, `km`.
    Kilometer,
    /// Meters, `m`.
    Meter,
    /// Millimeters, `mm`: rain.
    Millimeter,
    /// Metric tons, `t`.
    Ton,
    /// Degrees Celsius, `Cel`.
    Celsius,
    /// People (or other things) per square kilometer, `/km2`.
    PerSquareKilometer,
    /// Kilometers per hour, `km/h`.
    KilometerPerHour,
    /// Hours where they are no span of time (hours of sunshine a year), `h`.
    Hour,
    /// Years of age, `a`.
    YearOfAge,
    /// Cubic meters, `m3`.
    CubicMeter,
    /// Liters, `L`.
    Liter,
    /// Megawatts, `MW`.
    Megawatt,
    /// Kilowatt hours, `kW.h`.
    KilowattHour,
    /// A unit of the user's own that is converted to none of these, by its symbol.
    Own(Symbol),
}

impl Unit {
    /// The UCUM code, or the symbol of a user's own unit.
    pub fn code(&self) -> Symbol {
        let code = match self {
            Unit::SquareKilometer => "km2",
            Unit::Kilometer => "km",
            Unit::Meter => "m",
            Unit::Millimeter => "mm",
            Unit::Ton => "t",
            Unit::Celsius => "Cel",
            Unit::PerSquareKilometer => "/km2",
            Unit::KilometerPerHour => "km/h",
            Unit::Hour => "h",
            Unit::YearOfAge => "a",
            Unit::CubicMeter => "m3",
            Unit::Liter => "L",
            Unit::Megawatt => "MW",
            Unit::KilowattHour => "kW.h",
            Unit::Own(symbol) => return symbol.clone(),
        };
        code.into()
    }

    /// What it measures.
    pub fn kind(&self) -> UnitKind {
        match self {
            Unit::SquareKilometer => UnitKind::Area,
            Unit::Kilometer | Unit::Meter | Unit::Millimeter => UnitKind::Length,
            Unit::Ton => UnitKind::Mass,
            Unit::Celsius => UnitKind::Temperature,
            Unit::PerSquareKilometer => UnitKind::Density,
            Unit::KilometerPerHour => UnitKind::Speed,
            Unit::CubicMeter | Unit::Liter => UnitKind::Volume,
            Unit::Megawatt => UnitKind::Power,
            Unit::KilowattHour => UnitKind::Energy,
            Unit::Hour | Unit::YearOfAge | Unit::Own(_) => UnitKind::Other,
        }
    }

    /// How many meters, or cubic meters, it is, as numerator and denominator: the record has several units of these
    /// kinds. None for the others.
    pub fn size(&self) -> Option<(i64, i64)> {
        match self {
            Unit::Kilometer => Some((1000, 1)),
            Unit::Meter | Unit::CubicMeter => Some((1, 1)),
            Unit::Millimeter | Unit::Liter => Some((1, 1000)),
            Unit::SquareKilometer
            | Unit::Ton
            | Unit::Celsius
            | Unit::PerSquareKilometer
            | Unit::KilometerPerHour
            | Unit::Hour
            | Unit::YearOfAge
            | Unit::Megawatt
            | Unit::KilowattHour
            | Unit::Own(_) => None,
        }
    }
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Land, water, floors.
    Area,
    /// Lengths, heights, depths, and rain.
    Length,
    /// Weights.
    Mass,
    /// Temperatures.
    Temperature,
    /// People and the like per area; the text forms it, no unit is declared of it.
    #[serde(skip)]
    Density,
    /// Volumes, liquids.
    Volume,
    /// Speeds.
    Speed,
    /// What a plant gives at its best.
    Power,
    /// What it gave.
    Energy,
    /// All else.
    Other,
}

impl fmt::Display for UnitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            UnitKind::Area => "area",
            UnitKind::Length => "length",
            UnitKind::Mass => "mass",
            UnitKind::Temperature => "temperature",
            UnitKind::Density => "density",
            UnitKind::Volume => "volume",
            UnitKind::Speed => "speed",
            UnitKind::Power => "power",
            UnitKind::Energy => "energy",
            UnitKind::Other => "other",
        })
    }
}

/// The words that loosen a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// about, around, some, roughly, approximately, approx., an estimated
    About,
    /// over, more than, upwards of
    MoreThan,
    /// at least, no fewer than, or more
    AtLeast,
    /// fewer than, less than
    LessThan,
    /// up to, no more than
    AtMost,
    /// nearly, almost, close to
    Nearly,
}

impl Qualifier {
    /// The word the record uses.
    pub fn name(self) -> &'static str {
        match self {
            Qualifier::About => "about",
            Qualifier::MoreThan => "more_than",
            Qualifier::AtLeast => "at_least",
            Qualifier::LessThan => "less_than",
            Qualifier::AtMost => "at_most",
            Qualifier::Nearly => "nearly",
        }
    }
}

/// A date as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The first or only end; none in "until 1871".
    pub start: Option<Point>,
    /// The last end of an interval; none in "since 1995".
    pub end: Option<Point>,
    /// One date or an interval, and which end is open.
    pub shape: Shape,
    /// How the figure is introduced, where the words before it say so: those words are no part of the mention's span.
    pub lead: Option<Lead>,
}

/// One date, or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "October 23, 1993", "the 1990s"
    Single,
    /// "from 1994 to 2017", "May 10 to 13"
    Interval,
    /// "since 1995": `1995/..`
    Since,
    /// "until 1871", "before 2017" (already the year before: `../2016`)
    Until,
}

/// The preposition before a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// "in", "on", "during", "at"
    In,
    /// "by", "by the end of"
    By,
    /// "as of", "at the end of", "as at"
    AsOf,
    /// "from", "starting from", where no end follows
    From,
    /// "since"
    Since,
    /// "until", "till", "to"
    Until,
    /// "before"
    Before,
    /// "after"
    After,
}

/// One point in time, as precise as the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The year, or where to take it from.
    pub year: Year,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// "about 1270", "c. 1270": `1270~`.
    pub approximate: bool,
}

/// The year of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// Astronomical: 25 BC is -24.
    Exact(i32),
    /// The 1990s: 199, printed `199X`.
    Decade(i32),
    /// The 19th century: 18, printed `18XX`.
    Century(i32),
    /// Not given ("In November"): the context decides.
    Open,
    /// "the same year", "that year", "later that year": that of the context.
    Same,
    /// "the following year" (1), "two years later" (2), "the previous year" (-1): added to the context's.
    Offset(i32),
    /// "the following day" (1), "two days later" (2): days added to the context's full date.
    DayOffset(i32),
    /// "the same month", "that month" (0), "a month later" (1): months added to the context's.
    MonthOffset(i32),
    /// "the next January": the first such month after the context's.
    Next,
    /// Every year: "every June", "June 12 every year", printed `XXXX`.
    Every,
}
