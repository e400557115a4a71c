//! The screens: one file each, which hands in its addresses here.

mod keys;
mod search;
mod study;

pub(super) use search::Wanted;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [study::routes(), search::routes(), keys::routes()].concat()
}
