//! What a value is said of: the rule's slot, what stands before it, the clause's subject, or the scope.
//!
//! A rule may also say `subject = "city"` (the city itself), `"clause"`, `"body"`, `"person"`, `"thing"` or
//! `"none"`; else the property's policy holds.

use crate::lexicon::vocabulary::{Form, Mask};
use crate::name::clause::Clause;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag};
use crate::rules::matcher::{self, Scene};

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

/// Common nouns that name a property of a thing, never the thing: "the area of the city".
const ATTRIBUTES: [&str; 46] = [
    "area",
    "population",
    "density",
    "temperature",
    "rainfall",
    "precipitation",
    "altitude",
    "elevation",
    "length",
    "height",
    "number",
    "total",
    "term",
    "size",
    "surface",
    "tenure",
    "mean",
    "average",
    "office",
    "mandate",
    "throughput",
    "capacity",
    "ridership",
    "depth",
    "width",
    "member",
    "members",
    "seats",
    "deputies",
    "membership",
    "climate",
    "distance",
    "residents",
    "inhabitants",
    "one",
    "rest",
    "edition",
    "collection",
    "collections",
    "holdings",
    "payroll",
    "workforce",
    "staff",
    "enrollment",
    "enrolment",
    "fleet",
];

/// Attributes that only a city has: a bare "the temperature" is its own, whatever was spoken of before.
const CLIMATE: [&str; 4] = ["temperature", "rainfall", "precipitation", "climate"];

