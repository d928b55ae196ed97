//! Files of the output: written beside their place and renamed, so that nobody ever sees half a file.
//!
//! A file whose bytes stay the same is left alone, with the time at which it last changed.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Error;

/// The beginning of the names of unfinished files.
const UNFINISHED: &str = ".chancery-";

/// A file on its way to its place. Dropped before [`settle`](Beside::settle), it leaves no trace.
#[derive(Debug)]
pub(super) struct Beside {
    place: PathBuf,
    out: BufWriter<NamedTempFile>,
}

impl Beside {
    /// Begins the file that will stand at `place`; its folder is made if need be.
    pub(super) fn begin(place: &Path) -> Result<Beside, Error> {
        let file = unfinished(place).map_err(|error| unwritable(place, error))?;
        Ok(Beside { place: place.to_owned(), out: BufWriter::new(file) })
    }

    /// Puts the file into its place, unless the same bytes stand there already.
    pub(super) fn settle(self) -> Result<(), Error> {
        let Beside { place, out } = self;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error);
        let settled = file.and_then(|file| {
            if same_bytes(file.path(), &place) {
                return file.close();
            }
            file.persist(&place).map(drop).map_err(|unsettled| unsettled.error)
        });
        settled.map_err(|error| unwritable(&place, error))
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Makes `bytes` the content of the file at `place`.
pub(super) fn put(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    if holds(place, bytes) {
        return Ok(());
    }
    let mut file = Beside::begin(place)?;
    file.write_all(bytes).map_err(|error| unwritable(place, error))?;
    file.settle()
}

pub(super) fn unwritable(path: &Path, error: io::Error) -> Error {
    Error::Unwritable { path: path.to_owned(), error }
}

fn unfinished(place: &Path) -> io::Result<NamedTempFile> {
    let folder = place.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    // Readable like any other file, as far as the user's mask allows: temporary files are private else.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Whether the file has this content; one that cannot be read has not.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|there| there == bytes)
}

/// Whether two files have the same content, read piece by piece: they may be large.
fn same_bytes(a: &Path, b: &Path) -> bool {
    let length = |path| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.len());
    length(a).is_some() && length(a) == length(b) && compare(a, b).unwrap_or(false)
}

fn compare(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (BufReader::new(File::open(a)?), File::open(b)?);
    let mut ours = [0; 1 << 13];
    let mut theirs = [0; 1 << 13];
    loop {
        let n = a.read(&mut ours)?;
        if n == 0 {
            return Ok(true);
        }
        b.read_exact(&mut theirs[..n])?;
        if ours[..n] != theirs[..n] {
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|e| e.expect("an entry").file_name().into_string().expect("UTF-8")).collect()
    }

    #[test]
    fn the_same_bytes_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("deep/x.json");
        put(&place, b"one").expect("written");
        let old = fs::metadata(&place).expect("there").modified().expect("a time");
        put(&place, b"one").expect("written");
        let mut again = Beside::begin(&place).expect("begun");
        again.write_all(b"one").expect("written");
        again.settle().expect("settled");
        assert_eq!(fs::metadata(&place).expect("there").modified().expect("a time"), old);
        put(&place, b"two").expect("written");
        assert_eq!(fs::read(&place).expect("there"), b"two");
        assert_eq!(names(&folder.path().join("deep")), ["x.json"]);
    }

    #[test]
    fn an_unfinished_file_leaves_no_trace() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut file = Beside::begin(&folder.path().join("x")).expect("begun");
        file.write_all(&vec![b'x'; 1 << 16]).expect("written");
        drop(file);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_stands_in_the_way_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), "").expect("written");
        let error = put(&folder.path().join("file/x.json"), b"").expect_err("no folder");
        assert!(error.to_string().ends_with(
            "file/x.json`: there is a file where a folder is wanted; move it or name another output"
        ));
        fs::create_dir(folder.path().join("dir")).expect("made");
        let error = put(&folder.path().join("dir"), b"x").expect_err("no file");
        assert!(error.to_string().contains("a folder where a file is wanted"), "{error}");
    }
}
