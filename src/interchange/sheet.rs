//! A table as researchers have it: saved from Dutch or English Excel, exported by another program, typed by hand.
//! Bytes go in, headings and rows come out, each row with its line; encoding and delimiter are found out. Every row of
//! a sheet has exactly one cell per heading: the rows that have not are kept as faults for the reader to hand on.
//!
//! Tables are written as UTF-8 by RFC 4180. Cells that start with `=`, `+`, `-` or `@` stay as they are: a spreadsheet
//! may take them for formulas, but a quote that comes back with an apostrophe in front is no longer the quote.

mod cells;
mod columns;

pub(super) use columns::{find_columns, yes_or_no};

use super::decoding::decode;
use super::fault::{Faults, FileFault, Problem, shown, whole_file};
use cells::{Cell, guess_delimiter, read_record, skip_delimiter_line};
use std::borrow::Cow;
use std::io::{self, Write};

/// Largest table, in megabytes: ten times the codings of the largest study known.
const LARGEST: usize = 200;

/// A table in memory.
#[derive(Debug)]
pub struct Sheet {
    text: String,
    headings: Vec<Heading>,
    /// Row after row, as many as there are headings.
    cells: Vec<Cell>,
    rows: Vec<Row>,
    broken: Vec<(usize, Problem)>,
}

#[derive(Debug)]
struct Heading {
    name: String,
    offset: usize,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    line: usize,
    offset: usize,
}

impl Sheet {
    /// Reads a table. Rows that are no rows are left out and stay known as faults.
    ///
    /// # Errors
    /// When there is no table at all: the file is empty, no text, too large, or its heading line cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<FileFault>> {
        let text = decode(bytes, LARGEST)?.into_owned();
        if u32::try_from(text.len()).is_err() {
            return Err(whole_file(Problem::TooBig { megabytes: LARGEST }));
        }
        let (delimiter, mut at, mut line) = match skip_delimiter_line(&text) {
            Some((delimiter, end)) => (delimiter, end, 2),
            None => (guess_delimiter(&text), 0, 1),
        };
        let mut sheet = Self { text, headings: Vec::new(), cells: Vec::new(), rows: Vec::new(), broken: Vec::new() };
        let mut cells = Vec::new();
        while at < sheet.text.len() {
            cells.clear();
            let record = read_record(&sheet.text, at, delimiter, &mut cells);
            let row = Row { line, offset: at };
            (at, line) = (record.end, line + record.lines);
            if sheet.headings.is_empty() {
                sheet.take_headings(&cells, record.problem)?;
            } else {
                sheet.take_row(row, &cells, record.problem);
            }
        }
        Ok(sheet)
    }

    fn take_headings(&mut self, cells: &[Cell], problem: Option<(usize, Problem)>) -> Result<(), Vec<FileFault>> {
        if let Some((offset, problem)) = problem {
            let mut faults = Faults::new(&self.text);
            faults.add(offset, problem);
            return faults.check(());
        }
        if !is_blank(&self.text, cells) {
            let heading =
                |cell: &Cell| Heading { name: cell.text(&self.text).trim().to_owned(), offset: cell.offset() };
            self.headings = cells.iter().map(heading).collect();
        }
        Ok(())
    }

    fn take_row(&mut self, row: Row, cells: &[Cell], problem: Option<(usize, Problem)>) {
        if let Some(problem) = problem {
            self.broken.push(problem);
        } else if is_blank(&self.text, cells) {
            // Spreadsheets leave lines of mere delimiters where rows were deleted.
        } else if cells.len() == self.headings.len() {
            self.take_cells(row, cells);
        } else {
            let problem = Problem::CellCount { expected: self.headings.len(), found: cells.len() };
            self.broken.push((row.offset, problem));
        }
    }

    fn take_cells(&mut self, row: Row, cells: &[Cell]) {
        let strays = cells.iter().zip(&self.headings).filter(|(_, heading)| heading.name.is_empty());
        for (cell, _) in strays {
            let found = cell.text(&self.text);
            if !found.trim().is_empty() {
                self.broken.push((cell.offset(), Problem::HeadingMissing { found: shown(&found) }));
            }
        }
        self.cells.extend_from_slice(cells);
        self.rows.push(row);
    }

    /// The headings in order, without white space around them; empty ones too.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.headings.iter().map(|heading| heading.name.as_str())
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        (0..self.rows.len()).map(|index| SheetRow { sheet: self, index })
    }

    /// A collector of faults that already holds those of the table itself.
    pub(super) fn faults(&self) -> Faults<'_> {
        let mut faults = Faults::new(&self.text);
        for (offset, problem) in &self.broken {
            faults.add(*offset, problem.clone());
        }
        faults
    }

    pub(super) fn heading_offset(&self, column: usize) -> usize {
        self.headings.get(column).map_or(0, |heading| heading.offset)
    }
}

