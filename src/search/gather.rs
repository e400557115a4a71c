//! Collects the hits of a query: counts all of them and keeps the best. Relevance is BM25 (Robertson & Zaragoza 2009)
//! over all texts together; equal ones stand in the order of the transcripts and of their turns.

use super::units::{SegmentUnits, Unit};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use tantivy::index::SegmentReader;
use tantivy::query::Weight;
use tantivy::{DocSet, TERMINATED};

/// Scores that differ by less than this part of one count as equal: adding up in another order changes the last bits, and
/// the order of hits must not depend on how the index happens to be split.
const STEPS: f32 = 1024.0;

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The most relevant first.
    #[default]
    Relevance,
    /// As the transcripts were given, and within each from top to bottom.
    Text,
    /// By case: as [`Order::Text`] here, where nothing is known of cases; whoever asks sorts.
    Case,
}

/// A unit that a query found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The unit.
    pub unit: Unit,
    /// Relevance; 0 in text order and where nothing but fields were asked for.
    pub score: f32,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// All hits, also those beyond the limit.
    pub total: usize,
    /// The hits, in order, up to the limit.
    pub hits: Vec<Hit>,
}

/// What decides which hits count and which come first.
pub(super) struct Gather<'a> {
    pub(super) order: Order,
    pub(super) limit: Option<usize>,
    pub(super) admitted: &'a (dyn Fn(Unit) -> bool + Sync),
}

impl Gather<'_> {
    /// The hits in one segment.
    pub(super) fn segment(
        &self,
        weight: &dyn Weight,
        segment: &SegmentReader,
        units: &SegmentUnits,
    ) -> tantivy::Result<Best> {
        let mut best = Best::new(self.limit);
        let alive = segment.alive_bitset();
        let mut scorer = weight.scorer(segment, 1.0)?;
        let mut document = scorer.doc();
        while document != TERMINATED {
            if alive.is_none_or(|alive| alive.is_alive(document))
                && let Some(unit) = units.of(document)
                && (self.admitted)(unit)
            {
                let score = match self.order {
                    Order::Relevance => scorer.score(),
                    Order::Text | Order::Case => 0.0,
                };
                best.add(Ranked::new(Hit { unit, score }));
            }
            document = scorer.advance();
        }
        Ok(best)
    }
}

/// The best hits seen so far.
pub(super) struct Best {
    total: usize,
    limit: usize,
    kept: BinaryHeap<Ranked>,
}

impl Best {
    pub(super) fn new(limit: Option<usize>) -> Self {
        Self { total: 0, limit: limit.unwrap_or(usize::MAX), kept: BinaryHeap::new() }
    }

    fn add(&mut self, hit: Ranked) {
        self.total += 1;
        if self.kept.len() < self.limit {
            self.kept.push(hit);
        } else if let Some(mut worst) = self.kept.peek_mut()
            && hit < *worst
        {
            *worst = hit;
        }
    }

    /// Takes in the hits of another segment.
    pub(super) fn join(mut self, other: Self) -> Self {
        let total = self.total + other.total;
        for hit in other.kept {
            self.add(hit);
        }
        self.total = total;
        self
    }

    pub(super) fn into_found(self) -> Found {
        let hits = self.kept.into_sorted_vec().into_iter().map(|ranked| ranked.hit).collect();
        Found { total: self.total, hits }
    }
}

/// A hit that comes before another when it is less.
struct Ranked {
    step: i32,
    hit: Hit,
}

impl Ranked {
    fn new(hit: Hit) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "scores are far below a million, and a cast of floats saturates"
        )]
        let step = (hit.score * STEPS + 0.5) as i32;
        Self { step, hit }
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        other.step.cmp(&self.step).then_with(|| self.hit.unit.cmp(&other.hit.unit))
    }
}
impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Ranked {}
