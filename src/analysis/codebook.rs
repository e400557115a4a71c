//! The codebook in numbers: for every code its own codings and, where it stands in a taxonomy, those of everything below
//! it. Here nothing is narrowed by the scope of a taxonomy, because the codebook is about codes and not about results.

use super::count::{Counts, Tally};
use super::list::At;
use super::{Study, Text, TreeNode};
use crate::model::Code;

/// The numbers of one code, or of a code with everything below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CodeCounts {
    /// Codings, of every coder, support and counter-examples together.
    pub codings: usize,
    /// Distinct fragments, participants and cases.
    pub counts: Counts,
    /// Fragments in the one transcript that was asked about.
    pub here: usize,
}

/// A place in a taxonomy with its numbers; the shape is that of the tree.
#[derive(Debug, Clone)]
pub struct CountedNode<'s> {
    /// The place.
    pub node: &'s TreeNode,
    /// The code alone.
    pub own: CodeCounts,
    /// The code and everything below it.
    pub whole: CodeCounts,
    /// What stands below.
    pub children: Vec<CountedNode<'s>>,
}

/// Counts codes once, and trees of them after that.
#[derive(Debug)]
pub struct CodebookCounts {
    own: Vec<Sum>,
}

#[derive(Debug, Clone, Default)]
struct Sum {
    codings: usize,
    tally: Tally,
    here: Tally,
}

impl Sum {
    fn merge(&mut self, other: &Self) {
        self.codings += other.codings;
        self.tally.merge(&other.tally);
        self.here.merge(&other.here);
    }

    fn counts(&self) -> CodeCounts {
        let here = self.here.counts();
        CodeCounts { codings: self.codings, counts: self.tally.counts(), here: here.fragments + here.counter_fragments }
    }
}

impl CodebookCounts {
    /// Counts every code; `here` is the transcript that is looked at.
    #[must_use]
    pub fn new(study: &Study, here: Option<At<Text>>) -> Self {
        let mut own = vec![Sum::default(); study.codes.len()];
        for (at, place) in study.places.iter() {
            let codings = study.codings_on(place);
            if codings.is_empty() {
                continue;
            }
            let Some(admitted) = study.admitted(place, &[]) else { continue };
            for coding in codings {
                let sum = &mut own[coding.code.number()];
                sum.codings += 1;
                sum.tally.add(at, &admitted, coding.counter);
                if Some(place.transcript) == here {
                    sum.here.add(at, &admitted, coding.counter);
                }
            }
        }
        Self { own }
    }

    /// The code alone.
    #[must_use]
    pub fn own(&self, code: At<Code>) -> CodeCounts {
        self.own[code.number()].counts()
    }

    /// Several codes together, each fragment, participant and case once.
    #[must_use]
    pub fn together(&self, codes: impl IntoIterator<Item = At<Code>>) -> CodeCounts {
        let mut sum = Sum::default();
        for code in codes {
            sum.merge(&self.own[code.number()]);
        }
        sum.counts()
    }

    /// A tree with its numbers.
    #[must_use]
    pub fn tree<'s>(&self, roots: &'s [TreeNode]) -> Vec<CountedNode<'s>> {
        roots.iter().map(|node| self.node(node).0).collect()
    }

    fn node<'s>(&self, node: &'s TreeNode) -> (CountedNode<'s>, Vec<At<Code>>) {
        let mut codes = vec![node.code];
        let mut children = Vec::with_capacity(node.children.len());
        for child in &node.children {
            let (counted, below) = self.node(child);
            codes.extend(below);
            children.push(counted);
        }
        // A code may stand below in several places and still counts once.
        codes.sort_unstable();
        codes.dedup();
        let own = self.own(node.code);
        let whole = if children.is_empty() { own } else { self.together(codes.iter().copied()) };
        (CountedNode { node, own, whole, children }, codes)
    }
}
