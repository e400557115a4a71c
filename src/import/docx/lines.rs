//! Paragraphs and table rows becoming lines of text, with bold, headings and paragraphs as ranges over them. The
//! running text of a document is one such block; while a table row is read, each of its cells is one.
//!
//! A block is canonical at every moment: letters are composed when a paragraph ends, and what stands between paragraphs
//! composes with nothing.

use crate::import::{Limit, Unreadable};
use crate::model::{Heading, Span};
use crate::text::canonical::composed;
use crate::text::hints::Hints;

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    /// Stretches in bold: start, end, start, end, …
    bold: Vec<usize>,
    pub(super) heading: Option<u8>,
}

/// Lines of text.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) text: String,
    pub(super) hints: Hints,
    started: bool,
}

/// A table row while it is read.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: usize,
    /// The first cell, kept apart until there is a second.
    first: Lines,
    joined: Lines,
    /// Cells of which several paragraphs became one line.
    pub(super) squeezed: usize,
}

/// Whether letters are in bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Bold,
    Normal,
}

impl Paragraph {
    /// Adds text of one weight.
    pub(super) fn push(&mut self, text: &str, weight: Weight) -> Result<(), Unreadable> {
        for piece in text.split_inclusive(['\n', '\t']) {
            let start = self.text.len();
            self.text.push_str(piece);
            // Line ends and tabs have no weight, so that bold stays within a line.
            let end = start + piece.trim_end_matches(['\n', '\t']).len();
            if weight == Weight::Bold && start < end {
                if self.bold.last() == Some(&start) {
                    self.bold.pop();
                } else {
                    self.bold.push(start);
                }
                self.bold.push(end);
            }
        }
        Limit::Piece.check(self.text.len())
    }

    /// Whether there are no words in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Lines {
    /// Adds a paragraph as a line.
    pub(super) fn push(&mut self, paragraph: &mut Paragraph) {
        let text = composed(&paragraph.text, &mut paragraph.bold);
        let start = self.start_line();
        self.text.push_str(&text);
        let whole = trimmed(&self.text, start, self.text.len());
        self.hints.paragraphs.extend(whole);
        if let (Some(span), Some(level)) = (whole, paragraph.heading) {
            self.hints.headings.push(Heading { span, level });
        }
        for stretch in paragraph.bold.as_chunks::<2>().0 {
            self.hints.bold.extend(trimmed(&self.text, start + stretch[0], start + stretch[1]));
        }
    }

    /// Adds all lines of another block.
    fn append(&mut self, other: &Self) {
        if !other.started {
            return;
        }
        let start = self.start_line();
        self.text.push_str(&other.text);
        let moved = |span: &Span| Span::new(span.range().start + start, span.range().end + start);
        self.hints.bold.extend(other.hints.bold.iter().map(moved));
        self.hints.paragraphs.extend(other.hints.paragraphs.iter().map(moved));
        let heading = |heading: &Heading| Heading { span: moved(&heading.span), level: heading.level };
        self.hints.headings.extend(other.hints.headings.iter().map(heading));
    }

    /// Adds the words of another block to the last line, with single spaces for its line ends and tabs.
    fn append_to_line(&mut self, other: &Self) {
        let mut bold = other.hints.bold.iter().peekable();
        let mut at = 0;
        let mut first = true;
        for piece in other.text.split(['\n', '\t']) {
            let words = piece.trim();
            let start = at + (piece.len() - piece.trim_start().len());
            at += piece.len() + 1;
            if words.is_empty() {
                continue;
            }
            if !first {
                self.text.push(' ');
            }
            first = false;
            let moved_to = self.text.len();
            self.text.push_str(words);
            while let Some(span) = bold.next_if(|span| span.range().end <= start + words.len()) {
                let (from, to) = (span.range().start, span.range().end);
                self.hints.bold.push(Span::new(from - start + moved_to, to - start + moved_to));
            }
        }
    }

    fn start_line(&mut self) -> usize {
        if self.started {
            self.text.push('\n');
        }
        self.started = true;
        self.text.len()
    }
}

