//! A draft from a proposal: value, subject, `of`, sign and qualifier.

use std::borrow::Cow;

use crate::mention::{Range, Value as MentionValue};
use crate::name::token::{Kind, Tag};
use crate::rules::list;
use crate::rules::matcher::Bound as Slot;
use crate::rules::own::Holds;
use crate::rules::pattern::Role;
use crate::rules::{Proposal, Rule};
use crate::span::Span;

use super::super::draft::{self, Draft, Value};
use super::super::event;
use super::super::registry::{self, Policy};
use super::super::scope::{Class, Subject};
use super::Desk;

impl Desk<'_, '_> {
    /// The value of a proposal.
    pub(super) fn draft(
        &self,
        rule: &Rule,
        proposal: &Proposal,
        mention: Option<usize>,
    ) -> Option<Draft> {
        let property = rule.text.property.clone()?;
        let (first, last) = proposal.found.value;
        if let Some(mention) = mention {
            self.figure_draft(property, &rule.text.id, mention, first)
        } else {
            let last = if property == "alias" { self.whole_name(first, last) } else { last };
            let span = self.scene.sentence.span_of(first, last);
            let own = self.input.own.property(&property).and_then(|own| own.holds);
            let value = if property == "industries" || own == Some(Holds::List) {
                let words = list::members(self.scene, first, last)
                    .into_iter()
                    .map(|(a, b)| self.words(self.without_article(a, b), b))
                    .collect();
                Value::List(without_shared_head(words))
            } else {
                Value::Text(self.words(self.without_article(first, last), last))
            };
            Some(blank(property, rule.text.id.clone(), value, span, first))
        }
    }

    /// "full name Bogotá, Capital District": the city's bare name is no other name, with what the comma adds it is.
    fn whole_name(&self, first: usize, last: usize) -> usize {
        let s = self.scene.sentence;
        let words = self.words(first, last);
        let city = self.input.city;
        let begins = city.name.strip_prefix(&words).is_some_and(|rest| rest.starts_with(' '));
        let bare = begins || city.is_named(&words);
        let comma = s.tokens.get(last + 1).is_some_and(|t| t.is_sign(','));
        let added = s
            .name_at(last + 2)
            .map(|n| s.names[n])
            .filter(|n| n.first == last + 2 && n.classes & self.scene.lexicon.class.place != 0);
        added.filter(|_| bare && comma).map_or(last, |n| n.last)
    }

    pub(super) fn without_article(&self, first: usize, last: usize) -> usize {
        let token = &self.scene.sentence.tokens[first];
        let lexicon = self.scene.lexicon;
        let article = [lexicon.the, lexicon.a, lexicon.an].contains(&token.word) && token.word != 0;
        let the = article || token.is(lexicon.class.possessive);
        if the && first < last { first + 1 } else { first }
    }

    /// A draft of a figure's own value.
    pub(in crate::fact) fn figure_draft(
        &self,
        property: String,
        rule: &str,
        mention: usize,
        token: usize,
    ) -> Option<Draft> {
        let m = &self.input.mentions[mention];
        let own = self.input.own.property(&property);
        let value = match own {
            Some(own) => Cow::Owned(own.value(&m.value)?),
            None => Cow::Borrowed(&m.value),
        };
        let mut draft =
            blank(property, rule.to_string(), Value::Text(String::new()), m.span, token);
        draft.mention = Some(mention);
        draft.qualifier = m.qualifier;
        let range = |draft: &mut Draft, r: &Range| {
            draft.value = Value::Number(r.low);
            draft.value_max = r.high.map(Value::Number);
        };
        match &*value {
            MentionValue::Number(r, _) => {
                range(&mut draft, r);
                draft.unit = own.and_then(|own| own.unit.clone());
            }
            MentionValue::Ordinal(n) => draft.value = Value::Number(*n),
            MentionValue::Percent(r) => {
                range(&mut draft, r);
                draft.unit = Some("%".into());
            }
            MentionValue::Measure(r, unit, stated) => {
                range(&mut draft, r);
                draft.unit = Some(unit.code());
                draft.stated.clone_from(stated);
            }
            MentionValue::Money(r, code) => {
                range(&mut draft, r);
                draft.unit = Some((*code).into());
            }
            MentionValue::Latitude(d) | MentionValue::Longitude(d) => {
                draft.value = Value::Number(*d);
                draft.unit = Some("deg".into());
            }
            MentionValue::UtcOffset(h) => {
                draft.value = Value::Number(*h);
                draft.unit = Some("h".into());
            }
            MentionValue::Duration(low, high) => {
                draft.value = Value::Text(low.clone());
                draft.value_max = high.clone().map(Value::Text);
            }
            MentionValue::Date(_) => {
                let dated = self.dates.of(mention)?;
                draft.context = dated.context;
                draft.value = Value::Text(event::date_value(&draft.property, dated));
            }
            MentionValue::Malformed => return None,
        }
        let number = matches!(draft.value, Value::Number(_));
        if number && draft.qualifier.is_none() && self.exceeds(token) {
            draft.qualifier = Some(crate::mention::Qualifier::MoreThan);
        }
        Some(draft)
    }

