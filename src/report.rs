//! From numbers to what a person reads or another program takes: every table as data once, then in any format. In come
//! a `Study`, tables that `analysis/` computed and the words of a language; out come tables, JSON, CSV, Markdown and
//! text. Nothing here computes a result, reads a file or holds a sentence of Dutch or English.
//!
//! - `table` the one shape of every table, `words` what its words are and how numbers and dates are written
//! - `taxonomy` the theme and label table in columns and as an outline
//! - `matrix` codes against cases, roles, transcripts, coders or moments
//! - `lists` transcripts, cases, participants, codebook, the study at a glance
//! - `quotes` coded fragments with attribution
//! - `word_tables` counted and characteristic words, `concordance` words in their sentences, as text, table and page
//! - `pieces` a transcript in rows to read, `tints` the colour and line of each code
//! - `csv`, `markdown`, `plain` a table written; `json` the contract with scripts
//! - `site` the report as HTML pages that work from disk, `codeboom` the picture of a taxonomy

pub mod codeboom;
pub mod concordance;
pub mod csv;
pub mod json;
pub mod lists;
pub mod markdown;
mod matrix;
mod pieces;
pub mod plain;
pub mod quotes;
mod shown;
pub mod site;
pub mod table;
pub mod taxonomy;
mod tints;
pub mod word_tables;
mod words;

#[cfg(test)]
pub(crate) mod fixture;

pub use concordance::{ConcordanceView, ConcordanceWords};
pub use matrix::{MatrixMeasure, MatrixView};
pub use pieces::pieces;
pub use plain::Screen;
pub use quotes::{Audience, QuoteLine, QuoteLines};
pub use table::{Cell, Column, ColumnKind, Line, LineKind, Table, Target};
pub use taxonomy::{ColumnsLayout, TaxonomyView};
pub use tints::Tints;
pub use word_tables::{CountingWords, Shown, WordView};
pub use words::{AttributionWords, Captions, Heads, LevelNouns, Noun, Nouns, Remarks, TableWords, heading};
