//! One thing to tell a person: what happened, what belongs to it, and what they can do now.

use super::phrases::sentence;

/// What to tell a person. Every part is a line without line breaks of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// What happened to which thing: one sentence.
    pub what: String,
    /// What belongs to it: passages, wrong rows, a query with a mark under it. Columns are aligned by spaces.
    pub detail: Vec<String>,
    /// What the person can do, most useful first; commands stand between backquotes.
    pub hints: Vec<String>,
}

impl Message {
    /// A message of one sentence, from a clause without capital and full stop.
    pub(super) fn new(clause: &str) -> Self {
        Self { what: sentence(clause), detail: Vec::new(), hints: Vec::new() }
    }

    /// With a line more.
    pub(super) fn detail(mut self, line: impl Into<String>) -> Self {
        self.detail.push(line.into());
        self
    }

    /// With lines more.
    pub(super) fn details(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.detail.extend(lines);
        self
    }

    /// With something to do.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// With things to do.
    pub(super) fn hints(mut self, hints: impl IntoIterator<Item = String>) -> Self {
        self.hints.extend(hints);
        self
    }

    /// The lines as they are printed: details stand in by two spaces.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let detail = self.detail.iter().map(|line| format!("  {line}"));
        std::iter::once(self.what.clone()).chain(detail).chain(self.hints.iter().cloned())
    }
}
