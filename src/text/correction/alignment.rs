//! Which word of a corrected text is which word of the old one. Runs of words that stand once in both texts are fixed
//! first, the longest kind of run before the shorter ones, in the order that keeps most of them; what lies between is
//! compared word by word. So a text of 100,000 words with scattered corrections takes milliseconds, and two
//! texts that have nothing in common end quickly too: a stretch that is too large and shares no run stays unmatched.
//!
//! In: the words as numbers, equal for equal words, each with a number for what stands between it and the word before.
//! Out: pairs of positions, rising on both sides.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Lengths of the runs that fix the alignment, tried in this order.
const RUNS: [usize; 5] = [12, 6, 3, 2, 1];

/// Two stretches are compared word by word when the product of their lengths is below this.
const SMALL: usize = 40_000;

/// Equal words before and after a change that are weighed again: the change may stand better a little earlier or later.
const LOOSE: usize = 24;

/// Without a common run, stretches longer than this together are taken to be different texts.
const TOO_LONG: usize = 30_000;

/// A matched pair: position of the word in the old and in the new text.
pub(super) type Pair = (usize, usize);

/// The words of a text as numbers.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Each word.
    pub(super) words: Vec<u32>,
    /// What stands before each word, and after the last.
    pub(super) joints: Vec<u32>,
}

/// Pairs the words of two texts.
pub(super) fn align(old: &Words, new: &Words) -> Vec<Pair> {
    let pairs = Vec::with_capacity(old.words.len().min(new.words.len()));
    let mut aligner = Aligner { old: &old.words, new: &new.words, joints: (&old.joints, &new.joints), pairs };
    aligner.stretch(0..old.words.len(), 0..new.words.len(), &RUNS);
    aligner.pairs
}

struct Aligner<'w> {
    old: &'w [u32],
    new: &'w [u32],
    joints: (&'w [u32], &'w [u32]),
    pairs: Vec<Pair>,
}

impl Aligner<'_> {
    fn stretch(&mut self, old: Range<usize>, new: Range<usize>, runs: &[usize]) {
        let both = || self.old[old.clone()].iter().zip(&self.new[new.clone()]);
        let mut head = both().take_while(|(before, after)| before == after).count();
        let (old_rest, new_rest) = (old.start + head..old.end, new.start + head..new.end);
        let ends = self.old[old_rest.clone()].iter().rev().zip(self.new[new_rest.clone()].iter().rev());
        let mut tail = ends.take_while(|(before, after)| before == after).count();
        let changed = tail < old_rest.len() && tail < new_rest.len();
        if changed {
            (head, tail) = (head.saturating_sub(LOOSE), tail.saturating_sub(LOOSE));
        }
        self.pairs.extend((0..head).map(|step| (old.start + step, new.start + step)));
        let (old_tail, new_tail) = (old.end - tail, new.end - tail);
        if changed {
            self.middle(old.start + head..old_tail, new.start + head..new_tail, runs);
        }
        self.pairs.extend((0..tail).map(|step| (old_tail + step, new_tail + step)));
    }

    fn middle(&mut self, old: Range<usize>, new: Range<usize>, runs: &[usize]) {
        if old.len().saturating_mul(new.len()) <= SMALL {
            return self.fewest_changes(old, new);
        }
        let Some((&run, shorter)) = runs.split_first() else {
            if old.len() + new.len() <= TOO_LONG {
                self.word_by_word(old, new);
            }
            return;
        };
        let fixed = rising(&self.common_runs(&old, &new, run));
        let (mut from, mut into) = (old.start, new.start);
        for (at, to) in fixed {
            self.stretch(from..at, into..to, shorter);
            self.pairs.push((at, to));
            (from, into) = (at + 1, to + 1);
        }
        self.stretch(from..old.end, into..new.end, shorter);
    }

    /// Where runs of `len` words begin that stand exactly once in each stretch, in the order of the old text.
    fn common_runs(&self, old: &Range<usize>, new: &Range<usize>, len: usize) -> Vec<Pair> {
        let (before, after) = (single_runs(self.old, old, len), single_runs(self.new, new, len));
        let mut found = Vec::new();
        let mut rest = after.as_slice();
        for (hash, at) in before {
            rest = &rest[rest.partition_point(|other| other.0 < hash)..];
            let Some(&(_, to)) = rest.first().filter(|other| other.0 == hash) else { continue };
            if self.old[at..at + len] == self.new[to..to + len] {
                found.push((at, to));
            }
        }
        found.sort_unstable();
        found
    }

    /// Keeps as many words as it can in as few pieces as it can: every gap costs most of a word.
    fn fewest_changes(&mut self, old: Range<usize>, new: Range<usize>) {
        const WORD: i32 = 8;
        const GAP: i32 = 6;
        let (before, after) = (&self.old[old.clone()], &self.new[new.clone()]);
        let width = after.len() + 1;
        // Best score of the rest of both texts, when the pair before it was kept and when it was not.
        let mut kept = vec![0i32; (before.len() + 1) * width];
        let mut open = kept.clone();
        // A word is a little more itself between the same neighbours of punctuation.
        let joint = |from: usize, into: usize| i32::from(self.joints.0.get(from) == self.joints.1.get(into));
        let worth = |from: usize, into: usize| {
            let (from, into) = (old.start + from, new.start + into);
            WORD + joint(from, into) + joint(from + 1, into + 1)
        };
        for from in (0..=before.len()).rev() {
            for into in (0..=after.len()).rev() {
                let at = from * width + into;
                let equal = from < before.len() && into < after.len() && before[from] == after[into];
                let pair = if equal { worth(from, into) + kept[at + width + 1] } else { i32::MIN };
                let skip_old = if from < before.len() { open[at + width] } else { i32::MIN };
                let skip_new = if into < after.len() { open[at + 1] } else { i32::MIN };
                let skip = if at + 1 == open.len() { 0 } else { skip_old.max(skip_new) };
                open[at] = pair.max(skip);
                kept[at] = if at + 1 == open.len() { 0 } else { pair.max(skip - GAP) };
            }
        }
        let (mut from, mut into, mut in_gap) = (0, 0, false);
        while from < before.len() && into < after.len() {
            let at = from * width + into;
            let best = if in_gap { open[at] } else { kept[at] };
            if before[from] == after[into] && best == worth(from, into) + kept[at + width + 1] {
                self.pairs.push((old.start + from, new.start + into));
                (from, into, in_gap) = (from + 1, into + 1, false);
            } else if open[at + width] >= open[at + 1] {
                (from, in_gap) = (from + 1, true);
            } else {
                (into, in_gap) = (into + 1, true);
            }
        }
    }

    fn word_by_word(&mut self, old: Range<usize>, new: Range<usize>) {
        let (from, into) = (old.start, new.start);
        for op in capture_diff_slices(Algorithm::Myers, &self.old[old], &self.new[new]) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                self.pairs.extend((0..len).map(|step| (from + old_index + step, into + new_index + step)));
            }
        }
    }
}

