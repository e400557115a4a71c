//! Codes get a place in a taxonomy, another one, or none; a pile is made of cards; taxonomies are made and titled.

use super::{filled, level};
use crate::model::Level;
use crate::project::{Card, Confirmed, From, NewPile, Target};
use crate::server::address;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use serde_json::json;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/codes/place", place),
        Route::act("/do/codes/also", also),
        Route::act("/do/codes/unplace", unplace),
        Route::act("/do/codes/group", group),
        Route::act("/do/taxonomy/add", add_taxonomy),
        Route::act("/do/taxonomy/edit", edit_taxonomy),
    ]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Placing {
    /// The codes, in order.
    code: Vec<String>,
    /// For each code which of its places is meant: `+name` under that code, `+` at the top, empty the only one.
    from: Vec<String>,
    taxonomy: String,
    under: String,
    position: String,
    /// For a pile: its name and level.
    name: String,
    level: String,
    reason: String,
    back: String,
}

impl Placing {
    fn cards(&self) -> Vec<Card<'_>> {
        let from = |at: usize| match self.from.get(at).and_then(|from| from.strip_prefix('+')) {
            None => From::Anywhere,
            Some("") => From::Top,
            Some(parent) => From::Under(parent),
        };
        self.code.iter().enumerate().map(|(at, code)| Card { code, from: from(at) }).collect()
    }

    fn target(&self) -> Target<'_> {
        Target {
            taxonomy: filled(&self.taxonomy),
            under: filled(&self.under),
            position: self.position.trim().parse().ok(),
        }
    }

    /// Refuses a form without a code, which no page of ours sends.
    fn with_codes(self) -> Result<Self, Fault> {
        if self.code.is_empty() { Err(Fault::bad_fields()) } else { Ok(self) }
    }
}

async fn place(visit: Visit, Fields(form): Fields<Placing>) -> Result<Answer, Fault> {
    let form = form.with_codes()?;
    let (codes, under, back) = (form.code.clone(), form.under.clone(), form.back.clone());
    let did = visit.act(move |workspace| workspace.arrange_codes(&form.cards(), &form.target(), &form.reason)).await?;
    let done = visit.messages();
    let message = match &did.entry {
        None => (done.done.nothing)(),
        Some(_) => (done.arranging.arranged)(&codes, filled(&under)),
    };
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back).with(json!({ "codes": codes })))
}

async fn also(visit: Visit, Fields(form): Fields<Placing>) -> Result<Answer, Fault> {
    let form = form.with_codes()?;
    let (code, under, back) = (form.code[0].clone(), form.under.clone(), form.back.clone());
    let did = visit
        .act(move |workspace| {
            let (under, taxonomy) = (filled(&form.under), filled(&form.taxonomy));
            workspace.place_code(&form.code[0], under, taxonomy, Confirmed::Yes, &form.reason)
        })
        .await?;
    let message = (visit.messages().done.placed)(&code, filled(&under));
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

async fn unplace(visit: Visit, Fields(form): Fields<Placing>) -> Result<Answer, Fault> {
    let form = form.with_codes()?;
    let (codes, back) = (form.code.clone(), form.back.clone());
    let did = visit
        .act(move |workspace| workspace.unplace_codes(&form.cards(), filled(&form.taxonomy), &form.reason))
        .await?;
    let message = (visit.messages().arranging.unplaced)(&codes);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back).with(json!({ "codes": codes })))
}

async fn group(visit: Visit, Fields(form): Fields<Placing>) -> Result<Answer, Fault> {
    let level = level(&form.level)?.unwrap_or(Level::Axial);
    let (count, back) = (form.code.len(), form.back.clone());
    let did = visit
        .act(move |workspace| {
            let new = NewPile { name: &form.name, level, at: form.target() };
            workspace.group_codes(&new, &form.cards(), &form.reason)
        })
        .await?;
    let message = (visit.messages().arranging.grouped)(&did.value, count);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back).with(json!({ "code": did.value })))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Titled {
    taxonomy: String,
    title: String,
    scope: String,
    reason: String,
    back: String,
}

async fn add_taxonomy(visit: Visit, Fields(form): Fields<Titled>) -> Result<Answer, Fault> {
    let title = form.title.clone();
    let did = visit.act(move |workspace| workspace.add_taxonomy(&form.title, &form.scope, &form.reason)).await?;
    let href = if form.back.starts_with("/board") { address::board(title.trim()) } else { form.back };
    let message = (visit.messages().done.taxonomy)(title.trim());
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &href).with(json!({ "href": href })))
}

async fn edit_taxonomy(visit: Visit, Fields(form): Fields<Titled>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let did = visit
        .act(move |workspace| workspace.edit_taxonomy(&form.taxonomy, &form.title, &form.scope, &form.reason))
        .await?;
    let message = (visit.messages().done.taxonomy)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back).with(json!({ "taxonomy": did.value })))
}
