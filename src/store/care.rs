//! Care for the file: is it whole, and consistent copies of it.

use super::tables::spec;
use super::upgrading::remember_copy;
use super::{Store, StoreError};
use crate::model::{Anchor, RevisionId, Table};
use crate::text::PointIndex;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// What an examination found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// Anchors that were proved against their text and words.
    pub anchors: usize,
    /// Texts whose hash was checked.
    pub revisions: usize,
    /// Entries whose images could be read.
    pub entries: usize,
    /// What is wrong.
    pub damage: Vec<Damage>,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The database itself says so.
    Database(String),
    /// A row refers to one that is not there; names the table.
    Reference(String),
    /// A text is not the one that was stored; names the transcript.
    Text(String),
    /// An anchor's words are not what stands at its place; names the transcript and the words.
    Anchor {
        /// The transcript.
        transcript: String,
        /// The words that should stand there.
        words: String,
    },
    /// The images of an entry cannot be read; its number.
    History(i64),
}

impl Store {
    /// Examines the whole file: the database, references, texts against their hashes, every anchor of every revision
    /// against its text and its words, and the images of every entry.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn examine(&self) -> Result<Health, StoreError> {
        let mut health = Health::default();
        self.examine_database(&mut health)?;
        self.examine_texts(&mut health)?;
        for entry in self.entries()? {
            match self.images(entry.number) {
                Ok(_) => health.entries += 1,
                Err(_) => health.damage.push(Damage::History(entry.number)),
            }
        }
        Ok(health)
    }

    fn examine_database(&self, health: &mut Health) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let mut lines = statement.query([])?;
        while let Some(line) = lines.next()? {
            let line: String = line.get(0)?;
            if line != "ok" {
                health.damage.push(Damage::Database(line));
            }
        }
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut lines = statement.query([])?;
        while let Some(line) = lines.next()? {
            health.damage.push(Damage::Reference(line.get(0)?));
        }
        Ok(())
    }

    fn examine_texts(&self, health: &mut Health) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT revision.id, revision.hash, revision.text, ifnull(transcript.name, '')
             FROM revision LEFT JOIN transcript ON transcript.id = revision.transcript ORDER BY revision.id",
        )?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let id = RevisionId::from_uuid(uuid::Uuid::from_bytes(row.get(0)?));
            let hash: Vec<u8> = row.get(1)?;
            let text = row.get_ref(2)?.as_str().map_err(|_| super::columns::BadCell)?;
            let name: String = row.get(3)?;
            health.revisions += 1;
            if Sha256::digest(text.as_bytes()).as_slice() != hash {
                health.damage.push(Damage::Text(name.clone()));
            }
            self.examine_anchors(id, text, &name, health)?;
        }
        Ok(())
    }

    fn examine_anchors(
        &self,
        revision: RevisionId,
        text: &str,
        transcript: &str,
        health: &mut Health,
    ) -> Result<(), StoreError> {
        let anchors: Vec<Anchor> =
            super::writing::select(&self.connection, "WHERE revision = ? ORDER BY id", [revision.bytes()])?;
        let index = PointIndex::new(text);
        let mut passage = self.connection.prepare_cached("SELECT text FROM passage WHERE id = ?")?;
        for anchor in anchors {
            health.anchors += 1;
            let words: String = passage.query_row([anchor.passage.bytes()], |row| row.get(0))?;
            let good = match anchor.state {
                // Deleted text keeps its words and stands nowhere.
                crate::model::AnchorState::Gone => true,
                crate::model::AnchorState::Exact
                | crate::model::AnchorState::Moved
                | crate::model::AnchorState::Check => {
                    text.get(anchor.span.range()) == Some(words.as_str())
                        && index.to_points(anchor.span) == anchor.points
                }
            };
            if !good {
                health.damage.push(Damage::Anchor { transcript: transcript.to_owned(), words });
            }
        }
        Ok(())
    }

    /// Makes a consistent copy while others may be writing, and remembers that it was made.
    ///
    /// # Errors
    /// When a file of that name exists or cannot be written; then nothing is left behind.
    pub fn back_up(&self, to: &Path, time: i64) -> Result<(), StoreError> {
        copy_whole(&self.connection, to)?;
        if !self.read_only {
            remember_copy(&self.connection, to, time)?;
        }
        Ok(())
    }
}

/// Copies a project as one moment saw it; a file of that name is left alone.
pub(super) fn copy_whole(from: &Connection, to: &Path) -> Result<(), StoreError> {
    if to.exists() {
        return Err(StoreError::Exists(to.to_owned()));
    }
    let half = half_file(to)?;
    {
        let mut copy = Connection::open(half.path())?;
        let backup = rusqlite::backup::Backup::new(from, &mut copy)?;
        backup.run_to_completion(4096, std::time::Duration::ZERO, None)?;
        drop(backup);
        copy.execute_batch("PRAGMA journal_mode = DELETE")?;
    }
    half.as_file().sync_all()?;
    half.persist_noclobber(to).map_err(|error| {
        if error.error.kind() == std::io::ErrorKind::AlreadyExists {
            StoreError::Exists(to.to_owned())
        } else {
            error.error.into()
        }
    })?;
    Ok(())
}

/// A file beside a path, to be filled and then moved there whole. Who may use it is who may use the file that it takes
/// the place of, else who may use any new file; a temporary file by itself would be its maker's alone.
///
/// # Errors
/// When the folder cannot be written.
pub fn half_file(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".codeboom-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let half = builder.tempfile_in(folder)?;
    if let Ok(known) = path.metadata() {
        half.as_file().set_permissions(known.permissions())?;
    }
    Ok(half)
}

/// For every table, quoted as in SQL, the tables and columns that refer to it.
pub(super) type References = BTreeMap<&'static str, Vec<(&'static str, String)>>;

pub(super) fn references(connection: &Connection) -> Result<References, StoreError> {
    let mut references = References::new();
    for table in Table::ALL {
        let child = spec(*table).name;
        let mut statement = connection.prepare(&format!("PRAGMA foreign_key_list({child})"))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let (parent, column): (String, String) = (row.get(2)?, row.get(3)?);
            let parent = Table::ALL.iter().map(|table| spec(*table).name).find(|name| name.trim_matches('"') == parent);
            if let Some(parent) = parent {
                references.entry(parent).or_default().push((child, format!("\"{column}\"")));
            }
        }
    }
    Ok(references)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declared_table_is_in_the_schema_with_its_columns() {
        let connection = Connection::open_in_memory().expect("memory");
        connection.execute_batch(&super::super::upgrading::statements_from(0)).expect("schema");
        for table in Table::ALL {
            let spec = spec(*table);
            let mut statement = connection
                .prepare(&format!("SELECT name FROM pragma_table_info('{}')", spec.name.trim_matches('"')))
                .expect("sql");
            let columns: Vec<String> =
                statement.query_map([], |row| row.get(0)).expect("rows").map(|name| name.expect("text")).collect();
            let declared: Vec<&str> = spec.columns.iter().map(|column| column.trim_matches('"')).collect();
            assert_eq!(columns, declared, "{table:?}");
        }
        for (table, private) in super::super::PRIVATE_COLUMNS {
            for column in *private {
                let known: bool = connection
                    .prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?")
                    .expect("sql")
                    .exists([table, column])
                    .expect("rows");
                assert!(known, "{table}.{column}");
            }
        }
    }
}
