//! The folder of a dataset: the one place where a run writes, or where it looks what it would write.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::file::{Deep, Draft, Kind, Settled, holds, sweep, unwritable};
use super::hash::Hash;
use super::{Mode, RECORDS};
use crate::error::Error;

/// More new files than this are synced by their file system at once, where the system can.
#[cfg(target_os = "linux")]
const FEW: usize = 32;

/// The folder of a dataset.
#[derive(Debug)]
pub(super) struct Folder<'o> {
    output: &'o Path,
    mode: Mode,
    /// Files that were renamed into their places and may not be on the disk yet.
    fresh: Mutex<Vec<PathBuf>>,
}

impl<'o> Folder<'o> {
    pub(super) fn new(output: &'o Path, mode: Mode) -> Folder<'o> {
        Folder { output, mode, fresh: Mutex::default() }
    }

    /// Where the file of this name stands.
    pub(super) fn place(&self, name: &str) -> PathBuf {
        self.output.join(name)
    }

    /// Begins a file.
    pub(super) fn begin(&self, name: &str) -> Result<Draft, Error> {
        let place = self.place(name);
        match self.mode {
            Mode::Write => Draft::beside(&place),
            Mode::Check | Mode::Compare => Ok(Draft::against(&place)),
        }
    }

    /// Puts a file into its place.
    pub(super) fn settle(&self, name: &str, draft: Draft) -> Result<Settled, Error> {
        let settled = draft.settle()?;
        if self.mode == Mode::Write && settled.change.is_some() {
            // OK because a list of paths is whole, whatever thread panicked.
            self.fresh.lock().unwrap_or_else(PoisonError::into_inner).push(self.place(name));
        }
        Ok(settled)
    }

    /// Makes `bytes` the content of a file.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<Settled, Error> {
        match self.unlike(name, bytes)? {
            Some(draft) => self.settle(name, draft),
            None => Ok(Settled { hash: Hash::of(bytes), change: None }),
        }
    }

    /// `bytes` on their way to a file, unless they are its content already.
    fn unlike(&self, name: &str, bytes: &[u8]) -> Result<Option<Draft>, Error> {
        let place = self.place(name);
        if holds(&place, bytes) {
            return Ok(None);
        }
        let mut draft = self.begin(name)?;
        draft.write_all(bytes).map_err(|error| unwritable(&place, error))?;
        Ok(Some(draft))
    }

    /// Whether a file has the bytes of this hash.
    pub(super) fn has(&self, name: &str, hash: Hash) -> bool {
        Hash::of_file(&self.place(name)).is_ok_and(|there| there == hash)
    }

    /// Removes a file, and the folders that this leaves empty; gives what it did.
    pub(super) fn remove(&self, name: &str) -> Result<Option<Kind>, Error> {
        let place = self.place(name);
        // What has become a folder or a link is somebody's own.
        if !fs::symlink_metadata(&place).is_ok_and(|m| m.is_file()) {
            return Ok(None);
        }
        if self.mode == Mode::Write {
            fs::remove_file(&place).map_err(|error| unwritable(&place, error))?;
            let top = self.output.join(RECORDS);
            let above = place.ancestors().skip(1);
            for folder in above.take_while(|folder| *folder != top && *folder != self.output) {
                // A folder that holds something else stays.
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(Some(Kind::Remove))
    }

    /// Removes what killed runs left unfinished.
    pub(super) fn sweep(&self) -> Result<(), Error> {
        let records = self.output.join(RECORDS);
        let failed = |error| unwritable(self.output, error);
        sweep(self.output, Deep::One).map_err(failed)?;
        match fs::symlink_metadata(&records) {
            Ok(m) if m.is_dir() => sweep(&records, Deep::All).map_err(failed),
            _ => Ok(()),
        }
    }

    /// Brings all new files to the disk, many at once: one after another would take as long as the build.
    pub(super) fn sync(&self) -> Result<(), Error> {
        let mut fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        let files = std::mem::take(&mut *fresh);
        #[cfg(target_os = "linux")]
        if files.len() > FEW {
            // The records may lie on another disk than the rest.
            let folders = [self.output.to_owned(), self.output.join(RECORDS)];
            let synced = folders.iter().filter(|f| f.exists()).try_for_each(|folder| {
                Ok::<_, io::Error>(rustix::fs::syncfs(File::open(folder)?)?)
            });
            return synced.map_err(|error| unwritable(self.output, error));
        }
        let synced = |path: &PathBuf| {
            File::open(path).and_then(|f| f.sync_all()).map_err(|error| unwritable(path, error))
        };
        files.par_iter().try_for_each(synced)?;
        let folders: BTreeSet<_> = files.iter().filter_map(|path| path.parent()).collect();
        folders.into_iter().try_for_each(sync_folder)
    }

    /// Puts the last file into its place, on the disk before it is renamed and after.
    pub(super) fn seal(&self, name: &str, bytes: &[u8]) -> Result<Settled, Error> {
        let Some(mut draft) = self.unlike(name, bytes)? else {
            return Ok(Settled { hash: Hash::of(bytes), change: None });
        };
        draft.sync().map_err(|error| unwritable(&self.place(name), error))?;
        let settled = draft.settle()?;
        if self.mode == Mode::Write {
            sync_folder(self.output)?;
        }
        Ok(settled)
    }
}

/// Brings the names in a folder to the disk.
fn sync_folder(folder: &Path) -> Result<(), Error> {
    // Only there can a folder be opened.
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|f| f.sync_all());
        synced.map_err(|error| unwritable(folder, error))?;
    }
    Ok(())
}
