//! Abbreviations written with a full stop, and whether that stop may end a sentence.
//!
//! Source: English usage in official prose. [`Abbreviations`] holds those of the table and a user's own.

use rustc_hash::FxHashMap;

/// What a full stop after an abbreviation says of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A name or an explanation follows: the sentence goes on.
    Never,
    /// A number follows, else it was no abbreviation but the word "no".
    Number,
    /// The sentence ends where a capitalized function word follows ("in Washington D.C. The city").
    BeforeOpener,
    /// The sentence ends where a capital follows.
    BeforeCapital,
}

/// The abbreviation without its last stop, and what that stop says. Sorted by spelling.
#[rustfmt::skip]
const ABBREVIATIONS: &[(&str, Ending)] = &[
    ("A.D", Ending::BeforeOpener),
    ("Apr", Ending::BeforeOpener),
    ("Aug", Ending::BeforeOpener),
    ("Ave", Ending::BeforeOpener),
    ("B.C", Ending::BeforeOpener),
    ("B.C.E", Ending::BeforeOpener),
    ("Bldg", Ending::BeforeOpener),
    ("Blvd", Ending::BeforeOpener),
    ("Bros", Ending::BeforeOpener),
    ("C.E", Ending::BeforeOpener),
    ("Capt", Ending::Never),
    ("Cf", Ending::Never),
    ("Co", Ending::BeforeOpener),
    ("Col", Ending::Never),
    ("Corp", Ending::BeforeOpener),
    ("D.C", Ending::BeforeOpener),
    ("Dec", Ending::BeforeOpener),
    ("Dept", Ending::BeforeOpener),
    ("Dr", Ending::Never),
    ("E.U", Ending::BeforeOpener),
    ("Ed", Ending::Never),
    ("Eng", Ending::Never),
    ("Esq", Ending::BeforeOpener),
    ("Est", Ending::Never),
    ("Feb", Ending::BeforeOpener),
    ("Fig", Ending::Never),
    ("Fr", Ending::Never),
    ("Fri", Ending::BeforeOpener),
    ("Ft", Ending::Never),
    ("Gen", Ending::Never),
    ("Gov", Ending::Never),
    ("Hon", Ending::Never),
    ("Inc", Ending::BeforeOpener),
    ("Is", Ending::BeforeOpener),
    ("Jan", Ending::BeforeOpener),
    ("Jr", Ending::BeforeOpener),
    ("Jul", Ending::BeforeOpener),
    ("Jun", Ending::BeforeOpener),
    ("Lt", Ending::Never),
    ("Ltd", Ending::BeforeOpener),
    ("Maj", Ending::Never),
    ("Mar", Ending::BeforeOpener),
    ("Messrs", Ending::Never),
    ("Mon", Ending::BeforeOpener),
    ("Mr", Ending::Never),
    ("Mrs", Ending::Never),
    ("Ms", Ending::Never),
    ("Msgr", Ending::Never),
    ("Mt", Ending::Never),
    ("N.Y", Ending::BeforeOpener),
    ("No", Ending::Number),
    ("Nos", Ending::Number),
    ("Nov", Ending::BeforeOpener),
    ("Oct", Ending::BeforeOpener),
    ("Op", Ending::Never),
    ("P.O", Ending::Never),
    ("P.R", Ending::BeforeOpener),
    ("Ph", Ending::Never),
    ("Ph.D", Ending::BeforeOpener),
    ("Pres", Ending::Never),
    ("Prof", Ending::Never),
    ("Pt", Ending::Never),
    ("Rd", Ending::BeforeOpener),
    ("Rep", Ending::Never),
    ("Rev", Ending::Never),
    ("S.A", Ending::BeforeOpener),
    ("Sen", Ending::Never),
    ("Sep", Ending::BeforeOpener),
    ("Sept", Ending::BeforeOpener),
    ("Sgt", Ending::Never),
    ("Sr", Ending::BeforeOpener),
    ("St", Ending::Never),
    ("Ste", Ending::Never),
    ("Thu", Ending::BeforeOpener),
    ("Tue", Ending::BeforeOpener),
    ("U.K", Ending::BeforeOpener),
    ("U.N", Ending::BeforeOpener),
    ("U.S", Ending::BeforeOpener),
    ("U.S.A", Ending::BeforeOpener),
    ("Univ", Ending::Never),
    ("Vol", Ending::Never),
    ("Wed", Ending::BeforeOpener),
    ("a.m", Ending::BeforeOpener),
    ("a.s.l", Ending::BeforeOpener),
    ("approx", Ending::Never),
    ("ca", Ending::Never),
    ("cent", Ending::BeforeCapital),
    ("cf", Ending::Never),
    ("cu", Ending::Never),
    ("e.g", Ending::Never),
    ("est", Ending::Never),
    ("et al", Ending::BeforeOpener),
    ("etc", Ending::BeforeCapital),
    ("excl", Ending::Never),
    ("ft", Ending::BeforeOpener),
    ("ha", Ending::BeforeOpener),
    ("i.e", Ending::Never),
    ("incl", Ending::Never),
    ("km", Ending::BeforeOpener),
    ("m.a.s.l", Ending::BeforeOpener),
    ("max", Ending::BeforeOpener),
    ("mi", Ending::BeforeOpener),
    ("mil", Ending::BeforeOpener),
    ("min", Ending::BeforeOpener),
    ("mn", Ending::BeforeOpener),
    ("mt", Ending::BeforeOpener),
    ("no", Ending::Number),
    ("p", Ending::Number),
    ("p.a", Ending::BeforeOpener),
    ("p.m", Ending::BeforeOpener),
    ("pct", Ending::BeforeOpener),
    ("pop", Ending::Never),
    ("pp", Ending::Number),
    ("resp", Ending::Never),
    ("sq", Ending::Never),
    ("viz", Ending::Never),
    ("vol", Ending::Never),
    ("vs", Ending::Never),
];

