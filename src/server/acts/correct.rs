//! A corrected text: sent to be looked at, and taken over.

use crate::language::Message;
use crate::project::Trial;
use crate::server::address;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::staging::{Content, MOST};
use crate::server::upload::{Sent, receive};
use crate::server::visit::Visit;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::act("/do/upload-correction", upload).with_limit(MOST), Route::act("/do/correct", correct)]
}

/// The form names the transcript before the file.
async fn upload(visit: Visit, parts: Multipart) -> Result<Response, Fault> {
    let Sent { ids, transcript } = receive(&visit, parts, true).await?;
    let id = ids.last().copied().unwrap_or_default();
    let to = format!("{}/correct?file={id}", address::transcript(&transcript));
    Ok(crate::server::answer::see_other(&to).into_response())
}

#[derive(Debug, Deserialize)]
struct Correcting {
    transcript: String,
    file: u32,
    #[serde(default)]
    reason: String,
}

async fn correct(visit: Visit, Fields(form): Fields<Correcting>) -> Result<Answer, Fault> {
    let number = visit.workbench.project_number();
    let staged = visit.session.staging().for_project(number).find(form.file);
    let Some(Content::Text(text)) = staged.as_ref().map(|staged| &staged.content) else {
        let what = visit.words().import.not_there.to_owned();
        return Err(Fault::said(Message { what, ..Message::default() }));
    };
    let prepared = text.prepared.clone();
    let (transcript, reason) = (form.transcript.clone(), form.reason);
    let did = visit.act(move |workspace| workspace.correct(&transcript, &prepared, &reason)).await?;
    visit.session.staging().remove(form.file);
    let mut message = (visit.messages().done.corrected)(&did.value, Trial::Real);
    // The passages were looked at just now.
    message.detail.clear();
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &address::transcript(&form.transcript)))
}
