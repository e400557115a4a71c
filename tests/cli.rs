//! The built program as a person or a script uses it: arguments in; output, messages, exit code and files out. Every
//! test works in a folder of its own, with a small study in it.
//!
//! - `desk` the fixture: a folder with a project, and the program run in it; `small_study` what the project holds
//! - `contract` what scripts rely on, `bad_input` what is refused and how, `two_processes` more than one at a time,
//!   `search` the same hits as an independent scan of the texts

mod bad_input;
mod contract;
mod desk;
mod search;
mod small_study;
mod two_processes;
