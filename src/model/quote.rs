//! Chosen quotes: fragments that go into the report under a code.

use super::{CodeId, FragmentId, QuoteId};

/// A fragment chosen for the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Identity.
    pub id: QuoteId,
    /// The fragment.
    pub fragment: FragmentId,
    /// The code, label or theme under which it is shown.
    pub code: CodeId,
    /// Order among the quotes of that code.
    pub rank: i64,
    /// The sentence that introduces it, or empty.
    pub introduction: String,
    /// The shortened text, checked against the fragment; empty means the fragment as it is.
    pub report_text: String,
    /// A translation for a foreign readership, or empty.
    pub translation: String,
}
