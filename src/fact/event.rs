//! Dates as values: what a property keeps of an interval, and the words of the clause that an event dates.

use std::borrow::Cow;

use crate::mention::{Date, Shape};
use crate::name::token::{Kind, Tag, Token};
use crate::rules::matcher::Scene;

use super::index::Dated;

/// The date as the property wants it: a beginning keeps its first date alone, an end its last.
pub fn date_value(property: &str, dated: &Dated) -> String {
    let beginning = matches!(
        property,
        "exchanges_since"
            | "sister_city_since"
            | "took_office"
            | "elected"
            | "reelected"
            | "agreement"
    ) || property == "founded"
        && matches!(dated.date.shape, Shape::Since | Shape::Until);
    let point = match property {
        "term_ends" => dated.date.end.or(dated.date.start),
        _ if beginning => dated.date.start.or(dated.date.end),
        _ => return dated.edtf.clone(),
    };
    let single = Date { start: point, end: None, shape: Shape::Single, lead: None };
    single.edtf().unwrap_or_else(|| dated.edtf.clone())
}

/// Most words that `of` takes from a clause.
const MOST_WORDS: usize = 14;

/// Words that must not end what is taken.
const HANGING: [&str; 9] = ["in", "on", "and", "from", "the", "which", "who", "of", "to"];

/// Words that lead to a date, which goes with them.
const LEADING: [&str; 12] =
    ["in", "on", "from", "at", "by", "of", "the", "since", "until", "between", "during", "end"];

/// The words of a clause so far.
#[derive(Default)]
struct Words<'t> {
    all: Vec<Cow<'t, str>>,
    /// Brackets open here.
    depth: usize,
}

impl<'t> Words<'t> {
    fn take(&mut self, scene: Scene<'_>, text: &'t str, t: &Token) {
        match t.kind {
            Kind::Sign('(' | '（') => self.depth += 1,
            Kind::Sign(')' | '）') => self.depth = self.depth.saturating_sub(1),
            _ if self.depth > 0 => {}
            Kind::Possessive => {
                if let Some(last) = self.all.last_mut() {
                    last.to_mut().push_str(t.span.of(text));
                }
            }
            Kind::Figure(i) if is_date(scene, i as usize) => {
                while self.all.last().is_some_and(|w| LEADING.contains(&&**w)) {
                    self.all.pop();
                }
            }
            Kind::Word | Kind::Figure(_) => self.all.push(Cow::Borrowed(t.span.of(text))),
            Kind::Sign(_) => {}
        }
    }
}

fn is_date(scene: Scene<'_>, mention: usize) -> bool {
    let mention = scene.mentions.get(mention);
    mention.is_some_and(|m| matches!(m.value, crate::mention::Value::Date(_)))
}

/// Where the words begin and end that are of one of several dates of a clause: of "hosted the Games in 1996 and the Expo in
/// 2010" the Games for the first and the Expo for the second.
fn own_stretch(scene: Scene<'_>, token: usize, first: usize, end: usize) -> (usize, usize) {
    // "In 2004, a delegation visited the city in May": a date before the verb is of all that follows.
    if token < first {
        return (first, end);
    }
    let s = scene.sentence;
    let dated = |i: &usize| s.tokens[*i].figure().is_some_and(|m| is_date(scene, m));
    let told = |from: usize, to: usize| s.nouns.iter().any(|n| n.first > from && n.last < to);
    let says = |t: &Token| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Verb | Tag::Participle);
    let own = s.tokens[first..token].iter().any(says);
    let next = (token + 1..end).find(dated).filter(|next| own && told(token, *next));
    let before = (first + 1..token).rev().find(dated).filter(|before| told(*before, token));
    let from = before.map_or(first, |i| i + 1);
    let joined = s.tokens.get(from..token).unwrap_or_default();
    let joints = joined.iter().take_while(|t| matches!(t.tag, Tag::Sign | Tag::Conj)).count();
    (from + joints, next.map_or(end, |_| token + 1))
}

/// The predicate of the clause that a date stands in: from its verb on, dates and brackets left out.
pub fn clause_words(scene: Scene<'_>, text: &str, token: usize) -> Option<String> {
    let s = scene.sentence;
    let mut clause = s.clauses.get(s.clause_at(token)?)?;
    // What is said stands with the verb, which a relative clause may part from the date.
    if let Some(verb) = clause.verb.filter(|v| *v >= clause.end) {
        clause = s.clause_at(verb).and_then(|i| s.clauses.get(i)).unwrap_or(clause);
    }
    let mut first = clause.verb.map_or(clause.start, |v| v);
    // A date after a participle is dated by it: "set up in September 2005".
    if let Some(p) =
        (clause.start..token).rev().take(6).find(|i| s.tokens[*i].tag == Tag::Participle)
        && clause.verb.is_none_or(|v| v < p || token < v)
    {
        first = p;
    }
    let mut words = Words::default();
    let aside = Some(first) != clause.verb && s.tokens[first].tag == Tag::Participle;
    let (from, to) = own_stretch(scene, token, first, clause.end);
    for (at, t) in s.tokens.iter().enumerate().take(to).skip(first) {
        // What other dates of the clause are of is left out, the verb aside.
        let verb = at == first && matches!(t.tag, Tag::Verb | Tag::Participle);
        if at < from && !verb {
            continue;
        }
        // "its 17th edition, held in October, attracted": what the date is of ends before the verb.
        if aside && at > token && t.is_sign(',') {
            break;
        }
        if matches!(t.kind, Kind::Sign(';' | ':')) || words.all.len() >= MOST_WORDS {
            break;
        }
        words.take(scene, text, t);
    }
    let mut words = words.all;
    while words.last().is_some_and(|w| HANGING.contains(&&**w)) {
        words.pop();
    }
    (!words.is_empty()).then(|| words.join(" "))
}
