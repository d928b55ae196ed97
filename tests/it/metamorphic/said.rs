//! What a fact says, apart from where it stands.

use std::collections::BTreeMap;
use std::fmt;
use std::fmt::Write as _;

use chancery::record::{Fact, Value};
use rust_decimal::Decimal;

/// A fact without its place, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub(super) property: String,
    pub(super) value: String,
    pub(super) value_max: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) qualifier: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) of: Option<String>,
    pub(super) time: Option<String>,
}

impl Said {
    pub(super) fn of(fact: &Fact) -> Said {
        Said {
            property: fact.property.clone(),
            value: plain(&fact.value),
            value_max: fact.value_max.as_ref().map(plain),
            unit: fact.unit.clone(),
            qualifier: fact.qualifier.map(|q| format!("{q:?}")),
            subject: fact.subject.as_deref().map(in_one_line),
            of: fact.of.as_deref().map(in_one_line),
            time: fact.time.clone(),
        }
    }

    /// With `change` made to its words.
    pub(super) fn with_words(mut self, change: impl Fn(&str) -> String) -> Said {
        for words in [&mut self.subject, &mut self.of].into_iter().flatten() {
            *words = change(words);
        }
        self
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.property, self.value)?;
        let rest = [
            ("..", &self.value_max),
            (" ", &self.unit),
            (" ", &self.qualifier),
            (" S:", &self.subject),
            (" O:", &self.of),
            (" T:", &self.time),
        ];
        for (sign, part) in rest {
            if let Some(part) = part {
                write!(f, "{sign}{part}")?;
            }
        }
        Ok(())
    }
}

/// A line break in a name is no difference.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => rounded(number.0),
        Value::Text(text) => in_one_line(text),
        Value::List(list) => in_one_line(&list.join(" | ")),
    }
}

/// Six digits tell two figures apart and forgive a conversion's rounding.
pub(super) fn rounded(number: Decimal) -> String {
    number.round_sf(6).unwrap_or(number).normalize().to_string()
}

/// The facts that two readings share, and those of only one.
#[derive(Default)]
pub(super) struct Difference {
    pub(super) same: usize,
    missing: Vec<Said>,
    extra: Vec<Said>,
}

/// Compares without regard to order.
pub(super) fn difference(expected: &[Said], got: &[Said]) -> Difference {
    let mut left: BTreeMap<&Said, usize> = BTreeMap::new();
    for said in got {
        *left.entry(said).or_default() += 1;
    }
    let mut difference = Difference::default();
    for said in expected {
        match left.get_mut(said).filter(|n| **n > 0) {
            Some(n) => {
                *n -= 1;
                difference.same += 1;
            }
            None => difference.missing.push(said.clone()),
        }
    }
    let extra = left.into_iter().flat_map(|(said, n)| std::iter::repeat_n(said.clone(), n));
    difference.extra.extend(extra);
    difference
}

impl Difference {
    pub(super) fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }

    /// Facts of the first reading alone.
    pub(super) fn missing(&self) -> usize {
        self.missing.len()
    }

    pub(super) fn add(&mut self, other: Difference) {
        self.same += other.same;
        self.missing.extend(other.missing);
        self.extra.extend(other.extra);
    }

    /// Of the larger reading, the facts that both have.
    #[allow(clippy::cast_precision_loss, reason = "a few thousand facts")]
    pub(super) fn share(&self) -> f64 {
        let all = self.same + self.missing.len().max(self.extra.len());
        if all == 0 { 1.0 } else { self.same as f64 / all as f64 }
    }

    pub(super) fn to_text(&self) -> String {
        let mut out = String::new();
        let missing = self.missing.iter().map(|said| ('-', said));
        let extra = self.extra.iter().map(|said| ('+', said));
        let mut told: Vec<_> = missing.chain(extra).collect();
        told.sort_by(|(_, a), (_, b)| (&a.property, &a.value).cmp(&(&b.property, &b.value)));
        for (sign, said) in told {
            let _ = writeln!(out, "    {sign} {said}");
        }
        out
    }
}
