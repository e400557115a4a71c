//! The transcripts of a study: what sort of text each is, of whom, when, how long, and how far it is coded.

use super::{attribute_cell, attribute_column, attribute_names, caption, listed_cell, role_of, text_work};
use crate::analysis::{NameKind, Study};
use crate::model::Subject;
use crate::report::shown::distinct;
use crate::report::table::{Cell, Column, Line, Table, Target};
use crate::report::words::TableWords;

/// The table of transcripts, with their own attributes behind.
#[must_use]
pub fn transcripts(study: &Study, words: &TableWords) -> Table {
    let mut columns = vec![
        Column::text(words.nouns.transcript.head()),
        Column::text(words.heads.kind),
        Column::text(words.nouns.case.head()),
        Column::text(words.nouns.participant.heads()),
        Column::text(words.nouns.role.head()),
        Column::text(words.nouns.moment.head()),
        Column::text(words.heads.date),
        Column::text(words.heads.finished_by),
        Column::number(words.nouns.line.heads()),
        Column::number(words.nouns.turn.heads()),
        Column::number(words.nouns.fragment.heads()),
        Column::number(words.nouns.coding.heads()),
    ];
    let subjects: Vec<Subject> = study.texts.rows().iter().map(|text| Subject::Transcript(text.row.id)).collect();
    let names = attribute_names(study, |subject| matches!(subject, Subject::Transcript(_)));
    let attributes: Vec<Column> = names.into_iter().map(|name| attribute_column(study, name, &subjects)).collect();
    columns.extend(attributes.iter().cloned());
    let mut table = Table::new(caption(words.nouns.transcript, study.texts.len()), columns);
    let work = text_work(study);
    for (at, text) in study.texts.iter() {
        let people = || text.everyone.iter().map(|person| &study.participants[*person]);
        let done = &work[at.number()];
        let case = text
            .case
            .map_or(Cell::Empty, |case| Cell::linked(&study.cases[case].name, Some(Target::Case(case.number()))));
        let mut cells = vec![
            Cell::linked(&text.row.name, Some(Target::Text { text: at.number(), line: 1 })),
            Cell::text((words.kind)(text.row.kind)),
            case,
            listed_cell(people().map(|person| person.name.as_str())),
            listed_cell(distinct(people().filter_map(|person| role_of(study, person))).into_iter()),
            Cell::text(&text.row.moment),
            Cell::text(words.date_of(&text.row.date)),
            listed_cell(done.finished_by.iter().map(|coder| study.coders[*coder].name.as_str())),
            Cell::count(text.structure.lines.len(), None),
            Cell::count(text.structure.turns.len(), None),
            Cell::count(done.fragments, Some(Target::QuotesOf(NameKind::Transcript, at.number()))),
            Cell::count(done.codings, Some(Target::QuotesOf(NameKind::Transcript, at.number()))),
        ];
        let subject = Subject::Transcript(text.row.id);
        cells.extend(attributes.iter().map(|column| attribute_cell(study, subject, column)));
        table.rows.push(Line::body(cells));
    }
    let mut total = vec![Cell::Empty; table.columns.len()];
    total[0] = Cell::text(words.heads.total);
    total[10] = Cell::count(work.iter().map(|done| done.fragments).sum(), None);
    total[11] = Cell::count(work.iter().map(|done| done.codings).sum(), None);
    table.rows.push(Line::total(total));
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv;
    use crate::report::fixture::{self, dutch, written};

    #[test]
    fn a_line_per_transcript_and_a_total() {
        let text = written(|out| csv::write(&transcripts(&fixture::study(), dutch()), dutch(), out));
        assert_eq!(
            text,
            "Transcript,Soort tekst,Casus,Respondenten,Respondentgroep,Moment,Datum,Afgerond door,Regels,Beurten,\
             Fragmenten,Coderingen\n\
             resp-01,interview,1,Resp 1,naaste,start,21 nov. 2026,codeur-1,2,2,4,5\n\
             resp-02,groepsinterview,1,Resp 1; Resp 2,naaste; professional,start,21 nov. 2026,,3,3,1,1\n\
             resp-03,interview,2,Resp 3,naaste,,,,2,2,1,2\n\
             Totaal,,,,,,,,,,6,8\n"
        );
    }
}
