//! The formats of output.

use crate::report::{self, Screen, Table, TableWords};
use clap::ValueEnum;
use std::io::{self, Write};
use std::path::Path;

/// A format, as typed or as the ending of a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Voor in de terminal
    Text,
    /// Voor programma's
    Json,
    /// Voor een rekenblad
    Csv,
    /// Voor in een tekst
    #[value(alias = "markdown")]
    Md,
}

impl Format {
    /// The format that belongs to the ending of a file.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "txt" => Some(Self::Text),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Md),
            _ => None,
        }
    }
}

/// Writes a table. JSON has its own shape per table, so a table that has none is written as text.
pub(super) fn table(
    table: &Table,
    words: &TableWords,
    format: Format,
    screen: Screen,
    out: &mut impl Write,
) -> io::Result<()> {
    match format {
        Format::Csv => report::csv::write(table, words, out),
        Format::Md => report::markdown::write(table, words, out),
        Format::Text | Format::Json => report::plain::write(table, words, screen, out),
    }
}
