//! What differs between two records, field by field.
//!
//! Records are compared as JSON, values as they are written: a decimal with more digits than a float holds is still told
//! from another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

/// A field that two records do not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its place: `summary.area_km2`, `facts[area-53].value`, `sections[2].heading`; facts are told by their ids, members
    /// of other lists by their number from 0.
    pub place: String,
    /// Its JSON in the old record; none where it has no such field.
    pub old: Option<String>,
    /// Its JSON in the new one.
    pub new: Option<String>,
}

/// The fields in which two records differ, keys in the order of the alphabet, members of lists in their own. What is no
/// JSON differs as a whole.
pub(super) fn fields(old: &[u8], new: &[u8]) -> Vec<Field> {
    let mut fields = Vec::new();
    let old: Option<&RawValue> = serde_json::from_slice(old).ok();
    let new: Option<&RawValue> = serde_json::from_slice(new).ok();
    compare("", old, new, &mut fields);
    fields
}

fn compare(place: &str, old: Option<&RawValue>, new: Option<&RawValue>, fields: &mut Vec<Field>) {
    if old.map(RawValue::get) == new.map(RawValue::get) {
        return;
    }
    match (old.and_then(members), new.and_then(members)) {
        (Some(old), Some(new)) => {
            // Those of the new record in its order, then those that only the old one has.
            let keys: BTreeSet<&str> = new.iter().map(|(key, _)| key.as_str()).collect();
            let gone = old.iter().filter(|(key, _)| !keys.contains(key.as_str()));
            let all = new.iter().chain(gone).map(|(key, _)| key);
            let (old_by, new_by): (BTreeMap<_, _>, BTreeMap<_, _>) =
                (old.iter().cloned().collect(), new.iter().cloned().collect());
            for key in all {
                let below = if place.is_empty() {
                    key.trim_start_matches('.').to_owned()
                } else {
                    format!("{place}{key}")
                };
                compare(&below, old_by.get(key).copied(), new_by.get(key).copied(), fields);
            }
        }
        _ => fields.push(Field { place: place.to_owned(), old: old.map(line), new: new.map(line) }),
    }
}

/// The members of an object or of a list, each under the way to it: `.value`, `[area-53]`, `[2]`.
fn members(value: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    if let Ok(object) = serde_json::from_str::<BTreeMap<String, &RawValue>>(value.get()) {
        return Some(object.into_iter().map(|(key, value)| (format!(".{key}"), value)).collect());
    }
    let list: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
    let ids: Option<Vec<String>> = list.iter().map(|member| id(member)).collect();
    let keys = ids.unwrap_or_else(|| (0..list.len()).map(|number| number.to_string()).collect());
    Some(keys.into_iter().map(|key| format!("[{key}]")).zip(list).collect())
}

fn id(member: &RawValue) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Id {
        id: String,
    }
    serde_json::from_str(member.get()).ok().map(|Id { id }| id)
}

/// The value on one line: line ends are between values only, since strings escape them.
fn line(value: &RawValue) -> String {
    value.get().lines().map(str::trim_start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, wanted: &[&str]) {
        let told = fields(old.as_bytes(), new.as_bytes());
        let side = |side: Option<String>| side.unwrap_or_else(|| "nothing".to_owned());
        let told =
            told.into_iter().map(|f| format!("{}: {} > {}", f.place, side(f.old), side(f.new)));
        assert_eq!(told.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn values_that_differ_are_named() {
        check(r#"{"a": 1, "b": {"c": "x"}}"#, r#"{"a": 1, "b": {"c": "x"}}"#, &[]);
        check(
            r#"{"a": 1, "b": {"c": "x", "d": 1.10}, "z": [1, 2]}"#,
            r#"{"a": 2, "b": {"c": "x", "d": 1.1}, "y": null, "z": [1]}"#,
            &["a: 1 > 2", "b.d: 1.10 > 1.1", "y: nothing > null", "z[1]: 2 > nothing"],
        );
        check(
            "{\"n\": 79228162514264337593543950335}",
            "{\"n\": 79228162514264337593543950334}",
            &["n: 79228162514264337593543950335 > 79228162514264337593543950334"],
        );
    }

    #[test]
    fn facts_are_told_by_their_ids() {
        check(
            "{\"facts\": [{\"id\": \"a-1\", \"value\": 1},\n  {\"id\": \"b-2\", \"value\": 2}]}",
            "{\"facts\": [{\"id\": \"b-2\", \"value\": 3},\n  {\n    \"id\": \"c-3\"}]}",
            &[
                "facts[b-2].value: 2 > 3",
                "facts[c-3]: nothing > {\"id\": \"c-3\"}",
                "facts[a-1]: {\"id\": \"a-1\", \"value\": 1} > nothing",
            ],
        );
    }

    #[test]
    fn what_is_no_record_differs_as_a_whole() {
        check("no json", r#"{"a": 1}"#, &[": nothing > {\"a\": 1}"]);
        check(r#"{"a": 1}"#, r#"{"a": {"b": 1}}"#, &["a: 1 > {\"b\": 1}"]);
    }
}
