//! What was found in a text beside its words: lines, paragraphs, headings, turns of speakers and time marks, as ranges
//! over one revision. It is stored beside the text, never in it, so that a better guess never moves a coding.

use super::Span;
use serde::{Deserialize, Serialize};

/// The parts of one text, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Structure {
    /// Byte offset at which each `\n` line starts; the first is 0. Line numbers are 1-based positions in this list.
    pub lines: Vec<u32>,
    /// Paragraphs for reading; a hard-wrapped paragraph is one span over several lines.
    pub paragraphs: Vec<Span>,
    /// Headings.
    pub headings: Vec<Heading>,
    /// The speakers, in order of appearance.
    pub speakers: Vec<SpeakerLabel>,
    /// Who speaks when; empty where the text has no speakers.
    pub turns: Vec<Turn>,
    /// Time marks.
    pub times: Vec<TimeMark>,
}

/// A heading of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The words of the heading, without markup.
    pub span: Span,
    /// 1 is the highest.
    pub level: u8,
}

/// A speaker as the transcriber named them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerLabel {
    /// The label without colon or brackets: `Resp 6`, `Moeder`.
    pub label: String,
    /// Whether this is the one who asks.
    pub interviewer: bool,
}

/// One speaker's stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The whole turn, label and time mark included, without white space at the end.
    pub span: Span,
    /// The label with its colon or brackets, and a time mark beside it.
    pub label: Span,
    /// Index in [`Structure::speakers`].
    pub speaker: u16,
}

/// A time mark in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMark {
    /// The mark with its brackets.
    pub span: Span,
    /// Milliseconds since the start of the recording.
    pub milliseconds: u64,
}

impl Structure {
    /// The 1-based number of the line in which byte `at` lies.
    #[must_use]
    pub fn line_of(&self, at: u32) -> usize {
        self.lines.partition_point(|start| *start <= at).max(1)
    }

    /// What a search hit is: a turn, or a paragraph where there are no turns.
    #[must_use]
    pub fn units(&self) -> Vec<Span> {
        if self.turns.is_empty() { self.paragraphs.clone() } else { self.turns.iter().map(|turn| turn.span).collect() }
    }

    /// The turns that share a byte with `span`, with their positions.
    pub fn turns_in(&self, span: Span) -> impl Iterator<Item = (usize, &Turn)> {
        let first = self.turns.partition_point(|turn| turn.span.end <= span.start);
        self.turns.iter().enumerate().skip(first).take_while(move |(_, turn)| turn.span.start < span.end)
    }
}