impl Row {
    /// Adds a cell to the row.
    pub(super) fn push(&mut self, cell: Lines) -> Result<(), Unreadable> {
        self.cells += 1;
        if self.cells == 1 {
            self.first = cell;
            return Ok(());
        }
        if self.cells == 2 {
            self.joined.started = true;
            let first = std::mem::take(&mut self.first);
            self.join(&first);
        }
        self.joined.text.push('\t');
        self.join(&cell);
        Limit::Piece.check(self.joined.text.len())
    }

    /// The row as lines at the end of `lines`: the paragraphs of a single cell as they are, several cells as one line.
    pub(super) fn finish(mut self, lines: &mut Lines) {
        if self.cells < 2 {
            lines.append(&self.first);
            return;
        }
        let whole = trimmed(&self.joined.text, 0, self.joined.text.len());
        self.joined.hints.paragraphs = whole.into_iter().collect();
        lines.append(&self.joined);
    }

    fn join(&mut self, cell: &Lines) {
        self.squeezed += usize::from(cell.hints.paragraphs.len() > 1);
        self.joined.append_to_line(cell);
    }
}

/// The span without white space at its edges; `None` when nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let words = text.get(start..end)?;
    let start = start + (words.len() - words.trim_start().len());
    let words = words.trim();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(paragraphs: &[&[(&str, Weight)]]) -> Lines {
        let mut lines = Lines::default();
        for parts in paragraphs {
            let mut paragraph = Paragraph::default();
            for (text, weight) in *parts {
                paragraph.push(text, *weight).expect("it is short");
            }
            lines.push(&mut paragraph);
        }
        lines
    }

    fn bold(lines: &Lines) -> Vec<&str> {
        lines.hints.bold.iter().map(|span| span.of(&lines.text)).collect()
    }

    #[test]
    fn bold_is_joined_trimmed_and_moves_with_composition() {
        use Weight::{Bold, Normal};
        let lines = block(&[
            &[("Jo", Bold), ("e\u{308}l", Bold), (": ", Bold), ("zo'n", Normal)],
            &[],
            &[("Anna\nRi", Bold), ("ek", Bold), (" ", Bold)],
            &[("e", Normal), ("\u{308}", Bold), (" ’s", Bold)],
        ]);
        assert_eq!(lines.text, "Joël: zo'n\n\nAnna\nRiek \në ’s");
        assert_eq!(bold(&lines), ["Joël:", "Anna", "Riek", "’s"]);
        let paragraphs: Vec<&str> = lines.hints.paragraphs.iter().map(|span| span.of(&lines.text)).collect();
        assert_eq!(paragraphs, ["Joël: zo'n", "Anna\nRiek", "ë ’s"]);
    }

    #[test]
    fn a_row_is_one_line_and_a_single_cell_its_own_paragraphs() {
        use Weight::{Bold, Normal};
        let name = || block(&[&[("Anna", Bold)]]);
        let said = || block(&[&[("zo'n\tdag ", Normal)], &[], &[(" heel ", Bold), ("mooi", Normal)]]);
        let cases = [
            (vec![], "", vec![], 0),
            (vec![name()], "Anna", vec!["Anna"], 0),
            (vec![said()], "zo'n\tdag \n\n heel mooi", vec!["heel"], 0),
            (vec![name(), said()], "Anna\tzo'n dag heel mooi", vec!["Anna", "heel"], 1),
            (vec![said(), name(), Lines::default()], "zo'n dag heel mooi\tAnna\t", vec!["heel", "Anna"], 1),
        ];
        for (cells, text, expected, squeezed) in cases {
            let mut row = Row::default();
            for cell in cells {
                row.push(cell).expect("it is short");
            }
            assert_eq!(row.squeezed, squeezed);
            let mut lines = Lines::default();
            row.finish(&mut lines);
            assert_eq!((&*lines.text, bold(&lines)), (text, expected));
        }
    }

    #[test]
    fn headings_are_kept_in_running_text() {
        let mut lines = block(&[&[("’s Avonds", Weight::Normal)]]);
        let mut heading = Paragraph { heading: Some(2), ..Paragraph::default() };
        heading.push(" Thema één ", Weight::Normal).expect("it is short");
        lines.push(&mut heading);
        lines.push(&mut Paragraph { heading: Some(1), ..Paragraph::default() });
        let found: Vec<_> =
            lines.hints.headings.iter().map(|found| (found.span.of(&lines.text), found.level)).collect();
        assert_eq!(found, [("Thema één", 2)]);
    }
}
