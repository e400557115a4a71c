//! The screens: one file each, which hands in its addresses here.

mod correct;
mod import;
mod keys;
mod start;
mod study;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [study::routes(), keys::routes(), start::routes(), import::routes(), correct::routes()].concat()
}
