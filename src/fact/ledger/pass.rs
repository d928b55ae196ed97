//! Numbers that are no figures: parts of names and labels.

use crate::mention::Value as MentionValue;
use crate::name::token::{Kind, Tag};

use super::super::draft::{Claim, Reason};
use super::Desk;

impl Desk<'_, '_> {
    /// Figures inside names are no figures.
    pub(super) fn pass_names(&mut self) {
        for (at, mention) in self.figures().iter().copied() {
            let malformed = matches!(self.input.mentions[mention].value, MentionValue::Malformed);
            if malformed {
                self.bound.claims[mention] = Claim::Passed(Reason::Malformed);
            } else if self.counts_off(at) {
                self.bound.claims[mention] = Claim::Passed(Reason::Label);
            } else if self.scene.sentence.name_at(at).is_some() || self.glued(at) {
                self.bound.claims[mention] = Claim::Passed(Reason::PartOfName);
            }
        }
    }

    /// "Line 2": a number that ends a name and counts off what the name is of.
    pub(super) fn counts_off(&self, at: usize) -> bool {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let ends = s.name_at(at).is_some_and(|i| s.names[i].last == at && s.names[i].first < at);
        ends && s.tokens[at].spaced && s.tokens[at - 1].is(c.numbered | c.linear)
    }

    /// "G20", "COVID-19": digits that a word holds on to.
    pub(super) fn glued(&self, at: usize) -> bool {
        let token = &self.scene.sentence.tokens[at];
        let text = self.input.text;
        let before = text.get(..token.span.start()).and_then(|t| t.chars().next_back());
        let plain = matches!(
            self.input.mentions[token.figure().unwrap_or(0)].value,
            MentionValue::Number(..) | MentionValue::Date(_)
        );
        // "in mid-July 2014": a part of the month, no word that ends in it.
        let part = ["mid-", "early-", "late-"];
        let part =
            text.get(..token.span.start()).is_some_and(|t| part.iter().any(|p| t.ends_with(p)));
        let hyphen = !part && matches!(before, Some('-' | '+')) && {
            let stem = text
                .get(..token.span.start().saturating_sub(1))
                .and_then(|t| t.chars().next_back());
            stem.is_some_and(char::is_alphabetic)
        };
        // "5G", "3D": a number that a capital follows.
        let after = text.get(token.span.end()..).and_then(|t| t.chars().next());
        let capital = after.is_some_and(char::is_uppercase);
        plain && (before.is_some_and(char::is_alphabetic) || hyphen || capital)
    }

    /// "Maasvlakte 2,": a small number that closes a name.
    pub(super) fn labels_name(&self, at: usize, mention: usize) -> bool {
        let s = self.scene.sentence;
        let small = match &self.input.mentions[mention].value {
            MentionValue::Number(r, crate::mention::NumberForm::Digits) => {
                r.low < rust_decimal::Decimal::ONE_HUNDRED && r.high.is_none()
            }
            _ => false,
        };
        let after_name = at.checked_sub(1).is_some_and(|b| s.tokens[b].tag == Tag::Name);
        let noun_next = s.noun_around(at).is_some();
        small && after_name && !noun_next && !self.is_tally(at)
    }

    /// "Reform Party 45, Centre Party 20": numbers behind names, where seats or parties are told.
    fn is_tally(&self, at: usize) -> bool {
        let s = self.scene.sentence;
        let c = &self.scene.lexicon.class;
        let closes = |i: usize| {
            let next = s.tokens.get(i + 1);
            let ends = next.is_none_or(|t| matches!(t.kind, Kind::Sign(_)) || t.tag == Tag::Conj);
            ends && i > 0 && s.tokens[i - 1].tag == Tag::Name
        };
        closes(at)
            && self.figures().len() > 1
            && s.tokens.iter().any(|t| t.tag == Tag::Noun && t.is(c.member | c.party))
    }

    /// Free numbers that close a name, before they are counted: "Studio 54", "the Group of 77", "Bank of 1,000 Hills".
    pub(super) fn pass_labels(&mut self) {
        for (at, mention) in self.figures().iter().copied() {
            if self.is_free(mention)
                && (self.labels_name(at, mention) || self.is_of_name(at, mention))
            {
                self.bound.claims[mention] = Claim::Passed(Reason::PartOfName);
            }
        }
    }

    /// "the Group of 77", "the Club of 100 Kilometers", "the 798 Art Zone".
    pub(super) fn is_of_name(&self, at: usize, mention: usize) -> bool {
        let s = self.scene.sentence;
        let number = matches!(self.input.mentions[mention].value, MentionValue::Number(..));
        let name_at = |i: Option<usize>| i.is_some_and(|i| s.tokens[i].tag == Tag::Name);
        let of =
            at >= 2 && s.tokens[at - 1].word == self.scene.lexicon.of && name_at(at.checked_sub(2));
        let name_next = s.tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Name);
        let noun_next = s.noun_around(at).is_some();
        let the = at >= 1 && s.tokens[at - 1].word == self.scene.lexicon.the;
        let known = s.name_at(at + 1).is_some_and(|i| s.names[i].first < s.names[i].last);
        of && number && (!noun_next || name_next) || the && number && name_next && known
    }
}
