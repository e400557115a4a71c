//! A stretch of a report text between two brackets, and where it stands in the fragment. It stands there when all its
//! pieces do, one after the other; only where a replacement is written on to a word may that word be cut.

use super::{ShortenFault, ShortenProblem};
use crate::text::pieces::{Piece, has_word, pieces};
use crate::text::typography::Folded;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Words of the fragment that are shown when nothing particular stands at the place.
const SHOWN: usize = 6;

/// What stands before or after a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The beginning or end of the report text: the fragment must begin or end here too.
    Text,
    /// A bracket with room between it and the words, or `[…]`: the cut is between words.
    Bracket,
    /// A replacement written on to the word, as in `[D]aar`: the rest of the word was replaced.
    Joined,
}

/// Words of the report text that must stand in the fragment as they are.
pub(super) struct Passage {
    folded: Folded,
    pieces: Vec<Piece>,
    /// Where it begins in the report text, in bytes.
    start: usize,
    before: Edge,
    after: Edge,
}

/// A fragment, folded and cut into pieces.
pub(super) struct Said<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
}

impl<'t> Said<'t> {
    /// A fragment that was folded.
    pub(super) fn new(folded: &'t str) -> Self {
        Self { text: folded, pieces: pieces(folded) }
    }

    /// How it begins.
    pub(super) fn beginning(&self) -> &str {
        self.shown(0..SHOWN * 2)
    }

    fn words(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| piece.of(self.text))
    }

    /// The piece at or after a byte.
    fn after(&self, byte: usize) -> usize {
        self.pieces.partition_point(|piece| (piece.start as usize) < byte)
    }

    /// The text of some pieces, without white space around it.
    fn shown(&self, pieces: Range<usize>) -> &str {
        let edge = |at: usize| self.pieces.get(at).map_or(self.text.len(), |piece| piece.start as usize);
        self.text.get(edge(pieces.start)..edge(pieces.end)).unwrap_or_default().trim()
    }
}

impl Passage {
    /// Words that begin at byte `start` of the report text.
    pub(super) fn new(words: &str, start: usize, before: Edge, after: Edge) -> Self {
        let folded = Folded::new(words);
        let pieces = pieces(&folded.text);
        Self { folded, pieces, start, before, after }
    }

    /// Where the passage ends in the fragment, when it stands there behind byte `from`.
    pub(super) fn find(&self, said: &Said<'_>, from: usize) -> Option<usize> {
        let count = self.pieces.len();
        let last = said.pieces.len().checked_sub(count)?;
        let starts = if self.after == Edge::Text { last..=last } else { 0..=last };
        starts
            .filter(|at| self.before != Edge::Text || *at == 0)
            .filter_map(|at| self.stands(said, at, (self.before == Edge::Joined, self.after == Edge::Joined), from))
            .map(|place| place.end)
            .next()
    }

    /// The bytes it covers when it stands at a piece of the fragment; `joined` tells which of its ends may cut a word.
    fn stands(&self, said: &Said<'_>, at: usize, joined: (bool, bool), from: usize) -> Option<Range<usize>> {
        let last = self.pieces.len().checked_sub(1)?;
        if (1..last).any(|nth| self.words(nth) != said.words(at + nth)) {
            return None;
        }
        let (head, tail) = (said.pieces.get(at)?, said.pieces.get(at + last)?);
        let (first, final_words) = (self.words(0), self.words(last));
        let (head_words, tail_words) = (said.words(at), said.words(at + last));
        let (mut start, mut end) = (head.start as usize, tail.end as usize);
        if last == 0 && joined.0 && joined.1 {
            let skipped = from.saturating_sub(start).min(head_words.len());
            let inside = head_words.get(skipped..)?.find(first)?;
            start += skipped + inside;
            end = start + first.len();
        } else {
            let cut_start = joined.0 && head_words.ends_with(first);
            let cut_end = joined.1 && tail_words.starts_with(final_words);
            let fits_start = head_words == first || cut_start || last == 0 && cut_end;
            let fits_end = tail_words == final_words || cut_end || last == 0 && cut_start;
            if !(fits_start && fits_end) {
                return None;
            }
            if cut_start {
                start += head_words.len() - first.len();
            }
            if cut_end {
                end = end - tail_words.len() + final_words.len();
            }
        }
        (start >= from).then_some(start..end)
    }

