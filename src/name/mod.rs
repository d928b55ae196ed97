//! Tokens, names, noun phrases and clauses of a sentence, found by lists and neighbours, without a model.

pub mod clause;
mod head;
pub mod noun;
pub mod proper;
pub mod tag;
pub mod token;
mod verb;

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Mask;
use crate::mention::{Mention, Value};
use crate::span::Span;
use clause::Clause;
use noun::Noun;
use proper::Name;
use token::Token;

/// What the passes know of the bulletin before they read its sentences.
pub trait Known: std::fmt::Debug {
    /// Whether these words name a country, a city or another place.
    fn is_place(&self, name: &str) -> bool;
    /// Whether the bulletin writes this word with a capital inside a sentence.
    fn is_capitalized(&self, word: &str) -> bool;
}

/// A sentence made ready for the rules.
#[derive(Debug, Default)]
pub struct Sentence {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its names, in order.
    pub names: Vec<Name>,
    /// Its noun phrases, in order, never overlapping.
    pub nouns: Vec<Noun>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

impl Sentence {
    /// Reads one sentence, in the room of the one read before: `mentions` are those inside `span`, `first` the index of
    /// the first.
    pub fn read(
        &mut self,
        text: &str,
        span: Span,
        mentions: &[Mention],
        first: usize,
        lexicon: &Lexicon,
        known: &dyn Known,
    ) {
        let Sentence { tokens, names, nouns, clauses, .. } = self;
        token::tokenize(text, span, mentions, first, lexicon, tokens);
        proper::collect(text, tokens, mentions, first, lexicon, known, names);
        tag::tag(text, tokens, lexicon);
        let dated = |token: &Token| {
            let mention = token.figure().and_then(|i| mentions.get(i.checked_sub(first)?));
            mention.is_some_and(|m| match &m.value {
                Value::Date(date) => date.start.is_some_and(|point| point.day.is_some()),
                _ => false,
            })
        };
        noun::collect(tokens, names, lexicon, dated, nouns);
        clause::collect(tokens, nouns, lexicon, clauses);
        self.span = span;
    }

    /// The words from token `first` to token `last`, both included.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(a), Some(b)) => a.span.join(b.span),
            _ => Span::default(),
        }
    }

    /// The noun phrase that holds this token.
    pub fn noun_at(&self, token: usize) -> Option<usize> {
        let i = self.nouns.partition_point(|n| n.last < token);
        self.nouns.get(i).filter(|n| n.first <= token).map(|_| i)
    }

    /// The noun phrase that a figure at this token stands in and does not end: of "the 25 old districts" the whole.
    pub fn noun_around(&self, figure: usize) -> Option<usize> {
        self.noun_at(figure + 1).filter(|n| self.nouns[*n].first <= figure)
    }

    /// The name that holds this token.
    pub fn name_at(&self, token: usize) -> Option<usize> {
        let i = self.names.partition_point(|n| n.last < token);
        self.names.get(i).filter(|n| n.first <= token).map(|_| i)
    }

    /// The number of the clause that holds this token.
    pub fn clause_at(&self, token: usize) -> Option<usize> {
        let i = self.clauses.partition_point(|c| c.end <= token);
        self.clauses.get(i).filter(|c| c.start <= token).map(|_| i)
    }

    /// The clause that holds this token.
    pub fn clause_of(&self, token: usize) -> Option<Clause> {
        self.clause_at(token).map(|i| self.clauses[i])
    }

    /// The subject of this token's clause, where it ends before the token.
    pub fn subject_before(&self, token: usize) -> Option<usize> {
        self.clause_of(token)?.subject.filter(|n| self.nouns[*n].last < token)
    }

    /// The token at which this mention stands.
    pub fn token_of(&self, mention: usize) -> Option<usize> {
        self.tokens.iter().position(|t| t.figure() == Some(mention))
    }

    /// Whether "of" joins noun phrase `noun` to the one before it: "the mayors of the 25 districts".
    pub fn is_joined(&self, noun: usize, lexicon: &Lexicon) -> bool {
        noun::is_joined(&self.tokens, &self.nouns, lexicon, noun)
    }

    /// The last token of noun phrase `noun` with the phrases that "of" joins to it.
    pub fn extended(&self, noun: usize, lexicon: &Lexicon) -> usize {
        let mut at = noun;
        while self.is_joined(at + 1, lexicon) {
            at += 1;
        }
        self.nouns.get(at).map_or(0, |n| n.last)
    }

    /// The classes of the noun phrase's head and name.
    pub fn classes_of(&self, noun: usize) -> Mask {
        self.nouns.get(noun).map_or(0, |n| n.classes)
    }
}
