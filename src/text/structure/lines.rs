//! The lines of a text: where each starts and what is on it without the white space around it. Everything that looks
//! for labels, headings and paragraphs walks over these, so that "line 12" means one thing everywhere.
//!
//! A `\n` at the very end closes the last line and opens no empty one; an empty text has one empty line.

use crate::model::Span;
use std::ops::Range;

/// A text cut in lines.
pub(super) struct Lines<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// Byte offset at which each line starts.
    pub(super) starts: Vec<u32>,
    /// What is on each line; computed once, since every step asks for it.
    contents: Vec<Span>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let mut lines = Self { text, starts: Vec::new(), contents: Vec::new() };
        let mut start = 0;
        while start < text.len() || lines.starts.is_empty() {
            let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
            let kept = text[start..end].trim_start();
            let content = end - kept.len();
            let content = Span::new(content, content + kept.trim_end().len());
            lines.starts.push(Span::new(start, end).start);
            lines.contents.push(content);
            start = end + 1;
        }
        lines
    }

    /// How many lines there are; never none.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// Line `index` (from 0) without white space around it; an empty range where nothing is on it or there is no line.
    pub(super) fn content(&self, index: usize) -> Range<usize> {
        self.contents.get(index).map_or(self.text.len()..self.text.len(), |content| content.range())
    }

    /// The words on line `index` (from 0), without white space around them.
    pub(super) fn words(&self, index: usize) -> &'t str {
        &self.text[self.content(index)]
    }

    /// Whether nothing but white space is on line `index`, or there is no such line.
    pub(super) fn is_blank(&self, index: usize) -> bool {
        self.contents.get(index).is_none_or(|content| content.is_empty())
    }

    /// The line (from 0) in which byte `at` lies.
    pub(super) fn index_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= at).saturating_sub(1)
    }

    /// The first line from `index` on that is not blank.
    pub(super) fn filled_from(&self, index: usize) -> Option<usize> {
        (index..self.count()).find(|line| !self.is_blank(*line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_newline_opens_no_line() {
        let cases: [(&str, &[u32]); 6] = [
            ("", &[0]),
            ("één", &[0]),
            ("één\n", &[0]),
            ("\n", &[0]),
            ("a\n\nb", &[0, 2, 3]),
            ("’s avonds\nzo'n 🙂\n\n", &[0, 12, 22]),
        ];
        for (text, starts) in cases {
            assert_eq!(Lines::of(text).starts, starts, "{text:?}");
        }
    }

    #[test]
    fn content_leaves_out_white_space() {
        let lines = Lines::of("  ja\u{a0}\n \t\nnee");
        assert_eq!(lines.words(0), "ja");
        assert!(lines.is_blank(1));
        assert!(lines.content(1).is_empty());
        assert_eq!(lines.filled_from(1), Some(2));
        assert_eq!(lines.index_of(lines.text.len()), 2);
    }
}
