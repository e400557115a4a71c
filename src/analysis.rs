//! What a study says: an immutable picture of the project in memory, and everything that is computed from it. Every
//! function here is pure: a [`Study`] and a few options in, plain data out; nothing knows of SQL, HTML or files, and one
//! number is computed in one place.
//!
//! - `study` the picture, `list` its dense tables, `places` where fragments stand and whose words they are
//! - `apply` the next picture from a verb's changes, `naming` from a typed name to the thing
//! - `filter` what answers to `casus:3` or `rol:netwerk`, `count` distinct things once each
//! - `taxonomy` the theme and label table, `matrix` codes against cases, roles and the rest, `quotes` coded fragments,
//!   `overview` cases, respondents and progress, `progress` that of each coder in each text
//! - `codebook` codes in numbers, `merging` what a merge would come to, `comparison` fragments side by side
//! - `comments` what is to be discussed of a coding, `differences` where two coders differ, `pairs` who may see whose
//! - `keyness` how characteristic a word is of a part

mod apply;
mod codebook;
mod comments;
mod comparison;
mod count;
mod differences;
mod filter;
mod keyness;
mod list;
mod matrix;
mod merging;
mod naming;
mod overview;
mod pairs;
mod places;
mod progress;
mod quotes;
mod study;
mod taxonomy;

pub use codebook::{CodeCounts, CodebookCounts, CountedNode};
pub use comparison::{CompareBy, ComparedColumn, ComparedFragment, Comparison, compare};
pub use count::{Admitted, Counts, Tally};
pub use differences::{Compared, Difference, DifferenceKind, differences};
pub use filter::{Context, Expected, Filter, FilterFault};
pub use keyness::{Keyness, Lean, Usage, per_million};
pub use list::{At, List};
pub use matrix::{Matrix, MatrixColumns, MatrixOptions, MatrixRows, matrix};
pub use merging::{MergePreview, merge_preview};
pub use naming::{NameKind, Unknown};
pub use overview::{CaseLine, CaseOverview, CoderLine, Overview, RoleLine, cases, overview};
pub use places::{CodingAt, Place};
pub use progress::{Progress, ProgressTable, progress};
pub use quotes::{QuoteChoice, Spread, chosen_under, coded_fragments, spread};
pub use study::{ParticipantsOf, Study, TaxonomyTree, Text, TreeNode};
pub use taxonomy::{Branch, Group, GroupBy, Population, TaxonomyOptions, TaxonomyTable, groups, taxonomy_table};
