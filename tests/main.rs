//! The integration tests, one binary because each links the whole program.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod arrows;
mod formats;
mod layouts;
mod properties;
