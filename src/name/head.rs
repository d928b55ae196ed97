//! The phrase that is the subject of a verb: the one before it, freed of what only says more of it.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Form;

use super::noun::{Noun, is_joined};
use super::token::{Kind, Tag, Token};

/// Of "the services sector of the city" the first phrase.
pub(super) fn of_head(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, noun: usize) -> usize {
    let mut at = noun;
    while is_joined(tokens, nouns, lexicon, at) {
        at -= 1;
    }
    at
}

/// Where a phrase ends that commas or a bracket part from token `end`.
fn before_insertion(tokens: &[Token], nouns: &[Noun], floor: usize, end: usize) -> usize {
    let mut limit = end;
    if limit > floor && tokens[limit - 1].is_sign(',') {
        limit = insertion_start(tokens, nouns, floor, limit - 1);
    }
    if limit > floor && tokens[limit - 1].is_sign(')') {
        limit = open_bracket(tokens, floor, limit - 1);
    }
    limit
}

/// The subject before token `end`: the phrase that ends there, freed of prepositional tails and insertions.
pub(super) fn head_noun(
    tokens: &[Token],
    nouns: &[Noun],
    lexicon: &Lexicon,
    floor: usize,
    end: usize,
) -> Option<usize> {
    let limit = before_insertion(tokens, nouns, floor, end);
    let mut at = nouns.iter().rposition(|n| n.first >= floor && n.last < limit)?;
    loop {
        let noun = &nouns[at];
        let Some(before) = noun.first.checked_sub(1).filter(|i| *i >= floor).map(|i| &tokens[i])
        else {
            return Some(at);
        };
        let previous = at.checked_sub(1).filter(|i| nouns[*i].first >= floor);
        // "the product (GDP) of the city": past the bracket.
        if before.tag == Tag::Prep
            && previous.is_some()
            && let Some(named) = behind_bracket(tokens, nouns, floor, noun.first)
        {
            at = named;
            continue;
        }
        match (before.tag, previous) {
            // "in the city": the tail of an earlier phrase, unless it opens the clause.
            (Tag::Prep, Some(p)) if nouns[p].last + 1 == noun.first - 1 => at = p,
            (Tag::Prep, Some(p)) if counts_off(tokens, &nouns[p], noun, lexicon) => at = p,
            // "a route linking the two cities was": what a participle says more of.
            (Tag::Participle, Some(p))
                if nouns[p].last + 2 == noun.first
                    && tokens[noun.first - 1].has_form(lexicon, Form::Ing) =>
            {
                at = p;
            }
            // "a delegation led by the mayor stayed": the host of a participle.
            (Tag::Prep, Some(p))
                if noun.first >= floor + 2
                    && tokens[noun.first - 2].tag == Tag::Participle
                    && nouns[p].last + 1 == noun.first - 2
                    && !tokens[noun.first - 2].has_form(lexicon, Form::Ing) =>
            {
                at = p;
            }
            // "Beijing and Seoul": the first of a pair stands for both.
            (Tag::Conj, Some(p))
                if nouns[p].last + 1 == noun.first - 1
                    && pairs(nouns, p, at)
                    && !is_object(tokens, floor, &nouns[p]) =>
            {
                at = p;
            }
            (Tag::Sign, Some(p))
                if before.is_sign(',')
                    && nouns[p].last + 1 == noun.first - 1
                    && apposed(tokens, noun, limit) =>
            {
                at = p;
            }
            // "a delegation led by Mayor Ana Silva stayed": past the title.
            (Tag::Name, Some(p))
                if nouns[p].last + 1 == noun.first
                    && nouns[p].classes & lexicon.class.office != 0
                    && is_agent(tokens, floor, &nouns[p]) =>
            {
                at = p;
            }
            _ => return Some(of_head(tokens, nouns, lexicon, at)),
        }
    }
}

/// "led by Mayor": who does what a participle says.
fn is_agent(tokens: &[Token], floor: usize, noun: &Noun) -> bool {
    noun.first >= floor + 3
        && tokens[noun.first - 1].tag == Tag::Prep
        && tokens[noun.first - 2].tag == Tag::Participle
}

/// "a youth orchestra of 60 from the port gave": a bare figure and a preposition between two phrases.
fn counts_off(tokens: &[Token], left: &Noun, right: &Noun, lexicon: &Lexicon) -> bool {
    left.last + 4 == right.first
        && tokens[left.last + 1].word == lexicon.of
        && tokens[left.last + 2].tag == Tag::Figure
}

