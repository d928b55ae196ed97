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
    ("$", "USD"), ("aed", "AED"), ("american dollars", "USD"), ("argentine pesos", "ARS"), ("aud", "AUD"),
    ("australian dollars", "AUD"), ("baht", "THB"), ("belarusian rubles", "BYN"), ("birr", "ETB"),
    ("bolivianos", "BOB"), ("brazilian reais", "BRL"), ("british pounds", "GBP"), ("brl", "BRL"),
    ("cad", "CAD"), ("canadian dollars", "CAD"), ("chf", "CHF"), ("chilean pesos", "CLP"),
    ("chinese yuan", "CNY"), ("cny", "CNY"), ("colombian pesos", "COP"), ("crowns", "CZK"),
    ("cuban pesos", "CUP"), ("czech crowns", "CZK"), ("czech koruna", "CZK"), ("czech korunas", "CZK"),
    ("czk", "CZK"), ("danish kroner", "DKK"), ("dinars", "XXX"), ("dirhams", "AED"), ("dkk", "DKK"),
    ("dollar", "USD"), ("dollars", "USD"), ("dong", "VND"), ("dram", "AMD"), ("egyptian pounds", "EGP"),
    ("ethiopian birr", "ETB"), ("eur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("forint", "HUF"),
    ("forints", "HUF"), ("francs", "CHF"), ("gbp", "GBP"), ("hk dollars", "HKD"), ("hkd", "HKD"),
    ("hong kong dollars", "HKD"), ("hryvnia", "UAH"), ("hryvnias", "UAH"), ("hryvnyas", "UAH"),
    ("huf", "HUF"), ("hungarian forints", "HUF"), ("indian rupees", "INR"), ("indonesian rupiah", "IDR"),
    ("inr", "INR"), ("iranian rials", "IRR"), ("israeli shekels", "ILS"), ("jamaican dollars", "JMD"),
    ("japanese yen", "JPY"), ("jpy", "JPY"), ("kazakh tenge", "KZT"), ("kenyan shillings", "KES"),
    ("kip", "LAK"), ("korean won", "KRW"), ("koruna", "CZK"), ("korunas", "CZK"), ("kroner", "DKK"),
    ("kronor", "SEK"), ("krw", "KRW"), ("kyats", "MMK"), ("lari", "GEL"), ("lebanese pounds", "LBP"),
    ("lei", "RON"), ("leva", "BGN"), ("lira", "TRY"), ("liras", "TRY"), ("malaysian ringgit", "MYR"),
    ("manats", "AZN"), ("mexican peso", "MXN"), ("mexican pesos", "MXN"), ("moroccan dirhams", "MAD"),
    ("mxn", "MXN"), ("naira", "NGN"), ("nepalese rupees", "NPR"), ("new taiwan dollars", "TWD"),
    ("new zealand dollars", "NZD"), ("nok", "NOK"), ("norwegian kroner", "NOK"), ("nt dollars", "TWD"),
    ("pakistan rupees", "PKR"), ("pakistani rupees", "PKR"), ("pesos", "XXX"), ("philippine peso", "PHP"),
    ("philippine pesos", "PHP"), ("pln", "PLN"), ("polish zlotys", "PLN"), ("pound sterling", "GBP"),
    ("pounds", "GBP"), ("pounds sterling", "GBP"), ("qatari riyals", "QAR"), ("rand", "ZAR"),
    ("reais", "BRL"), ("real", "BRL"), ("renminbi", "CNY"), ("renminbi yuan", "CNY"), ("rials", "IRR"),
    ("riels", "KHR"), ("ringgit", "MYR"), ("riyals", "SAR"), ("rmb", "CNY"), ("romanian lei", "RON"),
    ("roubles", "RUB"), ("rub", "RUB"), ("rubles", "RUB"), ("rupee", "INR"), ("rupees", "INR"),
    ("rupiah", "IDR"), ("russian rubles", "RUB"), ("saudi riyals", "SAR"), ("sek", "SEK"),
    ("serbian dinars", "RSD"), ("sgd", "SGD"), ("shekels", "ILS"), ("shillings", "KES"),
    ("singapore dollars", "SGD"), ("soles", "PEN"), ("soum", "UZS"), ("south african rand", "ZAR"),
    ("south korean won", "KRW"), ("sri lankan rupees", "LKR"), ("swedish kronor", "SEK"),
    ("swiss francs", "CHF"), ("taka", "BDT"), ("tenge", "KZT"), ("thai baht", "THB"), ("thb", "THB"),
    ("togrogs", "MNT"), ("try", "TRY"), ("tugriks", "MNT"), ("turkish lira", "TRY"), ("turkish liras", "TRY"),
    ("u . s . dollar", "USD"), ("u . s . dollars", "USD"), ("uae dirhams", "AED"),
    ("ukrainian hryvnias", "UAH"), ("united states dollars", "USD"), ("us $", "USD"), ("us dollar", "USD"),
    ("us dollars", "USD"), ("usd", "USD"), ("vietnamese dong", "VND"), ("vnd", "VND"), ("won", "KRW"),
    ("yen", "JPY"), ("yuan", "CNY"), ("yuan renminbi", "CNY"), ("zar", "ZAR"), ("zloty", "PLN"),
    ("zlotys", "PLN"), ("złoty", "PLN"), ("£", "GBP"), ("¥", "JPY"), ("€", "EUR"),
];

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
                let pieces: Vec<_> = spelling.split(' ').collect();
                let found = index.starting(pieces[0]).iter().find(|(p, _)| *p == pieces);
                assert_eq!(found.map(|(_, c)| c), Some(code), "{spelling}");
            }
        }
    }

    #[test]
    fn codes_stand_on_both_sides_for_the_same_currency() {
        for (spelling, code) in AFTER.iter().filter(|(s, _)| s.len() == 3 && s.is_ascii()) {
            let before = BEFORE.iter().find(|(s, _)| s == spelling);
            assert!(before.is_none_or(|(_, c)| c == code), "{spelling}");
        }
    }
}
