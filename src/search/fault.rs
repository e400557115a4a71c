//! What can go wrong while searching.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a search gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SearchFault<E> {
    /// The caller could not read a text, or does not know a field of the query.
    #[error("{0}")]
    Caller(E),
    /// The index is damaged: throw it away with [`super::SearchIndex::renew`], catch up and search again.
    #[error("index: {0}")]
    Damaged(String),
}

/// Runs something that reads the files of an index. Their contents are checked for their length when they are opened but
/// not byte for byte, so that damage inside may surface as an error or as a panic of the index library: both become a
/// message.
pub(super) fn reading<T>(work: impl FnOnce() -> tantivy::Result<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(error.to_string()),
        Err(panic) => Err(message(panic.as_ref())),
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("panic").to_owned()
}
