//! Binds figures to facts: rules propose, a ledger decides, and each mention is used once.

pub mod asof;
pub mod draft;
mod elided;
pub mod event;
pub mod holders;
pub mod index;
pub mod ledger;
pub mod part;
pub mod registry;
mod respectively;
pub mod scope;
pub mod seats;
pub mod series;
pub mod subject;
pub mod time;

use crate::document::{Document, Section};
use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::name::{Known, Sentence};
use crate::rules::matcher::{self, Scene};
use crate::rules::own::{Own, Property};
use crate::rules::{Rules, Trace};
use draft::{Claim, Draft};
use index::Dates;
use scope::{Class, Holder, Scope};
use subject::{City, Finder};

/// What binding gives: the facts in the making, and who has each mention.
#[derive(Debug, Default)]
pub struct Bound {
    /// In document order.
    pub drafts: Vec<Draft>,
    /// A claim for each mention.
    pub claims: Vec<Claim>,
    /// Mentions whose date lacks a year that no context gave.
    pub yearless: Vec<usize>,
}

/// The parts of a bulletin that binding needs.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The text.
    pub text: &'a str,
    /// Its division.
    pub document: &'a Document,
    /// Its figures.
    pub mentions: &'a [Mention],
    /// The city.
    pub city: &'a City,
    /// What is known of names.
    pub known: &'a dyn Known,
    /// The words.
    pub lexicon: &'a Lexicon,
    /// The rules.
    pub rules: &'a Rules,
    /// What the user declares beside rules of their own.
    pub own: &'a Own,
}

/// Binds all sections of a bulletin.
pub fn bind(input: Input<'_>, trace: &mut impl Trace) -> Bound {
    let mut bound = Bound { claims: vec![Claim::Free; input.mentions.len()], ..Bound::default() };
    let mut scope = Scope::default();
    for section in &input.document.sections {
        scope.enter_section();
        bind_section(input, section, &mut scope, &mut bound, trace);
    }
    bound.drafts.sort_by_key(|d| (d.evidence.start(), d.evidence.end()));
    bound
}

fn bind_section(
    input: Input<'_>,
    section: &Section,
    scope: &mut Scope,
    bound: &mut Bound,
    trace: &mut impl Trace,
) {
    let mut sentence = Sentence::default();
    for paragraph in &section.paragraphs {
        let mut dates = Dates::default();
        let mut previous: Option<std::ops::Range<usize>> = None;
        scope.current = None;
        for span in &paragraph.sentences {
            let label = paragraph.label.filter(|_| previous.is_none());
            let span = label.map_or(*span, |l| l.join(*span));
            let first = input.mentions.partition_point(|m| m.span.start() < span.start());
            let last = input.mentions.partition_point(|m| m.span.start() < span.end());
            let inside = &input.mentions[first..last.max(first)];
            sentence.read(input.text, span, inside, first, input.lexicon, input.known);
            let figures = matcher::figures(&sentence, input.mentions);
            let fitting = input.rules.fitting(&sentence, input.lexicon);
            let scene = Scene {
                sentence: &sentence,
                mentions: input.mentions,
                lexicon: input.lexicon,
                figures: &figures,
                fitting: &fitting,
            };
            dates.read(scene, &mut bound.yearless);
            let from = bound.drafts.len();
            ledger::decide(input, scene, section, &dates, scope, bound, trace);
            finish(input, scene, section, scope, &dates, bound, from);
            previous = Some(from..bound.drafts.len());
        }
    }
}

