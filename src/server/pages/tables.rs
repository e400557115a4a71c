//! Every table of the study, live: each number opens the quotes that it counts, and each table can be kept as a file.
//! `taxonomy` themes and labels, `matrix` codes against the rest, `words` counted words and words in their sentences,
//! `lists` the others, `linking` where numbers lead, `files` what can be kept.

mod files;
mod linking;
mod lists;
mod matrix;
mod taxonomy;
mod view;
mod words;

use crate::analysis::Filter;
use crate::language::{Message, TablesWords};
use crate::project::compiled;
use crate::report::lists::overview;
use crate::server::answer::{Fault, Page};
use crate::server::frame::{Frame, Screen};
use crate::server::query::{Query, asking};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use view::TableView;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/tables", tables),
        Route::page("/tables/taxonomy", taxonomy::taxonomy),
        Route::page("/tables/matrix", matrix::matrix),
        Route::page("/tables/words", words::words),
        Route::page("/tables/concordance", words::concordance),
        Route::page("/tables/report", files::report),
        Route::page("/tables/{list}", lists::list),
    ]
}

/// Adds the condition that was typed. What is wrong with it is for the page to say; a file is refused.
fn narrow(visit: &Visit, asked: &Query, filters: &mut Vec<Filter>) -> Result<Option<Message>, Fault> {
    let condition = asked.get("where").trim();
    if condition.is_empty() {
        return Ok(None);
    }
    match compiled(condition, &visit.study) {
        Ok(filter) => {
            filters.push(filter);
            Ok(None)
        }
        Err(refusal) if asked.has("as") => Err(refusal.into()),
        Err(refusal) => visit.mistyped(refusal).map(Some),
    }
}

#[derive(Template)]
#[template(path = "workbench/tables.html")]
struct TablesPage {
    frame: Frame,
    w: &'static TablesWords,
    taxonomies: Vec<(String, String)>,
    tables: Vec<TableView>,
}

async fn tables(visit: Visit) -> Result<Page, Fault> {
    let (study, t) = (&*visit.study, visit.tables());
    let leads = linking::Leads::plain(study);
    let taxonomies = study.taxonomies.rows().iter().map(|tree| {
        let title = tree.row.title.clone();
        (asking("/tables/taxonomy", &[("name", &title)]), title)
    });
    let page = TablesPage {
        frame: visit.frame(Screen::Tables, ""),
        w: &visit.words().tables,
        taxonomies: taxonomies.collect(),
        tables: overview(study, t).iter().map(|table| TableView::new(table, t, &leads)).collect(),
    };
    Page::of(&page)
}
