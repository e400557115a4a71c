//! Everything but what another query finds. Tantivy's own exclusion asks phrases for documents that they have passed,
//! which its debug build refuses; this one only ever moves forward.

use std::sync::Arc;
use tantivy::index::SegmentReader;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SeekDangerResult, TERMINATED};

/// Finds every document that another query does not find; adds nothing to the score.
#[derive(Debug, Clone)]
pub(super) struct Without {
    pub(super) unwanted: Arc<dyn Query>,
}

impl Query for Without {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        // What is only looked for to be left out need not be scored.
        let scoring = match scoring {
            EnableScoring::Enabled { searcher, .. } => EnableScoring::disabled_from_searcher(searcher),
            EnableScoring::Disabled { .. } => scoring,
        };
        Ok(Box::new(WithoutWeight { unwanted: self.unwanted.weight(scoring)? }))
    }
}

struct WithoutWeight {
    unwanted: Box<dyn Weight>,
}

impl Weight for WithoutWeight {
    fn scorer(&self, segment: &SegmentReader, _boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let unwanted = self.unwanted.scorer(segment, 1.0)?;
        let mut rest = Rest { unwanted, document: 0, count: segment.max_doc() };
        rest.settle();
        Ok(Box::new(rest))
    }

    fn explain(&self, _segment: &SegmentReader, _document: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("without", 0.0))
    }
}

/// The documents of a segment that are not among the unwanted.
struct Rest {
    unwanted: Box<dyn Scorer>,
    document: DocId,
    count: DocId,
}

impl Rest {
    fn is_unwanted(&mut self, document: DocId) -> bool {
        if self.unwanted.doc() < document {
            self.unwanted.seek(document);
        }
        self.unwanted.doc() == document
    }

    /// Moves on from the current document to the first that is not unwanted.
    fn settle(&mut self) -> DocId {
        while self.document < self.count && self.is_unwanted(self.document) {
            self.document += 1;
        }
        if self.document >= self.count {
            self.document = TERMINATED;
        }
        self.document
    }
}

impl DocSet for Rest {
    fn advance(&mut self) -> DocId {
        self.seek(self.document.saturating_add(1))
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.document = self.document.max(target.min(TERMINATED));
        self.settle()
    }

    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        if target < self.document {
            return SeekDangerResult::SeekLowerBound(self.document);
        }
        if target >= self.count {
            self.document = TERMINATED;
            return SeekDangerResult::SeekLowerBound(TERMINATED);
        }
        self.document = target;
        if self.is_unwanted(target) {
            // Not looking for the next one spares walking along a long run of unwanted documents.
            SeekDangerResult::SeekLowerBound(target + 1)
        } else {
            SeekDangerResult::Found
        }
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.count.saturating_sub(self.unwanted.size_hint())
    }

    fn cost(&self) -> u64 {
        u64::from(self.count) + self.unwanted.cost()
    }
}

impl Scorer for Rest {
    fn score(&mut self) -> Score {
        0.0
    }
}
