//! Many bulletins into many records: the files of a dataset, or a stream.
//!
//! The bulletins of a batch are done in parallel and taken in the order of their inputs, some hundreds at a time, so
//! that memory does not grow with the batch and the number of threads leaves no trace in the output. A bulletin that
//! cannot be done keeps none of the others from it.

mod fault;
mod file;
mod stale;

use std::num::NonZero;
use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::error::Error;
use crate::pipeline::Extractor;
use crate::record::Record;
use crate::rules::Silent;
use crate::source::{self, Input, Listing};
use crate::write::{self, Cells, Facts, JsonLines, Writer};

use file::Beside;

pub use fault::quiet_faults;

/// Bulletins that are done before their records are taken: enough for many threads, few enough for memory.
const CHUNK: usize = 256;

/// How to build a dataset.
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// Its folder.
    pub output: &'o Path,
    /// Bulletins worked on at once; as many as there are processors where it is not said.
    pub threads: Option<NonZero<usize>>,
}

/// What became of a batch.
#[derive(Debug, Default)]
pub struct Report {
    /// Bulletins done.
    pub bulletins: usize,
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
}

/// A bulletin that could not be done.
#[derive(Debug)]
pub struct Failure {
    /// Why, with the name of its file.
    pub error: Error,
    /// Whether an earlier record of it was kept, in all files of the output.
    pub kept: bool,
}

impl Report {
    /// Counts a record.
    pub fn add(&mut self, record: &Record) {
        self.bulletins += 1;
        self.facts += record.facts.len();
        self.generic += record.facts.iter().filter(|f| f.rule.starts_with("generic.")).count();
        self.unclaimed += record.unclaimed.len();
        self.warnings += record.warnings.len();
        if !record.unclaimed.is_empty() || !record.warnings.is_empty() {
            self.to_look_at.push(record.id.clone());
        }
    }

    /// Counts a bulletin, done or not, and gives the record that goes into the tables.
    fn take(&mut self, done: Done) -> Option<Box<Record>> {
        match done {
            Ok(record) => {
                self.add(&record);
                Some(record)
            }
            Err((error, earlier)) => {
                self.failures.push(Failure { error, kept: earlier.is_some() });
                earlier
            }
        }
    }
}

/// Reads and extracts one bulletin.
///
/// # Errors
/// The file cannot be read or is no text, holds more than [`MOST_FIGURES`], or a fault in the program stopped its
/// extraction.
pub fn extract(extractor: &Extractor, input: &Input) -> Result<Record, Error> {
    let bytes = source::read(input)?;
    let path = || input.path.clone();
    let work = || {
        let (id, relative) = (&input.id, &input.relative);
        extractor.extract_within(id, relative, &bytes, MOST_FIGURES, &mut Silent)
    };
    fault::catch(work)
        .map_err(|message| Error::Fault { path: path(), message })?
        .map_err(|figures| Error::TooManyFigures { path: path(), figures, most: MOST_FIGURES })
}

/// The most figures of one bulletin. Real ones have about a hundred; a record of this many takes some 200 MB.
pub const MOST_FIGURES: usize = 50_000;

