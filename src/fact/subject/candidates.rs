//! The phrases that may be what a value is said of, by where they stand.

use crate::lexicon::vocabulary::Form;
use crate::name::clause::Clause;
use crate::name::noun::Noun;
use crate::name::token::{Kind, Tag};

use super::super::scope::{Class, Subject};
use crate::rules::figure;

use super::Finder;
use super::resolve::ATTRIBUTES;

/// Nouns for the past of a thing: "whose history dates from 1776" dates the thing.
const ORIGINS: [&str; 6] = ["history", "origin", "origins", "roots", "foundation", "beginnings"];

impl Finder<'_> {
    /// "67 counties, which contain": a counted crowd.
    pub(super) fn is_counted(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        // "a two-week camp" is no crowd.
        let counts = |i: usize| {
            s.tokens[i].figure().is_some()
                && self.scene.figures_at(i) & (figure::DURATION | figure::DATE | figure::ORDINAL)
                    == 0
        };
        n.name.is_none() && (n.first..=n.last).any(counts)
    }

    /// A capitalized word that no list knows, at the head of its sentence: "Haifa, which covers".
    pub(super) fn opens_as_name(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[noun];
        n.first == 0 && n.last == 0 && s.tokens[0].word == 0 && s.tokens[0].capital
    }

    /// The likeliest subject of a class that fits: in the clause, else what was spoken of last, else the city.
    pub(in crate::fact) fn fitting(
        &self,
        token: usize,
        fits: impl Fn(Option<Class>) -> bool,
    ) -> Option<Subject> {
        let clause = self.candidates(token).into_iter().filter_map(|n| self.resolve(n));
        let all = self.owner(token).into_iter().chain(clause).chain(self.scope.current.clone());
        let all = all.map(|entity| entity.subject).chain([self.city.subject()]);
        all.into_iter().find(|subject| fits(subject.class))
    }

    /// Noun phrases that may be the subject of the value at `token`, likeliest first.
    pub(super) fn candidates(&self, token: usize) -> Vec<usize> {
        let s = self.scene.sentence;
        let mut all = Vec::new();
        let Some(clause) = s.clause_of(token) else { return all };
        if let Some(own) = self.possessor(token) {
            all.push(own);
        }
        all.extend(self.host(token, clause));
        // "A total of 32.9 million passengers used it"
        let total = |n: usize| {
            let head = &s.tokens[s.nouns[n].last];
            self.scene.lexicon.is_form_of_any(head.word, &["total", "number"])
                && s.extended(n, self.scene.lexicon) > token
        };
        let inside = |n: usize| s.nouns[n].first <= token && (token <= s.nouns[n].last || total(n));
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
    pub(super) fn host(&self, token: usize, clause: Clause) -> Option<usize> {
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
            if let Some(apposed) = self.apposed_before(at, token, clause) {
                return Some(apposed);
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
                // "the capital of Campania, with 959,000 residents": a place that a preposition joins is no host.
                let joined = |n: usize| {
                    let first = s.nouns[n].first;
                    let place = s.nouns[n].name.is_some_and(|i| s.names[i].is_place);
                    place && first > 0 && matches!(s.tokens[first - 1].tag, Tag::Prep | Tag::Conj)
                };
                return host.filter(|n| {
                    !comma
                        || clause.verb.is_none_or(|v| at < v)
                        || s.nouns[*n].name.is_some() && !joined(*n)
                });
            }
            if Some(at) == clause.verb {
                break;
            }
        }
        None
    }

    /// "Gauteng, a province of 18,176 square kilometers with 15.1 million people": the apposition before "of" or "with".
    fn apposed_before(&self, at: usize, token: usize, clause: Clause) -> Option<usize> {
        let s = self.scene.sentence;
        let word = s.tokens[at].word;
        let links =
            word == self.scene.lexicon.with || word == self.scene.lexicon.of && at + 1 == token;
        let before = |n: &Noun| {
            n.last < at && n.first >= clause.start && s.tokens[n.first].tag != Tag::Figure
        };
        let noun = s.nouns.iter().rposition(before).filter(|_| links)?;
        self.apposed(noun, &s.nouns[noun]).map(|_| noun)
    }

    /// "Four of the universities are", "70 percent of the exports go": the figure itself heads the subject.
    pub(super) fn is_part(&self, token: usize, subject: usize) -> bool {
        let s = self.scene.sentence;
        let n = &s.nouns[subject];
        let of = s.tokens.get(token + 1).is_some_and(|t| t.word == self.scene.lexicon.of);
        of && n.first > token + 1
            && s.tokens[token + 2..n.first]
                .iter()
                .all(|t| matches!(t.tag, Tag::Det | Tag::Noun | Tag::Name | Tag::Figure))
    }

    /// "area", "history": a word for something of a thing, never the thing.
    pub(super) fn is_attribute(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        let head = self.words(n.last, n.last).to_lowercase();
        n.name.is_none()
            && (ATTRIBUTES.contains(&head.as_str()) || ORIGINS.contains(&head.as_str()))
    }

    /// "Administrative Divisions": capitals alone, no name of a place, body or thing.
    pub(super) fn is_common(&self, noun: usize) -> bool {
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
    pub(super) fn is_there(&self, noun: usize) -> bool {
        let n = &self.scene.sentence.nouns[noun];
        n.pronoun && self.words(n.first, n.last).eq_ignore_ascii_case("there")
    }

    /// "In the Valley, 40 firms provide": the named thing before a counted subject.
    pub(super) fn fronted(&self, clause: Clause, token: usize) -> Option<usize> {
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
    pub(super) fn origin(&self, clause: Clause, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let counted = &s.nouns[clause.subject?];
        let link = s.tokens.get(counted.last + 1)?;
        let joins = link.word == self.scene.lexicon.of || self.scene.lexicon.from == link.word;
        let noun = s.noun_at(counted.last + 2).filter(|_| joins && counted.first <= token)?;
        s.nouns[noun].name.map(|_| noun)
    }

    /// Where a counted subject is or what it acts on: "20 lines serve the port", "six museums are in the old town".
    pub(super) fn stage(&self, clause: Clause, token: usize) -> Vec<usize> {
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
                let joins = lexicon.is_form_of_any(link, &["join", "attend", "enter"]);
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
    pub(super) fn possessor(&self, token: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let before = token.checked_sub(1)?;
        (s.tokens[before].kind == Kind::Possessive)
            .then(|| s.noun_at(before.checked_sub(1)?))?
            .filter(|n| s.nouns[*n].last < token)
    }

    /// The phrase before a participle: "the Hi-Tech Park, set up in", "a canal completed in".
    pub(super) fn before_participle(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        // "Founded by the king and granted city rights in 1621, the city": a fronted pair speaks of what follows.
        let fronted = s.tokens.get(floor).is_some_and(|t| t.tag == Tag::Participle);
        if fronted && at > floor && s.tokens[at - 1].tag == Tag::Conj {
            return None;
        }
        // ", designed by X and opened in 1973,": both of what stands before the comma.
        let conj = at.checked_sub(1).filter(|i| s.tokens[*i].tag == Tag::Conj);
        let open = conj.and_then(|i| (floor..i).rev().find(|i| s.tokens[*i].is_sign(',')));
        if let Some(first) = open.map(|i| i + 1).filter(|i| s.tokens[*i].tag == Tag::Participle) {
            return self.before_participle(first, floor);
        }
        let mut end = at;
        while end > floor
            && (s.tokens[end - 1].tag == Tag::Adv
                || s.tokens[end - 1].is_sign(',')
                || s.tokens[end - 1].is_sign('('))
        {
            end -= 1;
        }
        // "in its stadium (43,959 seats), completed on": past the bracket.
        if end > floor && s.tokens[end - 1].is_sign(')') {
            end = (floor..end).rev().find(|i| s.tokens[*i].is_sign('(')).unwrap_or(end);
        }
        let noun = self.noun_before(end, floor)?;
        let n = &s.nouns[noun];
        // "is the capital and chief port of the country, situated on": said of the subject.
        let complement = s.clause_of(n.first).filter(|clause| {
            clause.verb.is_some_and(|v| {
                v < n.first && s.tokens[v].is(self.scene.lexicon.class.be) && n.name.is_none()
            })
        });
        if let Some(subject) = complement.and_then(|clause| clause.subject) {
            return Some(subject);
        }
        let ends =
            (noun..s.nouns.len()).any(|i| s.nouns[i].last + 1 == end && s.nouns[i].last >= n.last);
        let figure = s.tokens[n.first].tag == Tag::Figure;
        (ends && !figure).then_some(noun)
    }

    pub(super) fn before_with(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let noun = self.noun_before(at, floor)?;
        let n = &s.nouns[noun];
        let figure = s.tokens[n.first].tag == Tag::Figure;
        // "It is a port with …", "has ties with …": what is said of the subject, unless a thing of its own is meant.
        let c = &self.scene.lexicon.class;
        let clause = s.clause_of(at);
        let object = clause.is_some_and(|x| x.verb.is_some_and(|v| v < n.first));
        let is = clause.is_some_and(|x| x.verb.is_some_and(|v| s.tokens[v].is(c.be)));
        let thing = n.name.is_some()
            || self.is_special_area(n)
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
        // "was elected mayor with 105 votes", "ranked first in Europe with": neither the office nor where.
        // "visited Beijing with 30 entrepreneurs": nor whom.
        let whom = object && !is && n.name.is_some_and(|i| s.names[i].is_place);
        let place = whom
            || self.is_prefixed(noun)
                && n.classes & (c.built | c.institution | c.event | c.natural | c.organization)
                    == 0;
        let office = n.classes & c.office != 0;
        (!figure && (!object || thing && !place && !office)).then_some(noun)
    }

    /// Whether a preposition stands before a phrase.
    fn is_prefixed(&self, noun: usize) -> bool {
        let s = self.scene.sentence;
        s.nouns[noun].first.checked_sub(1).is_some_and(|i| s.tokens[i].tag == Tag::Prep)
    }

    /// The phrase that ends right before token `at`, commas, brackets and dates aside, freed of its prepositional tail.
    pub(super) fn noun_before(&self, at: usize, floor: usize) -> Option<usize> {
        let s = self.scene.sentence;
        let mut i = s.nouns.iter().rposition(|n| n.last < at && n.first >= floor)?;
        loop {
            let n = &s.nouns[i];
            let previous = i.checked_sub(1).filter(|p| s.nouns[*p].first >= floor);
            let before = n.first.checked_sub(1).and_then(|b| s.tokens.get(b));
            match (before, previous) {
                (Some(b), Some(p)) if b.tag == Tag::Prep && s.nouns[p].last + 2 == n.first => i = p,
                // "Slush, a gathering of start-ups launched in": the name before the apposition.
                // But "On the occasion of the anniversary, a week with 12 events": a phrase set before.
                (Some(b), Some(p))
                    if b.is_sign(',')
                        && (s.nouns[p].name.is_some() || !self.is_prefixed(p))
                        && s.tokens[n.first].word == self.scene.lexicon.a
                        && s.nouns[p].last + 2 == n.first =>
                {
                    i = p;
                }
                _ => return Some(i),
            }
        }
    }
}
