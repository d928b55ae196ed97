//! A second build makes what changed and nothing else, and comes to what a first build would make.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chancery::dataset::{self, Earlier, Event, Options, Report, Trust};
use chancery::pipeline::Extractor;
use chancery::source;
use tempfile::TempDir;

use crate::dataset::{GOOD, assert_same_as_fresh, build, files, folder_with, names};

pub(crate) const OTHER: &[u8] = b"[Overview] Cusco is a city in Peru. It has 8 districts.\n";

/// A build with these rules, and the names of the files that it touched.
pub(crate) fn build_with(extractor: &Extractor, options: Options<'_>) -> (Report, Vec<String>) {
    let mut touched = Vec::new();
    let listing = source::list(&[options.input.to_owned()]).expect("there are bulletins");
    let mut tell = |event: Event<'_>| {
        if let Event::File(change) = event {
            touched.push(format!("{:?} {}", change.kind, change.name));
        }
    };
    let report = dataset::build(extractor, listing, options, || {}, &mut tell);
    (report.expect("the folder can be written"), touched)
}

pub(crate) fn rebuild(input: &Path, output: &Path) -> (Report, Vec<String>) {
    build_with(Extractor::built_in(), Options::new(input, output))
}

fn times(output: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let time = |path: &PathBuf| fs::metadata(output.join(path)).and_then(|m| m.modified());
    files(output).into_keys().map(|path| (path.clone(), time(&path).expect("a time"))).collect()
}

/// Two bulletins and what is made of them.
fn two() -> (TempDir, TempDir) {
    let input = folder_with(&[("lima.txt", GOOD), ("old/cusco.txt", OTHER)]);
    let output = TempDir::new().expect("a folder");
    build(input.path(), output.path(), 2);
    (input, output)
}

#[test]
fn nothing_changed_nothing_made() {
    let (input, output) = two();
    let before = times(output.path());
    let (report, touched) = rebuild(input.path(), output.path());
    assert_eq!((report.bulletins, report.unchanged, report.facts), (2, 2, 3));
    assert_eq!((touched, times(output.path())), (vec![], before));
}

#[test]
fn what_changed_is_made_alone() {
    let (input, output) = two();
    fs::write(input.path().join("lima.txt"), OTHER).expect("a file");
    let before = times(output.path());
    let (report, touched) = rebuild(input.path(), output.path());
    assert_eq!((report.bulletins, report.unchanged), (2, 1));
    let wanted = ["records/lima.json", "records.jsonl", "facts.csv", "manifest.json"];
    assert_eq!(touched, wanted.map(|name| format!("Change {name}")));
    let kept = Path::new("records/old/cusco.json");
    assert_eq!(times(output.path())[kept], before[kept]);
    assert_same_as_fresh(input.path(), output.path());
}

/// The path is part of the record, so another one is another record even of the same bytes.
#[test]
fn another_name_is_another_bulletin() {
    let (input, output) = two();
    fs::rename(input.path().join("lima.txt"), input.path().join("lima.htm")).expect("renamed");
    fs::rename(input.path().join("old"), input.path().join("new")).expect("renamed");
    let (report, _) = rebuild(input.path(), output.path());
    assert_eq!((report.unchanged, &*report.removed), (0, &["old/cusco".to_owned()][..]));
    assert_same_as_fresh(input.path(), output.path());
}

#[test]
fn an_output_that_is_not_ours_is_made_anew() {
    for name in ["records/lima.json", "facts.csv", "records.jsonl", "record.schema.json"] {
        let (input, output) = two();
        let path = output.path().join(name);
        let bytes = fs::read_to_string(&path).expect("it reads");
        fs::write(&path, bytes.replace('a', "b")).expect("a file");
        let (_, touched) = rebuild(input.path(), output.path());
        assert_eq!(touched, [format!("Change {name}")]);
        fs::remove_file(&path).expect("it goes");
        let (_, touched) = rebuild(input.path(), output.path());
        assert_eq!(touched, [format!("Create {name}")]);
        assert_same_as_fresh(input.path(), output.path());
    }
}

