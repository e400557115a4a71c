//! Memos: written, changed, taken away.

use crate::model::{MemoId, MemoKind};
use crate::project::input::PlaceInput;
use crate::project::{About, MemoEdit, NewMemo};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::pages::memo_kind;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use uuid::Uuid;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::act("/do/memo", add), Route::act("/do/memo-edit", edit), Route::act("/do/memo-delete", delete)]
}

/// A new memo. About `fragment` is about the transcript that `name` names, citing the place.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    about: String,
    name: String,
    case: String,
    start: Option<u32>,
    end: Option<u32>,
    kind: String,
    title: String,
    text: String,
    back: String,
    reason: String,
}

async fn add(visit: Visit, Fields(form): Fields<New>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let did = visit
        .act(move |workspace| {
            let name = form.name.as_str();
            let about = match form.about.as_str() {
                "case" => About::Case(name),
                "participant" if !form.case.is_empty() => About::ParticipantOf(name, &form.case),
                "participant" => About::Participant(name),
                "transcript" | "fragment" => About::Transcript(name),
                "code" => About::Code(name),
                "taxonomy" => About::Taxonomy(name),
                _ => About::Project,
            };
            let cites = match (form.start, form.end) {
                (Some(start), Some(end)) if form.about == "fragment" => {
                    vec![(name, PlaceInput::Span { start, end, quote: None })]
                }
                _ => Vec::new(),
            };
            let memo = NewMemo {
                kind: memo_kind(&form.kind).unwrap_or(MemoKind::Theoretical),
                about,
                title: &form.title,
                text: &form.text,
                author: "",
                cites,
            };
            workspace.add_memos(&[memo], &form.reason)
        })
        .await?;
    Ok(Answer::new((visit.messages().talking.memo_kept)(), did.entry.map(|entry| entry.number), &back))
}

/// What of a memo becomes other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Edit {
    memo: Uuid,
    kind: String,
    title: Option<String>,
    text: Option<String>,
    back: String,
    reason: String,
}

async fn edit(visit: Visit, Fields(form): Fields<Edit>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let did = visit
        .act(move |workspace| {
            let edit =
                MemoEdit { kind: memo_kind(&form.kind), title: form.title.as_deref(), text: form.text.as_deref() };
            workspace.rewrite_memo(MemoId::from_uuid(form.memo), &edit, &form.reason)
        })
        .await?;
    Ok(Answer::new((visit.messages().talking.memo_kept)(), did.entry.map(|entry| entry.number), &back))
}

async fn delete(visit: Visit, Fields(form): Fields<Edit>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let did = visit.act(move |workspace| workspace.remove_memo(MemoId::from_uuid(form.memo), &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.memo_gone)(), did.entry.map(|entry| entry.number), &back))
}
