//! Noun phrases: a determiner, what modifies, and a head.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Form, Mask};

use super::proper::Name;
use super::token::{Kind, Tag, Token};

/// A noun phrase without what "of" joins to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// First token, determiner and figures included.
    pub first: usize,
    /// Last token: the head.
    pub last: usize,
    /// Classes of the head word, of the name's head where the phrase ends with a name.
    pub classes: Mask,
    /// The name it ends with or is.
    pub name: Option<usize>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Whether it begins with "the", "this", "its" and their like.
    pub definite: bool,
}

/// Finds the noun phrases, `nouns`, of a tagged sentence; `dated` tells of a figure whether it is a day of a year.
pub fn collect(
    tokens: &[Token],
    names: &[Name],
    lexicon: &Lexicon,
    dated: impl Fn(&Token) -> bool,
    nouns: &mut Vec<Noun>,
) {
    nouns.clear();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.tag == Tag::Pron {
            nouns.push(Noun {
                first: at,
                last: at,
                classes: 0,
                name: None,
                pronoun: true,
                definite: true,
            });
            at += 1;
            continue;
        }
        // "In the elections of 10 October 2018 Unity obtained": no name begins with a day.
        let apart = tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Name) && dated(token);
        if apart || !matches!(token.tag, Tag::Det | Tag::Noun | Tag::Name | Tag::Figure) {
            at += 1;
            continue;
        }
        let (end, head) = extent(tokens, names, lexicon, at);
        if let Some(head) = head {
            nouns.push(noun(tokens, names, lexicon, at, head));
        }
        at = end.max(at + 1);
    }
}

/// Where the phrase that begins at `first` ends (exclusive), and its head.
fn extent(
    tokens: &[Token],
    names: &[Name],
    lexicon: &Lexicon,
    first: usize,
) -> (usize, Option<usize>) {
    let mut head = None;
    let mut at = first;
    while let Some(token) = tokens.get(at) {
        match token.tag {
            Tag::Det if at == first => {}
            // A determiner opens the next phrase; "all the", "both the" open one together.
            Tag::Det if head.is_none() && tokens[at - 1].tag == Tag::Det => {}
            // "seven other parties"
            Tag::Det if head.is_none() && token.word == lexicon.other => {}
            Tag::Noun => head = Some(at),
            Tag::Name => {
                let name = names.iter().find(|n| n.first <= at && at <= n.last);
                let end = name.map_or(at, |n| n.last);
                // Two names side by side are two phrases.
                if head.is_some_and(|h| tokens[h].tag == Tag::Name)
                    && name.is_some_and(|n| n.first == at)
                    && !tokens[at - 1].tag.eq(&Tag::Possessive)
                {
                    return (at, head);
                }
                // "the incumbent mayor Aino Salmela": an office and its holder.
                let office = head.is_some_and(|h| {
                    h + 1 == at && tokens[h].tag == Tag::Noun && tokens[h].is(lexicon.class.office)
                });
                if office && name.is_some_and(|n| n.classes == 0 && !n.is_place) {
                    return (at, head);
                }
                // "the 2018 elections Livable Rotterdam": a plural before a name is a phrase of its own.
                let plural = head.is_some_and(|h| {
                    h + 1 == at
                        && tokens[h].tag == Tag::Noun
                        && tokens[h].has_form(lexicon, Form::S)
                });
                if plural && !tokens[at - 1].is(lexicon.class.money_thing | lexicon.class.people) {
                    return (at, head);
                }
                head = Some(end);
                at = end;
            }
            Tag::Possessive if head.is_some() => {
                if !tokens
                    .get(at + 1)
                    .is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Figure))
                {
                    return (at, head);
                }
            }
            // A figure after the head begins a phrase of its own: "in 2019 200 people".
            Tag::Figure if head.is_none() || matches!(tokens[at - 1].tag, Tag::Possessive) => {}
            Tag::Sign if is_quote(token) && (head.is_none() || !closes(tokens, at)) => {}
            _ => return (at, head),
        }
        at += 1;
    }
    (at, head)
}

/// Whether "of" joins noun phrase `noun` to the one before it: "the mayors of the 25 districts".
pub fn is_joined(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, noun: usize) -> bool {
    let before = noun.checked_sub(1).and_then(|i| nouns.get(i));
    let (Some(before), Some(noun)) = (before, nouns.get(noun)) else { return false };
    noun.first == before.last + 2 && tokens[before.last + 1].word == lexicon.of
}

fn is_quote(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign('“' | '"' | '”' | '‘'))
}

fn closes(tokens: &[Token], at: usize) -> bool {
    !tokens.get(at + 1).is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Name) && !t.spaced)
}

fn noun(tokens: &[Token], names: &[Name], lexicon: &Lexicon, first: usize, head: usize) -> Noun {
    let name = names.iter().position(|n| n.first <= head && head <= n.last);
    let c = &lexicon.class;
    // "the port city Callao": what stands before the name says what it is.
    let apposed = |i: usize| {
        let kind = names[i].first.checked_sub(1).filter(|k| *k >= first)?;
        let things = c.place | c.built | c.institution | c.linear | c.natural | c.organization;
        (tokens[kind].tag == Tag::Noun).then_some(tokens[kind].classes & things)
    };
    let classes = match name {
        Some(i) if names[i].is_place => names[i].classes | c.place,
        Some(i) if names[i].classes == 0 => apposed(i).unwrap_or(0),
        Some(i) => names[i].classes,
        // "the chief executive" is an office.
        None if head > first
            && tokens[head].is(c.executive)
            && tokens[head - 1].is(c.head_office) =>
        {
            c.office
        }
        None => tokens[head].classes,
    };
    let definite = tokens[first].tag == Tag::Det
        && tokens[first].word != lexicon.a
        && tokens[first].word != lexicon.an;
    Noun { first, last: head, classes, name, pronoun: false, definite }
}
