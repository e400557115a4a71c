//! An open project as the workbench holds it: one hand that writes, others that read, and the latest picture of the study,
//! which every page is made from. The picture changes after each act, our own or another process's, and whoever
//! listens hears of it.

use crate::analysis::Study;
use crate::model::Entry;
use crate::project::{Done, Refusal, Workspace};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tokio::sync::{broadcast, watch};

/// How many acts a slow listener may fall behind before it has to ask again.
const BACKLOG: usize = 256;

/// Word of an act.
#[derive(Debug, Clone)]
pub(super) struct News {
    /// The act.
    pub(super) entry: Arc<Entry>,
    /// The entry that an undo or redo aimed at.
    pub(super) target: Option<Arc<Entry>>,
    /// The browser tab that asked for it; empty when nobody here did.
    pub(super) tab: String,
}

/// An open project.
pub(super) struct Desk {
    path: PathBuf,
    writer: Mutex<Workspace>,
    reader: Mutex<Workspace>,
    searcher: Mutex<Workspace>,
    indexer: Mutex<Workspace>,
    /// Sees what others write; with the last version it saw.
    watcher: Mutex<(Workspace, i64)>,
    picture: RwLock<Arc<Study>>,
    news: broadcast::Sender<News>,
    /// The number of the history entry that the search index reflects.
    indexed: watch::Sender<i64>,
}

/// What an act gave.
pub(super) struct Did<T> {
    /// The verb's answer.
    pub(super) value: T,
    /// The entry it left; none when nothing changed.
    pub(super) entry: Option<Arc<Entry>>,
    /// The study after it.
    pub(super) study: Arc<Study>,
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere leaves the project as its last transaction left it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    pub(super) fn open(path: &Path, coder: &str, clock: fn() -> i64) -> Result<Self, Refusal> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let open = || Workspace::open(&path, coder, clock);
        let mut writer = open()?;
        writer.begin_serving()?;
        let study = writer.study()?;
        let watcher = open()?;
        let version = watcher.data_version()?;
        Ok(Self {
            writer: Mutex::new(writer),
            reader: Mutex::new(open()?),
            searcher: Mutex::new(open()?),
            indexer: Mutex::new(open()?),
            watcher: Mutex::new((watcher, version)),
            picture: RwLock::new(study),
            news: broadcast::Sender::new(BACKLOG),
            indexed: watch::Sender::new(-1),
            path,
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The study as it is now.
    pub(super) fn study(&self) -> Arc<Study> {
        Arc::clone(&self.picture.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    /// Reads texts and passages.
    pub(super) fn read<T>(&self, work: impl FnOnce(&mut Workspace) -> T) -> T {
        work(&mut hold(&self.reader))
    }

    /// Searches; apart from reading, so that a long search holds up no page.
    pub(super) fn search<T>(&self, work: impl FnOnce(&mut Workspace) -> T) -> T {
        work(&mut hold(&self.searcher))
    }

    /// Runs a verb for a coder. The study is already the next one when this returns, and everybody has been told.
    pub(super) fn act<T>(
        self: &Arc<Self>,
        coder: &str,
        tab: &str,
        work: impl FnOnce(&mut Workspace) -> Result<Done<T>, Refusal>,
    ) -> Result<Did<T>, Refusal> {
        let mut writer = hold(&self.writer);
        writer.set_actor(coder);
        let done = work(&mut writer)?;
        let entry = done.changes.entry.clone().map(Arc::new);
        let study = self.renew(&mut writer)?;
        drop(writer);
        if let Some(entry) = &entry {
            self.tell(Arc::clone(entry), tab)?;
        }
        Ok(Did { value: done.value, entry, study })
    }

    /// Writes what is no act and leaves no entry.
    pub(super) fn keep<T>(&self, work: impl FnOnce(&Workspace) -> T) -> T {
        work(&hold(&self.writer))
    }

    /// Makes the next picture, and has the index follow when texts changed.
    fn renew(self: &Arc<Self>, writer: &mut Workspace) -> Result<Arc<Study>, Refusal> {
        let next = writer.study()?;
        let before =
            std::mem::replace(&mut *self.picture.write().unwrap_or_else(PoisonError::into_inner), Arc::clone(&next));
        if !Arc::ptr_eq(&before.rows().transcripts, &next.rows().transcripts) {
            self.start_indexing();
        }
        Ok(next)
    }

    fn tell(&self, entry: Arc<Entry>, tab: &str) -> Result<(), Refusal> {
        let target = match entry.target {
            None => None,
            Some(id) => self.read(|workspace| workspace.entries())?.into_iter().find(|other| other.id == id),
        };
        // Nobody may be listening.
        let _ = self.news.send(News { entry, target: target.map(Arc::new), tab: tab.to_owned() });
        Ok(())
    }

    /// Looks whether another process has written, and tells everybody when it has.
    pub(super) fn look_around(self: &Arc<Self>) -> Result<(), Refusal> {
        let mut watcher = hold(&self.watcher);
        let version = watcher.0.data_version()?;
        if version == watcher.1 {
            return Ok(());
        }
        watcher.1 = version;
        let known = self.study().number();
        if watcher.0.last_number()? <= known {
            return Ok(());
        }
        let mut writer = hold(&self.writer);
        let before = self.study().number();
        let study = self.renew(&mut writer)?;
        drop(writer);
        for entry in watcher.0.entries_after(before)?.into_iter().filter(|entry| entry.number <= study.number()) {
            self.tell(Arc::new(entry), "")?;
        }
        Ok(())
    }

    /// Brings the search index up to date on a thread of its own. A failing index never fails anything: search makes
    /// up for it.
    pub(super) fn start_indexing(self: &Arc<Self>) {
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            let mut indexer = hold(&desk.indexer);
            let study = desk.study();
            if *desk.indexed.borrow() < study.number() {
                // Said again by the search itself, which then looks in the texts.
                let _ = indexer.catch_up_index_to(&study);
                desk.indexed.send_replace(study.number());
            }
        });
    }

    /// Whether the index knows the texts as they are now; changes once it does.
    pub(super) fn indexed(&self) -> watch::Receiver<i64> {
        self.indexed.subscribe()
    }

    /// Puts the project back into one file.
    pub(super) fn close(&self) {
        let Self { writer, reader, searcher, watcher, .. } = self;
        // Held one after another, so that nothing is under way; an index that is being made is left behind.
        let (writer, _reader, _searcher, _watcher) = (hold(writer), hold(reader), hold(searcher), hold(watcher));
        let _ = writer.end_serving();
    }
}
