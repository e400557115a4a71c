//! The form for a new comment: alone for a dialog, in a page where a browser goes there.

use super::super::passages::Passage;
use super::{Choice, choice, is_visit, kind_word};
use crate::language::CommentWords;
use crate::model::CommentKind;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::visit::Visit;
use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

/// What a new comment is about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct About {
    code: String,
    transcript: String,
    start: u32,
    end: u32,
    coder: String,
    back: String,
}

#[derive(Template)]
#[template(path = "workbench/partials/comment_new.html")]
struct NewForm {
    w: &'static CommentWords,
    about: About,
    codes: Vec<String>,
    kinds: Vec<Choice>,
    passage: Option<Passage>,
}

#[derive(Template)]
#[template(path = "workbench/comment_new.html")]
struct NewPage {
    frame: Frame,
    form: NewForm,
}

/// The form for a new comment: alone for a dialog, in a page where a browser goes there.
pub(super) async fn new(visit: Visit, headers: HeaderMap, Asked(mut about): Asked<About>) -> Result<Page, Fault> {
    let w = &visit.words().comments;
    if !about.code.is_empty() {
        about.code.clone_from(&visit.study.codes[visit.study.find_code(&about.code)?].name);
    }
    let passage = if about.transcript.is_empty() {
        None
    } else {
        let (name, start, end) = (about.transcript.clone(), about.start, about.end);
        visit
            .read(move |workspace, study| {
                let at = study.find_text(&name)?;
                let text = workspace.text(study, at)?;
                let words: String =
                    text.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect();
                let transcript = study.texts[at].row.name.clone();
                Ok(Some(Passage { words, transcript, ..Passage::default() }))
            })
            .await?
    };
    if about.back.is_empty() {
        "/comments".clone_into(&mut about.back);
    }
    let kinds = CommentKind::FIRST.into_iter();
    let form = NewForm {
        w,
        codes: if about.code.is_empty() {
            visit.study.codes.rows().iter().map(|code| code.name.clone()).collect()
        } else {
            Vec::new()
        },
        about,
        kinds: kinds.map(|kind| choice(kind_word(kind), w.kinds[kind as usize], "question")).collect(),
        passage,
    };
    if is_visit(&headers) {
        return Page::of(&NewPage { frame: visit.frame(Screen::Comments, w.new_title), form });
    }
    Page::of(&form)
}
