//! The theme and label table, live: as printed, worked out line by line, and as a codeboom.

use super::files::{KINDS, download};
use super::linking::Leads;
use super::view::TableView;
use crate::analysis::{At, Branch, Counts, Population, TaxonomyOptions, TaxonomyTable, taxonomy_table};
use crate::language::{ConditionWords, Message, TablesWords};
use crate::model::Level;
use crate::project::{divided_by, scope_of};
use crate::report::codeboom::{PictureWords, Twig, codeboom};
use crate::report::taxonomy::{ChosenTexts, Measure, TaxonomyView, chosen_places, columns, outline};
use crate::report::{Target, json};
use crate::server::answer::{Fault, Page};
use crate::server::choices::Select;
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::Query;
use crate::server::visit::Visit;
use askama::Template;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "workbench/taxonomy.html")]
struct TaxonomyPage {
    frame: Frame,
    w: &'static TablesWords,
    c: &'static ConditionWords,
    title: String,
    caption: String,
    scope: String,
    region: String,
    name: String,
    layout: String,
    layouts: Vec<(String, &'static str, bool)>,
    selects: Vec<Select>,
    condition: String,
    /// What is wrong with the condition.
    fault: Option<Message>,
    columns: Vec<ColumnView>,
    notes: Vec<(String, String)>,
    outline: Option<TableView>,
    tree: String,
    exports: Vec<(&'static str, String)>,
}

/// A theme with what stands below it.
struct ColumnView {
    head: ItemView,
    items: Vec<ItemView>,
}

/// A name with its count, and its counts per group.
struct ItemView {
    class: &'static str,
    name: String,
    count: String,
    long: String,
    href: String,
    groups: Vec<(String, String, String)>,
}

pub(super) async fn taxonomy(visit: Visit, Asked(asked): Asked<Query>) -> Result<Response, Fault> {
    let (w, c) = (&visit.words().tables, &visit.words().conditions);
    let study = &visit.study;
    let named = asked.has("name").then(|| asked.get("name")).or_else(|| {
        // One of several must be shown first.
        study.taxonomies.rows().first().map(|tree| tree.row.title.as_str())
    });
    let at = study.find_taxonomy(named)?;
    let condition = asked.get("where").trim();
    let mut filters: Vec<_> = scope_of(study, at)?.into_iter().collect();
    let fault = super::narrow(&visit, &asked, &mut filters)?;
    let by = asked.has("by").then(|| divided_by(study, asked.get("by"))).transpose()?;
    let table = taxonomy_table(study, at, &TaxonomyOptions { filters, by: by.clone() });
    let view = TaxonomyView { study, table: &table, words: visit.tables(), condition };
    let title = study.taxonomies[at].row.title.clone();
    let layout = asked.get("layout");
    let groups = table.groups.iter().map(|group| group.name.clone()).collect();
    let leads = Leads { study, condition, by: by.as_ref().map(|by| (by, groups)) };
    let outlined = if layout == "outline" {
        let places = chosen_places(study);
        let read = places.clone();
        let words = visit.read(move |workspace, study| workspace.words_of(study, read)).await?;
        let chosen = ChosenTexts { texts: places.into_iter().zip(words).collect(), ..ChosenTexts::default() };
        Some(outline(&view, &chosen))
    } else {
        None
    };
    let printed = columns(&view);
    if asked.has("as") {
        let table = outlined.unwrap_or_else(|| printed.table(visit.tables()));
        let json = || serde_json::to_vec_pretty(&json::taxonomy(&view));
        return Ok(download(&title, asked.get("as"), visit.tables(), &table, json)?.into_response());
    }
    let drawing = Drawing { visit: &visit, table: &table, leads: &leads };
    let page = TaxonomyPage {
        frame: visit.frame(Screen::Tables, title.clone()),
        w,
        c,
        caption: printed.caption.clone(),
        scope: printed.scope.clone(),
        region: (w.scrolls)(&printed.caption),
        layout: layout.to_owned(),
        layouts: w
            .layouts
            .iter()
            .map(|(value, name)| (asked.address("/tables/taxonomy", &[("layout", value)]), *name, *value == layout))
            .collect(),
        selects: selects(&visit, &asked),
        condition: condition.to_owned(),
        fault,
        columns: if layout.is_empty() { drawing.columns(&view) } else { Vec::new() },
        notes: if layout.is_empty() { printed.notes.clone() } else { Vec::new() },
        outline: outlined.as_ref().map(|outlined| TableView::new(outlined, visit.tables(), &leads)),
        tree: if layout == "tree" { drawing.tree(&title, &printed.caption) } else { String::new() },
        exports: KINDS.map(|kind| (kind, asked.address("/tables/taxonomy", &[("as", kind)]))).into(),
        name: title.clone(),
        title,
    };
    Ok(visit.blocking(move || Page::of(&page)).await?.into_response())
}

/// What the table can be divided by, and which taxonomy is shown.
fn selects(visit: &Visit, asked: &Query) -> Vec<Select> {
    let (study, w) = (&*visit.study, &visit.words().tables);
    let titles = study.taxonomies.rows().iter().map(|tree| (tree.row.title.clone(), tree.row.title.clone()));
    let mut ways: Vec<(String, String)> = Vec::new();
    if study.roles.len() > 1 {
        ways.push(("role".to_owned(), w.role.to_owned()));
    }
    if study.moments().len() > 1 {
        ways.push(("moment".to_owned(), w.moment.to_owned()));
    }
    ways.extend(study.attribute_names(|_| true).into_iter().map(|name| (name.to_owned(), name.to_owned())));
    let by = Select::new("by", w.divided, w.undivided, asked, ways);
    let mut which = Select::new("name", w.taxonomy, "", asked, titles);
    if let Some(which) = &mut which
        && !which.chosen
        && let Some(first) = which.options.first_mut()
    {
        first.chosen = true;
    }
    [which, by].into_iter().flatten().collect()
}

/// What the printed table and the codeboom are drawn from.
struct Drawing<'d> {
    visit: &'d Visit,
    table: &'d TaxonomyTable,
    leads: &'d Leads<'d>,
}

impl Drawing<'_> {
    fn columns(&self, view: &TaxonomyView<'_>) -> Vec<ColumnView> {
        let printed = columns(view);
        let column = |column: &crate::report::taxonomy::ThemeColumn| ColumnView {
            head: match (column.theme, &column.counts) {
                (Some(theme), Some(counts)) => {
                    self.item(theme.number(), Level::Selective, 0, &column.head.text, counts, &column.by_group)
                }
                _ => ItemView {
                    class: "loose",
                    name: column.head.text.clone(),
                    count: String::new(),
                    long: String::new(),
                    href: String::new(),
                    groups: Vec::new(),
                },
            },
            items: column
                .entries
                .iter()
                .map(|entry| {
                    let code = entry.code.number();
                    self.item(code, entry.level, entry.depth, &entry.name.text, &entry.counts, &entry.by_group)
                })
                .collect(),
        };
        printed.columns.iter().map(column).collect()
    }

