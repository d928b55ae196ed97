//! Units of measure: spellings, exact factors to the record's unit, and UCUM codes.
//!
//! Sources: The Unified Code for Units of Measure (codes); the SI brochure and the international yard and pound
//! agreement of 1959 (factors); 1 mu is 1/1500 km2.
//!
//! [`Units`] holds those of the table and a user's own, and is built once.

use crate::mention::{Symbol, Unit};

use super::spellings::Spellings;

/// One unit of the table.
#[derive(Debug)]
pub struct Row {
    /// UCUM code of the unit as written.
    pub code: &'static str,
    /// The record's unit.
    pub unit: Unit,
    /// Numerator of the factor to the record's unit.
    pub num: i64,
    /// Denominator of the factor.
    pub den: i64,
    /// Spellings in lower case, sorted, pieces apart by one space; a stop or hyphen between two is left out.
    pub spellings: &'static [&'static str],
}

const fn unit(
    code: &'static str,
    unit: Unit,
    num: i64,
    den: i64,
    spellings: &'static [&'static str],
) -> Row {
    Row { code, unit, num, den, spellings }
}

/// All units, by the record's unit and then by size. Word spellings stand in the singular and plural.
#[rustfmt::skip]
pub const UNITS: &[Row] = &[
    unit("m2", Unit::SquareKilometer, 1, 1_000_000, &["m 2", "m ^ 2", "m ²", "meters squared", "metres squared", "sq m", "sq meter", "sq meters", "sq metre", "sq metres", "sqm", "square m", "square meter", "square meters", "square metre", "square metres", "㎡"]),
    unit("[sft_i]", Unit::SquareKilometer, 9_290_304, 100_000_000_000_000, &["sq feet", "sq ft", "square feet", "square foot", "square ft"]),
    unit("mu", Unit::SquareKilometer, 1, 1500, &["mu"]),
    unit("[acr_us]", Unit::SquareKilometer, 40_468_564_224, 10_000_000_000_000, &["acre", "acres"]),
    unit("har", Unit::SquareKilometer, 1, 100, &["ha", "hectare", "hectares"]),
    unit("km2", Unit::SquareKilometer, 1, 1, &["k ㎡", "kilometers squared", "kilometres squared", "km 2", "km ^ 2", "km ²", "sq kilometer", "sq kilometers", "sq kilometre", "sq kilometres", "sq km", "sq kms", "sqkm", "square kilometer", "square kilometers", "square kilometre", "square kilometres", "square km", "square kms", "㎢"]),
    unit("[smi_us]", Unit::SquareKilometer, 2_589_988_110_336, 1_000_000_000_000, &["mi 2", "mi ²", "sq mi", "sq mile", "sq miles", "square mi", "square mile", "square miles"]),
    unit("mm", Unit::Millimeter, 1, 1, &["millimeter", "millimeters", "millimetre", "millimetres", "mm", "㎜"]),
    unit("[in_i]", Unit::Millimeter, 254, 10, &["inch", "inches"]),
    unit("cm", Unit::Meter, 1, 100, &["centimeter", "centimeters", "centimetre", "centimetres", "cm", "㎝"]),
    unit("[ft_i]", Unit::Meter, 3048, 10_000, &["feet", "foot", "ft"]),
    unit("[yd_i]", Unit::Meter, 9144, 10_000, &["yard", "yards"]),
    unit("m", Unit::Meter, 1, 1, &["m", "meter", "meters", "metre", "metres"]),
    unit("km", Unit::Kilometer, 1, 1, &["kilometer", "kilometers", "kilometre", "kilometres", "km", "kms", "㎞"]),
    unit("[mi_i]", Unit::Kilometer, 1_609_344, 1_000_000, &["mi", "mile", "miles"]),
    unit("[nmi_i]", Unit::Kilometer, 1852, 1000, &["nautical mile", "nautical miles", "nmi", "sea miles"]),
    unit("kg", Unit::Ton, 1, 1000, &["kg", "kgs", "kilogram", "kilogramme", "kilogrammes", "kilograms", "kilos", "㎏"]),
    unit("t", Unit::Ton, 1, 1, &["metric ton", "metric tonnes", "metric tons", "t", "ton", "tonne", "tonnes", "tons"]),
    unit("kt", Unit::Ton, 1000, 1, &["kilotons"]),
    unit("Cel", Unit::Celsius, 1, 1, &["celsius", "deg c", "degree c", "degree celsius", "degrees c", "degrees celsius", "degrees centigrade", "° c", "° celsius", "º c", "˚ c", "℃"]),
    unit("km/h", Unit::KilometerPerHour, 1, 1, &["kilometers an hour", "kilometers per hour", "kilometres an hour", "kilometres per hour", "km / h", "km / hour", "km an hour", "km h", "km per hour", "kmh", "kmph", "kph"]),
    unit("[mi_i]/h", Unit::KilometerPerHour, 1_609_344, 1_000_000, &["miles an hour", "miles per hour", "mph"]),
    unit("L", Unit::Liter, 1, 1, &["liter", "liters", "litre", "litres"]),
    unit("m3", Unit::CubicMeter, 1, 1, &["cu m", "cubic meter", "cubic meters", "cubic metre", "cubic metres", "m 3", "m ^ 3", "m ³", "㎥"]),
    unit("km3", Unit::CubicMeter, 1_000_000_000, 1, &["cubic kilometers", "cubic kilometres", "cubic km", "km 3", "km ³"]),
    unit("kW", Unit::Megawatt, 1, 1000, &["kilowatt", "kilowatts", "kw"]),
    unit("MW", Unit::Megawatt, 1, 1, &["megawatt", "megawatts", "mw"]),
    unit("GW", Unit::Megawatt, 1000, 1, &["gigawatt", "gigawatts", "gw"]),
    unit("kW.h", Unit::KilowattHour, 1, 1, &["kilowatt hour", "kilowatt hours", "kw h", "kwh"]),
    unit("MW.h", Unit::KilowattHour, 1000, 1, &["megawatt hours", "mwh"]),
    unit("GW.h", Unit::KilowattHour, 1_000_000, 1, &["gigawatt hours", "gwh"]),
    unit("TW.h", Unit::KilowattHour, 1_000_000_000, 1, &["terawatt hours", "twh"]),
];

