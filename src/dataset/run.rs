//! One build of a dataset: what is still good is found out first, the rest is made, and the manifest comes last.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;

use super::batch;
use super::claim::{self, Claim};
use super::folder::Folder;
use super::hash::Hash;
use super::making::Making;
use super::manifest::{Entry, Manifest, Version};
use super::rejected;
use super::{
    Change, Event, Failure, Kind, Mode, Options, Report, Tell, Trust, difference, record_name,
};
use crate::error::Error;
use crate::pipeline::Extractor;
use crate::record::Record;
use crate::source::{self, Input, Listing};
use crate::write;

/// Writes the records of the bulletins and all other files of a dataset into its folder, as far as they are not there
/// already; `progress` is called for each bulletin, from any thread, and `tell` in their order.
///
/// Each file is complete at any moment: it is written beside its place and renamed, and one whose bytes stay the same is
/// not touched. The manifest is written when all others are on the disk, so that a run that is killed at any moment is
/// mended by the next one. A file that the manifest lists, or that a killed run has noted, is removed where it is not of
/// the dataset any more; no other file is. When the output cannot be written, the run ends; what was renamed until then
/// stays, and the next run mends it.
///
/// # Errors
/// The output cannot be written, or another run is writing it.
pub fn build(
    extractor: &Extractor,
    listing: Listing,
    options: Options<'_>,
    progress: impl Fn() + Sync,
    tell: &mut dyn FnMut(Event<'_>),
) -> Result<Report, Error> {
    let claim = match options.mode {
        Mode::Write => Some(Claim::take(options.output)?),
        Mode::Check | Mode::Compare => None,
    };
    let run = Run::begin(extractor, options, claim.as_ref())?;
    let Listing { inputs, problems, .. } = listing;
    let mut items = run.items(&inputs, &problems);
    let problems = problems.into_iter();
    let failures = problems.map(|e| Failure::new(e.clashing_id().map(str::to_owned), e)).collect();
    let report = match run.unchanged(&mut items, failures, tell) {
        Ok(report) => report,
        Err(failures) => {
            Making::new(&run, claim.as_ref(), tell).make(&items, failures, progress)?
        }
    };
    claim.map_or(Ok(()), Claim::end)?;
    Ok(report)
}

/// A build under way: what it goes by.
pub(super) struct Run<'r> {
    pub(super) extractor: &'r Extractor,
    pub(super) options: Options<'r>,
    pub(super) folder: Folder<'r>,
    /// What the manifest says; nothing where there is no good one.
    pub(super) before: Manifest,
    /// Names of files that killed runs may have made.
    pub(super) begun: BTreeSet<String>,
    /// Paths of the bulletins that were rejected.
    rejected: BTreeSet<String>,
}

/// A record that the dataset should have.
pub(super) struct Item<'r> {
    pub(super) id: &'r str,
    /// Its bulletin's path below the input, by which records are ordered.
    path: &'r str,
    /// Its bulletin; none where that may still be there, in a folder that cannot be read.
    pub(super) input: Option<&'r Input>,
    /// What the manifest says of it.
    pub(super) entry: Option<&'r Entry>,
    state: State,
}

/// How the manifest and an item agree.
#[derive(Debug)]
enum State {
    /// All is as the manifest says.
    Fresh,
    /// It must be made.
    Stale,
    /// It was rejected, and is so again.
    Rejected(Error),
}

/// A record in its place.
pub(super) struct Made {
    pub(super) record: Record,
    pub(super) entry: Entry,
    /// Whether it was made now.
    pub(super) anew: bool,
    pub(super) change: Option<Change>,
}

/// A bulletin's record; or why there is none, and the earlier one where it is kept.
pub(super) enum Done {
    Made(Box<Made>),
    Failed(Error, Option<Box<Made>>),
    /// The record of a bulletin that is not seen, and it is damaged.
    Lost,
}

