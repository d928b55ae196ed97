//! Section headings: what bulletins print above a section, and the key that the record gives it.
//!
//! Source: the record's contract, and the heads that foreign-affairs offices use for the same matters.

/// Spelling in lower case, with `and` for `&`, and the section's key. Sorted by spelling.
#[rustfmt::skip]
pub const HEADINGS: &[(&str, &str)] = &[
    ("about the city", "overview"),
    ("administration", "politics"),
    ("administration and politics", "politics"),
    ("administrative divisions", "politics"),
    ("administrative system", "politics"),
    ("basic data", "overview"),
    ("basic facts", "overview"),
    ("basic information", "overview"),
    ("bilateral cooperation", "relations"),
    ("bilateral exchanges", "relations"),
    ("bilateral relations", "relations"),
    ("brief introduction", "overview"),
    ("business", "economy"),
    ("business and economy", "economy"),
    ("city administration", "politics"),
    ("city government", "politics"),
    ("city introduction", "overview"),
    ("city overview", "overview"),
    ("city profile", "overview"),
    ("climate", "geography"),
    ("communications and transport", "transport"),
    ("cooperation and exchanges", "relations"),
    ("culture", "culture"),
    ("culture and arts", "culture"),
    ("culture and education", "culture_education"),
    ("culture and tourism", "culture"),
    ("culture, education and science", "culture_education"),
    ("economic development", "economy"),
    ("economic overview", "economy"),
    ("economic profile", "economy"),
    ("economics", "economy"),
    ("economy", "economy"),
    ("economy and business", "economy"),
    ("economy and finance", "economy"),
    ("economy and industry", "economy"),
    ("economy and trade", "economy"),
    ("education", "education"),
    ("education and culture", "culture_education"),
    ("education and research", "education"),
    ("education and science", "science"),
    ("environment", "environment"),
    ("environmental protection", "environment"),
    ("exchanges", "relations"),
    ("exchanges and cooperation", "relations"),
    ("facts", "overview"),
    ("facts and figures", "overview"),
    ("friendly cooperation", "relations"),
    ("friendly exchanges", "relations"),
    ("friendly relations", "relations"),
    ("friendship", "relations"),
    ("friendship city relations", "relations"),
    ("general information", "overview"),
    ("general introduction", "overview"),
    ("general situation", "overview"),
    ("geographic location", "geography"),
    ("geographical location", "geography"),
    ("geography", "geography"),
    ("geography and climate", "geography"),
    ("governance", "politics"),
    ("government", "politics"),
    ("government and administration", "politics"),
    ("government and politics", "politics"),
    ("health", "health"),
    ("health care", "health"),
    ("healthcare", "health"),
    ("history", "history"),
    ("industries", "economy"),
    ("industry", "economy"),
    ("industry and economy", "economy"),
    ("industry and trade", "economy"),
    ("infrastructure", "transport"),
    ("infrastructure and transport", "transport"),
    ("innovation", "science"),
    ("introduction", "overview"),
    ("local government", "politics"),
    ("location", "geography"),
    ("location and climate", "geography"),
    ("medical care and health", "health"),
    ("municipal administration", "politics"),
    ("municipal government", "politics"),
    ("natural conditions", "geography"),
    ("natural environment", "geography"),
    ("overview", "overview"),
    ("overview of the city", "overview"),
    ("political system", "politics"),
    ("politics", "politics"),
    ("politics and administration", "politics"),
    ("politics and government", "politics"),
    ("profile", "overview"),
    ("public health", "health"),
    ("public transport", "transport"),
    ("public transportation", "transport"),
    ("relations", "relations"),
    ("research and innovation", "science"),
    ("science", "science"),
    ("science and education", "science"),
    ("science and innovation", "science"),
    ("science and technology", "science"),
    ("science, technology and education", "science"),
    ("sightseeing", "tourism"),
    ("sister cities", "relations"),
    ("sister city", "relations"),
    ("sister city relations", "relations"),
    ("sister city relationship", "relations"),
    ("sister-city relations", "relations"),
    ("sister-city relationship", "relations"),
    ("sport", "sports"),
    ("sports", "sports"),
    ("technology", "science"),
    ("technology and innovation", "science"),
    ("tourism", "tourism"),
    ("tourism and culture", "culture"),
    ("tourist attractions", "tourism"),
    ("trade", "economy"),
    ("trade and economy", "economy"),
    ("trade and industry", "economy"),
    ("traffic", "transport"),
    ("transport", "transport"),
    ("transport and infrastructure", "transport"),
    ("transport and logistics", "transport"),
    ("transportation", "transport"),
    ("transportation and logistics", "transport"),
    ("twin cities", "relations"),
    ("twin city relations", "relations"),
    ("weather", "geography"),
    ("weather and climate", "geography"),
    ("与我市关系", "relations"),
    ("交往情况", "relations"),
    ("交流合作", "relations"),
    ("交通", "transport"),
    ("交通运输", "transport"),
    ("体育", "sports"),
    ("医疗卫生", "health"),
    ("卫生", "health"),
    ("历史", "history"),
    ("历史沿革", "history"),
    ("友城关系", "relations"),
    ("友好交往", "relations"),
    ("地理", "geography"),
    ("地理位置", "geography"),
    ("地理气候", "geography"),
    ("城市概况", "overview"),
    ("基本情况", "overview"),
    ("政府", "politics"),
    ("政治", "politics"),
    ("教育", "education"),
    ("文化", "culture"),
    ("文化教育", "culture_education"),
    ("旅游", "tourism"),
    ("概况", "overview"),
    ("气候", "geography"),
    ("环境", "environment"),
    ("科学技术", "science"),
    ("科技", "science"),
    ("科技教育", "science"),
    ("简介", "overview"),
    ("经济", "economy"),
    ("经济贸易", "economy"),
    ("自然条件", "geography"),
    ("行政", "politics"),
    ("行政区划", "politics"),
];