/// Abbreviations that stand in names and keep their stop there: "St. Mary Church", "No. 5 School". Sorted.
const IN_NAMES: &[&str] =
    &["Col", "Dr", "Ft", "Gen", "Hon", "Jr", "Mr", "Mrs", "Ms", "Mt", "No", "Prof", "Sr", "St"];

/// All abbreviations that a text is read with.
#[derive(Clone, Debug)]
pub struct Abbreviations {
    endings: FxHashMap<Box<str>, Ending>,
    in_names: Vec<Box<str>>,
}

impl Abbreviations {
    /// The built-in ones.
    pub fn english() -> Abbreviations {
        let rows = ABBREVIATIONS.iter();
        Abbreviations {
            endings: rows.map(|(spelling, ending)| (Box::from(*spelling), *ending)).collect(),
            in_names: IN_NAMES.iter().map(|spelling| Box::from(*spelling)).collect(),
        }
    }

    /// Adds one, given without its last stop. After which no sentence ends, that stands in names too.
    pub fn add(&mut self, spelling: &str, ending: Ending) {
        self.endings.insert(spelling.into(), ending);
        if ending == Ending::Never {
            self.in_names.push(spelling.into());
        }
    }

    /// What the full stop after `token` says; none where `token` is no abbreviation.
    pub fn ending(&self, token: &str) -> Option<Ending> {
        self.endings.get(token).copied()
    }

    /// Whether a word keeps the stop behind it as a part of a name.
    pub fn stands_in_names(&self, word: &str) -> bool {
        self.in_names.iter().any(|known| **known == *word)
    }
}

/// Whether `word` is a month's English name or its first three letters.
pub fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The number, 1 to 12, of a month by its English name or an abbreviation of three letters or more.
pub fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let fits = |name: &&str| {
        word.len() >= 3 && name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word))
    };
    let at = MONTHS.iter().position(fits)?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted() {
        assert!(ABBREVIATIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(IN_NAMES.is_sorted());
    }

    #[test]
    fn every_abbreviation_is_found_as_itself() {
        let all = Abbreviations::english();
        for (spelling, said) in ABBREVIATIONS {
            assert_eq!(all.ending(spelling), Some(*said), "{spelling}");
            assert!(!spelling.ends_with('.'), "{spelling}");
        }
        for word in ["cat", "The", "NO", "may"] {
            assert_eq!(all.ending(word), None, "{word}");
        }
    }

    #[test]
    fn months() {
        assert_eq!(month("October"), Some(10));
        assert_eq!(month("Sept."), Some(9));
        assert_eq!(month("MAY"), Some(5));
        assert_eq!(month("Ma"), None);
        assert_eq!(month("Marching"), None);
    }
}
