//! A pattern as a query of tantivy: finds the units that hold it and weighs them by BM25 (Robertson & Zaragoza 2009), in
//! which all forms of a word count as that word.

use super::finder::Finder;
use super::occurrences::Detail;
use super::pattern::{Pattern, Slot};
use super::schema::Fields;
use std::sync::Arc;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::SegmentReader;
use tantivy::query::{Bm25StatisticsProvider, Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, TERMINATED, Term};

/// Forms of a word that are counted for its weight; a slot with more stands for so much that it hardly weighs.
const MOST_COUNTED: usize = 256;

/// Finds the units that hold a pattern.
#[derive(Debug, Clone)]
pub(super) struct WordsQuery {
    pub(super) pattern: Arc<Pattern>,
    pub(super) fields: Fields,
}

impl Query for WordsQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let bm25 = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => Some(self.weigh(statistics_provider)?),
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(WordsWeight { query: self.clone(), bm25 }))
    }
}

impl WordsQuery {
    fn weigh(&self, statistics: &dyn Bm25StatisticsProvider) -> tantivy::Result<Bm25Weight> {
        let units = statistics.total_num_docs()?.max(1);
        #[expect(clippy::cast_precision_loss, reason = "a mean needs no more than seven digits")]
        let mean = statistics.total_num_tokens(self.fields.surface)?.max(1) as Score / units as Score;
        let mut rarest = units;
        for slot in self.pattern.slots() {
            rarest = rarest.min(self.units_with(slot, statistics, units)?);
        }
        Ok(Bm25Weight::for_one_term_without_explain(rarest, units, mean))
    }

    /// About how many units hold the slot: at most the sum over its forms.
    fn units_with(&self, slot: &Slot, statistics: &dyn Bm25StatisticsProvider, units: u64) -> tantivy::Result<u64> {
        if slot.words.len() > MOST_COUNTED {
            return Ok(units / 2);
        }
        let mut sum = 0;
        for (field, terms) in [(self.fields.surface, &slot.words), (self.fields.keys, &slot.keys)] {
            for term in terms {
                sum += statistics.doc_freq(&Term::from_field_text(field, term))?;
            }
        }
        Ok(sum.min(units))
    }
}

struct WordsWeight {
    query: WordsQuery,
    bm25: Option<Bm25Weight>,
}

impl Weight for WordsWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let fields = self.query.fields;
        let finder = Finder::open(&self.query.pattern, fields, segment, Detail::Count)?;
        let lengths = match &self.bm25 {
            Some(_) => segment.get_fieldnorms_reader(fields.surface)?,
            None => FieldNormReader::constant(segment.max_doc(), 1),
        };
        let bm25 = self.bm25.as_ref().map(|bm25| bm25.boost_by(boost));
        let mut scorer = WordsScorer { certain: finder.is_certain(), finder, lengths, bm25, count: 0 };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, _segment: &SegmentReader, _document: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("words", 0.0))
    }
}

struct WordsScorer {
    finder: Finder,
    /// Every unit that the finder stops at holds the pattern.
    certain: bool,
    lengths: FieldNormReader,
    bm25: Option<Bm25Weight>,
    /// How often the current unit holds it, where that was counted to find it.
    count: u32,
}

impl WordsScorer {
    /// Moves on to the first unit from here that holds the pattern.
    fn settle(&mut self) -> DocId {
        while !self.certain && self.doc() != TERMINATED {
            self.count = self.finder.count();
            if self.count > 0 {
                break;
            }
            self.finder.advance();
        }
        self.doc()
    }
}

impl DocSet for WordsScorer {
    fn advance(&mut self) -> DocId {
        self.finder.advance();
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() < target {
            self.finder.seek(target);
            self.settle();
        }
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.finder.document()
    }

    fn size_hint(&self) -> u32 {
        self.finder.most()
    }
}

impl Scorer for WordsScorer {
    fn score(&mut self) -> Score {
        let Some(bm25) = &self.bm25 else { return 0.0 };
        let count = if self.certain { self.finder.count() } else { self.count };
        bm25.score(self.lengths.fieldnorm_id(self.finder.document()), count)
    }
}
