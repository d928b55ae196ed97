//! Sentences from carriers: the choice of fillings, the known answers, and the bulletin around a sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::SECTIONS;
use super::form::{Answer, Carrier, Case, Filling, Grammar, Mark, Meaning, Part, StatedAs, parts};

/// A carrier with its slots filled.
pub(super) struct Sentence<'g> {
    pub(super) carrier: &'g Carrier,
    pub(super) city: String,
    pub(super) before: Option<String>,
    pub(super) text: String,
    pub(super) answers: Vec<Expected>,
}

/// A fact that a sentence holds.
#[derive(Debug)]
pub(super) struct Expected {
    pub(super) property: String,
    pub(super) value: Meaning,
    pub(super) value_max: Option<String>,
    pub(super) unit: Option<String>,
    /// `*` is any.
    pub(super) qualifier: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) of: Option<String>,
    pub(super) time: Option<String>,
    pub(super) stated: Option<StatedAs>,
    pub(super) optional: bool,
    /// The words that carry it, in code points of the sentence: every place where the slot stands.
    pub(super) spans: Vec<(usize, usize)>,
}

/// The fillings chosen for the slots of a sentence, by key.
type Choice<'g> = BTreeMap<&'g str, &'g Filling>;

/// At most `fillings` different sentences from a carrier, the same ones at every run.
pub(super) fn fill<'g>(
    grammar: &'g Grammar,
    carrier: &'g Carrier,
    fillings: usize,
) -> Vec<Sentence<'g>> {
    let mut seen = BTreeSet::new();
    let sentences = (0..fillings).map(|i| sentence(carrier, &choose(grammar, carrier, i)));
    sentences.filter(|s| seen.insert((s.before.clone(), s.text.clone()))).collect()
}

/// The `i`th choice of fillings. Every slot goes through all its fillings before one comes again, in an order that
/// only the carrier's id decides.
fn choose<'g>(grammar: &'g Grammar, carrier: &'g Carrier, i: usize) -> Choice<'g> {
    let city = Mark { key: "city", slot: "city", nth: 1, case: Case::AsWritten };
    let mut marks: Vec<Mark<'g>> = carrier.marks().chain([city]).collect();
    marks.sort_by_key(|mark| (mark.slot, mark.nth));
    marks.dedup_by_key(|mark| mark.key);
    let mut choice = Choice::new();
    for slot in marks.chunk_by(|a, b| a.slot == b.slot) {
        let fillings = &grammar.slots[slot[0].slot];
        let (round, at) = (i / fillings.len(), i % fillings.len());
        let order = shuffled(fillings.len(), &format!("{} {} {round}", carrier.id, slot[0].slot));
        let mut chosen: Vec<&Filling> = Vec::new();
        let mut in_turn = order.iter().cycle().skip(at).take(order.len()).map(|&n| &fillings[n]);
        for mark in slot {
            let new = |f: &&Filling| chosen.iter().all(|c| c.meaning() != f.meaning());
            let filling = in_turn
                .find(new)
                .unwrap_or_else(|| panic!("{}: too few fillings for `{}`", carrier.id, mark.key));
            chosen.push(filling);
            choice.insert(mark.key, filling);
        }
    }
    choice
}

fn sentence<'g>(carrier: &'g Carrier, choice: &Choice<'g>) -> Sentence<'g> {
    let city = choice["city"].text.clone();
    let text = filled(&carrier.text, choice);
    Sentence {
        carrier,
        before: carrier.before.as_ref().map(|before| filled(before, choice)),
        answers: carrier.facts.iter().map(|a| expected(a, carrier, choice, &text)).collect(),
        city,
        text,
    }
}

