//! `chancery explain`: how a bulletin was read.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use chancery::explain::{Explanation, Log, Options, RuleView};
use chancery::pipeline::Extractor;
use chancery::source;

use super::rules::Own;
use super::{Exit, complain, printed};

/// Columns where there is no terminal, and the fewest and most where there is one.
const WIDTH: (usize, usize, usize) = (88, 60, 100);

/// Show how bulletins were read: each sentence with its quotes marked, and what was taken from it.
///
/// «Words» in marks are a fact's evidence, ‹words› a number that nobody took. Below its sentence stands each fact:
/// property, value, subject, of, time, and the rule that made it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery explain input/seoul.txt
  chancery explain input/seoul.txt --section politics --tried
  chancery explain input/seoul.txt --rule seats.members
  chancery explain --text 'The council has 60 members.' --section politics
")]
pub(crate) struct Args {
    /// Bulletins, folders of bulletins, or - for standard input
    #[arg(required_unless_present = "text", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Words to read in the place of a file, as a bulletin without headings or as one of the section given
    #[arg(long, value_name = "WORDS", conflicts_with = "files")]
    text: Option<String>,
    /// Show for each figure which rules were tried and how far they got
    #[arg(long)]
    tried: bool,
    /// Show where this rule was tried and how far it got
    #[arg(long, value_name = "ID", conflicts_with = "tried")]
    rule: Option<String>,
    /// Show this section alone
    #[arg(long, value_name = "KEY")]
    section: Option<String>,
    /// Show facts of this property alone
    #[arg(long, value_name = "NAME")]
    property: Option<String>,
    #[command(flatten)]
    rules: Own,
}

/// Reads the bulletins one by one and prints how each was read.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let extractor = args.rules.load()?;
    let extractor: &Extractor = &extractor;
    if let Some(id) = &args.rule {
        check_rule(extractor, id)?;
    }
    let options = options(args);
    if let Some(words) = &args.text {
        let mut log = Log::default();
        let record = extractor.extract("text", "text.txt", &bulletin(args, words), &mut log);
        let shown = Explanation::new(&record, &log, extractor, &options).to_string();
        printed(anstream::stdout().write_all(shown.as_bytes()))?;
        return Ok(Exit::Done);
    }
    let listing = source::list(&args.files)?;
    let mut done = 0;
    let mut problems = listing.problems;
    let mut out = anstream::stdout().lock();
    for input in &listing.inputs {
        let bytes = match source::read(input) {
            Ok(bytes) => bytes,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let mut log = Log::default();
        let record = extractor.extract(&input.id, &input.relative, &bytes, &mut log);
        done += 1;
        let gap = if done == 1 { "" } else { "\n\n" };
        // Together, so that a terminal gets a page at once.
        let shown = format!("{gap}{}", Explanation::new(&record, &log, extractor, &options));
        match out.write_all(shown.as_bytes()) {
            // Whoever read it has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
            written => written.context("cannot write to standard output")?,
        }
    }
    Ok(complain(&problems, done))
}

/// Words as a bulletin: under the heading of the section given, if any.
fn bulletin(args: &Args, words: &str) -> Vec<u8> {
    let heading = args.section.as_deref().map(|key| format!("[{}] ", key.replace('_', " ")));
    format!("{}{words}\n", heading.unwrap_or_default()).into_bytes()
}

fn options(args: &Args) -> Options {
    Options {
        width: width(),
        section: args.section.clone(),
        property: args.property.clone(),
        rules: match &args.rule {
            Some(id) => RuleView::Only(id.clone()),
            None if args.tried => RuleView::Tried,
            // Words alone are asked about to learn which rules read them.
            None if args.text.is_some() => RuleView::Tried,
            None => RuleView::Taken,
        },
    }
}

fn width() -> usize {
    let (piped, fewest, most) = WIDTH;
    if !io::stdout().is_terminal() {
        return piped;
    }
    terminal_size::terminal_size()
        .map_or(piped, |(width, _)| usize::from(width.0).clamp(fewest, most))
}

/// Fails where no rule has this id, and names those that begin like it.
fn check_rule(extractor: &Extractor, id: &str) -> anyhow::Result<()> {
    let ids = || extractor.rules().all.iter().map(|r| r.text.id.as_str());
    if ids().any(|known| known == id) {
        return Ok(());
    }
    let kind = id.split('.').next().unwrap_or(id);
    let alike: Vec<_> = ids().filter(|known| known.split('.').next() == Some(kind)).collect();
    if alike.is_empty() {
        bail!("there is no rule `{id}`; a fact's rule stands in brackets at the end of its line");
    }
    bail!("there is no rule `{id}`; those of its kind are {}", alike.join(", "));
}
