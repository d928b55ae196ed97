//! What a noun phrase stands for: a name, the city, something spoken of before, or what its possessor has.

use std::borrow::Cow;

use crate::lexicon::vocabulary::{Form, Mask};
use crate::name::clause::Clause;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag};
use crate::span::one_line;

use super::super::scope::{Class, Entity, Subject};
use super::Finder;

/// Common nouns that name a property of a thing, never the thing: "the area of the city".
pub(super) const ATTRIBUTES: [&str; 47] = [
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
    "traffic",
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

/// A word in small letters, which most are written in.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

impl Finder<'_> {
    pub(super) fn is_place_word(&self, token: usize) -> bool {
        let s = self.scene.sentence;
        s.name_at(token).is_some_and(|i| s.names[i].is_place)
    }

    pub(in crate::fact) fn words(&self, first: usize, last: usize) -> &str {
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
            if name.acronym
                && let Some(full) = self.scope.spelled_out(words)
            {
                return Some(full.clone());
            }
            let person = n.first < name.first && self.scope.office_of(words).is_some();
            let first = if person { name.first } else { self.first_of(n) };
            return Some(self.entity(first, n.last, n.classes, noun));
        }
        let head = in_small_letters(self.words(n.last, n.last));
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
    pub(super) fn extent(&self, noun: usize) -> usize {
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
    pub(super) fn of_pair(&self, noun: usize, head: &str) -> Option<usize> {
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
    pub(super) fn both_cities(&self, n: &Noun, head: &str) -> Option<Entity> {
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
    pub(super) fn apposed(&self, noun: usize, n: &Noun) -> Option<usize> {
        let s = self.scene.sentence;
        let comma = n.first.checked_sub(1).filter(|i| s.tokens[*i].is_sign(','))?;
        let article = s.tokens[n.first].word == self.scene.lexicon.a
            || s.tokens[n.first].word == self.scene.lexicon.an;
        // "the Council, the highest body of the city, is": framed by commas before the verb.
        let end = s.tokens.get(s.extended(noun, self.scene.lexicon) + 1);
        let closed = end.is_some_and(|t| t.is_sign(','));
        let framed = s.tokens[n.first].word == self.scene.lexicon.the
            && s.clause_at(n.first).is_some_and(|i| s.clauses[i].verb.is_none_or(|v| v > n.last));
        // "Sund, capital of the island, with 16 wards"
        let bare = s.tokens[n.first].tag == Tag::Noun
            && s.tokens[n.first].is(self.scene.lexicon.class.place);
        let article = article || closed && (framed || bare);
        let host = noun.checked_sub(1).filter(|p| {
            s.nouns[*p].last + 1 == comma && (s.nouns[*p].name.is_some() || self.opens_as_name(*p))
        })?;
        (article && n.first > 1).then_some(host)
    }

    /// "Its parliament, the City Council, has": the name that says who is meant.
    pub(super) fn renamed(&self, noun: usize, n: &Noun) -> Option<usize> {
        let s = self.scene.sentence;
        let next = s.nouns.get(noun + 1).filter(|x| x.name.is_some() && x.first == n.last + 2)?;
        let framed = s.tokens[n.last + 1].is_sign(',')
            && s.tokens.get(next.last + 1).is_some_and(|t| t.is_sign(','));
        let verb = s.tokens.get(next.last + 2).is_some_and(|t| t.tag == Tag::Verb);
        (framed && verb && n.definite).then_some(noun + 1)
    }

    /// "the city", "the capital city": a determiner and a head, with nothing that narrows.
    pub(super) fn plain_definite(&self, n: &Noun) -> bool {
        let s = self.scene.sentence;
        let of = s.tokens.get(n.last + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
        n.last - n.first <= 1 && !of
            || (n.last - n.first == 2
                && !of
                && s.tokens[n.first + 1].is(self.scene.lexicon.class.place))
    }

    /// The first token of a phrase without its determiner and figures.
    pub(in crate::fact) fn first_of(&self, n: &Noun) -> usize {
        let s = self.scene.sentence;
        // "a 25-member delegation"
        let unit =
            |i: usize| i >= 2 && s.tokens[i - 1].is_sign('-') && s.tokens[i - 2].figure().is_some();
        let bare = |i: &usize| {
            !matches!(s.tokens[*i].tag, Tag::Det | Tag::Figure)
                && !s.tokens[*i].is_sign('-')
                && !unit(*i)
        };
        (n.first..n.last).find(bare).unwrap_or(n.last)
    }

    /// "the total area of the city" stands for the city; a bare "the population" for what is spoken of.
    #[allow(
        clippy::option_option,
        reason = "an attribute of nothing is another answer than no attribute"
    )]
    pub(super) fn attribute(&self, noun: usize, n: &Noun) -> Option<Option<Entity>> {
        if n.name.is_some() {
            return None;
        }
        let s = self.scene.sentence;
        let head = self.words(n.last, n.last);
        let head = ATTRIBUTES.iter().find(|a| a.eq_ignore_ascii_case(head))?;
        if *head == "area" && self.is_special_area(n) {
            return None;
        }
        // "27 km in length": no thing of its own.
        let measured = n.first >= 2
            && s.tokens[n.first - 1].word == self.scene.lexicon.r#in
            && s.tokens[n.first - 2].figure().is_some();
        if measured {
            return Some(None);
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
        if !own && CLIMATE.contains(head) {
            return Some(Some(self.city_entity()));
        }
        let earlier = if own { self.earlier_subject(n.first) } else { None };
        Some(earlier.or_else(|| self.scope.current.clone()).or_else(|| Some(self.city_entity())))
    }

    /// "the metropolitan area", "the urban area": a place, not a measure.
    pub(super) fn is_special_area(&self, n: &Noun) -> bool {
        n.last > n.first
            && (self.words(n.last, n.last).eq_ignore_ascii_case("area")
                || self.words(n.last, n.last).eq_ignore_ascii_case("region"))
            && ["metropolitan", "urban", "downtown", "mining", "bay", "greater", "built-up"]
                .contains(&self.words(n.last - 1, n.last - 1).to_lowercase().as_str())
    }

    pub(super) fn pronoun(&self, n: &Noun) -> Option<Entity> {
        let word = self.words(n.first, n.last).to_lowercase();
        let earlier = self.earlier_subject(n.first).filter(|e| word != "it" || !self.is_plural(e));
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

    /// "Two companies have their seat here, and it …": several things are no "it".
    fn is_plural(&self, entity: &Entity) -> bool {
        let vocabulary = &self.scene.lexicon.vocabulary;
        let word = vocabulary.entry(vocabulary.word(&entity.head));
        let body = self.scene.lexicon.class.body | self.scene.lexicon.class.event;
        word.has(Form::S) && !word.has(Form::Base) && entity.classes & body == 0
    }

    /// The subject of an earlier clause of the same sentence.
    pub(super) fn earlier_subject(&self, token: usize) -> Option<Entity> {
        let s = self.scene.sentence;
        let clause = s.clause_at(token)?;
        // What a subordinate clause speaks of is not what the sentence is about.
        let main = |c: &&Clause| {
            !(c.start..c.verb.unwrap_or(c.start)).any(|i| {
                matches!(s.tokens[i].tag, Tag::Sub | Tag::Rel)
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

    pub(super) fn city_entity(&self) -> Entity {
        Entity {
            subject: self.city.subject(),
            classes: self.scene.lexicon.class.place,
            head: "city".to_string(),
        }
    }

    pub(super) fn entity(&self, first: usize, last: usize, classes: Mask, noun: usize) -> Entity {
        let s = self.scene.sentence;
        let words = one_line(self.words(first, last));
        let place = s.nouns[noun].name.is_some_and(|i| s.names[i].is_place);
        let head = self.words(s.nouns[noun].last, s.nouns[noun].last).to_lowercase();
        let class = if place { Some(Class::Place) } else { self.class_of(classes) };
        Entity { subject: Subject { text: words, class }, classes, head }
    }

    pub(super) fn class_of(&self, classes: Mask) -> Option<Class> {
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
}
