//! The form for a memo on anything: alone for a dialog, in a page where a browser goes there.

use super::super::comments::is_visit;
use super::super::passages::Passage;
use super::{Choice, KINDS, kinds};
use crate::language::MemoWords;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::visit::Visit;
use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

/// What the memo is about. A fragment is named by its transcript and its place; a memo on it is one on the transcript
/// that cites it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct On {
    about: String,
    name: String,
    /// The case of a respondent, whose name may occur in several.
    case: String,
    start: Option<u32>,
    end: Option<u32>,
    kind: String,
    back: String,
}

#[derive(Template)]
#[template(path = "workbench/partials/memo_new.html")]
struct NewForm {
    w: &'static MemoWords,
    about: On,
    /// In words: what it is about.
    on: String,
    kinds: Vec<Choice>,
    passage: Option<Passage>,
}

#[derive(Template)]
#[template(path = "workbench/memo_new.html")]
struct NewPage {
    frame: Frame,
    form: NewForm,
}

pub(super) async fn new(visit: Visit, headers: HeaderMap, Asked(mut about): Asked<On>) -> Result<Page, Fault> {
    let w = &visit.words().memos;
    let mut passage = None;
    match about.about.as_str() {
        "fragment" => {
            let (name, start, end) = (about.name.clone(), about.start.unwrap_or(0), about.end.unwrap_or(0));
            let read = visit.read(move |workspace, study| {
                let at = study.find_text(&name)?;
                let text = workspace.text(study, at)?;
                let words: String =
                    text.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect();
                let transcript = study.texts[at].row.name.clone();
                Ok(Passage { words, transcript, ..Passage::default() })
            });
            passage = Some(read.await?);
        }
        "case" | "participant" | "transcript" | "code" | "taxonomy" => {}
        _ => {
            "project".clone_into(&mut about.about);
            about.name.clear();
        }
    }
    if about.back.is_empty() {
        "/memos".clone_into(&mut about.back);
    }
    let on = if about.name.is_empty() { w.the_study.to_owned() } else { about.name.clone() };
    let chosen = if KINDS.contains(&about.kind.as_str()) { about.kind.as_str() } else { KINDS[0] };
    let form = NewForm { w, kinds: kinds(w, chosen), on: (w.on)(&on), passage, about };
    if is_visit(&headers) {
        return Page::of(&NewPage { frame: visit.frame(Screen::Memos, w.form_title), form });
    }
    Page::of(&form)
}
