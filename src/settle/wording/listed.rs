//! A count and the list that it announces: "four universities, namely A, B and C".

use rust_decimal::prelude::ToPrimitive;

use crate::fact::draft::{Claim, Reason};
use crate::mention::{Mention, NumberForm, Range, Value};
use crate::record::WarningCode;
use crate::span::Span;

use super::member::{self, Member};
use super::token::{self, Kind, Token};
use super::{Fault, Parts, holds_places};

/// The largest count that a sentence follows by all its names.
const MOST: usize = 50;

/// Words of the noun that a count counts.
const NOUN_WORDS: usize = 5;

/// Words of one member: a longer one is hardly a name.
const MEMBER_WORDS: usize = 8;

/// Verbs before "of" whose object the count is: "consists of three districts".
const COMPOSED: &[&str] = &[
    "composed",
    "comprised",
    "consist",
    "consisted",
    "consisting",
    "consists",
    "merger",
    "total",
    "up",
];

/// Words before a count that loosen it.
const LOOSE: &[&str] =
    &["about", "around", "least", "most", "nearly", "or", "over", "some", "than", "to", "under"];

/// Nouns of which a list need not name one each: people sit for parties, prizes go to those who won them.
#[rustfmt::skip]
const UNCOUNTED: &[&str] = &[
    "awards", "candidates", "categories", "days", "delegates", "flights", "games", "goals", "halves", "hours", "inhabitants",
    "kinds", "matches", "medals", "meetings", "members", "minutes", "months", "occasions", "others", "pairs", "parts",
    "persons", "points", "prizes", "records", "representatives", "residents", "rounds", "seats", "sessions", "sets", "sides",
    "sorts", "students", "terms", "times", "titles", "trips", "types", "victories", "visitors", "visits", "votes", "ways",
    "weeks", "wins", "years",
];

/// Nouns of people in office.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "ambassadors", "chairmen", "chairpersons", "chairs", "commissioners", "councillors", "councilors", "deputies",
    "directors", "governors", "mayors", "ministers", "officials", "presidents", "secretaries", "speakers", "vice-governors",
    "vice-mayors",
];

/// Nouns of places.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "airports", "boroughs", "capitals", "cities", "communes", "counties", "countries", "districts", "governorates",
    "islands", "lakes", "municipalities", "ports", "prefectures", "provinces", "regions", "rivers", "states", "towns",
    "townships", "villages", "wards", "zones",
];

/// Nouns of what holds places itself.
const HOLDERS: &[&str] = &["countries", "prefectures", "provinces", "regions", "states"];

/// Plurals without "s".
const IRREGULAR: &[&str] = &["chairmen", "children", "men", "people", "women"];

/// Words after a list that say nothing more of what it holds.
#[rustfmt::skip]
const ONWARD: &[&str] = &[
    "all", "are", "at", "each", "from", "had", "has", "have", "in", "is", "of", "on", "under", "was", "were", "where",
    "whereas", "which", "while", "who", "whose", "with",
];

/// Words after a closed list that add to it.
const MORE: &[&str] = &["along", "and", "as", "besides", "including", "plus", "together"];

/// The ends of a possessor.
const OWNER: [&str; 2] = ["'s", "’s"];

/// What parts a list from its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// A colon, "namely", "that is", "i.e."
    Said,
    Bracket,
    Dash,
}

/// A list with its members.
struct List<'a, 't> {
    members: Vec<Member<'a, 't>>,
    /// Whether a comma stands before the "and".
    comma: bool,
}

/// All lists of a sentence that contradict their count.
pub(super) fn faults(parts: Parts<'_>, sentence: Span) -> Vec<Fault> {
    let first = parts.mentions.partition_point(|m| m.span.start() < sentence.start());
    let inside = |(_, m): &(usize, &Mention)| m.span.start() < sentence.end();
    let mut mentions = parts.mentions.iter().enumerate().skip(first).take_while(inside);
    if !mentions.any(|(i, _)| count(parts, i).is_some()) {
        return Vec::new();
    }
    let words = sentence.of(&parts.source.text);
    let opens = [":", "(", "—", "–", "namely", "that is", "i.e."];
    if !opens.iter().any(|o| words.contains(o)) {
        return Vec::new();
    }
    let tokens = token::split(parts, sentence);
    let counts = tokens.iter().enumerate().filter(|(_, t)| t.figure().is_some());
    counts.filter_map(|(at, _)| fault(parts, &tokens, at)).collect()
}

