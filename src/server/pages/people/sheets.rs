//! The rows and columns of each list.

use crate::analysis::{At, Study, Text};
use crate::model::{Participant, Subject, SubjectKind, fold_name};
use crate::project::Sheet;
use crate::server::address;
use crate::server::visit::Visit;

/// A column.
pub(super) struct ColumnView {
    /// As forms have it; empty for one that only shows.
    pub(super) key: String,
    pub(super) name: String,
    /// How it is edited: `text`, `case`, `role`, `kind`, or not at all.
    pub(super) edits: &'static str,
    pub(super) is_number: bool,
}

/// A row.
pub(super) struct RowView {
    pub(super) id: String,
    pub(super) name: String,
    /// What a memo on it is about.
    pub(super) about: &'static str,
    pub(super) case: String,
    /// The name of the act that takes it away; empty where rows stay.
    pub(super) delete: String,
    pub(super) cells: Vec<CellView>,
}

/// A cell; one that only shows may lead elsewhere.
pub(super) struct CellView {
    pub(super) text: String,
    pub(super) links: Vec<LinkView>,
}

pub(super) struct LinkView {
    pub(super) href: String,
    pub(super) name: String,
    /// The dialog that it opens; empty for a page.
    pub(super) dialog: &'static str,
    pub(super) label: String,
}

fn text(text: impl Into<String>) -> CellView {
    CellView { text: text.into(), links: Vec::new() }
}

fn column(key: impl Into<String>, name: impl Into<String>, edits: &'static str) -> ColumnView {
    ColumnView { key: key.into(), name: name.into(), edits, is_number: false }
}

/// Columns, rows and the names of the attributes that have values.
pub(super) fn sheet_view(visit: &Visit, sheet: Sheet, new: &str) -> (Vec<ColumnView>, Vec<RowView>, Vec<String>) {
    let kind = match sheet {
        Sheet::Cases => SubjectKind::Case,
        Sheet::Participants => SubjectKind::Participant,
        Sheet::Transcripts => SubjectKind::Transcript,
    };
    let used: Vec<String> = distinct(visit.study.attribute_names(|subject| subject.kind() == kind));
    let mut attributes = used.clone();
    let mut offer = |name: &str| {
        if !name.is_empty() && !attributes.iter().any(|known| fold_name(known) == fold_name(name)) {
            attributes.push(name.to_owned());
        }
    };
    if sheet == Sheet::Transcripts {
        offer(visit.words().people.interviewer);
    }
    offer(new.trim());
    let (mut columns, mut rows) = match sheet {
        Sheet::Cases => cases(visit, &attributes),
        Sheet::Participants => participants(visit, &attributes),
        Sheet::Transcripts => transcripts(visit, &attributes),
    };
    if sheet != Sheet::Transcripts {
        for row in &mut rows {
            row.delete = (visit.words().people.delete_row)(&row.name);
        }
    }
    columns.extend(attributes.iter().map(|name| column(format!("attribute:{name}"), name.clone(), "text")));
    (columns, rows, used)
}

/// Names that differ by more than case.
fn distinct(names: Vec<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.iter().any(|known| fold_name(known) == fold_name(name)) {
            found.push(name.to_owned());
        }
    }
    found
}

fn values(study: &Study, subject: Subject, attributes: &[String]) -> Vec<CellView> {
    attributes.iter().map(|name| text(study.attribute(subject, name).unwrap_or_default())).collect()
}

type Sheets = (Vec<ColumnView>, Vec<RowView>);

