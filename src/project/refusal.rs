//! Why a verb did not do what was asked. Each reason carries the names a person used, so that a message can say what
//! happened to which thing and what to do; the sentences themselves are made in `language/`.

use crate::analysis::{FilterFault, NameKind, Unknown};
use crate::import::Unreadable;
use crate::model::NameFault;
use crate::store::StoreError;
use crate::text::{QueryFault, ShortenFault, SynonymFault};

/// A reason to do nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A name means nothing, or too much.
    #[error("unknown {:?}", .0.kind)]
    Unknown(Unknown),
    /// Something cannot be a name.
    #[error("bad name")]
    BadName {
        /// As typed.
        name: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// The name belongs to something else already.
    #[error("name taken")]
    NameTaken {
        /// What has the name.
        kind: NameKind,
        /// The name as it stands in the project.
        name: String,
    },
    /// A transcript of that name has other content; it can be corrected.
    #[error("transcript exists with other content")]
    OtherContent {
        /// The transcript.
        transcript: String,
        /// The file.
        file: String,
    },
    /// A file cannot be read.
    #[error("unreadable")]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        reason: Unreadable,
    },
    /// Rows of a table are wrong, each with its line; nothing of the table was taken over.
    #[error("{} wrong rows", .0.len())]
    Rows(Vec<RowFault>),
    /// The quote is not in the transcript.
    #[error("quote not found")]
    QuoteNotFound(QuoteNotFound),
    /// The quote stands in several places.
    #[error("quote ambiguous")]
    QuoteAmbiguous(QuoteAmbiguous),
    /// The place does not fit the text.
    #[error("place outside the text")]
    Outside(Outside),
    /// A text was corrected between finding a place in it and writing there.
    #[error("text changed meanwhile")]
    TextChanged {
        /// The transcript.
        transcript: String,
    },
    /// There is nothing to compare with: no fragment carries the code, and it has no words of its own.
    #[error("nothing to compare with")]
    NothingAlike {
        /// The code.
        code: String,
    },
    /// A code would stand under itself.
    #[error("cycle")]
    Cycle {
        /// The code.
        code: String,
        /// Where it should have gone.
        parent: String,
    },
    /// The code stands in the taxonomy already.
    #[error("placed already")]
    PlacedAlready {
        /// The code.
        code: String,
        /// The taxonomy.
        taxonomy: String,
        /// The code above it there; none at the top.
        parent: Option<String>,
    },
    /// The code does not stand in the taxonomy.
    #[error("not placed")]
    NotPlaced {
        /// The code.
        code: String,
        /// The taxonomy.
        taxonomy: String,
    },
    /// The code stands in several places of the taxonomy, and it was not said which is meant.
    #[error("placed several times")]
    PlacedSeveralTimes {
        /// The code.
        code: String,
        /// The taxonomy.
        taxonomy: String,
        /// The codes above it.
        parents: Vec<String>,
    },
    /// The parent does not stand in the taxonomy.
    #[error("parent not placed")]
    ParentNotPlaced {
        /// The parent.
        parent: String,
        /// The taxonomy.
        taxonomy: String,
    },
    /// A code cannot be merged with itself, or split into itself.
    #[error("same code twice")]
    SameCode {
        /// The code.
        code: String,
    },
    /// A split would leave nothing, or take nothing.
    #[error("split moves nothing")]
    EmptySplit {
        /// The code.
        code: String,
    },
    /// The fragment carries no coding that answers to the request.
    #[error("no such coding")]
    NoCoding {
        /// The code asked for.
        code: String,
        /// The transcript.
        transcript: String,
    },
    /// The coder has no coding on the stretch whose edge should move.
    #[error("no codings to resize")]
    NothingToResize {
        /// The transcript.
        transcript: String,
    },
    /// The fragment is not coded below the code under which it should be shown.
    #[error("fragment not coded below")]
    NotBelow {
        /// The code.
        code: String,
    },
    /// There is no chosen quote of that number under the code.
    #[error("no such quote")]
    NoQuote {
        /// The code.
        code: String,
        /// 1-based number.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// The report text says what the fragment does not.
    #[error("report text differs")]
    Shortened(ShortenFault),
    /// There is no memo of that number.
    #[error("no such memo")]
    NoMemo {
        /// 1-based number.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// Nothing was said where something should be.
    #[error("nothing said")]
    NothingSaid,
    /// What was meant is no longer there: someone took it away meanwhile.
    #[error("gone")]
    Missing(Missing),
    /// The text is as it was.
    #[error("text unchanged")]
    Unchanged {
        /// The transcript.
        transcript: String,
    },
    /// A colour is not `#rrggbb`.
    #[error("bad colour")]
    BadColor {
        /// As typed.
        color: String,
    },
    /// A value is not one of those that are known.
    #[error("bad value")]
    BadValue {
        /// As typed.
        value: String,
        /// What would be right.
        expected: &'static [&'static str],
    },
    /// The scope of a taxonomy or a filter cannot be used.
    #[error("filter")]
    Filter {
        /// The query.
        query: String,
        /// Why.
        fault: FilterFault,
    },
    /// A query cannot be read.
    #[error("query")]
    Query {
        /// The query.
        query: String,
        /// Why.
        fault: QueryFault,
    },
    /// Synonyms cannot be so, or are not there.
    #[error("synonyms")]
    Synonym(SynonymFault),
    /// The project file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The search index and its stand-in both failed.
    #[error("search: {0}")]
    Search(String),
}

