//! Bytes to characters: which charset they are in, and what cannot be decoded.
//!
//! The order: byte order mark, UTF-16 without one, valid UTF-8, the page's declaration, detection. A declaration that
//! fails on the bytes gives way to a charset that does not: pages are converted without their head being changed.

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::bytes::Regex;

/// Characters and the charset they were in; U+FFFD stands for what could not be decoded.
#[derive(Debug)]
pub(super) struct Characters {
    pub(super) text: String,
    pub(super) encoding: &'static Encoding,
}

/// Decodes `bytes`; a declaration in them counts only for a page.
pub(super) fn characters(bytes: &[u8], page: bool) -> Characters {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return by(encoding, bytes.get(mark..).unwrap_or_default()).0;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return by(encoding, bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Characters { text: text.to_owned(), encoding: UTF_8 },
        // A character cut off at the very end is no sign of another charset, unless it is the only one.
        Err(e)
            if e.error_len().is_none()
                && !bytes.get(..e.valid_up_to()).is_some_and(<[u8]>::is_ascii) =>
        {
            return by(UTF_8, bytes).0;
        }
        Err(_) => {}
    }
    let declared = if page { declaration(bytes) } else { None };
    let (first, lost) = match declared {
        Some(encoding) => by(encoding, bytes),
        None => by(UTF_8, bytes),
    };
    if lost == 0 || believable(&first.text, lost) {
        return first;
    }
    let (second, lost_again) = by(detect(bytes), bytes);
    // Only a declaration is worth holding on to when nothing decodes the bytes well.
    if declared.is_some() && lost_again >= lost { first } else { second }
}

/// Decodes by `encoding`, and counts the characters lost.
fn by(encoding: &'static Encoding, bytes: &[u8]) -> (Characters, usize) {
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    let lost = if failed { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    let text = match text {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    };
    (Characters { text, encoding }, lost)
}

/// Characters beyond ASCII that decoded well for each one that did not, where a charset is still believed: a wrong
/// one fails on most of them.
const GOOD_FOR_ONE_LOST: usize = 4;

fn believable(text: &str, lost: usize) -> bool {
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    beyond_ascii.saturating_sub(lost) >= GOOD_FOR_ONE_LOST * lost
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // A few accents say nothing of the language: without more, English pages are in the Western charset.
    let latin = guess.is_single_byte() && LATIN.contains(&guess.name());
    if latin && bytes.iter().filter(|b| !b.is_ascii()).take(FEW + 1).count() <= FEW {
        return WINDOWS_1252;
    }
    guess
}

/// Charsets of Latin letters, by which one accent reads as another.
const LATIN: &[&str] = &[
    "ISO-8859-2",
    "ISO-8859-4",
    "ISO-8859-13",
    "windows-1250",
    "windows-1254",
    "windows-1257",
    "windows-1258",
];

/// Bytes beyond ASCII from which no language can be told.
const FEW: usize = 8;

/// Bytes in which a declaration is looked for, unless the head element ends later.
const DECLARED_WITHIN: usize = 4096;

/// No head is read further than this for a declaration, in bytes.
const LONGEST_HEAD: usize = 256 * 1024;

/// A comment, which declares nothing; the label of an XML declaration; the label of a meta element.
static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
    let comment = r"(?s-u:<!--.*?-->)";
    let xml = r#"(?i-u)<\?xml[^>]{0,200}?encoding\s*=\s*["']?([a-z0-9_:.-]+)"#;
    let meta = r#"(?i-u)<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)"#;
    Regex::new(&format!("{comment}|{xml}|{meta}")).expect("a fixed pattern is valid")
});

static END_OF_HEAD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i-u)</head|<body").expect("a fixed pattern is valid"));

/// The charset that a page says it is in.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LONGEST_HEAD).unwrap_or(bytes);
    let end = END_OF_HEAD.find(head).map_or(0, |found| found.start()).max(DECLARED_WITHIN);
    let head = head.get(..end).unwrap_or(head);
    let label = DECLARATION.captures_iter(head).find_map(|found| found.get(1).or(found.get(2)))?;
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    // The declaration was read as ASCII, so the bytes are not UTF-16 whatever it says.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Bytes looked at to tell UTF-16 and binary files.
const SAMPLE: usize = 64 * 1024;

/// UTF-16 by its NUL bytes: every character of ASCII has one. Both byte orders are tried, and the one that reads like
/// text wins: in the wrong order line ends and digits become characters of no common script.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let nuls = sample.iter().map(|b| usize::from(*b == 0)).sum::<usize>();
    // A few NULs in valid UTF-8 are dirt: read in pairs, ASCII letters look like Han characters.
    let plenty = nuls * 5 >= sample.len();
    if nuls == 0 || !plenty && std::str::from_utf8(sample).is_ok() {
        return None;
    }
    let little = likeness(sample, u16::from_le_bytes);
    let big = likeness(sample, u16::from_be_bytes);
    match (little, big) {
        (None, None) => None,
        (little, big) => Some(if little >= big { UTF_16LE } else { UTF_16BE }),
    }
}

/// How much the sample reads like text in one byte order: one for a character of a common script, two for ASCII;
/// none where one unit in ten is no text, or hardly any is ASCII.
fn likeness(sample: &[u8], order: fn([u8; 2]) -> u16) -> Option<usize> {
    let units = sample.chunks_exact(2).map(|pair| match pair {
        [a, b] => order([*a, *b]),
        _ => 0,
    });
    let (mut all, mut ascii, mut common) = (0usize, 0usize, 0usize);
    for character in char::decode_utf16(units) {
        all += 1;
        match character {
            Ok('\t' | '\n' | '\r' | ' '..='~') => ascii += 1,
            Ok(c) if in_common_script(c) => common += 1,
            _ => {}
        }
    }
    ((ascii + common) * 10 >= all * 9 && ascii * 100 >= all).then_some(2 * ascii + common)
}

fn in_common_script(c: char) -> bool {
    matches!(c,
        '\u{A0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}' | '\u{621}'..='\u{64A}'
        | '\u{E01}'..='\u{E5B}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{203B}' | '\u{20AC}' | '\u{2103}'
        | '\u{3000}'..='\u{30FF}' | '\u{3380}'..='\u{33DF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FFEE}' | '\u{FEFF}' | '\u{10000}'..)
}

/// How files begin that hold text only within a format of their own. Source: the formats' specifications.
#[rustfmt::skip]
const MAGIC: &[&[u8]] = &[
    b"%PDF-",                            // PDF
    b"PK\x03\x04",                       // ZIP, and with it DOCX, ODT and EPUB
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", // Word before 2007
    b"\x1F\x8B",                         // gzip
    b"\x28\xB5\x2F\xFD",                 // Zstandard
    b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8",
];

/// Whether the bytes are no text in any charset: they begin like a PDF, an archive, a word processor's file or a
/// picture, or one byte in twenty is a control character.
///
/// ```
/// assert!(chancery::decode::looks_binary(b"%PDF-1.7 ..."));
/// assert!(!chancery::decode::looks_binary("[Overview] Lyon lies on the Rhône.".as_bytes()));
/// ```
pub fn looks_binary(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() {
        return false;
    }
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return true;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let control = |b: &&u8| matches!(**b, 0..=8 | 11 | 14..=31 | 127);
    sample.iter().filter(control).count() * 20 > sample.len() && utf16_without_mark(bytes).is_none()
}
