//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod coding;
mod finding;
mod history;
mod quotes;
mod session;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [finding::routes(), quotes::routes(), coding::routes(), history::routes(), session::routes()].concat()
}
