//! Paths to bytes: the bulletins in files, in folders and on standard input, each with the id of its record.
//!
//! Does not look into the bytes, but for refusing what is no text. The order of the inputs depends on their names
//! alone, not on the file system.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::decode::looks_binary;
use crate::error::Error;

/// A bulletin to be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Its path below the folder that was named, with its extension and `/` between parts; of a file that was named,
    /// the file name.
    pub relative: String,
    /// Where it is read from; `-` is standard input.
    pub path: PathBuf,
    /// `relative` without its extension.
    pub id: String,
}

/// The bulletins that were found.
#[derive(Debug, Default)]
pub struct Listing {
    /// In the order of the bytes of `relative`.
    pub inputs: Vec<Input>,
    /// Files in folders that are no bulletins by their extension, and links to folders that are listed already;
    /// hidden files are not counted.
    pub passed_over: usize,
    /// Files and folders that cannot be inputs; the others can.
    pub problems: Vec<Error>,
}

/// Extensions of bulletins in a folder, in any case.
pub const EXTENSIONS: &[&str] = &["txt", "html", "htm", "xhtml"];

/// Finds the bulletins that `paths` name: files, whatever their extension; folders, with all folders below them; `-`
/// for standard input. Hidden files and folders in a folder are left alone.
///
/// # Errors
///
/// A path that does not exist or cannot be read, or no bulletin at all. What keeps single files from being inputs is
/// among the problems of the listing.
pub fn list(paths: &[PathBuf]) -> Result<Listing, Error> {
    let mut listing = Listing::default();
    for path in paths {
        if is_standard_input(path) {
            listing.add(path.clone(), Path::new("-"));
            continue;
        }
        let metadata = fs::metadata(path).map_err(|error| unreadable(path, error))?;
        if metadata.is_dir() {
            list_folder(path, &mut listing)?;
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str());
            listing.add(path.clone(), Path::new(name));
        }
    }
    listing.inputs.sort();
    refuse_equal_ids(&mut listing);
    // An empty folder beside others is a slip worth a word; with nothing else to do it is an error.
    let nothing = listing.inputs.is_empty();
    let empty = |problem: &Error| matches!(problem, Error::NoBulletin { .. });
    match listing.problems.iter().position(empty) {
        Some(at) if nothing && listing.problems.iter().all(empty) => {
            Err(listing.problems.swap_remove(at))
        }
        _ => Ok(listing),
    }
}

/// Reads one bulletin.
///
/// # Errors
///
/// The file cannot be read, is empty, or is no text.
pub fn read(input: &Input) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let most = LARGEST + 1;
    let done = if is_standard_input(&input.path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(&input.path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    let bytes = done.map(|_| bytes);
    let bytes = bytes.map_err(|error| unreadable(&input.path, error))?;
    let path = || input.path.clone();
    if bytes.len() as u64 > LARGEST {
        Err(Error::TooLarge { path: path(), most: LARGEST })
    } else if bytes.trim_ascii().is_empty() || bytes == b"\xef\xbb\xbf" {
        Err(Error::Empty { path: path() })
    } else if looks_binary(&bytes) {
        Err(Error::Binary { path: path() })
    } else {
        Ok(bytes)
    }
}

/// The most bytes of one bulletin. Real ones have some thousand; what is larger is another kind of file.
pub const LARGEST: u64 = 16 << 20;

/// No id is longer, in bytes: it becomes a file name.
const LONGEST_ID: usize = 200;

/// Whether `id` can name a record: what is wrong with it otherwise.
///
/// # Errors
///
/// It is empty, absolute or too long, or has an empty part, a part `.` or `..`, a backslash or a control character.
///
/// ```
/// use chancery::source::check_id;
///
/// assert_eq!(check_id("asia/tokyo"), Ok(()));
/// assert_eq!(check_id("../tokyo"), Err("it has a part `.` or `..`"));
/// ```
pub fn check_id(id: &str) -> Result<(), &'static str> {
    if id.is_empty() {
        Err("it is empty")
    } else if id.starts_with('/') {
        Err("it is absolute")
    } else if id.len() > LONGEST_ID {
        Err("it is longer than 200 bytes")
    } else if id.contains('\\') {
        Err("it has a backslash")
    } else if id.chars().any(char::is_control) {
        Err("it has a control character")
    } else if id.split('/').any(str::is_empty) {
        Err("it has an empty part")
    } else if id.split('/').any(|part| part == "." || part == "..") {
        Err("it has a part `.` or `..`")
    } else {
        Ok(())
    }
}

