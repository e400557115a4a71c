//! Coded fragments to read, compare and choose from: by code, case, role or coder, each with what was said around it, a
//! hundred at a time so that sixty thousand cost nothing. `listing` says which and in what order, `view` how one looks,
//! `one` is a fragment by itself with everything that can be done to it, `like` what may have been missed.

mod like;
mod listing;
mod one;
mod view;

use crate::language::{ConditionWords, Message, QuotesWords};
use crate::report::quotes::{Audience, QuoteLines, write_csv, write_markdown};
use crate::report::{Tints, json};
use crate::server::answer::{Download, Fault, Page};
use crate::server::choices::{self, Select};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::{CONDITIONS, Query};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use listing::Listing;
use view::{GroupView, Showing};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/quotes", quotes),
        Route::page("/quotes/one", one::one),
        Route::page("/quotes/check", one::check),
        Route::page("/quotes/like", like::like),
        Route::page("/quotes/export", export),
    ]
}

/// Quotes on a page, and on one more each time.
const PAGE: usize = 100;
/// The most quotes on one page.
const MOST: usize = 5_000;
/// Turns of context on either side.
const TURNS: usize = 2;

#[derive(Template)]
#[template(path = "workbench/quotes.html")]
struct QuotesPage {
    frame: Frame,
    w: &'static QuotesWords,
    c: &'static ConditionWords,
    title: String,
    selects: Vec<Select>,
    counter: String,
    condition: String,
    by: String,
    chosen_only: bool,
    hidden_fields: Vec<(String, String)>,
    /// What is wrong with the condition.
    fault: Option<Message>,
    narrowed: bool,
    total: usize,
    found: String,
    hidden: String,
    dominant: String,
    empty: &'static str,
    groups: Vec<GroupView>,
    shown: String,
    more: String,
    like: String,
    exports: Vec<(&'static str, String)>,
}

async fn quotes(visit: Visit, Asked(asked): Asked<Query>) -> Result<Page, Fault> {
    let (w, c) = (&visit.words().quotes, &visit.words().conditions);
    let limit = asked.number("shown", PAGE, MOST).max(1);
    let (listing, fault) = match Listing::new(&visit, &asked) {
        Ok(listing) => (listing, None),
        Err(refusal) => (Listing::empty(&visit), Some(visit.mistyped(refusal)?)),
    };
    let shown: Vec<_> = listing.entries.iter().take(limit).map(|entry| entry.place).collect();
    let read = visit.read(move |workspace, study| {
        let around = workspace.around_places(study, &shown, TURNS)?;
        Ok((workspace.words_of(study, shown)?, around))
    });
    let (words, around) = read.await?;
    let study = &visit.study;
    let here = asked.address("/quotes", &[]);
    let tints = Tints::new(study);
    let showing = Showing { visit: &visit, study, tints: &tints, w, listing: &listing, asked: &asked, here: &here };
    let total = listing.entries.len();
    let next = (limit + PAGE).min(MOST).to_string();
    let title = match listing.names.as_slice() {
        [] => w.title.to_owned(),
        names => (w.of)(&names.join(", ")),
    };
    let page = QuotesPage {
        frame: visit.frame(Screen::Quotes, title.clone()),
        w,
        c,
        title,
        selects: choices::conditions(study, &asked, c),
        counter: asked.get("counter").to_owned(),
        condition: asked.get("where").to_owned(),
        by: asked.get("by").to_owned(),
        chosen_only: asked.has("chosen"),
        hidden_fields: asked.pairs(&["label", "theme", "participant", "taxonomy"]),
        fault,
        narrowed: CONDITIONS.iter().chain(&["counter", "chosen", "taxonomy"]).any(|name| asked.has(name)),
        total,
        found: (w.found)(listing.fragments, listing.counter),
        hidden: if listing.hidden > 0 { (w.hidden)(listing.hidden) } else { String::new() },
        dominant: listing.dominant(study, w),
        empty: match (study.codings.is_empty(), asked.has("chosen")) {
            (true, _) => w.no_codings,
            (false, true) => w.none_chosen,
            (false, false) => w.nothing,
        },
        groups: showing.groups(&words, &around),
        shown: (w.shown)(limit.min(total), total),
        more: if total > limit && limit < MOST { asked.address("/quotes", &[("shown", &next)]) } else { String::new() },
        like: match listing.names.as_slice() {
            [one] => crate::server::query::asking("/quotes/like", &[("code", one)]),
            _ => String::new(),
        },
        exports: ["csv", "md", "json"]
            .map(|kind| (kind, asked.address("/quotes/export", &[("as", kind), ("shown", "")])))
            .into(),
    };
    visit.blocking(move || Page::of(&page)).await
}

/// The same quotes as a file.
async fn export(visit: Visit, Asked(asked): Asked<Query>) -> Result<Download, Fault> {
    let listing = Listing::new(&visit, &asked)?;
    let mut places: Vec<_> = listing.entries.iter().map(|entry| entry.place).collect();
    if asked.get("by") == "code" || asked.has("chosen") {
        let mut seen = std::collections::BTreeSet::new();
        places.retain(|place| seen.insert(*place));
    }
    let words = visit.tables();
    let kind = asked.get("as").to_owned();
    let content = visit.read(move |workspace, study| {
        let texts = workspace.words_of(study, places.iter().copied())?;
        let lines = QuoteLines::new(study, &places, &texts);
        let mut out = Vec::new();
        let written = match kind.as_str() {
            "json" => json::write_quotes(&lines, &mut out),
            "md" => write_markdown(&lines, words, Audience::Work, &mut out),
            _ => write_csv(&lines, &mut out),
        };
        // Memory takes every write.
        let _ = written;
        Ok(out)
    });
    let (ending, sort) = match asked.get("as") {
        "json" => ("json", "application/json"),
        "md" => ("md", "text/markdown; charset=utf-8"),
        _ => ("csv", "text/csv; charset=utf-8"),
    };
    let name = format!("{}.{ending}", visit.words().quotes.title.to_lowercase());
    Ok(Download { name, sort, content: content.await? })
}
