//! Reading a table of participants into the study: cases, roles, respondents, who speaks under which label, moments and
//! attributes. All or nothing: every wrong row is named with its line.

use super::input::{ParticipantInput, ParticipantsInput};
use super::{Done, Refusal, RowFault, RowReason, Workspace};
use crate::analysis::{At, Study, Text};
use crate::model::{
    Attribute, AttributeId, Case, CaseId, Kind, Participant, ParticipantId, Role, RoleId, Speaker, SpeakerId, Subject,
    Transcript, Verb, check_name, fold_name,
};
use crate::store::Writing;
use rustc_hash::FxHashMap;

/// What a table of participants did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantsReport {
    /// Rows taken over.
    pub rows: usize,
    /// Participants made.
    pub participants: usize,
    /// Cases made.
    pub cases: usize,
    /// Roles made.
    pub roles: usize,
    /// Transcripts of the table that could not be imported, so that their rows wait.
    pub waiting: Vec<String>,
}

impl Workspace {
    /// Takes over a table of participants.
    ///
    /// # Errors
    /// When any row is wrong; then nothing is taken over.
    pub fn import_participants(
        &mut self,
        table: &ParticipantsInput,
        reason: &str,
    ) -> Result<Done<ParticipantsReport>, Refusal> {
        self.run(Verb::Participants, reason, |writing, study| {
            let report = apply(writing, study, table, &[])?;
            writing.describe([report.rows.to_string(), report.participants.to_string()]);
            Ok(report)
        })
    }
}

/// Takes over a table; rows of transcripts in `failed` (files that could not be read) wait for a later import.
pub(super) fn apply(
    writing: &mut Writing<'_>,
    study: &Study,
    table: &ParticipantsInput,
    failed: &[String],
) -> Result<ParticipantsReport, Refusal> {
    let (rows, waiting) = resolve(study, table, failed)?;
    let mut taking = Taking::start(writing)?;
    taking.report.waiting = waiting;
    for (row, text) in rows {
        taking.row(writing, row, text.map(|at| &study.texts[at]))?;
        taking.report.rows += 1;
    }
    taking.write_transcripts(writing)?;
    Ok(taking.report)
}

type Resolved<'t> = (Vec<(&'t ParticipantInput, Option<At<Text>>)>, Vec<String>);

/// Checks every row before any is written.
fn resolve<'t>(study: &Study, table: &'t ParticipantsInput, failed: &[String]) -> Result<Resolved<'t>, Refusal> {
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    let mut waiting = Vec::new();
    let mut labels: FxHashMap<(At<Text>, String), usize> = FxHashMap::default();
    for row in &table.rows {
        let mut fault = |reason| faults.push(RowFault { line: row.line, reason });
        for typed in [&row.participant, &row.role, &row.case].into_iter().flatten() {
            if let Err(wrong) = check_name(typed) {
                fault(RowReason::BadName { name: typed.clone(), fault: wrong });
            }
        }
        let Some(name) = &row.transcript else {
            rows.push((row, None));
            continue;
        };
        let at = match study.find_text(name) {
            Ok(at) => at,
            Err(_) if failed.iter().any(|file| same_file(file, name)) => {
                waiting.push(name.clone());
                continue;
            }
            Err(unknown) => {
                fault(RowReason::Unknown(unknown));
                continue;
            }
        };
        let text = &study.texts[at];
        let label = row.speaker.clone().unwrap_or_default();
        let known: Vec<String> = text.structure.speakers.iter().map(|speaker| speaker.label.clone()).collect();
        if !label.is_empty() && !known.iter().any(|known| fold_name(known) == fold_name(&label)) {
            fault(RowReason::NoSpeaker { transcript: text.row.name.clone(), speaker: label, known });
            continue;
        }
        if row.participant.is_some() && !text.structure.turns.is_empty() {
            let key = (at, fold_name(&label));
            match labels.get(&key) {
                Some(first) => {
                    fault(RowReason::SpeakerTwice { transcript: text.row.name.clone(), speaker: label, first: *first });
                    continue;
                }
                None => drop(labels.insert(key, row.line)),
            }
        }
        rows.push((row, Some(at)));
    }
    if faults.is_empty() { Ok((rows, waiting)) } else { Err(Refusal::Rows(faults)) }
}

fn same_file(file: &str, name: &str) -> bool {
    let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    [file, base, stem].iter().any(|known| fold_name(known) == fold_name(name))
}

