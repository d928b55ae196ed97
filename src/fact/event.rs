//! Dates as values: what a property keeps of an interval, and the words of the clause that an event dates.

use crate::mention::{Date, Shape};
use crate::name::token::{Kind, Tag};
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
    ) || property == "founded" && dated.date.shape == Shape::Since;
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
    {
        if clause.verb.is_none_or(|v| v < p || token < v) {
            first = p;
        }
    }
    let mut words = Vec::new();
    let mut depth = 0usize;
    for t in s.tokens.iter().take(clause.end).skip(first) {
        match t.kind {
            Kind::Sign('(' | '（') => depth += 1,
            Kind::Sign(')' | '）') => depth = depth.saturating_sub(1),
            Kind::Sign(';' | ':') => break,
            Kind::Word | Kind::Possessive if depth == 0 => {
                if t.kind == Kind::Possessive {
                    if let Some(last) = words.last_mut() {
                        let joined: &mut String = last;
                        joined.push_str(t.span.of(text));
                    }
                } else {
                    words.push(t.span.of(text).to_string());
                }
            }
            Kind::Figure(i) if depth == 0 => {
                let date = scene
                    .mentions
                    .get(i as usize)
                    .is_some_and(|m| matches!(m.value, crate::mention::Value::Date(_)));
                if !date {
                    words.push(t.span.of(text).to_string());
                } else {
                    while words.last().is_some_and(|w| {
                        matches!(
                            w.as_str(),
                            "in" | "on"
                                | "from"
                                | "at"
                                | "by"
                                | "of"
                                | "the"
                                | "since"
                                | "until"
                                | "between"
                                | "during"
                                | "end"
                        )
                    }) {
                        words.pop();
                    }
                }
            }
            _ => {}
        }
        if words.len() >= MOST_WORDS {
            break;
        }
    }
    while words.last().is_some_and(|w| {
        matches!(w.as_str(), "in" | "on" | "and" | "from" | "the" | "which" | "who" | "of" | "to")
    }) {
        words.pop();
    }
    (!words.is_empty()).then(|| words.join(" "))
}
