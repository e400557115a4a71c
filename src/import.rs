//! Files in, transcripts' texts out. A person gives a file by name; what comes back is its canonical text, what the
//! file itself says about bold, headings and paragraphs, and remarks on what was guessed or left out; or the one reason
//! why it cannot be read.
//!
//! The bytes are all that is looked at: nothing here opens files, and no bytes whatever make it panic or take memory
//! without bound. A new format is one file beside these and one line in `FORMATS`.

mod decode;
mod docx;
mod markdown;
mod plain;
mod sniff;
mod unreadable;

pub use decode::Encoding;
pub use sniff::FileKind;
pub use unreadable::{LeftOut, Limit, Notice, Unreadable};

use crate::text::hints::Hints;
use std::path::Path;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// A Word document.
    Docx,
}

/// What was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The canonical text, which every position counts in.
    pub text: String,
    /// How the letters were stored.
    pub encoding: Encoding,
    /// What the file itself says about the form of its text.
    pub hints: Hints,
    /// What the person should know: guesses, losses, what was left out.
    pub notices: Vec<Notice>,
}

type Reader = fn(&[u8]) -> Result<Reading, Unreadable>;

/// The one list of formats: ending, format, reader.
const FORMATS: [(&str, Format, Reader); 3] =
    [("txt", Format::Plain, plain::read), ("md", Format::Markdown, markdown::read), ("docx", Format::Docx, docx::read)];

impl Format {
    /// The format that belongs to the ending of a file name, in capitals or not.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        entry(&ending(name)).map(|(_, format, _)| *format)
    }

    /// The endings that can be read, without dot.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().map(|(ending, ..)| *ending)
    }
}

/// Reads a file, its format told by the ending of its name.
///
/// # Errors
/// The reason why the file cannot be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Unreadable> {
    let ending = ending(name);
    match entry(&ending) {
        Some((_, _, reader)) => reader(bytes),
        None => Err(Unreadable::UnknownEnding { ending }),
    }
}

fn entry(ending: &str) -> Option<&'static (&'static str, Format, Reader)> {
    FORMATS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(ending))
}

fn ending(name: &str) -> String {
    Path::new(name).extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_format() {
        let cases = [
            ("casus1-riek-start.txt", Some(Format::Plain)),
            ("map/Gesprek 2.0.TXT", Some(Format::Plain)),
            ("zo'n gesprek.md", Some(Format::Markdown)),
            ("’s avonds.Docx", Some(Format::Docx)),
            ("gesprek.doc", None),
            ("gesprek", None),
            (".txt", None),
            ("txt", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(Format::of(name), expected, "{name}");
        }
        assert_eq!(Format::endings().collect::<Vec<_>>(), ["txt", "md", "docx"]);
    }

    #[test]
    fn an_unknown_ending_is_named_as_typed() {
        let ending = String::from("ODT");
        assert_eq!(read("gesprek.ODT", b"tekst"), Err(Unreadable::UnknownEnding { ending }));
    }
}