fn expected(answer: &Answer, carrier: &Carrier, choice: &Choice<'_>, text: &str) -> Expected {
    let filling = answer.slot.as_ref().map(|slot| choice[slot.as_str()]);
    let value = match (&answer.value, filling) {
        (Some(template), _) => Meaning::One(valued(template, choice)),
        (None, Some(filling)) => match filling.meaning() {
            Meaning::One(value) => Meaning::One(value.replace("{city}", &choice["city"].text)),
            several @ Meaning::Several(_) => several,
        },
        (None, None) => panic!("{}: an answer without value", carrier.id),
    };
    let spans = match (&answer.slot, &answer.at) {
        (Some(slot), _) => spans_of(&carrier.text, slot, choice),
        (None, Some(at)) => words(text, &filled(at, choice)).into_iter().collect(),
        (None, None) => Vec::new(),
    };
    let own_kind = filling.filter(|_| answer.property == "institution").and_then(|f| f.of.clone());
    Expected {
        property: answer.property.clone(),
        value,
        value_max: filling.and_then(|f| f.value_max.clone()),
        unit: filling.and_then(|f| f.unit.clone()),
        qualifier: answer.qualifier.clone().or_else(|| filling.and_then(|f| f.qualifier.clone())),
        subject: answer.subject.as_ref().map(|template| filled(template, choice)),
        of: answer.of.as_ref().map(|template| filled(template, choice)).or(own_kind),
        time: answer.time.as_ref().map(|template| valued(template, choice)),
        stated: filling.and_then(|f| f.stated.clone()),
        optional: answer.optional,
        spans,
    }
}

/// A template with the words of its slots.
fn filled(template: &str, choice: &Choice<'_>) -> String {
    let words = |part| match part {
        Part::Literal(literal) => String::from(literal),
        Part::Slot(mark) => form(mark, choice),
    };
    parts(template).into_iter().map(words).collect()
}

/// A template with the values of its slots.
fn valued(template: &str, choice: &Choice<'_>) -> String {
    let value = |part| match part {
        Part::Literal(literal) => String::from(literal),
        Part::Slot(mark) => match choice[mark.key].meaning() {
            Meaning::One(value) => value,
            Meaning::Several(_) => panic!("`{template}`: a list has no value as text"),
        },
    };
    parts(template).into_iter().map(value).collect()
}

fn form(mark: Mark<'_>, choice: &Choice<'_>) -> String {
    let text = choice[mark.key].text.replace("{city}", &choice["city"].text);
    let mut letters = text.chars();
    match (mark.case, letters.next()) {
        (Case::Capital, Some(first)) => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}

fn spans_of(template: &str, key: &str, choice: &Choice<'_>) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut spans = Vec::new();
    for part in parts(template) {
        match part {
            Part::Literal(literal) => at += literal.chars().count(),
            Part::Slot(mark) => {
                let end = at + form(mark, choice).chars().count();
                if mark.key == key {
                    spans.push((at, end));
                }
                at = end;
            }
        }
    }
    spans
}

/// Where `words` stand in `text`, in code points.
pub(super) fn words(text: &str, words: &str) -> Option<(usize, usize)> {
    let (before, _) = text.split_once(words)?;
    let start = before.chars().count();
    Some((start, start + words.chars().count()))
}

impl Sentence<'_> {
    /// A small bulletin with the sentence in its section. An overview tells first which city it is about; what follows
    /// the sentence keeps a line without a full stop from being the text's cut end.
    pub(super) fn bulletin(&self) -> String {
        let (city, section) = (&self.city, &self.carrier.section);
        let heading = SECTIONS.iter().find(|(key, _)| key == section).map_or("", |(_, h)| h);
        let before = self.before.as_ref().map(|b| format!("{b} ")).unwrap_or_default();
        let opening = match (section.as_str(), self.is_line()) {
            ("overview", true) => "\n\n".to_owned(),
            ("overview", false) => " ".to_owned(),
            (_, true) => format!("\n\n[{heading}] {city} is well run.\n\n"),
            (_, false) => format!("\n\n[{heading}] "),
        };
        format!(
            "{city}\nForeign Affairs Office of Beijing Municipal Government\n2022-02-22\n\n\
             [Overview] {city} is an old city on a river.{opening}{before}{}\n\n\
             Beijing and {city} keep close ties.\n",
            self.text
        )
    }

    /// Whether it is a line of label and value, which stands by itself.
    fn is_line(&self) -> bool {
        !self.text.ends_with(['.', '!', '?', '"', '”'])
    }
}

/// The numbers below `len` in an order that `seed` decides.
fn shuffled(len: usize, seed: &str) -> Vec<usize> {
    // FNV-1a for the seed, SplitMix64 for the numbers: short, and the same on every machine.
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut state = seed.bytes().fold(0xcbf2_9ce4_8422_2325, fnv);
    let mut order: Vec<usize> = (0..len).collect();
    for last in (1..len).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let other = (z ^ (z >> 31)) % (last as u64 + 1);
        order.swap(last, usize::try_from(other).expect("it is below a usize"));
    }
    order
}
