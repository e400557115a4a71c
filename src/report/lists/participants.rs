//! The respondents of a study: case, group, transcripts, how much of their words is coded, and their attributes.

use super::{attribute_cell, attribute_column, attribute_names, caption, listed_cell, role_of, shares};
use crate::analysis::{NameKind, Study};
use crate::model::Subject;
use crate::report::table::{Cell, Column, Line, Table, Target};
use crate::report::words::TableWords;

/// The table of respondents.
#[must_use]
pub fn participants(study: &Study, words: &TableWords) -> Table {
    let mut columns = vec![
        Column::text(words.nouns.participant.head()),
        Column::text(words.nouns.case.head()),
        Column::text(words.nouns.role.head()),
        Column::text(words.nouns.transcript.heads()),
        Column::number(words.nouns.fragment.heads()),
    ];
    let people = study.participants.rows();
    let subjects: Vec<Subject> = people.iter().map(|person| Subject::Participant(person.id)).collect();
    let names = attribute_names(study, |subject| matches!(subject, Subject::Participant(_)));
    let attributes: Vec<Column> = names.into_iter().map(|name| attribute_column(study, name, &subjects)).collect();
    columns.extend(attributes.iter().cloned());
    let mut table = Table::new(caption(words.nouns.participant, people.len()), columns);
    let shares = shares(study);
    for (at, person) in study.participants.iter() {
        let share = &shares[at.number()];
        let case = study
            .case_of(at)
            .map_or(Cell::Empty, |case| Cell::linked(&study.cases[case].name, Some(Target::Case(case.number()))));
        let mut cells = vec![
            Cell::text(&person.name),
            case,
            Cell::text(role_of(study, person).unwrap_or_default()),
            listed_cell(share.texts.iter().map(|text| study.texts[*text].row.name.as_str())),
            Cell::count(share.fragments, Some(Target::QuotesOf(NameKind::Participant, at.number()))),
        ];
        let subject = Subject::Participant(person.id);
        cells.extend(attributes.iter().map(|column| attribute_cell(study, subject, column)));
        table.rows.push(Line::body(cells));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv;
    use crate::report::fixture::{self, dutch, written};

    #[test]
    fn a_line_per_respondent_with_attributes_as_numbers_where_they_are() {
        let table = participants(&fixture::study(), dutch());
        assert_eq!(
            written(|out| csv::write(&table, dutch(), out)),
            "Respondent,Casus,Respondentgroep,Transcripten,Fragmenten,leeftijd\n\
             Resp 1,1,naaste,resp-01; resp-02,4,79\n\
             Resp 2,1,professional,resp-02,1,\n\
             Resp 3,2,naaste,resp-03,1,\n"
        );
        assert_eq!(table.caption, "Respondenten (N=3)");
        assert_eq!(table.rows[0].cells[5], Cell::number(79.0, 0));
    }
}
