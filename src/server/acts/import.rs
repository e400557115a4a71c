//! Files on their way into the project: sent, put right, left out, read in.

use crate::language::Message;
use crate::model::fold_name;
use crate::project::input::{CodebookInput, CodingInput, ParticipantsInput};
use crate::project::{ImportReport, Prepared, Refusal, Trial};
use crate::server::answer::{Answer, Fault, without_commands};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::staging::{Content, MOST, Staged};
use crate::server::upload::{Sent, receive};
use crate::server::visit::Visit;
use crate::text::LabelRole;
use axum::extract::Multipart;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/upload", upload).with_limit(MOST),
        Route::act("/do/staged", put_right),
        Route::act("/do/unstage", leave_out),
        Route::act("/do/import", import),
    ]
}

async fn upload(visit: Visit, parts: Multipart) -> Result<Answer, Fault> {
    let Sent { ids, .. } = receive(&visit, parts, false).await?;
    let words = &visit.words().import;
    let what = (words.received)(ids.len());
    Ok(Answer::new(said(what), None, "/import").with(serde_json::json!({ "ids": ids })))
}

/// A role for each speaker, in their order.
#[derive(Debug, Deserialize)]
struct Roles {
    file: u32,
    #[serde(default)]
    role: Vec<String>,
}

async fn put_right(visit: Visit, Fields(form): Fields<Roles>) -> Result<Answer, Fault> {
    let role = |word: &String| match word.as_str() {
        "asks" => Some(LabelRole::Interviewer),
        "answers" => Some(LabelRole::Respondent),
        "none" => Some(LabelRole::NoSpeaker),
        _ => None,
    };
    let roles: Option<Vec<LabelRole>> = form.role.iter().map(role).collect();
    let roles = roles.ok_or_else(Fault::bad_fields)?;
    let number = visit.workbench.project_number();
    let put = visit.session.staging().for_project(number).set_roles(form.file, roles);
    if !put {
        return Err(Fault::said(said(visit.words().import.not_there.to_owned())));
    }
    let back = format!("/import#file-{}", form.file);
    Ok(Answer::new(said(visit.words().import.put_right.to_owned()), None, &back))
}

#[derive(Debug, Deserialize)]
struct Leave {
    /// The file; all of them without one.
    file: Option<u32>,
}

async fn leave_out(visit: Visit, Fields(form): Fields<Leave>) -> Answer {
    let words = &visit.words().import;
    let number = visit.workbench.project_number();
    let mut staging = visit.session.staging();
    let staging = staging.for_project(number);
    let what = if let Some(id) = form.file {
        staging.remove(id).map_or_else(String::new, |file| (words.left_out)(&file.file))
    } else {
        staging.clear();
        words.all_left_out.to_owned()
    };
    Answer::new(said(what), None, "/import")
}

#[derive(Debug, Deserialize)]
struct Reason {
    #[serde(default)]
    reason: String,
}

/// What waits, by what is done with it.
#[derive(Default)]
struct Batch {
    texts: Vec<(u32, Prepared)>,
    tables: Vec<(u32, String, ParticipantsInput)>,
    books: Vec<(u32, Vec<CodebookInput>)>,
    codings: Vec<(u32, String, Vec<CodingInput>)>,
    failed: Vec<String>,
}

fn sort(files: Vec<Arc<Staged>>) -> Batch {
    let mut batch = Batch::default();
    for file in files {
        match &file.content {
            Content::Text(text) => batch.texts.push((file.id, text.prepared.clone())),
            Content::Participants(table) => batch.tables.push((file.id, file.file.clone(), table.clone())),
            Content::Codebook(books) => batch.books.push((file.id, books.clone())),
            Content::Codings(rows) => batch.codings.push((file.id, file.file.clone(), rows.clone())),
            Content::Unreadable(_) | Content::Wrong(_) => batch.failed.push(file.file.clone()),
        }
    }
    batch
}

