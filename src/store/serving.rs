//! While the workbench serves a project, many read while one writes: the file is then in WAL mode. The last one out puts
//! everything back into the one file. What other processes write shows in a number that the database keeps.

use super::{Store, StoreError};
use crate::model::Entry;

impl Store {
    /// Lets readers go on while someone writes. Does nothing for a project that can only be read.
    ///
    /// # Errors
    /// When the mode cannot be changed.
    pub fn begin_serving(&self) -> Result<(), StoreError> {
        if !self.read_only {
            self.connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0))?;
        }
        Ok(())
    }

    /// Puts everything back into the one file. When another process still uses the project this is left to it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn end_serving(&self) -> Result<(), StoreError> {
        if self.read_only {
            return Ok(());
        }
        self.connection.busy_timeout(std::time::Duration::from_millis(200))?;
        let back = self.connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0));
        match back.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::Locked) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// A number that differs from the last when another connection has written since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// The entries after the one of that number, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_after(&self, number: i64) -> Result<Vec<Entry>, StoreError> {
        super::history::entries(&self.connection, &format!("WHERE number > {number}"))
    }
    /// The entry that an undo or redo aims at.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn target_of(&self, entry: &Entry) -> Result<Option<Entry>, StoreError> {
        let Some(id) = entry.target else { return Ok(None) };
        let digits = id.bytes().iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
        Ok(super::history::entries(&self.connection, &format!("WHERE id = x'{digits}'"))?.pop())
    }
}
