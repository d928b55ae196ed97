//! City bulletins of foreign-affairs offices into normalized JSON records with evidence.

pub mod dataset;
pub mod decode;
pub mod document;
pub mod edtf;
pub mod error;
pub mod examples;
#[cfg(feature = "cli")]
pub mod explain;
pub mod fact;
pub mod lexicon;
pub mod mention;
pub mod name;
pub mod pipeline;
pub mod place;
pub mod record;
pub mod rules;
pub mod score;
pub mod settle;
pub mod source;
pub mod span;
pub mod write;
