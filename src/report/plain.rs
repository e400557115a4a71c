//! Tables as text for a terminal: ruled as in print (above, below and under the head, nothing between columns), numbers
//! on the right, the total set apart. On a terminal the table is wrapped to its width, and a table with more columns
//! than fit without breaking words becomes a block per row; through a pipe nothing is wrapped or coloured and every row
//! is one line.

use super::shown::{cell_text, head_text, on_one_line, says_something, words_in};
use super::table::{Cell, ColumnKind, Line, LineKind, Table};
use super::words::TableWords;
use comfy_table::{
    Attribute, Cell as GridCell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid,
    TableStyle, Width,
};
use std::io::{self, Write};

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A terminal of so many columns.
    Terminal(u16),
    /// A file or another program.
    Pipe,
}

/// Columns of air between columns.
const GAP: usize = 2;

/// A word longer than this may be broken to make a table fit.
const LONGEST_WORD: usize = 24;

/// A cell longer than this has a line of its own in a block.
const SHORT: usize = 60;

/// Writes a table. Columns in which no row says anything are left out.
///
/// # Errors
/// When writing fails.
pub fn write(table: &Table, words: &TableWords, screen: Screen, mut out: impl Write) -> io::Result<()> {
    if !table.caption.is_empty() {
        writeln!(out, "{}", strong(&table.caption, screen))?;
    }
    if !table.scope.is_empty() {
        writeln!(out, "{}", table.scope)?;
    }
    let page = Page::new(table, words, screen);
    match screen {
        _ if page.columns.is_empty() => {}
        Screen::Terminal(width) if page.narrowest() > usize::from(width) => page.blocks(width, &mut out)?,
        Screen::Terminal(_) | Screen::Pipe => page.grid(&mut out)?,
    }
    for (mark, note) in &table.notes {
        let space = if mark.is_empty() { "" } else { " " };
        writeln!(out, "{mark}{space}{note}")?;
    }
    Ok(())
}

