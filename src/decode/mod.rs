//! Bytes to plain text: charsets, and HTML as a reader sees it.
//!
//! Knows nothing of figures. Plain text keeps every character, so that its offsets are the file's own, but for line
//! ends (`\n`) and the byte order mark; of a page only the words of its article are kept.

mod article;
mod charset;
mod html;
mod language;
mod meta;
mod nesting;
mod page;
mod render;

use std::ffi::OsStr;
use std::path::Path;

use crate::span::Span;

pub use charset::looks_binary;
pub use language::language;

/// A decoded bulletin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The plain text that every offset refers to: the article alone, line ends `\n`.
    pub text: String,
    /// Name of the charset in the WHATWG Encoding Standard's spelling: `UTF-8`, `GBK`, `gb18030`.
    pub encoding: &'static str,
    /// `text/plain` or `text/html`.
    pub media_type: &'static str,
    /// Lines of an HTML page before its article, as a reader sees them, navigation included; empty for plain text.
    pub preface: String,
    /// What the page says of itself.
    pub meta: Meta,
    /// Every run of U+FFFD in `text`, in bytes: characters that this decoding, or an earlier one, lost.
    pub replaced: Vec<Span>,
}

/// Title and meta elements of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// First heading (`h1`, else `h2`), else the title element's first part.
    pub title: Option<String>,
    /// Source, publisher, site name or author, the first of these that the page gives.
    pub publisher: Option<String>,
    /// As the page writes it.
    pub published: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// The `lang` attribute of the page.
    pub language: Option<String>,
}

/// What is known of the bytes before they are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hint {
    /// Text, whatever it looks like.
    Plain,
    /// A page.
    Html,
    /// Nothing: a page if it begins like one.
    #[default]
    Unknown,
}

impl Hint {
    /// What a file's extension says, in any case.
    pub fn of(path: &Path) -> Hint {
        let extension = path.extension().and_then(OsStr::to_str).unwrap_or("");
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Hint::Plain,
            "html" | "htm" | "xhtml" => Hint::Html,
            _ => Hint::Unknown,
        }
    }
}

/// Decodes one bulletin. Never fails: what cannot be decoded becomes U+FFFD, and its place is in `replaced`.
///
/// # Examples
///
/// ```
/// use chancery::decode::{Hint, decode};
///
/// let page = b"<p><b>[Overview]</b>&nbsp;Lyon covers 47.87 km<sup>2</sup>.</p>";
/// let text = decode(page, Hint::Html);
/// assert_eq!(text.text, "[Overview] Lyon covers 47.87 km2.");
/// assert_eq!(text.encoding, "UTF-8");
/// ```
pub fn decode(bytes: &[u8], hint: Hint) -> Text {
    let page = match hint {
        Hint::Plain => false,
        Hint::Html => true,
        Hint::Unknown => begins_like_page(bytes),
    };
    let characters = charset::characters(bytes, page);
    let encoding = characters.encoding.name();
    if !page {
        let text = with_plain_line_ends(characters.text);
        let replaced = replaced(&text);
        return Text { text, encoding, media_type: "text/plain", replaced, ..Text::default() };
    }
    let html::Reading { text, preface, meta } = html::read(&characters.text);
    let replaced = replaced(&text);
    Text { text, encoding, media_type: "text/html", preface, meta, replaced }
}

/// How pages begin, in lower case.
const PAGE_STARTS: &[&[u8]] =
    &[b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<meta", b"<!--"];

fn begins_like_page(bytes: &[u8]) -> bool {
    // Whatever the charset: marks and the NULs of UTF-16 are passed over.
    let ascii = bytes.iter().filter(|b| b.is_ascii() && **b != 0).map(u8::to_ascii_lowercase);
    let start: Vec<u8> = ascii.skip_while(u8::is_ascii_whitespace).take(16).collect();
    PAGE_STARTS.iter().any(|opening| start.starts_with(opening))
}

fn with_plain_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn replaced(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, lost) in text.match_indices(char::REPLACEMENT_CHARACTER) {
        let span = Span::new(at, at + lost.len());
        match runs.last_mut() {
            Some(run) if run.end() == span.start() => *run = run.join(span),
            _ => runs.push(span),
        }
    }
    runs
}
