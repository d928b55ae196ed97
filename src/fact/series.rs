//! Series: figures of one class in one coordination with a bound one share its property.

use crate::lexicon::vocabulary::Form;
use crate::name::token::{Kind, Tag};

use super::draft::{Claim, Draft};
use super::ledger::Desk;
use super::scope::{Class, Subject};

/// Properties that a coordination hands on.
const SHARED: [&str; 12] = [
    "term",
    "seats_held",
    "founded",
    "event",
    "reelected",
    "agreement",
    "rank",
    "edition",
    "took_office",
    "share",
    "growth",
    "divisions",
];

/// Hands on what the first member of a series has: "holds 31 seats, UDAR 30 and Unity 14".
pub fn extend(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures();
    for window in 1..figures.len() {
        let (at, mention) = figures[window];
        let (before_at, before) = figures[window - 1];
        if !desk.is_free(mention) || desk.bound.claims[before] != Claim::Value {
            continue;
        }
        let Some(model) = model(desk, before) else { continue };
        if !same_kind(desk, before, mention) || !coordinated(desk, before_at, at, &model.property) {
            continue;
        }
        if !matches!(model.unit.as_deref(), None | Some("%"))
            || counts_other(desk, at) && model.property == "seats_held"
        {
            continue;
        }
        let rule = model.rule.clone();
        let Some(mut draft) = desk.figure_draft(model.property.clone(), &rule, mention, at) else {
            continue;
        };
        draft.of.clone_from(&model.of);
        if model.property == "divisions" {
            let Some(of) = units(desk, at) else { continue };
            draft.of = Some(of);
        }
        draft.time.clone_from(&model.time);
        draft.subject = member_name(desk, before_at, at, &model);
        if model.property == "divisions" {
            draft.subject.clone_from(&model.subject);
        }
        if draft.property == "reelected" || draft.property == "took_office" {
            draft.subject.clone_from(&model.subject);
        }
        desk.bound.claims[mention] = Claim::Value;
        desk.bound.drafts.push(draft);
    }
}

/// Once every figure has its property: gives each member its own subject, hands `of` back and pairs what "respectively"
/// pairs.
pub fn pair(desk: &mut Desk<'_, '_>) {
    name_members(desk);
    hand_back(desk);
    respectively(desk);
}

/// "services account for 71 percent, industry for 22 percent and construction for the rest": each figure is said of the
/// phrase before it, not of the first.
fn name_members(desk: &mut Desk<'_, '_>) {
    let mut drafts: Vec<usize> = (desk.from..desk.bound.drafts.len())
        .filter(|i| {
            matches!(
                desk.bound.drafts[*i].property.as_str(),
                "share" | "area" | "length" | "quantity" | "money"
            )
        })
        .collect();
    drafts.sort_by_key(|i| desk.bound.drafts[*i].token);
    for pair in drafts.windows(2) {
        let (a, b) = (&desk.bound.drafts[pair[0]], &desk.bound.drafts[pair[1]]);
        // "of which land accounts for 500 and water for 20": all are of the one whole.
        let narrowed = b.property == "area" && b.of.is_some();
        if a.property != b.property || a.unit != b.unit || narrowed {
            continue;
        }
        let Some(noun) = member(desk, a.token, b.token) else { continue };
        let Some(entity) = desk.finder().resolve(noun) else { continue };
        let of = desk.bound.drafts[pair[0]].of.clone();
        let draft = &mut desk.bound.drafts[pair[1]];
        draft.subject = Some(entity.subject);
        draft.of = draft.of.take().or(of);
    }
}

/// The one phrase between a comma or "and" and a figure that stands for a clause of its own, its verb left out.
fn member(desk: &Desk<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let s = desk.scene.sentence;
    let joint = (from + 1..to)
        .rev()
        .find(|i| s.tokens[*i].is_sign(',') || s.tokens[*i].tag == Tag::Conj)?;
    let noun = s.nouns.iter().position(|n| n.first > joint && n.last < to)?;
    let n = &s.nouns[noun];
    let first = n.first == joint + 1 && !n.pronoun;
    let rest = s.tokens[n.last + 1..to].iter().all(|t| {
        matches!(t.tag, Tag::Prep | Tag::Adv | Tag::Det) || t.is(desk.scene.lexicon.class.lasting)
    });
    // The first member has a verb, and none stands between the figure and the joint.
    let verb = s.tokens[..from].iter().any(|t| t.tag == Tag::Verb);
    let plain = s.tokens[from + 1..joint]
        .iter()
        .all(|t| !matches!(t.tag, Tag::Verb | Tag::Rel | Tag::Participle));
    (first && rest && verb && plain).then_some(noun)
}

