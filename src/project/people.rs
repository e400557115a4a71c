//! Cases, respondents and what is known of transcripts, changed cell by cell or with a pasted block: one act, whatever it
//! changes. Names stay unique, cases by themselves and respondents within their case; a role or case that is named
//! and does not exist yet is made, as a table of participants does it.

mod columns;
mod rows;

use super::refusal::Missing;
use super::{Done, Refusal, Workspace};
use crate::analysis::Study;
use crate::model::{
    Case, Kind, Memo, Participant, ParticipantId, Role, Speaker, SpeakerId, Subject, SubjectKind, Transcript, Verb,
    fold_name,
};
use crate::store::Writing;
use rows::Taking;
use uuid::Uuid;

/// A list of things with what is known of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// Cases.
    Cases,
    /// Respondents.
    Participants,
    /// Transcripts.
    Transcripts,
}

impl Sheet {
    /// What a row of the list is.
    fn subject(self, row: Uuid) -> Subject {
        Subject::new(self.kind(), row)
    }

    fn kind(self) -> SubjectKind {
        match self {
            Self::Cases => SubjectKind::Case,
            Self::Participants => SubjectKind::Participant,
            Self::Transcripts => SubjectKind::Transcript,
        }
    }
}

/// A row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// One that is there, by its identity.
    Known(Uuid),
    /// One to be made; cells with the same number belong to the same row.
    New(usize),
}

/// A cell with what it is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Name of a case or respondent.
    Name(String),
    /// Description of a case.
    Description(String),
    /// Group of a respondent; empty for none.
    Role(String),
    /// Case of a respondent or transcript; empty for none.
    Case(String),
    /// Moment of measurement of a transcript.
    Moment(String),
    /// Date of a transcript, as written.
    Date(String),
    /// Sort of text of a transcript.
    Kind(Kind),
    /// An attribute and its value; an empty value takes it away.
    Attribute(String, String),
}

/// A cell to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEdit {
    /// The row.
    pub row: RowKey,
    /// The cell.
    pub cell: Cell,
}

/// What changing cells did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellsReport {
    /// Cells that are other than they were.
    pub cells: usize,
    /// Names of rows that were made.
    pub added: Vec<String>,
    /// Roles that were made.
    pub roles: Vec<String>,
    /// Cases that were made because a cell named them.
    pub cases: Vec<String>,
    /// The rows that were made, in the order of their numbers.
    pub rows: Vec<Uuid>,
}

impl Workspace {
    /// Changes cells of a list; rows that are not there yet are made.
    ///
    /// # Errors
    /// When a name cannot be one or belongs to another, or a row is gone.
    pub fn edit_cells(&mut self, sheet: Sheet, edits: &[CellEdit], reason: &str) -> Result<Done<CellsReport>, Refusal> {
        self.run(Verb::PeopleEdit, reason, |writing, study| {
            let mut taking = Taking::start(study, sheet);
            for edit in edits {
                taking.edit(writing, edit)?;
            }
            let (report, touched) = taking.finish(writing)?;
            writing.describe([report.cells.to_string()].into_iter().chain(touched.into_iter().take(3)));
            Ok(report)
        })
    }

    /// Takes cases or respondents away. Who belonged to a case belongs to none; memos on what goes become memos on the
    /// study.
    ///
    /// # Errors
    /// When a row is gone, or a respondent without a case would have the name of another.
    pub fn delete_rows(&mut self, sheet: Sheet, ids: &[Uuid], reason: &str) -> Result<Done<Vec<String>>, Refusal> {
        self.run(Verb::PeopleDelete, reason, |writing, study| {
            let mut names = Vec::new();
            for id in ids {
                names.push(match sheet {
                    Sheet::Cases => delete_case(writing, study, *id)?,
                    Sheet::Participants => delete_participant(writing, study, *id)?,
                    // A transcript is taken away by undoing its import.
                    Sheet::Transcripts => return Err(Refusal::Missing(Missing::Transcript)),
                });
                let subject = sheet.subject(*id);
                for attribute in study.attributes(subject) {
                    writing.delete(attribute)?;
                }
                for memo in study.memos_on(subject) {
                    writing.update(Memo { subject: Subject::Project, ..memo.clone() })?;
                }
            }
            rows::refuse_namesakes(&writing.all::<Participant>()?)?;
            writing.describe(names.iter().cloned());
            Ok(names)
        })
    }

