//! Comments: put down, answered, settled, opened again, changed, taken away.

use crate::model::{CommentId, CommentKind};
use crate::project::NewComment;
use crate::project::input::PlaceInput;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::pages::comment_kind_word;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/comment", add),
        Route::act("/do/comment-answer", answer),
        Route::act("/do/comment-edit", edit),
        Route::act("/do/comment-settle", settle),
        Route::act("/do/comment-reopen", reopen),
        Route::act("/do/comment-delete", delete),
    ]
}

/// A new comment; without a transcript it is about the code as such.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    code: String,
    transcript: String,
    start: u32,
    end: u32,
    coder: String,
    kind: String,
    text: String,
    back: String,
    reason: String,
}

fn kind_of(word: &str) -> Option<CommentKind> {
    CommentKind::FIRST.into_iter().find(|kind| comment_kind_word(*kind) == word)
}

async fn add(visit: Visit, Fields(form): Fields<New>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let code = form.code.clone();
    let did = visit
        .act(move |workspace| {
            let place = PlaceInput::Span { start: form.start, end: form.end, quote: None };
            let new = NewComment {
                code: &form.code,
                place: (!form.transcript.is_empty()).then_some((form.transcript.as_str(), place)),
                coder: &form.coder,
                kind: kind_of(&form.kind).unwrap_or(CommentKind::Question),
                text: &form.text,
            };
            workspace.add_comment(&new, &form.reason)
        })
        .await?;
    let message = (visit.messages().talking.comment_added)(&code);
    let data = json!({ "comment": did.value.uuid().to_string() });
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back).with(data))
}

/// Something about a comment that is there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct About {
    comment: Uuid,
    kind: String,
    text: String,
    back: String,
    reason: String,
}

async fn answer(visit: Visit, Fields(form): Fields<About>) -> Result<Answer, Fault> {
    let (id, back) = (CommentId::from_uuid(form.comment), form.back.clone());
    let did = visit.act(move |workspace| workspace.answer_comment(id, &form.text, &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.comment_answered)(), did.entry.map(|entry| entry.number), &back))
}

async fn edit(visit: Visit, Fields(form): Fields<About>) -> Result<Answer, Fault> {
    let (id, back) = (CommentId::from_uuid(form.comment), form.back.clone());
    let did =
        visit.act(move |workspace| workspace.edit_comment(id, kind_of(&form.kind), &form.text, &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.comment_edited)(), did.entry.map(|entry| entry.number), &back))
}

/// What is written along is the decision.
async fn settle(visit: Visit, Fields(form): Fields<About>) -> Result<Answer, Fault> {
    let (id, back) = (CommentId::from_uuid(form.comment), form.back.clone());
    let did = visit.act(move |workspace| workspace.settle_comment(id, &form.text, &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.comment_settled)(), did.entry.map(|entry| entry.number), &back))
}

async fn reopen(visit: Visit, Fields(form): Fields<About>) -> Result<Answer, Fault> {
    let (id, back) = (CommentId::from_uuid(form.comment), form.back.clone());
    let did = visit.act(move |workspace| workspace.reopen_comment(id, &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.comment_reopened)(), did.entry.map(|entry| entry.number), &back))
}

async fn delete(visit: Visit, Fields(form): Fields<About>) -> Result<Answer, Fault> {
    let (id, back) = (CommentId::from_uuid(form.comment), form.back.clone());
    let did = visit.act(move |workspace| workspace.delete_comment(id, &form.reason)).await?;
    Ok(Answer::new((visit.messages().talking.comment_deleted)(), did.entry.map(|entry| entry.number), &back))
}
