//! The command line: flags in, exit codes out.

mod annotation;
mod build;
mod check;
mod explain;
mod extract;
mod rules;
mod schema;
mod score;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use chancery::dataset::{self, Report};
use chancery::error::Error;
use clap::Parser;

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

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Look => 1,
            Exit::Failed => 2,
            Exit::Partial => 3,
        })
    }
}

/// Turn city bulletins of foreign-affairs offices into JSON records with evidence.
///
/// Without a command, `build` runs: the bulletins in input/ become the dataset in output/.
#[derive(Debug, clap::Parser)]
#[command(name = "chancery", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Exit codes:
  0  done
  1  done, with something to look at (--strict, --check, --min-f1)
  2  wrong usage, or an error that stopped the run
  3  finished, but some bulletins could not be done

Examples:
  chancery
  chancery build bulletins/ -o dataset/
  chancery extract bulletin.html
")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    build: build::Args,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Build(build::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Score(score::Args),
    Schema(schema::Args),
}

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    dataset::quiet_faults();
    // clap prints its own errors and ends with 2.
    let arguments = Arguments::parse();
    let result = match arguments.command {
        None => build::run(&arguments.build),
        Some(Command::Build(args)) => build::run(&args),
        Some(Command::Extract(args)) => extract::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Rules(args)) => rules::run(&args),
        Some(Command::Score(args)) => score::run(&args),
        Some(Command::Schema(args)) => schema::run(&args),
    };
    let exit = result.unwrap_or_else(|error| {
        // OK to lose: where standard error is closed, nobody listens.
        let _ = writeln!(anstream::stderr(), "chancery: {error:#}");
        Exit::Failed
    });
    exit.into()
}

/// Whether standard output took what was written; one whose reader has seen enough did.
fn printed(written: io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to standard output"),
    }
}

/// Prints to standard error what could not be done; says how a command ends that could do `done` bulletins.
fn complain(problems: &[Error], done: usize) -> Exit {
    for problem in problems {
        let _ = writeln!(anstream::stderr(), "chancery: {problem}");
    }
    match (problems.is_empty(), done) {
        (true, _) => Exit::Done,
        (false, 0) => Exit::Failed,
        (false, _) => Exit::Partial,
    }
}

/// What a strict run has to look at, and where.
fn to_look_at(report: &Report) -> String {
    format!(
        "chancery: to look at (--strict): unclaimed numbers {}, warnings {}, in {}; `chancery explain` shows them",
        report.unclaimed,
        report.warnings,
        some(&report.to_look_at)
    )
}

/// The first few of the ids.
fn some(ids: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = ids.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = ids.len().saturating_sub(SHOWN);
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}
