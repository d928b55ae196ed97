//! The part of a build that makes files: records first, then the tables, the removals, and the manifest.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::PathBuf;

use super::claim::Claim;
use super::file::{Draft, Kind, Settled, unwritable};
use super::manifest::{self, Entry, Manifest};
use super::run::{Done, Item, Made, Run};
use super::{Change, Earlier, Event, Failure, Report, batch, record_id, record_name, rejected};
use crate::error::Error;
use crate::record::{FORMAT, Record};
use crate::source::{fold_id, is_same_file};
use crate::write::{self, Cells, Facts, JsonLines, Writer};

/// The files beside the records that every dataset has, sorted.
pub(super) const TABLES: [&str; 3] = [FACTS, SCHEMA, LINES];

const FACTS: &str = "facts.csv";
const LINES: &str = "records.jsonl";
const SCHEMA: &str = "record.schema.json";

/// What a build has made so far.
pub(super) struct Making<'m> {
    run: &'m Run<'m>,
    claim: Option<&'m Claim>,
    tell: &'m mut dyn FnMut(Event<'_>),
    report: Report,
    /// The manifest in the making.
    files: BTreeMap<String, super::Hash>,
    bulletins: BTreeMap<String, Entry>,
}

impl<'m> Making<'m> {
    pub(super) fn new(
        run: &'m Run<'m>,
        claim: Option<&'m Claim>,
        tell: &'m mut dyn FnMut(Event<'_>),
    ) -> Making<'m> {
        let (report, files, bulletins) = Default::default();
        Making { run, claim, tell, report, files, bulletins }
    }

    /// Makes what is to be made; `failures` are those of listing.
    pub(super) fn make(
        mut self,
        items: &[Item<'_>],
        failures: Vec<Failure>,
        progress: impl Fn() + Sync,
    ) -> Result<Report, Error> {
        self.note_names(items)?;
        self.report.failures = failures;
        self.records_and_tables(items, progress)?;
        let schema = write::schema_text(self.run.extractor.properties());
        self.put(SCHEMA, schema.as_bytes())?;
        self.reject()?;
        self.remove()?;
        self.run.folder.sync()?;
        self.seal()?;
        Ok(self.report)
    }

    /// Notes the files that the manifest may not list yet.
    fn note_names(&self, items: &[Item<'_>]) -> Result<(), Error> {
        let new = items.iter().filter(|item| item.entry.is_none());
        let names: Vec<String> = new.map(|item| record_name(item.id)).collect();
        let names = names.iter().map(String::as_str).chain([rejected::NAME]);
        self.claim.map_or(Ok(()), |claim| claim.begin(names))
    }

    fn records_and_tables(
        &mut self,
        items: &[Item<'_>],
        progress: impl Fn() + Sync,
    ) -> Result<(), Error> {
        let run = self.run;
        let mut drafts = [run.folder.begin(LINES)?, run.folder.begin(FACTS)?];
        let [lines, facts] = &mut drafts;
        let unwritten = |error| unwritable(&run.folder.place(FACTS), error);
        let facts = Facts::new(facts, Cells::Exact).map_err(unwritten)?;
        let facts = facts.with_dates(run.extractor.own_dates());
        let mut tables = [
            Table { place: run.folder.place(LINES), writer: Box::new(JsonLines::new(lines)) },
            Table { place: run.folder.place(FACTS), writer: Box::new(facts) },
        ];
        let work = |item: &Item<'_>| {
            let done = run.done(item);
            progress();
            done.map(|done| (item.id.to_owned(), item.input.is_none(), done))
        };
        batch::in_order(items, run.options.threads, work, |done| {
            let (id, left, done) = done?;
            match self.take(id, left, done) {
                Some(made) => tables.iter_mut().try_for_each(|table| table.add(&made)),
                None => Ok(()),
            }
        })?;
        tables.into_iter().try_for_each(Table::finish)?;
        let [lines, facts] = drafts;
        self.settle(LINES, lines)?;
        self.settle(FACTS, facts)
    }

    /// Counts a bulletin, done or not, and gives the record that goes into the tables.
    fn take(&mut self, id: String, left: bool, done: Done) -> Option<Box<Made>> {
        let made = match done {
            Done::Made(made) => made,
            Done::Failed(error, kept) => {
                self.report.failures.push(Failure::new(Some(id.clone()), error));
                let made = kept?;
                self.report.failures.last_mut()?.earlier = Earlier::Kept;
                self.bulletins.insert(id, made.entry.clone());
                return Some(made);
            }
            Done::Lost => return None,
        };
        self.report.count(&id, made.entry.counts);
        self.report.unchanged += usize::from(!made.anew);
        if left {
            self.report.left.push(id.clone());
        }
        if let Some(change) = &made.change {
            self.report.changes += 1;
            (self.tell)(Event::File(change));
        }
        self.run.tell_of(&made, self.tell);
        self.bulletins.insert(id, made.entry.clone());
        Some(made)
    }

    fn tell(&mut self, name: String, kind: Kind) {
        self.report.changes += 1;
        (self.tell)(Event::File(&Change { name, kind, fields: Vec::new() }));
    }

    fn settle(&mut self, name: &str, draft: Draft) -> Result<(), Error> {
        let settled = self.run.folder.settle(name, draft)?;
        self.list(name, settled);
        Ok(())
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let settled = self.run.folder.put(name, bytes)?;
        self.list(name, settled);
        Ok(())
    }

    fn list(&mut self, name: &str, settled: Settled) {
        self.files.insert(name.to_owned(), settled.hash);
        if let Some(kind) = settled.change {
            self.tell(name.to_owned(), kind);
        }
    }

    /// Writes down what could not be done, if anything.
    fn reject(&mut self) -> Result<(), Error> {
        let text = rejected::text(&self.report.failures, self.run.options.input);
        let text = text.map_err(|error| {
            unwritable(&self.run.folder.place(rejected::NAME), io::Error::from(error))
        })?;
        if text.is_empty() { Ok(()) } else { self.put(rejected::NAME, text.as_bytes()) }
    }

    /// Removes what is ours and not of this dataset any more.
    fn remove(&mut self) -> Result<(), Error> {
        let before = &self.run.before;
        let ours = before.bulletins.keys().map(|id| record_name(id)).chain(self.run.begun.clone());
        let ours: BTreeSet<String> = ours.chain([rejected::NAME.to_owned()]).collect();
        let known =
            before.files.contains_key(rejected::NAME) || self.run.begun.contains(rejected::NAME);
        let gone = ours.into_iter().filter(|name| match record_id(name) {
            Some(id) => !self.bulletins.contains_key(id),
            None => name == rejected::NAME && known && !self.files.contains_key(name),
        });
        let gone: Vec<String> = gone.collect();
        if gone.is_empty() {
            return Ok(());
        }
        let folded: HashMap<String, &String> =
            self.bulletins.keys().map(|id| (fold_id(id), id)).collect();
        let gone: Vec<String> =
            gone.into_iter().filter(|name| !self.is_renamed(name, &folded)).collect();
        for name in gone {
            if !self.is_ours(&name) {
                continue;
            }
            let Some(kind) = self.run.folder.remove(&name)? else { continue };
            if let Some(id) = record_id(&name) {
                self.count_removed(id);
            }
            self.tell(name, kind);
        }
        Ok(())
    }

    /// Whether we made the file. One that a killed run only meant to make may be another's.
    fn is_ours(&self, name: &str) -> bool {
        let Some(id) = record_id(name) else { return true };
        let made = |bytes: Vec<u8>| {
            let record: Option<Record> = serde_json::from_slice(&bytes).ok();
            record.is_some_and(|record| record.format == FORMAT && record.id == id)
        };
        self.run.before.bulletins.contains_key(id)
            || fs::read(self.run.folder.place(name)).is_ok_and(made)
    }

    /// Whether the file is a record of this dataset under another name: where a file system does not tell capitals
    /// apart, the file of `seoul` may still be called `Seoul.json`.
    fn is_renamed(&self, name: &str, folded: &HashMap<String, &String>) -> bool {
        let place = |name: &str| self.run.folder.place(name);
        let twin = record_id(name).and_then(|id| folded.get(&fold_id(id)));
        twin.is_some_and(|id| is_same_file(&place(&record_name(id)), &place(name)))
    }

    fn count_removed(&mut self, id: &str) {
        let failed = self.report.failures.iter_mut().find(|f| f.id.as_deref() == Some(id));
        match failed {
            Some(failure) => failure.earlier = Earlier::Removed,
            None => self.report.removed.push(id.to_owned()),
        }
    }

    /// Writes the manifest.
    fn seal(&mut self) -> Result<(), Error> {
        let manifest = Manifest {
            version: self.run.before.version.clone(),
            files: std::mem::take(&mut self.files),
            bulletins: std::mem::take(&mut self.bulletins),
        };
        let unwritten = |error: serde_json::Error| {
            unwritable(&self.run.folder.place(manifest::NAME), io::Error::from(error))
        };
        let text = manifest.text().map_err(unwritten)?;
        let settled = self.run.folder.seal(manifest::NAME, text.as_bytes())?;
        if let Some(kind) = settled.change {
            self.tell(manifest::NAME.to_owned(), kind);
        }
        Ok(())
    }
}

/// A file that holds something of every record.
struct Table<'f> {
    place: PathBuf,
    writer: Box<dyn Writer + 'f>,
}

impl Table<'_> {
    fn add(&mut self, made: &Made) -> Result<(), Error> {
        self.writer.write(&made.record).map_err(|error| unwritable(&self.place, error))
    }

    fn finish(mut self) -> Result<(), Error> {
        self.writer.finish().map_err(|error| unwritable(&self.place, error))
    }
}
