//! How cells and heads read where a table is text: on a terminal and in Markdown. Pages set them in their own way;
//! data files take the bare values.

use super::table::{Cell, Column, Table};
use super::words::TableWords;
use crate::model::{MarkedName, NamePiece};

/// The words of a cell. A count out of a whole names its unit where the column has one (`12 van 18 casussen`), and is
/// short where the head already says it (`12/18`).
pub(super) fn cell_text(cell: &Cell, column: &Column, words: &TableWords, between_texts: &str) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text { text, .. } => text.clone(),
        Cell::Texts(texts) => texts.join(between_texts),
        Cell::Number { value, of, share, decimals, .. } => {
            let number = words.number(*value, *decimals);
            match (of.map(|of| words.number(of, *decimals)), share) {
                (Some(of), _) if column.unit.is_empty() => format!("{number}/{of}"),
                (Some(of), _) => (words.remarks.out_of)(&number, &of, &column.unit),
                (None, Some(share)) => format!("{number} ({})", words.percent(*share)),
                (None, None) => number,
            }
        }
    }
}

/// The head of a column with its unit, unless the cells name the unit themselves.
pub(super) fn head_text(table: &Table, position: usize) -> String {
    let column = &table.columns[position];
    if column.unit.is_empty() || numbers_in(table, position).any(|(of, _)| of.is_some()) {
        column.head.clone()
    } else {
        format!("{} ({})", column.head, column.unit)
    }
}

/// What the numbers of a column are out of, and their shares.
pub(super) fn numbers_in(table: &Table, position: usize) -> impl Iterator<Item = (Option<f64>, Option<f64>)> + '_ {
    table.rows.iter().filter_map(move |row| match row.cells.get(position) {
        Some(Cell::Number { of, share, .. }) => Some((*of, *share)),
        Some(Cell::Empty | Cell::Text { .. } | Cell::Texts(_)) | None => None,
    })
}

/// Whether a column says anything.
pub(super) fn says_something(table: &Table, position: usize) -> bool {
    table.rows.iter().any(|row| !matches!(row.cells.get(position), None | Some(Cell::Empty)))
}

/// Words without the footnote marks that stand in them.
pub(super) fn without_marks(text: &str, marks: &[&str]) -> String {
    let pieces = MarkedName::pieces(text, marks.iter().copied());
    let words = pieces.into_iter().filter_map(|piece| match piece {
        NamePiece::Words(words) => Some(words),
        NamePiece::Mark(_) => None,
    });
    words.collect()
}

/// The words of a text. Spaces that do not break, as between thousands, belong to the word.
pub(super) fn words_in(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    text.split(breaks).filter(|word| !word.is_empty())
}

/// Words on one line: every run of white space is one space.
pub(super) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words_in(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The different names, in order.
pub(super) fn distinct<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut different: Vec<&str> = Vec::new();
    for name in names {
        if !different.contains(&name) {
            different.push(name);
        }
    }
    different
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::dutch;

    #[test]
    fn numbers_read_as_the_table_needs_them() {
        let bare = Column::number("Casussen");
        let unit = Column::number("Komt voor in").with_unit("casussen");
        for (cell, column, text) in [
            (Cell::count(1250, None), &bare, "1\u{202f}250"),
            (Cell::count_of(12, 18, None), &bare, "12/18"),
            (Cell::count_of(12, 18, None), &unit, "12 van 18 casussen"),
            (Cell::count_with_share(1, 1.0 / 3.0), &bare, "1 (33%)"),
            (Cell::number(5.25, 1), &bare, "5,2"),
            (Cell::texts(vec!["a".to_owned(), "b".to_owned()]), &bare, "a; b"),
            (Cell::text(""), &bare, ""),
        ] {
            assert_eq!(cell_text(&cell, column, dutch(), "; "), text);
        }
    }

    #[test]
    fn a_head_names_its_unit_unless_its_cells_do() {
        let mut table = Table::new("", vec![Column::number("Komt voor in").with_unit("casussen")]);
        assert_eq!(head_text(&table, 0), "Komt voor in (casussen)");
        table.rows.push(super::super::table::Line::body(vec![Cell::count_of(1, 2, None)]));
        assert_eq!(head_text(&table, 0), "Komt voor in");
    }

    #[test]
    fn marks_are_taken_out_and_other_asterisks_stay() {
        for (text, bare) in [
            ("netwerkleden* zwijgen**", "netwerkleden zwijgen"),
            ("5*** hotel", "5*** hotel"),
            ("zo'n dag", "zo'n dag"),
        ] {
            assert_eq!(without_marks(text, &["*", "**"]), bare);
        }
    }

    #[test]
    fn white_space_becomes_one_space() {
        for (text, line) in [
            ("Riek:\r\n ja,\t zo'n  dag 👍🏽\n", "Riek: ja, zo'n dag 👍🏽"),
            ("1\u{202f}250 keer", "1\u{202f}250 keer"),
            (" \n", ""),
        ] {
            assert_eq!(on_one_line(text), line);
        }
    }
}
