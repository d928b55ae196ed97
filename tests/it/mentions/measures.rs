//! Measures, money, coordinates, clock offsets and spans of time.

use super::{Table, check, check_none};

#[test]
fn areas() {
    check(AREAS);
}

#[rustfmt::skip]
const AREAS: Table = &[
    ("605.77 km2", &[
        "{605.77 square kilometers}", "{605.77 square kilometres}", "{605.77 km2}", "{605.77 km²}", "{605.77km²}", "{605.77 ㎢}", "{605.77㎢}", "{605.77 sq km}", "{605.77 sq. km}", "{605.77 sq. km}.",
        "{605.77 square km}", "{605.77 square kms}", "{605.77 k㎡}", "{605.77 km^2}", "{605.77 sq kms}", "{605.77 Square Kilometers}", "{605.77 KM2}", "{605.77 Sq. Km}", "{605.77\nsquare\nkilometers}",
        "{605,77 km²}", "{605.77 square-kilometer}", "{605.77-square-kilometer} city", "{605.77 sq.km}", "{605.77 kilometers squared}", "{605.77\u{a0}km2}", "{605.77 sqkm}",
    ]),
    ("3085.1 km2", &["{3085.10 square kilometers}", "{(3085.10) km2}", "{3,085.1 km2}", "{3 085.1 km²}", "{3 085,1 km²}"]),
    ("809400 km2", &["{809,400 square kilometers}", "{809 400 km²}"]),
    ("290 km2 (29000 har)", &["{29,000 hectares}", "{29 000 ha}", "{29 thousand hectares}", "{29,000 hectare}"]),
    ("1 km2 (1500 mu)", &["{1,500 mu}", "{1500 mu} of land"]),
    ("1.18 km2 (118 har)", &["{118 hectares}", "a {118-hectare} park", "{118ha}", "{118 ha}."]),
    ("0.040468564224 km2 (10 [acr_us])", &["{10 acres}", "a {10-acre} park"]),
    ("0.01 km2 (10000 m2)", &["{10,000 square meters}", "{10,000 square metres}", "{10,000 m2}", "{10,000 m²}", "{10,000 ㎡}", "{10,000 sq m}", "{10,000 sq. m}", "{10 000 sq. metres}", "a {10,000-square-meter} hall", "{10,000 sqm}"]),
    ("765.94 km2", &["{765.94 km2 (295.7 sq mi)}", "{765.94 km² (295.7 sq. mi.)}", "{295.7 sq mi (765.94 km2)}", "{765.94 square kilometers (295.7 square miles)}", "{765.94 square kilometers, or 295.7 square miles}"]),
    ("258.9988110336 km2 (100 [smi_us])", &["{100 square miles}", "{100 sq mi}", "{100 sq. mi}", "{100 sq. miles}", "{100 mi²}"]),
    ("1.3 km2 (130 har)", &["{130 hectares}"]),
    ("4326 km2", &["{4,326 square kilometers}"]),
    ("1..2 km2 (100..200 har)", &["{100 to 200 hectares}", "{100-200 ha}", "between {100 and 200 hectares}", "{100 hectares to 200 hectares}"]),
];

#[test]
fn lengths() {
    check(LENGTHS);
}

