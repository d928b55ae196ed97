//! The vocabulary: which words the rules and passes know, in which forms, and to which classes they belong.
//!
//! Built once from `en/words.toml` and from the words of the rules. A rule speaks of a base word and means any of its
//! forms; a class is a named set of words.

use rustc_hash::FxHashMap;

use super::inflect;

/// A set of word classes, a bit each.
pub type Mask = u128;

/// A base word's number.
pub type Lemma = u16;

/// A spelling's number; 0 is a word nobody named.
pub type Word = u16;

/// Which form of its base word a spelling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The base itself: "cover", "district".
    Base,
    /// "covers", "districts"
    S,
    /// "covered", "built"
    Ed,
    /// "covering"
    Ing,
}

impl Form {
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What one spelling can be.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The base words that it may be a form of.
    pub readings: Vec<(Lemma, Form)>,
    /// The classes of all its readings.
    pub classes: Mask,
    /// The forms of all its readings, a bit each.
    forms: u8,
}

impl Entry {
    /// Whether one of its readings has this form.
    pub fn has(&self, form: Form) -> bool {
        self.forms & form.bit() != 0
    }
}

/// Kinds of classes, by the tables of `words.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Words,
    Nouns,
    Verbs,
}

/// All known words.
#[derive(Debug)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, Word>,
    entries: Vec<Entry>,
    lemmas: FxHashMap<Box<str>, Lemma>,
    spellings: Vec<Box<str>>,
    classes: Vec<Box<str>>,
    irregular: FxHashMap<Box<str>, Vec<Box<str>>>,
}

impl Vocabulary {
    /// Reads the table of word classes.
    ///
    /// # Errors
    /// A message naming the class where the table has not the form that its head describes.
    pub fn parse(table: &str) -> Result<Vocabulary, String> {
        let table: toml::Table = toml::from_str(table).map_err(|e| e.to_string())?;
        let mut vocabulary = Vocabulary {
            words: FxHashMap::default(),
            entries: vec![Entry::default()],
            lemmas: FxHashMap::default(),
            spellings: Vec::new(),
            classes: Vec::new(),
            irregular: FxHashMap::default(),
        };
        for (base, forms) in lists(&table, "irregular")? {
            vocabulary.irregular.insert(base.into(), forms);
        }
        for (section, kind) in
            [("words", Kind::Words), ("nouns", Kind::Nouns), ("verbs", Kind::Verbs)]
        {
            for (class, words) in lists(&table, section)? {
                let bit = vocabulary.add_class(class)?;
                for word in &words {
                    vocabulary.add(word, kind, bit);
                }
            }
        }
        Ok(vocabulary)
    }

    /// Adds words to a class, which may be new; `table` is that of the file: `words`, `nouns` or `verbs`.
    ///
    /// # Errors
    /// Where there are too many classes.
    pub fn extend(&mut self, table: &str, class: &str, words: &[String]) -> Result<(), String> {
        let kind = match table {
            "nouns" => Kind::Nouns,
            "verbs" => Kind::Verbs,
            _ => Kind::Words,
        };
        let bit = self.add_class(class.to_owned())?;
        words.iter().for_each(|word| {
            self.add(&word.to_lowercase(), kind, bit);
        });
        Ok(())
    }

    /// The bit of a class, or none where no table has it.
    pub fn class(&self, name: &str) -> Option<Mask> {
        self.classes.iter().position(|c| &**c == name).map(|i| 1 << i)
    }

    /// The names of classes, the first bit's first.
    pub fn class_names(&self, classes: Mask) -> impl Iterator<Item = &str> {
        self.classes
            .iter()
            .enumerate()
            .filter(move |(i, _)| classes >> i & 1 == 1)
            .map(|(_, name)| &**name)
    }

    /// The bit of a class that the program itself relies on; empty where the table lacks it, which a test excludes.
    pub fn known_class(&self, name: &str) -> Mask {
        self.class(name).unwrap_or(0)
    }

    /// The number of a spelling in lower case; 0 where it is unknown.
    pub fn word(&self, lower: &str) -> Word {
        self.words.get(lower).copied().unwrap_or(0)
    }

    /// What a spelling can be.
    pub fn entry(&self, word: Word) -> &Entry {
        self.entries.get(usize::from(word)).unwrap_or(&self.entries[0])
    }

    /// How many base words there are.
    pub fn lemma_count(&self) -> usize {
        self.spellings.len()
    }

    /// How many spellings there are, the unknown word included.
    pub fn word_count(&self) -> usize {
        self.entries.len()
    }

    /// How many spellings belong to one of the classes.
    pub fn words_in(&self, classes: Mask) -> usize {
        self.entries.iter().filter(|e| e.classes & classes != 0).count()
    }

    /// The spelling of a base word.
    pub fn spelling(&self, lemma: Lemma) -> &str {
        self.spellings.get(usize::from(lemma)).map_or("", |s| s)
    }

    /// Makes a base word of a rule known in all its forms and gives its number.
    pub fn add_base(&mut self, base: &str) -> Lemma {
        self.add(base, Kind::Verbs, 0)
    }

    /// Makes one spelling known and gives its number.
    pub fn add_spelling(&mut self, spelling: &str) -> Word {
        let lemma = self.lemma(spelling);
        self.read(spelling, lemma, Form::Base, 0)
    }

