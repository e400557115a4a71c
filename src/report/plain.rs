//! Tables as text for a terminal: ruled as in print (above, below and under the head, nothing between columns), numbers
//! on the right, the total set apart. On a terminal the table is wrapped to its width, and a table with more columns
//! than fit becomes one block per row; through a pipe nothing is wrapped or coloured and every row is one line.

use super::shown::{cell_text, head_text, on_one_line, says_something, words_in};
use super::table::{Cell, ColumnKind, LineKind, Table};
use super::words::TableWords;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table as Grid, TableStyle};
use std::io::{self, Write};

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A terminal of so many columns.
    Terminal(u16),
    /// A file or another program.
    Pipe,
}

/// Narrowest useful column of words; below it a table is easier to read as blocks.
const NARROWEST: usize = 12;

/// Writes a table. Columns in which no row says anything are left out.
///
/// # Errors
/// When writing fails.
pub fn write(table: &Table, words: &TableWords, screen: Screen, out: impl Write) -> io::Result<()> {
    let columns: Vec<usize> =
        (0..table.columns.len()).filter(|at| table.rows.is_empty() || says_something(table, *at)).collect();
    let page = Page { table, words, screen, columns };
    page.write(out)
}

/// A caption, or the name of a block: bold on a terminal.
pub(super) fn strong(text: &str, screen: Screen) -> String {
    match screen {
        Screen::Terminal(_) => {
            let bold = anstyle::Style::new().bold();
            format!("{bold}{text}{bold:#}")
        }
        Screen::Pipe => text.to_owned(),
    }
}

/// One table on its way to the screen.
struct Page<'t> {
    table: &'t Table,
    words: &'t TableWords,
    screen: Screen,
    columns: Vec<usize>,
}

