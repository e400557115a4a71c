//! A talk as the screen shows it: the comment, what it is about, and its answers.

use crate::model::{Comment, FragmentId};
use crate::server::address;
use crate::server::answer::Fault;
use crate::server::pages::passages::{Passage, paragraphs, passages};
use crate::server::visit::Visit;

/// A comment with what it is about and what was said of it.
pub(super) struct TalkView {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) kind_word: &'static str,
    pub(super) author: String,
    pub(super) when: String,
    pub(super) is_open: bool,
    pub(super) settled: String,
    /// Name of the code, and the way to it; no way to one that was deleted.
    pub(super) code: String,
    pub(super) code_href: String,
    pub(super) coder: String,
    /// Whether the comment is about a coding.
    pub(super) on_coding: bool,
    pub(super) coding_gone: bool,
    pub(super) passage: Option<Passage>,
    pub(super) text: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) answers: Vec<AnswerView>,
}

/// An answer.
pub(super) struct AnswerView {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) is_decision: bool,
    pub(super) author: String,
    pub(super) when: String,
    pub(super) text: String,
    pub(super) paragraphs: Vec<String>,
}

/// These comments with their words and answers.
pub(super) async fn talks(visit: &Visit, comments: Vec<Comment>) -> Result<Vec<TalkView>, Fault> {
    let fragments: Vec<FragmentId> = comments.iter().filter_map(|comment| comment.fragment).collect();
    let (back, line) = (visit.address.clone(), visit.words().comments.line);
    let words = visit.read(move |workspace, study| passages(workspace, study, &fragments, &back, line)).await?;
    Ok(comments
        .into_iter()
        .map(|comment| {
            let passage = comment.fragment.and_then(|id| words.get(&id).cloned());
            talk(visit, comment, passage)
        })
        .collect())
}

fn talk(visit: &Visit, comment: Comment, passage: Option<Passage>) -> TalkView {
    let (study, w) = (&visit.study, &visit.words().comments);
    let when = |at| (visit.messages().time)(at, &visit.workbench.settings.zone);
    let code = comment.code.and_then(|id| study.code_at(id));
    let (code_name, code_href) = match code {
        Some(at) => (study.codes[at].name.clone(), address::code(&study.codes[at].name)),
        None => (comment.former.clone(), String::new()),
    };
    let stands = || {
        let (place, code) = (study.place_at(comment.fragment?)?, code?);
        let own = |coding: &crate::analysis::CodingAt| {
            coding.code == code && (comment.coder.is_empty() || study.coders[coding.coder].name == comment.coder)
        };
        study.codings_on(&study.places[place]).iter().find(|coding| own(coding))
    };
    let coding_gone = comment.fragment.is_some() && code.is_some() && stands().is_none();
    let answers = study.answers_to(comment.id).map(|answer| AnswerView {
        id: answer.id.uuid().to_string(),
        kind: w.kinds[answer.kind as usize],
        is_decision: answer.kind == crate::model::CommentKind::Decision,
        author: answer.author.clone(),
        when: when(answer.created),
        text: answer.text.clone(),
        paragraphs: paragraphs(&answer.text),
    });
    TalkView {
        answers: answers.collect(),
        id: comment.id.uuid().to_string(),
        kind: w.kinds[comment.kind as usize],
        kind_word: super::kind_word(comment.kind),
        when: when(comment.created),
        is_open: comment.is_open(),
        settled: comment.settled.map(|at| (w.settled)(&comment.settled_by, &when(at))).unwrap_or_default(),
        code: code_name,
        code_href,
        on_coding: comment.fragment.is_some(),
        coding_gone,
        passage,
        paragraphs: paragraphs(&comment.text),
        text: comment.text,
        author: comment.author,
        coder: comment.coder,
    }
}
