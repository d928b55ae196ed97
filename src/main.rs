//! The command.

mod cli;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use cli::Exit;

#[derive(Debug, clap::Parser)]
#[command(name = "chancery")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Score(cli::score::Args),
    Explain(cli::explain::Args),
    /// Records of a folder into another.
    Records {
        input: std::path::PathBuf,
        output: std::path::PathBuf,
    },
}

fn main() -> ExitCode {
    let exit = match Args::parse().command {
        Command::Score(args) => cli::score::run(&args),
        Command::Explain(args) => cli::explain::run(&args),
        Command::Records { input, output } => records(&[input], &output),
    };
    let exit = exit.unwrap_or_else(|error| {
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

fn records(input: &[std::path::PathBuf], output: &std::path::Path) -> anyhow::Result<Exit> {
    std::fs::create_dir_all(output)?;
    for input in chancery::source::list(input)?.inputs {
        let bytes = chancery::source::read(&input)?;
        let record = chancery::pipeline::extract(&input.id, &input.relative, &bytes);
        std::fs::write(output.join(format!("{}.json", input.id)), serde_json::to_string_pretty(&record)?)?;
    }
    Ok(Exit::Done)
}