/// What is no longer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A comment.
    Comment,
    /// A memo.
    Memo,
    /// A case.
    Case,
    /// A respondent.
    Participant,
    /// A transcript.
    Transcript,
}

/// A wrong row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct RowFault {
    /// 1-based line in the file.
    pub line: usize,
    /// What is wrong.
    pub reason: RowReason,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowReason {
    /// A name means nothing, or too much.
    Unknown(Unknown),
    /// Something cannot be a name.
    BadName {
        /// As typed.
        name: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// The quote is not in the transcript.
    QuoteNotFound(QuoteNotFound),
    /// The quote stands in several places.
    QuoteAmbiguous(QuoteAmbiguous),
    /// The place does not fit the text.
    Outside(Outside),
    /// Other words stand at the place than the row says.
    OtherWords {
        /// The transcript.
        transcript: String,
        /// What the row says.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The transcript has no such speaker.
    NoSpeaker {
        /// The transcript.
        transcript: String,
        /// As typed.
        speaker: String,
        /// The speakers it has.
        known: Vec<String>,
    },
    /// Two rows for the same speakers of a transcript.
    SpeakerTwice {
        /// The transcript.
        transcript: String,
        /// The speaker; empty for all who are not the interviewer.
        speaker: String,
        /// The line that named them first.
        first: usize,
    },
    /// A code stands twice in one taxonomy without `also`.
    CodeTwice {
        /// The code.
        code: String,
        /// The line that named it first.
        first: usize,
    },
    /// A code would stand under itself.
    Cycle {
        /// The code.
        code: String,
    },
    /// A colour is not `#rrggbb`.
    BadColor {
        /// As typed.
        color: String,
    },
    /// The report text says what the fragment does not.
    Shortened(ShortenFault),
    /// Synonyms cannot be so.
    Synonym(SynonymFault),
    /// The scope of a taxonomy cannot be read.
    BadScope {
        /// The query.
        query: String,
        /// Why.
        fault: QueryFault,
    },
}

/// A quote that is not in its transcript.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteNotFound {
    /// The transcript.
    pub transcript: String,
    /// As typed.
    pub quote: String,
    /// The passage that comes nearest, with its line.
    pub nearest: Option<(usize, String)>,
}

/// A quote that stands in several places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteAmbiguous {
    /// The transcript.
    pub transcript: String,
    /// As typed.
    pub quote: String,
    /// The lines where it stands, in order; the first is occurrence 1.
    pub lines: Vec<usize>,
    /// The occurrence asked for, when that one does not exist.
    pub occurrence: Option<usize>,
}

/// A place that does not fit its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// The transcript.
    pub transcript: String,
    /// As asked for: first and last, in code points or lines.
    pub asked: (usize, usize),
    /// How many there are.
    pub length: usize,
    /// Whether lines are meant.
    pub lines: bool,
}

impl From<Unknown> for Refusal {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

impl From<RowReason> for Refusal {
    /// A single request that fails for a reason which a table's row can have as well.
    fn from(reason: RowReason) -> Self {
        match reason {
            RowReason::Unknown(unknown) => Self::Unknown(unknown),
            RowReason::BadName { name, fault } => Self::BadName { name, fault },
            RowReason::QuoteNotFound(fault) => Self::QuoteNotFound(fault),
            RowReason::QuoteAmbiguous(fault) => Self::QuoteAmbiguous(fault),
            RowReason::Outside(fault) => Self::Outside(fault),
            RowReason::BadColor { color } => Self::BadColor { color },
            RowReason::Shortened(fault) => Self::Shortened(fault),
            RowReason::Synonym(fault) => Self::Synonym(fault),
            RowReason::BadScope { query, fault } => Self::Query { query, fault },
            other @ (RowReason::OtherWords { .. }
            | RowReason::NoSpeaker { .. }
            | RowReason::SpeakerTwice { .. }
            | RowReason::CodeTwice { .. }
            | RowReason::Cycle { .. }) => Self::Rows(vec![RowFault { line: 0, reason: other }]),
        }
    }
}