/// Reads everything in that waits: texts with the first table as one act, then further tables, codebooks, codings. What
/// was taken leaves the list; what was refused stays in it with the reason.
async fn import(visit: Visit, Fields(form): Fields<Reason>) -> Result<Answer, Fault> {
    let number = visit.workbench.project_number();
    let waiting = visit.session.staging().for_project(number).to_import();
    let Batch { texts, tables, books, codings, failed } = sort(waiting);
    if texts.is_empty() && tables.is_empty() && books.is_empty() && codings.is_empty() {
        return Err(Fault::said(said(visit.words().import.nothing_waits.to_owned())));
    }
    let mut outcome = Outcome { visit: &visit, message: Message::default(), entry: None, refused: false };
    let mut tables = tables.into_iter();
    if !texts.is_empty() {
        let (ids, files): (Vec<u32>, Vec<Prepared>) = texts.into_iter().unzip();
        let names: Vec<String> = files.iter().map(|file| file.file.clone()).collect();
        let first = tables.next();
        let (table, reason) = (first.as_ref().map(|(.., table)| table.clone()), form.reason.clone());
        let work =
            visit.act(move |workspace| workspace.import(files, table.as_ref(), &failed, Trial::Real, &reason)).await;
        match work {
            Ok(did) => {
                outcome.entry = did.entry.as_ref().map(|entry| entry.number);
                outcome.imported(&ids, &names, &did.value);
                outcome.drop_files(first.iter().map(|(id, ..)| *id));
            }
            Err(fault) => {
                // The texts wait on; without the table they go in as they are.
                let Some((id, file, _)) = first else { return Err(fault) };
                outcome.refused_with(&[id], &file, &fault);
                return Ok(outcome.answer());
            }
        }
    }
    for (id, file, table) in tables {
        let reason = form.reason.clone();
        match visit.act(move |workspace| workspace.import_participants(&table, &reason)).await {
            Ok(did) => outcome.done(&[id], (visit.messages().done.participants)(&did.value), did.entry.as_deref()),
            Err(fault) => outcome.refused_with(&[id], &file, &fault),
        }
    }
    if !books.is_empty() {
        let (ids, books): (Vec<u32>, Vec<Vec<CodebookInput>>) = books.into_iter().unzip();
        let (books, reason) = (books.concat(), form.reason.clone());
        match visit.act(move |workspace| workspace.import_codebooks(&books, &reason)).await {
            Ok(did) => {
                let message = (visit.messages().done.codebook)(&did.value, did.study.level_words());
                outcome.done(&ids, message, did.entry.as_deref());
            }
            Err(fault) => outcome.refused_with(&ids, "", &fault),
        }
    }
    for (id, file, rows) in codings {
        let reason = form.reason.clone();
        match visit.act(move |workspace| workspace.import_codings(&rows, &reason)).await {
            Ok(did) => outcome.done(&[id], (visit.messages().done.codings)(&did.value), did.entry.as_deref()),
            Err(fault) => outcome.refused_with(&[id], &file, &fault),
        }
    }
    Ok(outcome.answer())
}

/// What the acts together did.
struct Outcome<'v> {
    visit: &'v Visit,
    message: Message,
    entry: Option<i64>,
    refused: bool,
}

impl Outcome<'_> {
    fn imported(&mut self, ids: &[u32], names: &[String], report: &ImportReport) {
        let messages = self.visit.messages();
        self.message = (messages.done.imported)(report, Trial::Real);
        let mut kept: Vec<u32> = Vec::new();
        for refusal in &report.refused {
            self.refused = true;
            let file = match refusal {
                Refusal::OtherContent { file, .. } => Some(file.as_str()),
                _ => None,
            };
            let of_name = |name: &String| file.map_or_else(|| names_it(refusal, name), |file| file == name);
            if let Some(at) = names.iter().position(of_name) {
                let why = (messages.refusal)(refusal);
                self.visit.session.staging().refuse(ids[at], without_commands(why));
                kept.push(ids[at]);
            }
        }
        self.drop_files(ids.iter().copied().filter(|id| !kept.contains(id)));
    }

    fn done(&mut self, ids: &[u32], message: Message, entry: Option<&crate::model::Entry>) {
        self.entry = entry.map(|entry| entry.number).or(self.entry);
        if self.message.what.is_empty() {
            self.message = message;
        } else {
            self.message.detail.push(message.what);
            self.message.detail.extend(message.detail);
        }
        self.drop_files(ids.iter().copied());
    }

    fn refused_with(&mut self, ids: &[u32], file: &str, fault: &Fault) {
        self.refused = true;
        let why = without_commands(fault.message(self.visit.language(), file));
        for id in ids {
            self.visit.session.staging().refuse(*id, why.clone());
        }
    }

    fn drop_files(&self, ids: impl IntoIterator<Item = u32>) {
        let mut staging = self.visit.session.staging();
        for id in ids {
            staging.remove(id);
        }
    }

    fn answer(mut self) -> Answer {
        self.message = without_commands(self.message);
        if self.refused {
            let words = &self.visit.words().import;
            let some = words.some_refused.to_owned();
            if self.message.what.is_empty() {
                self.message.what = some;
            } else {
                self.message.detail.push(some);
            }
            return Answer::new(self.message, self.entry, "/import");
        }
        Answer::new(self.message, self.entry, "/")
    }
}

/// Whether a refusal speaks of the transcript that this file would become.
fn names_it(refusal: &Refusal, file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match refusal {
        Refusal::NameTaken { name, .. } | Refusal::BadName { name, .. } => {
            [stem, file].iter().any(|known| fold_name(known) == fold_name(name))
        }
        _ => false,
    }
}

fn said(sentence: String) -> Message {
    Message { what: sentence, ..Message::default() }
}
