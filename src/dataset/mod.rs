//! Many bulletins into many records: the files of a dataset, or a stream.
//!
//! The bulletins of a batch are done in parallel and taken in the order of their inputs, some hundreds at a time, so
//! that memory does not grow with the batch and the number of threads leaves no trace in the output. A bulletin that
//! cannot be done keeps none of the others from it.
//!
//! A dataset is built again by what changed alone: its manifest says which bytes and which program made each record. A
//! record is trusted if its own bytes, those of its bulletin and the program are the ones the manifest names, and made
//! again otherwise. So whatever happened to a run before, an output is a function of its input, of the program and of its
//! rules; only where a bulletin cannot be read at all, so that nobody knows what it says, its earlier record stays.

mod batch;
mod claim;
mod difference;
mod fault;
mod file;
mod folder;
mod hash;
mod making;
mod manifest;
mod rejected;
mod run;

use std::num::NonZero;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::record::Record;

pub use batch::{MOST_FIGURES, extract, in_order};
pub use difference::Field;
pub use fault::quiet_faults;
pub use file::Kind;
pub use hash::Hash;
pub use run::build;

/// The folder of the records in that of a dataset.
const RECORDS: &str = "records";

/// The name of a record's file in the folder of a dataset.
fn record_name(id: &str) -> String {
    // An id may hold dots.
    format!("{RECORDS}/{id}.json")
}

/// The id of the record whose file has this name.
fn record_id(name: &str) -> Option<&str> {
    name.strip_prefix(RECORDS)?.strip_prefix('/')?.strip_suffix(".json")
}

/// How to build a dataset.
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// The folder of the bulletins, from which rejected ones are named.
    pub input: &'o Path,
    /// The dataset's folder.
    pub output: &'o Path,
    /// Bulletins worked on at once; as many as there are processors where it is not said.
    pub threads: Option<NonZero<usize>>,
    /// Whether files are written.
    pub mode: Mode,
    /// Whether what an earlier run made is kept.
    pub trust: Trust,
    /// Whether records are told of.
    pub tell: Tell,
}

impl<'o> Options<'o> {
    /// Builds `output` from `input`, on all processors, making what changed.
    pub fn new(input: &'o Path, output: &'o Path) -> Options<'o> {
        let (mode, trust, tell) = Default::default();
        Options { input, output, threads: None, mode, trust, tell }
    }
}

/// Whether a run writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// It does.
    #[default]
    Write,
    /// It only finds out which files it would write or remove.
    Check,
    /// As [`Mode::Check`], and what would change in the records, field by field.
    Compare,
}

/// What a run takes over from an earlier one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// What the manifest says was made of the same bytes by the same program.
    #[default]
    Manifest,
    /// Nothing.
    Nothing,
}

/// Whether a run tells of records besides files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tell {
    /// Of files alone.
    #[default]
    Files,
    /// Also of records with something to look at.
    ToLookAt,
}

/// What a run tells while it is under way, in the order of the bulletins.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'e> {
    /// A file was created, changed or removed, or would be.
    File(&'e Change),
    /// A record has a warning or an unclaimed number; told if [`Tell::ToLookAt`] is asked for.
    ToLookAt(&'e Record),
}

/// What becomes of a file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path below the output, with `/`.
    pub name: String,
    /// What the run does to it.
    pub kind: Kind,
    /// What changes in a record, if [`Mode::Compare`] is asked for.
    pub fields: Vec<Field>,
}

/// What a record holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Facts.
    pub facts: usize,
    /// Those of them that were made by a generic rule, for want of a better one.
    pub generic: usize,
    /// Numbers that no fact covers.
    pub unclaimed: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Counts {
    /// Those of one record.
    pub fn of(record: &Record) -> Counts {
        Counts {
            facts: record.facts.len(),
            generic: record.facts.iter().filter(|f| f.rule.starts_with("generic.")).count(),
            unclaimed: record.unclaimed.len(),
            warnings: record.warnings.len(),
        }
    }

    /// Whether a person should look at the record.
    fn are_to_look_at(self) -> bool {
        self.unclaimed + self.warnings > 0
    }
}

/// What became of a batch.
#[derive(Debug, Default)]
pub struct Report {
    /// Bulletins done.
    pub bulletins: usize,
    /// Those of them that were not extracted, since an earlier run had done so.
    pub unchanged: usize,
    /// Facts in their records.
    pub facts: usize,
    /// Those of them that were made by a generic rule, for want of a better one.
    pub generic: usize,
    /// Numbers that no fact covers.
    pub unclaimed: usize,
    /// Warnings in the records.
    pub warnings: usize,
    /// Ids of the records with unclaimed numbers or warnings, in order.
    pub to_look_at: Vec<String>,
    /// What could not be done.
    pub failures: Vec<Failure>,
    /// Ids whose records were removed, since their bulletins are gone; sorted.
    pub removed: Vec<String>,
    /// Ids of records whose bulletins are gone, as it seems, but since a folder of bulletins could not be read, they
    /// were not removed; sorted.
    pub left: Vec<String>,
    /// Files that were created, changed or removed, or would be.
    pub changes: usize,
}

/// A bulletin that could not be done.
#[derive(Debug)]
pub struct Failure {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Why, with the name of its file.
    pub error: Error,
    /// What became of the record of an earlier run.
    pub earlier: Earlier,
}

impl Failure {
    fn new(id: Option<String>, error: Error) -> Failure {
        Failure { id, error, earlier: Earlier::None }
    }
}

/// What becomes of the earlier record of a bulletin that cannot be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Earlier {
    /// There was none.
    #[default]
    None,
    /// It was kept, in all files: what the bulletin says now is not known.
    Kept,
    /// It was removed.
    Removed,
}

impl Report {
    /// Counts a record.
    pub fn add(&mut self, record: &Record) {
        self.count(&record.id, Counts::of(record));
    }

    fn count(&mut self, id: &str, counts: Counts) {
        if counts.are_to_look_at() {
            self.to_look_at.push(id.to_owned());
        }
        let Counts { facts, generic, unclaimed, warnings } = counts;
        self.bulletins += 1;
        self.facts += facts;
        self.generic += generic;
        self.unclaimed += unclaimed;
        self.warnings += warnings;
    }
}