/// Does `work` for all inputs in parallel, and gives what comes of it to `take` in the order of the inputs. So many `threads`
/// are used, or as many as there are processors.
///
/// # Errors
/// The first error of `take`; it ends the batch.
pub fn in_order<T: Send, E>(
    inputs: &[Input],
    threads: Option<NonZero<usize>>,
    work: impl Fn(&Input) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let pool = ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZero::get)).build();
    for chunk in inputs.chunks(CHUNK) {
        let all = || chunk.par_iter().map(&work).collect::<Vec<T>>();
        // A system that grants no threads still has this one.
        let done = pool
            .as_ref()
            .map_or_else(|_| chunk.iter().map(&work).collect(), |pool| pool.install(all));
        done.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

/// Writes the records of the bulletins and all other files of a dataset into the folder `output`; `progress` is called
/// for each bulletin, from any thread.
///
/// Each file is complete at any moment: it is written beside its place and renamed, and one whose bytes stay the same is
/// not touched. A record whose bulletin is gone is removed if it is surely ours. A bulletin that fails keeps the record
/// that an earlier run made of it, in all files. When the output cannot be written, the run ends; what was renamed until
/// then stays.
///
/// # Errors
/// The output cannot be written.
pub fn build(
    extractor: &Extractor,
    listing: Listing,
    options: Options<'_>,
    progress: impl Fn() + Sync,
) -> Result<Report, Error> {
    let Options { output, threads } = options;
    let records = output.join("records");
    let mut report = Report::default();
    let (lines, facts) = (output.join("records.jsonl"), output.join("facts.csv"));
    let (mut lines_file, mut facts_file) = (Beside::begin(&lines)?, Beside::begin(&facts)?);
    let header = Facts::new(&mut facts_file, Cells::Exact);
    let header = header.map_err(|error| file::unwritable(&facts, error))?;
    let header = header.with_dates(extractor.own_dates());
    let mut tables = [
        Table { place: lines, writer: Box::new(JsonLines::new(&mut lines_file)) },
        Table { place: facts, writer: Box::new(header) },
    ];
    let work = |input: &Input| {
        let done = done(extractor, input, &records);
        progress();
        done
    };
    in_order(&listing.inputs, threads, work, |done| {
        let record = report.take(done?);
        record.map_or(Ok(()), |record| tables.iter_mut().try_for_each(|t| t.add(&record)))
    })?;
    tables.into_iter().try_for_each(Table::finish)?;
    lines_file.settle()?;
    facts_file.settle()?;
    let schema = write::schema_text(extractor.properties());
    file::put(&output.join("record.schema.json"), schema.as_bytes())?;
    remove_stale(&records, &listing, &mut report)?;
    let unlisted = listing.problems.into_iter().map(|error| Failure { error, kept: false });
    report.failures.splice(0..0, unlisted);
    Ok(report)
}

/// A bulletin's record, now in its place; or why there is none, and the earlier one.
type Done = Result<Box<Record>, (Error, Option<Box<Record>>)>;

fn done(extractor: &Extractor, input: &Input, records: &Path) -> Result<Done, Error> {
    let place = record_path(records, &input.id);
    let record = match extract(extractor, input) {
        Ok(record) => record,
        Err(error) => return Ok(Err((error, stale::earlier(&place, &input.id).map(Box::new)))),
    };
    let mut json = Vec::new();
    write::pretty(&record, &mut json).map_err(|error| file::unwritable(&place, error))?;
    file::put(&place, &json)?;
    Ok(Ok(Box::new(record)))
}

fn record_path(records: &Path, id: &str) -> PathBuf {
    // Not `with_extension`: an id may hold dots.
    records.join(format!("{id}.json"))
}

/// A file that holds something of every record.
struct Table<'f> {
    place: PathBuf,
    writer: Box<dyn Writer + 'f>,
}

impl Table<'_> {
    fn add(&mut self, record: &Record) -> Result<(), Error> {
        self.writer.write(record).map_err(|error| file::unwritable(&self.place, error))
    }

    fn finish(mut self) -> Result<(), Error> {
        self.writer.finish().map_err(|error| file::unwritable(&self.place, error))
    }
}

fn remove_stale(records: &Path, listing: &Listing, report: &mut Report) -> Result<(), Error> {
    let unread = listing.problems.iter().any(|p| matches!(p, Error::Unreadable { .. }));
    // What an input with the same id keeps from being read is not gone.
    let clashing: Vec<&str> = listing.problems.iter().filter_map(Error::clashing_id).collect();
    for (path, id) in stale::find(records, &listing.inputs) {
        if clashing.contains(&id.as_str()) {
            continue;
        }
        if unread {
            report.left.push(id);
            continue;
        }
        stale::remove(&path, records).map_err(|error| file::unwritable(&path, error))?;
        report.removed.push(id);
    }
    Ok(())
}
