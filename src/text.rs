//! Pure functions on strings: what a text is made of, and how people and programs point into it.
//!
//! - `canonical` the one form in which texts are kept, `hints` what a file says of its form
//! - `structure` lines, paragraphs, headings, turns of speakers, time marks
//! - `points` bytes and code points, `locate` a typed quote in a text, `correction` moving stretches along with an edit
//! - `shorten` whether a report text says only what its fragment says
//! - `fold` and `words` how search compares words, `query` the query language
//! - `pieces`, `exact`, `typography` what the above are made of

pub mod canonical;
mod correction;
pub mod exact;
pub mod fold;
pub mod hints;
mod locate;
pub mod pieces;
mod points;
pub mod query;
mod shorten;
mod structure;
pub mod typography;
pub mod words;

pub use correction::{Map, Moved, Side as EditSide, move_span, word_diff};
pub use hints::Hints;
pub use locate::{Located, Locator, Nearest, locate, nearest};
pub use points::PointIndex;
pub use query::{
    DEEPEST_QUERY, Field, LONGEST_QUERY, Operator, QueryFault, QueryFaultKind, Side, Tree, Words, WordsKind,
    parse as parse_query,
};
pub use shorten::{ShortenFault, ShortenProblem, check_shortened};
pub use structure::structure;