impl Page<'_> {
    fn write(&self, mut out: impl Write) -> io::Result<()> {
        if !self.table.caption.is_empty() {
            writeln!(out, "{}", strong(&self.table.caption, self.screen))?;
        }
        if !self.table.scope.is_empty() {
            writeln!(out, "{}", self.table.scope)?;
        }
        match self.screen {
            _ if self.columns.is_empty() => {}
            Screen::Terminal(width) if self.narrowest_width() > usize::from(width) => self.blocks(width, &mut out)?,
            Screen::Terminal(_) | Screen::Pipe => self.grid(&mut out)?,
        }
        for (mark, note) in &self.table.notes {
            let space = if mark.is_empty() { "" } else { " " };
            writeln!(out, "{mark}{space}{note}")?;
        }
        Ok(())
    }

    fn cell(&self, row: usize, position: usize) -> String {
        let cell = self.table.rows[row].cells.get(position).unwrap_or(&Cell::Empty);
        let indent = if let Cell::Text { depth, .. } = cell { "  ".repeat(*depth) } else { String::new() };
        let text = cell_text(cell, &self.table.columns[position], self.words, "; ");
        format!("{indent}{}", on_one_line(&text))
    }

    /// How wide the table is when its columns of words are as narrow as they can be and its numbers are not broken.
    fn narrowest_width(&self) -> usize {
        let width = |position: &usize| {
            let widest = (0..self.table.rows.len()).map(|row| self.cell(row, *position).chars().count()).max();
            let widest = widest.unwrap_or(0).max(longest_word(&head_text(self.table, *position)));
            match self.table.columns[*position].kind {
                ColumnKind::Text => widest.min(NARROWEST) + 2,
                ColumnKind::Number => widest + 2,
            }
        };
        self.columns.iter().map(width).sum()
    }

    fn grid(&self, out: &mut impl Write) -> io::Result<()> {
        let mut grid = Grid::new();
        let rule = || LineStyle::none().fill('─').junction('─');
        grid.force_no_tty();
        grid.load_style(TableStyle::new().top_border(rule()).header_separator(rule()).bottom_border(rule()));
        match self.screen {
            Screen::Terminal(width) => {
                grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
            }
            Screen::Pipe => {
                grid.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        grid.set_header(self.columns.iter().map(|at| head_text(self.table, *at)));
        let mut apart = false;
        for (row, line) in self.table.rows.iter().enumerate() {
            let total = line.kind == LineKind::Total;
            if total && !apart && row > 0 {
                grid.add_row(vec![""; self.columns.len()]);
            }
            apart = total;
            grid.add_row(self.columns.iter().map(|at| self.cell(row, *at)));
        }
        for (position, column) in grid.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            if self.table.columns[self.columns[position]].kind == ColumnKind::Number {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in grid.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// One block per row: its name, then a line for every other cell that says something.
    fn blocks(&self, width: u16, out: &mut impl Write) -> io::Result<()> {
        for (row, line) in self.table.rows.iter().enumerate() {
            let said: Vec<(usize, String)> =
                self.columns.iter().map(|at| (*at, self.cell(row, *at))).filter(|(_, text)| !text.is_empty()).collect();
            // A row is named by its number and the first name after it.
            let names =
                said.iter().take_while(|(at, _)| self.table.columns[*at].kind == ColumnKind::Text).count().min(2);
            let name: Vec<&str> = said[..names].iter().map(|(_, text)| text.as_str()).collect();
            let name = name.join("  ");
            let name = wrapped(&name, 0, usize::from(width));
            match line.kind {
                LineKind::Head | LineKind::Total => writeln!(out, "\n{}", strong(&name, self.screen))?,
                LineKind::Body => writeln!(out, "\n{name}")?,
            }
            for (position, text) in &said[names..] {
                let said = format!("{}: {text}", head_text(self.table, *position));
                writeln!(out, "{}", wrapped(&said, 2, usize::from(width)))?;
            }
        }
        writeln!(out)
    }
}

fn longest_word(text: &str) -> usize {
    words_in(text).map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Words wrapped to a width and indented, what runs on two columns more; a single longer word keeps its length.
pub(super) fn wrapped(text: &str, indent: usize, width: usize) -> String {
    let mut lines = String::new();
    let mut used = 0;
    for word in words_in(text) {
        let length = word.chars().count();
        let margin = if lines.is_empty() { indent } else { indent + 2 };
        if used > 0 && used + 1 + length <= width {
            lines.push(' ');
            used += 1 + length;
        } else {
            if used > 0 {
                lines.push('\n');
            }
            lines.extend(std::iter::repeat_n(' ', margin));
            used = margin + length;
        }
        lines.push_str(word);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{dutch, written};
    use crate::report::table::{Column, Line};

    fn table() -> Table {
        let mut table = Table::new(
            "Zo'n bijschrift",
            vec![Column::text("Naam"), Column::text("Leeg"), Column::number("Fragmenten")],
        );
        let name = "’s Avonds coördineren met één 👍🏽 en een lange naam die niet op één regel past".to_owned();
        table.rows.push(Line::body(vec![Cell::text(name), Cell::Empty, Cell::count(1200, None)]));
        table.rows.push(Line::body(vec![Cell::text("kort\r\nnog").at_depth(1), Cell::Empty, Cell::count(7, None)]));
        table.rows.push(Line::total(vec![Cell::text("Totaal"), Cell::Empty, Cell::count(1207, None)]));
        table.notes.push(("*".to_owned(), "Een noot".to_owned()));
        table
    }

    #[test]
    fn through_a_pipe_nothing_is_wrapped_or_coloured() {
        let text = written(|out| write(&table(), dutch(), Screen::Pipe, out));
        assert!(!text.contains('\u{1b}'));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Zo'n bijschrift");
        assert!(lines[1].starts_with("────"));
        assert!(lines[2].starts_with("Naam") && lines[2].ends_with("Fragmenten"));
        assert!(lines[4].starts_with("’s Avonds") && lines[4].ends_with("past        1\u{202f}200"), "{text}");
        assert!(lines[5].starts_with("  kort nog") && lines[5].ends_with(" 7"));
        assert_eq!(lines[6], "");
        assert!(lines[7].starts_with("Totaal"));
        assert_eq!(lines[9], "* Een noot");
        assert_eq!(lines.len(), 10);
    }

    #[test]
    fn on_a_terminal_it_keeps_to_the_width() {
        for width in [40, 60] {
            let text = written(|out| write(&table(), dutch(), Screen::Terminal(width), out));
            let body: Vec<&str> = text.lines().skip(1).collect();
            assert!(body.iter().all(|line| line.chars().count() <= usize::from(width)), "{text}");
            assert!(body.len() > 9, "the long name is wrapped: {text}");
        }
    }

    #[test]
    fn a_table_that_cannot_fit_becomes_blocks() {
        let text = written(|out| write(&table(), dutch(), Screen::Terminal(20), out));
        assert!(text.contains("\n  Fragmenten: 1\u{202f}200\n"), "{text}");
        assert!(text.contains("\n\u{1b}[1mTotaal\u{1b}[0m\n  Fragmenten: 1\u{202f}207\n"), "{text}");
        assert!(!text.contains('─'));
    }

    #[test]
    fn a_table_without_columns_is_its_caption() {
        let text = written(|out| write(&Table::new("Leeg", Vec::new()), dutch(), Screen::Pipe, out));
        assert_eq!(text, "Leeg\n");
    }
}