/// What stands before the partner's name in a heading of the section `relations`, in lower case; longest first
/// where one begins another.
#[rustfmt::skip]
pub const RELATIONS_WITH: &[&str] = &[
    "bilateral exchanges with ", "bilateral relations with ", "cooperation and exchanges with ", "cooperation with ",
    "exchange with ", "exchanges and cooperation with ", "exchanges with ", "friendly cooperation with ",
    "friendly exchanges and cooperation with ", "friendly exchanges with ", "friendly relations with ",
    "friendly ties with ", "friendship with ", "links with ", "partnership with ", "relation with ",
    "relations and exchanges with ", "relations with ", "relationship with ", "sister city exchanges with ",
    "sister city relations with ", "sister city relationship with ", "sister-city exchanges with ",
    "sister-city relations with ", "sister-city relationship with ", "ties with ", "twinning with ",
];

/// The same in Chinese: before and after the partner's name.
pub const RELATIONS_WITH_CHINESE: &[(&str, &str)] =
    &[("与", "的关系"), ("与", "友好交往"), ("与", "关系"), ("与", "的交往"), ("同", "的关系")];

/// What stands before a colon and a value, in lower case: labels of a table of facts, never sub-headings. Sorted.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "abbreviation", "administrative divisions", "agreement signed", "also known as", "altitude", "annual rainfall", "area",
    "area of land", "average temperature", "capital", "city flower", "city tree", "coordinates", "country", "currency",
    "date", "date of agreement", "date of establishment", "date of signature", "date of signing", "density", "districts",
    "elevation", "english name", "established", "established date", "establishment date", "former name", "founded", "full name",
    "gdp", "governor", "gross domestic product", "inhabitants", "land area", "language", "languages", "latitude", "location",
    "location signed", "longitude", "main industries", "major industries", "mayor", "metropolitan area",
    "metropolitan population", "name", "official name", "official website", "partnership began", "pillar industries",
    "place signed", "population", "population density", "precipitation", "province", "rainfall", "region", "religion",
    "short name", "signed", "signing date", "since", "size", "state", "surface area", "temperature", "time difference",
    "time zone", "total area", "total population", "twinned since", "urban area", "urban population", "water area",
    "人口", "位置", "名称", "市长", "时区", "海拔", "省会", "面积", "首都",
];

