//! Which unit of which transcript each document of the index is. The index keeps the revision and the number of each
//! unit in columns; here the columns of a segment are opened and joined with the list of revisions that count, so that a
//! document of a revision that no longer counts is nothing at all.

use super::schema::{REVISION, UNIT};
use crate::model::RevisionId;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use tantivy::columnar::{Cardinality, Column, ColumnValues};
use tantivy::index::{SegmentComponent, SegmentReader};
use tantivy::{DocId, TantivyError};
use uuid::Uuid;

/// A turn or paragraph that may be a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// Position of its transcript in the list of revisions that the searcher was made for.
    pub rank: u32,
    /// Number of the turn or paragraph in its transcript, from 0.
    pub number: u32,
    /// The revision.
    pub revision: RevisionId,
}

/// The place in the list of each revision that counts.
pub(super) type Ranks = FxHashMap<RevisionId, u32>;

/// The units of one segment of an index.
pub(super) struct SegmentUnits {
    /// For each revision of the segment, in the order of its column, its place in the list if it counts.
    revisions: Vec<(RevisionId, Option<u32>)>,
    revision_of: Arc<dyn ColumnValues<u64>>,
    number_of: Arc<dyn ColumnValues<u64>>,
}

impl SegmentUnits {
    pub(super) fn open(segment: &SegmentReader, ranks: &Ranks) -> tantivy::Result<Self> {
        // Opened only when a phrase is looked for; a missing file should show now.
        segment.open_read(SegmentComponent::Positions)?;
        let column = segment.fast_fields().bytes(REVISION)?.ok_or_else(|| missing(REVISION))?;
        let mut revisions = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            let revision = Uuid::from_slice(stream.key()).map_err(|_| missing(REVISION))?;
            let revision = RevisionId::from_uuid(revision);
            revisions.push((revision, ranks.get(&revision).copied()));
        }
        let revision_of = values(column.ords(), REVISION)?;
        let number_of = values(&segment.fast_fields().u64(UNIT)?, UNIT)?;
        Ok(Self { revisions, revision_of, number_of })
    }

    /// The unit that a document is, if its revision counts.
    pub(super) fn of(&self, document: DocId) -> Option<Unit> {
        let place = usize::try_from(self.revision_of.get_val(document)).ok()?;
        let (revision, rank) = *self.revisions.get(place)?;
        let number = u32::try_from(self.number_of.get_val(document)).ok()?;
        Some(Unit { rank: rank?, number, revision })
    }
}

/// The values of a column in which every document has one.
fn values(column: &Column<u64>, name: &str) -> tantivy::Result<Arc<dyn ColumnValues<u64>>> {
    match column.get_cardinality() {
        Cardinality::Full => Ok(Arc::clone(&column.values)),
        Cardinality::Optional | Cardinality::Multivalued => Err(missing(name)),
    }
}

fn missing(column: &str) -> TantivyError {
    TantivyError::InternalError(format!("no usable column {column}"))
}
