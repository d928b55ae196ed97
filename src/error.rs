//! What can go wrong around the extraction: the run or one file cannot go on.
//!
//! Extraction itself has no errors, only records and warnings. A message holds all there is to say, so no error has a
//! `source` that would be printed a second time; what the system said is in the variant.

use std::io;
use std::path::{Path, PathBuf};

/// Why a bulletin could not be read, or its record not be made or written. Each message names the file, the trouble and the way out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder cannot be read.
    #[error("cannot read `{}`: {}", path.display(), explain(error))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// No bulletin was found.
    #[error(
        "no bulletin in `{}` ({passed_over} other files); bulletins are files that end in .txt, .html, .htm or .xhtml",
        path.display()
    )]
    NoBulletin {
        /// The folder.
        path: PathBuf,
        /// Files in it with other extensions.
        passed_over: usize,
    },
    /// A file's name makes no id for its record.
    #[error("`{}` gives no valid id: {reason}; rename it", path.display())]
    BadId {
        /// The file.
        path: PathBuf,
        /// What is wrong with the id.
        reason: &'static str,
    },
    /// Two files would make one record.
    #[error(
        "`{}` and `{}` have the same id `{id}` (capitals, accents' form and extensions do not count), so only the first is read; \
         rename one",
        first.display(),
        second.display()
    )]
    SameId {
        /// The id of the second.
        id: String,
        /// The file that comes first in order.
        first: PathBuf,
        /// The other one.
        second: PathBuf,
    },
    /// A file is no text.
    #[error("`{}` is not text but a binary file; save it as text or HTML", path.display())]
    Binary {
        /// The file.
        path: PathBuf,
    },
    /// A file is larger than a bulletin can be.
    #[error("`{}` is larger than {most} bytes, too large for a bulletin; split it or leave it out", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes.
        most: u64,
    },
    /// A file holds more figures than a bulletin can.
    #[error(
        "`{}` holds {figures} figures, more than the {most} of any bulletin; split it or leave it out",
        path.display()
    )]
    TooManyFigures {
        /// The file.
        path: PathBuf,
        /// Those it holds.
        figures: usize,
        /// The most.
        most: usize,
    },
    /// A file holds nothing.
    #[error("`{}` is empty; save it again or remove it", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A fault of this program, not of the bulletin.
    #[error("a fault in chancery stopped `{}`: {message}; please report it together with the file", path.display())]
    Fault {
        /// The file.
        path: PathBuf,
        /// What the program said, and where.
        message: String,
    },
    /// Another run writes into the output.
    #[error("another build {}is writing `{}`; wait for its end and run again", process(*holder), path.display())]
    Held {
        /// The folder of the output.
        path: PathBuf,
        /// The other run's process, where it is known.
        holder: Option<u32>,
    },
    /// A file or folder of the output cannot be written.
    #[error("cannot write `{}`: {}", path.display(), explain_write(error))]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl Error {
    /// A stable name: `unreadable`, `no_bulletin`, `bad_id`, `same_id`, `binary`, `empty`, `too_large`,
    /// `too_many_figures`, `fault`, `held`, `unwritable`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Unreadable { .. } => "unreadable",
            Error::NoBulletin { .. } => "no_bulletin",
            Error::BadId { .. } => "bad_id",
            Error::SameId { .. } => "same_id",
            Error::Binary { .. } => "binary",
            Error::Empty { .. } => "empty",
            Error::TooLarge { .. } => "too_large",
            Error::TooManyFigures { .. } => "too_many_figures",
            Error::Fault { .. } => "fault",
            Error::Held { .. } => "held",
            Error::Unwritable { .. } => "unwritable",
        }
    }
}

impl Error {
    /// The id of a file that is not read, since another file has its id.
    pub(crate) fn clashing_id(&self) -> Option<&str> {
        match self {
            Error::SameId { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The file or folder that it speaks of; of two with one id the second.
    pub fn path(&self) -> &Path {
        match self {
            Error::Unreadable { path, .. }
            | Error::NoBulletin { path, .. }
            | Error::BadId { path, .. }
            | Error::SameId { second: path, .. }
            | Error::Binary { path }
            | Error::TooLarge { path, .. }
            | Error::TooManyFigures { path, .. }
            | Error::Empty { path }
            | Error::Fault { path, .. }
            | Error::Held { path, .. }
            | Error::Unwritable { path, .. } => path,
        }
    }
}

/// What the system said, in words that say what to do.
fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => {
            "it is a folder; name it as the input to read the bulletins in it".to_owned()
        }
        _ => format!("{error}; check that it can be read and try again"),
    }
}

fn process(holder: Option<u32>) -> String {
    holder.map_or_else(String::new, |id| format!("(process {id}) "))
}

fn explain_write(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full; free some space and run again".to_owned()
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "permission denied; check its permissions or name another output".to_owned()
        }
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "there is a file where a folder is wanted; move it or name another output".to_owned()
        }
        io::ErrorKind::IsADirectory => {
            "there is a folder where a file is wanted; move it or name another output".to_owned()
        }
        _ => format!("{error}; check that it can be written and run again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_the_file_and_the_way_out() {
        let read =
            |kind: io::ErrorKind| Error::Unreadable { path: "x/y.txt".into(), error: kind.into() };
        let denied = read(io::ErrorKind::PermissionDenied);
        assert_eq!(
            denied.to_string(),
            "cannot read `x/y.txt`: permission denied; check its permissions"
        );
        assert_eq!(denied.code(), "unreadable");
        let missing = read(io::ErrorKind::NotFound);
        assert_eq!(
            missing.to_string(),
            "cannot read `x/y.txt`: there is no such file or folder; check the path"
        );
        let none = Error::NoBulletin { path: "in".into(), passed_over: 3 };
        assert_eq!(
            none.to_string(),
            "no bulletin in `in` (3 other files); bulletins are files that end in .txt, .html, .htm or .xhtml"
        );
        let full =
            Error::Unwritable { path: "out".into(), error: io::ErrorKind::StorageFull.into() };
        assert_eq!(
            full.to_string(),
            "cannot write `out`: the disk is full; free some space and run again"
        );
        assert_eq!(full.code(), "unwritable");
    }
}
