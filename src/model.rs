//! The nouns of a study as plain data, with the rules that belong to one noun alone. No input, no output: everything
//! else in the program speaks in these types. A row of the project file is one of these structs; [`Row`] is any of
//! them, and [`Changes`] is what a verb did to them.

mod anchor;
mod attribute;
mod bookmark;
mod change;
mod code;
mod coding;
mod comment;
mod date;
mod entry;
mod id;
mod memo;
mod name;
mod participant;
mod project;
mod quote;
mod rows;
mod span;
mod structure;
mod synonym;
mod taxonomy;
mod transcript;

pub use anchor::{Anchor, AnchorState, Fragment};
pub use attribute::{Attribute, Subject, SubjectKind, number_of};
pub use bookmark::Bookmark;
pub use change::{Change, Changes, Row, Table};
pub use code::{Code, CodeStatus, Level, Origin};
pub use coding::{Coder, Coding, Finish};
pub use comment::{Comment, CommentKind};
pub use date::{Days, days_of};
pub use entry::{Entry, Verb};
pub use id::{
    AnchorId, AttributeId, CaseId, CitationId, CodeId, CoderId, CodingId, CommentId, EntryId, FinishId, FootnoteId,
    FragmentId, Id, MemoId, ParticipantId, PassageId, PlacementId, ProjectId, QuoteId, RevisionId, RoleId, SpeakerId,
    StructureId, SynonymId, TaxonomyId, TranscriptId,
};
pub use memo::{Citation, Memo, MemoKind};
pub use name::{LONGEST_NAME, MarkedName, NameFault, NamePiece, check_name, fold_name, natural_order, nearest_names};
pub use participant::{Case, Participant, Role, Speaker};
pub use project::{Language, LevelWords, Project};
pub use quote::Quote;
pub use rows::Rows;
pub use span::{PointSpan, Span};
pub use structure::{Heading, SpeakerLabel, Structure, TimeMark, Turn};
pub use synonym::{Forms, Synonym};
pub use taxonomy::{Footnote, Placement, Taxonomy};
pub use transcript::{Kind, Transcript};