/// The form in which two ids are compared: file systems differ in whether they tell capitals and the Unicode forms of
/// an accent apart.
///
/// ```
/// use chancery::source::fold_id;
///
/// assert_eq!(fold_id("Besòs"), fold_id("beso\u{300}s"));
/// ```
pub fn fold_id(id: &str) -> String {
    id.nfc().flat_map(char::to_lowercase).nfc().collect()
}

impl Listing {
    fn add(&mut self, path: PathBuf, relative: &Path) {
        match input(path.clone(), relative) {
            Ok(input) => self.inputs.push(input),
            Err(reason) => self.problems.push(Error::BadId { path, reason }),
        }
    }
}

fn input(path: PathBuf, relative: &Path) -> Result<Input, &'static str> {
    let parts = |path: &Path| {
        let parts: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
        parts.map(|parts| parts.join("/")).ok_or("it is not UTF-8")
    };
    // `file_stem` knows that "." and ".." have no extension.
    let stem = relative.file_stem().unwrap_or(relative.as_os_str());
    let id = parts(&relative.with_file_name(stem))?;
    check_id(&id)?;
    Ok(Input { relative: parts(relative)?, path, id })
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn unreadable(path: &Path, error: io::Error) -> Error {
    Error::Unreadable { path: path.to_owned(), error }
}

/// A folder to be listed, and its path below the one that was named.
struct Folder {
    path: PathBuf,
    relative: PathBuf,
}

fn list_folder(top: &Path, listing: &mut Listing) -> Result<(), Error> {
    // The folder itself must be readable; those below may fail one by one.
    fs::read_dir(top).map_err(|error| unreadable(top, error))?;
    let (inputs, problems) = (listing.inputs.len(), listing.problems.len());
    let passed_over = listing.passed_over;
    let mut walk = Walk { seen: HashSet::new(), folders: Vec::new(), links: BTreeMap::new() };
    walk.folders.push(Folder { path: top.to_owned(), relative: PathBuf::new() });
    while let Some(folder) = walk.next() {
        if let Err(error) = walk.list(&folder, listing) {
            listing.problems.push(unreadable(&folder.path, error));
        }
    }
    if listing.inputs.len() == inputs && listing.problems.len() == problems {
        let passed_over = listing.passed_over - passed_over;
        listing.problems.push(Error::NoBulletin { path: top.to_owned(), passed_over });
    }
    Ok(())
}

/// The folders still to be listed. Each is listed once, so a loop of links ends; under its own name rather than a
/// link's, so links wait.
struct Walk {
    /// Folders listed, by their real paths.
    seen: HashSet<PathBuf>,
    folders: Vec<Folder>,
    /// Links to folders, by their paths below the top.
    links: BTreeMap<PathBuf, Folder>,
}

impl Walk {
    fn next(&mut self) -> Option<Folder> {
        self.folders.pop().or_else(|| self.links.pop_first().map(|(_, folder)| folder))
    }

    fn list(&mut self, folder: &Folder, listing: &mut Listing) -> io::Result<()> {
        if !self.seen.insert(fs::canonicalize(&folder.path)?) {
            listing.passed_over += 1;
            return Ok(());
        }
        for entry in fs::read_dir(&folder.path)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let (path, relative) = (entry.path(), folder.relative.join(&name));
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {
                    let below = Folder { path, relative };
                    if entry.file_type()?.is_symlink() {
                        self.links.insert(below.relative.clone(), below);
                    } else {
                        self.folders.push(below);
                    }
                }
                // A pipe would never end.
                Ok(metadata) if metadata.is_file() && is_bulletin(&path) => {
                    listing.add(path, &relative);
                }
                // Reading it will tell what is wrong, and under which id.
                Err(_) if is_bulletin(&path) => listing.add(path, &relative),
                _ => listing.passed_over += 1,
            }
        }
        Ok(())
    }
}

