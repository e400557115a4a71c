//! A matrix as a table for files: a line per code, a column per case, role, transcript, coder or moment, and the whole
//! line last, in which everything counts once.

use super::table::{Cell, Column, Line, Table, Target};
use super::words::{Noun, TableWords};
use crate::analysis::{Counts, Matrix, MatrixColumns, MatrixOptions, MatrixRows, Study};

/// What the cells of a matrix count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MatrixMeasure {
    /// Different fragments.
    #[default]
    Fragments,
    /// Different cases.
    Cases,
    /// Different respondents.
    Participants,
}

impl MatrixMeasure {
    /// The number among these counts.
    #[must_use]
    pub fn of(self, counts: &Counts) -> usize {
        match self {
            Self::Fragments => counts.fragments,
            Self::Cases => counts.cases,
            Self::Participants => counts.participants,
        }
    }

    fn noun(self, words: &TableWords) -> Noun {
        match self {
            Self::Fragments => words.nouns.fragment,
            Self::Cases => words.nouns.case,
            Self::Participants => words.nouns.participant,
        }
    }
}

/// A matrix with what is needed to write it.
#[derive(Debug, Clone, Copy)]
pub struct MatrixView<'v> {
    /// The study.
    pub study: &'v Study,
    /// The counts.
    pub matrix: &'v Matrix,
    /// What it was made with.
    pub options: &'v MatrixOptions,
    /// What is counted.
    pub measure: MatrixMeasure,
    /// The words.
    pub words: &'v TableWords,
    /// A condition, as typed; empty when there is none.
    pub condition: &'v str,
}

impl MatrixView<'_> {
    /// What the table shows: `Labels × casussen: fragmenten`.
    #[must_use]
    pub fn caption(&self) -> String {
        let levels = (self.words.levels)(self.study.level_words());
        let rows = match self.options.rows {
            MatrixRows::Codes => levels.open,
            MatrixRows::Labels => levels.axial,
            MatrixRows::Themes => levels.selective,
        };
        format!("{} × {}: {}", rows.heads(), self.columns().many, self.measure.noun(self.words).many)
    }

    /// What the columns are called.
    #[must_use]
    pub fn columns(&self) -> Noun {
        let nouns = &self.words.nouns;
        match self.options.columns {
            MatrixColumns::Cases => nouns.case,
            MatrixColumns::Roles => nouns.role,
            MatrixColumns::Transcripts => nouns.transcript,
            MatrixColumns::Coders => nouns.coder,
            MatrixColumns::Moments => nouns.moment,
        }
    }

    /// The matrix as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut columns = vec![Column::text(self.words.heads.name)];
        columns.extend(self.matrix.columns.iter().map(Column::number));
        columns.push(Column::number(self.words.heads.total));
        let mut table = Table::new(self.caption(), columns);
        if !self.condition.trim().is_empty() {
            table.scope = (self.words.remarks.only)(&[self.condition.trim()]);
        }
        for ((code, cells), whole) in self.matrix.rows.iter().zip(&self.matrix.cells).zip(&self.matrix.whole) {
            let name = &self.study.codes[*code].name;
            let mut line = vec![Cell::linked(name, Some(Target::Code(code.number())))];
            line.extend(cells.iter().map(|counts| Cell::count(self.measure.of(counts), None)));
            line.push(Cell::count(self.measure.of(whole), None));
            table.rows.push(Line::body(line));
        }
        table
    }
}
