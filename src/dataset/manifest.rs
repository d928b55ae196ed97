//! `manifest.json`: what an output was made of, so that the next run knows what it need not make again.
//!
//! It holds no time, no path of a machine and nothing in an order that is not its own, so that it can be kept with the
//! output. One line a bulletin, so that a difference reads well:
//!
//! ```json
//! {
//!   "format": "chancery-manifest/1",
//!   "program": "0.1.0+5f3c9e0b12a4d877",
//!   "rules": "a01f55c2b4e9d310",
//!   "files": {
//!     "facts.csv": "9b6c…",
//!   },
//!   "bulletins": {
//!     "lima": {"path":"lima.txt","sha256":"51aa…","record":"03fe…","facts":2,"generic":0,"unclaimed":0,"warnings":0}
//!   },
//!   "sha256": "77d0…"
//! }
//! ```
//!
//! `program` is the version with a hash over the sources, `rules` a hash over rules and words. A bulletin's
//! `sha256` is of its bytes, `record` of its record's file; where an earlier version made the record, `made_by` names it.
//! The last `sha256` is of all that stands before it: a manifest that does not read or does not add up counts for none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Counts;
use super::hash::Hash;
use crate::pipeline::Extractor;
use crate::source::check_id;

/// Its name in the folder of a dataset.
pub(super) const NAME: &str = "manifest.json";

/// The version of this form.
const FORMAT: &str = "chancery-manifest/1";

/// What stands between the part that the last hash is of, and that hash.
const SEAL: &str = ",\n  \"sha256\": \"";

/// What made a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    /// The program's version and a hash over its sources.
    pub(super) program: String,
    /// A hash over rules and words.
    pub(super) rules: String,
}

impl Version {
    /// That of this program with these rules.
    pub(super) fn of(extractor: &Extractor) -> Version {
        // The build script hashes the sources.
        let program = concat!(env!("CARGO_PKG_VERSION"), "+", env!("CHANCERY_SOURCE")).to_owned();
        let rules = Hash::of(&extractor.fingerprint()).short();
        Version { program, rules }
    }
}

/// A bulletin that has a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its path below the input folder.
    pub(super) path: String,
    /// Of its bytes.
    pub(super) sha256: Hash,
    /// Of its record.
    pub(super) record: Hash,
    /// What its record holds.
    #[serde(flatten)]
    pub(super) counts: Counts,
    /// What made the record, if not what made the manifest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) made_by: Option<Box<Version>>,
}

/// What an output was made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// What made all records whose entry names no other.
    pub(super) version: Version,
    /// The files beside the records, by their names. None after a run that was stopped.
    pub(super) files: BTreeMap<String, Hash>,
    /// By their ids.
    pub(super) bulletins: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    program: String,
    rules: String,
    files: BTreeMap<String, Hash>,
    bulletins: BTreeMap<String, Entry>,
}

impl Manifest {
    /// The manifest of an output, as far as it has a good one. All its entries say which version made them, unless it
    /// was `version`.
    pub(super) fn load(output: &Path, version: &Version) -> Option<Manifest> {
        let mut manifest = Manifest::parse(&fs::read_to_string(output.join(NAME)).ok()?)?;
        if manifest.version != *version {
            let earlier = Box::new(std::mem::replace(&mut manifest.version, version.clone()));
            for entry in manifest.bulletins.values_mut() {
                entry.made_by.get_or_insert_with(|| earlier.clone());
            }
        }
        Some(manifest)
    }

    fn parse(text: &str) -> Option<Manifest> {
        let (sealed, seal) = text.rsplit_once(SEAL)?;
        if seal.strip_suffix("\"\n}\n")?.parse() != Ok(Hash::of(sealed.as_bytes())) {
            return None;
        }
        let written: Written = serde_json::from_str(&format!("{sealed}}}")).ok()?;
        let Written { format, program, rules, files, bulletins } = written;
        // Names become paths of files that may be removed.
        let named = files.keys().chain(bulletins.keys()).all(|name| check_id(name).is_ok());
        let version = Version { program, rules };
        (named && format == FORMAT).then_some(Manifest { version, files, bulletins })
    }

    /// As it is written.
    pub(super) fn text(&self) -> serde_json::Result<String> {
        let Version { program, rules } = &self.version;
        let quoted = serde_json::to_string::<str>;
        let mut text = format!(
            "{{\n  \"format\": {},\n  \"program\": {},\n  \"rules\": {}",
            quoted(FORMAT)?,
            quoted(program)?,
            quoted(rules)?
        );
        lines(&mut text, "files", &self.files)?;
        lines(&mut text, "bulletins", &self.bulletins)?;
        let seal = Hash::of(text.as_bytes());
        text.push_str(&format!("{SEAL}{seal}\"\n}}\n"));
        Ok(text)
    }
}

/// Adds a key with an object whose members stand one a line.
fn lines<T: Serialize>(
    text: &mut String,
    key: &str,
    members: &BTreeMap<String, T>,
) -> serde_json::Result<()> {
    text.push_str(&format!(",\n  \"{key}\": {{"));
    for (number, (name, member)) in members.iter().enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let (name, member) = (serde_json::to_string(name)?, serde_json::to_string(member)?);
        // OK to lose: a string takes whatever is written.
        let _ = write!(text, "{comma}\n    {name}: {member}");
    }
    text.push_str(if members.is_empty() { "}" } else { "\n  }" });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(id: &str) -> Manifest {
        let entry = Entry {
            path: format!("{id}.txt"),
            sha256: Hash::of(b"bytes"),
            record: Hash::of(b"record"),
            counts: Counts { facts: 7, generic: 1, unclaimed: 0, warnings: 2 },
            made_by: None,
        };
        Manifest {
            version: Version { program: "1+ab".into(), rules: "cd".into() },
            files: [("facts.csv".to_owned(), Hash::of(b"facts"))].into(),
            bulletins: [(id.to_owned(), entry)].into(),
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let manifest = manifest("asia/“tokyo”");
        let text = manifest.text().expect("it is written");
        assert_eq!(Manifest::parse(&text), Some(manifest));
        let empty = Manifest::default();
        assert_eq!(Manifest::parse(&empty.text().expect("it is written")), Some(empty));
    }

    #[test]
    fn a_damaged_one_counts_for_none() {
        let text = manifest("lima").text().expect("it is written");
        let damaged = [
            text.replace("\"facts\":7", "\"facts\":8"),
            text.replace("lima.txt", "lima.htm"),
            text.replace('\n', "\r\n"),
            text[..text.len() / 2].to_owned(),
            String::new(),
        ];
        for damaged in damaged {
            assert_eq!(Manifest::parse(&damaged), None, "{damaged}");
        }
        let outside = manifest("../lima").text().expect("it is written");
        assert_eq!(Manifest::parse(&outside), None);
    }

    #[test]
    fn entries_of_another_version_say_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = manifest("lima").text().expect("it is written");
        fs::write(folder.path().join(NAME), text).expect("a file");
        let now = Version { program: "2+ef".into(), rules: "cd".into() };
        let loaded = Manifest::load(folder.path(), &now).expect("it reads");
        let made_by = loaded.bulletins["lima"].made_by.as_deref();
        assert_eq!((made_by.map(|v| v.program.as_str()), &loaded.version), (Some("1+ab"), &now));
    }
}
