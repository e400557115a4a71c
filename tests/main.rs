//! The integration tests, one binary because each links the whole program.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of cases are long, and numbers in them are small"
)]

mod arrows;
mod cli;
mod formats;
mod layouts;
mod properties;
mod server;
