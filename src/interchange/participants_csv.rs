//! The table of participants: who speaks in which transcript, in which role and case, with their attributes. The
//! researcher's own list from Dutch Excel does, whatever further columns it has: they become attributes.
//!
//! A further column belongs to the participant, with `case:` or `transcript:` in front to the case or transcript, and
//! in a table without a participant column to the case. Empty cells say nothing.

use super::fault::{Faults, FileFault, Owner, Problem, shown};
use super::sheet::{Sheet, SheetRow, find_columns};
use super::words::{KINDS, find_word};
use crate::model::fold_name;
use crate::project::input::{ParticipantInput, ParticipantsInput};

/// The columns with a meaning of their own, by their headings in English and Dutch.
const COLUMNS: [&[&str]; 8] = [
    &["transcript"],
    &["participant", "respondent"],
    &["role", "rol", "groep"],
    &["case", "casus"],
    &["speaker", "spreker"],
    &["moment", "meting"],
    &["date", "datum"],
    &["kind", "soort"],
];

// Places in `COLUMNS`.
const TRANSCRIPT: usize = 0;
const PARTICIPANT: usize = 1;
const ROLE: usize = 2;
const CASE: usize = 3;
const SPEAKER: usize = 4;
const MOMENT: usize = 5;
const DATE: usize = 6;
const KIND: usize = 7;

/// What an attribute column says something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Participant,
    Case,
    Transcript,
}

struct AttributeColumn {
    column: usize,
    of: Of,
    name: String,
}

/// Reads a table of participants. Needed is a `transcript` column; a row for a respondent without transcript leaves
/// its cell empty.
///
/// # Errors
/// All that is wrong with the table, in its order.
pub fn read(bytes: &[u8]) -> Result<ParticipantsInput, Vec<FileFault>> {
    let sheet = Sheet::read(bytes)?;
    let mut faults = sheet.faults();
    let columns = find_columns(&sheet, &COLUMNS, &mut faults);
    if !columns.require(&sheet, &COLUMNS, TRANSCRIPT, &mut faults) {
        return faults.check(ParticipantsInput::default());
    }
    let plain = if columns.at[PARTICIPANT].is_some() { Of::Participant } else { Of::Case };
    let attributes = attribute_columns(&sheet, &columns.others, plain, &mut faults);
    let rows = sheet.rows().filter_map(|row| read_row(&row, &columns.at, &attributes, &mut faults)).collect();
    faults.check(ParticipantsInput { rows })
}

fn attribute_columns(sheet: &Sheet, others: &[usize], plain: Of, faults: &mut Faults<'_>) -> Vec<AttributeColumn> {
    let headings: Vec<&str> = sheet.headings().collect();
    let mut attributes: Vec<AttributeColumn> = Vec::new();
    for column in others {
        let heading = headings[*column];
        let (of, name) = match heading.split_once(':').map(|(before, name)| (fold_name(before), name.trim())) {
            Some((before, name)) if before == "case" || before == "casus" => (Of::Case, name),
            Some((before, name)) if before == "transcript" => (Of::Transcript, name),
            Some(_) | None => (plain, heading),
        };
        let same = attributes.iter().find(|other| other.of == of && fold_name(&other.name) == fold_name(name));
        if let Some(other) = same {
            let (first, second) = (shown(headings[other.column]), shown(heading));
            faults.add(sheet.heading_offset(*column), Problem::ColumnTwice { first, second });
        } else if name.is_empty() {
            faults.add(sheet.heading_offset(*column), Problem::HeadingMissing { found: shown(heading) });
        } else {
            attributes.push(AttributeColumn { column: *column, of, name: name.to_owned() });
        }
    }
    attributes
}

fn read_row(
    row: &SheetRow<'_>,
    columns: &[Option<usize>; 8],
    attributes: &[AttributeColumn],
    faults: &mut Faults<'_>,
) -> Option<ParticipantInput> {
    let cell = |meaning: usize| Some(row.trimmed(columns[meaning]).into_owned()).filter(|cell| !cell.is_empty());
    let mut read = ParticipantInput {
        line: row.line(),
        transcript: cell(TRANSCRIPT),
        speaker: cell(SPEAKER),
        participant: cell(PARTICIPANT),
        role: cell(ROLE),
        case: cell(CASE),
        moment: cell(MOMENT),
        date: cell(DATE),
        ..ParticipantInput::default()
    };
    if let Some(typed) = cell(KIND) {
        read.kind =
            find_word("kind", &typed, &KINDS).map_err(|problem| faults.add(row.offset(columns[KIND]), problem)).ok();
    }
    if read.transcript.is_none() && read.participant.is_none() {
        faults.add(row.offset(columns[TRANSCRIPT]), Problem::NobodyNamed);
        return None;
    }
    if read.transcript.is_none() {
        for meaning in [SPEAKER, MOMENT, DATE, KIND] {
            if let (Some(column), Some(_)) = (columns[meaning], cell(meaning)) {
                refuse_ownerless(row, column, Owner::Transcript, faults);
            }
        }
    }
    for AttributeColumn { column, of, name } in attributes {
        let value = row.trimmed(Some(*column)).into_owned();
        if value.is_empty() {
            continue;
        }
        match of {
            Of::Participant if read.participant.is_none() => {
                refuse_ownerless(row, *column, Owner::Participant, faults);
            }
            Of::Transcript if read.transcript.is_none() => refuse_ownerless(row, *column, Owner::Transcript, faults),
            Of::Participant => read.attributes.push((name.clone(), value)),
            Of::Case => read.case_attributes.push((name.clone(), value)),
            Of::Transcript => read.transcript_attributes.push((name.clone(), value)),
        }
    }
    Some(read)
}

