//! What can go wrong with the project file itself.

use crate::model::Entry;
use std::path::PathBuf;

/// Why the project file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such file.
    #[error("no such file: {0}")]
    Missing(PathBuf),
    /// There is already a file of that name.
    #[error("exists already: {0}")]
    Exists(PathBuf),
    /// The file is something else.
    #[error("not a project: {0}")]
    NotAProject(PathBuf),
    /// Made by a newer version of the program.
    #[error("schema {found}, this program knows {known}: {path}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Version in the file.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// Another process is writing and did not finish within five seconds.
    #[error("locked by another process")]
    Locked,
    /// The file or its folder cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// The disk is full.
    #[error("disk full")]
    Full,
    /// The file is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// An undo or redo met a later change; the entries that stand in the way, the latest first.
    #[error("changed since by {} later entries", .0.len())]
    ChangedSince(Vec<Entry>),
    /// Nothing to take back or to restore.
    #[error("nothing to take back")]
    NothingToRevert,
    /// Anything else that the database or the disk reports.
    #[error("database: {0}")]
    Database(rusqlite::Error),
    /// The disk refused.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(first_cause(&error)),
            Some(_) | None => Self::Database(error),
        }
    }
}

/// What the database says without the statement that met it, which is of no use to a person.
fn first_cause(error: &rusqlite::Error) -> String {
    use std::error::Error;
    error.source().map_or_else(|| "database".to_owned(), ToString::to_string)
}

impl From<super::columns::BadCell> for StoreError {
    fn from(_: super::columns::BadCell) -> Self {
        Self::Damaged("a stored value is not what its column promises".to_owned())
    }
}
