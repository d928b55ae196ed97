//! The report, as a table for people and as JSON for programs.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde::Serialize;

use crate::record::Value;

use super::matching::Miss;
use super::tally::{Score, Tally, ratio};

/// Bulletins named at the end.
const WEAKEST: usize = 8;

/// Shows the table: counts, a line for each property with the commonest first, all facts, all figures, attributes,
/// head, and the weakest bulletins.
impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let absent =
            if self.absent.is_empty() { "0".to_owned() } else { literal_list(&self.absent) };
        writeln!(
            f,
            "documents {}  missing {absent}  gold quotes not in record text {}  broken evidence {}",
            self.documents, self.lost, self.broken
        )?;
        writeln!(
            f,
            "{:18} {:>4} {:>4} {:>4}  {:>6} {:>6} {:>6}",
            "property", "tp", "fp", "fn", "P", "R", "F1"
        )?;
        let mut properties: Vec<_> = self.properties.iter().collect();
        properties.sort_by_key(|(_, tally)| Reverse(tally.hits + tally.missing));
        for (name, tally) in properties {
            line(f, name, *tally)?;
        }
        line(f, "ALL FACTS", self.facts())?;
        line(f, "ALL FIGURES", self.figures)?;
        let attribute = |(name, right, all): &(_, _, _)| {
            format!("{name} {right}/{all} {:.3}", ratio(*right, *all))
        };
        let attributes: Vec<_> = self.attributes.iter().map(attribute).collect();
        writeln!(f, "attributes  {}", attributes.join("  "))?;
        let head: Vec<_> =
            self.head.iter().map(|(name, right, all)| format!("{name} {right}/{all}")).collect();
        writeln!(f, "head        {}", head.join("  "))?;
        let mut documents: Vec<_> = self.by_document.iter().collect();
        documents.sort_by(|(_, a), (_, b)| a.f1().total_cmp(&b.f1()));
        for (doc, t) in documents.iter().take(WEAKEST) {
            let (p, r, f1) = (t.precision(), t.recall(), t.f1());
            writeln!(f, "   weakest: {doc:28} P {p:.3} R {r:.3} F1 {f1:.3}")?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, t: Tally) -> fmt::Result {
    let (p, r, f1) = (t.precision(), t.recall(), t.f1());
    writeln!(f, "{name:18} {:4} {:4} {:4}  {p:6.3} {r:6.3} {f1:6.3}", t.hits, t.extra, t.missing)
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Miss::Attribute(what) => write!(f, "   ~ {what}"),
            Miss::Head(what) => write!(f, "   ! {what}"),
            Miss::Missing(what) => write!(f, "   - {what}"),
            Miss::Extra(what) => write!(f, "   + {what}"),
        }
    }
}

#[derive(Serialize)]
struct Json<'a> {
    docs: usize,
    missing: &'a [String],
    fact: Ratios,
    figure: Ratios,
    attributes: BTreeMap<&'a str, f64>,
    head: BTreeMap<&'a str, f64>,
    bad_evidence: usize,
    lost_quotes: usize,
    properties: BTreeMap<&'a str, Counts>,
}

#[derive(Serialize)]
struct Ratios {
    p: f64,
    r: f64,
    f1: f64,
}

#[derive(Serialize)]
struct Counts {
    tp: usize,
    fp: usize,
    r#fn: usize,
    #[serde(flatten)]
    ratios: Ratios,
}

impl From<Tally> for Ratios {
    fn from(t: Tally) -> Self {
        Ratios { p: t.precision(), r: t.recall(), f1: t.f1() }
    }
}

impl Score {
    /// The score as one line of JSON: `docs`, `missing`, `fact` and `figure` {`p`, `r`, `f1`}, `attributes` and `head`
    /// (the part that is right), `bad_evidence`, `lost_quotes`, and `properties` with their counts.
    pub fn to_json(&self) -> String {
        let counts =
            |t: &Tally| Counts { tp: t.hits, fp: t.extra, r#fn: t.missing, ratios: (*t).into() };
        let parts = |counts: &[(&'static str, usize, usize)]| {
            counts.iter().map(|(name, right, all)| (*name, ratio(*right, *all))).collect()
        };
        let json = Json {
            docs: self.documents,
            missing: &self.absent,
            fact: self.facts().into(),
            figure: self.figures.into(),
            attributes: parts(&self.attributes),
            head: parts(&self.head),
            bad_evidence: self.broken,
            lost_quotes: self.lost,
            properties: self
                .properties
                .iter()
                .map(|(name, t)| (name.as_str(), counts(t)))
                .collect(),
        };
        // OK because counts, finite ratios and strings always have a JSON form.
        serde_json::to_string(&json).unwrap_or_default()
    }
}

/// A text in quotes, with what does not show escaped; `None` where there is none.
pub(super) fn literal(text: Option<&str>) -> String {
    let Some(text) = text else { return "None".to_owned() };
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut shown = String::from(quote);
    for c in text.chars() {
        let hidden = c.is_control() || (c.is_whitespace() && c != ' ');
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            '\\' => shown.push_str("\\\\"),
            c if c == quote => shown.extend(['\\', c]),
            c if hidden && u32::from(c) < 0x100 => {
                let _ = write!(shown, "\\x{:02x}", u32::from(c));
            }
            c if hidden => {
                let _ = write!(shown, "\\u{:04x}", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    shown.push(quote);
    shown
}

/// Texts in brackets.
pub(super) fn literal_list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|t| literal(Some(t))).collect();
    format!("[{}]", texts.join(", "))
}

/// A value as its kind is written.
pub(super) fn literal_value(value: &Value) -> String {
    match value {
        Value::Number(n) => n.0.normalize().to_string(),
        Value::Text(t) => literal(Some(t)),
        Value::List(l) => literal_list(l),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_show_what_hides() {
        assert_eq!(literal(Some("Lyon")), "'Lyon'");
        assert_eq!(literal(Some("Xi'an")), "\"Xi'an\"");
        assert_eq!(literal(Some("the \"Xi'an\"")), "'the \"Xi\\'an\"'");
        assert_eq!(literal(Some("a\u{a0}b\nc\u{2009}\\")), "'a\\xa0b\\nc\\u2009\\\\'");
        assert_eq!(literal(None), "None");
    }
}
