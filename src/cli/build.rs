//! `chancery build`: a folder of bulletins into a dataset.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use chancery::dataset::{self, Earlier, Event, Failure, Mode, Options, Report, Tell, Trust};
use chancery::error::Error;
use chancery::source;
use indicatif::{ProgressBar, ProgressStyle};

use super::check::{Format, Teller};
use super::rules::Own;
use super::{Exit, printed, some, to_look_at};

/// Turn a folder of bulletins into a dataset.
///
/// Bulletins are the files below INPUT that end in .txt, .html, .htm or .xhtml. OUTPUT gets records/<id>.json,
/// records.jsonl, facts.csv and record.schema.json, rejected.jsonl where a bulletin could not be done, and
/// manifest.json, by which the next run knows what it need not do again. Files whose content stays the same are not
/// touched; records whose bulletins are gone are removed.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[command(after_help = "\
Examples:
  chancery build
  chancery build bulletins -o dataset --strict
  chancery build --check --diff
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
    /// Write nothing; exit with 1 where OUTPUT is not what INPUT gives, and name each file that a build would create,
    /// change or remove
    #[arg(long)]
    check: bool,
    /// Show what would change in each record, field by field
    #[arg(long, requires = "check")]
    diff: bool,
    /// How a check tells what it finds
    #[arg(long, value_enum, default_value_t, requires = "check")]
    format: Format,
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
    let mend = args.command();
    let mut teller = Teller {
        out: io::BufWriter::new(io::stdout()),
        format: args.format,
        input: &args.input,
        output: &args.output,
        mend: &mend,
        told: Ok(()),
    };
    let mut tell = |event: Event<'_>| {
        if args.check {
            teller.tell(&event);
        }
    };
    let report = dataset::build(&extractor, listing, args.options(), || bar.inc(1), &mut tell);
    bar.finish_and_clear();
    let report = report?;
    if args.check {
        teller.rejected(&report);
        teller.end(&report);
        printed(teller.told.and_then(|()| teller.out.flush()))?;
    }
    let mut told = problems(&report, args);
    if !args.quiet {
        told += &table(&report, passed_over, begun.elapsed());
    }
    let exit = args.exit(&report);
    if exit == Exit::Look && args.is_to_look_at(&report) {
        line(&mut told, format_args!("{}", to_look_at(&report)));
    }
    // OK to lose: where standard error is closed, nobody listens.
    let _ = anstream::stderr().write_all(told.as_bytes());
    Ok(exit)
}

impl Args {
    fn options(&self) -> Options<'_> {
        let mode = match (self.check, self.diff) {
            (false, _) => Mode::Write,
            (true, false) => Mode::Check,
            (true, true) => Mode::Compare,
        };
        let trust = if self.force { Trust::Nothing } else { Trust::Manifest };
        let tell = if self.format == Format::Github { Tell::ToLookAt } else { Tell::Files };
        Options {
            threads: self.threads,
            mode,
            trust,
            tell,
            ..Options::new(&self.input, &self.output)
        }
    }

    /// The command that makes the output what a check finds it should be.
    fn command(&self) -> String {
        let mut command = "chancery build".to_owned();
        if self.input != Path::new("input") {
            command.push_str(&format!(" {}", quoted(&self.input)));
        }
        if self.output != Path::new("output") {
            command.push_str(&format!(" -o {}", quoted(&self.output)));
        }
        for file in self.rules.files() {
            command.push_str(&format!(" --rules {}", quoted(file)));
        }
        command
    }

    fn is_to_look_at(&self, report: &Report) -> bool {
        self.strict && !report.to_look_at.is_empty()
    }

    fn exit(&self, report: &Report) -> Exit {
        // A check is about the output: what could not be done is told there too.
        let unknown = |f: &Failure| !self.check || matches!(f.error, Error::Unreadable { .. });
        if self.check && report.changes > 0 {
            Exit::Look
        } else if report.failures.iter().any(unknown) {
            Exit::Partial
        } else if self.is_to_look_at(report) {
            Exit::Look
        } else {
            Exit::Done
        }
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+@".contains(c);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
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
fn problems(report: &Report, args: &Args) -> String {
    let mut lines = String::new();
    // Annotations have told of them.
    let failures = if args.format == Format::Github { &[][..] } else { &report.failures };
    for failure in failures {
        let earlier = match failure.earlier {
            Earlier::None => "",
            Earlier::Kept => " (the record of an earlier run is kept)",
            Earlier::Removed => " (the record of an earlier run is removed)",
        };
        line(&mut lines, format_args!("chancery: {}{earlier}", failure.error));
    }
    let output = args.output.display();
    let told = [
        (
            if args.check { "to be removed from" } else { "removed from" },
            "their bulletins being gone",
            &report.removed,
        ),
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
