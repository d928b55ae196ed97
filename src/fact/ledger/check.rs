//! What a proposal must not be: a date of another thing, a tie of other cities, a fact that is known already.

use crate::lexicon::vocabulary::Form;
use crate::mention::Value as MentionValue;
use crate::name::noun::Noun;
use crate::name::token::Tag;
use crate::rules::Proposal;
use crate::rules::{frame, matcher};

use super::super::draft::{self, Draft, Value};
use super::super::index;
use super::Desk;

impl<'a> Desk<'a, '_> {
    /// A date that cannot be what the rule takes it for: the year of an event's name, the years of a plan, the opening of
    /// a fair.
    pub(super) fn misdated(&self, draft: &Draft, token: usize) -> bool {
        let Some(mention) = draft.mention else { return false };
        if let (MentionValue::Duration(iso, _), "term") =
            (&self.input.mentions[mention].value, draft.property.as_str())
        {
            // Nobody is elected for days or hours, or for a century.
            return iso.contains(['D', 'T', 'W']) || draft::years(iso).is_some_and(|y| y > 20);
        }
        let MentionValue::Date(date) = &self.input.mentions[mention].value else { return false };
        let open = date.shape == crate::mention::Shape::Since;
        let closed = date.shape == crate::mention::Shape::Until;
        // "The governor has been elected by the people since 1996": the office, no holder of it.
        let of_office = match draft.property.as_str() {
            "elected" => open || closed,
            "took_office" => {
                closed || self.is_served(token, date) || self.is_yearly_term(token, date)
            }
            "reelected" => closed,
            _ => false,
        };
        let of_person = matches!(
            draft.property.as_str(),
            "elected" | "took_office" | "reelected" | "term_ends"
        );
        if of_office || of_person && self.is_of_thing(token) {
            return true;
        }
        let named = draft.property != "event" && index::modifies_name(self.scene, token);
        let years = draft.property == "agreement" && date.shape == crate::mention::Shape::Interval;
        let intent = draft.property == "sister_city_since" && self.is_letter(token);
        let founded = draft.property == "founded";
        named
            || years
            || intent
            || founded
                && (self.is_passing(token)
                    || self.is_housed(token)
                    || self.is_of_officer(token)
                    || self.is_yearly_term(token, date))
    }

    /// "after serving two terms from 2009 to 2016": years of an office that are over.
    fn is_served(&self, token: usize, date: &crate::mention::Date) -> bool {
        let s = self.scene.sentence;
        let past = |i: usize| {
            let t = &s.tokens[i];
            self.scene.lexicon.is_form(t.word, "serve")
                && (t.has_form(self.scene.lexicon, Form::Ed)
                    || t.has_form(self.scene.lexicon, Form::Ing))
        };
        date.shape == crate::mention::Shape::Interval && (token.saturating_sub(6)..token).any(past)
    }

    /// "whose one-year term begins in June": every year's, nobody's in particular.
    fn is_yearly_term(&self, token: usize, date: &crate::mention::Date) -> bool {
        let s = self.scene.sentence;
        let subject = s.clause_of(token).and_then(|clause| clause.subject);
        let term = subject.is_some_and(|n| {
            self.scene
                .lexicon
                .is_form_of_any(s.tokens[s.nouns[n].last].word, &["term", "mandate", "tenure"])
        });
        term && date.start.is_some_and(|p| p.year == crate::mention::Year::Open)
    }

    /// "The old town hall served as a meeting place until 2013": what a building does is no term of office.
    fn is_of_thing(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        s.clause_of(token).and_then(|clause| clause.subject).is_some_and(|n| {
            let classes = s.classes_of(n);
            // "Twelve women were elected in 2022": nobody's election in particular.
            let many = classes & c.people != 0
                && s.tokens.get(s.nouns[n].last + 1).is_some_and(|t| t.is(c.be));
            // "Ms. Jane Hall"
            let person =
                s.nouns[n].name.is_some_and(|i| matcher::is_person(self.scene, &s.names[i]));
            s.nouns[n].last < token
                && !person
                && (many || classes & (c.built | c.strict_institution) != 0)
                && classes & (c.body | c.office | c.member | c.party | c.organization) == 0
        })
    }

    /// "The President, Ana Silva, inaugurated on": officers are not founded.
    fn is_of_officer(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let governed = frame::govern(self.scene, token);
        let passive = governed.is_some_and(|g| g.verb > 0 && s.tokens[g.verb - 1].is(c.be));
        let subject = || s.clause_of(token).and_then(|clause| clause.subject).filter(|_| passive);
        let patient = governed.and_then(|g| g.patient).or_else(subject);
        patient.is_some_and(|n| {
            let from = s.nouns[n].first.saturating_sub(1);
            let titled = s.tokens[from..=s.nouns[n].last].iter().any(|t| t.is(c.head_office));
            (titled || s.classes_of(n) & c.office != 0) && s.classes_of(n) & (c.body | c.built) == 0
        })
    }

    /// "moved into its present building in 1910", "was incorporated into the city": what enters another thing.
    fn is_housed(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        let word = |back: usize| token.checked_sub(back).map(|i| &s.tokens[i]);
        let text = |i: usize| s.tokens.get(i).map_or("", |t| t.span.of(self.input.text));
        // "was incorporated into the city", "was added to the World Heritage List"
        let into = frame::govern(self.scene, token).is_some_and(|g| {
            let is = |verb| self.scene.lexicon.is_form(s.tokens[g.verb].word, verb);
            is("incorporate") && text(g.verb + 1) == "into"
                || is("add")
                    && text(g.verb + 1) == "to"
                    && (g.verb + 2..g.verb + 7).any(|i| matches!(text(i), "List" | "list"))
        });
        into || word(1).is_some_and(|t| t.tag == Tag::Prep)
            && word(2).is_some_and(|t| {
                t.tag == Tag::Noun
                    && t.has_form(self.scene.lexicon, Form::Ing)
                    && t.is(self.scene.lexicon.class.built)
            })
            && word(3).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Noun))
    }

    /// "signed a letter of intent on": what is signed only promises a tie.
    pub(super) fn is_letter(&self, token: usize) -> bool {
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
    pub(super) fn of_others(&self, draft: &Draft, proposal: &Proposal) -> bool {
        match draft.property.as_str() {
            "sister_city_since" => self.is_tie_of_others(draft.token),
            "capital_of" => self.is_other_capital(proposal.found.value.0),
            // "three suburbs and three districts" are no seats.
            "seats_held" => {
                let s = self.scene.sentence;
                let noun = s.noun_around(draft.token);
                let c = &self.scene.lexicon.class;
                noun.is_some_and(|n| {
                    s.nouns[n].name.is_none()
                        && s.classes_of(n) & c.strict_division != 0
                        && s.classes_of(n) & (c.member | c.party) == 0
                })
            }
            // "the Group of Eight" is no group of eight people.
            "count" if draft.rule == "count.delegation" => {
                let s = self.scene.sentence;
                draft.token >= 2
                    && s.tokens[draft.token - 1].word == self.scene.lexicon.of
                    && s.tokens[draft.token - 2].capital
                    && s.tokens[draft.token - 2].tag == Tag::Name
            }
            // "the seat of three companies": what is counted follows the number.
            "count" if draft.rule == "generic.count-per" => {
                let s = self.scene.sentence;
                s.noun_around(draft.token).is_some_and(|n| s.nouns[n].last > draft.token)
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
    pub(super) fn name_of(&self, n: &Noun) -> Option<&'a str> {
        let s = self.scene.sentence;
        let name = s.names.get(n.name?)?;
        Some(s.span_of(name.first, name.last).of(self.input.text))
    }

    /// Whether a phrase names something that is neither the city nor its partner.
    pub(super) fn is_foreign(&self, n: &Noun) -> bool {
        let city = self.input.city;
        let ours = |words: &str| city.is_named(words) || city.partner.as_deref() == Some(words);
        self.name_of(n).is_some_and(|words| !ours(words))
    }

    pub(super) fn is_foreign_place(&self, n: &Noun) -> bool {
        let place = n.name.is_some_and(|i| self.scene.sentence.names[i].is_place);
        place && self.is_foreign(n)
    }

    pub(super) fn is_tie_of_others(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        let Some(clause) = s.clause_of(token) else { return false };
        let inside: Vec<&Noun> =
            s.nouns.iter().filter(|n| n.first >= clause.start && n.last < clause.end).collect();
        let city = self.input.city;
        // "The zoo and the orphanage became partners": no tie of cities.
        let c = &self.scene.lexicon.class;
        let things = c.institution | c.built | c.organization | c.natural;
        let of_things = clause.subject.is_some_and(|n| {
            let n = &s.nouns[n];
            n.last < token && n.classes & things != 0 && n.classes & (c.place | c.body) == 0
        });
        if of_things {
            return true;
        }
        // "Xi'an and Pompeii, 25 km from Naples, have been sister cities": the pair says whose tie it is.
        let pair: Vec<&Noun> = clause.subject.map_or_else(Vec::new, |first| {
            let joined = |n: &&Noun| {
                n.first == s.nouns[first].last + 2 && s.tokens[n.first - 1].tag == Tag::Conj
            };
            s.nouns.iter().skip(first).take(1).chain(s.nouns.iter().filter(joined)).collect()
        });
        let ours = |n: &&Noun| self.name_of(n).is_some_and(|words| city.is_named(words));
        // "Gyeonggi" for Gyeonggi Province, "the Santiago Metropolitan Region" for Santiago.
        let ours_in_short = |n: &&Noun| {
            self.name_of(n).is_some_and(|words| {
                words.contains(city.name.as_str()) || city.name.contains(words)
            })
        };
        if pair.len() > 1
            && !pair.iter().any(ours_in_short)
            && pair.iter().any(|n| self.is_foreign(n))
        {
            return true;
        }
        if inside.iter().any(ours) {
            return false;
        }
        let linked = |n: &Noun| n.first > 0 && matches!(self.word(n.first - 1), "of" | "with");
        clause.subject.is_some_and(|n| self.is_foreign_place(&s.nouns[n]))
            || inside.iter().any(|n| linked(n) && self.is_foreign(n))
    }

    pub(super) fn is_other_capital(&self, value: usize) -> bool {
        let s = self.scene.sentence;
        let last =
            |end: usize, words: &[&str]| (0..end).rev().find(|i| words.contains(&self.word(*i)));
        let Some(capital) = last(value, &["capital", "seat"]) else { return false };
        // "the economic capital of", "the former capital of": not the capital.
        let other = [
            "economic",
            "commercial",
            "cultural",
            "european",
            "financial",
            "industrial",
            "business",
            "former",
            "ancient",
            "old",
        ];
        let culture = self.word(capital + 1) == "of" && self.word(capital + 2) == "Culture";
        if culture || capital > 0 && other.contains(&self.word(capital - 1).to_lowercase().as_str())
        {
            return true;
        }
        let Some(link) = last(capital, &["is", ",", "as", "was", "been"]) else { return false };
        let host = s.nouns.iter().rev().find(|n| n.last < link).filter(|n| n.last + 1 == link);
        host.is_some_and(|n| {
            self.is_foreign_place(n) || self.word(link) == "," && self.is_foreign(n)
        })
    }

    /// What the date's verb is done to takes place once or is a tie: it is not founded.
    pub(super) fn is_passing(&self, token: usize) -> bool {
        let c = &self.scene.lexicon.class;
        let governed = frame::govern(self.scene, token).and_then(|g| g.patient);
        governed.is_some_and(|n| {
            let classes = self.scene.sentence.classes_of(n);
            let plain = if self.scene.sentence.nouns[n].name.is_none() { c.agreement } else { 0 };
            classes & (c.once | c.tie | plain | c.contact) != 0
                && classes & (c.built | c.strict_institution) == 0
        })
    }

    /// A text that another fact of the property has already, here or (for a person) anywhere before.
    pub(super) fn refused(&self, draft: &Draft) -> bool {
        if draft.mention.is_some() {
            return false;
        }
        let same = |d: &Draft| d.property == draft.property && d.evidence.overlaps(draft.evidence);
        let known = match (&draft.value, draft.property.as_str()) {
            (Value::Text(name), "office_holder") => {
                let former = draft.subject.as_ref().is_some_and(|s| {
                    ["former ", "ex-", "then "].iter().any(|w| s.text.starts_with(w))
                });
                // "named after General Sam Houston" is no officer's fact.
                let tokens = &self.scene.sentence.tokens;
                let named_after = (draft.token.saturating_sub(3)..draft.token).any(|i| {
                    self.scene.lexicon.is_form(tokens[i].word, "after")
                        && i > 0
                        && self.scene.lexicon.is_form_of_any(tokens[i - 1].word, &["name", "call"])
                });
                former
                    || named_after
                    || self.scope.office_of(name).is_some()
                    || self.input.city.is_named(name)
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
}
