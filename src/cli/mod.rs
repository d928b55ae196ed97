//! The command line: flags in, exit codes out.

mod build;
mod explain;
mod extract;
mod report;
mod schema;
mod score;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

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
  1  done, with something to look at (--strict, --min-f1)
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
    Score(score::Args),
    Schema(schema::Args),
}

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    // clap prints its own errors and ends with 2.
    let arguments = Arguments::parse();
    let result = match arguments.command {
        None => build::run(&arguments.build),
        Some(Command::Build(args)) => build::run(&args),
        Some(Command::Extract(args)) => extract::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Score(args)) => score::run(&args),
        Some(Command::Schema(args)) => schema::run(&args),
    };
    match result {
        Ok(exit) => exit.into(),
        // Who reads our output may have read enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "chancery: {}", chain(&error));
            Exit::Failed.into()
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
            || cause
                .downcast_ref::<chancery::dataset::Error>()
                .is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// An error with its causes, none said twice: some messages hold their cause already.
fn chain(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !text.contains(&cause) && !text.starts_with("cannot read") {
            text = format!("{text}: {cause}");
        }
    }
    text
}

/// A path of a folder as messages show it, with a slash behind it.
fn shown(path: &std::path::Path) -> String {
    let text: OsString = path.as_os_str().to_owned();
    let text = text.to_string_lossy();
    format!("{}/", text.trim_end_matches('/'))
}
