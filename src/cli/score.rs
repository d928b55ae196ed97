//! `chancery score`: records against answers.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use chancery::record::Record;
use chancery::score::{Answers, Score};
use chancery::source::check_id;

use super::Exit;

/// Measure records against answers: precision, recall and F1 by property.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery score output tests/gold
  chancery score output tests/gold --docs lyon,kobe --verbose
  chancery score output/records.jsonl tests/gold --min-f1 0.9

tests/gold/README.md says how answers are written and what counts as a hit.
")]
pub(crate) struct Args {
    /// An output folder, a folder of records, or a records.jsonl
    records: PathBuf,
    /// A folder of answers, a JSON file for each bulletin
    gold: PathBuf,
    /// Name every miss before the table
    ///
    /// A line for each: `-` a wanted fact that is missing, `+` a fact that nobody wanted, `~` a wrong subject, of,
    /// time or qualifier, `!` a wrong field of the head.
    #[arg(long, short)]
    verbose: bool,
    /// Print one line of JSON instead of the table
    #[arg(long, conflicts_with = "verbose")]
    json: bool,
    /// Score these bulletins alone
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    docs: Vec<String>,
    /// Exit with 1 when the F1 of all facts is lower
    #[arg(long, value_name = "0..1", value_parser = parse_ratio)]
    min_f1: Option<f64>,
}

fn parse_ratio(text: &str) -> Result<f64, String> {
    let ratio = text.parse().ok().filter(|r| (0.0..=1.0).contains(r));
    ratio.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

/// Reads both sides, compares them and prints the score.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let answers = read_answers(&args.gold, &args.docs)?;
    let mut records = Records::open(&args.records, &answers)?;
    let mut score = Score::default();
    for answers in &answers {
        score.add(answers, records.take(&answers.doc)?.as_ref());
    }
    ensure!(
        score.documents() > 0,
        "`{}` has none of the {} records that `{}` has answers for; `chancery build` makes them",
        args.records.display(),
        answers.len(),
        args.gold.display()
    );
    match print(&score, args) {
        // Whoever read it has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        printed => printed.context("cannot write to standard output")?,
    }
    let f1 = score.facts().f1();
    match args.min_f1 {
        Some(least) if f1 < least => {
            writeln!(anstream::stderr(), "F1 of all facts is {f1:.4}, below {least}")?;
            Ok(Exit::Look)
        }
        _ => Ok(Exit::Done),
    }
}

fn print(score: &Score, args: &Args) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if args.json {
        writeln!(out, "{}", score.to_json())?;
    } else {
        if args.verbose {
            score.misses().iter().try_for_each(|miss| writeln!(out, "{miss}"))?;
        }
        write!(out, "{score}")?;
    }
    out.flush()
}

/// The answers of a folder in the order of their file names; `docs`, where it names any, are the only ones wanted.
fn read_answers(folder: &Path, docs: &[String]) -> anyhow::Result<Vec<Answers>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read answers in `{}`", folder.display()))?;
    let paths: Vec<_> = entries.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    let mut paths: Vec<_> =
        paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "json")).collect();
    ensure!(
        !paths.is_empty(),
        "no answers in `{}`; answers are files that end in .json",
        folder.display()
    );
    paths.sort();
    let mut all = Vec::new();
    for path in &paths {
        let json = fs::read_to_string(path)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
        let answers = Answers::parse(&json)
            .with_context(|| format!("wrong answers in `{}`", path.display()))?;
        if let Err(reason) = check_id(&answers.doc) {
            bail!("`doc` in `{}` is no id of a record: {reason}", path.display());
        }
        if docs.is_empty() || docs.contains(&answers.doc) {
            all.push(answers);
        }
    }
    if let Some(doc) = docs.iter().find(|doc| !all.iter().any(|a| a.doc == **doc)) {
        bail!("no answers for `{doc}` in `{}`", folder.display());
    }
    Ok(all)
}

/// Where records come from.
enum Records {
    /// A file for each.
    Folder(PathBuf),
    /// Those wanted of a file with a record a line.
    Lines(HashMap<String, Record>),
}

impl Records {
    /// `path` is a file of lines, a folder of records, or a folder that holds one of the two.
    fn open(path: &Path, wanted: &[Answers]) -> anyhow::Result<Records> {
        let (folder, lines) = (path.join("records"), path.join("records.jsonl"));
        if path.is_file() {
            Ok(Records::Lines(read_lines(path, wanted)?))
        } else if folder.is_dir() {
            Ok(Records::Folder(folder))
        } else if lines.is_file() {
            Ok(Records::Lines(read_lines(&lines, wanted)?))
        } else {
            ensure!(
                path.is_dir(),
                "no records in `{}`: there is no such file or folder",
                path.display()
            );
            Ok(Records::Folder(path.to_owned()))
        }
    }

    /// The record of a bulletin, if there is one.
    fn take(&mut self, id: &str) -> anyhow::Result<Option<Record>> {
        let folder = match self {
            Records::Lines(records) => return Ok(records.remove(id)),
            Records::Folder(folder) => folder,
        };
        let path = folder.join(format!("{id}.json"));
        let json = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            json => json.with_context(|| format!("cannot read `{}`", path.display()))?,
        };
        let record = serde_json::from_str(&json);
        record.map(Some).with_context(|| format!("no record of a bulletin: `{}`", path.display()))
    }
}

fn read_lines(path: &Path, wanted: &[Answers]) -> anyhow::Result<HashMap<String, Record>> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("cannot read `{shown}`"))?;
    let mut records = HashMap::new();
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.with_context(|| format!("cannot read `{shown}`"))?;
        if line.trim().is_empty() {
            continue;
        }
        let record: Record = serde_json::from_str(&line)
            .with_context(|| format!("no record of a bulletin: line {number} of `{shown}`"))?;
        if wanted.iter().any(|answers| answers.doc == record.id) {
            records.insert(record.id.clone(), record);
        }
    }
    Ok(records)
}
