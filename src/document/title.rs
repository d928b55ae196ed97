//! Which line of a head is the bulletin's title, and the city and country it names.

use std::borrow::Cow;

use crate::lexicon::{countries, headings, regions};

/// A line that may be the title.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    words: String,
    origin: Origin,
}

/// Where a candidate stands; the later, the likelier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// The end of a line that says where in a site the page stands.
    Path,
    /// A line of the head, by its number.
    Line(usize),
    /// What the page calls itself.
    Page,
}

impl Candidate {
    pub(super) fn of_page(words: &str) -> Self {
        Candidate { words: words.trim().to_string(), origin: Origin::Page }
    }

    pub(super) fn of_path(words: &str) -> Self {
        Candidate { words: words.to_string(), origin: Origin::Path }
    }

    pub(super) fn of_line(words: &str, line: usize) -> Self {
        Candidate { words: words.trim().to_string(), origin: Origin::Line(line) }
    }
}

/// A title and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) printed: String,
    pub(super) city: String,
    pub(super) country: Option<String>,
}

/// Bytes of the body in which a title's name stands as a rule.
const OPENING: usize = 400;

/// No title has more words.
const LONGEST: usize = 10;

/// What sites call their parts: no titles, though a body may print them.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "about us", "activities", "africa", "america", "americas", "asia", "asia and oceania", "contact us", "europe", "home",
    "latin america", "links", "news", "north america", "oceania", "photos", "search", "sister cities", "south america",
    "specials",
];

/// The best candidate, if the body speaks of what it names or a country stands beside it.
pub(super) fn choose(candidates: &[Candidate], body: &str) -> Option<Title> {
    let mut opening = OPENING.min(body.len());
    while !body.is_char_boundary(opening) {
        opening -= 1;
    }
    let opening = body.get(..opening).unwrap_or("");
    let rate = |candidate: &Candidate| {
        let title = parse(&candidate.words)?;
        let lower = candidate.words.to_lowercase();
        if PARTS.contains(&lower.as_str()) || headings::look_up(&candidate.words).is_some() {
            return None;
        }
        let spoken_of = stands_in(&title.city, opening);
        let rank = match (spoken_of, title.country.is_some()) {
            (true, true) => 4,
            (false, true) => 3,
            (true, false) => 2,
            (false, false) if stands_in(&title.city, body) => 1,
            _ => return None,
        };
        Some((rank, candidate.origin, title))
    };
    let best = candidates.iter().filter_map(rate).max_by_key(|(rank, origin, _)| (*rank, *origin));
    best.map(|(_, _, title)| title)
}

/// Whether these words stand in `text` as words of their own.
fn stands_in(words: &str, text: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|t| t.chars().next());
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        apart(before) && apart(after)
    })
}

/// Words that stay small where a title is written in capitals.
const SMALL: &[&str] = &["am", "and", "da", "de", "del", "do", "la", "le", "of", "the", "upon"];

/// "RIO DE JANEIRO" as a body writes it: "Rio de Janeiro". Short words ("USA") and mixed ones stay.
pub(crate) fn in_small_letters(name: &str) -> Cow<'_, str> {
    if name.chars().any(char::is_lowercase) || name.chars().count() < 4 || name.contains('.') {
        return Cow::Borrowed(name);
    }
    let mut small = String::with_capacity(name.len());
    for word in name.split(' ') {
        if !small.is_empty() {
            small.push(' ');
        }
        let lower = word.to_lowercase();
        if !small.is_empty() && SMALL.contains(&lower.as_str()) {
            small.push_str(&lower);
            continue;
        }
        let mut after_letter = false;
        for c in word.chars() {
            if after_letter {
                small.extend(c.to_lowercase());
            } else {
                small.push(c);
            }
            after_letter = c.is_alphabetic() || c == '\'';
        }
    }
    Cow::Owned(small)
}

/// Reads "Dublin(Ireland)", "Tsukuba, Japan", "Durban (eThekwini), South Africa", "Japan - Nara", "Lima".
pub(super) fn parse(printed: &str) -> Option<Title> {
    let printed = printed.trim();
    let words = printed.split_whitespace().count();
    let opens = printed
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() || c == '\'' || c == '’');
    let sentence = printed.ends_with([':', '!', '?', '。', '：'])
        || printed.ends_with('.') && !is_abbreviation(printed.rsplit(' ').next().unwrap_or(""));
    if words == 0 || words > LONGEST || !opens || sentence {
        return None;
    }
    let small = in_small_letters(printed);
    let mut parts: Vec<&str> = small
        .split([',', '，', '(', ')', '（', '）', '、'])
        .flat_map(|part| part.split(" - ").flat_map(|p| p.split(" – ")))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let is_country = |part: &&str| countries::by_name(part).is_some();
    let country = if parts.len() > 1 {
        parts.iter().rposition(is_country).map(|at| parts.remove(at))
    } else {
        None
    };
    let region = parts.get(1).is_some_and(|part| regions::country_of(part).is_some());
    let (city, rest) = parts.split_first()?;
    // "Friendship Cities, Europe" is no title; a second part is a region, another name, or nothing.
    let bracketed = printed.contains(['(', '（']);
    if country.is_none() && !rest.is_empty() && !region && !bracketed && !is_country(city) {
        return None;
    }
    Some(Title {
        printed: printed.to_string(),
        city: (*city).to_string(),
        country: country.or(rest.iter().copied().find(|_| region)).map(str::to_string),
    })
}

/// "D.C.", "U.S.A."
fn is_abbreviation(word: &str) -> bool {
    word.split_terminator('.').all(|part| part.chars().count() == 1)
}

/// The names in brackets beside the title's city: "eThekwini" in "Durban (eThekwini), South Africa".
pub(super) fn other_names(printed: &str) -> impl Iterator<Item = &str> {
    let brackets =
        printed.split(['(', '（']).skip(1).filter_map(|rest| rest.split([')', '）']).next());
    brackets.map(str::trim).filter(|name| {
        !name.is_empty()
            && countries::by_name(name).is_none()
            && regions::country_of(name).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, city: &str, country: &str) {
        let title = parse(printed).expect("a title");
        assert_eq!(
            (title.city.as_str(), title.country.as_deref().unwrap_or("")),
            (city, country),
            "{printed}"
        );
    }

    #[test]
    fn cities_and_countries() {
        check("Dublin(Ireland)", "Dublin", "Ireland");
        check("Tsukuba, Japan", "Tsukuba", "Japan");
        check("Community of Madrid, Spain", "Community of Madrid", "Spain");
        check("Durban (eThekwini), South Africa", "Durban", "South Africa");
        check("Rotterdam (The Netherlands)", "Rotterdam", "The Netherlands");
        check("Columbus, Ohio", "Columbus", "Ohio");
        check("Columbus, Ohio, USA", "Columbus", "USA");
        check("Japan - Nara", "Nara", "Japan");
        check("Santiago Metropolitan Region", "Santiago Metropolitan Region", "");
        check("Singapore", "Singapore", "");
        check("RIO DE JANEIRO, BRAZIL", "Rio de Janeiro", "Brazil");
        check("Washington, D.C., U.S.A.", "Washington", "U.S.A.");
        assert_eq!(parse("It covers an area of 3 square kilometers."), None);
        assert_eq!(parse("News, Photos"), None);
    }

    #[test]
    fn other_names_in_brackets() {
        let names = |printed| other_names(printed).collect::<Vec<_>>();
        assert_eq!(names("Durban (eThekwini), South Africa"), ["eThekwini"]);
        assert_eq!(names("Dublin(Ireland)"), Vec::<&str>::new());
    }
}
