//! The page of a taxonomy: the table in columns as a report prints it, the outline with definitions, numbers and chosen
//! quotes, and the codeboom. Counts out of all cases stand behind every name and lead to their quotes.

use super::plan::Plan;
use super::quoting::ChosenView;
use super::view::{Figure, Frame, Name, NoteView, note_views};
use crate::analysis::{At, Branch, Counts, TaxonomyTable, TaxonomyTree};
use crate::model::{Code, Level};
use crate::report::codeboom::{PictureWords, Twig, codeboom};
use crate::report::heading;
use crate::report::taxonomy::{ColumnsLayout, ThemeColumn, columns};
use askama::Template;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "report/taxonomy.html")]
struct TaxonomyPage<'p> {
    frame: Frame<'p>,
    title: &'p str,
    scope: String,
    caption: String,
    region: String,
    columns_hint: String,
    columns: Vec<ColumnView>,
    outline_caption: String,
    outline_region: String,
    heads: Vec<(String, String)>,
    rows: Vec<OutlineRow<'p>>,
    total: Vec<String>,
    total_name: &'static str,
    number_head: &'static str,
    name_head: &'static str,
    notes: Vec<NoteView>,
    tree: String,
    /// One picture per theme, for paper.
    tree_parts: Vec<String>,
    tree_region: String,
    loose: Vec<ItemView>,
}

/// A theme with what stands below it.
struct ColumnView {
    name: Name,
    href: String,
    figure: Figure,
    items: Vec<ItemView>,
}

/// A name with its count.
struct ItemView {
    class: &'static str,
    /// How far it stands below other labels.
    depth: usize,
    name: Name,
    figure: Figure,
}

/// A row of the outline.
struct OutlineRow<'p> {
    class: &'static str,
    id: String,
    number: &'p str,
    name: Name,
    href: String,
    statement: &'p str,
    definition: &'p str,
    chosen: Vec<ChosenView<'p>>,
    cells: Vec<OutlineCell>,
}

/// A number of the outline.
struct OutlineCell {
    text: String,
    after: String,
    href: String,
    label: String,
}

