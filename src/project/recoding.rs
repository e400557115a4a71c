//! Changing what a coding says without doing it over: another code, or counter-example and back. The coding keeps its
//! coder, its remark and the moment at which it was made.

use super::codebook::new_code;
use super::coding::drop_quotes_without_ground;
use super::finding_places::TextInHand;
use super::input::PlaceInput;
use super::{Done, Refusal, UnknownCode, Workspace};
use crate::analysis::{Study, Text};
use crate::model::{Code, CodeId, Coding, Verb, fold_name};
use crate::store::Writing;

/// One coding, as a person points at it.
#[derive(Debug, Clone)]
pub struct TheCoding<'a> {
    /// The transcript.
    pub transcript: &'a str,
    /// Where.
    pub place: PlaceInput,
    /// The code, by name or number.
    pub code: &'a str,
    /// Whose it is; empty is the acting one.
    pub coder: &'a str,
}

/// A coding that got another code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recoded {
    /// Name of the transcript.
    pub transcript: String,
    /// The code it had.
    pub from: String,
    /// The code it has.
    pub to: String,
    /// The code was made for this.
    pub new_code: bool,
    /// Chosen quotes that went, because nothing below their code is left on the fragment.
    pub quotes: usize,
}

impl Workspace {
    /// Gives a coding another code. Where the same coder had put that code there already, one coding is left.
    ///
    /// # Errors
    /// When code, transcript or place cannot be found, or there is no such coding.
    pub fn recode(
        &mut self,
        coding: &TheCoding<'_>,
        to: &str,
        unknown: UnknownCode,
        reason: &str,
    ) -> Result<Done<Recoded>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodingRecode, reason, |writing, study| {
            let (text, from, row) = found(writing, study, coding, &actor)?;
            let (code, name, new_code) = match study.find_code(to) {
                Ok(code) => (study.codes[code].id, study.codes[code].name.clone(), false),
                Err(nothing) if unknown == UnknownCode::Make && nothing.candidates.is_empty() => {
                    (new_code(writing, study, &actor, to, None)?, to.trim().to_owned(), true)
                }
                Err(unknown) => return Err(unknown.into()),
            };
            let mut recoded =
                Recoded { transcript: text.row.name.clone(), from: from.name.clone(), to: name, new_code, quotes: 0 };
            if code == row.code {
                return Ok(recoded);
            }
            replace(writing, study, &row, code)?;
            let before = writing.quotes_of(row.fragment)?.len();
            drop_quotes_without_ground(writing, study, row.fragment)?;
            recoded.quotes = before - writing.quotes_of(row.fragment)?.len();
            writing.concern(text.row.id);
            writing.describe([recoded.from.clone(), recoded.to.clone(), recoded.transcript.clone()]);
            Ok(recoded)
        })
    }

    /// Makes a coding a counter-example, or support again: its code and transcript.
    ///
    /// # Errors
    /// When code, transcript or place cannot be found, or there is no such coding.
    pub fn set_counter(
        &mut self,
        coding: &TheCoding<'_>,
        counter: bool,
        reason: &str,
    ) -> Result<Done<(String, String)>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodingCounter, reason, |writing, study| {
            let (text, code, row) = found(writing, study, coding, &actor)?;
            writing.update(Coding { counter, ..row })?;
            writing.concern(text.row.id);
            let said = if counter { "ja" } else { "" };
            writing.describe([code.name.clone(), text.row.name.clone(), said.to_owned()]);
            Ok((code.name.clone(), text.row.name.clone()))
        })
    }
}

/// Puts another code in the coding's place.
fn replace(writing: &mut Writing<'_>, study: &Study, row: &Coding, code: CodeId) -> Result<(), Refusal> {
    let others = writing.codings_on(row.fragment)?;
    super::comments::follow(writing, study, row, row.fragment, code)?;
    if let Some(stands) = others.into_iter().find(|other| other.code == code && other.coder == row.coder) {
        writing.delete(row)?;
        if stands.note.is_empty() && !row.note.is_empty() {
            writing.update(Coding { note: row.note.clone(), ..stands })?;
        }
    } else {
        writing.update(Coding { code, ..row.clone() })?;
    }
    Ok(())
}

fn found<'s>(
    writing: &Writing<'_>,
    study: &'s Study,
    coding: &TheCoding<'_>,
    actor: &str,
) -> Result<(&'s Text, &'s Code, Coding), Refusal> {
    let at = study.find_text(coding.transcript)?;
    let text = &study.texts[at];
    let code = &study.codes[study.find_code(coding.code)?];
    let whose = fold_name(if coding.coder.is_empty() { actor } else { coding.coder });
    let revision = writing.revision(text.row.revision)?;
    let span = TextInHand::new(&text.row.name, &revision.text, &text.structure).find(&coding.place)?;
    for place in study.places_in(at).iter().filter(|place| place.span == span) {
        for row in writing.codings_on(place.fragment)? {
            let coder = study.rows().coders.iter().find(|coder| coder.id == row.coder);
            if row.code == code.id && coder.is_some_and(|coder| fold_name(&coder.name) == whose) {
                return Ok((text, code, row));
            }
        }
    }
    Err(Refusal::NoCoding { code: code.name.clone(), transcript: text.row.name.clone() })
}
