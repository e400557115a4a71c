//! Fragments, and the anchors that hold them to a text. A fragment is a stretch of one transcript that coders share;
//! an anchor says where it stands in one revision of the text and which words it covers there, so that the fragment can
//! prove itself after every correction.

use super::{AnchorId, FragmentId, PassageId, PointSpan, RevisionId, Span, TranscriptId};

/// A stretch of a transcript that carries codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// Identity.
    pub id: FragmentId,
    /// The transcript it is part of.
    pub transcript: TranscriptId,
}

/// Where a fragment stands in one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Identity.
    pub id: AnchorId,
    /// The fragment it holds.
    pub fragment: FragmentId,
    /// The state of the text it refers to.
    pub revision: RevisionId,
    /// Bytes in that text.
    pub span: Span,
    /// The same stretch in code points.
    pub points: PointSpan,
    /// Where the covered words are kept.
    pub passage: PassageId,
    /// How sure the place is.
    pub state: AnchorState,
}

/// How a fragment came through the last correction of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnchorState {
    /// Stands where it was put and reads the same.
    Exact,
    /// Shifted by an edit elsewhere; the words are unchanged.
    Moved,
    /// An edit touched it, or its words now stand twice: it counts, and is marked for a look.
    Check,
    /// Its text was deleted: keeps its words, counts nowhere, is listed.
    Gone,
}
