//! The screens: one file each, which hands in its addresses here.

mod comments;
mod keys;
mod passages;
mod study;

pub(super) use comments::kind_word as comment_kind_word;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [study::routes(), keys::routes(), comments::routes()].concat()
}
