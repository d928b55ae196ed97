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
    let qualifier = fact.qualifier.as_ref().map(written);
    let max = fact.value_max.map(|n| n.0.normalize().to_string());
    same(&example.value.as_ref().map(plain), Some(shown(&fact.value)))
        && same(&example.value_max.as_ref().map(plain), max)
        && same(&example.unit, fact.unit.clone())
        && same(&example.qualifier, qualifier)
        && same(&example.subject, fact.subject.clone())
        && same(&example.of, fact.of.clone())
        && same(&example.time, fact.time.clone())
}

/// A value of the record's schema as it is written there.
fn written(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("the value can be written");
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// What an example says, in the form of a report's line.
fn wanted(rule: &RuleText, example: &Example) -> String {
    let property = rule.property.as_deref().or(rule.reason.as_deref()).unwrap_or_default();
    let value = example.value.as_ref().map(plain).unwrap_or_default();
    let max = example.value_max.as_ref().map(|m| format!(" to {}", plain(m))).unwrap_or_default();
    let parts = [
        ("unit", &example.unit),
        ("qualifier", &example.qualifier),
        ("subject", &example.subject),
        ("of", &example.of),
        ("time", &example.time),
    ];
    let parts =
        parts.iter().filter_map(|(name, part)| Some(format!(" {name} {:?}", part.as_ref()?)));
    format!("    wanted {property} = {value}{max}{} [{}]", parts.collect::<String>(), rule.id)
}

fn report(record: &Record) -> String {
    let mut lines: Vec<String> = record
        .facts
        .iter()
        .map(|f| {
            let parts = [
                ("unit", f.unit.clone()),
                ("qualifier", f.qualifier.as_ref().map(written)),
                ("subject", f.subject.clone()),
                ("of", f.of.clone()),
                ("time", f.time.clone()),
            ];
            let parts = parts
                .iter()
                .filter_map(|(name, part)| Some(format!(" {name} {:?}", part.as_ref()?)));
            let max = f.value_max.map(|n| format!(" to {}", n.0.normalize())).unwrap_or_default();
            format!(
                "    got    {} = {}{max}{} [{}]",
                f.property,
                shown(&f.value),
                parts.collect::<String>(),
                f.rule
            )
        })
        .collect();
    lines.extend(record.unclaimed.iter().map(|u| format!("    got    unclaimed {:?}", u.text)));
    lines.extend(
        record
            .passed_over
            .iter()
            .map(|p| format!("    got    passed over {:?} as {}", p.text, written(&p.reason))),
    );
    if lines.is_empty() {
        lines.push("    got    nothing".to_string());
    }
    lines.join("\n")
}

/// Whether a rule made what the example says.
fn makes(rule: &RuleText, example: &Example, record: &Record) -> bool {
    let Some(reason) = &rule.reason else {
        return record.facts.iter().any(|f| f.rule == rule.id && fits(f, example));
    };
    let value = example.value.as_ref().map(plain).unwrap_or_default();
    record.passed_over.iter().any(|p| p.text == value && written(&p.reason) == *reason)
}

/// Whether a rule made anything; one that passes over is known by its reason alone.
fn makes_any(rule: &RuleText, record: &Record) -> bool {
    match &rule.reason {
        Some(reason) => record.passed_over.iter().any(|p| written(&p.reason) == *reason),
        None => record.facts.iter().any(|f| f.rule == rule.id),
    }
}

fn rules() -> impl Iterator<Item = &'static RuleText> {
    Extractor::built_in().rules().all.iter().map(|r| &r.text)
}

#[test]
fn examples_come_out() {
    let mut failures = Vec::new();
    for rule in rules() {
        for example in &rule.examples {
            let record = bulletin(rule, &example.text);
            if !makes(rule, example, &record) || !record.unclaimed.is_empty() {
                let (wanted, got) = (wanted(rule, example), report(&record));
                failures.push(format!("{}: {}\n{wanted}\n{got}", rule.id, example.text));
            }
        }
    }
    assert!(failures.is_empty(), "{} examples fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn counter_examples_stay_out() {
    let mut failures = Vec::new();
    for rule in rules() {
        for counter in &rule.counter_examples {
            let record = bulletin(rule, &counter.text);
            if makes_any(rule, &record) {
                let got = report(&record);
                failures.push(format!(
                    "{}: {}\n    this is not {}\n{got}",
                    rule.id, counter.text, counter.not
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

/// Examples that a rule must have.
const ENOUGH: usize = 3;

/// Rules that have fewer, and why.
const EXCUSED: &[(&str, &str)] = &[
    (
        "distance.of-named-city",
        "distances from and to a place are read by `distance.from` and `distance.away`",
    ),
    (
        "sister_city_since.tie-formed",
        "the patterns of `sister_city_since.became` read most of what it could",
    ),
];

#[test]
fn every_rule_shows_what_it_is_for() {
    let excused = |rule: &RuleText| EXCUSED.iter().any(|(id, _)| *id == rule.id);
    let mut faults = Vec::new();
    for rule in rules() {
        match (rule.examples.len(), excused(rule)) {
            (0, _) => faults.push(format!("{} has no example", rule.id)),
            (few @ 1..ENOUGH, false) => {
                faults.push(format!("{} has {few} examples, not {ENOUGH}", rule.id))
            }
            (ENOUGH.., true) => faults.push(format!("{} needs no excuse any more", rule.id)),
            _ => {}
        }
        let mut texts: Vec<_> = rule.examples.iter().map(|e| &e.text).collect();
        texts.sort_unstable();
        let repeated = texts.windows(2).filter(|pair| pair[0] == pair[1]);
        faults.extend(repeated.map(|pair| format!("{} says twice: {}", rule.id, pair[0])));
        let hollow = rule.examples.iter().filter(|e| e.value.is_none());
        faults.extend(hollow.map(|e| format!("{} states no value: {}", rule.id, e.text)));
    }
    let unknown = EXCUSED.iter().filter(|(id, _)| !rules().any(|r| r.id == *id));
    faults.extend(unknown.map(|(id, _)| format!("{id} is excused, but there is no such rule")));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
