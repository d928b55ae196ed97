//! States, provinces and regions, each with its country and what it is.
//!
//! Source: ISO 3166-2 names in their English form, for the countries whose regions bulletins name without them. Names
//! that a well-known city bears too ("Quebec" aside) stand here with "State" or "Province" only.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::plain;

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A federal state.
    State,
    /// A province or prefecture.
    Province,
    /// A territory.
    Territory,
    /// Any other part of a country.
    Region,
}

use Kind::{Province, Region, State, Territory};

/// The country's code and the kind of the region of this name, accents or not.
pub fn by_name(name: &str) -> Option<(&'static str, Kind)> {
    let (_, country, kind) = **BY_NAME.get(&*plain(name))?;
    Some((country, kind))
}

/// The code of the country that the region of this name belongs to.
pub fn country_of(name: &str) -> Option<&'static str> {
    by_name(name).map(|(country, _)| country)
}

/// A row of [`REGIONS`].
type Row = (&'static str, &'static str, Kind);

static BY_NAME: LazyLock<FxHashMap<&'static str, &'static Row>> =
    LazyLock::new(|| super::by_name(REGIONS, |row| row.0));

/// Name without accents, country, kind. Sorted by name.
#[rustfmt::skip]
const REGIONS: &[Row] = &[
    ("Abruzzo", "IT", Region), ("Aguascalientes State", "MX", State), ("Aichi", "JP", Province),
    ("Aichi Prefecture", "JP", Province), ("Akita Prefecture", "JP", Province), ("Alabama", "US", State),
    ("Alaska", "US", State), ("Alberta", "CA", Province), ("Alentejo", "PT", Region),
    ("Alexandria Governorate", "EG", Region), ("Algarve", "PT", Region), ("Alsace", "FR", Region),
    ("Amazonas", "BR", State), ("Andalusia", "ES", Region), ("Andhra Pradesh", "IN", State),
    ("Anhui", "CN", Province), ("Ankara Province", "TR", Province), ("Antalya Province", "TR", Province),
    ("Antofagasta Region", "CL", Region), ("Aomori Prefecture", "JP", Province), ("Aosta Valley", "IT", Region),
    ("Apulia", "IT", Region), ("Aquitaine", "FR", Region), ("Aragon", "ES", Region), ("Arizona", "US", State),
    ("Arkansas", "US", State), ("Arunachal Pradesh", "IN", State), ("Assam", "IN", State),
    ("Asturias", "ES", Region), ("Auckland Region", "NZ", Region),
    ("Australian Capital Territory", "AU", Territory), ("Auvergne-Rhone-Alpes", "FR", Region),
    ("Baden-Wurttemberg", "DE", State), ("Bahia", "BR", State), ("Baja California", "MX", State),
    ("Balearic Islands", "ES", Region), ("Bali", "ID", Province), ("Balochistan", "PK", Province),
    ("Banten", "ID", Province), ("Bas-Rhin", "FR", Region), ("Bashkortostan", "RU", Region),
    ("Basilicata", "IT", Region), ("Basque Country", "ES", Region), ("Bavaria", "DE", State),
    ("Bihar", "IN", State), ("Biobio Region", "CL", Region), ("Bohemia", "CZ", Region),
    ("Bohol", "PH", Province), ("Bouches-du-Rhone", "FR", Region), ("Bourgogne-Franche-Comte", "FR", Region),
    ("Brandenburg", "DE", State), ("British Columbia", "CA", Province), ("Brittany", "FR", Region),
    ("Brussels-Capital Region", "BE", Region), ("Buenos Aires Province", "AR", Province),
    ("Burgenland", "AT", State), ("Burgundy", "FR", Region), ("Cairo Governorate", "EG", Region),
    ("Calabarzon", "PH", Region), ("Calabria", "IT", Region), ("California", "US", State),
    ("Campania", "IT", Region), ("Canary Islands", "ES", Region), ("Cantabria", "ES", Region),
    ("Canterbury Region", "NZ", Region), ("Canton of Bern", "CH", Region), ("Canton of Geneva", "CH", Region),
    ("Canton of Zurich", "CH", Region), ("Carinthia", "AT", State), ("Castile and Leon", "ES", Region),
    ("Castile-La Mancha", "ES", Region), ("Catalonia", "ES", Region), ("Ceara", "BR", State),
    ("Cebu Province", "PH", Province), ("Central Bohemian Region", "CZ", Region),
    ("Central Java", "ID", Province), ("Central Luzon", "PH", Region), ("Centre-Val de Loire", "FR", Region),
    ("Chhattisgarh", "IN", State), ("Chiang Mai Province", "TH", Province), ("Chiapas", "MX", State),
    ("Chiba Prefecture", "JP", Province), ("Chihuahua State", "MX", State),
    ("Chungcheongbuk-do", "KR", Province), ("Chungcheongnam-do", "KR", Province), ("Colorado", "US", State),
    ("Community of Madrid", "ES", Region), ("Connacht", "IE", Region), ("Connecticut", "US", State),
    ("Cordoba Province", "AR", Province), ("Corsica", "FR", Region), ("Crimea", "UA", Region),
    ("Delaware", "US", State), ("Donetsk Oblast", "UA", Region), ("Dong Nai Province", "VN", Province),
    ("Drenthe", "NL", Province), ("East Java", "ID", Province), ("Eastern Cape", "ZA", Province),
    ("Ehime Prefecture", "JP", Province), ("Emilia-Romagna", "IT", Region), ("Espirito Santo", "BR", State),
    ("Extremadura", "ES", Region), ("Flanders", "BE", Region), ("Flemish Region", "BE", Region),
    ("Flevoland", "NL", Province), ("Florida", "US", State), ("Free State", "ZA", Province),
    ("Friesland", "NL", Province), ("Friuli Venezia Giulia", "IT", Region), ("Fujian", "CN", Province),
    ("Fukui Prefecture", "JP", Province), ("Fukuoka Prefecture", "JP", Province),
    ("Fukushima Prefecture", "JP", Province), ("Galicia", "ES", Region), ("Gangwon", "KR", Province),
    ("Gangwon Province", "KR", Province), ("Gangwon-do", "KR", Province), ("Gansu", "CN", Province),
    ("Gauteng", "ZA", Province), ("Gelderland", "NL", Province), ("Gifu Prefecture", "JP", Province),
    ("Gironde", "FR", Region), ("Giza Governorate", "EG", Region), ("Goa", "IN", State), ("Goias", "BR", State),
    ("Grand Est", "FR", Region), ("Greater London", "GB", Region), ("Greater Manchester", "GB", Region),
    ("Greater Poland", "PL", Region), ("Guanajuato State", "MX", State), ("Guangdong", "CN", Province),
    ("Guangxi", "CN", Region), ("Guizhou", "CN", Province), ("Gujarat", "IN", State),
    ("Gunma Prefecture", "JP", Province), ("Gyeonggi", "KR", Province), ("Gyeonggi Province", "KR", Province),
    ("Gyeonggi-do", "KR", Province), ("Gyeongsangbuk-do", "KR", Province), ("Gyeongsangnam-do", "KR", Province),
    ("Hainan", "CN", Province), ("Haryana", "IN", State), ("Haute-Garonne", "FR", Region),
    ("Hauts-de-France", "FR", Region), ("Hawaii", "US", State), ("Hebei", "CN", Province),
    ("Heilongjiang", "CN", Province), ("Henan", "CN", Province), ("Herault", "FR", Region),
    ("Hesse", "DE", State), ("Himachal Pradesh", "IN", State), ("Hiroshima Prefecture", "JP", Province),
    ("Hokkaido", "JP", Province), ("Honshu", "JP", Province), ("Hubei", "CN", Province),
    ("Hunan", "CN", Province), ("Hyogo", "JP", Province), ("Hyogo Prefecture", "JP", Province),
    ("Ibaraki Prefecture", "JP", Province), ("Idaho", "US", State), ("Ile-de-France", "FR", Region),
    ("Illinois", "US", State), ("Ilocos Norte", "PH", Province), ("Indiana", "US", State),
    ("Inner Mongolia", "CN", Region), ("Iowa", "US", State), ("Irkutsk Region", "RU", Region),
    ("Ishikawa Prefecture", "JP", Province), ("Iwate Prefecture", "JP", Province),
    ("Izmir Province", "TR", Province), ("Jalisco", "MX", State), ("Jeju Province", "KR", Province),
    ("Jeju-do", "KR", Province), ("Jeollabuk-do", "KR", Province), ("Jeollanam-do", "KR", Province),
    ("Jharkhand", "IN", State), ("Jiangsu", "CN", Province), ("Jiangxi", "CN", Province),
    ("Jilin Province", "CN", Province), ("Johor", "MY", State), ("Kagawa Prefecture", "JP", Province),
    ("Kagoshima Prefecture", "JP", Province), ("Kanagawa", "JP", Province),
    ("Kanagawa Prefecture", "JP", Province), ("Kano State", "NG", State), ("Kansas", "US", State),
    ("Karnataka", "IN", State), ("Kedah", "MY", State), ("Kelantan", "MY", State), ("Kentucky", "US", State),
    ("Kerala", "IN", State), ("Khabarovsk Krai", "RU", Region), ("Khanh Hoa Province", "VN", Province),
    ("Khyber Pakhtunkhwa", "PK", Province), ("Kochi Prefecture", "JP", Province),
    ("Kumamoto Prefecture", "JP", Province), ("KwaZulu-Natal", "ZA", Province),
    ("KwaZulu-Natal Province", "ZA", Province), ("Kyiv Oblast", "UA", Region),
    ("Kyoto Prefecture", "JP", Province), ("Kyushu", "JP", Province), ("La Rioja", "ES", Region),
    ("Lagos State", "NG", State), ("Languedoc-Roussillon", "FR", Region), ("Lapland", "FI", Region),
    ("Lazio", "IT", Region), ("Leinster", "IE", Region), ("Leningrad Region", "RU", Region),
    ("Lesser Poland", "PL", Region), ("Liaoning", "CN", Province), ("Liguria", "IT", Region),
    ("Limburg", "NL", Province), ("Limpopo", "ZA", Province), ("Lombardy", "IT", Region),
    ("Lorraine", "FR", Region), ("Louisiana", "US", State), ("Lower Austria", "AT", State),
    ("Lower Saxony", "DE", State), ("Madhya Pradesh", "IN", State), ("Maharashtra", "IN", State),
    ("Maine", "US", State), ("Manipur", "IN", State), ("Manitoba", "CA", Province), ("Maranhao", "BR", State),
    ("Marche", "IT", Region), ("Maryland", "US", State), ("Masovian Voivodeship", "PL", Region),
    ("Massachusetts", "US", State), ("Mato Grosso", "BR", State), ("Mazovia", "PL", Region),
    ("Mecklenburg-Western Pomerania", "DE", State), ("Meghalaya", "IN", State),
    ("Mendoza Province", "AR", Province), ("Merseyside", "GB", Region), ("Metro Manila", "PH", Region),
    ("Michigan", "US", State), ("Michoacan", "MX", State), ("Mie Prefecture", "JP", Province),
    ("Minas Gerais", "BR", State), ("Minnesota", "US", State), ("Mississippi", "US", State),
    ("Missouri", "US", State), ("Miyagi Prefecture", "JP", Province), ("Miyazaki Prefecture", "JP", Province),
    ("Mizoram", "IN", State), ("Molise", "IT", Region), ("Montana", "US", State), ("Moravia", "CZ", Region),
    ("Morelos", "MX", State), ("Moscow Region", "RU", Region), ("Mpumalanga", "ZA", Province),
    ("Munster", "IE", Region), ("NSW", "AU", State), ("Nagaland", "IN", State),
    ("Nagano Prefecture", "JP", Province), ("Nagasaki Prefecture", "JP", Province),
    ("Nairobi County", "KE", Region), ("Nara Prefecture", "JP", Province),
    ("National Capital Region", "PH", Region), ("National Capital Territory of Delhi", "IN", Territory),
    ("Navarre", "ES", Region), ("Nebraska", "US", State), ("Negeri Sembilan", "MY", State),
    ("Nevada", "US", State), ("New Brunswick", "CA", Province), ("New Hampshire", "US", State),
    ("New Jersey", "US", State), ("New Mexico", "US", State), ("New South Wales", "AU", State),
    ("New York State", "US", State), ("Newfoundland and Labrador", "CA", Province),
    ("Niigata Prefecture", "JP", Province), ("Ningxia", "CN", Region), ("Nizhny Novgorod Region", "RU", Region),
    ("Normandy", "FR", Region), ("North Brabant", "NL", Province), ("North Carolina", "US", State),
    ("North Chungcheong Province", "KR", Province), ("North Dakota", "US", State),
    ("North Gyeongsang Province", "KR", Province), ("North Holland", "NL", Province),
    ("North Jeolla Province", "KR", Province), ("North Rhine-Westphalia", "DE", State),
    ("North Sumatra", "ID", Province), ("North West Province", "ZA", Province),
    ("Northern Cape", "ZA", Province), ("Northern Territory", "AU", Territory),
    ("Northwest Territories", "CA", Territory), ("Nouvelle-Aquitaine", "FR", Region),
    ("Nova Scotia", "CA", Province), ("Novosibirsk Region", "RU", Region), ("Nuevo Leon", "MX", State),
    ("Nunavut", "CA", Territory), ("Oaxaca State", "MX", State), ("Occitanie", "FR", Region),
    ("Odisha", "IN", State), ("Ohio", "US", State), ("Oita Prefecture", "JP", Province),
    ("Okayama Prefecture", "JP", Province), ("Okinawa Prefecture", "JP", Province), ("Oklahoma", "US", State),
    ("Ontario", "CA", Province), ("Oregon", "US", State), ("Osaka Prefecture", "JP", Province),
    ("Overijssel", "NL", Province), ("Oyo State", "NG", State), ("Pahang", "MY", State), ("Para", "BR", State),
    ("Paraiba", "BR", State), ("Parana", "BR", State), ("Pays de la Loire", "FR", Region),
    ("Penang State", "MY", State), ("Pennsylvania", "US", State), ("Perak", "MY", State),
    ("Perlis", "MY", State), ("Pernambuco", "BR", State), ("Phuket Province", "TH", Province),
    ("Picardy", "FR", Region), ("Piedmont", "IT", Region), ("Pirkanmaa", "FI", Region),
    ("Pomeranian Voivodeship", "PL", Region), ("Primorsky Krai", "RU", Region),
    ("Prince Edward Island", "CA", Province), ("Provence-Alpes-Cote d'Azur", "FR", Region),
    ("Punjab Province", "PK", Province), ("Punjab State", "IN", State), ("Qinghai", "CN", Province),
    ("Quang Ninh Province", "VN", Province), ("Quebec", "CA", Province), ("Queensland", "AU", State),
    ("Quintana Roo", "MX", State), ("Rajasthan", "IN", State), ("Rhineland-Palatinate", "DE", State),
    ("Rhode Island", "US", State), ("Rhone-Alpes", "FR", Region), ("Rio Grande do Norte", "BR", State),
    ("Rio Grande do Sul", "BR", State), ("Rivers State", "NG", State), ("Rondonia", "BR", State),
    ("Saarland", "DE", State), ("Sabah", "MY", State), ("Saga Prefecture", "JP", Province),
    ("Saitama Prefecture", "JP", Province), ("Santa Catarina", "BR", State),
    ("Santa Fe Province", "AR", Province), ("Santiago Metropolitan Region", "CL", Region),
    ("Sarawak", "MY", State), ("Sardinia", "IT", Region), ("Saskatchewan", "CA", Province),
    ("Saxony", "DE", State), ("Saxony-Anhalt", "DE", State), ("Schleswig-Holstein", "DE", State),
    ("Selangor", "MY", State), ("Sergipe", "BR", State), ("Shaanxi", "CN", Province),
    ("Shandong", "CN", Province), ("Shanxi", "CN", Province), ("Shiga Prefecture", "JP", Province),
    ("Shikoku", "JP", Province), ("Shimane Prefecture", "JP", Province),
    ("Shizuoka Prefecture", "JP", Province), ("Sichuan", "CN", Province), ("Sicily", "IT", Region),
    ("Sikkim", "IN", State), ("Silesian Voivodeship", "PL", Region), ("Sinaloa", "MX", State),
    ("Sindh", "PK", Province), ("Skane", "SE", Region), ("Sonora", "MX", State),
    ("South Australia", "AU", State), ("South Carolina", "US", State),
    ("South Chungcheong Province", "KR", Province), ("South Dakota", "US", State),
    ("South Gyeongsang Province", "KR", Province), ("South Holland", "NL", Province),
    ("South Jeolla Province", "KR", Province), ("South Moravian Region", "CZ", Region),
    ("South Sulawesi", "ID", Province), ("South Yorkshire", "GB", Region), ("Stockholm County", "SE", Region),
    ("Styria", "AT", State), ("Sverdlovsk Region", "RU", Region), ("Tamaulipas", "MX", State),
    ("Tamil Nadu", "IN", State), ("Tasmania", "AU", State), ("Tatarstan", "RU", Region),
    ("Telangana", "IN", State), ("Tennessee", "US", State), ("Terengganu", "MY", State), ("Texas", "US", State),
    ("Thuringia", "DE", State), ("Tibet", "CN", Region), ("Tochigi Prefecture", "JP", Province),
    ("Tokushima Prefecture", "JP", Province), ("Tottori Prefecture", "JP", Province),
    ("Toyama Prefecture", "JP", Province), ("Trentino-Alto Adige", "IT", Region), ("Tripura", "IN", State),
    ("Tucuman Province", "AR", Province), ("Tuscany", "IT", Region), ("Tyrol", "AT", State),
    ("Ulster", "IE", Region), ("Umbria", "IT", Region), ("Upper Austria", "AT", State), ("Utah", "US", State),
    ("Uttar Pradesh", "IN", State), ("Uttarakhand", "IN", State), ("Uusimaa", "FI", Region),
    ("Valencian Community", "ES", Region), ("Valparaiso Region", "CL", Region),
    ("Vastra Gotaland", "SE", Region), ("Vastra Gotaland County", "SE", Region), ("Veneto", "IT", Region),
    ("Vermont", "US", State), ("Victoria", "AU", State), ("Virginia", "US", State), ("Vorarlberg", "AT", State),
    ("Waikato", "NZ", Region), ("Wakayama Prefecture", "JP", Province), ("Wallonia", "BE", Region),
    ("Walloon Region", "BE", Region), ("Washington State", "US", State), ("West Bengal", "IN", State),
    ("West Java", "ID", Province), ("West Midlands", "GB", Region), ("West Virginia", "US", State),
    ("West Yorkshire", "GB", Region), ("Western Australia", "AU", State), ("Western Cape", "ZA", Province),
    ("Wisconsin", "US", State), ("Wyoming", "US", State), ("Xinjiang", "CN", Region),
    ("Yamagata Prefecture", "JP", Province), ("Yamaguchi Prefecture", "JP", Province),
    ("Yamanashi Prefecture", "JP", Province), ("Yucatan", "MX", State), ("Yukon", "CA", Territory),
    ("Yunnan", "CN", Province), ("Zeeland", "NL", Province), ("Zhejiang", "CN", Province),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::countries;

    #[test]
    fn table_is_sorted_and_each_spelling_is_found() {
        assert!(REGIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (name, country, kind) in REGIONS {
            assert_eq!(by_name(name), Some((*country, *kind)), "{name}");
            assert!(countries::by_code(country).is_some(), "{name}: {country}");
            assert!(countries::by_name(name).is_none(), "{name} is a country too");
        }
    }

    #[test]
    fn accents_do_not_count() {
        assert_eq!(country_of("Île-de-France"), Some("FR"));
        assert_eq!(by_name("Québec"), Some(("CA", Province)));
        assert_eq!(by_name("Nowhere"), None);
    }
}