struct Taking {
    cases: FxHashMap<String, Case>,
    roles: FxHashMap<String, Role>,
    people: Vec<Participant>,
    speakers: Vec<Speaker>,
    attributes: FxHashMap<(Subject, String), Attribute>,
    transcripts: FxHashMap<crate::model::TranscriptId, Transcript>,
    fresh_labels: Vec<(crate::model::TranscriptId, String)>,
    report: ParticipantsReport,
}

impl Taking {
    fn start(writing: &Writing<'_>) -> Result<Self, Refusal> {
        let cases: Vec<Case> = writing.all()?;
        let roles: Vec<Role> = writing.all()?;
        let attributes: Vec<Attribute> = writing.all()?;
        let transcripts: Vec<Transcript> = writing.all()?;
        Ok(Self {
            cases: cases.into_iter().map(|row| (fold_name(&row.name), row)).collect(),
            roles: roles.into_iter().map(|row| (fold_name(&row.name), row)).collect(),
            people: writing.all()?,
            speakers: writing.all()?,
            attributes: attributes.into_iter().map(|row| ((row.subject, fold_name(&row.name)), row)).collect(),
            transcripts: transcripts.into_iter().map(|row| (row.id, row)).collect(),
            fresh_labels: Vec::new(),
            report: ParticipantsReport::default(),
        })
    }

    fn row(&mut self, writing: &mut Writing<'_>, row: &ParticipantInput, text: Option<&Text>) -> Result<(), Refusal> {
        let case = row.case.as_deref().map(|name| self.case(writing, name)).transpose()?;
        let role = row.role.as_deref().map(|name| self.role(writing, name)).transpose()?;
        let person = match &row.participant {
            Some(name) => Some(self.person(writing, name, text, case, role)?),
            None => None,
        };
        if let Some(text) = text {
            self.transcript(row, text, if person.is_none() { case } else { None });
            if let Some(person) = person {
                self.speaker(writing, text, row.speaker.as_deref().unwrap_or_default(), person)?;
            }
            for (name, value) in &row.transcript_attributes {
                self.attribute(writing, Subject::Transcript(text.row.id), name, value)?;
            }
        }
        let own = match (person, case, text) {
            (Some(person), _, _) => Some(Subject::Participant(person)),
            (None, Some(case), _) => Some(Subject::Case(case)),
            (None, None, Some(text)) => Some(Subject::Transcript(text.row.id)),
            (None, None, None) => None,
        };
        if let Some(subject) = own {
            for (name, value) in &row.attributes {
                self.attribute(writing, subject, name, value)?;
            }
        }
        // A row that names no case speaks of its transcript's, and without one of the transcript itself.
        let known = text.and_then(|text| self.transcripts.get(&text.row.id)).and_then(|known| known.case);
        for (name, value) in &row.case_attributes {
            match (case.or(known), text) {
                (Some(case), _) => self.case_attribute(writing, case, name, value)?,
                (None, Some(text)) => {
                    self.attribute(writing, Subject::Transcript(text.row.id), name, value)?;
                }
                (None, None) => {}
            }
        }
        Ok(())
    }

    fn case(&mut self, writing: &mut Writing<'_>, name: &str) -> Result<CaseId, Refusal> {
        let key = fold_name(name);
        if let Some(case) = self.cases.get(&key) {
            return Ok(case.id);
        }
        let case = Case { id: CaseId::new(), name: name.trim().to_owned(), description: String::new() };
        let id = case.id;
        writing.insert(case.clone())?;
        self.cases.insert(key, case);
        self.report.cases += 1;
        Ok(id)
    }

    fn role(&mut self, writing: &mut Writing<'_>, name: &str) -> Result<RoleId, Refusal> {
        let key = fold_name(name);
        if let Some(role) = self.roles.get(&key) {
            return Ok(role.id);
        }
        let rank = self.roles.values().map(|role| role.rank + 1).max().unwrap_or(0);
        let role = Role { id: RoleId::new(), name: name.trim().to_owned(), rank };
        let id = role.id;
        writing.insert(role.clone())?;
        self.roles.insert(key, role);
        self.report.roles += 1;
        Ok(id)
    }

