//! What is wrong with the project file, and what `doctor` found.

use super::history;
use super::refusals::more;
use crate::language::Message;
use crate::language::phrases::{argument, at_most, count, counted, name, passage, shortened};
use crate::model::Entry;
use crate::store::{Damage, Health, StoreError};
use std::error::Error;
use std::io;
use std::path::Path;

pub(super) fn store(error: &StoreError) -> Message {
    match error {
        StoreError::Missing(path) => Message::new(&format!("there is no project {}", path_name(path)))
            .hint(format!("Make it with `codeboom new {}`, or name another file with `-p`.", path_argument(path))),
        StoreError::Exists(path) => {
            Message::new(&format!("{} exists already; nothing was overwritten", path_name(path)))
                .hint("Choose another name.")
        }
        StoreError::NotAProject(path) => Message::new(&format!("{} is not a Codeboom project", path_name(path)))
            .hint("A project is a file ending in .codeboom that was made with `codeboom new` or `codeboom demo`."),
        StoreError::Newer { path, found, known } => {
            Message::new(&format!("{} was made with a newer version of Codeboom", path_name(path)))
                .detail(format!("The file has layout {found}; this version knows those up to {known}."))
                .hint("Update Codeboom; the file is unharmed.")
        }
        StoreError::Locked => Message::new("another window or program is busy with this project; nothing has changed")
            .hint("Wait until it is done and try again."),
        StoreError::ReadOnly => Message::new("this project can only be read; nothing has changed")
            .hint("If you may not write in this folder, make a copy elsewhere with `codeboom backup`."),
        StoreError::Full => Message::new("the disk is full; nothing has changed").hint("Make room and try again."),
        StoreError::Damaged(words) => Message::new("the project file is damaged")
            .detail(cause(words))
            .hint("Copy the file as it is first; `codeboom doctor` then says what is wrong.")
            .hint("If you have an older copy, go on with that one."),
        StoreError::ChangedSince(entries) => changed_since(entries),
        StoreError::NothingToRevert => Message::new("there is nothing to undo or to restore")
            .hint("`codeboom history` shows all steps; with `--anyone` those of others count too."),
        // The error's own words can hold the statement that failed; what lies under it never does.
        StoreError::Database(error) => Message::new("the project file cannot be used; nothing has changed")
            .details(error.source().map(|below| cause(&below.to_string())))
            .hint("`codeboom doctor` says whether the file is whole."),
        StoreError::File(error) => {
            Message::new(&format!("the project cannot be used: {}; nothing has changed", io_clause(error)))
        }
    }
}

/// Technical words of another program.
pub(super) fn cause(words: &str) -> String {
    format!("Technical message: {}", shortened(words, 200))
}

fn path_name(path: &Path) -> String {
    name(&path.to_string_lossy())
}

fn path_argument(path: &Path) -> String {
    argument(&path.to_string_lossy())
}

fn changed_since(entries: &[Entry]) -> Message {
    let line = |entry: &Entry| {
        vec![format!("step {} by {}: {}", entry.number, name(&entry.actor), history::entry(entry, None))]
    };
    Message::new("this can no longer be turned back: later steps build on it")
        .details(at_most(entries, line, more))
        .hint("Undo those later steps first, the last one first: `codeboom undo`, those of others with `--anyone`.")
}

/// Why a file or folder could not be used.
pub(super) fn io_clause(error: &io::Error) -> String {
    let clause = match error.kind() {
        io::ErrorKind::NotFound => "the file or folder does not exist",
        io::ErrorKind::PermissionDenied => "you have no access to it",
        io::ErrorKind::AlreadyExists => "the file exists already",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full",
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        io::ErrorKind::IsADirectory => "this is a folder, not a file",
        io::ErrorKind::NotADirectory => "a part of the path is not a folder",
        io::ErrorKind::InvalidFilename => "this file name is not possible",
        io::ErrorKind::FileTooLarge => "the file is too large for this disk",
        io::ErrorKind::UnexpectedEof => "the file ends too early",
        _ => return format!("the disk does not work ({})", shortened(&error.to_string(), 200)),
    };
    clause.to_owned()
}

pub(super) fn health(health: &Health) -> Message {
    let checked = format!(
        "Examined: {}, {} and {}.",
        counted(health.anchors, "place of a fragment", "places of fragments"),
        counted(health.revisions, "text", "texts"),
        counted(health.entries, "step of the history", "steps of the history")
    );
    if health.damage.is_empty() {
        return Message::new("the project is in order").detail(checked);
    }
    let number = counted(health.damage.len(), "thing is", "things are");
    Message::new(&format!("there is damage in the project: {number} not in order"))
        .details(at_most(&health.damage, |damage| vec![self::damage(damage)], more))
        .detail(checked)
        .hint("Go on with an older copy, or keep this one and ask for help.")
}

fn damage(damage: &Damage) -> String {
    match damage {
        Damage::Database(words) => cause(words),
        Damage::Reference(table) => format!("{} refers to something that is no longer there", thing(table)),
        Damage::Text(transcript) if transcript.is_empty() => "a text is not what was stored".to_owned(),
        Damage::Text(transcript) => format!("the text of transcript {} is not what was stored", name(transcript)),
        Damage::Anchor { transcript, words } => {
            format!("transcript {} no longer has the words {}", name(transcript), passage(words))
        }
        Damage::History(number) => {
            format!("step {} of the history cannot be read and so cannot be undone", count_of(*number))
        }
    }
}

fn count_of(number: i64) -> String {
    usize::try_from(number).map_or_else(|_| number.to_string(), count)
}

/// What a person calls a row of a table of the project file.
fn thing(table: &str) -> &'static str {
    match table {
        "case" => "a case",
        "role" => "a group of respondents",
        "participant" => "a respondent",
        "transcript" | "revision" | "structure" | "original" => "a transcript",
        "speaker" => "a speaker",
        "attribute" => "an attribute",
        "coder" => "a coder",
        "code" => "a code",
        "taxonomy" => "a taxonomy",
        "footnote" => "a note",
        "placement" => "a place in a taxonomy",
        "fragment" | "anchor" | "passage" => "a fragment",
        "coding" => "a coding",
        "finish" => "a finished transcript",
        "quote" => "a chosen quote",
        "memo" => "a memo",
        "synonym" => "a group of synonyms",
        "citation" => "a quote in a memo",
        "entry" | "entry_parent" | "entry_transcript" | "image" => "a step of the history",
        _ => "something in the project",
    }
}
