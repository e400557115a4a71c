//! Taxonomies: trees in which codes are placed, theme → label → open code, with footnotes.

use super::{CodeId, FootnoteId, PlacementId, TaxonomyId};

/// A tree of placements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxonomy {
    /// Identity.
    pub id: TaxonomyId,
    /// Title, unique in the project.
    pub title: String,
    /// Which cases, participants or transcripts count, as a query; empty means all.
    pub scope: String,
    /// Order among the taxonomies.
    pub rank: i64,
}

/// A note under a taxonomy's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Identity.
    pub id: FootnoteId,
    /// The taxonomy.
    pub taxonomy: TaxonomyId,
    /// One or more asterisks.
    pub mark: String,
    /// The note.
    pub text: String,
}

/// Where a code stands in a taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Identity.
    pub id: PlacementId,
    /// The taxonomy.
    pub taxonomy: TaxonomyId,
    /// The code above it; none at the top.
    pub parent: Option<CodeId>,
    /// The code.
    pub code: CodeId,
    /// Order under the parent.
    pub rank: i64,
    /// The name with footnote marks in place, or empty when it has none.
    pub marked: String,
}
