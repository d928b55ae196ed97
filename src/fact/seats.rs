//! Whose seats a number is: the whole of an assembly, or the part that a party, a group or a place has of it.

use crate::document::Section;
use crate::lexicon::vocabulary::Form;
use crate::mention::Value as MentionValue;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag, Token};
use crate::span::one_line;

use super::draft::{Draft, Value};
use super::scope::{Class, Entity, Subject};
use super::subject::Finder;

/// Words for a part of an assembly that are no party's name.
const PARTS: [&str; 10] = [
    "opposition",
    "majority",
    "minority",
    "coalition",
    "independents",
    "women",
    "list",
    "lists",
    "bloc",
    "constituency",
];

/// What parties do with seats.
const WINNING: &[&str] = &["win", "secure", "gain", "take", "obtain"];

/// Takes seats for what a party or group holds where one is who has them, and bare numbers among seats for seats: "the
/// Conservatives held on to 22", "followed by the Greens with four", "seven of its members belong to the coalition".
pub(super) fn settle(finder: Finder<'_>, section: &Section, drafts: &mut [Draft]) {
    if section.key != "politics" {
        return;
    }
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    let spoken = s.tokens.iter().any(|t| t.is(c.member | c.party) && t.tag == Tag::Noun);
    let spoken_of = s.nouns.iter().any(|n| n.classes & c.party != 0 && n.name.is_none());
    for draft in drafts.iter_mut() {
        let plain = draft.mention.and_then(|m| finder.scene.mentions.get(m));
        if !plain.is_some_and(|m| matches!(m.value, MentionValue::Number(..))) {
            continue;
        }
        let subject = match draft.property.as_str() {
            "seats" if !is_whole(finder, draft.token) && !is_told(finder, draft) => {
                let won = s.clause_of(draft.token).and_then(|x| x.verb).is_some_and(|v| {
                    finder.scene.lexicon.is_form_of_any(s.tokens[v].word, WINNING)
                });
                let part = |e: &Entity| is_part(finder, e) || (spoken_of || won) && is_unknown(e);
                finder.nearest(draft.token).filter(part).map(|e| e.subject)
            }
            "count" if draft.rule.starts_with("generic.") => {
                let holder = || holder(finder, draft.token);
                match of_members(finder, draft.token) {
                    Some(words) => holder().or(Some(Subject { text: words, class: None })),
                    None if spoken && is_bare(finder, draft.token) => holder(),
                    None => None,
                }
            }
            _ => None,
        };
        if let Some(subject) = subject {
            "seats_held".clone_into(&mut draft.property);
            draft.of = None;
            draft.subject = Some(subject);
        }
    }
}

/// "20 elected and ten appointed members": the kind of members that a number counts.
pub(super) fn kinds(finder: Finder<'_>, drafts: &mut [Draft]) {
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    for draft in drafts.iter_mut().filter(|d| d.rule == "seats_held.kinds") {
        let from = draft.token + 1;
        let member = (from..s.tokens.len()).find(|i| s.tokens[*i].is(c.member));
        let Some(member) = member else { continue };
        let joint = |i: &usize| s.tokens[*i].is_sign(',') || s.tokens[*i].tag == Tag::Conj;
        let to = (from..member).find(joint).unwrap_or(member);
        if to == from {
            continue;
        }
        let text = format!("{} {}", finder.words(from, to - 1), finder.words(member, member));
        draft.subject = Some(Subject { text: one_line(&text), class: None });
    }
}

/// "In the Senate the state has three seats and in the House 24": no assembly holds seats of itself, but who holds those
/// before.
pub(super) fn share_holder(drafts: &mut [Draft]) {
    let itself = |d: &Draft| d.subject.as_ref().is_some_and(|s| d.of.as_ref() == Some(&s.text));
    for i in 1..drafts.len() {
        if drafts[i].property != "seats_held" || !itself(&drafts[i]) {
            continue;
        }
        let earlier = drafts[..i].iter().rev().find(|d| d.property == "seats_held" && !itself(d));
        if let Some(holder) = earlier.and_then(|d| d.subject.clone()) {
            drafts[i].subject = Some(holder);
        }
    }
}

