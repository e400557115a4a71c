//! The screens: one file each, which hands in its addresses here.

mod codes;
mod keys;
mod quotes;
mod search;
mod study;
mod tables;
mod transcript;

pub(super) use search::Wanted;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [
        search::routes(),
        quotes::routes(),
        tables::routes(),
        study::routes(),
        transcript::routes(),
        codes::routes(),
        keys::routes(),
    ]
    .concat()
}
