//! Pure functions on strings.
mod points;
mod query;
pub use points::PointIndex;
pub use query::{Field, Tree, Words};
