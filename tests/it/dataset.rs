//! Whole runs: `input/` gives the committed `output/`, whatever the threads, and bad bulletins harm no good ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::dataset::{self, Options, Summary};
use chancery::source;
use tempfile::TempDir;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn build(input: &Path, output: &Path, threads: usize) -> Summary {
    let listing = source::list(&[input.to_owned()]).expect("there are bulletins");
    let options = Options { threads: Some(threads) };
    dataset::build(listing, output, options, &mut |_| {}).expect("the folder can be written")
}

/// All files below a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
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

fn folder_with(bulletins: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in bulletins {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

const GOOD: &[u8] =
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
    let summary = build(input.path(), output.path(), 2);
    assert_eq!(names.map(time), before);
    assert_eq!((summary.bulletins, summary.removed, summary.failed), (2, 0, 0));
}

#[test]
fn records_go_with_their_bulletins_and_nothing_else_does() {
    let input = folder_with(&[("lima.txt", GOOD), ("old/cusco.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 1);
    fs::write(output.path().join("records/notes.json"), "{\"format\": \"mine\"}").expect("a file");
    fs::remove_file(input.path().join("old/cusco.txt")).expect("it goes");
    let summary = build(input.path(), output.path(), 1);
    assert_eq!(summary.removed, 1);
    let left: Vec<_> = files(&output.path().join("records")).into_keys().collect();
    assert_eq!(left, [PathBuf::from("lima.json"), PathBuf::from("notes.json")]);
    assert!(!output.path().join("records/old").exists());
}

#[test]
fn one_bad_bulletin_harms_no_other() {
    let input = folder_with(&[
        ("bad.txt", b"\x00\x01\x02\xff\xfe\x00binary\x00\x00"),
        ("empty.txt", b""),
        ("lima.txt", GOOD),
    ]);
    let output = TempDir::new().expect("a folder");
    let listing = source::list(&[input.path().to_owned()]).expect("there are bulletins");
    let mut said = Vec::new();
    let summary = dataset::build(listing, output.path(), Options::default(), &mut |outcome| {
        said.extend(outcome.err().map(|f| (f.code, f.path.clone())));
    });
    let summary = summary.expect("the folder can be written");
    assert_eq!((summary.bulletins, summary.failed), (2, 1));
    assert_eq!(said, [("binary", input.path().join("bad.txt"))]);
}

#[test]
fn a_failing_bulletin_keeps_its_earlier_record() {
    let input = folder_with(&[("lima.txt", GOOD), ("other.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 1);
    let record = output.path().join("records/lima.json");
    let before = fs::read(&record).expect("it reads");
    fs::write(input.path().join("lima.txt"), [0u8; 64]).expect("a file");
    let summary = build(input.path(), output.path(), 1);
    assert_eq!((summary.failed, summary.removed), (1, 0));
    assert_eq!(fs::read(&record).expect("it is still there"), before);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let input = folder_with(&[("lima.txt", GOOD)]);
    let output = TempDir::new().expect("a folder");
    fs::write(output.path().join("records"), "a file where a folder must be").expect("a file");
    let listing = source::list(&[input.path().to_owned()]).expect("there are bulletins");
    let error = dataset::build(listing, output.path(), Options::default(), &mut |_| {});
    let message = error.expect_err("it cannot be written").to_string();
    assert!(message.starts_with("cannot write `") && message.contains("records"), "{message}");
}
