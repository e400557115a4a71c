//! Which transcripts the address asks for, and in which order.

use crate::server::address;
use serde::Deserialize;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    pub(super) q: String,
    pub(super) case: String,
    pub(super) show: String,
    pub(super) sort: String,
    pub(super) down: bool,
}

impl Wanted {
    pub(super) fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || !self.case.is_empty() || !matches!(self.show.as_str(), "" | "all")
    }

    /// The same, sorted by a column; once more turns it around.
    pub(super) fn sorted_by(&self, column: &str) -> String {
        let mut parts = vec![format!("sort={column}")];
        for (name, value) in [("q", &self.q), ("case", &self.case), ("show", &self.show)] {
            if !value.is_empty() {
                parts.push(format!("{name}={}", address::part(value)));
            }
        }
        if self.column() == column && !self.down {
            parts.push("down=true".to_owned());
        }
        format!("/?{}#transcripts", parts.join("&"))
    }

    pub(super) fn column(&self) -> &str {
        if self.sort.is_empty() { "name" } else { &self.sort }
    }
}
