//! Parts and changes of what was counted just before: "one fifth of whom come from abroad", "an increase of 6 percent".

use crate::name::token::{Kind, Tag};
use crate::rules::matcher::Scene;

use super::draft::Draft;
use super::scope::Subject;
use super::subject::Finder;

/// Most words that the subject of a part takes from its clause.
const MOST_WORDS: usize = 6;

/// Gives a share "of whom", "of which" and "of them" its whole and its part: of "47,000 students, one tenth of whom come
/// from abroad" the students, and the students from abroad.
pub(super) fn of_whom(finder: Finder<'_>, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.property == "share") {
        let Some((whole, link)) = whole(finder, draft.token) else { continue };
        let part = part(finder, &whole, link);
        draft.subject = Some(Subject { text: part, class: None });
        draft.of.get_or_insert(whole);
    }
}

/// The words of the whole, and the token of "whom", which the figure stands before ("half of whom") or behind ("of whom
/// half").
fn whole(finder: Finder<'_>, token: usize) -> Option<(String, usize)> {
    let s = finder.scene.sentence;
    let word = |at: usize| s.tokens.get(at).map_or("", |t| t.span.of(finder.text));
    let points = |at: usize| matches!(word(at), "whom" | "which" | "them");
    let link = if word(token + 1) == "of" && points(token + 2) {
        token + 2
    } else {
        let link = token.checked_sub(1).filter(|at| points(*at))?;
        link.checked_sub(1).filter(|at| word(*at) == "of")?;
        link
    };
    let before = link.min(token).saturating_sub(1);
    let noun = s.nouns.iter().rposition(|n| n.last < before && !n.pronoun)?;
    let n = &s.nouns[noun];
    Some((finder.words(finder.first_of(n), n.last).to_owned(), link.max(token)))
}

/// What the clause behind `link` says of the part: "are women" the women, "come from abroad" the whole from abroad.
fn part(finder: Finder<'_>, whole: &str, link: usize) -> String {
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    let mut at = link + 1;
    let mut is = true;
    while let Some(t) = s.tokens.get(at).filter(|t| matches!(t.tag, Tag::Verb | Tag::Adv)) {
        is = is && (t.tag == Tag::Adv || t.is(c.be));
        at += 1;
    }
    // "of which 96 percent have fewer than ten employees": what they have is told by its own fact.
    if s.tokens.get(at.saturating_sub(1)).is_some_and(|t| t.is(c.have)) {
        return whole.to_owned();
    }
    let end = (at..s.tokens.len())
        .take(MOST_WORDS)
        .take_while(|i| {
            let counted = s.tokens[*i].figure().is_some() && s.tokens[*i - 1].tag == Tag::Det;
            !matches!(s.tokens[*i].kind, Kind::Sign(_)) && !counted && s.tokens[*i].tag != Tag::Conj
        })
        .last();
    // "half of whom are elected every two years": nothing that tells them apart.
    let tells = |i: usize| matches!(s.tokens[i].tag, Tag::Noun | Tag::Name);
    let Some(end) = end.filter(|end| (at..=*end).any(tells)) else { return whole.to_owned() };
    let said = finder.words(at, end);
    let noun = s.noun_at(at).map(|n| &s.nouns[n]);
    let known = noun.is_some_and(|n| {
        n.last > at
            || s.tokens[n.last].is(c.people)
            || s.tokens[n.last].word == 0 && finder.words(n.last, n.last).ends_with('s')
            || s.tokens[n.last].has_form(finder.scene.lexicon, crate::lexicon::vocabulary::Form::S)
    });
    if is && known { said.to_owned() } else { format!("{whole} {said}") }
}

/// "received 1.2 million tourists, an increase of 6 percent": the tourists grew, not the one who received them.
pub(super) fn growth_of_counted(scene: Scene<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        if drafts[i].property != "growth" {
            continue;
        }
        let at = drafts[i].token;
        let before = drafts.iter().filter(|d| d.token < at && d.mention.is_some());
        let before = before
            .max_by_key(|d| d.token)
            .filter(|d| matches!(d.property.as_str(), "count" | "quantity" | "population"));
        let of = before.and_then(|d| match d.property.as_str() {
            "population" => Some("population".to_owned()),
            _ => d.of.clone(),
        });
        let Some(of) = of else { continue };
        let apposed = scene.sentence.tokens[..at].iter().rev().take(5).any(|t| t.is_sign(','));
        if apposed {
            drafts[i].subject = Some(Subject { text: of, class: None });
        }
    }
}

/// "the population grew by 11 percent": what grew is the number, not the city that has it.
pub(super) fn growth_of_attribute(finder: Finder<'_>, drafts: &mut [Draft]) {
    let s = finder.scene.sentence;
    for draft in drafts.iter_mut().filter(|d| d.property == "growth") {
        let Some(noun) = s.subject_before(draft.token) else { continue };
        let n = &s.nouns[noun];
        let head = finder.words(n.last, n.last).to_lowercase();
        if !matches!(head.as_str(), "population" | "number" | "total" | "figure")
            || n.name.is_some()
        {
            continue;
        }
        let end = if head == "number" { s.extended(noun, finder.scene.lexicon) } else { n.last };
        draft.subject = Some(undetermined(finder, n.first, end));
    }
}

/// "Exports totaled 7.9 billion euros, while imports stood at 9.2 billion": a bare number of millions said of money is a
/// sum in the currency before it.
pub(super) fn money_again(finder: Finder<'_>, drafts: &mut [Draft]) {
    let s = finder.scene.sentence;
    let c = &finder.scene.lexicon.class;
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        let Some(mention) = draft.mention.and_then(|m| finder.scene.mentions.get(m)) else {
            continue;
        };
        let words = mention.core.of(finder.text);
        let large = ["million", "billion", "trillion"].iter().any(|w| words.ends_with(w));
        if draft.property != "count" || !large || s.noun_at(draft.token + 1).is_some() {
            continue;
        }
        let money = |n: &usize| s.classes_of(*n) & c.money_thing != 0;
        let Some(noun) = s.subject_before(draft.token).filter(money) else { continue };
        let earlier = drafts.iter().filter(|d| d.property == "money" && d.token < draft.token);
        let Some(unit) = earlier.max_by_key(|d| d.token).and_then(|d| d.unit.clone()) else {
            continue;
        };
        let n = &s.nouns[noun];
        let draft = &mut drafts[i];
        "money".clone_into(&mut draft.property);
        "generic.money".clone_into(&mut draft.rule);
        draft.unit = Some(unit);
        draft.of = None;
        draft.subject = Some(undetermined(finder, n.first, n.last));
    }
}

/// The words from token `first` to token `last` without the determiners that they open with.
fn undetermined(finder: Finder<'_>, first: usize, last: usize) -> Subject {
    let tokens = &finder.scene.sentence.tokens;
    let first = (first..last).find(|i| tokens[*i].tag != Tag::Det).unwrap_or(last);
    Subject { text: finder.words(first, last).to_owned(), class: None }
}