/// Whether these words are a label of the table; capitals and inner spaces do not count.
pub fn is_label(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let folded = fold(words);
    LABELS.binary_search(&folded.as_str()).is_ok()
}

/// Sub-headings inside a section that are no headings themselves, in lower case. Sorted.
#[rustfmt::skip]
const TOPICS: &[&str] = &[
    "agriculture", "city construction", "cultural exchanges", "culture and sports", "economic cooperation",
    "environmental cooperation", "epidemic control", "finance", "high-level visits", "human resources", "investment",
    "investment and trade", "legislation", "media", "municipal management", "mutual visits", "olympic games", "people's livelihood",
    "planning", "public security", "science and technology exchanges", "training", "urban construction", "urban management",
    "urban planning", "visits", "winter sports", "youth", "youth exchanges",
];

/// Whether these words are a sub-heading of the table, or a heading.
pub fn is_topic(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let folded = fold(words);
    TOPICS.binary_search(&folded.as_str()).is_ok()
        || HEADINGS.binary_search_by(|(spelling, _)| (*spelling).cmp(&folded)).is_ok()
}

/// What a heading leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'t> {
    /// The section's key.
    pub key: &'static str,
    /// The partner that the heading names: "Beijing" in "Relations with Beijing".
    pub partner: Option<&'t str>,
}

/// Looks a heading up, its brackets, number and colon already gone; capitals do not count.
pub fn look_up(heading: &str) -> Option<Heading<'_>> {
    let heading = heading.trim();
    if heading.is_empty() || heading.len() > 80 {
        return None;
    }
    let folded = fold(heading);
    if let Ok(at) = HEADINGS.binary_search_by(|(spelling, _)| (*spelling).cmp(&folded)) {
        return HEADINGS.get(at).map(|(_, key)| Heading { key, partner: None });
    }
    relations_with(heading, &folded).or_else(|| composed(&folded)).or_else(|| by_stem(&folded))
}

/// Beginnings of words that tell where a heading of another wording leads.
const STEMS: &[(&str, &str)] = &[
    ("politic", "politics"),
    ("government", "politics"),
    ("administrat", "politics"),
    ("econom", "economy"),
    ("histor", "history"),
    ("geograph", "geography"),
    ("climat", "geography"),
    ("cultur", "culture"),
    ("educat", "education"),
    ("transport", "transport"),
    ("touris", "tourism"),
    ("sport", "sports"),
];

/// "Political Structure", "Economic Situation": a heading of few words, one of which tells where it leads.
fn by_stem(folded: &str) -> Option<Heading<'static>> {
    const MOST_WORDS: usize = 4;
    let words: Vec<&str> = folded.split(' ').collect();
    let key = |word: &&str| STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, k)| *k);
    let mut keys = words.iter().filter_map(key);
    let first = keys.next().filter(|_| words.len() <= MOST_WORDS)?;
    let rest: Vec<&str> = keys.filter(|k| *k != first).collect();
    match (first, rest.as_slice()) {
        (_, []) => Some(Heading { key: first, partner: None }),
        ("culture", ["education"]) | ("education", ["culture"]) => {
            Some(Heading { key: "culture_education", partner: None })
        }
        _ => None,
    }
}

