//! An open project as the workbench holds it: one hand that writes, others that read, and the latest picture of the study,
//! which every page is made from. The picture changes after each act, our own or another process's, and whoever
//! listens hears of it.

use crate::analysis::Study;
use crate::model::Entry;
use crate::project::{Done, Refusal, Workspace};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, TryLockError};
use std::time::{Duration, Instant};
use tokio::sync::{broadcast, watch};

/// How many acts a slow listener may fall behind before it has to ask again.
const BACKLOG: usize = 256;

/// How long closing waits for whoever still reads.
const LEAVE: Duration = Duration::from_millis(700);

/// A way to the project of one's own. It is gone once the desk is closed, and made again for whoever comes late.
type Seat = Mutex<Option<Workspace>>;

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
    /// Which of the desks of this run it is, by which pages know whether theirs is still the open one.
    serial: u32,
    path: PathBuf,
    coder: String,
    clock: fn() -> i64,
    writer: Mutex<Workspace>,
    reader: Seat,
    searcher: Seat,
    indexer: Seat,
    /// Sees what others write.
    watcher: Seat,
    /// The last version that the watcher saw.
    version: AtomicI64,
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

/// Numbers given out to desks in this run.
static SERIALS: AtomicU32 = AtomicU32::new(1);

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
            serial: SERIALS.fetch_add(1, Ordering::Relaxed),
            coder: coder.to_owned(),
            clock,
            writer: Mutex::new(writer),
            reader: Mutex::new(Some(open()?)),
            searcher: Mutex::new(Some(open()?)),
            indexer: Mutex::new(Some(open()?)),
            watcher: Mutex::new(Some(watcher)),
            version: AtomicI64::new(version),
            picture: RwLock::new(study),
            news: broadcast::Sender::new(BACKLOG),
            indexed: watch::Sender::new(-1),
            path,
        })
    }

    pub(super) fn serial(&self) -> u32 {
        self.serial
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

    fn with<T>(&self, seat: &Seat, work: impl FnOnce(&mut Workspace) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut seat = hold(seat);
        match &mut *seat {
            Some(workspace) => work(workspace),
            None => work(seat.insert(Workspace::open(&self.path, &self.coder, self.clock)?)),
        }
    }

    /// Reads texts and passages.
    pub(super) fn read<T>(&self, work: impl FnOnce(&mut Workspace) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.with(&self.reader, work)
    }

    /// Searches; apart from reading, so that a long search holds up no page.
    pub(super) fn search<T>(&self, work: impl FnOnce(&mut Workspace) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.with(&self.searcher, work)
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
        let study = self.renew(&mut writer, entry.as_deref(), tab)?;
        Ok(Did { value: done.value, entry, study })
    }

    /// Writes what is no act and leaves no entry.
    pub(super) fn keep<T>(&self, work: impl FnOnce(&Workspace) -> T) -> T {
        work(&hold(&self.writer))
    }

    /// Makes the next picture, tells of what is new in it, and has the index follow when texts changed.
    fn renew(self: &Arc<Self>, writer: &mut Workspace, own: Option<&Entry>, tab: &str) -> Result<Arc<Study>, Refusal> {
        let next = writer.study()?;
        let before =
            std::mem::replace(&mut *self.picture.write().unwrap_or_else(PoisonError::into_inner), Arc::clone(&next));
        if !Arc::ptr_eq(&before.rows().transcripts, &next.rows().transcripts) {
            self.start_indexing();
        }
        // What another process wrote just before our own act is new as well. That this cannot be read takes back no act.
        let entries = writer.entries_after(before.number()).unwrap_or_default();
        for entry in entries.into_iter().filter(|entry| entry.number <= next.number()) {
            let tab = if own.is_some_and(|own| own.number == entry.number) { tab } else { "" };
            let target = writer.target_of(&entry).unwrap_or_default().map(Arc::new);
            // Nobody may be listening.
            let _ = self.news.send(News { entry: Arc::new(entry), target, tab: tab.to_owned() });
        }
        Ok(next)
    }

    /// Looks whether another process has written, and tells everybody when it has.
    pub(super) fn look_around(self: &Arc<Self>) -> Result<(), Refusal> {
        let watcher = hold(&self.watcher);
        let Some(watcher) = &*watcher else { return Ok(()) };
        let version = watcher.data_version()?;
        if version == self.version.load(Ordering::Relaxed) {
            return Ok(());
        }
        if watcher.last_number()? > self.study().number() {
            self.renew(&mut hold(&self.writer), None, "")?;
        }
        self.version.store(version, Ordering::Relaxed);
        Ok(())
    }

    /// Brings the search index up to date on a thread of its own. A failing index never fails anything: search makes
    /// up for it.
    pub(super) fn start_indexing(self: &Arc<Self>) {
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            let mut indexer = hold(&desk.indexer);
            let (study, Some(indexer)) = (desk.study(), indexer.as_mut()) else { return };
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

    /// Puts the project back into one file, which takes that nobody else has it open. Whoever is long in reading it is
    /// not waited for: then the next one out does so, and nothing is lost.
    pub(super) fn close(&self) {
        let until = Instant::now() + LEAVE;
        for seat in [&self.watcher, &self.reader, &self.searcher, &self.indexer] {
            if let Some(mut seat) = hold_until(seat, until) {
                *seat = None;
            }
        }
        if let Some(writer) = hold_until(&self.writer, until) {
            let _ = writer.end_serving();
        }
    }
}

fn hold_until<T>(mutex: &Mutex<T>, until: Instant) -> Option<MutexGuard<'_, T>> {
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() > until => return None,
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}
