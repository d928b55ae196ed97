//! What the text has spoken of so far: persons with their offices, bodies, things, and the subject in hand.

use serde::{Deserialize, Serialize};

use crate::lexicon::vocabulary::Mask;

/// What a subject is, in the record's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// The bulletin's own city.
    City,
    /// Another place.
    Place,
    /// An assembly or administration.
    Body,
    /// A mayor's, governor's, … office.
    Office,
    /// A person.
    Person,
    /// A university, museum, orchestra, …
    Institution,
    /// A built or other thing.
    Thing,
    /// A games, fair, forum, …
    Event,
    /// A party.
    Party,
    /// A delegation, a troupe.
    Group,
}

/// A subject as named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name or words.
    pub text: String,
    /// What it is, where known.
    pub class: Option<Class>,
}

/// Something named, with what a later "the council" or "it" needs to find it.
#[derive(Clone, Debug)]
pub struct Entity {
    /// The subject it makes.
    pub subject: Subject,
    /// The classes of its head.
    pub classes: Mask,
    /// The head word in lower case.
    pub head: String,
}

/// A person and the office the text gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The person's name as first given.
    pub person: String,
    /// The office.
    pub office: String,
}

/// The scope that is walked along with the sentences of a bulletin.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Newest last.
    pub entities: Vec<Entity>,
    /// Newest last; kept for the whole bulletin.
    pub holders: Vec<Holder>,
    /// The subject of the sentence before.
    pub current: Option<Entity>,
}

impl Scope {
    /// Forgets what a new section does not speak of.
    pub fn enter_section(&mut self) {
        self.entities.clear();
        self.current = None;
    }

    /// Notes something named.
    pub fn note(&mut self, entity: Entity) {
        self.entities.push(entity);
    }

    /// The latest entity with this head word.
    pub fn with_head(&self, head: &str) -> Option<&Entity> {
        self.entities.iter().rev().find(|e| e.head == head)
    }

    /// The latest entity whose capital letters an acronym is made of.
    pub fn spelled_out(&self, acronym: &str) -> Option<&Entity> {
        let initials = |e: &&Entity| {
            let name = &e.subject.text;
            name.contains(' ')
                && name
                    .split([' ', '-'])
                    .filter_map(|w| w.chars().next())
                    .filter(|c| c.is_uppercase())
                    .eq(acronym.chars())
        };
        self.entities.iter().rev().find(initials)
    }

    /// The latest entity of these classes.
    pub fn of_class(&self, classes: Mask) -> Option<&Entity> {
        self.entities.iter().rev().find(|e| e.classes & classes != 0)
    }

    /// The office of a person whose name ends with the same word.
    pub fn office_of(&self, person: &str) -> Option<&Holder> {
        fn last(name: &str) -> Option<&str> {
            name.rsplit(' ').next()
        }
        self.holders.iter().rev().find(|h| {
            h.person == person || last(&h.person) == last(person) || h.person.contains(person)
        })
    }
}
