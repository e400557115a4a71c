//! What a file itself says about its text beside the words: bold stretches, headings and paragraphs. A Word file and a
//! Markdown file know these for certain, a plain text knows none; finding turns and headings builds on them.
//!
//! Every span is a range over the canonical text, in reading order, and holds the words without white space or markup
//! at its edges.

use crate::model::{Heading, Span};

/// What the file says about the form of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// Stretches in bold; each stays within one line.
    pub bold: Vec<Span>,
    /// Headings that the file marks as such.
    pub headings: Vec<Heading>,
    /// Paragraphs that the file marks as such; empty where it knows only lines.
    pub paragraphs: Vec<Span>,
}
