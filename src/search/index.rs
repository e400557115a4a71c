//! The index beside a project, `name.codeboom.index/`. It can always be made again from the texts: when it is missing,
//! damaged, of another version of the analysis, or of another project, it is emptied; when its folder cannot be used, the
//! index lives in memory. Opening therefore always succeeds, and a failing index never stands in the way of the project.

use super::fault::{SearchFault, reading};
use super::folder::{Unlocked, clear, lock};
use super::ledger::Ledger;
use super::schema::{ANALYSIS, Fields, cutters, settings};
use super::searcher::Searcher;
use super::units::Ranks;
use super::vocabulary::Vocabulary;
use crate::model::{ProjectId, RevisionId, Span};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tantivy::{Index, IndexReader, ReloadPolicy};

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(2);

/// The index of one project.
pub struct SearchIndex {
    pub(super) home: Home,
    pub(super) fields: Fields,
    pub(super) index: Index,
    reader: IndexReader,
    pub(super) ledger: Ledger,
    pub(super) vocabulary: Vocabulary,
    /// How long to wait for another process that is writing.
    pub(super) patience: Duration,
}

/// Where an index lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Home {
    Folder(PathBuf),
    Memory,
}

/// An index, and how it was found.
pub struct Opened {
    /// The index, ready for use.
    pub index: SearchIndex,
    /// How it was found.
    pub state: OpenState,
}

/// How an index was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenState {
    /// In order.
    Kept,
    /// There was none; an empty one was made.
    Created,
    /// There was one that is of no use; an empty one was made.
    Rebuilt(RebuildReason),
    /// The folder cannot be used, for this reason; the index lives in memory.
    InMemory(String),
}

/// Why an index was of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RebuildReason {
    /// Its files are not what they should be.
    Damaged(String),
    /// It was made by another version of the program.
    OtherVersion,
    /// It belongs to another project.
    OtherProject,
}

/// How far an index that is opened is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// Every byte is compared with the checksums first: one wrong byte could give wrong hits without any error, or a
    /// panic of the index library on the screen.
    Checksums,
    /// This process has looked already.
    Trust,
}

/// Compares every byte with the checksums.
fn check(index: &Index) -> Result<(), String> {
    let damaged = reading(|| index.validate_checksum())?;
    damaged.into_iter().min().map_or(Ok(()), |file| Err(format!("checksum of {}", file.display())))
}

/// Why an index could not be opened.
pub(super) enum Closed {
    Missing,
    Useless(RebuildReason),
}

impl SearchIndex {
    /// Opens the index of a project in its folder, which is made if it is missing.
    #[must_use]
    pub fn open(folder: &Path, project: ProjectId) -> Opened {
        let reason = match fs::create_dir_all(folder) {
            Err(error) => return Self::refused(project, error.to_string()),
            Ok(()) => match Self::in_folder(folder, project, Proof::Checksums) {
                Ok(index) => return Opened { index, state: OpenState::Kept },
                Err(reason) => reason,
            },
        };
        let _lock = match lock(folder, PATIENCE) {
            Ok(lock) => lock,
            Err(Unlocked::Busy) => return Self::refused(project, "locked by another process".to_owned()),
            Err(Unlocked::Refused(why)) => return Self::refused(project, why),
        };
        // Whoever held the lock may have made it.
        if let Ok(index) = Self::in_folder(folder, project, Proof::Checksums) {
            return Opened { index, state: OpenState::Kept };
        }
        match Self::emptied(folder, project) {
            Ok(index) => {
                let state = match reason {
                    Closed::Missing => OpenState::Created,
                    Closed::Useless(reason) => OpenState::Rebuilt(reason),
                };
                Opened { index, state }
            }
            Err(why) => Self::refused(project, why),
        }
    }

    /// An empty index in memory.
    ///
    /// # Panics
    /// Only if tantivy cannot make an empty index, which needs neither files nor threads.
    #[must_use]
    pub fn in_memory(project: ProjectId) -> Self {
        let (schema, _) = Fields::schema();
        let index = Index::builder().schema(schema).settings(settings()).create_in_ram();
        index
            .and_then(|index| Self::over(index, Home::Memory, Ledger::empty(project)))
            .expect("an empty index in memory needs no file and the schema is a constant")
    }

    /// The revisions that the index holds.
    #[must_use]
    pub fn holds(&self) -> &BTreeSet<RevisionId> {
        &self.ledger.revisions
    }

    /// Number of the history entry that the index reflects.
    #[must_use]
    pub fn history(&self) -> i64 {
        self.ledger.history
    }

    /// Whether the index lives in memory, and will have to be made again next time.
    #[must_use]
    pub fn is_in_memory(&self) -> bool {
        self.home == Home::Memory
    }

    /// Throws everything away, as after [`SearchFault::Damaged`]; the index is then empty, in memory if need be.
    pub fn renew(&mut self) {
        let project = self.ledger.project;
        let renewed = match &self.home {
            Home::Memory => None,
            Home::Folder(folder) => {
                lock(folder, self.patience).ok().and_then(|_lock| Self::emptied(folder, project).ok())
            }
        };
        *self = renewed.unwrap_or_else(|| Self::in_memory(project));
    }

    /// Reads every byte of the index and compares it with the checksums; names the damaged files.
    ///
    /// # Errors
    /// When the files cannot be read at all, with the reason.
    pub fn damaged_files(&self) -> Result<Vec<PathBuf>, String> {
        let mut files: Vec<PathBuf> = reading(|| self.index.validate_checksum())?.into_iter().collect();
        files.sort();
        Ok(files)
    }

