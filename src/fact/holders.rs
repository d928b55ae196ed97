//! Persons whose office the sentence tells by its build, whatever stands between: "X, a jurist of 58, was elected
//! mayor", "the mayor since 2016 has been X", "X, elected governor in".
//!
//! The rules name the wordings in which person and office stand side by side; here the clauses say who is what.

use crate::name::clause::Clause;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag, Token};
use crate::rules::matcher;
use crate::span::one_line;

use super::draft::Value;
use super::ledger::{Desk, blank};
use super::scope::{Class, Subject};

/// The rule that these facts name.
const RULE: &str = "office_holder.clause";

/// Sections that tell of holders.
const SECTIONS: [&str; 3] = ["politics", "overview", "history"];

/// Gives each person that no rule took the office that the sentence says.
pub fn read(desk: &mut Desk<'_, '_>, section: &str) {
    if !SECTIONS.contains(&section) {
        return;
    }
    let s = desk.scene.sentence;
    for noun in 0..s.nouns.len() {
        let Some((first, last)) = person(desk, noun) else { continue };
        let span = s.span_of(first, last);
        if desk.bound.drafts[desk.from..].iter().any(|d| d.evidence.overlaps(span)) {
            continue;
        }
        let office = office(desk, noun, section)
            .map(|text| Subject { text, class: Some(Class::Office) })
            .or_else(|| presided(desk, noun))
            .or_else(|| joint(desk, noun));
        if office.is_none() {
            continue;
        }
        let value = Value::Text(desk.words(first, last));
        let mut draft = blank("office_holder".to_string(), RULE.to_string(), value, span, first);
        draft.subject = office;
        desk.bound.drafts.push(draft);
    }
}

/// The tokens of a person's full name at the end of a noun phrase.
fn person(desk: &Desk<'_, '_>, noun: usize) -> Option<(usize, usize)> {
    let s = desk.scene.sentence;
    let name = s.names[s.nouns[noun].name?];
    let unknown = s.tokens[name.first..=name.last]
        .iter()
        .all(|t| t.word == 0 || t.is(desk.scene.lexicon.class.person_connector));
    let words = desk.words(name.first, name.last);
    // "She succeeded X, who had been mayor": one who holds the office no more.
    let gone = name.first.checked_sub(1).is_some_and(|i| {
        desk.scene.lexicon.is_form_of_any(s.tokens[i].word, &["succeed", "replace"])
    });
    let full = name.last > name.first && matcher::is_person(desk.scene, &name);
    (full && unknown && !gone && !desk.input.city.is_named(&words))
        .then_some((name.first, name.last))
}

/// The office of the person in a noun phrase: what the clause says of them, what stands beside their name, or "this
/// office".
fn office(desk: &Desk<'_, '_>, person: usize, section: &str) -> Option<String> {
    let s = desk.scene.sentence;
    let of = |clause: &Clause| clause.subject == Some(person);
    let said = s.clauses.iter().filter(|c| of(c)).find_map(|c| predicate(desk, c));
    said.or_else(|| complement(desk, person))
        .or_else(|| participle(desk, person))
        .or_else(|| beside(desk, person))
        .map(|n| words(desk, n))
        .or_else(|| this_office(desk, person).filter(|_| section == "politics"))
}

/// "was elected mayor", "is the Mayor of the city", "has been serving as governor": the office behind the verb.
fn predicate(desk: &Desk<'_, '_>, clause: &Clause) -> Option<usize> {
    let s = desk.scene.sentence;
    let (lexicon, c) = (desk.scene.lexicon, &desk.scene.lexicon.class);
    let verb = clause.verb?;
    let token = &s.tokens[verb];
    let passive =
        token.is(c.elect) && verb > 0 && s.tokens[clause.start..verb].iter().any(|t| t.is(c.be));
    let is = token.is(c.be) || lexicon.is_form(token.word, "become");
    let serves = lexicon.is_form_of_any(token.word, &["serve", "act", "continue", "remain"]);
    if !passive && !is && !serves {
        return None;
    }
    let noun = (0..s.nouns.len()).find(|i| s.nouns[*i].first > verb)?;
    let n = &s.nouns[noun];
    let between = s.tokens.get(verb + 1..n.first)?;
    let is_as = |t: &Token| t.span.of(desk.input.text) == "as";
    let plain =
        between.iter().all(|t| matches!(t.tag, Tag::Adv | Tag::Det | Tag::Figure) || is_as(t));
    let as_needed = !serves || between.iter().any(is_as);
    (plain && as_needed && n.last < clause.end && is_office(desk, n)).then_some(noun)
}

