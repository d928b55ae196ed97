//! Countries: their ISO 3166-1 codes, the names that bulletins print for them, and what their people and things are called.
//!
//! Source: ISO 3166-1 (Debian's `iso-codes`); the names and adjectives are those of official English prose. Parts of the
//! United Kingdom lead to it, since bulletins print them where a country stands.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::plain;

/// A country with the name it is given where a bulletin prints none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; XK for Kosovo, which has none there.
    pub code: &'static str,
    /// Its usual English name.
    pub name: &'static str,
}

/// The country with this code.
pub fn by_code(code: &str) -> Option<&'static Country> {
    ALL.binary_search_by(|c| c.code.cmp(code)).ok().and_then(|at| ALL.get(at))
}

/// The country of this name, with or without "the" and accents.
pub fn by_name(name: &str) -> Option<&'static Country> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    look_up(&BY_NAME, name)
}

/// The country that an adjective belongs to: "Finnish".
pub fn by_adjective(adjective: &str) -> Option<&'static Country> {
    look_up(&BY_ADJECTIVE, adjective)
}

/// A name or adjective with the code of its country.
type Row = (&'static str, &'static str);

static BY_NAME: LazyLock<FxHashMap<&'static str, &'static Row>> =
    LazyLock::new(|| super::by_name(NAMES, |row| row.0));

static BY_ADJECTIVE: LazyLock<FxHashMap<&'static str, &'static Row>> =
    LazyLock::new(|| super::by_name(ADJECTIVES, |row| row.0));

fn look_up(table: &FxHashMap<&'static str, &'static Row>, words: &str) -> Option<&'static Country> {
    let (_, code) = table.get(&*plain(words))?;
    by_code(code)
}

