//! What single sentences are read as: one line a sentence in `tests/readings/sentences.txt`, its section before it.

use std::fmt::Write as _;

use chancery::pipeline::Extractor;
use chancery::record::{Fact, Value};
use chancery::rules::Silent;

/// The sentences, each as "section|sentence".
const SENTENCES: &str = include_str!("../readings/sentences.txt");

/// A fact in a line: property, value and unit, then subject, `of` and time where it has them.
fn line(fact: &Fact) -> String {
    let plain = |value: &Value| match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(items) => items.join(", "),
    };
    let mut line = format!("    {} {}", fact.property, plain(&fact.value));
    let parts = [
        (" to ", fact.value_max.as_ref().map(plain)),
        (" ", fact.unit.clone()),
        (" | ", fact.subject.clone()),
        (" of ", fact.of.clone()),
        (" at ", fact.time.clone()),
    ];
    for (lead, part) in parts {
        if let Some(part) = part {
            let _ = write!(line, "{lead}{part}");
        }
    }
    line
}

#[test]
fn sentences_are_read_as_before() {
    let extractor = Extractor::built_in();
    let mut read = String::new();
    for entry in SENTENCES.lines() {
        let (section, sentence) = entry.split_once('|').expect("a section and a sentence");
        let text =
            format!("Riga (Latvia)\n\n[Overview] Riga is a city.\n\n[{section}] {sentence}\n");
        let record = extractor.extract("riga", "riga.txt", text.as_bytes(), &mut Silent);
        let _ = writeln!(read, "{sentence}");
        for fact in &record.facts {
            let _ = writeln!(read, "{}", line(fact));
        }
        for left in &record.unclaimed {
            let _ = writeln!(read, "    unclaimed {}", left.text);
        }
    }
    insta::assert_snapshot!("readings", read);
}
