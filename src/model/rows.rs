//! All recorded rows of a project, table by table, each in the order of its ids: what the project file hands to the
//! analysis, without any text of a transcript.

use super::{
    Anchor, Attribute, Case, Citation, Code, Coder, Coding, Comment, Finish, Footnote, Fragment, Memo, Participant,
    Placement, Project, Quote, Role, Speaker, Structure, StructureId, Synonym, Taxonomy, Transcript,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The content of a project, shared by reference so that the next picture costs only what changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// The study; exactly one.
    pub projects: Arc<Vec<Project>>,
    /// Cases.
    pub cases: Arc<Vec<Case>>,
    /// Roles.
    pub roles: Arc<Vec<Role>>,
    /// Participants.
    pub participants: Arc<Vec<Participant>>,
    /// Transcripts.
    pub transcripts: Arc<Vec<Transcript>>,
    /// Speaker labels.
    pub speakers: Arc<Vec<Speaker>>,
    /// Attributes.
    pub attributes: Arc<Vec<Attribute>>,
    /// Coders.
    pub coders: Arc<Vec<Coder>>,
    /// Codes.
    pub codes: Arc<Vec<Code>>,
    /// Taxonomies.
    pub taxonomies: Arc<Vec<Taxonomy>>,
    /// Footnotes.
    pub footnotes: Arc<Vec<Footnote>>,
    /// Placements.
    pub placements: Arc<Vec<Placement>>,
    /// Fragments.
    pub fragments: Arc<Vec<Fragment>>,
    /// Anchors, of all revisions.
    pub anchors: Arc<Vec<Anchor>>,
    /// Codings.
    pub codings: Arc<Vec<Coding>>,
    /// Finished transcripts.
    pub finishes: Arc<Vec<Finish>>,
    /// Chosen quotes.
    pub quotes: Arc<Vec<Quote>>,
    /// Memos.
    pub memos: Arc<Vec<Memo>>,
    /// Citations by memos.
    pub citations: Arc<Vec<Citation>>,
    /// Groups of synonyms.
    pub synonyms: Arc<Vec<Synonym>>,
    /// Comments.
    pub comments: Arc<Vec<Comment>>,
    /// Structures that transcripts refer to.
    pub structures: Arc<BTreeMap<StructureId, Arc<Structure>>>,
}
