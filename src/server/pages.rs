//! The screens: one file each, which hands in its addresses here.

mod codes;
mod correct;
mod history;
mod import;
mod keys;
mod start;
mod study;
mod transcript;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [
        study::routes(),
        transcript::routes(),
        codes::routes(),
        keys::routes(),
        start::routes(),
        import::routes(),
        correct::routes(),
        history::routes(),
    ]
    .concat()
}
