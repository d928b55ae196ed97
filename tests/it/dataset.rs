//! Whole runs: `input/` gives the committed `output/`, whatever the threads, and bad bulletins harm no good ones.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use chancery::dataset::{self, Earlier, Options, Report};
use chancery::error::Error;
use chancery::pipeline::Extractor;
use chancery::source;
use tempfile::TempDir;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn try_build(input: &Path, output: &Path, threads: usize) -> Result<Report, Error> {
    let listing = source::list(&[input.to_owned()]).expect("there are bulletins");
    let options = Options { threads: NonZero::new(threads), ..Options::new(input, output) };
    dataset::build(Extractor::built_in(), listing, options, || {}, &mut |_| {})
}

pub(crate) fn build(input: &Path, output: &Path, threads: usize) -> Report {
    try_build(input, output, threads).expect("the folder can be written")
}

fn lines(output: &Path) -> Vec<String> {
    let lines = fs::read_to_string(output.join("records.jsonl")).expect("it reads");
    lines.lines().map(str::to_owned).collect()
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    files(folder).into_keys().map(|p| p.to_string_lossy().into_owned()).collect()
}

/// All files below a folder with their bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("it lists") {
            let path = entry.expect("it lists").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("it is below").to_owned();
                all.insert(below, fs::read(&path).expect("it reads"));
            }
        }
    }
    all
}

