//! Records against answers: precision, recall and F1 by property.
//!
//! Reads nothing and prints nothing: [`Answers::parse`] takes an answers file's content, [`Score::add`] compares one
//! bulletin, and [`Score`] shows itself as a table. Depends on the record alone, so that records of any origin can be
//! measured. What counts as a hit is said in `tests/gold/README.md`.

mod answers;
mod compare;
mod matching;
mod report;
mod tally;

pub use answers::{Answer, Answers, AnswersError};
pub use matching::Miss;
pub use tally::{Score, Tally};

/// Properties whose value is words: they are facts, but no figures.
const TEXTUAL: [&str; 5] = ["alias", "capital_of", "office_holder", "industries", "institution"];

fn is_figure(property: &str) -> bool {
    !TEXTUAL.contains(&property)
}
