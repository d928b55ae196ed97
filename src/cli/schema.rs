//! `chancery schema`: what a record may hold.

use std::io::{self, Write};

use chancery::write::schema_text;

use super::rules::Own;
use super::{Exit, printed};

/// Print the JSON Schema of the record (draft 2020-12).
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  chancery schema > record.schema.json
")]
pub(crate) struct Args {
    #[command(flatten)]
    rules: Own,
}

/// Prints the schema.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let own = args.rules.load_own()?;
    let properties = own.as_ref().map_or(&[][..], |extractor| extractor.properties());
    printed(io::stdout().lock().write_all(schema_text(properties).as_bytes()))?;
    Ok(Exit::Done)
}
