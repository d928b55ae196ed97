//! Clauses: a finite verb with its subject, as far as order and commas tell.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Form;

use super::head::{boundary, head_noun, of_head, open_bracket};
use super::noun::Noun;
use super::token::{Kind, Tag, Token};

/// A stretch of a sentence around one finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// First token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// The finite verb; none in a headline, a label or a bracket without one.
    pub verb: Option<usize>,
    /// The noun phrase that is its subject.
    pub subject: Option<usize>,
    /// What "whose", "in which" and "where" before another subject point back to: of "the fair, at which 40 firms
    /// exhibited" the fair.
    pub host: Option<usize>,
}

/// Divides a sentence into `clauses` that cover it without gaps.
pub fn collect(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, clauses: &mut Vec<Clause>) {
    clauses.clear();
    let mut start = 0;
    for verb in verbs(tokens, lexicon) {
        let (from, subject) = subject_of(tokens, nouns, lexicon, start, verb, clauses);
        if from > start {
            match clauses.last_mut() {
                Some(last) => last.end = from,
                None if from > 0 => {
                    // A fronted phrase belongs to the clause that it opens.
                }
                None => {}
            }
        }
        let start_here = if clauses.is_empty() { 0 } else { from };
        if let Some(last) = clauses.last_mut() {
            last.end = start_here;
        }
        let host = host(tokens, nouns, lexicon, start_here, subject);
        let end = tokens.len();
        clauses.push(Clause { start: start_here, end, verb: Some(verb), subject, host });
        start = verb + 1;
    }
    free_host(tokens, nouns, lexicon, clauses);
    join_cleft(tokens, nouns, lexicon, clauses);
    if clauses.is_empty() {
        let subject = (!nouns.is_empty()).then_some(0);
        clauses.push(Clause { start: 0, end: tokens.len(), verb: None, subject, host: None });
    }
}

/// "In 2019, a firm in which the city holds a share won the contract": what stands before the relative clause belongs
/// to the main verb behind it.
fn free_host(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, clauses: &mut Vec<Clause>) {
    let (Some(first), Some(main)) = (clauses.first().copied(), clauses.get(1).copied()) else {
        return;
    };
    let (Some(verb), Some(main_verb)) = (first.verb, main.verb) else { return };
    let Some(rel) = tokens[..verb].iter().rposition(|t| t.tag == Tag::Rel) else { return };
    let group = (verb + 1..main_verb)
        .rev()
        .find(|i| !matches!(tokens[*i].tag, Tag::Adv | Tag::Verb))
        .unwrap_or(verb);
    let resumes = tokens[group].is_sign(',');
    let joined = tokens[group].tag == Tag::Conj
        || tokens[verb + 1..main_verb].iter().any(|t| matches!(t.tag, Tag::Sub | Tag::Rel))
        || !resumes && tokens[verb + 1..main_verb].iter().any(|t| t.tag == Tag::Conj);
    let border = tokens.get(main.start).is_some_and(|t| matches!(t.kind, Kind::Sign(';' | ':')));
    let start = relative_start(tokens, rel);
    if joined || border || start == 0 {
        return;
    }
    let Some(host) = antecedent(tokens, nouns, lexicon, rel) else { return };
    // The main verb follows the relative clause directly, without a subject of its own but for what that clause ends in.
    let own = nouns
        .iter()
        .any(|n| n.last < main_verb && n.first > verb && tokens[n.first].tag == Tag::Pron);
    let parted = main
        .subject
        .map(|n| &nouns[n])
        .is_some_and(|n| n.first > verb && tokens[n.first - 1].is_sign(','));
    if own || parted && !resumes {
        return;
    }
    clauses[0].start = start;
    clauses[0].end = main_verb;
    clauses[1].start = main_verb;
    // What later verbs took over from the main one, they take from its own subject.
    let taken = main.subject;
    let carries = |c: &&mut Clause| {
        c.subject == taken && taken.is_some_and(|n| nouns[n].last < main_verb && n != host)
    };
    clauses[1..].iter_mut().filter(carries).for_each(|c| c.subject = Some(host));
    clauses[1].subject = Some(host);
    let fronted =
        Clause { start: 0, end: start, verb: Some(main_verb), subject: Some(host), host: None };
    clauses.insert(0, fronted);
}

