//! Bodies, offices and persons as subjects: who has posts and terms, and who took office.

use crate::lexicon::vocabulary::Mask;
use crate::name::noun::Noun;
use crate::rules::matcher;
use crate::span::one_line;

use super::super::scope::{Class, Subject};
use super::Finder;

impl Finder<'_> {
    /// The officer or body that the clause names as its subject, else the latest body.
    pub(super) fn poster(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        if let Some(entity) = s.subject_before(token).and_then(|n| self.resolve(n)) {
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
    pub(super) fn elected_offices(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let clause = s.clause_of(token)?;
        let verb = clause.verb.filter(|v| *v < token && s.tokens[*v].is(c.elect))?;
        let passive = verb > 0 && s.tokens[verb - 1].is(c.be);
        let chosen = |n: &&Noun| n.first > verb && n.last < token && n.classes & c.office != 0;
        let mut offices = s.nouns.iter().filter(chosen);
        let first = offices.next().filter(|n| !passive && !self.is_agent(n))?;
        let last = offices.next_back().unwrap_or(first);
        let words = self.words(self.first_of(first), last.last);
        Some(Subject { text: one_line(words), class: Some(Class::Office) })
    }

    /// The first candidate of these classes, else the latest in scope.
    pub(super) fn of_classes(&self, token: usize, classes: Mask) -> Option<Subject> {
        let c = &self.scene.lexicon.class;
        // "the Assembly's 47 members"
        if let Some(owner) = self.owner(token).filter(|e| e.classes & classes != 0) {
            return Some(owner.subject);
        }
        for noun in self.candidates(token) {
            if self.scene.sentence.classes_of(noun) & c.member != 0 {
                // "Councilors are elected for four years": theirs, where no body is named with them.
                let body = self.earlier_in_sentence(token, self.body_classes());
                let opens = body.is_none() && self.scene.sentence.nouns[noun].first == 0;
                if classes & c.office != 0 && opens {
                    return self.resolve(noun).map(|e| e.subject);
                }
                // "the council, made up of the mayor and 12 councilors elected for": the council's.
                if body.is_some() && self.is_counted(noun) {
                    return body;
                }
                continue;
            }
            if classes & c.office != 0 && self.is_person_pronoun(noun) {
                let earlier = self.earlier_in_sentence(token, c.office);
                // "The mayor was appointed by the President. He …": of whom the sentence before spoke.
                let spoken = || self.scope.current.as_ref().filter(|e| e.classes & c.office != 0);
                let office = || spoken().or_else(|| self.scope.of_class(c.office));
                if let Some(office) = earlier.or_else(|| office().map(|e| e.subject.clone())) {
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

    pub(super) fn is_person_pronoun(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        n.pronoun && matches!(self.words(n.first, n.last).to_lowercase().as_str(), "he" | "she")
    }

    /// A phrase of these classes before the token in the sentence, nearest first.
    pub(super) fn earlier_in_sentence(&self, token: usize, classes: Mask) -> Option<Subject> {
        let s = self.scene.sentence;
        (0..s.nouns.len())
            .rev()
            .filter(|i| s.nouns[*i].last < token && s.nouns[*i].classes & classes != 0)
            .filter(|i| !self.is_agent(&s.nouns[*i]))
            // "composed of 66 deputies, who are elected": theirs is the assembly's.
            .filter(|i| {
                s.nouns[*i].classes & self.scene.lexicon.class.member == 0 || !self.is_counted(*i)
            })
            .find_map(|i| self.resolve(i))
            .map(|e| e.subject)
    }

    /// "appointed by the President": who does it, not to whom it is done.
    pub(super) fn is_agent(&self, n: &Noun) -> bool {
        let s = self.scene.sentence;
        n.first.checked_sub(1).is_some_and(|b| s.tokens[b].word == self.scene.lexicon.by)
    }

    pub(super) fn person(&self, token: usize) -> Option<Subject> {
        for noun in self.candidates(token) {
            let n = &self.scene.sentence.nouns[noun];
            if n.pronoun {
                break;
            }
            // "The present council was elected on": no person, but whoever it is said of.
            if n.classes & self.body_classes() != 0
                && self.scene.sentence.clause_of(token).is_some_and(|c| c.subject == Some(noun))
            {
                return self.resolve(noun).map(|e| e.subject);
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
}
