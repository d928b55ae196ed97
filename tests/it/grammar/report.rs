//! What the grammar's sentences showed: by property, and by carrier.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::fill::Sentence;
use super::judge::{Attribute, Verdict};

/// A carrier is told of in the report when fewer of its fillings came out right.
const ENOUGH: f64 = 0.95;

/// The tallies of a run.
#[derive(Default)]
pub(super) struct Report<'g> {
    properties: BTreeMap<String, Tally>,
    attributes: BTreeMap<(Attribute, String), Share>,
    carriers: Vec<OfCarrier<'g>>,
    traps: Share,
    claimed: Share,
}

/// Facts found, wrongly given, and missed.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    found: usize,
    extra: usize,
    missing: usize,
}

/// How many of those tried came out right.
#[derive(Clone, Copy, Default)]
pub(super) struct Share {
    right: usize,
    tried: usize,
}

struct OfCarrier<'g> {
    id: &'g str,
    trap: bool,
    facts: Share,
    /// The sentences whose subjects, `of` and times are right too.
    bound: Share,
    failure: Option<Failure>,
    misbound: Option<Failure>,
}

struct Failure {
    sentence: String,
    missing: String,
    came_out: String,
}

impl Tally {
    pub(super) fn precision(self) -> f64 {
        Share { right: self.found, tried: self.found + self.extra }.ratio()
    }

    pub(super) fn recall(self) -> f64 {
        Share { right: self.found, tried: self.found + self.missing }.ratio()
    }
}

impl Share {
    fn add(&mut self, right: bool) {
        self.tried += 1;
        self.right += usize::from(right);
    }

    #[allow(clippy::cast_precision_loss, reason = "tallies are far below 2^52")]
    pub(super) fn ratio(self) -> f64 {
        if self.tried == 0 { 1.0 } else { self.right as f64 / self.tried as f64 }
    }
}

