//! What a value is said of: the rule's slot, what stands before it, the clause's subject, or the scope.
//!
//! A rule may also say `subject = "city"` (the city itself), `"clause"`, `"body"`, `"person"`, `"thing"` or
//! `"none"`; else the property's policy holds.

mod acted;
mod candidates;
mod officers;
mod resolve;

use crate::lexicon::vocabulary::Mask;
use crate::name::token::{Kind, Tag};
use crate::rules::matcher::Scene;
use crate::span::one_line;

use super::registry::Policy;
use super::scope::{Class, Entity, Scope, Subject};

/// What the passes know of the city.
#[derive(Clone, Debug, Default)]
pub struct City {
    /// Its name.
    pub name: String,
    /// Its other names in the bulletin.
    pub others: Vec<String>,
    /// Its partner: the office's own city.
    pub partner: Option<String>,
    /// Words for what it is beside "city": "state", "province".
    pub kinds: Vec<String>,
}

impl City {
    /// Whether these words are one of its names.
    pub fn is_named(&self, words: &str) -> bool {
        words == self.name || self.others.iter().any(|o| o == words)
    }

    /// Whether "the …" with this head means it: "the city", and of a state "the state".
    pub fn is_called(&self, head: &str) -> bool {
        CITY_WORDS.contains(&head) || self.kinds.iter().any(|k| k == head)
    }

    fn subject(&self) -> Subject {
        Subject { text: self.name.clone(), class: Some(Class::City) }
    }
}

/// Finds subjects in one sentence.
#[derive(Clone, Copy, Debug)]
pub struct Finder<'a> {
    /// The sentence.
    pub scene: Scene<'a>,
    /// The text of the bulletin.
    pub text: &'a str,
    /// What was spoken of before.
    pub scope: &'a Scope,
    /// The city.
    pub city: &'a City,
}

/// Common nouns that stand for the city itself.
const CITY_WORDS: [&str; 12] = [
    "city",
    "capital",
    "town",
    "metropolis",
    "municipality",
    "territory",
    "megacity",
    "place",
    "metropole",
    "port city",
    "locality",
    "jurisdiction",
];

