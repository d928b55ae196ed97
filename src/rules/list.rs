//! Enumerations: "finance, wholesale and retail trade, tourism, real estate, and information and communications".

use crate::name::token::{Kind, Tag};

use super::matcher::Scene;

/// The stretches of the sentence that can be an enumeration of plain nouns: two members at least, no figure, no verb.
pub fn collect(scene: Scene<'_>) -> Vec<(usize, usize)> {
    let tokens = &scene.sentence.tokens;
    let mut lists = Vec::new();
    let mut first = 0;
    while first < tokens.len() {
        let mut end = first;
        let clause = scene.sentence.clause_at(first);
        while end < tokens.len() {
            match bracket(scene, end).filter(|_| end > first) {
                Some(close) => end = close + 1,
                None if is_part(scene, end) && scene.sentence.clause_at(end) == clause => end += 1,
                None => break,
            }
        }
        if let Some((from, to)) = trim(scene, first, end) {
            lists.push((from, to));
        }
        first = end.max(first + 1);
    }
    lists
}

/// Tokens of the longest bracket that an enumeration may hold.
const LONGEST_BRACKET: usize = 10;

/// Where the bracket that opens at a token closes: "aviation (above all Airbus), media".
fn bracket(scene: Scene<'_>, open: usize) -> Option<usize> {
    let tokens = &scene.sentence.tokens;
    tokens.get(open).filter(|t| t.is_sign('('))?;
    let inside = tokens.iter().enumerate().skip(open + 1).take(LONGEST_BRACKET);
    let plain = inside.take_while(|(_, t)| t.tag != Tag::Figure && !t.is_sign('('));
    plain.map(|(i, t)| (i, t.is_sign(')'))).find(|(_, closes)| *closes).map(|(i, _)| i)
}

fn is_part(scene: Scene<'_>, at: usize) -> bool {
    let token = &scene.sentence.tokens[at];
    match token.kind {
        Kind::Sign(c) => matches!(c, ',' | '&' | '/' | '-' | '“' | '”' | '"'),
        Kind::Figure(_) => false,
        Kind::Possessive => true,
        Kind::Word => match token.tag {
            Tag::Noun | Tag::Name | Tag::Conj => true,
            Tag::Participle => !token.is(scene.lexicon.class.be),
            Tag::Prep => token.word == scene.lexicon.of || token.word == scene.lexicon.r#for,
            Tag::Det => token.word == scene.lexicon.the || token.word == scene.lexicon.other,
            _ => false,
        },
    }
}

/// Drops commas and conjunctions at the ends; none where fewer than two members are left.
fn trim(scene: Scene<'_>, first: usize, end: usize) -> Option<(usize, usize)> {
    let tokens = &scene.sentence.tokens;
    let bare = |i: usize| {
        matches!(tokens[i].kind, Kind::Sign(_)) || matches!(tokens[i].tag, Tag::Conj | Tag::Prep)
    };
    let mut from = first;
    let mut to = end;
    while from < to && bare(from) {
        from += 1;
    }
    while to > from && bare(to - 1) {
        to -= 1;
    }
    (to > from).then(|| (from, to - 1))
}

/// Divides an enumeration into its members; an "and" inside the last member stays ("tourism and convention"), what a
/// bracket adds to a member is left out.
pub fn members(scene: Scene<'_>, first: usize, last: usize) -> Vec<(usize, usize)> {
    let tokens = &scene.sentence.tokens;
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut start = first;
    let mut at = first;
    while at <= last {
        if tokens[at].is_sign(',') {
            if at > start {
                groups.push((start, at - 1));
            }
            start = at + 1;
        }
        at = bracket(scene, at).unwrap_or(at) + 1;
    }
    if start <= last {
        groups.push((start, last));
    }
    divide_last(scene, &mut groups);
    for (from, to) in &mut groups {
        if let Some(open) = (*from + 1..*to).find(|i| tokens[*i].is_sign('(')) {
            *to = open - 1;
        }
    }
    groups
}

/// Divides the last member of an enumeration at its "and".
fn divide_last(scene: Scene<'_>, groups: &mut Vec<(usize, usize)>) {
    let tokens = &scene.sentence.tokens;
    let Some((from, to)) = groups.pop() else { return };
    let conj = |i: usize| tokens[i].tag == Tag::Conj && tokens[i].kind == Kind::Word;
    if conj(from) && from < to {
        // ", and X": the last member is marked by its comma, and keeps an inner "and".
        groups.push((from + 1, to));
        return;
    }
    // "A, B and C", "A and B": the last "and" divides.
    let split = (from..=to).rev().find(|i| conj(*i) && *i > from && *i < to);
    match split {
        Some(at) => groups.extend([(from, at - 1), (at + 1, to)]),
        None => groups.push((from, to)),
    }
}
