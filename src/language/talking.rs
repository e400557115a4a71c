//! What is said of comments, of memos in the workbench, and of cases and respondents that were changed cell by cell;
//! each language has a value of it.

use super::Message;
use crate::project::CellsReport;

/// Sentences about comments, memos and people.
#[derive(Debug, Clone, Copy)]
pub struct Talking {
    /// Something to talk about was put down: the code.
    pub comment_added: fn(code: &str) -> Message,
    /// A comment was answered.
    pub comment_answered: fn() -> Message,
    /// A comment was changed.
    pub comment_edited: fn() -> Message,
    /// A talk was settled.
    pub comment_settled: fn() -> Message,
    /// A talk was opened again.
    pub comment_reopened: fn() -> Message,
    /// A comment went.
    pub comment_deleted: fn() -> Message,
    /// A memo was written or changed.
    pub memo_kept: fn() -> Message,
    /// A memo went.
    pub memo_gone: fn() -> Message,
    /// Cells changed.
    pub cells: fn(report: &CellsReport) -> Message,
    /// Cases or respondents went.
    pub rows_deleted: fn(names: &[String]) -> Message,
    /// Who speaks in a transcript was said.
    pub speakers: fn(transcript: &str) -> Message,
    /// An attribute got another name.
    pub attribute_renamed: fn(from: &str, to: &str) -> Message,
    /// An attribute went, with so many values.
    pub attribute_deleted: fn(name: &str, values: usize) -> Message,
    /// Groups of respondents got another order.
    pub roles_ordered: fn() -> Message,
}
