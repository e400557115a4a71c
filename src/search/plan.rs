//! Turns a query tree into a query of the index, and remembers the patterns that speak for a hit, which the marks show.
//! A condition on the study becomes a predicate over units, which the index asks only for units that the words have left
//! over.

use super::fault::SearchFault;
use super::pattern::{Pattern, PatternMaker};
use super::schema::Fields;
use super::units::{SegmentUnits, Unit};
use super::without::Without;
use super::words_query::WordsQuery;
use crate::text::query::Tree;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use tantivy::DocId;
use tantivy::index::{SegmentId, SegmentReader};
use tantivy::query::doc_predicate_query::{DocPredicateQuery, FunctionPredicate};
use tantivy::query::{BooleanQuery, BoostQuery, EmptyQuery, Occur, Query};

/// Whether a unit has a property.
pub type Predicate = Arc<dyn Fn(Unit) -> bool + Send + Sync>;

/// The units of every segment of a searcher.
pub(super) type AllUnits = Arc<FxHashMap<SegmentId, Arc<SegmentUnits>>>;

/// What a query is turned into an index query with.
pub(super) struct Planner<'a, F> {
    pub(super) fields: Fields,
    pub(super) units: AllUnits,
    pub(super) patterns: PatternMaker<'a>,
    /// Gives the meaning of a condition on the study.
    pub(super) meaning: F,
    /// The patterns that speak for a hit: those under an even number of NOTs.
    pub(super) wanted: Vec<Arc<Pattern>>,
    pub(super) sign: Sign,
}

/// Under how many NOTs the planner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Even,
    Odd,
}

impl Sign {
    fn other(self) -> Self {
        match self {
            Self::Even => Self::Odd,
            Self::Odd => Self::Even,
        }
    }
}

impl<E, F: FnMut(&Tree) -> Result<Predicate, E>> Planner<'_, F> {
    pub(super) fn plan(&mut self, tree: &Tree) -> Result<Box<dyn Query>, SearchFault<E>> {
        match tree {
            Tree::Words(_) | Tree::Near(_) => {
                let Some(pattern) = self.patterns.tree(tree) else { return Ok(Box::new(EmptyQuery)) };
                let pattern = Arc::new(pattern);
                if self.sign == Sign::Even {
                    self.wanted.push(Arc::clone(&pattern));
                }
                Ok(Box::new(WordsQuery { pattern, fields: self.fields }))
            }
            // One predicate for all of it: a union of predicates would put each to every unit of the index.
            Tree::Any(_) | Tree::Not(_) if !has_words(tree) => {
                let predicate = (self.meaning)(tree).map_err(SearchFault::Caller)?;
                Ok(having(predicate, Arc::clone(&self.units)))
            }
            Tree::Field(_) | Tree::Codings(_) | Tree::Coded(_) => {
                let predicate = (self.meaning)(tree).map_err(SearchFault::Caller)?;
                Ok(having(predicate, Arc::clone(&self.units)))
            }
            Tree::Not(part) => {
                self.sign = self.sign.other();
                let unwanted = self.plan(part);
                self.sign = self.sign.other();
                Ok(Box::new(Without { unwanted: Arc::from(unwanted?) }))
            }
            Tree::All(parts) if parts.is_empty() => Ok(Box::new(Without { unwanted: Arc::new(EmptyQuery) })),
            Tree::All(parts) => self.joined(parts, Occur::Must),
            Tree::Any(parts) => self.joined(parts, Occur::Should),
        }
    }

    fn joined(&mut self, parts: &[Tree], occur: Occur) -> Result<Box<dyn Query>, SearchFault<E>> {
        let planned = distinct(parts).map(|part| Ok((occur, self.plan(part)?)));
        Ok(Box::new(BooleanQuery::new(planned.collect::<Result<_, _>>()?)))
    }
}

/// Whether anything is looked for in the text.
fn has_words(tree: &Tree) -> bool {
    match tree {
        Tree::Words(_) | Tree::Near(_) => true,
        Tree::All(parts) | Tree::Any(parts) => parts.iter().any(has_words),
        Tree::Not(part) => has_words(part),
        Tree::Field(_) | Tree::Codings(_) | Tree::Coded(_) => false,
    }
}

/// The parts without words that were named before: a pasted page of text has each word many times.
fn distinct(parts: &[Tree]) -> impl Iterator<Item = &Tree> {
    let mut seen = FxHashSet::default();
    parts.iter().filter(move |part| match part {
        Tree::Words(words) => seen.insert((words.kind, words.text.as_str())),
        Tree::All(_)
        | Tree::Any(_)
        | Tree::Not(_)
        | Tree::Field(_)
        | Tree::Near(_)
        | Tree::Codings(_)
        | Tree::Coded(_) => true,
    })
}

/// The units with a property, adding nothing to the score.
fn having(predicate: Predicate, units: AllUnits) -> Box<dyn Query> {
    let of_segment = move |segment: &SegmentReader| {
        let (units, predicate) = (units.get(&segment.segment_id()).cloned(), Arc::clone(&predicate));
        Ok(move |document: DocId| {
            units.as_ref().and_then(|units| units.of(document)).is_some_and(|unit| predicate(unit))
        })
    };
    let query = DocPredicateQuery::from(FunctionPredicate::from(of_segment));
    Box::new(BoostQuery::new(Box::new(query), 0.0))
}
