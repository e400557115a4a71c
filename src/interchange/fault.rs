//! What is wrong with a file that a person wrote, and exactly where: line, column, the line itself, and the facts that
//! a message needs to say what would be right. The sentences are made elsewhere, in the reader's language.

mod collecting;

pub(super) use collecting::{Faults, Lines, shown, whole_file};
#[cfg(test)]
pub(super) use collecting::{Found, found};

use crate::model::{Level, NameFault};
use crate::text::SynonymFault;
use std::fmt;

/// One wrong place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// 1-based line.
    pub line: usize,
    /// 1-based column in characters, when the fault has a place within its line.
    pub column: Option<usize>,
    /// The line itself, shortened around the column to 160 characters; empty when the fault is the whole file's.
    pub text: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for FileFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}", self.line)?;
        if let Some(column) = self.column {
            write!(out, ", column {column}")?;
        }
        write!(out, ": {}", self.problem)?;
        if self.text.is_empty() { Ok(()) } else { write!(out, ": {}", self.text) }
    }
}

impl std::error::Error for FileFault {}

/// The reasons for which a file, a row or a value is refused. Names are as the person wrote them; `nearest` are known
/// names that may have been meant, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing in the file.
    #[error("empty file")]
    Empty,
    /// The bytes are not text.
    #[error("not a text file")]
    NotText,
    /// A spreadsheet's own file, where the table saved as CSV is meant.
    #[error("a spreadsheet, not a table saved as CSV")]
    Spreadsheet,
    /// The file is larger than such files are.
    #[error("larger than {megabytes} MB")]
    TooBig {
        /// The limit.
        megabytes: usize,
    },
    /// The letters here are damaged: the file is UTF-8 but for this place.
    #[error("damaged letters")]
    DamagedLetters,

    /// A table lacks a column.
    #[error("no column {}", .wanted.join(" or "))]
    ColumnMissing {
        /// Headings that would do.
        wanted: Vec<&'static str>,
        /// Headings of the file that may have been meant.
        nearest: Vec<String>,
    },
    /// A heading that means nothing in this table.
    #[error("unknown column {name}")]
    ColumnUnknown {
        /// The heading.
        name: String,
        /// Known headings like it.
        nearest: Vec<String>,
    },
    /// Two columns mean the same.
    #[error("columns {first} and {second} mean the same")]
    ColumnTwice {
        /// The earlier heading.
        first: String,
        /// The later heading.
        second: String,
    },
    /// A cell with content stands in a column without heading.
    #[error("a cell without heading: {found}")]
    HeadingMissing {
        /// The content.
        found: String,
    },
    /// A row has too few or too many cells.
    #[error("{found} cells instead of {expected}")]
    CellCount {
        /// As many as the heading line has.
        expected: usize,
        /// As many as this row has.
        found: usize,
    },
    /// A quoted cell never ends.
    #[error("a quotation mark opens and never closes")]
    QuoteUnclosed,
    /// Something stands between a closing quotation mark and the end of the cell.
    #[error("something stands behind a closing quotation mark")]
    QuoteStray,
    /// A cell that must not be empty.
    #[error("empty cell: {column}")]
    CellEmpty {
        /// Heading.
        column: String,
    },
    /// A place has a start but no end, or an end but no start.
    #[error("start and end come together")]
    HalfSpan,
    /// A place ends before or where it starts.
    #[error("end {end} is not behind start {start}")]
    EmptySpan {
        /// First code point.
        start: u32,
        /// One past the last.
        end: u32,
    },
    /// Not a whole number where one is needed.
    #[error("{field}: not a whole number: {found}")]
    NotANumber {
        /// Heading.
        field: String,
        /// What stands there.
        found: String,
    },
    /// A row of participants names neither a transcript nor a participant.
    #[error("neither transcript nor participant")]
    NobodyNamed,
    /// A row gives a value to something that it does not name.
    #[error("{column} belongs to a {owner:?}, and this row names none")]
    OwnerMissing {
        /// Heading.
        column: String,
        /// What the value would belong to.
        owner: Owner,
    },

    /// The TOML cannot be read; the message is that of the TOML reader.
    #[error("not valid TOML: {message}")]
    Toml {
        /// In English.
        message: String,
    },
    /// A key stands twice in one table.
    #[error("key {key} stands twice")]
    KeyTwice {
        /// The key.
        key: String,
    },
    /// A key that means nothing here.
    #[error("unknown key {key}")]
    KeyUnknown {
        /// The key.
        key: String,
        /// Known keys like it.
        nearest: Vec<String>,
    },
    /// A key that must be there.
    #[error("no {key}")]
    KeyMissing {
        /// The key.
        key: &'static str,
    },
    /// A value of another kind than the key takes.
    #[error("{key} takes {expected:?}, not {found:?}")]
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: ValueType,
        /// What stands there.
        found: ValueType,
    },
    /// A footnote's key is not one or more asterisks.
    #[error("a footnote's mark is one or more asterisks, not {mark}")]
    BadMark {
        /// The key.
        mark: String,
    },

    /// A word that is not among those that may stand here.
    #[error("{field}: unknown word {found}")]
    WordUnknown {
        /// Heading or key.
        field: String,
        /// What stands there.
        found: String,
        /// Words that may stand there.
        known: Vec<&'static str>,
    },
    /// A colour is not `#rrggbb`.
    #[error("not a colour: {found}")]
    BadColor {
        /// What stands there.
        found: String,
    },
    /// A name that cannot be one.
    #[error("{field}: not a name ({fault:?}): {name}")]
    BadName {
        /// Heading or key.
        field: &'static str,
        /// The name, shortened.
        name: String,
        /// Why.
        fault: NameFault,
    },
    /// A name stands twice in one taxonomy, and nothing says that it may, or both times in the same place.
    #[error("{name} stands twice, first in line {first_line}")]
    NameTwice {
        /// The name.
        name: String,
        /// Line of the first.
        first_line: usize,
    },
    /// One code has two levels.
    #[error("{name} is {level:?} here and {first_level:?} in line {first_line}")]
    LevelDiffers {
        /// The name.
        name: String,
        /// Level at this place.
        level: Level,
        /// Level at the first.
        first_level: Level,
        /// Line of the first.
        first_line: usize,
    },
    /// A level stands below one that cannot hold it: a label in a label, a theme in anything.
    #[error("{inner:?} cannot stand in {outer:?}")]
    NotInside {
        /// What is placed.
        inner: Level,
        /// What it is placed in.
        outer: Level,
    },
    /// A row names a parent that has no row in the same taxonomy.
    #[error("no parent {parent}")]
    ParentMissing {
        /// The parent as written.
        parent: String,
        /// Names like it in the same taxonomy.
        nearest: Vec<String>,
    },
    /// Codes stand below each other in a circle.
    #[error("a circle: {}", .names.join(" > "))]
    Cycle {
        /// Each below the next, the last below the first.
        names: Vec<String>,
        /// Their lines.
        lines: Vec<usize>,
    },
    /// Codes nest deeper than anyone can read.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Synonyms that cannot be so.
    #[error("synonyms: {0:?}")]
    Synonym(SynonymFault),
    /// A memo is about something that cannot be found by what is written.
    #[error("not something a memo can be about: {found}")]
    BadSubject {
        /// What stands there.
        found: String,
    },
}

/// What a value in a table of participants belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A respondent.
    Participant,
    /// A transcript.
    Transcript,
}

/// The kinds of value in TOML, as a person would call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// Text between quotation marks.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A date or time.
    Date,
    /// A list between square brackets.
    List,
    /// A list of lists.
    Lists,
    /// One table, `[key]`.
    Table,
    /// Any number of tables, `[[key]]`.
    Tables,
}
