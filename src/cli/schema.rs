//! `chancery schema`: what a record may hold.

use std::io::{self, Write};

use chancery::write::schema_text;

use super::{Exit, printed};

/// Print the JSON Schema of the record (draft 2020-12).
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  chancery schema > record.schema.json
")]
pub(crate) struct Args {}

/// Prints the schema.
pub(crate) fn run(_: &Args) -> anyhow::Result<Exit> {
    printed(io::stdout().lock().write_all(schema_text().as_bytes()))?;
    Ok(Exit::Done)
}
