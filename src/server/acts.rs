//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod codes;
mod coding;
mod comments;
mod history;
mod memos;
mod session;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    let mut all = Vec::new();
    all.extend(codes::routes());
    all.extend(coding::routes());
    all.extend(comments::routes());
    all.extend(history::routes());
    all.extend(memos::routes());
    all.extend(session::routes());
    all
}