fn is_blank(text: &str, cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.text(text).trim().is_empty())
}

/// A row of a [`Sheet`].
#[derive(Debug, Clone, Copy)]
pub struct SheetRow<'s> {
    sheet: &'s Sheet,
    index: usize,
}

impl<'s> SheetRow<'s> {
    /// 1-based line on which the row starts.
    #[must_use]
    pub fn line(&self) -> usize {
        self.sheet.rows[self.index].line
    }

    /// The cell under the heading of that index, as it stands in the file but for line breaks, which are `\n`; empty
    /// when there is no such column.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cow<'s, str> {
        match self.at(column) {
            Some(cell) => cell.text(&self.sheet.text),
            None => Cow::Borrowed(""),
        }
    }

    /// The cell of a column that the table may lack, without white space around it.
    pub(super) fn trimmed(&self, column: Option<usize>) -> Cow<'s, str> {
        match column.map(|column| self.cell(column)) {
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Some(Cow::Owned(text)) => Cow::Owned(text.trim().to_owned()),
            None => Cow::Borrowed(""),
        }
    }

    /// The heading over a cell.
    pub(super) fn heading(&self, column: usize) -> String {
        self.sheet.headings.get(column).map(|heading| heading.name.clone()).unwrap_or_default()
    }

    /// Where a cell stands in the text; where the row starts when there is no such column.
    pub(super) fn offset(&self, column: Option<usize>) -> usize {
        column.and_then(|column| self.at(column)).map_or(self.sheet.rows[self.index].offset, Cell::offset)
    }

    fn at(&self, column: usize) -> Option<&'s Cell> {
        let width = self.sheet.headings.len();
        if column < width { self.sheet.cells.get(self.index * width + column) } else { None }
    }
}

/// Writes a table: commas, quotation marks where needed, `\r\n` behind each row.
#[derive(Debug)]
pub struct SheetWriter<W: Write>(csv::Writer<W>);

