//! What changes the study: each address reads a form, calls one verb and says what it did. One file per sort of change,
//! which hands in its addresses here.

mod coding;
mod correct;
mod history;
mod import;
mod project;
mod session;
mod study;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [
        coding::routes(),
        history::routes(),
        session::routes(),
        project::routes(),
        import::routes(),
        correct::routes(),
        study::routes(),
    ]
    .concat()
}
