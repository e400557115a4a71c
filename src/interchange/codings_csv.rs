//! Codings as a table: which code stands where in which transcript, by whom. A place is given by the words themselves
//! or by code points; a file with both has the words as a check. What [`write()`] makes, [`read`] takes again.
//!
//! Whether a transcript, code or quote exists is not decided here.

use super::fault::{Faults, FileFault, Problem, shown};
use super::sheet::{Sheet, SheetRow, SheetWriter, find_columns, yes_or_no};
use crate::project::input::{CodingInput, PlaceInput};
use std::borrow::Cow;
use std::io::{self, Write};

/// The columns, by their headings in English and Dutch.
const COLUMNS: [&[&str]; 9] = [
    &["transcript"],
    &["code"],
    &["coder", "codeur"],
    &["note", "notitie", "opmerking"],
    &["quote", "citaat"],
    &["start", "begin"],
    &["end", "eind"],
    &["occurrence", "voorkomen"],
    &["counter", "tegenvoorbeeld"],
];

// Places in `COLUMNS`.
const TRANSCRIPT: usize = 0;
const CODE: usize = 1;
const CODER: usize = 2;
const NOTE: usize = 3;
const QUOTE: usize = 4;
const START: usize = 5;
const END: usize = 6;
const OCCURRENCE: usize = 7;
const COUNTER: usize = 8;

/// Reads a table of codings. Needed are `transcript`, `code` and a place: `quote`, or `start` and `end`.
///
/// # Errors
/// All that is wrong with the table, in its order.
pub fn read(bytes: &[u8]) -> Result<Vec<CodingInput>, Vec<FileFault>> {
    let sheet = Sheet::read(bytes)?;
    let mut faults = sheet.faults();
    let columns = find_columns(&sheet, &COLUMNS, &mut faults);
    columns.refuse_others(&sheet, &COLUMNS, &mut faults);
    let mut needed = vec![TRANSCRIPT, CODE];
    match (columns.at[START], columns.at[END]) {
        (None, None) => needed.push(QUOTE),
        _ => needed.extend([START, END]),
    }
    let missing = needed.into_iter().filter(|needed| !columns.require(&sheet, &COLUMNS, *needed, &mut faults));
    if missing.count() > 0 {
        return faults.check(Vec::new());
    }
    let codings: Vec<CodingInput> = sheet.rows().filter_map(|row| read_row(&row, &columns.at, &mut faults)).collect();
    faults.check(codings)
}

fn read_row(row: &SheetRow<'_>, columns: &[Option<usize>; 9], faults: &mut Faults<'_>) -> Option<CodingInput> {
    let transcript = filled(row, columns[TRANSCRIPT], faults);
    let code = filled(row, columns[CODE], faults);
    let place = read_place(row, columns, faults);
    let counter = yes_or_no(row, columns[COUNTER], faults);
    Some(CodingInput {
        line: row.line(),
        transcript: transcript?,
        place: place?,
        code: code?,
        coder: row.trimmed(columns[CODER]).into_owned(),
        note: row.trimmed(columns[NOTE]).into_owned(),
        counter,
    })
}

fn read_place(row: &SheetRow<'_>, columns: &[Option<usize>; 9], faults: &mut Faults<'_>) -> Option<PlaceInput> {
    // The words as they stand, because a fragment may begin or end with a space.
    let words = columns[QUOTE].map(|column| row.cell(column)).filter(|words| !words.trim().is_empty());
    let words = words.map(Cow::into_owned);
    let [start, end, occurrence] = [START, END, OCCURRENCE].map(|meaning| number(row, columns[meaning], faults));
    let (start, end, occurrence) = (start?, end?, occurrence?);
    match (start, end, words) {
        (Some(start), Some(end), quote) if start < end => Some(PlaceInput::Span { start, end, quote }),
        (Some(start), Some(end), _) => {
            faults.add(row.offset(columns[END]), Problem::EmptySpan { start, end });
            None
        }
        (None, None, Some(_)) if occurrence == Some(0) => {
            let field = columns[OCCURRENCE].map(|column| row.heading(column)).unwrap_or_default();
            faults.add(row.offset(columns[OCCURRENCE]), Problem::NotANumber { field, found: "0".to_owned() });
            None
        }
        (None, None, Some(quote)) => {
            let occurrence = occurrence.and_then(|number| usize::try_from(number).ok());
            Some(PlaceInput::Quote { quote, occurrence })
        }
        (None, None, None) => {
            let column = columns[QUOTE].or(columns[START]);
            let heading = column.map(|column| row.heading(column)).unwrap_or_default();
            faults.add(row.offset(column), Problem::CellEmpty { column: heading });
            None
        }
        (None, Some(_), _) | (Some(_), None, _) => {
            let empty = if start.is_none() { START } else { END };
            faults.add(row.offset(columns[empty]), Problem::HalfSpan);
            None
        }
    }
}

