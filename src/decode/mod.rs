//! Bytes to plain text: charsets, and HTML as a reader sees it.

use crate::span::Span;

/// A decoded bulletin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The plain text that every offset refers to: the article alone, line ends `\n`.
    pub text: String,
    /// WHATWG name of the charset, lower case as in the Encoding Standard's labels for output: `UTF-8`, `GBK`.
    pub encoding: &'static str,
    /// `text/plain` or `text/html`.
    pub media_type: &'static str,
    /// Lines of an HTML page before its article, as a reader sees them, navigation included; empty for plain text.
    pub preface: String,
    /// What the page says of itself.
    pub meta: Meta,
    /// Places of U+FFFD that decoding put in.
    pub replaced: Vec<Span>,
}

/// Title and meta elements of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// First heading (`h1`, else `h2`), else the title element's first part.
    pub title: Option<String>,
    /// Site name, author or source.
    pub publisher: Option<String>,
    /// As the page writes it.
    pub published: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// The `lang` attribute of the page.
    pub language: Option<String>,
}
