//! Divides a text into head, sections, topics, paragraphs and sentences: ranges, no copies.
//!
//! Everything is found by the look of lines and by the table of headings; no figure is read here but the head's date.

mod furniture;
mod head;
mod headings;
mod label;
mod lines;
mod paragraphs;
mod published;
mod sentences;
mod title;

use crate::decode::Text;
use crate::lexicon::abbreviations::Abbreviations;
use crate::span::{Span, one_line};
use headings::Heading;
use label::Opening;
use lines::Line;

pub(crate) use furniture::is_footnote;
pub(crate) use title::in_small_letters;

/// A divided bulletin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What stands before the first heading, read for its parts.
    pub head: Head,
    /// In document order; a bulletin without headings is one section.
    pub sections: Vec<Section>,
    /// Lines of page furniture inside the body (copyright, address, phone, footnotes): their numbers are no figures.
    pub furniture: Vec<Span>,
    /// The sentence in the middle of which the text breaks off.
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
    /// Whether day and month of the date may have changed places; `published` is the year alone then.
    pub ambiguous_date: bool,
}

impl Head {
    /// Other names in brackets beside the title's city: "eThekwini" in "Durban (eThekwini), South Africa".
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        self.title.iter().flat_map(|title| title::other_names(title))
    }
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

/// The key of a bulletin without headings, and of prose before the first one.
const UNNAMED: &str = "overview";

/// Divides a text, whose sentences go on after `abbreviations`. Nothing fails: a text without headings is one section,
/// one without a head has an empty head.
///
/// # Examples
///
/// ```
/// use chancery::decode::{Hint, decode};
/// use chancery::document::divide;
/// use chancery::lexicon::abbreviations::Abbreviations;
///
/// let text = decode(b"Alba (Spain)\nSource: Foo Office  2022-02-22\n\n[Overview] Alba is old.", Hint::Plain);
/// let document = divide(&text, &Abbreviations::english());
/// assert_eq!(document.head.published.as_deref(), Some("2022-02-22"));
/// assert_eq!(document.head.country.as_deref(), Some("Spain"));
/// assert_eq!(document.sections[0].key, "overview");
/// ```
pub fn divide(source: &Text, abbreviations: &Abbreviations) -> Document {
    let text = &source.text;
    let headings = headings::find(text);
    let body = body_start(text, headings.first());
    let above = lines::lines(text, Span::new(0, body));
    let printed = source.preface.lines().chain(above.iter().map(|line| line.span.of(text)));
    let mut document = Document {
        head: head::read(printed, source, text.get(body..).unwrap_or("")),
        ..Document::default()
    };
    let wrap = paragraphs::wrap_width(text, Span::new(body, text.len()));
    let first = headings.first().map_or(text.len(), |heading| heading.begin);
    if body < first || headings.is_empty() && !text.trim().is_empty() {
        let empty = Span::new(body, body);
        let span = Span::new(body, first);
        let section = Section::new(UNNAMED.to_string(), None, empty, span);
        document.fill((text, abbreviations), section, body, wrap);
    }
    for (at, heading) in headings.iter().enumerate() {
        let end = headings.get(at + 1).map_or(text.len(), |next| next.begin);
        let span = Span::new(heading.begin, end);
        let section = Section {
            known: heading.known,
            partner: heading.partner.clone(),
            ..Section::new(heading.key.clone(), Some(heading.title.clone()), heading.span, span)
        };
        document.fill((text, abbreviations), section, heading.body, wrap);
    }
    document.read_foot(text);
    document.furniture.sort_unstable();
    document.cut = document.breaks_off(text);
    document
}

/// Where the body begins: with the first heading, or with prose before it.
fn body_start(text: &str, first: Option<&Heading>) -> usize {
    let end = first.map_or(text.len(), |heading| heading.begin);
    let lines = lines::lines(text, Span::new(0, end));
    let prose = |(at, line): (usize, &Line)| {
        let prose = lines::is_prose(text, *line, lines.get(at + 1));
        (prose && !furniture::is_furniture(line.span.of(text))).then_some(line.span.start())
    };
    if let Some(start) = lines.iter().enumerate().find_map(prose) {
        return start;
    }
    if first.is_some() {
        return end;
    }
    // Neither headings nor prose: the first line that is a sentence or a value, else all.
    let speaks = |line: &&Line| {
        let words = line.span.of(text);
        lines::ends_finished(words) && words.contains(' ')
            || matches!(label::opening(text, line.span), Opening::Label { .. })
                && published::find(words, published::Order::Unknown).is_none()
    };
    lines.iter().find(speaks).map_or(0, |line| line.span.start())
}

