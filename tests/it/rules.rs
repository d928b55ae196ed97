//! The rules' own examples and counter-examples, each run through the whole pipeline.

use chancery::pipeline::{Extractor, extract};
use chancery::record::{Fact, Record, Value};
use chancery::rules::{Example, RuleText};

/// A small bulletin about CITY whose only section is one that the rule works in.
fn bulletin(rule: &RuleText, text: &str) -> Record {
    let heading = match rule.sections.first().map(String::as_str) {
        Some("politics") => "Politics",
        Some("relations") => "Relations with Beijing",
        Some("history") => "History",
        _ => "Overview",
    };
    let body = format!("[Overview] CITY is a city.\n\n[{heading}] {text}\n");
    extract("example", "example.txt", body.as_bytes())
}

fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(s) => s.clone(),
        toml::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Number(n) => n.0.normalize().to_string(),
        Value::Text(t) => t.clone(),
        Value::List(l) => l.join("|"),
    }
}

/// Whether a fact is what the example says, as far as it says it.
fn fits(fact: &Fact, example: &Example) -> bool {
    let same = |wanted: &Option<String>, got: Option<String>| {
        wanted.as_ref().is_none_or(|w| got.as_deref() == Some(w))
    };
    let qualifier = fact
        .qualifier
        .and_then(|q| serde_json::to_value(q).ok())
        .and_then(|v| v.as_str().map(str::to_string));
    let max = fact.value_max.map(|n| n.0.normalize().to_string());
    same(&example.value.as_ref().map(plain), Some(shown(&fact.value)))
        && same(&example.value_max.as_ref().map(plain), max)
        && same(&example.unit, fact.unit.clone())
        && same(&example.qualifier, qualifier)
        && same(&example.subject, fact.subject.clone())
        && same(&example.of, fact.of.clone())
        && same(&example.time, fact.time.clone())
}

fn report(record: &Record) -> String {
    let mut lines: Vec<String> = record
        .facts
        .iter()
        .map(|f| {
            format!(
                "    {} = {} {} subject {:?} of {:?} time {:?} [{}]",
                f.property,
                shown(&f.value),
                f.unit.as_deref().unwrap_or(""),
                f.subject,
                f.of,
                f.time,
                f.rule
            )
        })
        .collect();
    lines.extend(record.unclaimed.iter().map(|u| format!("    unclaimed {:?}", u.text)));
    lines.extend(
        record.passed_over.iter().map(|p| format!("    passed over {:?} {:?}", p.text, p.reason)),
    );
    lines.join("\n")
}

#[test]
fn examples_come_out() {
    let mut failures = Vec::new();
    for rule in Extractor::built_in().rules().all.iter().map(|r| &r.text) {
        for example in &rule.examples {
            let record = bulletin(rule, &example.text);
            let made = if rule.reason.is_some() {
                let value = example.value.as_ref().map(plain).unwrap_or_default();
                record.passed_over.iter().any(|p| p.text == value)
            } else {
                record.facts.iter().any(|f| f.rule == rule.id && fits(f, example))
            };
            if !made || !record.unclaimed.is_empty() {
                failures.push(format!("{}: {}\n{}", rule.id, example.text, report(&record)));
            }
        }
    }
    assert!(failures.is_empty(), "{} examples fail:\n{}", failures.len(), failures.join("\n"));
}

/// Rules that other rules nearly always forestall; one example shows what they are for.
const SELDOM: &[&str] = &[
    "agreement.signing",
    "distance.of-named-city",
    "elected.won",
    "founded.put-up",
    "money.per-capita",
    "reelected.won-term",
    "sister_city_since.became-sisters",
    "sister_city_since.tie-formed",
];

#[test]
fn every_rule_shows_what_it_is_for() {
    let rules = Extractor::built_in().rules().all.iter().map(|r| &r.text);
    let lacking: Vec<_> = rules
        .filter(|r| r.examples.len() < if SELDOM.contains(&r.id.as_str()) { 1 } else { 2 })
        .map(|r| format!("{} has {}", r.id, r.examples.len()))
        .collect();
    assert!(lacking.is_empty(), "rules with too few examples: {}", lacking.join(", "));
}

#[test]
fn counter_examples_stay_out() {
    let mut failures = Vec::new();
    for rule in Extractor::built_in().rules().all.iter().map(|r| &r.text) {
        for counter in &rule.counter_examples {
            let record = bulletin(rule, &counter.text);
            if record.facts.iter().any(|f| f.rule == rule.id) {
                failures.push(format!(
                    "{}: {} is not {}\n{}",
                    rule.id,
                    counter.text,
                    counter.not,
                    report(&record)
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} counter-examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
