//! The claim of a run on its output: no second run writes meanwhile, and what a killed run has begun is known.
//!
//! It is a file in the output, locked as long as the run lives and removed at its end. Its lines name the process, and
//! the files that the run is going to make which the manifest doesn't list yet: after a kill they are known as ours.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use super::file::unwritable;
use crate::error::Error;
use crate::source::check_id;

/// Its name in the folder of a dataset.
const NAME: &str = ".chancery-run";

/// Ends a line that a kill cut short, so that it is no name of a file.
const CANCEL: char = '\u{18}';

/// An output that is ours until the claim is given up. Dropped before, it stays for the next run to read.
#[derive(Debug)]
pub(super) struct Claim {
    file: File,
    path: PathBuf,
    /// Names of files that runs which did not come to their end may have made.
    pub(super) begun: BTreeSet<String>,
}

impl Claim {
    /// Claims an output; its folder is made if need be.
    pub(super) fn take(output: &Path) -> Result<Claim, Error> {
        let path = output.join(NAME);
        let failed = |error| unwritable(&path, error);
        fs::create_dir_all(output).map_err(|error| unwritable(output, error))?;
        let mut file = loop {
            let mut options = OpenOptions::new();
            options.read(true).append(true).create(true);
            let mut file = options.open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(held(output, &mut file)),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
            // A run that ended after we opened the file has removed it: what we locked is no longer there.
            if is_at(&file, &path) {
                break file;
            }
        };
        let begun = names(&lines(&mut file));
        let line = format!("{CANCEL}\nprocess {}\n", process::id());
        file.write_all(line.as_bytes()).map_err(failed)?;
        Ok(Claim { file, path, begun })
    }

    /// Notes the files that are going to be made, before any of them is.
    pub(super) fn begin<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Result<(), Error> {
        let mut lines = String::new();
        for name in names {
            // OK to lose: a string takes whatever is written.
            let _ = writeln!(lines, "file {name}");
        }
        let written = (&self.file).write_all(lines.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| unwritable(&self.path, error))
    }

    /// Gives the output up: the manifest lists all that is ours.
    pub(super) fn end(self) -> Result<(), Error> {
        fs::remove_file(&self.path).map_err(|error| unwritable(&self.path, error))
    }
}

/// What runs that did not come to their end may have made, as far as no run is under way.
pub(super) fn begun(output: &Path) -> BTreeSet<String> {
    let lines = File::open(output.join(NAME)).map(|mut file| lines(&mut file)).unwrap_or_default();
    names(&lines)
}

fn names(lines: &[String]) -> BTreeSet<String> {
    let names = lines.iter().filter_map(|line| line.strip_prefix("file "));
    names.filter(|name| check_id(name).is_ok()).map(str::to_owned).collect()
}

fn held(output: &Path, file: &mut File) -> Error {
    let lines = lines(file);
    let holder = lines.iter().rev().find_map(|line| line.strip_prefix("process ")?.parse().ok());
    Error::Held { path: output.to_owned(), holder }
}

/// The whole lines of the file; what can't be read is none.
fn lines(file: &mut File) -> Vec<String> {
    let mut text = String::new();
    let _ = file.read_to_string(&mut text);
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().map(str::to_owned).collect()
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: io::Result<fs::Metadata>| metadata.ok().map(|m| (m.dev(), m.ino()));
    id(file.metadata()) == id(fs::metadata(path))
}

/// Other systems remove no file that is open.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_claim_is_told_who_holds_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let claim = Claim::take(folder.path()).expect("it is free");
        let error = Claim::take(folder.path()).expect_err("it is held");
        let process = format!("(process {})", process::id());
        assert!(error.to_string().contains(&process), "{error}");
        claim.end().expect("it ends");
        assert_eq!(fs::read_dir(folder.path()).expect("it lists").count(), 0);
    }

    #[test]
    fn what_was_begun_is_known_until_a_run_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut claim = Claim::take(folder.path()).expect("it is free");
        claim.begin(["records/a.json", "records/b.json"]).expect("it is noted");
        claim.file.write_all(b"file records/cut").expect("written");
        drop(claim);
        let claim = Claim::take(folder.path()).expect("it is free");
        let wanted: BTreeSet<_> = ["records/a.json".to_owned(), "records/b.json".to_owned()].into();
        assert_eq!(claim.begun, wanted);
        drop(claim);
        assert_eq!(begun(folder.path()), wanted);
        Claim::take(folder.path()).expect("it is free").end().expect("it ends");
        assert!(begun(folder.path()).is_empty());
    }
}
