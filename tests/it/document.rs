//! Bulletins of many offices, divided: a file of `bulletins/` each, and its head and sections as a snapshot.

use std::fmt::Write as _;
use std::path::Path;

use chancery::decode::{Hint, Text, decode};
use chancery::document::{Document, Paragraph, divide};
use chancery::lexicon::abbreviations::Abbreviations;
use chancery::pipeline;
use chancery::record::WarningCode;
use chancery::span::Span;

use crate::text::wrap;

/// Words in one line.
fn flat(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn show_paragraph(text: &str, paragraph: &Paragraph, out: &mut String) {
    let label = paragraph.label.map(|l| format!("({}) ", flat(text, l))).unwrap_or_default();
    let sentences: Vec<String> = paragraph.sentences.iter().map(|s| flat(text, *s)).collect();
    let _ = writeln!(out, "    {label}{}", sentences.join(" ¦ "));
}

/// A document for a reader: what is known of the head, then a line a section, a topic, a paragraph.
fn show(source: &Text, document: &Document) -> String {
    let text = &source.text;
    let mut out = String::new();
    let head = &document.head;
    for (name, value) in [
        ("publisher", &head.publisher),
        ("published", &head.published),
        ("title", &head.title),
        ("city", &head.city),
        ("country", &head.country),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
    for section in &document.sections {
        let heading = section.heading.as_deref().unwrap_or("-");
        let partner =
            section.partner.as_deref().map(|p| format!(" partner {p}")).unwrap_or_default();
        let unknown = if section.known { "" } else { " unknown" };
        let _ = writeln!(out, "§ {} [{heading}]{partner}{unknown}", section.key);
        let mut topics = section.topics.iter().peekable();
        for paragraph in &section.paragraphs {
            while topics.peek().is_some_and(|t| t.span.start() < paragraph.span.start()) {
                let _ = writeln!(out, "  # {}", topics.next().map_or("", |t| t.heading.as_str()));
            }
            show_paragraph(text, paragraph, &mut out);
        }
    }
    for span in &document.furniture {
        let _ = writeln!(out, "furniture: {}", flat(text, *span));
    }
    if let Some(cut) = document.cut {
        let _ = writeln!(out, "cut: {}", flat(text, cut));
    }
    out
}

#[test]
fn bulletins() {
    insta::glob!("bulletins/*.*", |path| {
        let bytes = std::fs::read(path).expect("the bulletin is there");
        let source = decode(&bytes, Hint::of(path));
        let document = divide(&source, &Abbreviations::english());
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("");
        let record = pipeline::extract("x", name, &bytes);
        let mut out = show(&source, &document);
        if let Some(city) = &record.city {
            let country = city.country.as_ref();
            let code = country.and_then(|c| c.code.as_deref()).unwrap_or("-");
            let printed = country.map_or("-", |c| c.name.as_str());
            let _ = writeln!(out, "= {} ({:?}), {printed} ({code})", city.name, city.kind);
        }
        if let Some(partner) = &record.partner {
            let code = partner.country.as_ref().and_then(|c| c.code.as_deref()).unwrap_or("-");
            let _ = writeln!(out, "= partner {} ({code})", partner.name);
        }
        insta::assert_snapshot!(out);
    });
}

fn plain(text: &str) -> Text {
    decode(text.as_bytes(), Hint::Plain)
}

/// The sentences of every section, white space folded, and the headings between them.
fn sentences(text: &str) -> Vec<String> {
    let source = plain(text);
    let document = divide(&source, &Abbreviations::english());
    let mut all = Vec::new();
    for section in &document.sections {
        all.push(format!("[{}]", section.key));
        let sentences = section.paragraphs.iter().flat_map(|p| &p.sentences);
        all.extend(sentences.map(|s| flat(&source.text, *s)));
    }
    all
}

/// Wraps each line at `width` characters.
fn wrapped(text: &str, width: usize) -> String {
    text.lines().map(|line| wrap(line, width) + "\n").collect()
}

fn samples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let mut samples: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the samples are there")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let text = path
                .extension()
                .filter(|e| *e == "txt")
                .and_then(|_| std::fs::read_to_string(&path).ok())?;
            Some((path.file_stem()?.to_str()?.to_string(), text))
        })
        .collect();
    samples.sort();
    samples
}

