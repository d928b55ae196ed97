//! Currencies: names, signs and codes to ISO 4217. Source: ISO 4217:2015, list one; `XXX` where a name is of several.

use std::sync::LazyLock;

use super::spellings::Spellings;

/// Signs and codes that stand before the amount: sorted, letters in lower case, pieces apart by one space.
#[rustfmt::skip]
pub const BEFORE: &[(&str, &str)] = &[
    ("$", "USD"), ("a $", "AUD"), ("aed", "AED"), ("ars", "ARS"), ("au $", "AUD"), ("aud", "AUD"),
    ("aud $", "AUD"), ("bdt", "BDT"), ("bgn", "BGN"), ("brl", "BRL"), ("c $", "CAD"), ("ca $", "CAD"),
    ("cad", "CAD"), ("can $", "CAD"), ("chf", "CHF"), ("clp", "CLP"), ("cn ¥", "CNY"), ("cny", "CNY"),
    ("cop", "COP"), ("czk", "CZK"), ("dkk", "DKK"), ("egp", "EGP"), ("eur", "EUR"), ("euro", "EUR"),
    ("gbp", "GBP"), ("hk $", "HKD"), ("hkd", "HKD"), ("hkd $", "HKD"), ("huf", "HUF"), ("idr", "IDR"),
    ("ils", "ILS"), ("inr", "INR"), ("irr", "IRR"), ("jpy", "JPY"), ("kes", "KES"), ("krw", "KRW"),
    ("kzt", "KZT"), ("lkr", "LKR"), ("mnt", "MNT"), ("mx $", "MXN"), ("mxn", "MXN"), ("myr", "MYR"),
    ("ngn", "NGN"), ("nok", "NOK"), ("nt $", "TWD"), ("nz $", "NZD"), ("nzd", "NZD"), ("pen", "PEN"),
    ("php", "PHP"), ("pkr", "PKR"), ("pln", "PLN"), ("qar", "QAR"), ("r", "ZAR"), ("r $", "BRL"),
    ("rm", "MYR"), ("rmb", "CNY"), ("rmb ¥", "CNY"), ("ron", "RON"), ("rs", "INR"), ("rs .", "INR"),
    ("rsd", "RSD"), ("rub", "RUB"), ("s $", "SGD"), ("sar", "SAR"), ("sek", "SEK"), ("sgd", "SGD"),
    ("thb", "THB"), ("try", "TRY"), ("twd", "TWD"), ("u . s . $", "USD"), ("uah", "UAH"), ("us $", "USD"),
    ("usd", "USD"), ("usd $", "USD"), ("vnd", "VND"), ("zar", "ZAR"), ("£", "GBP"), ("¥", "JPY"),
    ("฿", "THB"), ("₦", "NGN"), ("₩", "KRW"), ("₪", "ILS"), ("₫", "VND"), ("€", "EUR"), ("₮", "MNT"),
    ("₱", "PHP"), ("₴", "UAH"), ("₸", "KZT"), ("₹", "INR"), ("₺", "TRY"), ("₽", "RUB"), ("￥", "CNY"),
];

