//! Divides a text into head, sections, topics, paragraphs and sentences: ranges, no copies.

use crate::span::Span;

/// A divided bulletin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What stands before the first heading, read for its parts.
    pub head: Head,
    /// In document order; a bulletin without headings is one section.
    pub sections: Vec<Section>,
    /// Lines of page furniture inside the body (copyright, address, phone, footnotes): their numbers are no figures.
    pub furniture: Vec<Span>,
    /// Whether the text breaks off in the middle of a sentence, and where that sentence begins.
    pub cut: Option<Span>,
}

/// Publisher, date and title of a bulletin; any may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The office as printed, without "Source:".
    pub publisher: Option<String>,
    /// EDTF.
    pub published: Option<String>,
    /// The title line as printed: "Dublin(Ireland)", "Durban (eThekwini), South Africa".
    pub title: Option<String>,
    /// The city's name taken from the title: "Dublin".
    pub city: Option<String>,
    /// The country as printed in the title: "Ireland".
    pub country: Option<String>,
    /// The page's address, where it gives one.
    pub url: Option<String>,
}

/// One section under its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Canonical key: `overview`, `culture_education`, or the slug of an unknown heading.
    pub key: String,
    /// The heading as printed, without its brackets; none in a bulletin without headings.
    pub heading: Option<String>,
    /// Where the heading's brackets stand.
    pub heading_span: Span,
    /// Heading and body.
    pub span: Span,
    /// Whether the heading is in the table; an unknown one is a warning.
    pub known: bool,
    /// In "Relations with Beijing": Beijing.
    pub partner: Option<String>,
    /// Sub-headings such as "Investment and Trade:".
    pub topics: Vec<Topic>,
    /// The paragraphs of the body, topics' labels left out.
    pub paragraphs: Vec<Paragraph>,
}

/// A run-in sub-heading inside a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Slug of the heading: `investment_and_trade`.
    pub key: String,
    /// As printed, without the colon.
    pub heading: String,
    /// From the label to the next topic or the section's end.
    pub span: Span,
}

/// A paragraph, or a line of a list or table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub span: Span,
    /// "Area" in "Area: 248.3 km²": the label's own words, where the paragraph is a line of label and value.
    pub label: Option<Span>,
    /// Its sentences, in order; they cover the paragraph but for white space and label.
    pub sentences: Vec<Span>,
}
