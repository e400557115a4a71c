//! Settings of the study, and where somebody is reading.

use crate::project::Settings;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::level_words;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use axum::http::StatusCode;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::act("/do/settings", settings), Route::act("/do/bookmark", bookmark)]
}

#[derive(Debug, Deserialize)]
struct Changed {
    title: Option<String>,
    language: Option<String>,
    levels: Option<String>,
    #[serde(default)]
    reason: String,
}

async fn settings(visit: Visit, Fields(form): Fields<Changed>) -> Result<Answer, Fault> {
    let language = form.language.map(|value| level_words::language(&value).ok_or_else(Fault::bad_fields));
    let levels = form.levels.map(|value| level_words::of(&value).ok_or_else(Fault::bad_fields));
    let settings = Settings { title: form.title, language: language.transpose()?, level_words: levels.transpose()? };
    let did = visit.act(move |workspace| workspace.change_settings(&settings, &form.reason)).await?;
    let done = &visit.messages().done;
    let message = if did.entry.is_some() { (done.settings)() } else { (done.nothing)() };
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), "/"))
}

#[derive(Debug, Deserialize)]
struct Place {
    transcript: String,
    line: u32,
    /// The furthest line that was seen.
    #[serde(default)]
    seen: u32,
}

/// Says nothing back: nobody waits for it.
async fn bookmark(visit: Visit, Fields(place): Fields<Place>) -> Result<StatusCode, Fault> {
    let (coder, study, desk) = (visit.coder(), visit.study.clone(), visit.desk.clone());
    visit
        .blocking(move || {
            let Place { transcript, line, seen } = place;
            Ok(desk.keep(|workspace| workspace.keep_bookmark(&study, &transcript, &coder, line, seen))?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