pub(crate) fn folder_with(bulletins: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in bulletins {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

/// The output is what a first run makes of the input.
pub(crate) fn assert_same_as_fresh(input: &Path, output: &Path) {
    let fresh = TempDir::new().expect("a folder");
    build(input, fresh.path(), 2);
    let (made, wanted) = (files(output), files(fresh.path()));
    assert_eq!(made.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (path, bytes) in &wanted {
        assert!(made[path] == *bytes, "{} differs", path.display());
    }
}

pub(crate) const GOOD: &[u8] =
    b"[Overview] Lima is the capital of Peru. It covers an area of 2,672 square kilometers.\n";

#[test]
fn input_gives_output() {
    let committed = files(&root().join("output"));
    assert!(committed.len() > 25, "output/ is not there: run `cargo run --release`");
    for threads in [1, 8] {
        let output = TempDir::new().expect("a folder");
        build(&root().join("input"), output.path(), threads);
        let made = files(output.path());
        assert_eq!(
            made.keys().collect::<Vec<_>>(),
            committed.keys().collect::<Vec<_>>(),
            "other files with {threads} threads"
        );
        for (path, bytes) in &made {
            let same = committed.get(path) == Some(bytes);
            assert!(same, "output/{} is stale: run `cargo run --release`", path.display());
        }
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let input = folder_with(&[("lima.txt", GOOD), ("asia/x.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 2);
    let time = |name: &str| {
        fs::metadata(output.path().join(name)).and_then(|m| m.modified()).expect("a time")
    };
    let names = [
        "records/lima.json",
        "records/asia/x.json",
        "records.jsonl",
        "facts.csv",
        "record.schema.json",
    ];
    let before = names.map(time);
    let report = build(input.path(), output.path(), 2);
    assert_eq!(names.map(time), before);
    assert_eq!((report.bulletins, report.removed.len(), report.failures.len()), (2, 0, 0));
}

#[test]
fn records_go_with_their_bulletins_and_nothing_else_does() {
    let input = folder_with(&[("lima.txt", GOOD), ("old/cusco.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 1);
    let records = output.path().join("records");
    fs::write(records.join("notes.json"), "{\"format\": \"mine\"}").expect("a file");
    // A copy is not what a run has written: its id is another.
    fs::copy(records.join("lima.json"), records.join("copy.json")).expect("a copy");
    fs::remove_file(input.path().join("old/cusco.txt")).expect("it goes");
    let report = build(input.path(), output.path(), 1);
    assert_eq!(report.removed, ["old/cusco"]);
    assert_eq!(names(&records), ["copy.json", "lima.json", "notes.json"]);
    assert!(!records.join("old").exists());
    assert_eq!(lines(output.path()).len(), 1);
}

/// Codes of what could not be done, each with the file's name.
fn failures(report: &Report) -> Vec<String> {
    report.failures.iter().map(|f| f.error.to_string()).collect()
}

#[test]
fn one_bad_bulletin_harms_no_other() {
    let input = folder_with(&[
        ("binary.txt", b"\x00\x01\x02\xff\xfe\x00binary\x00\x00"),
        ("empty.txt", b"\n"),
        ("folder.txt/inner.md", b"no bulletin"),
        ("lima.txt", GOOD),
        ("LIMA.html", GOOD),
        ("line.txt", "[Overview] Lima has 3 ports. ".repeat(1000).as_bytes()),
        ("notes.md", b"no bulletin"),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", input.path().join("gone.txt")).expect("a link");
    let output = TempDir::new().expect("a folder");
    let report = build(input.path(), output.path(), 2);
    let said = failures(&report);
    let wanted = ["lima.txt` have the same id", "binary.txt` is not text", "empty.txt` is empty"];
    for (said, wanted) in said.iter().zip(wanted) {
        assert!(said.contains(wanted), "{said}");
    }
    assert_eq!(said.len(), if cfg!(unix) { 4 } else { 3 }, "{said:?}");
    assert_eq!(names(&output.path().join("records")), ["LIMA.json", "line.json"]);
    assert_eq!(lines(output.path()).len(), 2);
}

/// What a bulletin says now decides: where it says nothing, the record of what it said goes.
#[test]
fn a_bulletin_gone_bad_takes_its_record_along() {
    let input = folder_with(&[("lima.txt", GOOD), ("other.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 1);
    fs::write(input.path().join("lima.txt"), [0u8; 64]).expect("a file");
    let report = build(input.path(), output.path(), 1);
    assert_eq!((report.bulletins, report.unchanged, report.removed.len()), (1, 1, 0));
    assert_eq!(report.failures[0].earlier, Earlier::Removed);
    assert_eq!(names(&output.path().join("records")), ["other.json"]);
    let rejected = fs::read_to_string(output.path().join("rejected.jsonl")).expect("it reads");
    assert_eq!(
        rejected,
        "{\"path\":\"lima.txt\",\"code\":\"binary\",\"reason\":\"`lima.txt` is not text but a binary file; \
         save it as text or HTML\"}\n"
    );
    fs::write(input.path().join("lima.txt"), GOOD).expect("a file");
    build(input.path(), output.path(), 1);
    assert!(!output.path().join("rejected.jsonl").exists());
    assert_same_as_fresh(input.path(), output.path());
}

/// A bulletin that cannot be read may say what it said: its record stays.
#[cfg(unix)]
#[test]
fn an_unreadable_bulletin_keeps_its_record() {
    let input = folder_with(&[("lima.txt", GOOD), ("other.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 1);
    let before = files(output.path());
    fs::remove_file(input.path().join("lima.txt")).expect("it goes");
    std::os::unix::fs::symlink("nowhere", input.path().join("lima.txt")).expect("a link");
    let report = build(input.path(), output.path(), 1);
    assert_eq!((report.bulletins, report.removed.len()), (1, 0));
    assert_eq!(report.failures[0].earlier, Earlier::Kept);
    let after = files(output.path());
    let same = before.iter().filter(|(path, _)| !path.ends_with("manifest.json"));
    assert!(same.into_iter().all(|(path, bytes)| after[path] == *bytes), "the tables keep it too");
}

#[test]
fn order_does_not_depend_on_the_number() {
    let bulletins: Vec<(String, &[u8])> = (0..600).map(|n| (format!("{n:03}.txt"), GOOD)).collect();
    let bulletins: Vec<(&str, &[u8])> = bulletins.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let input = folder_with(&bulletins);
    let output = TempDir::new().expect("a folder");
    assert_eq!(build(input.path(), output.path(), 8).bulletins, 600);
    let lines = lines(output.path());
    let ids: Vec<_> = lines.iter().map(|line| line[27..].get(..3)).collect();
    assert!(ids.is_sorted() && ids.len() == 600, "{:?}", ids.first());
}

#[test]
fn what_cannot_be_written_is_named_and_nothing_is_half_there() {
    let input = folder_with(&[("lima.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    fs::write(output.path().join("records"), "a file where a folder must be").expect("a file");
    let error = try_build(input.path(), output.path(), 1).expect_err("it cannot be written");
    assert_eq!(error.code(), "unwritable");
    let message = error.to_string();
    assert!(message.contains("records/lima.json`: there is a file where a folder"), "{message}");
    // What notes that the run did not come to its end stays for the next one.
    assert_eq!(names(output.path()), [".chancery-run", "records"]);
    fs::remove_file(output.path().join("records")).expect("it goes");
    build(input.path(), output.path(), 1);
    assert_same_as_fresh(input.path(), output.path());
}

#[test]
fn what_is_too_much_for_a_bulletin_is_refused_by_name() {
    let numbers = "12 ".repeat(dataset::MOST_FIGURES + 1);
    let large = vec![b'a'; usize::try_from(source::LARGEST).expect("it fits") + 1];
    let good = b"[Overview] Alba is the capital of Spain. It covers 12 square kilometers.";
    let input = folder_with(&[
        ("good.txt", good),
        ("numbers.txt", numbers.as_bytes()),
        ("large.txt", &large),
    ]);
    let output = TempDir::new().expect("a folder");
    let report = build(input.path(), output.path(), 2);
    let codes: Vec<_> = report.failures.iter().map(|f| f.error.code()).collect();
    assert_eq!((report.bulletins, codes), (1, vec!["too_large", "too_many_figures"]));
}

/// A line of any length is read in pieces: no number of it is lost, and none is read twice.
#[test]
fn a_sentence_without_end_loses_nothing() {
    let line = "the city had 1,234 people and ".repeat(2000);
    let record = chancery::pipeline::extract("long", "long.txt", line.as_bytes());
    let figures = record.facts.iter().filter(|f| f.evidence.text.contains("1,234")).count();
    assert_eq!((figures, record.unclaimed.len()), (2000, 0));
}

#[test]
fn a_page_nested_without_end_is_read() {
    let page = format!("<html><body>{}[Overview] Alba is old.", "<div>".repeat(100_000));
    let record = chancery::pipeline::extract("deep", "deep.html", page.as_bytes());
    assert!(record.text.contains("Alba is old."), "{:?}", record.text);
}
