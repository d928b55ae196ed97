//! The command line: flags in, exit codes out.

pub(crate) mod build;
pub(crate) mod explain;
pub(crate) mod extract;
pub(crate) mod schema;
pub(crate) mod score;

use std::io::{self, Write};

use anyhow::Context;
use chancery::error::Error;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All done.
    Done,
    /// Done, with something to look at.
    Look,
    /// Nothing could be done.
    Failed,
    /// Some bulletins could not be done.
    Partial,
}

/// City bulletins of foreign-affairs offices into JSON records with evidence.
///
/// Without a command, `build` runs: the bulletins in `input` become the dataset in `output`.
#[derive(Debug, clap::Parser)]
#[command(name = "chancery", version, after_help = "\
Examples:
  chancery
  chancery extract bulletin.txt

Exit codes: 0 done; 1 done, with something to look at; 2 wrong usage, or an error that ended the run; 3 done, but for
some bulletins.
")]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Build(build::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Score(score::Args),
    Schema(schema::Args),
}

/// Runs the command that was asked for.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        None => build::run(&build::Args::default()),
        Some(Command::Build(args)) => build::run(args),
        Some(Command::Extract(args)) => extract::run(args),
        Some(Command::Explain(args)) => explain::run(args),
        Some(Command::Score(args)) => score::run(args),
        Some(Command::Schema(args)) => schema::run(args),
    }
}

/// Whether standard output took what was written; one whose reader has seen enough did.
fn printed(written: io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to standard output"),
    }
}

/// Prints to standard error what could not be done; says how the command ends, of which `done` bulletins were done.
fn complain(problems: &[Error], done: usize) -> Exit {
    for problem in problems {
        // OK to lose: where standard error is closed, nobody listens.
        let _ = writeln!(anstream::stderr(), "chancery: {problem}");
    }
    match (problems.is_empty(), done) {
        (true, _) => Exit::Done,
        (false, 0) => Exit::Failed,
        (false, _) => Exit::Partial,
    }
}
