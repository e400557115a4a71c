//! Tables as CSV, for spreadsheets and statistics: UTF-8 without byte order mark, commas, one line of heads, plain
//! numbers with a decimal point. What a count is out of and its percentage get columns of their own. Names stand
//! without footnote marks, and caption and notes stay out, so that every line is data.

use super::shown::{numbers_in, without_marks};
use super::table::{Cell, Table};
use super::words::TableWords;
use std::io::{self, Write};

/// Writes a table.
///
/// # Errors
/// When writing fails.
pub fn write(table: &Table, words: &TableWords, out: impl Write) -> io::Result<()> {
    if table.columns.is_empty() {
        return Ok(());
    }
    let marks = table.marks();
    let columns: Vec<DataColumn> = (0..table.columns.len()).map(|at| DataColumn::new(table, at)).collect();
    let mut file = ::csv::Writer::from_writer(out);
    let mut record: Vec<String> = Vec::new();
    for (column, data) in table.columns.iter().zip(&columns) {
        let name = without_marks(&column.head, &marks);
        let head = if column.unit.is_empty() { name } else { format!("{name} ({})", column.unit) };
        let of = data.of.then(|| (words.heads.out_of)(&head));
        let share = data.share.then(|| (words.heads.percentage)(&head));
        record.push(head);
        record.extend(of);
        record.extend(share);
    }
    file.write_record(&record).map_err(unwritable)?;
    for row in &table.rows {
        record.clear();
        for (data, cell) in columns.iter().zip(&row.cells) {
            data.put(cell, &mut record);
        }
        file.write_record(&record).map_err(unwritable)?;
    }
    file.flush()
}

/// What kept a record from being written, as it was: the writer's own conversion hides that a pipe was closed.
pub(crate) fn unwritable(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Which extra columns a column needs.
struct DataColumn {
    of: bool,
    share: bool,
}

impl DataColumn {
    fn new(table: &Table, position: usize) -> Self {
        Self {
            of: numbers_in(table, position).any(|(of, _)| of.is_some()),
            share: numbers_in(table, position).any(|(_, share)| share.is_some()),
        }
    }

    fn put(&self, cell: &Cell, record: &mut Vec<String>) {
        let (shown, of, share) = match cell {
            Cell::Empty => (String::new(), None, None),
            Cell::Text { text, marks, .. } => {
                let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
                (without_marks(text, &marks), None, None)
            }
            Cell::Texts(texts) => (texts.join("; "), None, None),
            Cell::Number { value, of, share, .. } => (value.to_string(), *of, *share),
        };
        record.push(shown);
        if self.of {
            record.push(of.map_or_else(String::new, |of| of.to_string()));
        }
        if self.share {
            // One decimal more than people read is enough to add percentages up again.
            record.push(share.map_or_else(String::new, |share| ((share * 1000.0).round() / 10.0).to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{dutch, written};
    use crate::report::table::{Column, Line};

    #[test]
    fn every_value_has_its_own_cell_and_quotes_are_doubled() {
        let mut table = Table::new(
            "Een bijschrift",
            vec![
                Column::text("Thema* één"),
                Column::number("Komt voor in").with_unit("casussen"),
                Column::number("Aantal"),
                Column::number("Leeftijd"),
            ],
        );
        table.notes.push(("*".to_owned(), "Een noot".to_owned()));
        let marked = Cell::Text {
            text: "Zo'n \"vuile* was\", zegt Zoë\nen meer 👍🏽".to_owned(),
            marks: vec!["*".to_owned()],
            link: None,
            depth: 2,
        };
        table.rows.push(Line::body(vec![
            marked,
            Cell::count_of(12, 18, None),
            Cell::count_with_share(1, 1.0 / 3.0),
            Cell::number(5.5, 1),
        ]));
        table.rows.push(Line::total(vec![
            Cell::text("5*** hotel"),
            Cell::Empty,
            Cell::count(60_000, None),
            Cell::Empty,
        ]));
        assert_eq!(
            written(|out| write(&table, dutch(), out)),
            "Thema één,Komt voor in (casussen),\"Komt voor in (casussen), van\",Aantal,\"Aantal, %\",Leeftijd\n\
             \"Zo'n \"\"vuile was\"\", zegt Zoë\nen meer 👍🏽\",12,18,1,33.3,5.5\n\
             5*** hotel,,,60000,,\n"
        );
    }

    #[test]
    fn a_table_without_columns_is_an_empty_file() {
        assert_eq!(written(|out| write(&Table::new("Leeg", Vec::new()), dutch(), out)), "");
    }
}
