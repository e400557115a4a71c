//! Finds words in the transcripts. The index (tantivy) holds nothing but the words of each unit, a turn or a paragraph,
//! and which unit of which revision it is: no codes, cases or roles, so that no coding touches it, and no text, so that it
//! can always be thrown away. What else a query asks for (`casus:3`) is decided by predicates that the caller gives.
//!
//! [`SearchIndex`] is the index beside a project and keeps up with it; [`Searcher`] is a picture of it at one moment,
//! completed in memory with what the index lacks, that answers queries; [`Marker`] shows which words of a unit a query
//! means; [`Likeness`] ranks passages by the words they share with others.
//!
//! - what is indexed: `schema`, `document`, `cutter`, `keys` (hyphens, verbs that stand apart, sentences), `units`
//! - what belongs together: `forms` (lemma, stem, parts), `vocabulary` (all forms of a word in this index), `stems`
//! - a query's way: `plan`, `pattern` (written forms of each word), `words_query`, `finder`, `occurrences`, `near`,
//!   `without`, `gather`; then `marks`
//! - the folder: `index`, `folder`, `ledger`, `upkeep`

mod alike;
mod counts;
mod cutter;
mod document;
mod fault;
mod finder;
mod folder;
mod forms;
mod gather;
mod index;
mod keys;
mod ledger;
mod marks;
mod near;
mod occurrences;
mod pattern;
mod plan;
mod schema;
mod searcher;
mod stems;
mod units;
mod upkeep;
mod vocabulary;
mod without;
mod words_query;

pub use alike::{Likeness, Ranking, Speaking};
pub use counts::{Bin, Countable, Spread, Stretch, WordCount, WordCounter, WordCounts};
pub use fault::SearchFault;
pub use gather::{Found, Hit, Order};
pub use index::{OpenState, Opened, RebuildReason, SearchIndex};
pub use marks::Marker;
pub use pattern::{Matching, Synonyms};
pub use plan::Predicate;
pub use searcher::{Answer, Options, Searcher};
pub use units::Unit;
pub use upkeep::Caught;

#[cfg(test)]
mod tests;