/// "The mayor since 2016 has been X": the clause's subject, where the person is what the verb says of it.
fn complement(desk: &Desk<'_, '_>, person: usize) -> Option<usize> {
    let s = desk.scene.sentence;
    let n = &s.nouns[person];
    let clause = s.clause_of(n.first)?;
    let verb = clause.verb.filter(|v| s.tokens[*v].is(desk.scene.lexicon.class.be))?;
    let begins = (verb + 1..n.first).all(|i| {
        let t = &s.tokens[i];
        matches!(t.tag, Tag::Adv | Tag::Det) || t.is(desk.scene.lexicon.class.title)
    });
    let subject = clause.subject.filter(|i| s.nouns[*i].last < verb)?;
    (begins && n.last > verb && is_office(desk, &s.nouns[subject])).then_some(subject)
}

/// "X, elected governor of the province in 2020,": the office behind a participle.
fn participle(desk: &Desk<'_, '_>, person: usize) -> Option<usize> {
    let s = desk.scene.sentence;
    let mut at = s.nouns[person].last + 1;
    if !s.tokens.get(at)?.is_sign(',') {
        return None;
    }
    at += 1;
    while s.tokens.get(at)?.tag == Tag::Adv {
        at += 1;
    }
    let chosen =
        s.tokens[at].tag == Tag::Participle && s.tokens[at].is(desk.scene.lexicon.class.elect);
    let noun = s.noun_at(at + 1).filter(|_| chosen)?;
    is_office(desk, &s.nouns[noun]).then_some(noun)
}

/// "the Wali, X, who": a definite office and the name that says who is meant.
fn beside(desk: &Desk<'_, '_>, person: usize) -> Option<usize> {
    let s = desk.scene.sentence;
    let n = &s.nouns[person];
    let mut comma = n.first.checked_sub(1)?;
    if s.tokens[comma].is(desk.scene.lexicon.class.title) {
        comma = comma.checked_sub(1)?;
    }
    let before = s
        .nouns
        .iter()
        .position(|o| o.last + 1 == comma)
        .filter(|_| s.tokens[comma].is_sign(','))?;
    let after = s.tokens.get(n.last + 1);
    let closed = after.is_none_or(|t| matches!(t.kind, Kind::Sign(',' | '.' | ';' | '(')))
        || after.is_some_and(|t| t.word == desk.scene.lexicon.of);
    let mut head = before;
    while s.is_joined(head, desk.scene.lexicon) {
        head -= 1;
    }
    let office = &s.nouns[head];
    (closed && office.definite && is_office(desk, office)).then_some(head)
}

