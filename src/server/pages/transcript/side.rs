//! What stands beside a transcript: the other transcripts, and the codebook with its counts in this one.

use crate::analysis::{At, Study, Text, TreeNode};
use crate::model::{Case, Code, Level, fold_name};
use crate::report::Tints;
use crate::report::quotes::case_reference;
use crate::server::address;
use crate::server::pages::codes::counts_in;
use crate::server::visit::Visit;
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

/// Transcripts that stand together in the list.
pub(super) struct Shelf {
    /// Their case; empty when the list is one whole.
    pub(super) title: String,
    pub(super) here: bool,
    pub(super) texts: Vec<Neighbour>,
}

/// So many transcripts are seen at a glance.
const GLANCE: usize = 40;

/// All transcripts in order; a long list is put together by case.
pub(super) fn shelves(visit: &Visit, here: At<Text>, coder: &str) -> Vec<Shelf> {
    let (study, own) = (&visit.study, fold_name(coder));
    let all: Vec<Option<At<Case>>> = study.texts.rows().iter().map(|text| text.case).collect();
    let cases = put_together(&all);
    if cases.is_empty() {
        let texts = study.texts.positions().map(|at| neighbour(study, at, here, &own)).collect();
        return vec![Shelf { title: String::new(), here: true, texts }];
    }
    let shelf = |case: Option<At<Case>>| {
        let texts = study.texts.positions().filter(|at| study.texts[*at].case == case);
        Shelf {
            title: case.map_or(visit.tables().heads.no_case.to_owned(), |at| {
                case_reference(visit.tables(), &study.cases[at].name)
            }),
            here: study.texts[here].case == case,
            texts: texts.map(|at| neighbour(study, at, here, &own)).collect(),
        }
    };
    cases.into_iter().map(shelf).collect()
}

/// The cases by which a list is put together, in the order in which they come; none when it stays one whole, because it
/// is short, of one case, or would hide all but one transcript behind a case of its own.
fn put_together<C: Copy + PartialEq>(all: &[C]) -> Vec<C> {
    let mut cases = Vec::new();
    for case in all {
        if !cases.contains(case) {
            cases.push(*case);
        }
    }
    if all.len() <= GLANCE || cases.len() < 2 || cases.len() * 2 > all.len() {
        cases.clear();
    }
    cases
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

#[cfg(test)]
mod tests {
    use super::put_together;

    #[test]
    fn a_long_list_is_put_together_by_case() {
        let of = |transcripts: u32, each: u32| (0..transcripts).map(|at| at / each).collect::<Vec<_>>();
        assert_eq!(put_together(&of(40, 8)), Vec::<u32>::new(), "short");
        assert_eq!(put_together(&of(41, 41)), Vec::<u32>::new(), "of one case");
        assert_eq!(put_together(&of(60, 1)), Vec::<u32>::new(), "a case for each");
        assert_eq!(put_together(&of(60, 20)), [0, 1, 2]);
        let mixed: Vec<u32> = (0..60).map(|at| 2 - at % 3).collect();
        assert_eq!(put_together(&mixed), [2, 1, 0], "in the order in which they come");
    }
}
