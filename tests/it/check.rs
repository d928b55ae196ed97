//! A check names what a build would do, and does nothing.

use std::fs;
use std::path::Path;

use chancery::dataset::{Kind, Mode, Options, Report};
use chancery::pipeline::Extractor;
use tempfile::TempDir;

use crate::dataset::{GOOD, build, files, folder_with};
use crate::incremental::{OTHER, build_with, rebuild};

/// A check, which leaves the output as it is.
fn check(input: &Path, output: &Path) -> (Report, Vec<String>) {
    let before = output.exists().then(|| files(output));
    let options = Options { mode: Mode::Check, ..Options::new(input, output) };
    let checked = build_with(Extractor::built_in(), options);
    assert!(before == output.exists().then(|| files(output)), "a check has written");
    checked
}

/// A check and then a build, which do the same.
#[track_caller]
fn check_and_build(input: &Path, output: &Path, wanted: &[&str]) {
    let (report, named) = check(input, output);
    assert_eq!(named, wanted);
    assert_eq!(report.changes, wanted.len());
    assert_eq!(rebuild(input, output).1, wanted);
    assert_eq!(check(input, output).1, [""; 0]);
}

#[test]
fn it_names_what_a_build_does() {
    let input = folder_with(&[("lima.txt", GOOD), ("old/cusco.txt", OTHER)]);
    let folder = TempDir::new().expect("a folder");
    let (input, output) = (input.path(), &folder.path().join("new"));
    let all = [
        "Create records/lima.json",
        "Create records/old/cusco.json",
        "Create records.jsonl",
        "Create facts.csv",
        "Create record.schema.json",
        "Create manifest.json",
    ];
    check_and_build(input, output, &all);
    fs::rename(input.join("old/cusco.txt"), input.join("cusco.txt")).expect("renamed");
    fs::write(input.join("bad.txt"), [0; 64]).expect("a file");
    let renamed = [
        "Create records/cusco.json",
        "Change records.jsonl",
        "Change facts.csv",
        "Create rejected.jsonl",
        "Remove records/old/cusco.json",
        "Change manifest.json",
    ];
    check_and_build(input, output, &renamed);
    fs::remove_file(input.join("bad.txt")).expect("it goes");
    check_and_build(input, output, &["Remove rejected.jsonl", "Change manifest.json"]);
    fs::write(output.join("facts.csv"), "mine").expect("a file");
    check_and_build(input, output, &["Change facts.csv"]);
    fs::remove_file(output.join("records/lima.json")).expect("it goes");
    check_and_build(input, output, &["Create records/lima.json"]);
    fs::remove_file(output.join("manifest.json")).expect("it goes");
    check_and_build(input, output, &["Create manifest.json"]);
}

/// A rejected bulletin is in the output too: it is told again, but nothing is to be done.
#[test]
fn what_is_rejected_again_is_in_order() {
    let input = folder_with(&[("lima.txt", GOOD), ("bad.txt", &[0; 64]), ("LIMA.htm", GOOD)]);
    let folder = TempDir::new().expect("a folder");
    build(input.path(), folder.path(), 1);
    let (report, named) = check(input.path(), folder.path());
    assert_eq!((report.failures.len(), report.unchanged, named.len()), (2, 1, 0));
    // What was rejected and is good now is not in order.
    fs::write(input.path().join("bad.txt"), OTHER).expect("a file");
    assert!(check(input.path(), folder.path()).1.contains(&"Create records/bad.json".to_owned()));
}

#[test]
fn a_comparison_tells_the_fields_that_change() {
    let input = folder_with(&[("lima.txt", GOOD)]);
    let folder = TempDir::new().expect("a folder");
    build(input.path(), folder.path(), 1);
    let area = String::from_utf8_lossy(GOOD).replace("2,672", "2,673");
    fs::write(input.path().join("lima.txt"), area).expect("a file");
    let options = Options { mode: Mode::Compare, ..Options::new(input.path(), folder.path()) };
    let mut told = Vec::new();
    let listing = chancery::source::list(&[input.path().to_owned()]).expect("there are bulletins");
    let mut tell = |event: chancery::dataset::Event<'_>| {
        if let chancery::dataset::Event::File(change) = event
            && change.kind == Kind::Change
        {
            let side = |side: &Option<String>| side.clone().unwrap_or_default();
            let fields = change.fields.iter();
            told.extend(fields.map(|f| format!("{} {} {}", f.place, side(&f.old), side(&f.new))));
        }
    };
    chancery::dataset::build(Extractor::built_in(), listing, options, || {}, &mut tell)
        .expect("it is compared");
    assert!(told.contains(&"facts[area-61].value 2672 2673".to_owned()), "{told:?}");
    assert!(told.contains(&"summary.area_km2 2672 2673".to_owned()), "{told:?}");
}
