//! The lines of a text: where each starts and what is on it without the white space around it. Everything that looks
//! for labels, headings and paragraphs walks over these, so that "line 12" means one thing everywhere.
//!
//! A `\n` at the very end closes the last line and opens no empty one; an empty text has one empty line.

use std::ops::Range;

/// A text cut in lines.
pub(super) struct Lines<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// Byte offset at which each line starts.
    pub(super) starts: Vec<u32>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let mut starts = vec![0];
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        starts.extend(breaks.filter(|at| *at < text.len()).filter_map(|at| u32::try_from(at).ok()));
        Self { text, starts }
    }

    /// How many lines there are; never none.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// Where line `index` (from 0) starts; the length of the text beyond the last.
    pub(super) fn start(&self, index: usize) -> usize {
        self.starts.get(index).map_or(self.text.len(), |start| *start as usize)
    }

    /// Line `index` (from 0) without white space around it; an empty range where nothing is on it.
    pub(super) fn content(&self, index: usize) -> Range<usize> {
        let start = self.start(index);
        let line = &self.text[start..self.start(index + 1)];
        let kept = line.trim_start();
        let start = start + line.len() - kept.len();
        start..start + kept.trim_end().len()
    }

    /// The words on line `index` (from 0), without white space around them.
    pub(super) fn words(&self, index: usize) -> &'t str {
        &self.text[self.content(index)]
    }

    /// Whether nothing but white space is on line `index`, or there is no such line.
    pub(super) fn is_blank(&self, index: usize) -> bool {
        self.text[self.start(index)..self.start(index + 1)].chars().all(char::is_whitespace)
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
