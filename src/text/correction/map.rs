//! What a correction did to a text: the stretches that changed, in order, and where every unchanged place went.
//!
//! A change that could as well stand a little earlier or later (one of two equal sentences was deleted) is put where it
//! covers whole sentences or lines when there is exactly one such place; otherwise the [`Change`] remembers how far it
//! can slide, so that nobody takes a guess for a certainty.

use super::alignment::{Pair, Words, align};
use super::slide::settle;
use crate::model::Span;
use crate::text::exact::Exact;
use crate::text::pieces::{Piece, pieces};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Bytes of white space and punctuation across which a stretch still borders on a change.
const MARGIN: u32 = 3;

/// On which side of text that was inserted exactly at an offset the offset ends up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In front of the inserted text: for the end of a range that shall not grow.
    Before,
    /// Behind the inserted text: for the start of a range that shall not grow.
    After,
}

/// A stretch of the old text that became another stretch; either may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) old: Span,
    pub(super) new: Span,
    /// Bytes by which a pure insertion or deletion may stand earlier with the same result.
    pub(super) back: u32,
    /// The same, later.
    pub(super) ahead: u32,
    /// Whether words changed, not just white space and punctuation.
    pub(super) words: bool,
}

/// Unchanged words between two changes of words; white space and punctuation may differ inside.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) old: Span,
    pub(super) new: Span,
    pub(super) words: usize,
    /// One or two words that two otherwise different stretches happen to share.
    pub(super) chance: bool,
    /// Whether its text stands once in both texts, found out when first asked.
    pub(super) single: OnceLock<bool>,
}

/// The way from an old text to its correction.
#[derive(Debug, Default)]
pub struct Map {
    pub(super) changes: Vec<Change>,
    /// One more than there are changes of words.
    pub(super) runs: Vec<Run>,
    pub(super) old_places: OnceLock<Exact>,
    pub(super) new_places: OnceLock<Exact>,
}

/// Compares two texts word by word.
#[must_use]
pub fn word_diff(old: &str, new: &str) -> Map {
    if old == new {
        return Map::default();
    }
    let sides = Sides { old: (old, &pieces(old)), new: (new, &pieces(new)) };
    let changes = settle(&sides.changed(), &sides);
    let runs = sides.runs(&changes);
    Map { changes, runs, ..Map::default() }
}

impl Map {
    /// Where an offset of the old text lies in the new one; `side` decides when text was inserted or replaced there.
    #[must_use]
    pub fn forward(&self, offset: u32, side: Side) -> u32 {
        let next = self.changes.partition_point(|change| change.old.end < offset);
        match self.changes.get(next) {
            Some(change) if change.old.start < offset && offset < change.old.end || change.old == point(offset) => {
                match side {
                    Side::Before => change.new.start,
                    Side::After => change.new.end,
                }
            }
            Some(change) if change.old.end == offset => change.new.end,
            _ => self.shifted(next, offset),
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.changes.is_empty()
    }

    /// What changed, in order: the stretch of the old text and what stands there now.
    pub fn changes(&self) -> impl Iterator<Item = (Span, Span)> {
        self.changes.iter().map(|change| (change.old, change.new))
    }

    /// Where an offset lies when exactly the first `before` changes stand in front of it.
    pub(super) fn shifted(&self, before: usize, offset: u32) -> u32 {
        match before.checked_sub(1).and_then(|last| self.changes.get(last)) {
            Some(last) => (offset + last.new.end).saturating_sub(last.old.end),
            None => offset,
        }
    }

    /// Whether a stretch of the new text holds something that was not simply kept.
    pub(super) fn is_fresh(&self, span: Span) -> bool {
        let next = self.changes.partition_point(|change| change.new.end <= span.start);
        self.changes.get(next).is_some_and(|change| change.new.start < span.end)
    }

    /// Whether a stretch of the old text was changed, or borders on a change.
    pub(super) fn borders_change_of_old(&self, span: Span) -> bool {
        let next = self.changes.partition_point(|change| change.old.end + MARGIN < span.start);
        self.changes.get(next).is_some_and(|change| change.old.start <= span.end + MARGIN)
    }

    /// Whether a stretch of the new text was changed, or borders on a change.
    pub(super) fn borders_change_of_new(&self, span: Span) -> bool {
        let next = self.changes.partition_point(|change| change.new.end + MARGIN < span.start);
        self.changes.get(next).is_some_and(|change| change.new.start <= span.end + MARGIN)
    }

    /// The unchanged run in which an old offset lies, or the one after it, and its number.
    pub(super) fn run_at(&self, offset: u32) -> Option<(usize, &Run)> {
        let at = self.runs.partition_point(|run| run.old.end <= offset);
        self.runs.get(at).map(|run| (at, run))
    }

    /// All places of `words` in the new text.
    pub(super) fn places_in_new(&self, new: &str, words: &str) -> Vec<usize> {
        self.new_places.get_or_init(|| Exact::new(new)).places(new, words)
    }

    /// All places of `words` in the old text.
    pub(super) fn places_in_old(&self, old: &str, words: &str) -> Vec<usize> {
        self.old_places.get_or_init(|| Exact::new(old)).places(old, words)
    }
}

/// Both texts with their pieces.
pub(super) struct Sides<'t> {
    pub(super) old: (&'t str, &'t [Piece]),
    pub(super) new: (&'t str, &'t [Piece]),
}