/// Codes of units named after people or of multiples with a capital: a capital letter makes no name of them.
const CAPITALS: &[&str] = &["MW", "Cel", "kW.h", "kW", "GW", "GW.h", "MW.h", "TW.h"];

/// Codes of units whose letters, with a capital, are rather a name's or a label's: "10 M roads", "the 4 Ha houses".
const LETTERS: &[&str] = &["m", "t", "mu", "har", "[mi_i]"];

/// What a capital at the beginning of a spelling says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capital {
    /// Nothing: the unit is written so.
    Usual,
    /// Where a name goes on behind it, it is of that name: "19 Miles Davis records".
    OfName,
    /// As `OfName`; and a spelling of one or two letters is never the unit.
    Never,
}

/// One unit as it is written.
#[derive(Clone, Debug)]
pub struct Spelled {
    /// The symbol of the unit as written: its UCUM code, or what a user calls it.
    pub code: Symbol,
    /// The record's unit.
    pub unit: Unit,
    /// Numerator of the factor to the record's unit.
    pub num: i64,
    /// Denominator of the factor.
    pub den: i64,
    /// What a capital says of it.
    pub capital: Capital,
}

/// All units that a text is read with.
#[derive(Clone, Debug)]
pub struct Units {
    all: Vec<Spelled>,
    by_spelling: Spellings<usize>,
}

impl Units {
    /// The built-in ones, with their English spellings.
    pub fn english() -> Units {
        let mut units = Units { all: Vec::new(), by_spelling: Spellings::new([]) };
        for row in UNITS {
            let capital = if CAPITALS.contains(&row.code) {
                Capital::Usual
            } else if LETTERS.contains(&row.code) {
                Capital::Never
            } else {
                Capital::OfName
            };
            let Row { num, den, .. } = *row;
            let unit = Spelled { code: row.code.into(), unit: row.unit.clone(), num, den, capital };
            units.add(unit, row.spellings.iter().copied());
        }
        units
    }

    /// Adds a unit with its spellings, which are as those of the table: in lower case, pieces apart by one space.
    pub fn add<'s>(&mut self, unit: Spelled, spellings: impl IntoIterator<Item = &'s str>) {
        for spelling in spellings {
            self.by_spelling.add(spelling, self.all.len());
        }
        self.all.push(unit);
    }

    /// The unit with this symbol.
    pub fn by_code(&self, code: &str) -> Option<&Spelled> {
        self.all.iter().find(|unit| unit.code == code)
    }

    /// The unit with this spelling, in the form of the table.
    pub fn by_spelling(&self, spelling: &str) -> Option<&Spelled> {
        self.all.get(*self.by_spelling.get(spelling)?)
    }

    /// The place of a unit in [`Units::get`] by its spellings.
    pub(crate) fn spellings(&self) -> &Spellings<usize> {
        &self.by_spelling
    }

    /// The unit at a place.
    pub(crate) fn get(&self, at: usize) -> Option<&Spelled> {
        self.all.get(at)
    }
}

/// A factor in its lowest terms; none where it has more digits than fit.
pub(crate) fn ratio(num: i128, den: i128) -> Option<(i64, i64)> {
    let (mut a, mut b) = (num.checked_abs()?, den.checked_abs()?);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    Some((num.checked_div(a)?.try_into().ok()?, den.checked_div(a)?.try_into().ok()?))
}

/// Nouns that a density may count: "inhabitants per square kilometer". Sorted.
#[rustfmt::skip]
pub const COUNTED: &[&str] = &["citizens", "dwellers", "inh", "inhabitants", "people", "person", "persons", "residents", "souls"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_sorted_and_mean_one_unit() {
        let mut seen = std::collections::BTreeMap::new();
        for unit in UNITS {
            assert!(unit.spellings.is_sorted(), "{} is not sorted", unit.code);
            for spelling in unit.spellings {
                let other = seen.insert(*spelling, unit.code);
                assert!(other.is_none(), "{spelling} is {} and {other:?}", unit.code);
            }
        }
        assert!(COUNTED.is_sorted());
    }

    #[test]
    fn every_spelling_is_found_as_its_unit() {
        let units = Units::english();
        for unit in UNITS {
            for spelling in unit.spellings {
                let found = units.by_spelling(spelling).map(|found| &*found.code);
                assert_eq!(found, Some(unit.code), "{spelling}");
            }
        }
    }

    #[test]
    fn codes_are_one_unit_each() {
        let mut codes: Vec<_> = UNITS.iter().map(|u| u.code).collect();
        codes.sort_unstable();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        let named = CAPITALS.iter().chain(LETTERS);
        assert!(named.into_iter().all(|code| codes.contains(code)));
    }

    #[test]
    fn every_factor_is_of_the_unit_it_converts_to() {
        for unit in UNITS.iter().filter(|u| u.code == u.unit.code()) {
            assert_eq!((unit.num, unit.den), (1, 1), "{}", unit.code);
        }
        let all: std::collections::BTreeSet<_> = UNITS.iter().map(|u| u.unit.code()).collect();
        for code in all {
            assert!(UNITS.iter().any(|u| u.code == code), "{code} has no spelling");
        }
    }
}
