//! The project file and its history: the only place that knows SQL. One `SQLite` file holds a study; everything that
//! changes it goes through [`Store::write`], which runs one transaction and records the before and after image of every
//! changed row under one history entry. Undo, redo, live views and later the joining of two copies read only those
//! images. What goes out are plain rows of [`crate::model`].
//!
//! - `schema.sql` and `schema/` the tables, version by version, `upgrading` from an old version to this one
//! - `tables` which noun lies in which table, `columns` how a field becomes cells
//! - `writing` a transaction with its record, `images` how the record is packed, `history` the entries
//! - `reverting` undo and redo, `reading` rows out, `texts` the words of people, `care` integrity and copies
//! - `bookmarks` how far each coder has read, which is no part of the history

mod bookmarks;
mod care;
mod columns;
mod error;
mod history;
mod images;
mod reading;
mod reverting;
mod serving;
mod tables;
mod texts;
mod upgrading;
mod writing;

pub use care::{Damage, Health, half_file};
pub use error::StoreError;
pub use reverting::{Direction, Whose, next_to_revert};
pub use tables::PRIVATE_COLUMNS;
pub(crate) use tables::Record;
pub use texts::{NewRevision, PassageText, Revision};
pub use writing::{Act, Writing, Written};

use crate::model::Project;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `CBOM`, in the header of every project file.
const APPLICATION_ID: i64 = 0x4342_4F4D;
/// How long a verb waits for another process to finish.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open project file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    read_only: bool,
    upgraded: Option<PathBuf>,
}

impl Store {
    /// Makes a new project file with its first entry.
    ///
    /// # Errors
    /// When a file of that name exists or the folder cannot be written; then nothing is left behind.
    pub fn create(path: &Path, project: Project, act: Act<'_>) -> Result<Self, StoreError> {
        // The file is claimed first, so that two processes cannot make the same project.
        match std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(StoreError::Exists(path.to_owned()));
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::Missing(path.parent().unwrap_or(path).to_owned()));
            }
            Err(error) => return Err(error.into()),
        }
        let made = Self::fill(path, project, act);
        if made.is_err() {
            // What stands in the way is this function's own half-made file; a failure to remove it changes nothing.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn fill(path: &Path, project: Project, act: Act<'_>) -> Result<Self, StoreError> {
        let connection = Connection::open(path)?;
        connection
            .execute_batch("PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = DELETE;")?;
        prepare(&connection)?;
        let mut store = Self { connection, path: path.to_owned(), read_only: false, upgraded: None };
        store.connection.execute_batch(&format!(
            "BEGIN; {} PRAGMA application_id = {APPLICATION_ID}; COMMIT;",
            upgrading::statements_from(0)
        ))?;
        store.write(act, |writing| -> Result<(), StoreError> { writing.insert(project) })?;
        Ok(store)
    }

    /// Opens a project file; one that cannot be written is opened for reading. A file of an older version is brought up
    /// to date, after a copy of it was made; `time` is now, microseconds since 1970 UTC.
    ///
    /// # Errors
    /// When there is no such file, it is no project, a newer version of the program made it, or an older one and it
    /// cannot be brought up to date.
    pub fn open(path: &Path, time: i64) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(path.to_owned()));
        }
        let foreign = |_| StoreError::NotAProject(path.to_owned());
        if path.is_dir() || !starts_like_sqlite(path)? {
            return Err(StoreError::NotAProject(path.to_owned()));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        let read_only = connection.is_readonly("main")? || !folder_is_writable(path);
        if read_only {
            // A journal or lock file cannot be made beside it: read the file as it is.
            connection = open_immutable(path)?;
        }
        prepare(&connection).map_err(|error| match error {
            StoreError::Database(_) => StoreError::NotAProject(path.to_owned()),
            other => other,
        })?;
        let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(|error| {
            let known = StoreError::from(error);
            if matches!(known, StoreError::Locked) { known } else { StoreError::NotAProject(path.to_owned()) }
        })?;
        let found = upgrading::version_of(&connection).map_err(foreign)?;
        if id != APPLICATION_ID || found == 0 {
            return Err(StoreError::NotAProject(path.to_owned()));
        }
        if found > upgrading::NEWEST {
            return Err(StoreError::Newer { path: path.to_owned(), found, known: upgrading::NEWEST });
        }
        let mut upgraded = None;
        if found < upgrading::NEWEST && read_only {
            connection = upgrading::upgraded_in_memory(&connection)?;
        } else if found < upgrading::NEWEST {
            upgraded = upgrading::upgrade(&mut connection, path, time)?;
        }
        Ok(Self { connection, path: path.to_owned(), read_only, upgraded })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the project can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;",
    )?;
    Ok(())
}

fn starts_like_sqlite(path: &Path) -> Result<bool, StoreError> {
    use std::io::Read;
    let mut head = Vec::with_capacity(16);
    std::fs::File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(head == b"SQLite format 3\0")
}

/// Whether `SQLite` could make its journal beside the file. Asked by making a file that vanishes at once, because
/// permission bits say nothing about read-only media.
fn folder_is_writable(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    tempfile::tempfile_in(folder).is_ok()
}

fn open_immutable(path: &Path) -> Result<Connection, StoreError> {
    let absolute = std::path::absolute(path)?;
    let escaped: String = absolute.to_string_lossy().chars().fold(String::new(), |mut uri, c| {
        match c {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            other => uri.push(other),
        }
        uri
    });
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)?)
}