#[rustfmt::skip]
const LENGTHS: Table = &[
    ("636 km", &["{636 kilometers}", "{636 km}", "{636km}", "a {636-km} coastline", "a {636-kilometer} coastline", "{636 kilometres}", "{636 kms}", "{636㎞}", "{636 KM}", "{636 Km}", "a {636-kilometer}-long coastline", "a {636 km}-long line", "{636 kilometers}-long line", "{636 km}."]),
    ("10 km", &["{10-kilometer}-long Port", "{10 kilometer}-long Port", "{ten kilometers}", "{ten-kilometer} walk", "{10 km} long"]),
    ("64.37376 km (40 [mi_i])", &["{40 miles}", "a {40-mile} coast", "{40 mi}", "{forty miles}"]),
    ("18.52 km (10 [nmi_i])", &["{10 nautical miles}", "{10 nautical mile}", "{10 nmi}", "{10 sea miles}"]),
    ("154 m", &["{154 meters}", "{154 metres}", "{154 m}", "{154m}", "{154-meter} tower", "{154 m}.", "{154-metre}-high tower"]),
    ("43.5 m", &["{43.5m} above sea level", "{43.5 meters} above sea level", "{43,5 m} above sea level"]),
    ("-5..-1 m", &["{one to five meters below sea level}", "{1 to 5 metres below sea level}", "{1-5 m below sea level}", "{1 to 5 meters below the sea level}"]),
    ("-4 m", &["{4 meters below sea level}", "{-4 m}", "{4 m below mean sea level}", "{minus 4 meters}", "{four metres under sea level}", "{−4 m}", "{4 meters below the sea level}"]),
    ("12 m; 30 m", &["{12 m} by {30 m}", "{12 meters} by {30 meters}", "{12} by {30 meters}", "{12} x {30 m}", "{12} × {30 m}"]),
    ("5 km; 10 km", &["{5} and {10 kilometers}", "{5 km} and {10 km}"]),
    ("0.3048 m (1 [ft_i])", &["{1 foot}", "{one foot}", "{1 ft}"]),
    ("30.48 m (100 [ft_i])", &["{100 feet}", "a {100-foot} tower", "{100 ft}", "{100 ft}."]),
    ("91.44 m (100 [yd_i])", &["{100 yards}"]),
    ("1.2 m (120 cm)", &["{120 centimeters}", "{120 cm}", "{120 centimetres}"]),
    ("1300 mm", &["{1,300 millimeters}", "{1,300 mm}", "{1,300mm}", "{1300㎜}", "{1,300 millimetres}"]),
    ("1300..1500 mm", &["{1,300 to 1,500 mm}", "{1300-1500 millimeters}", "{1,300~1,500 mm}"]),
    ("1016 mm (40 [in_i])", &["{40 inches} of rain", "{forty inches}"]),
    ("12..14 m", &["{12 to 14 meters}", "{12-14 m}", "{12m-14m}", "{12 m to 14 m}"]),
    ("1 m", &["{1 m}", "{1 meter}", "{one meter}"]),
    ("600 m", &["{600 meters (1,969 feet)}", "{600 m (1,969 ft)}", "{1,969 feet (600 m)}"]),
];

#[test]
fn temperatures() {
    check(TEMPERATURES);
}

#[rustfmt::skip]
const TEMPERATURES: Table = &[
    ("11.6 Cel", &["{11.6 ℃}", "{11.6℃}", "{11.6 °C}", "{11.6°C}", "{11.6 ° C}", "{11.6 degrees Celsius}", "{11.6 degrees centigrade}", "{11.6 degrees}", "{11.6˚C}", "{11.6ºC}", "{11,6 °C}", "{11.6 deg C}", "{11.6 degrees C}", "{11.6 Celsius}"]),
    ("1 Cel", &["{1 °C}", "{1 degree Celsius}", "{one degree Celsius}"]),
    ("9..18 Cel", &["between {18 ° C and 9 ° C}", "between {18 and 9 °C}", "between {9 and 18 degrees Celsius}", "{9 to 18 °C}", "{9-18 °C}", "{9 °C to 18 °C}", "{9~18℃}", "{9℃~18℃}", "from {9 to 18 degrees}", "{9°-18°C}", "{9° to 18°C}"]),
    ("-3.6 Cel", &["{-3.6 ℃}", "{−3.6 °C}", "{–3.6 °C}", "{minus 3.6 degrees Celsius}", "{3.6 degrees below zero}", "{3.6 °C below zero}", "{3.6 degrees Celsius below zero}", "{minus 3.6 °C}", "{-3.6°C}", "{3.6 degrees below freezing}"]),
    ("-10..15.5 Cel", &["{-10 to 15.5 ℃}", "{-10 ℃ to 15.5 ℃}", "{minus 10 to 15.5 degrees}", "{-10 °C – 15.5 °C}", "from {-10°C to 15.5°C}", "between {-10 and 15.5 °C}"]),
    ("-15..-10 Cel", &["{-15 to -10 °C}", "{-10 to -15 °C}", "{10 to 15 degrees below zero}", "between {-10 and -15 °C}", "from {minus 10 to minus 15 degrees}"]),
    ("25 Cel (77 [degF])", &["{77 °F}", "{77 degrees Fahrenheit}", "{77℉}", "{77°F}", "{77 degrees F}"]),
    ("25 Cel", &["{25 °C (77 °F)}", "{77 °F (25 °C)}", "{25 degrees Celsius (77 degrees Fahrenheit)}"]),
];

