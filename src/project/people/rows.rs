//! The rows that a set of cells changes: gathered in memory, checked as a whole, then written. So two respondents can
//! change names in one paste, and nothing is half done.

use super::{Cell, CellEdit, CellsReport, RowKey, Sheet};
use crate::analysis::{NameKind, Study};
use crate::model::{
    Attribute, AttributeId, Case, CaseId, Participant, ParticipantId, Role, RoleId, Subject, Transcript, check_name,
    fold_name,
};
use crate::project::Refusal;
use crate::project::refusal::Missing;
use crate::store::Writing;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Cells being taken over.
pub(super) struct Taking<'s> {
    study: &'s Study,
    sheet: Sheet,
    cases: Vec<Case>,
    roles: Vec<Role>,
    people: Vec<Participant>,
    texts: Vec<Transcript>,
    /// Rows to be made, by the number that stands for them.
    new: BTreeMap<usize, Uuid>,
    attributes: BTreeMap<(Subject, String), Attribute>,
    touched: BTreeSet<Uuid>,
    report: CellsReport,
}

impl<'s> Taking<'s> {
    pub(super) fn start(study: &'s Study, sheet: Sheet) -> Self {
        let rows = study.rows();
        let attributes = rows.attributes.iter().filter(|row| row.subject.kind() == sheet.kind());
        Self {
            study,
            sheet,
            cases: rows.cases.to_vec(),
            roles: rows.roles.to_vec(),
            people: rows.participants.to_vec(),
            texts: rows.transcripts.to_vec(),
            new: BTreeMap::new(),
            attributes: attributes.map(|row| ((row.subject, fold_name(&row.name)), row.clone())).collect(),
            touched: BTreeSet::new(),
            report: CellsReport::default(),
        }
    }

    pub(super) fn edit(&mut self, writing: &mut Writing<'_>, edit: &CellEdit) -> Result<(), Refusal> {
        let id = self.row(edit.row)?;
        let changed = match &edit.cell {
            Cell::Name(name) => {
                let name = name_of(name)?;
                match self.sheet {
                    Sheet::Cases => set(&mut self.case_row(id)?.name, name),
                    Sheet::Participants => set(&mut self.person(id)?.name, name),
                    // The name of a transcript is that of its file.
                    Sheet::Transcripts => return Err(Refusal::Missing(Missing::Transcript)),
                }
            }
            Cell::Description(text) => set(&mut self.case_row(id)?.description, text.trim().to_owned()),
            Cell::Role(name) => {
                let role = if name.trim().is_empty() { None } else { Some(self.role(writing, name)?) };
                set(&mut self.person(id)?.role, role)
            }
            Cell::Case(name) => {
                let case = if name.trim().is_empty() { None } else { Some(self.case(writing, name)?) };
                match self.sheet {
                    Sheet::Participants => set(&mut self.person(id)?.case, case),
                    Sheet::Transcripts => set(&mut self.text(id)?.case, case),
                    Sheet::Cases => false,
                }
            }
            Cell::Moment(text) => set(&mut self.text(id)?.moment, text.trim().to_owned()),
            Cell::Date(text) => set(&mut self.text(id)?.date, text.trim().to_owned()),
            Cell::Kind(kind) => set(&mut self.text(id)?.kind, *kind),
            Cell::Attribute(name, value) => self.attribute(id, name, value)?,
        };
        if changed {
            self.report.cells += 1;
            self.touched.insert(id);
        }
        Ok(())
    }

    /// Checks all rows together and writes those that changed: what was done, and the names of what changed.
    pub(super) fn finish(mut self, writing: &mut Writing<'_>) -> Result<(CellsReport, Vec<String>), Refusal> {
        refuse_twice(&self.cases, NameKind::Case, |case| fold_name(&case.name), |case| &case.name)?;
        refuse_namesakes(&self.people)?;
        let made: BTreeSet<Uuid> = self.new.values().copied().collect();
        for person in self.people.iter().filter(|person| made.contains(&person.id.uuid())) {
            name_of(&person.name)?;
        }
        for case in self.cases.iter().filter(|case| made.contains(&case.id.uuid())) {
            name_of(&case.name)?;
        }
        let changed = |id: Uuid| self.touched.contains(&id) || made.contains(&id);
        let cases: Vec<Case> = self.cases.iter().filter(|row| changed(row.id.uuid())).cloned().collect();
        let people: Vec<Participant> = self.people.iter().filter(|row| changed(row.id.uuid())).cloned().collect();
        let texts: Vec<Transcript> = self.texts.iter().filter(|row| changed(row.id.uuid())).cloned().collect();
        let mut names: Vec<String> = cases.iter().map(|row| row.name.clone()).collect();
        names.extend(people.iter().map(|row| row.name.clone()));
        names.extend(texts.iter().map(|row| row.name.clone()));
        // Names that change hands are put aside first: the file has each name once at any moment.
        for row in cases.iter().filter(|row| !made.contains(&row.id.uuid())) {
            writing.update(Case { name: aside(row.id.uuid()), ..row.clone() })?;
        }
        for row in people.iter().filter(|row| !made.contains(&row.id.uuid())) {
            writing.update(Participant { name: aside(row.id.uuid()), ..row.clone() })?;
        }
        for row in cases {
            if made.contains(&row.id.uuid()) {
                self.report.added.push(row.name.clone());
                writing.insert(row)?;
            } else {
                writing.update(row)?;
            }
        }
        for row in people {
            if made.contains(&row.id.uuid()) {
                self.report.added.push(row.name.clone());
                writing.insert(row)?;
            } else {
                writing.update(row)?;
            }
        }
        for row in texts {
            writing.update(row)?;
        }
        self.write_attributes(writing)?;
        self.report.rows = self.new.values().copied().collect();
        Ok((self.report, names))
    }

