//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod codes;
mod coding;
mod history;
mod session;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [codes::routes(), coding::routes(), history::routes(), session::routes()].concat()
}
