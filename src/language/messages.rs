//! Everything the program can say, as one struct: a language is a value of it. Sentences with something in them are
//! functions, because only the language knows its plurals and its order of words.

use super::{Arranging, Finding, Message, SynonymMessages, Talking, Zone};
use crate::import::{Encoding, Notice, Unreadable};
use crate::interchange::FileFault;
use crate::model::{Entry, Language, Level, LevelWords};
use crate::project::{
    Applied, CodebookReport, CodingsReport, Correction, Deletion, ImportReport, ImportedText, Merge,
    ParticipantsReport, Recoded, Refusal, Removed, Resized, RowFault, Split, Trial,
};
use crate::store::Health;
use std::io;

/// Everything the program says in one language.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    /// Which language.
    pub language: Language,

    /// Why a verb did nothing.
    pub refusal: fn(refusal: &Refusal) -> Message,
    /// Rows of a file that are wrong; an empty file name when they came from no file.
    pub rows: fn(file: &str, faults: &[RowFault]) -> Message,
    /// Why a file was not taken in.
    pub unreadable: fn(file: &str, reason: &Unreadable) -> Message,
    /// What is wrong with a codebook or a table.
    pub file_faults: fn(file: &str, faults: &[FileFault]) -> Message,
    /// What a person should know of a file that was read: a clause without capital and full stop.
    pub notice: fn(notice: &Notice) -> String,
    /// How the letters of a file were stored.
    pub encoding: fn(encoding: Encoding) -> &'static str,
    /// What `doctor` found.
    pub health: fn(health: &Health) -> Message,

    /// What was done, in the past, without who and when; undo and redo need the entry that they took back or restored.
    pub entry: fn(entry: &Entry, target: Option<&Entry>) -> String,
    /// What verbs did, for whoever asked for them.
    pub done: Done,
    /// What is said of synonyms.
    pub synonyms: SynonymMessages,
    /// What is said of comments, memos and people in the workbench.
    pub talking: Talking,
    /// What is said of codes on what was found.
    pub finding: Finding,
    /// What is said of codes that were arranged.
    pub arranging: Arranging,
    /// What the command line says on its own.
    pub command: Command,
    /// Words and sentences with nothing to fill in.
    pub words: Words,

    /// The word for a level, in the project's own set of words.
    pub level: fn(level: Level, words: LevelWords) -> &'static str,
    /// A whole number, with thin spaces.
    pub count: fn(count: usize) -> String,
    /// A number with so many decimals.
    pub number: fn(value: f64, decimals: usize) -> String,
    /// Several things in a sentence.
    pub listed: fn(things: &[String]) -> String,
    /// A day: `21 nov. 2026`; from microseconds since 1970 UTC.
    pub date: fn(microseconds: i64, zone: &Zone) -> String,
    /// A moment: `21 nov. 2026 14:03`; from microseconds since 1970 UTC.
    pub time: fn(microseconds: i64, zone: &Zone) -> String,
}

/// What verbs did.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// A project was made: file and title.
    pub created: fn(file: &str, title: &str) -> Message,
    /// Texts came in. Files that were refused have messages of their own.
    pub imported: fn(report: &ImportReport, trial: Trial) -> Message,
    /// A table of participants came in.
    pub participants: fn(report: &ParticipantsReport) -> Message,
    /// A text was corrected.
    pub corrected: fn(correction: &Correction, trial: Trial) -> Message,
    /// Codebooks came in.
    pub codebook: fn(report: &CodebookReport, words: LevelWords) -> Message,
    /// Codings came in from a table.
    pub codings: fn(report: &CodingsReport) -> Message,
    /// A code was put on a fragment.
    pub applied: fn(applied: &Applied) -> Message,
    /// A code was taken off a fragment.
    pub removed: fn(code: &str, transcript: &str, removed: &Removed) -> Message,
    /// A coding got another code.
    pub recoded: fn(recoded: &Recoded) -> Message,
    /// A coding became a counter-example, or support again: code and transcript.
    pub countered: fn(code: &str, transcript: &str, counter: bool) -> Message,
    /// A coder's codings went to another stretch.
    pub resized: fn(resized: &Resized) -> Message,
    /// A code was made.
    pub code_added: fn(code: &str) -> Message,
    /// A code got another name.
    pub renamed: fn(old: &str, new: &str) -> Message,
    /// A code moved: under another code, or to the top.
    pub moved: fn(code: &str, under: Option<&str>) -> Message,
    /// A code got a place: under another code, or at the top.
    pub placed: fn(code: &str, under: Option<&str>) -> Message,
    /// A code left a taxonomy.
    pub unplaced: fn(code: &str) -> Message,
    /// Codes became one.
    pub merged: fn(into: &str, merge: &Merge) -> Message,
    /// A code was divided.
    pub split: fn(code: &str, new: &str, split: &Split) -> Message,
    /// A code went.
    pub deleted: fn(code: &str, deletion: &Deletion) -> Message,
    /// A code got another level.
    pub level_set: fn(code: &str, level: Level, words: LevelWords) -> Message,
    /// What is said of a code changed.
    pub redefined: fn(code: &str) -> Message,
    /// A taxonomy was made or changed.
    pub taxonomy: fn(title: &str) -> Message,
    /// A coder finished a transcript.
    pub finished: fn(transcript: &str, coder: &str) -> Message,
    /// A coder opened a finished transcript again.
    pub unfinished: fn(transcript: &str, coder: &str) -> Message,
    /// A quote was chosen; its number among the quotes of the code.
    pub quote_chosen: fn(code: &str, number: usize) -> Message,
    /// A chosen quote changed.
    pub quote_edited: fn(code: &str, number: usize) -> Message,
    /// A chosen quote was let go.
    pub quote_dropped: fn(code: &str, number: usize) -> Message,
    /// A memo was written; its number.
    pub memo_added: fn(number: usize) -> Message,
    /// A memo changed.
    pub memo_edited: fn(number: usize) -> Message,
    /// A memo went.
    pub memo_deleted: fn(number: usize) -> Message,
    /// Settings changed.
    pub settings: fn() -> Message,
    /// The last act was taken back.
    pub undone: fn(entry: &Entry) -> Message,
    /// An act was restored.
    pub redone: fn(entry: &Entry) -> Message,
    /// A copy was made.
    pub backed_up: fn(file: &str) -> Message,
    /// The verb found everything as it was asked to be.
    pub nothing: fn() -> Message,
}