/// "It was not until 1880 that the town became a city": what stands before "that" belongs to the verb behind it.
fn join_cleft(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, clauses: &mut [Clause]) {
    for i in 1..clauses.len() {
        let (cleft, said) = (clauses[i - 1], clauses[i]);
        let (Some(verb), Some(it)) = (cleft.verb, cleft.subject) else { continue };
        let that = tokens.get(said.start).is_some_and(|t| t.word == lexicon.that);
        let between = tokens.get(verb + 1..said.start).unwrap_or_default();
        let bare =
            between.iter().all(|t| matches!(t.tag, Tag::Adv | Tag::Prep | Tag::Figure | Tag::Det));
        if nouns[it].pronoun && tokens[verb].is(lexicon.class.be) && that && bare {
            clauses[i - 1].verb = said.verb;
            clauses[i - 1].subject = said.subject;
        }
    }
}

/// See [`Clause::host`].
fn host(
    tokens: &[Token],
    nouns: &[Noun],
    lexicon: &Lexicon,
    start: usize,
    subject: Option<usize>,
) -> Option<usize> {
    let noun = nouns.get(subject?)?;
    let first = noun.first;
    // ", the two tubes of which lie": the phrase before the comma.
    let of_which = tokens.get(noun.last + 1).is_some_and(|t| t.word != 0 && t.word == lexicon.of)
        && tokens.get(noun.last + 2).is_some_and(|t| t.tag == Tag::Rel);
    if of_which && first > 0 && tokens[first - 1].is_sign(',') {
        return antecedent(tokens, nouns, lexicon, first);
    }
    let rel = (start..first).rev().take(3).find(|i| {
        tokens[*i].tag == Tag::Rel || tokens[*i].word != 0 && tokens[*i].word == lexicon.r#where
    })?;
    (rel > 0).then(|| antecedent(tokens, nouns, lexicon, rel))?
}

/// The finite verbs, one a verb group: of "has been elected" the last.
fn verbs(tokens: &[Token], lexicon: &Lexicon) -> Vec<usize> {
    let mut verbs: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.tag != Tag::Verb {
            continue;
        }
        let grouped = verbs.last().is_some_and(|last| {
            tokens[*last].is(lexicon.class.aux)
                && tokens[*last + 1..at].iter().all(|t| matches!(t.tag, Tag::Adv | Tag::Verb))
        });
        match verbs.last_mut() {
            Some(last) if grouped => *last = at,
            _ => verbs.push(at),
        }
    }
    verbs
}

/// Where the clause of `verb` begins, and its subject.
fn subject_of(
    tokens: &[Token],
    nouns: &[Noun],
    lexicon: &Lexicon,
    floor: usize,
    verb: usize,
    clauses: &[Clause],
) -> (usize, Option<usize>) {
    let before = clauses.last();
    let mut at = verb;
    while at > floor && (tokens[at - 1].tag == Tag::Adv || tokens[at - 1].tag == Tag::Verb) {
        at -= 1;
    }
    let carried = carried(tokens, nouns, lexicon, verb, clauses);
    if at == floor {
        return (at, carried);
    }
    // "of whom a third are foreigners"
    let bare = |t: &&Token| matches!(t.tag, Tag::Det | Tag::Figure | Tag::Adv);
    let counted = tokens[floor..at].iter().rev().take_while(bare).count();
    let part = at - counted;
    if part > floor && tokens[part - 1].tag == Tag::Rel && before.is_some() {
        at = part;
    }
    match tokens[at - 1].tag {
        Tag::Rel => {
            (relative_start(tokens, at - 1), antecedent(tokens, nouns, lexicon, at - 1).or(carried))
        }
        Tag::Conj if before.is_some() => (at - 1, carried),
        Tag::Sign
            if before.is_some()
                && !tokens[at - 1].is_sign(')')
                && !opened(tokens, nouns, floor, at - 1) =>
        {
            (at - 1, carried)
        }
        _ => {
            let subject = head_noun(tokens, nouns, lexicon, floor, at);
            let first = subject.and_then(|i| nouns.get(i)).map_or(at, |n| n.first);
            (boundary(tokens, floor, first), subject.or(carried))
        }
    }
}

