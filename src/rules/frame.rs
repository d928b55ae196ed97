//! Frames: what a date means by the verb that governs it, whatever stands between them and in whatever order.
//!
//! A pattern reads words side by side; a frame reads the clause. "On 3 May 1984 the two sides, in the presence of
//! guests, signed an agreement" and "the agreement was at last signed by both on 3 May 1984" are one frame.

use serde::Deserialize;

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Form, Mask};
use crate::name::clause::Clause;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag};

use super::figure;
use super::matcher::{Bound, Found, Scene};
use super::pattern::{self, Role, Words};

/// A frame as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameText {
    /// The governing verb, as an item of the pattern language: `found/establish/@sign`.
    pub verb: String,
    /// A word that must stand close behind the verb: `office` in "took office".
    pub with: Option<String>,
    /// Classes one of which the patient must have: what is founded, signed, elected.
    pub patient: Option<String>,
    /// Classes the patient must not have.
    pub not_patient: Option<String>,
    /// A word that the patient's phrase must hold.
    pub patient_word: Option<String>,
}

/// A compiled frame.
#[derive(Clone, Debug)]
pub struct Frame {
    verb: Words,
    with: Option<Words>,
    patient: Option<Mask>,
    not_patient: Mask,
    patient_word: Option<Words>,
}

/// A date with the verb that governs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Governed {
    /// The date's token.
    pub date: usize,
    /// The verb's.
    pub verb: usize,
    /// What the verb is done to, or what does it where it takes no object.
    pub patient: Option<usize>,
}

/// Tokens after the verb among which `with` must stand.
const CLOSE: usize = 6;

impl Frame {
    /// Compiles a frame.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn compile(text: &FrameText, lexicon: &mut Lexicon) -> Result<Frame, String> {
        let mut words =
            |w: &Option<String>| w.as_deref().map(|w| pattern::words(w, lexicon)).transpose();
        let (with, patient_word) = (words(&text.with)?, words(&text.patient_word)?);
        let verb = pattern::words(&text.verb, lexicon)?;
        let mask = |classes: &Option<String>| {
            classes.as_deref().map_or(Ok(0), |c| {
                c.split('/').try_fold(0, |all, name| {
                    let bit = lexicon
                        .vocabulary
                        .class(name)
                        .ok_or_else(|| format!("unknown class `{name}`"))?;
                    Ok::<Mask, String>(all | bit)
                })
            })
        };
        let patient = mask(&text.patient)?;
        let not_patient = mask(&text.not_patient)?;
        Ok(Frame {
            verb,
            with,
            patient: (patient != 0).then_some(patient),
            not_patient,
            patient_word,
        })
    }

    /// Its items of words.
    pub(super) fn words(&mut self) -> impl Iterator<Item = &mut Words> {
        [&mut self.verb].into_iter().chain(&mut self.with).chain(&mut self.patient_word)
    }

    /// Whether the frame fits a governed date.
    pub fn fits(&self, scene: Scene<'_>, governed: Governed) -> Option<Found> {
        let s = scene.sentence;
        if !scene.fitting.at(governed.verb, &self.verb) {
            return None;
        }
        if let Some(with) = &self.with {
            let close = governed.verb + 1..(governed.verb + 1 + CLOSE).min(s.tokens.len());
            if !close.into_iter().any(|i| scene.fitting.at(i, with)) {
                return None;
            }
        }
        let wants_patient = self.patient.is_some() || self.patient_word.is_some();
        let noun = governed.patient;
        if let Some(n) = noun {
            let classes = s.classes_of(n);
            let fits = self.patient.is_none_or(|mask| classes & mask != 0)
                && classes & self.not_patient == 0;
            let last = phrase_end(scene, n);
            let holds = |word: &Words| (s.nouns[n].first..=last).any(|i| scene.fitting.at(i, word));
            if !fits || !self.patient_word.as_ref().is_none_or(holds) {
                return None;
            }
        } else if wants_patient {
            return None;
        }
        let bound = noun.map(|n| {
            let phrase = &s.nouns[n];
            Bound { role: Role::Subject, first: phrase.first, last: phrase.last, noun: Some(n) }
        });
        Some(Found {
            value: (governed.date, governed.date),
            bound: bound.into_iter().collect(),
            matched: 1 + usize::from(self.with.is_some()) + usize::from(wants_patient),
            skipped: 0,
        })
    }
}

/// The dates of a sentence with their verbs.
pub fn governed(scene: Scene<'_>) -> Vec<Governed> {
    let s = scene.sentence;
    let dates = (0..s.tokens.len()).filter(|i| scene.figures_at(*i) & figure::DATE != 0);
    dates.filter_map(|date| govern(scene, date)).collect()
}

