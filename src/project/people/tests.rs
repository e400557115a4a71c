use super::*;
use crate::analysis::NameKind;
use crate::model::Language;
use crate::project::{Trial, prepare};
use crate::store::Whose;

fn desk() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.codeboom");
    let mut ws = Workspace::create(&path, "Proef", Language::Dutch, "Lotte", || 1_700_000_000_000_000).expect("made");
    let text = "I: Vertel eens.\n\nRiek: Nou ja.\n\nI: En?\n\nRiek: ’t Gaat.\n";
    ws.import(vec![prepare("a.txt", text.as_bytes()).expect("a text")], None, &[], Trial::Real, "").expect("imported");
    (folder, ws)
}

fn new(row: usize, cell: Cell) -> CellEdit {
    CellEdit { row: RowKey::New(row), cell }
}

fn name(text: &str) -> Cell {
    Cell::Name(text.to_owned())
}

fn people(ws: &mut Workspace) -> Vec<Uuid> {
    let edits = [
        new(0, name("Riek")),
        new(0, Cell::Role("naaste".to_owned())),
        new(0, Cell::Case("1".to_owned())),
        new(0, Cell::Attribute("Leeftijd".to_owned(), "70".to_owned())),
        new(1, name("Daan")),
        new(1, Cell::Case("1".to_owned())),
    ];
    let report = ws.edit_cells(Sheet::Participants, &edits, "").expect("made").value;
    assert_eq!(
        (report.added, report.roles, report.cases),
        (vec!["Riek".to_owned(), "Daan".to_owned()], vec!["naaste".to_owned()], vec!["1".to_owned()],)
    );
    report.rows
}

fn known(row: Uuid, cell: Cell) -> CellEdit {
    CellEdit { row: RowKey::Known(row), cell }
}

fn listed(ws: &mut Workspace) -> Vec<String> {
    ws.study().expect("a study").participants.rows().iter().map(|person| person.name.clone()).collect()
}

#[test]
fn a_pasted_block_is_one_act() {
    let (_folder, mut ws) = desk();
    people(&mut ws);
    assert_eq!(listed(&mut ws), ["Daan", "Riek"]);
    assert_eq!(ws.study().expect("a study").cases.len(), 1, "one case, named twice");
    ws.undo(Whose::Own, "").expect("undone");
    let study = ws.study().expect("a study");
    assert!(study.participants.is_empty() && study.cases.is_empty() && study.roles.is_empty());
}

#[test]
fn names_may_change_hands_and_back() {
    let (_folder, mut ws) = desk();
    let rows = people(&mut ws);
    let swap = [known(rows[0], name("Daan")), known(rows[1], name("Riek"))];
    assert_eq!(ws.edit_cells(Sheet::Participants, &swap, "").expect("swapped").value.cells, 2);
    let who = |ws: &mut Workspace| {
        let study = ws.study().expect("a study");
        let found = study.participants.rows().iter().find(|person| person.id.uuid() == rows[0]);
        found.expect("there").name.clone()
    };
    assert_eq!(who(&mut ws), "Daan");
    ws.undo(Whose::Own, "").expect("undone");
    assert_eq!(who(&mut ws), "Riek");
    ws.redo(Whose::Own, "").expect("redone");
    assert_eq!(who(&mut ws), "Daan");
}

#[test]
fn names_stay_unique_within_a_case() {
    let (_folder, mut ws) = desk();
    let rows = people(&mut ws);
    let taken = ws.edit_cells(Sheet::Participants, &[known(rows[1], name(" riek "))], "").expect_err("taken");
    assert!(matches!(taken, Refusal::NameTaken { kind: NameKind::Participant, .. }));
    let elsewhere = [known(rows[1], name("Riek")), known(rows[1], Cell::Case("2".to_owned()))];
    ws.edit_cells(Sheet::Participants, &elsewhere, "").expect("another case");
    // Without their cases both would be Riek of no case.
    let cases: Vec<Uuid> = ws.study().expect("a study").cases.rows().iter().map(|case| case.id.uuid()).collect();
    assert!(matches!(ws.delete_rows(Sheet::Cases, &cases, ""), Err(Refusal::NameTaken { .. })));
    ws.delete_rows(Sheet::Cases, &cases[..1], "").expect("one may go");
    let nameless = ws.edit_cells(Sheet::Cases, &[new(0, Cell::Description("leeg".to_owned()))], "");
    assert!(matches!(nameless, Err(Refusal::BadName { .. })));
    let gone = ws.edit_cells(Sheet::Cases, &[known(cases[0], name("3"))], "");
    assert!(matches!(gone, Err(Refusal::Missing(Missing::Case))));
}