fn cases(visit: &Visit, attributes: &[String]) -> Sheets {
    let (study, w) = (&visit.study, &visit.words().people);
    let mut fragments = vec![0_usize; study.cases.len()];
    for place in study.places.rows().iter().filter(|place| place.codings.0 < place.codings.1) {
        for case in &place.cases {
            fragments[case.number()] += 1;
        }
    }
    let number = ColumnView { is_number: true, ..column("", w.fragments, "") };
    let columns = vec![column("name", w.case, "text"), column("description", w.description, "text"), number];
    let rows = study.cases.iter().map(|(at, case)| {
        let count = fragments[at.number()];
        let link = LinkView {
            href: format!("/quotes?case={}", address::part(&case.name)),
            name: (visit.messages().count)(count),
            dialog: "",
            label: String::new(),
        };
        let shown = if count == 0 { text("0") } else { CellView { text: String::new(), links: vec![link] } };
        let mut cells = vec![text(&case.name), text(&case.description), shown];
        cells.extend(values(study, Subject::Case(case.id), attributes));
        RowView {
            id: case.id.uuid().to_string(),
            name: case.name.clone(),
            about: "case",
            case: String::new(),
            delete: String::new(),
            cells,
        }
    });
    (columns, rows.collect())
}

fn participants(visit: &Visit, attributes: &[String]) -> Sheets {
    let (study, w) = (&visit.study, &visit.words().people);
    let columns = vec![
        column("name", w.participant, "text"),
        column("case", w.case, "case"),
        column("role", w.role, "role"),
        column("", w.texts, ""),
    ];
    let rows = study.participants.iter().map(|(at, person)| {
        let case = person.case.and_then(|id| study.case_at(id)).map(|at| study.cases[at].name.clone());
        let role = person.role.and_then(|id| study.role_at(id)).map(|at| study.roles[at].name.clone());
        let case = case.unwrap_or_default();
        let links = texts_of(study, at).map(|text| LinkView {
            href: address::transcript(&text.row.name),
            name: text.row.name.clone(),
            dialog: "",
            label: String::new(),
        });
        let links: Vec<LinkView> = links.collect();
        let mut cells = vec![
            text(&person.name),
            text(&case),
            text(role.unwrap_or_default()),
            CellView { text: String::new(), links },
        ];
        cells.extend(values(study, Subject::Participant(person.id), attributes));
        RowView {
            id: person.id.uuid().to_string(),
            name: person.name.clone(),
            about: "participant",
            case,
            delete: String::new(),
            cells,
        }
    });
    (columns, rows.collect())
}

fn texts_of(study: &Study, person: At<Participant>) -> impl Iterator<Item = &Text> {
    study.texts.rows().iter().filter(move |text| text.everyone.contains(&person))
}

fn transcripts(visit: &Visit, attributes: &[String]) -> Sheets {
    let (study, w) = (&visit.study, &visit.words().people);
    let columns = vec![
        column("", w.transcript, ""),
        column("case", w.case, "case"),
        column("kind", w.kind, "kind"),
        column("moment", w.moment, "text"),
        column("date", w.date, "text"),
        column("", w.speakers, ""),
    ];
    let rows = study.texts.iter().map(|(_, known)| {
        let row = &known.row;
        let name =
            LinkView { href: address::transcript(&row.name), name: row.name.clone(), dialog: "", label: String::new() };
        let people: Vec<&str> = known.everyone.iter().map(|at| study.participants[*at].name.as_str()).collect();
        let speakers = LinkView {
            href: format!("/people/speakers?transcript={}", address::part(&row.name)),
            name: if people.is_empty() { w.who.to_owned() } else { people.join(", ") },
            dialog: "speakers",
            label: (w.set_speakers)(&row.name),
        };
        let case = row.case.and_then(|id| study.case_at(id)).map(|at| study.cases[at].name.clone());
        let mut cells = vec![
            CellView { text: String::new(), links: vec![name] },
            text(case.unwrap_or_default()),
            text((visit.tables().kind)(row.kind)),
            text(&row.moment),
            text(&row.date),
            CellView { text: String::new(), links: vec![speakers] },
        ];
        cells.extend(values(study, Subject::Transcript(row.id), attributes));
        RowView {
            id: row.id.uuid().to_string(),
            name: row.name.clone(),
            about: "transcript",
            case: String::new(),
            delete: String::new(),
            cells,
        }
    });
    (columns, rows.collect())
}