    fn item(
        &self,
        code: usize,
        level: Level,
        depth: usize,
        name: &str,
        counts: &Counts,
        by_group: &[Counts],
    ) -> ItemView {
        let taxonomy = Some(self.table.taxonomy.number());
        let target = |group| Target::Quotes { taxonomy, code, counter: false, group };
        let (count, long) = self.count(counts, self.table.of);
        let group = |(at, (counts, group)): (usize, (&Counts, &crate::analysis::Group))| {
            let (short, _) = self.count(counts, group.of);
            (group.name.clone(), short, self.leads.to(&target(Some(at))))
        };
        ItemView {
            class: match (level, depth) {
                (Level::Open, _) => "open",
                (Level::Axial | Level::Selective, 0) => "label",
                (Level::Axial | Level::Selective, 1) => "label depth-1",
                (Level::Axial | Level::Selective, _) => "label depth-2",
            },
            name: name.to_owned(),
            href: self.leads.to(&target(None)),
            groups: by_group.iter().zip(&self.table.groups).enumerate().map(group).collect(),
            count,
            long,
        }
    }

    /// A count out of its whole, short and in words.
    fn count(&self, counts: &Counts, of: Population) -> (String, String) {
        let t = self.visit.tables();
        let measure = Measure::of(of);
        let (count, noun) = (measure.count(counts), measure.noun(t));
        match measure.whole(of) {
            Some(whole) => {
                let (count, all) = (t.count(count), t.count(whole));
                (format!("{count}/{all}"), (t.remarks.out_of)(&count, &all, noun.of(whole)))
            }
            None => (t.count(count), t.counted(count, noun)),
        }
    }

    fn tree(&self, title: &str, caption: &str) -> String {
        let children = self.table.branches.iter().map(|branch| self.twig(branch)).collect();
        let root = Twig { name: title.to_owned(), children, ..Twig::default() };
        let name = self.visit.words().tables.codeboom;
        codeboom(&root, PictureWords { id: "boom", title: name, description: caption }).svg
    }

    fn twig(&self, branch: &Branch) -> Twig {
        let code = &self.visit.study.codes[At::new(branch.code.number())];
        let (count, spoken) = self.count(&branch.counts, self.table.of);
        let measure = Measure::of(self.table.of);
        let (taxonomy, code_at) = (Some(self.table.taxonomy.number()), branch.code.number());
        let target = Target::Quotes { taxonomy, code: code_at, counter: false, group: None };
        Twig {
            name: code.name.clone(),
            level: match code.level {
                Level::Selective => 1,
                Level::Axial => 2,
                Level::Open => 3,
            },
            count,
            spoken,
            share: share(measure.count(&branch.counts), measure.whole(self.table.of)),
            link: self.leads.to(&target),
            children: branch.children.iter().map(|child| self.twig(child)).collect(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn share(part: usize, whole: Option<usize>) -> f64 {
    whole.filter(|whole| *whole > 0).map_or(0.0, |whole| part as f64 / whole as f64)
}