/// "Education, Science and Culture": several headings of the table in one. It leads where the first of them does, but
/// culture and education have a key together.
fn composed(folded: &str) -> Option<Heading<'static>> {
    let keys: Option<Vec<&'static str>> = folded
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .map(|part| part.trim_start_matches("and "))
        .map(|part| {
            let at = HEADINGS.binary_search_by(|(spelling, _)| (*spelling).cmp(part)).ok()?;
            HEADINGS.get(at).map(|(_, key)| *key)
        })
        .collect();
    let keys = keys.filter(|keys| keys.len() > 1)?;
    let both = keys.contains(&"culture") && keys.contains(&"education");
    let key = if both { "culture_education" } else { *keys.first()? };
    Some(Heading { key, partner: None })
}

/// Lower case, one space between words, `and` for `&`.
fn fold(heading: &str) -> String {
    let mut folded = String::with_capacity(heading.len() + 4);
    for word in heading.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word == "&" {
            folded.push_str("and");
        } else if word.is_ascii() {
            folded.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        } else {
            folded.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    folded
}

fn relations_with<'t>(heading: &'t str, folded: &str) -> Option<Heading<'t>> {
    for lead in RELATIONS_WITH {
        if folded.starts_with(lead) {
            let words = lead.split_whitespace().count();
            return partner(after_words(heading, words));
        }
    }
    for (before, after) in RELATIONS_WITH_CHINESE {
        if let Some(name) = heading.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) {
            return partner(name);
        }
    }
    folded.starts_with("relations between ").then_some(Heading { key: "relations", partner: None })
}

/// `heading` without its first `words` words.
fn after_words(heading: &str, words: usize) -> &str {
    let mut rest = heading.trim_start();
    for _ in 0..words {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        rest = rest.get(end..).unwrap_or("").trim_start();
    }
    rest
}

/// A heading that names this partner; a lower-case word is no name ("Relations with the rest").
fn partner(name: &str) -> Option<Heading<'_>> {
    let name = name.trim();
    let name = ["the City of ", "City of ", "the "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name);
    let first = name.chars().next()?;
    (first.is_uppercase() || !first.is_ascii() && first.is_alphabetic())
        .then_some(Heading { key: "relations", partner: Some(name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_folded() {
        assert!(HEADINGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (spelling, key) in HEADINGS {
            assert_eq!(&fold(spelling), spelling);
            assert_eq!(look_up(spelling).map(|h| h.key), Some(*key));
        }
        for (at, lead) in RELATIONS_WITH.iter().enumerate() {
            let shadowed = RELATIONS_WITH[..at].iter().any(|earlier| lead.starts_with(earlier));
            assert!(!shadowed, "{lead}");
        }
        assert!(LABELS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(LABELS.iter().all(|label| is_label(label)));
        assert!(TOPICS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(TOPICS.iter().all(|topic| is_topic(topic)));
    }

    #[test]
    fn headings_with_a_partner() {
        let partner = |heading| look_up(heading).and_then(|h| h.partner);
        assert_eq!(partner("Relations with Beijing"), Some("Beijing"));
        assert_eq!(partner("RELATIONS WITH BEIJING"), Some("BEIJING"));
        assert_eq!(partner("Friendly Exchanges with  the City of Xi'an"), Some("Xi'an"));
        assert_eq!(partner("Sister City Relations with New Haven"), Some("New Haven"));
        assert_eq!(partner("与北京的关系"), Some("北京"));
        assert_eq!(partner("与我市关系"), None);
        assert_eq!(look_up("与我市关系").map(|h| h.key), Some("relations"));
        assert_eq!(look_up("Relations with the rest"), None);
    }

    #[test]
    fn capitals_and_ampersands_do_not_count() {
        assert_eq!(look_up("CULTURE & EDUCATION").map(|h| h.key), Some("culture_education"));
        assert_eq!(look_up("Science and\nTechnology").map(|h| h.key), Some("science"));
        assert_eq!(
            look_up("Education, Science and Culture").map(|h| h.key),
            Some("culture_education")
        );
        assert_eq!(look_up("Political Structure").map(|h| h.key), Some("politics"));
        assert_eq!(look_up("Streets and Squares"), None);
        assert_eq!(look_up("Landmarks"), None);
    }
}
