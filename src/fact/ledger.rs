//! Rules propose, the ledger decides: proposals are ranked, and a mention goes to the first that asks for it.

use crate::document::Section;
use crate::mention::{Mention, Range, Value as MentionValue};
use crate::name::noun::Noun;
use crate::name::token::Tag;
use crate::rules::matcher::{Bound as Slot, Scene};
use crate::rules::pattern::Role;
use crate::rules::{Proposal, Rule, Tier, Trace, Verdict};
use crate::rules::{frame, list};
use crate::span::Span;

use super::draft::{Claim, Draft, Reason, Value};
use super::index::Dates;
use super::registry::Policy;
use super::scope::{Class, Scope, Subject};
use super::subject::Finder;
use super::{Bound, Input, event, series};

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
    let mut desk = Desk { input, scene, dates, scope, bound, from };
    let generic = proposals.partition_point(|p| input.rules.all[p.rule].text.tier < Tier::Generic);
    desk.pass_names();
    proposals[..generic].iter().for_each(|p| desk.accept_traced(p, trace));
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
}

impl<'a> Desk<'a, '_> {
    /// The class of a noun phrase.
    pub(super) fn class_of(&self, noun: usize) -> Option<Class> {
        self.finder().resolve(noun).and_then(|e| e.subject.class)
    }

    pub(super) fn finder(&self) -> Finder<'a> {
        Finder {
            scene: self.scene,
            text: self.input.text,
            scope: self.scope,
            city: self.input.city,
        }
    }

    /// The mentions of this sentence, with their tokens.
    pub(super) fn figures(&self) -> Vec<(usize, usize)> {
        let tokens = &self.scene.sentence.tokens;
        tokens.iter().enumerate().filter_map(|(at, t)| Some((at, t.figure()?))).collect()
    }

    pub(super) fn is_free(&self, mention: usize) -> bool {
        self.bound.claims.get(mention) == Some(&Claim::Free)
    }

    /// Figures inside names are no figures.
    fn pass_names(&mut self) {
        for (at, mention) in self.figures() {
            let malformed = matches!(self.input.mentions[mention].value, MentionValue::Malformed);
            if malformed {
                self.bound.claims[mention] = Claim::Passed(Reason::Malformed);
            } else if self.counts_off(at) {
                self.bound.claims[mention] = Claim::Passed(Reason::Label);
            } else if self.scene.sentence.name_at(at).is_some() || self.glued(at) {
                self.bound.claims[mention] = Claim::Passed(Reason::PartOfName);
            }
        }
    }

    /// "Line 2": a number that ends a name and counts off what the name is of.
    fn counts_off(&self, at: usize) -> bool {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let ends = s.name_at(at).is_some_and(|i| s.names[i].last == at && s.names[i].first < at);
        ends && s.tokens[at].spaced && s.tokens[at - 1].is(c.numbered | c.linear)
    }

    /// "G20", "COVID-19": digits that a word holds on to.
    fn glued(&self, at: usize) -> bool {
        let token = &self.scene.sentence.tokens[at];
        let text = self.input.text;
        let before = text.get(..token.span.start()).and_then(|t| t.chars().next_back());
        let plain = matches!(
            self.input.mentions[token.figure().unwrap_or(0)].value,
            MentionValue::Number(..) | MentionValue::Date(_)
        );
        // "in mid-July 2014": a part of the month, no word that ends in it.
        let part = ["mid-", "early-", "late-"];
        let part =
            text.get(..token.span.start()).is_some_and(|t| part.iter().any(|p| t.ends_with(p)));
        let hyphen = !part && matches!(before, Some('-' | '+')) && {
            let stem = text
                .get(..token.span.start().saturating_sub(1))
                .and_then(|t| t.chars().next_back());
            stem.is_some_and(char::is_alphabetic)
        };
        plain && (before.is_some_and(char::is_alphabetic) || hyphen)
    }

    /// "Maasvlakte 2,": a small number that closes a name.
    fn labels_name(&self, at: usize, mention: usize) -> bool {
        let s = self.scene.sentence;
        let small = match &self.input.mentions[mention].value {
            MentionValue::Number(r, crate::mention::NumberForm::Digits) => {
                r.low < rust_decimal::Decimal::ONE_HUNDRED && r.high.is_none()
            }
            _ => false,
        };
        let after_name = at.checked_sub(1).is_some_and(|b| s.tokens[b].tag == Tag::Name);
        let noun_next = s.noun_at(at + 1).is_some_and(|n| s.nouns[n].first <= at);
        small && after_name && !noun_next
    }

    /// Free numbers that close a name, before they are counted: "Studio 54", "the Group of 77", "Bank of 1,000 Hills".
    fn pass_labels(&mut self) {
        for (at, mention) in self.figures() {
            if self.is_free(mention)
                && (self.labels_name(at, mention) || self.is_of_name(at, mention))
            {
                self.bound.claims[mention] = Claim::Passed(Reason::PartOfName);
            }
        }
    }

    /// "the Group of 77", "the Club of 100 Kilometers", "the 798 Art Zone".
    fn is_of_name(&self, at: usize, mention: usize) -> bool {
        let s = self.scene.sentence;
        let number = matches!(self.input.mentions[mention].value, MentionValue::Number(..));
        let name_at = |i: Option<usize>| i.is_some_and(|i| s.tokens[i].tag == Tag::Name);
        let of =
            at >= 2 && s.tokens[at - 1].word == self.scene.lexicon.of && name_at(at.checked_sub(2));
        let name_next = s.tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Name);
        let noun_next = s.noun_at(at + 1).is_some_and(|n| s.nouns[n].first <= at);
        let the = at >= 1 && s.tokens[at - 1].word == self.scene.lexicon.the;
        let known = s.name_at(at + 1).is_some_and(|i| s.names[i].first < s.names[i].last);
        of && number && (!noun_next || name_next) || the && number && name_next && known
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

    /// A date that cannot be what the rule takes it for: the year of an event's name, the years of a plan, the opening of
    /// a fair.
    fn misdated(&self, draft: &Draft, token: usize) -> bool {
        let Some(mention) = draft.mention else { return false };
        if let (MentionValue::Duration(iso), "term") =
            (&self.input.mentions[mention].value, draft.property.as_str())
        {
            // Nobody is elected for days or hours, or for a century.
            return iso.contains(['D', 'T', 'W'])
                || super::draft::years(iso).is_some_and(|y| y > 20);
        }
        let MentionValue::Date(date) = &self.input.mentions[mention].value else { return false };
        let open = date.shape == crate::mention::Shape::Since;
        let closed = date.shape == crate::mention::Shape::Until;
        // "The governor has been elected by the people since 1996": the office, no holder of it.
        let of_office = match draft.property.as_str() {
            "elected" => open || closed,
            "took_office" | "reelected" => closed,
            _ => false,
        };
        if of_office {
            return true;
        }
        let named = draft.property != "event" && super::index::modifies_name(self.scene, token);
        let years = draft.property == "agreement" && date.shape == crate::mention::Shape::Interval;
        let intent = draft.property == "sister_city_since" && self.is_letter(token);
        named || years || intent || draft.property == "founded" && self.is_passing(token)
    }

    /// "signed a letter of intent on": what is signed only promises a tie.
    fn is_letter(&self, token: usize) -> bool {
        let Some(governed) = frame::govern(self.scene, token) else { return false };
        let c = &self.scene.lexicon.class;
        let s = self.scene.sentence;
        let signed = s.tokens[governed.verb].is(c.sign);
        let promise = |n: usize| {
            matches!(
                self.word(s.nouns[n].last).to_lowercase().as_str(),
                "letter" | "memorandum" | "mou" | "understanding" | "intent"
            )
        };
        signed && governed.patient.is_some_and(promise)
    }

    /// A tie of other cities, another place's capital.
    fn of_others(&self, draft: &Draft, proposal: &Proposal) -> bool {
        match draft.property.as_str() {
            "sister_city_since" => self.is_tie_of_others(draft.token),
            "capital_of" => self.is_other_capital(proposal.found.value.0),
            // "three suburbs and three districts" are no seats.
            "seats_held" => {
                let s = self.scene.sentence;
                let noun = s.noun_at(draft.token + 1).filter(|n| s.nouns[*n].first <= draft.token);
                let c = &self.scene.lexicon.class;
                noun.is_some_and(|n| {
                    s.nouns[n].name.is_none()
                        && s.classes_of(n) & c.strict_division != 0
                        && s.classes_of(n) & (c.member | c.party) == 0
                })
            }
            // Among the relations only what bears the city's name is known to be its own.
            "institution" if draft.rule == "institution.of-city" => {
                let name = &self.input.city.name;
                let own =
                    matches!(&draft.value, Value::Text(words) if words.contains(name.as_str()));
                name.is_empty() || !own
            }
            _ => false,
        }
    }

    /// The name of a phrase, where it has one.
    fn name_of(&self, n: &Noun) -> Option<&'a str> {
        let s = self.scene.sentence;
        let name = s.names.get(n.name?)?;
        Some(s.span_of(name.first, name.last).of(self.input.text))
    }

    /// Whether a phrase names something that is neither the city nor its partner.
    fn is_foreign(&self, n: &Noun) -> bool {
        let city = self.input.city;
        let ours = |words: &str| city.is_named(words) || city.partner.as_deref() == Some(words);
        self.name_of(n).is_some_and(|words| !ours(words))
    }

    fn is_foreign_place(&self, n: &Noun) -> bool {
        let place = n.name.is_some_and(|i| self.scene.sentence.names[i].is_place);
        place && self.is_foreign(n)
    }

    fn word(&self, token: usize) -> &'a str {
        self.scene.sentence.tokens[token].span.of(self.input.text)
    }

    fn is_tie_of_others(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        let Some(clause) = s.clause_at(token).map(|i| s.clauses[i]) else { return false };
        let inside: Vec<&Noun> =
            s.nouns.iter().filter(|n| n.first >= clause.start && n.last < clause.end).collect();
        let city = self.input.city;
        // "The zoo and the orphanage became partners": no tie of cities.
        let c = &self.scene.lexicon.class;
        let things = c.strict_institution | c.built | c.organization | c.natural;
        let of_things = clause.subject.is_some_and(|n| {
            let n = &s.nouns[n];
            n.last < token && n.classes & things != 0 && n.classes & (c.place | c.body) == 0
        });
        if of_things {
            return true;
        }
        if inside.iter().any(|n| self.name_of(n).is_some_and(|words| city.is_named(words))) {
            return false;
        }
        let linked = |n: &Noun| n.first > 0 && matches!(self.word(n.first - 1), "of" | "with");
        clause.subject.is_some_and(|n| self.is_foreign_place(&s.nouns[n]))
            || inside.iter().any(|n| linked(n) && self.is_foreign(n))
    }

    fn is_other_capital(&self, value: usize) -> bool {
        let s = self.scene.sentence;
        let last =
            |end: usize, words: &[&str]| (0..end).rev().find(|i| words.contains(&self.word(*i)));
        let Some(capital) = last(value, &["capital", "seat"]) else { return false };
        let Some(link) = last(capital, &["is", ",", "as", "was", "been"]) else { return false };
        let host = s.nouns.iter().rev().find(|n| n.last < link).filter(|n| n.last + 1 == link);
        host.is_some_and(|n| {
            self.is_foreign_place(n) || self.word(link) == "," && self.is_foreign(n)
        })
    }

    /// What the date's verb is done to takes place once or is a tie: it is not founded.
    fn is_passing(&self, token: usize) -> bool {
        let c = &self.scene.lexicon.class;
        let governed = frame::govern(self.scene, token).and_then(|g| g.patient);
        governed.is_some_and(|n| {
            let classes = self.scene.sentence.classes_of(n);
            let plain = if self.scene.sentence.nouns[n].name.is_none() { c.agreement } else { 0 };
            classes & (c.once | c.tie | plain | c.contact) != 0
                && classes & (c.built | c.strict_institution) == 0
        })
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

    /// A text that another fact of the property has already, here or (for a person) anywhere before.
    fn refused(&self, draft: &Draft) -> bool {
        if draft.mention.is_some() {
            return false;
        }
        let same = |d: &Draft| d.property == draft.property && d.evidence.overlaps(draft.evidence);
        let known = match (&draft.value, draft.property.as_str()) {
            (Value::Text(name), "office_holder") => {
                self.scope.office_of(name).is_some() || self.input.city.is_named(name)
            }
            (Value::Text(name), "institution") => self
                .bound
                .drafts
                .iter()
                .any(|d| d.property == "institution" && d.value == Value::Text(name.clone())),
            (Value::Text(name), "alias") => {
                self.bound
                    .drafts
                    .iter()
                    .any(|d| d.property == "alias" && d.value == Value::Text(name.clone()))
                    || self.input.city.name == *name
            }
            (Value::List(items), _) => items.len() < 2,
            _ => false,
        };
        known || self.bound.drafts[self.from..].iter().any(same)
    }

    /// The value of a proposal.
    fn draft(&self, rule: &Rule, proposal: &Proposal, mention: Option<usize>) -> Option<Draft> {
        let property = rule.text.property.clone()?;
        let (first, last) = proposal.found.value;
        if let Some(mention) = mention {
            self.figure_draft(property, &rule.text.id, mention, first)
        } else {
            let span = self.scene.sentence.span_of(first, last);
            let value = if property == "industries" {
                let words = list::members(self.scene, first, last)
                    .into_iter()
                    .map(|(a, b)| self.words(self.without_article(a, b), b))
                    .collect();
                Value::List(words)
            } else {
                Value::Text(self.words(self.without_article(first, last), last))
            };
            Some(blank(property, rule.text.id.clone(), value, span, first))
        }
    }

    fn without_article(&self, first: usize, last: usize) -> usize {
        let token = &self.scene.sentence.tokens[first];
        let lexicon = self.scene.lexicon;
        let article = [lexicon.the, lexicon.a, lexicon.an].contains(&token.word) && token.word != 0;
        let the = article || token.is(lexicon.class.possessive);
        if the && first < last { first + 1 } else { first }
    }

    /// A draft of a figure's own value.
    pub(super) fn figure_draft(
        &self,
        property: String,
        rule: &str,
        mention: usize,
        token: usize,
    ) -> Option<Draft> {
        let m = &self.input.mentions[mention];
        let mut draft =
            blank(property, rule.to_string(), Value::Text(String::new()), m.span, token);
        draft.mention = Some(mention);
        draft.qualifier = m.qualifier;
        let range = |draft: &mut Draft, r: &Range| {
            draft.value = Value::Number(r.low);
            draft.value_max = r.high;
        };
        match &m.value {
            MentionValue::Number(r, _) => range(&mut draft, r),
            MentionValue::Ordinal(n) => draft.value = Value::Number(*n),
            MentionValue::Percent(r) => {
                range(&mut draft, r);
                draft.unit = Some("%");
            }
            MentionValue::Measure(r, unit, stated) => {
                range(&mut draft, r);
                draft.unit = Some(unit.code());
                draft.stated = *stated;
            }
            MentionValue::Money(r, code) => {
                range(&mut draft, r);
                draft.unit = Some(code);
            }
            MentionValue::Latitude(d) | MentionValue::Longitude(d) => {
                draft.value = Value::Number(*d);
                draft.unit = Some("deg");
            }
            MentionValue::UtcOffset(h) => {
                draft.value = Value::Number(*h);
                draft.unit = Some("h");
            }
            MentionValue::Duration(iso) => draft.value = Value::Text(iso.clone()),
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
        let known = self.dates.of(mention).is_some_and(|d| d.context.is_some());
        let climate = self.bound.drafts[self.from..]
            .iter()
            .any(|d| matches!(d.property.as_str(), "temperature" | "precipitation"));
        every && !known && climate
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

    /// "the population exceeds 10 million": the verb is the qualifier.
    fn exceeds(&self, token: usize) -> bool {
        let lexicon = self.scene.lexicon;
        let before = token.checked_sub(1).map_or(0, |i| self.scene.sentence.tokens[i].word);
        before != 0 && (lexicon.is_form(before, "exceed") || lexicon.is_form(before, "surpass"))
    }

    /// Subject, `of`, office and sign from the rule's slots and words.
    fn fill(&self, rule: &Rule, proposal: &Proposal, draft: &mut Draft) {
        if rule.text.negative
            && let Value::Number(n) = &mut draft.value
        {
            n.set_sign_negative(true);
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
                        .map(|d| super::draft::Time { edtf: d.edtf.clone(), mention: d.mention });
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
    fn kind_of_name(&self, token: usize) -> Option<String> {
        let s = self.scene.sentence;
        let name = s.names.get(s.name_at(token)?)?;
        Some(self.words(name.head, name.head).to_lowercase())
    }

    /// "State of Victoria" is Victoria.
    fn without_rank(value: &Value) -> Value {
        let Value::Text(name) = value else { return value.clone() };
        let bare = ["State of ", "Province of ", "Department of ", "Canton of ", "Prefecture of "]
            .iter()
            .find_map(|rank| name.strip_prefix(rank))
            .unwrap_or(name);
        Value::Text(bare.strip_prefix("the ").unwrap_or(bare).to_string())
    }

    fn slot_subject(&self, slot: &Slot) -> Option<Subject> {
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

    fn by_policy(&self, policy: &str, draft: &mut Draft) {
        let policy = match policy {
            "city" => Policy::City,
            "clause" => Policy::Clause,
            "body" => Policy::Body,
            "person" => Policy::Person,
            "thing" => Policy::Thing,
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
    fn of_words(&self, slot: &Slot) -> String {
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
        let first = (slot.first..=last)
            .find(|i| s.tokens[*i].tag != Tag::Figure || *i == last)
            .unwrap_or(slot.first);
        self.words(self.without_article(first, last), last)
    }

    /// The words of an office without "the incumbent".
    fn office_words(&self, slot: &Slot) -> String {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let mut first = slot.first;
        while first < slot.last
            && (s.tokens[first].is(c.det | c.incumbent) || s.tokens[first].is(c.adv))
            && !s.tokens[first].is(c.office)
            && s.tokens[first].span.of(self.input.text) != "acting"
            && s.tokens[first].span.of(self.input.text) != "Acting"
        {
            first += 1;
        }
        self.words(first, slot.last)
    }

    pub(super) fn words(&self, first: usize, last: usize) -> String {
        let words = self.scene.sentence.span_of(first, last).of(self.input.text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What no rule wanted: dates are events, the rest says what it is.
    fn take_rest(&mut self) {
        for (at, mention) in self.figures() {
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
        MentionValue::Duration(_) => "duration",
        MentionValue::Date(_) => "event",
        MentionValue::Ordinal(_) | MentionValue::Malformed => return None,
    })
}

fn blank(property: String, rule: String, value: Value, evidence: Span, token: usize) -> Draft {
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
