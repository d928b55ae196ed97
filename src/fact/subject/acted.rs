//! Dates of what somebody does to another: the city that is given a title.

use crate::rules::frame;

use super::super::scope::{Class, Subject};
use super::Finder;

/// Verbs for giving a title.
const NAMING: &[&str] =
    &["name", "designate", "declare", "recognize", "honor", "award", "inscribe", "accept", "make"];

impl Finder<'_> {
    /// What the date at a token is said of, where the clause's subject does it to the city: in "UNESCO named Riga a City of
    /// Music in 2014" Riga.
    pub(in crate::fact) fn named_by_others(&self, token: usize) -> Option<Subject> {
        let s = self.scene.sentence;
        let lexicon = self.scene.lexicon;
        let governed = frame::govern(self.scene, token)?;
        let verb = governed.verb;
        let names = lexicon.is_form_of_any(s.tokens[verb].word, NAMING);
        let passive = verb > 0 && s.tokens[verb - 1].is(lexicon.class.be);
        let named = governed.patient.filter(|n| names && !passive && s.nouns[*n].first > verb)?;
        let entity = self.resolve(named)?;
        (entity.subject.class == Some(Class::City)).then_some(entity.subject)
    }
}
