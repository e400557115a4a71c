//! A picture of the index at one moment that answers queries. It is made for a list of revisions: those that the index
//! holds are read from there, the others from a small index in memory, and everything else is left out, so that the
//! answer is the same whether the index on disk is up to date, behind, or not there.

use super::fault::{SearchFault, reading};
use super::gather::{Best, Found, Gather, Order};
use super::marks::Marker;
use super::pattern::{Matching, PatternMaker, Synonyms};
use super::plan::{AllUnits, Planner, Predicate, Sign};
use super::schema::Fields;
use super::units::{Ranks, SegmentUnits, Unit};
use super::vocabulary::Vocabulary;
use crate::text::query::Tree;
use rayon::prelude::*;
use std::sync::Arc;
use tantivy::Term;
use tantivy::index::SegmentReader;
use tantivy::query::{Bm25StatisticsProvider, EnableScoring};

/// Units from which segments are searched side by side; below, starting threads costs more than it gains.
const SIDE_BY_SIDE: u64 = 20_000;

/// What is wanted of a search beside the query.
pub struct Options<'a> {
    /// How words without quotation marks are compared.
    pub matching: Matching,
    /// Other words for the same thing.
    pub synonyms: &'a Synonyms<'a>,
    /// In which order hits come.
    pub order: Order,
    /// How many hits to give; all of them are counted. None gives all.
    pub limit: Option<usize>,
    /// Which units may be hits at all, as when interviewer turns are left out.
    pub admitted: &'a (dyn Fn(Unit) -> bool + Sync),
}

impl Default for Options<'_> {
    /// Fifty hits by lemma and relevance, from anywhere.
    fn default() -> Self {
        Self {
            matching: Matching::Lemmas,
            synonyms: &|_| Vec::new(),
            order: Order::Relevance,
            limit: Some(50),
            admitted: &|_| true,
        }
    }
}

/// Answers queries over a list of revisions.
#[derive(Clone)]
pub struct Searcher {
    fields: Fields,
    parts: Vec<tantivy::Searcher>,
    units: AllUnits,
    vocabulary: Vocabulary,
}

/// What a query found, and what shows it.
pub struct Answer {
    /// The hits.
    pub found: Found,
    /// Marks the words that are meant.
    pub marker: Marker,
}

impl Searcher {
    /// A searcher over these pictures of indexes, for these revisions.
    pub(super) fn new(
        fields: Fields,
        parts: Vec<tantivy::Searcher>,
        vocabulary: Vocabulary,
        ranks: &Ranks,
    ) -> Result<Self, String> {
        let units = reading(|| {
            let segments = parts.iter().flat_map(tantivy::Searcher::segment_readers);
            segments.map(|segment| Ok((segment.segment_id(), Arc::new(SegmentUnits::open(segment, ranks)?)))).collect()
        })?;
        Ok(Self { fields, parts, units: Arc::new(units), vocabulary })
    }

    /// Finds what a query asks for. `meaning` gives the predicate that a condition on the study stands for: a
    /// field, a relation of codings, `CODED`, or several of them joined by OR and NOT.
    ///
    /// # Errors
    /// [`SearchFault::Caller`] with what `meaning` refused, [`SearchFault::Damaged`] when the index cannot be read.
    pub fn search<E>(
        &self,
        tree: &Tree,
        meaning: impl FnMut(&Tree) -> Result<Predicate, E>,
        options: &Options<'_>,
    ) -> Result<Answer, SearchFault<E>> {
        let units = Arc::clone(&self.units);
        let patterns = PatternMaker::new(&self.vocabulary, options.matching, options.synonyms);
        let mut planner =
            Planner { fields: self.fields, units, patterns, meaning, wanted: Vec::new(), sign: Sign::Even };
        let query = planner.plan(tree)?;
        let marker = Marker::new(planner.wanted);
        let Some(first) = self.parts.first() else { return Ok(Answer { found: Found::default(), marker }) };
        let gather = Gather { order: options.order, limit: options.limit, admitted: options.admitted };
        let best = reading(|| {
            let scoring = match options.order {
                Order::Relevance => EnableScoring::enabled_from_statistics_provider(self, first),
                Order::Text | Order::Case => EnableScoring::disabled_from_searcher(first),
            };
            let weight = query.weight(scoring)?;
            let of_segment = |segment: &SegmentReader| match self.units.get(&segment.segment_id()) {
                Some(units) => gather.segment(weight.as_ref(), segment, units),
                None => Ok(Best::new(options.limit)),
            };
            let segments: Vec<&SegmentReader> = self.segments().collect();
            let none = || Best::new(options.limit);
            if segments.len() > 1 && self.total_num_docs()? >= SIDE_BY_SIDE {
                let best = segments.into_par_iter().map(of_segment);
                best.try_reduce(none, |a, b| Ok(a.join(b)))
            } else {
                segments.into_iter().map(of_segment).try_fold(none(), |all, best| Ok(all.join(best?)))
            }
        });
        best.map(|best| Answer { found: best.into_found(), marker }).map_err(SearchFault::Damaged)
    }

    fn segments(&self) -> impl Iterator<Item = &SegmentReader> {
        self.parts.iter().flat_map(tantivy::Searcher::segment_readers)
    }
}

/// Words are weighed over all parts together, so that a hit scores the same wherever its text lies.
impl Bm25StatisticsProvider for Searcher {
    fn total_num_tokens(&self, field: tantivy::schema::Field) -> tantivy::Result<u64> {
        self.parts.iter().map(|part| part.total_num_tokens(field)).sum()
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.parts.iter().map(Bm25StatisticsProvider::total_num_docs).sum()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.parts.iter().map(|part| part.doc_freq(term)).sum()
    }
}