fn is_bulletin(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or("");
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Keeps the first of the sorted inputs with one id; the others are problems, but for the same file named twice.
fn refuse_equal_ids(listing: &mut Listing) {
    let mut first_with: HashMap<String, PathBuf> = HashMap::new();
    let problems = &mut listing.problems;
    listing.inputs.retain(|input| match first_with.entry(fold_id(&input.id)) {
        Entry::Vacant(entry) => {
            entry.insert(input.path.clone());
            true
        }
        Entry::Occupied(first) => {
            let (first, second) = (first.get().clone(), input.path.clone());
            if !is_same_file(&first, &second) {
                problems.push(Error::SameId { id: input.id.clone(), first, second });
            }
            false
        }
    });
}

pub(crate) fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b || fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, and what is listed in it.
    fn listed(files: &[&str]) -> (tempfile::TempDir, Listing) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "text").expect("a file");
        }
        let listing = list(&[folder.path().to_owned()]).expect("bulletins");
        (folder, listing)
    }

    fn ids(listing: &Listing) -> Vec<&str> {
        listing.inputs.iter().map(|input| input.id.as_str()).collect()
    }

    fn codes(listing: &Listing) -> Vec<&str> {
        listing.problems.iter().map(Error::code).collect()
    }

    #[test]
    fn bulletins_of_a_folder_in_order_of_their_paths() {
        let (_folder, listing) = listed(&[
            "b.TXT",
            "a/z.htm",
            "a.txt",
            "a/St. Gallen.html",
            ".git/x.txt",
            "x.md",
            ".y.txt",
        ]);
        assert_eq!(ids(&listing), ["a", "a/St. Gallen", "a/z", "b"]);
        assert_eq!(listing.inputs[3].relative, "b.TXT");
        assert_eq!((listing.passed_over, listing.problems.len()), (1, 0));
    }

    #[test]
    fn the_first_with_an_id_is_listed() {
        let (folder, mut listing) = listed(&["lima.txt", "Lima.html", "lima/x.txt"]);
        assert_eq!((ids(&listing), codes(&listing)), (vec!["Lima", "lima/x"], vec!["same_id"]));
        let file = folder.path().join("lima.txt");
        listing = list(&[file.clone(), file, "-".into(), "-".into()]).expect("bulletins");
        assert_eq!((ids(&listing), codes(&listing)), (vec!["-", "lima"], vec![]));
    }

    #[test]
    fn names_that_are_no_ids_are_problems() {
        let long = "x".repeat(201) + ".txt";
        let (_folder, listing) = listed(&["a\\b.txt", "a\tb.txt", &long, "good.txt"]);
        assert_eq!((ids(&listing), codes(&listing)), (vec!["good"], vec!["bad_id"; 3]));
        for id in ["", "/a", "a//b", "a/./b", "..", "a\u{85}"] {
            assert!(check_id(id).is_err(), "{id:?}");
        }
        assert_eq!(check_id("…/.a.."), Ok(()));
    }

    #[test]
    fn nothing_to_read_is_an_error_that_says_so() {
        let (folder, _) = listed(&["a/x.txt", "b/x.md"]);
        let code = |paths: &[&str]| {
            let paths: Vec<_> = paths.iter().map(|path| folder.path().join(path)).collect();
            list(&paths).map(|listing| codes(&listing).join(" ")).map_err(|error| error.code())
        };
        assert_eq!(code(&["b"]), Err("no_bulletin"));
        assert_eq!(code(&["c"]), Err("unreadable"));
        assert_eq!(code(&["a", "b"]), Ok("no_bulletin".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn links_end_somewhere() {
        use std::os::unix::fs::symlink;
        let (folder, _) = listed(&["a/x.txt"]);
        symlink(folder.path(), folder.path().join("a/loop")).expect("a link");
        symlink("nowhere", folder.path().join("a/broken.txt")).expect("a link");
        let listing = list(&[folder.path().to_owned()]).expect("bulletins");
        assert_eq!((ids(&listing), listing.passed_over), (vec!["a/broken", "a/x"], 1));
        assert_eq!(read(&listing.inputs[0]).map_err(|e| e.code()), Err("unreadable"));
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        let (folder, listing) = listed(&["x.txt"]);
        let read_as = |bytes: &[u8]| {
            fs::write(folder.path().join("x.txt"), bytes).expect("a file");
            read(&listing.inputs[0]).map_err(|error| error.code())
        };
        assert_eq!(read_as(b"text"), Ok(b"text".to_vec()));
        assert_eq!(read_as(b""), Err("empty"));
        assert_eq!(read_as(b"\xef\xbb\xbf"), Err("empty"));
        assert_eq!(read_as(b" \n"), Err("empty"));
        assert_eq!(read_as(&[0; 64]), Err("binary"));
    }
}
