//! Codes on text: put on, taken off, an edge moved; a transcript finished or opened again.

use crate::project::UnknownCode;
use crate::project::input::{CodingInput, PlaceInput};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use serde_json::json;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/code", code),
        Route::act("/do/uncode", uncode),
        Route::act("/do/edge", edge),
        Route::act("/do/finish", finish),
        Route::act("/do/unfinish", unfinish),
    ]
}

/// Where in a transcript: code points, and the words that the page showed there, so that a text which was corrected
/// meanwhile is noticed.
#[derive(Debug, Deserialize)]
struct Coded {
    transcript: String,
    start: u32,
    end: u32,
    quote: Option<String>,
    code: String,
    /// Whose coding; else that of whoever works here.
    #[serde(default)]
    coder: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    counter: bool,
    /// `true` makes a code that does not exist, `vivo` does so in the respondent's words.
    #[serde(default)]
    new: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    back: String,
}

impl Coded {
    fn input(&self) -> CodingInput {
        CodingInput {
            line: 0,
            transcript: self.transcript.clone(),
            place: PlaceInput::Span { start: self.start, end: self.end, quote: self.quote.clone() },
            code: self.code.clone(),
            coder: self.coder.clone(),
            note: self.note.clone(),
            counter: self.counter,
        }
    }
}

async fn code(visit: Visit, Fields(form): Fields<Coded>) -> Result<Answer, Fault> {
    let (input, reason) = (form.input(), form.reason);
    let unknown = match form.new.as_str() {
        "true" => UnknownCode::Make,
        "vivo" => UnknownCode::MakeInVivo,
        _ => UnknownCode::Refuse,
    };
    let did = visit.act(move |workspace| workspace.apply_code(&input, unknown, &reason)).await?;
    let message = (visit.messages().done.applied)(&did.value);
    let data = json!({ "code": did.value.code, "stood": did.value.stood, "new": did.value.new_code });
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &form.back).with(data))
}

async fn uncode(visit: Visit, Fields(form): Fields<Coded>) -> Result<Answer, Fault> {
    let (input, reason) = (form.input(), form.reason);
    let did = visit.act(move |workspace| workspace.remove_coding(&input, &reason)).await?;
    let message = (visit.messages().done.removed)(&form.code, &form.transcript, &did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &form.back))
}

#[derive(Debug, Deserialize)]
struct Edge {
    transcript: String,
    start: u32,
    end: u32,
    to_start: u32,
    to_end: u32,
    #[serde(default)]
    coder: String,
    #[serde(default)]
    back: String,
}

async fn edge(visit: Visit, Fields(form): Fields<Edge>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let did = visit
        .act(move |workspace| {
            let from = PlaceInput::Span { start: form.start, end: form.end, quote: None };
            let to = PlaceInput::Span { start: form.to_start, end: form.to_end, quote: None };
            workspace.resize_codings(&form.transcript, &from, &to, &form.coder, "")
        })
        .await?;
    Ok(Answer::new((visit.messages().done.resized)(&did.value), did.entry.map(|entry| entry.number), &back))
}

#[derive(Debug, Deserialize)]
struct Named {
    transcript: String,
    #[serde(default)]
    back: String,
}

async fn finish(visit: Visit, Fields(form): Fields<Named>) -> Result<Answer, Fault> {
    let name = form.transcript.clone();
    let did = visit.act(move |workspace| workspace.finish(&name, "", "")).await?;
    let message = (visit.messages().done.finished)(&did.value, &visit.coder());
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &form.back))
}

async fn unfinish(visit: Visit, Fields(form): Fields<Named>) -> Result<Answer, Fault> {
    let name = form.transcript.clone();
    let did = visit.act(move |workspace| workspace.unfinish(&name, "", "")).await?;
    let message = (visit.messages().done.unfinished)(&did.value, &visit.coder());
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &form.back))
}