/// Gives subjects and times to the drafts of one sentence, and carries its names into the scope.
fn finish(
    input: Input<'_>,
    scene: Scene<'_>,
    section: &Section,
    scope: &mut Scope,
    dates: &Dates,
    bound: &mut Bound,
    from: usize,
) {
    let drafts = &mut bound.drafts[from..];
    note_holders(drafts, scope);
    let finder = Finder { scene, text: input.text, scope, city: input.city };
    seats::settle(finder, section, drafts);
    for draft in drafts.iter_mut() {
        if draft.property == "event" && draft.subject.is_none() {
            draft.subject = finder.named_by_others(draft.token);
        }
        if draft.subject.is_none() {
            draft.subject =
                finder.find(draft.token, registry::by_name(&draft.property).policy, None);
        }
        let elsewhere = draft.subject.as_ref().is_some_and(|s| s.class != Some(Class::City));
        if draft.property == "distance" && draft.of.is_none() && elsewhere {
            draft.of = Some(input.city.name.clone()).filter(|name| !name.is_empty());
        }
        if let Some(own) = input.own.property(&draft.property) {
            keep_subject(own, draft, finder);
        }
        complete_office(draft, scope);
        complete_assembly(draft, scene, finder);
        demote(draft, section, finder);
        // "14.3 million TEU": the unit is what is counted.
        if draft.property == "count"
            && draft.of.is_none()
            && draft.evidence.of(input.text).trim_end_matches('s').ends_with("TEU")
        {
            draft.of = Some("TEU".to_string());
        }
    }
    if section.key == "politics" {
        seats::kinds(finder, drafts);
        seats::parts(finder, drafts);
        seats::share_holder(drafts);
    }
    part::of_whom(finder, drafts);
    part::growth_of_attribute(finder, drafts);
    part::growth_of_counted(scene, drafts);
    part::money_again(finder, drafts);
    time::spread(scene, dates, drafts);
    asof::drop_events(scene, dates, &section.key, bound, from);
    let (entities, current) = finder.entities();
    entities.into_iter().for_each(|e| scope.note(e));
    if current.is_some() {
        scope.current = current;
    }
}

/// Notes the persons that the sentence gives an office, before dates ask for them.
fn note_holders(drafts: &[Draft], scope: &mut Scope) {
    for draft in drafts.iter().filter(|d| d.property == "office_holder") {
        if let (draft::Value::Text(person), Some(office)) = (&draft.value, &draft.subject) {
            scope.holders.push(Holder { person: person.clone(), office: office.text.clone() });
        }
    }
}

/// Keeps the subject of a user's own property to the classes that it may have.
fn keep_subject(own: &Property, draft: &mut Draft, finder: Finder<'_>) {
    let class = draft.subject.as_ref().and_then(|s| s.class);
    if !own.may_be_of(class) {
        draft.subject = finder.fitting(draft.token, |class| own.may_be_of(class));
    }
}

/// Seats of a hall are no seats of an assembly: without a body they are a count.
fn demote(draft: &mut Draft, section: &Section, finder: Finder<'_>) {
    let (scene, text) = (finder.scene, finder.text);
    let held = draft.property == "seats_held";
    if !held && draft.property != "seats" {
        return;
    }
    let c = &scene.lexicon.class;
    if !held && of_officer(draft, finder) {
        return;
    }
    let other = |e: &scope::Entity| {
        let club = if held { 0 } else { c.organization };
        e.classes & (c.built | c.institution | club | c.group) != 0
            && e.classes & (c.body | c.party) == 0
    };
    let hall = finder.nearest(draft.token).is_some_and(|e| other(&e));
    let political = matches!(section.key.as_str(), "politics" | "overview" | "body" | "history");
    if hall || !political {
        return recount(draft, finder);
    }
    if held {
        let own = scene.sentence.noun_around(draft.token).map(|n| &scene.sentence.nouns[n]);
        // "and 21 deputy mayors": posts; "any of the other ten parties": a count.
        let officers = own.is_some_and(|n| {
            let words = scene.sentence.span_of(n.first, n.last).of(text).to_lowercase();
            ["vice", "deputy", "mayor", "chair", "speaker"].iter().any(|w| words.contains(w))
        });
        if officers
            && own.is_some_and(|n| {
                n.classes & c.office != 0
                    && n.classes & c.member == 0
                    && draft.rule == "seats_held.parts"
            })
        {
            draft.property = "posts".to_string();
            draft.of = draft.subject.take().map(|s| s.text);
            draft.subject = finder.find(draft.token, registry::Policy::Poster, None);
            return;
        }
        if own.is_some_and(|n| {
            n.name.is_none()
                && matches!(scene.sentence.span_of(n.last, n.last).of(text), "parties" | "party")
        }) {
            return recount(draft, finder);
        }
        // "The Front has a dozen offices"
        let foreign = own.is_some_and(|n| n.classes & (c.member | c.party) == 0);
        if foreign && draft.rule == "seats_held.wins" {
            recount(draft, finder);
        }
        return;
    }
    let body = draft.subject.as_ref().is_some_and(|s| s.class == Some(Class::Body));
    if !body && section.key != "politics" {
        recount(draft, finder);
    }
}

