//! What stands beside a transcript: the other transcripts, and the codebook with its counts in this one.

use crate::analysis::{At, Study, Text, TreeNode};
use crate::model::{Code, Level, fold_name};
use crate::report::Tints;
use crate::server::address;
use crate::server::pages::codes::counts_in;
use std::collections::BTreeMap;

/// Another transcript.
#[derive(Clone)]
pub(super) struct Neighbour {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) here: bool,
    /// The coder has finished it.
    pub(super) finished: bool,
    /// The coder has coded something in it.
    pub(super) coded: bool,
}

fn neighbour(study: &Study, at: At<Text>, here: At<Text>, own: &str) -> Neighbour {
    let name = &study.texts[at].row.name;
    let is_own = |coder| fold_name(&study.coders[coder].name) == own;
    Neighbour {
        name: name.clone(),
        href: address::transcript(name),
        here: at == here,
        finished: study.finished_in(at).into_iter().any(is_own),
        coded: study.coders_in(at).into_iter().any(is_own),
    }
}

/// All transcripts, in order.
pub(super) fn all(study: &Study, here: At<Text>, coder: &str) -> Vec<Neighbour> {
    let own = fold_name(coder);
    study.texts.positions().map(|at| neighbour(study, at, here, &own)).collect()
}

/// The transcripts before and after this one.
pub(super) fn around(study: &Study, here: At<Text>) -> (Option<Neighbour>, Option<Neighbour>) {
    let at = |number: Option<usize>| {
        number.filter(|number| *number < study.texts.len()).map(|number| neighbour(study, At::new(number), here, ""))
    };
    (at(here.number().checked_sub(1)), at(Some(here.number() + 1)))
}

/// A taxonomy as it stands beside a transcript, or the codes that stand in none.
pub(super) struct SideTree {
    pub(super) title: String,
    pub(super) lines: Vec<SideLine>,
}

/// A code in it.
pub(super) struct SideLine {
    pub(super) name: String,
    pub(super) class: String,
    /// 1 is the top.
    pub(super) depth: usize,
    pub(super) open: bool,
    /// Codings in this transcript, with those of codes below it.
    pub(super) here: usize,
}

/// The codebook with counts in a transcript, of one coder when another's are hidden.
pub(super) fn trees(
    study: &Study,
    tints: &Tints,
    here: At<Text>,
    only: Option<&str>,
    unplaced: &'static str,
) -> Vec<SideTree> {
    let counts = counts_in(study, Some(here), only);
    let mut trees: Vec<SideTree> = study
        .taxonomies
        .rows()
        .iter()
        .map(|tree| {
            let mut lines = Vec::new();
            for root in &tree.roots {
                walk(study, tints, root, 1, &counts, &mut lines);
            }
            SideTree { title: tree.row.title.clone(), lines }
        })
        .collect();
    let loose = study.unplaced().into_iter().map(|at| line(study, tints, at, 1, counts.get(&at).copied().unwrap_or(0)));
    let loose: Vec<SideLine> = loose.collect();
    if !loose.is_empty() {
        trees.push(SideTree { title: unplaced.to_owned(), lines: loose });
    }
    trees
}

fn walk(
    study: &Study,
    tints: &Tints,
    node: &TreeNode,
    depth: usize,
    counts: &BTreeMap<At<Code>, usize>,
    lines: &mut Vec<SideLine>,
) {
    let mut below = node.with_descendants();
    below.sort_unstable();
    below.dedup();
    let here = below.iter().filter_map(|at| counts.get(at)).sum();
    lines.push(line(study, tints, node.code, depth, here));
    for child in &node.children {
        walk(study, tints, child, depth + 1, counts, lines);
    }
}

fn line(study: &Study, tints: &Tints, at: At<Code>, depth: usize, here: usize) -> SideLine {
    let code = &study.codes[at];
    SideLine {
        name: code.name.clone(),
        class: tints.class(at),
        depth: depth.min(6),
        open: code.level == Level::Open,
        here,
    }
}