/// Whether a table fits a terminal of so many columns with no word broken.
#[must_use]
pub fn fits(table: &Table, words: &TableWords, width: u16) -> bool {
    Page::new(table, words, Screen::Terminal(width)).narrowest() <= usize::from(width)
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
struct Page {
    screen: Screen,
    columns: Vec<PageColumn>,
    /// The sort of each row and the words of its cells.
    rows: Vec<(LineKind, Vec<String>)>,
}

struct PageColumn {
    head: String,
    kind: ColumnKind,
    /// Its narrowest width: words of usual length and numbers are not broken.
    narrowest: usize,
}

impl Page {
    fn new(table: &Table, words: &TableWords, screen: Screen) -> Self {
        let shown: Vec<usize> =
            (0..table.columns.len()).filter(|at| table.rows.is_empty() || says_something(table, *at)).collect();
        let cell = |row: &Line, position: usize| {
            let cell = row.cells.get(position).unwrap_or(&Cell::Empty);
            let text = on_one_line(&cell_text(cell, &table.columns[position], words, "; "));
            match (cell, screen) {
                // What is wrapped would lose its indent from the second line on.
                (Cell::Text { depth, .. }, Screen::Pipe) => format!("{}{text}", "  ".repeat(*depth)),
                _ => text,
            }
        };
        let rows: Vec<(LineKind, Vec<String>)> =
            table.rows.iter().map(|row| (row.kind, shown.iter().map(|at| cell(row, *at)).collect())).collect();
        let column = |(shown_at, at): (usize, &usize)| {
            let head = head_text(table, *at);
            let kind = table.columns[*at].kind;
            let width = |text: &String| match kind {
                ColumnKind::Text => longest_word(text).min(LONGEST_WORD),
                ColumnKind::Number => text.chars().count(),
            };
            let cells = rows.iter().map(|(_, cells)| width(&cells[shown_at])).max().unwrap_or(0);
            let narrowest = cells.max(longest_word(&head).min(LONGEST_WORD));
            PageColumn { head, kind, narrowest }
        };
        Self { screen, columns: shown.iter().enumerate().map(column).collect(), rows }
    }

    /// How wide the table is with every column at its narrowest.
    fn narrowest(&self) -> usize {
        self.columns.iter().map(|column| column.narrowest + GAP).sum()
    }

    fn grid(&self, out: &mut impl Write) -> io::Result<()> {
        let mut grid = Grid::new();
        let rule = || LineStyle::none().fill('─').junction('─');
        match self.screen {
            Screen::Terminal(_) => grid.enforce_styling().style_text_only(),
            Screen::Pipe => {
                grid.force_no_tty();
            }
        }
        grid.load_style(TableStyle::new().top_border(rule()).header_separator(rule()).bottom_border(rule()));
        match self.screen {
            Screen::Terminal(width) => {
                grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
            }
            Screen::Pipe => {
                grid.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        grid.set_header(self.columns.iter().map(|column| &column.head));
        let mut before = None;
        for (kind, cells) in &self.rows {
            let apart = match kind {
                LineKind::Head => before.is_some_and(|before| before != LineKind::Head),
                LineKind::Total => before.is_some_and(|before| before != LineKind::Total),
                LineKind::Body => false,
            };
            if apart {
                grid.add_row(vec![""; self.columns.len()]);
            }
            before = Some(*kind);
            grid.add_row(cells.iter().map(|text| match (kind, self.screen) {
                (LineKind::Head | LineKind::Total, Screen::Terminal(_)) => {
                    GridCell::new(text).add_attribute(Attribute::Bold)
                }
                (LineKind::Head | LineKind::Total, Screen::Pipe) | (LineKind::Body, _) => GridCell::new(text),
            }));
        }
        for (column, known) in grid.column_iter_mut().zip(&self.columns) {
            column.set_padding((0, u16::try_from(GAP).unwrap_or(u16::MAX)));
            let narrowest = u16::try_from(known.narrowest + GAP).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(narrowest)));
            if known.kind == ColumnKind::Number {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in grid.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// One block per row: its name, then its long cells on lines of their own and its short ones together.
    fn blocks(&self, width: u16, out: &mut impl Write) -> io::Result<()> {
        let width = usize::from(width);
        for (kind, cells) in &self.rows {
            let said: Vec<(&PageColumn, &str)> = self
                .columns
                .iter()
                .zip(cells.iter().map(String::as_str))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            // A number alone names nothing: the name behind it belongs to it.
            let numbered = said.first().is_some_and(|(_, text)| text.chars().all(|c| c.is_ascii_digit() || c == '.'));
            let words = said.iter().take_while(|(column, _)| column.kind == ColumnKind::Text).count();
            let (name, rest) = said.split_at(words.min(1 + usize::from(numbered)));
            let name: Vec<&str> = name.iter().map(|(_, text)| *text).collect();
            let name = wrapped(&name.join(" "), 0, width);
            match kind {
                LineKind::Head | LineKind::Total => writeln!(out, "\n{}", strong(&name, self.screen))?,
                LineKind::Body => writeln!(out, "\n{name}")?,
            }
            let mut together: Vec<String> = Vec::new();
            for (column, text) in rest {
                let part = format!("{}: {text}", column.head);
                if text.chars().count() > SHORT {
                    writeln!(out, "{}", wrapped(&part, 2, width))?;
                } else {
                    together.push(part);
                }
            }
            if !together.is_empty() {
                writeln!(out, "{}", wrapped(&together.join("; "), 2, width))?;
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
    use crate::report::table::Column;

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
            let wide = body
                .iter()
                .filter(|line| anstream::adapter::strip_str(line).to_string().chars().count() > usize::from(width));
            assert_eq!(wide.count(), 0, "{text}");
            assert!(body.len() > 9, "the long name is wrapped: {text}");
        }
    }

    #[test]
    fn a_table_that_cannot_fit_becomes_blocks() {
        let text = written(|out| write(&table(), dutch(), Screen::Terminal(20), out));
        assert!(text.contains("\n  Fragmenten: 1\u{202f}200\n"), "{text}");
        assert!(!fits(&table(), dutch(), 20) && fits(&table(), dutch(), 40));
        assert!(text.contains("\n\u{1b}[1mTotaal\u{1b}[0m\n  Fragmenten: 1\u{202f}207\n"), "{text}");
        assert!(!text.contains('─'));
    }

    #[test]
    fn a_table_without_columns_is_its_caption() {
        let text = written(|out| write(&Table::new("Leeg", Vec::new()), dutch(), Screen::Pipe, out));
        assert_eq!(text, "Leeg\n");
    }
}
