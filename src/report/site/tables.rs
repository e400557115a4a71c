//! Tables on a page: a [`Table`] with its numbers written out, its links turned into addresses of this report, and what
//! a screen reader needs: a caption, heads with a scope, a name for the region that scrolls.

use super::address;
use super::plan::Plan;
use crate::analysis::{At, Branch, NameKind, TaxonomyTree};
use crate::report::table::{Cell, ColumnKind, LineKind, Table, Target};

/// A table as it is shown.
#[derive(Debug, Clone)]
pub(super) struct TableView {
    pub(super) caption: String,
    pub(super) scope: String,
    pub(super) heads: Vec<HeadView>,
    pub(super) rows: Vec<RowView>,
    pub(super) notes: Vec<(String, String)>,
    /// What a screen reader says of the region that scrolls.
    pub(super) region: String,
}

/// The head of a column.
#[derive(Debug, Clone)]
pub(super) struct HeadView {
    pub(super) head: String,
    pub(super) unit: String,
    pub(super) class: &'static str,
}

/// A row.
#[derive(Debug, Clone)]
pub(super) struct RowView {
    pub(super) class: &'static str,
    /// The cell that names the row.
    pub(super) name: CellView,
    pub(super) cells: Vec<CellView>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct CellView {
    pub(super) class: String,
    pub(super) text: String,
    /// What stands in grey behind a number: `/18` or a percentage.
    pub(super) after: String,
    pub(super) href: String,
    /// Several paragraphs in one cell.
    pub(super) texts: Vec<String>,
}

impl Plan<'_> {
    /// A table ready for a page.
    pub(super) fn table(&self, table: &Table) -> TableView {
        let heads = table.columns.iter().map(|column| HeadView {
            head: column.head.clone(),
            unit: column.unit.clone(),
            class: if column.kind == ColumnKind::Number { "number" } else { "" },
        });
        let rows = table.rows.iter().map(|line| {
            let mut cells = line.cells.iter().enumerate().map(|(at, cell)| {
                let kind = table.columns.get(at).map_or(ColumnKind::Text, |column| column.kind);
                self.cell(cell, kind)
            });
            RowView {
                class: match line.kind {
                    LineKind::Body => "",
                    LineKind::Head => "head",
                    LineKind::Total => "total",
                },
                name: cells.next().unwrap_or_default(),
                cells: cells.collect(),
            }
        });
        TableView {
            region: format!("{}: {}", self.w.scrolls, table.caption),
            caption: table.caption.clone(),
            scope: table.scope.clone(),
            heads: heads.collect(),
            rows: rows.collect(),
            notes: table.notes.clone(),
        }
    }

    fn cell(&self, cell: &Cell, kind: ColumnKind) -> CellView {
        let class = if kind == ColumnKind::Number { "number".to_owned() } else { String::new() };
        let href = |link: &Option<Target>| link.as_ref().and_then(|target| self.target(target)).unwrap_or_default();
        match cell {
            Cell::Empty => CellView { class, ..CellView::default() },
            Cell::Text { text, link, depth, .. } => {
                let class = if *depth > 0 { format!("{class} depth-{}", depth.min(&6)) } else { class };
                CellView { class, text: text.clone(), href: href(link), ..CellView::default() }
            }
            Cell::Number { value, of, share, decimals, link } => {
                let after = match (of, share) {
                    (Some(of), _) => format!("/{}", self.t.number(*of, *decimals)),
                    (None, Some(share)) => self.t.percent(*share),
                    (None, None) => String::new(),
                };
                let class = if of.is_none() && share.is_some() { format!("{class} share") } else { class };
                CellView { class, text: self.t.number(*value, *decimals), after, href: href(link), texts: Vec::new() }
            }
            Cell::Texts(texts) => CellView { class, texts: texts.clone(), ..CellView::default() },
        }
    }

    /// The address of what a cell leads to, when this audience gets to see it.
    fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Quotes { taxonomy: Some(taxonomy), code, counter, group } => {
                let at = At::<TaxonomyTree>::new(*taxonomy);
                let nodes = self.tables.get(*taxonomy)?.walk();
                let branch: &Branch = nodes.into_iter().find(|branch| branch.code.number() == *code)?;
                Some(match group {
                    _ if *counter => self.branch_part(at, branch, "tegen"),
                    Some(group) => self.branch_part(at, branch, &format!("groep-{}", group + 1)),
                    None => self.branch_href(at, branch),
                })
            }
            Target::Quotes { taxonomy: None, code, counter, .. } => {
                let page = self.loose_code_href(At::new(*code));
                Some(if *counter { format!("{page}#tegen") } else { page })
            }
            Target::Case(case) | Target::QuotesOf(NameKind::Case, case) => self.case_href(At::new(*case)),
            Target::QuotesOf(NameKind::Transcript, text) => self.text_href(At::new(*text)),
            Target::QuotesOf(..) => None,
            Target::Text { text, line } => self.text_href(At::new(*text)).map(|href| format!("{href}#r{line}")),
            Target::Code(code) => Some(self.codebook_href(At::new(*code))),
            Target::Taxonomy(taxonomy) => Some(address::taxonomy(*taxonomy)),
        }
    }
}