    fn add_class(&mut self, name: String) -> Result<Mask, String> {
        if let Some(bit) = self.class(&name) {
            return Ok(bit);
        }
        if self.classes.len() == 128 {
            return Err(format!("expected at most 128 word classes, but `{name}` is one more"));
        }
        self.classes.push(name.into());
        Ok(1 << (self.classes.len() - 1))
    }

    fn lemma(&mut self, base: &str) -> Lemma {
        if let Some(lemma) = self.lemmas.get(base) {
            return *lemma;
        }
        let lemma = Lemma::try_from(self.spellings.len()).unwrap_or(Lemma::MAX);
        self.lemmas.insert(base.into(), lemma);
        self.spellings.push(base.into());
        lemma
    }

    fn add(&mut self, base: &str, kind: Kind, bit: Mask) -> Lemma {
        let lemma = self.lemma(base);
        self.read(base, lemma, Form::Base, bit);
        if kind == Kind::Words {
            return lemma;
        }
        let odd = self.irregular.get(base).cloned().unwrap_or_default();
        for form in &odd {
            let reading = inflect::form_of(form, kind == Kind::Nouns);
            self.read(form, lemma, reading, bit);
        }
        self.read(&inflect::s(base), lemma, Form::S, bit);
        if kind == Kind::Verbs {
            self.read(&inflect::ing(base), lemma, Form::Ing, bit);
            if let Some([past, present]) = inflect::british(base) {
                self.read(&past, lemma, Form::Ed, bit);
                self.read(&present, lemma, Form::Ing, bit);
            }
            if !odd.iter().any(|f| inflect::form_of(f, false) == Form::Ed) {
                self.read(&inflect::ed(base), lemma, Form::Ed, bit);
            }
        }
        lemma
    }

    fn read(&mut self, spelling: &str, lemma: Lemma, form: Form, bit: Mask) -> Word {
        let next = self.entries.len();
        let word = *self
            .words
            .entry(spelling.into())
            .or_insert_with(|| Word::try_from(next).unwrap_or(Word::MAX));
        if usize::from(word) == next {
            self.entries.push(Entry::default());
        }
        let entry = &mut self.entries[usize::from(word)];
        if !entry.readings.contains(&(lemma, form)) {
            entry.readings.push((lemma, form));
        }
        entry.classes |= bit;
        entry.forms |= form.bit();
        word
    }
}

/// A name and its words.
type List = (String, Vec<Box<str>>);

/// The lists of words in one table of the file, in the file's order.
fn lists(table: &toml::Table, section: &str) -> Result<Vec<List>, String> {
    let Some(toml::Value::Table(section)) = table.get(section) else { return Ok(Vec::new()) };
    section
        .iter()
        .map(|(name, words)| {
            let words = words
                .as_array()
                .ok_or_else(|| format!("expected a list of words in `{name}`"))?
                .iter()
                .map(|w| w.as_str().map(Box::from))
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| format!("expected words alone in `{name}`"))?;
            Ok((name.clone(), words))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms_and_classes() {
        let v = Vocabulary::parse(
            "[nouns]\nbody=[\"council\"]\n[verbs]\nfound=[\"build\",\"open\"]\n[irregular]\nbuild=[\"built\"]",
        )
        .expect("the table is well formed");
        let built = v.entry(v.word("built"));
        assert_eq!(built.readings[0].1, Form::Ed);
        assert_eq!(built.classes, v.known_class("found"));
        assert_eq!(v.word("builded"), 0);
        assert_eq!(v.entry(v.word("councils")).classes, v.known_class("body"));
        assert_eq!(v.entry(v.word("opening")).readings[0].1, Form::Ing);
    }

    #[test]
    fn every_word_of_the_table_is_found_in_its_class() {
        let text = include_str!("en/words.toml");
        let table: toml::Table = toml::from_str(text).expect("the table is TOML");
        let v = Vocabulary::parse(text).expect("the table is well formed");
        for section in ["words", "nouns", "verbs"] {
            for (class, words) in lists(&table, section).expect("the table is well formed") {
                let bit = v.class(&class).expect("a class of the table");
                for word in words {
                    assert!(v.entry(v.word(&word)).classes & bit != 0, "{word} is no {class}");
                    assert_eq!(*word, *word.to_lowercase(), "{word} of {class}");
                }
            }
        }
    }

    #[test]
    fn every_irregular_form_is_of_its_base() {
        let text = include_str!("en/words.toml");
        let table: toml::Table = toml::from_str(text).expect("the table is TOML");
        let v = Vocabulary::parse(text).expect("the table is well formed");
        let inflected: Vec<Box<str>> = ["nouns", "verbs"]
            .into_iter()
            .flat_map(|section| lists(&table, section).expect("the table is well formed"))
            .flat_map(|(_, words)| words)
            .collect();
        let irregular = lists(&table, "irregular").expect("the table is well formed");
        for (base, forms) in irregular.iter().filter(|(b, _)| inflected.iter().any(|w| **w == **b))
        {
            for form in forms {
                let of = |(lemma, _): &(Lemma, Form)| v.spelling(*lemma) == base;
                let found = v.entry(v.word(form)).readings.iter().any(of);
                assert!(found, "{form} is no form of {base}");
            }
        }
    }
}