impl<'g> Report<'g> {
    /// Counts what came out of the sentences of one carrier.
    pub(super) fn add(&mut self, sentences: &[(Sentence<'g>, Verdict)]) {
        let Some((first, _)) = sentences.first() else { return };
        let (id, trap) = (first.carrier.id.as_str(), first.carrier.trap);
        let mut carrier = OfCarrier {
            id,
            trap,
            facts: Share::default(),
            bound: Share::default(),
            failure: None,
            misbound: None,
        };
        for (sentence, verdict) in sentences {
            self.count(verdict);
            carrier.facts.add(verdict.is_right());
            carrier.bound.add(verdict.is_bound());
            if trap {
                self.traps.add(verdict.is_right());
            }
            if !verdict.is_right() && carrier.failure.is_none() {
                carrier.failure = Some(failure(sentence, verdict));
            }
            if !verdict.is_bound() && carrier.misbound.is_none() {
                carrier.misbound = Some(misbound(sentence, verdict));
            }
        }
        self.carriers.push(carrier);
    }

    fn count(&mut self, verdict: &Verdict) {
        self.claimed.add(verdict.unclaimed.is_empty());
        for found in &verdict.found {
            self.properties.entry(found.property.clone()).or_default().found += 1;
            for (attribute, right) in &found.attributes {
                let key = (*attribute, found.property.clone());
                self.attributes.entry(key).or_default().add(right.is_ok());
            }
        }
        for told in &verdict.missing {
            self.properties.entry(told.property.clone()).or_default().missing += 1;
        }
        for told in &verdict.extra {
            self.properties.entry(told.property.clone()).or_default().extra += 1;
        }
    }

    /// Over all properties.
    pub(super) fn total(&self) -> Tally {
        let mut total = Tally::default();
        for tally in self.properties.values() {
            total.found += tally.found;
            total.extra += tally.extra;
            total.missing += tally.missing;
        }
        total
    }

    /// Of all facts found, those whose attribute is right.
    pub(super) fn attribute(&self, attribute: Attribute) -> Share {
        let mut total = Share::default();
        for ((_, _), share) in self.attributes.iter().filter(|((a, _), _)| *a == attribute) {
            total.right += share.right;
            total.tried += share.tried;
        }
        total
    }

    /// The sentences of traps from which came nothing but what they hold.
    pub(super) fn traps(&self) -> Share {
        self.traps
    }

    /// The sentences with no number left over.
    pub(super) fn claimed(&self) -> Share {
        self.claimed
    }

    /// Recall and precision by property, and the carriers that fail.
    pub(super) fn to_text(&self) -> String {
        let mut out = self.table();
        let mut worst: Vec<&OfCarrier> = self.carriers.iter().collect();
        worst.retain(|c| c.facts.ratio() < ENOUGH);
        worst.sort_by(|a, b| a.facts.ratio().total_cmp(&b.facts.ratio()));
        let (right, all) = (self.carriers.len() - worst.len(), self.carriers.len());
        let _ = writeln!(out, "\n{right} of {all} carriers right. The others:\n");
        for c in worst {
            let trap = if c.trap { " (trap)" } else { "" };
            let _ = writeln!(out, "{}{trap} {}/{}", c.id, c.facts.right, c.facts.tried);
            out.extend(c.failure.iter().map(Failure::to_text));
        }
        let _ = writeln!(out, "\nFacts found with a wrong subject, of, time or stated value:\n");
        for c in self.carriers.iter().filter(|c| c.bound.ratio() < ENOUGH) {
            let _ = writeln!(out, "{} {}/{}", c.id, c.bound.right, c.bound.tried);
            out.extend(c.misbound.iter().map(Failure::to_text));
        }
        out
    }

    fn table(&self) -> String {
        let mut out = format!(
            "{:18} {:>5} {:>5} {:>5}  {:>6} {:>6}  {:>9} {:>9} {:>9}\n",
            "property", "found", "extra", "miss", "P", "R", "subject", "of", "time"
        );
        for (property, tally) in &self.properties {
            row(&mut out, property, *tally, |attribute| {
                self.attributes.get(&(attribute, property.clone())).copied().unwrap_or_default()
            });
        }
        row(&mut out, "ALL", self.total(), |attribute| self.attribute(attribute));
        let stated = self.attribute(Attribute::Stated);
        for (what, share) in [
            ("stated values", stated),
            ("traps without a wrong fact", self.traps),
            ("sentences with every number claimed", self.claimed),
        ] {
            let _ = writeln!(out, "{what} {}/{}", share.right, share.tried);
        }
        out
    }

    /// A line for each carrier, for comparing two versions: its id, how many sentences were tried, came out right,
    /// and have right subjects, `of` and times too; the first that failed, what it lacks and what came out instead.
    pub(super) fn to_tsv(&self) -> String {
        let mut out =
            String::from("carrier\ttrap\ttried\tright\tbound\tsentence\tmissing\tcame_out\n");
        for c in &self.carriers {
            let failure = c.failure.as_ref().or(c.misbound.as_ref());
            let [sentence, missing, came_out] =
                failure.map_or(["", "", ""], |f| [&f.sentence, &f.missing, &f.came_out]);
            let Share { right, tried } = c.facts;
            let (id, trap, bound) = (c.id, u8::from(c.trap), c.bound.right);
            let _ = writeln!(
                out,
                "{id}\t{trap}\t{tried}\t{right}\t{bound}\t{sentence}\t{missing}\t{came_out}"
            );
        }
        out
    }
}

fn row(out: &mut String, name: &str, tally: Tally, share: impl Fn(Attribute) -> Share) {
    let Tally { found, extra, missing } = tally;
    let (p, r) = (tally.precision(), tally.recall());
    let _ = write!(out, "{name:18} {found:5} {extra:5} {missing:5}  {p:6.3} {r:6.3}");
    for attribute in [Attribute::Subject, Attribute::Of, Attribute::Time] {
        let Share { right, tried } = share(attribute);
        let told = if tried == 0 { String::new() } else { format!("{right}/{tried}") };
        let _ = write!(out, " {told:>9}");
    }
    out.push('\n');
}

fn failure(sentence: &Sentence<'_>, verdict: &Verdict) -> Failure {
    let extra = verdict.extra.iter().map(|t| t.told.clone());
    let unclaimed = verdict.unclaimed.iter().map(|text| format!("unclaimed «{text}»"));
    Failure {
        sentence: with_context(sentence),
        missing: verdict.missing.iter().map(|t| t.told.as_str()).collect::<Vec<_>>().join("; "),
        came_out: extra.chain(unclaimed).collect::<Vec<_>>().join("; "),
    }
}

fn misbound(sentence: &Sentence<'_>, verdict: &Verdict) -> Failure {
    let mut wrong = Vec::new();
    let mut facts = Vec::new();
    for found in &verdict.found {
        for (attribute, right) in &found.attributes {
            if let Err(why) = right {
                wrong.push(format!("{} {attribute:?} {why}", found.property));
                facts.push(found.told.clone());
            }
        }
    }
    Failure {
        sentence: with_context(sentence),
        missing: wrong.join("; "),
        came_out: facts.join("; "),
    }
}

fn with_context(sentence: &Sentence<'_>) -> String {
    let before = sentence.before.as_ref().map(|b| format!("({b}) ")).unwrap_or_default();
    format!("{before}{}", sentence.text)
}

impl Failure {
    fn to_text(&self) -> String {
        let mut out = format!("    {}\n", self.sentence);
        for (sign, told) in [('-', &self.missing), ('+', &self.came_out)] {
            if !told.is_empty() {
                let _ = writeln!(out, "      {sign} {told}");
            }
        }
        out
    }
}

/// All that came out of a sentence.
pub(super) fn tell(sentence: &Sentence<'_>, verdict: &Verdict) -> String {
    let right = if verdict.is_right() { "right" } else { "WRONG" };
    let found = verdict.found.iter().map(|f| f.told.as_str()).collect::<Vec<_>>().join("; ");
    let mut out = format!("{right}  {}\n      = {found}\n", with_context(sentence));
    for (sign, f) in [(' ', failure(sentence, verdict)), ('~', misbound(sentence, verdict))] {
        for (mark, told) in [('-', &f.missing), ('+', &f.came_out)] {
            if !told.is_empty() {
                let _ = writeln!(out, "     {sign}{mark} {told}");
            }
        }
    }
    out
}
