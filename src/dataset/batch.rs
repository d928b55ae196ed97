//! One bulletin, and many at once.

use std::num::NonZero;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::fault;
use crate::error::Error;
use crate::pipeline::Extractor;
use crate::record::Record;
use crate::rules::Silent;
use crate::source::{self, Input};

/// Bulletins that are done before their records are taken: enough for many threads, few enough for memory.
const CHUNK: usize = 256;

/// The most figures of one bulletin. Real ones have about a hundred; a record of this many takes some 200 MB.
pub const MOST_FIGURES: usize = 50_000;

/// Reads and extracts one bulletin.
///
/// # Errors
/// The file cannot be read or is no text, holds more than [`MOST_FIGURES`], or a fault in the program stopped its
/// extraction.
pub fn extract(extractor: &Extractor, input: &Input) -> Result<Record, Error> {
    extract_bytes(extractor, input, &source::read(input)?)
}

/// Extracts one bulletin that is read already.
pub(super) fn extract_bytes(
    extractor: &Extractor,
    input: &Input,
    bytes: &[u8],
) -> Result<Record, Error> {
    let path = || input.path.clone();
    let work = || {
        let (id, relative) = (&input.id, &input.relative);
        extractor.extract_within(id, relative, bytes, MOST_FIGURES, &mut Silent)
    };
    fault::catch(work)
        .map_err(|message| Error::Fault { path: path(), message })?
        .map_err(|figures| Error::TooManyFigures { path: path(), figures, most: MOST_FIGURES })
}

/// Does `work` for all inputs in parallel, and gives what comes of it to `take` in the order of the inputs. So many `threads`
/// are used, or as many as there are processors.
///
/// # Errors
/// The first error of `take`; it ends the batch.
pub fn in_order<I: Sync, T: Send, E>(
    inputs: &[I],
    threads: Option<NonZero<usize>>,
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let pool = ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZero::get)).build();
    for chunk in inputs.chunks(CHUNK) {
        let all = || chunk.par_iter().map(&work).collect::<Vec<T>>();
        // A system that grants no threads still has this one.
        let done = pool
            .as_ref()
            .map_or_else(|_| chunk.iter().map(&work).collect(), |pool| pool.install(all));
        done.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}
