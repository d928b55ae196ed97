//! What `score` makes of a small folder with one case of each kind of hit and miss, and of all answers.

use std::fs;
use std::path::{Path, PathBuf};

use chancery::record::Record;
use chancery::score::{Answers, Score};

fn answers(folder: &str) -> Vec<Answers> {
    let entries = fs::read_dir(folder).expect("a folder of answers");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("answers");
    paths
        .iter()
        .map(|p| Answers::parse(&read(p)).unwrap_or_else(|e| panic!("{}: {e}", p.display())))
        .collect()
}

fn record(folder: &str, id: &str) -> Option<Record> {
    let json = fs::read_to_string(Path::new(folder).join(format!("{id}.json"))).ok()?;
    Some(serde_json::from_str(&json).unwrap_or_else(|e| panic!("{id}: {e}")))
}

#[test]
fn each_kind_of_hit_and_miss() {
    let mut score = Score::default();
    for answers in answers("tests/score/answers") {
        score.add(&answers, record("tests/score/records", &answers.doc).as_ref());
    }
    let misses: Vec<String> = score.misses().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!("score", format!("{}\n{score}", misses.join("\n")));
    insta::assert_snapshot!("score_json", score.to_json());
}

#[test]
fn all_answers_are_well_formed() {
    assert!(answers("tests/gold").len() >= 24);
}
