//! Finds words in the transcripts. The index (tantivy) holds nothing but the words of each unit, a turn or a paragraph,
//! and which unit of which revision it is: no codes, cases or roles, so that no coding touches it, and no text, so that it
//! can always be thrown away. What else a query asks for (`casus:3`) is decided by predicates that the caller gives.
//!
//! [`SearchIndex`] is the index beside a project and keeps up with it; [`Searcher`] is a picture of it at one moment,
//! completed in memory with what the index lacks, that answers queries; [`marks`] shows which words of a unit a query
//! means. The three cut and compare words in one way, so that every hit found by its words has a mark.

mod cutter;
mod document;
mod fault;
mod folder;
mod gather;
mod index;
mod leaf;
mod ledger;
mod marks;
mod plan;
mod schema;
mod searcher;
mod stems;
mod units;
mod upkeep;
mod without;

pub use fault::SearchFault;
pub use gather::{Found, Hit, Order};
pub use index::{OpenState, Opened, RebuildReason, SearchIndex};
pub use leaf::Matching;
pub use marks::{Marker, marks};
pub use plan::Predicate;
pub use searcher::{Options, Searcher};
pub use units::Unit;
pub use upkeep::Caught;

#[cfg(test)]
mod tests;
