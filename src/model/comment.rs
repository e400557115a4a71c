//! Comments (opmerkingen): what coders and the project leader still have to talk about: questions, proposals and
//! decisions on a code or a coding, open until someone settles them, with the answers below them.
//!
//! A comment on a coding hangs on the fragment, the code and the coder's name rather than on the coding: a coding that
//! is taken off may be the very thing to talk about, so its comments stay, with its words. They follow a code that is
//! merged and a fragment that is corrected; of a code that was deleted they keep the name.

use super::{CodeId, CommentId, FragmentId};

/// Something to talk about, or an answer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Identity.
    pub id: CommentId,
    /// The code; none once it was deleted.
    pub code: Option<CodeId>,
    /// Name that a deleted code had; else empty.
    pub former: String,
    /// The fragment, when a coding is meant; none for the code as such.
    pub fragment: Option<FragmentId>,
    /// Name of the coder whose coding is meant; empty when it is nobody's in particular.
    pub coder: String,
    /// Question, proposal, decision or answer.
    pub kind: CommentKind,
    /// What is said.
    pub text: String,
    /// Name of who said it.
    pub author: String,
    /// When, microseconds since 1970 UTC.
    pub created: i64,
    /// The comment that this one answers; an answer is not answered itself.
    pub reply_to: Option<CommentId>,
    /// When it was settled; none while it is open. An answer is never settled by itself.
    pub settled: Option<i64>,
    /// Name of who settled it; empty while it is open.
    pub settled_by: String,
}

impl Comment {
    /// Whether there is still something to talk about.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.settled.is_none()
    }
}

/// The sorts of comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommentKind {
    /// Something to ask.
    Question,
    /// Something to change.
    Proposal,
    /// What was agreed.
    Decision,
    /// What is said of another comment.
    Answer,
}

impl CommentKind {
    /// The sorts that begin a talk, in the order in which menus list them.
    pub const FIRST: [Self; 3] = [Self::Question, Self::Proposal, Self::Decision];
}