/// A cell that must not be empty.
fn filled(row: &SheetRow<'_>, column: Option<usize>, faults: &mut Faults<'_>) -> Option<String> {
    let text = row.trimmed(column);
    if text.is_empty() {
        let heading = column.map(|column| row.heading(column)).unwrap_or_default();
        faults.add(row.offset(column), Problem::CellEmpty { column: heading });
        return None;
    }
    Some(text.into_owned())
}

/// The number in a cell, `Some(None)` for an empty one, nothing when it is no whole number.
#[expect(clippy::option_option, reason = "no cell, and no number in it, are two things")]
fn number(row: &SheetRow<'_>, column: Option<usize>, faults: &mut Faults<'_>) -> Option<Option<u32>> {
    let text = row.trimmed(column);
    if text.is_empty() {
        return Some(None);
    }
    // `parse` alone would take `+5`.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits);
    if number.is_none() {
        let field = column.map(|column| row.heading(column)).unwrap_or_default();
        faults.add(row.offset(column), Problem::NotANumber { field, found: shown(&text) });
    }
    number.map(Some)
}

/// A coding as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodingRow<'r> {
    /// Name of the transcript.
    pub transcript: &'r str,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words that stand there.
    pub quote: &'r str,
    /// Name of the code.
    pub code: &'r str,
    /// Name of the coder.
    pub coder: &'r str,
    /// The coder's remark, or empty.
    pub note: &'r str,
    /// A counter-example.
    pub counter: bool,
}

