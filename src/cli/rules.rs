//! `chancery rules`: the rules of one's own.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use chancery::examples;
use chancery::pipeline::Extractor;

use super::{Exit, printed};

/// The file that is read where it lies in the working folder.
const HERE: &str = "chancery.toml";

/// Rules of your own, added before the built-in ones.
#[derive(Debug, clap::Args)]
pub(crate) struct Own {
    /// Files with rules of your own; chancery.toml in the working folder is read too
    #[arg(long = "rules", value_name = "FILE.toml")]
    own: Vec<PathBuf>,
}

/// The built-in rules, or those with one's own.
#[derive(Debug)]
pub(crate) enum Loaded {
    BuiltIn(&'static Extractor),
    Own(Box<Extractor>),
}

impl std::ops::Deref for Loaded {
    type Target = Extractor;

    fn deref(&self) -> &Extractor {
        match self {
            Loaded::BuiltIn(extractor) => extractor,
            Loaded::Own(extractor) => extractor,
        }
    }
}

impl Own {
    /// The files named.
    pub(crate) fn files(&self) -> &[PathBuf] {
        &self.own
    }

    /// The extractor with the rules of the files named and of the working folder.
    pub(crate) fn load(&self) -> anyhow::Result<Loaded> {
        load(&self.own)
    }

    /// The same, but none where there are no such files.
    pub(crate) fn load_own(&self) -> anyhow::Result<Option<Box<Extractor>>> {
        load_own(&self.own)
    }
}

fn load(named: &[PathBuf]) -> anyhow::Result<Loaded> {
    let own = load_own(named)?;
    Ok(own.map_or_else(|| Loaded::BuiltIn(Extractor::built_in()), Loaded::Own))
}

fn load_own(named: &[PathBuf]) -> anyhow::Result<Option<Box<Extractor>>> {
    let here = Path::new(HERE);
    let here = (here.is_file() && !named.iter().any(|f| f == here)).then_some(here);
    let mut files = Vec::new();
    for file in named.iter().map(PathBuf::as_path).chain(here) {
        let content = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read the rules in `{}`", file.display()))?;
        files.push((file.display().to_string(), content));
    }
    if files.is_empty() {
        return Ok(None);
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(n, c)| (n.as_str(), c.as_str())).collect();
    let extractor = Extractor::with_own(&files).map_err(|message| anyhow!("{message}"))?;
    Ok(Some(Box::new(extractor)))
}

/// Work on rules of your own.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Run the examples and counter-examples of rules of your own
    ///
    /// Each example must come out as it says, each counter-example must not; exit code 1 where one fails.
    #[command(after_help = "\
Examples:
  chancery rules test my-rules.toml
  chancery rules test                 (those in chancery.toml)
")]
    Test {
        /// Files with rules; chancery.toml in the working folder is read too
        #[arg(value_name = "FILE.toml")]
        files: Vec<PathBuf>,
    },
}

/// Runs the examples and says which fail.
pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    let Command::Test { files } = &args.command;
    let extractor = load_own(files)?.with_context(|| {
        format!("there are no rules to test; name a file, or keep them in {HERE}")
    })?;
    let (count, failures) = examples::check(&extractor, true);
    let mut told = String::new();
    for failure in &failures {
        let _ = writeln!(told, "{}: {}\n{}\n", failure.rule, failure.text, failure.told);
    }
    let _ = writeln!(told, "examples {count}, failed {}", failures.len());
    printed(io::stdout().write_all(told.as_bytes()))?;
    Ok(if failures.is_empty() { Exit::Done } else { Exit::Look })
}
