//! `chancery build`: a folder of bulletins into a dataset.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Context;
use chancery::dataset::{self, Options, Summary};
use chancery::source;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Exit, report, shown};

/// Turn a folder of bulletins into a dataset.
///
/// Reads .txt, .html, .htm and .xhtml files below INPUT. Writes records/<id>.json, records.jsonl, facts.csv and
/// record.schema.json below OUTPUT; each file is replaced as a whole or left alone. A record whose bulletin is gone
/// is removed; the record of a bulletin that could not be done is kept as it is, and not in the tables.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery build
  chancery build bulletins/ -o dataset/ --strict
")]
pub(crate) struct Args {
    /// Bulletins, or folders of bulletins
    #[arg(value_name = "INPUT", default_value = "input")]
    input: PathBuf,
    /// The folder of the dataset
    #[arg(short, long, value_name = "OUTPUT", default_value = "output")]
    output: PathBuf,
    /// Bulletins at once; all processors by default
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Exit with 1 where a number stayed unclaimed or a warning was given
    #[arg(long)]
    strict: bool,
    /// Say nothing but errors
    #[arg(short, long)]
    quiet: bool,
}

/// Builds the dataset.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let began = Instant::now();
    let listing = source::list(std::slice::from_ref(&args.input))?;
    let bar = progress(args, listing.inputs.len());
    let options = Options { threads: args.threads };
    let summary = dataset::build(listing, &args.output, options, &mut |outcome| {
        if let Err(failure) = outcome {
            bar.suspend(|| report::failure(failure));
        }
        bar.inc(1);
    });
    bar.finish_and_clear();
    let summary = summary.with_context(|| {
        format!(
            "cannot write the dataset to `{}`; earlier files there are whole",
            shown(&args.output)
        )
    })?;
    if !args.quiet {
        print(&summary, began.elapsed());
    }
    let look = args.strict && (summary.unclaimed > 0 || summary.warnings > 0);
    Ok(match (summary.failed > 0, look) {
        (true, _) => Exit::Partial,
        (_, true) => Exit::Look,
        _ => Exit::Done,
    })
}

/// A bar on a terminal, nothing elsewhere.
fn progress(args: &Args, length: usize) -> ProgressBar {
    if args.quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(length as u64);
    let style =
        ProgressStyle::with_template("{bar:30} {pos}/{len} bulletins, {per_sec}, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// The short table at the end.
fn print(summary: &Summary, took: Duration) {
    let seconds = format!("{:.2}", took.as_secs_f64());
    let mut rows = vec![
        ("bulletins", summary.bulletins.to_string()),
        ("facts", summary.facts.to_string()),
        ("by generic rules", summary.generic.to_string()),
        ("unclaimed", summary.unclaimed.to_string()),
        ("warnings", summary.warnings.to_string()),
    ];
    let some = [
        ("could not be done", summary.failed),
        ("old records removed", summary.removed),
        ("other files passed over", summary.passed_over),
    ];
    rows.extend(some.into_iter().filter(|(_, n)| *n > 0).map(|(name, n)| (name, n.to_string())));
    rows.push(("seconds", seconds));
    let mut out = anstream::stderr().lock();
    for (name, value) in rows {
        let _ = writeln!(out, "{name:<24}{value:>10}");
    }
}