    /// "the population exceeds 10 million": the verb is the qualifier.
    pub(super) fn exceeds(&self, token: usize) -> bool {
        let lexicon = self.scene.lexicon;
        let before = token.checked_sub(1).map_or(0, |i| self.scene.sentence.tokens[i].word);
        before != 0 && (lexicon.is_form(before, "exceed") || lexicon.is_form(before, "surpass"))
    }

    /// Subject, `of`, office and sign from the rule's slots and words.
    pub(super) fn fill(&self, rule: &Rule, proposal: &Proposal, draft: &mut Draft) {
        if rule.text.negative
            && let Value::Number(n) = &mut draft.value
        {
            n.set_sign_negative(true);
        }
        if let (Some(unit), Value::Number(_), None) = (&rule.text.unit, &draft.value, &draft.unit) {
            draft.unit = Some(unit.clone().into());
        }
        draft.of.clone_from(&rule.text.of);
        if draft.property == "institution" {
            draft.of = self.kind_of_name(proposal.found.value.0);
        }
        if draft.property == "capital_of" {
            draft.value = Self::without_rank(&draft.value);
        }
        let mut subject = None;
        // A frame's patient is the subject unless the rule says where else to look.
        let own = rule.frame.is_some() && rule.text.subject.is_some();
        for slot in &proposal.found.bound {
            match slot.role {
                // "five deputy mayors", "one first vice governor": the rank belongs to the office.
                Role::Of
                    if draft.property == "posts"
                        && (draft.token + 2..draft.token + 4).contains(&slot.first) =>
                {
                    let whole = Slot { first: draft.token + 1, ..*slot };
                    draft.of = Some(self.of_words(&whole));
                }
                Role::Of => draft.of = Some(self.of_words(slot)),
                Role::Subject if own => {}
                Role::Subject => subject = Some(slot),
                Role::Person => {
                    draft.subject = Some(Subject {
                        text: self.words(slot.first, slot.last),
                        class: Some(Class::Person),
                    });
                }
                Role::Office if draft.property == "office_holder" => {
                    draft.subject =
                        Some(Subject { text: self.office_words(slot), class: Some(Class::Office) });
                }
                Role::Office => draft.of = Some(self.office_words(slot)),
                Role::Time => {
                    let mention = self.scene.sentence.tokens[slot.first].figure();
                    draft.time = mention
                        .and_then(|m| self.dates.of(m))
                        .map(|d| draft::Time { edtf: d.edtf.clone(), mention: d.mention });
                }
                Role::Value | Role::Any => {}
            }
        }
        if let Some(slot) = subject {
            // "The metro has 57 stations and 70 kilometers of track": the metro's length.
            let behind = draft.property == "length" && slot.first > draft.token;
            let owner = if behind { self.finder().owner_of_length(draft.token) } else { None };
            draft.subject = owner.or_else(|| self.slot_subject(slot));
        }
        if let Some(policy) = rule.text.subject.as_deref()
            && draft.subject.is_none()
        {
            self.by_policy(policy, draft);
        }
    }

    /// The head of a name in lower case: "university", "museum".
    pub(super) fn kind_of_name(&self, token: usize) -> Option<String> {
        let s = self.scene.sentence;
        let name = s.names.get(s.name_at(token)?)?;
        let head = self.words(name.head, name.head).to_lowercase();
        Some(crate::lexicon::institutions::kind(&head).to_owned())
    }

    /// "State of Victoria" is Victoria.
    pub(super) fn without_rank(value: &Value) -> Value {
        let Value::Text(name) = value else { return value.clone() };
        let bare = ["State of ", "Province of ", "Department of ", "Canton of ", "Prefecture of "]
            .iter()
            .find_map(|rank| name.strip_prefix(rank))
            .unwrap_or(name);
        Value::Text(bare.strip_prefix("the ").unwrap_or(bare).to_string())
    }

    pub(super) fn slot_subject(&self, slot: &Slot) -> Option<Subject> {
        let noun = slot.noun?;
        let resolved = self.finder().resolve(noun)?;
        // "GDP per capita" is another thing than GDP.
        let per = self.scene.sentence.tokens.get(slot.last + 2).is_some()
            && self.word(slot.last + 1) == "per"
            && matches!(self.word(slot.last + 2), "capita" | "head" | "person" | "inhabitant");
        if per {
            let first = self.without_article(slot.first, slot.last);
            return Some(Subject { text: self.words(first, slot.last + 2), class: None });
        }
        // A phrase cut by the pattern, or extended by "of", says more than its head.
        let n = &self.scene.sentence.nouns[noun];
        let whole =
            slot.last > n.last || (slot.first > n.first && slot.last == n.last && n.name.is_none());
        if whole && resolved.subject.class != Some(Class::City) {
            let first = self.without_article(slot.first.max(n.first), slot.last);
            return Some(Subject {
                text: self.words(first, slot.last),
                class: resolved.subject.class,
            });
        }
        Some(resolved.subject)
    }

