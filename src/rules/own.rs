//! Rules of one's own: a file in the form of the built-in ones, with properties, words and headings beside them.
//!
//! ```toml
//! [[property]]
//! name = "x_saunas"                      # begins with x_
//! subject = "city"                       # optional: where its rules find their subject
//!
//! [[rule]]                               # as in the built-in files
//! id = "x_saunas.counted"
//! property = "x_saunas"
//! pattern = '{value:number} sauna'
//! examples = [ { text = "CITY has 40 saunas.", value = 40 } ]
//!
//! [nouns]                                # words for the classes that rules speak of: also [verbs] and [words]
//! office = ["landamman"]
//!
//! [headings]                             # bracketed headings, by the key of their section
//! economy = ["Trade Figures"]
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::fact::registry;
use crate::lexicon::Lexicon;

use super::{Rule, RuleText, compile_rule};

/// Words by the class that they belong to.
type Classes = BTreeMap<String, Vec<String>>;

/// A file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnFile {
    #[serde(default)]
    property: Vec<Property>,
    #[serde(default)]
    rule: Vec<RuleText>,
    #[serde(default)]
    words: Classes,
    #[serde(default)]
    nouns: Classes,
    #[serde(default)]
    verbs: Classes,
    #[serde(default)]
    headings: Classes,
}

/// A property that the contract does not know.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Property {
    name: String,
    subject: Option<String>,
}

/// What files of one's own hold beside their rules.
#[derive(Debug, Default)]
pub struct Own {
    /// Headings in lower case, with the key of their section.
    headings: Vec<(String, String)>,
    /// Names of properties.
    properties: Vec<Property>,
}

impl Own {
    /// The key of a section with this heading.
    pub fn key_of(&self, heading: &str) -> Option<&str> {
        let heading = folded(heading);
        self.headings.iter().find(|(spelling, _)| *spelling == heading).map(|(_, key)| key.as_str())
    }

    /// Reads a file and adds its rules to `rules`, its words to the lexicon.
    pub(super) fn read(
        &mut self,
        (name, content): (&str, &str),
        lexicon: &mut Lexicon,
        rules: &mut Vec<Rule>,
    ) -> Result<(), String> {
        let file: OwnFile = toml::from_str(content).map_err(|e| {
            let at = place(content, e.span().map_or(0, |s| s.start));
            format!("{name}:{at}: {}", e.message())
        })?;
        let fault = |words: &str, message: String| {
            format!("{name}:{}: {message}", place(content, find(content, words)))
        };
        let tables = [("words", file.words), ("nouns", file.nouns), ("verbs", file.verbs)];
        for (table, classes) in tables {
            for (class, words) in classes {
                let added = lexicon.vocabulary.extend(table, &class, &words);
                added.map_err(|message| fault(&class, message))?;
            }
        }
        for property in file.property {
            if !property.name.starts_with("x_") {
                let message = format!(
                    "a property of your own begins with x_, so `{}` does not",
                    property.name
                );
                return Err(fault(&property.name, message));
            }
            self.properties.push(property);
        }
        for (key, headings) in file.headings {
            self.headings.extend(headings.iter().map(|h| (folded(h), key.clone())));
        }
        for mut text in file.rule {
            let known = self.checked(&text).map_err(|message| fault(&text.id, message))?;
            if rules.iter().any(|r| r.text.id == text.id) {
                return Err(fault(&text.id, format!("there are two rules `{}`", text.id)));
            }
            text.subject = text.subject.take().or(known);
            let id = text.id.clone();
            let mut rule = compile_rule(text, lexicon).map_err(|message| fault(&id, message))?;
            rule.own = true;
            rules.push(rule);
        }
        Ok(())
    }

    /// The subject that the rule's property declares; an error where nobody knows the property.
    fn checked(&self, rule: &RuleText) -> Result<Option<String>, String> {
        let Some(property) = &rule.property else { return Ok(None) };
        if let Some(own) = self.properties.iter().find(|p| p.name == *property) {
            return Ok(own.subject.clone());
        }
        if registry::REGISTRY.iter().any(|p| p.name == property) {
            return Ok(None);
        }
        Err(format!(
            "rule `{}`: there is no property `{property}`; declare one of your own with [[property]] and a name that begins with x_",
            rule.id
        ))
    }
}

/// One space between words, in lower case.
fn folded(heading: &str) -> String {
    heading.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The byte at which words stand in quotes, or bare as a key.
fn find(content: &str, words: &str) -> usize {
    let quoted = [format!("\"{words}\""), format!("'{words}'")];
    quoted
        .iter()
        .find_map(|q| content.find(q.as_str()))
        .or_else(|| content.find(words))
        .unwrap_or(0)
}

/// Line and column of a byte, from 1.
fn place(content: &str, at: usize) -> String {
    let before = content.get(..at).unwrap_or(content);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    format!("{line}:{column}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(content: &str) -> String {
        let mut lexicon = Lexicon::english().expect("the lexicon is well formed");
        let read = Own::default().read(("own.toml", content), &mut lexicon, &mut Vec::new());
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
