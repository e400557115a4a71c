//! Pure functions on strings: what a text is made of, and how people and programs point into it.
//!
//! - `canonical` the one form in which texts are kept, `hints` what a file says of its form
//! - `structure` lines, paragraphs, headings, turns of speakers, time marks
//! - `sentences` sentences, written and spoken
//! - `points` bytes and code points, `locate` a typed quote in a text, `correction` moving stretches along with an edit
//! - `extending` from found words to the stretch that is coded
//! - `shorten` whether a report text says only what its fragment says
//! - `fold` and `words` how search compares words, `synonyms` which it treats as one, `query` the query language
//! - `function_words` words that carry grammar rather than content
//! - `context` what stands before and behind a place
//! - `dutch` which words are forms of which
//! - `pieces`, `exact`, `typography` what the above are made of

pub mod canonical;
mod context;
mod correction;
pub mod dutch;
pub mod exact;
mod extending;
pub mod fold;
mod function_words;
pub mod hints;
mod locate;
pub mod pieces;
mod points;
pub mod query;
mod sentences;
mod shorten;
mod structure;
pub mod synonyms;
pub mod typography;
pub mod words;

pub use context::{first_words, last_words};
pub use correction::{Map, Moved, Side as EditSide, move_span, word_diff};
pub use extending::{Extent, Said, extended};
pub use function_words::is_function_word;
pub use hints::Hints;
pub use locate::{Located, Locator, Nearest, locate, nearest};
pub use points::{PointIndex, PointNotes};
pub use query::{
    DEEPEST_QUERY, Field, LONGEST_QUERY, LONGEST_REACH, MOST_WIDENED, Near, Operator, PatternProblem, QueryFault,
    QueryFaultKind, Quoting, Reach, Relation, RelationKind, Side, Tree, Words, WordsKind, parse as parse_query,
    word_pattern,
};
pub use sentences::sentences;
pub use shorten::{ShortenFault, ShortenProblem, check_shortened};
pub use structure::{LabelRole, label_roles, structure, with_roles};
pub use synonyms::{SynonymFault, SynonymForm, SynonymGroup, Synonyms};
