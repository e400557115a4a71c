//! Undo and redo of one's own acts.

use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use crate::store::Whose;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::act("/do/undo", undo), Route::act("/do/redo", redo)]
}

#[derive(Debug, Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Back {
    back: String,
    reason: String,
}

async fn undo(visit: Visit, Fields(form): Fields<Back>) -> Result<Answer, Fault> {
    let reason = form.reason;
    let did = visit.act(move |workspace| workspace.undo(Whose::Own, &reason)).await?;
    Ok(Answer::new((visit.messages().done.undone)(&did.value), did.entry.map(|entry| entry.number), &form.back))
}

async fn redo(visit: Visit, Fields(form): Fields<Back>) -> Result<Answer, Fault> {
    let reason = form.reason;
    let did = visit.act(move |workspace| workspace.redo(Whose::Own, &reason)).await?;
    Ok(Answer::new((visit.messages().done.redone)(&did.value), did.entry.map(|entry| entry.number), &form.back))
}
