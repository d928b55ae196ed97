//! All integration tests in one binary.

#![allow(clippy::print_stdout, reason = "what a test found is shown with --nocapture")]

mod grammar;
mod mentions;
mod metamorphic;
mod properties;
mod score;
