//! How far someone has read.

use super::TranscriptId;

/// Where a coder was in a transcript. It is no part of the study: nobody cites it, nothing is counted from it, and it
/// leaves no trace in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// The transcript.
    pub transcript: TranscriptId,
    /// Name of who read.
    pub coder: String,
    /// 1-based line where the reader was last.
    pub line: u32,
    /// The furthest line that was read.
    pub furthest: u32,
    /// When, microseconds since 1970 UTC.
    pub time: i64,
}