/// "X, the first woman in this office", "X has held the post since": the office spoken of last.
fn this_office(desk: &Desk<'_, '_>, person: usize) -> Option<String> {
    let s = desk.scene.sentence;
    let (lexicon, c) = (desk.scene.lexicon, &desk.scene.lexicon.class);
    let clause = s.clauses.iter().find(|x| x.subject == Some(person))?;
    let verb = clause.verb?;
    let word = |i: usize, forms: &[&str]| lexicon.is_form_of_any(s.tokens[i].word, forms);
    let holds = word(verb, &["hold", "occupy", "fill", "assume", "take", "leave"]);
    let post =
        (verb + 1..clause.end.min(verb + 5)).find(|i| word(*i, &["office", "post", "position"]));
    let in_office = word(verb, &["come", "enter", "be", "remain", "stay"])
        && post.is_some_and(|p| matches!(s.tokens[p - 1].word, w if w == lexicon.r#in || lexicon.is_form(w, "into")));
    let chosen = s.tokens[verb].is(c.elect)
        && s.tokens[clause.start..verb].iter().any(|t| t.is(c.be))
        || word(verb, &["re-elect", "reelect"]);
    if !chosen {
        post.filter(|_| holds || in_office)?;
    }
    let earlier =
        s.nouns.iter().rev().filter(|n| n.last < s.nouns[person].first && is_office(desk, n));
    let named = earlier.map(|n| desk.words(desk.finder().first_of(n), n.last)).next();
    named.or_else(|| desk.scope.of_class(c.head_office).map(|e| e.subject.text.clone()))
}

/// "his deputies are X and Y": the office of the holder whom the person is joined to.
fn joint(desk: &Desk<'_, '_>, person: usize) -> Option<Subject> {
    let s = desk.scene.sentence;
    let before = s.nouns[..person].last()?;
    let joins = &s.tokens[before.last + 1..s.nouns[person].first];
    let joined = !joins.is_empty()
        && joins
            .iter()
            .all(|t| t.is_sign(',') || t.tag == Tag::Conj || t.is(desk.scene.lexicon.class.title));
    let span = s.span_of(before.first, before.last);
    let holder = desk.bound.drafts[desk.from..]
        .iter()
        .find(|d| d.property == "office_holder" && d.evidence.overlaps(span))?;
    // One office has one holder, several have several: "deputies", "Vice-Mayors".
    let office = holder.subject.clone()?;
    let head = office.text.split(" of ").next().unwrap_or(&office.text);
    (joined && head.ends_with('s')).then_some(office)
}

/// "X has presided over the council", "the council is chaired by X": the body, where no office is named.
fn presided(desk: &Desk<'_, '_>, person: usize) -> Option<Subject> {
    let s = desk.scene.sentence;
    let (lexicon, c) = (desk.scene.lexicon, &desk.scene.lexicon.class);
    let leads =
        |i: usize| lexicon.is_form_of_any(s.tokens[i].word, &["preside", "chair", "head", "lead"]);
    let n = &s.nouns[person];
    let clause = s.clause_of(n.first)?;
    let verb = clause.verb.filter(|v| leads(*v))?;
    let by = n.first > verb && s.tokens[n.first - 1].word == lexicon.by;
    let body = if clause.subject == Some(person) {
        (0..s.nouns.len()).find(|i| s.nouns[*i].first > verb && s.nouns[*i].first <= verb + 3)
    } else {
        clause.subject.filter(|_| by)
    };
    let entity = desk.finder().resolve(body?)?;
    (entity.classes & (c.body | c.assembly) != 0).then_some(entity.subject)
}

/// An office that is held now: no member's, no former one.
fn is_office(desk: &Desk<'_, '_>, n: &Noun) -> bool {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    let past = |i: usize| {
        let word = s.tokens[i].span.of(desk.input.text).to_lowercase();
        matches!(word.as_str(), "former" | "previous" | "late" | "ex-mayor" | "future")
    };
    n.classes & c.office != 0 && n.classes & c.member == 0 && !(n.first..=n.last).any(past)
}

/// The words of an office with the body or place that "of" joins to it, without article and "incumbent".
fn words(desk: &Desk<'_, '_>, noun: usize) -> String {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    let n = &s.nouns[noun];
    let first = (n.first..n.last)
        .find(|i| {
            let t = &s.tokens[*i];
            let acting = t.span.of(desk.input.text).eq_ignore_ascii_case("acting");
            acting
                || !t.is(c.det | c.possessive | c.incumbent)
                    && (!matches!(t.tag, Tag::Det | Tag::Figure)
                        || t.figure().is_some() && t.capital)
        })
        .unwrap_or(n.last);
    one_line(&desk.words(first, s.extended(noun, desk.scene.lexicon)))
}
