//! The screens: one file each, which hands in its addresses here.

mod board;
mod codebook;
mod codes;
mod comments;
mod compare;
mod correct;
mod history;
mod import;
mod keys;
mod memos;
mod passages;
mod people;
mod start;
mod study;
mod transcript;

pub(super) use comments::kind_word as comment_kind_word;
pub(super) use memos::memo_kind;
mod quotes;
mod search;

pub(super) use people::{KINDS as TEXT_KINDS, sheet_of, sheet_word};
pub(super) use search::Wanted;

use super::routes::Route;

pub(super) fn routes() -> Vec<Route> {
    let mut all = Vec::new();
    all.extend(board::routes());
    all.extend(codebook::routes());
    all.extend(codes::routes());
    all.extend(comments::routes());
    all.extend(compare::routes());
    all.extend(correct::routes());
    all.extend(history::routes());
    all.extend(import::routes());
    all.extend(keys::routes());
    all.extend(memos::routes());
    all.extend(people::routes());
    all.extend(quotes::routes());
    all.extend(search::routes());
    all.extend(start::routes());
    all.extend(study::routes());
    all.extend(transcript::routes());
    all
}
