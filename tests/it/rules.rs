//! The rules' own examples and counter-examples.

use chancery::examples;
use chancery::pipeline::Extractor;
use chancery::rules::RuleText;

fn rules() -> impl Iterator<Item = &'static RuleText> {
    Extractor::built_in().rules().all.iter().map(|r| &r.text)
}

#[test]
fn examples_come_out_and_look_alikes_do_not() {
    let (count, failures) = examples::check(Extractor::built_in(), false);
    let told: Vec<String> =
        failures.iter().map(|f| format!("{}: {}\n{}", f.rule, f.text, f.told)).collect();
    assert!(count > 500, "only {count} examples were run");
    assert!(failures.is_empty(), "{} examples fail:\n{}", failures.len(), told.join("\n"));
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
                faults.push(format!("{} has {few} examples, not {ENOUGH}", rule.id));
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
