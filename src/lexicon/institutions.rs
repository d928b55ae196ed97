//! What the heads of institutions' names mean that are no English words: "Musée des Confluences" is a museum.

/// Heads as they stand in names, in lower case, with the kind that the record gives. Sorted.
#[rustfmt::skip]
const KINDS: &[(&str, &str)] = &[
    ("academia", "academy"), ("académie", "academy"), ("akademia", "academy"), ("akademie", "academy"),
    ("biblioteca", "library"), ("bibliothek", "library"), ("bibliothèque", "library"),
    ("conservatorio", "conservatory"), ("hochschule", "university"), ("institut", "institute"),
    ("instituto", "institute"), ("istituto", "institute"), ("konservatorium", "conservatory"),
    ("kunsthalle", "museum"), ("museo", "museum"), ("museu", "museum"), ("musée", "museum"), ("muzeum", "museum"),
    ("orchestre", "orchestra"), ("orkest", "orchestra"), ("orquesta", "orchestra"), ("orquestra", "orchestra"),
    ("pinacoteca", "gallery"), ("politecnico", "university"), ("universidad", "university"),
    ("universidade", "university"), ("universitas", "university"), ("universiteit", "university"),
    ("universitet", "university"), ("università", "university"), ("universität", "university"),
    ("université", "university"), ("uniwersytet", "university"),
];

/// The kind of institution that a head names: English heads are their own kind.
pub fn kind(head: &str) -> &str {
    KINDS.binary_search_by_key(&head, |(word, _)| word).map_or(head, |i| KINDS[i].1)
}

/// The heads that no English word is.
pub(super) fn foreign() -> Vec<String> {
    KINDS.iter().map(|(word, _)| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(kind("musée"), "museum");
        assert_eq!(kind("library"), "library");
    }

    #[test]
    fn heads_are_sorted() {
        assert!(KINDS.is_sorted_by_key(|(word, _)| word));
    }
}
