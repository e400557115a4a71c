//! Which of two kinds of places in one unit stand near each other. Positions count words; a place is a stretch of them.

use crate::text::query::Reach;

/// A stretch of words of one unit, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Place {
    pub(super) fn at(position: u32) -> Self {
        Self { start: position, end: position + 1 }
    }

    /// The stretch from the begin of one to the end of the other.
    pub(super) fn with(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The pairs of a left and a right place that are within reach of each other: for each place its neighbours of the other
/// kind, before and after it. Both lists are sorted; `sentences` are the positions at which sentences begin. Linear in
/// the places, however many pairs there are.
pub(super) fn near(left: &[Place], right: &[Place], reach: Reach, sentences: &[u32]) -> Vec<(usize, usize)> {
    let within = |one: Place, other: Place| {
        let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
        second.start >= first.end
            && match reach {
                Reach::Words(most) => second.start - (first.end - 1) <= most,
                Reach::Turn => true,
                Reach::Sentence => {
                    let begun = |position: u32| sentences.partition_point(|sentence| *sentence <= position);
                    begun(first.start) == begun(second.end - 1)
                }
            }
    };
    let mut pairs = Vec::new();
    for (l, place) in left.iter().enumerate() {
        pairs.extend(neighbours(right, *place).filter(|r| within(*place, right[*r])).map(|r| (l, r)));
    }
    for (r, place) in right.iter().enumerate() {
        pairs.extend(neighbours(left, *place).filter(|l| within(*place, left[*l])).map(|l| (l, r)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Positions in the list of the places just before and just after this one.
fn neighbours(places: &[Place], of: Place) -> impl Iterator<Item = usize> {
    let before = places.partition_point(|place| place.start < of.start);
    let after = places.partition_point(|place| place.start < of.end);
    let count = places.len();
    [before.checked_sub(1), (after < count).then_some(after)].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(at: &[u32]) -> Vec<Place> {
        at.iter().copied().map(Place::at).collect()
    }

    #[test]
    fn near_means_within_so_many_words_or_in_one_sentence() {
        let sentences = [0, 5, 12];
        let cases: &[(&[u32], Reach, &[u32], bool)] = &[
            (&[3], Reach::Words(1), &[4], true),
            (&[4], Reach::Words(1), &[3], true),
            (&[3], Reach::Words(1), &[5], false),
            (&[3], Reach::Words(5), &[8], true),
            (&[3], Reach::Words(5), &[9], false),
            (&[3], Reach::Words(5), &[3], false),
            (&[3], Reach::Words(2), &[3, 5], true),
            (&[4], Reach::Sentence, &[5], false),
            (&[4], Reach::Sentence, &[0], true),
            (&[4, 11], Reach::Sentence, &[5], true),
            (&[0], Reach::Turn, &[99], true),
            (&[], Reach::Turn, &[99], false),
        ];
        for (left, reach, right, expected) in cases {
            let found = near(&places(left), &places(right), *reach, &sentences);
            assert_eq!(!found.is_empty(), *expected, "{left:?} {reach:?} {right:?}");
        }
    }

    proptest! {
        #[test]
        fn every_place_that_has_a_near_one_is_found(
            left in proptest::collection::btree_set(0u32..60, 0..12),
            right in proptest::collection::btree_set(0u32..60, 0..12),
            sentences in proptest::collection::btree_set(0u32..60, 0..8),
            most in 1u32..9, in_sentence: bool,
        ) {
            let reach = if in_sentence { Reach::Sentence } else { Reach::Words(most) };
            let (left, right): (Vec<u32>, Vec<u32>) = (left.into_iter().collect(), right.into_iter().collect());
            let sentences: Vec<u32> = sentences.into_iter().collect();
            let within = |a: u32, b: u32| a != b && if in_sentence {
                !sentences.iter().any(|s| a.min(b) < *s && *s <= a.max(b))
            } else {
                a.abs_diff(b) <= most
            };
            let pairs = near(&places(&left), &places(&right), reach, &sentences);
            for (l, at) in left.iter().enumerate() {
                prop_assert_eq!(right.iter().any(|other| within(*at, *other)), pairs.iter().any(|pair| pair.0 == l));
            }
            for (r, at) in right.iter().enumerate() {
                prop_assert_eq!(left.iter().any(|other| within(*at, *other)), pairs.iter().any(|pair| pair.1 == r));
            }
            for (l, r) in pairs {
                prop_assert!(within(left[l], right[r]));
            }
        }
    }
}
