//! Search: the question and its conditions in the address, hits by transcript with the words that were meant marked, and
//! the way from finding to coding. Hits that are chosen, and what coding them would do, are in `coding`; the passages
//! around a hit in `around`.

mod around;
mod coding;
mod view;

use crate::analysis::{Filter, Study};
use crate::language::{ConditionWords, SearchWords};
use crate::project::{Hits, Interviewer, Refusal, SearchRequest};
use crate::search::{Matching, Order};
use crate::server::answer::{Fault, Page, without_commands};
use crate::server::choices::{self, Select};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::{CONDITIONS, Query};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use view::{GroupView, SynonymView, groups, synonyms};

pub(in crate::server) use coding::Wanted;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/search", search),
        Route::page("/search/preview", coding::preview),
        Route::page("/search/around", around::around),
    ]
}

/// Hits on a page, and on one more each time.
const PAGE: usize = 50;
/// The most hits on one page.
const MOST: usize = 2_000;

/// Everything in an address that says what is looked for.
pub(in crate::server) const ASKED: [&str; 14] = [
    "q",
    "match",
    "interviewer",
    "counter",
    "code",
    "label",
    "theme",
    "case",
    "role",
    "participant",
    "moment",
    "transcript",
    "coder",
    "where",
];

#[derive(Template)]
#[template(path = "workbench/search.html")]
struct SearchPage {
    frame: Frame,
    w: &'static SearchWords,
    c: &'static ConditionWords,
    q: String,
    matching: String,
    sort: String,
    interviewer: bool,
    counter: String,
    condition: String,
    narrowed: bool,
    selects: Vec<Select>,
    /// Why the question could not be answered.
    fault: Option<crate::language::Message>,
    asked: bool,
    total: usize,
    all_scope: String,
    found: String,
    shown: String,
    groups: Vec<GroupView>,
    more: String,
    kept: Vec<(String, String)>,
    plain: String,
    concordance: String,
    synonyms: Vec<SynonymView>,
    codes: Vec<(String, String)>,
}

async fn search(visit: Visit, Asked(asked): Asked<Query>) -> Result<Page, Fault> {
    let (w, c) = (&visit.words().search, &visit.words().conditions);
    let limit = asked.number("shown", PAGE, MOST).max(1);
    let query = question(&asked);
    let looked_for = !query.trim().is_empty();
    let found = if looked_for {
        let asked = asked.clone();
        let wanted = visit.search(move |workspace, study| {
            let request = request(study, &asked, &query, Some(limit));
            Ok(request.and_then(|request| workspace.search(study, &request)))
        });
        Some(wanted.await?)
    } else {
        None
    };
    let (hits, fault) = match found {
        None => (None, None),
        Some(Ok(hits)) => (Some(hits), None),
        Some(Err(refusal @ (Refusal::Query { .. } | Refusal::Filter { .. } | Refusal::Unknown(_)))) => {
            (None, Some(without_commands((visit.messages().refusal)(&refusal))))
        }
        Some(Err(refusal)) => return Err(refusal.into()),
    };
    let study = &visit.study;
    let hits = hits.unwrap_or(Hits { query: String::new(), total: 0, hits: Vec::new() });
    let here = asked.address("/search", &[]);
    let next = (limit + PAGE).min(MOST).to_string();
    let q = asked.get("q").trim().to_owned();
    let page = SearchPage {
        w,
        c,
        matching: asked.get("match").to_owned(),
        sort: asked.get("sort").to_owned(),
        interviewer: asked.has("interviewer"),
        counter: asked.get("counter").to_owned(),
        condition: asked.get("where").to_owned(),
        narrowed: CONDITIONS.iter().chain(&["counter"]).any(|name| asked.has(name)),
        selects: choices::conditions(study, &asked, c),
        fault,
        asked: looked_for,
        total: hits.total,
        all_scope: (w.all_scope)(hits.total),
        found: (w.found)(hits.total, view::transcripts(&hits)),
        shown: if hits.hits.len() < hits.total { (w.shown)(hits.total, hits.hits.len()) } else { String::new() },
        groups: groups(&visit, &hits, &here),
        more: if hits.hits.len() < hits.total && limit < MOST {
            asked.address("/search", &[("shown", &next)])
        } else {
            String::new()
        },
        kept: asked.pairs(&ASKED),
        plain: asked.address("/search", &CONDITIONS.map(|name| (name, ""))),
        concordance: crate::server::query::asking("/tables/concordance", &[("q", &q)]),
        synonyms: synonyms(study, w, &q),
        codes: choices::codes(study),
        frame: visit.frame(Screen::Search, if q.is_empty() { String::new() } else { format!("{}: {q}", w.title) }),
        q,
    };
    Page::of(&page)
}

/// What is looked for. Without words the conditions are the question: every turn for which they hold.
pub(in crate::server) fn question(asked: &Query) -> String {
    let typed = asked.get("q").trim();
    if typed.is_empty() { asked.conditions().typed() } else { typed.to_owned() }
}

/// The search that an address asks for.
pub(in crate::server) fn request<'q>(
    study: &Study,
    asked: &Query,
    query: &'q str,
    limit: Option<usize>,
) -> Result<SearchRequest<'q>, Refusal> {
    let mut filters = asked.conditions().filters(study)?;
    match asked.get("counter") {
        "1" => filters.push(Filter::Counter(true)),
        "0" => filters.push(Filter::Counter(false)),
        _ => {}
    }
    Ok(SearchRequest {
        query,
        matching: match asked.get("match") {
            "exact" => Matching::Exact,
            "broad" => Matching::Broad,
            "inside" => Matching::Inside,
            _ => Matching::Lemmas,
        },
        filters,
        interviewer: if asked.has("interviewer") { Interviewer::Included } else { Interviewer::LeftOut },
        limit,
        order: match asked.get("sort") {
            "relevance" => Order::Relevance,
            "case" => Order::Case,
            _ => Order::Text,
        },
    })
}
