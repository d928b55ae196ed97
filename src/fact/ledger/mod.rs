//! Rules propose, the ledger decides: proposals are ranked, and a mention goes to the first that asks for it.

mod check;
mod fill;
mod pass;

use crate::document::Section;
use crate::mention::{Mention, Value as MentionValue};
use crate::rules::matcher::Scene;
use crate::rules::pattern::Role;
use crate::rules::{Proposal, Tier, Trace, Verdict};
use crate::span::one_line;

use super::draft::{Claim, Draft, Reason};
use super::index::Dates;
use super::scope::{Class, Scope, Subject};
use super::subject::Finder;
use super::{Bound, Input, event, holders, series};

pub(in crate::fact) use fill::blank;

/// Decides who has each mention of a sentence.
pub fn decide(
    input: Input<'_>,
    scene: Scene<'_>,
    section: &Section,
    dates: &Dates,
    scope: &Scope,
    bound: &mut Bound,
    trace: &mut impl Trace,
) {
    trace.sentence(scene.sentence);
    let mut proposals = input.rules.propose(scene, &section.key, trace);
    let key = |p: &Proposal| {
        let rule = &input.rules.all[p.rule];
        // A matched word counts twice a skipped one; the tie goes to the earlier place, then to the file's order.
        let score = i64::try_from(p.found.skipped).unwrap_or(0)
            - 2 * i64::try_from(p.found.matched).unwrap_or(0);
        // The contract's order of claims: the tie of the two cities before whatever else its words could mean.
        let tie = rule.text.property.as_deref() != Some("sister_city_since");
        (rule.text.tier, !rule.own, tie, score, p.found.skipped, p.found.value.0, p.rule)
    };
    proposals.sort_by_key(key);
    let from = bound.drafts.len();
    let tokens = scene.sentence.tokens.iter().enumerate();
    let figures: Vec<_> = tokens.filter_map(|(at, t)| Some((at, t.figure()?))).collect();
    let mut desk = Desk { input, scene, dates, scope, bound, from, figures: &figures };
    let generic = proposals.partition_point(|p| input.rules.all[p.rule].text.tier < Tier::Generic);
    desk.pass_names();
    proposals[..generic].iter().for_each(|p| desk.accept_traced(p, trace));
    holders::read(&mut desk, &section.key);
    series::extend(&mut desk);
    desk.pass_labels();
    proposals[generic..].iter().for_each(|p| desk.accept_traced(p, trace));
    desk.take_rest();
    series::pair(&mut desk);
    bound.drafts[from..].sort_by_key(|d| d.evidence.start());
}

/// One sentence's decisions at work.
#[derive(Debug)]
pub struct Desk<'a, 'b> {
    pub(super) input: Input<'a>,
    pub(super) scene: Scene<'a>,
    pub(super) dates: &'a Dates,
    pub(super) scope: &'a Scope,
    pub(super) bound: &'b mut Bound,
    /// The first draft of this sentence.
    pub(super) from: usize,
    figures: &'a [(usize, usize)],
}

