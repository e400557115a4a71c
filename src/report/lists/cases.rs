//! The overview of cases, as a report prints it: respondents per group, or the numeric attributes of cases where the
//! study knows cases only by those, each named as such in caption and head; descriptions; a total that is the sum of
//! the lines above it. Respondents and texts without a case of their own have a line too, so that the total is also
//! the number that every other table gives.

use super::{attribute_cell, attribute_column};
use crate::analysis::{self, At, CaseLine, NameKind, Study};
use crate::model::Subject;
use crate::report::table::{Cell, Column, ColumnKind, Line, Table, Target};
use crate::report::words::TableWords;

/// The table of cases.
#[must_use]
pub fn cases(study: &Study, words: &TableWords) -> Table {
    let overview = analysis::cases(study);
    let parts = Parts {
        study,
        words,
        roles: !study.participants.is_empty(),
        attributes: attributes(study, &overview.attributes),
        without: Without::count(study, &overview.lines),
    };
    let mut table = Table::new(parts.caption(), parts.columns());
    for line in &overview.lines {
        table.rows.push(parts.line(line));
    }
    if parts.without.any() {
        table.rows.push(parts.line_without());
    }
    table.rows.push(total(&table, words));
    let several: usize =
        study.places.rows().iter().filter(|place| place.cases.len() > 1 && !study.codings_on(place).is_empty()).count();
    if several > 0 {
        table.notes.push((String::new(), (words.remarks.shared_fragments)(several)));
    }
    table
}

/// Columns for the attributes of cases: the numbers first, as they are the ones a study is reported with.
fn attributes(study: &Study, numeric: &[String]) -> Vec<Column> {
    let subjects: Vec<Subject> = study.cases.rows().iter().map(|case| Subject::Case(case.id)).collect();
    let names = super::attribute_names(study, |subject| matches!(subject, Subject::Case(_)));
    let (numbers, others): (Vec<&str>, Vec<&str>) =
        names.into_iter().partition(|name| numeric.iter().any(|number| number == name));
    numbers.into_iter().chain(others).map(|name| attribute_column(study, name, &subjects)).collect()
}

/// What belongs to no case of its own.
struct Without {
    /// Respondents per role, those without a role last.
    roles: Vec<usize>,
    participants: usize,
    texts: usize,
    fragments: usize,
}

impl Without {
    fn count(study: &Study, lines: &[CaseLine]) -> Self {
        let mut roles = vec![0; study.roles.len() + 1];
        for (at, person) in study.participants.iter() {
            if study.case_of(at).is_none() {
                let role = person.role.and_then(|id| study.role_at(id)).map_or(study.roles.len(), At::number);
                roles[role] += 1;
            }
        }
        let coded = study.places.rows().iter().filter(|place| !study.codings_on(place).is_empty());
        Self {
            participants: roles.iter().sum(),
            roles,
            texts: study.texts.len() - lines.iter().map(|line| line.texts.len()).sum::<usize>(),
            fragments: coded.filter(|place| place.cases.is_empty()).count(),
        }
    }

    fn any(&self) -> bool {
        self.participants + self.texts + self.fragments > 0
    }
}

struct Parts<'p> {
    study: &'p Study,
    words: &'p TableWords,
    /// Whether respondents are known at all.
    roles: bool,
    attributes: Vec<Column>,
    without: Without,
}

impl Parts<'_> {
    fn caption(&self) -> String {
        let cases = self.study.cases.len();
        let captions = &self.words.captions;
        if self.roles {
            (captions.cases_by_role)(cases, self.study.participants.len())
        } else if self.has_numeric_attributes() {
            (captions.cases_by_attribute)(cases)
        } else {
            super::caption(self.words.nouns.case, cases)
        }
    }

    fn columns(&self) -> Vec<Column> {
        let nouns = &self.words.nouns;
        let mut columns = vec![Column::text(nouns.case.head()), Column::text(self.words.heads.description)];
        if self.roles {
            // Beside numeric attributes every number says what it is a number of.
            let unit = if self.has_numeric_attributes() { nouns.participant.many } else { "" };
            let role = |name: &str| Column::number(name).with_unit(unit);
            columns.extend(self.study.roles.rows().iter().map(|line| role(&line.name)));
            if self.some_without_role() {
                columns.push(role(self.words.heads.no_role));
            }
            columns.push(Column::number(nouns.participant.heads()));
        }
        let attribute = |column: &Column| match column.kind {
            ColumnKind::Number => column.clone().with_unit(nouns.attribute.one),
            ColumnKind::Text => column.clone(),
        };
        columns.extend(self.attributes.iter().map(attribute));
        columns.push(Column::number(nouns.transcript.heads()));
        columns.push(Column::number(nouns.fragment.heads()));
        columns
    }

    fn has_numeric_attributes(&self) -> bool {
        self.attributes.iter().any(|column| column.kind == ColumnKind::Number)
    }

    fn some_without_role(&self) -> bool {
        self.study.participants.rows().iter().any(|person| person.role.is_none())
    }

    fn role_cells(&self, roles: &[usize], participants: usize) -> Vec<Cell> {
        if !self.roles {
            return Vec::new();
        }
        let shown = self.study.roles.len() + usize::from(self.some_without_role());
        let mut cells: Vec<Cell> = roles.iter().take(shown).map(|count| Cell::count(*count, None)).collect();
        cells.push(Cell::count(participants, None));
        cells
    }

    fn line(&self, line: &CaseLine) -> Line {
        let case = &self.study.cases[line.case];
        let target = Some(Target::Case(line.case.number()));
        let mut cells = vec![Cell::linked(&case.name, target.clone()), Cell::text(&case.description)];
        cells.extend(self.role_cells(&line.roles, line.participants));
        let subject = Subject::Case(case.id);
        cells.extend(self.attributes.iter().map(|column| attribute_cell(self.study, subject, column)));
        cells.push(Cell::count(line.texts.len(), target.clone()));
        cells.push(Cell::count(line.fragments, Some(Target::QuotesOf(NameKind::Case, line.case.number()))));
        Line::body(cells)
    }

    fn line_without(&self) -> Line {
        let without = &self.without;
        let mut cells = vec![Cell::text(self.words.heads.no_case), Cell::Empty];
        cells.extend(self.role_cells(&without.roles, without.participants));
        cells.extend(self.attributes.iter().map(|_| Cell::Empty));
        cells.push(Cell::count(without.texts, None));
        cells.push(Cell::count(without.fragments, None));
        Line::body(cells)
    }
}

