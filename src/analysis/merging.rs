//! What a merge of codes would come to, before anybody does it.

use super::list::At;
use super::{CodingAt, Place, Study};
use crate::model::{Code, Coder};
use std::collections::{BTreeMap, BTreeSet};

/// What a merge would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergePreview {
    /// Codings of the code that stays.
    pub stays: usize,
    /// Codings that would get the other code.
    pub moving: usize,
    /// Codings that would become one with a coding of the same coder on the same fragment.
    pub joining: usize,
    /// Distinct fragments afterwards.
    pub fragments: usize,
    /// Fragments that carry more than one of the codes, in reading order.
    pub shared: Vec<At<Place>>,
    /// Chosen quotes that would come along.
    pub quotes: usize,
    /// Codes that stand under one of those that go, in some taxonomy.
    pub children: Vec<At<Code>>,
}

/// What a merge of `sources` into `target` would do.
#[must_use]
pub fn merge_preview(study: &Study, sources: &[At<Code>], target: At<Code>) -> MergePreview {
    let codings = |code: At<Code>| study.codings_with(code).iter().map(|at| &study.codings[*at]);
    let key = |coding: &CodingAt| (coding.place, coding.coder);
    let mut standing: BTreeSet<(At<Place>, At<Coder>)> = codings(target).map(key).collect();
    let mut carried: BTreeMap<At<Place>, BTreeSet<At<Code>>> = BTreeMap::new();
    for code in sources.iter().chain([&target]) {
        for coding in codings(*code) {
            carried.entry(coding.place).or_default().insert(*code);
        }
    }
    let stays = standing.len();
    let (mut moving, mut joining) = (0, 0);
    for coding in sources.iter().flat_map(|code| codings(*code)) {
        if standing.insert(key(coding)) { moving += 1 } else { joining += 1 }
    }
    let going: BTreeSet<_> = sources.iter().map(|at| study.codes[*at].id).collect();
    let quotes = study.rows().quotes.iter().filter(|quote| going.contains(&quote.code)).count();
    let below = study.rows().placements.iter().filter(|row| row.parent.is_some_and(|parent| going.contains(&parent)));
    let children: BTreeSet<_> = below.filter_map(|row| study.code_at(row.code)).collect();
    MergePreview {
        stays,
        moving,
        joining,
        fragments: carried.len(),
        shared: carried.into_iter().filter(|(_, codes)| codes.len() > 1).map(|(place, _)| place).collect(),
        quotes,
        children: children.into_iter().collect(),
    }
}