/// Takes the smaller numbers of members in a sentence that tells an assembly's size for its parts: "65 members, of whom
/// 52 are elected in districts", "the mayor, four deputy mayors and six councilors".
pub(super) fn parts(finder: Finder<'_>, drafts: &mut [Draft]) {
    let number = |d: &Draft| match d.value {
        Value::Number(n) if d.unit.is_none() => Some(n),
        _ => None,
    };
    let whole = drafts.iter().filter(|d| d.property == "seats").max_by_key(|d| number(d));
    let Some((size, at, body)) =
        whole.and_then(|d| Some((number(d)?, d.token, d.subject.clone()?)))
    else {
        return;
    };
    for draft in drafts.iter_mut() {
        // "12 of them women", said of the assembly itself so far.
        let own = draft.subject.as_ref().is_none_or(|s| {
            s.text == body.text || matches!(s.class, Some(Class::City | Class::Body))
        });
        let counted = matches!(draft.property.as_str(), "seats" | "posts")
            || draft.property == "seats_held" && own
            || draft.property == "count" && draft.rule.starts_with("generic.");
        // "the Senate, which has 50 seats, and the House with 203"
        let other = draft.property == "seats"
            && draft
                .subject
                .as_ref()
                .is_some_and(|s| s.class == Some(Class::Body) && s.text != body.text);
        // "he is assisted by ten aldermen, and the council numbers 49": officers of another clause are no part.
        let clause = |t: usize| finder.scene.sentence.clause_at(t);
        let other = other || draft.property == "posts" && clause(draft.token) != clause(at);
        if draft.token == at || !counted || other || number(draft).is_none_or(|n| n >= size) {
            continue;
        }
        let party = party_behind(finder, draft.token);
        let words = || part(finder, at, draft.token, draft.property == "posts");
        let Some(subject) = party.or_else(|| Some(Subject { text: words()?, class: None })) else {
            continue;
        };
        "seats_held".clone_into(&mut draft.property);
        draft.of = Some(body.text.clone());
        draft.subject = Some(subject);
    }
}

/// "62 are held by the Civic Party", "eight belong to the Liberals", "seven from Unity": the party behind a number.
fn party_behind(finder: Finder<'_>, token: usize) -> Option<Subject> {
    const REACH: usize = 6;
    let s = finder.scene.sentence;
    let lexicon = finder.scene.lexicon;
    let link = (token + 1..s.tokens.len().min(token + REACH))
        .take_while(|i| {
            s.tokens[*i].figure().is_none() && !matches!(s.tokens[*i].kind, Kind::Sign(_))
        })
        .find(|i| {
            let word = s.tokens[*i].word;
            word != 0 && [lexicon.by, lexicon.to, lexicon.from].contains(&word)
        })?;
    let named = |n: &usize| s.nouns[*n].name.is_some();
    let entity = finder.resolve(s.noun_at(link + 1).filter(named)?)?;
    (is_part(finder, &entity) || is_unknown(&entity)).then_some(entity.subject)
}

