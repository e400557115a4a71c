//! What the server holds: the open project, when there is one, who is signed in, and what is remembered between runs.

use super::desk::Desk;
use super::memory::Memory;
use super::sessions::Sessions;
use crate::language::Zone;
use crate::model::Language;
use crate::project::{Refusal, Workspace};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;

/// What the workbench is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The project to open; without one the start screen offers to choose.
    pub project: Option<PathBuf>,
    /// Who works in the first browser.
    pub coder: String,
    /// Language of the pages; else the project's.
    pub language: Option<Language>,
    /// The folder in which choosing a project starts.
    pub home: PathBuf,
    /// The file that remembers recent projects and keys; without one nothing is remembered.
    pub memory: Option<PathBuf>,
    /// The time zone of dates.
    pub zone: Zone,
    /// Now, microseconds since 1970 UTC.
    pub clock: fn() -> i64,
    /// A folder to read style and scripts from instead of those in the program, for whoever works on them.
    pub assets: Option<PathBuf>,
}

/// Why the workbench could not be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or the network refused.
    #[error("cannot listen: {0}")]
    Listen(#[from] std::io::Error),
    /// The project could not be opened.
    #[error("cannot open the project")]
    Project(Refusal),
}

/// The server's state.
pub struct Workbench {
    pub(super) settings: Settings,
    pub(super) port: u16,
    pub(super) sessions: Sessions,
    pub(super) memory: Mutex<Memory>,
    desk: RwLock<Option<Arc<Desk>>>,
    stop: watch::Sender<bool>,
}

impl std::fmt::Debug for Workbench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbench").field("port", &self.port).finish_non_exhaustive()
    }
}

impl Workbench {
    /// Opens the project of the settings, when there is one, and makes the first one-time key.
    ///
    /// # Errors
    /// When the project cannot be opened.
    pub fn new(settings: Settings, port: u16) -> Result<Self, ServeError> {
        let memory = Memory::read(settings.memory.as_deref());
        let workbench = Self {
            sessions: Sessions::new(&settings.coder),
            memory: Mutex::new(memory),
            desk: RwLock::new(None),
            stop: watch::Sender::new(false),
            port,
            settings,
        };
        if let Some(path) = workbench.settings.project.clone() {
            workbench.open(&path).map_err(ServeError::Project)?;
        }
        Ok(workbench)
    }

    /// A one-time address that lets one browser in.
    #[must_use]
    pub fn invitation(&self) -> String {
        format!("http://127.0.0.1:{}/key/{}", self.port, self.sessions.new_key())
    }

    /// The open project.
    pub(super) fn desk(&self) -> Option<Arc<Desk>> {
        self.desk.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Opens a project in place of the one that is open.
    pub(super) fn open(&self, path: &Path) -> Result<Arc<Desk>, Refusal> {
        let desk = Arc::new(Desk::open(path, &self.settings.coder, self.settings.clock)?);
        self.put(&desk);
        Ok(desk)
    }

    /// Makes a project and opens it.
    pub(super) fn create(
        &self,
        path: &Path,
        title: &str,
        language: Language,
        coder: &str,
    ) -> Result<Arc<Desk>, Refusal> {
        Workspace::create(path, title, language, coder, self.settings.clock)?;
        self.open(path)
    }

    /// The number by which a page knows the project that it shows; another one is open once it differs.
    pub(super) fn project_number(&self) -> u64 {
        self.desk().map_or(0, |desk| desk.serial().into())
    }

    fn put(&self, desk: &Arc<Desk>) {
        let title = desk.study().project().title.clone();
        let mut memory = self.memory();
        memory.opened(desk.path(), &title, (self.settings.clock)());
        memory.write(self.settings.memory.as_deref());
        drop(memory);
        let before = self.desk.write().unwrap_or_else(PoisonError::into_inner).replace(Arc::clone(desk));
        if let Some(before) = before {
            before.close();
        }
        desk.start_indexing();
    }

    pub(super) fn memory(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of the project; its file is one file again when nobody else uses it.
    pub fn close(&self) {
        if let Some(desk) = self.desk.write().unwrap_or_else(PoisonError::into_inner).take() {
            desk.close();
        }
    }

    /// Tells every open stream to end.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    pub(super) fn stopped(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }
}
