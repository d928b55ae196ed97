//! `chancery build`: a folder of bulletins into a dataset.

use std::fmt::Write as _;
use std::io::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use chancery::dataset::{self, Earlier, Options, Report, Trust};
use chancery::source;
use indicatif::{ProgressBar, ProgressStyle};

use super::rules::Own;
use super::{Exit, some, to_look_at};

/// Turn a folder of bulletins into a dataset.
///
/// Bulletins are the files below INPUT that end in .txt, .html, .htm or .xhtml. OUTPUT gets records/<id>.json,
/// records.jsonl, facts.csv and record.schema.json, rejected.jsonl where a bulletin could not be done, and
/// manifest.json, by which the next run knows what it need not do again. Files whose content stays the same are not
/// touched; records whose bulletins are gone are removed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery build
  chancery build bulletins -o dataset --strict
")]
pub(crate) struct Args {
    /// The folder of bulletins
    #[arg(value_name = "INPUT", default_value = "input")]
    input: PathBuf,
    /// The folder of the dataset
    #[arg(long, short, value_name = "OUTPUT", default_value = "output")]
    output: PathBuf,
    /// Bulletins at once; all processors by default
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    /// Make all anew, whatever an earlier run has made
    #[arg(long)]
    force: bool,
    /// Print no progress and no table, only what went wrong
    #[arg(long, short)]
    quiet: bool,
    /// Exit with 1 when a number is unclaimed or a record has a warning
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    rules: Own,
}

/// Builds the dataset and says what came of it.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let begun = Instant::now();
    let input = args.input.display();
    ensure!(
        args.input.is_dir() || !args.input.exists(),
        "`{input}` is no folder; name the folder it is in, or print its record with `chancery extract {input}`"
    );
    let extractor = args.rules.load()?;
    let listing = source::list(std::slice::from_ref(&args.input))?;
    let passed_over = listing.passed_over;
    let bar = if args.quiet { ProgressBar::hidden() } else { bar(listing.inputs.len()) };
    let trust = if args.force { Trust::Nothing } else { Trust::Manifest };
    let options =
        Options { threads: args.threads, trust, ..Options::new(&args.input, &args.output) };
    let report = dataset::build(&extractor, listing, options, || bar.inc(1), &mut |_| {});
    bar.finish_and_clear();
    let report = report?;
    let mut told = problems(&report, &args.output);
    if !args.quiet {
        told += &table(&report, passed_over, begun.elapsed());
    }
    let exit = if !report.failures.is_empty() {
        Exit::Partial
    } else if args.strict && !report.to_look_at.is_empty() {
        line(&mut told, format_args!("{}", to_look_at(&report)));
        Exit::Look
    } else {
        Exit::Done
    };
    // OK to lose: where standard error is closed, nobody listens.
    let _ = anstream::stderr().write_all(told.as_bytes());
    Ok(exit)
}

/// Drawn on standard error, if that is a terminal.
fn bar(bulletins: usize) -> ProgressBar {
    let bar = ProgressBar::new(bulletins as u64);
    match ProgressStyle::with_template("{bar:30} {human_pos} of {human_len} bulletins, {eta} left")
    {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A line for each bulletin that could not be done, and one for records that were removed or left.
fn problems(report: &Report, output: &Path) -> String {
    let mut lines = String::new();
    for failure in &report.failures {
        let earlier = match failure.earlier {
            Earlier::None => "",
            Earlier::Kept => " (the record of an earlier run is kept)",
            Earlier::Removed => " (the record of an earlier run is removed)",
        };
        line(&mut lines, format_args!("chancery: {}{earlier}", failure.error));
    }
    let output = output.display();
    let told = [
        ("removed from", "their bulletins being gone", &report.removed),
        ("left in", "a folder of bulletins being unreadable", &report.left),
    ];
    for (done, reason, ids) in told.into_iter().filter(|(_, _, ids)| !ids.is_empty()) {
        let (n, ids) = (ids.len(), some(ids));
        line(&mut lines, format_args!("{done} `{output}/records`, {reason}: {n} ({ids})"));
    }
    lines
}

fn table(report: &Report, passed_over: usize, took: Duration) -> String {
    let rows = [
        ("bulletins", report.bulletins),
        ("  not changed", report.unchanged),
        ("facts", report.facts),
        ("  by generic rules", report.generic),
        ("unclaimed numbers", report.unclaimed),
        ("warnings", report.warnings),
        ("other files", passed_over),
        ("failed", report.failures.len()),
    ];
    let mut table = String::new();
    for (name, count) in rows {
        line(&mut table, format_args!("{name:<20}{count:>8}"));
    }
    line(&mut table, format_args!("{:<20}{:>8.2}", "seconds", took.as_secs_f64()));
    table
}

fn line(lines: &mut String, text: std::fmt::Arguments<'_>) {
    // OK because a string takes whatever is written.
    let _ = writeln!(lines, "{text}");
}
