//! Correcting a text: a file is sent, what it does to the fragments is shown, and only then it is taken over.

use crate::language::{CorrectWords, as_sentence};
use crate::project::{Correction, MovedFragment};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::staging::Content;
use crate::server::visit::Visit;
use askama::Template;
use axum::extract::Path;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/transcripts/{name}/correct", correct)]
}

#[derive(Debug, Deserialize)]
struct Chosen {
    file: Option<u32>,
}

#[derive(Template)]
#[template(path = "workbench/correct.html")]
struct CorrectPage {
    frame: Frame,
    w: &'static CorrectWords,
    title: String,
    transcript: String,
    back: String,
    here: String,
    plan: Option<Plan>,
}

/// What a file would do.
struct Plan {
    id: u32,
    file: String,
    trouble: Vec<String>,
    remarks: Vec<String>,
    counts: Vec<String>,
    check: Vec<MovedFragment>,
    gone: Vec<MovedFragment>,
}

async fn correct(visit: Visit, Path(name): Path<String>, Asked(asked): Asked<Chosen>) -> Result<Page, Fault> {
    let at = visit.study.find_text(&name)?;
    let transcript = visit.study.texts[at].row.name.clone();
    let plan = match asked.file {
        Some(id) => Some(plan(&visit, id, &transcript).await?),
        None => None,
    };
    let w = &visit.words().correct;
    let title = (w.title)(&transcript);
    let back = address::transcript(&transcript);
    Page::of(&CorrectPage {
        frame: visit.frame(Screen::Transcript, title.clone()),
        here: format!("{back}/correct"),
        w,
        title,
        transcript,
        back,
        plan,
    })
}

async fn plan(visit: &Visit, id: u32, transcript: &str) -> Result<Plan, Fault> {
    let number = visit.workbench.project_number();
    let staged = visit.session.staging().for_project(number).find(id).ok_or_else(Fault::nothing_here)?;
    let (w, messages) = (&visit.words().correct, visit.messages());
    let mut plan = Plan {
        id,
        file: staged.file.clone(),
        trouble: Vec::new(),
        remarks: Vec::new(),
        counts: Vec::new(),
        check: Vec::new(),
        gone: Vec::new(),
    };
    let prepared = match &staged.content {
        Content::Text(text) => text.prepared.clone(),
        Content::Unreadable(reason) => {
            plan.trouble = lines((messages.unreadable)(&staged.file, reason));
            return Ok(plan);
        }
        Content::Participants(_) | Content::Codebook(_) | Content::Codings(_) | Content::Wrong(_) => {
            plan.trouble.push(w.no_text.to_owned());
            return Ok(plan);
        }
    };
    let named = transcript.to_owned();
    match visit.read(move |workspace, _| Ok(workspace.try_correction(&named, &prepared))).await? {
        Ok(correction) => tell(visit, &mut plan, correction),
        Err(refusal) => plan.trouble = lines((messages.refusal)(&refusal)),
    }
    Ok(plan)
}

fn tell(visit: &Visit, plan: &mut Plan, correction: Correction) {
    let (w, messages) = (&visit.words().correct, visit.messages());
    let Correction { exact, moved, joined, check, gone, lost_speakers, notices, .. } = correction;
    let counts = [
        (exact, (w.exact)(exact)),
        (moved, (w.moved)(moved)),
        (joined, (w.joined)(joined)),
        (check.len(), (w.check)(check.len())),
        (gone.len(), (w.gone)(gone.len())),
    ];
    plan.counts = counts.into_iter().filter(|(number, _)| *number > 0).map(|(_, said)| said).collect();
    plan.remarks = notices.iter().map(|notice| as_sentence(&(messages.notice)(notice))).collect();
    if !lost_speakers.is_empty() {
        plan.remarks.push((w.lost_speakers)(&(messages.listed)(&lost_speakers)));
    }
    (plan.check, plan.gone) = (check, gone);
}

fn lines(message: crate::language::Message) -> Vec<String> {
    let hints = message.hints.into_iter().filter(|hint| !hint.contains("`codeboom"));
    std::iter::once(message.what).chain(message.detail).chain(hints).collect()
}
