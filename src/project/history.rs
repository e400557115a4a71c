//! The trail as people use it: what happened, take it back, restore it; and care for the file.

use super::{Done, Refusal, Workspace};
use crate::model::{Change, Entry};
use crate::store::{Direction, Health, Whose};
use std::path::Path;

impl Workspace {
    /// Every entry, the oldest first.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, Refusal> {
        Ok(self.store.entries()?)
    }

    /// What an entry changed.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn changes_of(&self, entry: &Entry) -> Result<Vec<Change>, Refusal> {
        Ok(self.store.images(entry.number)?)
    }

    /// Takes back the last standing act; answers which one.
    ///
    /// # Errors
    /// When there is none, or it was changed since or something later depends on it.
    pub fn undo(&mut self, whose: Whose, reason: &str) -> Result<Done<Entry>, Refusal> {
        self.revert(Direction::Undo, whose, reason)
    }

    /// Restores the last act that was taken back; answers which one.
    ///
    /// # Errors
    /// When there is none, or something was changed since.
    pub fn redo(&mut self, whose: Whose, reason: &str) -> Result<Done<Entry>, Refusal> {
        self.revert(Direction::Redo, whose, reason)
    }

    fn revert(&mut self, direction: Direction, whose: Whose, reason: &str) -> Result<Done<Entry>, Refusal> {
        let actor = self.actor().to_owned();
        let time = self.now();
        let done = self.store.revert(direction, whose, &actor, time, reason)?;
        self.remember(&done.changes);
        Ok(done)
    }

    /// Examines the whole file: proves every anchor against its text and its words.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn examine(&self) -> Result<Health, Refusal> {
        Ok(self.store.examine()?)
    }

    /// Makes a consistent copy.
    ///
    /// # Errors
    /// When a file of that name exists or cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<(), Refusal> {
        Ok(self.store.back_up(to, self.now())?)
    }
}
