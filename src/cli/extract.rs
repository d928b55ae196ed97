//! `chancery extract`: records on standard output.

use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::path::PathBuf;

use chancery::dataset::{self, Report};
use chancery::pipeline::Extractor;
use chancery::record::Record;
use chancery::source::{self, Input};
use chancery::write::{Cells, Facts, JsonLines, Writer, pretty};

use super::rules::Own;
use super::{Exit, complain, printed, to_look_at};

/// Write the records of bulletins to standard output.
///
/// Records stand in the order of the files' names. What cannot be done is told on standard error.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery extract bulletin.html
  chancery extract --format csv bulletins/ > facts.csv
  curl -s https://example.org/lima.html | chancery extract -
")]
pub(crate) struct Args {
    /// Bulletins, folders of bulletins, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Bulletins at once; all processors by default
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    /// Exit with 1 where a number stayed unclaimed or a warning was given
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    rules: Own,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// Indented records, one after another
    Json,
    /// A record a line
    Jsonl,
    /// A fact a row
    Csv,
}

/// Pretty records one after another.
struct Pretty<W>(W);

impl<W: Write> Writer for Pretty<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        pretty(record, &mut self.0)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Extracts the bulletins and prints their records.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let listing = source::list(&args.files)?;
    let extractor = args.rules.load()?;
    let (mut problems, mut report) = (listing.problems, Report::default());
    let work = |input: &Input| dataset::extract(&extractor, input);
    let written = writer(args.format, &extractor).and_then(|mut out| {
        dataset::in_order(&listing.inputs, args.threads, work, |record| {
            match record {
                Ok(record) => {
                    report.add(&record);
                    out.write(&record)?;
                }
                Err(problem) => problems.push(problem),
            }
            Ok::<_, io::Error>(())
        })?;
        out.finish()
    });
    printed(written)?;
    match complain(&problems, report.bulletins) {
        Exit::Done if args.strict && !report.to_look_at.is_empty() => {
            let _ = writeln!(anstream::stderr(), "{}", to_look_at(&report));
            Ok(Exit::Look)
        }
        exit => Ok(exit),
    }
}

fn writer(format: Format, extractor: &Extractor) -> io::Result<Box<dyn Writer>> {
    let out = BufWriter::new(io::stdout());
    Ok(match format {
        Format::Json => Box::new(Pretty(out)),
        Format::Jsonl => Box::new(JsonLines::new(out)),
        Format::Csv => Box::new(Facts::new(out, Cells::Exact)?.with_dates(extractor.own_dates())),
    })
}
