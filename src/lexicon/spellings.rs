//! An index of spellings that may have several pieces, by their first.

use rustc_hash::FxHashMap;

/// The pieces of a spelling and what it means.
pub type Spelling<T> = (Vec<Box<str>>, T);

/// Spellings and what they mean; pieces are apart by one space in the tables: "sq km", "us $".
#[derive(Clone, Debug)]
pub struct Spellings<T> {
    by_first: FxHashMap<Box<str>, Vec<Spelling<T>>>,
}

impl<T> Spellings<T> {
    /// Indexes the rows of a table.
    pub fn new<'s>(rows: impl IntoIterator<Item = (&'s str, T)>) -> Self {
        let mut spellings = Spellings { by_first: FxHashMap::default() };
        for (spelling, value) in rows {
            spellings.add(spelling, value);
        }
        spellings
    }

    /// Adds a spelling; of several with one first piece the longest is found first.
    pub fn add(&mut self, spelling: &str, value: T) {
        let pieces: Vec<Box<str>> = spelling.split(' ').map(Box::from).collect();
        let Some(first) = pieces.first() else { return };
        let rows = self.by_first.entry(first.clone()).or_default();
        let at = rows.partition_point(|(known, _)| known.len() >= pieces.len());
        rows.insert(at, (pieces, value));
    }

    /// The spellings that begin with a piece in lower case, the longest first.
    pub fn starting(&self, first: &str) -> &[Spelling<T>] {
        self.by_first.get(first).map_or(&[], Vec::as_slice)
    }

    /// The meaning of a whole spelling, its pieces apart by one space.
    pub fn get(&self, spelling: &str) -> Option<&T> {
        let first = spelling.split(' ').next().unwrap_or("");
        let same = |pieces: &[Box<str>]| pieces.iter().map(|p| &**p).eq(spelling.split(' '));
        self.starting(first).iter().find(|(pieces, _)| same(pieces)).map(|(_, value)| value)
    }

    /// Whether a spelling begins with a piece.
    pub fn has(&self, first: &str) -> bool {
        self.by_first.contains_key(first)
    }

    /// The first pieces of all spellings, in no order.
    pub fn firsts(&self) -> impl Iterator<Item = &str> {
        self.by_first.keys().map(|first| &**first)
    }
}