#[test]
fn densities_and_quantities() {
    check(QUANTITIES);
}

#[rustfmt::skip]
const QUANTITIES: Table = &[
    ("8385 /km2", &["{8,385 people per square kilometer}", "{8,385 inhabitants per square kilometre}", "{8,385/km2}", "{8,385/km²}", "{8,385 persons/km2}", "{8,385 per square kilometer}", "{8,385 people per sq. km}", "{8,385 inhabitants / km2}", "{8385 inhabitants per km²}", "{8,385 people to the square kilometer}", "{8,385 residents per square km}", "{8,385 people a square kilometer}", "{8,385 people for every square kilometer}", "{8,385 inh./km²}", "{8,385 people in each square kilometer}"]),
    ("46.86 /km2", &["{46.86 inhabitants / km2}"]),
    ("4695 /km2", &["{4,695/km2 (12,160/sq mi)}", "{4,695 people per square kilometer (12,160 per square mile)}"]),
    ("26000000 t", &["{26 million tons}", "{26 million tonnes}", "{26 million metric tons}", "{26,000,000 t}", "{26 million t}", "{26m tonnes}", "{26 million-ton} port", "{26 million metric tonnes}"]),
    ("0.05 t (50 kg)", &["{50 kilograms}", "{50 kg}", "{50kg}", "{50 kilos}", "{50 kilogrammes}"]),
    ("300 km/h", &["{300 km/h}", "{300 kilometers per hour}", "{300 kilometres per hour}", "{300 kilometers an hour}", "{300 kph}", "{300 km per hour}", "{300km/h}", "{300 kmh}"]),
    ("500000 m3", &["{500,000 cubic meters}", "{500,000 m3}", "{500,000 m³}", "{500,000 cubic metres}", "{half a million cubic meters}"]),
    ("40 L", &["{40 liters}", "{40 litres}"]),
    ("1200 MW", &["{1,200 MW}", "{1,200 megawatts}", "{1,200-MW} plant", "{1,200-megawatt} plant"]),
    ("1200 MW (1.2 GW)", &["{1.2 GW}", "{1.2 gigawatts}"]),
    ("350 kW.h", &["{350 kWh}", "{350 kilowatt hours}", "{350 kilowatt-hours}"]),
    ("26550000", &["{26,550,000 TEU}", "{26.55 million TEU}", "{26.55 million TEUs}"]),
    ("2700 h", &["{2,700 hours} of sunshine"]),
    ("34 a less_than", &["under the age of {34}"]),
    ("65 a", &["aged {65}"]),
];

#[test]
fn money() {
    check(MONEY);
}

