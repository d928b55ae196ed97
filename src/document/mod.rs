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

// STANDIN begin
mod headings;
mod lines;
mod sentences;

/// Divides (stand-in).
pub fn divide(source: &crate::decode::Text) -> Document {
    let text = &source.text;
    let found = headings::find(text);
    let mut doc = Document::default();
    let pre = source.preface.clone();
    doc.head.city = source.meta.title.clone().map(|t| t.split(',').next().unwrap_or("").trim().to_string());
    if let Some(l) = pre.lines().find(|l| l.contains("Source:")) { doc.head.publisher = l.split("Source:").nth(1).map(|s| s.trim().split("  ").next().unwrap_or("").split('|').next().unwrap_or("").trim().to_string()); }
    let head_end = found.first().map_or(0, |h| h.begin);
    for line in lines::lines(text, Span::new(0, head_end)) {
        let t = line.span.of(text);
        if t.contains("Foreign Affairs Office") && !t.contains('>') {
            let t = t.split("Source:").last().unwrap_or(t).trim().trim_start_matches(':');
            doc.head.publisher = Some(t.split("  ").next().unwrap_or(t).to_string());
        }
    }
    for (i, h) in found.iter().enumerate() {
        let end = found.get(i + 1).map_or(text.len(), |n| n.begin);
        let mut paragraphs = Vec::new();
        for line in lines::lines(text, Span::new(h.body, end)) {
            let t = line.span.of(text);
            if t.starts_with("Copyright") || t.starts_with("Tel") || t.starts_with("Address") || t.starts_with("Postcode") || t.starts_with("[1]") {
                doc.furniture.push(line.span);
                continue;
            }
            let mut start = line.span.start();
            let mut label = None;
            if let Some(c) = t.find(": ").filter(|c| *c < 32 && t.chars().next().is_some_and(char::is_uppercase)) {
                label = Some(Span::new(start, start + c));
                start += c + 1;
                if t.len() > 100 { label = None; }
            }
            let s = lines::trim(text, Span::new(start, line.span.end()));
            paragraphs.push(Paragraph { span: line.span, label, sentences: sentences::split(text, s) });
        }
        doc.sections.push(Section { key: h.key.clone(), heading: Some(h.title.clone()), heading_span: h.span, span: Span::new(h.begin, end), known: h.known, partner: h.partner.clone(), topics: vec![], paragraphs });
    }
    doc
}
// STANDIN end
