//! What NEAR and the relations of codings can tie together, and the tree that they make.

use super::{Near, Operator, Reach, Relation, RelationKind, Side, Tree};
use crate::model::PointSpan;

/// An operator that binds tighter than NOT.
#[derive(Debug, Clone, Copy)]
pub(super) enum Link {
    Near(Reach),
    Codings(RelationKind),
}

impl Link {
    /// The operator as a link, if it is one.
    pub(super) fn of(operator: Operator) -> Option<Self> {
        match operator {
            Operator::Near(reach) => Some(Self::Near(reach)),
            Operator::Codings(kind) => Some(Self::Codings(kind)),
            Operator::And | Operator::Or | Operator::Not => None,
        }
    }

    /// Two sides tied together; NEAR gets its alternatives in one list.
    pub(super) fn tie(self, left: Tree, right: Tree, place: PointSpan) -> Tree {
        match self {
            Self::Near(reach) => {
                let (left, right) = (Box::new(flat(left)), Box::new(flat(right)));
                Tree::Near(Near { left, reach, right, place })
            }
            Self::Codings(kind) => {
                Tree::Codings(Relation { left: Box::new(left), kind, right: Box::new(right), place })
            }
        }
    }
}

/// Whether NEAR can work on it: words, words with OR between them, and on its left another NEAR.
pub(super) fn is_near_side(tree: &Tree, side: Side) -> bool {
    match tree {
        Tree::Near(_) => side == Side::Before,
        tree => is_words(tree),
    }
}

fn is_words(tree: &Tree) -> bool {
    match tree {
        Tree::Words(_) => true,
        Tree::Any(parts) => parts.iter().all(is_words),
        Tree::All(_) | Tree::Not(_) | Tree::Field(_) | Tree::Near(_) | Tree::Codings(_) | Tree::Coded(_) => false,
    }
}

/// Whether it can be a condition on one coding: fields and "coded", however combined.
pub(super) fn is_condition(tree: &Tree) -> bool {
    match tree {
        Tree::Field(_) | Tree::Coded(_) => true,
        Tree::All(parts) | Tree::Any(parts) => parts.iter().all(is_condition),
        Tree::Not(part) => is_condition(part),
        Tree::Words(_) | Tree::Near(_) | Tree::Codings(_) => false,
    }
}

/// Alternatives of alternatives as one list.
fn flat(tree: Tree) -> Tree {
    match tree {
        Tree::Any(parts) => Tree::Any(alternatives(parts)),
        other => other,
    }
}

fn alternatives(parts: Vec<Tree>) -> Vec<Tree> {
    let mut all = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Tree::Any(parts) => all.extend(alternatives(parts)),
            other => all.push(other),
        }
    }
    all
}