#[rustfmt::skip]
const MONEY: Table = &[
    ("40000000000 USD", &["{US $40 billion}", "{US$40 billion}", "{US$ 40 billion}", "{$40 billion}", "{40 billion US dollars}", "{40 billion U.S. dollars}", "{USD 40 billion}", "{40 billion USD}", "{40 billion dollars}", "{US$40bn}", "{$40bn}", "{40-billion-dollar} port", "{$40-billion} port", "{U.S. $40 billion}", "{USD40 billion}", "{40 billion American dollars}", "{40,000 million US dollars}"]),
    ("61200000 EUR", &["{€61.2 million}", "{61.2 million euros}", "{61.2 million euro}", "{EUR 61.2 million}", "{61.2 million €}", "{61.2 million EUR}", "{€61.2m}", "{€ 61.2 million}", "{EUR61.2 million}", "{61,2 million euros}"]),
    ("2970000000000 JPY", &["{¥2.97 trillion}", "{2.97 trillion yen}", "{JPY 2.97 trillion}", "{2.97 trillion Japanese yen}", "{¥2,97 trillion}"]),
    ("2970000000000 CNY", &["{2.97 trillion yuan}", "{RMB 2.97 trillion}", "{2.97 trillion RMB}", "{CNY 2.97 trillion}", "{RMB2.97 trillion}", "{2.97 trillion yuan renminbi}", "{¥2.97 trillion yuan}", "{RMB 2.97 trillion yuan}", "{2.97 trillion Chinese yuan}"]),
    ("50900000000 ZAR", &["{R50.9 billion}", "{ZAR 50.9 billion}", "{50.9 billion rand}", "{R50.9bn}"]),
    ("82000 TRY", &["{82,000 liras}", "{82,000 Turkish lira}", "{TRY 82,000}", "{₺82,000}"]),
    ("92900000000000 KRW", &["{KRW 92.9 trillion}", "{₩92.9 trillion}", "{92.9 trillion won}", "{92.9 trillion Korean won}"]),
    ("20000000 GBP", &["{£20 million}", "{20 million pounds}", "{GBP 20 million}", "{£20m}", "{20 million pounds sterling}"]),
    ("3500000 INR", &["{Rs. 3.5 million}", "{Rs 3.5 million}", "{₹35 lakh}", "{3.5 million rupees}", "{INR 3.5 million}", "{35 lakh rupees}", "{Rs 35 lakh}"]),
    ("12000000 CHF", &["{12 million Swiss francs}", "{CHF 12 million}"]),
    ("12000000 SEK", &["{12 million kronor}", "{SEK 12 million}", "{12 million Swedish kronor}"]),
    ("500000 AUD", &["{A$500,000}", "{AUD 500,000}", "{500,000 Australian dollars}", "{AU$500,000}"]),
    ("1..2 USD", &["{$1 to $2}", "{$1-2}", "{1 to 2 dollars}", "{US$1-US$2}"]),
    ("3000000..4000000 EUR", &["{3 to 4 million euros}", "{€3 million to €4 million}", "{€3 to 4 million}", "{€3-4 million}"]),
    ("10 EUR; 20 EUR", &["{10} and {20 euros}", "{€10} and {€20}"]),
];

#[test]
fn places_and_clocks() {
    check(PLACES);
}

#[rustfmt::skip]
const PLACES: Table = &[
    ("latitude -29.85", &["{29°51′ S}", "{29° 51' S}", "{29.85° S}", "{29.85°S}", "{29°51'S}", "{29.85 degrees south}", "{29° 51′ South}", "{29°51'00\"S}", "{29°51′00″ S}", "{29 degrees 51 minutes south}"]),
    ("latitude 41.39", &["{41.39° N}", "{41.39 degrees north latitude}", "{41.39° north}", "{41.39°N}"]),
    ("longitude 121.25", &["{121°15′ E}", "{121°15' East}", "{121.25° E}", "{121.25 degrees east longitude}", "{121° 15’ E}"]),
    ("latitude 35.102778; longitude 129.040278", &["{35° 6’ 10\" N}, {129° 2’ 25\" E}", "{35°6′10″ N} {129°2′25″ E}", "{35° 6’ 10 N}, {129° 2’ 25 E}"]),
    ("utc 8", &["{UTC+8}", "{UTC +8}", "{GMT+8}", "{GMT + 8}", "{UTC+08:00}", "{UTC+8:00}"]),
    ("utc 3.5", &["{GMT +3:30}", "{UTC+3:30}", "{UTC+03:30}"]),
    ("utc -5", &["{UTC-5}", "{UTC−5}", "{GMT –5}", "{UTC-05:00}"]),
];

