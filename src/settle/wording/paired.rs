//! What "respectively" pairs: "Beijing, Seoul and Tokyo have 12 and 15 lines respectively".

use std::sync::LazyLock;

use regex::Regex;

use crate::mention::{Mention, Value};
use crate::name::Known;
use crate::record::WarningCode;
use crate::span::Span;

use super::member::{self, Member};
use super::token::{self, Kind, Token};
use super::{Fault, Parts};

/// Words between the last figure and the word that pairs: "49, 7 and 45 kilometers from Milan respectively".
const TAIL: usize = 5;

/// Words between the last name and the first figure.
const VERB: usize = 12;

/// Words that begin a clause of its own.
const CLAUSE: &[&str] = &["although", "but", "whereas", "while"];

/// Words with which a clause holds other series than the two, or holds one of them twice.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "all", "along", "between", "both", "each", "either", "neither", "nor", "or", "other", "others", "plus", "together",
    "well",
];

/// Words that begin what is said of the name before the comma.
const SAID_OF: &[&str] = &["a", "an", "home", "its", "one", "the"];

/// Adverbs that open a sentence; those in "ly" are known by their end.
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "abroad", "after", "afterwards", "again", "also", "altogether", "always", "anyway", "before", "besides",
    "conversely", "downtown", "else", "elsewhere", "further", "furthermore", "hence", "here", "however", "indeed",
    "inland", "instead", "later", "likewise", "meanwhile", "moreover", "nevertheless", "next", "nonetheless", "now",
    "nowadays", "once", "otherwise", "overall", "overseas", "perhaps", "sometimes", "still", "then", "there",
    "thereafter", "therefore", "thus", "today", "together", "too", "yet",
];

/// The members of a series of names.
struct Names<'a, 't> {
    members: Vec<Member<'a, 't>>,
    /// Whether a comma stands before the "and".
    comma: bool,
    /// Whether they are plain nouns.
    plain: bool,
}

/// The words that pair: few sentences have one, and one look tells.
static PAIRS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("respectively|separately").expect("a fixed pattern is valid"));

/// The two series of a sentence that "respectively" pairs though their lengths differ.
pub(super) fn fault(parts: Parts<'_>, sentence: Span) -> Option<Fault> {
    let words = sentence.of(&parts.source.text);
    if !PAIRS.is_match(words) {
        return None;
    }
    let tokens = token::split(parts, sentence);
    let pairing = |t: &Token<'_>| t.among(&["respectively", "separately"]);
    let word = tokens.iter().position(pairing)?;
    if tokens.iter().filter(|t| pairing(t)).count() > 1 {
        return None;
    }
    let figures = figures(&tokens[..word])?;
    let kind = kind(parts, &tokens, &figures)?;
    // "held elections in 2001 and 2005 separately": each its own.
    let apart =
        tokens[word].is("separately") && (kind == Figures::Dates || !closes(&tokens[word + 1..]));
    let names = names(parts, &tokens, *figures.first()?, kind)?;
    if apart || !contradicts(parts, &names, figures.len(), kind) {
        return None;
    }
    let (named, counted) = (names.members.len(), figures.len());
    let message = format!("{named} names are paired with {counted} figures");
    let (first, last) = (names.members.first()?.first()?, names.members.last()?.last()?);
    let series = tokens[*figures.first()?].span.join(tokens[*figures.last()?].span);
    Some(Fault {
        code: WarningCode::RespectivelyMismatch,
        message,
        spans: vec![first.span.join(last.span), series, tokens[word].span],
    })
}

