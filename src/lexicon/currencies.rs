//! Currencies: names, signs and codes to ISO 4217. Source: ISO 4217:2015, list one.

/// Signs and codes that stand before the amount, longest first; letters in lower case, pieces apart by one space.
#[rustfmt::skip]
pub const BEFORE: &[(&str, &str)] = &[
    ("us $", "USD"), ("usd $", "USD"), ("a $", "AUD"), ("au $", "AUD"), ("aud $", "AUD"), ("c $", "CAD"), ("ca $", "CAD"), ("can $", "CAD"), ("nz $", "NZD"),
    ("hk $", "HKD"), ("s $", "SGD"), ("nt $", "TWD"), ("r $", "BRL"), ("mx $", "MXN"), ("rm", "MYR"),
    ("rmb ¥", "CNY"), ("cn ¥", "CNY"), ("rs .", "INR"), ("rs", "INR"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"),
    ("cny", "CNY"), ("rmb", "CNY"), ("jpy", "JPY"), ("krw", "KRW"), ("thb", "THB"), ("vnd", "VND"), ("inr", "INR"),
    ("php", "PHP"), ("idr", "IDR"), ("myr", "MYR"), ("aud", "AUD"), ("nzd", "NZD"), ("cad", "CAD"), ("chf", "CHF"),
    ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("pln", "PLN"), ("czk", "CZK"), ("huf", "HUF"), ("rub", "RUB"),
    ("uah", "UAH"), ("try", "TRY"), ("zar", "ZAR"), ("brl", "BRL"), ("mxn", "MXN"), ("ars", "ARS"), ("clp", "CLP"),
    ("cop", "COP"), ("pen", "PEN"), ("egp", "EGP"), ("kes", "KES"), ("ngn", "NGN"), ("aed", "AED"), ("sar", "SAR"),
    ("qar", "QAR"), ("ils", "ILS"), ("irr", "IRR"), ("pkr", "PKR"), ("bdt", "BDT"), ("lkr", "LKR"), ("kzt", "KZT"),
    ("mnt", "MNT"), ("hkd", "HKD"), ("sgd", "SGD"), ("twd", "TWD"), ("ron", "RON"), ("bgn", "BGN"), ("rsd", "RSD"),
    ("r", "ZAR"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("￥", "CNY"), ("₩", "KRW"), ("฿", "THB"), ("₫", "VND"),
    ("₹", "INR"), ("₱", "PHP"), ("₺", "TRY"), ("₽", "RUB"), ("₴", "UAH"), ("₪", "ILS"), ("₦", "NGN"), ("₸", "KZT"), ("₮", "MNT"),
];

/// Names that stand after the amount, longest first; pieces apart by one space.
#[rustfmt::skip]
pub const AFTER: &[(&str, &str)] = &[
    ("australian dollars", "AUD"), ("canadian dollars", "CAD"), ("hong kong dollars", "HKD"), ("new zealand dollars", "NZD"), ("singapore dollars", "SGD"), ("jamaican dollars", "JMD"),
    ("u . s . dollars", "USD"), ("u . s . dollar", "USD"), ("us dollars", "USD"), ("us dollar", "USD"), ("american dollars", "USD"), ("dollars", "USD"), ("dollar", "USD"), ("usd", "USD"),
    ("euros", "EUR"), ("euro", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("egyptian pounds", "EGP"), ("lebanese pounds", "LBP"), ("pounds sterling", "GBP"), ("british pounds", "GBP"), ("pounds", "GBP"), ("pound sterling", "GBP"),
    ("japanese yen", "JPY"), ("yen", "JPY"), ("yuan renminbi", "CNY"), ("chinese yuan", "CNY"), ("renminbi yuan", "CNY"), ("yuan", "CNY"), ("renminbi", "CNY"), ("rmb", "CNY"), ("cny", "CNY"),
    ("korean won", "KRW"), ("won", "KRW"), ("baht", "THB"), ("dong", "VND"), ("vietnamese dong", "VND"), ("indian rupees", "INR"), ("pakistani rupees", "PKR"), ("pakistan rupees", "PKR"), ("sri lankan rupees", "LKR"), ("nepalese rupees", "NPR"), ("rupees", "INR"), ("rupee", "INR"), ("rupiah", "IDR"), ("ringgit", "MYR"),
    ("philippine pesos", "PHP"), ("mexican pesos", "MXN"), ("argentine pesos", "ARS"), ("chilean pesos", "CLP"), ("colombian pesos", "COP"), ("cuban pesos", "CUP"), ("pesos", "XXX"),
    ("turkish liras", "TRY"), ("turkish lira", "TRY"), ("liras", "TRY"), ("lira", "TRY"), ("russian rubles", "RUB"), ("belarusian rubles", "BYN"), ("rubles", "RUB"), ("roubles", "RUB"),
    ("hryvnias", "UAH"), ("hryvnia", "UAH"), ("hryvnyas", "UAH"), ("zlotys", "PLN"), ("złoty", "PLN"), ("zloty", "PLN"), ("korunas", "CZK"), ("koruna", "CZK"), ("czech crowns", "CZK"), ("crowns", "CZK"), ("forints", "HUF"), ("forint", "HUF"),
    ("norwegian kroner", "NOK"), ("danish kroner", "DKK"), ("kroner", "DKK"), ("kronor", "SEK"), ("swedish kronor", "SEK"), ("swiss francs", "CHF"), ("francs", "CHF"), ("reais", "BRL"), ("real", "BRL"), ("rand", "ZAR"),
    ("riyals", "SAR"), ("saudi riyals", "SAR"), ("qatari riyals", "QAR"), ("dirhams", "AED"), ("moroccan dirhams", "MAD"), ("shekels", "ILS"), ("tenge", "KZT"), ("togrogs", "MNT"), ("tugriks", "MNT"), ("rials", "IRR"), ("dinars", "XXX"), ("naira", "NGN"), ("shillings", "KES"), ("birr", "ETB"), ("lei", "RON"), ("leva", "BGN"), ("soles", "PEN"), ("taka", "BDT"), ("kip", "LAK"), ("riels", "KHR"), ("kyats", "MMK"), ("soum", "UZS"), ("manats", "AZN"), ("dram", "AMD"), ("lari", "GEL"), ("bolivianos", "BOB"),
];