impl Section {
    fn new(key: String, heading: Option<String>, heading_span: Span, span: Span) -> Self {
        Section {
            key,
            heading,
            heading_span,
            span,
            known: true,
            partner: None,
            topics: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

impl Document {
    /// Reads the paragraphs from byte `start` to the end of `section`, and adds it.
    fn fill(
        &mut self,
        (text, abbreviations): (&str, &Abbreviations),
        mut section: Section,
        start: usize,
        wrap: Option<usize>,
    ) {
        let body = Span::new(start, section.span.end());
        for span in paragraphs::paragraphs(text, body, wrap) {
            if furniture::is_furniture(span.of(text)) {
                self.furniture.push(span);
                continue;
            }
            let (span, label, start) = match label::opening(text, span) {
                Opening::Plain => (span, None, span.start()),
                Opening::Label { words, value } => (span, Some(words), value),
                Opening::Topic { words, body } => {
                    section.open_topic(text, words);
                    (Span::new(body, span.end()), None, body)
                }
            };
            let sentences = sentences::split(text, Span::new(start, span.end()), abbreviations);
            self.add_paragraphs(text, &mut section, Paragraph { span, label, sentences });
        }
        section.close_topic(section.span.end());
        self.sections.push(section);
    }

    /// Adds a paragraph, or several where topics that the table knows stand between its sentences.
    fn add_paragraphs(&mut self, text: &str, section: &mut Section, mut paragraph: Paragraph) {
        let mut at = 0;
        while let Some(sentence) = paragraph.sentences.get(at) {
            let Some((words, body)) = label::known_topic(text, *sentence) else {
                at += 1;
                continue;
            };
            let mut rest = paragraph.sentences.split_off(at);
            let end = paragraph.sentences.last().map_or(words.start(), |s| s.end());
            let before = Span::new(paragraph.span.start(), end);
            self.add_paragraph(text, section, Paragraph { span: before, ..paragraph });
            section.open_topic(text, words);
            if let Some(first) = rest.first_mut() {
                *first = lines::trim(text, Span::new(body, first.end()));
            }
            rest.retain(|s| !s.is_empty());
            let end = rest.last().map_or(body, |s| s.end());
            paragraph = Paragraph { span: Span::new(body, end), label: None, sentences: rest };
            at = 0;
        }
        self.add_paragraph(text, section, paragraph);
    }

    /// Adds a paragraph without the page's foot that may be glued to its end.
    fn add_paragraph(&mut self, text: &str, section: &mut Section, mut paragraph: Paragraph) {
        let glued = paragraph.sentences.iter().position(|s| furniture::is_glued(s.of(text)));
        if let Some(at) = glued {
            let foot = paragraph.sentences.get(at).map_or(paragraph.span.end(), |s| s.start());
            self.furniture.push(Span::new(foot, paragraph.span.end()));
            paragraph.sentences.truncate(at);
            let end = paragraph.sentences.last().map_or(foot, |s| s.end());
            paragraph.span = Span::new(paragraph.span.start(), end);
        }
        if !paragraph.sentences.is_empty() {
            section.paragraphs.push(paragraph);
        }
    }

    /// Takes fields of the head that are printed below the body ("Source: …") out of the last section.
    fn read_foot(&mut self, text: &str) {
        let Some(section) = self.sections.last_mut() else { return };
        while section.paragraphs.len() > 1 {
            let Some(last) = section.paragraphs.last() else { return };
            if !head::read_foot(last.span.of(text), &mut self.head) {
                return;
            }
            self.furniture.push(last.span);
            section.paragraphs.pop();
        }
    }

    /// The last sentence, if it is one and not finished.
    fn breaks_off(&self, text: &str) -> Option<Span> {
        let paragraph = self.sections.last()?.paragraphs.last()?;
        let last = *paragraph.sentences.last()?;
        let words = last.of(text);
        let small = words.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
        let prose = paragraph.label.is_none() && small >= 2 || words.chars().any(lines::is_han);
        (prose && !lines::ends_finished(words)).then_some(last)
    }
}

impl Section {
    fn open_topic(&mut self, text: &str, words: Span) {
        self.close_topic(words.start());
        let heading = one_line(words.of(text));
        let key = lines::slug(&heading);
        self.topics.push(Topic { key, heading, span: Span::new(words.start(), self.span.end()) });
    }

    fn close_topic(&mut self, end: usize) {
        if let Some(topic) = self.topics.last_mut() {
            topic.span = Span::new(topic.span.start(), end);
        }
    }
}
