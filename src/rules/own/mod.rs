//! Rules of one's own: a file in the form of the built-in ones, with what they speak of beside them.
//!
//! ```toml
//! [[unit]]                               # a unit of measure, found in built-in rules too
//! symbol = "[pyeong]"                    # how the record shows it
//! kind = "area"                          # area, length, mass, temperature, volume, speed, power, energy or other
//! spellings = ["pyeong", "pyeongs"]      # how texts write it; capitals, stops and hyphens make no difference
//! factor = 3.305785                      # one is so many …: a decimal, or a ratio such as "400/121"
//! to = "m2"                              # … of this unit, by its symbol; both or neither
//!
//! [[unit]]
//! symbol = "dB"
//! kind = "other"
//! spellings = ["dB", "decibels"]
//!
//! [abbreviations]                        # words with a stop, by what the stop says of the sentence
//! never = ["Pref.", "Kh."]               # it goes on; such a word may stand in a name
//! before_opener = ["Blk."]               # it ends before a word such as "The"
//! before_capital = ["usw."]              # it ends before any capital
//! number = ["Art."]                      # it goes on before a number, else this is no abbreviation
//!
//! [[property]]
//! name = "x_noise"                       # begins with x_
//! value = "measure"                      # number, ordinal, percent, measure, money, date, duration, text or list
//! unit = "dB"                            # of a number, a measure or money: all its values have it
//! subjects = ["city", "place"]           # what its subject may be, as the record's `subject_kind`
//! subject = "clause"                     # where its rules find the subject: see `fact::subject`
//!
//! [[rule]]                               # as in the built-in files
//! id = "x_noise.level"
//! property = "x_noise"
//! pattern = 'noise .. {value:other}'
//! examples = [ { text = "In CITY the noise reaches 60 decibels.", value = 60, unit = "dB" } ]
//!
//! [nouns]                                # words for the classes that rules speak of: also [verbs] and [words]
//! office = ["landamman"]
//!
//! [headings]                             # bracketed headings, by the key of their section
//! economy = ["Trade Figures"]
//! ```
//!
//! All is optional but what a table cannot do without: `symbol` and `spellings` of a unit, `name` of a property.
//!
//! - **Units.** Areas, lengths, masses and temperatures stand in the record in one unit each, so a unit of theirs has a
//!   `factor`, and a scale of temperatures its zero where Celsius has it; the value as written is kept in `stated`.
//!   Others may stay what they are. A spelling that has a meaning behind a number already, or is a word that the
//!   built-in rules speak of, is a fault.
//! - **Properties.** A figure that is not what `value` says, or of another currency, is not taken; a measure is
//!   converted to `unit` where both measure the same. Where the subject found is none of `subjects`, the nearest that
//!   is one is taken; a rule whose own slot gives another, or that finds none, does not fit.
//!
//! Units of all files are read first, rules last, so that the order of the files only matters between rules.

mod abbreviation;
mod fault;
mod property;
mod unit;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::fact::registry;
use crate::lexicon::Lexicon;

use super::{Rule, RuleText, compile_rule};
use fault::Fault;
use property::PropertyText;
use unit::UnitText;

pub use property::{Holds, Property};

/// Words by the class that they belong to.
type Classes = BTreeMap<Spanned<String>, Vec<String>>;

/// A file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct OwnFile {
    unit: Vec<UnitText>,
    abbreviations: abbreviation::Lists,
    property: Vec<PropertyText>,
    rule: Vec<Spanned<RuleText>>,
    words: Classes,
    nouns: Classes,
    verbs: Classes,
    headings: Classes,
}

/// What files of one's own hold beside their rules and words.
#[derive(Debug, Default)]
pub struct Own {
    /// Headings in lower case, with the key of their section.
    headings: Vec<(String, String)>,
    /// The properties declared.
    pub properties: Vec<Property>,
}

impl Own {
    /// The key of a section with this heading.
    pub fn key_of(&self, heading: &str) -> Option<&str> {
        let heading = folded(heading);
        self.headings.iter().find(|(spelling, _)| *spelling == heading).map(|(_, key)| key.as_str())
    }

