//! What files bring in, as plain data: a codebook, a list of codings, a list of participants. `interchange/` reads
//! files into these and writes them out of these; the verbs check them against the project. Every item knows the line
//! it came from, so that a refusal can name it.

use crate::model::{CodeStatus, Kind, Language, Level, Origin};

/// One taxonomy, or the codes that stand in none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodebookInput {
    /// Title of the taxonomy; empty when the file holds only codes that are not placed.
    pub title: String,
    /// Language of the codebook.
    pub language: Option<Language>,
    /// Scope as a query; empty means all cases.
    pub scope: String,
    /// Notes by mark, in the order of the file.
    pub footnotes: Vec<(String, String)>,
    /// Groups of words that search treats as one; they belong to the project, whichever file names them.
    pub synonyms: Vec<Vec<String>>,
    /// What stands in the taxonomy, in order.
    pub placed: Vec<CodeInput>,
    /// Codes that are not placed yet.
    pub loose: Vec<CodeInput>,
}

/// A code of a codebook file. A field that the file does not mention is `None` and leaves the project's value alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeInput {
    /// 1-based line in the file, 0 when there is none.
    pub line: usize,
    /// Open, axial or selective.
    pub level: Level,
    /// The name as typed, footnote marks included.
    pub name: String,
    /// The code may stand here as well as elsewhere in the same taxonomy.
    pub also: bool,
    /// The full sentence behind a column head.
    pub statement: Option<String>,
    /// What it means.
    pub definition: Option<String>,
    /// When to use it.
    pub include: Option<String>,
    /// When not to use it.
    pub exclude: Option<String>,
    /// A typical passage.
    pub example: Option<String>,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// How far the group agrees on it.
    pub status: Option<CodeStatus>,
    /// The codes below it.
    pub children: Vec<CodeInput>,
}

/// A row of a codings table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodingInput {
    /// 1-based line in the file.
    pub line: usize,
    /// Transcript, by name or file name.
    pub transcript: String,
    /// Where in the transcript.
    pub place: PlaceInput,
    /// Code, by name or number.
    pub code: String,
    /// Coder; empty is the acting one.
    pub coder: String,
    /// Remark.
    pub note: String,
    /// A counter-example.
    pub counter: bool,
}

/// Where a coding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceInput {
    /// The words themselves; `occurrence` is 1-based.
    Quote {
        /// The words.
        quote: String,
        /// Which of several equal passages.
        occurrence: Option<usize>,
    },
    /// Code points, half-open; the words too when the file has them, as a check.
    Span {
        /// First code point.
        start: u32,
        /// One past the last.
        end: u32,
        /// The words that should stand there.
        quote: Option<String>,
    },
    /// Whole lines, 1-based and inclusive.
    Lines {
        /// First line.
        first: usize,
        /// Last line.
        last: usize,
    },
}

/// A participants table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantsInput {
    /// The rows in order.
    pub rows: Vec<ParticipantInput>,
}

/// A row of a participants table. Empty cells are `None` or left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantInput {
    /// 1-based line in the file.
    pub line: usize,
    /// Transcript, by name or file name; none for a respondent without one.
    pub transcript: Option<String>,
    /// Speaker label that this respondent has in the transcript.
    pub speaker: Option<String>,
    /// Pseudonym.
    pub participant: Option<String>,
    /// Group of respondents.
    pub role: Option<String>,
    /// Case.
    pub case: Option<String>,
    /// Moment of measurement.
    pub moment: Option<String>,
    /// Date as written.
    pub date: Option<String>,
    /// Sort of text.
    pub kind: Option<Kind>,
    /// Attributes of the participant; of the case where the table has no participant column.
    pub attributes: Vec<(String, String)>,
    /// Attributes of the case (`case:` in the heading).
    pub case_attributes: Vec<(String, String)>,
    /// Attributes of the transcript (`transcript:` in the heading).
    pub transcript_attributes: Vec<(String, String)>,
}
