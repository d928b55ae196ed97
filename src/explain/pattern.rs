//! Items of compiled patterns as a rule writer would write them.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Form, Word};
use crate::rules::figure;
use crate::rules::pattern::{Item, Role, Slot, Words};

/// Choices shown of an item with many.
const MOST: usize = 6;

/// An item in the pattern language.
pub(super) fn written(item: &Item, lexicon: &Lexicon) -> String {
    match item {
        Item::Words(Words { lemmas, spellings, classes, signs, .. }) => {
            let words = lemmas.iter().map(|l| lexicon.vocabulary.spelling(*l).to_owned());
            let exact = spellings.iter().map(|w| format!("\"{}\"", spelling(*w, lexicon)));
            let classes = lexicon.vocabulary.class_names(*classes).map(|c| format!("@{c}"));
            let signs = signs.iter().map(|s| format!("\"{s}\""));
            choices(words.chain(exact).chain(classes).chain(signs).collect())
        }
        Item::Start => "^".to_owned(),
        Item::Gap { wide: false, .. } => "..".to_owned(),
        Item::Gap { wide: true, .. } => "...".to_owned(),
        Item::Slot { role, slot } => {
            format!("{{{}:{}}}", role_name(*role), slot_name(*slot, lexicon))
        }
    }
}

/// What a slot takes, in the pattern language.
pub(super) fn slot_name(slot: Slot, lexicon: &Lexicon) -> String {
    let plain = match slot {
        Slot::Figure(classes) => {
            return choices(figure::names(classes).into_iter().map(str::to_owned).collect());
        }
        Slot::Noun(classes) => {
            return choices(lexicon.vocabulary.class_names(classes).map(str::to_owned).collect());
        }
        Slot::AnyNoun => "noun",
        Slot::Name => "name",
        Slot::Person => "person",
        Slot::Place => "place",
        Slot::List => "list",
        Slot::Acronym => "acronym",
        Slot::Institution => "institution_name",
    };
    plain.to_owned()
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Value => "value",
        Role::Subject => "subject",
        Role::Of => "of",
        Role::Person => "person",
        Role::Office => "office",
        Role::Time => "time",
        Role::Any => "any",
    }
}

/// The spelling that a number stands for: that of the base word of which it is the base form.
fn spelling(word: Word, lexicon: &Lexicon) -> &str {
    let base = lexicon.vocabulary.entry(word).readings.iter().find(|(_, form)| *form == Form::Base);
    base.map_or("", |(lemma, _)| lexicon.vocabulary.spelling(*lemma))
}

fn choices(mut words: Vec<String>) -> String {
    if words.len() > MOST {
        words.truncate(MOST);
        words.push("…".to_owned());
    }
    words.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::pattern::compile;

    #[test]
    fn items_read_as_they_were_written() {
        let mut lexicon = Lexicon::english().expect("the lexicon is well formed");
        let pattern = "^ cover/span .. \"built\"/\",\" ... @found {any:member} {subject:place} {value:length}";
        let sequence =
            compile(pattern, &mut lexicon).expect("the pattern is well formed").remove(0);
        let items: Vec<_> = sequence.left.iter().rev().map(|i| written(i, &lexicon)).collect();
        let value = slot_name(sequence.anchor, &lexicon);
        assert_eq!(format!("{} {{value:{value}}}", items.join(" ")), pattern);
    }
}
