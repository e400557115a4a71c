//! What is said of synonyms; each language has a value of it.

use super::Message;
use crate::project::{SynonymsAdded, SynonymsRemoved};

/// Sentences and words about synonyms.
#[derive(Debug, Clone, Copy)]
pub struct SynonymMessages {
    /// Forms became synonyms.
    pub added: fn(added: &SynonymsAdded) -> Message,
    /// Forms are no synonyms any more.
    pub removed: fn(removed: &SynonymsRemoved) -> Message,
    /// There are no synonyms yet, and the first step.
    pub none: &'static str,
    /// Head of the list.
    pub head: &'static str,
}

/// Forms of a group that a step of the history names.
pub(super) const SHOWN: usize = 4;

/// A group on a line, as a person types it: `EK-c = EKC`.
pub(super) fn line(forms: &[String]) -> String {
    let all = forms.join(" = ");
    super::phrases::shortened(&all, LONGEST_LINE)
}

/// Longest line of forms in a message, in characters as a reader counts them.
const LONGEST_LINE: usize = 400;
