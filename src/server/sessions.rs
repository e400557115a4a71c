//! Who is signed in: a key opens the workbench once and gives a browser its cookie. Only hashes of keys and cookies are
//! kept, so that neither can be read from memory or compared letter by letter.

use super::staging::Staging;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// How many bytes a key has: 256 bits.
const KEY: usize = 32;
/// Keys that were given out and not used yet; older ones lapse.
const MOST_KEYS: usize = 16;

type Hash = [u8; 32];

/// The browsers that are let in.
#[derive(Debug)]
pub(super) struct Sessions {
    coder: String,
    keys: Mutex<Vec<Hash>>,
    known: RwLock<Vec<Arc<Session>>>,
}

/// One browser.
#[derive(Debug)]
pub(super) struct Session {
    cookie: Hash,
    coder: RwLock<String>,
    shows_others: AtomicBool,
    /// What to say on the next page, for browsers without script.
    flash: Mutex<Option<(String, bool)>>,
    /// Files that wait to be imported.
    staging: Mutex<Staging>,
}

impl Session {
    /// Who works here.
    pub(super) fn coder(&self) -> String {
        self.coder.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_coder(&self, coder: &str) {
        coder.clone_into(&mut self.coder.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Whether codings of others are shown before both have finished.
    pub(super) fn shows_others(&self) -> bool {
        self.shows_others.load(Ordering::Relaxed)
    }

    pub(super) fn show_others(&self, shows: bool) {
        self.shows_others.store(shows, Ordering::Relaxed);
    }

    /// Files that wait to be imported.
    pub(super) fn staging(&self) -> std::sync::MutexGuard<'_, Staging> {
        self.staging.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a sentence for the next page; `true` for one that something was refused with.
    pub(super) fn leave(&self, said: String, refused: bool) {
        *self.flash.lock().unwrap_or_else(PoisonError::into_inner) = Some((said, refused));
    }

    pub(super) fn take_flash(&self) -> Option<(String, bool)> {
        self.flash.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Sessions {
    pub(super) fn new(coder: &str) -> Self {
        Self { coder: coder.to_owned(), keys: Mutex::default(), known: RwLock::default() }
    }

    /// A key that opens the workbench once.
    pub(super) fn new_key(&self) -> String {
        let key = random();
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.len() >= MOST_KEYS {
            keys.remove(0);
        }
        keys.push(hash(&key));
        key
    }

    /// Uses a key up: the value of the new browser's cookie.
    pub(super) fn redeem(&self, key: &str) -> Option<String> {
        let wanted = hash(key);
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let at = keys.iter().position(|known| *known == wanted)?;
        keys.remove(at);
        drop(keys);
        let cookie = random();
        let session = Session {
            cookie: hash(&cookie),
            coder: RwLock::new(self.coder.clone()),
            shows_others: AtomicBool::new(false),
            flash: Mutex::new(None),
            staging: Mutex::default(),
        };
        self.known.write().unwrap_or_else(PoisonError::into_inner).push(Arc::new(session));
        Some(cookie)
    }

    /// The browser with that cookie.
    pub(super) fn find(&self, cookie: &str) -> Option<Arc<Session>> {
        let wanted = hash(cookie);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|session| session.cookie == wanted).cloned()
    }
}

fn hash(secret: &str) -> Hash {
    Sha256::digest(secret.as_bytes()).into()
}

/// 256 bits from the system as 64 hexadecimal digits.
fn random() -> String {
    let mut bytes = [0; KEY];
    getrandom::fill(&mut bytes).expect("a system that runs programs gives random bytes");
    bytes.iter().fold(String::with_capacity(2 * KEY), |mut digits, byte| {
        use std::fmt::Write;
        // A string takes everything.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_once_and_gives_a_cookie_that_stays() {
        let sessions = Sessions::new("Noor");
        let key = sessions.new_key();
        assert_eq!(key.len(), 64);
        assert!(sessions.redeem("0000").is_none());
        let cookie = sessions.redeem(&key).expect("an unused key");
        assert!(sessions.redeem(&key).is_none(), "a key is used up");
        assert!(sessions.find(&key).is_none(), "a key is no cookie");
        assert_eq!(sessions.find(&cookie).expect("a known browser").coder(), "Noor");
    }

    #[test]
    fn the_oldest_key_lapses() {
        let sessions = Sessions::new("Noor");
        let first = sessions.new_key();
        let later: Vec<String> = (0..MOST_KEYS).map(|_| sessions.new_key()).collect();
        assert!(sessions.redeem(&first).is_none());
        assert!(sessions.redeem(&later[0]).is_some());
    }
}
