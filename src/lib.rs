//! tmp
pub mod analysis;
pub mod model;
pub mod store;
pub mod text;
