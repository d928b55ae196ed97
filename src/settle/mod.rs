//! Settles a whole bulletin: drafts become facts, and the city, its summary and the warnings are drawn from them.

mod check;
mod consistency;
mod country;
mod cut;
mod summary;
mod wording;

use sha2::{Digest, Sha256};

use crate::decode::{self, Text};
use crate::document::{self, Document};
use crate::fact::draft::{self, Claim, Draft};
use crate::fact::scope::Class;
use crate::lexicon::currencies;
use crate::lexicon::units::Units;
use crate::mention::{self, Mention};
use crate::place::Gazette;
use crate::record::{
    Bulletin, City, Fact, Name, NameKind, Number, PassedOver, Piece, Qualifier, Reason, Record,
    Section, Source, Stated, SubjectKind, Topic, Value,
};
use crate::span::{CodePoints, Span};

/// All that the earlier stages found in one bulletin.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its path below the input folder.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its text.
    pub source: &'a Text,
    /// Its division.
    pub document: &'a Document,
    /// Its figures.
    pub mentions: &'a [Mention],
    /// The units that its figures were read with.
    pub units: &'a Units,
    /// What is known of its names.
    pub gazette: &'a Gazette<'a>,
    /// Who has each figure.
    pub claims: &'a [Claim],
    /// Figures whose date lacks a year that no context gave.
    pub yearless: &'a [usize],
}

/// Makes the record; `drafts` are its facts in the making.
pub fn settle(parts: Parts<'_>, drafts: Vec<Draft>) -> Record {
    let edge = Edge { text: &parts.source.text, points: CodePoints::new(&parts.source.text) };
    let (lost, drafts): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|d| cut::loses(parts, d));
    let mut facts = facts(parts, &edge, drafts);
    let names = names(&facts);
    let city = city(parts, &facts, names);
    let country = city.as_ref().and_then(|c| c.country.as_ref()).and_then(|c| c.code.as_deref());
    country.into_iter().for_each(|code| name_currencies(&mut facts, code));
    let partner = parts.gazette.city.partner.as_deref().map(|p| country::city(p, None));
    let (summary, summary_from) = summary::of(&facts, parts.document.head.published.as_deref());
    let passed_over = passed_over(parts, &edge, &lost, &facts);
    let mut record = Record {
        format: crate::record::FORMAT.to_string(),
        id: parts.id.to_string(),
        source: source(parts),
        bulletin: bulletin(parts),
        city,
        partner,
        summary,
        summary_from,
        sections: sections(parts, &edge),
        facts,
        unclaimed: unclaimed(parts, &edge),
        passed_over,
        warnings: Vec::new(),
        text: parts.source.text.clone(),
    };
    record.warnings = check::warnings(parts, &edge, &record);
    record
}

/// Gives sums of money whose bare name several currencies share ("pesos") that of the country.
fn name_currencies(facts: &mut [Fact], country: &str) {
    for fact in facts.iter_mut().filter(|f| f.property == "money") {
        if let Some(code) = currencies::national(&fact.evidence.text, country) {
            fact.unit = Some(code.to_string());
        }
    }
}

/// The edge between bytes inside and code points outside.
pub(crate) struct Edge<'t> {
    text: &'t str,
    points: CodePoints,
}

impl Edge<'_> {
    fn at(&self, byte: usize) -> usize {
        self.points.at(self.text, byte)
    }

    pub(crate) fn piece(&self, span: Span) -> Piece {
        Piece {
            start: self.at(span.start()),
            end: self.at(span.end()),
            text: span.of(self.text).to_string(),
        }
    }
}

fn source(parts: Parts<'_>) -> Source {
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(parts.bytes) {
        let digits = [byte >> 4, byte & 15].map(u32::from);
        sha256.extend(digits.iter().filter_map(|digit| char::from_digit(*digit, 16)));
    }
    let declared = parts.source.meta.language.clone();
    Source {
        path: parts.path.to_string(),
        sha256,
        media_type: parts.source.media_type.to_string(),
        encoding: parts.source.encoding.to_string(),
        language: declared.unwrap_or_else(|| decode::language(&parts.source.text).to_string()),
    }
}

