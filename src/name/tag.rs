//! The part each word plays, decided by its class and its neighbours.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Form;

use super::token::{Kind, Tag, Token};
use super::verb::{governed, past_or_noun, resumes_after_comma, verb};

/// Tags the words that no name has taken.
pub fn tag(text: &str, tokens: &mut [Token], lexicon: &Lexicon) {
    for at in 0..tokens.len() {
        let adverbial = if tokens[at].is(lexicon.class.prep | lexicon.class.det) {
            adverbial(text, tokens, at)
        } else {
            None
        };
        if let Some(words) = adverbial {
            tokens[at..at + words].iter_mut().for_each(|t| t.tag = Tag::Adv);
        } else if tokens[at].kind == Kind::Word && tokens[at].tag != Tag::Name {
            if tokens[at].tag == Tag::Adv {
                continue;
            }
            tokens[at].tag = if tokens[at].word == 0 && is_ly(tokens[at].span.of(text)) {
                Tag::Adv
            } else {
                part(text, tokens, at, lexicon)
            };
        }
    }
}

/// Prepositional phrases that say nothing of their own: their noun is no subject and no place.
const ADVERBIALS: [&[&str]; 18] = [
    &["each", "year"],
    &["every", "year"],
    &["each", "day"],
    &["every", "day"],
    &["as", "a", "whole"],
    &["in", "turn"],
    &["in", "return"],
    &["in", "part"],
    &["in", "total"],
    &["in", "all"],
    &["in", "fact"],
    &["in", "particular"],
    &["in", "addition"],
    &["in", "person"],
    &["at", "present"],
    &["at", "last"],
    &["on", "average"],
    &["to", "date"],
];

/// The number of words of the adverbial that begins at a token.
fn adverbial(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word =
        |i: usize| tokens.get(i).filter(|t| t.kind == Kind::Word).map_or("", |t| t.span.of(text));
    let first = word(at);
    let same = |phrase: &&&[&str]| {
        first.eq_ignore_ascii_case(phrase[0])
            && phrase.iter().enumerate().all(|(i, w)| word(at + i).eq_ignore_ascii_case(w))
    };
    let found = ADVERBIALS.iter().find(same)?;
    // "in return for the masks" stands for itself.
    let ends = !tokens
        .get(at + found.len())
        .is_some_and(|t| t.span.of(text) == "for" || t.span.of(text) == "of");
    ends.then_some(found.len())
}

/// Adjectives that say what a measure before them is of.
const MEASURED: [&str; 7] = ["high", "deep", "long", "wide", "tall", "thick", "old"];

/// Unknown words in -ed are verb forms but for a few.
fn ends_as_past(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && word.starts_with(char::is_lowercase)
        && !matches!(
            word,
            "hundred"
                | "sacred"
                | "kindred"
                | "naked"
                | "wicked"
                | "rugged"
                | "walled"
                | "detailed"
        )
}

/// "The mayor owes his office": an unknown word in -s between a singular and a determiner.
fn is_unknown_present(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let word = tokens[at].span.of(text);
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let singular = before.is_some_and(|t| {
        let noun = t.tag == Tag::Noun && t.word != 0 && !t.is(c.adjective | c.superlative);
        t.tag == Tag::Name || noun && !t.has_form(lexicon, Form::S)
    });
    // "Old industries such as"
    let object = tokens.get(at + 1).is_some_and(|t| t.is(c.det) && t.span.of(text) != "such");
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.starts_with(char::is_lowercase)
        && singular
        && object
        && !governed(tokens, at)
}

/// Unknown words in -ly are adverbs far more often than not.
fn is_ly(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "monthly"
                | "weekly"
                | "friendly"
                | "assembly"
                | "supply"
                | "early"
                | "elderly"
                | "lively"
        )
}

/// "The congress, held here since 2006, last drew", "it last erupted": once more than an adjective.
fn is_past(text: &str, token: Option<&Token>, lexicon: &Lexicon) -> bool {
    token.is_some_and(|t| {
        t.has_form(lexicon, Form::Ed) || t.word == 0 && ends_as_past(t.span.of(text))
    })
}