/// What contradicts the count at token `at`, if a list follows that can be counted.
fn fault(parts: Parts<'_>, tokens: &[Token<'_>], at: usize) -> Option<Fault> {
    let count = tokens.get(at)?.figure().and_then(|m| count(parts, m))?;
    if !is_whole(tokens.get(..at)?) {
        return None;
    }
    let noun = noun(tokens, at + 1)?;
    let (opening, from) = opening(tokens, noun + 1)?;
    let list = list(tokens.get(from..)?, opening)?;
    let named = list.members.len();
    let contradicts =
        named != count && contradicts(parts, tokens.get(noun)?.text, count, opening, &list);
    let (first, last) = (list.members.first()?.first()?, list.members.last()?.last()?);
    contradicts.then(|| {
        let counted = tokens[at].span.join(tokens[noun].span);
        let message =
            format!("`{}` are announced, {named} are named", counted.of(&parts.source.text));
        Fault {
            code: WarningCode::ListCountMismatch,
            message,
            spans: vec![counted, first.span.join(last.span)],
        }
    })
}

/// An exact count of several things.
fn count(parts: Parts<'_>, mention: usize) -> Option<usize> {
    let m = parts.mentions.get(mention)?;
    let no_count = matches!(
        parts.claims.get(mention),
        Some(Claim::Passed(Reason::PartOfName | Reason::Label | Reason::Vague | Reason::Malformed))
    );
    match m.value {
        Value::Number(Range { low, high: None }, NumberForm::Digits | NumberForm::Words)
            if m.qualifier.is_none() && !no_count && low.fract().is_zero() =>
        {
            low.to_usize().filter(|n| (2..=MOST).contains(n))
        }
        _ => None,
    }
}