impl<'a> Desk<'a, '_> {
    /// The class of a noun phrase.
    pub(in crate::fact) fn class_of(&self, noun: usize) -> Option<Class> {
        self.finder().resolve(noun).and_then(|e| e.subject.class)
    }

    pub(in crate::fact) fn finder(&self) -> Finder<'a> {
        Finder {
            scene: self.scene,
            text: self.input.text,
            scope: self.scope,
            city: self.input.city,
        }
    }

    /// The mentions of this sentence, with their tokens.
    pub(in crate::fact) fn figures(&self) -> &'a [(usize, usize)] {
        self.figures
    }

    pub(in crate::fact) fn is_free(&self, mention: usize) -> bool {
        self.bound.claims.get(mention) == Some(&Claim::Free)
    }

    fn accept_traced(&mut self, proposal: &Proposal, trace: &mut impl Trace) {
        let verdict = self.accept(proposal);
        trace.decided(&self.input.rules.all[proposal.rule], proposal.found.value.0, verdict);
    }

    fn accept(&mut self, proposal: &Proposal) -> Verdict {
        let rule = &self.input.rules.all[proposal.rule];
        let token = proposal.found.value.0;
        let mention = self.scene.sentence.tokens[token].figure();
        if let Some(mention) = mention {
            if !self.is_free(mention) {
                return Verdict::Lost;
            }
            if let Some(reason) = &rule.text.reason {
                let reason = Reason::by_name(reason).unwrap_or(Reason::Vague);
                self.bound.claims[mention] = Claim::Passed(reason);
                return Verdict::Taken;
            }
        }
        let Some(mut draft) = self.draft(rule, proposal, mention) else { return Verdict::Refused };
        self.fill(rule, proposal, &mut draft);
        if !self.has_subject(proposal, &mut draft) {
            return Verdict::Refused;
        }
        if self.refused(&draft) || self.misdated(&draft, token) || self.of_others(&draft, proposal)
        {
            return Verdict::Refused;
        }
        if let Some(mention) = mention {
            self.bound.claims[mention] = Claim::Value;
        }
        self.claim_slots(proposal, &mut draft);
        self.bound.drafts.push(draft);
        Verdict::Taken
    }

    fn word(&self, token: usize) -> &'a str {
        self.scene.sentence.tokens[token].span.of(self.input.text)
    }

    /// A month that says which temperature is meant is a time of it, and no event.
    fn claim_slots(&mut self, proposal: &Proposal, draft: &mut Draft) {
        for slot in proposal.found.bound.iter().filter(|b| matches!(b.role, Role::Of | Role::Time))
        {
            let mention =
                self.scene.sentence.tokens[slot.first].figure().filter(|_| slot.noun.is_none());
            let Some(mention) = mention.filter(|m| self.is_free(*m)) else { continue };
            // The month of every year, whatever year stands before it: nothing is completed from its context.
            let MentionValue::Date(date) = &self.input.mentions[mention].value else { continue };
            if let Some(edtf) = date.edtf().filter(|_| draft.time.is_none()) {
                draft.time = Some(super::draft::Time { edtf, mention });
                self.bound.claims[mention] = Claim::Time;
            }
        }
    }

    /// "a third more than the year before": the year is only what is compared with.
    fn is_standard(&self, at: usize, mention: usize) -> bool {
        let MentionValue::Date(date) = &self.input.mentions[mention].value else { return false };
        let relative =
            date.start.is_some_and(|s| matches!(s.year, crate::mention::Year::Offset(_)));
        relative && super::time::is_compared(self.scene, at)
    }

    /// "The coolest month, July, averages 16.9 degrees": a month of every year among figures of the climate.
    fn is_month_of_climate(&self, mention: usize) -> bool {
        let MentionValue::Date(date) = &self.input.mentions[mention].value else { return false };
        let every = date.start.is_some_and(|s| {
            s.year == crate::mention::Year::Open && s.month.is_some() && s.day.is_none()
        });
        let is_climate = |m: usize| {
            use crate::mention::Unit::{Celsius, Millimeter};
            let value = &self.input.mentions[m].value;
            matches!(value, MentionValue::Measure(_, Celsius | Millimeter, _))
        };
        every && self.figures().iter().any(|(_, m)| is_climate(*m))
    }

    /// "the earthquake of 1 November 1755", "the competition of 2013": what happened then.
    fn dated_noun(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let of = token.checked_sub(1).filter(|i| s.tokens[*i].word == self.scene.lexicon.of)?;
        let noun = s.noun_at(of.checked_sub(1)?)?;
        let n = &s.nouns[noun];
        let happening =
            n.classes & (self.scene.lexicon.class.event | self.scene.lexicon.class.once) != 0;
        happening.then(|| self.finder().resolve(noun)).flatten().map(|e| e.subject)
    }

    pub(in crate::fact) fn words(&self, first: usize, last: usize) -> String {
        let words = self.scene.sentence.span_of(first, last).of(self.input.text);
        one_line(words)
    }

    /// What no rule wanted: dates are events, the rest says what it is.
    fn take_rest(&mut self) {
        for (at, mention) in self.figures().iter().copied() {
            if !self.is_free(mention) {
                continue;
            }
            let property = fallback(&self.input.mentions[mention]);
            let Some(property) = property else { continue };
            if self.is_standard(at, mention) {
                self.bound.claims[mention] = Claim::Passed(Reason::Vague);
                continue;
            }
            if self.is_month_of_climate(mention) {
                self.bound.claims[mention] = Claim::Time;
                continue;
            }
            let rule = format!("generic.{property}");
            let Some(mut draft) = self.figure_draft(property.to_string(), &rule, mention, at)
            else {
                continue;
            };
            // "one of ten venues of the 2002 FIFA World Cup": the year of what is named after it.
            if super::index::modifies_name(self.scene, at) {
                let noun = self.scene.sentence.noun_at(at + 1);
                draft.subject = noun.and_then(|n| self.finder().resolve(n)).map(|e| e.subject);
            }
            if property == "event" {
                draft.subject = draft.subject.take().or_else(|| self.dated_noun(at));
            }
            self.bound.claims[mention] = Claim::Value;
            self.bound.drafts.push(draft);
        }
        for i in self.from..self.bound.drafts.len() {
            if self.bound.drafts[i].property == "event" && self.bound.drafts[i].of.is_none() {
                let of =
                    event::clause_words(self.scene, self.input.text, self.bound.drafts[i].token);
                self.bound.drafts[i].of = of;
            }
        }
    }
}

/// The property of a figure that no rule took; none where it stays unclaimed.
fn fallback(mention: &Mention) -> Option<&'static str> {
    Some(match &mention.value {
        MentionValue::Number(..) => "count",
        MentionValue::Percent(_) => "share",
        MentionValue::Measure(_, unit, _) => match unit {
            crate::mention::Unit::SquareKilometer => "area",
            crate::mention::Unit::PerSquareKilometer => "density",
            crate::mention::Unit::Celsius => "temperature",
            crate::mention::Unit::Millimeter => "precipitation",
            crate::mention::Unit::Kilometer => "length",
            _ => "quantity",
        },
        MentionValue::Money(..) => "money",
        MentionValue::Latitude(_) => "latitude",
        MentionValue::Longitude(_) => "longitude",
        MentionValue::UtcOffset(_) => "utc_offset",
        MentionValue::Duration(..) => "duration",
        MentionValue::Date(_) => "event",
        MentionValue::Ordinal(_) | MentionValue::Malformed => return None,
    })
}
