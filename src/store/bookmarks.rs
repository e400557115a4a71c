//! How far each coder has read. Written without an entry: scrolling is nobody's act, a trail full of it would hide what
//! people did, and undo would take back the reading instead of the last coding.

use super::writing::write_error;
use super::{Store, StoreError};
use crate::model::{Bookmark, TranscriptId};
use rusqlite::params;
use uuid::Uuid;

impl Store {
    /// Keeps where someone is; how far they ever got only grows.
    ///
    /// # Errors
    /// When the project cannot be written.
    pub fn keep_bookmark(&self, bookmark: &Bookmark) -> Result<(), StoreError> {
        if self.read_only {
            return Ok(());
        }
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO bookmark (transcript, coder, line, furthest, time) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (transcript, coder) DO UPDATE
             SET line = ?3, furthest = max(furthest, ?4), time = ?5",
        )?;
        statement
            .execute(params![
                bookmark.transcript.bytes(),
                bookmark.coder,
                bookmark.line,
                bookmark.furthest,
                bookmark.time
            ])
            .map_err(write_error)?;
        Ok(())
    }

    /// Every bookmark, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn bookmarks(&self) -> Result<Vec<Bookmark>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT transcript, coder, line, furthest, time FROM bookmark ORDER BY time DESC, transcript, coder",
        )?;
        let found = statement.query_map([], |row| {
            Ok(Bookmark {
                transcript: TranscriptId::from_uuid(Uuid::from_bytes(row.get(0)?)),
                coder: row.get(1)?,
                line: row.get(2)?,
                furthest: row.get(3)?,
                time: row.get(4)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
