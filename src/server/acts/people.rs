//! Cases, respondents and transcripts: cells, rows, attributes, speakers, and the order of groups.

use crate::language::tables;
use crate::model::{Kind, Language, ParticipantId, fold_name};
use crate::project::{Cell, CellEdit, Refusal, RowKey, Sheet};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::pages::{TEXT_KINDS, sheet_of, sheet_word};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/cells", cells),
        Route::act("/do/rows-delete", delete_rows),
        Route::act("/do/column-rename", rename_column),
        Route::act("/do/column-delete", delete_column),
        Route::act("/do/speakers", speakers),
        Route::act("/do/roles-order", order_roles),
    ]
}

/// Cells: the three lists belong together place by place. A row is an identity, or `new-0` for one to be made.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Cells {
    sheet: String,
    row: Vec<String>,
    column: Vec<String>,
    value: Vec<String>,
    reason: String,
}

async fn cells(visit: Visit, Fields(form): Fields<Cells>) -> Result<Answer, Fault> {
    let sheet = sheet_of(&form.sheet);
    if form.row.len() != form.column.len() || form.row.len() != form.value.len() {
        return Err(Fault::bad_fields());
    }
    let mut edits = Vec::new();
    for ((row, column), value) in form.row.iter().zip(&form.column).zip(&form.value) {
        let row = match row.strip_prefix("new-").and_then(|number| number.parse().ok()) {
            Some(number) => RowKey::New(number),
            None => RowKey::Known(row.parse().map_err(|_| Fault::bad_fields())?),
        };
        edits.push(CellEdit { row, cell: cell(&visit, column, value)? });
    }
    let did = visit.act(move |workspace| workspace.edit_cells(sheet, &edits, &form.reason)).await?;
    let message = match did.entry {
        Some(_) => (visit.messages().talking.cells)(&did.value),
        None => (visit.messages().done.nothing)(),
    };
    let made: Vec<String> = did.value.rows.iter().map(Uuid::to_string).collect();
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(sheet)).with(json!({ "rows": made })))
}

fn cell(visit: &Visit, column: &str, value: &str) -> Result<Cell, Fault> {
    let value = value.to_owned();
    Ok(match column {
        "name" => Cell::Name(value),
        "description" => Cell::Description(value),
        "role" => Cell::Role(value),
        "case" => Cell::Case(value),
        "moment" => Cell::Moment(value),
        "date" => Cell::Date(value),
        "kind" => Cell::Kind(kind(visit, &value)?),
        other => match other.strip_prefix("attribute:") {
            Some(name) => Cell::Attribute(name.to_owned(), value),
            None => return Err(Fault::bad_fields()),
        },
    })
}

/// A sort of text, in either language.
fn kind(visit: &Visit, typed: &str) -> Result<Kind, Fault> {
    let wanted = fold_name(typed);
    for language in [Language::Dutch, Language::English] {
        let word = tables(language).kind;
        if let Some(found) = TEXT_KINDS.into_iter().find(|kind| fold_name(word(*kind)) == wanted) {
            return Ok(found);
        }
    }
    let expected: &'static [&'static str] = match visit.language() {
        Language::Dutch => &["interview", "groepsinterview", "observatie", "document", "open antwoord", "casusverslag"],
        Language::English => &["interview", "group interview", "observation", "document", "open answer", "case report"],
    };
    Err(Refusal::BadValue { value: typed.to_owned(), expected }.into())
}

fn back(sheet: Sheet) -> String {
    format!("/people?tab={}", sheet_word(sheet))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Rows {
    sheet: String,
    row: Vec<Uuid>,
    reason: String,
}

async fn delete_rows(visit: Visit, Fields(form): Fields<Rows>) -> Result<Answer, Fault> {
    let sheet = sheet_of(&form.sheet);
    let did = visit.act(move |workspace| workspace.delete_rows(sheet, &form.row, &form.reason)).await?;
    let message = (visit.messages().talking.rows_deleted)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(sheet)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Column {
    sheet: String,
    column: String,
    name: String,
    reason: String,
}

async fn rename_column(visit: Visit, Fields(form): Fields<Column>) -> Result<Answer, Fault> {
    let sheet = sheet_of(&form.sheet);
    let (from, to) = (form.column.clone(), form.name.trim().to_owned());
    let did =
        visit.act(move |workspace| workspace.rename_attribute(sheet, &form.column, &form.name, &form.reason)).await?;
    let message = (visit.messages().talking.attribute_renamed)(&from, &to);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(sheet)))
}

async fn delete_column(visit: Visit, Fields(form): Fields<Column>) -> Result<Answer, Fault> {
    let sheet = sheet_of(&form.sheet);
    let name = form.column.clone();
    let did = visit.act(move |workspace| workspace.delete_attribute(sheet, &form.column, &form.reason)).await?;
    let message = (visit.messages().talking.attribute_deleted)(&name, did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(sheet)))
}

/// Speakers: labels and respondents belong together place by place; a label without a respondent has nobody.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Speakers {
    transcript: String,
    label: Vec<String>,
    participant: Vec<String>,
    reason: String,
}

async fn speakers(visit: Visit, Fields(form): Fields<Speakers>) -> Result<Answer, Fault> {
    if form.label.len() != form.participant.len() {
        return Err(Fault::bad_fields());
    }
    let mut labels: Vec<(String, Vec<ParticipantId>)> = Vec::new();
    for (label, person) in form.label.iter().zip(&form.participant) {
        let person = match person.as_str() {
            "" => None,
            id => Some(ParticipantId::from_uuid(id.parse().map_err(|_| Fault::bad_fields())?)),
        };
        match labels.iter_mut().find(|(known, _)| known == label) {
            Some((_, people)) => people.extend(person),
            None => labels.push((label.clone(), person.into_iter().collect())),
        }
    }
    let did = visit.act(move |workspace| workspace.set_speakers(&form.transcript, &labels, &form.reason)).await?;
    let message = (visit.messages().talking.speakers)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(Sheet::Transcripts)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Order {
    role: Vec<String>,
    reason: String,
}

async fn order_roles(visit: Visit, Fields(form): Fields<Order>) -> Result<Answer, Fault> {
    let did = visit.act(move |workspace| workspace.order_roles(&form.role, &form.reason)).await?;
    let message = (visit.messages().talking.roles_ordered)();
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back(Sheet::Participants)))
}
