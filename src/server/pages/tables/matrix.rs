//! Codes against cases, groups, transcripts, coders or moments: a grid to walk through with the arrows, each cell its
//! quotes.

use super::files::{KINDS, download};
use crate::analysis::{MatrixColumns, MatrixOptions, MatrixRows, matrix as counted};
use crate::language::{ConditionWords, Message, TablesWords};
use crate::project::scope_of;
use crate::report::{MatrixMeasure, MatrixView, json};
use crate::server::answer::{Fault, Page};
use crate::server::choices::Select;
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::{Query, asking};
use crate::server::visit::Visit;
use askama::Template;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "workbench/matrix.html")]
struct MatrixPage {
    frame: Frame,
    w: &'static TablesWords,
    c: &'static ConditionWords,
    caption: String,
    selects: Vec<Select>,
    condition: String,
    /// What is wrong with the condition.
    fault: Option<Message>,
    columns: Vec<String>,
    /// Counts of four digits need wider cells.
    thousands: bool,
    rows: Vec<RowView>,
    exports: Vec<(&'static str, String)>,
}

struct RowView {
    name: String,
    href: String,
    cells: Vec<CellView>,
    whole: CellView,
}

struct CellView {
    count: usize,
    /// From 0 to 5: how dark.
    shade: usize,
    href: String,
}

fn options(visit: &Visit, asked: &Query) -> Result<(MatrixOptions, MatrixMeasure, Option<Message>), Fault> {
    let study = &visit.study;
    let mut options = MatrixOptions {
        rows: match asked.get("rows") {
            "label" => MatrixRows::Labels,
            "theme" => MatrixRows::Themes,
            _ => MatrixRows::Codes,
        },
        columns: match asked.get("columns") {
            "role" => MatrixColumns::Roles,
            "transcript" => MatrixColumns::Transcripts,
            "coder" => MatrixColumns::Coders,
            "moment" => MatrixColumns::Moments,
            _ => MatrixColumns::Cases,
        },
        ..MatrixOptions::default()
    };
    if asked.has("taxonomy") {
        let at = study.find_taxonomy(Some(asked.get("taxonomy")))?;
        options.filters.extend(scope_of(study, at)?);
        options.taxonomy = Some(at);
    }
    let fault = super::narrow(visit, asked, &mut options.filters)?;
    let measure = match asked.get("count") {
        "cases" => MatrixMeasure::Cases,
        "participants" => MatrixMeasure::Participants,
        _ => MatrixMeasure::Fragments,
    };
    Ok((options, measure, fault))
}

pub(super) async fn matrix(visit: Visit, Asked(asked): Asked<Query>) -> Result<Response, Fault> {
    let (w, c) = (&visit.words().tables, &visit.words().conditions);
    let (options, measure, fault) = options(&visit, &asked)?;
    let own = visit.clone();
    visit
        .blocking(move || {
            let (study, t) = (&*own.study, own.tables());
            let condition = asked.get("where");
            let made = counted(study, &options);
            let view = MatrixView { study, matrix: &made, options: &options, measure, words: t, condition };
            if asked.has("as") {
                let json = || serde_json::to_vec_pretty(&json::matrix(&view));
                let name = w.matrix.to_lowercase();
                return Ok(download(&name, asked.get("as"), t, &view.table(), json)?.into_response());
            }
            let column = match options.columns {
                MatrixColumns::Cases => "case",
                MatrixColumns::Roles => "role",
                MatrixColumns::Transcripts => "transcript",
                MatrixColumns::Coders => "coder",
                MatrixColumns::Moments => "moment",
            };
            let most = made.cells.iter().flatten().map(|counts| measure.of(counts)).max().unwrap_or(0);
            let (taxonomy, counter) = (asked.get("taxonomy"), ("counter", "0"));
            let rows = made.rows.iter().zip(&made.cells).zip(&made.whole).map(|((code, cells), whole)| {
                let name = study.codes[*code].name.as_str();
                // What all cells of a line share is made once.
                let line = [("code", name), ("taxonomy", taxonomy), ("where", condition), counter];
                let href = asking("/quotes", &line);
                let cell = |(counts, of): (&crate::analysis::Counts, &String)| {
                    let count = measure.of(counts);
                    CellView {
                        count,
                        shade: shade(count, most),
                        href: if count == 0 {
                            String::new()
                        } else {
                            format!("{href}&{column}={}", crate::server::address::part(of))
                        },
                    }
                };
                RowView {
                    name: name.to_owned(),
                    cells: cells.iter().zip(&made.columns).map(cell).collect(),
                    whole: CellView { count: measure.of(whole), shade: 0, href: href.clone() },
                    href: crate::server::address::code(name),
                }
            });
            let page = MatrixPage {
                frame: own.frame(Screen::Tables, w.matrix),
                w,
                c,
                caption: view.caption(),
                selects: selects(&own, &asked),
                condition: condition.to_owned(),
                fault,
                rows: rows.collect(),
                exports: KINDS.map(|kind| (kind, asked.address("/tables/matrix", &[("as", kind)]))).into(),
                columns: made.columns,
                thousands: most >= 1_000,
            };
            Ok(Page::of(&page)?.into_response())
        })
        .await
}

/// Five steps of darkness, so that a number that is there is never white.
fn shade(count: usize, most: usize) -> usize {
    if count == 0 { 0 } else { (count * 5).div_ceil(most.max(1)) }
}

fn selects(visit: &Visit, asked: &Query) -> Vec<Select> {
    let (study, w) = (&*visit.study, &visit.words().tables);
    let pairs = |list: &'static [(&'static str, &'static str)]| {
        list.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned()))
    };
    let levels = (visit.tables().levels)(study.level_words());
    let rows = [("code", levels.open.heads()), ("label", levels.axial.heads()), ("theme", levels.selective.heads())]
        .map(|(value, name)| (value.to_owned(), name));
    let titles = study.taxonomies.rows().iter().map(|tree| (tree.row.title.clone(), tree.row.title.clone()));
    let mut all = [
        Select::new("rows", w.rows, "", asked, rows),
        Select::new("columns", w.columns, "", asked, pairs(&w.column_kinds)),
        Select::new("count", w.count, "", asked, pairs(&w.counts)),
        Select::new("taxonomy", w.taxonomy, w.any_taxonomy, asked, titles),
    ];
    for select in all.iter_mut().flatten().filter(|select| select.any.is_empty() && !select.chosen) {
        select.options[0].chosen = true;
    }
    all.into_iter().flatten().collect()
}
