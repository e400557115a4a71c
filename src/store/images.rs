//! Before and after images of changed rows, packed many to a blob. An image is the row's own cells, so that a table
//! needs no code of its own to be recorded; parts are compressed, because 60,000 codings of one import are one entry.
//!
//! Layout of a part before LZ4: per change the table's number, the 16 bytes of the id, one byte that says which images
//! follow (1 before, 2 after), then per image the number of cells and the cells: a kind byte and, for numbers, eight
//! bytes, for text and blobs a length of four bytes and the bytes.

use super::columns::{BadCell, Source};
use super::tables::{put_row, spec, take_row};
use crate::model::{Change, Row, Table};
use rusqlite::types::ValueRef;
use uuid::Uuid;

/// Bytes of a part before it is closed: small enough to unpack in a blink, large enough to compress well.
const PART: usize = 1 << 20;

/// Packs changes into parts.
pub(super) fn pack(changes: &[Change]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut open = Vec::new();
    for change in changes {
        open.push(spec(change.table).number);
        open.extend_from_slice(change.id.as_bytes());
        open.push(u8::from(change.before.is_some()) | u8::from(change.after.is_some()) << 1);
        for row in [&change.before, &change.after].into_iter().flatten() {
            pack_row(row, &mut open);
        }
        if open.len() >= PART {
            parts.push(lz4_flex::compress_prepend_size(&open));
            open.clear();
        }
    }
    if !open.is_empty() {
        parts.push(lz4_flex::compress_prepend_size(&open));
    }
    parts
}

fn pack_row(row: &Row, out: &mut Vec<u8>) {
    let mut cells = Vec::with_capacity(12);
    put_row(row, &mut cells);
    out.push(u8::try_from(cells.len()).expect("no table has 256 columns"));
    for cell in cells {
        let (kind, bytes): (u8, &[u8]) = match cell {
            ValueRef::Null => (0, &[]),
            ValueRef::Integer(number) => {
                out.push(1);
                out.extend_from_slice(&number.to_le_bytes());
                continue;
            }
            ValueRef::Real(_) => unreachable!("no column holds a floating number"),
            ValueRef::Text(bytes) => (2, bytes),
            ValueRef::Blob(bytes) => (3, bytes),
        };
        out.push(kind);
        if kind > 0 {
            let length = u32::try_from(bytes.len()).expect("a cell is far below 4 GiB");
            out.extend_from_slice(&length.to_le_bytes());
            out.extend_from_slice(bytes);
        }
    }
}

/// Unpacks one part.
pub(super) fn unpack(part: &[u8]) -> Result<Vec<Change>, BadCell> {
    let raw = lz4_flex::decompress_size_prepended(part).map_err(|_| BadCell)?;
    let mut reader = Reader { rest: &raw };
    let mut changes = Vec::new();
    while !reader.rest.is_empty() {
        let number = reader.bytes(1)?[0];
        let table = *Table::ALL.iter().find(|table| spec(**table).number == number).ok_or(BadCell)?;
        let id = Uuid::from_slice(reader.bytes(16)?).map_err(|_| BadCell)?;
        let which = reader.bytes(1)?[0];
        let before = if which & 1 == 0 { None } else { Some(reader.row(table)?) };
        let after = if which & 2 == 0 { None } else { Some(reader.row(table)?) };
        changes.push(Change { table, id, before, after });
    }
    Ok(changes)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8], BadCell> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(BadCell)?;
        self.rest = rest;
        Ok(head)
    }

    fn row(&mut self, table: Table) -> Result<Row, BadCell> {
        let cells = self.bytes(1)?[0];
        if usize::from(cells) != spec(table).columns.len() {
            return Err(BadCell);
        }
        take_row(table, self)
    }
}

impl Source for Reader<'_> {
    fn next(&mut self) -> Result<ValueRef<'_>, BadCell> {
        let kind = self.bytes(1)?[0];
        let length = |reader: &mut Self| -> Result<usize, BadCell> {
            let bytes = reader.bytes(4)?.try_into().map_err(|_| BadCell)?;
            Ok(u32::from_le_bytes(bytes) as usize)
        };
        match kind {
            0 => Ok(ValueRef::Null),
            1 => {
                let bytes = self.bytes(8)?.try_into().map_err(|_| BadCell)?;
                Ok(ValueRef::Integer(i64::from_le_bytes(bytes)))
            }
            2 => {
                let count = length(self)?;
                Ok(ValueRef::Text(self.bytes(count)?))
            }
            3 => {
                let count = length(self)?;
                Ok(ValueRef::Blob(self.bytes(count)?))
            }
            _ => Err(BadCell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribute, Id, Subject};

    #[test]
    fn images_come_back_as_they_went_in() {
        let row = |value: &str| {
            Row::from(Attribute {
                id: Id::new(),
                subject: Subject::Case(Id::new()),
                name: "regio".to_owned(),
                value: value.to_owned(),
            })
        };
        let (first, second) = (row("Groningen"), row("’s-Hertogenbosch 🙂"));
        let changes = vec![
            Change { table: Table::Attribute, id: first.uuid(), before: None, after: Some(first.clone()) },
            Change { table: Table::Attribute, id: second.uuid(), before: Some(second), after: None },
        ];
        let parts = pack(&changes);
        let back: Vec<Change> = parts.iter().flat_map(|part| unpack(part).expect("just packed")).collect();
        assert_eq!(back, changes);
        assert!(unpack(&parts[0][..parts[0].len() - 3]).is_err(), "a cut part is noticed");
    }
}