/// Of a phrase that a preposition behind a bracket joins, the phrase before the bracket.
fn behind_bracket(tokens: &[Token], nouns: &[Noun], floor: usize, first: usize) -> Option<usize> {
    let close = first.checked_sub(2).filter(|i| *i > floor && tokens[*i].is_sign(')'))?;
    let open = open_bracket(tokens, floor, close);
    nouns.iter().position(|n| n.last + 1 == open && n.first >= floor)
}

/// "have become partners and 600 pupils have": the object of the verb before.
fn is_object(tokens: &[Token], floor: usize, noun: &Noun) -> bool {
    noun.first == floor && floor > 0 && tokens[floor - 1].tag == Tag::Verb
}

/// Two phrases that "and" can join: both names or both plain.
fn pairs(nouns: &[Noun], left: usize, right: usize) -> bool {
    nouns[left].name.is_some() == nouns[right].name.is_some()
}

/// A phrase between commas says again what stands before it.
fn apposed(tokens: &[Token], noun: &Noun, limit: usize) -> bool {
    tokens.get(limit).is_some_and(|t| t.is_sign(',')) && noun.last < limit
}

pub(super) fn open_bracket(tokens: &[Token], floor: usize, close: usize) -> usize {
    (floor..close).rev().find(|i| matches!(tokens[*i].kind, Kind::Sign('('))).unwrap_or(close)
}

/// The comma that opens the insertion which the comma at `close` ends.
fn insertion_start(tokens: &[Token], nouns: &[Noun], floor: usize, close: usize) -> usize {
    let first = nouns.iter().find(|n| n.first >= floor && n.last < close);
    let Some(first) = first else { return close };
    // ", and, according to the census, has": a phrase between commas after a conjunction opens nothing.
    if let Some(open) = (floor..first.first).rev().find(|i| tokens[*i].is_sign(','))
        && tokens.get(open + 1).is_some_and(|t| t.tag == Tag::Prep)
        && open + 1 < first.first
    {
        return open;
    }
    // The last comma that an apposition, a participle or a measure follows and a phrase precedes; else the first.
    let opens = |i: &usize| {
        tokens[*i].is_sign(',')
            && nouns.iter().any(|n| n.first >= floor && n.last + 1 == *i)
            && tokens.get(i + 1).is_some_and(|t| {
                matches!(t.tag, Tag::Det | Tag::Figure | Tag::Participle | Tag::Rel)
            })
    };
    let last = (first.last + 1..close).rev().find(opens);
    last.or_else(|| (first.last + 1..close).find(|i| tokens[*i].is_sign(','))).unwrap_or(close)
}

/// The border before the subject: the sign or conjunction left of it, or the floor.
pub(super) fn boundary(tokens: &[Token], floor: usize, first: usize) -> usize {
    let border = |t: &Token| {
        matches!(t.tag, Tag::Sub) || matches!(t.kind, Kind::Sign(';' | ':' | '—' | '–'))
    };
    let sign = (floor..first).rev().find(|i| border(&tokens[*i]));
    if let Some(at) = sign {
        return at;
    }
    match first.checked_sub(1).filter(|i| *i >= floor).map(|i| &tokens[i]) {
        Some(t) if t.is_sign(',') => fronted(tokens, floor, first - 1).unwrap_or(first - 1),
        Some(t) if t.tag == Tag::Conj => {
            let comma = first >= 2 && first - 2 >= floor && tokens[first - 2].is_sign(',');
            if comma { first - 2 } else { first - 1 }
        }
        _ => {
            // A fronted phrase ("while in 2019 the city …") stays with its clause.
            (floor..first)
                .rev()
                .find(|i| tokens[*i].is_sign(',') || tokens[*i].tag == Tag::Conj)
                .unwrap_or(floor)
        }
    }
}

/// The conjunction before a phrase that the comma at `close` parts from its clause: "and in November, the week was
/// held".
fn fronted(tokens: &[Token], floor: usize, close: usize) -> Option<usize> {
    let open = (floor..close).rev().find(|i| {
        tokens[*i].tag == Tag::Conj || tokens[*i].is_sign(',') || tokens[*i].is_sign(';')
    })?;
    let prep = tokens.get(open + 1).is_some_and(|t| t.tag == Tag::Prep);
    (open > floor && prep && tokens[open].tag == Tag::Conj).then_some(open)
}
