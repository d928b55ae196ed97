//! Files of the output: written beside their place and renamed, so that nobody ever sees half a file; or, in a run that
//! only checks, compared with what stands there.
//!
//! A file whose bytes stay the same is left alone, with the time at which it last changed.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::hash::Hash;
use crate::error::Error;

/// The beginning and the end of the names of unfinished files, and how many letters or digits stand between.
const UNFINISHED: (&str, usize, &str) = (".chancery-", 6, ".tmp");

/// A file on its way to its place. Dropped before [`settle`](Draft::settle), it leaves no trace.
#[derive(Debug)]
pub(super) struct Draft {
    place: PathBuf,
    out: Out,
    hash: Sha256,
}

#[derive(Debug)]
enum Out {
    Beside(BufWriter<NamedTempFile>),
    Against(Against),
}

/// A file as it was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    /// Of its bytes.
    pub(super) hash: Hash,
    /// What became, or would become, of the file at its place.
    pub(super) change: Option<Kind>,
}

/// What a run does to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// There was none.
    Create,
    /// It had other bytes.
    Change,
    /// It is not of this dataset any more.
    Remove,
}

impl Draft {
    /// Begins the file that will stand at `place`; its folder is made if need be.
    pub(super) fn beside(place: &Path) -> Result<Draft, Error> {
        let file = unfinished(place).map_err(|error| unwritable(place, error))?;
        Ok(Draft::new(place, Out::Beside(BufWriter::new(file))))
    }

    /// Begins to compare the file that stands at `place`; nothing is written.
    pub(super) fn against(place: &Path) -> Draft {
        let file = File::open(place).ok().filter(|file| is_file(file.metadata()));
        let (there, same) = (file.is_some(), file.is_some());
        Draft::new(place, Out::Against(Against { file: file.map(BufReader::new), there, same }))
    }

    fn new(place: &Path, out: Out) -> Draft {
        Draft { place: place.to_owned(), out, hash: Sha256::new() }
    }

    /// Brings the bytes to the disk.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::Beside(out) => out.flush().and_then(|()| out.get_ref().as_file().sync_all()),
            Out::Against(_) => Ok(()),
        }
    }

    /// Puts the file into its place, unless the same bytes stand there already.
    pub(super) fn settle(self) -> Result<Settled, Error> {
        let Draft { place, out, hash } = self;
        let change = match out {
            Out::Beside(out) => rename(out, &place).map_err(|error| unwritable(&place, error))?,
            Out::Against(against) => against.end(),
        };
        Ok(Settled { hash: Hash::finish(hash), change })
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.out {
            Out::Beside(out) => out.write(bytes)?,
            Out::Against(against) => against.take(bytes),
        };
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::Beside(out) => out.flush(),
            Out::Against(_) => Ok(()),
        }
    }
}

fn rename(out: BufWriter<NamedTempFile>, place: &Path) -> io::Result<Option<Kind>> {
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    if same_bytes(file.path(), place) {
        return file.close().map(|()| None);
    }
    let change = kind(place);
    file.persist(place).map_err(|unsettled| unsettled.error)?;
    Ok(Some(change))
}

/// What to write a file at `place` is called.
fn kind(place: &Path) -> Kind {
    if fs::symlink_metadata(place).is_ok() { Kind::Change } else { Kind::Create }
}

/// A file that is compared with what should stand there, piece by piece.
#[derive(Debug)]
struct Against {
    file: Option<BufReader<File>>,
    there: bool,
    same: bool,
}

impl Against {
    fn take(&mut self, bytes: &[u8]) -> usize {
        let mut there = vec![0; if self.same { bytes.len() } else { 0 }];
        if let Some(file) = self.file.as_mut().filter(|_| self.same) {
            self.same = file.read_exact(&mut there).is_ok() && there == bytes;
        }
        bytes.len()
    }

    fn end(mut self) -> Option<Kind> {
        let more = |file: &mut BufReader<File>| !matches!(file.read(&mut [0]), Ok(0));
        match (self.there, self.same && !self.file.as_mut().is_some_and(more)) {
            (false, _) => Some(Kind::Create),
            (true, false) => Some(Kind::Change),
            (true, true) => None,
        }
    }
}

/// Whether the file has this content; one that cannot be read has not.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|there| there == bytes)
}

pub(super) fn unwritable(path: &Path, error: io::Error) -> Error {
    Error::Unwritable { path: path.to_owned(), error }
}