/// The subject that a verb without one of its own takes over: the latest that agrees with it in number ("has 12 lines
/// that total 114 km and carries …").
fn carried(
    tokens: &[Token],
    nouns: &[Noun],
    lexicon: &Lexicon,
    verb: usize,
    clauses: &[Clause],
) -> Option<usize> {
    let latest = clauses.last()?.subject;
    let wanted = number_of_verb(tokens, verb, lexicon);
    let agrees = |noun: &usize| match (wanted, number_of_noun(tokens, &nouns[*noun], lexicon)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    clauses.iter().rev().filter_map(|c| c.subject).find(agrees).or(latest)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Singular,
    Plural,
}

/// What a verb group says of its subject's number, by its first word.
fn number_of_verb(tokens: &[Token], verb: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut first = verb;
    while first > 0 && matches!(tokens[first - 1].tag, Tag::Verb | Tag::Adv) {
        first -= 1;
    }
    let word = &tokens[first];
    if lexicon.singular.contains(&word.word) {
        Some(Number::Singular)
    } else if lexicon.plural.contains(&word.word) {
        Some(Number::Plural)
    } else if word.has_form(lexicon, Form::Ed) || word.is(lexicon.class.modal | lexicon.class.aux) {
        None
    } else if word.has_form(lexicon, Form::S) {
        Some(Number::Singular)
    } else {
        Some(Number::Plural)
    }
}

/// Singular or plural where the phrase shows it; names and collectives show nothing.
fn number_of_noun(tokens: &[Token], noun: &Noun, lexicon: &Lexicon) -> Option<Number> {
    let head = &tokens[noun.last];
    if noun.pronoun {
        return None;
    }
    if noun.name.is_some() {
        return Some(Number::Singular);
    }
    if head.word != 0 && head.has_form(lexicon, Form::S) {
        Some(Number::Plural)
    } else if head.word != 0 && head.has_form(lexicon, Form::Base) && !head.is(lexicon.class.people)
    {
        Some(Number::Singular)
    } else {
        None
    }
}

fn relative_start(tokens: &[Token], rel: usize) -> usize {
    match rel.checked_sub(1).map(|i| &tokens[i]) {
        Some(t) if t.is_sign(',') || t.tag == Tag::Prep => rel - 1,
        _ => rel,
    }
}

/// Whether a noun phrase lies between `floor` and the comma at `at` that could be the subject before an insertion.
fn opened(tokens: &[Token], nouns: &[Noun], floor: usize, at: usize) -> bool {
    let begins =
        tokens[floor..at].iter().any(|t| t.tag == Tag::Conj || t.tag == Tag::Sub || t.is_sign(';'));
    begins && nouns.iter().any(|n| n.first >= floor && n.last < at)
}

/// The phrase that a relative pronoun points back to.
fn antecedent(tokens: &[Token], nouns: &[Noun], lexicon: &Lexicon, rel: usize) -> Option<usize> {
    let mut end = rel;
    while end > 0 && (tokens[end - 1].is_sign(',') || tokens[end - 1].tag == Tag::Prep) {
        end -= 1;
    }
    // "the Port Authority (PA), which": what the bracket says again.
    if end > 0 && tokens[end - 1].is_sign(')') {
        end = open_bracket(tokens, 0, end - 1);
    }
    let last = nouns.iter().rposition(|n| n.last < end)?;
    let mut head = of_head(tokens, nouns, lexicon, last);
    // "at the foot of Mount Holm, which": the mountain.
    while head < last && tokens[nouns[head].last].is(lexicon.class.spot) {
        head += 1;
    }
    // "the Cultural Center in Riga, which": of the thing, not of where it is.
    if head > 0
        && nouns[head].name.is_some()
        && nouns[head - 1].name.is_some()
        && nouns[head - 1].last + 2 == nouns[head].first
        && tokens[nouns[head].first - 1].word == lexicon.r#in
        && nouns[head - 1].classes & (lexicon.class.institution | lexicon.class.built) != 0
        && tokens[rel - 1].is_sign(',')
        && nouns[head - 1].first.checked_sub(2).is_none_or(|i| tokens[i].tag != Tag::Prep)
        && nouns[head - 1].first.checked_sub(1).is_none_or(|i| tokens[i].tag != Tag::Prep)
    {
        head -= 1;
    }
    // "the airport, 15 kilometers west of the center, which …": a distance between commas is no antecedent.
    while head > 0
        && matches!(tokens[nouns[head].first].kind, Kind::Figure(_))
        && tokens[nouns[head].first - 1].is_sign(',')
        && tokens[rel - 1].is_sign(',')
        && nouns[head - 1].last + 2 == nouns[head].first
    {
        head = of_head(tokens, nouns, lexicon, head - 1);
    }
    // "the Vatican City, the smallest country of the world, whose area": the name, not what is said again of it.
    while head > 0
        && nouns[head].name.is_none()
        && nouns[head - 1].name.is_some()
        && nouns[head - 1].last + 2 == nouns[head].first
        && tokens[nouns[head].first - 1].is_sign(',')
        && tokens[nouns[head].first].tag == Tag::Det
        && tokens[rel - 1].is_sign(',')
    {
        head -= 1;
    }
    Some(head)
}
