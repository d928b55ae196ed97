//! Whose seats a number is: the whole of an assembly, or the part that a party, a group or a place has of it.

use crate::document::Section;
use crate::lexicon::vocabulary::Form;
use crate::mention::Value as MentionValue;
use crate::name::token::Tag;

use super::draft::Draft;
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

/// Takes seats for what a party or group holds where one is who has them, and bare numbers among seats for seats: "the
/// Conservatives held on to 22", "followed by the Greens with four", "seven of its members belong to the coalition".
pub(super) fn settle(finder: Finder<'_>, section: &Section, drafts: &mut [Draft]) {
    if section.key != "politics" {
        return;
    }
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    let spoken = s.tokens.iter().any(|t| t.is(c.member & !c.office) && t.tag == Tag::Noun);
    for draft in drafts.iter_mut() {
        let plain = draft.mention.and_then(|m| finder.scene.mentions.get(m));
        if !plain.is_some_and(|m| matches!(m.value, MentionValue::Number(..))) {
            continue;
        }
        let subject = match draft.property.as_str() {
            "seats" => {
                finder.nearest(draft.token).filter(|e| is_part(finder, e)).map(|e| e.subject)
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
    let plural = s.tokens[noun.last].has_form(finder.scene.lexicon, Form::S);
    (noun.classes & c.member & !c.office != 0 && plural)
        .then(|| finder.words(noun.last, noun.last).to_owned())
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
    let entity = after.and_then(|n| finder.resolve(n)).or_else(|| finder.nearest(token))?;
    let named =
        entity.subject.class.is_none() && entity.subject.text.starts_with(char::is_uppercase);
    let other = matches!(
        entity.subject.class,
        Some(Class::City | Class::Place | Class::Office | Class::Person | Class::Body)
    );
    (is_part(finder, &entity) || named && !other).then_some(entity.subject)
}
