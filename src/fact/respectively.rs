//! Pairs two series of one sentence: "A and B were founded in 1993 and 1740, respectively".

use crate::name::token::Tag;

use super::ledger::Desk;

/// Pairs the last two series of equal length where the sentence says "respectively": names with dates or numbers.
pub(super) fn respectively(desk: &mut Desk<'_, '_>) {
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
