//! The trail: what was done, by whom, when and why, what stands undone, and the way back for one's own last step.

use crate::analysis::{At, Text};
use crate::language::HistoryWords;
use crate::model::{Verb, fold_name};
use crate::project::{Step, Touched, Trail, TrailRequest};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use crate::store::Direction;
use askama::Template;
use axum::extract::Path;
use serde::Deserialize;

/// Entries on a page.
const MOST: usize = 50;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/history", history), Route::page("/history/{number}", step)]
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    who: String,
    kind: String,
    transcript: String,
    page: usize,
}

impl Wanted {
    fn narrows(&self) -> bool {
        !(self.who.is_empty() && self.kind.is_empty() && self.transcript.is_empty())
    }

    /// The same, on another page.
    fn on_page(&self, page: usize) -> String {
        let page = page.to_string();
        let parts = [("who", &self.who), ("kind", &self.kind), ("transcript", &self.transcript), ("page", &page)];
        let filled = parts.iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = filled.map(|(name, value)| format!("{name}={}", address::part(value))).collect();
        format!("/history?{}", parts.join("&"))
    }
}

#[derive(Template)]
#[template(path = "workbench/history.html")]
struct HistoryPage {
    frame: Frame,
    w: &'static HistoryWords,
    wanted: Wanted,
    people: Vec<(String, bool)>,
    kinds: Vec<(&'static str, &'static str, bool)>,
    texts: Vec<(String, bool)>,
    of: String,
    newer: Option<String>,
    older: Option<String>,
    steps: Vec<StepView>,
}

#[derive(Template)]
#[template(path = "workbench/step.html")]
struct StepPage {
    frame: Frame,
    w: &'static HistoryWords,
    title: String,
    step: StepView,
    touched: Vec<TouchedView>,
}

struct StepView {
    number: i64,
    when: String,
    who: String,
    what: String,
    why: String,
    undone: bool,
    can_undo: bool,
    can_redo: bool,
}

struct TouchedView {
    name: &'static str,
    made: String,
    changed: String,
    gone: String,
}

async fn history(visit: Visit, Asked(wanted): Asked<Wanted>) -> Result<Page, Fault> {
    let w = &visit.words().history;
    let text: Option<At<Text>> = match wanted.transcript.as_str() {
        "" => None,
        name => Some(visit.study.find_text(name)?),
    };
    let verbs: Vec<Verb> =
        w.kinds.iter().find(|(value, ..)| *value == wanted.kind).map_or(Vec::new(), |(.., verbs)| verbs.to_vec());
    let request = TrailRequest {
        actor: Some(wanted.who.clone()).filter(|who| !who.is_empty()),
        verbs,
        text,
        from: wanted.page.saturating_mul(MOST),
        most: MOST,
    };
    let me = visit.coder();
    let trail = visit.read(move |workspace, study| workspace.trail(study, &request, &me)).await?;
    Page::of(&page(&visit, wanted, trail))
}

fn page(visit: &Visit, wanted: Wanted, trail: Trail) -> HistoryPage {
    let w = &visit.words().history;
    let from = wanted.page.saturating_mul(MOST);
    let to = from + trail.steps.len();
    HistoryPage {
        frame: visit.frame(Screen::History, w.title),
        w,
        people: trail
            .actors
            .into_iter()
            .map(|name| (fold_name(&name) == fold_name(&wanted.who), name))
            .map(|(is, name)| (name, is))
            .collect(),
        kinds: w.kinds.iter().map(|(value, name, _)| (*value, *name, *value == wanted.kind)).collect(),
        texts: visit
            .study
            .texts
            .rows()
            .iter()
            .map(|text| (text.row.name.clone(), text.row.name == wanted.transcript))
            .collect(),
        of: if trail.total == 0 { String::new() } else { (w.steps)(from + 1, to, trail.total) },
        newer: wanted.page.checked_sub(1).map(|page| wanted.on_page(page)),
        older: (to < trail.total).then(|| wanted.on_page(wanted.page + 1)),
        steps: trail.steps.iter().map(|step| view(visit, step)).collect(),
        wanted,
    }
}

fn view(visit: &Visit, step: &Step) -> StepView {
    let messages = visit.messages();
    StepView {
        number: step.entry.number,
        when: (messages.time)(step.entry.time, &visit.workbench.settings.zone),
        who: step.entry.actor.clone(),
        what: crate::language::capitalised(&(messages.entry)(&step.entry, step.target.as_ref())),
        why: step.entry.reason.clone(),
        undone: step.undone,
        can_undo: step.way == Some(Direction::Undo),
        can_redo: step.way == Some(Direction::Redo),
    }
}

async fn step(visit: Visit, Path(number): Path<i64>) -> Result<Page, Fault> {
    let me = visit.coder();
    let found = visit.read(move |workspace, _| workspace.step(number, &me)).await?;
    let (step, touched) = found.ok_or_else(Fault::nothing_here)?;
    let w = &visit.words().history;
    let title = (w.step)(number);
    let count = |number: usize| if number == 0 { String::new() } else { (visit.messages().count)(number) };
    let line = |line: &Touched| TouchedView {
        name: (w.table)(line.table),
        made: count(line.made),
        changed: count(line.changed),
        gone: count(line.gone),
    };
    Page::of(&StepPage {
        frame: visit.frame(Screen::History, title.clone()),
        w,
        title,
        step: view(&visit, &step),
        touched: touched.iter().map(line).collect(),
    })
}