fn bulletin(parts: Parts<'_>) -> Bulletin {
    let head = &parts.document.head;
    Bulletin {
        publisher: head.publisher.clone(),
        published: head.published.clone(),
        title: head.title.clone(),
        url: head.url.clone(),
    }
}

fn sections(parts: Parts<'_>, edge: &Edge<'_>) -> Vec<Section> {
    let topic = |t: &crate::document::Topic| Topic {
        key: t.key.clone(),
        heading: t.heading.clone(),
        start: edge.at(t.span.start()),
        end: edge.at(t.span.end()),
    };
    let section = |s: &crate::document::Section| Section {
        key: s.key.clone(),
        heading: s.heading.clone(),
        start: edge.at(s.span.start()),
        end: edge.at(s.span.end()),
        topics: s.topics.iter().map(topic).collect(),
    };
    parts.document.sections.iter().map(section).collect()
}

fn facts(parts: Parts<'_>, edge: &Edge<'_>, drafts: Vec<Draft>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let mut fact = fact(parts, edge, draft);
        // Two facts of one property may share their first letter only if one value carries two: number the later.
        let mut twin = 2;
        while facts.iter().rev().take(8).any(|f| f.id == fact.id) {
            fact.id = format!("{}-{}-{twin}", fact.property, fact.evidence.start);
            twin += 1;
        }
        facts.push(fact);
    }
    facts
}

fn fact(parts: Parts<'_>, edge: &Edge<'_>, draft: Draft) -> Fact {
    let evidence = edge.piece(draft.evidence);
    let time = draft.time.filter(|t| !cut::touches(parts, t.mention));
    let time_evidence = time
        .as_ref()
        .and_then(|t| parts.mentions.get(t.mention))
        .filter(|m| !draft.evidence.contains(m.span))
        .map(|m| edge.piece(m.span));
    let section = section_of(parts.document, draft.evidence);
    let (subject, class) = draft.subject.map_or((None, None), |s| (Some(s.text), s.class));
    Fact {
        id: [draft.property.as_str(), "-", &evidence.start.to_string()].concat(),
        property: draft.property,
        subject_kind: class.map(kind),
        subject,
        of: draft.of,
        value: value(draft.value),
        value_max: draft.value_max.map(value),
        unit: draft.unit.as_deref().map(str::to_string),
        qualifier: draft.qualifier.map(qualifier),
        stated: draft.stated.as_ref().map(|s| Stated {
            value: Number(s.value),
            value_max: s.value_max.map(Number),
            unit: s.unit.to_string(),
        }),
        time: time.map(|t| t.edtf),
        time_evidence,
        context: draft.context.map(|c| edge.piece(c)),
        section: section.map_or_else(String::new, |s| s.key.clone()),
        evidence,
        rule: draft.rule,
    }
}

/// The section that holds a span: sections stand in order and do not overlap.
fn section_of(document: &Document, span: Span) -> Option<&document::Section> {
    let after = document.sections.partition_point(|s| s.span.start() <= span.start());
    document.sections.get(after.checked_sub(1)?).filter(|s| s.span.contains(span))
}

fn value(value: draft::Value) -> Value {
    match value {
        draft::Value::Number(n) => Value::Number(Number(n)),
        draft::Value::Text(t) => Value::Text(t),
        draft::Value::List(l) => Value::List(l),
    }
}

fn kind(class: Class) -> SubjectKind {
    match class {
        Class::City => SubjectKind::City,
        Class::Place => SubjectKind::Place,
        Class::Body => SubjectKind::Body,
        Class::Office => SubjectKind::Office,
        Class::Person => SubjectKind::Person,
        Class::Institution => SubjectKind::Institution,
        Class::Thing => SubjectKind::Thing,
        Class::Event => SubjectKind::Event,
        Class::Party => SubjectKind::Party,
        Class::Group => SubjectKind::Group,
    }
}

