//! Abbreviations of one's own: words whose stop does not always end a sentence.

use serde::Deserialize;
use toml::Spanned;

use crate::lexicon::Lexicon;
use crate::lexicon::abbreviations::Ending;

use super::fault::Fault;

/// The table `[abbreviations]`: lists by what the stop says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Lists {
    never: Vec<Spanned<String>>,
    number: Vec<Spanned<String>>,
    before_opener: Vec<Spanned<String>>,
    before_capital: Vec<Spanned<String>>,
}

impl Lists {
    /// Adds the abbreviations to the lexicon.
    pub(super) fn add_to(&self, lexicon: &mut Lexicon) -> Result<(), Fault> {
        let lists = [
            (&self.never, Ending::Never),
            (&self.number, Ending::Number),
            (&self.before_opener, Ending::BeforeOpener),
            (&self.before_capital, Ending::BeforeCapital),
        ];
        for (list, ending) in lists {
            for written in list {
                let spelling = checked(written, lexicon)?;
                lexicon.abbreviations.add(spelling, ending);
            }
        }
        Ok(())
    }
}

/// The abbreviation without its last stop.
fn checked<'w>(written: &'w Spanned<String>, lexicon: &Lexicon) -> Result<&'w str, Fault> {
    let whole = written.get_ref().as_str();
    let spelling = whole.strip_suffix('.').unwrap_or(whole);
    let opens = spelling.starts_with(char::is_alphabetic);
    let ends = spelling.ends_with(char::is_alphanumeric);
    if !opens || !ends || spelling.contains(char::is_whitespace) {
        let message = format!("expected an abbreviation of one word, but found `{whole}`");
        return Err(Fault::of(written, message));
    }
    if lexicon.abbreviations.ending(spelling).is_some() {
        return Err(Fault::of(written, format!("`{spelling}.` is known already")));
    }
    if lexicon.vocabulary.word(spelling) != 0 {
        let message =
            format!("`{spelling}` is a word that the rules speak of: a sentence may end with it");
        return Err(Fault::of(written, message));
    }
    Ok(spelling)
}
