//! The way of the data, in one place: every stage is named here and nowhere else.
//!
//! ```text
//! bytes ─ decode ─▶ Text ─ divide ─▶ Document ─ find ─▶ mentions ─ bind ─▶ drafts ─ settle ─▶ Record
//! ```

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::decode::{self, Text};
use crate::document::{self, Document};
use crate::fact::{self, Bound};
use crate::lexicon::Lexicon;
use crate::mention::{self, Mention};
use crate::place::{self, Gazette};
use crate::record::Record;
use crate::rules::own::{Holds, Own, Property};
use crate::rules::{BUILT_IN, Rules, Silent, Trace};
use crate::settle;

/// The rules and words of one run.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    rules: Rules,
    own: Own,
    fingerprint: [u8; 32],
}

/// The built-in rules, compiled at their first use.
static BUILT: LazyLock<Extractor> = LazyLock::new(|| {
    Extractor::new(BUILT_IN).expect("the built-in rules compile, as a test assures")
});

impl Extractor {
    /// Compiles rule files given as (name, content).
    ///
    /// # Errors
    /// A message with the file, the rule and what is wrong with it.
    pub fn new(files: &[(&str, &str)]) -> Result<Extractor, String> {
        Extractor::compile(&[], files)
    }

    /// The built-in rules with those of the user, given as (name, content); see [`crate::rules::own`].
    ///
    /// # Errors
    /// A message with the file, line and column, the rule and what is wrong with it.
    pub fn with_own(files: &[(&str, &str)]) -> Result<Extractor, String> {
        Extractor::compile(files, BUILT_IN)
    }

    fn compile(own: &[(&str, &str)], files: &[(&str, &str)]) -> Result<Extractor, String> {
        let mut lexicon = Lexicon::english()?;
        let fingerprint = fingerprint(own, files);
        let (rules, own) = Rules::compile(own, files, &mut lexicon)?;
        Ok(Extractor { lexicon, rules, own, fingerprint })
    }

    /// The extractor with the built-in rules.
    pub fn built_in() -> &'static Extractor {
        &BUILT
    }

    /// Its rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// A hash over its rules and words: with the same one the same program makes the same records.
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// The properties that the user declares.
    pub fn properties(&self) -> &[Property] {
        &self.own.properties
    }

    /// Those of them whose values are dates, by name.
    pub fn own_dates(&self) -> impl Iterator<Item = String> {
        let dates = self.properties().iter().filter(|p| p.holds == Some(Holds::Date));
        dates.map(|p| p.name.clone())
    }

    /// Its words.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Divides a text into sections, paragraphs and sentences.
    pub fn divide(&self, source: &Text) -> Document {
        let mut document = document::divide(source, &self.lexicon.abbreviations);
        self.name_sections(&mut document);
        document
    }

    /// Gives sections with a heading that only the user knows their key.
    fn name_sections(&self, document: &mut Document) {
        for section in document.sections.iter_mut().filter(|s| !s.known) {
            let key = section.heading.as_deref().and_then(|heading| self.own.key_of(heading));
            if let Some(key) = key {
                section.key = key.to_owned();
                section.known = true;
            }
        }
    }

    /// The figures of all paragraphs, in order.
    pub fn find(&self, source: &Text, document: &Document) -> Vec<Mention> {
        let paragraphs = document.sections.iter().flat_map(|s| &s.paragraphs);
        paragraphs.flat_map(|p| mention::find(&source.text, p.span, &self.lexicon.units)).collect()
    }

    /// Binds the figures of a divided bulletin to facts.
    pub fn bind(
        &self,
        source: &Text,
        document: &Document,
        mentions: &[Mention],
        gazette: &Gazette<'_>,
        trace: &mut impl Trace,
    ) -> Bound {
        let input = fact::Input {
            text: &source.text,
            document,
            mentions,
            city: &gazette.city,
            known: gazette,
            lexicon: &self.lexicon,
            rules: &self.rules,
            own: &self.own,
        };
        fact::bind(input, trace)
    }

    /// One bulletin in, one record out. `path` is kept in the record and tells by its ending whether it is a page.
    pub fn extract(&self, id: &str, path: &str, bytes: &[u8], trace: &mut impl Trace) -> Record {
        let read = self.read(path, bytes);
        self.settle((id, path, bytes), &read, trace)
    }

    /// As [`Extractor::extract`], but of a bulletin with at most so many figures: the work, and the size of the record,
    /// grow with their number.
    ///
    /// # Errors
    /// How many there are, where they are more.
    pub fn extract_within(
        &self,
        id: &str,
        path: &str,
        bytes: &[u8],
        most: usize,
        trace: &mut impl Trace,
    ) -> Result<Record, usize> {
        let read = self.read(path, bytes);
        let figures = read.mentions.len();
        if figures > most { Err(figures) } else { Ok(self.settle((id, path, bytes), &read, trace)) }
    }

    fn read(&self, path: &str, bytes: &[u8]) -> Read {
        let source = decode::decode(bytes, decode::Hint::of(std::path::Path::new(path)));
        let document = self.divide(&source);
        let mentions = self.find(&source, &document);
        Read { source, document, mentions }
    }

    fn settle(
        &self,
        (id, path, bytes): (&str, &str, &[u8]),
        read: &Read,
        trace: &mut impl Trace,
    ) -> Record {
        let Read { source, document, mentions } = read;
        let gazette = place::identify(&source.text, document);
        let Bound { drafts, claims, yearless } =
            self.bind(source, document, mentions, &gazette, trace);
        let parts = settle::Parts {
            id,
            path,
            bytes,
            source,
            document,
            mentions,
            units: &self.lexicon.units,
            gazette: &gazette,
            claims: &claims,
            yearless: &yearless,
        };
        settle::settle(parts, drafts)
    }
}

/// The words that the lexicon is made of.
const WORDS: &[(&str, &str)] = &[("words.toml", include_str!("lexicon/en/words.toml"))];

/// Of what the files hold and of their order; not of their names, which only messages speak of.
fn fingerprint(own: &[(&str, &str)], files: &[(&str, &str)]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for (kind, files) in [("own", own), ("rules", files), ("words", WORDS)] {
        for (_, content) in files {
            let content = content.replace("\r\n", "\n");
            hash.update(format!("{kind} {}\n{content}", content.len()));
        }
    }
    hash.finalize().into()
}

/// A bulletin before its figures are bound.
struct Read {
    source: Text,
    document: Document,
    mentions: Vec<Mention>,
}

/// One bulletin in, one record out, by the built-in rules.
pub fn extract(id: &str, path: &str, bytes: &[u8]) -> Record {
    Extractor::built_in().extract(id, path, bytes, &mut Silent)
}
