//! A dataset in a folder: each file written beside its place and renamed, so that none is ever half there.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tempfile::NamedTempFile;

use super::{Failure, Options, Summary, each};
use crate::record::{FORMAT, Record};
use crate::source::Listing;
use crate::write::{Cells, Facts, JsonLines, Writer, pretty, schema_text};

/// A file of the dataset that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{}`: {}", path.display(), explain(source))]
pub struct Error {
    path: PathBuf,
    source: io::Error,
}

impl Error {
    /// What kind of trouble the system had.
    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }
}

fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full; make room and run again".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "permission denied; check its folder's permissions".to_owned()
        }
        _ => format!("{error}; check the folder and run again"),
    }
}

/// Builds the dataset of all inputs in the folder `output`: `records/<id>.json`, `records.jsonl`, `facts.csv` and
/// `record.schema.json`. A file whose bytes stay the same is left alone, with its time. Records of earlier runs whose
/// bulletins are gone are removed; files that are no records are left alone. `seen` is told of each bulletin.
///
/// # Errors
/// A file could not be written. Files already replaced are whole; the others are as they were.
pub fn build(
    listing: Listing,
    output: &Path,
    options: Options,
    seen: &mut dyn FnMut(Result<&Record, &Failure>),
) -> Result<Summary, Error> {
    let mut summary = Summary { passed_over: listing.passed_over, ..Summary::default() };
    let mut kept: HashSet<PathBuf> = HashSet::new();
    let records = output.join("records");
    make_folder(&records)?;
    let lines = output.join("records.jsonl");
    let table = output.join("facts.csv");
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| Error { path, source }
    };
    let mut lines_file = Replacing::new(&lines).map_err(fail(&lines))?;
    let mut table_file = Replacing::new(&table).map_err(fail(&table))?;
    let mut json_lines = JsonLines::new(&mut lines_file);
    let mut facts = Facts::new(&mut table_file, Cells::Exact).map_err(fail(&table))?;
    let mut failed: Option<Error> = None;
    let run = each(&listing, options, &mut |outcome| {
        seen(outcome.as_ref());
        let record = match outcome {
            Ok(record) => record,
            Err(failure) => {
                summary.failed += 1;
                kept.extend(failure.id.map(|id| record_path(&records, &id)));
                return Ok(());
            }
        };
        summary.count(&record);
        let path = record_path(&records, &record.id);
        let written = write_record(&path, &record)
            .and_then(|()| json_lines.write(&record).map_err(fail(&lines)))
            .and_then(|()| facts.write(&record).map_err(fail(&table)));
        kept.insert(path);
        written.map_err(|error| {
            failed = Some(error);
            io::Error::other("a file could not be written")
        })
    });
    if let Some(error) = failed {
        return Err(error);
    }
    run.map_err(fail(output))?;
    json_lines.finish().map_err(fail(&lines))?;
    facts.finish().map_err(fail(&table))?;
    drop((json_lines, facts));
    lines_file.replace().map_err(fail(&lines))?;
    table_file.replace().map_err(fail(&table))?;
    let schema = output.join("record.schema.json");
    replace(&schema, schema_text().as_bytes()).map_err(fail(&schema))?;
    summary.removed = remove_stale(&records, &kept).map_err(fail(&records))?;
    Ok(summary)
}

fn record_path(records: &Path, id: &str) -> PathBuf {
    // Standard input's id is no file name that a shell likes; ids are checked where inputs are listed.
    records.join(format!("{id}.json"))
}

fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| Error { path: folder.to_owned(), source })
}

fn write_record(path: &Path, record: &Record) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let mut bytes = Vec::new();
    let written = pretty(record, &mut bytes).and_then(|()| replace(path, &bytes));
    written.map_err(|source| Error { path: path.to_owned(), source })
}

/// Puts `bytes` in the place of a file, unless they stand there already.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let mut file = Replacing::new(path)?;
    file.write_all(bytes)?;
    file.replace()
}

/// A file that grows beside its place and takes it at the end; dropped before, it leaves no trace.
struct Replacing {
    temporary: BufWriter<NamedTempFile>,
    place: PathBuf,
}

impl Replacing {
    fn new(place: &Path) -> io::Result<Replacing> {
        let folder = place.parent().unwrap_or(Path::new("."));
        let temporary = tempfile::Builder::new().prefix(".chancery-").tempfile_in(folder)?;
        Ok(Replacing { temporary: BufWriter::new(temporary), place: place.to_owned() })
    }

    fn replace(self) -> io::Result<()> {
        let temporary = self.temporary.into_inner().map_err(io::IntoInnerError::into_error)?;
        if same_bytes(temporary.path(), &self.place)? {
            return Ok(());
        }
        set_mode(temporary.path())?;
        temporary.persist(&self.place).map(drop).map_err(|error| error.error)
    }
}

impl Write for Replacing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temporary.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temporary.flush()
    }
}

/// Temporary files are made for their owner alone; a dataset is for whoever may read the folder.
#[cfg(unix)]
fn set_mode(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_mode(_: &Path) -> io::Result<()> {
    Ok(())
}

fn same_bytes(new: &Path, old: &Path) -> io::Result<bool> {
    let Ok(old) = File::open(old) else { return Ok(false) };
    let new = File::open(new)?;
    if new.metadata()?.len() != old.metadata()?.len() {
        return Ok(false);
    }
    let (mut new, mut old) = (BufReader::new(new).bytes(), BufReader::new(old).bytes());
    loop {
        match (new.next().transpose()?, old.next().transpose()?) {
            (None, None) => return Ok(true),
            (a, b) if a != b => return Ok(false),
            _ => {}
        }
    }
}

/// What tells a record from any other JSON file.
#[derive(Deserialize)]
struct Mark {
    format: String,
}

/// Removes records that no bulletin stands behind any more, and folders that this leaves empty; says how many.
fn remove_stale(folder: &Path, kept: &HashSet<PathBuf>) -> io::Result<usize> {
    let mut removed = 0;
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            let below = remove_stale(&path, kept)?;
            removed += below;
            if below > 0 && fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        } else if !kept.contains(&path) && is_record(&path) {
            fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Whether a file is surely a record of ours.
fn is_record(path: &Path) -> bool {
    let json = path.extension().is_some_and(|e| e == "json");
    let Some(file) = File::open(path).ok().filter(|_| json) else { return false };
    serde_json::from_reader::<_, Mark>(BufReader::new(file)).is_ok_and(|mark| mark.format == FORMAT)
}
