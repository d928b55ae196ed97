//! Rules as data: what is kept in `en/*.toml`, and how a sentence finds the rules that fit it.
//!
//! # The form of a rule
//!
//! ```toml
//! [[rule]]
//! id = "area.covers"                     # unique; its first part names the property as a rule
//! property = "area"                      # a name of the registry, or `reason` for a figure that is none
//! pattern = "cover .. area of {value:area}"   # see `pattern`; `patterns` takes a list
//! tier = "plain"                         # never, special, plain (if absent) or generic
//! subject = "city"                       # optional: what the value is said of, where the pattern has no slot
//! of = "land"                            # optional: fixed words for `of`
//! examples = [ { text = "The city covers an area of 12.5 square kilometers.", value = 12.5, unit = "km2", subject = "CITY" } ]
//! counter_examples = [ { text = "The museum covers 12.5 square kilometers.", not = "the city's area" } ]
//! ```

mod beside;
pub mod figure;
pub mod frame;
pub mod index;
mod insertion;
pub mod list;
pub mod matcher;
pub mod own;
pub mod pattern;

use serde::Deserialize;

use crate::lexicon::Lexicon;
use crate::name::Sentence;
use frame::{Frame, FrameText};
use index::{Fitting, Index};
use matcher::{Found, Scene};
use own::Own;
use pattern::Sequence;

/// The built-in rule files: name and content, in the order that breaks ties.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("never.toml", include_str!("en/never.toml")),
    ("places.toml", include_str!("en/places.toml")),
    ("bodies.toml", include_str!("en/bodies.toml")),
    ("holders.toml", include_str!("en/holders.toml")),
    ("economy.toml", include_str!("en/economy.toml")),
    ("founding.toml", include_str!("en/founding.toml")),
    ("relations.toml", include_str!("en/relations.toml")),
    ("events.toml", include_str!("en/events.toml")),
    ("measures.toml", include_str!("en/measures.toml")),
    ("names.toml", include_str!("en/names.toml")),
    ("frames.toml", include_str!("en/frames.toml")),
    ("generic.toml", include_str!("en/generic.toml")),
];

/// How particular a rule is: a candidate of an earlier tier wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The figure is none: it is passed over.
    Never,
    /// Wins over every plain reading.
    Special,
    /// The usual.
    #[default]
    Plain,
    /// Takes what is left.
    Generic,
}

/// A file of rules as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The rules, in order.
    #[serde(default)]
    pub rule: Vec<RuleText>,
}

/// A rule as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    /// Unique name.
    pub id: String,
    /// The property it gives; absent in a rule that passes over.
    pub property: Option<String>,
    /// Why the figure is none.
    pub reason: Option<String>,
    /// How particular it is.
    #[serde(default)]
    pub tier: Tier,
    /// One pattern.
    pub pattern: Option<String>,
    /// Several patterns with one meaning.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Instead of a pattern: the verb that governs a date, see [`frame`].
    pub frame: Option<FrameText>,
    /// Where the subject comes from: see [`crate::fact::subject`].
    pub subject: Option<String>,
    /// Fixed words for `of`.
    pub of: Option<String>,
    /// The unit of a number that the text gives none: "each square kilometer holds 2,793 inhabitants" is `/km2`.
    pub unit: Option<String>,
    /// The value with its sign turned: a fall.
    #[serde(default)]
    pub negative: bool,
    /// Keys of the sections it is confined to; empty means any.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Keys of the sections it is kept out of.
    #[serde(default)]
    pub not_sections: Vec<String>,
    /// What must come out.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// What must not.
    #[serde(default)]
    pub counter_examples: Vec<CounterExample>,
}

/// A small bulletin about a city called CITY, and the fact that this rule makes of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A sentence or two.
    pub text: String,
    /// The fact's value: a number, a text or a list.
    pub value: Option<toml::Value>,
    /// The upper end of a range.
    pub value_max: Option<toml::Value>,
    /// Its unit.
    pub unit: Option<String>,
    /// Its qualifier.
    pub qualifier: Option<String>,
    /// Its subject; CITY is the city.
    pub subject: Option<String>,
    /// Its `of`.
    pub of: Option<String>,
    /// Its time.
    pub time: Option<String>,
}

/// A sentence of which this rule must make nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterExample {
    /// A sentence or two.
    pub text: String,
    /// What it must not be taken for.
    pub not: String,
}

/// A compiled rule.
#[derive(Debug)]
pub struct Rule {
    /// As written.
    pub text: RuleText,
    /// The readings of its patterns.
    pub sequences: Vec<Sequence>,
    /// Its frame, where it has no pattern.
    pub frame: Option<Frame>,
    /// Whether it is the user's: it comes before the built-in ones of its tier.
    pub own: bool,
}

impl Rule {
    /// Whether it applies in some sections alone.
    fn is_confined(&self) -> bool {
        !self.text.sections.is_empty() || !self.text.not_sections.is_empty()
    }

    /// Whether it applies in sections with this key.
    pub fn works_in(&self, key: &str) -> bool {
        let named = |keys: &[String]| keys.iter().any(|k| k == key);
        (self.text.sections.is_empty() || named(&self.text.sections))
            && !named(&self.text.not_sections)
    }
}

/// All rules, with the index that finds those which can fit a sentence.
#[derive(Debug)]
pub struct Rules {
    /// In file order.
    pub all: Vec<Rule>,
    index: Index,
    /// Rules with a frame.
    framed: Vec<usize>,
}

/// A rule's proposal for a value.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Index of the rule.
    pub rule: usize,
    /// How it fits.
    pub found: Found,
}

