//! Whether search finds what an independent scan of the words finds, and whether the index survives what may happen to
//! it.

mod finding;
mod folder;
mod study;