fn is_file(metadata: io::Result<fs::Metadata>) -> bool {
    metadata.is_ok_and(|m| m.is_file())
}

fn unfinished(place: &Path) -> io::Result<NamedTempFile> {
    let folder = place.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let (begin, letters, end) = UNFINISHED;
    let mut builder = tempfile::Builder::new();
    builder.prefix(begin).rand_bytes(letters).suffix(end);
    // Readable like any other file, as far as the user's mask allows: temporary files are private else.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Removes what runs that were killed left unfinished in a folder, and in those below it if `deep` says so.
pub(super) fn sweep(folder: &Path, deep: Deep) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() && deep == Deep::All {
            sweep(&entry.path(), deep)?;
        } else if kind.is_file() && is_unfinished(entry.file_name().as_encoded_bytes()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// How far a folder is swept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deep {
    /// It alone.
    One,
    /// With all below it, links left out.
    All,
}

/// Whether a file of this name can only be ours.
fn is_unfinished(name: &[u8]) -> bool {
    let (begin, letters, end) = UNFINISHED;
    let middle = name.strip_prefix(begin.as_bytes()).and_then(|n| n.strip_suffix(end.as_bytes()));
    middle.is_some_and(|m| m.len() == letters && m.iter().all(u8::is_ascii_alphanumeric))
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

    fn settle(mut draft: Draft, bytes: &[u8]) -> Settled {
        draft.write_all(bytes).expect("written");
        draft.settle().expect("settled")
    }

    #[test]
    fn the_same_bytes_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("deep/x.json");
        let put = |bytes| settle(Draft::beside(&place).expect("begun"), bytes).change;
        assert_eq!(put(b"one"), Some(Kind::Create));
        let old = fs::metadata(&place).expect("there").modified().expect("a time");
        assert_eq!(put(b"one"), None);
        assert_eq!(fs::metadata(&place).expect("there").modified().expect("a time"), old);
        assert_eq!(put(b"two"), Some(Kind::Change));
        assert_eq!(fs::read(&place).expect("there"), b"two");
        assert_eq!(names(&folder.path().join("deep")), ["x.json"]);
    }

    #[test]
    fn a_comparison_finds_every_difference_and_writes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("deep/x.json");
        let compare = |bytes| settle(Draft::against(&place), bytes);
        assert_eq!(compare(b"one").change, Some(Kind::Create));
        assert!(names(folder.path()).is_empty());
        fs::create_dir(folder.path().join("deep")).expect("made");
        fs::write(&place, "one").expect("written");
        assert_eq!(compare(b"one"), Settled { hash: Hash::of(b"one"), change: None });
        for other in [&b"two"[..], b"on", b"one more", b""] {
            assert_eq!(compare(other).change, Some(Kind::Change));
        }
    }

    #[test]
    fn an_unfinished_file_leaves_no_trace() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut file = Draft::beside(&folder.path().join("x")).expect("begun");
        file.write_all(&vec![b'x'; 1 << 16]).expect("written");
        drop(file);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn only_what_is_surely_unfinished_is_swept() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| fs::write(folder.path().join(name), "").expect("written");
        fs::create_dir(folder.path().join("deep")).expect("made");
        [".chancery-a1B2c3.tmp", "deep/.chancery-000000.tmp"].iter().for_each(|name| file(name));
        let kept = [".chancery-.tmp", ".chancery-a1B2c3", ".chancery-mynote.tmp~", "a1B2c3.tmp"];
        kept.iter().for_each(|name| file(name));
        sweep(folder.path(), Deep::One).expect("swept");
        assert_eq!(names(&folder.path().join("deep")).len(), 1);
        sweep(folder.path(), Deep::All).expect("swept");
        assert_eq!(names(&folder.path().join("deep")).len(), 0);
        let mut there = names(folder.path());
        there.sort();
        assert_eq!(there, [&kept[..], &["deep"]].concat());
    }

    #[test]
    fn what_stands_in_the_way_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), "").expect("written");
        let error = Draft::beside(&folder.path().join("file/x.json")).expect_err("no folder");
        assert!(error.to_string().ends_with(
            "file/x.json`: there is a file where a folder is wanted; move it or name another output"
        ));
        fs::create_dir(folder.path().join("dir")).expect("made");
        let mut draft = Draft::beside(&folder.path().join("dir")).expect("begun");
        draft.write_all(b"x").expect("written");
        let error = draft.settle().expect_err("no file");
        assert!(error.to_string().contains("a folder where a file is wanted"), "{error}");
    }
}
