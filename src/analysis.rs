//! What a study says: an immutable picture of the project in memory, and everything that is computed from it. Every
//! function here is pure: a [`Study`] and a few options in, plain data out; nothing knows of SQL, HTML or files, and one
//! number is computed in one place.
//!
//! - `study` the picture, `list` its dense tables, `places` where fragments stand and whose words they are
//! - `apply` the next picture from a verb's changes, `naming` from a typed name to the thing
//! - `filter` what answers to `casus:3` or `rol:netwerk`, `count` distinct things once each
//! - `taxonomy` the theme and label table, `quotes` coded fragments, `overview` cases, respondents and progress,
//!   `progress` that of each coder in each text
//! - `keyness` how characteristic a word is of a part

mod apply;
mod count;
mod filter;
mod keyness;
mod list;
mod naming;
mod overview;
mod pairs;
mod places;
mod progress;
mod quotes;
mod study;
mod taxonomy;

pub use count::{Admitted, Counts, Tally};
pub use filter::{Context, Expected, Filter, FilterFault};
pub use keyness::{Keyness, Lean, Usage, per_million};
pub use list::{At, List};
pub use naming::{NameKind, Unknown};
pub use overview::{CaseLine, CaseOverview, CoderLine, Overview, RoleLine, cases, overview};
pub use places::{CodingAt, Place};
pub use progress::{Progress, ProgressTable, progress};
pub use quotes::{QuoteChoice, Spread, chosen_under, coded_fragments, spread};
pub use study::{ParticipantsOf, Study, TaxonomyTree, Text, TreeNode};
pub use taxonomy::{Branch, Group, GroupBy, Population, TaxonomyOptions, TaxonomyTable, groups, taxonomy_table};