/// "the festival, first held in 1979, takes place" and "the mayor, Aino Salmela, first took office in": a past form behind
/// "first" is of an insertion where the main verb follows, else the verb.
fn past_after_first(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Tag> {
    let [before, first] = tokens.get(at.checked_sub(2)?..at)? else { return None };
    let insertion = before.is_sign(',');
    if first.span.of(text) != "first" || !insertion && before.tag != Tag::Name {
        return None;
    }
    let closes = insertion && resumes_after_comma(&tokens[at..], lexicon);
    Some(if closes { Tag::Participle } else { Tag::Verb })
}

fn part(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Tag {
    let c = &lexicon.class;
    let token = &tokens[at];
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let after = tokens.get(at + 1);
    let word = token.span.of(text);
    let past_form = ends_as_past(word) || token.has_form(lexicon, Form::Ed);
    if (token.word == 0 || token.classes == 0) && past_form {
        return past_or_noun(tokens, at, lexicon).unwrap_or(Tag::Noun);
    }
    if (token.word == 0 || token.classes == 0) && is_unknown_present(text, tokens, at, lexicon) {
        return Tag::Verb;
    }
    if token.word == 0 {
        return Tag::Noun;
    }
    let first = past_form.then(|| past_after_first(text, tokens, at, lexicon)).flatten();
    if let Some(tag) = first.or_else(|| seating(tokens, at, lexicon)) {
        return tag;
    }
    // "close to the border"
    let near = word == "close" && after.is_some_and(|t| t.word == lexicon.to);
    let once_more = word == "last" && is_past(text, after, lexicon);
    if near || once_more || is_measured(tokens, at, word, lexicon) {
        return Tag::Adv;
    }
    if token.is(c.aux) {
        return auxiliary(tokens, at, lexicon);
    }
    if token.word == lexicon.that {
        return that(before, after, lexicon);
    }
    if token.is(c.rel) {
        return Tag::Rel;
    }
    if token.is(c.det) {
        return determiner(token, after, lexicon);
    }
    if token.is(c.pron) {
        return pronoun(before, word);
    }
    if token.is(c.conj) {
        return Tag::Conj;
    }
    if token.is(c.verb | c.found | c.state | c.sign | c.elect) {
        return verb(tokens, at, lexicon).unwrap_or(Tag::Noun);
    }
    if token.is(c.sub) && !token.is(c.prep) {
        return Tag::Sub;
    }
    if token.is(c.prep) {
        return preposition(tokens, at, lexicon);
    }
    if token.is(c.adv) {
        return Tag::Adv;
    }
    // "celled", "funded": a past form that the tables know for something else.
    if ends_as_past(word) && !token.has_form(lexicon, Form::Base) && !token.is(c.noun_like) {
        return past_or_noun(tokens, at, lexicon).unwrap_or(Tag::Noun);
    }
    Tag::Noun
}

/// Pronouns that only stress the phrase before them.
const REFLEXIVE: [&str; 4] = ["itself", "themselves", "himself", "herself"];

/// "Johannesburg itself is": a reflexive behind a phrase is none of its own.
fn pronoun(before: Option<&Token>, word: &str) -> Tag {
    let behind = before.is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Name));
    if behind && REFLEXIVE.contains(&word) { Tag::Adv } else { Tag::Pron }
}

/// "The concert hall seats 1,238."
fn seating(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Tag> {
    let c = &lexicon.class;
    let hall = at.checked_sub(1).is_some_and(|i| tokens[i].is(c.built | c.institution));
    let seats = hall
        && tokens[at].has_form(lexicon, Form::S)
        && lexicon.is_form(tokens[at].word, "seat")
        && tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Figure(_)));
    seats.then_some(Tag::Verb)
}

/// "106 meters high": an adjective of measure, no head of a phrase; but "12 high school students".
fn is_measured(tokens: &[Token], at: usize, word: &str, lexicon: &Lexicon) -> bool {
    let c = &lexicon.class;
    let head_next = tokens.get(at + 1).is_some_and(|t| {
        t.kind == Kind::Word
            && !t.is(c.det | c.prep | c.conj | c.aux | c.adv | c.pron | c.rel | c.sub | c.verb)
    });
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let figure = before.is_some_and(|t| matches!(t.kind, Kind::Figure(_)));
    figure && !head_next && MEASURED.contains(&word)
}

/// "the line that", "said that the city", "that city".
fn that(before: Option<&Token>, after: Option<&Token>, lexicon: &Lexicon) -> Tag {
    let opens = || {
        let c = &lexicon.class;
        after.is_some_and(|t| t.is(c.det | c.pron) || t.tag == Tag::Name || t.tag == Tag::Figure)
    };
    match before.map(|t| t.tag) {
        Some(Tag::Noun | Tag::Name) => Tag::Rel,
        Some(Tag::Verb | Tag::Participle | Tag::Figure) if opens() => Tag::Sub,
        _ => Tag::Det,
    }
}

fn auxiliary(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Tag {
    let being = tokens[at].has_form(lexicon, Form::Ing);
    // "the first woman to be elected": an infinitive has no subject of its own.
    let to = at.checked_sub(1).is_some_and(|i| tokens[i].word == lexicon.to);
    if being || to { Tag::Participle } else { Tag::Verb }
}

fn determiner(token: &Token, after: Option<&Token>, lexicon: &Lexicon) -> Tag {
    let c = &lexicon.class;
    let ends = after.is_none_or(|t| {
        matches!(t.kind, Kind::Sign(_)) || t.is(c.aux) || t.is(c.verb) && !t.is(c.place | c.body)
    });
    if token.is(c.pron) && ends { Tag::Pron } else { Tag::Det }
}

/// A preposition, or a conjunction where a clause follows ("after it joined", "as it is").
fn preposition(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Tag {
    let c = &lexicon.class;
    let clause = tokens.get(at + 1).is_some_and(|t| t.is(c.pron) && !t.is(c.det));
    if tokens[at].is(c.sub) && clause { Tag::Sub } else { Tag::Prep }
}