/// Names, codes and signs that stand after the amount: sorted, in lower case, pieces apart by one space.
#[rustfmt::skip]
pub const AFTER: &[(&str, &str)] = &[
    ("$", "USD"), ("aed", "AED"), ("afghanis", "AFN"), ("algerian dinars", "DZD"), ("american dollars", "USD"),
    ("argentine pesos", "ARS"), ("ariary", "MGA"), ("aud", "AUD"), ("australian dollars", "AUD"),
    ("baht", "THB"), ("balboas", "PAB"), ("belarusian rubles", "BYN"), ("birr", "ETB"), ("bolivars", "VES"),
    ("bolivianos", "BOB"), ("brazilian reais", "BRL"), ("british pounds", "GBP"), ("brl", "BRL"),
    ("bulgarian leva", "BGN"), ("cad", "CAD"), ("canadian dollars", "CAD"), ("cedis", "GHS"),
    ("cfa francs", "XOF"), ("chf", "CHF"), ("chilean pesos", "CLP"), ("chinese yuan", "CNY"), ("cny", "CNY"),
    ("colombian pesos", "COP"), ("colones", "CRC"), ("croatian kuna", "HRK"), ("crowns", "CZK"),
    ("cuban pesos", "CUP"), ("czech crowns", "CZK"), ("czech koruna", "CZK"), ("czech korunas", "CZK"),
    ("czk", "CZK"), ("dalasi", "GMD"), ("danish kroner", "DKK"), ("denars", "MKD"), ("dinar", "XXX"),
    ("dinars", "XXX"), ("dirhams", "AED"), ("dkk", "DKK"), ("dollar", "USD"), ("dollars", "USD"),
    ("dominican pesos", "DOP"), ("dong", "VND"), ("dram", "AMD"), ("drams", "AMD"), ("egyptian pounds", "EGP"),
    ("ethiopian birr", "ETB"), ("eur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("forint", "HUF"),
    ("forints", "HUF"), ("francs", "CHF"), ("gbp", "GBP"), ("ghanaian cedis", "GHS"), ("guaranis", "PYG"),
    ("hk dollars", "HKD"), ("hkd", "HKD"), ("hong kong dollars", "HKD"), ("hryvnia", "UAH"),
    ("hryvnias", "UAH"), ("hryvnyas", "UAH"), ("huf", "HUF"), ("hungarian forints", "HUF"),
    ("icelandic krona", "ISK"), ("icelandic kronur", "ISK"), ("indian rupees", "INR"),
    ("indonesian rupiah", "IDR"), ("inr", "INR"), ("iranian rials", "IRR"), ("iraqi dinars", "IQD"),
    ("israeli shekels", "ILS"), ("jamaican dollars", "JMD"), ("japanese yen", "JPY"),
    ("jordanian dinars", "JOD"), ("jpy", "JPY"), ("kazakh tenge", "KZT"), ("kenyan shillings", "KES"),
    ("kip", "LAK"), ("korean won", "KRW"), ("koruna", "CZK"), ("korunas", "CZK"), ("krona", "SEK"),
    ("krone", "DKK"), ("kroner", "DKK"), ("kronor", "SEK"), ("kronur", "ISK"), ("kroon", "EEK"),
    ("kroons", "EEK"), ("krw", "KRW"), ("kuna", "HRK"), ("kunas", "HRK"), ("kuwaiti dinars", "KWD"),
    ("kwacha", "ZMW"), ("kwanzas", "AOA"), ("kyats", "MMK"), ("lari", "GEL"), ("laris", "GEL"),
    ("lebanese pounds", "LBP"), ("lei", "RON"), ("leks", "ALL"), ("lempiras", "HNL"),
    ("leva", "BGN"), ("lira", "TRY"), ("liras", "TRY"), ("macedonian denars", "MKD"),
    ("malaysian ringgit", "MYR"), ("manat", "AZN"), ("manats", "AZN"), ("mauritian rupees", "MUR"),
    ("meticais", "MZN"), ("mexican peso", "MXN"), ("mexican pesos", "MXN"), ("moroccan dirhams", "MAD"),
    ("mxn", "MXN"), ("naira", "NGN"), ("nepalese rupees", "NPR"), ("new taiwan dollars", "TWD"),
    ("new zealand dollars", "NZD"), ("nigerian naira", "NGN"), ("nok", "NOK"), ("norwegian kroner", "NOK"),
    ("nt dollars", "TWD"), ("omani rials", "OMR"), ("pakistan rupees", "PKR"), ("pakistani rupees", "PKR"),
    ("peruvian soles", "PEN"), ("peso", "XXX"), ("pesos", "XXX"), ("philippine peso", "PHP"),
    ("philippine pesos", "PHP"), ("pln", "PLN"), ("polish zlotys", "PLN"), ("pound sterling", "GBP"),
    ("pounds", "GBP"), ("pounds sterling", "GBP"), ("pula", "BWP"), ("qatari riyals", "QAR"),
    ("quetzals", "GTQ"), ("rand", "ZAR"), ("reais", "BRL"), ("real", "BRL"), ("renminbi", "CNY"),
    ("renminbi yuan", "CNY"), ("rials", "IRR"), ("riels", "KHR"), ("ringgit", "MYR"), ("riyals", "SAR"),
    ("rmb", "CNY"), ("romanian lei", "RON"), ("roubles", "RUB"), ("rub", "RUB"), ("rubles", "RUB"),
    ("rupee", "INR"), ("rupees", "INR"), ("rupiah", "IDR"), ("russian rubles", "RUB"),
    ("rwandan francs", "RWF"), ("saudi riyals", "SAR"), ("sek", "SEK"), ("serbian dinars", "RSD"),
    ("sgd", "SGD"), ("shekels", "ILS"), ("shilling", "KES"), ("shillings", "KES"), ("singapore dollars", "SGD"),
    ("soles", "PEN"), ("soms", "KGS"), ("soum", "UZS"), ("south african rand", "ZAR"),
    ("south korean won", "KRW"), ("sri lankan rupees", "LKR"), ("swedish kronor", "SEK"),
    ("swiss francs", "CHF"), ("taka", "BDT"), ("tanzanian shillings", "TZS"), ("tenge", "KZT"),
    ("thai baht", "THB"), ("thb", "THB"), ("togrog", "MNT"), ("togrogs", "MNT"), ("try", "TRY"),
    ("tugrik", "MNT"), ("tugriks", "MNT"), ("tugrugs", "MNT"), ("tunisian dinars", "TND"),
    ("turkish lira", "TRY"), ("turkish liras", "TRY"), ("u . s . dollar", "USD"), ("u . s . dollars", "USD"),
    ("uae dirhams", "AED"), ("ugandan shillings", "UGX"), ("ukrainian hryvnias", "UAH"),
    ("united states dollars", "USD"), ("uruguayan pesos", "UYU"), ("us $", "USD"), ("us dollar", "USD"),
    ("us dollars", "USD"), ("usd", "USD"), ("vietnamese dong", "VND"), ("vnd", "VND"), ("won", "KRW"),
    ("yen", "JPY"), ("yuan", "CNY"), ("yuan renminbi", "CNY"), ("zambian kwacha", "ZMW"), ("zar", "ZAR"),
    ("zloty", "PLN"), ("zlotys", "PLN"), ("złoty", "PLN"), ("£", "GBP"), ("¥", "JPY"), ("€", "EUR"),
];

/// What a name that several currencies share means in a country (ISO 3166-1 alpha-2): sorted by name, then by country.
#[rustfmt::skip]
const NATIONAL: &[(&str, &str, &str)] = &[
    ("crown", "CZ", "CZK"), ("crown", "DK", "DKK"), ("crown", "IS", "ISK"), ("crown", "NO", "NOK"), ("crown", "SE", "SEK"),
    ("dinar", "BH", "BHD"), ("dinar", "DZ", "DZD"), ("dinar", "IQ", "IQD"), ("dinar", "JO", "JOD"), ("dinar", "KW", "KWD"),
    ("dinar", "LY", "LYD"), ("dinar", "MK", "MKD"), ("dinar", "RS", "RSD"), ("dinar", "TN", "TND"),
    ("dirham", "AE", "AED"), ("dirham", "MA", "MAD"),
    ("franc", "BF", "XOF"), ("franc", "BI", "BIF"), ("franc", "BJ", "XOF"), ("franc", "CD", "CDF"), ("franc", "CF", "XAF"),
    ("franc", "CG", "XAF"), ("franc", "CH", "CHF"), ("franc", "CI", "XOF"), ("franc", "CM", "XAF"), ("franc", "DJ", "DJF"),
    ("franc", "GA", "XAF"), ("franc", "GN", "GNF"), ("franc", "GQ", "XAF"), ("franc", "GW", "XOF"), ("franc", "KM", "KMF"),
    ("franc", "ML", "XOF"), ("franc", "NE", "XOF"), ("franc", "RW", "RWF"), ("franc", "SN", "XOF"), ("franc", "TD", "XAF"),
    ("franc", "TG", "XOF"),
    ("krone", "DK", "DKK"), ("krone", "NO", "NOK"),
    ("krona", "IS", "ISK"), ("krona", "SE", "SEK"),
    ("peso", "AR", "ARS"), ("peso", "CL", "CLP"), ("peso", "CO", "COP"), ("peso", "CU", "CUP"), ("peso", "DO", "DOP"),
    ("peso", "MX", "MXN"), ("peso", "PH", "PHP"), ("peso", "UY", "UYU"),
    ("pound", "EG", "EGP"), ("pound", "GB", "GBP"), ("pound", "LB", "LBP"), ("pound", "SD", "SDG"), ("pound", "SY", "SYP"),
    ("rial", "IR", "IRR"), ("rial", "OM", "OMR"), ("rial", "YE", "YER"),
    ("riyal", "QA", "QAR"), ("riyal", "SA", "SAR"),
    ("rouble", "BY", "BYN"), ("rouble", "RU", "RUB"), ("ruble", "BY", "BYN"), ("ruble", "RU", "RUB"),
    ("rupee", "IN", "INR"), ("rupee", "LK", "LKR"), ("rupee", "MU", "MUR"), ("rupee", "NP", "NPR"), ("rupee", "PK", "PKR"),
    ("rupee", "SC", "SCR"),
    ("shilling", "KE", "KES"), ("shilling", "SO", "SOS"), ("shilling", "TZ", "TZS"), ("shilling", "UG", "UGX"),
];

/// The currency that a bare name means in a country: of "8.3 trillion rupees" in Pakistan `PKR`. None where the words
/// name a country themselves ("Egyptian pounds") or the country has no currency of the name.
pub fn national(words: &str, country: &str) -> Option<&'static str> {
    let mut words = words.rsplit(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty());
    let name = words.next()?.to_lowercase();
    // An adjective before the name says whose it is.
    let adjective = words.next().is_some_and(|w| {
        w.starts_with(char::is_uppercase) && !w.contains(|c: char| c.is_ascii_digit())
    });
    let name = match name.as_str() {
        "kroner" => "krone",
        "kronor" | "kronur" => "krona",
        plural => plural.strip_suffix('s').unwrap_or(plural),
    };
    let found = NATIONAL.iter().find(|(n, c, _)| *n == name && *c == country);
    found.filter(|_| !adjective).map(|(_, _, code)| *code)
}

