//! What waits to be imported: per file what was found in it, what to mind, how its text begins, and what can be put right.

use crate::language::ImportWords;
use crate::project::{Arrival, arrival};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::staging::{Content, Staged, StagedText};
use crate::server::visit::Visit;
use crate::text::LabelRole;
use askama::Template;
use axum::extract::Path;
use std::sync::Arc;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/import", import),
        Route::page("/import/files", files),
        Route::page("/import/files/{id}", one_file),
    ]
}

/// Turns that are shown at once, and with "more".
const FIRST: usize = 4;
const MOST: usize = 30;
/// Characters of a turn that are shown.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "workbench/import.html")]
struct ImportPage {
    frame: Frame,
    w: &'static ImportWords,
    files: Vec<FileView>,
    ready: usize,
}

#[derive(Template)]
#[template(path = "workbench/partials/staged_files.html")]
struct Waiting {
    w: &'static ImportWords,
    files: Vec<FileView>,
    /// How many can be read in.
    ready: usize,
}

#[derive(Template)]
#[template(path = "workbench/partials/staged.html")]
struct OneFile {
    w: &'static ImportWords,
    file: FileView,
}

struct FileView {
    id: u32,
    file: String,
    /// What it is.
    sort: String,
    /// Sentences on what is wrong with it, with what belongs to them.
    trouble: Vec<String>,
    notices: Vec<String>,
    /// What becomes of it, and the transcript it may correct.
    becomes: String,
    corrects: Option<String>,
    facts: String,
    speakers: Vec<SpeakerView>,
    is_text: bool,
    first: Vec<Cut>,
    more: Vec<Cut>,
}

struct SpeakerView {
    label: String,
    turns: String,
    role: &'static str,
}

struct Cut {
    speaker: String,
    asks: bool,
    words: String,
}

async fn import(visit: Visit) -> Result<Page, Fault> {
    let files = views(&visit).await?;
    let w = &visit.words().import;
    let ready = ready(&files);
    Page::of(&ImportPage { frame: visit.frame(Screen::Start, w.title), w, files, ready })
}

async fn files(visit: Visit) -> Result<Page, Fault> {
    let files = views(&visit).await?;
    let ready = ready(&files);
    Page::of(&Waiting { w: &visit.words().import, files, ready })
}

/// Files that nothing is wrong with.
fn ready(files: &[FileView]) -> usize {
    files.iter().filter(|file| file.trouble.is_empty()).count()
}

async fn one_file(visit: Visit, Path(id): Path<u32>) -> Result<Page, Fault> {
    let number = visit.workbench.project_number();
    let staged = visit.session.staging().for_project(number).find(id).ok_or_else(Fault::nothing_here)?;
    let again = visit.clone();
    let file = visit.blocking(move || Ok(view(&again, &staged))).await?;
    Page::of(&OneFile { w: &visit.words().import, file })
}

async fn views(visit: &Visit) -> Result<Vec<FileView>, Fault> {
    let number = visit.workbench.project_number();
    let staged: Vec<Arc<Staged>> = visit.session.staging().for_project(number).to_import();
    let again = visit.clone();
    visit.blocking(move || Ok(staged.iter().map(|file| view(&again, file)).collect())).await
}

fn view(visit: &Visit, staged: &Staged) -> FileView {
    let (w, messages) = (&visit.words().import, visit.messages());
    let mut view = FileView {
        id: staged.id,
        file: staged.file.clone(),
        sort: String::new(),
        trouble: Vec::new(),
        notices: Vec::new(),
        becomes: String::new(),
        corrects: None,
        facts: String::new(),
        speakers: Vec::new(),
        is_text: false,
        first: Vec::new(),
        more: Vec::new(),
    };
    match &staged.content {
        Content::Text(text) => fill(visit, &mut view, text),
        Content::Participants(table) => view.sort = (w.participants)(table.rows.len()),
        Content::Codebook(books) => {
            let titles =
                books.iter().map(|book| book.title.clone()).filter(|title| !title.is_empty()).collect::<Vec<_>>();
            let codes = books.iter().flat_map(|book| book.placed.iter().chain(&book.loose)).map(codes_in).sum();
            view.sort = (w.codebook)(codes, &titles);
        }
        Content::Codings(rows) => view.sort = (w.codings)(rows.len()),
        Content::Unreadable(reason) => view.trouble = lines(&(messages.unreadable)(&staged.file, reason)),
        Content::Wrong(faults) => view.trouble = lines(&(messages.file_faults)(&staged.file, faults)),
    }
    if let (None, Some(why)) = (&view.corrects, &staged.refused) {
        view.trouble = lines(why);
    }
    view
}

fn codes_in(code: &crate::project::input::CodeInput) -> usize {
    1 + code.children.iter().map(codes_in).sum::<usize>()
}

fn lines(message: &crate::language::Message) -> Vec<String> {
    let hints = message.hints.iter().filter(|hint| !hint.contains("`codeboom"));
    std::iter::once(&message.what).chain(&message.detail).chain(hints).cloned().collect()
}

fn fill(visit: &Visit, view: &mut FileView, text: &StagedText) {
    let (w, messages) = (&visit.words().import, visit.messages());
    let prepared = &text.prepared;
    let structure = &prepared.structure;
    w.text.clone_into(&mut view.sort);
    view.notices =
        prepared.notices.iter().map(|notice| crate::language::as_sentence(&(messages.notice)(notice))).collect();
    view.becomes = match arrival(&visit.study, prepared) {
        Arrival::New(name) => {
            view.is_text = true;
            (w.will_be)(&name)
        }
        Arrival::Same(name) => {
            view.trouble.push((w.same_as)(&name));
            String::new()
        }
        Arrival::Other(name) => {
            view.trouble.push((w.other_content)(&name));
            view.corrects = Some(format!("{}/correct?file={}", address::transcript(&name), view.id));
            String::new()
        }
    };
    view.facts = (w.facts)(
        (messages.encoding)(prepared.encoding),
        structure.turns.len(),
        structure.paragraphs.len(),
        structure.times.len(),
        structure.headings.len(),
    );
    let turns = |at: usize| text.found.turns.iter().filter(|turn| usize::from(turn.speaker) == at).count();
    let speakers = text.found.speakers.iter().zip(&text.roles).enumerate();
    view.speakers = speakers
        .map(|(at, (speaker, role))| SpeakerView {
            label: speaker.label.clone(),
            turns: (w.turns)(turns(at)),
            role: match role {
                LabelRole::Interviewer => "asks",
                LabelRole::Respondent => "answers",
                LabelRole::NoSpeaker => "none",
            },
        })
        .collect();
    let mut cuts = cuts(text);
    view.more = cuts.split_off(cuts.len().min(FIRST));
    view.first = cuts;
}

/// How the text begins: turn by turn, or paragraph by paragraph where nobody speaks.
fn cuts(text: &StagedText) -> Vec<Cut> {
    let (structure, words) = (&text.prepared.structure, &text.prepared.text);
    if structure.turns.is_empty() {
        let spans = structure.paragraphs.iter().take(MOST);
        return spans
            .map(|span| Cut { speaker: String::new(), asks: false, words: shortened(span.of(words)) })
            .collect();
    }
    let turn = |turn: &crate::model::Turn| {
        let speaker = &structure.speakers[usize::from(turn.speaker)];
        let said = words.get(turn.label.end as usize..turn.span.end as usize).unwrap_or_default();
        Cut { speaker: speaker.label.clone(), asks: speaker.interviewer, words: shortened(said.trim()) }
    };
    structure.turns.iter().take(MOST).map(turn).collect()
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