/// Fails at the first sentence that differs: whole bulletins would fill the screen.
#[track_caller]
fn similar(found: &[String], expected: &[String], what: &str) {
    let differs = found.iter().zip(expected).find(|(a, b)| a != b);
    assert_eq!(differs, None, "{what}");
    assert_eq!(found.last(), expected.last(), "{what}");
    assert_eq!(found.len(), expected.len(), "{what}");
}

#[test]
fn wrapping_changes_no_sentence() {
    for (name, text) in samples() {
        for width in [64, 72, 80] {
            similar(
                &sentences(&wrapped(&text, width)),
                &sentences(&text),
                &format!("{name} at {width}"),
            );
        }
    }
}

#[test]
fn line_ends_change_nothing() {
    for (name, text) in samples() {
        similar(&sentences(&text.replace('\n', "\r\n")), &sentences(&text), &name);
        similar(&sentences(&text.replace('\n', "\n\n")), &sentences(&text), &name);
    }
}

#[track_caller]
fn codes(text: &str) -> Vec<WarningCode> {
    pipeline::extract("x", "x.txt", text.as_bytes())
        .warnings
        .iter()
        .map(|w| w.code.clone())
        .collect()
}

#[test]
fn warnings_of_the_text() {
    assert_eq!(codes("[Overview] Alba is old."), []);
    assert_eq!(codes("[Landmarks] The tower is old."), [WarningCode::UnknownHeading]);
    assert_eq!(codes("[Overview] Alba is old and the mayor of it is"), [WarningCode::TextCut]);
    assert_eq!(codes("[Overview] Alba is o\u{FFFD}d."), [WarningCode::ReplacementCharacters]);
    assert_eq!(codes("Date: 05/03/2021\n\n[Overview] Alba is old."), [WarningCode::AmbiguousDate]);
}

#[test]
fn warnings_of_the_facts() {
    let overview = |words: &str| codes(&format!("[Overview] Alba is a city. {words}"));
    let dense = "It covers an area of 2 square kilometers and has a population of 900,000.";
    assert_eq!(overview(dense), [WarningCode::DensityOutOfRange]);
    assert_eq!(overview("On November 8, a fair was held."), [WarningCode::DateWithoutYear]);
    let head = "Foo Foreign Affairs Office\n2020-02-22\n\n[Overview] Alba is a city.\n\n";
    let later = "[Politics] Anna Alm, the mayor of Alba, took office in March 2021.";
    assert_eq!(codes(&format!("{head}{later}")), [WarningCode::DateAfterPublication]);
}

#[test]
fn a_value_that_touches_the_cut_is_left_out() {
    let text =
        "[Overview] Alba is a city. It has 12 districts, and the city has a population of 1.4";
    let record = pipeline::extract("x", "x.txt", text.as_bytes());
    let values: Vec<&str> = record.facts.iter().map(|f| f.evidence.text.as_str()).collect();
    assert_eq!(values, ["12"]);
    assert_eq!(record.passed_over.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(), ["1.4"]);
}

#[test]
fn hostile_texts_take_linear_time() {
    let long = 2_000_000;
    for unit in [
        "[a ",
        "a.",
        "A. ",
        "【",
        "Alba is 3 km long. ",
        "[Overview] ",
        "Word: ",
        "\n- ",
        "..",
        "(",
        "\u{A0}",
    ] {
        let text = unit.repeat(long / unit.len());
        let source = Text { text, ..Text::default() };
        let started = std::time::Instant::now();
        let _ = divide(&source, &Abbreviations::english());
        let seconds = started.elapsed().as_secs_f64();
        // Far above what it takes, far below what a quadratic scan would.
        assert!(seconds < 10.0, "{unit:?}: {seconds} s");
    }
}