    /// Says who speaks in a transcript: for each label the respondents behind it, instead of those it had. The empty
    /// label stands for every speaker who is not the interviewer and is not named.
    ///
    /// # Errors
    /// When there is no such transcript, or a respondent is gone.
    pub fn set_speakers(
        &mut self,
        transcript: &str,
        labels: &[(String, Vec<ParticipantId>)],
        reason: &str,
    ) -> Result<Done<String>, Refusal> {
        self.run(Verb::SpeakersSet, reason, |writing, study| {
            let text = &study.texts[study.find_text(transcript)?].row;
            let known: Vec<Speaker> = writing.all()?;
            for (label, people) in labels {
                let of_label = |row: &&Speaker| row.transcript == text.id && fold_name(&row.label) == fold_name(label);
                for row in known.iter().filter(of_label) {
                    if row.participant.is_some_and(|person| !people.contains(&person)) {
                        writing.delete(row)?;
                    }
                }
                for (at, person) in people.iter().enumerate() {
                    if !study.rows().participants.iter().any(|row| row.id == *person) {
                        return Err(Refusal::Missing(Missing::Participant));
                    }
                    let stands = known.iter().filter(of_label).any(|row| row.participant == Some(*person));
                    if !stands && !people[..at].contains(person) {
                        let row = Speaker {
                            id: SpeakerId::new(),
                            transcript: text.id,
                            label: label.clone(),
                            participant: Some(*person),
                        };
                        writing.insert(row)?;
                    }
                }
            }
            writing.describe([text.name.clone()]);
            Ok(text.name.clone())
        })
    }

    /// Puts the groups of respondents in another order; those that are not named come after.
    ///
    /// # Errors
    /// When there is no such group.
    pub fn order_roles(&mut self, names: &[String], reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::RolesOrder, reason, |writing, study| {
            let mut order = Vec::new();
            for name in names {
                let at = study.find_role(name)?;
                if !order.contains(&at) {
                    order.push(at);
                }
            }
            order.extend(study.roles.positions().filter(|at| !names.contains(&study.roles[*at].name)));
            for (rank, at) in (0..).zip(order) {
                writing.update(Role { rank, ..study.roles[at].clone() })?;
            }
            writing.describe(names.iter().cloned());
            Ok(())
        })
    }
}

fn delete_case(writing: &mut Writing<'_>, study: &Study, id: Uuid) -> Result<String, Refusal> {
    let found = study.cases.rows().iter().find(|row| row.id.uuid() == id);
    let row: &Case = found.ok_or(Refusal::Missing(Missing::Case))?;
    let people: Vec<Participant> = writing.all()?;
    rows::refuse_namesakes(
        &people
            .iter()
            .map(|person| Participant { case: person.case.filter(|case| *case != row.id), ..person.clone() })
            .collect::<Vec<_>>(),
    )?;
    for person in people.into_iter().filter(|person| person.case == Some(row.id)) {
        writing.update(Participant { case: None, ..person })?;
    }
    let texts: Vec<Transcript> = writing.all()?;
    for text in texts.into_iter().filter(|text| text.case == Some(row.id)) {
        writing.update(Transcript { case: None, ..text })?;
    }
    writing.delete(row)?;
    Ok(row.name.clone())
}

fn delete_participant(writing: &mut Writing<'_>, study: &Study, id: Uuid) -> Result<String, Refusal> {
    let found = study.participants.rows().iter().find(|row| row.id.uuid() == id);
    let row = found.ok_or(Refusal::Missing(Missing::Participant))?;
    for speaker in study.rows().speakers.iter().filter(|speaker| speaker.participant == Some(row.id)) {
        writing.delete(speaker)?;
    }
    writing.delete(row)?;
    Ok(row.name.clone())
}

#[cfg(test)]
mod tests;
