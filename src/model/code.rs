//! Codes. A code exists once in the project, whatever its level, and may stand in several taxonomies.

use super::{CodeId, CoderId};

/// An open code, a label or a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Identity.
    pub id: CodeId,
    /// Name, unique in the project (case folded, accents kept), without footnote marks.
    pub name: String,
    /// Open, axial or selective.
    pub level: Level,
    /// The full sentence behind a column head.
    pub statement: String,
    /// What it means.
    pub definition: String,
    /// When to use it.
    pub include: String,
    /// When not to use it.
    pub exclude: String,
    /// A typical passage.
    pub example: String,
    /// `#rrggbb`, or empty.
    pub color: String,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// How far the group agrees on it.
    pub status: CodeStatus,
    /// Who made it.
    pub author: Option<CoderId>,
    /// When it was made, microseconds since 1970 UTC.
    pub created: i64,
}

/// The level of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Put on text first, close to the words.
    Open,
    /// Groups open codes: a label.
    Axial,
    /// Weaves labels together: a theme.
    Selective,
}

impl Level {
    /// From open to selective.
    pub const ALL: [Self; 3] = [Self::Open, Self::Axial, Self::Selective];
}

/// Where a code came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The respondent's own words.
    InVivo,
    /// Made from the data.
    Inductive,
    /// Brought from theory or the topic list.
    Deductive,
    /// Taken over from another study.
    Adopted,
}

/// How far the group agrees on a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CodeStatus {
    /// Proposed by one coder.
    #[default]
    Proposed,
    /// Talked over.
    Discussed,
    /// Settled.
    Settled,
}
