//! Files that people and other programs write, read into plain data and written out of it: codebooks as TOML and CSV,
//! tables of codings and participants, and the worked example's chosen quotes and memos.
//!
//! Bytes go in and come out; nothing here knows the project. A reader checks all that the file alone can decide and
//! names every wrong place at once, so that a researcher corrects a table in one go. Whether a transcript or code
//! exists is for the verbs to say.

pub mod choices_toml;
pub mod codebook_csv;
mod codebook_rules;
#[cfg(test)]
mod codebook_samples;
pub mod codebook_toml;
pub mod codings_csv;
mod decoding;
mod fault;
pub mod participants_csv;
mod recognising;
pub mod sheet;
mod toml_file;
mod words;

pub use fault::{FileFault, Owner, Problem, ValueType};
pub use recognising::{TableKind, recognise};
