//! What a value is said of: the rule's slot, what stands before it, the clause's subject, or the scope.
//!
//! A rule may also say `subject = "city"` (the city itself), `"clause"`, `"body"`, `"person"`, `"thing"` or
//! `"none"`; else the property's policy holds.

use crate::lexicon::vocabulary::Mask;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag};
use crate::rules::matcher::Scene;

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
}

impl City {
    /// Whether these words are one of its names.
    pub fn is_named(&self, words: &str) -> bool {
        words == self.name || self.others.iter().any(|o| o == words)
    }

    fn subject(&self) -> Subject {
        Subject { text: self.name.clone(), class: Some(Class::City) }
    }
}

/// Finds subjects in one sentence.
#[derive(Clone, Copy)]
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
    "city", "capital", "town", "metropolis", "municipality", "territory", "megacity", "place", "metropole", "port city", "locality", "jurisdiction",
];

/// Common nouns that name a property of a thing, never the thing: "the area of the city".
const ATTRIBUTES: [&str; 36] = [
    "area", "population", "density", "temperature", "rainfall", "precipitation", "altitude", "elevation", "length",
    "height", "number", "total", "term", "size", "surface", "tenure", "mean", "average", "office", "mandate", "throughput",
    "capacity", "ridership", "depth", "width", "member", "members", "seats", "deputies", "membership", "climate", "distance", "residents", "inhabitants", "one", "rest",
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
                self.of_classes(token, self.body_classes() | c.office | c.member)
            }
            Policy::Person => self.person(token),
            Policy::Thing => self.thing(token),
            Policy::Clause => self.clause(token),
        }
    }

    /// The entity that this token's clause speaks of, by the nearest evidence.
    pub fn nearest(&self, token: usize) -> Option<Entity> {
        self.candidates(token).into_iter().find_map(|n| self.resolve(n))
    }

    fn body_classes(&self) -> Mask {
        let c = &self.scene.lexicon.class;
        c.body | c.assembly | c.executive
    }

    fn clause(&self, token: usize) -> Option<Subject> {
        let found = self.nearest(token).map(|e| e.subject);
        found.or_else(|| self.scope.current.as_ref().map(|e| e.subject.clone())).or_else(|| Some(self.city.subject()))
    }

    fn thing(&self, token: usize) -> Option<Subject> {
        self.clause(token)
    }

    fn place(&self, token: usize) -> Subject {
        let c = &self.scene.lexicon.class;
        let fitting = c.place | c.natural | c.built | c.division | c.organization | c.institution;
        for noun in self.candidates(token) {
            let Some(entity) = self.resolve(noun) else { continue };
            let named = entity.subject.class == Some(Class::City) || self.is_name(noun);
            if named || entity.classes & fitting != 0 {
                return entity.subject;
            }
        }
        match &self.scope.current {
            Some(e) if e.classes & fitting != 0 && !self.has_candidate(token) => e.subject.clone(),
            _ => self.city.subject(),
        }
    }

    fn has_candidate(&self, token: usize) -> bool {
        !self.candidates(token).is_empty()
    }

    fn is_name(&self, noun: usize) -> bool {
        self.scene.sentence.nouns.get(noun).is_some_and(|n| n.name.is_some())
    }

    /// The first candidate of these classes, else the latest in scope.
    fn of_classes(&self, token: usize, classes: Mask) -> Option<Subject> {
        let c = &self.scene.lexicon.class;
        for noun in self.candidates(token) {
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

    /// A phrase of these classes before the token in the sentence, nearest first.
    fn earlier_in_sentence(&self, token: usize, classes: Mask) -> Option<Subject> {
        let s = self.scene.sentence;
        (0..s.nouns.len())
            .rev()
            .filter(|i| s.nouns[*i].last < token && s.nouns[*i].classes & classes != 0)
            .find_map(|i| self.resolve(i))
            .map(|e| e.subject)
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
                    return Some(Subject { text: holder.person.clone(), class: Some(Class::Person) });
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
        let mut at = token;
        while at > clause.start {
            at -= 1;
            let t = &s.tokens[at];
            match t.kind {
                Kind::Sign('(' | '（' | '—') => {
                    all.extend(self.noun_before(at, clause.start.min(at)));
                    break;
                }
                Kind::Sign(')' | '）') => {
                    // Past brackets are clauses of their own.
                    while at > clause.start && !matches!(s.tokens[at].kind, Kind::Sign('(' | '（')) {
                        at -= 1;
                    }
                }
                _ => {}
            }
            if t.tag == Tag::Participle && Some(at) != clause.verb {
                match self.before_participle(at, clause.start) {
                    Some(noun) => all.push(noun),
                    // A fronted participle speaks of what follows: the clause's subject.
                    None if clause.verb.is_some_and(|v| v > at) => {}
                    None => {}
                }
                break;
            }
            if t.word == self.scene.lexicon.with && clause.verb.is_none_or(|v| at > v || token < v) {
                all.extend(self.before_with(at, clause.start));
                break;
            }
            if Some(at) == clause.verb {
                break;
            }
        }
        all.extend(clause.subject);
        all
    }

    /// "Hanoi's 12 districts", "the council's 50 members": the possessor inside the phrase of the figure.
    fn possessor(&self, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let before = token.checked_sub(1)?;
        (s.tokens[before].kind == Kind::Possessive).then(|| s.noun_at(before.checked_sub(1)?))?.filter(|n| {
            s.nouns[*n].last < token
        })
    }

    /// The phrase before a participle: "the Hi-Tech Park, set up in", "a canal completed in".
    fn before_participle(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let mut end = at;
        while end > floor && (s.tokens[end - 1].tag == Tag::Adv || s.tokens[end - 1].is_sign(',')) {
            end -= 1;
        }
        let noun = self.noun_before(end, floor)?;
        (s.nouns[noun].last + 1 == end).then_some(noun)
    }

    fn before_with(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let noun = self.noun_before(at, floor)?;
        let figure = s.tokens[s.nouns[noun].first].tag == Tag::Figure;
        (!figure).then_some(noun)
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
                _ => return Some(i),
            }
        }
    }

    fn words(&self, first: usize, last: usize) -> &str {
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
        if let Some(i) = n.name {
            let name = &s.names[i];
            if name.first > n.first && s.tokens[name.first - 1].kind == Kind::Possessive {
                return Some(self.entity(n.first, n.last, n.classes, noun));
            }
            let words = self.words(name.first, name.last);
            if self.city.is_named(words) {
                return Some(self.city_entity());
            }
            let person = n.first < name.first && self.scope.office_of(words).is_some();
            let first = if person { name.first } else { self.first_of(n) };
            return Some(self.entity(first, n.last, n.classes, noun));
        }
        let head = self.words(n.last, n.last).to_lowercase();
        let plain = self.plain_definite(n);
        if n.definite && plain && CITY_WORDS.contains(&head.as_str()) {
            return Some(self.city_entity());
        }
        if n.definite && plain {
            if let Some(earlier) = self.scope.with_head(&head) {
                return Some(earlier.clone());
            }
        }
        Some(self.entity(self.first_of(n), s.extended(noun, self.scene.lexicon), n.classes, noun))
    }

    /// "the city", "the capital city": a determiner and a head, with nothing that narrows.
    fn plain_definite(&self, n: &Noun) -> bool {
        let s = self.scene.sentence;
        let of = s.tokens.get(n.last + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
        n.last - n.first <= 1 && !of || (n.last - n.first == 2 && !of && s.tokens[n.first + 1].is(self.scene.lexicon.class.place))
    }

    /// The first token of a phrase without its determiner.
    fn first_of(&self, n: &Noun) -> usize {
        let s = self.scene.sentence;
        if s.tokens[n.first].tag == Tag::Det && n.first < n.last { n.first + 1 } else { n.first }
    }

    /// "the total area of the city" stands for the city; a bare "the population" for what is spoken of.
    fn attribute(&self, noun: usize, n: &Noun) -> Option<Option<Entity>> {
        let s = self.scene.sentence;
        let head = self.words(n.last, n.last).to_lowercase();
        if n.name.is_some() || !ATTRIBUTES.contains(&head.as_str()) || head == "area" && self.is_special_area(n) {
            return None;
        }
        let next = s.tokens.get(n.last + 1)?;
        let joined = next.tag == Tag::Prep && (next.word == self.scene.lexicon.of || self.scene.lexicon.r#in == next.word);
        if joined {
            if let Some(next) = s.nouns.get(noun + 1).filter(|x| x.first == n.last + 2) {
                let _ = next;
                return Some(self.resolve(noun + 1));
            }
        }
        let owner = (n.first..n.last).find(|i| s.tokens[*i].kind == Kind::Possessive);
        if let Some(at) = owner.filter(|at| *at > n.first) {
            let words = self.words(self.first_of(n), at - 1);
            if self.city.is_named(words) || CITY_WORDS.contains(&words.to_lowercase().as_str()) {
                return Some(Some(self.city_entity()));
            }
            return Some(Some(self.entity(self.first_of(n), at - 1, 0, noun)));
        }
        let own = s.tokens[n.first].is(self.scene.lexicon.class.possessive);
        let current = self.scope.current.clone();
        Some(if own { current.or_else(|| Some(self.city_entity())) } else { current.or_else(|| Some(self.city_entity())) })
    }

    /// "the metropolitan area", "the urban area": a place, not a measure.
    fn is_special_area(&self, n: &Noun) -> bool {
        n.last > n.first
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
        let noun = s.clauses[..clause].iter().rev().find_map(|c| c.subject)?;
        let n = s.nouns.get(noun).filter(|n| !n.pronoun && n.last < token)?;
        let _ = n;
        self.resolve(noun)
    }

    fn city_entity(&self) -> Entity {
        Entity { subject: self.city.subject(), classes: self.scene.lexicon.class.place, head: "city".to_string() }
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
            .filter(|i| s.nouns[*i].name.is_some() || s.nouns[*i].classes & self.body_classes() != 0)
            .filter_map(|i| self.resolve(i))
            .collect();
        let first = s.clauses.iter().find(|c| c.verb.is_some()).and_then(|c| c.subject);
        (all, first.and_then(|n| self.resolve(n)))
    }
}
