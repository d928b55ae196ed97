//! The form of the grammar's files: carriers, their answers, and the fillings of their slots.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chancery::fact::registry::REGISTRY;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::SECTIONS;

/// All carriers and fillings.
pub(super) struct Grammar {
    pub(super) carriers: Vec<Carrier>,
    pub(super) slots: BTreeMap<String, Vec<Filling>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CarrierFile {
    section: String,
    carrier: Vec<Carrier>,
}

/// A sentence with slots, and what it holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Carrier {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) before: Option<String>,
    /// The file's own, where the carrier names none.
    #[serde(default)]
    pub(super) section: String,
    #[serde(default)]
    pub(super) trap: bool,
    pub(super) facts: Vec<Answer>,
}

/// A fact that a carrier holds, its slots not yet filled.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) property: String,
    pub(super) slot: Option<String>,
    pub(super) at: Option<String>,
    pub(super) value: Option<String>,
    pub(super) qualifier: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) of: Option<String>,
    pub(super) time: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FillingFile {
    slot: Vec<Slot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    name: String,
    fillings: Vec<Filling>,
}

/// A surface form and what it means.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filling {
    pub(super) text: String,
    pub(super) value: Option<Meaning>,
    pub(super) value_max: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) qualifier: Option<String>,
    pub(super) of: Option<String>,
    pub(super) stated: Option<StatedAs>,
}

/// A normal form, written as text.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub(super) enum Meaning {
    One(String),
    Several(Vec<String>),
}

/// The value before its conversion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatedAs {
    pub(super) value: String,
    pub(super) unit: String,
}

impl Filling {
    pub(super) fn meaning(&self) -> Meaning {
        self.value.clone().unwrap_or_else(|| Meaning::One(self.text.clone()))
    }
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Literal(&'t str),
    Slot(Mark<'t>),
}

/// `{area}`, `{area.2}` or `{^area}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark<'t> {
    /// `area.2`
    pub(super) key: &'t str,
    /// `area`
    pub(super) slot: &'t str,
    /// 2, and 1 for `{area}`.
    pub(super) nth: usize,
    pub(super) case: Case,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    AsWritten,
    Capital,
}

impl<'t> Mark<'t> {
    fn parse(inside: &'t str) -> Mark<'t> {
        let (key, case) = match inside.strip_prefix('^') {
            Some(key) => (key, Case::Capital),
            None => (inside, Case::AsWritten),
        };
        let (slot, nth) = key.split_once('.').unwrap_or((key, "1"));
        let nth = nth.parse().unwrap_or_else(|_| panic!("`{{{inside}}}`: expected a number"));
        Mark { key, slot, nth, case }
    }
}

/// The parts of a template, in order.
pub(super) fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let (inside, tail) =
            after.split_once('}').unwrap_or_else(|| panic!("`{template}`: a brace is not closed"));
        parts.extend([Part::Literal(literal), Part::Slot(Mark::parse(inside))]);
        rest = tail;
    }
    parts.push(Part::Literal(rest));
    parts
}

/// The slots of a template.
pub(super) fn marks(template: &str) -> impl Iterator<Item = Mark<'_>> {
    parts(template).into_iter().filter_map(|part| match part {
        Part::Literal(_) => None,
        Part::Slot(mark) => Some(mark),
    })
}

impl Carrier {
    /// The slots of its sentence and of the one before it.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark<'_>> {
        self.before.iter().flat_map(|b| marks(b)).chain(marks(&self.text))
    }
}

impl Grammar {
    /// Reads all files of a folder; the carriers in the order of the files' names.
    pub(super) fn read(folder: &Path) -> Grammar {
        let mut carriers = Vec::new();
        let mut slots = BTreeMap::new();
        let mut paths: Vec<_> = fs::read_dir(folder)
            .expect("the grammar's folder can be read")
            .map(|entry| entry.expect("its entries can be read").path())
            .filter(|path| path.extension().is_some_and(|e| e == "toml"))
            .collect();
        paths.sort();
        for path in paths {
            if path.file_name().is_some_and(|name| name == "fillings.toml") {
                let file: FillingFile = read(&path);
                for slot in file.slot {
                    let before = slots.insert(slot.name.clone(), slot.fillings);
                    assert!(before.is_none(), "two slots are named `{}`", slot.name);
                }
                continue;
            }
            let file: CarrierFile = read(&path);
            for mut carrier in file.carrier {
                if carrier.section.is_empty() {
                    carrier.section.clone_from(&file.section);
                }
                carriers.push(carrier);
            }
        }
        Grammar { carriers, slots }
    }

    /// What is wrong with it, a line for each mistake.
    pub(super) fn mistakes(&self) -> Vec<String> {
        let mut mistakes = Vec::new();
        let mut ids = BTreeSet::new();
        let mut used = BTreeSet::from(["city"]);
        for carrier in &self.carriers {
            if !ids.insert(&carrier.id) {
                mistakes.push(format!("{}: two carriers have this id", carrier.id));
            }
            used.extend(carrier.marks().map(|mark| mark.slot));
            let of_carrier = self.mistakes_of(carrier).into_iter();
            mistakes.extend(of_carrier.map(|what| format!("{}: {what}", carrier.id)));
        }
        let unused = self.slots.keys().filter(|slot| !used.contains(slot.as_str()));
        mistakes.extend(unused.map(|slot| format!("fillings.toml: no carrier uses `{slot}`")));
        mistakes
    }

    fn mistakes_of(&self, carrier: &Carrier) -> Vec<String> {
        let mut mistakes = Vec::new();
        if !SECTIONS.iter().any(|(key, _)| *key == carrier.section) {
            mistakes.push(format!("section `{}` has no heading", carrier.section));
        }
        for mark in carrier.marks() {
            match self.slots.get(mark.slot).map(Vec::len) {
                None => mistakes.push(format!("`{}` has no fillings", mark.slot)),
                Some(n) if n < mark.nth => mistakes.push(format!("`{}` has only {n}", mark.slot)),
                Some(_) => {}
            }
        }
        let known: BTreeSet<&str> = carrier.marks().map(|mark| mark.key).collect();
        for answer in &carrier.facts {
            mistakes.extend(answer.mistakes(&carrier.text, &known));
        }
        mistakes
    }
}

impl Answer {
    fn mistakes(&self, text: &str, known: &BTreeSet<&str>) -> Vec<String> {
        let mut mistakes = Vec::new();
        if !REGISTRY.iter().any(|property| property.name == self.property) {
            mistakes.push(format!("`{}` is no property", self.property));
        }
        match (&self.slot, &self.at) {
            (Some(slot), None) if marks(text).all(|mark| mark.key != slot) => {
                mistakes.push(format!("the sentence has no slot `{slot}`"));
            }
            (None, Some(at)) if !text.contains(at.as_str()) => {
                mistakes.push(format!("the sentence has no words `{at}`"));
            }
            (None, Some(at)) if self.value.is_none() => {
                mistakes.push(format!("`{at}` has no value"));
            }
            (Some(_), Some(_)) | (None, None) => {
                mistakes.push(format!("`{}` needs a slot or words", self.property));
            }
            _ => {}
        }
        let templates = [&self.value, &self.subject, &self.of, &self.time];
        for mark in templates.into_iter().flatten().flat_map(|template| marks(template)) {
            // The city is the bulletin's own, whether the sentence names it or not.
            if mark.slot != "city" && !known.contains(mark.key) {
                mistakes.push(format!("`{}` is in an answer only", mark.key));
            }
        }
        mistakes
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