/// Sorted by code.
#[rustfmt::skip]
const ALL: &[Country] = &[
    Country { code: "AD", name: "Andorra" }, Country { code: "AE", name: "United Arab Emirates" },
    Country { code: "AF", name: "Afghanistan" }, Country { code: "AG", name: "Antigua and Barbuda" },
    Country { code: "AI", name: "Anguilla" }, Country { code: "AL", name: "Albania" },
    Country { code: "AM", name: "Armenia" }, Country { code: "AO", name: "Angola" },
    Country { code: "AQ", name: "Antarctica" }, Country { code: "AR", name: "Argentina" },
    Country { code: "AS", name: "American Samoa" }, Country { code: "AT", name: "Austria" },
    Country { code: "AU", name: "Australia" }, Country { code: "AW", name: "Aruba" },
    Country { code: "AX", name: "Åland Islands" }, Country { code: "AZ", name: "Azerbaijan" },
    Country { code: "BA", name: "Bosnia and Herzegovina" }, Country { code: "BB", name: "Barbados" },
    Country { code: "BD", name: "Bangladesh" }, Country { code: "BE", name: "Belgium" },
    Country { code: "BF", name: "Burkina Faso" }, Country { code: "BG", name: "Bulgaria" },
    Country { code: "BH", name: "Bahrain" }, Country { code: "BI", name: "Burundi" },
    Country { code: "BJ", name: "Benin" }, Country { code: "BL", name: "Saint Barthélemy" },
    Country { code: "BM", name: "Bermuda" }, Country { code: "BN", name: "Brunei" },
    Country { code: "BO", name: "Bolivia" }, Country { code: "BQ", name: "Caribbean Netherlands" },
    Country { code: "BR", name: "Brazil" }, Country { code: "BS", name: "Bahamas" },
    Country { code: "BT", name: "Bhutan" }, Country { code: "BV", name: "Bouvet Island" },
    Country { code: "BW", name: "Botswana" }, Country { code: "BY", name: "Belarus" },
    Country { code: "BZ", name: "Belize" }, Country { code: "CA", name: "Canada" },
    Country { code: "CC", name: "Cocos (Keeling) Islands" },
    Country { code: "CD", name: "Democratic Republic of the Congo" },
    Country { code: "CF", name: "Central African Republic" },
    Country { code: "CG", name: "Republic of the Congo" }, Country { code: "CH", name: "Switzerland" },
    Country { code: "CI", name: "Côte d'Ivoire" }, Country { code: "CK", name: "Cook Islands" },
    Country { code: "CL", name: "Chile" }, Country { code: "CM", name: "Cameroon" },
    Country { code: "CN", name: "China" }, Country { code: "CO", name: "Colombia" },
    Country { code: "CR", name: "Costa Rica" }, Country { code: "CU", name: "Cuba" },
    Country { code: "CV", name: "Cape Verde" }, Country { code: "CW", name: "Curaçao" },
    Country { code: "CX", name: "Christmas Island" }, Country { code: "CY", name: "Cyprus" },
    Country { code: "CZ", name: "Czech Republic" }, Country { code: "DE", name: "Germany" },
    Country { code: "DJ", name: "Djibouti" }, Country { code: "DK", name: "Denmark" },
    Country { code: "DM", name: "Dominica" }, Country { code: "DO", name: "Dominican Republic" },
    Country { code: "DZ", name: "Algeria" }, Country { code: "EC", name: "Ecuador" },
    Country { code: "EE", name: "Estonia" }, Country { code: "EG", name: "Egypt" },
    Country { code: "EH", name: "Western Sahara" }, Country { code: "ER", name: "Eritrea" },
    Country { code: "ES", name: "Spain" }, Country { code: "ET", name: "Ethiopia" },
    Country { code: "FI", name: "Finland" }, Country { code: "FJ", name: "Fiji" },
    Country { code: "FK", name: "Falkland Islands" }, Country { code: "FM", name: "Micronesia" },
    Country { code: "FO", name: "Faroe Islands" }, Country { code: "FR", name: "France" },
    Country { code: "GA", name: "Gabon" }, Country { code: "GB", name: "United Kingdom" },
    Country { code: "GD", name: "Grenada" }, Country { code: "GE", name: "Georgia" },
    Country { code: "GF", name: "French Guiana" }, Country { code: "GG", name: "Guernsey" },
    Country { code: "GH", name: "Ghana" }, Country { code: "GI", name: "Gibraltar" },
    Country { code: "GL", name: "Greenland" }, Country { code: "GM", name: "Gambia" },
    Country { code: "GN", name: "Guinea" }, Country { code: "GP", name: "Guadeloupe" },
    Country { code: "GQ", name: "Equatorial Guinea" }, Country { code: "GR", name: "Greece" },
    Country { code: "GS", name: "South Georgia and the South Sandwich Islands" },
    Country { code: "GT", name: "Guatemala" }, Country { code: "GU", name: "Guam" },
    Country { code: "GW", name: "Guinea-Bissau" }, Country { code: "GY", name: "Guyana" },
    Country { code: "HK", name: "Hong Kong" },
    Country { code: "HM", name: "Heard Island and McDonald Islands" }, Country { code: "HN", name: "Honduras" },
    Country { code: "HR", name: "Croatia" }, Country { code: "HT", name: "Haiti" },
    Country { code: "HU", name: "Hungary" }, Country { code: "ID", name: "Indonesia" },
    Country { code: "IE", name: "Ireland" }, Country { code: "IL", name: "Israel" },
    Country { code: "IM", name: "Isle of Man" }, Country { code: "IN", name: "India" },
    Country { code: "IO", name: "British Indian Ocean Territory" }, Country { code: "IQ", name: "Iraq" },
    Country { code: "IR", name: "Iran" }, Country { code: "IS", name: "Iceland" },
    Country { code: "IT", name: "Italy" }, Country { code: "JE", name: "Jersey" },
    Country { code: "JM", name: "Jamaica" }, Country { code: "JO", name: "Jordan" },
    Country { code: "JP", name: "Japan" }, Country { code: "KE", name: "Kenya" },
    Country { code: "KG", name: "Kyrgyzstan" }, Country { code: "KH", name: "Cambodia" },
    Country { code: "KI", name: "Kiribati" }, Country { code: "KM", name: "Comoros" },
    Country { code: "KN", name: "Saint Kitts and Nevis" }, Country { code: "KP", name: "North Korea" },
    Country { code: "KR", name: "Republic of Korea" }, Country { code: "KW", name: "Kuwait" },
    Country { code: "KY", name: "Cayman Islands" }, Country { code: "KZ", name: "Kazakhstan" },
    Country { code: "LA", name: "Laos" }, Country { code: "LB", name: "Lebanon" },
    Country { code: "LC", name: "Saint Lucia" }, Country { code: "LI", name: "Liechtenstein" },
    Country { code: "LK", name: "Sri Lanka" }, Country { code: "LR", name: "Liberia" },
    Country { code: "LS", name: "Lesotho" }, Country { code: "LT", name: "Lithuania" },
    Country { code: "LU", name: "Luxembourg" }, Country { code: "LV", name: "Latvia" },
    Country { code: "LY", name: "Libya" }, Country { code: "MA", name: "Morocco" },
    Country { code: "MC", name: "Monaco" }, Country { code: "MD", name: "Moldova" },
    Country { code: "ME", name: "Montenegro" }, Country { code: "MF", name: "Saint Martin" },
    Country { code: "MG", name: "Madagascar" }, Country { code: "MH", name: "Marshall Islands" },
    Country { code: "MK", name: "North Macedonia" }, Country { code: "ML", name: "Mali" },
    Country { code: "MM", name: "Myanmar" }, Country { code: "MN", name: "Mongolia" },
    Country { code: "MO", name: "Macao" }, Country { code: "MP", name: "Northern Mariana Islands" },
    Country { code: "MQ", name: "Martinique" }, Country { code: "MR", name: "Mauritania" },
    Country { code: "MS", name: "Montserrat" }, Country { code: "MT", name: "Malta" },
    Country { code: "MU", name: "Mauritius" }, Country { code: "MV", name: "Maldives" },
    Country { code: "MW", name: "Malawi" }, Country { code: "MX", name: "Mexico" },
    Country { code: "MY", name: "Malaysia" }, Country { code: "MZ", name: "Mozambique" },
    Country { code: "NA", name: "Namibia" }, Country { code: "NC", name: "New Caledonia" },
    Country { code: "NE", name: "Niger" }, Country { code: "NF", name: "Norfolk Island" },
    Country { code: "NG", name: "Nigeria" }, Country { code: "NI", name: "Nicaragua" },
    Country { code: "NL", name: "Netherlands" }, Country { code: "NO", name: "Norway" },
    Country { code: "NP", name: "Nepal" }, Country { code: "NR", name: "Nauru" },
    Country { code: "NU", name: "Niue" }, Country { code: "NZ", name: "New Zealand" },
    Country { code: "OM", name: "Oman" }, Country { code: "PA", name: "Panama" },
    Country { code: "PE", name: "Peru" }, Country { code: "PF", name: "French Polynesia" },
    Country { code: "PG", name: "Papua New Guinea" }, Country { code: "PH", name: "Philippines" },
    Country { code: "PK", name: "Pakistan" }, Country { code: "PL", name: "Poland" },
    Country { code: "PM", name: "Saint Pierre and Miquelon" }, Country { code: "PN", name: "Pitcairn" },
    Country { code: "PR", name: "Puerto Rico" }, Country { code: "PS", name: "Palestine" },
    Country { code: "PT", name: "Portugal" }, Country { code: "PW", name: "Palau" },
    Country { code: "PY", name: "Paraguay" }, Country { code: "QA", name: "Qatar" },
    Country { code: "RE", name: "Réunion" }, Country { code: "RO", name: "Romania" },
    Country { code: "RS", name: "Serbia" }, Country { code: "RU", name: "Russia" },
    Country { code: "RW", name: "Rwanda" }, Country { code: "SA", name: "Saudi Arabia" },
    Country { code: "SB", name: "Solomon Islands" }, Country { code: "SC", name: "Seychelles" },
    Country { code: "SD", name: "Sudan" }, Country { code: "SE", name: "Sweden" },
    Country { code: "SG", name: "Singapore" }, Country { code: "SH", name: "Saint Helena" },
    Country { code: "SI", name: "Slovenia" }, Country { code: "SJ", name: "Svalbard and Jan Mayen" },
    Country { code: "SK", name: "Slovakia" }, Country { code: "SL", name: "Sierra Leone" },
    Country { code: "SM", name: "San Marino" }, Country { code: "SN", name: "Senegal" },
    Country { code: "SO", name: "Somalia" }, Country { code: "SR", name: "Suriname" },
    Country { code: "SS", name: "South Sudan" }, Country { code: "ST", name: "São Tomé and Príncipe" },
    Country { code: "SV", name: "El Salvador" }, Country { code: "SX", name: "Sint Maarten" },
    Country { code: "SY", name: "Syria" }, Country { code: "SZ", name: "Eswatini" },
    Country { code: "TC", name: "Turks and Caicos Islands" }, Country { code: "TD", name: "Chad" },
    Country { code: "TF", name: "French Southern Territories" }, Country { code: "TG", name: "Togo" },
    Country { code: "TH", name: "Thailand" }, Country { code: "TJ", name: "Tajikistan" },
    Country { code: "TK", name: "Tokelau" }, Country { code: "TL", name: "Timor-Leste" },
    Country { code: "TM", name: "Turkmenistan" }, Country { code: "TN", name: "Tunisia" },
    Country { code: "TO", name: "Tonga" }, Country { code: "TR", name: "Turkey" },
    Country { code: "TT", name: "Trinidad and Tobago" }, Country { code: "TV", name: "Tuvalu" },
    Country { code: "TW", name: "Taiwan" }, Country { code: "TZ", name: "Tanzania" },
    Country { code: "UA", name: "Ukraine" }, Country { code: "UG", name: "Uganda" },
    Country { code: "UM", name: "United States Minor Outlying Islands" },
    Country { code: "US", name: "United States of America" }, Country { code: "UY", name: "Uruguay" },
    Country { code: "UZ", name: "Uzbekistan" }, Country { code: "VA", name: "Vatican City" },
    Country { code: "VC", name: "Saint Vincent and the Grenadines" }, Country { code: "VE", name: "Venezuela" },
    Country { code: "VG", name: "British Virgin Islands" },
    Country { code: "VI", name: "United States Virgin Islands" }, Country { code: "VN", name: "Vietnam" },
    Country { code: "VU", name: "Vanuatu" }, Country { code: "WF", name: "Wallis and Futuna" },
    Country { code: "WS", name: "Samoa" }, Country { code: "XK", name: "Kosovo" },
    Country { code: "YE", name: "Yemen" }, Country { code: "YT", name: "Mayotte" },
    Country { code: "ZA", name: "South Africa" }, Country { code: "ZM", name: "Zambia" },
    Country { code: "ZW", name: "Zimbabwe" },
];