/// The sum of every column of numbers.
fn total(table: &Table, words: &TableWords) -> Line {
    let mut cells = vec![Cell::Empty; table.columns.len()];
    for (position, column) in table.columns.iter().enumerate() {
        if column.kind == ColumnKind::Number {
            let mut sum = 0.0;
            let mut most = 0;
            for row in &table.rows {
                if let Cell::Number { value, decimals, .. } = &row.cells[position] {
                    sum += value;
                    most = most.max(*decimals);
                }
            }
            cells[position] = Cell::number(sum, most);
        }
    }
    cells[0] = Cell::text(words.heads.total);
    Line::total(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv;
    use crate::report::fixture::{self, dutch, english, written};
    use std::sync::Arc;

    fn as_csv(study: &Study) -> String {
        written(|out| csv::write(&cases(study, dutch()), dutch(), out))
    }

    #[test]
    fn respondents_per_group_add_up() {
        let study = fixture::study();
        assert_eq!(
            as_csv(&study),
            "Casus,Omschrijving,naaste (respondenten),professional (respondenten),Respondenten,\
             huisgenoten (kenmerk),regio,Transcripten,Fragmenten\n\
             1,Boerderij in het buitengebied,1,1,2,2,Twente,2,5\n\
             2,,1,0,1,1.5,,1,1\n\
             Totaal,,2,1,3,3.5,,3,6\n"
        );
        let caption = "Casussen (N=2), met het aantal respondenten per respondentgroep (N=3)";
        assert_eq!(cases(&study, dutch()).caption, caption);
        let mut rows = fixture::rows();
        Arc::make_mut(&mut rows.attributes).clear();
        let text = as_csv(&Study::build(rows, 1));
        assert!(text.starts_with("Casus,Omschrijving,naaste,professional,Respondenten,Transcripten,"), "{text}");
        let caption = "Cases (N=2), with the number of respondents per respondent group (N=3)";
        assert_eq!(cases(&study, english()).caption, caption);
    }

    #[test]
    fn who_has_no_case_or_role_is_counted_all_the_same() {
        let mut rows = fixture::rows();
        let people = Arc::make_mut(&mut rows.participants);
        people[2].case = None;
        people[2].role = None;
        let text = as_csv(&Study::build(rows, 1));
        assert!(text.contains(",Zonder respondentgroep (respondenten),Respondenten,"), "{text}");
        assert!(text.contains("\nZonder eigen casus,,0,0,1,1,,,1,1\n"), "{text}");
        assert!(text.ends_with("\nTotaal,,1,1,1,3,3.5,,3,6\n"), "{text}");
    }

    #[test]
    fn without_respondents_the_numeric_attributes_are_named_as_such() {
        let mut rows = fixture::rows();
        rows.participants = Arc::default();
        rows.speakers = Arc::default();
        let cases_of_texts: Vec<_> = [0, 0, 1].map(|at| Some(rows.cases[at].id)).into();
        for (text, case) in Arc::make_mut(&mut rows.transcripts).iter_mut().zip(cases_of_texts) {
            text.case = case;
        }
        let study = Study::build(rows, 1);
        assert_eq!(cases(&study, dutch()).caption, "Casussen (N=2), met hun kenmerken in getallen");
        assert_eq!(
            as_csv(&study),
            "Casus,Omschrijving,huisgenoten (kenmerk),regio,Transcripten,Fragmenten\n\
             1,Boerderij in het buitengebied,2,Twente,2,5\n\
             2,,1.5,,1,1\n\
             Totaal,,3.5,,3,6\n"
        );
    }
}