/// Nouns for the past of a thing: "whose history dates from 1776" dates the thing.
const ORIGINS: [&str; 6] = ["history", "origin", "origins", "roots", "foundation", "beginnings"];

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
            Policy::Thing => self.thing(token),
            Policy::Clause => self.clause(token),
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
            let own = s
                .clause_at(token)
                .and_then(|i| s.clauses[i].subject)
                .filter(|x| s.nouns[*x].last < n.first);
            if let Some(entity) = own.and_then(|x| self.resolve(x)) {
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
        let subject =
            Subject { text: words.split_whitespace().collect::<Vec<_>>().join(" "), class };
        Some(Entity { subject, classes, head: self.words(mark - 1, mark - 1).to_lowercase() })
    }

    fn is_place_word(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        s.name_at(token).is_some_and(|i| s.names[i].is_place)
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
            .clause_at(token)
            .and_then(|i| s.clauses[i].subject)
            .is_some_and(|n| s.nouns[n].first <= token && token <= s.nouns[n].last);
        if found.is_none() && heads {
            return Some(self.city.subject());
        }
        found
            .or_else(|| self.scope.current.as_ref().map(|e| e.subject.clone()))
            .or_else(|| Some(self.city.subject()))
    }

    /// The thing that the clause speaks of, where it speaks of no place, body or person: who has "67 kilometers of track".
    pub(super) fn owner_of_length(&self, token: usize) -> Option<Subject> {
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
        if total.iter().any(|t| words == *t || words.ends_with(&format!(" {t}"))) {
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

    fn thing(&self, token: usize) -> Option<Subject> {
        self.clause(token)
    }

    fn place(&self, token: usize) -> Subject {
        let c = &self.scene.lexicon.class;
        let fitting = c.place | c.natural | c.built | c.division | c.organization | c.institution;
        for noun in self.candidates(token) {
            let Some(entity) = self.resolve(noun) else { continue };
            let counted = self.is_counted(noun) && entity.subject.class != Some(Class::City);
            // "The river divides it. It covers …": waters are not what people live on.
            let water = self.scene.sentence.nouns[noun].pronoun
                && entity.classes & c.natural != 0
                && entity.classes & c.place == 0;
            if water
                || counted
                || entity.classes & self.body_classes() != 0 && entity.classes & fitting == 0
            {
                continue;
            }
            let named = entity.subject.class == Some(Class::City)
                || self.is_name(noun)
                || self.opens_as_name(noun);
            if named || entity.classes & fitting != 0 {
                return entity.subject;
            }
        }
        match &self.scope.current {
            Some(e) if e.classes & fitting != 0 && !self.has_candidate(token) => e.subject.clone(),
            _ => self.city.subject(),
        }
    }

    /// "67 counties, which contain": a counted crowd.
    fn is_counted(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        n.name.is_none() && (n.first..=n.last).any(|i| s.tokens[i].figure().is_some())
    }

    /// A capitalized word that no list knows, at the head of its sentence: "Haifa, which covers".
    fn opens_as_name(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        n.first == 0 && n.last == 0 && s.tokens[0].word == 0 && s.tokens[0].capital
    }

    fn has_candidate(&self, token: usize) -> bool {
        !self.candidates(token).is_empty()
    }

    fn is_name(&self, noun: usize) -> bool {
        self.scene.sentence.nouns.get(noun).is_some_and(|n| n.name.is_some())
    }

    /// The officer or body that the clause names as its subject, else the latest body.
    fn poster(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let own = s
            .clause_at(token)
            .and_then(|i| s.clauses[i].subject)
            .filter(|n| s.nouns[*n].last < token);
        let own = own.and_then(|n| self.resolve(n));
        if let Some(entity) = own {
            if let Some(holder) = self.scope.office_of(&entity.subject.text) {
                return Some(Subject { text: holder.office.clone(), class: Some(Class::Office) });
            }
            let office = entity.classes & c.office != 0 || entity.head == "office";
            if office || entity.classes & self.body_classes() != 0 {
                return Some(entity.subject);
            }
        }
        self.of_classes(token, self.body_classes())
    }

    /// "The council elects a president and two vice presidents for a term of": those who are elected.
    fn elected_offices(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let clause = s.clauses[s.clause_at(token)?];
        let verb = clause.verb.filter(|v| *v < token && s.tokens[*v].is(c.elect))?;
        let passive = verb > 0 && s.tokens[verb - 1].is(c.be);
        let chosen = |n: &&Noun| n.first > verb && n.last < token && n.classes & c.office != 0;
        let mut offices = s.nouns.iter().filter(chosen);
        let first = offices.next().filter(|n| !passive && !self.is_agent(n))?;
        let last = offices.next_back().unwrap_or(first);
        let words = self.words(self.first_of(first), last.last);
        Some(Subject {
            text: words.split_whitespace().collect::<Vec<_>>().join(" "),
            class: Some(Class::Office),
        })
    }

    /// The first candidate of these classes, else the latest in scope.
    fn of_classes(&self, token: usize, classes: Mask) -> Option<Subject> {
        let c = &self.scene.lexicon.class;
        for noun in self.candidates(token) {
            if self.scene.sentence.classes_of(noun) & c.member & !c.office != 0 {
                // "Councilors are elected for four years": theirs, where no body is named with them.
                let opens = self.earlier_in_sentence(token, self.body_classes()).is_none();
                if classes & c.office != 0 && opens && self.scene.sentence.nouns[noun].first == 0 {
                    return self.resolve(noun).map(|e| e.subject);
                }
                continue;
            }
            if classes & c.office != 0 && self.is_person_pronoun(noun) {
                let earlier = self.earlier_in_sentence(token, c.office);
                if let Some(office) =
                    earlier.or_else(|| self.scope.of_class(c.office).map(|e| e.subject.clone()))
                {
                    return Some(office);
                }
            }
            let Some(entity) = self.resolve(noun) else { continue };
            let person = self.scope.office_of(&entity.subject.text);
            if let Some(holder) = person.filter(|_| classes & c.office != 0) {
                return Some(Subject { text: holder.office.clone(), class: Some(Class::Office) });
            }
            if entity.classes & classes != 0 {
                return Some(entity.subject);
            }
        }
        let earlier = self.earlier_in_sentence(token, classes);
        earlier.or_else(|| self.scope.of_class(classes).map(|e| e.subject.clone()))
    }

    fn is_person_pronoun(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        n.pronoun && matches!(self.words(n.first, n.last).to_lowercase().as_str(), "he" | "she")
    }

    /// A phrase of these classes before the token in the sentence, nearest first.
    fn earlier_in_sentence(&self, token: usize, classes: Mask) -> Option<Subject> {
        let s = self.scene.sentence;
        (0..s.nouns.len())
            .rev()
            .filter(|i| s.nouns[*i].last < token && s.nouns[*i].classes & classes != 0)
            .filter(|i| !self.is_agent(&s.nouns[*i]))
            .find_map(|i| self.resolve(i))
            .map(|e| e.subject)
    }

    /// "appointed by the President": who does it, not to whom it is done.
    fn is_agent(&self, n: &Noun) -> bool {
        let s = self.scene.sentence;
        n.first.checked_sub(1).is_some_and(|b| s.tokens[b].word == self.scene.lexicon.by)
    }

    fn person(&self, token: usize) -> Option<Subject> {
        for noun in self.candidates(token) {
            let n = &self.scene.sentence.nouns[noun];
            if n.pronoun {
                break;
            }
            let words = self.words(n.first, n.last);
            if let Some(holder) = self.scope.office_of(words.trim()) {
                return Some(Subject { text: holder.person.clone(), class: Some(Class::Person) });
            }
            if let Some(name) = n.name.map(|i| self.scene.sentence.names[i]) {
                let words = self.words(name.first, name.last);
                if let Some(holder) = self.scope.office_of(words) {
                    return Some(Subject {
                        text: holder.person.clone(),
                        class: Some(Class::Person),
                    });
                }
                // Somebody whose office is told elsewhere, or not at all.
                if name.last > name.first && matcher::is_person(self.scene, &name) {
                    return Some(Subject { text: words.to_string(), class: Some(Class::Person) });
                }
            }
        }
        let holder = self.scope.holders.last()?;
        Some(Subject { text: holder.person.clone(), class: Some(Class::Person) })
    }

    /// Noun phrases that may be the subject of the value at `token`, likeliest first.
    fn candidates(&self, token: usize) -> Vec<usize> {
        let s = self.scene.sentence;
        let mut all = Vec::new();
        let Some(clause) = s.clause_at(token).map(|i| s.clauses[i]) else { return all };
        if let Some(own) = self.possessor(token) {
            all.push(own);
        }
        all.extend(self.host(token, clause));
        let inside = |n: usize| s.nouns[n].first <= token && token <= s.nouns[n].last;
        let hollow =
            clause.subject.is_some_and(|n| inside(n) || self.is_there(n) || self.is_part(token, n));
        // "Coordinates: 39°54' N": a label is said of the city.
        let label = |n: usize| {
            clause.verb.is_none()
                && !self.is_special_area(&s.nouns[n])
                && (s.nouns[n].name.is_none() || self.is_attribute(n) || self.is_common(n))
                && s.tokens.get(s.nouns[n].last + 1).is_some_and(|t| t.is_sign(':'))
        };
        let subject = clause.subject.filter(|n| !self.is_part(token, *n) && !label(*n));
        // "in which 6,680 athletes competed in 39 sports", "whose area is": what the clause hangs on.
        let passes = |n: usize| self.is_counted(n) || self.is_attribute(n);
        let host = clause.host.or_else(|| self.fronted(clause, token));
        let host = host.filter(|_| hollow || subject.is_some_and(passes));
        all.extend(host);
        all.extend(subject);
        if hollow {
            all.extend(self.stage(clause, token));
            all.extend(self.origin(clause, token));
        }
        all.retain(|n| !inside(*n) && !self.is_there(*n));
        all
    }

    /// The phrase that a bracket, a participle or "with" between it and the value speaks of.
    fn host(&self, token: usize, clause: Clause) -> Option<usize> {
        let s = self.scene.sentence;
        let mut at = token;
        while at > clause.start {
            at -= 1;
            let t = &s.tokens[at];
            match t.kind {
                Kind::Sign('(' | '（' | '—') => {
                    return self.noun_before(at, clause.start.min(at));
                }
                Kind::Sign(')' | '）') => {
                    // Past brackets are clauses of their own.
                    while at > clause.start && !matches!(s.tokens[at].kind, Kind::Sign('(' | '（'))
                    {
                        at -= 1;
                    }
                }
                _ => {}
            }
            // ", buying over a third of its exports": what the clause's subject does.
            let doing = t.has_form(self.scene.lexicon, Form::Ing)
                && at > 0
                && s.tokens[at - 1].is_sign(',')
                && clause.verb.is_some_and(|v| v < at);
            if t.tag == Tag::Participle && doing {
                return None;
            }
            if t.tag == Tag::Participle && Some(at) != clause.verb {
                // A fronted participle speaks of what follows: the clause's subject.
                return self.before_participle(at, clause.start);
            }
            // "Gauteng, a province of 18,176 square kilometers with 15.1 million people"
            if t.word == self.scene.lexicon.with
                || t.word == self.scene.lexicon.of && at + 1 == token
            {
                let apposed = s
                    .nouns
                    .iter()
                    .rposition(|n| {
                        n.last < at
                            && n.first >= clause.start
                            && s.tokens[n.first].tag != Tag::Figure
                    })
                    .filter(|i| self.apposed(*i, &s.nouns[*i]).is_some());
                if apposed.is_some() {
                    return apposed;
                }
            }
            // "Located in the center with an altitude of 2,400 meters, the city": what stands before its subject.
            let fronted = clause.verb.is_some_and(|v| token < v)
                && s.tokens.get(clause.start).is_some_and(|t| t.tag == Tag::Participle);
            if t.word == self.scene.lexicon.with && fronted {
                return None;
            }
            if t.word == self.scene.lexicon.with && clause.verb.is_none_or(|v| at > v || token < v)
            {
                // ", with 34,000 pieces": said of the subject, unless a name stands before the comma.
                let comma = at > 0 && s.tokens[at - 1].is_sign(',');
                let host = self.before_with(at, clause.start);
                return host.filter(|n| {
                    !comma || clause.verb.is_none_or(|v| at < v) || s.nouns[*n].name.is_some()
                });
            }
            if Some(at) == clause.verb {
                break;
            }
        }
        None
    }

    /// "Four of the universities are", "70 percent of the exports go": the figure itself heads the subject.
    fn is_part(&self, token: usize, subject: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[subject];
        let of = s.tokens.get(token + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
        of && n.first > token + 1
            && s.tokens[token + 2..n.first]
                .iter()
                .all(|t| matches!(t.tag, Tag::Det | Tag::Noun | Tag::Name | Tag::Figure))
    }

    /// "area", "history": a word for something of a thing, never the thing.
    fn is_attribute(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        let head = self.words(n.last, n.last).to_lowercase();
        n.name.is_none()
            && (ATTRIBUTES.contains(&head.as_str()) || ORIGINS.contains(&head.as_str()))
    }

    /// "Administrative Divisions": capitals alone, no name of a place, body or thing.
    fn is_common(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        let c = &self.scene.lexicon.class;
        let thing =
            c.institution | c.built | c.organization | c.event | c.body | c.office | c.party;
        n.classes & thing == 0
            && !self.is_special_area(n)
            && !self.is_place_word(n.first)
            && s.tokens[n.last].word != 0
    }

    /// "there" of "there are", which names nothing.
    fn is_there(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        n.pronoun && self.words(n.first, n.last).eq_ignore_ascii_case("there")
    }

    /// "In the Valley, 40 firms provide": the named thing before a counted subject.
    fn fronted(&self, clause: Clause, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let opens = s.tokens.get(clause.start).is_some_and(|t| t.tag == Tag::Prep);
        let noun = s.noun_at(clause.start + 1).filter(|_| opens)?;
        let n = &s.nouns[noun];
        let thing = c.built | c.institution | c.event | c.organization | c.natural | c.place;
        let named = n.name.is_some_and(|i| s.names[i].classes & thing != 0 || s.names[i].is_place);
        let comma = s.tokens.get(n.last + 1).is_some_and(|t| t.is_sign(','));
        (named && comma && n.last < token).then_some(noun)
    }

    /// "Six restorers from the Palace Museum returned": whose people a counted subject is.
    fn origin(&self, clause: Clause, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let counted = &s.nouns[clause.subject?];
        let link = s.tokens.get(counted.last + 1)?;
        let joins = link.word == self.scene.lexicon.of || self.scene.lexicon.from == link.word;
        let noun = s.noun_at(counted.last + 2).filter(|_| joins && counted.first <= token)?;
        s.nouns[noun].name.map(|_| noun)
    }

    /// Where a counted subject is or what it acts on: "20 lines serve the port", "six museums are in the old town".
    fn stage(&self, clause: Clause, token: usize) -> Vec<usize> {
        let s = self.scene.sentence;
        let from = clause.verb.unwrap_or(clause.start);
        (0..s.nouns.len())
            .filter(|i| {
                s.nouns[*i].first > from
                    && s.nouns[*i].last < clause.end
                    && s.nouns[*i].first > token
            })
            .filter(|i| {
                let n = &s.nouns[*i];
                let c = &self.scene.lexicon.class;
                let named = n.name.is_some_and(|x| {
                    s.names[x].classes & (c.institution | c.built | c.event | c.organization) != 0
                        || s.names[x].is_place && self.city.is_named(self.words(n.first, n.last))
                });
                let event = n.classes & (c.event | c.once) != 0 && !n.pronoun;
                let lexicon = self.scene.lexicon;
                let link = s.tokens[n.first - 1].word;
                let joins = ["join", "attend", "enter"].iter().any(|v| lexicon.is_form(link, v));
                let follows = joins || [lexicon.r#in, lexicon.r#for].contains(&link);
                n.pronoun && !self.is_there(*i)
                    || event && follows && !self.is_counted(*i)
                    || n.definite
                        && n.classes
                            & (c.place | c.built | c.event | c.institution | c.organization)
                            != 0
                        && self
                            .scope
                            .with_head(&self.words(n.last, n.last).to_lowercase())
                            .is_some()
                    || named
            })
            .collect()
    }

    /// "Hanoi's 12 districts", "the council's 50 members": the possessor inside the phrase of the figure.
    fn possessor(&self, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let before = token.checked_sub(1)?;
        (s.tokens[before].kind == Kind::Possessive)
            .then(|| s.noun_at(before.checked_sub(1)?))?
            .filter(|n| s.nouns[*n].last < token)
    }

    /// The phrase before a participle: "the Hi-Tech Park, set up in", "a canal completed in".
    fn before_participle(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let mut end = at;
        while end > floor
            && (s.tokens[end - 1].tag == Tag::Adv
                || s.tokens[end - 1].is_sign(',')
                || s.tokens[end - 1].is_sign('('))
        {
            end -= 1;
        }
        let noun = self.noun_before(end, floor)?;
        let n = &s.nouns[noun];
        let ends =
            (noun..s.nouns.len()).any(|i| s.nouns[i].last + 1 == end && s.nouns[i].last >= n.last);
        let figure = s.tokens[n.first].tag == Tag::Figure;
        (ends && !figure).then_some(noun)
    }

    fn before_with(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let noun = self.noun_before(at, floor)?;
        let n = &s.nouns[noun];
        let figure = s.tokens[n.first].tag == Tag::Figure;
        // "It is a port with …", "has ties with …": what is said of the subject, unless a thing of its own is meant.
        let c = &self.scene.lexicon.class;
        let clause = s.clause_at(at).map(|i| s.clauses[i]);
        let object = clause.is_some_and(|x| x.verb.is_some_and(|v| v < n.first));
        let is = clause.is_some_and(|x| x.verb.is_some_and(|v| s.tokens[v].is(c.be)));
        let thing = n.name.is_some()
            || !is
                && n.classes
                    & (c.built
                        | c.institution
                        | c.event
                        | c.natural
                        | c.organization
                        | c.group
                        | c.linear
                        | c.agreement)
                    != 0;
        (!figure && (!object || thing)).then_some(noun)
    }

    /// The phrase that ends right before token `at`, commas, brackets and dates aside, freed of its prepositional tail.
    fn noun_before(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let mut i = s.nouns.iter().rposition(|n| n.last < at && n.first >= floor)?;
        loop {
            let n = &s.nouns[i];
            let previous = i.checked_sub(1).filter(|p| s.nouns[*p].first >= floor);
            let before = n.first.checked_sub(1).and_then(|b| s.tokens.get(b));
            match (before, previous) {
                (Some(b), Some(p)) if b.tag == Tag::Prep && s.nouns[p].last + 2 == n.first => i = p,
                // "Slush, a gathering of start-ups launched in": the name before the apposition.
                (Some(b), Some(p))
                    if b.is_sign(',')
                        && s.tokens[n.first].word == self.scene.lexicon.a
                        && s.nouns[p].last + 2 == n.first =>
                {
                    i = p;
                }
                _ => return Some(i),
            }
        }
    }

    pub(super) fn words(&self, first: usize, last: usize) -> &str {
        self.scene.sentence.span_of(first, last).of(self.text)
    }

    /// What a noun phrase stands for.
    pub fn resolve(&self, noun: usize) -> Option<Entity> {
        let s = self.scene.sentence;
        let n = s.nouns.get(noun)?;
        if n.pronoun {
            return self.pronoun(n);
        }
        if let Some(entity) = self.attribute(noun, n) {
            return entity;
        }
        // "its 71 million passengers put it": said of whose they are.
        let its = s.tokens[n.first].is(self.scene.lexicon.class.possessive);
        if its && self.is_counted(noun) {
            let earlier = self.earlier_subject(n.first).or_else(|| self.scope.current.clone());
            return earlier.or_else(|| Some(self.city_entity()));
        }
        if let Some(i) = n.name {
            let name = &s.names[i];
            if name.first > n.first && s.tokens[name.first - 1].kind == Kind::Possessive {
                return Some(self.entity(n.first, n.last, n.classes, noun));
            }
            let words = self.words(name.first, name.last);
            if self.city.is_named(words) {
                return Some(self.city_entity());
            }
            if let Some(full) = self.scope.spelled_out(words).filter(|_| name.acronym) {
                return Some(full.clone());
            }
            let person = n.first < name.first && self.scope.office_of(words).is_some();
            let first = if person { name.first } else { self.first_of(n) };
            return Some(self.entity(first, n.last, n.classes, noun));
        }
        let head = self.words(n.last, n.last).to_lowercase();
        if let Some(both) = self.both_cities(n, &head) {
            return Some(both);
        }
        if let Some(host) = self.of_pair(noun, &head) {
            return self.resolve(host);
        }
        let plain = self.plain_definite(n);
        if n.definite && plain && self.city.is_called(&head) {
            return Some(self.city_entity());
        }
        if let Some(host) = self.apposed(noun, n).or_else(|| self.renamed(noun, n)) {
            return self.resolve(host);
        }
        if n.definite
            && plain
            && let Some(earlier) = self.scope.with_head(&head)
        {
            return Some(earlier.clone());
        }
        Some(self.entity(self.first_of(n), self.extent(noun), n.classes, noun))
    }

    /// The last token of a phrase with what "of" joins to it, numbers aside: of "a delegation of 60 people" one token.
    fn extent(&self, noun: usize) -> usize {
        let s = self.scene.sentence;
        let mut at = noun;
        while s.is_joined(at + 1, self.scene.lexicon)
            && s.tokens[s.nouns[at + 1].first].tag != Tag::Figure
        {
            at += 1;
        }
        s.nouns[at].last
    }

    /// "the former", "the latter": the first or the second of the pair before.
    fn of_pair(&self, noun: usize, head: &str) -> Option<usize> {
        let s = self.scene.sentence;
        let second = match head {
            "latter" => true,
            "former" => false,
            _ => return None,
        };
        let joined = |i: &usize| {
            let (a, b) = (&s.nouns[*i], &s.nouns[*i + 1]);
            a.name.is_some() == b.name.is_some()
                && s.tokens[a.last + 1..b.first].iter().any(|t| t.tag == Tag::Conj)
                && s.tokens[a.last + 1..b.first]
                    .iter()
                    .all(|t| matches!(t.tag, Tag::Conj | Tag::Prep) || t.is_sign(','))
        };
        let pair = (0..noun.saturating_sub(1)).rev().find(joined)?;
        Some(if second { pair + 1 } else { pair })
    }

    /// "the two cities": the city and its partner.
    fn both_cities(&self, n: &Noun, head: &str) -> Option<Entity> {
        let s = self.scene.sentence;
        let partner = self.city.partner.as_deref()?;
        let first = self.words(n.first, n.first).to_lowercase();
        let two = first == "both" && n.last == n.first + 1
            || n.definite && n.last == n.first + 2 && s.tokens[n.first + 1].figure().is_some();
        if !two || head != "cities" {
            return None;
        }
        let text = format!("{partner} and {}", self.city.name);
        let subject = Subject { text, class: None };
        Some(Entity { subject, classes: 0, head: head.to_string() })
    }

    /// "Harrisburg, a town of": the name that an apposition says more of.
    fn apposed(&self, noun: usize, n: &Noun) -> Option<usize> {
        let s = self.scene.sentence;
        let comma = n.first.checked_sub(1).filter(|i| s.tokens[*i].is_sign(','))?;
        let article = s.tokens[n.first].word == self.scene.lexicon.a
            || s.tokens[n.first].word == self.scene.lexicon.an;
        // "the Council, the highest body of the city, is": framed by commas before the verb.
        let end = s.tokens.get(s.extended(noun, self.scene.lexicon) + 1);
        let framed = s.tokens[n.first].word == self.scene.lexicon.the
            && end.is_some_and(|t| t.is_sign(','))
            && s.clause_at(n.first).is_some_and(|i| s.clauses[i].verb.is_none_or(|v| v > n.last));
        let article = article || framed;
        let host = noun.checked_sub(1).filter(|p| {
            s.nouns[*p].last + 1 == comma && (s.nouns[*p].name.is_some() || self.opens_as_name(*p))
        })?;
        (article && n.first > 1).then_some(host)
    }

    /// "Its parliament, the City Council, has": the name that says who is meant.
    fn renamed(&self, noun: usize, n: &Noun) -> Option<usize> {
        let s = self.scene.sentence;
        let next = s.nouns.get(noun + 1).filter(|x| x.name.is_some() && x.first == n.last + 2)?;
        let framed = s.tokens[n.last + 1].is_sign(',')
            && s.tokens.get(next.last + 1).is_some_and(|t| t.is_sign(','));
        let verb = s.tokens.get(next.last + 2).is_some_and(|t| t.tag == Tag::Verb);
        (framed && verb && n.definite).then_some(noun + 1)
    }

    /// "the city", "the capital city": a determiner and a head, with nothing that narrows.
    fn plain_definite(&self, n: &Noun) -> bool {
        let s = self.scene.sentence;
        let of = s.tokens.get(n.last + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
        n.last - n.first <= 1 && !of
            || (n.last - n.first == 2
                && !of
                && s.tokens[n.first + 1].is(self.scene.lexicon.class.place))
    }

    /// The first token of a phrase without its determiner.
    fn first_of(&self, n: &Noun) -> usize {
        let s = self.scene.sentence;
        let bare = |i: &usize| *i == n.last || !matches!(s.tokens[*i].tag, Tag::Det | Tag::Figure);
        (n.first..=n.last).find(bare).unwrap_or(n.first)
    }

    /// "the total area of the city" stands for the city; a bare "the population" for what is spoken of.
    #[allow(
        clippy::option_option,
        reason = "an attribute of nothing is another answer than no attribute"
    )]
    fn attribute(&self, noun: usize, n: &Noun) -> Option<Option<Entity>> {
        let s = self.scene.sentence;
        let head = self.words(n.last, n.last).to_lowercase();
        if n.name.is_some()
            || !ATTRIBUTES.contains(&head.as_str())
            || head == "area" && self.is_special_area(n)
        {
            return None;
        }
        let next = s.tokens.get(n.last + 1)?;
        let joined = next.tag == Tag::Prep
            && (next.word == self.scene.lexicon.of || self.scene.lexicon.r#in == next.word);
        if joined && s.nouns.get(noun + 1).is_some_and(|x| x.first == n.last + 2) {
            return Some(self.resolve(noun + 1));
        }
        let owner = (n.first..n.last).find(|i| s.tokens[*i].kind == Kind::Possessive);
        if let Some(at) = owner.filter(|at| *at > n.first) {
            let words = self.words(self.first_of(n), at - 1);
            if self.city.is_named(words) || self.city.is_called(&words.to_lowercase()) {
                return Some(Some(self.city_entity()));
            }
            return Some(Some(self.entity(self.first_of(n), at - 1, 0, noun)));
        }
        let own = s.tokens[n.first].is(self.scene.lexicon.class.possessive);
        if !own && CLIMATE.contains(&head.as_str()) {
            return Some(Some(self.city_entity()));
        }
        let earlier = if own { self.earlier_subject(n.first) } else { None };
        Some(earlier.or_else(|| self.scope.current.clone()).or_else(|| Some(self.city_entity())))
    }

    /// "the metropolitan area", "the urban area": a place, not a measure.
    fn is_special_area(&self, n: &Noun) -> bool {
        n.last > n.first
            && (self.words(n.last, n.last).eq_ignore_ascii_case("area")
                || self.words(n.last, n.last).eq_ignore_ascii_case("region"))
            && ["metropolitan", "urban", "downtown", "mining", "bay", "greater", "built-up"]
                .contains(&self.words(n.last - 1, n.last - 1).to_lowercase().as_str())
    }

    fn pronoun(&self, n: &Noun) -> Option<Entity> {
        let word = self.words(n.first, n.last).to_lowercase();
        let earlier = self.earlier_subject(n.first);
        let current = earlier.or_else(|| self.scope.current.clone());
        match word.as_str() {
            "he" | "she" | "him" => {
                let holder = self.scope.holders.last()?;
                let subject = Subject { text: holder.person.clone(), class: Some(Class::Person) };
                Some(Entity { subject, classes: 0, head: String::new() })
            }
            "here" | "there" | "we" => Some(self.city_entity()),
            _ => Some(current.unwrap_or_else(|| self.city_entity())),
        }
    }

    /// The subject of an earlier clause of the same sentence.
    fn earlier_subject(&self, token: usize) -> Option<Entity> {
        let s = self.scene.sentence;
        let clause = s.clause_at(token)?;
        // What a subordinate clause speaks of is not what the sentence is about.
        let main = |c: &&Clause| {
            !(c.start..c.verb.unwrap_or(c.start)).any(|i| {
                s.tokens[i].tag == Tag::Sub
                    || s.tokens[i].word != 0
                        && s.tokens[i].is(self.scene.lexicon.class.sub)
                        && s.tokens[i].tag == Tag::Prep
                        && s.tokens.get(i + 1).is_some_and(|t| t.tag != Tag::Figure)
                        && i == c.start
            })
        };
        let earlier = s.clauses[..clause].iter().rev().filter(main).filter_map(|c| c.subject);
        let noun =
            earlier.into_iter().find(|n| !s.nouns[*n].pronoun && s.nouns[*n].last < token)?;
        self.resolve(noun)
    }

    fn city_entity(&self) -> Entity {
        Entity {
            subject: self.city.subject(),
            classes: self.scene.lexicon.class.place,
            head: "city".to_string(),
        }
    }

    fn entity(&self, first: usize, last: usize, classes: Mask, noun: usize) -> Entity {
        let s = self.scene.sentence;
        let words = self.words(first, last).split_whitespace().collect::<Vec<_>>().join(" ");
        let place = s.nouns[noun].name.is_some_and(|i| s.names[i].is_place);
        let head = self.words(s.nouns[noun].last, s.nouns[noun].last).to_lowercase();
        let class = if place { Some(Class::Place) } else { self.class_of(classes) };
        Entity { subject: Subject { text: words, class }, classes, head }
    }

    fn class_of(&self, classes: Mask) -> Option<Class> {
        let c = &self.scene.lexicon.class;
        let order = [
            (c.strict_institution, Class::Institution),
            (c.body, Class::Body),
            (c.office, Class::Office),
            (c.event, Class::Event),
            (c.group, Class::Group),
            (c.party, Class::Party),
            (c.built, Class::Thing),
            (c.place | c.natural | c.division, Class::Place),
            (c.institution, Class::Institution),
        ];
        order.iter().find(|(mask, _)| classes & mask != 0).map(|(_, class)| *class)
    }

    /// What later sentences may point back to: every name and the subject of the sentence.
    pub fn entities(&self) -> (Vec<Entity>, Option<Entity>) {
        let s = self.scene.sentence;
        let all = (0..s.nouns.len())
            .filter(|i| {
                s.nouns[*i].name.is_some() || s.nouns[*i].classes & self.body_classes() != 0
            })
            .filter_map(|i| self.resolve(i))
            .collect();
        let first = s.clauses.iter().find(|c| c.verb.is_some()).and_then(|c| c.subject);
        (all, first.filter(|n| self.is_topic(*n)).and_then(|n| self.resolve(n)))
    }

    /// Whether a later "it" can mean this subject: a name, a pronoun or a definite phrase, no counted crowd.
    fn is_topic(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        let counted = (n.first..=n.last)
            .any(|i| matches!(s.tokens[i].kind, Kind::Figure(_)) && n.name.is_none());
        let there = n.pronoun && self.words(n.first, n.last).eq_ignore_ascii_case("there");
        let opens = n.first == 0 && s.tokens[0].word == 0;
        !counted
            && !there
            && (n.name.is_some()
                || n.pronoun
                || n.definite
                || opens
                || s.tokens[n.first].word == self.scene.lexicon.a)
    }
}