    /// A picture that answers queries over these revisions, in this order; asks for the texts of those that the index
    /// does not hold and keeps their words in memory.
    ///
    /// # Errors
    /// [`SearchFault::Caller`] with what `fetch` refused, [`SearchFault::Damaged`] when the index cannot be read.
    pub fn searcher<E>(
        &self,
        wanted: &[RevisionId],
        fetch: impl FnMut(RevisionId) -> Result<(String, Vec<Span>), E>,
    ) -> Result<Searcher, SearchFault<E>> {
        let missing: Vec<RevisionId> =
            wanted.iter().filter(|revision| !self.ledger.revisions.contains(revision)).copied().collect();
        let mut parts = vec![self.reader.searcher()];
        let mut vocabulary = self.vocabulary.clone();
        if !missing.is_empty() {
            let mut extra = Self { vocabulary, ..Self::in_memory(self.ledger.project) };
            extra.take_in(&missing, &[], 0, fetch)?;
            parts.push(extra.reader.searcher());
            vocabulary = extra.vocabulary;
        }
        let ranks: Ranks = wanted.iter().copied().zip(0..).collect();
        Searcher::new(self.fields, parts, vocabulary, &ranks).map_err(SearchFault::Damaged)
    }

    /// Reads again what is on disk now.
    pub(super) fn refresh(&mut self) -> Result<(), Closed> {
        let Home::Folder(folder) = &self.home else { return Ok(()) };
        *self = Self::in_folder(folder, self.ledger.project, Proof::Trust)?;
        Ok(())
    }

    /// The index that is in a folder.
    pub(super) fn in_folder(folder: &Path, project: ProjectId, proof: Proof) -> Result<Self, Closed> {
        let damaged = |why: String| Closed::Useless(RebuildReason::Damaged(why));
        if !folder.join("meta.json").exists() {
            return Err(Closed::Missing);
        }
        let index = reading(|| Index::open_in_dir(folder)).map_err(damaged)?;
        if index.schema() != Fields::schema().0 {
            return Err(Closed::Useless(RebuildReason::OtherVersion));
        }
        // Another process may commit between reading what the index says of itself and opening its files.
        for _ in 0..10 {
            let before = reading(|| index.load_metas()).map_err(damaged)?;
            if let (Proof::Checksums, Err(why)) = (proof, check(&index)) {
                let now = reading(|| index.load_metas()).map_err(damaged)?;
                if before.opstamp == now.opstamp {
                    return Err(damaged(why));
                }
                continue;
            }
            let ledger = match &before.payload {
                None if before.segments.is_empty() => Ledger::empty(project),
                None => return Err(damaged("no ledger".to_owned())),
                Some(text) => Ledger::read(text).ok_or_else(|| damaged("unreadable ledger".to_owned()))?,
            };
            if ledger.analysis != ANALYSIS {
                return Err(Closed::Useless(RebuildReason::OtherVersion));
            }
            if ledger.project != project {
                return Err(Closed::Useless(RebuildReason::OtherProject));
            }
            let home = Home::Folder(folder.to_owned());
            let opened = reading(|| Self::over(index.clone(), home, ledger)).map_err(damaged)?;
            let after = reading(|| index.load_metas()).map_err(damaged)?;
            if before.opstamp == after.opstamp {
                // Opens what searching opens, so that most damage is met here.
                let (fields, vocabulary) = (opened.fields, opened.vocabulary.clone());
                Searcher::new(fields, vec![opened.reader.searcher()], vocabulary, &Ranks::default())
                    .map_err(damaged)?;
                return Ok(opened);
            }
        }
        Err(damaged("changes all the time".to_owned()))
    }

    /// Deletes what is in a folder and makes an empty index there. The lock must be held.
    pub(super) fn emptied(folder: &Path, project: ProjectId) -> Result<Self, String> {
        clear(folder).map_err(|error| error.to_string())?;
        reading(|| {
            let (schema, _) = Fields::schema();
            let index = Index::builder().schema(schema).settings(settings()).create_in_dir(folder)?;
            Self::over(index, Home::Folder(folder.to_owned()), Ledger::empty(project))
        })
    }

    fn over(mut index: Index, home: Home, ledger: Ledger) -> tantivy::Result<Self> {
        index.set_tokenizers(cutters());
        let (_, fields) = Fields::schema();
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let kept = match &home {
            Home::Folder(folder) => Vocabulary::read(folder),
            Home::Memory => None,
        };
        let vocabulary = kept.unwrap_or_else(Vocabulary::empty);
        let mut opened = Self { home, fields, index, reader, ledger, vocabulary, patience: PATIENCE };
        opened.learn()?;
        Ok(opened)
    }

    /// Makes what was committed visible.
    pub(super) fn committed(&mut self, ledger: Ledger) -> tantivy::Result<()> {
        self.reader.reload()?;
        self.ledger = ledger;
        self.learn()?;
        if let Home::Folder(folder) = &self.home {
            // Without the file the next one to open the index learns its words again.
            let _ = self.vocabulary.write(folder);
        }
        Ok(())
    }

    /// Brings the vocabulary up to date with the segments that are visible.
    fn learn(&mut self) -> tantivy::Result<()> {
        let searcher = self.reader.searcher();
        let segments = searcher.segment_readers();
        if !self.vocabulary.covers(segments.iter()) {
            self.vocabulary = self.vocabulary.covering(segments, &[self.fields.surface, self.fields.keys])?;
        }
        Ok(())
    }

    fn refused(project: ProjectId, why: String) -> Opened {
        Opened { index: Self::in_memory(project), state: OpenState::InMemory(why) }
    }
}
