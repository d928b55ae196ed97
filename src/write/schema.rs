//! The JSON Schema of the record.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use serde_json::{Map, Value, json};

use crate::record::{EDTF, FORMAT, Record};
use crate::rules::own::{Holds, Property};

/// The JSON Schema (2020-12) of what this version writes.
///
/// Objects stay open, and so do the lists of warning codes and reasons, since a later version of the same contract may
/// add to them. An absent value is left out, so no key allows null.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(without_null);
    let mut schema = settings.into_generator().into_root_schema_for::<Record>();
    schema.insert("$id".into(), json!(format!("urn:record:{FORMAT}")));
    schema.insert("title".into(), json!(format!("A record of {FORMAT}")));
    schema.to_value()
}

/// The schema of records with properties of a user's own too: what these declare is asked of their facts.
pub fn schema_with(own: &[Property]) -> Value {
    let mut schema = schema();
    let asked: Vec<Value> = own.iter().map(asked).collect();
    if !asked.is_empty() {
        schema["$defs"]["Fact"]["allOf"] = json!(asked);
    }
    schema
}

/// The schema as indented JSON with a final newline.
pub fn schema_text(own: &[Property]) -> String {
    format!("{:#}\n", schema_with(own))
}

/// What a property asks of the facts that have it.
fn asked(property: &Property) -> Value {
    let (mut then, mut required) = (Map::new(), Vec::new());
    let value = property.holds.map(|holds| match holds {
        Holds::Number | Holds::Ordinal | Holds::Percent | Holds::Measure | Holds::Money => {
            json!({ "type": "number" })
        }
        Holds::Date => json!({ "type": "string", "pattern": EDTF }),
        Holds::Duration => json!({ "type": "string", "pattern": "^P" }),
        Holds::Text => json!({ "type": "string" }),
        Holds::List => json!({ "type": "array", "items": { "type": "string" } }),
    });
    then.extend(value.map(|value| ("value".to_owned(), value)));
    let percent = (property.holds == Some(Holds::Percent)).then_some("%");
    if let Some(unit) = property.unit.as_deref().or(percent) {
        then.insert("unit".to_owned(), json!({ "const": unit }));
        required.push("unit");
    }
    if !property.subjects.is_empty() {
        then.insert("subject_kind".to_owned(), json!({ "enum": property.subjects }));
    }
    json!({
        "if": { "properties": { "property": { "const": property.name } } },
        "then": { "properties": then, "required": required },
    })
}

/// Takes the null out of a schema that `Option` made.
fn without_null(schema: &mut Schema) {
    transform_subschemas(&mut without_null, schema);
    let null = json!("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|t| *t != null);
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    let Some(Value::Array(any)) = schema.get_mut("anyOf") else { return };
    let before = any.len();
    any.retain(|s| s.get("type") != Some(&null));
    if any.len() < before
        && any.len() == 1
        && let Some(Value::Object(only)) = any.pop()
    {
        schema.remove("anyOf");
        for (key, value) in only {
            schema.insert(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_its_version_and_allows_no_null() {
        let text = schema_text(&[]);
        assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema()["$id"], "urn:record:chancery/1");
        assert_eq!(schema()["properties"]["format"]["const"], FORMAT);
        assert_eq!(schema()["properties"]["city"]["$ref"], "#/$defs/City");
        assert!(!text.contains("null") && !text.contains("additionalProperties\": false"));
        assert!(text.ends_with("}\n"));
    }
}
