//! To discuss: comments on codes and codings, open or settled, for a pair of coders or for the project leader; and the
//! form for a new one.

mod differences;
mod form;
mod view;

use crate::language::CommentWords;
use crate::model::{Comment, CommentKind};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;
use view::{TalkView, talks};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/comments", comments),
        Route::page("/comments/new", form::new),
        Route::page("/comments/differences", differences::page),
    ]
}

/// Which comments are shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    state: String,
    kind: String,
    coder: String,
    with: String,
    code: String,
    transcript: String,
    mine: String,
}

impl Chosen {
    /// The address with another state.
    fn address(&self, state: &str) -> String {
        address::asking(
            "/comments",
            &[
                ("state", state),
                ("kind", &self.kind),
                ("coder", &self.coder),
                ("with", &self.with),
                ("code", &self.code),
                ("transcript", &self.transcript),
                ("mine", &self.mine),
            ],
        )
    }

    fn state(&self) -> &str {
        match self.state.as_str() {
            state @ ("done" | "all") => state,
            _ => "open",
        }
    }

    fn filters(&self) -> bool {
        let all = [&self.kind, &self.coder, &self.with, &self.code, &self.transcript, &self.mine];
        all.iter().any(|value| !value.is_empty())
    }

    fn admits(&self, visit: &Visit, comment: &Comment) -> bool {
        let study = &visit.study;
        let answers: Vec<&Comment> = study.answers_to(comment.id).collect();
        let involves = |name: &str| {
            let own = |one: &Comment| one.author == name || one.coder == name;
            name.is_empty() || own(comment) || answers.iter().any(|answer| own(answer))
        };
        let code = || comment.code.and_then(|id| study.code_at(id)).map(|at| study.codes[at].name.as_str());
        let text = || comment.fragment.and_then(|id| study.text_of_fragment(id)).map(|at| &study.texts[at].row.name);
        (self.kind.is_empty() || kind_word(comment.kind) == self.kind)
            && involves(&self.coder)
            && involves(&self.with)
            && (self.mine.is_empty() || involves(&visit.coder()))
            && (self.code.is_empty() || code() == Some(self.code.as_str()))
            && (self.transcript.is_empty() || text() == Some(&self.transcript))
    }
}

/// A kind as forms and addresses have it.
pub(in crate::server) fn kind_word(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Question => "question",
        CommentKind::Proposal => "proposal",
        CommentKind::Decision => "decision",
        CommentKind::Answer => "answer",
    }
}

/// A choice of a list.
struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

fn choice(value: impl Into<String>, name: impl Into<String>, chosen: &str) -> Choice {
    let value = value.into();
    Choice { chosen: value == chosen, name: name.into(), value }
}

/// A state with how many there are.
struct Tab {
    href: String,
    name: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "workbench/comments.html")]
struct CommentsPage {
    frame: Frame,
    w: &'static CommentWords,
    tabs: Vec<Tab>,
    state: &'static str,
    filtered: bool,
    any: bool,
    mine: bool,
    kinds: Vec<Choice>,
    coders: Vec<Choice>,
    others: Vec<Choice>,
    codes: Vec<Choice>,
    transcripts: Vec<Choice>,
    talks: Vec<TalkView>,
}

async fn comments(visit: Visit, Asked(chosen): Asked<Chosen>) -> Result<Page, Fault> {
    let w = &visit.words().comments;
    let first = |comment: &&Comment| comment.reply_to.is_none();
    let all: Vec<&Comment> =
        visit.study.rows().comments.iter().filter(first).filter(|one| chosen.admits(&visit, one)).collect();
    let open = all.iter().filter(|comment| comment.is_open()).count();
    let tab =
        |state: &'static str, name: String| Tab { href: chosen.address(state), name, here: chosen.state() == state };
    let tabs =
        vec![tab("open", (w.open)(open)), tab("done", (w.done)(all.len() - open)), tab("all", (w.all)(all.len()))];
    let mut shown: Vec<Comment> = all
        .into_iter()
        .filter(|comment| match chosen.state() {
            "done" => !comment.is_open(),
            "all" => true,
            _ => comment.is_open(),
        })
        .cloned()
        .collect();
    shown.sort_by_key(|comment| std::cmp::Reverse((comment.created, comment.id)));
    let talks = talks(&visit, shown).await?;
    let state = match chosen.state() {
        "done" => "done",
        "all" => "all",
        _ => "open",
    };
    let page = CommentsPage {
        frame: visit.frame(Screen::Comments, w.title),
        w,
        tabs,
        state,
        filtered: chosen.filters(),
        any: !visit.study.rows().comments.is_empty(),
        mine: !chosen.mine.is_empty(),
        kinds: CommentKind::FIRST
            .into_iter()
            .map(|kind| choice(kind_word(kind), w.kinds[kind as usize], &chosen.kind))
            .collect(),
        coders: people(&visit).into_iter().map(|name| choice(name.clone(), name, &chosen.coder)).collect(),
        others: people(&visit).into_iter().map(|name| choice(name.clone(), name, &chosen.with)).collect(),
        codes: discussed(&visit).into_iter().map(|name| choice(name.clone(), name, &chosen.code)).collect(),
        transcripts: transcripts(&visit)
            .into_iter()
            .map(|name| choice(name.clone(), name, &chosen.transcript))
            .collect(),
        talks,
    };
    Page::of(&page)
}

/// Whoever is part of any talk, by name.
fn people(visit: &Visit) -> Vec<String> {
    let comments = visit.study.rows().comments.iter();
    let mut names: Vec<String> = comments
        .flat_map(|comment| [comment.author.clone(), comment.coder.clone()])
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_by(|a, b| crate::model::natural_order(a, b));
    names.dedup();
    names
}

/// The codes that are talked about.
fn discussed(visit: &Visit) -> Vec<String> {
    let study = &visit.study;
    let mut found: Vec<_> =
        study.rows().comments.iter().filter_map(|comment| comment.code.and_then(|id| study.code_at(id))).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|at| study.codes[at].name.clone()).collect()
}

/// The transcripts that are talked about.
fn transcripts(visit: &Visit) -> Vec<String> {
    let study = &visit.study;
    let fragments = study.rows().comments.iter().filter_map(|comment| comment.fragment);
    let mut found: Vec<_> = fragments.filter_map(|id| study.text_of_fragment(id)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|at| study.texts[at].row.name.clone()).collect()
}

/// Whether a browser goes to a page, rather than a script asks for a piece of one.
pub(super) fn is_visit(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-mode").is_none_or(|mode| mode == "navigate")
}
