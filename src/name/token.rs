//! Tokens of a sentence: a word, a sign, or a whole figure with its qualifier, multiplier and unit.

use crate::lexicon::Lexicon;
use crate::lexicon::abbreviations::Abbreviations;
use crate::lexicon::vocabulary::{Form, Mask, Word};
use crate::mention::Mention;
use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word in any case.
    Word,
    /// The `'s` of a possessor.
    Possessive,
    /// A figure: the index of its mention in the bulletin.
    Figure(u32),
    /// One character of punctuation.
    Sign(char),
}

/// The part that a token plays in its sentence, as far as lists and neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Article, demonstrative, quantifier or possessive.
    Det,
    /// Preposition.
    Prep,
    /// `and`, `or`, `but`
    Conj,
    /// `while`, `where`, `although`
    Sub,
    /// `which`, `who`
    Rel,
    /// `it`, `they`, `here`
    Pron,
    /// A finite verb, auxiliaries included.
    Verb,
    /// A participle or infinitive that carries no subject of its own.
    Participle,
    /// Adverb.
    Adv,
    /// Noun, adjective or unknown word.
    Noun,
    /// Part of a name.
    Name,
    /// The `'s` of a possessor.
    Possessive,
    /// A figure.
    Figure,
    /// Punctuation.
    Sign,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its spelling's number in the vocabulary; 0 where unknown.
    pub word: Word,
    /// Its word classes.
    pub classes: Mask,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// The part it plays.
    pub tag: Tag,
}

impl Token {
    /// Whether it belongs to one of the classes.
    pub fn is(&self, classes: Mask) -> bool {
        self.classes & classes != 0
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// The mention behind a figure.
    pub fn figure(&self) -> Option<usize> {
        match self.kind {
            Kind::Figure(i) => Some(i as usize),
            _ => None,
        }
    }

    /// Whether one of its readings has this form.
    pub fn has_form(&self, lexicon: &Lexicon, form: Form) -> bool {
        lexicon.vocabulary.entry(self.word).has(form)
    }
}

/// Splits `range` of `text` into `tokens`; `mentions` are the figures inside, `first` the index of the first of them.
pub fn tokenize(
    text: &str,
    range: Span,
    mentions: &[Mention],
    first: usize,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) {
    tokens.clear();
    let mut at = range.start();
    let mut next = 0;
    let mut spaced = true;
    let mut lower = String::new();
    while at < range.end() {
        if text.as_bytes().get(at) == Some(&b' ') {
            spaced = true;
            at += 1;
            continue;
        }
        while mentions.get(next).is_some_and(|m| m.span.start() < at) {
            next += 1;
        }
        if let Some(mention) = mentions.get(next).filter(|m| m.span.start() == at) {
            let index = u32::try_from(first + next).unwrap_or(u32::MAX);
            tokens.push(Token {
                span: mention.span,
                kind: Kind::Figure(index),
                word: 0,
                classes: 0,
                capital: mention.span.of(text).starts_with(char::is_uppercase),
                spaced,
                tag: Tag::Figure,
            });
            at = mention.span.end();
            spaced = false;
            next += 1;
            continue;
        }
        let limit = mentions.get(next).map_or(range.end(), |m| m.span.start().min(range.end()));
        let Some(rest) = text.get(at..limit) else { break };
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let (kind, len) = if c.is_alphabetic() {
            (Kind::Word, word_length(rest, &lexicon.abbreviations))
        } else if matches!(c, '\'' | '’') && possessive(rest) {
            (Kind::Possessive, c.len_utf8() + 1)
        } else if matches!(c, '\'' | '’') && !spaced && plural_possessive(text, at, rest) {
            (Kind::Possessive, c.len_utf8())
        } else {
            (Kind::Sign(c), c.len_utf8())
        };
        let span = Span::new(at, at + len);
        let mut token =
            Token { span, kind, word: 0, classes: 0, capital: false, spaced, tag: Tag::Sign };
        if kind == Kind::Word {
            read_word(&mut token, span.of(text), lexicon, &mut lower);
        } else if kind == Kind::Possessive {
            token.tag = Tag::Possessive;
        }
        tokens.push(token);
        spaced = false;
        at += len;
    }
}

fn read_word(token: &mut Token, word: &str, lexicon: &Lexicon, lower: &mut String) {
    token.tag = Tag::Noun;
    // Most words are in small letters already.
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        token.word = lexicon.vocabulary.word(word);
        token.classes = lexicon.vocabulary.entry(token.word).classes;
        return;
    }
    // "eThekwini": a capital behind a small first letter makes a name too.
    token.capital = word.starts_with(char::is_uppercase)
        || word.chars().nth(1).is_some_and(char::is_uppercase)
        || has_article_prefix(word);
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(word.chars().flat_map(char::to_lowercase));
    }
    token.word = lexicon.vocabulary.word(lower.trim_end_matches('.'));
    token.classes = lexicon.vocabulary.entry(token.word).classes;
    // "media and IT": in capitals no pronoun.
    let pronoun = token.is(lexicon.class.pron | lexicon.class.rel);
    if pronoun && word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        token.word = 0;
        token.classes = 0;
    }
    // "Minister-President": an office that two words name is what the last of them is.
    if let Some((_, last)) = lower.rsplit_once('-').filter(|_| token.word == 0 && token.capital) {
        let c = &lexicon.class;
        let last = lexicon.vocabulary.entry(lexicon.vocabulary.word(last)).classes;
        if last & c.office != 0 {
            token.classes = last & (c.office | c.head_office);
        }
    }
}

/// "al-Zahra", "el-Sisi": an Arabic article before the name's own capital.
fn has_article_prefix(word: &str) -> bool {
    let tail = word.split_once('-').filter(|(head, _)| head.len() <= 3);
    tail.is_some_and(|(_, tail)| tail.starts_with(char::is_uppercase))
        && word.starts_with(char::is_lowercase)
}

/// The `'` of "Mayors' Forum".
fn plural_possessive(text: &str, at: usize, rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    let word = after.next() == Some(' ') && after.next().is_some_and(char::is_alphabetic);
    word && text.get(..at).is_some_and(|t| {
        t.ends_with('s') && !t.get(t.len().saturating_sub(60)..).unwrap_or("").contains('‘')
    })
}

/// `'s` before no letter.
fn possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    chars.next() == Some('s') && !chars.next().is_some_and(char::is_alphanumeric)
}

/// The length in bytes of the word that `rest` begins with: letters and digits, hyphens and apostrophes inside, and
/// the stops of initials and abbreviations.
fn word_length(rest: &str, abbreviations: &Abbreviations) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = |b: &u8| b.is_ascii() && !matches!(b, b'-' | b'\'' | b'.');
    if rest.as_bytes().get(ascii).is_none_or(ends) {
        return ascii;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let following = chars.peek().map(|(_, c)| *c);
        if c.is_alphanumeric() || is_mark(c) {
            end = i + c.len_utf8();
        } else if matches!(c, '-' | '‐' | '\'' | '’') && following.is_some_and(char::is_alphabetic)
        {
            if matches!(c, '\'' | '’') && possessive(rest.get(i..).unwrap_or("")) {
                break;
            }
        } else if c == '.' && keeps_stop(rest.get(..i).unwrap_or(""), abbreviations) {
            end = i + 1;
            if !following.is_some_and(char::is_uppercase) {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// Combining marks, which follow their letter in decomposed text.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// "D", "D.C", "St"
fn keeps_stop(word: &str, abbreviations: &Abbreviations) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    initial || abbreviations.stands_in_names(word)
}
