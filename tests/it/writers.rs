//! The written forms of records, and the schema that they keep to.

use std::fs;

use chancery::pipeline;
use chancery::record::{Reason, Record, WarningCode};
use chancery::source;
use chancery::write::{Cells, Facts, JsonLines, Writer, pretty, schema, schema_text};
use serde_json::{Value, json};

/// A record written by hand, so that no change of the rules touches it, in its indented form.
fn by_hand() -> (String, Record) {
    let json = fs::read_to_string("tests/writers/pontalba.json").expect("the record");
    let record = serde_json::from_str(&json).expect("a record");
    (json, record)
}

fn indented(record: &Record) -> String {
    let mut out = Vec::new();
    pretty(record, &mut out).expect("writes");
    String::from_utf8(out).expect("UTF-8")
}

fn lines(records: &[&Record]) -> String {
    let mut out = Vec::new();
    let mut lines = JsonLines::new(&mut out);
    for record in records {
        lines.write(record).expect("writes");
    }
    lines.finish().expect("writes");
    String::from_utf8(out).expect("UTF-8")
}

fn table(record: &Record, cells: Cells) -> String {
    let mut out = Vec::new();
    let mut facts = Facts::new(&mut out, cells).expect("writes");
    facts.write(record).expect("writes");
    facts.finish().expect("writes");
    drop(facts);
    String::from_utf8(out).expect("UTF-8")
}

/// The records of the sample bulletins.
fn samples() -> Vec<Record> {
    let listing = source::list(&["input".into()]).expect("the samples");
    let read = |input: &source::Input| {
        let bytes = source::read(input).expect("a sample");
        pipeline::extract(&input.id, &input.relative, &bytes)
    };
    listing.inputs.iter().map(read).collect()
}

#[test]
fn the_hand_written_record_holds_what_its_text_says() {
    let (_, record) = by_hand();
    let quote = |start, end| record.text.chars().skip(start).take(end - start).collect::<String>();
    for fact in &record.facts {
        assert_eq!(quote(fact.evidence.start, fact.evidence.end), fact.evidence.text);
    }
}

#[test]
fn indented_json_reads_back_and_writes_the_same() {
    let (json, record) = by_hand();
    assert_eq!(indented(&record), json);
}

#[test]
fn json_lines() {
    let (_, record) = by_hand();
    let text = lines(&[&record, &record]);
    let read: Vec<Record> =
        text.lines().map(|l| serde_json::from_str(l).expect("a record")).collect();
    assert_eq!(read, [record.clone(), record.clone()]);
    assert!(text.ends_with("}\n"));
    insta::assert_snapshot!("jsonl", lines(&[&record]));
}

#[test]
fn facts_as_a_table() {
    let (_, record) = by_hand();
    insta::assert_snapshot!("facts_csv", table(&record, Cells::Exact));
}

#[test]
fn a_table_reads_back_cell_by_cell() {
    let (_, record) = by_hand();
    let text = table(&record, Cells::Exact);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
    assert_eq!(rows.len(), record.facts.len());
    for (row, fact) in rows.iter().zip(&record.facts) {
        assert_eq!((&row[1], &row[19]), (fact.id.as_str(), fact.evidence.text.as_str()));
    }
}

#[test]
fn a_guarded_table_differs_in_formulas_alone() {
    let (_, record) = by_hand();
    let guarded = table(&record, Cells::Guarded);
    assert_eq!(guarded.matches("'=SUM(A1)").count(), 2);
    assert_eq!(guarded.replace("'=SUM", "=SUM"), table(&record, Cells::Exact));
}

#[test]
fn numbers_survive_every_form() {
    let (json, record) = by_hand();
    for number in ["79228162514264337593543950335", "0.1000000000000000055"] {
        assert!(json.contains(&format!(": {number},")));
        assert!(lines(&[&record]).contains(&format!(":{number},")));
        assert!(table(&record, Cells::Exact).contains(&format!(",{number},{number},")));
    }
}

#[test]
fn what_a_later_version_adds_is_read_and_kept() {
    let reason: Reason = serde_json::from_str("\"leap_second\"").expect("a reason");
    let code: WarningCode = serde_json::from_str("\"too_long\"").expect("a code");
    assert_eq!(
        serde_json::to_value((&reason, &code)).expect("writes"),
        json!(["leap_second", "too_long"])
    );
    let (json, record) = by_hand();
    let more = json.replacen("\"id\"", "\"later\": {\"a\": [1.5]}, \"id\"", 1);
    assert_eq!(serde_json::from_str::<Record>(&more).expect("a record"), record);
}

#[test]
fn every_record_keeps_to_the_schema_and_reads_back() {
    let open = jsonschema::validator_for(&schema()).expect("a schema");
    let closed = jsonschema::validator_for(&closed()).expect("a schema");
    let mut records = samples();
    assert!(records.len() >= 24);
    records.push(by_hand().1);
    records.push(pipeline::extract("-", "-", b""));
    for record in records {
        let json = indented(&record);
        let value: Value = serde_json::from_str(&json).expect("JSON");
        for schema in [&open, &closed] {
            let faults: Vec<String> =
                schema.iter_errors(&value).map(|e| format!("{} {e}", e.instance_path())).collect();
            assert!(faults.is_empty(), "{}: {faults:#?}", record.id);
        }
        assert_eq!(serde_json::from_str::<Record>(&json).expect("a record"), record);
    }
}

#[test]
fn the_schema_is_open_and_its_closed_form_is_not() {
    let open = jsonschema::validator_for(&schema()).expect("a schema");
    let closed = jsonschema::validator_for(&closed()).expect("a schema");
    let value: Value = serde_json::from_str(&by_hand().0).expect("JSON");
    for (pointer, key, new) in [
        ("", "later", json!(1)),
        ("/facts/0", "later", json!("x")),
        ("/passed_over/0", "reason", json!("leap_second")),
        ("/warnings/0", "code", json!("too_long")),
    ] {
        let mut changed = value.clone();
        changed.pointer_mut(pointer).expect("a place")[key] = new;
        assert!(open.is_valid(&changed), "{pointer}/{key}");
        assert!(!closed.is_valid(&changed), "{pointer}/{key}");
    }
    for (pointer, wrong) in [
        ("/format", json!("chancery/2")),
        ("/city", json!(null)),
        ("/source/sha256", json!("abc")),
        ("/facts/0/value", json!({})),
    ] {
        let mut changed = value.clone();
        *changed.pointer_mut(pointer).expect("a place") = wrong;
        assert!(!open.is_valid(&changed), "{pointer}");
    }
}

#[test]
fn the_schema_as_text() {
    assert_eq!(serde_json::from_str::<Value>(&schema_text(&[])).expect("JSON"), schema());
    insta::assert_snapshot!("schema", schema_text(&[]));
}

/// The schema without room for what a later version may add.
fn closed() -> Value {
    let mut schema = schema();
    close(&mut schema);
    schema
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            if object.contains_key("properties") {
                object.insert("additionalProperties".into(), json!(false));
            }
            // Known words or any other text: the known words alone.
            if let Some(Value::Array(any)) = object.get_mut("anyOf")
                && any.iter().any(|s| s.get("enum").is_some())
            {
                any.retain(|s| s.get("enum").is_some());
            }
        }
        Value::Array(all) => all.iter_mut().for_each(close),
        _ => {}
    }
}
