//! Units of measure: spellings, exact factors to the record's unit, and UCUM codes.
//!
//! Sources: The Unified Code for Units of Measure (codes); the SI brochure and the international yard and pound
//! agreement of 1959 (factors); 1 mu is 1/1500 km2.

use crate::mention::Unit;

/// One unit as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Spelled {
    /// UCUM code of the unit as written.
    pub code: &'static str,
    /// The record's unit.
    pub unit: Unit,
    /// Numerator of the factor to the record's unit.
    pub num: i64,
    /// Denominator of the factor.
    pub den: i64,
    /// Spellings in lower case, pieces apart by one space.
    pub spellings: &'static [&'static str],
}

const fn unit(code: &'static str, unit: Unit, num: i64, den: i64, spellings: &'static [&'static str]) -> Spelled {
    Spelled { code, unit, num, den, spellings }
}

/// All units.
#[rustfmt::skip]
pub const UNITS: &[Spelled] = &[
    unit("km2", Unit::SquareKilometer, 1, 1, &["square kilometers", "square kilometer", "square kilometres", "square kilometre", "square km", "square kms", "sq km", "sq . km", "sq . kms", "sq kms", "sq kilometers", "sq . kilometers", "km 2", "km ²", "㎢", "k ㎡", "kilometers squared", "km ^ 2"]),
    unit("har", Unit::SquareKilometer, 1, 100, &["hectares", "hectare", "ha"]),
    unit("m2", Unit::SquareKilometer, 1, 1_000_000, &["square meters", "square meter", "square metres", "square metre", "sq m", "sq . m", "m 2", "m ²", "㎡"]),
    unit("[smi_us]", Unit::SquareKilometer, 2_589_988_110_336, 1_000_000_000_000, &["square miles", "square mile", "sq mi", "sq . mi", "sq miles", "sq . miles"]),
    unit("[acr_us]", Unit::SquareKilometer, 40_468_564_224, 10_000_000_000_000, &["acres", "acre"]),
    unit("[sft_i]", Unit::SquareKilometer, 9_290_304, 100_000_000_000_000, &["square feet", "sq ft", "sq . ft", "square foot"]),
    unit("mu", Unit::SquareKilometer, 1, 1500, &["mu"]),
    unit("km", Unit::Kilometer, 1, 1, &["kilometers", "kilometer", "kilometres", "kilometre", "km", "kms", "㎞"]),
    unit("[mi_i]", Unit::Kilometer, 1_609_344, 1_000_000, &["miles", "mile", "mi"]),
    unit("[nmi_i]", Unit::Kilometer, 1852, 1000, &["nautical miles", "nautical mile"]),
    unit("m", Unit::Meter, 1, 1, &["meters", "meter", "metres", "metre", "m"]),
    unit("[ft_i]", Unit::Meter, 3048, 10_000, &["feet", "foot", "ft"]),
    unit("[yd_i]", Unit::Meter, 9144, 10_000, &["yards", "yard"]),
    unit("cm", Unit::Meter, 1, 100, &["centimeters", "centimeter", "centimetres", "centimetre", "cm"]),
    unit("mm", Unit::Millimeter, 1, 1, &["millimeters", "millimeter", "millimetres", "millimetre", "mm", "㎜"]),
    unit("[in_i]", Unit::Millimeter, 254, 10, &["inches"]),
    unit("t", Unit::Ton, 1, 1, &["tons", "ton", "tonnes", "tonne", "metric tons", "metric tonnes", "t"]),
    unit("kg", Unit::Ton, 1, 1000, &["kilograms", "kilogram", "kg", "kilos"]),
    unit("Cel", Unit::Celsius, 1, 1, &["degrees celsius", "degree celsius", "degrees centigrade", "° c", "℃", "˚ c", "º c", "celsius"]),
    unit("km/h", Unit::KilometerPerHour, 1, 1, &["kilometers per hour", "kilometres per hour", "km / h", "km per hour", "kilometers an hour", "kph"]),
    unit("m3", Unit::CubicMeter, 1, 1, &["cubic meters", "cubic metres", "cubic meter", "m ³", "m 3"]),
    unit("L", Unit::Liter, 1, 1, &["liters", "litres"]),
    unit("MW", Unit::Megawatt, 1, 1, &["megawatts", "megawatt", "mw"]),
    unit("kW.h", Unit::KilowattHour, 1, 1, &["kilowatt hours", "kilowatt - hours", "kwh"]),
];

/// Nouns that a density may count: "inhabitants per square kilometer".
pub const COUNTED: &[&str] = &["inhabitants", "persons", "people", "residents", "inh", "citizens", "dwellers", "person", "souls"];
