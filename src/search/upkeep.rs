//! Keeps the index up with the project: takes in revisions that are new and drops those that no longer count. One process
//! writes at a time; who cannot wait for it, or may not write, searches what is missing in memory
//! ([`SearchIndex::searcher`]).
//!
//! A process with an older picture of the project only adds what it lacks and drops nothing, so that two processes never
//! undo each other's work; who comes with the newer picture tidies up.

use super::document::UnitDocument;
use super::fault::{SearchFault, reading};
use super::folder::{Unlocked, lock};
use super::index::{Home, SearchIndex};
use super::ledger::Ledger;
use crate::model::{RevisionId, Span};
use std::collections::BTreeSet;
use std::sync::Arc;
use tantivy::IndexWriter;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, UserOperation};

/// Bytes that an indexing thread may gather before it writes a segment. Two of them, with the texts on their way and what
/// the segments need while they are written, stay below 150 MB.
const THREAD_MEMORY: usize = 32_000_000;
/// For a few transcripts: the least that tantivy accepts. Preparing more takes longer than indexing them.
const LITTLE_MEMORY: usize = 15_000_000;
/// Most indexing threads.
const MOST_THREADS: usize = 2;
/// Transcripts from which a second thread pays.
const WORTH_A_THREAD: usize = 8;
/// Units that go to an indexing thread at once; it looks at its memory after each batch.
const BATCH: usize = 512;
/// Share of deleted units from which a segment is written anew.
const MOST_DELETED: f32 = 0.3;

/// How catching up ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caught {
    /// There was nothing to do.
    UpToDate,
    /// Done.
    Done {
        /// Revisions taken in.
        added: usize,
        /// Revisions dropped.
        dropped: usize,
    },
    /// Another process is writing and did not finish within two seconds.
    Busy,
    /// The index cannot be written, for this reason; what it lacks is searched in memory.
    Refused(String),
}

impl SearchIndex {
    /// Makes the index hold exactly the wanted revisions, which reflect this number of the history. `fetch` gives the text
    /// of a revision and its units.
    ///
    /// # Errors
    /// What `fetch` refuses; the index is then as it was.
    pub fn catch_up<E>(
        &mut self,
        wanted: &[RevisionId],
        history: i64,
        mut fetch: impl FnMut(RevisionId) -> Result<(String, Vec<Span>), E>,
    ) -> Result<Caught, E> {
        let target: BTreeSet<RevisionId> = wanted.iter().copied().collect();
        if self.ledger.revisions == target {
            return Ok(Caught::UpToDate);
        }
        let _lock = match &self.home {
            Home::Memory => None,
            Home::Folder(folder) => match lock(folder, self.patience) {
                Ok(lock) => Some(lock),
                Err(Unlocked::Busy) => return Ok(Caught::Busy),
                Err(Unlocked::Refused(why)) => return Ok(Caught::Refused(why)),
            },
        };
        // What is on disk now is what counts, and no other process changes it while the lock is held.
        if self.refresh().is_err() {
            self.restart();
        }
        let (mut add, mut drop) = self.difference(&target, history);
        if add.is_empty() && drop.is_empty() {
            return Ok(Caught::UpToDate);
        }
        let mut taken = self.take_in(&add, &drop, history, &mut fetch);
        // A full disk is no reason to throw a sound index away.
        if matches!(taken, Err(SearchFault::Damaged(_))) && self.damaged_files().as_deref() != Ok(&[]) {
            self.restart();
            (add, drop) = self.difference(&target, history);
            taken = self.take_in(&add, &drop, history, &mut fetch);
        }
        match taken {
            Ok(()) => Ok(Caught::Done { added: add.len(), dropped: drop.len() }),
            Err(SearchFault::Caller(error)) => Err(error),
            Err(SearchFault::Damaged(why)) => Ok(Caught::Refused(why)),
        }
    }

    /// What must come in and what must go.
    fn difference(&self, target: &BTreeSet<RevisionId>, history: i64) -> (Vec<RevisionId>, Vec<RevisionId>) {
        let held = &self.ledger.revisions;
        let add = target.difference(held).copied().collect();
        let older = history < self.ledger.history;
        let drop = if older { Vec::new() } else { held.difference(target).copied().collect() };
        (add, drop)
    }

    /// Begins with nothing, in the folder or else in memory. The lock must be held.
    fn restart(&mut self) {
        let project = self.ledger.project;
        let emptied = match &self.home {
            Home::Memory => None,
            Home::Folder(folder) => Self::emptied(folder, project).ok(),
        };
        *self = emptied.unwrap_or_else(|| Self::in_memory(project));
    }

    /// Takes in and drops revisions in one commit.
    pub(super) fn take_in<E>(
        &mut self,
        add: &[RevisionId],
        drop: &[RevisionId],
        history: i64,
        mut fetch: impl FnMut(RevisionId) -> Result<(String, Vec<Span>), E>,
    ) -> Result<(), SearchFault<E>> {
        let mut writer = reading(|| self.writer(add.len())).map_err(SearchFault::Damaged)?;
        for revision in drop {
            writer.delete_term(self.fields.of_revision(*revision));
        }
        for revision in add {
            let (text, units) = fetch(*revision).map_err(SearchFault::Caller)?;
            let text: Arc<str> = Arc::from(text);
            let (fields, revision) = (self.fields, *revision);
            let numbered: Vec<(u32, Span)> = (0..).zip(units).collect();
            for batch in numbered.chunks(BATCH) {
                let units = batch.iter().map(|&(number, span)| {
                    UserOperation::Add(UnitDocument { fields, text: Arc::clone(&text), span, revision, number })
                });
                reading(|| writer.run(units)).map_err(SearchFault::Damaged)?;
            }
        }
        let mut ledger = Ledger { history: history.max(self.ledger.history), ..self.ledger.clone() };
        ledger.revisions.extend(add);
        for revision in drop {
            ledger.revisions.remove(revision);
        }
        reading(|| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&ledger.write());
            commit.commit()?;
            writer.wait_merging_threads()?;
            self.committed(ledger)
        })
        .map_err(SearchFault::Damaged)
    }

    fn writer(&self, revisions: usize) -> tantivy::Result<IndexWriter<UnitDocument>> {
        let (threads, memory) =
            if revisions < WORTH_A_THREAD { (1, LITTLE_MEMORY) } else { (MOST_THREADS, THREAD_MEMORY) };
        let options = IndexWriterOptions::builder()
            .num_worker_threads(threads)
            .memory_budget_per_thread(memory)
            .num_merge_threads(1)
            .build();
        let writer = self.index.writer_with_options(options)?;
        let mut merging = LogMergePolicy::default();
        merging.set_del_docs_ratio_before_merge(MOST_DELETED);
        writer.set_merge_policy(Box::new(merging));
        Ok(writer)
    }
}