/// Whether this is the ISO 4217 code of a currency that the tables know.
pub fn is_code(code: &str) -> bool {
    let named = NATIONAL.iter().map(|(_, _, known)| *known);
    BEFORE.iter().chain(AFTER).map(|(_, known)| *known).chain(named).any(|known| known == code)
}

/// [`BEFORE`] by first pieces.
pub static STANDING_BEFORE: LazyLock<Spellings<&'static str>> =
    LazyLock::new(|| Spellings::new(BEFORE.iter().copied()));

/// [`AFTER`] by first pieces.
pub static STANDING_AFTER: LazyLock<Spellings<&'static str>> =
    LazyLock::new(|| Spellings::new(AFTER.iter().copied()));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_mean_one_currency() {
        for table in [BEFORE, AFTER] {
            let wrong = table.windows(2).find(|w| w[0].0 >= w[1].0);
            assert_eq!(wrong, None);
            let code = |c: &str| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase());
            assert!(table.iter().all(|(_, c)| code(c)));
        }
    }

    #[test]
    fn every_spelling_is_found_as_its_currency() {
        for (table, index) in [(BEFORE, &STANDING_BEFORE), (AFTER, &STANDING_AFTER)] {
            for (spelling, code) in table {
                assert_eq!(index.get(spelling), Some(code), "{spelling}");
            }
        }
    }

    #[test]
    fn a_bare_name_is_of_the_country() {
        assert_eq!(national("17.6 trillion pesos", "CL"), Some("CLP"));
        assert_eq!(national("2 billion kronor", "SE"), Some("SEK"));
        assert_eq!(national("6.4 trillion Egyptian pounds", "GB"), None);
        assert_eq!(national("40 million dollars", "CL"), None);
        assert_eq!(national("8 million pesos", "FR"), None);
    }

    #[test]
    fn codes_stand_on_both_sides_for_the_same_currency() {
        for (spelling, code) in AFTER.iter().filter(|(s, _)| s.len() == 3 && s.is_ascii()) {
            let before = BEFORE.iter().find(|(s, _)| s == spelling);
            assert!(before.is_none_or(|(_, c)| c == code), "{spelling}");
        }
    }
}
