//! The command line of chancery.

mod cli;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use cli::{Args, Exit};

fn main() -> ExitCode {
    chancery::dataset::quiet_faults();
    let exit = cli::run(&Args::parse()).unwrap_or_else(|error| {
        // OK to lose: where standard error is closed, nobody listens.
        let _ = writeln!(anstream::stderr(), "chancery: {error:#}");
        Exit::Failed
    });
    ExitCode::from(match exit {
        Exit::Done => 0,
        Exit::Look => 1,
        Exit::Failed => 2,
        Exit::Partial => 3,
    })
}
