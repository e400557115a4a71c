//! The built program as a person or a script uses it: arguments in; output, messages, exit code and files out. Every
//! test works in a folder of its own, with a small study in it.
//!
//! - `desk` the fixture: a folder with a project, and the program run in it; `small_study` what the project holds
//! - `contract` what scripts rely on, `bad_input` what is refused and how, `two_processes` more than one at a time,
//!   `search` the same hits as an independent scan of the texts, `coding_hits` from finding to coding, `alike` what a coder
//!   may have missed, `concordance` and `word_counts` words in their sentences and counted, `synonyms` words that search
//!   treats as one, `sentences` text in, sentences out, `serving` the workbench as a program

mod alike;
mod bad_input;
mod coding_hits;
mod concordance;
mod contract;
mod desk;
mod search;
mod sentences;
mod serving;
mod small_study;
mod synonyms;
mod two_processes;
mod word_counts;
