//! Memos: written, changed, taken away. A memo is named by its number in the list of all memos, the oldest first.

use super::coding::{add_fragment, coded_place};
use super::input::PlaceInput;
use super::refusal::Missing;
use super::{Done, Refusal, Workspace};
use crate::analysis::Study;
use crate::model::{Citation, CitationId, FragmentId, Memo, MemoId, MemoKind, Subject, Verb};
use crate::store::Writing;

/// A memo to write.
#[derive(Debug, Clone)]
pub struct NewMemo<'a> {
    /// What sort of note.
    pub kind: MemoKind,
    /// What it is about.
    pub about: About<'a>,
    /// A short title, or empty.
    pub title: &'a str,
    /// The note.
    pub text: &'a str,
    /// Who wrote it; empty is the acting person.
    pub author: &'a str,
    /// Passages it cites: transcript and place.
    pub cites: Vec<(&'a str, PlaceInput)>,
}

/// What of a memo becomes other; nothing for what stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MemoEdit<'a> {
    /// What sort of note.
    pub kind: Option<MemoKind>,
    /// A short title.
    pub title: Option<&'a str>,
    /// The note.
    pub text: Option<&'a str>,
}

/// What a memo is about, as a person names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About<'a> {
    /// The study.
    Project,
    /// A case.
    Case(&'a str),
    /// A participant.
    Participant(&'a str),
    /// A participant of a case, which tells people of one name apart.
    ParticipantOf(&'a str, &'a str),
    /// A transcript.
    Transcript(&'a str),
    /// A code, label or theme.
    Code(&'a str),
    /// A taxonomy.
    Taxonomy(&'a str),
}

impl About<'_> {
    fn subject(self, study: &Study) -> Result<Subject, Refusal> {
        Ok(match self {
            Self::Project => Subject::Project,
            Self::Case(name) => Subject::Case(study.cases[study.find_case(name)?].id),
            Self::Participant(name) => Subject::Participant(study.participants[study.find_participants(name)?[0]].id),
            Self::ParticipantOf(name, case) => {
                let (named, case) = (study.find_participants(name)?, study.cases[study.find_case(case)?].id);
                let of_case = named.iter().find(|at| study.participants[**at].case == Some(case));
                Subject::Participant(study.participants[*of_case.unwrap_or(&named[0])].id)
            }
            Self::Transcript(name) => Subject::Transcript(study.texts[study.find_text(name)?].row.id),
            Self::Code(name) => Subject::Code(study.codes[study.find_code(name)?].id),
            Self::Taxonomy(name) => Subject::Taxonomy(study.taxonomies[study.find_taxonomy(Some(name))?].row.id),
        })
    }
}

impl Workspace {
    /// Writes memos as one act.
    ///
    /// # Errors
    /// When what a memo is about, or a passage it cites, cannot be found.
    pub fn add_memos(&mut self, memos: &[NewMemo<'_>], reason: &str) -> Result<Done<usize>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::MemoAdd, reason, |writing, study| {
            for new in memos {
                if new.text.trim().is_empty() {
                    return Err(Refusal::NothingSaid);
                }
                let id = MemoId::new();
                writing.insert(Memo {
                    id,
                    kind: new.kind,
                    subject: new.about.subject(study)?,
                    title: new.title.trim().to_owned(),
                    text: new.text.trim().to_owned(),
                    author: if new.author.is_empty() { actor.clone() } else { new.author.to_owned() },
                    created: writing.time(),
                })?;
                for (transcript, place) in &new.cites {
                    cite(writing, study, id, transcript, place)?;
                }
            }
            writing.describe(memos.iter().map(|memo| memo.title.to_owned()).take(3));
            Ok(study.rows().memos.len() + memos.len())
        })
    }

    /// Changes kind, title and text of a memo; nothing for what stays.
    ///
    /// # Errors
    /// When the memo is gone, or nothing would be left of it.
    pub fn rewrite_memo(&mut self, id: MemoId, edit: &MemoEdit<'_>, reason: &str) -> Result<Done<usize>, Refusal> {
        self.run(Verb::MemoEdit, reason, |writing, study| {
            let (number, memo) = known(study, id)?;
            let text = edit.text.map_or(memo.text.as_str(), str::trim);
            if text.is_empty() {
                return Err(Refusal::NothingSaid);
            }
            let title = edit.title.map_or(memo.title.as_str(), str::trim).to_owned();
            writing.describe([number.to_string(), title.clone()]);
            let kind = edit.kind.unwrap_or(memo.kind);
            writing.update(Memo { kind, title, text: text.to_owned(), ..memo.clone() })?;
            Ok(number)
        })
    }

    /// Takes a memo away.
    ///
    /// # Errors
    /// When the memo is gone already.
    pub fn remove_memo(&mut self, id: MemoId, reason: &str) -> Result<Done<usize>, Refusal> {
        self.run(Verb::MemoDelete, reason, |writing, study| {
            let (number, memo) = known(study, id)?;
            take_away(writing, study, number, memo)?;
            Ok(number)
        })
    }

    /// Changes the text of a memo.
    ///
    /// # Errors
    /// When there is no memo of that number.
    pub fn edit_memo(&mut self, number: usize, text: &str, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::MemoEdit, reason, |writing, study| {
            let memo = numbered(study, number)?;
            writing.describe([number.to_string(), memo.title.clone()]);
            writing.update(Memo { text: text.trim().to_owned(), ..memo.clone() })?;
            Ok(())
        })
    }

    /// Takes a memo away.
    ///
    /// # Errors
    /// When there is no memo of that number.
    pub fn delete_memo(&mut self, number: usize, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::MemoDelete, reason, |writing, study| take_away(writing, study, number, numbered(study, number)?))
    }
}

