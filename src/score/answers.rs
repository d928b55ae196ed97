//! The form of answers: what a bulletin's record should say.

use std::num::NonZeroUsize;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::record::{Qualifier, Value};

/// The answers for one bulletin.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The id of the bulletin's record; not checked.
    pub doc: String,
    /// The place it is about.
    pub city: CityAnswer,
    /// Its head.
    pub bulletin: BulletinAnswer,
    /// The keys of its sections, in order.
    pub sections: Vec<String>,
    /// Its facts, in any order.
    pub facts: Vec<Answer>,
}

/// The place a bulletin is about.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CityAnswer {
    /// Its name.
    pub name: Option<String>,
    /// The country's ISO 3166-1 alpha-2 code.
    pub country_code: Option<String>,
}

/// What a bulletin says of itself.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct BulletinAnswer {
    /// The office as printed.
    pub publisher: Option<String>,
    /// EDTF date.
    pub published: Option<String>,
}

/// One fact that a record should have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// A name of the registry.
    pub property: String,
    /// What the value is said of.
    pub subject: Option<String>,
    /// What is counted, shared, ranked or measured.
    pub of: Option<String>,
    /// The value in its normal form.
    pub value: Value,
    /// The upper end of a range.
    pub value_max: Option<Value>,
    /// UCUM code, or ISO 4217 for money.
    pub unit: Option<String>,
    /// How exact it is stated.
    pub qualifier: Option<Qualifier>,
    /// EDTF: when it held.
    pub time: Option<String>,
    /// The words of the text that carry the value.
    pub quote: String,
    /// Which occurrence of the quote is meant, from 1.
    #[serde(default = "first")]
    pub nth: NonZeroUsize,
    /// Neither required nor punished.
    #[serde(default)]
    pub optional: bool,
}

fn first() -> NonZeroUsize {
    NonZeroUsize::MIN
}

/// Why a file holds no answers. The caller names the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswersError {
    /// It is no JSON, or a part beside the facts has another form.
    #[error("{0}")]
    Form(serde_json::Error),
    /// A fact has another form.
    #[error("fact {number}: {message}{}", quoted(quote.as_deref()))]
    Fact {
        /// Its place in the list, from 1.
        number: usize,
        /// What is wrong with it.
        message: String,
        /// Its quote, to find it by.
        quote: Option<String>,
    },
}

fn quoted(quote: Option<&str>) -> String {
    quote.map(|q| format!(" (quote «{q}»)")).unwrap_or_default()
}

/// The file, its facts still to be read one by one, so that an error can name the fact.
#[derive(Deserialize)]
struct File<'a> {
    doc: String,
    #[serde(default)]
    city: CityAnswer,
    #[serde(default)]
    bulletin: BulletinAnswer,
    #[serde(default)]
    sections: Vec<String>,
    #[serde(borrow)]
    facts: Vec<&'a RawValue>,
}

impl Answers {
    /// Reads the content of an answers file.
    ///
    /// # Errors
    ///
    /// It is no JSON of this form; the error says which fact is wrong.
    ///
    /// ```
    /// use chancery::score::Answers;
    ///
    /// let json = r#"{"doc": "seoul", "facts": [{"property": "seats", "value": 110}]}"#;
    /// let error = Answers::parse(json).unwrap_err();
    /// assert_eq!(error.to_string(), "fact 1: missing field `quote`");
    /// ```
    pub fn parse(json: &str) -> Result<Answers, AnswersError> {
        let file: File<'_> = serde_json::from_str(json).map_err(AnswersError::Form)?;
        let facts = file.facts.iter().enumerate();
        let facts =
            facts.map(|(i, fact)| parse_fact(i + 1, fact.get())).collect::<Result<_, _>>()?;
        let File { doc, city, bulletin, sections, .. } = file;
        Ok(Answers { doc, city, bulletin, sections, facts })
    }
}

fn parse_fact(number: usize, json: &str) -> Result<Answer, AnswersError> {
    let wrong = |message: String| {
        #[derive(Deserialize)]
        struct Quote {
            quote: String,
        }
        let quote = serde_json::from_str(json).ok().map(|q: Quote| q.quote);
        AnswersError::Fact { number, message, quote }
    };
    let fact: Answer = serde_json::from_str(json).map_err(|e| wrong(without_place(&e)))?;
    if fact.quote.trim().is_empty() {
        return Err(wrong("expected words in `quote`, but found none".to_owned()));
    }
    Ok(fact)
}

/// The message without its line and column, which count from the fact's own beginning.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.clone(), |(message, _)| message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(Answers::parse(json).expect_err("a wrong form").to_string(), expected);
    }

    #[test]
    fn errors_name_the_fact() {
        let facts = |fact: &str| format!("{{\"doc\": \"x\", \"facts\": [{fact}]}}");
        check("{\"doc\": \"x\"}", "missing field `facts` at line 1 column 12");
        check(&facts(r#"{"property": "seats", "value": 1}"#), "fact 1: missing field `quote`");
        check(
            &facts(r#"{"property": "seats", "value": 1, "quote": "one", "sbject": "Council"}"#),
            "fact 1: unknown field `sbject`, expected one of `property`, `subject`, `of`, `value`, `value_max`, `unit`, \
             `qualifier`, `time`, `quote`, `nth`, `optional` (quote «one»)",
        );
        check(
            &facts(r#"{"property": "seats", "value": 1, "quote": "one", "qualifier": "circa"}"#),
            "fact 1: unknown variant `circa`, expected one of `about`, `more_than`, `at_least`, `less_than`, `at_most`, \
             `nearly` (quote «one»)",
        );
        let none = r#"{"property": "seats", "value": 1, "quote": " "}"#;
        check(&facts(none), "fact 1: expected words in `quote`, but found none (quote « »)");
        check(
            &facts(r#"{"property": "seats", "value": true, "quote": "one"}"#),
            "fact 1: expected a decimal number, but found `true`: Invalid decimal: unknown character (quote «one»)",
        );
    }

    #[test]
    fn what_is_absent_has_its_default() {
        let json = r#"{"doc": "asia/x", "facts": [{"property": "seats", "value": 1.50, "quote": "one"}], "note": 1}"#;
        let answers = Answers::parse(json).expect("well formed");
        assert_eq!(answers.facts[0].nth.get(), 1);
        assert!(
            !answers.facts[0].optional
                && answers.city.name.is_none()
                && answers.sections.is_empty()
        );
    }
}
