//! The screens: one file each, which hands in its addresses here.

mod comments;
mod keys;
mod memos;
mod passages;
mod people;
mod study;

pub(super) use comments::kind_word as comment_kind_word;
pub(super) use memos::memo_kind;
pub(super) use people::{KINDS as TEXT_KINDS, sheet_of, sheet_word};

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    [study::routes(), keys::routes(), comments::routes(), memos::routes(), people::routes()].concat()
}
