//! Cases, respondents, transcripts and the codebook as tables.

use super::files::{KINDS, download};
use super::linking::Leads;
use super::view::TableView;
use crate::analysis::{TaxonomyOptions, taxonomy_table};
use crate::language::{Message, TablesWords};
use crate::project::scope_of;
use crate::report::{json, lists};
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::Query;
use crate::server::visit::Visit;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};

/// A table on a page of its own.
#[derive(Template)]
#[template(path = "workbench/table.html")]
pub(super) struct TablePage {
    pub(super) frame: Frame,
    pub(super) w: &'static TablesWords,
    pub(super) title: String,
    pub(super) table: Option<TableView>,
    pub(super) region: String,
    pub(super) hint: String,
    /// What is wrong with the question or the condition.
    pub(super) fault: Option<Message>,
    /// A field for words, and what is in it.
    pub(super) query: Option<String>,
    /// Word counts: whether function words are left out.
    pub(super) content: Option<bool>,
    pub(super) action: &'static str,
    pub(super) exports: Vec<(&'static str, String)>,
    pub(super) wide: bool,
}

pub(super) fn exports(asked: &Query, page: &str) -> Vec<(&'static str, String)> {
    KINDS.map(|kind| (kind, asked.address(page, &[("as", kind)]))).into()
}

pub(super) async fn list(
    visit: Visit,
    Path(list): Path<String>,
    Asked(asked): Asked<Query>,
) -> Result<Response, Fault> {
    let (study, t, w) = (&*visit.study, visit.tables(), &visit.words().tables);
    let tables = || -> Result<Vec<_>, Fault> {
        let table = |at| {
            let filters = scope_of(study, at)?.into_iter().collect();
            Ok(taxonomy_table(study, at, &TaxonomyOptions { filters, by: None }))
        };
        study.taxonomies.positions().map(table).collect()
    };
    let (title, table) = match list.as_str() {
        "cases" => (w.cases, lists::cases(study, t)),
        "participants" => (w.participants, lists::participants(study, t)),
        "transcripts" => (w.transcripts, lists::transcripts(study, t)),
        "codebook" => (w.codebook, lists::codebook(study, t, &tables()?)),
        _ => return Err(Fault::nothing_here()),
    };
    if asked.has("as") {
        let json = || match list.as_str() {
            "cases" => serde_json::to_vec_pretty(&json::cases(study)),
            "participants" => serde_json::to_vec_pretty(&json::participants(study)),
            "transcripts" => serde_json::to_vec_pretty(&json::transcripts(study)),
            _ => serde_json::to_vec_pretty(&json::codebook(study, &tables().unwrap_or_default())),
        };
        return Ok(download(&title.to_lowercase(), asked.get("as"), t, &table, json)?.into_response());
    }
    let view = TableView::new(&table, t, &Leads::plain(study));
    let page = TablePage {
        frame: visit.frame(Screen::Tables, title),
        w,
        title: title.to_owned(),
        region: (w.scrolls)(&table.caption),
        hint: if view.rows.is_empty() { w.nothing.to_owned() } else { String::new() },
        fault: None,
        table: (!view.rows.is_empty()).then_some(view),
        query: None,
        content: None,
        action: "",
        exports: exports(&asked, &format!("/tables/{list}")),
        wide: list == "codebook",
    };
    Ok(visit.blocking(move || Page::of(&page)).await?.into_response())
}
