//! Codebooks as TOML, the form that researchers keep beside their project and edit by hand: a file is one taxonomy,
//! theme → label → open code, and codes that stand in none yet.
//!
//! [`read`] takes the file apart, [`write()`] makes a fresh one, and [`update`] carries a codebook into an existing
//! file so that comments, order and formatting survive. What is written is read again as the same codebook, but for
//! three things: fields that are empty are left out; line breaks are `\n`; and a label or open code at the top of the
//! taxonomy comes back as not placed, since the file has one word for both.

mod reading;
mod synonyms;
mod updating;
mod writing;

pub use reading::read;
pub use updating::update;
pub use writing::write;

use crate::model::Level;

const ROOT_KEYS: [&str; 8] = ["title", "language", "cases", "synonyms", "footnotes", "theme", "label", "code"];

/// The keys of a code's own fields, in the order in which they are written.
const FIELD_KEYS: [&str; 10] =
    ["name", "statement", "definition", "include", "exclude", "example", "color", "origin", "status", "also"];

/// The key of the codes of a level.
fn level_key(level: Level) -> &'static str {
    match level {
        Level::Selective => "theme",
        Level::Axial => "label",
        Level::Open => "code",
    }
}

#[cfg(test)]
mod tests;