/// Writes codings as a table.
///
/// # Errors
/// When `out` cannot be written.
pub fn write<'r>(codings: impl IntoIterator<Item = CodingRow<'r>>, out: impl Write) -> io::Result<()> {
    let headings = ["transcript", "start", "end", "quote", "code", "coder", "note", "counter"];
    let mut writer = SheetWriter::new(out, &headings)?;
    for coding in codings {
        writer.row(&[
            coding.transcript,
            &coding.start.to_string(),
            &coding.end.to_string(),
            coding.quote,
            coding.code,
            coding.coder,
            coding.note,
            if coding.counter { "ja" } else { "" },
        ])?;
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::fault::{Found, found};

    fn quote(words: &str, occurrence: Option<usize>) -> PlaceInput {
        PlaceInput::Quote { quote: words.to_owned(), occurrence }
    }

    #[test]
    fn reads_both_forms_in_both_languages() {
        let span = |quote: Option<&str>| PlaceInput::Span { start: 5, end: 12, quote: quote.map(str::to_owned) };
        let cases = [
            ("transcript,quote,code,coder,note\nA,zo'n dag,schaamte,,\n", quote("zo'n dag", None), "", false),
            (
                "Transcript;Citaat;Code;Codeur;Opmerking;Voorkomen;Tegenvoorbeeld\r\nA;zo'n dag;schaamte; Anna ;;2;X\r\n",
                quote("zo'n dag", Some(2)),
                "Anna",
                true,
            ),
            ("transcript\tstart\tend\tcode\tcounter\nA\t5\t12\tschaamte\tWAAR\n", span(None), "", true),
            (
                "begin,eind,citaat,transcript,code,codeur\n5,12, ’s avonds,A,schaamte,b\n",
                span(Some(" ’s avonds")),
                "b",
                false,
            ),
            (
                "start,end,quote,transcript,code,counter\n,,e\u{308}n,A,schaamte,nee\n",
                quote("e\u{308}n", None),
                "",
                false,
            ),
            ("quote,transcript,code\n\"twee\r\nregels 👍\",A,schaamte\n", quote("twee\nregels 👍", None), "", false),
        ];
        for (text, place, coder, counter) in cases {
            let codings = read(text.as_bytes()).expect(text);
            let [coding] = codings.as_slice() else { panic!("one row: {text}") };
            assert_eq!((coding.transcript.as_str(), coding.code.as_str(), coding.line), ("A", "schaamte", 2));
            assert_eq!((&coding.place, coding.coder.as_str(), coding.counter), (&place, coder, counter), "{text}");
        }
        assert_eq!(read(b"transcript,quote,code\n"), Ok(Vec::new()));
    }

    #[test]
    fn names_every_wrong_place() {
        let not_a_number = |field: &str, found: &str| Problem::NotANumber { field: field.into(), found: found.into() };
        let empty = |column: &str| Problem::CellEmpty { column: column.into() };
        let missing = |wanted: &[&'static str]| Problem::ColumnMissing { wanted: wanted.to_vec(), nearest: Vec::new() };
        let unknown =
            |name: &str, nearest: &str| Problem::ColumnUnknown { name: name.into(), nearest: vec![nearest.into()] };
        let cases: Vec<(&str, Vec<Found>)> = vec![
            ("code\nx\n", vec![(1, 1, missing(&["transcript"])), (1, 1, missing(&["quote", "citaat"]))]),
            ("transcript,code,start\nA,x,1\n", vec![(1, 1, missing(&["end", "eind"]))]),
            ("transcript,code,quote,cuonter\nA,x,y,ja\n", vec![(1, 23, unknown("cuonter", "counter"))]),
            (
                "transcript,start,end,quote,code\n,1,2,,x\nA,5,5,,x\nA,5,,y,x\nA,,5,y,x\nA,-1,+5,,\nA,,,,x\nA,1,99999999999,,x",
                vec![
                    (2, 1, empty("transcript")),
                    (3, 5, Problem::EmptySpan { start: 5, end: 5 }),
                    (4, 5, Problem::HalfSpan),
                    (5, 3, Problem::HalfSpan),
                    (6, 3, not_a_number("start", "-1")),
                    (6, 6, not_a_number("end", "+5")),
                    (6, 10, empty("code")),
                    (7, 5, empty("quote")),
                    (8, 5, not_a_number("end", "99999999999")),
                ],
            ),
            (
                "transcript,quote,code,voorkomen\nA,y,x,0\nA,y,x,1e\n",
                vec![(2, 7, not_a_number("voorkomen", "0")), (3, 7, not_a_number("voorkomen", "1e"))],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(read(text.as_bytes())), expected, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let row = CodingRow {
            transcript: "resp, 06",
            start: 3,
            end: 40,
            quote: "=\"zo'n\" dag;\n ë 👍 ",
            code: "-schaamte",
            coder: "@anna",
            note: "",
            counter: true,
        };
        let mut out = Vec::new();
        write([row, CodingRow { counter: false, quote: "x", note: "hm", ..row }], &mut out).expect("memory takes all");
        assert!(out.starts_with(b"transcript,start,end,quote,code,coder,note,counter\r\n\"resp, 06\",3,40,\"=\"\"zo"));
        let codings = read(&out).expect("it was just written");
        let expected = CodingInput {
            line: 2,
            transcript: "resp, 06".into(),
            place: PlaceInput::Span { start: 3, end: 40, quote: Some("=\"zo'n\" dag;\n ë 👍 ".into()) },
            code: "-schaamte".into(),
            coder: "@anna".into(),
            note: String::new(),
            counter: true,
        };
        assert_eq!(codings[0], expected);
        assert_eq!((codings[1].line, codings[1].counter, codings[1].note.as_str()), (4, false, "hm"));
    }
}
