//! The dates of a paragraph, each completed from the ones before it.

use crate::lexicon::vocabulary::Form;
use crate::mention::{Date, Lead, Point, Shape, Value, Year};
use crate::rules::matcher::Scene;
use crate::span::Span;

/// A date in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Index of the mention.
    pub mention: usize,
    /// EDTF.
    pub edtf: String,
    /// The completed date.
    pub date: Date,
    /// The words that completed it.
    pub context: Option<Span>,
}

/// The dates read so far in a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    /// In text order.
    pub all: Vec<Dated>,
    /// The point that the next partial date leans on, and where it stands.
    last: Option<(Point, Span)>,
    /// The last one that says its day, for "the following day".
    last_day: Option<(Point, Span)>,
}

impl Dates {
    /// Reads the dates of the next sentence; `yearless` receives those that no context completes.
    pub fn read(&mut self, scene: Scene<'_>, yearless: &mut Vec<usize>) {
        for (at, token) in scene.sentence.tokens.iter().enumerate() {
            let Some(i) = token.figure() else { continue };
            let Some(mention) = scene.mentions.get(i) else { continue };
            let Value::Date(date) = &mention.value else { continue };
            // "The festival, founded in 1932, is held in August": in that of every year.
            let leans = leans(date) && !is_habitual(scene, at);
            self.read_one(i, date, mention.span, leans, yearless);
            // A year inside a name is no context.
            let named = scene.sentence.name_at(at).is_some() || modifies_name(scene, at);
            // "In 2017 the center, which was founded in 2010, held a week from February 1": nor one that only tells of
            // something when the sentence has its own.
            let aside = self
                .last
                .is_some_and(|(_, span)| scene.sentence.tokens[0].span.start() <= span.start())
                && is_relative(scene, at);
            let named = named || aside;
            if let Some(dated) = self.all.last().filter(|d| d.mention == i && !named)
                && let Some(point) = context_point(&dated.date)
            {
                self.last = Some((point, mention.span));
                if point.day.is_some() {
                    self.last_day = self.last;
                }
            }
        }
    }

    fn read_one(
        &mut self,
        mention: usize,
        date: &Date,
        span: Span,
        leans: bool,
        yearless: &mut Vec<usize>,
    ) {
        let complete = |(p, s): (Point, Span)| Some((date.resolve(p)?, s));
        let by_day = || self.last_day.and_then(complete);
        let completed = if leans { self.last.and_then(complete).or_else(by_day) } else { None };
        let (date, context) = match completed {
            Some((completed, context)) => (completed, Some(context)),
            None => (date.without_context(), None),
        };
        if leans && context.is_none() {
            yearless.push(mention);
        }
        let context = context.filter(|c| !c.overlaps(span));
        if let Some(edtf) = date.edtf() {
            self.all.push(Dated { mention, edtf, date, context });
        }
    }

    /// The date of a mention.
    pub fn of(&self, mention: usize) -> Option<&Dated> {
        let at = self.all.binary_search_by_key(&mention, |d| d.mention).ok()?;
        self.all.get(at)
    }

    /// The year that the paragraph is about, for an anniversary without a date of its own.
    pub fn current(&self) -> Option<&Dated> {
        self.all.last()
    }
}

/// Whether a part of a date has to be completed from the dates before it.
fn leans(date: &Date) -> bool {
    [date.start, date.end].into_iter().flatten().any(|p| {
        matches!(
            p.year,
            Year::Open
                | Year::Same
                | Year::Offset(_)
                | Year::DayOffset(_)
                | Year::MonthOffset(_)
                | Year::Next
        )
    })
}

/// Whether a date tells when something is held again and again: "is held in", "takes place in".
fn is_habitual(scene: Scene<'_>, at: usize) -> bool {
    let s = scene.sentence;
    let lexicon = scene.lexicon;
    let held = |i: usize| {
        lexicon.is_form_of_any(s.tokens[i].word, &["hold", "celebrate", "stage", "observe"])
    };
    let verb = s.clause_of(at).and_then(|clause| clause.verb).filter(|v| *v > 0 && *v < at);
    verb.is_some_and(|v| {
        let now = [lexicon.singular[0], lexicon.plural[0]].contains(&s.tokens[v - 1].word);
        let takes = lexicon.is_form_of_any(s.tokens[v].word, &["take", "fall"])
            && s.tokens[v].has_form(lexicon, Form::S);
        now && held(v) || takes
    })
}

/// Whether a relative clause holds the date: "which was founded in 2010".
fn is_relative(scene: Scene<'_>, at: usize) -> bool {
    let s = scene.sentence;
    s.clause_of(at).is_some_and(|c| {
        c.end < s.tokens.len()
            && (c.start..at.min(c.start + 3))
                .any(|i| s.tokens[i].tag == crate::name::token::Tag::Rel)
    })
}

/// "the 2008 Olympic Games", "2010 FIFA World Cup": the year belongs to the name after it.
pub(super) fn modifies_name(scene: Scene<'_>, at: usize) -> bool {
    let next = scene.sentence.tokens.get(at + 1);
    let lead = scene.sentence.tokens[at].figure().and_then(|i| scene.mentions.get(i)).and_then(
        |m| match &m.value {
            Value::Date(d) => d.lead,
            _ => None,
        },
    );
    // "in 2010 Beijing hosted", but "for the 2010 World Cup".
    let article =
        at.checked_sub(1).is_some_and(|b| scene.sentence.tokens[b].word == scene.lexicon.the);
    (lead.is_none() || article)
        && next.is_some_and(|t| t.capital && scene.sentence.name_at(at + 1).is_some())
}

/// What a later partial date leans on: the start of an interval, else the date itself.
fn context_point(date: &Date) -> Option<Point> {
    let usable = |p: &Point| matches!(p.year, Year::Exact(_));
    if date.lead == Some(Lead::Before) || date.shape == Shape::Until {
        return None;
    }
    date.start.filter(usable).or(date.end.filter(usable))
}