impl Finder<'_> {
    /// The subject of the value at `token` under a policy; `bound` is the noun phrase of the rule's subject slot.
    pub fn find(&self, token: usize, policy: Policy, bound: Option<usize>) -> Option<Subject> {
        if let Some(subject) = bound.and_then(|n| self.resolve(n)) {
            return Some(subject.subject);
        }
        match policy {
            Policy::City => Some(self.city.subject()),
            Policy::None => None,
            Policy::Place => Some(self.place(token)),
            Policy::Body => self.of_classes(token, self.body_classes()),
            Policy::Term => {
                let c = &self.scene.lexicon.class;
                let elected = self.elected_offices(token);
                elected.or_else(|| self.of_classes(token, self.body_classes() | c.office))
            }
            Policy::Poster => self.poster(token),
            Policy::Office => {
                self.scope.of_class(self.scene.lexicon.class.office).map(|e| e.subject.clone())
            }
            Policy::Person => self.person(token),
            Policy::Clause => self.clause(token),
            Policy::Ranked => {
                let ranked =
                    self.candidates(token).into_iter().find(|n| self.possessor(token) != Some(*n));
                let entity = ranked.and_then(|n| self.resolve(n));
                entity.map(|e| e.subject).or_else(|| self.clause_topic())
            }
            Policy::Holder => self.holder_of_share(token),
            Policy::Main => Some(self.main(token)),
        }
    }

    /// "the country's 31 universities": the possessor in the figure's own phrase.
    fn owner(&self, token: usize) -> Option<Entity> {
        let s = self.scene.sentence;
        let noun = s.noun_at(token)?;
        let n = &s.nouns[noun];
        // "its nearly 100 universities"
        let its = s.tokens[n.first].is(self.scene.lexicon.class.possessive) && n.first < token;
        if its
            && s.tokens[n.first + 1..token]
                .iter()
                .all(|t| matches!(t.tag, Tag::Adv | Tag::Noun | Tag::Det))
        {
            if let Some(entity) = s.subject_before(token).and_then(|x| self.resolve(x)) {
                return Some(entity);
            }
            return self
                .earlier_subject(n.first)
                .or_else(|| self.scope.current.clone())
                .or_else(|| Some(self.city_entity()));
        }
        let mark = token.checked_sub(1).filter(|b| s.tokens[*b].kind == Kind::Possessive)?;
        if n.first >= mark {
            return None;
        }
        let words = self.words(self.first_of(n), mark - 1);
        let plain = s.tokens[n.first].tag == Tag::Det && mark - n.first <= 2;
        if self.city.is_named(words) || plain && self.city.is_called(&words.to_lowercase()) {
            return Some(self.city_entity());
        }
        let classes = s.tokens[mark - 1].classes;
        let place = self.is_place_word(mark - 1);
        let class = if place { Some(Class::Place) } else { self.class_of(classes) };
        let subject = Subject { text: one_line(words), class };
        Some(Entity { subject, classes, head: self.words(mark - 1, mark - 1).to_lowercase() })
    }

    /// The entity that this token's clause speaks of, by the nearest evidence.
    pub fn nearest(&self, token: usize) -> Option<Entity> {
        if let Some(owner) = self.owner(token) {
            return Some(owner);
        }
        self.candidates(token).into_iter().find_map(|n| self.resolve(n))
    }

    fn body_classes(&self) -> Mask {
        let c = &self.scene.lexicon.class;
        c.body | c.assembly | c.executive
    }

    fn clause(&self, token: usize) -> Option<Subject> {
        let found = self.nearest(token).map(|e| e.subject);
        let s = self.scene.sentence;
        let heads = s
            .clause_of(token)
            .and_then(|c| c.subject)
            .is_some_and(|n| s.nouns[n].first <= token && token <= s.nouns[n].last);
        if found.is_none() && heads {
            return Some(self.city.subject());
        }
        found.or_else(|| self.clause_topic())
    }

    /// What was spoken of last, else the city.
    fn clause_topic(&self) -> Option<Subject> {
        let current = self.scope.current.as_ref().map(|e| e.subject.clone());
        current.or_else(|| Some(self.city.subject()))
    }

    /// The thing that the clause speaks of, where it speaks of no place, body or person: who has "67 kilometers of track".
    pub(in crate::fact) fn owner_of_length(&self, token: usize) -> Option<Subject> {
        let c = &self.scene.lexicon.class;
        let thing = c.linear | c.built | c.organization | c.institution;
        let entity = self.candidates(token).into_iter().find_map(|n| self.resolve(n))?;
        let fits = entity.classes & thing != 0
            && entity.classes & c.body == 0
            && !matches!(entity.subject.class, Some(Class::City | Class::Place | Class::Person));
        fits.then_some(entity.subject)
    }

    /// A share of the nation's GDP is the city's, not its GDP's.
    fn holder_of_share(&self, token: usize) -> Option<Subject> {
        let subject = self.clause(token)?;
        let words = subject.text.to_lowercase();
        let total = [
            "gdp",
            "population",
            "gross regional product",
            "gross regional domestic product",
            "grp",
            "grdp",
            "gross domestic product",
            "gross product",
        ];
        if total.iter().any(|t| {
            words.strip_suffix(t).is_some_and(|before| before.is_empty() || before.ends_with(' '))
        }) {
            return Some(
                self.scope
                    .current
                    .as_ref()
                    .filter(|e| e.classes & self.scene.lexicon.class.place != 0)
                    .map_or_else(|| self.city.subject(), |e| e.subject.clone()),
            );
        }
        Some(subject)
    }

    /// The subject of the sentence's first clause as a place: "of which the sea accounts for …".
    fn main(&self, token: usize) -> Subject {
        let s = self.scene.sentence;
        let first = s.clauses.first().and_then(|c| c.subject).filter(|n| s.nouns[*n].last < token);
        let entity = first.and_then(|n| self.resolve(n)).filter(|e| {
            e.classes & self.scene.lexicon.class.place != 0 || e.subject.class == Some(Class::City)
        });
        entity.map_or_else(|| self.city.subject(), |e| e.subject)
    }

    fn place(&self, token: usize) -> Subject {
        let c = &self.scene.lexicon.class;
        let fitting = c.place | c.natural | c.built | c.division | c.organization | c.institution;
        let mut crowd = None;
        for noun in self.candidates(token) {
            let Some(mut entity) = self.resolve(noun) else { continue };
            // "the Sheriff of Harris County, which has": the county.
            if entity.subject.class == Some(Class::Office)
                && let Some(place) = self.place_of_office(noun)
            {
                entity = place;
            }
            let counted = self.is_counted(noun) && entity.subject.class != Some(Class::City);
            // "The river divides it. It covers …": waters are not what people live on.
            let water = self.scene.sentence.nouns[noun].pronoun
                && entity.classes & c.natural != 0
                && entity.classes & c.place == 0;
            if water
                || counted
                || entity.classes & self.body_classes() != 0 && entity.classes & fitting == 0
            {
                // "1,506 municipalities, most of which have": of them, if of nothing nearer.
                let units = self
                    .scene
                    .sentence
                    .noun_around(token)
                    .is_some_and(|n| self.scene.sentence.nouns[n].classes & c.division != 0);
                if counted && !units && entity.classes & c.division != 0 {
                    crowd = crowd.or(Some(entity.subject));
                }
                continue;
            }
            let named = entity.subject.class == Some(Class::City)
                || self.is_name(noun)
                || self.opens_as_name(noun);
            if named || entity.classes & fitting != 0 {
                return entity.subject;
            }
        }
        if let Some(crowd) = crowd {
            return crowd;
        }
        match &self.scope.current {
            Some(e) if e.classes & fitting != 0 && !self.has_candidate(token) => e.subject.clone(),
            _ => self.city.subject(),
        }
    }

    fn place_of_office(&self, noun: usize) -> Option<Entity> {
        let s = self.scene.sentence;
        let place = Some(noun + 1).filter(|n| s.is_joined(*n, self.scene.lexicon))?;
        let entity = self.resolve(place)?;
        matches!(entity.subject.class, Some(Class::Place | Class::City)).then_some(entity)
    }

    fn has_candidate(&self, token: usize) -> bool {
        !self.candidates(token).is_empty()
    }

    fn is_name(&self, noun: usize) -> bool {
        self.scene.sentence.nouns.get(noun).is_some_and(|n| n.name.is_some())
    }

    /// What later sentences may point back to: every name and the subject of the sentence.
    pub fn entities(&self) -> (Vec<Entity>, Option<Entity>) {
        let s = self.scene.sentence;
        let all = (0..s.nouns.len())
            .filter(|i| {
                s.nouns[*i].name.is_some() || s.nouns[*i].classes & self.body_classes() != 0
            })
            // "The city has no parliament": what there is not.
            .filter(|i| s.tokens[s.nouns[*i].first].word != self.scene.lexicon.no)
            .filter_map(|i| self.resolve(i))
            .collect();
        let first = s.clauses.iter().find(|c| c.verb.is_some()).and_then(|c| c.subject);
        (all, first.filter(|n| self.is_topic(*n)).and_then(|n| self.resolve(n)))
    }

    /// Whether a later "it" can mean this subject: a name, a pronoun or a definite phrase, no counted crowd.
    fn is_topic(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        let opens = n.first == 0 && s.tokens[0].word == 0;
        !self.is_counted(noun)
            && !self.is_there(noun)
            && (n.name.is_some()
                || n.pronoun
                || n.definite
                || opens
                || s.tokens[n.first].word == self.scene.lexicon.a)
    }
}