/// Whether what stands before a count leaves it whole: not "two of the three", "nearly three", "Line 3".
fn is_whole(before: &[Token<'_>]) -> bool {
    let articles =
        before.iter().rev().take_while(|t| t.is_one_of(&["the", "its", "these"])).count();
    let before = &before[..before.len() - articles];
    let Some((last, rest)) = before.split_last() else { return true };
    match last.kind {
        Kind::Figure(_) => false,
        Kind::Word if last.is("of") => rest.last().is_some_and(|t| t.among(COMPOSED)),
        // "two and three"
        Kind::Word if last.is("and") => rest.last().is_none_or(|t| t.figure().is_none()),
        Kind::Word => {
            // "Line 3", but "Alba's three"
            let name = last.is_capital()
                && !rest.is_empty()
                && !OWNER.iter().any(|s| last.text.ends_with(s));
            !last.among(LOOSE) && !name
        }
        Kind::Sign(sign) => matches!(sign, ',' | ';' | '('),
    }
}

/// The last word of the plural that begins at `first`.
fn noun(tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let words =
        tokens.get(first..)?.iter().take_while(|t| t.kind == Kind::Word && !ends_noun(t)).count();
    let last = (first + words).checked_sub(1).filter(|_| (1..=NOUN_WORDS).contains(&words))?;
    let plural = |t: &Token<'_>| member::is_plural(t.text) || t.is_one_of(IRREGULAR);
    let head = tokens.get(last)?;
    // "four districts hold elections"
    let single = !tokens.get(first..last)?.iter().any(|t| t.is_small() && plural(t));
    let spaced = tokens.get(first)?.spaced;
    (plural(head) && single && spaced && !head.is_one_of(UNCOUNTED)).then_some(last)
}

/// Words that no noun with its adjectives holds.
fn ends_noun(token: &Token<'_>) -> bool {
    member::is_unsure(token) || token.among(&["and", "of", "the", "for"])
}

/// How the list behind a noun opens, and its first token.
fn opening(tokens: &[Token<'_>], at: usize) -> Option<(Opening, usize)> {
    let sign = tokens.get(at)?;
    match sign.kind {
        Kind::Sign(':' | '：') => Some((Opening::Said, at + 1)),
        Kind::Sign('(' | '（') => Some((Opening::Bracket, said(tokens, at + 1).unwrap_or(at + 1))),
        Kind::Sign('—') => Some((Opening::Dash, at + 1)),
        Kind::Sign('–') if sign.spaced && tokens.get(at + 1)?.spaced => {
            Some((Opening::Dash, at + 1))
        }
        Kind::Sign(',') => said(tokens, at + 1).map(|from| (Opening::Said, from)),
        _ => said(tokens, at).map(|from| (Opening::Said, from)),
    }
}

/// The token after "namely", "that is" or "i.e.", and the comma or colon behind them.
fn said(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let word = tokens.get(at)?;
    let next = |i: usize, signs: &[char]| {
        tokens.get(i).is_some_and(|t| signs.iter().any(|s| t.is_sign(*s)))
    };
    let end = match word.text {
        "namely" => at + 1,
        "i.e" => at + 1 + usize::from(next(at + 1, &['.'])),
        // "that is, A and B": without a comma it is a relative clause.
        "that" if tokens.get(at + 1)?.is("is") && next(at + 2, &[',', ':']) => at + 2,
        _ => return None,
    };
    Some(end + usize::from(next(end, &[',', ':'])))
}

/// Reads a list up to its last member, which "and" joins; none where it has another form.
fn list<'a, 't>(tokens: &'a [Token<'t>], opening: Opening) -> Option<List<'a, 't>> {
    let end = tokens.iter().position(|t| !matches!(t.kind, Kind::Word) && !t.is_sign(','));
    let body = &tokens[..end.unwrap_or(tokens.len())];
    let and = body.iter().position(|t| t.is("and"))?;
    let (before, after) = (body.get(..and)?, body.get(and + 1..)?);
    let comma = before.last().is_some_and(|t| t.is_sign(','));
    let before = before.get(..before.len() - usize::from(comma))?;
    let last = after.split(|t| t.is_sign(',')).next()?;
    let mut members: Vec<Member<'a, 't>> = before.split(|t| t.is_sign(',')).collect();
    members.push(last);
    let sure = |m: &Member<'_, '_>| {
        (1..=MEMBER_WORDS).contains(&m.len())
            && !m.first().is_some_and(member::opens_unsure)
            && !m.iter().any(|t| member::is_unsure(t) || t.is("and") || t.is("a"))
    };
    let rest = tokens.get(and + 1 + last.len()..)?;
    (members.iter().all(sure) && ends(rest, opening)).then_some(List { members, comma })
}

/// Whether the list plainly ends where its last member does.
fn ends(rest: &[Token<'_>], opening: Opening) -> bool {
    let Some((sign, after)) = rest.split_first() else { return opening != Opening::Bracket };
    let adds = || after.first().is_some_and(|t| t.among(MORE));
    match (opening, sign.kind) {
        (Opening::Bracket | Opening::Said, Kind::Sign(')' | '）')) => !adds(),
        (Opening::Dash, Kind::Sign('—' | '–')) => !adds(),
        (Opening::Said, Kind::Sign(',')) => after.first().is_some_and(|t| t.among(ONWARD)),
        _ => false,
    }
}

/// Whether a list of another length than the count is surely complete and surely counted.
fn contradicts(
    parts: Parts<'_>,
    noun: &str,
    count: usize,
    opening: Opening,
    list: &List<'_, '_>,
) -> bool {
    let members = &list.members;
    let noun = noun.to_lowercase();
    let names = members.iter().all(|m| member::is_name(m));
    let people = PEOPLE.contains(&noun.as_str());
    let persons = people && member::are_people(members);
    let alike = persons || names && member::are_alike(parts, members);
    if people && !alike {
        return false;
    }
    if members.len() > count {
        // A comma too many may be that of a word on the name before it.
        return alike && !(list.comma && persons);
    }
    let single = !members.iter().any(|m| member::may_be_many(m));
    let fits = match opening {
        // Brackets hold much: where the counted things are, whose they are.
        Opening::Bracket => {
            alike || names && are_places_of(&noun, members) && members.len() * 2 > count
        }
        Opening::Said | Opening::Dash => names || are_plain(members),
    };
    single && fits
}

/// Whether names may be those of places that the noun counts, and not of where these are.
fn are_places_of(noun: &str, members: &[Member<'_, '_>]) -> bool {
    let holds = |m: &Member<'_, '_>| holds_places(&member::joined(m));
    PLACES.contains(&noun) && (HOLDERS.contains(&noun) || !members.iter().any(holds))
}

/// "finance, trade and tourism": short nouns, the last so short that no verb of the sentence is in it.
fn are_plain(members: &[Member<'_, '_>]) -> bool {
    let longest = if members.len() > 2 { 2 } else { 1 };
    let last = members.last().is_some_and(|m| m.len() <= longest);
    last && members.iter().all(|m| m.len() <= 3 && member::is_plain(m))
}
