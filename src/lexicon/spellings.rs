//! An index of spellings that may have several pieces, by their first.

use rustc_hash::FxHashMap;

/// Spellings and what they mean; pieces are apart by one space in the tables: "sq km", "us $".
#[derive(Debug)]
pub struct Spellings<T> {
    by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T> Spellings<T> {
    /// Indexes the rows of a table.
    pub fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut rows: Vec<_> = rows
            .into_iter()
            .map(|(spelling, value)| (spelling.split(' ').collect::<Vec<_>>(), value))
            .collect();
        rows.sort_by_key(|(pieces, _)| std::cmp::Reverse(pieces.len()));
        let mut by_first: FxHashMap<&'static str, Vec<_>> = FxHashMap::default();
        for (pieces, value) in rows {
            by_first.entry(pieces[0]).or_default().push((pieces, value));
        }
        Spellings { by_first }
    }

    /// The spellings that begin with a piece in lower case, the longest first.
    pub fn starting(&self, first: &str) -> &[(Vec<&'static str>, T)] {
        self.by_first.get(first).map_or(&[], Vec::as_slice)
    }

    /// Whether a spelling begins with a piece.
    pub fn has(&self, first: &str) -> bool {
        self.by_first.contains_key(first)
    }

    /// The first pieces of all spellings, in no order.
    pub fn firsts(&self) -> impl Iterator<Item = &'static str> {
        self.by_first.keys().copied()
    }
}
