//! The folder of an index as a place on disk: who may write there, and what may be deleted there. One process at a time
//! holds the lock, which the system takes back when the process ends; only files of an index are ever deleted.

use super::vocabulary::FILE;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, DirectoryLock, Lock, MmapDirectory};

/// Held by the one process that may write the index or make it again.
const LOCK: &str = ".writer.lock";

/// Between two looks at a lock that another process holds.
const PAUSE: Duration = Duration::from_millis(20);

/// Why the lock was not given.
pub(super) enum Unlocked {
    Busy,
    Refused(String),
}

/// Waits for the lock on a folder.
pub(super) fn lock(folder: &Path, patience: Duration) -> Result<DirectoryLock, Unlocked> {
    let directory = MmapDirectory::open(folder).map_err(|error| Unlocked::Refused(error.to_string()))?;
    let lock = Lock { filepath: PathBuf::from(LOCK), is_blocking: false };
    let begun = Instant::now();
    loop {
        match directory.acquire_lock(&lock) {
            Ok(held) => return Ok(held),
            Err(LockError::LockBusy) if begun.elapsed() < patience => std::thread::sleep(PAUSE),
            Err(LockError::LockBusy) => return Err(Unlocked::Busy),
            Err(LockError::IoError(error)) => return Err(Unlocked::Refused(error.to_string())),
        }
    }
}

/// Deletes the files of an index, and nothing else that may have got into the folder.
pub(super) fn clear(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let segment =
            name.len() > 33 && name.as_bytes()[32] == b'.' && name.bytes().take(32).all(|b| b.is_ascii_hexdigit());
        if (segment || name == "meta.json" || name == ".managed.json" || name == FILE) && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
