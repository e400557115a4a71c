//! Positions in a text. Inside the program every position is a byte offset in the canonical text of one revision,
//! half-open, and lies between two code points; people and other programs count code points. The two have different
//! types, so that they cannot be mixed up, and are converted in [`crate::text::points`] only.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A stretch of a text in bytes, half-open; start and end lie between code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets that are known to be good: `start <= end`, both below 4 GiB.
    ///
    /// # Panics
    /// When the offsets are reversed or beyond 4 GiB, which is a mistake of the caller: texts are capped on import.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts");
        let narrow = |at: usize| u32::try_from(at).expect("texts are capped far below 4 GiB on import");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The span, when both ends lie inside `text` and between code points.
    #[must_use]
    pub fn within(text: &str, start: usize, end: usize) -> Option<Self> {
        let good = start <= end && text.is_char_boundary(start) && text.is_char_boundary(end);
        good.then(|| Self::new(start, end))
    }

    /// As a range to cut a string with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words it covers; empty when the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Bytes covered.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A stretch of a text counted in Unicode code points, half-open: what files, JSON and `--span` speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct PointSpan {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}
