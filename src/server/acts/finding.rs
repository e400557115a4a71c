//! From finding to coding: a code on what a search found, and the words that search treats as one.

use crate::language::Message;
use crate::project::{Extent, Trial};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::pages::Wanted;
use crate::server::query::Query;
use crate::server::routes::Route;
use crate::server::visit::Visit;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/code-hits", code_hits),
        Route::act("/do/synonyms", add_synonyms),
        Route::act("/do/synonyms-remove", remove_synonyms),
    ]
}

async fn code_hits(visit: Visit, Fields(form): Fields<Query>) -> Result<Answer, Fault> {
    let (back, reason) = (form.get("back").to_owned(), form.get("reason").to_owned());
    let wanted = Wanted::of(form);
    if wanted.is_nothing() {
        let what = visit.words().search.none_chosen.to_owned();
        return Err(Fault::said(Message { what, ..Message::default() }));
    }
    let did = visit.act(move |workspace| {
        let study = workspace.study()?;
        wanted.hand(&study, |request| workspace.code_hits(&study, request, &reason))
    });
    let did = did.await?;
    let message = (visit.messages().finding.coded)(&did.value, Trial::Real);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

/// Forms stand beside each other with `=` between them, as people write them.
fn forms(typed: &str) -> Vec<String> {
    typed.split(['=', '\n']).map(|form| form.trim().to_owned()).filter(|form| !form.is_empty()).collect()
}

async fn add_synonyms(visit: Visit, Fields(form): Fields<Query>) -> Result<Answer, Fault> {
    let (typed, reason) = (forms(form.get("forms")), form.get("reason").to_owned());
    let did = visit.act(move |workspace| workspace.add_synonyms(&typed, &reason)).await?;
    let message = (visit.messages().synonyms.added)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), form.get("back")))
}

async fn remove_synonyms(visit: Visit, Fields(form): Fields<Query>) -> Result<Answer, Fault> {
    let (typed, reason) = (forms(form.get("forms")), form.get("reason").to_owned());
    let did = visit.act(move |workspace| workspace.remove_synonyms(&typed, Extent::Groups, &reason)).await?;
    let message = (visit.messages().synonyms.removed)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), form.get("back")))
}
