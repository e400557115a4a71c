//! tmp
pub mod analysis;
pub mod import;
pub mod model;
pub mod project;
pub mod search;
pub mod store;
pub mod text;
