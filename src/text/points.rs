//! Positions as people and other programs count them. Inside the program a position is a byte offset; files, JSON and
//! the command line count Unicode code points. A [`PointIndex`] converts both ways for one text.
//!
//! Every [`STEP`] bytes the index notes how many code points lie before, so that a conversion looks at no more than
//! that many bytes; a text of ASCII only needs no notes at all. The invariant: what [`PointIndex::to_points`] gives for
//! a good span, [`PointIndex::to_span`] turns back into that span.

use crate::model::{PointSpan, Span};
use std::sync::Arc;

/// Bytes between two notes: large enough to be small in memory, small enough to count in a few nanoseconds.
const STEP: usize = 256;

/// Converts between byte offsets and code points of one text.
#[derive(Debug, Clone)]
pub struct PointIndex<'t> {
    text: &'t str,
    notes: PointNotes,
}

/// What a [`PointIndex`] notes of its text, without the text: whoever keeps both need not read the text again.
#[derive(Debug, Clone)]
pub struct PointNotes {
    /// Code points that begin before byte `STEP * i`; empty when all is ASCII.
    before: Arc<[u32]>,
    total: u32,
}

impl PointNotes {
    /// Reads a text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { before: Arc::default(), total: narrow(text.len()) };
        }
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut total = 0;
        for block in text.as_bytes().chunks(STEP) {
            before.push(total);
            total += beginnings(block);
        }
        Self { before: before.into(), total }
    }
}

impl<'t> PointIndex<'t> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, notes: PointNotes::of(text) }
    }

    /// With what was noted of this same text before.
    #[must_use]
    pub fn with(text: &'t str, notes: &PointNotes) -> Self {
        Self { text, notes: notes.clone() }
    }

    /// Code points in the whole text.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.notes.total
    }

    /// The span counted in code points. An offset beyond the text counts as its end.
    #[must_use]
    pub fn to_points(&self, span: Span) -> PointSpan {
        PointSpan { start: self.point(span.start), end: self.point(span.end) }
    }

    /// The span in bytes, unless it is reversed or runs beyond the text.
    #[must_use]
    pub fn to_span(&self, points: PointSpan) -> Option<Span> {
        if points.start > points.end {
            return None;
        }
        Some(Span { start: self.byte(points.start)?, end: self.byte(points.end)? })
    }

    /// Code points that begin before the byte offset.
    fn point(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        if self.notes.before.is_empty() {
            return narrow(offset);
        }
        let block = offset / STEP;
        match self.notes.before.get(block) {
            Some(before) => before + beginnings(&self.text.as_bytes()[block * STEP..offset]),
            None => self.notes.total,
        }
    }

    /// The byte at which a code point begins; the end of the text for the one past the last.
    fn byte(&self, point: u32) -> Option<u32> {
        if point >= self.notes.total {
            return (point == self.notes.total).then(|| narrow(self.text.len()));
        }
        if self.notes.before.is_empty() {
            return Some(point);
        }
        let block = self.notes.before.partition_point(|before| *before <= point) - 1;
        let mut missing = point - self.notes.before[block];
        let bytes = self.text.as_bytes();
        let first = block * STEP;
        let at = (first..bytes.len()).find(|&at| {
            let begins = begins_code_point(bytes[at]);
            let found = begins && missing == 0;
            missing -= u32::from(begins && !found);
            found
        });
        at.map(narrow)
    }
}

/// Every byte but a continuation byte of UTF-8 begins a code point.
fn begins_code_point(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn beginnings(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(begins_code_point(*byte))).sum()
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_what_people_count() {
        let cases = [
            ("zo'n dag", "dag", (5, 8)),
            ("’s avonds laat", "avonds", (3, 9)),
            ("Zoë belde", "belde", (4, 9)),
            ("Zoe\u{308} belde", "belde", (5, 10)),
            ("ja 👍🏽 hoor", "hoor", (6, 10)),
            ("regel\r\ntwee", "twee", (7, 11)),
        ];
        for (text, words, (start, end)) in cases {
            let index = PointIndex::new(text);
            let at = text.find(words).expect("the words stand in the text");
            let span = Span::new(at, at + words.len());
            assert_eq!(index.to_points(span), PointSpan { start, end }, "{text}");
            assert_eq!(index.to_span(PointSpan { start, end }), Some(span), "{text}");
        }
    }

    #[test]
    fn refuses_what_lies_outside() {
        for text in ["", "hond", "coördinator", &"é".repeat(700)] {
            let index = PointIndex::new(text);
            let total = index.total();
            assert_eq!(total as usize, text.chars().count());
            assert_eq!(index.to_span(PointSpan { start: total, end: total }), Some(Span::new(text.len(), text.len())));
            assert_eq!(index.to_span(PointSpan { start: 0, end: total + 1 }), None);
            assert_eq!(index.to_span(PointSpan { start: 1, end: 0 }), None);
            let beyond = Span::new(text.len() + 3, text.len() + 9);
            assert_eq!(index.to_points(beyond), PointSpan { start: total, end: total });
        }
    }

    proptest! {
        #[test]
        fn there_and_back(text in "(a|é|€|👍|\\n|e\u{308}| ){0,900}", from in 0usize..900, len in 0usize..900) {
            let index = PointIndex::new(&text);
            let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = from.min(offsets.len() - 1);
            let end = (start + len).min(offsets.len() - 1);
            let span = Span::new(offsets[start], offsets[end]);
            let points = index.to_points(span);
            prop_assert_eq!((points.start as usize, points.end as usize), (start, end));
            prop_assert_eq!(index.to_span(points), Some(span));
        }
    }
}
