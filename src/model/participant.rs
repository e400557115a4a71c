//! Cases, roles and the people who were interviewed.

use super::{CaseId, ParticipantId, RoleId, SpeakerId, TranscriptId};

/// The unit of comparison: a conference, a family, a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// Name or number, unique in the project.
    pub name: String,
    /// A short description, or empty.
    pub description: String,
}

/// A group of respondents (respondentgroep).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Identity.
    pub id: RoleId,
    /// Name, unique in the project.
    pub name: String,
    /// Order in tables.
    pub rank: i64,
}

/// A person who was interviewed, under a pseudonym.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Identity.
    pub id: ParticipantId,
    /// The case, when the study has cases.
    pub case: Option<CaseId>,
    /// Pseudonym, unique within the case.
    pub name: String,
    /// Group of respondents.
    pub role: Option<RoleId>,
}

/// Who stands behind a speaker label of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Identity.
    pub id: SpeakerId,
    /// The transcript.
    pub transcript: TranscriptId,
    /// The label as typed; empty stands for every speaker who is not the interviewer and has no row of their own.
    pub label: String,
    /// The participant; none for the interviewer.
    pub participant: Option<ParticipantId>,
}