/// Names without accents, and codes. Sorted by name.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("Afghanistan", "AF"), ("Aland Islands", "AX"), ("Albania", "AL"), ("Algeria", "DZ"), ("America", "US"),
    ("American Samoa", "AS"), ("Andorra", "AD"), ("Angola", "AO"), ("Anguilla", "AI"), ("Antarctica", "AQ"),
    ("Antigua and Barbuda", "AG"), ("Arab Republic of Egypt", "EG"), ("Argentina", "AR"),
    ("Argentine Republic", "AR"), ("Armenia", "AM"), ("Aruba", "AW"), ("Australia", "AU"), ("Austria", "AT"),
    ("Azerbaijan", "AZ"), ("Bahamas", "BS"), ("Bahrain", "BH"), ("Bangladesh", "BD"), ("Barbados", "BB"),
    ("Belarus", "BY"), ("Belgium", "BE"), ("Belize", "BZ"), ("Benin", "BJ"), ("Bermuda", "BM"),
    ("Bhutan", "BT"), ("Bolivarian Republic of Venezuela", "VE"), ("Bolivia", "BO"), ("Bosnia", "BA"),
    ("Bosnia & Herzegovina", "BA"), ("Bosnia and Herzegovina", "BA"), ("Bosnia-Herzegovina", "BA"),
    ("Botswana", "BW"), ("Bouvet Island", "BV"), ("Brazil", "BR"), ("Britain", "GB"),
    ("British Indian Ocean Territory", "IO"), ("British Virgin Islands", "VG"), ("Brunei", "BN"),
    ("Brunei Darussalam", "BN"), ("Bulgaria", "BG"), ("Burkina Faso", "BF"), ("Burma", "MM"), ("Burundi", "BI"),
    ("Byelorussia", "BY"), ("Cabo Verde", "CV"), ("Cambodia", "KH"), ("Cameroon", "CM"), ("Canada", "CA"),
    ("Cape Verde", "CV"), ("Caribbean Netherlands", "BQ"), ("Cayman Islands", "KY"),
    ("Central African Republic", "CF"), ("Chad", "TD"), ("Chile", "CL"), ("China", "CN"),
    ("Christmas Island", "CX"), ("Cocos (Keeling) Islands", "CC"), ("Colombia", "CO"),
    ("Commonwealth of Australia", "AU"), ("Commonwealth of the Bahamas", "BS"), ("Comoros", "KM"),
    ("Congo", "CG"), ("Congo (Brazzaville)", "CG"), ("Congo (Kinshasa)", "CD"), ("Cook Islands", "CK"),
    ("Costa Rica", "CR"), ("Cote d'Ivoire", "CI"), ("Croatia", "HR"), ("Cuba", "CU"), ("Curacao", "CW"),
    ("Cyprus", "CY"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("DPR Korea", "KP"), ("DPRK", "KP"),
    ("DR Congo", "CD"), ("DRC", "CD"), ("Democratic People's Republic of Korea", "KP"),
    ("Democratic Republic of the Congo", "CD"), ("Democratic Socialist Republic of Sri Lanka", "LK"),
    ("Denmark", "DK"), ("Djibouti", "DJ"), ("Dominica", "DM"), ("Dominican Republic", "DO"),
    ("East Timor", "TL"), ("Ecuador", "EC"), ("Egypt", "EG"), ("El Salvador", "SV"), ("England", "GB"),
    ("Equatorial Guinea", "GQ"), ("Eritrea", "ER"), ("Estonia", "EE"), ("Eswatini", "SZ"), ("Ethiopia", "ET"),
    ("Falkland Islands", "FK"), ("Faroe Islands", "FO"), ("Federal Democratic Republic of Ethiopia", "ET"),
    ("Federal Democratic Republic of Nepal", "NP"), ("Federal Republic of Germany", "DE"),
    ("Federal Republic of Nigeria", "NG"), ("Federated States of Micronesia", "FM"),
    ("Federative Republic of Brazil", "BR"), ("Fiji", "FJ"), ("Finland", "FI"), ("France", "FR"),
    ("French Guiana", "GF"), ("French Polynesia", "PF"), ("French Republic", "FR"),
    ("French Southern Territories", "TF"), ("Gabon", "GA"), ("Gambia", "GM"), ("Georgia", "GE"),
    ("Germany", "DE"), ("Ghana", "GH"), ("Gibraltar", "GI"), ("Grand Duchy of Luxembourg", "LU"),
    ("Great Britain", "GB"), ("Greece", "GR"), ("Greenland", "GL"), ("Grenada", "GD"), ("Guadeloupe", "GP"),
    ("Guam", "GU"), ("Guatemala", "GT"), ("Guernsey", "GG"), ("Guinea", "GN"), ("Guinea-Bissau", "GW"),
    ("Guyana", "GY"), ("Haiti", "HT"), ("Hashemite Kingdom of Jordan", "JO"),
    ("Heard Island and McDonald Islands", "HM"), ("Hellenic Republic", "GR"), ("Holland", "NL"),
    ("Holy See", "VA"), ("Honduras", "HN"), ("Hong Kong", "HK"), ("Hungary", "HU"), ("Iceland", "IS"),
    ("India", "IN"), ("Indonesia", "ID"), ("Iran", "IR"), ("Iraq", "IQ"), ("Ireland", "IE"),
    ("Islamic Republic of Iran", "IR"), ("Islamic Republic of Pakistan", "PK"), ("Isle of Man", "IM"),
    ("Israel", "IL"), ("Italian Republic", "IT"), ("Italy", "IT"), ("Ivory Coast", "CI"), ("Jamaica", "JM"),
    ("Japan", "JP"), ("Jersey", "JE"), ("Jordan", "JO"), ("Kazakhstan", "KZ"), ("Kenya", "KE"),
    ("Kingdom of Bahrain", "BH"), ("Kingdom of Belgium", "BE"), ("Kingdom of Cambodia", "KH"),
    ("Kingdom of Denmark", "DK"), ("Kingdom of Morocco", "MA"), ("Kingdom of Norway", "NO"),
    ("Kingdom of Saudi Arabia", "SA"), ("Kingdom of Spain", "ES"), ("Kingdom of Sweden", "SE"),
    ("Kingdom of Thailand", "TH"), ("Kingdom of Tonga", "TO"), ("Kingdom of the Netherlands", "NL"),
    ("Kiribati", "KI"), ("Korea", "KR"), ("Kosovo", "XK"), ("Kuwait", "KW"), ("Kyrgyz Republic", "KG"),
    ("Kyrgyzstan", "KG"), ("Lao PDR", "LA"), ("Lao People's Democratic Republic", "LA"), ("Laos", "LA"),
    ("Latvia", "LV"), ("Lebanese Republic", "LB"), ("Lebanon", "LB"), ("Lesotho", "LS"), ("Liberia", "LR"),
    ("Libya", "LY"), ("Liechtenstein", "LI"), ("Lithuania", "LT"), ("Luxembourg", "LU"), ("Macao", "MO"),
    ("Macau", "MO"), ("Macedonia", "MK"), ("Madagascar", "MG"), ("Malawi", "MW"), ("Malaysia", "MY"),
    ("Maldives", "MV"), ("Mali", "ML"), ("Malta", "MT"), ("Marshall Islands", "MH"), ("Martinique", "MQ"),
    ("Mauritania", "MR"), ("Mauritius", "MU"), ("Mayotte", "YT"), ("Mexico", "MX"), ("Micronesia", "FM"),
    ("Moldova", "MD"), ("Monaco", "MC"), ("Mongolia", "MN"), ("Montenegro", "ME"), ("Montserrat", "MS"),
    ("Morocco", "MA"), ("Mozambique", "MZ"), ("Myanmar", "MM"), ("Namibia", "NA"), ("Nauru", "NR"),
    ("Nepal", "NP"), ("Netherlands", "NL"), ("New Caledonia", "NC"), ("New Zealand", "NZ"), ("Nicaragua", "NI"),
    ("Niger", "NE"), ("Nigeria", "NG"), ("Niue", "NU"), ("Norfolk Island", "NF"), ("North Korea", "KP"),
    ("North Macedonia", "MK"), ("Northern Ireland", "GB"), ("Northern Mariana Islands", "MP"), ("Norway", "NO"),
    ("Oman", "OM"), ("Oriental Republic of Uruguay", "UY"), ("P.R. China", "CN"), ("PRC", "CN"),
    ("Pakistan", "PK"), ("Palau", "PW"), ("Palestine", "PS"), ("Panama", "PA"), ("Papua New Guinea", "PG"),
    ("Paraguay", "PY"), ("People's Republic of Bangladesh", "BD"), ("People's Republic of China", "CN"),
    ("Persia", "IR"), ("Peru", "PE"), ("Philippines", "PH"), ("Pitcairn", "PN"),
    ("Plurinational State of Bolivia", "BO"), ("Poland", "PL"), ("Portugal", "PT"),
    ("Portuguese Republic", "PT"), ("Principality of Monaco", "MC"), ("Puerto Rico", "PR"), ("Qatar", "QA"),
    ("R.O.K.", "KR"), ("ROK", "KR"), ("RSA", "ZA"), ("Republic of Austria", "AT"),
    ("Republic of Belarus", "BY"), ("Republic of Bulgaria", "BG"), ("Republic of Cameroon", "CM"),
    ("Republic of Chile", "CL"), ("Republic of Colombia", "CO"), ("Republic of Croatia", "HR"),
    ("Republic of Cuba", "CU"), ("Republic of Cyprus", "CY"), ("Republic of Ecuador", "EC"),
    ("Republic of Estonia", "EE"), ("Republic of Fiji", "FJ"), ("Republic of Finland", "FI"),
    ("Republic of Ghana", "GH"), ("Republic of India", "IN"), ("Republic of Indonesia", "ID"),
    ("Republic of Iraq", "IQ"), ("Republic of Ireland", "IE"), ("Republic of Kazakhstan", "KZ"),
    ("Republic of Kenya", "KE"), ("Republic of Korea", "KR"), ("Republic of Latvia", "LV"),
    ("Republic of Lithuania", "LT"), ("Republic of Mali", "ML"), ("Republic of Malta", "MT"),
    ("Republic of Moldova", "MD"), ("Republic of Mozambique", "MZ"), ("Republic of North Macedonia", "MK"),
    ("Republic of Panama", "PA"), ("Republic of Peru", "PE"), ("Republic of Poland", "PL"),
    ("Republic of Rwanda", "RW"), ("Republic of Senegal", "SN"), ("Republic of Serbia", "RS"),
    ("Republic of Singapore", "SG"), ("Republic of Slovenia", "SI"), ("Republic of South Africa", "ZA"),
    ("Republic of Tajikistan", "TJ"), ("Republic of Tunisia", "TN"), ("Republic of Turkey", "TR"),
    ("Republic of Turkiye", "TR"), ("Republic of Uganda", "UG"), ("Republic of Uzbekistan", "UZ"),
    ("Republic of Zambia", "ZM"), ("Republic of Zimbabwe", "ZW"), ("Republic of the Congo", "CG"),
    ("Republic of the Philippines", "PH"), ("Reunion", "RE"), ("Romania", "RO"), ("Russia", "RU"),
    ("Russian Federation", "RU"), ("Rwanda", "RW"), ("Saint Barthelemy", "BL"), ("Saint Helena", "SH"),
    ("Saint Kitts and Nevis", "KN"), ("Saint Lucia", "LC"), ("Saint Martin", "MF"),
    ("Saint Pierre and Miquelon", "PM"), ("Saint Vincent and the Grenadines", "VC"), ("Samoa", "WS"),
    ("San Marino", "SM"), ("Sao Tome and Principe", "ST"), ("Saudi Arabia", "SA"), ("Scotland", "GB"),
    ("Senegal", "SN"), ("Serbia", "RS"), ("Seychelles", "SC"), ("Sierra Leone", "SL"), ("Singapore", "SG"),
    ("Sint Maarten", "SX"), ("Slovak Republic", "SK"), ("Slovakia", "SK"), ("Slovenia", "SI"),
    ("Socialist Republic of Vietnam", "VN"), ("Solomon Islands", "SB"), ("Somalia", "SO"),
    ("South Africa", "ZA"), ("South Georgia and the South Sandwich Islands", "GS"), ("South Korea", "KR"),
    ("South Sudan", "SS"), ("Spain", "ES"), ("Sri Lanka", "LK"), ("State of Israel", "IL"),
    ("State of Kuwait", "KW"), ("State of Palestine", "PS"), ("State of Qatar", "QA"), ("States", "US"),
    ("Sudan", "SD"), ("Sultanate of Oman", "OM"), ("Suriname", "SR"), ("Svalbard and Jan Mayen", "SJ"),
    ("Swaziland", "SZ"), ("Sweden", "SE"), ("Swiss Confederation", "CH"), ("Switzerland", "CH"),
    ("Syria", "SY"), ("Syrian Arab Republic", "SY"), ("Taiwan", "TW"), ("Tajikistan", "TJ"), ("Tanzania", "TZ"),
    ("Thailand", "TH"), ("Timor-Leste", "TL"), ("Togo", "TG"), ("Tokelau", "TK"), ("Tonga", "TO"),
    ("Trinidad and Tobago", "TT"), ("Tunisia", "TN"), ("Turkey", "TR"), ("Turkiye", "TR"),
    ("Turkmenistan", "TM"), ("Turks and Caicos Islands", "TC"), ("Tuvalu", "TV"), ("U.A.E.", "AE"),
    ("U.K.", "GB"), ("U.S.", "US"), ("U.S.A.", "US"), ("UAE", "AE"), ("UK", "GB"), ("US", "US"), ("USA", "US"),
    ("Uganda", "UG"), ("Ukraine", "UA"), ("Union of Myanmar", "MM"), ("United Arab Emirates", "AE"),
    ("United Kingdom", "GB"), ("United Kingdom of Great Britain and Northern Ireland", "GB"),
    ("United Mexican States", "MX"), ("United Republic of Tanzania", "TZ"), ("United States", "US"),
    ("United States Minor Outlying Islands", "UM"), ("United States Virgin Islands", "VI"),
    ("United States of America", "US"), ("Uruguay", "UY"), ("Uzbekistan", "UZ"), ("Vanuatu", "VU"),
    ("Vatican City", "VA"), ("Venezuela", "VE"), ("Viet Nam", "VN"), ("Vietnam", "VN"), ("Wales", "GB"),
    ("Wallis and Futuna", "WF"), ("Western Sahara", "EH"), ("Yemen", "YE"), ("Zambia", "ZM"),
    ("Zimbabwe", "ZW"),
];

