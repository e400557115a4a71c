//! Memos: what a researcher notes while working, on anything, citing fragments where needed.

use super::{CitationId, FragmentId, MemoId, Subject};

/// A note on anything in the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    /// Identity.
    pub id: MemoId,
    /// What sort of note.
    pub kind: MemoKind,
    /// What it is about.
    pub subject: Subject,
    /// A short title, or empty.
    pub title: String,
    /// The note.
    pub text: String,
    /// Name of who wrote it.
    pub author: String,
    /// When, microseconds since 1970 UTC.
    pub created: i64,
}

/// The sorts of memo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemoKind {
    /// A step towards theory.
    Theoretical,
    /// On the way of working.
    Methodological,
    /// What was seen around an interview.
    FieldNote,
    /// On the researcher's own part.
    Reflection,
    /// A decision and its grounds.
    Decision,
    /// The thread that ties the findings.
    Storyline,
    /// A line in the logbook.
    Logbook,
}

impl MemoKind {
    /// Every sort, in the order in which menus list them.
    pub const ALL: [Self; 7] = [
        Self::Theoretical,
        Self::Methodological,
        Self::FieldNote,
        Self::Reflection,
        Self::Decision,
        Self::Storyline,
        Self::Logbook,
    ];
}

/// A fragment that a memo cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Identity.
    pub id: CitationId,
    /// The memo.
    pub memo: MemoId,
    /// The fragment.
    pub fragment: FragmentId,
}