/// A change in pieces: range in the old, range in the new text.
pub(super) type Pieces = (std::ops::Range<usize>, std::ops::Range<usize>);

impl<'t> Sides<'t> {
    /// What lies between the words that were kept, without equal pieces at its ends.
    fn changed(&self) -> Vec<Pieces> {
        let ((old, old_pieces), (new, new_pieces)) = (self.old, self.new);
        let same = |from: usize, into: usize| old_pieces[from].of(old) == new_pieces[into].of(new);
        let ends = [(old_pieces.len(), new_pieces.len())];
        let (mut from, mut into) = (0, 0);
        let mut found = Vec::new();
        for (kept_old, kept_new) in self.kept_words().into_iter().chain(ends) {
            let (mut end_old, mut end_new) = (kept_old, kept_new);
            while from < end_old && into < end_new && same(from, into) {
                (from, into) = (from + 1, into + 1);
            }
            while from < end_old && into < end_new && same(end_old - 1, end_new - 1) {
                (end_old, end_new) = (end_old - 1, end_new - 1);
            }
            if from < end_old || into < end_new {
                found.push((from..end_old, into..end_new));
            }
            (from, into) = (kept_old + 1, kept_new + 1);
        }
        found
    }

    /// The words that were kept, as positions among the pieces.
    fn kept_words(&self) -> Vec<Pair> {
        let mut numbers: HashMap<&'t str, u32> = HashMap::new();
        let (old_at, old_words) = numbered(self.old, &mut numbers);
        let (new_at, new_words) = numbered(self.new, &mut numbers);
        align(&old_words, &new_words).into_iter().map(|(from, into)| (old_at[from], new_at[into])).collect()
    }

    fn runs(&self, changes: &[Change]) -> Vec<Run> {
        let starts = |pieces: &[Piece]| -> Vec<u32> {
            pieces.iter().filter(|piece| piece.is_word()).map(|piece| piece.start).collect()
        };
        let (old_words, new_words) = (starts(self.old.1), starts(self.new.1));
        let count = |words: &[u32], span: Span| {
            words.partition_point(|at| *at < span.end) - words.partition_point(|at| *at < span.start)
        };
        let whole = (Span::new(0, self.old.0.len()), Span::new(0, self.new.0.len()));
        let mut runs = Vec::new();
        let (mut old, mut new) = (0, 0);
        let end = Change { old: point(whole.0.end), new: point(whole.1.end), back: 0, ahead: 0, words: true };
        for change in changes.iter().filter(|change| change.words).chain([&end]) {
            let span = (Span { start: old, end: change.old.start }, Span { start: new, end: change.new.start });
            let words = count(&old_words, span.0);
            runs.push(Run { old: span.0, new: span.1, words, chance: false, single: OnceLock::new() });
            (old, new) = (change.old.end, change.new.end);
        }
        mark_chance(&mut runs, |old, new| (count(&old_words, old), count(&new_words, new)));
        runs
    }
}

/// Where the words of a text are among its pieces, and the words as numbers.
fn numbered<'t>((text, pieces): (&'t str, &[Piece]), numbers: &mut HashMap<&'t str, u32>) -> (Vec<usize>, Words) {
    let mut number = |words: &'t str| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(words).or_insert(next)
    };
    let (mut at, mut found, mut joint) = (Vec::new(), Words::default(), 0);
    for (nth, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.is_word()) {
        found.joints.push(number(&text[joint..piece.start as usize]));
        found.words.push(number(piece.of(text)));
        at.push(nth);
        joint = piece.end as usize;
    }
    found.joints.push(number(&text[joint..]));
    (at, found)
}

/// Marks the short runs of stretches that were rewritten: two texts on anything share `de` and `en`.
fn mark_chance(runs: &mut [Run], count: impl Fn(Span, Span) -> (usize, usize)) {
    const SOLID: usize = 5;
    const LONG: usize = 12;
    const SCRAP: usize = 2;
    let last = runs.len().saturating_sub(1);
    let solid: Vec<usize> = (0..runs.len()).filter(|&at| runs[at].words >= SOLID).collect();
    let bounds = [None].into_iter().chain(solid.iter().copied().map(Some));
    let ends = solid.iter().copied().map(Some).chain([None]);
    for (from, to) in bounds.zip(ends) {
        let inner = from.map_or(0, |at| at + 1)..to.unwrap_or(last + 1);
        let old = Span {
            start: from.map_or(0, |at| runs[at].old.end),
            end: to.map_or(runs[last].old.end, |at| runs[at].old.start),
        };
        let new = Span {
            start: from.map_or(0, |at| runs[at].new.end),
            end: to.map_or(runs[last].new.end, |at| runs[at].new.start),
        };
        let (before, after) = count(old, new);
        let kept: usize = runs[inner.clone()].iter().map(|run| run.words).sum();
        if before.min(after) >= LONG && kept * 5 < before.max(after) * 2 {
            runs[inner].iter_mut().for_each(|run| run.chance = run.words <= SCRAP);
        }
    }
}

fn point(at: u32) -> Span {
    Span { start: at, end: at }
}
