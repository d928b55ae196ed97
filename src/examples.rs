//! The rules' own examples and counter-examples, each run through the whole pipeline.

use crate::pipeline::Extractor;
use crate::record::{Fact, Record, Value};
use crate::rules::{Example, RuleText, Silent};

/// An example that does not come out, or a look-alike that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule's id.
    pub rule: String,
    /// The sentence.
    pub text: String,
    /// What was wanted and what came out, in lines.
    pub told: String,
}

/// Runs the examples of all rules, or of the user's alone; gives how many there are, and those that fail.
pub fn check(extractor: &Extractor, own: bool) -> (usize, Vec<Failure>) {
    let rules = extractor.rules().all.iter().filter(|rule| rule.own || !own);
    let mut count = 0;
    let mut failures = Vec::new();
    for rule in rules.map(|rule| &rule.text) {
        count += rule.examples.len() + rule.counter_examples.len();
        failures.extend(missed(extractor, rule));
        failures.extend(mistaken(extractor, rule));
    }
    (count, failures)
}

/// The examples that the rule does not make.
fn missed(extractor: &Extractor, rule: &RuleText) -> Vec<Failure> {
    let mut failures = Vec::new();
    for example in &rule.examples {
        let record = bulletin(extractor, rule, &example.text);
        if !makes(rule, example, &record) || !record.unclaimed.is_empty() {
            let told = format!("{}\n{}", wanted(rule, example), report(&record));
            failures.push(Failure { rule: rule.id.clone(), text: example.text.clone(), told });
        }
    }
    failures
}

/// The look-alikes that the rule takes.
fn mistaken(extractor: &Extractor, rule: &RuleText) -> Vec<Failure> {
    let mut failures = Vec::new();
    for counter in &rule.counter_examples {
        let record = bulletin(extractor, rule, &counter.text);
        if makes_any(rule, &record) {
            let told = format!("    this is not {}\n{}", counter.not, report(&record));
            failures.push(Failure { rule: rule.id.clone(), text: counter.text.clone(), told });
        }
    }
    failures
}

/// A small bulletin about CITY whose only section is one that the rule works in.
fn bulletin(extractor: &Extractor, rule: &RuleText, text: &str) -> Record {
    let heading = match rule.sections.first().map(String::as_str) {
        Some("politics") => "Politics",
        Some("relations") => "Relations with Beijing",
        Some("history") => "History",
        _ => "Overview",
    };
    let body = format!("[Overview] CITY is a city.\n\n[{heading}] {text}\n");
    extractor.extract("example", "example.txt", body.as_bytes(), &mut Silent)
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
    let max = fact.value_max.as_ref().map(shown);
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
    let value = serde_json::to_value(value).unwrap_or_default();
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
            let max =
                f.value_max.as_ref().map(|max| format!(" to {}", shown(max))).unwrap_or_default();
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
