//! City bulletins of foreign-affairs offices into normalized JSON records with evidence.

pub mod decode;
pub mod document;
pub mod lexicon;
pub mod mention;
pub mod span;
