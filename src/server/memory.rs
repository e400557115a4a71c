//! What the workbench remembers of a person between runs, in a file of their own: which projects were open, and their
//! keys. Nothing of any study is in it but the title and place of its file.

use super::keys::Chosen;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many projects are remembered.
const MOST: usize = 12;

/// What is remembered.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    /// The last one first.
    pub(super) recent: Vec<Recent>,
    pub(super) keys: Chosen,
}

/// A project that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Recent {
    pub(super) path: PathBuf,
    pub(super) title: String,
    /// Microseconds since 1970 UTC.
    pub(super) opened: i64,
}

/// The file, as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    single_keys_off: bool,
    keys: std::collections::BTreeMap<String, String>,
    recent: Vec<Recent>,
}

impl Memory {
    /// Reads what was remembered; a file that cannot be read is as good as none.
    pub(super) fn read(file: Option<&Path>) -> Self {
        let text = file.and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
        let written: Written = toml::from_str(&text).unwrap_or_default();
        Self { recent: written.recent, keys: Chosen { off: written.single_keys_off, keys: written.keys } }
    }

    /// Writes it; that this fails is no reason to stop anybody's work.
    pub(super) fn write(&self, file: Option<&Path>) {
        let Some(file) = file else { return };
        let written =
            Written { single_keys_off: self.keys.off, keys: self.keys.keys.clone(), recent: self.recent.clone() };
        let Ok(text) = toml::to_string(&written) else { return };
        let folder = file.parent().unwrap_or(Path::new("."));
        let _ = std::fs::create_dir_all(folder).and_then(|()| {
            let mut half = crate::store::half_file(file)?;
            half.write_all(text.as_bytes())?;
            half.persist(file).map(drop).map_err(std::io::Error::from)
        });
    }

    /// A project was opened.
    pub(super) fn opened(&mut self, path: &Path, title: &str, now: i64) {
        self.recent.retain(|known| known.path != path);
        self.recent.insert(0, Recent { path: path.to_owned(), title: title.to_owned(), opened: now });
        self.recent.truncate(MOST);
    }

    /// A project need not be offered any more.
    pub(super) fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
    }
}
