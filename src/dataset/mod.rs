//! Many bulletins into many records: in parallel, in order, with memory that does not grow with their number.
//!
//! Bulletins are read and extracted in chunks; a chunk's records are handed on, in the order of the inputs, before the
//! next chunk is read. One bad bulletin harms nobody else: it becomes a [`Failure`] in its place.

mod folder;

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rayon::prelude::*;

use crate::pipeline;
use crate::record::Record;
use crate::source::{self, Input, Listing};

pub use folder::{Error, build};

/// Bulletins that are held in memory at once.
const CHUNK: usize = 256;

/// How to run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Bulletins worked on at once; as many as there are processors where it is not said.
    pub threads: Option<usize>,
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records written.
    pub bulletins: usize,
    /// Facts in them.
    pub facts: usize,
    /// Facts that generic rules made.
    pub generic: usize,
    /// Numbers that nobody claimed.
    pub unclaimed: usize,
    /// Warnings in the records.
    pub warnings: usize,
    /// Bulletins that could not be done.
    pub failed: usize,
    /// Files that are no bulletins.
    pub passed_over: usize,
    /// Records of earlier runs whose bulletins are gone.
    pub removed: usize,
}

impl Summary {
    fn count(&mut self, record: &Record) {
        self.bulletins += 1;
        self.facts += record.facts.len();
        self.generic += record.facts.iter().filter(|f| f.rule.starts_with("generic.")).count();
        self.unclaimed += record.unclaimed.len();
        self.warnings += record.warnings.len();
    }
}

/// A bulletin that could not be done.
#[derive(Debug)]
pub struct Failure {
    /// The id of its record, where it has one.
    pub id: Option<String>,
    /// Its file.
    pub path: PathBuf,
    /// A stable name: the code of [`crate::error::Error`], or `panic`.
    pub code: &'static str,
    message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Failure {
    fn read(input: Option<&Input>, error: &crate::error::Error) -> Failure {
        Failure {
            id: input.map(|i| i.id.clone()),
            path: error.path().to_owned(),
            code: error.code(),
            message: error.to_string(),
        }
    }

    fn panic(input: &Input) -> Failure {
        let path = input.path.display();
        Failure {
            id: Some(input.id.clone()),
            path: input.path.clone(),
            code: "panic",
            message: format!(
                "`{path}` could not be done: the program failed on it, which is a defect; \
                 please report it with the file"
            ),
        }
    }
}

/// Hands the records of all inputs, or what went wrong with them, to `take`, in the order of the inputs; what the
/// listing could not use comes first.
///
/// # Errors
/// What `take` says, which ends the run.
pub fn each(
    listing: &Listing,
    options: Options,
    take: &mut dyn FnMut(Result<Record, Failure>) -> io::Result<()>,
) -> io::Result<()> {
    for problem in &listing.problems {
        take(Err(Failure::read(None, problem)))?;
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.unwrap_or(0)).build();
    let pool = pool.map_err(io::Error::other)?;
    for chunk in listing.inputs.chunks(CHUNK) {
        let outcomes: Vec<_> = pool.install(|| chunk.par_iter().map(extract).collect());
        for outcome in outcomes {
            take(outcome)?;
        }
    }
    Ok(())
}

/// Reads and extracts one bulletin.
fn extract(input: &Input) -> Result<Record, Failure> {
    let bytes = source::read(input).map_err(|error| Failure::read(Some(input), &error))?;
    // A defect in the extraction of one bulletin must not take the others with it. Extraction keeps no state between
    // bulletins, so nothing can be left half-changed.
    catch_unwind(AssertUnwindSafe(|| pipeline::extract(&input.id, &input.relative, &bytes)))
        .map_err(|_| Failure::panic(input))
}
