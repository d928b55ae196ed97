//! Members of a series: names and plain nouns, told by their capitals and by the words that make one unsure.

use super::token::Token;
use super::{Parts, are_places};

/// Words inside names, in small letters.
#[rustfmt::skip]
const CONNECTORS: &[&str] = &[
    "&", "à", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "for",
    "ibn", "la", "las", "le", "les", "los", "of", "the", "van", "von", "y",
];

/// Words with which a stretch between two joints may be more, or less, than one member.
#[rustfmt::skip]
const UNSURE: &[&str] = &[
    "a.k.a", "all", "along", "also", "among", "an", "another", "any", "are", "as", "at", "be", "because", "been", "being",
    "besides", "between", "both", "but", "by", "can", "could", "did", "different", "do", "does", "e.g", "each", "either",
    "especially", "etc", "even", "every", "few", "former", "from", "had", "has", "have", "having", "he", "her", "his",
    "i.e", "if", "in", "include", "included", "includes", "including", "into", "is", "it", "its", "latter", "least",
    "like", "mainly", "many", "may", "might", "more", "most", "mostly", "must", "namely", "near", "neither", "no", "nor",
    "not", "off", "on", "one", "only", "or", "other", "others", "our", "over", "per", "plus", "remaining", "respectively",
    "rest", "separately", "several", "shall", "she", "should", "since", "so", "some", "such", "than", "that", "their",
    "then", "there", "these", "they", "this", "those", "through", "to", "together", "under", "various", "was", "we",
    "were", "when", "where", "which", "while", "who", "whom", "whose", "will", "with", "without", "would",
];

/// Words of offices, which may be said of the name before them.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "Acting", "Ambassador", "Chair", "Chairman", "Chairperson", "Chairwoman", "Chief", "Councilor", "Councillor",
    "Deputy", "Director", "Governor", "Head", "Mayor", "Minister", "Premier", "President", "Secretary", "Speaker",
    "Vice-Governor", "Vice-Mayor", "Vice",
];

/// Words of parties and bodies, which are no people.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "Alliance", "Bloc", "Center", "Centre", "Citizens", "Coalition", "College", "Communist", "Congress", "Conservatives",
    "Council", "Democratic", "Democrats", "Forum", "Front", "Green", "Greens", "Group", "Independents", "Institute",
    "Labor", "Labour", "Left", "Liberal", "Liberals", "List", "Movement", "National", "Office", "Party", "People's",
    "Republicans", "Right", "Social", "Socialists", "Socialist", "Union", "United", "University",
];

/// One member: its tokens, never none.
pub(super) type Member<'a, 't> = &'a [Token<'t>];

/// Whether a word makes the count of members unsure.
pub(super) fn is_unsure(token: &Token<'_>) -> bool {
    token.among(UNSURE)
}

/// Whether a word, with a capital perhaps only since it begins a sentence, makes the count of members unsure.
pub(super) fn opens_unsure(token: &Token<'_>) -> bool {
    token.is_one_of(UNSURE)
}

/// Whether the words are one name: "Alba", "the University of Alba".
pub(super) fn is_name(words: Member<'_, '_>) -> bool {
    let bare = bare(words);
    let ends = bare.first().zip(bare.last());
    ends.is_some_and(|(first, last)| first.is_capital() && last.is_capital())
        && bare.iter().all(|t| t.is_capital() || t.among(CONNECTORS))
        && !words.first().is_some_and(opens_unsure)
}

/// The words without the article before them.
fn bare<'a, 't>(words: Member<'a, 't>) -> Member<'a, 't> {
    words.split_first().filter(|(first, _)| first.is("the")).map_or(words, |(_, rest)| rest)
}

/// Whether the words are one plain noun in small letters, a verb behind it left out of account.
pub(super) fn is_plain(words: Member<'_, '_>) -> bool {
    words.iter().all(|t| t.is_small() && !t.among(CONNECTORS))
}

/// Whether a member may stand for several: "the Twin Cities", "Buda-Pest".
pub(super) fn may_be_many(words: Member<'_, '_>) -> bool {
    let article = words.first().is_some_and(|t| t.is("the"));
    let small = words.iter().all(Token::is_small);
    let plural = words.last().is_some_and(|t| is_plural(t.text));
    let linked = |t: &Token<'_>| {
        let mut later = t.text.split(['-', '‐']).skip(1);
        !t.among(OFFICES) && later.any(|part| part.starts_with(char::is_uppercase))
    };
    (article || small) && plural || words.iter().any(linked)
}

/// Whether a word has the ending of a plural.
pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}

/// Whether the members look like people: two to four words with capitals, none of a party, a body or an office.
pub(super) fn are_people(members: &[Member<'_, '_>]) -> bool {
    members.iter().all(|words| {
        let other = |t: &Token<'_>| {
            t.among(BODIES) || t.among(OFFICES) || t.among(&["the", "of", "for", "&"])
        };
        (2..=4).contains(&words.len()) && is_name(words) && !words.iter().any(other)
    })
}

/// Whether all members are plainly of one kind, so that none is said of the one before it: places, names that share
/// a word ("Alba University, Berg University"), or names with an article.
pub(super) fn are_alike(parts: Parts<'_>, members: &[Member<'_, '_>]) -> bool {
    let names: Vec<String> = members.iter().map(|m| joined(bare(m))).collect();
    let office = |m: &Member<'_, '_>| m.iter().any(|t| t.among(OFFICES));
    let offices = members.iter().filter(|m| office(m)).count();
    if offices != 0 && offices != members.len() {
        return false;
    }
    let article = members.iter().all(|m| m.first().is_some_and(|t| t.is("the")));
    article || shares_word(members) || are_places(parts, &names)
}

/// Whether a word of the first member that is no connector stands in all.
fn shares_word(members: &[Member<'_, '_>]) -> bool {
    let Some((first, rest)) = members.split_first() else { return false };
    let shared = |t: &&Token<'_>| rest.iter().all(|m| m.iter().any(|other| other.text == t.text));
    let ends = first.first().into_iter().chain(first.last());
    ends.filter(|t| t.is_capital()).any(|t| shared(&t))
}

/// The words with single spaces, as the tables of places spell names.
pub(super) fn joined(words: Member<'_, '_>) -> String {
    words.iter().map(|t| t.text).collect::<Vec<_>>().join(" ")
}