fn refuse_ownerless(row: &SheetRow<'_>, column: usize, owner: Owner, faults: &mut Faults<'_>) {
    faults.add(row.offset(Some(column)), Problem::OwnerMissing { column: shown(&row.heading(column)), owner });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::fault::{Found, found};
    use crate::model::Kind;
    use encoding_rs::WINDOWS_1252;

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn reads_what_dutch_excel_saves() {
        let text = "Transcript;Respondent;Rol;Casus;Spreker;Meting;Datum;Soort;Leeftijd;case: Uitkomst;Transcript:Duur\r\n\
            resp-01.docx;Resp 1;coördinator;3;Moeder;begin;3-4-2023;Groepsinterview;5,5;mislukt;60 min.\r\n\
            ;Zoë;;;;;;;;;\r\n\
            doc;;;4;;;;document;;;\r\n";
        let bytes = WINDOWS_1252.encode(text).0;
        let rows = read(&bytes).expect("a table").rows;
        assert_eq!(
            rows[0],
            ParticipantInput {
                line: 2,
                transcript: Some("resp-01.docx".into()),
                speaker: Some("Moeder".into()),
                participant: Some("Resp 1".into()),
                role: Some("coördinator".into()),
                case: Some("3".into()),
                moment: Some("begin".into()),
                date: Some("3-4-2023".into()),
                kind: Some(Kind::GroupInterview),
                attributes: vec![pair("Leeftijd", "5,5")],
                case_attributes: vec![pair("Uitkomst", "mislukt")],
                transcript_attributes: vec![pair("Duur", "60 min.")],
            }
        );
        let zoe = ParticipantInput { line: 3, participant: Some("Zoë".into()), ..ParticipantInput::default() };
        assert_eq!(rows[1], zoe);
        assert_eq!((rows[2].case.as_deref(), rows[2].kind), (Some("4"), Some(Kind::Document)));
    }

    #[test]
    fn without_participants_attributes_are_of_the_case() {
        let rows =
            read(b"casus,transcript,deelnemers,transcript: bron\n1,casus-01.txt,24,archief\n").expect("a table").rows;
        assert_eq!(rows[0].case_attributes, [pair("deelnemers", "24")]);
        assert_eq!(rows[0].transcript_attributes, [pair("bron", "archief")]);
        assert!(rows[0].attributes.is_empty());
    }

    #[test]
    fn names_every_wrong_place() {
        let twice = |first: &str, second: &str| Problem::ColumnTwice { first: first.into(), second: second.into() };
        let ownerless = |column: &str, owner| Problem::OwnerMissing { column: column.into(), owner };
        let missing = Problem::ColumnMissing { wanted: vec!["transcript"], nearest: vec!["transcripts".into()] };
        let cases: Vec<(&str, Vec<Found>)> = vec![
            ("respondent,transcripts\nA,b\n", vec![(1, 1, missing)]),
            ("transcript,rol,Groep,rol\n", vec![(1, 16, twice("rol", "Groep")), (1, 22, twice("rol", "rol"))]),
            ("transcript,respondent,x,X , casus: x\n", vec![(1, 25, twice("x", "X"))]),
            ("transcript,casus:x,case: X\n", vec![(1, 20, twice("casus:x", "case: X"))]),
            ("transcript,casus:\n", vec![(1, 12, Problem::HeadingMissing { found: "casus:".into() })]),
            (
                "transcript,respondent,datum,leeftijd,transcript:bron\n,,1,2,3\na,,1,2,3\n,B,1,2,3\n",
                vec![
                    (2, 1, Problem::NobodyNamed),
                    (3, 6, ownerless("leeftijd", Owner::Participant)),
                    (4, 4, ownerless("datum", Owner::Transcript)),
                    (4, 8, ownerless("transcript:bron", Owner::Transcript)),
                ],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(read(text.as_bytes())), expected, "{text}");
        }
        let kind = read(b"transcript,soort\na,intervieuw\n").expect_err("no such sort");
        assert!(matches!(&kind[0].problem, Problem::WordUnknown { found, .. } if found == "intervieuw"));
    }
}