fn qualifier(qualifier: mention::Qualifier) -> Qualifier {
    match qualifier {
        mention::Qualifier::About => Qualifier::About,
        mention::Qualifier::MoreThan => Qualifier::MoreThan,
        mention::Qualifier::AtLeast => Qualifier::AtLeast,
        mention::Qualifier::LessThan => Qualifier::LessThan,
        mention::Qualifier::AtMost => Qualifier::AtMost,
        mention::Qualifier::Nearly => Qualifier::Nearly,
    }
}

fn reason(reason: draft::Reason) -> Reason {
    match reason {
        draft::Reason::PartOfName => Reason::PartOfName,
        draft::Reason::OneOf => Reason::OneOf,
        draft::Reason::Both => Reason::Both,
        draft::Reason::Adverb => Reason::Adverb,
        draft::Reason::Label => Reason::Label,
        draft::Reason::Footnote => Reason::Footnote,
        draft::Reason::Furniture => Reason::Furniture,
        draft::Reason::Vague => Reason::Vague,
        draft::Reason::Malformed => Reason::Malformed,
    }
}

fn unclaimed(parts: Parts<'_>, edge: &Edge<'_>) -> Vec<Piece> {
    let claims = parts.mentions.iter().zip(parts.claims).enumerate();
    claims
        .filter(|(i, (_, claim))| **claim == Claim::Free && !cut::touches(parts, *i))
        .map(|(_, (mention, _))| edge.piece(mention.core))
        .collect()
}

fn passed_over(
    parts: Parts<'_>,
    edge: &Edge<'_>,
    lost: &[Draft],
    facts: &[Fact],
) -> Vec<PassedOver> {
    let passed = |mention: &Mention, reason| {
        let Piece { start, end, text } = edge.piece(mention.core);
        PassedOver { start, end, text, reason }
    };
    let is_lost = |mention: usize| lost.iter().any(|d| d.mention == Some(mention));
    // A date that only gave a time or a year to what the cut takes.
    let idle = |mention: &Mention| {
        let date = edge.piece(mention.core);
        let gives = |f: &Fact| {
            let shown = [Some(&f.evidence), f.time_evidence.as_ref(), f.context.as_ref()];
            shown.into_iter().flatten().any(|piece| piece.contains(&date))
        };
        !lost.is_empty() && !facts.iter().any(gives)
    };
    let mut all = Vec::new();
    for (i, (mention, claim)) in parts.mentions.iter().zip(parts.claims).enumerate() {
        match claim {
            Claim::Passed(why) => all.push(passed(mention, reason(*why))),
            // Its last digit or word may be missing: whatever it would be, it is not known.
            _ if cut::touches(parts, i) || is_lost(i) => {
                all.push(passed(mention, Reason::Malformed));
            }
            Claim::Time if idle(mention) => all.push(passed(mention, Reason::Vague)),
            _ => {}
        }
    }
    for span in &parts.document.furniture {
        let footnote = document::is_footnote(span.of(&parts.source.text));
        let reason = if footnote { Reason::Footnote } else { Reason::Furniture };
        let found = mention::find(&parts.source.text, *span, parts.units);
        all.extend(found.iter().map(|m| passed(m, reason.clone())));
    }
    all.sort_by_key(|p| p.start);
    all
}

/// Whether a fact is about the city itself.
fn is_city(fact: &Fact) -> bool {
    fact.subject_kind == Some(SubjectKind::City)
}

fn names(facts: &[Fact]) -> Vec<Name> {
    let name = |f: &Fact| {
        let kind = match f.of.as_deref()? {
            "full" => NameKind::Full,
            "short" => NameKind::Short,
            "former" => NameKind::Former,
            _ => NameKind::Also,
        };
        let Value::Text(name) = &f.value else { return None };
        Some(Name { name: name.clone(), kind })
    };
    facts.iter().filter(|f| f.property == "alias" && is_city(f)).filter_map(name).collect()
}

fn city(parts: Parts<'_>, facts: &[Fact], names: Vec<Name>) -> Option<City> {
    let name = &parts.gazette.city.name;
    if name.is_empty() {
        return None;
    }
    let mut city = country::city(name, country::of_bulletin(parts, facts));
    city.kind = country::kind(name, &parts.source.text, parts.document);
    city.names = names;
    Some(city)
}
