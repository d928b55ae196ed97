//! `chancery extract`: records on standard output.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use chancery::dataset::{self, Options};
use chancery::record::Record;
use chancery::source;
use chancery::write::{Cells, Facts, JsonLines, Writer, pretty};

use super::{Exit, report};

/// Write the records of bulletins to standard output.
///
/// Records stand in the order of their ids. Of several bulletins `json` gives one pretty record after another, `jsonl`
/// a record a line, `csv` a fact a row.
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
    threads: Option<usize>,
    /// Exit with 1 where a number stayed unclaimed or a warning was given
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    Json,
    Jsonl,
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

/// Writes the records.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let listing = source::list(&args.files)?;
    let out = BufWriter::new(io::stdout().lock());
    let mut writer: Box<dyn Writer> = match args.format {
        Format::Json => Box::new(Pretty(out)),
        Format::Jsonl => Box::new(JsonLines::new(out)),
        Format::Csv => Box::new(Facts::new(out, Cells::Exact)?),
    };
    let options = Options { threads: args.threads };
    let mut look = false;
    let mut partial = false;
    dataset::each(&listing, options, &mut |outcome| {
        match outcome {
            Ok(record) => {
                look |= !record.unclaimed.is_empty() || !record.warnings.is_empty();
                writer.write(&record)?;
            }
            Err(failure) => {
                partial = true;
                report::failure(&failure);
            }
        }
        Ok(())
    })?;
    writer.finish()?;
    Ok(match (partial, look && args.strict) {
        (true, _) => Exit::Partial,
        (_, true) => Exit::Look,
        _ => Exit::Done,
    })
}
