//! An open project: the file, who acts, and the picture of the study, which is made when it is first asked for and kept
//! in step with every verb and with what other processes write.

use super::Refusal;
use super::searching::Kept;
use crate::analysis::Study;
use crate::model::{Changes, Language, LevelWords, Project, ProjectId, RevisionId, Verb};
use crate::search::SearchIndex;
use crate::store::{Act, Store, StoreError, Writing};
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// What a verb gave, and what it changed.
pub type Done<T> = crate::store::Written<T>;

/// An open project.
pub struct Workspace {
    pub(super) store: Store,
    actor: String,
    clock: fn() -> i64,
    study: Option<Arc<Study>>,
    /// What was written since the picture was made.
    ahead: Vec<Changes>,
    pub(super) index: Option<SearchIndex>,
    /// Texts that a search has shown.
    pub(super) kept: FxHashMap<RevisionId, Kept>,
}

impl Workspace {
    /// Makes a new project file. `clock` gives microseconds since 1970 UTC.
    ///
    /// # Errors
    /// When a file of that name exists or cannot be made, or the title cannot be a name.
    pub fn create(
        path: &Path,
        title: &str,
        language: Language,
        actor: &str,
        clock: fn() -> i64,
    ) -> Result<Self, Refusal> {
        let title = super::codes::name(title)?;
        let time = clock();
        let project =
            Project { id: ProjectId::new(), title, language, level_words: LevelWords::default(), created: time };
        let store = Store::create(path, project, Act { actor, time, verb: Verb::New, reason: "" })?;
        Ok(Self {
            store,
            actor: actor.to_owned(),
            clock,
            study: None,
            ahead: Vec::new(),
            index: None,
            kept: FxHashMap::default(),
        })
    }

    /// Opens a project file.
    ///
    /// # Errors
    /// When there is no such file, it is no project, or a newer version of the program made it.
    pub fn open(path: &Path, actor: &str, clock: fn() -> i64) -> Result<Self, Refusal> {
        let store = Store::open(path, clock())?;
        Ok(Self {
            store,
            actor: actor.to_owned(),
            clock,
            study: None,
            ahead: Vec::new(),
            index: None,
            kept: FxHashMap::default(),
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Lets someone else act.
    pub fn set_actor(&mut self, actor: &str) {
        actor.clone_into(&mut self.actor);
    }

    /// Now, microseconds since 1970 UTC.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Where the project is kept as an older version of the program left it, when opening brought it up to date.
    #[must_use]
    pub fn copy_before_upgrade(&self) -> Option<&Path> {
        self.store.copy_before_upgrade()
    }

    /// Whether the project can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// The project's row alone: quicker than the whole picture.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn project(&self) -> Result<Project, Refusal> {
        let mut projects: Vec<Project> = self.store.all()?;
        projects.pop().ok_or_else(|| StoreError::Damaged("the project row is missing".to_owned()).into())
    }

    /// The study as it is now, including what other processes wrote.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn study(&mut self) -> Result<Arc<Study>, Refusal> {
        let number = self.store.last_number()?;
        if let Some(study) = &self.study {
            let mut next = Arc::clone(study);
            for changes in std::mem::take(&mut self.ahead) {
                // Another process may have written between two of our own acts.
                if changes.entry.as_ref().is_some_and(|entry| entry.number == next.number() + 1) {
                    next = Arc::new(next.apply(&changes));
                }
            }
            if next.number() == number {
                self.study = Some(Arc::clone(&next));
                return Ok(next);
            }
        }
        let (rows, number) = self.store.rows()?;
        let study = Arc::new(Study::build(rows, number));
        self.ahead.clear();
        self.study = Some(Arc::clone(&study));
        Ok(study)
    }

    /// Runs a verb on the study as it is at that very moment.
    pub(super) fn run<T>(
        &mut self,
        verb: Verb,
        reason: &str,
        work: impl FnOnce(&mut Writing<'_>, &Study) -> Result<T, Refusal>,
    ) -> Result<Done<T>, Refusal> {
        let study = self.study()?;
        let actor = self.actor.clone();
        let act = Act { actor: &actor, time: (self.clock)(), verb, reason };
        let done = self.store.write(act, |writing| {
            // Someone may have written between the picture and the lock.
            if writing.last_number()? == study.number() {
                work(writing, &study)
            } else {
                let (rows, number) = writing.rows()?;
                work(writing, &Study::build(rows, number))
            }
        })?;
        if done.changes.entry.is_some() {
            self.ahead.push(done.changes.clone());
        }
        Ok(done)
    }

    pub(super) fn remember(&mut self, changes: &Changes) {
        if changes.entry.is_some() {
            self.ahead.push(changes.clone());
        }
    }
}
