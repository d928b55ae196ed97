//! What went wrong with single bulletins, said while the others go on.

use std::io::Write;

use chancery::dataset::Failure;

/// Says what is wrong with a bulletin.
pub(super) fn failure(failure: &Failure) {
    let _ = writeln!(anstream::stderr(), "chancery: {failure}");
}
