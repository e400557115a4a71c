//! What the workbench needs of an open project beside the verbs: the mode in which many can read while one writes, and
//! word of what others wrote.

use super::{Refusal, Workspace};
use crate::analysis::Study;
use crate::model::Entry;

impl Workspace {
    /// Lets readers go on while someone writes.
    ///
    /// # Errors
    /// When the mode of the file cannot be changed.
    pub fn begin_serving(&self) -> Result<(), Refusal> {
        Ok(self.store.begin_serving()?)
    }

    /// Puts everything back into the one file; the last one out does so.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn end_serving(&self) -> Result<(), Refusal> {
        Ok(self.store.end_serving()?)
    }

    /// A number that differs from the last when someone else has written since.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn data_version(&self) -> Result<i64, Refusal> {
        Ok(self.store.data_version()?)
    }

    /// Number of the last history entry.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn last_number(&self) -> Result<i64, Refusal> {
        Ok(self.store.last_number()?)
    }

    /// The history entries after the one of that number, the oldest first.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn entries_after(&self, number: i64) -> Result<Vec<Entry>, Refusal> {
        Ok(self.store.entries_after(number)?)
    }

    /// The entry that an undo or redo aims at.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn target_of(&self, entry: &Entry) -> Result<Option<Entry>, Refusal> {
        Ok(self.store.target_of(entry)?)
    }

    /// Brings the search index up to this picture of the study.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn catch_up_index_to(&mut self, study: &Study) -> Result<(), Refusal> {
        self.with_index(study, |_, _| Ok(()))
    }
}
