//! Who is who in a transcript: a choice of respondent for each speaker, alone for a dialog or in a page.

use super::super::comments::is_visit;
use crate::language::PeopleWords;
use crate::model::{ParticipantId, fold_name};
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::visit::Visit;
use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Of {
    transcript: String,
}

/// A respondent to choose.
struct Person {
    id: String,
    name: String,
    chosen: bool,
}

/// A choice for a speaker, who may stand for several respondents.
struct Line {
    /// The label as typed; empty for all others.
    label: String,
    shown: String,
    people: Vec<Person>,
}

#[derive(Template)]
#[template(path = "workbench/partials/speakers.html")]
struct SpeakersForm {
    w: &'static PeopleWords,
    transcript: String,
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "workbench/speakers.html")]
struct SpeakersPage {
    frame: Frame,
    form: SpeakersForm,
}

pub(super) async fn form(visit: Visit, headers: HeaderMap, Asked(of): Asked<Of>) -> Result<Page, Fault> {
    let (study, w) = (&visit.study, &visit.words().people);
    let at = study.find_text(&of.transcript)?;
    let text = &study.texts[at];
    let mut labels: Vec<String> = text
        .structure
        .speakers
        .iter()
        .filter(|speaker| !speaker.interviewer)
        .map(|speaker| speaker.label.clone())
        .collect();
    labels.push(String::new());
    let mut lines = Vec::new();
    for label in labels {
        let known: Vec<ParticipantId> = study
            .rows()
            .speakers
            .iter()
            .filter(|row| row.transcript == text.row.id && fold_name(&row.label) == fold_name(&label))
            .filter_map(|row| row.participant)
            .collect();
        let shown = if label.is_empty() { w.everyone.to_owned() } else { label.clone() };
        for (at, chosen) in known.iter().copied().map(Some).chain([None]).enumerate() {
            // A speaker with one respondent needs no second choice; all others may be several.
            if at > 0 && chosen.is_none() && !label.is_empty() {
                continue;
            }
            let shown = if at == 0 { shown.clone() } else { (w.and_also)(&shown) };
            lines.push(Line { label: label.clone(), shown, people: people(&visit, chosen) });
        }
    }
    let form = SpeakersForm { w, title: (w.set_speakers)(&text.row.name), transcript: text.row.name.clone(), lines };
    if is_visit(&headers) {
        return Page::of(&SpeakersPage { frame: visit.frame(Screen::People, w.speakers_title), form });
    }
    Page::of(&form)
}

fn people(visit: &Visit, chosen: Option<ParticipantId>) -> Vec<Person> {
    let study = &visit.study;
    let person = |row: &crate::model::Participant| {
        let case = row.case.and_then(|id| study.case_at(id)).map(|at| &study.cases[at].name);
        let name = case.map_or_else(|| row.name.clone(), |case| format!("{} ({case})", row.name));
        Person { id: row.id.uuid().to_string(), name, chosen: chosen == Some(row.id) }
    };
    study.participants.rows().iter().map(person).collect()
}
