//! Properties that hold for every input: nothing panics, every span is its quote, no number is lost, and a value
//! printed in any form is read back as itself.
//!
//! The seed is fixed, so a run is the same on every machine; a failure prints its smallest case.

mod printed;
mod record;
mod texts;

use proptest::test_runner::{Config, RngSeed};

/// So many cases from the fixed seed, and no file of past failures: those become rows of tables.
fn cases(cases: u32) -> Config {
    let rng_seed = RngSeed::Fixed(20_220_222);
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}