/// "62.8 percent, 23.7 percent and 2.2 percent of it": what the last share is of, the others are of too.
fn hand_back(desk: &mut Desk<'_, '_>) {
    let s = desk.scene.sentence;
    let mut shares: Vec<usize> = (desk.from..desk.bound.drafts.len())
        .filter(|i| desk.bound.drafts[*i].property == "share")
        .collect();
    shares.sort_by_key(|i| desk.bound.drafts[*i].token);
    for pair in shares.windows(2).rev() {
        let (left, right) = (desk.bound.drafts[pair[0]].token, desk.bound.drafts[pair[1]].token);
        let joined = s.tokens[left + 1..right].iter().all(|t| t.is_sign(',') || t.tag == Tag::Conj);
        if joined && desk.bound.drafts[pair[0]].of.is_none() {
            let of = desk.bound.drafts[pair[1]].of.clone();
            desk.bound.drafts[pair[0]].of = of;
        }
    }
}

/// The noun that a number of divisions counts, where it is of units and not of people, buildings or posts.
fn units(desk: &Desk<'_, '_>, at: usize) -> Option<String> {
    let s = desk.scene.sentence;
    let c = &desk.scene.lexicon.class;
    let n = &s.nouns[s.noun_at(at + 1)?];
    let other = c.institution
        | c.built
        | c.organization
        | c.people
        | c.member
        | c.office
        | c.group
        | c.event
        | c.body;
    let division = n.classes & c.division != 0;
    (division || n.classes & other == 0).then(|| desk.words(at + 1, n.last))
}

fn model(desk: &Desk<'_, '_>, mention: usize) -> Option<Draft> {
    let drafts = &desk.bound.drafts[desk.from..];
    drafts
        .iter()
        .find(|d| d.mention == Some(mention) && SHARED.contains(&d.property.as_str()))
        .cloned()
}

