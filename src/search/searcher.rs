//! A picture of the index at one moment that answers queries. It is made for a list of revisions: those that the index
//! holds are read from there, the others from a small index in memory, and everything else is left out, so that the
//! answer is the same whether the index on disk is up to date, behind, or not there.

use super::fault::{SearchFault, reading};
use super::gather::{Best, Found, Gather, Order};
use super::leaf::Matching;
use super::plan::{AllUnits, Planner, Predicate};
use super::schema::Fields;
use super::stems::Stems;
use super::units::{Ranks, SegmentUnits, Unit};
use crate::text::query::{Field, Tree};
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
    /// In which order hits come.
    pub order: Order,
    /// How many hits to give; all of them are counted. None gives all.
    pub limit: Option<usize>,
    /// Which units may be hits at all, as when interviewer turns are left out.
    pub admitted: &'a (dyn Fn(Unit) -> bool + Sync),
}

impl Default for Options<'_> {
    /// Fifty hits by stem and relevance, from anywhere.
    fn default() -> Self {
        Self { matching: Matching::Stems, order: Order::Relevance, limit: Some(50), admitted: &|_| true }
    }
}

/// Answers queries over a list of revisions.
#[derive(Clone)]
pub struct Searcher {
    fields: Fields,
    parts: Vec<tantivy::Searcher>,
    units: AllUnits,
}

impl Searcher {
    /// A searcher over these pictures of indexes, for these revisions.
    pub(super) fn new(fields: Fields, parts: Vec<tantivy::Searcher>, ranks: &Ranks) -> Result<Self, String> {
        let units = reading(|| {
            let segments = parts.iter().flat_map(tantivy::Searcher::segment_readers);
            segments.map(|segment| Ok((segment.segment_id(), Arc::new(SegmentUnits::open(segment, ranks)?)))).collect()
        })?;
        Ok(Self { fields, parts, units: Arc::new(units) })
    }

    /// Finds what a query asks for. `meaning` gives the predicate that a field of the query stands for; it is asked once
    /// for each field.
    ///
    /// # Errors
    /// [`SearchFault::Caller`] with what `meaning` refused, [`SearchFault::Damaged`] when the index cannot be read.
    pub fn search<E>(
        &self,
        tree: &Tree,
        meaning: impl FnMut(&Field) -> Result<Predicate, E>,
        options: &Options<'_>,
    ) -> Result<Found, SearchFault<E>> {
        let units = Arc::clone(&self.units);
        let mut planner =
            Planner { fields: self.fields, units, matching: options.matching, stems: Stems::new(), meaning };
        let query = planner.plan(tree)?;
        let Some(first) = self.parts.first() else { return Ok(Found::default()) };
        let gather = Gather { order: options.order, limit: options.limit, admitted: options.admitted };
        let best = reading(|| {
            let scoring = match options.order {
                Order::Relevance => EnableScoring::enabled_from_statistics_provider(self, first),
                Order::Text => EnableScoring::disabled_from_searcher(first),
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
        best.map(Best::into_found).map_err(SearchFault::Damaged)
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
