//! Turns a query tree into a query of the index. Words become terms or phrases of a layer; a field becomes a predicate
//! over units, which the index asks only for documents that the words have left over.

use super::fault::SearchFault;
use super::leaf::{Leaf, Matching};
use super::schema::Fields;
use super::stems::Stems;
use super::units::{SegmentUnits, Unit};
use super::without::Without;
use crate::text::query::{Field, Tree, WordsKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use tantivy::DocId;
use tantivy::index::{SegmentId, SegmentReader};
use tantivy::query::doc_predicate_query::{DocPredicateQuery, FunctionPredicate};
use tantivy::query::{BooleanQuery, BoostQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

/// Whether a unit has a property.
pub type Predicate = Arc<dyn Fn(Unit) -> bool + Send + Sync>;

/// The units of every segment of a searcher.
pub(super) type AllUnits = Arc<FxHashMap<SegmentId, Arc<SegmentUnits>>>;

/// What a query is turned into an index query with.
pub(super) struct Planner<F> {
    pub(super) fields: Fields,
    pub(super) units: AllUnits,
    pub(super) matching: Matching,
    pub(super) stems: Stems,
    /// Gives the meaning of a field.
    pub(super) meaning: F,
}

impl<E, F: FnMut(&Field) -> Result<Predicate, E>> Planner<F> {
    pub(super) fn plan(&mut self, tree: &Tree) -> Result<Box<dyn Query>, SearchFault<E>> {
        match tree {
            Tree::Words(typed) => Ok(words(self.fields, &Leaf::new(typed, self.matching, &mut self.stems))),
            Tree::Field(field) => {
                let predicate = (self.meaning)(field).map_err(SearchFault::Caller)?;
                Ok(having(predicate, Arc::clone(&self.units)))
            }
            Tree::Not(part) => Ok(Box::new(Without { unwanted: Arc::from(self.plan(part)?) })),
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

/// The parts without words that were named before: a pasted page of text has each word many times.
fn distinct(parts: &[Tree]) -> impl Iterator<Item = &Tree> {
    let mut seen = FxHashSet::default();
    parts.iter().filter(move |part| match part {
        Tree::Words(words) => seen.insert((words.kind == WordsKind::Phrase, words.text.as_str())),
        Tree::All(_) | Tree::Any(_) | Tree::Not(_) | Tree::Field(_) => true,
    })
}

fn words(fields: Fields, leaf: &Leaf) -> Box<dyn Query> {
    let mut terms: Vec<_> = leaf.parts.iter().map(|part| fields.word(leaf.layer, part)).collect();
    match (terms.len(), terms.pop()) {
        (1, Some(term)) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        (_, Some(last)) => {
            terms.push(last);
            Box::new(PhraseQuery::new(terms))
        }
        (_, None) => Box::new(EmptyQuery),
    }
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
