//! Coders and what they do: one code on one fragment by one coder.

use super::{CodeId, CoderId, CodingId, FinishId, FragmentId, TranscriptId};

/// Someone who codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coder {
    /// Identity.
    pub id: CoderId,
    /// Name, unique in the project.
    pub name: String,
}

/// One code on one fragment by one coder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// Identity.
    pub id: CodingId,
    /// The fragment.
    pub fragment: FragmentId,
    /// The code.
    pub code: CodeId,
    /// The coder.
    pub coder: CoderId,
    /// A counter-example (tegenvoorbeeld): does not count as support and is shown apart.
    pub counter: bool,
    /// The coder's remark, or empty.
    pub note: String,
    /// When it was made, microseconds since 1970 UTC.
    pub created: i64,
}

/// A coder has finished a transcript (afgerond): no codes then means none, not missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// Identity.
    pub id: FinishId,
    /// The transcript.
    pub transcript: TranscriptId,
    /// The coder.
    pub coder: CoderId,
    /// When, microseconds since 1970 UTC.
    pub created: i64,
}