impl<W: Write> SheetWriter<W> {
    /// A table with these headings.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(out: W, headings: &[&str]) -> io::Result<Self> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        writer.write_record(headings)?;
        Ok(Self(writer))
    }

    /// One row, with as many cells as there are headings.
    ///
    /// # Errors
    /// When `out` cannot be written, or the number of cells differs from the headings'.
    pub fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        Ok(self.0.write_record(cells)?)
    }

    /// Hands on what is still held back.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sheet: &Sheet) -> Vec<(usize, Vec<String>)> {
        let width = sheet.headings().count();
        sheet.rows().map(|row| (row.line(), (0..width).map(|at| row.cell(at).into_owned()).collect())).collect()
    }

    fn read(text: &str) -> Sheet {
        Sheet::read(text.as_bytes()).expect("a table")
    }

    #[test]
    fn finds_out_what_separates_cells() {
        for (text, line) in [
            ("code,citaat\nschaamte,\"zo'n, dag\"\n", 2),
            ("code;citaat\r\nschaamte;zo'n, dag\r\n", 2),
            ("code\tcitaat\nschaamte\tzo'n, dag", 2),
            ("sep=;\r\ncode;citaat\r\nschaamte;zo'n, dag", 3),
            ("SEP=,\ncode,citaat\nschaamte,\"zo'n, dag\"", 3),
            ("\u{FEFF}sep=\t\ncode\tcitaat\nschaamte\tzo'n, dag", 3),
            ("\n;;\n \"code\" ; citaat \n\n;\nschaamte;zo'n, dag\n;\n", 6),
        ] {
            let sheet = read(text);
            assert_eq!(sheet.headings().collect::<Vec<_>>(), ["code", "citaat"], "{text}");
            assert_eq!(rows(&sheet), [(line, vec!["schaamte".to_owned(), "zo'n, dag".to_owned()])], "{text}");
        }
        assert_eq!(read("\"a,b,c\";d\n1;2").headings().collect::<Vec<_>>(), ["a,b,c", "d"]);
        assert_eq!(read("transcript\ncasus 1\n").headings().collect::<Vec<_>>(), ["transcript"]);
    }

    #[test]
    fn lines_count_through_quoted_cells() {
        let text = "a,b\r\n\"’s avonds\r\nzei ze \"\"ja\"\"\",2\r\n\r\nlaatste,👍\r\"m\rac\",1\rx,2";
        assert_eq!(
            rows(&read(text)),
            [
                (2, vec!["’s avonds\nzei ze \"ja\"".to_owned(), "2".to_owned()]),
                (5, vec!["laatste".to_owned(), "👍".to_owned()]),
                (6, vec!["m\nac".to_owned(), "1".to_owned()]),
                (8, vec!["x".to_owned(), "2".to_owned()]),
            ]
        );
    }

    #[test]
    fn every_wrong_row_is_named() {
        let text = "a,b\n1\n1,2,3\n\"x\"y,2\n goed , \"ja\" \nhij zei \"ja\",2\n1,\"open\n3,4\n";
        let sheet = read(text);
        let faults = sheet.faults().check(()).expect_err("wrong rows");
        let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column, fault.problem.clone())).collect();
        assert_eq!(
            found,
            [
                (2, Some(1), Problem::CellCount { expected: 2, found: 1 }),
                (3, Some(1), Problem::CellCount { expected: 2, found: 3 }),
                (4, Some(4), Problem::QuoteStray),
                (7, Some(3), Problem::QuoteUnclosed),
            ]
        );
        assert_eq!(faults[2].text, "\"x\"y,2");
        assert_eq!(rows(&sheet)[0], (5, vec![" goed ".to_owned(), "ja".to_owned()]));
        assert_eq!(rows(&sheet)[1], (6, vec!["hij zei \"ja\"".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn a_column_without_heading_must_be_empty() {
        let faults = read("a;b;;\n1;2;;\n1;2; x;\n").faults().check(()).expect_err("a stray cell");
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].line, faults[0].column), (3, Some(5)));
        assert_eq!(faults[0].problem, Problem::HeadingMissing { found: " x".to_owned() });
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cells = ["=1+1", "-zo'n \"dag\"", "a,b;c\td", "twee\nregels\n", " ë e\u{308} 👍 ", "", "\"", "@x\\"];
        let mut out = Vec::new();
        let headings = ["1", "2", "3", "4", "5", "6", "7", "8"];
        let mut writer = SheetWriter::new(&mut out, &headings).expect("memory takes all");
        writer.row(&cells).expect("memory takes all");
        assert!(writer.row(&["te", "kort"]).is_err());
        writer.finish().expect("memory takes all");
        let sheet = Sheet::read(&out).expect("a table");
        assert_eq!(rows(&sheet)[0].1, cells);
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let letters = [b'"', b',', b';', b'\n', b'\r', b'a', 0xC3, 0xAB, b' ', b'='];
        let mut seed = 1_u64;
        for length in 0..400 {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    letters[(seed >> 33) as usize % letters.len()]
                })
                .collect();
            if let Ok(sheet) = Sheet::read(&bytes) {
                rows(&sheet);
                drop(sheet.faults().check(()));
            }
        }
    }
}