impl Plan<'_> {
    pub(super) fn taxonomy_page(&self, at: At<TaxonomyTree>) -> askama::Result<String> {
        let tree = &self.study.taxonomies[at];
        let table = &self.tables[at.number()];
        let title = tree.row.title.as_str();
        let view = self.view(table);
        let layout = columns(&view);
        let caption = layout.caption.clone();
        // Marks are met in the columns first, then in names that only the outline shows.
        let in_columns = layout.columns.iter().flat_map(|column| {
            std::iter::once(column.head.clone()).chain(column.entries.iter().map(|entry| entry.name.clone()))
        });
        let everywhere = table.walk().into_iter().map(|branch| view.name(branch));
        let names: Vec<_> = in_columns.chain(everywhere).collect();
        let outline_caption = format!("{title}: {}", self.w.outline.to_lowercase());
        let mut rows = Vec::new();
        let any_counter = table.total.counter_fragments > 0;
        for branch in &table.branches {
            self.outline_rows(at, table, branch, 0, any_counter, &mut rows);
        }
        let region = |caption: &str| format!("{}: {caption}", self.w.scrolls);
        let page = TaxonomyPage {
            frame: self.frame(title.to_owned(), &super::address::taxonomy(at.number())),
            title,
            scope: layout.scope.clone(),
            region: region(&caption),
            columns_hint: layout
                .notes
                .iter()
                .filter(|(mark, _)| mark.is_empty())
                .map(|(_, text)| text.clone())
                .collect(),
            columns: self.columns(at, table, &layout),
            outline_region: region(&outline_caption),
            heads: self.outline_heads(table, any_counter),
            rows,
            total: self
                .outline_cells(None, table, &table.total, any_counter)
                .into_iter()
                .map(|cell| cell.text)
                .collect(),
            total_name: self.t.heads.total,
            number_head: self.t.heads.number,
            name_head: self.t.heads.name,
            notes: note_views(view.notes(&names), &tree.footnotes),
            tree: self.tree(at, table, &caption, None),
            tree_parts: (0..table.branches.len()).map(|rank| self.tree(at, table, &caption, Some(rank))).collect(),
            tree_region: region(self.w.codeboom),
            loose: self.study.unplaced().into_iter().map(|code| self.loose_item(code)).collect(),
            caption,
            outline_caption,
        };
        page.render()
    }

    /// A column per theme; whatever stands at the top without being a theme shares the last one.
    fn columns(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, layout: &ColumnsLayout) -> Vec<ColumnView> {
        let nodes: BTreeMap<&str, &Branch> =
            table.walk().into_iter().map(|branch| (branch.number.as_str(), branch)).collect();
        let column = |column: &ThemeColumn| {
            let theme = nodes.get(column.number.as_str()).filter(|_| column.theme.is_some());
            let entries = column.entries.iter().filter_map(|entry| {
                let branch = nodes.get(entry.number.as_str())?;
                Some(ItemView { depth: entry.depth.min(3), ..self.item(at, table, branch) })
            });
            ColumnView {
                name: self.name(at, &column.head.text),
                href: theme.map_or_else(String::new, |theme| self.branch_href(at, theme)),
                figure: theme.map_or_else(Figure::default, |theme| self.branch_figure(at, table, theme)),
                items: entries.collect(),
            }
        };
        layout.columns.iter().map(column).collect()
    }

    fn item(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, branch: &Branch) -> ItemView {
        let open = self.study.codes[branch.code].level == Level::Open;
        ItemView {
            class: if open { "open" } else { "label" },
            depth: 0,
            name: self.name(at, &branch.printed),
            figure: self.branch_figure(at, table, branch),
        }
    }

    fn loose_item(&self, code: At<Code>) -> ItemView {
        let (name, figure) = (Name::new(&self.study.codes[code].name, &[], self.w), self.loose_figure(code));
        ItemView { class: "open", depth: 0, name, figure }
    }

    pub(super) fn loose_figure(&self, code: At<Code>) -> Figure {
        let (branch, of) = self.loose(code);
        self.figure(&branch.counts, of, &branch.printed, self.loose_code_href(code))
    }

    pub(super) fn name(&self, at: At<TaxonomyTree>, printed: &str) -> Name {
        Name::new(printed, &self.study.taxonomies[at].footnotes, self.w)
    }

    pub(super) fn branch_figure(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, branch: &Branch) -> Figure {
        let name = &self.study.codes[branch.code].name;
        self.figure(&branch.counts, table.of, name, self.branch_href(at, branch))
    }

    fn outline_heads(&self, table: &TaxonomyTable, any_counter: bool) -> Vec<(String, String)> {
        let nouns = &self.t.nouns;
        let of = |count: usize| format!("N={}", self.t.count(count));
        let mut heads = Vec::new();
        if table.of.cases > 0 {
            heads.push((heading(nouns.case.many), of(table.of.cases)));
        }
        if table.of.participants > 0 {
            heads.push((heading(nouns.participant.many), of(table.of.participants)));
        }
        heads.push((heading(nouns.fragment.many), String::new()));
        if any_counter {
            heads.push((heading(nouns.counter_example.many), String::new()));
        }
        for group in &table.groups {
            let name = if group.name.is_empty() { self.t.heads.no_value.to_owned() } else { heading(&group.name) };
            let count = if group.of.cases > 0 { group.of.cases } else { group.of.participants };
            heads.push((name, of(count)));
        }
        heads
    }

    /// The numbers of a branch, or of the whole table; in the order of the heads.
    fn outline_cells(
        &self,
        branch: Option<(At<TaxonomyTree>, &Branch)>,
        table: &TaxonomyTable,
        counts: &Counts,
        any_counter: bool,
    ) -> Vec<OutlineCell> {
        let nouns = &self.t.nouns;
        let name = branch.map_or("", |(_, branch)| self.study.codes[branch.code].name.as_str());
        let cell = |count: usize, noun: crate::report::Noun, part: &str| OutlineCell {
            text: self.t.count(count),
            after: String::new(),
            href: branch.filter(|_| count > 0).map_or_else(String::new, |(at, branch)| {
                if part.is_empty() { self.branch_href(at, branch) } else { self.branch_part(at, branch, part) }
            }),
            label: (self.w.quotes_of)(name, &self.t.counted(count, noun)),
        };
        let mut cells = Vec::new();
        if table.of.cases > 0 {
            let after = format!("/{}", self.t.count(table.of.cases));
            cells.push(OutlineCell { after, ..cell(counts.cases, nouns.case, "") });
        }
        if table.of.participants > 0 {
            cells.push(cell(counts.participants, nouns.participant, ""));
        }
        cells.push(cell(counts.fragments, nouns.fragment, ""));
        if any_counter {
            cells.push(cell(counts.counter_fragments, nouns.counter_example, "tegen"));
        }
        let groups = branch.map_or(&[][..], |(_, branch)| &branch.by_group);
        for (number, (group, counts)) in table.groups.iter().zip(groups).enumerate() {
            let part = format!("groep-{}", number + 1);
            let by_case = group.of.cases > 0;
            let (count, of) =
                if by_case { (counts.cases, group.of.cases) } else { (counts.participants, group.of.participants) };
            let noun = if by_case { nouns.case } else { nouns.participant };
            cells.push(OutlineCell { after: format!("/{}", self.t.count(of)), ..cell(count, noun, &part) });
        }
        cells
    }

    fn outline_rows<'t>(
        &'t self,
        at: At<TaxonomyTree>,
        table: &'t TaxonomyTable,
        branch: &'t Branch,
        depth: usize,
        any_counter: bool,
        rows: &mut Vec<OutlineRow<'t>>,
    ) {
        let code: &Code = &self.study.codes[branch.code];
        let open = code.level == Level::Open;
        rows.push(OutlineRow {
            class: match (code.level, depth) {
                (Level::Selective, _) => "theme",
                (Level::Axial, _) => "label",
                (Level::Open, 0..=2) => "code",
                (Level::Open, _) => "code deep",
            },
            id: format!("o{}", super::address::dashed(&branch.number)),
            number: &branch.number,
            name: self.name(at, &branch.printed).in_link(),
            href: if open { self.codebook_href(branch.code) } else { self.branch_href(at, branch) },
            statement: &code.statement,
            definition: if open { "" } else { &code.definition },
            chosen: if open { Vec::new() } else { self.chosen(Some(at), branch.code) },
            cells: self.outline_cells(Some((at, branch)), table, &branch.counts, any_counter),
        });
        for child in &branch.children {
            self.outline_rows(at, table, child, depth + 1, any_counter, rows);
        }
    }

    /// The codeboom: of the whole taxonomy, or of one theme for paper.
    fn tree(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, caption: &str, only: Option<usize>) -> String {
        let chosen = table.branches.iter().enumerate().filter(|(rank, _)| only.is_none_or(|only| only == *rank));
        let children: Vec<Twig> = chosen.map(|(_, branch)| self.twig(at, table, branch)).collect();
        let title = self.study.taxonomies[at].row.title.clone();
        let counted = |level, noun| self.t.counted(table.number_of(level), noun);
        let description = (self.w.picture)(
            &title,
            &counted(Level::Selective, self.levels.selective),
            &counted(Level::Axial, self.levels.axial),
            &counted(Level::Open, self.levels.open),
        );
        let id = only.map_or_else(|| "boom".to_owned(), |rank| format!("boom-{}", rank + 1));
        let title_words = format!("{}: {caption}", self.w.codeboom);
        let words = PictureWords { id: &id, title: &title_words, description: &description };
        codeboom(&Twig { name: title, children, ..Twig::default() }, words).svg
    }

    fn twig(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, branch: &Branch) -> Twig {
        let code = &self.study.codes[branch.code];
        let figure = self.branch_figure(at, table, branch);
        let (part, whole) = if table.of.cases > 0 {
            (branch.counts.cases, table.of.cases)
        } else {
            (branch.counts.participants, table.of.participants)
        };
        Twig {
            name: code.name.clone(),
            level: match code.level {
                Level::Selective => 1,
                Level::Axial => 2,
                Level::Open => 3,
            },
            count: figure.short,
            spoken: figure.long,
            share: crate::report::site::plan::share(part, whole),
            link: figure.href,
            children: branch.children.iter().map(|child| self.twig(at, table, child)).collect(),
        }
    }
}
