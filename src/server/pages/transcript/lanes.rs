//! Brackets beside the text: each coded stretch has a lane of its own over its whole length, so that stretches which
//! overlap stand beside each other. Lanes are given in the order in which codings were made: another coding never moves
//! a bracket that is there already.

use crate::model::{CodingId, Span};
use std::collections::BTreeMap;

/// How many lanes there are; what finds none free shares the last.
pub(super) const LANES: usize = 8;

/// A stretch that wants a lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) span: Span,
    /// The oldest coding of it.
    pub(super) first: CodingId,
}

/// The lane of each stretch, in their order.
pub(super) fn lanes(stretches: &[Stretch]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|at| (stretches[*at].first, stretches[*at].span.start));
    // Per lane: where each stretch in it starts and ends.
    let mut taken: [BTreeMap<u32, u32>; LANES] = Default::default();
    let mut lanes = vec![LANES - 1; stretches.len()];
    for at in order {
        let span = stretches[at].span;
        if let Some(lane) = (0..LANES).find(|lane| is_free(&taken[*lane], span)) {
            taken[lane].insert(span.start, span.end);
            lanes[at] = lane;
        }
    }
    lanes
}

fn is_free(taken: &BTreeMap<u32, u32>, span: Span) -> bool {
    // The last stretch that starts before the end of this one is the only one that may reach into it.
    taken.range(..span.end).next_back().is_none_or(|(_, end)| *end <= span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(start: u32, end: u32, age: u128) -> Stretch {
        Stretch { span: Span { start, end }, first: CodingId::from_uuid(uuid::Uuid::from_u128(age)) }
    }

    #[test]
    fn what_overlaps_stands_beside_and_nothing_moves_for_a_newcomer() {
        let mut all = vec![stretch(0, 10, 1), stretch(5, 20, 2), stretch(10, 30, 3), stretch(25, 40, 4)];
        let before = lanes(&all);
        assert_eq!(before, [0, 1, 0, 1]);
        all.push(stretch(2, 38, 5));
        all.insert(0, stretch(0, 3, 6));
        let after = lanes(&all);
        assert_eq!(after[1..5], before[..]);
        assert_eq!((after[5], after[0]), (2, 1));
    }

    #[test]
    fn beyond_the_last_lane_brackets_share_it() {
        let all: Vec<Stretch> = (0..12).map(|age| stretch(0, 9, age)).collect();
        let given = lanes(&all);
        assert_eq!(given[..8], [0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(given[8..].iter().all(|lane| *lane == LANES - 1));
    }
}
