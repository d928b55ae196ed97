//! Other names: of the city, of those in office. The facts name them instead.

use super::said::Said;
use super::{Bulletin, Changed};

/// A city in no gazetteer.
const CITY: &str = "Belmora";

/// Persons nobody has elected.
const PERSONS: &[&str] = &["Ada Brontwick", "Tomas Verhallen", "Ilya Marchetti", "Noor Castellane"];

/// Another city.
pub(super) fn another_city(bulletin: &Bulletin) -> Changed {
    renamed(bulletin, &[(bulletin.city.clone(), CITY)])
}

/// Other persons in every office.
pub(super) fn other_persons(bulletin: &Bulletin) -> Changed {
    let mut holders: Vec<String> = bulletin
        .said()
        .into_iter()
        .filter(|said| said.property == "office_holder")
        .map(|said| said.value)
        .collect();
    holders.sort();
    holders.dedup();
    let names: Vec<_> = holders.into_iter().zip(PERSONS.iter().copied().cycle()).collect();
    renamed(bulletin, &names)
}

fn renamed(bulletin: &Bulletin, names: &[(String, &str)]) -> Changed {
    let rename = |text: &str| {
        let named = |text: String, (old, new): &(String, &str)| replace_words(&text, old, new);
        names.iter().fold(text.to_owned(), named)
    };
    let expected = bulletin.said().into_iter().map(|said| {
        let value = rename(&said.value);
        Said { value, ..said.with_words(rename) }
    });
    let expected = expected.collect();
    Changed { path: "x.txt", text: rename(&bulletin.text), expected, compared: Said::of }
}

/// Replaces `old` where it stands as words of its own.
fn replace_words(text: &str, old: &str, new: &str) -> String {
    if old.is_empty() {
        return text.to_owned();
    }
    let mut pieces = text.split(old).peekable();
    let mut out = String::new();
    while let Some(piece) = pieces.next() {
        out.push_str(piece);
        let Some(next) = pieces.peek() else { break };
        let inside =
            out.ends_with(char::is_alphanumeric) || next.starts_with(char::is_alphanumeric);
        out.push_str(if inside { old } else { new });
    }
    out
}