/// The words for the members that a number counts apart from all members of the number at `whole`; none where it counts
/// something else, or another body's.
fn part(finder: Finder<'_>, whole: usize, token: usize, posts: bool) -> Option<String> {
    let s = finder.scene.sentence;
    let (lexicon, c) = (finder.scene.lexicon, &finder.scene.lexicon.class);
    let body = |entity: Entity| entity.classes & c.body != 0;
    let subject = |i: usize| s.clause_of(i).and_then(|x| x.subject).and_then(|n| finder.resolve(n));
    let (mine, all) = (subject(token).filter(|e| body(e.clone())), subject(whole));
    if mine.zip(all).is_some_and(|(a, b)| body(b.clone()) && a.subject.text != b.subject.text) {
        return None;
    }
    if let Some(noun) = s.noun_around(token).map(|i| &s.nouns[i]).filter(|n| n.last > token) {
        let member = noun.classes & c.member != 0 && noun.classes & c.head_office == 0;
        if !member || posts && noun.classes & c.member == 0 {
            return None;
        }
        let narrows = |t: &Token| {
            matches!(t.tag, Tag::Participle) || t.word == lexicon.from || t.word == lexicon.by
        };
        let words = one_line(finder.words(token + 1, noun.last));
        let next = noun.last + 1;
        // "100 members are elected in constituencies"
        let elected = s.tokens.get(next).is_some_and(|t| t.is(c.be))
            && s.tokens.get(next + 1).is_some_and(|t| t.is(c.elect));
        if elected || s.tokens.get(next).is_some_and(narrows) {
            let from = next + usize::from(elected);
            return Some(format!("{words} {}", tail(finder, from)));
        }
        let last = s.extended(s.noun_around(token)?, lexicon).max(noun.last);
        return Some(one_line(finder.words(token + 1, last)));
    }
    // Bare: "52 elected in districts", "13 by proportional representation", "35 of whom are returned by".
    let mut next = token + 1;
    if s.tokens.get(next)?.word == lexicon.of {
        next += 2;
        // "eight of the 15 members are women"
        if let Some(n) = s.noun_at(next).filter(|n| s.classes_of(*n) & c.member != 0) {
            next = s.nouns[n].last + 1;
        }
    }
    while s.tokens.get(next).is_some_and(|t| t.is(c.be) || t.tag == Tag::Adv) {
        next += 1;
    }
    let t = s.tokens.get(next)?;
    // "of whom 33 are women": who they are.
    if let Some(n) = s.noun_at(next).map(|i| &s.nouns[i]).filter(|n| next > token + 1 && !n.pronoun)
    {
        return Some(one_line(finder.words(finder.first_of(n), n.last)));
    }
    let chosen = matches!(t.tag, Tag::Verb | Tag::Participle);
    let dated = s.tokens.get(next + 1).is_none_or(|t| t.tag == Tag::Figure);
    let linked = [lexicon.from, lexicon.by, lexicon.r#for].contains(&t.word) && t.word != 0
        || t.word == lexicon.r#in && !dated
        || finder.words(next, (next + 1).min(s.tokens.len() - 1)) == "at large";
    if !chosen && !linked {
        return None;
    }
    // "20 come from the districts": from where, not that they come.
    let whence = (next + 1..s.tokens.len().min(next + 4)).find(|i| s.tokens[*i].tag == Tag::Prep);
    let next = whence.filter(|_| chosen && !t.has_form(lexicon, Form::Ed)).unwrap_or(next);
    let noun = s.noun_around(whole).map(|i| &s.nouns[i]).filter(|n| n.last > whole);
    let people = noun.filter(|n| !lexicon.is_form(s.tokens[n.last].word, "seat"));
    let members = people.map_or("members", |n| finder.words(n.last, n.last));
    Some(format!("{members} {}", tail(finder, next)))
}

/// The words from `first` on, up to a sign, "and", a relative pronoun or another figure.
fn tail(finder: Finder<'_>, first: usize) -> String {
    let tokens = &finder.scene.sentence.tokens;
    let border = |t: &Token| {
        matches!(t.tag, Tag::Conj | Tag::Rel | Tag::Figure | Tag::Sub)
            || matches!(t.kind, Kind::Sign(_))
    };
    let mut end = (first + 1..tokens.len()).find(|i| border(&tokens[*i])).unwrap_or(tokens.len());
    // "six from each of the six districts": what leads to the next figure is left to it.
    while end > first + 1 && matches!(tokens[end - 1].tag, Tag::Prep | Tag::Det) {
        end -= 1;
    }
    one_line(finder.words(first, end - 1))
}

/// A party, a group, or a name that is no body, place or person.
fn is_part(finder: Finder<'_>, entity: &Entity) -> bool {
    let c = &finder.scene.lexicon.class;
    let party = entity.classes & (c.party | c.group) != 0;
    let body = entity.classes & (c.body | c.assembly | c.executive) != 0;
    (party || PARTS.contains(&entity.head.as_str()))
        && (!body || party && entity.classes & c.assembly == 0)
}

/// A number that counts no noun of its own.
fn is_bare(finder: Finder<'_>, token: usize) -> bool {
    let s = finder.scene.sentence;
    let of = s.tokens.get(token + 1).is_some_and(|t| t.word == finder.scene.lexicon.of);
    !of && s.noun_at(token + 1).is_none()
        && s.noun_at(token).is_none_or(|n| s.nouns[n].last <= token)
}

/// "seven of its members", "85 of the 123 members": the words for them.
fn of_members(finder: Finder<'_>, token: usize) -> Option<String> {
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    s.tokens.get(token + 1).filter(|t| t.word == finder.scene.lexicon.of)?;
    let noun = &s.nouns[s.noun_at(token + 2)?];
    // "Civic Platform has 11 of them"
    if noun.pronoun && finder.nearest(token).is_some_and(|e| is_part(finder, &e) || is_unknown(&e))
    {
        return Some("members".to_owned());
    }
    let plural = s.tokens[noun.last].has_form(finder.scene.lexicon, Form::S);
    (noun.classes & c.member != 0 && plural).then(|| finder.words(noun.last, noun.last).to_owned())
}

/// Who has them: "belong to the coalition", "12 to Harmony", "the Greens with four", else what the clause speaks of.
fn holder(finder: Finder<'_>, token: usize) -> Option<Subject> {
    let s = finder.scene.sentence;
    let after = (token + 1..s.tokens.len())
        .take(8)
        .take_while(|i| s.tokens[*i].figure().is_none() && !s.tokens[*i].is_sign(';'))
        .find(|i| s.tokens[*i].word == finder.scene.lexicon.to)
        .and_then(|i| s.noun_at(i + 1))
        .filter(|n| s.nouns[*n].first > token);
    // "Reform Party 45, Centre Party 20", "the opposition 22", "followed by the Greens with 33"
    let right_before = || {
        let with = token > 0 && finder.scene.lexicon.is_form(s.tokens[token - 1].word, "with");
        let end = token - usize::from(with);
        let beside = |n: &Noun| n.last + 1 == end;
        let noun = s.nouns.iter().position(beside).and_then(|n| finder.resolve(n));
        noun.filter(|e| is_part(finder, e) || is_unknown(e))
    };
    let entity = after
        .and_then(|n| finder.resolve(n))
        .or_else(right_before)
        .or_else(|| finder.nearest(token))?;
    (is_part(finder, &entity) || is_unknown(&entity)).then_some(entity.subject)
}

/// A name that nothing says more of: among parties one of them.
fn is_unknown(entity: &Entity) -> bool {
    entity.subject.class.is_none() && entity.subject.text.starts_with(char::is_uppercase)
}

/// "The City Council has a fixed number of 68 members": a rule found the assembly whose seats they are.
fn is_told(finder: Finder<'_>, draft: &Draft) -> bool {
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    draft.rule == "seats.consists-of"
        && draft.subject.as_ref().is_some_and(|subject| {
            s.nouns.iter().any(|n| {
                n.classes & c.assembly != 0
                    && n.classes & c.party == 0
                    && finder.words(n.first, n.last).ends_with(subject.text.as_str())
            })
        })
}

/// "31 of the 55 seats", "Of the 55 seats, 31 went to": all there are.
fn is_whole(finder: Finder<'_>, token: usize) -> bool {
    let s = finder.scene.sentence;
    let before = |back: usize| token.checked_sub(back).map(|i| &s.tokens[i]);
    before(1).is_some_and(|t| t.tag == Tag::Det)
        && before(2).is_some_and(|t| t.word == finder.scene.lexicon.of)
        && before(3).is_none_or(|t| t.tag == Tag::Figure || matches!(t.kind, Kind::Sign(_)))
}
