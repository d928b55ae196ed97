//! All integration tests in one binary.

mod mentions;
mod rules;
