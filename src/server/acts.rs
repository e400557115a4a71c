//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod comments;
mod history;
mod memos;
mod people;
mod session;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [history::routes(), session::routes(), comments::routes(), memos::routes(), people::routes()].concat()
}
