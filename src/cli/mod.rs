//! The command line: flags in, exit codes out.

pub(crate) mod explain;
pub(crate) mod score;

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