    /// The property that is declared under this name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        // Nearly all names are the contract's.
        if !name.starts_with(property::PREFIX) {
            return None;
        }
        self.properties.iter().find(|property| property.name == name)
    }

    /// Reads files given as (name, content): adds their words to the lexicon, and gives their rules beside the rest.
    /// `built_in` are the other rules, whose words are in the lexicon already.
    pub(super) fn read(
        files: &[(&str, &str)],
        lexicon: &mut Lexicon,
        built_in: &[Rule],
    ) -> Result<(Own, Vec<Rule>), String> {
        let mut read = Vec::new();
        for (name, content) in files {
            let file: OwnFile =
                toml::from_str(content).map_err(|e| Fault::of_form(&e).told(name, content))?;
            read.push((*name, *content, file));
        }
        let mut own = Own::default();
        let mut rules = Vec::new();
        for (name, content, file) in &read {
            let units = file.unit.iter().try_for_each(|unit| unit.add_to(lexicon, content));
            let added = units.and_then(|()| file.abbreviations.add_to(lexicon));
            added.map_err(|fault| fault.told(name, content))?;
        }
        for (name, content, file) in &mut read {
            own.add(file, lexicon).map_err(|fault| fault.told(name, content))?;
        }
        for (name, content, file) in read {
            for rule in file.rule {
                let rule = own.compile(rule, content, lexicon, &[built_in, &rules]);
                rules.push(rule.map_err(|fault| fault.told(name, content))?);
            }
        }
        Ok((own, rules))
    }

    /// Adds a file's words, properties and headings.
    fn add(&mut self, file: &mut OwnFile, lexicon: &mut Lexicon) -> Result<(), Fault> {
        let tables = [("words", &file.words), ("nouns", &file.nouns), ("verbs", &file.verbs)];
        for (table, classes) in tables {
            for (class, words) in classes {
                let added = lexicon.vocabulary.extend(table, class.get_ref(), words);
                added.map_err(|message| Fault::of(class, message))?;
            }
        }
        for property in std::mem::take(&mut file.property) {
            self.properties.push(property.declare(&self.properties, lexicon)?);
        }
        for (key, headings) in &file.headings {
            self.headings.extend(headings.iter().map(|h| (folded(h), key.get_ref().clone())));
        }
        Ok(())
    }

    /// Compiles a rule; `others` are those whose ids are taken.
    fn compile(
        &self,
        rule: Spanned<RuleText>,
        content: &str,
        lexicon: &mut Lexicon,
        others: &[&[Rule]],
    ) -> Result<Rule, Fault> {
        let from = rule.span().start;
        let mut text = rule.into_inner();
        let at = find(content, from, &text.id);
        let fault = |message: String| Fault::new(at, message);
        if others.iter().copied().flatten().any(|r| r.text.id == text.id) {
            return Err(fault(format!("there are two rules `{}`", text.id)));
        }
        if let Some(name) = &text.property {
            let declared = self.property(name);
            if declared.is_none() && !registry::REGISTRY.iter().any(|p| p.name == name) {
                return Err(fault(format!(
                    "rule `{}`: there is no property `{name}`; declare one of your own with [[property]] and a name that begins with x_",
                    text.id
                )));
            }
            text.subject = text.subject.take().or(declared.and_then(|p| p.subject.clone()));
        }
        let mut rule = compile_rule(text, lexicon).map_err(fault)?;
        property::check(&rule, &self.properties).map_err(fault)?;
        rule.own = true;
        Ok(rule)
    }
}

/// One space between words, in lower case.
fn folded(heading: &str) -> String {
    heading.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The byte at which words stand in quotes, in the table that begins at `from`.
fn find(content: &str, from: usize, words: &str) -> usize {
    let table = content.get(from..).unwrap_or("");
    let quoted = [format!("\"{words}\""), format!("'{words}'")];
    quoted.iter().filter_map(|q| table.find(q.as_str())).min().map_or(from, |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(content: &str) -> String {
        let mut lexicon = Lexicon::english().expect("the lexicon is well formed");
        let read = Own::read(&[("own.toml", content)], &mut lexicon, &[]);
        read.expect_err("the file has a fault")
    }

    #[test]
    fn faults_name_line_and_column() {
        let cases = [
            ("\n[[rule]\n", "own.toml:2:", ""),
            (
                "[[rule]]\nid = \"a.b\"\nproperty = \"areas\"\npattern = '{value:area}'\n",
                "own.toml:2:6: ",
                "no property `areas`",
            ),
            (
                "[[rule]]\nid = \"a.b\"\nproperty = \"area\"\npattern = '{value:acres}'\n",
                "own.toml:2:6: ",
                "unknown class `acres`",
            ),
            ("[[property]]\nname = \"saunas\"\n", "own.toml:2:8: ", "begins with x_"),
            ("[[rule]]\nid = \"a.b\"\nproperti = \"area\"\n", "own.toml:3:1: ", "unknown field"),
        ];
        for (content, place, words) in cases {
            let told = fault(content);
            assert!(told.starts_with(place) && told.contains(words), "{told}");
        }
    }
}
