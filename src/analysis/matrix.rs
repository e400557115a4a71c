//! A matrix: codes against cases, groups of respondents, transcripts, coders or moments. Each cell counts the distinct
//! fragments, participants and cases of a code and everything below it within its column, each once, as the theme and
//! label table does; counter-examples do not count as support and stand apart.

use super::count::{Admitted, Counts, Tally};
use super::list::At;
use super::{CodingAt, Filter, Place, Study, TaxonomyTree};
use crate::model::{Code, Level, Participant};
use std::collections::BTreeSet;

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MatrixRows {
    /// Every code that was put on text.
    #[default]
    Codes,
    /// Labels.
    Labels,
    /// Themes.
    Themes,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MatrixColumns {
    /// Cases.
    #[default]
    Cases,
    /// Groups of respondents.
    Roles,
    /// Transcripts.
    Transcripts,
    /// Coders.
    Coders,
    /// Moments of measurement.
    Moments,
}

/// What a matrix should show.
#[derive(Debug, Clone, Default)]
pub struct MatrixOptions {
    /// What the rows are.
    pub rows: MatrixRows,
    /// What the columns are.
    pub columns: MatrixColumns,
    /// Only codes of this taxonomy, in its order.
    pub taxonomy: Option<At<TaxonomyTree>>,
    /// Narrows what counts.
    pub filters: Vec<Filter>,
}

/// The matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The codes, in the order of the taxonomies, then by name.
    pub rows: Vec<At<Code>>,
    /// Names of the columns, in the study's order.
    pub columns: Vec<String>,
    /// Counts, by row and column.
    pub cells: Vec<Vec<Counts>>,
    /// Counts of each row over all columns, each thing once.
    pub whole: Vec<Counts>,
}

/// Counts every code in every column.
#[must_use]
pub fn matrix(study: &Study, options: &MatrixOptions) -> Matrix {
    let rows = rows(study, options);
    let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); study.codes.len()];
    for (row, code) in rows.iter().enumerate() {
        for below in study.with_everything_below(*code) {
            rows_of[below.number()].push(row);
        }
    }
    let columns = Columns::new(study, options.columns);
    let width = columns.names.len();
    let filters: Vec<&Filter> = options.filters.iter().collect();
    let mut cells = vec![Tally::default(); rows.len() * width];
    let mut whole = vec![Tally::default(); rows.len()];
    for (at, place) in study.places.iter() {
        let codings = study.codings_on(place);
        if codings.iter().all(|coding| rows_of[coding.code.number()].is_empty()) {
            continue;
        }
        let Some(admitted) = study.admitted(place, &filters) else { continue };
        let parts = columns.parts(place, codings, &admitted);
        for coding in codings.iter().filter(|coding| filters.iter().all(|filter| filter.counts(coding))) {
            for row in &rows_of[coding.code.number()] {
                whole[*row].add(at, &admitted, coding.counter);
                for (column, part) in &parts {
                    if columns.has(*column, coding) {
                        cells[row * width + column].add(at, part, coding.counter);
                    }
                }
            }
        }
    }
    let counts = |tallies: &[Tally]| tallies.iter().map(Tally::counts).collect::<Vec<_>>();
    Matrix {
        cells: (0..rows.len()).map(|row| counts(&cells[row * width..(row + 1) * width])).collect(),
        whole: counts(&whole),
        columns: columns.names,
        rows,
    }
}

/// The codes of the rows: those of the taxonomies in their order, then the others by name, each once.
fn rows(study: &Study, options: &MatrixOptions) -> Vec<At<Code>> {
    let mut seen = BTreeSet::new();
    let wanted = |code: &At<Code>| match options.rows {
        MatrixRows::Codes => study.codes[*code].level == Level::Open || !study.codings_with(*code).is_empty(),
        MatrixRows::Labels => study.codes[*code].level == Level::Axial,
        MatrixRows::Themes => study.codes[*code].level == Level::Selective,
    };
    let trees = study.taxonomies.iter().filter(|(at, _)| options.taxonomy.is_none_or(|only| only == *at));
    let placed: Vec<At<Code>> = trees.flat_map(|(_, tree)| tree.walk()).map(|node| node.code).collect();
    let others = study.codes.positions().filter(|_| options.taxonomy.is_none());
    placed.into_iter().chain(others).filter(|code| wanted(code) && seen.insert(*code)).collect()
}

struct Columns<'s> {
    study: &'s Study,
    kind: MatrixColumns,
    names: Vec<String>,
}

impl<'s> Columns<'s> {
    fn new(study: &'s Study, kind: MatrixColumns) -> Self {
        let names = match kind {
            MatrixColumns::Cases => study.cases.rows().iter().map(|case| case.name.clone()).collect(),
            MatrixColumns::Roles => study.roles.rows().iter().map(|role| role.name.clone()).collect(),
            MatrixColumns::Transcripts => study.texts.rows().iter().map(|text| text.row.name.clone()).collect(),
            MatrixColumns::Coders => study.coders.rows().iter().map(|coder| coder.name.clone()).collect(),
            MatrixColumns::Moments => study.moments().into_iter().map(str::to_owned).collect(),
        };
        Self { study, kind, names }
    }

    /// The columns in which a fragment stands, each with what counts of it there.
    fn parts(&self, place: &Place, codings: &[CodingAt], admitted: &Admitted) -> Vec<(usize, Admitted)> {
        let whole = |column| (column, admitted.clone());
        match self.kind {
            MatrixColumns::Transcripts => vec![whole(place.transcript.number())],
            MatrixColumns::Coders => {
                let coders: BTreeSet<usize> = codings.iter().map(|coding| coding.coder.number()).collect();
                coders.into_iter().map(whole).collect()
            }
            MatrixColumns::Moments => {
                let moment = &self.study.texts[place.transcript].row.moment;
                self.names.iter().position(|name| name == moment).map(whole).into_iter().collect()
            }
            MatrixColumns::Cases => {
                let part = |case: &At<crate::model::Case>| {
                    let theirs = |person: &&At<Participant>| self.case_of(place, **person) == Some(*case);
                    let participants = admitted.participants.iter().filter(theirs).copied().collect();
                    (case.number(), Admitted { participants, cases: vec![*case] })
                };
                admitted.cases.iter().map(part).collect()
            }
            MatrixColumns::Roles => {
                let mut parts: Vec<(usize, Admitted)> = Vec::new();
                for person in &admitted.participants {
                    let role = self.study.participants[*person].role.and_then(|role| self.study.role_at(role));
                    let Some(role) = role.map(At::number) else { continue };
                    let known = parts.iter().position(|(column, _)| *column == role).unwrap_or_else(|| {
                        parts.push((role, Admitted { participants: Vec::new(), cases: Vec::new() }));
                        parts.len() - 1
                    });
                    let part = &mut parts[known].1;
                    part.participants.push(*person);
                    let case = self.case_of(place, *person).filter(|case| !part.cases.contains(case));
                    part.cases.extend(case);
                }
                parts
            }
        }
    }

    fn case_of(&self, place: &Place, person: At<Participant>) -> Option<At<crate::model::Case>> {
        self.study.case_of(person).or(self.study.texts[place.transcript].case)
    }

    /// Whether a coding belongs to a column; only coders part the codings of one fragment.
    fn has(&self, column: usize, coding: &CodingAt) -> bool {
        self.kind != MatrixColumns::Coders || coding.coder.number() == column
    }
}

#[cfg(test)]
mod tests;