#[test]
fn without_a_good_manifest_all_is_made() {
    let (input, output) = two();
    let path = output.path().join("manifest.json");
    let good = fs::read_to_string(&path).expect("it reads");
    for bad in [good.replace("\"facts\":2", "\"facts\":3"), good[..99].to_owned(), String::new()] {
        fs::write(&path, &bad).expect("a file");
        let (report, touched) = rebuild(input.path(), output.path());
        assert_eq!((report.unchanged, &*touched), (0, &["Change manifest.json".to_owned()][..]));
        assert_eq!(fs::read_to_string(&path).expect("it reads"), good);
    }
    fs::remove_file(&path).expect("it goes");
    let (report, touched) = rebuild(input.path(), output.path());
    assert_eq!((report.unchanged, &*touched), (0, &["Create manifest.json".to_owned()][..]));
}

#[test]
fn force_makes_all() {
    let (input, output) = two();
    let options = Options { trust: Trust::Nothing, ..Options::new(input.path(), output.path()) };
    let (report, touched) = build_with(Extractor::built_in(), options);
    assert_eq!((report.unchanged, touched), (0, vec![]));
}

#[test]
fn other_rules_make_all() {
    let (input, output) = two();
    let rule = r#"
        [[rule]]
        id = "x"
        property = "count"
        pattern = '{value:number} nothing'
    "#;
    let own = Extractor::with_own(&[("a.toml", rule)]).expect("it compiles");
    let options = Options::new(input.path(), output.path());
    let (report, touched) = build_with(&own, options);
    assert_eq!((report.unchanged, &*touched), (0, &["Change manifest.json".to_owned()][..]));
    assert_eq!(build_with(&own, options).0.unchanged, 2);
    // The name of a file of rules is no part of them; a word more is.
    let renamed = Extractor::with_own(&[("b.toml", rule)]).expect("it compiles");
    assert_eq!(build_with(&renamed, options).0.unchanged, 2);
    let more =
        Extractor::with_own(&[("a.toml", &format!("{rule}\n[abbreviations]\nnever = [\"Kh.\"]"))]);
    assert_eq!(build_with(&more.expect("it compiles"), options).0.unchanged, 0);
}

/// Where a folder cannot be read, the records of its bulletins stay, in the tables too.
#[cfg(unix)]
#[test]
fn an_unreadable_folder_takes_nothing_away() {
    use chancery::error::Error;
    let (input, output) = two();
    let before = files(output.path());
    fs::remove_dir_all(input.path().join("old")).expect("it goes");
    let mut listing = source::list(&[input.path().to_owned()]).expect("there are bulletins");
    let error = std::io::ErrorKind::PermissionDenied.into();
    listing.problems.push(Error::Unreadable { path: input.path().join("old"), error });
    let options = Options::new(input.path(), output.path());
    let report = dataset::build(Extractor::built_in(), listing, options, || {}, &mut |_| {});
    let report = report.expect("the folder can be written");
    assert_eq!(
        (report.left, report.removed, report.bulletins),
        (vec!["old/cusco".to_owned()], vec![], 2)
    );
    assert_eq!(report.failures[0].earlier, Earlier::None);
    let after = files(output.path());
    for name in ["records/old/cusco.json", "records.jsonl", "facts.csv"].map(Path::new) {
        assert!(after[name] == before[name], "{}", name.display());
    }
    let (report, _) = rebuild(input.path(), output.path());
    assert_eq!(report.removed, ["old/cusco"]);
    assert_same_as_fresh(input.path(), output.path());
}

#[test]
fn a_second_build_at_once_is_told_who_holds_the_output() {
    let (input, output) = two();
    let listing = || source::list(&[input.path().to_owned()]).expect("there are bulletins");
    let options = Options { trust: Trust::Nothing, ..Options::new(input.path(), output.path()) };
    let second = || {
        let done = dataset::build(Extractor::built_in(), listing(), options, || {}, &mut |_| {});
        let told = done.expect_err("it is held").to_string();
        assert!(told.contains(&format!("(process {})", std::process::id())), "{told}");
    };
    let first = dataset::build(Extractor::built_in(), listing(), options, second, &mut |_| {});
    assert_eq!(first.expect("it goes on").bulletins, 2);
    assert!(!names(output.path()).iter().any(|name| name.starts_with('.')));
}