/// What the command line says on its own.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// No project was named and there is none here.
    pub no_project: fn() -> Message,
    /// The workbench listens; its address follows.
    pub serving: &'static str,
    /// The workbench listens, but no browser could be opened.
    pub no_browser: &'static str,
    /// The workbench cannot listen on a port.
    pub cannot_listen: fn(port: &str, error: &io::Error) -> Message,
    /// No project was named and there are several here.
    pub several_projects: fn(files: &[String]) -> Message,
    /// A file or folder that was named does not exist.
    pub no_such_path: fn(path: &str) -> Message,
    /// A file or folder cannot be read.
    pub cannot_read: fn(path: &str, error: &io::Error) -> Message,
    /// A file or folder cannot be written.
    pub cannot_write: fn(path: &str, error: &io::Error) -> Message,
    /// A folder holds no file that can be read.
    pub nothing_to_read: fn(folder: &str) -> Message,
    /// A file of a folder was passed over.
    pub skipped: fn(file: &str, why: Skipped) -> String,
    /// An argument must be one of a few words.
    pub not_among: fn(option: &str, typed: &str, known: &[&str]) -> Message,
    /// An argument cannot be read; an example that can.
    pub bad_argument: fn(option: &str, typed: &str, example: &str) -> Message,
    /// What an import decided on one text, for a dry run: a line for the text, then lines below it.
    pub decided: fn(text: &ImportedText) -> Vec<String>,
    /// How many hits there are and how many are shown.
    pub hits: fn(total: usize, shown: usize) -> String,
    /// How many quotes there are and how many are shown.
    pub quotes: fn(total: usize, shown: usize) -> String,
    /// A project of an older version was brought up to date; where it is kept as it was.
    pub upgraded: fn(copy: &str) -> String,
    /// A file was written.
    pub written: fn(file: &str) -> Message,
    /// The report was written: its first page and the number of files.
    pub report: fn(page: &str, files: usize) -> Message,
    /// The worked example was made: project and first page of its report.
    pub demo: fn(project: &str, page: &str) -> Message,
    /// The worked example is there already.
    pub demo_there: fn(project: &str, page: &str) -> Message,
    /// A project of that name is there that is not the worked example as it was made.
    pub demo_changed: fn(project: &str) -> Message,
    /// The search index could not be used, and why; texts were searched without it.
    pub index_in_memory: fn(cause: &str) -> String,
}

/// Why a file of a folder was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// Its name starts with a dot.
    Hidden,
    /// No reader belongs to its ending.
    Ending,
}

/// Words and sentences with nothing to fill in.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Nothing was written, because it was only a trial.
    pub dry_run: &'static str,
    /// The project can be read but not written.
    pub read_only: &'static str,
    /// The search index was made anew.
    pub index_rebuilt: &'static str,
    /// There are no transcripts yet, and the first step.
    pub no_transcripts: &'static str,
    /// There are no cases yet, and the first step.
    pub no_cases: &'static str,
    /// There are no participants yet, and the first step.
    pub no_participants: &'static str,
    /// There are no codes yet, and the first step.
    pub no_codes: &'static str,
    /// There is no taxonomy yet, and the first step.
    pub no_taxonomy: &'static str,
    /// What a codebook loses as a table, and what to do to keep it.
    pub codebook_table: &'static str,
    /// There are no memos yet, and the first step.
    pub no_memos: &'static str,
    /// A study without a title of its own.
    pub untitled: &'static str,
    /// Before a wrong thing, as in `fout: …`.
    pub error: &'static str,
    /// Before something to know, as in `let op: …`.
    pub notice: &'static str,
    /// Beside a progress bar while files are read.
    pub reading: &'static str,
    /// Beside a progress bar while texts are indexed.
    pub indexing: &'static str,
    /// Beside a progress bar while codings are placed.
    pub coding: &'static str,
    /// Beside a progress bar while a report is written.
    pub reporting: &'static str,
    /// Beside a progress bar while the project is examined.
    pub examining: &'static str,
    /// Heads of lists.
    pub heads: Heads,
}

/// Heads of the lists that only the command line prints.
#[derive(Debug, Clone, Copy)]
pub struct Heads {
    /// Number of a step or a memo.
    pub number: &'static str,
    /// When.
    pub when: &'static str,
    /// Who acted or wrote.
    pub who: &'static str,
    /// What was done.
    pub what: &'static str,
    /// Why.
    pub why: &'static str,
    /// Sort of memo.
    pub kind: &'static str,
    /// What a memo is about.
    pub about: &'static str,
    /// Title of a memo.
    pub title: &'static str,
    /// In a history, a step that was taken back.
    pub undone: &'static str,
}