/// Takes deputies for posts where an officer and no assembly has them: "The Chairman has three deputies".
fn of_officer(draft: &mut Draft, finder: Finder<'_>) -> bool {
    let (s, lexicon) = (finder.scene.sentence, finder.scene.lexicon);
    let c = &lexicon.class;
    let officer = s.subject_before(draft.token).and_then(|n| finder.resolve(n)).filter(|e| {
        e.classes & c.office != 0 && e.classes & (c.body | c.member) == 0
            || finder.scope.office_of(&e.subject.text).is_some()
    });
    let noun = s.noun_around(draft.token).map(|n| s.nouns[n].last);
    let noun = noun.filter(|last| lexicon.is_form(s.tokens[*last].word, "deputy"));
    let (Some(officer), Some(last)) = (officer, noun) else { return false };
    draft.property = "posts".to_string();
    draft.of = Some(finder.words(last, last).to_string());
    draft.subject = Some(officer.subject);
    true
}

/// Takes a number of seats for a plain count.
fn recount(draft: &mut Draft, finder: Finder<'_>) {
    let (scene, text) = (finder.scene, finder.text);
    draft.property = "count".to_string();
    draft.rule = "generic.count-of".to_string();
    draft.subject = finder.nearest(draft.token).map(|e| e.subject).or_else(|| draft.subject.take());
    let noun = scene.sentence.noun_at(draft.token + 1).map(|n| &scene.sentence.nouns[n]);
    if let Some(n) = noun {
        draft.of = Some(scene.sentence.span_of(draft.token + 1, n.last).of(text).to_string());
    }
}

/// What parties do with seats.
const HOLDING: &[&str] = &["hold", "win", "take", "gain", "secure", "get"];

/// The assembly that seats belong to: "28 seats in the Senate", else the one spoken of last.
fn complete_assembly(draft: &mut Draft, scene: Scene<'_>, finder: Finder<'_>) {
    if draft.property != "seats_held" || draft.of.is_some() {
        return;
    }
    let c = &scene.lexicon.class;
    let s = scene.sentence;
    // "The African National Congress holds 37 seats": who holds some is no assembly.
    let holds = |i: usize| {
        let clause = s.clause_of(s.nouns[i].first).filter(|x| x.subject == Some(i));
        clause
            .and_then(|x| x.verb)
            .is_some_and(|v| scene.lexicon.is_form_of_any(s.tokens[v].word, HOLDING))
    };
    let assembly = |i: &usize| {
        let n = &s.nouns[*i];
        let holder = n.name.is_some() && holds(*i);
        n.classes & c.assembly != 0 && n.classes & c.party == 0 && !holder
    };
    let after = (0..s.nouns.len()).filter(assembly).find(|i| {
        let first = s.nouns[*i].first;
        first > draft.token
            && first <= draft.token + 5
            && s.tokens[first - 1].is(c.prep)
            && s.tokens[draft.token..first].iter().all(|t| t.tag != crate::name::token::Tag::Conj)
    });
    let before =
        || (0..s.nouns.len()).rev().filter(assembly).find(|i| s.nouns[*i].last < draft.token);
    let entity = after.or_else(before).and_then(|i| finder.resolve(i));
    let entity = entity.or_else(|| finder.scope.of_class(c.assembly).cloned());
    draft.of = entity.map(|e| e.subject.text);
}

/// The office of a person whose date is given.
fn complete_office(draft: &mut Draft, scope: &Scope) {
    let of_person =
        ["took_office", "elected", "reelected", "term_ends"].contains(&draft.property.as_str());
    if !of_person || draft.of.is_some() {
        return;
    }
    let Some(subject) = &draft.subject else { return };
    if subject.class != Some(Class::Person) {
        return;
    }
    draft.of = scope.office_of(&subject.text).map(|h| h.office.clone());
}
