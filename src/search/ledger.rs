//! What an index says of itself: which project it belongs to, how its words were cut, which revisions it holds and which
//! state of the history that was. It travels with each commit as a few lines of text, 33 bytes for each revision, so that
//! opening an index of thousands of transcripts takes a few milliseconds. A revision without any unit is listed too.

use super::schema::ANALYSIS;
use crate::model::{ProjectId, RevisionId};
use std::collections::BTreeSet;
use std::fmt::Write;
use uuid::Uuid;

/// What an index says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ledger {
    pub(super) analysis: u32,
    pub(super) project: ProjectId,
    /// Number of the latest history entry that the index reflects.
    pub(super) history: i64,
    pub(super) revisions: BTreeSet<RevisionId>,
}

impl Ledger {
    /// An index that holds nothing yet.
    pub(super) fn empty(project: ProjectId) -> Self {
        Self { analysis: ANALYSIS, project, history: 0, revisions: BTreeSet::new() }
    }

    /// As text.
    pub(super) fn write(&self) -> String {
        let mut text = format!("{} {} {}", self.analysis, self.project.uuid().simple(), self.history);
        for revision in &self.revisions {
            // Writing to a string cannot fail.
            let _ = write!(text, "\n{}", revision.uuid().simple());
        }
        text
    }

    /// From text; none when it is anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut head = lines.next()?.split(' ');
        let analysis = head.next()?.parse().ok()?;
        let project = ProjectId::from_uuid(Uuid::try_parse(head.next()?).ok()?);
        let history = head.next()?.parse().ok()?;
        let revisions =
            lines.map(|line| Uuid::try_parse(line).ok().map(RevisionId::from_uuid)).collect::<Option<_>>()?;
        Some(Self { analysis, project, history, revisions })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_rubbish_is_not() {
        let mut ledger = Ledger::empty(ProjectId::new());
        assert_eq!(Ledger::read(&ledger.write()), Some(ledger.clone()));
        ledger.history = 41;
        ledger.revisions.extend([RevisionId::new(), RevisionId::new()]);
        assert_eq!(Ledger::read(&ledger.write()), Some(ledger.clone()));
        let good = ledger.write();
        for bad in ["", "1", "1 x 3", "x", &good[..good.len() - 1], &format!("{good}\n"), &format!("{good}\nzz")] {
            let read = Ledger::read(bad);
            assert!(read.is_none() || read.as_ref() == Some(&ledger), "{bad:?}");
        }
        assert_eq!(Ledger::read("1 x 3"), None);
    }
}