fn same_kind(desk: &Desk<'_, '_>, a: usize, b: usize) -> bool {
    let (a, b) = (&desk.input.mentions[a].value, &desk.input.mentions[b].value);
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// "three parties": the figure has a noun of its own that is no seat.
fn counts_other(desk: &Desk<'_, '_>, at: usize) -> bool {
    let s = desk.scene.sentence;
    let next = s.noun_at(at + 1).map(|n| &s.nouns[n]);
    next.is_some_and(|n| {
        n.name.is_none()
            && n.classes & (desk.scene.lexicon.class.member | desk.scene.lexicon.class.party) == 0
    })
}

/// Only names, nouns, commas, "and" and prepositions between the two: no verb of its own, no other figure.
fn coordinated(desk: &Desk<'_, '_>, from: usize, to: usize, property: &str) -> bool {
    let s = desk.scene.sentence;
    let mut joins = false;
    let mut words = 0;
    for (at, t) in s.tokens.iter().enumerate().take(to).skip(from + 1) {
        match t.kind {
            Kind::Sign(',' | ';') => joins = true,
            Kind::Sign('(' | ')' | '"' | '“' | '”') | Kind::Possessive => {}
            // "Canvi–Ciutadans": a sign inside a name parts nothing.
            Kind::Sign(_) if t.tag == Tag::Name || !t.spaced => {}
            Kind::Figure(_) | Kind::Sign(_) => return false,
            Kind::Word if t.tag == Tag::Conj => joins = true,
            Kind::Word => {
                words += 1;
                let c = &desk.scene.lexicon.class;
                let gerund = t.has_form(desk.scene.lexicon, Form::Ing) && joins;
                let own_verb = matches!(t.tag, Tag::Verb | Tag::Participle | Tag::Rel | Tag::Sub);
                // "18 went to the Alliance, 12 to": the verb of the first member is understood with the others.
                let first = at == from + 1 && property == "seats_held";
                if own_verb && !first && !gerund && !t.is(c.member | c.have) {
                    return false;
                }
            }
        }
    }
    // Without a name between them the dates of one verb follow each other directly.
    let loose =
        matches!(property, "term" | "founded" | "seats_held" | "rank" | "edition" | "divisions");
    joins && (loose || words <= 3)
}

/// The name nearest to the figure within its own member: before it since the last comma, else after it.
fn member_name(desk: &Desk<'_, '_>, from: usize, at: usize, model: &Draft) -> Option<Subject> {
    let s = desk.scene.sentence;
    let begins = (from + 1..at)
        .rev()
        .find(|i| {
            s.tokens[*i].is_sign(',') || s.tokens[*i].is_sign(';') || s.tokens[*i].tag == Tag::Conj
        })
        .map_or(from + 1, |i| i + 1);
    let inside = s.nouns.iter().position(|n| n.first >= begins && n.last < at);
    let after = || s.nouns.iter().position(|n| n.last > at && n.first <= at + 4);
    let noun = match model.property.as_str() {
        "seats_held" => inside.or_else(after)?,
        _ => inside?,
    };
    // "eight members of the Freedom Party"
    let of_name = s.nouns.get(noun + 1).filter(|x| {
        x.name.is_some()
            && s.nouns[noun].classes & desk.scene.lexicon.class.member != 0
            && x.first == s.nouns[noun].last + 2
    });
    let noun = if of_name.is_some() { noun + 1 } else { noun };
    let n = &s.nouns[noun];
    let text = desk.words(desk.finder().first_of(n), n.last);
    let class =
        if model.property == "seats_held" { Some(Class::Party) } else { desk.class_of(noun) };
    Some(Subject { text, class })
}

/// Pairs the last two series of equal length where the sentence says "respectively": names with dates or numbers.
fn respectively(desk: &mut Desk<'_, '_>) {
    let s = desk.scene.sentence;
    let Some(word) =
        s.tokens.iter().position(|t| t.word != 0 && t.word == desk.scene.lexicon.respectively)
    else {
        return;
    };
    let mut drafts: Vec<usize> = (desk.from..desk.bound.drafts.len())
        .filter(|i| desk.bound.drafts[*i].mention.is_some() && desk.bound.drafts[*i].token < word)
        .collect();
    drafts.sort_by_key(|i| desk.bound.drafts[*i].token);
    // Dates that follow a series of their own kind pair with it as its times.
    let numbers = |i: &&usize| desk.bound.drafts[**i].property != "event";
    let Some(last) = drafts.iter().rev().find(numbers).or(drafts.last()).copied() else { return };
    let property = desk.bound.drafts[last].property.clone();
    let series: Vec<usize> =
        drafts.iter().copied().filter(|i| desk.bound.drafts[*i].property == property).collect();
    let Some(first) = series.first().map(|i| desk.bound.drafts[*i].token) else { return };
    let names = coordinated_names(desk, first, series.len());
    pair_dates(desk, &series, word);
    if names.len() != series.len() || series.len() < 2 {
        return;
    }
    for (draft, noun) in series.iter().zip(names) {
        let entity = desk.finder().resolve(noun);
        desk.bound.drafts[*draft].subject = entity.map(|e| e.subject);
    }
}

/// "the 4th and the 6th congress in 2018 and 1999, respectively": a date for each.
fn pair_dates(desk: &mut Desk<'_, '_>, series: &[usize], word: usize) {
    let s = desk.scene.sentence;
    let Some(last) = series.last().map(|i| desk.bound.drafts[*i].token) else { return };
    let dates: Vec<usize> = (last + 1..word)
        .filter_map(|at| s.tokens[at].figure().filter(|m| desk.dates.of(*m).is_some()))
        .collect();
    if dates.len() != series.len() || series.len() < 2 {
        return;
    }
    for (draft, date) in series.iter().zip(dates) {
        let time =
            desk.dates.of(date).map(|d| super::draft::Time { edtf: d.edtf.clone(), mention: date });
        desk.bound.drafts[*draft].time = time;
    }
}

/// The last `count` noun phrases joined by commas and "and" before token `end`.
fn coordinated_names(desk: &Desk<'_, '_>, end: usize, count: usize) -> Vec<usize> {
    let s = desk.scene.sentence;
    let joins = |i: usize| s.tokens[i].is_sign(',') || s.tokens[i].tag == Tag::Conj;
    let mut best = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for (i, n) in s.nouns.iter().enumerate().take_while(|(_, n)| n.last < end) {
        let linked = run.last().is_some_and(|p: &usize| {
            let from = s.nouns[*p].last + 1;
            from < n.first && (from..n.first).all(joins)
                || s.extended(*p, desk.scene.lexicon) + 1 < n.first
                    && (s.extended(*p, desk.scene.lexicon) + 1..n.first).all(joins)
        });
        let part_of_last = run.last().is_some_and(|p| s.extended(*p, desk.scene.lexicon) >= n.last);
        if part_of_last {
            continue;
        }
        if !linked {
            run.clear();
        }
        run.push(i);
        if run.len() == count {
            best.clone_from(&run);
        }
    }
    best
}
