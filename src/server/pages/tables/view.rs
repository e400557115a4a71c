//! A table of `report/` as a page shows it: numbers written out, every link an address, heads and rows named for whoever
//! hears the page.

use super::linking::Leads;
use crate::report::{Cell, ColumnKind, LineKind, Table, TableWords};

/// A table.
pub(super) struct TableView {
    pub(super) caption: String,
    pub(super) scope: String,
    pub(super) heads: Vec<HeadView>,
    pub(super) rows: Vec<RowView>,
    pub(super) notes: Vec<(String, String)>,
}

/// The head of a column.
pub(super) struct HeadView {
    pub(super) head: String,
    pub(super) unit: String,
    pub(super) number: bool,
}

/// A row.
pub(super) struct RowView {
    pub(super) class: &'static str,
    pub(super) cells: Vec<CellView>,
}

/// A cell.
#[derive(Default)]
pub(super) struct CellView {
    pub(super) class: String,
    pub(super) text: String,
    /// What stands quietly behind a number: `/18` or a percentage.
    pub(super) after: String,
    pub(super) href: String,
    pub(super) texts: Vec<String>,
    /// It names its row.
    pub(super) heads: bool,
}

impl TableView {
    pub(super) fn new(table: &Table, t: &TableWords, leads: &Leads<'_>) -> Self {
        // Columns in which nothing stands only push the others aside.
        let says =
            |at: usize| at == 0 || table.rows.iter().any(|row| !matches!(row.cells.get(at), None | Some(Cell::Empty)));
        let kept: Vec<usize> = (0..table.columns.len()).filter(|at| says(*at)).collect();
        let naming = kept.iter().copied().find(|at| {
            table.columns[*at].kind == ColumnKind::Text && {
                let filled = table.rows.iter().filter(|row| !matches!(row.cells[*at], Cell::Empty)).count();
                2 * filled > table.rows.len()
            }
        });
        let row = |line: &crate::report::Line| RowView {
            class: match line.kind {
                LineKind::Body => "",
                LineKind::Head => "head",
                LineKind::Total => "total",
            },
            cells: kept
                .iter()
                .map(|at| CellView {
                    heads: naming == Some(*at),
                    ..cell(&line.cells[*at], table.columns[*at].kind, t, leads)
                })
                .collect(),
        };
        Self {
            caption: table.caption.clone(),
            scope: table.scope.clone(),
            heads: kept
                .iter()
                .map(|at| &table.columns[*at])
                .map(|column| HeadView {
                    head: column.head.clone(),
                    unit: column.unit.clone(),
                    number: column.kind == ColumnKind::Number,
                })
                .collect(),
            rows: table.rows.iter().map(row).collect(),
            notes: table.notes.clone(),
        }
    }
}

fn cell(cell: &Cell, kind: ColumnKind, t: &TableWords, leads: &Leads<'_>) -> CellView {
    let class = if kind == ColumnKind::Number { "number" } else { "" }.to_owned();
    match cell {
        Cell::Empty => CellView { class, ..CellView::default() },
        Cell::Text { text, link, depth, .. } => CellView {
            class: if *depth > 0 { format!("depth-{}", depth.min(&6)) } else { class },
            text: text.clone(),
            href: link.as_ref().map(|target| leads.to(target)).unwrap_or_default(),
            ..CellView::default()
        },
        Cell::Number { value, of, share, decimals, link } => CellView {
            class,
            text: t.number(*value, *decimals),
            after: match (of, share) {
                (Some(of), _) => format!("/{}", t.number(*of, *decimals)),
                (None, Some(share)) => format!(" {}", t.percent(*share)),
                (None, None) => String::new(),
            },
            href: link.as_ref().filter(|_| *value > 0.0).map(|target| leads.to(target)).unwrap_or_default(),
            ..CellView::default()
        },
        Cell::Texts(texts) => CellView { class, texts: texts.clone(), ..CellView::default() },
    }
}