/// Adjectives and codes. Sorted by adjective.
#[rustfmt::skip]
const ADJECTIVES: &[(&str, &str)] = &[
    ("Afghan", "AF"), ("Albanian", "AL"), ("Algerian", "DZ"), ("American", "US"), ("Andorran", "AD"),
    ("Angolan", "AO"), ("Argentine", "AR"), ("Argentinian", "AR"), ("Armenian", "AM"), ("Australian", "AU"),
    ("Austrian", "AT"), ("Azerbaijani", "AZ"), ("Bahamian", "BS"), ("Bahraini", "BH"), ("Bangladeshi", "BD"),
    ("Barbadian", "BB"), ("Basotho", "LS"), ("Belarusian", "BY"), ("Belarussian", "BY"), ("Belgian", "BE"),
    ("Belizean", "BZ"), ("Beninese", "BJ"), ("Bhutanese", "BT"), ("Bolivian", "BO"), ("Bosnian", "BA"),
    ("Brazilian", "BR"), ("British", "GB"), ("Bruneian", "BN"), ("Bulgarian", "BG"), ("Burkinabe", "BF"),
    ("Burmese", "MM"), ("Burundian", "BI"), ("Cambodian", "KH"), ("Cameroonian", "CM"), ("Canadian", "CA"),
    ("Cape Verdean", "CV"), ("Chadian", "TD"), ("Chilean", "CL"), ("Chinese", "CN"), ("Colombian", "CO"),
    ("Comorian", "KM"), ("Congolese", "CG"), ("Costa Rican", "CR"), ("Croatian", "HR"), ("Cuban", "CU"),
    ("Cypriot", "CY"), ("Czech", "CZ"), ("Danish", "DK"), ("Djiboutian", "DJ"), ("Dutch", "NL"),
    ("Ecuadorean", "EC"), ("Ecuadorian", "EC"), ("Egyptian", "EG"), ("Emirati", "AE"), ("English", "GB"),
    ("Eritrean", "ER"), ("Estonian", "EE"), ("Ethiopian", "ET"), ("Fijian", "FJ"), ("Filipino", "PH"),
    ("Finnish", "FI"), ("French", "FR"), ("Gabonese", "GA"), ("Gambian", "GM"), ("Georgian", "GE"),
    ("German", "DE"), ("Ghanaian", "GH"), ("Greek", "GR"), ("Grenadian", "GD"), ("Guatemalan", "GT"),
    ("Guinean", "GN"), ("Guyanese", "GY"), ("Haitian", "HT"), ("Honduran", "HN"), ("Hungarian", "HU"),
    ("Icelandic", "IS"), ("Indian", "IN"), ("Indonesian", "ID"), ("Iranian", "IR"), ("Iraqi", "IQ"),
    ("Irish", "IE"), ("Israeli", "IL"), ("Italian", "IT"), ("Ivorian", "CI"), ("Jamaican", "JM"),
    ("Japanese", "JP"), ("Jordanian", "JO"), ("Kazakh", "KZ"), ("Kazakhstani", "KZ"), ("Kenyan", "KE"),
    ("Khmer", "KH"), ("Korean", "KR"), ("Kosovar", "XK"), ("Kuwaiti", "KW"), ("Kyrgyz", "KG"), ("Lao", "LA"),
    ("Laotian", "LA"), ("Latvian", "LV"), ("Lebanese", "LB"), ("Liberian", "LR"), ("Libyan", "LY"),
    ("Lithuanian", "LT"), ("Luxembourgish", "LU"), ("Macedonian", "MK"), ("Malagasy", "MG"), ("Malawian", "MW"),
    ("Malaysian", "MY"), ("Maldivian", "MV"), ("Malian", "ML"), ("Maltese", "MT"), ("Marshallese", "MH"),
    ("Mauritanian", "MR"), ("Mauritian", "MU"), ("Mexican", "MX"), ("Micronesian", "FM"), ("Moldovan", "MD"),
    ("Monegasque", "MC"), ("Mongolian", "MN"), ("Montenegrin", "ME"), ("Moroccan", "MA"), ("Mozambican", "MZ"),
    ("Namibian", "NA"), ("Nauruan", "NR"), ("Nepalese", "NP"), ("Nepali", "NP"), ("Nicaraguan", "NI"),
    ("Nigerian", "NG"), ("Nigerien", "NE"), ("North Korean", "KP"), ("Norwegian", "NO"), ("Omani", "OM"),
    ("Pakistani", "PK"), ("Palauan", "PW"), ("Palestinian", "PS"), ("Panamanian", "PA"), ("Paraguayan", "PY"),
    ("Persian", "IR"), ("Peruvian", "PE"), ("Philippine", "PH"), ("Polish", "PL"), ("Portuguese", "PT"),
    ("Qatari", "QA"), ("Romanian", "RO"), ("Russian", "RU"), ("Rwandan", "RW"), ("Salvadoran", "SV"),
    ("Samoan", "WS"), ("Saudi", "SA"), ("Saudi Arabian", "SA"), ("Scottish", "GB"), ("Senegalese", "SN"),
    ("Serbian", "RS"), ("Seychellois", "SC"), ("Sierra Leonean", "SL"), ("Singaporean", "SG"), ("Slovak", "SK"),
    ("Slovene", "SI"), ("Slovenian", "SI"), ("Somali", "SO"), ("South African", "ZA"), ("South Korean", "KR"),
    ("South Sudanese", "SS"), ("Spanish", "ES"), ("Sri Lankan", "LK"), ("Sudanese", "SD"), ("Surinamese", "SR"),
    ("Swazi", "SZ"), ("Swedish", "SE"), ("Swiss", "CH"), ("Syrian", "SY"), ("Taiwanese", "TW"), ("Tajik", "TJ"),
    ("Tanzanian", "TZ"), ("Thai", "TH"), ("Timorese", "TL"), ("Togolese", "TG"), ("Tongan", "TO"),
    ("Trinidadian", "TT"), ("Tunisian", "TN"), ("Turkish", "TR"), ("Turkmen", "TM"), ("Ugandan", "UG"),
    ("Ukrainian", "UA"), ("Uruguayan", "UY"), ("Uzbek", "UZ"), ("Venezuelan", "VE"), ("Vietnamese", "VN"),
    ("Welsh", "GB"), ("Yemeni", "YE"), ("Zambian", "ZM"), ("Zimbabwean", "ZW"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_each_spelling_is_found() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
        for country in ALL {
            assert_eq!(by_name(country.name), Some(country));
        }
        for table in [NAMES, ADJECTIVES] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
        for (name, code) in NAMES {
            assert_eq!(by_name(name).map(|c| c.code), Some(*code), "{name}");
        }
        for (adjective, code) in ADJECTIVES {
            assert_eq!(by_adjective(adjective).map(|c| c.code), Some(*code), "{adjective}");
        }
    }

    #[test]
    fn articles_and_accents_do_not_count() {
        assert_eq!(by_name("the Netherlands").map(|c| c.code), Some("NL"));
        assert_eq!(by_name("Côte d’Ivoire").map(|c| c.code), Some("CI"));
        assert_eq!(by_name("Nowhere"), None);
    }
}