#[test]
fn durations() {
    check(DURATIONS);
}

#[rustfmt::skip]
const DURATIONS: Table = &[
    ("P4Y", &["a term of {four years}", "a {four-year} term", "a {4-year} term", "{4 years}", "{four years}", "{four full years}", "every {four years}", "{four consecutive years}", "a {four year} term", "a {four-years} term", "{four calendar years}"]),
    ("P5Y", &["elected every {five years}", "{five-year} terms", "{five years}, renewable once"]),
    ("P1Y", &["{one year}", "a {one-year} term", "{1 year}"]),
    ("P18M", &["{18 months}", "an {18-month} course", "{eighteen months}"]),
    ("P1Y6M", &["{one and a half years}", "{a year and a half}", "{1.5 years}", "{one-and-a-half-year} course", "{1½ years}", "{one year and six months}"]),
    ("P6M", &["{half a year}", "{six months}", "a {half-year} term"]),
    ("P2Y6M", &["{two and a half years}", "{2.5 years}", "{two-and-a-half-year} term", "{two years and six months}"]),
    ("P2W", &["{two weeks}", "a {two-week} visit"]),
    ("P10D", &["{ten days}", "a {10-day} visit", "a {ten-day} visit", "{10 days}"]),
    ("P20Y", &["{two decades}", "{20 years}", "{twenty years}"]),
    ("P300Y", &["{three centuries}", "{three hundred years}", "a {300-year} history"]),
    ("P2000Y", &["{two millennia}", "{2,000 years}", "{two thousand years}", "{2000 years}", "a {2,000-year-old} city", "a {2,000-year} history"]),
    ("P3000Y more_than", &["{over 3000 years} ago", "{more than 3,000 years} ago", "{over 3,000 years}"]),
    ("PT90M", &["{90 minutes}", "a {90-minute} ride", "{ninety minutes}", "{90 min}"]),
    ("PT1H30M", &["{one and a half hours}", "{an hour and a half}", "{1.5 hours}", "{one hour and 30 minutes}", "{1 hour 30 minutes}", "{1 h 30 min}"]),
    ("PT3H30M", &["{three and a half hours}", "{3.5 hours}", "a {three-and-a-half-hour} flight", "{three hours and a half}"]),
    ("PT2H22M", &["{2 hours and 22 minutes}", "{2 hours 22 minutes}", "{two hours and 22 minutes}", "{2 h 22 min}"]),
    ("PT30M", &["{half an hour}", "{30 minutes}", "a {half-hour} ride"]),
    ("PT24H", &["{24 hours} a day", "{24-hour} service"]),
    ("PT48H about", &["{about 48 hours}"]),
    ("P1M", &["spent {a month} in the city", "{one month}", "a {one-month} stay"]),
    ("P25Y", &["{a quarter of a century}", "{25 years}"]),
    ("PT45M", &["{three quarters of an hour}", "{45 minutes}"]),
    ("P50Y", &["{half a century}", "{fifty years}", "{50 years}"]),
    ("P1Y2M", &["{one year and two months}", "{1 year 2 months}"]),
    ("P3D; 2", &["{three days} and {two} nights"]),
];

#[test]
fn words_that_are_no_units() {
    check(&[
        (
            "10",
            &[
                "{10} hamsters",
                "{10} in Seoul",
                "in {10} multi-storey houses",
                "the {10} mosques",
                "{10} muses",
                "{10} tower blocks",
                "{10} Miles Davis records",
                "{10} metering stations",
            ],
        ),
        ("5", &["{5} T-shirts", "{5} in all", "{5} M roads", "{5} H blocks"]),
        ("3", &["{3} degree courses"]),
        (
            "19",
            &[
                "{19} second-hand shops",
                "{19} won the prize",
                "{19} real estate firms",
                "{19} foot bridges",
            ],
        ),
    ]);
    check_none(&[
        "a 'sq. km' sign",
        "per square kilometer",
        "in square miles",
        "the yen",
        "dollars and cents",
        "north latitude",
    ]);
}
