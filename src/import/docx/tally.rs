//! What a Word document holds beside the text that is taken from it, counted so that the person sees what was not read
//! and can look it up in Word.

use crate::import::{LeftOut, Notice};
use std::collections::BTreeMap;

/// The counts of one document.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Insertions by tracked changes.
    pub(super) inserted: usize,
    /// Deletions by tracked changes.
    pub(super) deleted: usize,
    /// Table cells of which several paragraphs became one line.
    pub(super) cells_joined: usize,
    left_out: BTreeMap<LeftOut, usize>,
}

impl Tally {
    /// Counts one thing that is left out.
    pub(super) fn leave_out(&mut self, what: LeftOut) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// The counts as notices; what is not there is not mentioned.
    pub(super) fn notices(&self) -> Vec<Notice> {
        let Self { inserted, deleted, cells_joined, .. } = *self;
        let changes = (inserted + deleted > 0).then_some(Notice::TrackedChanges { inserted, deleted });
        let cells = (cells_joined > 0).then_some(Notice::CellsJoined { cells: cells_joined });
        let left_out = self.left_out.iter().map(|(what, count)| Notice::LeftOut { what: *what, count: *count });
        changes.into_iter().chain(cells).chain(left_out).collect()
    }
}
