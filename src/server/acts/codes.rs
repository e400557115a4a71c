//! Codes are made, described, merged, split and deleted. Where they stand is in `places`.

mod places;

use crate::language::Message;
use crate::model::{CodeStatus, Level, Origin, PointSpan};
use crate::project::{CodeFields, NewCode, Pile, Refusal, Revision};
use crate::server::address;
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::quoted::place_of;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use serde_json::json;

pub(super) fn routes() -> Vec<Route> {
    let own = vec![
        Route::act("/do/codes/add", add),
        Route::act("/do/codes/edit", edit),
        Route::act("/do/codes/delete", delete),
        Route::act("/do/codes/merge", merge),
        Route::act("/do/codes/split", split),
    ];
    [own, places::routes()].concat()
}

/// A form's field that may be left empty.
fn filled(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !typed.is_empty())
}

fn level(value: &str) -> Result<Option<Level>, Fault> {
    Ok(match value {
        "" => None,
        "open" => Some(Level::Open),
        "axial" => Some(Level::Axial),
        "selective" => Some(Level::Selective),
        _ => return Err(Fault::bad_fields()),
    })
}

fn origin(value: &str) -> Result<Option<Origin>, Fault> {
    Ok(match value {
        "" => None,
        "in-vivo" => Some(Origin::InVivo),
        "inductive" => Some(Origin::Inductive),
        "deductive" => Some(Origin::Deductive),
        "adopted" => Some(Origin::Adopted),
        _ => return Err(Fault::bad_fields()),
    })
}

fn status(value: &str) -> Result<Option<CodeStatus>, Fault> {
    Ok(match value {
        "" => None,
        "proposed" => Some(CodeStatus::Proposed),
        "discussed" => Some(CodeStatus::Discussed),
        "settled" => Some(CodeStatus::Settled),
        _ => return Err(Fault::bad_fields()),
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Described {
    /// The code that is edited.
    code: String,
    name: Option<String>,
    level: String,
    under: String,
    taxonomy: String,
    statement: Option<String>,
    definition: Option<String>,
    include: Option<String>,
    exclude: Option<String>,
    example: Option<String>,
    color: Option<String>,
    /// The colour is let go, whatever stands in its field.
    no_color: bool,
    origin: String,
    status: String,
    reason: String,
    back: String,
}

impl Described {
    fn fields(&self) -> Result<CodeFields, Fault> {
        Ok(CodeFields {
            statement: self.statement.clone(),
            definition: self.definition.clone(),
            include: self.include.clone(),
            exclude: self.exclude.clone(),
            example: self.example.clone(),
            color: if self.no_color { Some(String::new()) } else { self.color.clone() },
            origin: origin(&self.origin)?,
            status: status(&self.status)?,
        })
    }
}

async fn add(visit: Visit, Fields(form): Fields<Described>) -> Result<Answer, Fault> {
    let (level, fields) = (level(&form.level)?, form.fields()?);
    let did = visit
        .act(move |workspace| {
            let new = NewCode {
                name: form.name.as_deref().unwrap_or_default(),
                level,
                under: filled(&form.under),
                taxonomy: filled(&form.taxonomy),
                fields,
            };
            workspace.add_code(&new, &form.reason)
        })
        .await?;
    let back = address::code(&did.value);
    let message = (visit.messages().done.code_added)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back)
        .with(json!({ "code": did.value, "href": back })))
}

async fn edit(visit: Visit, Fields(form): Fields<Described>) -> Result<Answer, Fault> {
    let revision = Revision { name: form.name.clone(), level: level(&form.level)?, fields: form.fields()? };
    let old = visit.study.codes[visit.study.find_code(&form.code)?].name.clone();
    let code = old.clone();
    let did = visit.act(move |workspace| workspace.revise_code(&code, &revision, &form.reason)).await?;
    let done = &visit.messages().done;
    let message = match &did.entry {
        None => (done.nothing)(),
        Some(_) if did.value != old => (done.renamed)(&old, &did.value),
        Some(_) => (done.redefined)(&did.value),
    };
    let back = address::code(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back)
        .with(json!({ "code": did.value, "href": back })))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    code: String,
    reason: String,
    back: String,
}

async fn delete(visit: Visit, Fields(form): Fields<Named>) -> Result<Answer, Fault> {
    let name = visit.study.codes[visit.study.find_code(&form.code)?].name.clone();
    let code = name.clone();
    let did = visit.act(move |workspace| workspace.delete_code(&code, &form.reason)).await?;
    // The hint names a command, and here there is a button.
    let message = Message { hints: Vec::new(), ..(visit.messages().done.deleted)(&name, &did.value) };
    let back = if form.back.is_empty() { "/codebook" } else { &form.back };
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), back).with(json!({ "gone": name, "href": back })))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Merging {
    /// What goes, once per code.
    code: Vec<String>,
    into: String,
    definition: Option<String>,
    reason: String,
    back: String,
}

async fn merge(visit: Visit, Fields(form): Fields<Merging>) -> Result<Answer, Fault> {
    let into = visit.study.codes[visit.study.find_code(&form.into)?].name.clone();
    let (stays, back) = (into.clone(), form.back.clone());
    let did = visit
        .act(move |workspace| {
            let others: Vec<&str> = form.code.iter().map(String::as_str).collect();
            workspace.merge_codes_as(&others, &stays, form.definition.as_deref(), &form.reason)
        })
        .await?;
    let message = (visit.messages().done.merged)(&into, &did.value);
    let href = if back.starts_with("/board") { back } else { address::code(&into) };
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &href).with(json!({ "code": into, "href": href })))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Splitting {
    code: String,
    /// The names of the new codes, in order; empty ones are left out.
    name: Vec<String>,
    /// The places, in order.
    place: Vec<String>,
    /// For each place the 1-based number of its new code; nothing or 0 leaves it.
    pile: Vec<String>,
    reason: String,
}

/// The name of a new code, and the places that go to it.
type Heap = (String, Vec<(String, PointSpan)>);

impl Splitting {
    /// What goes to each new code. A code that gets nothing is not made.
    fn piles(&self) -> Result<Vec<Heap>, Fault> {
        let mut piles: Vec<Heap> = self.name.iter().map(|name| (name.trim().to_owned(), Vec::new())).collect();
        if self.place.len() != self.pile.len() {
            return Err(Fault::bad_fields());
        }
        for (place, pile) in self.place.iter().zip(&self.pile) {
            let number: usize = if pile.is_empty() { 0 } else { pile.parse().map_err(|_| Fault::bad_fields())? };
            let Some(at) = number.checked_sub(1) else { continue };
            let place = place_of(place).ok_or_else(Fault::bad_fields)?;
            piles.get_mut(at).ok_or_else(Fault::bad_fields)?.1.push(place);
        }
        piles.retain(|(_, fragments)| !fragments.is_empty());
        Ok(piles)
    }
}

async fn split(visit: Visit, Fields(form): Fields<Splitting>) -> Result<Answer, Fault> {
    let name = visit.study.codes[visit.study.find_code(&form.code)?].name.clone();
    let (piles, code) = (form.piles()?, name.clone());
    let did = visit
        .act(move |workspace| {
            if piles.is_empty() {
                return Err(Refusal::EmptySplit { code });
            }
            let piles: Vec<Pile<'_>> = piles.iter().map(|(name, fragments)| Pile { name, fragments }).collect();
            workspace.deal_code(&code, &piles, &form.reason)
        })
        .await?;
    let message = (visit.messages().arranging.dealt)(&name, &did.value);
    let href = address::code(&name);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &href).with(json!({ "code": name, "href": href })))
}
