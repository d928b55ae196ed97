//! The command line, case by case, and the README's own examples.
//!
//! `TRYCMD=overwrite cargo test cli` writes what comes out into the cases; read the difference before you keep it.

use trycmd::TestCases;

#[test]
fn cases() {
    TestCases::new().case("tests/cmd/*.toml");
}

#[test]
fn readme() {
    TestCases::new().case("README.md");
}
