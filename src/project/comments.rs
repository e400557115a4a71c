//! What there is still to talk about: comments on codes and codings, answered, settled, opened again. A comment outlives
//! the coding it is about; see [`crate::model::Comment`].

use super::input::PlaceInput;
use super::memos::fragment_there;
use super::refusal::Missing;
use super::{Done, Refusal, Workspace};
use crate::analysis::Study;
use crate::model::{CodeId, Coding, Comment, CommentId, CommentKind, FragmentId, Verb};
use crate::store::Writing;

/// Something to put on the list of what is to be discussed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment<'a> {
    /// The code, by name or number.
    pub code: &'a str,
    /// Transcript and place of the coding; none for the code as such.
    pub place: Option<(&'a str, PlaceInput)>,
    /// Whose coding is meant; empty when it is nobody's in particular.
    pub coder: &'a str,
    /// Question, proposal or decision.
    pub kind: CommentKind,
    /// What is said.
    pub text: &'a str,
}

impl Workspace {
    /// Puts down something to talk about; the answer is its identity.
    ///
    /// # Errors
    /// When nothing is said, or code, coder or place cannot be found.
    pub fn add_comment(&mut self, new: &NewComment<'_>, reason: &str) -> Result<Done<CommentId>, Refusal> {
        let author = self.actor().to_owned();
        self.run(Verb::CommentAdd, reason, |writing, study| {
            let text = said(new.text)?;
            let code = &study.codes[study.find_code(new.code)?];
            let coder = match new.coder.trim() {
                "" => String::new(),
                name => study.coders[study.find_coder(name)?].name.clone(),
            };
            let fragment = match &new.place {
                Some((transcript, place)) => Some(fragment_there(writing, study, transcript, place)?),
                None => None,
            };
            let id = CommentId::new();
            let row = Comment {
                id,
                code: Some(code.id),
                former: String::new(),
                fragment,
                coder,
                kind: new.kind,
                text,
                author,
                created: writing.time(),
                reply_to: None,
                settled: None,
                settled_by: String::new(),
            };
            let transcript = new.place.as_ref().map(|(name, _)| study.find_text(name)).transpose()?;
            let transcript = transcript.map(|at| &study.texts[at].row);
            if let Some(text) = transcript {
                writing.concern(text.id);
            }
            writing.describe([code.name.clone(), transcript.map(|text| text.name.clone()).unwrap_or_default()]);
            writing.insert(row)?;
            Ok(id)
        })
    }

    /// Answers a comment.
    ///
    /// # Errors
    /// When nothing is said or the comment is gone.
    pub fn answer_comment(&mut self, id: CommentId, text: &str, reason: &str) -> Result<Done<()>, Refusal> {
        let author = self.actor().to_owned();
        self.run(Verb::CommentAnswer, reason, |writing, study| {
            let opener = opener(study, id)?;
            describe(writing, study, opener);
            answer(writing, opener, CommentKind::Answer, said(text)?, author)
        })
    }

    /// Says a comment in other words, or as another sort.
    ///
    /// # Errors
    /// When nothing is said or the comment is gone.
    pub fn edit_comment(
        &mut self,
        id: CommentId,
        kind: Option<CommentKind>,
        text: &str,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::CommentEdit, reason, |writing, study| {
            let row = comment(study, id)?;
            describe(writing, study, row);
            let kind = kind.filter(|_| row.reply_to.is_none()).unwrap_or(row.kind);
            writing.update(Comment { kind, text: said(text)?, ..row.clone() })?;
            Ok(())
        })
    }

    /// Settles a talk, with what was decided where there is something to say of it.
    ///
    /// # Errors
    /// When the comment is gone.
    pub fn settle_comment(&mut self, id: CommentId, decision: &str, reason: &str) -> Result<Done<()>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CommentSettle, reason, |writing, study| {
            let row = opener(study, id)?;
            describe(writing, study, row);
            if !decision.trim().is_empty() {
                answer(writing, row, CommentKind::Decision, decision.trim().to_owned(), actor.clone())?;
            }
            if row.is_open() {
                writing.update(Comment { settled: Some(writing.time()), settled_by: actor, ..row.clone() })?;
            }
            Ok(())
        })
    }

    /// Opens a settled talk again.
    ///
    /// # Errors
    /// When the comment is gone.
    pub fn reopen_comment(&mut self, id: CommentId, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CommentReopen, reason, |writing, study| {
            let row = opener(study, id)?;
            describe(writing, study, row);
            writing.update(Comment { settled: None, settled_by: String::new(), ..row.clone() })?;
            Ok(())
        })
    }

    /// Takes a comment away, with its answers.
    ///
    /// # Errors
    /// When the comment is gone.
    pub fn delete_comment(&mut self, id: CommentId, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CommentDelete, reason, |writing, study| {
            let row = comment(study, id)?;
            describe(writing, study, row);
            for answer in study.answers_to(id) {
                writing.delete(answer)?;
            }
            writing.delete(row)?;
            writing.sweep(row.fragment)?;
            Ok(())
        })
    }
}

fn said(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::NothingSaid) } else { Ok(text.to_owned()) }
}

fn comment(study: &Study, id: CommentId) -> Result<&Comment, Refusal> {
    study.comment(id).ok_or(Refusal::Missing(Missing::Comment))
}

/// The comment that begins the talk.
fn opener(study: &Study, id: CommentId) -> Result<&Comment, Refusal> {
    let row = comment(study, id)?;
    row.reply_to.map_or(Ok(row), |first| comment(study, first))
}

fn answer(
    writing: &mut Writing<'_>,
    to: &Comment,
    kind: CommentKind,
    text: String,
    author: String,
) -> Result<(), Refusal> {
    let row = Comment {
        id: CommentId::new(),
        kind,
        text,
        author,
        created: writing.time(),
        reply_to: Some(to.id),
        settled: None,
        settled_by: String::new(),
        ..to.clone()
    };
    Ok(writing.insert(row)?)
}

/// The history names the code and the transcript.
fn describe(writing: &mut Writing<'_>, study: &Study, row: &Comment) {
    let code = row.code.and_then(|id| study.code_at(id)).map_or(&row.former, |at| &study.codes[at].name);
    let text = row.fragment.and_then(|id| study.text_of_fragment(id)).map(|at| &study.texts[at].row);
    if let Some(text) = text {
        writing.concern(text.id);
    }
    writing.describe([code.clone(), text.map(|text| text.name.clone()).unwrap_or_default()]);
}

/// Has the comments on a coding follow it to another fragment or code. Those on nobody's coding in particular follow the
/// code; a coder's own follow only that coder's coding.
pub(super) fn follow(
    writing: &mut Writing<'_>,
    study: &Study,
    coding: &Coding,
    fragment: FragmentId,
    code: CodeId,
) -> Result<(), Refusal> {
    let comments = writing.comments_of(coding.fragment)?;
    if comments.is_empty() {
        return Ok(());
    }
    let coder = study.rows().coders.iter().find(|coder| coder.id == coding.coder);
    let whose = coder.map(|coder| coder.name.as_str()).unwrap_or_default();
    for row in comments {
        if row.code == Some(coding.code) && (row.coder == whose || row.coder.is_empty()) {
            writing.update(Comment { fragment: Some(fragment), code: Some(code), ..row })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