fn closes(after: &[Token<'_>]) -> bool {
    after.first().is_none_or(|t| matches!(t.kind, Kind::Sign(',' | ';' | ')')))
}

/// The tokens of the figures that commas and a last "and" join, at the end of `tokens` but for a short tail.
fn figures(tokens: &[Token<'_>]) -> Option<Vec<usize>> {
    let last = tokens.iter().rposition(|t| t.figure().is_some())?;
    let tail = &tokens[last + 1..];
    let tail = tail.split_last().filter(|(t, _)| t.is_sign(',')).map_or(tail, |(_, rest)| rest);
    let plain = |t: &Token<'_>| t.kind == Kind::Word && !t.is("and") && !t.is_one_of(OTHER);
    if tail.len() > TAIL || !tail.iter().all(plain) {
        return None;
    }
    let mut figures = vec![last];
    let mut at = last;
    while let Some(before) = tokens[..at].iter().rposition(|t| t.figure().is_some()) {
        let joint = &tokens[before + 1..at];
        let comma = joint.len() == 1 && joint[0].is_sign(',');
        let and = joint.last().is_some_and(|t| t.is("and"))
            && (joint.len() == 1 || joint.len() == 2 && joint[0].is_sign(','));
        let joins = if figures.len() == 1 { and } else { comma };
        if !joins {
            break;
        }
        figures.push(before);
        at = before;
    }
    figures.reverse();
    (figures.len() > 1).then_some(figures)
}

/// What the figures of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figures {
    Dates,
    Values,
}

/// The one kind of a series; "70 and 30 percent" is one, its unit said once.
fn kind(parts: Parts<'_>, tokens: &[Token<'_>], figures: &[usize]) -> Option<Figures> {
    let mentions: Option<Vec<&Mention>> =
        figures.iter().map(|at| tokens[*at].figure().and_then(|m| parts.mentions.get(m))).collect();
    let mentions = mentions?;
    let (last, rest) = mentions.split_last()?;
    let bare = rest.iter().all(|m| matches!(m.value, Value::Number(..)));
    let unit = matches!(last.value, Value::Measure(..) | Value::Percent(_) | Value::Money(..));
    let same = rest.iter().all(|m| are_same(&m.value, &last.value));
    match last.value {
        Value::Malformed => None,
        Value::Date(_) => same.then_some(Figures::Dates),
        _ => (same || bare && unit).then_some(Figures::Values),
    }
}

fn are_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Measure(_, a, _), Value::Measure(_, b, _)) => a == b,
        (Value::Money(_, a), Value::Money(_, b)) => a == b,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// The names before the figures, joined like them, where the clause has no other series.
fn names<'a, 't>(
    parts: Parts<'_>,
    tokens: &'a [Token<'t>],
    end: usize,
    kind: Figures,
) -> Option<Names<'a, 't>> {
    let clause = tokens.get(clause(parts, tokens, end, kind)?..end)?;
    let words = |t: &Token<'_>| (t.kind == Kind::Word || t.is_sign(',')) && !t.is_one_of(OTHER);
    if !clause.iter().all(words) || clause.iter().filter(|t| t.is("and")).count() != 1 {
        return None;
    }
    let and = clause.iter().position(|t| t.is("and"))?;
    let comma = clause.get(..and)?.last()?.is_sign(',');
    let before = &clause[..and - usize::from(comma)];
    let (last, aside) = last_name(&clause[and + 1..])?;
    match first_names(parts, before, aside) {
        Some(mut members) if !last.is_empty() => {
            members.push(last);
            Some(Names { members, comma, plain: false })
        }
        _ => plain_names(before, &clause[and + 1..], comma),
    }
}

/// Where the clause of the figures begins: behind the last sign or "while", and behind "In 2020,".
fn clause(parts: Parts<'_>, tokens: &[Token<'_>], end: usize, kind: Figures) -> Option<usize> {
    let border = |t: &Token<'_>| t.is_sign(';') || t.is_sign(':') || t.is_one_of(CLAUSE);
    let start = tokens[..end].iter().rposition(border).map_or(0, |i| i + 1);
    let Some(figure) = tokens[start..end].iter().position(|t| t.figure().is_some()) else {
        return Some(start);
    };
    let date = tokens[start + figure].figure().and_then(|m| parts.mentions.get(m));
    let date = date.is_some_and(|m| matches!(m.value, Value::Date(_)));
    let opens =
        date && figure <= 2 && kind == Figures::Values && tokens[start + figure + 1].is_sign(',');
    opens.then_some(start + figure + 2)
}