/// Hash and place of every run of `len` words that stands once in the stretch, ordered by hash.
fn single_runs(words: &[u32], stretch: &Range<usize>, len: usize) -> Vec<(u64, usize)> {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    let words = &words[stretch.clone()];
    if words.len() < len {
        return Vec::new();
    }
    let leaving = (0..len).fold(1u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0u64;
    let mut all = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(*word) + 1);
        if at >= len {
            hash = hash.wrapping_sub(leaving.wrapping_mul(u64::from(words[at - len]) + 1));
        }
        if at + 1 >= len {
            all.push((hash, stretch.start + at + 1 - len));
        }
    }
    all.sort_unstable();
    let single = all.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() == 1).map(|same| same[0]);
    single.collect()
}

/// The longest selection of the pairs, given in the order of their first part, in which the second part rises too.
fn rising(pairs: &[Pair]) -> Vec<Pair> {
    let mut lasts: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let place = lasts.partition_point(|&last| pairs[last].1 < pair.1);
        before.push(place.checked_sub(1).map(|previous| lasts[previous]));
        match lasts.get_mut(place) {
            Some(last) => *last = index,
            None => lasts.push(index),
        }
    }
    let mut chain: Vec<Pair> =
        std::iter::successors(lasts.last().copied(), |&index| before[index]).map(|index| pairs[index]).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs_of(old: &[u32], new: &[u32]) -> Vec<Pair> {
        let words = |words: &[u32]| Words { words: words.to_vec(), joints: vec![0; words.len() + 1] };
        align(&words(old), &words(new))
    }

    #[test]
    fn keeps_what_stays_in_order() {
        let cases: [(&[u32], &[u32], &[Pair]); 4] = [
            (&[1, 2, 3], &[1, 9, 3], &[(0, 0), (2, 2)]),
            (&[1, 2, 3], &[], &[]),
            (&[1, 2, 3], &[0, 1, 2, 3], &[(0, 1), (1, 2), (2, 3)]),
            (&[5, 5, 5], &[5, 5], &[(0, 0), (1, 1)]),
        ];
        for (old, new, expected) in cases {
            assert_eq!(pairs_of(old, new), expected);
        }
    }

    #[test]
    fn a_moved_block_keeps_the_longer_part() {
        let old: Vec<u32> = (0..3000).collect();
        let mut new: Vec<u32> = (100..3000).collect();
        new.extend(0..100);
        let pairs = pairs_of(&old, &new);
        assert_eq!(pairs.len(), 2900);
        assert!(pairs.iter().all(|(from, into)| old[*from] == new[*into]));
    }

    #[test]
    fn pairs_always_rise() {
        let old: Vec<u32> = (0..5000u32).map(|n| n * n % 97).collect();
        let new: Vec<u32> = (0..6000u32).map(|n| n * n % 89).collect();
        let pairs = pairs_of(&old, &new);
        assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
        assert!(pairs.iter().all(|(from, into)| old[*from] == new[*into]));
    }
}