#[test]
fn attributes_are_columns_that_can_be_renamed_and_go() {
    let (_folder, mut ws) = desk();
    let rows = people(&mut ws);
    let age = |value: &str| known(rows[1], Cell::Attribute("leeftijd".to_owned(), value.to_owned()));
    ws.edit_cells(Sheet::Participants, &[age("42")], "").expect("set");
    let columns = |ws: &mut Workspace| {
        let study = ws.study().expect("a study");
        let names = study.attribute_names(|subject| subject.kind() == SubjectKind::Participant);
        names.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(columns(&mut ws), ["Leeftijd"], "spelled as it was");
    ws.rename_attribute(Sheet::Participants, "leeftijd", "Jaren", "").expect("renamed");
    assert_eq!(columns(&mut ws), ["Jaren"]);
    let unknown = ws.rename_attribute(Sheet::Cases, "Jaren", "x", "").expect_err("not of cases");
    assert!(matches!(unknown, Refusal::Unknown(_)));
    let undone =
        ws.edit_cells(Sheet::Participants, &[known(rows[1], Cell::Attribute("Jaren".to_owned(), String::new()))], "");
    assert_eq!(undone.expect("taken away").value.cells, 1);
    assert_eq!(ws.delete_attribute(Sheet::Participants, "jaren", "").expect("gone").value, 1);
    assert!(columns(&mut ws).is_empty());
}

#[test]
fn a_transcript_has_speakers_and_a_respondent_who_goes_leaves_it() {
    let (_folder, mut ws) = desk();
    let rows = people(&mut ws);
    let id = |at: usize| ParticipantId::from_uuid(rows[at]);
    ws.set_speakers("a", &[("Riek".to_owned(), vec![id(0)])], "").expect("set");
    let everyone = |ws: &mut Workspace| ws.study().expect("a study").texts.rows()[0].everyone.len();
    assert_eq!(everyone(&mut ws), 1);
    ws.set_speakers("a", &[("riek".to_owned(), vec![id(1), id(1)])], "").expect("set");
    assert_eq!(everyone(&mut ws), 1);
    ws.delete_rows(Sheet::Participants, &[rows[1]], "").expect("gone");
    assert_eq!(everyone(&mut ws), 0);
    let date = [known(ws.study().expect("a study").texts.rows()[0].row.id.uuid(), Cell::Date("14-3-2025".to_owned()))];
    assert_eq!(ws.edit_cells(Sheet::Transcripts, &date, "").expect("set").value.cells, 1);
    assert_eq!(ws.edit_cells(Sheet::Transcripts, &date, "").expect("the same").changes.entry, None);
}

#[test]
fn groups_take_the_order_that_was_asked_for() {
    let (_folder, mut ws) = desk();
    let role = |row, text: &str| [new(row, name(text)), new(row, Cell::Role(text.to_owned()))];
    let edits = [role(0, "kind"), role(1, "naaste"), role(2, "buur")].concat();
    ws.edit_cells(Sheet::Participants, &edits, "").expect("made");
    ws.order_roles(&["buur".to_owned(), "kind".to_owned()], "").expect("ordered");
    let study = ws.study().expect("a study");
    let names: Vec<&str> = study.roles.rows().iter().map(|role| role.name.as_str()).collect();
    assert_eq!(names, ["buur", "kind", "naaste"]);
}
