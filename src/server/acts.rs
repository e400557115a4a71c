//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod codes;
mod coding;
mod comments;
mod correct;
mod finding;
mod history;
mod import;
mod memos;
mod people;
mod project;
mod quotes;
mod session;
mod study;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    let mut all = Vec::new();
    all.extend(codes::routes());
    all.extend(coding::routes());
    all.extend(comments::routes());
    all.extend(correct::routes());
    all.extend(finding::routes());
    all.extend(history::routes());
    all.extend(import::routes());
    all.extend(memos::routes());
    all.extend(people::routes());
    all.extend(project::routes());
    all.extend(quotes::routes());
    all.extend(session::routes());
    all.extend(study::routes());
    all
}
