//! Identities. Every row carries a UUID v7 that stays the same through export, merge and undo; each noun has its own
//! type, so that a coder's id cannot be passed for a code's.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use uuid::Uuid;

/// The identity of a `T`.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id<T> {
    raw: Uuid,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// A new identity; later ones sort after earlier ones of the same process.
    #[must_use]
    pub fn new() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    /// The identity that a stored UUID stands for.
    #[must_use]
    pub const fn from_uuid(raw: Uuid) -> Self {
        Self { raw, of: PhantomData }
    }

    /// The bare UUID, for storage.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.raw
    }

    /// Its sixteen bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        self.raw.as_bytes()
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw.cmp(&other.raw)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.raw)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $alias:ident = $noun:ty;)*) => { $($(#[$doc])* pub type $alias = Id<$noun>;)* };
}

/// Marks ids of stored revisions of a text.
#[derive(Debug)]
pub struct RevisionMark;
/// Marks ids of stored structures of a text.
#[derive(Debug)]
pub struct StructureMark;
/// Marks ids of stored passages (the words of a fragment).
#[derive(Debug)]
pub struct PassageMark;

ids! {
    /// Identity of a project.
    ProjectId = super::Project;
    /// Identity of a case.
    CaseId = super::Case;
    /// Identity of a role.
    RoleId = super::Role;
    /// Identity of a participant.
    ParticipantId = super::Participant;
    /// Identity of a transcript.
    TranscriptId = super::Transcript;
    /// Identity of a speaker label of a transcript.
    SpeakerId = super::Speaker;
    /// Identity of one stored state of a transcript's text.
    RevisionId = RevisionMark;
    /// Identity of one stored structure of a revision.
    StructureId = StructureMark;
    /// Identity of a stored passage: the words of a fragment in one revision.
    PassageId = PassageMark;
    /// Identity of an attribute.
    AttributeId = super::Attribute;
    /// Identity of a coder.
    CoderId = super::Coder;
    /// Identity of a code.
    CodeId = super::Code;
    /// Identity of a taxonomy.
    TaxonomyId = super::Taxonomy;
    /// Identity of a footnote.
    FootnoteId = super::Footnote;
    /// Identity of a placement.
    PlacementId = super::Placement;
    /// Identity of a fragment.
    FragmentId = super::Fragment;
    /// Identity of an anchor.
    AnchorId = super::Anchor;
    /// Identity of a coding.
    CodingId = super::Coding;
    /// Identity of a coder's mark that a transcript is finished.
    FinishId = super::Finish;
    /// Identity of a chosen quote.
    QuoteId = super::Quote;
    /// Identity of a memo.
    MemoId = super::Memo;
    /// Identity of a citation of a fragment by a memo.
    CitationId = super::Citation;
    /// Identity of a comment.
    CommentId = super::Comment;
    /// Identity of a group of synonyms.
    SynonymId = super::Synonym;
    /// Identity of a history entry.
    EntryId = super::Entry;
}