impl<'r> Run<'r> {
    fn begin(
        extractor: &'r Extractor,
        options: Options<'r>,
        claim: Option<&Claim>,
    ) -> Result<Run<'r>, Error> {
        let folder = Folder::new(options.output, options.mode);
        if claim.is_some() {
            folder.sweep()?;
        }
        let begun = claim.map_or_else(|| claim::begun(options.output), |claim| claim.begun.clone());
        let version = Version::of(extractor);
        let before = Manifest::load(options.output, &version);
        let before = before.unwrap_or_else(|| Manifest { version, ..Manifest::default() });
        let rejected = rejected::paths(&folder.place(rejected::NAME));
        Ok(Run { extractor, options, folder, before, begun, rejected })
    }

    /// The records that the dataset should have, in order.
    fn items<'i>(&'i self, inputs: &'i [Input], problems: &[Error]) -> Vec<Item<'i>> {
        let entry = |id: &str| self.before.bulletins.get(id);
        let mut items: Vec<Item> = inputs
            .iter()
            .map(|i| Item {
                id: &i.id,
                path: &i.relative,
                input: Some(i),
                entry: entry(&i.id),
                state: State::Stale,
            })
            .collect();
        if problems.iter().any(|p| matches!(p, Error::Unreadable { .. })) {
            let seen: BTreeSet<&str> = inputs.iter().map(|input| input.id.as_str()).collect();
            let unseen = self.before.bulletins.iter().filter(|(id, _)| !seen.contains(id.as_str()));
            items.extend(unseen.map(|(id, e)| Item {
                id,
                path: &e.path,
                input: None,
                entry: Some(e),
                state: State::Stale,
            }));
            items.sort_by_key(|item| (item.path, Reverse(item.input.is_some())));
        }
        self.look(&mut items);
        items
    }

    /// Finds out which records are as the manifest says.
    fn look(&self, items: &mut [Item<'_>]) {
        if self.options.trust == Trust::Nothing {
            return;
        }
        let mut found = Vec::with_capacity(items.len());
        let look = |item: &Item<'_>| self.state(item);
        let done = batch::in_order(items, self.options.threads, look, |state| {
            found.push(state);
            Ok::<_, Infallible>(())
        });
        // OK because nothing can go wrong in taking a state.
        let Ok(()) = done;
        items.iter_mut().zip(found).for_each(|(item, state)| item.state = state);
    }

    fn state(&self, item: &Item<'_>) -> State {
        match (item.entry, item.input) {
            (Some(entry), _) if self.is_fresh(item, entry) => State::Fresh,
            // What was not rejected is likely to get a record: that is not tried twice.
            (None, Some(input)) if self.rejected.contains(&input.relative) => {
                let record = source::read(input)
                    .and_then(|bytes| batch::extract_bytes(self.extractor, input, &bytes));
                record.map_or_else(State::Rejected, |_| State::Stale)
            }
            _ => State::Stale,
        }
    }

    fn is_fresh(&self, item: &Item<'_>, entry: &Entry) -> bool {
        let same = |input: &Input| {
            input.relative == entry.path
                && source::read(input).is_ok_and(|bytes| Hash::of(&bytes) == entry.sha256)
        };
        entry.made_by.is_none()
            && item.input.is_none_or(same)
            && self.folder.has(&record_name(item.id), entry.record)
    }

    /// The report of a run that finds all in order, or else the failures again; `failures` are those of listing.
    fn unchanged(
        &self,
        items: &mut [Item<'_>],
        mut failures: Vec<Failure>,
        tell: &mut dyn FnMut(Event<'_>),
    ) -> Result<Report, Vec<Failure>> {
        let listed = failures.len();
        let mut report = Report::default();
        for item in items.iter_mut() {
            match (std::mem::replace(&mut item.state, State::Stale), item.entry) {
                (State::Fresh, Some(entry)) => {
                    item.state = State::Fresh;
                    report.count(item.id, entry.counts);
                }
                (State::Rejected(error), _) => {
                    failures.push(Failure::new(Some(item.id.to_owned()), error));
                }
                _ => {}
            }
        }
        report.unchanged = report.bulletins;
        let whole = report.bulletins + failures.len() - listed == items.len()
            && report.bulletins == self.before.bulletins.len();
        if !whole || !self.begun.is_empty() || !self.has_tables(&failures) {
            failures.truncate(listed);
            return Err(failures);
        }
        let left = items.iter().filter(|item| item.input.is_none());
        report.left = left.map(|item| item.id.to_owned()).collect();
        report.failures = failures;
        if self.options.tell == Tell::ToLookAt {
            self.tell_of_all(items, tell);
        }
        Ok(report)
    }

    /// Whether the files beside the records are those that the manifest names, and those of these failures.
    fn has_tables(&self, failures: &[Failure]) -> bool {
        let files = &self.before.files;
        let rejected = rejected::text(failures, self.options.input).unwrap_or_default();
        let wanted = (!rejected.is_empty()).then(|| Hash::of(rejected.as_bytes()));
        let names = files.keys().map(String::as_str).filter(|name| *name != rejected::NAME);
        files.get(rejected::NAME).copied() == wanted
            && names.eq(super::making::TABLES)
            && files.iter().all(|(name, hash)| self.folder.has(name, *hash))
    }

    fn tell_of_all(&self, items: &[Item<'_>], tell: &mut dyn FnMut(Event<'_>)) {
        for item in items {
            let entry = item.entry.filter(|entry| entry.counts.are_to_look_at());
            let made = entry.and_then(|entry| self.kept(item.id, entry));
            made.iter().for_each(|made| self.tell_of(made, tell));
        }
    }

    /// Sees that the record of an item is in its place.
    pub(super) fn done(&self, item: &Item<'_>) -> Result<Done, Error> {
        let kept = || item.entry.and_then(|entry| self.kept(item.id, entry)).map(Box::new);
        let Some(input) = item.input else {
            return Ok(kept().map_or(Done::Lost, Done::Made));
        };
        if matches!(item.state, State::Fresh)
            && let Some(made) = kept()
        {
            return Ok(Done::Made(made));
        }
        let extracted = source::read(input).and_then(|bytes| {
            let record = batch::extract_bytes(self.extractor, input, &bytes)?;
            Ok((record, Hash::of(&bytes)))
        });
        match extracted {
            Ok((record, sha256)) => self.put(input, record, sha256).map(Box::new).map(Done::Made),
            // What it says now is not known; all other troubles are the bulletin's own.
            Err(error @ Error::Unreadable { .. }) => Ok(Done::Failed(error, kept())),
            Err(error) => Ok(Done::Failed(error, None)),
        }
    }

    /// The record that an earlier run made, if it is the one that the manifest names.
    fn kept(&self, id: &str, entry: &Entry) -> Option<Made> {
        let bytes = fs::read(self.folder.place(&record_name(id))).ok()?;
        let record =
            serde_json::from_slice(&bytes).ok().filter(|_| Hash::of(&bytes) == entry.record)?;
        Some(Made { record, entry: entry.clone(), anew: false, change: None })
    }

    fn put(&self, input: &Input, record: Record, sha256: Hash) -> Result<Made, Error> {
        let name = record_name(&input.id);
        let mut json = Vec::new();
        write::pretty(&record, &mut json)
            .map_err(|error| super::file::unwritable(&self.folder.place(&name), error))?;
        let old =
            (self.options.mode == Mode::Compare).then(|| fs::read(self.folder.place(&name)).ok());
        let settled = self.folder.put(&name, &json)?;
        let change = settled.change.map(|kind| {
            let old = old.flatten().filter(|_| kind == Kind::Change);
            let fields = old.map_or_else(Vec::new, |old| difference::fields(&old, &json));
            Change { name, kind, fields }
        });
        let entry = Entry {
            path: input.relative.clone(),
            sha256,
            record: settled.hash,
            counts: super::Counts::of(&record),
            made_by: None,
        };
        Ok(Made { record, entry, anew: true, change })
    }

    /// Tells of a record with something to look at, if that is asked for.
    pub(super) fn tell_of(&self, made: &Made, tell: &mut dyn FnMut(Event<'_>)) {
        if self.options.tell == Tell::ToLookAt && made.entry.counts.are_to_look_at() {
            tell(Event::ToLookAt(&made.record));
        }
    }
}
