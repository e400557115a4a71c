//! The screens: one file each, which hands in its addresses here.

mod board;
mod codebook;
mod compare;
mod keys;
mod study;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [study::routes(), codebook::routes(), board::routes(), compare::routes(), keys::routes()].concat()
}
