//! The screens: one file each, which hands in its addresses here.

mod board;
mod codebook;
mod compare;
mod codes;
mod keys;
mod study;
mod transcript;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [
        study::routes(),
        transcript::routes(),
        codes::routes(),
        codebook::routes(),
        board::routes(),
        compare::routes(),
        keys::routes(),
    ]
    .concat()
}