    /// Finds the subject of a property of the user's own among the classes that it may have; false where there is none.
    pub(super) fn has_subject(&self, proposal: &Proposal, draft: &mut Draft) -> bool {
        let Some(own) = self.input.own.property(&draft.property) else { return true };
        let fits = |subject: &Option<Subject>| {
            subject.as_ref().is_some_and(|subject| own.may_be_of(subject.class))
        };
        if own.subjects.is_empty() || fits(&draft.subject) {
            return true;
        }
        // What the rule's own slot names is no other thing.
        if proposal.found.bound.iter().any(|slot| slot.role == Role::Subject) {
            return false;
        }
        if draft.subject.is_none() {
            let policy = registry::by_name(&draft.property).policy;
            draft.subject = self.finder().find(draft.token, policy, None);
        }
        if !fits(&draft.subject) {
            draft.subject = self.finder().fitting(draft.token, |class| own.may_be_of(class));
        }
        draft.subject.is_some()
    }

    pub(super) fn by_policy(&self, policy: &str, draft: &mut Draft) {
        let policy = match policy {
            "city" => Policy::City,
            "clause" | "thing" => Policy::Clause,
            "body" => Policy::Body,
            "person" => Policy::Person,
            "place" => Policy::Place,
            "main" => Policy::Main,
            "term" => Policy::Term,
            "none" => Policy::None,
            words => {
                draft.subject = Some(Subject { text: words.to_string(), class: None });
                return;
            }
        };
        draft.subject = self.finder().find(draft.token, policy, None);
    }

    /// The words of `of`: the phrase after the figure with one phrase that "of" joins to it.
    pub(super) fn of_words(&self, slot: &Slot) -> String {
        let s = self.scene.sentence;
        let mut last = slot.last;
        if let Some(n) = slot.noun.and_then(|i| Some((i, s.nouns.get(i)?))) {
            let next = s.nouns.get(n.0 + 1);
            let of = s.tokens.get(n.1.last + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
            if let Some(next) =
                next.filter(|x| of && slot.last == n.1.last && x.first == n.1.last + 2)
            {
                last = next.last;
            }
        }
        let counts = |i: usize| s.tokens[i].tag == Tag::Figure && !self.is_rank(i);
        let first = (slot.first..=last).find(|i| !counts(*i) || *i == last).unwrap_or(slot.first);
        self.words(self.without_article(first, last), last)
    }

    /// "first vice governor": an ordinal that a deputy's title begins with.
    fn is_rank(&self, at: usize) -> bool {
        let s = self.scene.sentence;
        let ordinal = s.tokens[at].figure().is_some_and(|m| {
            matches!(self.input.mentions.get(m).map(|m| &m.value), Some(MentionValue::Ordinal(_)))
        });
        ordinal
            && s.tokens.get(at + 1).is_some_and(|t| {
                let word = t.span.of(self.input.text);
                ["vice", "deputy"].iter().any(|rank| word.eq_ignore_ascii_case(rank))
            })
    }

    /// "the 27th mayor": a number that is no part of the title, as in "First Mayor" it is.
    fn counts(&self, at: usize) -> bool {
        let token = &self.scene.sentence.tokens[at];
        token.figure().is_some() && !token.capital
    }

    /// The words of an office without "the incumbent".
    pub(super) fn office_words(&self, slot: &Slot) -> String {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        // "the city's first woman mayor": the office alone.
        let head = (slot.first..slot.last).find(|i| s.tokens[*i].is(c.office)).unwrap_or(slot.last);
        let owned = |i: &usize| s.tokens[*i].kind == Kind::Possessive && *i < head;
        let mut first = (slot.first..=slot.last).rev().find(owned).map_or(slot.first, |i| i + 1);
        while first < slot.last
            && (s.tokens[first].is(c.det | c.incumbent | c.adv | c.people) || self.counts(first))
            && !s.tokens[first].is(c.office)
            && s.tokens[first].span.of(self.input.text) != "acting"
            && s.tokens[first].span.of(self.input.text) != "Acting"
        {
            first += 1;
        }
        self.words(first, slot.last)
    }
}

/// "The automobile, chemical and steel industries are": what the last member says for all is no part of it.
fn without_shared_head(mut members: Vec<String>) -> Vec<String> {
    const HEADS: [&str; 2] = [" industries", " sectors"];
    let alone = |head: &str| members.iter().filter(|m| m.ends_with(head)).count() == 1;
    let head = HEADS.into_iter().find(|head| alone(head));
    if let (Some(head), Some(last)) = (head, members.last_mut())
        && let Some(bare) = last.strip_suffix(head)
    {
        *last = bare.to_owned();
    }
    members
}

pub(in crate::fact) fn blank(
    property: String,
    rule: String,
    value: Value,
    evidence: Span,
    token: usize,
) -> Draft {
    Draft {
        property,
        rule,
        value,
        value_max: None,
        unit: None,
        qualifier: None,
        stated: None,
        evidence,
        subject: None,
        of: None,
        time: None,
        context: None,
        mention: None,
        token,
    }
}
