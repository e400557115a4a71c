//! The history: one entry for every act that changed the project.

use super::EntryId;

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identity, shared by all copies of the project.
    pub id: EntryId,
    /// Local number; order is by this number, never by the clock.
    pub number: i64,
    /// When, microseconds since 1970 UTC.
    pub time: i64,
    /// Name of who acted.
    pub actor: String,
    /// What was done.
    pub verb: Verb,
    /// Names and counts that make the act understandable, in the order in which the verb's sentence uses them.
    pub detail: Vec<String>,
    /// Why, or empty.
    pub reason: String,
    /// The entry before it; a join has a second one.
    pub parents: Vec<EntryId>,
    /// The entry that an undo took back or a redo restored.
    pub target: Option<EntryId>,
}

/// The acts that leave an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// A project was made.
    New,
    /// Settings of the project changed.
    Settings,
    /// Texts came in.
    Import,
    /// Participants, roles, cases and attributes were read from a table.
    Participants,
    /// A text was corrected.
    Correct,
    /// A codebook came in.
    CodebookImport,
    /// A code was made.
    CodeAdd,
    /// A code got another name.
    CodeRename,
    /// A code moved within a taxonomy.
    CodeMove,
    /// A code got a place (or one more) in a taxonomy.
    CodePlace,
    /// A code lost a place in a taxonomy.
    CodeUnplace,
    /// Codes became one.
    CodeMerge,
    /// A code was divided.
    CodeSplit,
    /// A code went, with its codings.
    CodeDelete,
    /// A code got another level.
    CodeLevel,
    /// Definition, criteria, example, origin or status of a code changed.
    CodeRedefine,
    /// A code was put on a fragment.
    CodingApply,
    /// A code was taken off a fragment.
    CodingRemove,
    /// A coding got another code.
    CodingRecode,
    /// A coding became a counter-example, or support again.
    CodingCounter,
    /// A coder's codings on a stretch went to another stretch.
    CodingResize,
    /// Codings came in from a table.
    CodingsImport,
    /// A code was put on what a search found.
    HitsCode,
    /// A coder finished a transcript.
    Finish,
    /// A coder opened a finished transcript again.
    Unfinish,
    /// A quote was chosen.
    QuoteChoose,
    /// A chosen quote got another place, text or introduction.
    QuoteEdit,
    /// A chosen quote was let go.
    QuoteDrop,
    /// A memo was written.
    MemoAdd,
    /// A memo was changed.
    MemoEdit,
    /// A memo went.
    MemoDelete,
    /// A taxonomy was made, or its title, scope or notes changed.
    TaxonomyEdit,
    /// Something to talk about was put down.
    CommentAdd,
    /// A comment was answered.
    CommentAnswer,
    /// A comment was worded otherwise.
    CommentEdit,
    /// A comment was settled.
    CommentSettle,
    /// A settled comment was opened again.
    CommentReopen,
    /// A comment went, with its answers.
    CommentDelete,
    /// Names, groups, cases or attributes of cases, respondents or transcripts changed.
    PeopleEdit,
    /// Cases or respondents went.
    PeopleDelete,
    /// Who speaks in a transcript was said.
    SpeakersSet,
    /// An attribute got another name.
    AttributeRename,
    /// An attribute went, with its values.
    AttributeDelete,
    /// Groups of respondents got another order.
    RolesOrder,
    /// Synonyms were added.
    SynonymAdd,
    /// Synonyms went.
    SynonymRemove,
    /// An act was taken back.
    Undo,
    /// An act taken back was restored.
    Redo,
}