    /// The participant of that name in that case. One who was known without a case gets the case; a row that names no
    /// case means whoever of that name speaks in its transcript already.
    fn person(
        &mut self,
        writing: &mut Writing<'_>,
        name: &str,
        text: Option<&Text>,
        case: Option<CaseId>,
        role: Option<RoleId>,
    ) -> Result<ParticipantId, Refusal> {
        let wanted = fold_name(name);
        let same =
            |person: &&mut Participant, case: Option<CaseId>| person.case == case && fold_name(&person.name) == wanted;
        let exact = self.people.iter_mut().position(|person| same(&person, case));
        let caseless =
            if case.is_some() { self.people.iter_mut().position(|person| same(&person, None)) } else { None };
        let speaking = self.people.iter().position(|person| {
            let speaks = |row: &Speaker| {
                row.participant == Some(person.id) && text.is_some_and(|text| text.row.id == row.transcript)
            };
            case.is_none() && fold_name(&person.name) == wanted && self.speakers.iter().any(speaks)
        });
        if let Some(at) = speaking.or(exact).or(caseless) {
            let known = &mut self.people[at];
            let next = Participant { case: case.or(known.case), role: role.or(known.role), ..known.clone() };
            if next != *known {
                writing.update(next.clone())?;
                *known = next;
            }
            return Ok(known.id);
        }
        let person = Participant { id: ParticipantId::new(), case, name: name.trim().to_owned(), role };
        let id = person.id;
        writing.insert(person.clone())?;
        self.people.push(person);
        self.report.participants += 1;
        Ok(id)
    }

    fn transcript(&mut self, row: &ParticipantInput, text: &Text, case: Option<CaseId>) {
        if let Some(known) = self.transcripts.get_mut(&text.row.id) {
            if let Some(moment) = &row.moment {
                moment.trim().clone_into(&mut known.moment);
            }
            if let Some(date) = &row.date {
                date.trim().clone_into(&mut known.date);
            }
            if let Some(kind) = row.kind {
                known.kind = kind;
            } else if known.kind == Kind::Interview
                && row.speaker.is_some()
                && text.structure.speakers.iter().filter(|speaker| !speaker.interviewer).count() > 2
            {
                known.kind = Kind::GroupInterview;
            }
            if case.is_some() {
                known.case = case;
            }
        }
    }

    fn write_transcripts(&mut self, writing: &mut Writing<'_>) -> Result<(), Refusal> {
        let mut rows: Vec<Transcript> = self.transcripts.values().cloned().collect();
        rows.sort_by_key(|row| row.id);
        for row in rows {
            writing.update(row)?;
        }
        Ok(())
    }

    /// A label gets the participants that this table names for it, instead of those it had.
    fn speaker(
        &mut self,
        writing: &mut Writing<'_>,
        text: &Text,
        label: &str,
        person: ParticipantId,
    ) -> Result<(), Refusal> {
        let spelled = text.structure.speakers.iter().find(|known| fold_name(&known.label) == fold_name(label));
        let label = spelled.map_or(label, |known| known.label.as_str()).to_owned();
        let key = (text.row.id, fold_name(&label));
        let of_label = |row: &Speaker| row.transcript == key.0 && fold_name(&row.label) == key.1;
        if !self.fresh_labels.contains(&key) {
            let old: Vec<Speaker> =
                self.speakers.iter().filter(|row| of_label(row) && row.participant != Some(person)).cloned().collect();
            for row in &old {
                writing.delete(row)?;
            }
            self.speakers.retain(|row| !old.contains(row));
            self.fresh_labels.push(key.clone());
        }
        if !self.speakers.iter().any(|row| of_label(row) && row.participant == Some(person)) {
            let row = Speaker { id: SpeakerId::new(), transcript: key.0, label, participant: Some(person) };
            writing.insert(row.clone())?;
            self.speakers.push(row);
        }
        Ok(())
    }

    /// `omschrijving` of a case is its description; everything else is an attribute.
    fn case_attribute(
        &mut self,
        writing: &mut Writing<'_>,
        case: CaseId,
        name: &str,
        value: &str,
    ) -> Result<(), Refusal> {
        if !matches!(fold_name(name).as_str(), "omschrijving" | "beschrijving" | "description") {
            return self.attribute(writing, Subject::Case(case), name, value);
        }
        if let Some(row) = self.cases.values_mut().find(|row| row.id == case)
            && row.description != value.trim()
        {
            value.trim().clone_into(&mut row.description);
            writing.update(row.clone())?;
        }
        Ok(())
    }

    fn attribute(
        &mut self,
        writing: &mut Writing<'_>,
        subject: Subject,
        name: &str,
        value: &str,
    ) -> Result<(), Refusal> {
        let key = (subject, fold_name(name));
        if let Some(known) = self.attributes.get_mut(&key) {
            if known.value != value.trim() {
                value.trim().clone_into(&mut known.value);
                writing.update(known.clone())?;
            }
            return Ok(());
        }
        let row =
            Attribute { id: AttributeId::new(), subject, name: name.trim().to_owned(), value: value.trim().to_owned() };
        writing.insert(row.clone())?;
        self.attributes.insert(key, row);
        Ok(())
    }
}