fn take_away(writing: &mut Writing<'_>, study: &Study, number: usize, memo: &Memo) -> Result<(), Refusal> {
    let mut fragments = Vec::new();
    for citation in study.rows().citations.iter().filter(|row| row.memo == memo.id) {
        fragments.push(citation.fragment);
        writing.delete(citation)?;
    }
    writing.delete(memo)?;
    writing.sweep(fragments)?;
    writing.describe([number.to_string(), memo.title.clone()]);
    Ok(())
}

/// A memo with its number.
fn known(study: &Study, id: MemoId) -> Result<(usize, &Memo), Refusal> {
    let found = study.rows().memos.iter().enumerate().find(|(_, memo)| memo.id == id);
    found.map(|(at, memo)| (at + 1, memo)).ok_or(Refusal::Missing(Missing::Memo))
}

fn numbered(study: &Study, number: usize) -> Result<&Memo, Refusal> {
    let memos = &study.rows().memos;
    let found = number.checked_sub(1).and_then(|at| memos.get(at));
    found.ok_or(Refusal::NoMemo { number, of: memos.len() })
}

fn cite(
    writing: &mut Writing<'_>,
    study: &Study,
    memo: MemoId,
    transcript: &str,
    place: &PlaceInput,
) -> Result<(), Refusal> {
    let fragment = fragment_there(writing, study, transcript, place)?;
    let stands = writing.citations_of(fragment)?.iter().any(|row| row.memo == memo);
    if !stands {
        writing.insert(Citation { id: CitationId::new(), memo, fragment })?;
    }
    Ok(())
}

/// The fragment at a place, made when there is none yet.
pub(super) fn fragment_there(
    writing: &mut Writing<'_>,
    study: &Study,
    transcript: &str,
    place: &PlaceInput,
) -> Result<FragmentId, Refusal> {
    let (text, span, points, words) = coded_place(writing, study, transcript, place)?;
    Ok(match writing.fragment_at(text.row.revision, span)? {
        Some(fragment) => fragment,
        None => add_fragment(writing, text, span, points, &words)?,
    })
}