impl Rules {
    /// Compiles rule files given as (name, content): those of the user, see [`own`], and others.
    ///
    /// # Errors
    /// A message with the file, the rule and what is wrong; of the user's files with line and column.
    pub fn compile(
        own: &[(&str, &str)],
        files: &[(&str, &str)],
        lexicon: &mut Lexicon,
    ) -> Result<(Rules, Own), String> {
        // The user's words must not clash with those of the other rules, so these come first; in the order of rules last.
        let mut others = Vec::new();
        for (name, content) in files {
            let file: RuleFile = toml::from_str(content).map_err(|e| format!("{name}: {e}"))?;
            for text in file.rule {
                let rule = compile_rule(text, lexicon).map_err(|e| format!("{name}: {e}"))?;
                others.push(rule);
            }
        }
        let (beside, mut all) = Own::read(own, lexicon, &others)?;
        all.append(&mut others);
        let index = Index::new(&mut all, lexicon);
        let framed = (0..all.len()).filter(|r| all[*r].frame.is_some()).collect();
        Ok((Rules { all, index, framed }, beside))
    }

    /// What the words of a sentence fit.
    pub fn fitting(&self, sentence: &Sentence, lexicon: &Lexicon) -> Fitting<'_> {
        self.index.fitting(sentence, lexicon)
    }

    /// All rules that fit somewhere in a sentence of the section `key`.
    pub fn propose(&self, scene: Scene<'_>, key: &str, trace: &mut impl Trace) -> Vec<Proposal> {
        let mut proposals = Vec::new();
        // Many patterns seek their value among the same chunks.
        let mut known: Vec<(usize, Vec<(usize, usize)>)> = Vec::new();
        let figures = scene.figures.iter().fold(0, |all, bits| all | bits);
        let nearly = trace.wants_misses();
        for entry in self.index.candidates(scene.fitting, figures, nearly) {
            let rule = &self.all[entry.rule];
            if entry.confined && !rule.works_in(key) {
                continue;
            }
            let at = known.iter().position(|(anchor, _)| *anchor == entry.anchor);
            let at = at.unwrap_or_else(|| {
                let slot = self.index.anchors[entry.anchor];
                known.push((entry.anchor, matcher::anchors(scene, slot)));
                known.len() - 1
            });
            for (first, last) in known[at].1.iter().copied() {
                if !nearly && !beside::may_match(scene, entry.beside, (first, last)) {
                    continue;
                }
                let sequence = &rule.sequences[entry.sequence];
                let mut furthest = 0;
                let found = matcher::match_at(scene, sequence, first, last, &mut furthest);
                trace.tried(rule, sequence, first, furthest, found.is_some());
                proposals.extend(found.map(|found| Proposal { rule: entry.rule, found }));
            }
        }
        self.propose_frames(scene, key, &mut proposals);
        proposals
    }

    fn propose_frames(&self, scene: Scene<'_>, key: &str, proposals: &mut Vec<Proposal>) {
        for governed in frame::governed(scene) {
            for r in self.framed.iter().copied() {
                let rule = &self.all[r];
                let found = rule.frame.as_ref().and_then(|f| f.fits(scene, governed));
                let found = found.filter(|_| rule.works_in(key));
                proposals.extend(found.map(|found| Proposal { rule: r, found }));
            }
        }
    }
}

fn compile_rule(text: RuleText, lexicon: &mut Lexicon) -> Result<Rule, String> {
    let mut sequences = Vec::new();
    for pattern in text.pattern.iter().chain(&text.patterns) {
        let compiled = pattern::compile(pattern, lexicon)
            .map_err(|e| format!("rule `{}`, pattern `{pattern}`: {e}", text.id))?;
        sequences.extend(compiled);
    }
    let frame = text.frame.as_ref().map(|f| Frame::compile(f, lexicon)).transpose();
    let frame = frame.map_err(|e| format!("rule `{}`, frame: {e}", text.id))?;
    if sequences.is_empty() && frame.is_none() {
        return Err(format!("rule `{}`: expected a pattern, but found none", text.id));
    }
    if text.property.is_some() == text.reason.is_some() {
        return Err(format!("rule `{}`: expected either a property or a reason", text.id));
    }
    Ok(Rule { text, sequences, frame, own: false })
}

/// What became of a rule's proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has the value.
    Taken,
    /// Another proposal had the figure before.
    Lost,
    /// It makes no fact: the value is known already, or is none.
    Refused,
}

/// What `explain` sees of the rules at work; the silent one costs nothing.
pub trait Trace {
    /// Whether patterns are tried too of which some word is missing in the sentence.
    fn wants_misses(&self) -> bool;
    /// A sentence begins: what follows counts its tokens.
    fn sentence(&mut self, sentence: &Sentence);
    /// A pattern was tried on a value that begins at token `at`, and got as far as `furthest` items.
    fn tried(&mut self, rule: &Rule, sequence: &Sequence, at: usize, furthest: usize, fits: bool);
    /// A proposal for a value that begins at token `at` was decided on.
    fn decided(&mut self, rule: &Rule, at: usize, verdict: Verdict);
}

/// Sees nothing.
#[derive(Debug, Default, Clone, Copy)]
pub struct Silent;

impl Trace for Silent {
    fn wants_misses(&self) -> bool {
        false
    }
    fn sentence(&mut self, _: &Sentence) {}
    fn tried(&mut self, _: &Rule, _: &Sequence, _: usize, _: usize, _: bool) {}
    fn decided(&mut self, _: &Rule, _: usize, _: Verdict) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_rules_compile() {
        let mut lexicon = Lexicon::english().expect("the lexicon is well formed");
        let (rules, _) =
            Rules::compile(&[], BUILT_IN, &mut lexicon).unwrap_or_else(|e| panic!("{e}"));
        let mut ids: Vec<_> = rules.all.iter().map(|r| r.text.id.as_str()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "two rules with one id");
    }
}
