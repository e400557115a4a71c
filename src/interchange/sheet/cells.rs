//! The letters of a table taken apart into records and cells. Written by hand because a quotation mark that is never
//! closed, or has letters behind it, must be named with its line; the csv crate reads on as if nothing were wrong.

use super::Problem;
use std::borrow::Cow;

/// A cell as a place in the text; the quotation marks around it are outside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    start: u32,
    end: u32,
    /// Holds doubled quotation marks.
    doubled: bool,
    /// Holds `\r`, which is no letter of a cell but half a line break.
    carriage: bool,
}

impl Cell {
    pub(super) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut cell = Cow::Borrowed(&text[self.start as usize..self.end as usize]);
        if self.doubled {
            cell = Cow::Owned(cell.replace("\"\"", "\""));
        }
        if self.carriage {
            cell = Cow::Owned(cell.replace("\r\n", "\n").replace('\r', "\n"));
        }
        cell
    }

    pub(super) fn offset(&self) -> usize {
        self.start as usize
    }
}

/// Where a record ended.
pub(super) struct Record {
    /// Where the next record starts.
    pub(super) end: usize,
    /// Line breaks in it and behind it.
    pub(super) lines: usize,
    /// The first thing wrong with its quotation marks.
    pub(super) problem: Option<(usize, Problem)>,
}

/// Reads the record that starts at an offset; the cells go into `cells`.
pub(super) fn read_record(text: &str, start: usize, delimiter: u8, cells: &mut Vec<Cell>) -> Record {
    let bytes = text.as_bytes();
    let mut record = Record { end: start, lines: 0, problem: None };
    loop {
        let opening = skip_spaces(bytes, record.end, delimiter);
        if bytes.get(opening) == Some(&b'"') {
            read_quoted(bytes, opening, delimiter, &mut record, cells);
        } else {
            read_plain(bytes, delimiter, &mut record, cells);
        }
        match bytes.get(record.end) {
            Some(byte) if *byte == delimiter => record.end += 1,
            Some(byte) => {
                record.end += if *byte == b'\r' && bytes.get(record.end + 1) == Some(&b'\n') { 2 } else { 1 };
                record.lines += 1;
                return record;
            }
            None => return record,
        }
    }
}

fn read_plain(bytes: &[u8], delimiter: u8, record: &mut Record, cells: &mut Vec<Cell>) {
    let start = record.end;
    record.end = end_of_cell(bytes, start, delimiter);
    cells.push(cell(start, record.end, false, false));
}

fn read_quoted(bytes: &[u8], opening: usize, delimiter: u8, record: &mut Record, cells: &mut Vec<Cell>) {
    let start = opening + 1;
    let (mut at, mut doubled, mut carriage) = (start, false, false);
    let closing = loop {
        match bytes.get(at) {
            Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                doubled = true;
                at += 1;
            }
            Some(b'"') => break at,
            Some(b'\r') => {
                carriage = true;
                record.lines += usize::from(bytes.get(at + 1) != Some(&b'\n'));
            }
            Some(b'\n') => record.lines += 1,
            Some(_) => {}
            None => {
                record.problem.get_or_insert((opening, Problem::QuoteUnclosed));
                break at;
            }
        }
        at += 1;
    };
    cells.push(cell(start, closing, doubled, carriage));
    record.end = skip_spaces(bytes, (closing + 1).min(bytes.len()), delimiter);
    let end = end_of_cell(bytes, record.end, delimiter);
    if end > record.end {
        record.problem.get_or_insert((record.end, Problem::QuoteStray));
        record.end = end;
    }
}

fn end_of_cell(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
    bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
}

fn skip_spaces(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let space = |byte: &&u8| **byte == b' ' || (**byte == b'\t' && delimiter != b'\t');
    from + bytes[from..].iter().take_while(space).count()
}

/// A sheet refuses texts whose offsets do not fit, so the conversions below change nothing.
fn cell(start: usize, end: usize, doubled: bool, carriage: bool) -> Cell {
    let fit = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Cell { start: fit(start), end: fit(end), doubled, carriage }
}

/// The delimiter that stands most often between the headings; on a tie the one that Dutch Excel writes.
pub(super) fn guess_delimiter(text: &str) -> u8 {
    let Some(headings) = text.bytes().position(|byte| !byte.is_ascii_whitespace()) else {
        return b',';
    };
    let mut best = (1, b',');
    for delimiter in [b';', b'\t', b','] {
        let (mut at, mut cells) = (headings, Vec::new());
        while at < text.len() {
            cells.clear();
            at = read_record(text, at, delimiter, &mut cells).end;
            if !super::is_blank(text, &cells) {
                break;
            }
        }
        if cells.len() > best.0 {
            best = (cells.len(), delimiter);
        }
    }
    best.1
}

/// The delimiter that Excel's `sep=;` on the first line names, and where the table starts behind it.
pub(super) fn skip_delimiter_line(text: &str) -> Option<(u8, usize)> {
    let end = text.find(['\n', '\r'])?;
    let line = text[..end].trim_matches(['"', ' ']);
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let [delimiter @ (b';' | b',' | b'\t')] = named.as_bytes() else { return None };
    let behind = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
    Some((*delimiter, behind))
}
