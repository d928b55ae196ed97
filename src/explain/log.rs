//! What the rules did, noted while they were at work.

use crate::name::Sentence;
use crate::rules::pattern::{Item, Sequence};
use crate::rules::{Rule, Trace, Verdict};
use crate::span::Span;

/// Notes what the rules try on one bulletin.
#[derive(Debug, Default)]
pub struct Log {
    pub(super) sentences: Vec<Noted>,
}

/// What was tried in one sentence.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// Its bytes.
    pub(super) span: Span,
    /// In the order in which they were made.
    pub(super) attempts: Vec<Attempt>,
    tokens: Vec<Span>,
}

/// A pattern tried on a value.
#[derive(Debug)]
pub(super) struct Attempt {
    /// The rule's id.
    pub(super) rule: String,
    /// The first token of the value.
    pub(super) at: Span,
    /// The items of the pattern beside its value.
    pub(super) items: usize,
    /// How many of them were found.
    pub(super) reached: usize,
    /// How many of those are more than a gap.
    pub(super) solid: usize,
    /// The first item that was not found, and on which side of the value.
    pub(super) wanted: Option<(Item, Side)>,
    /// What became of it; none where it does not fit.
    pub(super) verdict: Option<Verdict>,
    /// Whether all items were found.
    pub(super) fits: bool,
}

/// A side of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Noted {
    fn token(&self, at: usize) -> Span {
        self.tokens.get(at).copied().unwrap_or_default()
    }
}

impl Trace for Log {
    fn wants_misses(&self) -> bool {
        true
    }

    fn sentence(&mut self, sentence: &Sentence) {
        let tokens = sentence.tokens.iter().map(|t| t.span).collect();
        self.sentences.push(Noted { span: sentence.span, attempts: Vec::new(), tokens });
    }

    fn tried(&mut self, rule: &Rule, sequence: &Sequence, at: usize, furthest: usize, fits: bool) {
        let Some(noted) = self.sentences.last_mut() else { return };
        let items = || sequence.left.iter().chain(&sequence.right);
        let side = if furthest < sequence.left.len() { Side::Before } else { Side::After };
        let reached = if fits { items().count() } else { furthest };
        noted.attempts.push(Attempt {
            rule: rule.text.id.clone(),
            at: noted.token(at),
            items: items().count(),
            reached,
            solid: items()
                .take(reached)
                .filter(|i| !matches!(i, Item::Gap { .. } | Item::Start))
                .count(),
            wanted: items().nth(reached).map(|item| (item.clone(), side)),
            verdict: None,
            fits,
        });
    }

    fn decided(&mut self, rule: &Rule, at: usize, verdict: Verdict) {
        let Some(noted) = self.sentences.last_mut() else { return };
        let at = noted.token(at);
        let mut open = noted.attempts.iter_mut().filter(|a| a.fits && a.verdict.is_none());
        if let Some(attempt) = open.find(|a| a.at == at && a.rule == rule.text.id) {
            attempt.verdict = Some(verdict);
        }
    }
}
