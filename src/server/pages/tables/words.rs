//! Words as tables: counted, and each in its sentences with its place in one column.

use super::files::download;
use super::linking::Leads;
use super::lists::{TablePage, exports};
use super::view::TableView;
use crate::language::{concordance as concordance_words, counting};
use crate::project::{ConcordanceOrder, Interviewer, Listed, Refusal, WordsRequest};
use crate::report::{ConcordanceView, Shown, WordView, json};
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::Screen;
use crate::server::pages::search::request;
use crate::server::query::{Query, asking};
use crate::server::visit::Visit;
use axum::response::{IntoResponse, Response};

/// Words that are shown.
const WORDS: usize = 200;
/// Lines that are shown.
const LINES: usize = 500;
/// Letters before and after a word.
const AROUND: usize = 120;

pub(super) async fn words(visit: Visit, Asked(asked): Asked<Query>) -> Result<Response, Fault> {
    let (w, t) = (&visit.words().tables, visit.tables());
    let content = asked.has("content");
    let conditions = asked.conditions();
    let filters = match conditions.filters(&visit.study) {
        Ok(filters) => filters,
        Err(refusal) if asked.has("as") => return Err(refusal.into()),
        Err(refusal) => {
            let page = TablePage {
                frame: visit.frame(Screen::Tables, w.words),
                w,
                title: w.words.to_owned(),
                region: String::new(),
                hint: String::new(),
                fault: Some(visit.mistyped(refusal)?),
                table: None,
                query: None,
                content: Some(content),
                action: "/tables/words",
                exports: Vec::new(),
                wide: false,
            };
            return Ok(Page::of(&page)?.into_response());
        }
    };
    let wanted = WordsRequest {
        filters,
        interviewer: Interviewer::LeftOut,
        listed: if content { Listed::Content } else { Listed::All },
    };
    let condition = conditions.typed();
    let shown = Shown { least: 1, limit: (!asked.has("as")).then_some(WORDS) };
    let (counted, wanted) =
        visit.search(move |workspace, study| Ok((workspace.count_words(study, &wanted, None)?, wanted))).await?;
    let view =
        WordView { request: &wanted, condition: &condition, shown, table_words: t, words: counting(visit.language()) };
    let table = view.counted(&counted);
    if asked.has("as") {
        let json = || serde_json::to_vec_pretty(&json::words(&counted, shown));
        return Ok(download(&w.words.to_lowercase(), asked.get("as"), t, &table, json)?.into_response());
    }
    let mut shown = TableView::new(&table, t, &Leads::plain(&visit.study));
    // A word leads to where it is said.
    for cell in shown.rows.iter_mut().filter_map(|row| row.cells.iter_mut().find(|cell| cell.heads)) {
        if !cell.text.is_empty() {
            cell.href = asking("/tables/concordance", &[("q", &cell.text)]);
        }
    }
    let page = TablePage {
        frame: visit.frame(Screen::Tables, w.words),
        w,
        title: w.words.to_owned(),
        region: (w.scrolls)(&table.caption),
        hint: if shown.rows.is_empty() { w.nothing.to_owned() } else { String::new() },
        fault: None,
        table: (!shown.rows.is_empty()).then_some(shown),
        query: None,
        content: Some(content),
        action: "/tables/words",
        exports: exports(&asked, "/tables/words"),
        wide: false,
    };
    Ok(Page::of(&page)?.into_response())
}

pub(super) async fn concordance(visit: Visit, Asked(asked): Asked<Query>) -> Result<Response, Fault> {
    let (w, t) = (&visit.words().tables, visit.tables());
    let q = asked.get("q").trim().to_owned();
    let limit = (!asked.has("as")).then_some(LINES);
    let found = if q.is_empty() {
        Ok(None)
    } else {
        let (q, asked) = (q.clone(), asked.clone());
        let wanted = visit.search(move |workspace, study| {
            let found = request(study, &asked, &q, None)
                .and_then(|request| workspace.concordance(study, &request, ConcordanceOrder::Text, AROUND, limit));
            match found {
                Err(refusal @ (Refusal::Query { .. } | Refusal::Filter { .. })) => Ok(Err(refusal)),
                other => other.map(|found| Ok(Some(found))),
            }
        });
        wanted.await?
    };
    let words = concordance_words(visit.language());
    let mut fault = None;
    let (table, hint) = match found {
        Ok(None) => (None, w.invitation.to_owned()),
        Err(refusal) => {
            fault = Some(visit.mistyped(refusal)?);
            (None, String::new())
        }
        Ok(Some(found)) => {
            let view = ConcordanceView { study: &visit.study, found: &found, table_words: t, words };
            let table = view.table();
            if asked.has("as") {
                let json = || serde_json::to_vec_pretty(&json::concordance(&visit.study, &found));
                return Ok(download(&q, asked.get("as"), t, &table, json)?.into_response());
            }
            let said = (words.found)(found.total, found.turns, found.lines.len());
            (Some(TableView::new(&table, t, &Leads::plain(&visit.study))).filter(|view| !view.rows.is_empty()), said)
        }
    };
    let page = TablePage {
        frame: visit.frame(Screen::Tables, w.concordance),
        w,
        title: w.concordance.to_owned(),
        region: (w.scrolls)(&q),
        hint,
        fault,
        exports: if table.is_some() { exports(&asked, "/tables/concordance") } else { Vec::new() },
        table,
        query: Some(q),
        content: None,
        action: "/tables/concordance",
        wide: true,
    };
    Ok(visit.blocking(move || Page::of(&page)).await?.into_response())
}
