//! The contract that scripts rely on.
//!
//! - `calling` exit codes, where options stand, which project and who acts, what goes to which stream
//! - `json` the shapes that must not change, `tables` what tables for people and for other programs look like
//! - `names` how things are called, `files` files that go out and come back, `trail` what leaves a step and what not
//! - `demo` the worked example

mod calling;
mod demo;
mod files;
mod json;
mod names;
mod tables;
mod trail;
