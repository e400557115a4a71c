//! Transcripts: one text each, with what the study knows of it. The text itself lies in revisions, its parts in a
//! [`super::Structure`].

use super::{CaseId, RevisionId, StructureId, TranscriptId};

/// One text of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// Identity.
    pub id: TranscriptId,
    /// Name, unique in the project: the file name without its ending.
    pub name: String,
    /// The file it came from, with its ending.
    pub file: String,
    /// What sort of text.
    pub kind: Kind,
    /// The case, when the text belongs to one as a whole.
    pub case: Option<CaseId>,
    /// Moment of measurement (meting), or empty.
    pub moment: String,
    /// Date of the interview as written, or empty.
    pub date: String,
    /// SHA-256 of the original bytes.
    pub original: Vec<u8>,
    /// The state of the text that counts.
    pub revision: RevisionId,
    /// The structure that counts.
    pub structure: StructureId,
    /// When it was imported, microseconds since 1970 UTC.
    pub created: i64,
}

/// The sorts of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// A talk with one respondent.
    #[default]
    Interview,
    /// A talk with several respondents.
    GroupInterview,
    /// Notes of an observation.
    Observation,
    /// A document.
    Document,
    /// An answer to an open question.
    OpenAnswer,
    /// A report on a case.
    CaseReport,
}
