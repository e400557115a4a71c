//! A matrix as JSON: every code with its counts by column.

use crate::analysis::Counts;
use crate::report::matrix::MatrixView;
use serde::Serialize;

/// The matrix.
#[derive(Debug, Serialize)]
pub struct MatrixJson<'m> {
    columns: &'m [String],
    rows: Vec<RowJson<'m>>,
}

#[derive(Debug, Serialize)]
struct RowJson<'m> {
    code: &'m str,
    cells: Vec<CellJson>,
    total: CellJson,
}

#[derive(Debug, Serialize)]
struct CellJson {
    fragments: usize,
    cases: usize,
    participants: usize,
    counter_fragments: usize,
}

impl From<&Counts> for CellJson {
    fn from(counts: &Counts) -> Self {
        let Counts { fragments, cases, participants, counter_fragments, .. } = *counts;
        Self { fragments, cases, participants, counter_fragments }
    }
}

/// All counts of a matrix, whatever is shown of them.
#[must_use]
pub fn matrix<'m>(view: &MatrixView<'m>) -> MatrixJson<'m> {
    let matrix = view.matrix;
    let lines = matrix.rows.iter().zip(&matrix.cells).zip(&matrix.whole);
    let row = |((code, cells), whole): ((&crate::analysis::At<crate::model::Code>, &Vec<Counts>), &Counts)| RowJson {
        code: &view.study.codes[*code].name,
        cells: cells.iter().map(CellJson::from).collect(),
        total: CellJson::from(whole),
    };
    MatrixJson { columns: &matrix.columns, rows: lines.map(row).collect() }
}