    /// What is wrong with a passage that does not stand in the fragment behind `from`.
    pub(super) fn fault(&self, said: &Said<'_>, from: usize, report: &str) -> ShortenFault {
        use ShortenProblem::{CutsWord, LeftOut, NotThere, OutOfOrder};
        let all = 0..self.pieces.len();
        let next = said.after(from);
        let anywhere = |joined, from| (0..said.pieces.len()).find(|at| self.stands(said, *at, joined, from).is_some());
        if self.before != Edge::Text && anywhere((false, false), from).is_none() {
            if anywhere((false, false), 0).is_some() {
                return self.names(report, OutOfOrder, all, said.shown(next..next + SHOWN * 2));
            }
            if let Some(at) = anywhere((true, true), from) {
                return self.names(report, CutsWord, all.clone(), said.shown(at..at + all.len()));
            }
        }
        let first = if self.before == Edge::Text { 0..1 } else { next..said.pieces.len().max(next + 1) };
        let equal = |nth: usize, at: usize| {
            let (ours, theirs) = (self.words(nth), said.words(at));
            ours == theirs
                || nth == 0 && self.before == Edge::Joined && theirs.ends_with(ours)
                || nth + 1 == all.end && self.after == Edge::Joined && theirs.starts_with(ours)
        };
        let same =
            |at: usize| all.clone().take_while(|nth| at + nth < said.pieces.len() && equal(*nth, at + nth)).count();
        // Of equally good places the first.
        let (at, good) = first
            .map(|at| (at, same(at)))
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .unwrap_or((next, 0));
        let ours: Vec<&str> = (good..all.end).map(|nth| self.words(nth)).collect();
        let theirs: Vec<&str> = (at + good..said.pieces.len()).map(|nth| said.words(nth)).collect();
        // Up to the next word that both have; a full stop in common is chance.
        let (mut left_out, mut added) = (0, 0);
        for op in capture_diff_slices(Algorithm::Myers, &theirs, &ours) {
            if matches!(op, DiffOp::Equal { .. }) && ours[op.new_range()].iter().any(|words| has_word(words)) {
                break;
            }
            left_out += op.old_range().len();
            added += op.new_range().len();
        }
        let problem = if added == 0 { LeftOut } else { NotThere };
        let shown = if left_out == 0 { SHOWN * 2 } else { left_out };
        self.names(report, problem, good..good + added, said.shown(at + good..at + good + shown))
    }

    /// A fault that points at some pieces of the passage.
    fn names(&self, report: &str, problem: ShortenProblem, pieces: Range<usize>, fragment: &str) -> ShortenFault {
        let blank = |nth: &usize| self.words(*nth) == " ";
        let first = pieces.clone().find(|nth| !blank(nth)).unwrap_or(pieces.start);
        let last = pieces.clone().rfind(|nth| !blank(nth)).map_or(first, |last| last + 1);
        let place = |from: usize, to: usize| {
            let start = self.pieces.get(from).map_or(self.folded.text.len(), |piece| piece.start as usize);
            let end =
                to.checked_sub(1).and_then(|last| self.pieces.get(last)).map_or(start, |piece| piece.end as usize);
            self.folded
                .original(start, end)
                .map(|span| self.start + span.start as usize..self.start + span.end as usize)
        };
        let range = place(first, last).or_else(|| place(first, first + 1)).unwrap_or_else(|| {
            let end = place(0, self.pieces.len()).map_or(self.start, |whole| whole.end);
            end..end
        });
        let words = if pieces.is_empty() { "" } else { report.get(range.clone()).unwrap_or_default() };
        ShortenFault::new(report, range.start, problem, words, fragment)
    }

    fn words(&self, nth: usize) -> &str {
        self.pieces.get(nth).map_or("", |piece| piece.of(&self.folded.text))
    }
}
