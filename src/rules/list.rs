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
        while end < tokens.len() && is_part(scene, end) && scene.sentence.clause_at(end) == clause {
            end += 1;
        }
        if let Some((from, to)) = trim(scene, first, end) {
            lists.push((from, to));
        }
        first = end.max(first + 1);
    }
    lists
}

fn is_part(scene: Scene<'_>, at: usize) -> bool {
    let token = &scene.sentence.tokens[at];
    match token.kind {
        Kind::Sign(c) => matches!(c, ',' | '&' | '/' | '-' | '“' | '”' | '"'),
        Kind::Figure(_) => false,
        Kind::Possessive => true,
        Kind::Word => match token.tag {
            Tag::Noun | Tag::Name | Tag::Conj | Tag::Participle => true,
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

/// Divides an enumeration into its members; an "and" inside the last member stays ("tourism and convention").
pub fn members(scene: Scene<'_>, first: usize, last: usize) -> Vec<(usize, usize)> {
    let tokens = &scene.sentence.tokens;
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut start = first;
    for (at, token) in tokens.iter().enumerate().take(last + 1).skip(first) {
        if token.is_sign(',') {
            if at > start {
                groups.push((start, at - 1));
            }
            start = at + 1;
        }
    }
    if start <= last {
        groups.push((start, last));
    }
    let Some((from, to)) = groups.pop() else { return Vec::new() };
    let conj = |i: usize| tokens[i].tag == Tag::Conj && tokens[i].kind == Kind::Word;
    if conj(from) && from < to {
        // ", and X": the last member is marked by its comma, and keeps an inner "and".
        groups.push((from + 1, to));
        return groups;
    }
    // "A, B and C", "A and B": the last "and" divides.
    let split = (from..=to).rev().find(|i| conj(*i) && *i > from && *i < to);
    match split {
        Some(at) => groups.extend([(from, at - 1), (at + 1, to)]),
        None => groups.push((from, to)),
    }
    groups
}
