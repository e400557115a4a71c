//! Wrong input: the message names the thing and the way out, and nothing changes.
//!
//! - `texts` files that are no interviews, `tables` codings and participants, `codebooks`
//! - `places` words that are not where they should be, `queries` searches and filters
//! - `project_file` the project itself, the disk below it and the index beside it, `way_back` undo and redo

mod codebooks;
mod places;
mod project_file;
mod queries;
mod tables;
mod texts;
mod way_back;