/// The name that follows "and", none if there is none, and whether a comma parts it from its verb.
fn last_name<'a, 't>(after: &'a [Token<'t>]) -> Option<(Member<'a, 't>, bool)> {
    let longest = after.iter().take_while(|t| !t.is_sign(',')).take(VERB).count();
    let length = (1..=longest).rev().find(|n| member::is_name(&after[..*n])).unwrap_or(0);
    let (name, rest) = after.split_at(length);
    let aside = rest.first().is_some_and(|t| t.is_sign(','));
    let verb = &rest[usize::from(aside)..];
    let said_of = verb.first().is_some_and(|t| t.is_one_of(SAID_OF) || t.is_capital());
    // "The Arts and Crafts Fair was held": one name.
    let one = |t: &Token<'_>| t.among(&["has", "is", "was"]);
    let whole = verb.len() <= VERB && verb.iter().all(|t| t.kind == Kind::Word && !one(t));
    (whole && !(aside && said_of)).then_some((name, aside))
}

/// The names before "and", in order; none where it is not sure that the series begins with the first of them.
fn first_names<'a, 't>(
    parts: Parts<'_>,
    before: &'a [Token<'t>],
    aside: bool,
) -> Option<Vec<Member<'a, 't>>> {
    let mut chunks: Vec<Member<'a, 't>> = before.split(|t| t.is_sign(',')).collect();
    let first = chunks.first_mut()?;
    if !is_opening_name(parts, first) {
        // "delegations from Alba": what stands before the name begins no series, unless it closes with a comma.
        let from = (1..first.len()).find(|n| member::is_name(&first[*n..]))?;
        let opens = from == 1 && member::opens_unsure(&first[0]);
        if opens || aside || first[from - 1].is_capital() {
            return None;
        }
        *first = &first[from..];
    }
    chunks.iter().all(|c| member::is_name(c)).then_some(chunks)
}

/// Whether the words are a name and no adverb with the capital of a sentence's beginning.
fn is_opening_name(parts: Parts<'_>, words: Member<'_, '_>) -> bool {
    let known = |word: &str| parts.gazette.is_place(word) || parts.gazette.is_capitalized(word);
    member::is_name(words) && (words.len() > 1 || known(words[0].text))
}

/// "services, industry": plain nouns from the clause's beginning on.
fn plain_names<'a, 't>(
    before: &'a [Token<'t>],
    after: &'a [Token<'t>],
    comma: bool,
) -> Option<Names<'a, 't>> {
    let last = after.get(..1)?;
    let mut members: Vec<Member<'a, 't>> = before.split(|t| t.is_sign(',')).collect();
    members.push(last);
    let adverb = |t: &Token<'_>| {
        t.is_one_of(ADVERBS) || ["ly", "ed", "ing"].iter().any(|end| t.text.ends_with(end))
    };
    let sure = |t: &Token<'_>| {
        !member::opens_unsure(t) && !adverb(t) && !t.is_one_of(&["the", "a", "of", "for"])
    };
    let small = |m: &Member<'_, '_>, from: usize| m.iter().skip(from).all(Token::is_small);
    let short = members.iter().all(|m| (1..=2).contains(&m.len()) && m.iter().all(sure));
    // The first has the capital of the sentence, perhaps.
    let plain = members.iter().enumerate().all(|(i, m)| small(m, usize::from(i == 0)));
    (short && plain && members.len() > 1).then_some(Names { members, comma, plain: true })
}

/// Whether the two series surely are what is paired, and surely are of unequal length.
fn contradicts(parts: Parts<'_>, names: &Names<'_, '_>, figures: usize, kind: Figures) -> bool {
    let members = &names.members;
    if members.len() < 2 || members.len() == figures {
        return false;
    }
    if members.len() > figures {
        // A comma too many may be that of a word on the name before it.
        return if names.plain {
            let first = &members[0][0];
            // "Services, industry": of words with the capital of a beginning, only a plural is surely no adverb.
            let noun = first.is_small() || member::is_plural(first.text);
            noun && !names.comma && members.iter().all(|m| m.len() == 1)
        } else {
            member::are_alike(parts, members)
        };
    }
    let single = !members.iter().any(|m| member::may_be_many(m));
    let partner = parts.gazette.city.partner.as_deref();
    // "Beijing and Alba signed agreements in 2001, 2005 and 2010 respectively": it pairs no city with a year.
    let together = members.iter().any(|m| m.len() == 1 && partner == Some(m[0].text));
    match (names.plain, kind) {
        (true, kind) => kind == Figures::Values,
        (false, Figures::Dates) => single && !together,
        (false, Figures::Values) => single,
    }
}
