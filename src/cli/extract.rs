//! `chancery extract`: records on standard output.

use std::io::{self, Write};
use std::path::PathBuf;

use chancery::dataset;
use chancery::pipeline::Extractor;
use chancery::record::Record;
use chancery::source;
use chancery::write::{self, Cells, Facts, JsonLines, Writer};

use super::{Exit, complain, printed};

/// Print the records of bulletins.
///
/// They are printed in the order of the files' names, whatever the order of the arguments.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery extract input/seoul.txt
  chancery extract input --format csv > facts.csv
  curl -s https://example.org/bulletin.html | chancery extract - --format jsonl
")]
pub(crate) struct Args {
    /// Bulletins, folders of bulletins, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print them
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Indented records, one after another
    #[default]
    Json,
    /// A record a line
    Jsonl,
    /// A fact a row
    Csv,
}

/// Extracts the bulletins and prints their records.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let listing = source::list(&args.files)?;
    let extractor = Extractor::built_in();
    let mut problems = listing.problems;
    let mut done = 0;
    let written = writer(args.format).and_then(|mut out| {
        let work = |input: &source::Input| dataset::extract(extractor, input);
        dataset::in_order(&listing.inputs, work, |record| {
            match record {
                Ok(record) => {
                    out.write(&record)?;
                    done += 1;
                }
                Err(problem) => problems.push(problem),
            }
            Ok::<_, io::Error>(())
        })?;
        out.finish()
    });
    printed(written)?;
    Ok(complain(&problems, done))
}

fn writer(format: Format) -> io::Result<Box<dyn Writer>> {
    let out = io::BufWriter::new(io::stdout());
    Ok(match format {
        Format::Json => Box::new(Pretty(out)),
        Format::Jsonl => Box::new(JsonLines::new(out)),
        Format::Csv => Box::new(Facts::new(out, Cells::Exact)?),
    })
}

/// Indented records, one after another.
struct Pretty<W>(W);

impl<W: Write> Writer for Pretty<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        write::pretty(record, &mut self.0)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