    fn write_attributes(&mut self, writing: &mut Writing<'_>) -> Result<(), Refusal> {
        for row in std::mem::take(&mut self.attributes).into_values() {
            let known = self.study.attributes(row.subject).iter().find(|known| known.id == row.id);
            match known {
                Some(known) if *known == row => {}
                Some(known) if row.value.is_empty() => writing.delete(known)?,
                Some(_) => writing.update(row)?,
                None if row.value.is_empty() => {}
                None => writing.insert(row)?,
            }
        }
        Ok(())
    }

    fn row(&mut self, key: RowKey) -> Result<Uuid, Refusal> {
        let number = match key {
            RowKey::Known(id) => return Ok(id),
            RowKey::New(number) => number,
        };
        if let Some(id) = self.new.get(&number) {
            return Ok(*id);
        }
        let id = match self.sheet {
            Sheet::Cases => {
                let id = CaseId::new();
                self.cases.push(Case { id, name: String::new(), description: String::new() });
                id.uuid()
            }
            Sheet::Participants => {
                let id = ParticipantId::new();
                self.people.push(Participant { id, case: None, name: String::new(), role: None });
                id.uuid()
            }
            Sheet::Transcripts => return Err(Refusal::Missing(Missing::Transcript)),
        };
        self.new.insert(number, id);
        Ok(id)
    }

    fn case_row(&mut self, id: Uuid) -> Result<&mut Case, Refusal> {
        self.cases.iter_mut().find(|row| row.id.uuid() == id).ok_or(Refusal::Missing(Missing::Case))
    }

    fn person(&mut self, id: Uuid) -> Result<&mut Participant, Refusal> {
        self.people.iter_mut().find(|row| row.id.uuid() == id).ok_or(Refusal::Missing(Missing::Participant))
    }

    fn text(&mut self, id: Uuid) -> Result<&mut Transcript, Refusal> {
        self.texts.iter_mut().find(|row| row.id.uuid() == id).ok_or(Refusal::Missing(Missing::Transcript))
    }

    fn role(&mut self, writing: &mut Writing<'_>, typed: &str) -> Result<RoleId, Refusal> {
        let name = name_of(typed)?;
        if let Some(role) = self.roles.iter().find(|role| fold_name(&role.name) == fold_name(&name)) {
            return Ok(role.id);
        }
        let rank = self.roles.iter().map(|role| role.rank + 1).max().unwrap_or(0);
        let role = Role { id: RoleId::new(), name: name.clone(), rank };
        let id = role.id;
        writing.insert(role.clone())?;
        self.roles.push(role);
        self.report.roles.push(name);
        Ok(id)
    }

    fn case(&mut self, writing: &mut Writing<'_>, typed: &str) -> Result<CaseId, Refusal> {
        let name = name_of(typed)?;
        if let Some(case) = self.cases.iter().find(|case| fold_name(&case.name) == fold_name(&name)) {
            return Ok(case.id);
        }
        let case = Case { id: CaseId::new(), name: name.clone(), description: String::new() };
        let id = case.id;
        writing.insert(case.clone())?;
        self.cases.push(case);
        self.report.cases.push(name);
        Ok(id)
    }

    fn attribute(&mut self, id: Uuid, typed: &str, value: &str) -> Result<bool, Refusal> {
        // A row that went meanwhile gets no attributes.
        match self.sheet {
            Sheet::Cases => drop(self.case_row(id)?.id),
            Sheet::Participants => drop(self.person(id)?.id),
            Sheet::Transcripts => drop(self.text(id)?.id),
        }
        let name = name_of(typed)?;
        let subject = self.sheet.subject(id);
        let value = value.trim().to_owned();
        let row = self.attributes.entry((subject, fold_name(&name))).or_insert_with(|| {
            let spelled = self.study.attribute_names(|other| other.kind() == self.sheet.kind());
            let spelled = spelled.into_iter().find(|known| fold_name(known) == fold_name(&name));
            let name = spelled.map_or(name, str::to_owned);
            Attribute { id: AttributeId::new(), subject, name, value: String::new() }
        });
        Ok(set(&mut row.value, value))
    }
}

/// Puts a value in its place; answers whether it is another one.
fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let changes = *place != value;
    *place = value;
    changes
}

fn name_of(typed: &str) -> Result<String, Refusal> {
    check_name(typed).map_err(|fault| Refusal::BadName { name: typed.to_owned(), fault })
}

/// A name that nothing else has.
fn aside(id: Uuid) -> String {
    id.to_string()
}

/// Respondents of one name in one case cannot be told apart.
pub(super) fn refuse_namesakes(people: &[Participant]) -> Result<(), Refusal> {
    refuse_twice(people, NameKind::Participant, |person| (person.case, fold_name(&person.name)), |person| &person.name)
}

fn refuse_twice<T, K: Ord>(
    rows: &[T],
    kind: NameKind,
    key: impl Fn(&T) -> K,
    name: impl Fn(&T) -> &String,
) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    match rows.iter().find(|row| !seen.insert(key(row))) {
        Some(row) => Err(Refusal::NameTaken { kind, name: name(row).clone() }),
        None => Ok(()),
    }
}
