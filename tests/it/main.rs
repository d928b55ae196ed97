//! All integration tests in one binary.

#![allow(clippy::print_stdout, reason = "what a test found is shown with --nocapture")]

mod check;
mod cli;
mod dataset;
mod decode;
mod document;
mod grammar;
mod incremental;
mod memory;
mod mentions;
mod metamorphic;
mod own;
mod properties;
mod readings;
mod rules;
mod score;
mod text;
mod warnings;
mod writers;

use chancery::mention::{self, Mention};
use chancery::pipeline::Extractor;
use chancery::span::Span;

/// The figures of a range.
fn figures(text: &str, range: Span) -> Vec<Mention> {
    mention::find(text, range, &Extractor::built_in().lexicon().units)
}