/// The verb that governs the date at a token, and its patient.
pub fn govern(scene: Scene<'_>, date: usize) -> Option<Governed> {
    let s = scene.sentence;
    let clause = s.clause_of(date)?;
    let mut at = date;
    while at > clause.start {
        at -= 1;
        let token = &s.tokens[at];
        if matches!(token.kind, Kind::Sign(';' | ':')) {
            break;
        }
        if Some(at) == clause.verb {
            return Some(by_verb(scene, at, date, clause));
        }
        if is_past_participle(scene, at) {
            let before = participle_host(scene, at, clause.start);
            let patient =
                before.or_else(|| clause.subject.filter(|_| clause.verb.is_some_and(|v| v > date)));
            return Some(Governed { date, verb: at, patient });
        }
    }
    let verb = clause.verb.filter(|v| *v > date)?;
    Some(by_verb(scene, verb, date, clause))
}

/// The clause's verb with its patient; of "was on 1 May, before the council, sworn in" the participle.
fn by_verb(scene: Scene<'_>, verb: usize, date: usize, clause: Clause) -> Governed {
    let s = scene.sentence;
    if s.tokens[verb].is(scene.lexicon.class.be) {
        let late = (verb + 2..clause.end.min(s.tokens.len())).find(|i| {
            let token = &s.tokens[*i];
            let parted = s.tokens[i - 1].is_sign(',')
                || matches!(s.tokens[i - 1].tag, Tag::Adv | Tag::Figure);
            let past = matches!(token.tag, Tag::Participle | Tag::Verb)
                && token.has_form(scene.lexicon, Form::Ed);
            parted && past && !token.is(scene.lexicon.class.aux)
        });
        if let Some(late) = late {
            return Governed { date, verb: late, patient: clause.subject };
        }
    }
    Governed { date, verb, patient: patient(scene, verb, date, clause.subject) }
}

/// "established in 1990", no infinitive.
fn is_past_participle(scene: Scene<'_>, at: usize) -> bool {
    let s = scene.sentence;
    let token = &s.tokens[at];
    let infinitive = at > 0 && s.tokens[at - 1].word == scene.lexicon.to;
    let ing = token.has_form(scene.lexicon, Form::Ing) && !token.has_form(scene.lexicon, Form::Ed);
    token.tag == Tag::Participle && !infinitive && !ing && !token.is(scene.lexicon.class.aux)
}

/// The phrase that a participle follows: "the garden, laid out in".
fn participle_host(scene: Scene<'_>, at: usize, floor: usize) -> Option<usize> {
    let s = scene.sentence;
    let mut end = at;
    while end > floor && (s.tokens[end - 1].tag == Tag::Adv || s.tokens[end - 1].is_sign(',')) {
        end -= 1;
    }
    let mut i = s.nouns.iter().rposition(|n| n.last + 1 == end && n.first >= floor)?;
    // "the garden of the palace": the first of phrases that prepositions join.
    while i > 0 {
        let (left, right) = (&s.nouns[i - 1], &s.nouns[i]);
        let link = &s.tokens[left.last + 1];
        let joined = right.first == left.last + 2
            && (link.word == scene.lexicon.of || end < at && link.tag == Tag::Prep);
        if !joined || left.first < floor {
            break;
        }
        i -= 1;
    }
    Some(i)
}

/// The object of an active verb, else the subject.
fn patient(scene: Scene<'_>, verb: usize, date: usize, subject: Option<usize>) -> Option<usize> {
    let s = scene.sentence;
    let passive = s.tokens[..verb]
        .iter()
        .rev()
        .take_while(|t| matches!(t.tag, Tag::Adv | Tag::Verb))
        .any(|t| t.is(scene.lexicon.class.be));
    if passive {
        return subject;
    }
    let object = |n: &Noun| {
        n.first > verb
            && !n.pronoun
            && s.tokens[verb + 1..n.first].iter().enumerate().all(|(i, t)| {
                let dated = verb + 1 + i == date;
                dated
                    || matches!(t.tag, Tag::Adv)
                    || t.is(scene.lexicon.class.incumbent)
                    || t.tag == Tag::Prep && before_date(scene, verb + 1 + i)
                    || t.is_sign(',')
                    || is_particle(scene, verb + 1 + i)
            })
    };
    s.nouns.iter().position(object).or(subject)
}

/// The last token of a phrase with all that prepositions join to it: "the agreement on the establishment of ties".
fn phrase_end(scene: Scene<'_>, noun: usize) -> usize {
    let s = scene.sentence;
    let from = s.nouns[noun].last;
    let border = |t: &&crate::name::token::Token| {
        matches!(t.tag, Tag::Verb | Tag::Figure | Tag::Sign | Tag::Rel | Tag::Sub)
    };
    from + s.tokens[from + 1..].iter().take_while(|t| !border(t)).count()
}

fn before_date(scene: Scene<'_>, at: usize) -> bool {
    scene.figures_at(at + 1) & figure::DATE != 0
}

/// "up" in "set up", "out" in "laid out".
fn is_particle(scene: Scene<'_>, at: usize) -> bool {
    scene.lexicon.particles.contains(&scene.sentence.tokens[at].word)
}
