//! Cases, respondents and transcripts as lists that can be changed cell by cell; who speaks in a transcript; the order of
//! the groups of respondents.

mod sheets;
mod speakers;

use crate::language::PeopleWords;
use crate::model::Kind;
use crate::project::Sheet;
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;
use sheets::{ColumnView, RowView, sheet_view};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/people", people), Route::page("/people/speakers", speakers::form)]
}

/// Every sort of text, in the order in which menus list them.
pub(in crate::server) const KINDS: [Kind; 6] =
    [Kind::Interview, Kind::GroupInterview, Kind::Observation, Kind::Document, Kind::OpenAnswer, Kind::CaseReport];

/// Which list, with a column that has no value yet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    tab: String,
    column: String,
}

/// A list as addresses have it.
pub(in crate::server) fn sheet_word(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Cases => "cases",
        Sheet::Participants => "participants",
        Sheet::Transcripts => "transcripts",
    }
}

/// The list of a word.
pub(in crate::server) fn sheet_of(word: &str) -> Sheet {
    match word {
        "participants" => Sheet::Participants,
        "transcripts" => Sheet::Transcripts,
        _ => Sheet::Cases,
    }
}

struct Tab {
    href: String,
    name: String,
    here: bool,
}

/// A group of respondents with the orders that move it.
struct RoleView {
    name: String,
    up: String,
    down: String,
    earlier: Vec<String>,
    later: Vec<String>,
}

/// An attribute with what can be done to it.
struct AttributeView {
    name: String,
    label: String,
    delete: String,
}

#[derive(Template)]
#[template(path = "workbench/people.html")]
struct PeoplePage {
    frame: Frame,
    w: &'static PeopleWords,
    tabs: Vec<Tab>,
    sheet: &'static str,
    empty: &'static str,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
    /// Whether rows can be added and taken away here.
    grows: bool,
    roles: Vec<RoleView>,
    cases: Vec<String>,
    kinds: Vec<&'static str>,
    attributes: Vec<AttributeView>,
}

async fn people(visit: Visit, Asked(chosen): Asked<Chosen>) -> Result<Page, Fault> {
    let (study, w) = (&visit.study, &visit.words().people);
    let sheet = match chosen.tab.as_str() {
        "" if study.cases.is_empty() && !study.participants.is_empty() => Sheet::Participants,
        word => sheet_of(word),
    };
    let tab = |own: Sheet, name: String| Tab {
        href: format!("/people?tab={}", address::part(sheet_word(own))),
        name,
        here: own == sheet,
    };
    let tabs = vec![
        tab(Sheet::Cases, (w.cases)(study.cases.len())),
        tab(Sheet::Participants, (w.participants)(study.participants.len())),
        tab(Sheet::Transcripts, (w.transcripts)(study.texts.len())),
    ];
    let (columns, rows, attributes) = sheet_view(&visit, sheet, &chosen.column);
    let empty = match sheet {
        Sheet::Cases if study.cases.is_empty() => w.no_cases,
        Sheet::Participants if study.participants.is_empty() => w.no_participants,
        Sheet::Transcripts if study.texts.is_empty() => w.no_transcripts,
        Sheet::Cases | Sheet::Participants | Sheet::Transcripts => "",
    };
    let page = PeoplePage {
        frame: visit.frame(Screen::People, w.title),
        w,
        tabs,
        sheet: sheet_word(sheet),
        empty,
        columns,
        rows,
        grows: sheet != Sheet::Transcripts,
        roles: roles(&visit),
        cases: study.cases.rows().iter().map(|case| case.name.clone()).collect(),
        kinds: KINDS.into_iter().map(visit.tables().kind).collect(),
        attributes: attributes
            .into_iter()
            .map(|name| AttributeView { label: (w.column_name)(&name), delete: (w.delete_column)(&name), name })
            .collect(),
    };
    Page::of(&page)
}

/// The groups, each with the orders in which it stands a place higher or lower.
fn roles(visit: &Visit) -> Vec<RoleView> {
    let names: Vec<String> = visit.study.roles.rows().iter().map(|role| role.name.clone()).collect();
    let w = &visit.words().people;
    let swapped = |a: usize, b: usize| {
        let mut order = names.clone();
        if b < order.len() {
            order.swap(a, b);
        }
        order
    };
    let view = |(at, name): (usize, &String)| RoleView {
        up: (w.up)(name),
        down: (w.down)(name),
        earlier: if at == 0 { Vec::new() } else { swapped(at - 1, at) },
        later: if at + 1 == names.len() { Vec::new() } else { swapped(at, at + 1) },
        name: name.clone(),
    };
    names.iter().enumerate().map(view).collect()
}
