//! Random verbs by two people: the picture after each change equals a rebuild, every anchor can prove itself, undoing
//! everything gives back the starting content, and redoing everything gives back the end.

use codeboom::analysis::{Filter, NameKind, Study};
use codeboom::model::{CommentKind, Language, MemoKind, Rows};
use codeboom::project::input::{CodingInput, ParticipantInput, ParticipantsInput, PlaceInput};
use codeboom::project::{
    About, Cell, CellEdit, Confirmed, Extent, NewCode, NewComment, NewMemo, QuoteEdit, QuoteRequest, Refusal, RowKey,
    Sheet, Trial, UnknownCode, Workspace, prepare,
};
use codeboom::store::{StoreError, Whose};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::Path;

const TEXTS: [&str; 2] = [
    "Interviewer: Hoe gaat het nu?\n\nRiek: Nou ja, 't gaat. Je wilt de vuile was niet buiten hangen, zo'n dorp is dit.\n\nInterviewer: En de buren?\n\nRiek: De buren 🙂 helpen wel, maar je vraagt het niet graag. ’s Avonds zit ik alleen.\n",
    "I: Vertel eens.\n\nR: Ik kook nog zelf. Eén keer per week komt Joke, dan wandelen we langs het kanaal.\n\nI: En verder?\n\nR: Verder niks. Nou, m'n dochter doet de papieren, de coördinator belt soms.\n",
];

#[derive(Debug, Clone)]
enum Act {
    Add(u8, Option<u8>),
    Rename(u8, u8),
    Move(u8, Option<u8>),
    Place(u8, Option<u8>),
    Unplace(u8),
    Merge(u8, u8),
    Split(u8, u8, u8),
    Delete(u8),
    Apply { text: bool, from: u8, words: u8, code: u8, counter: bool },
    Remove { text: bool, from: u8, words: u8, code: u8 },
    Resize { text: bool, from: u8, words: u8, to: u8, more: u8 },
    Codings(Vec<(u8, u8, u8)>),
    Finish(bool),
    Choose { text: bool, from: u8, words: u8, code: u8 },
    Memo { text: bool, from: u8, words: u8, code: Option<u8> },
    People(u8, u8),
    Comment { text: bool, from: u8, words: u8, code: u8, whole: bool },
    Talk(u8, u8),
    Names(u8, u8),
    Synonyms(u8, u8),
    NoSynonym(u8, bool),
    Correct { text: bool, at: u8, kind: u8 },
    Undo(bool),
    Redo(bool),
}

fn acts() -> impl Strategy<Value = (bool, Act)> {
    let code = 0..6u8;
    let from = 0..40u8;
    let words = 1..8u8;
    let act = prop_oneof![
        3 => (code.clone(), proptest::option::of(code.clone())).prop_map(|(a, b)| Act::Add(a, b)),
        1 => (code.clone(), code.clone()).prop_map(|(a, b)| Act::Rename(a, b)),
        1 => (code.clone(), proptest::option::of(code.clone())).prop_map(|(a, b)| Act::Move(a, b)),
        2 => (code.clone(), proptest::option::of(code.clone())).prop_map(|(a, b)| Act::Place(a, b)),
        1 => code.clone().prop_map(Act::Unplace),
        1 => (code.clone(), code.clone()).prop_map(|(a, b)| Act::Merge(a, b)),
        1 => (code.clone(), code.clone(), 0..2u8).prop_map(|(a, b, c)| Act::Split(a, b, c)),
        1 => code.clone().prop_map(Act::Delete),
        6 => (any::<bool>(), from.clone(), words.clone(), code.clone(), any::<bool>())
            .prop_map(|(text, from, words, code, counter)| Act::Apply { text, from, words, code, counter }),
        2 => (any::<bool>(), from.clone(), words.clone(), code.clone())
            .prop_map(|(text, from, words, code)| Act::Remove { text, from, words, code }),
        2 => (any::<bool>(), from.clone(), words.clone(), from.clone(), words.clone())
            .prop_map(|(text, from, words, to, more)| Act::Resize { text, from, words, to, more }),
        1 => proptest::collection::vec((from.clone(), words.clone(), code.clone()), 1..5).prop_map(Act::Codings),
        1 => any::<bool>().prop_map(Act::Finish),
        2 => (any::<bool>(), from.clone(), words.clone(), code.clone())
            .prop_map(|(text, from, words, code)| Act::Choose { text, from, words, code }),
        1 => (any::<bool>(), from.clone(), words.clone(), proptest::option::of(code.clone()))
            .prop_map(|(text, from, words, code)| Act::Memo { text, from, words, code }),
        3 => (any::<bool>(), from, words, code, any::<bool>())
            .prop_map(|(text, from, words, code, whole)| Act::Comment { text, from, words, code, whole }),
        2 => (0..4u8, 0..5u8).prop_map(|(at, what)| Act::Talk(at, what)),
        1 => (0..4u8, 0..4u8).prop_map(|(at, what)| Act::Names(at, what)),
        1 => (0..3u8, 0..3u8).prop_map(|(a, b)| Act::People(a, b)),
        2 => (0..5u8, 0..5u8).prop_map(|(a, b)| Act::Synonyms(a, b)),
        1 => (0..5u8, any::<bool>()).prop_map(|(a, whole)| Act::NoSynonym(a, whole)),
        2 => (any::<bool>(), 0..40u8, 0..4u8).prop_map(|(text, at, kind)| Act::Correct { text, at, kind }),
        3 => any::<bool>().prop_map(Act::Undo),
        2 => any::<bool>().prop_map(Act::Redo),
    ];
    (any::<bool>(), act)
}

fn code_name(code: u8) -> String {
    ["vuile was", "steun", "zelf doen", "’s avonds alleen", "papieren", "coördinatie"][usize::from(code)].to_owned()
}

fn form(form: u8) -> String {
    ["EK-c", "EKC", "Eigen Kracht-conferentie", "beraad", "’s avonds"][usize::from(form)].to_owned()
}

fn text_name(second: bool) -> &'static str {
    if second { "b" } else { "a" }
}

/// Some words of the current text, as code points.
fn place(ws: &mut Workspace, second: bool, from: u8, words: u8) -> PlaceInput {
    let study = ws.study().unwrap();
    let Ok(at) = study.find_text(text_name(second)) else {
        // The import itself was taken back.
        return PlaceInput::Lines { first: 1, last: 1 };
    };
    let text = ws.text(&study, at).unwrap();
    let starts: Vec<usize> =
        text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    let first = usize::from(from) % starts.len();
    let last = (first + usize::from(words)).min(starts.len() - 1);
    let end = if last > first { starts[last] } else { text.len() };
    let points = |at: usize| u32::try_from(text[..at].chars().count()).unwrap();
    PlaceInput::Span { start: points(starts[first]), end: points(end), quote: None }
}

fn coding(second: bool, place: PlaceInput, code: u8, counter: bool) -> CodingInput {
    CodingInput {
        line: 2,
        transcript: text_name(second).to_owned(),
        place,
        code: code_name(code),
        coder: String::new(),
        note: String::new(),
        counter,
    }
}

fn edited(text: &str, at: u8, kind: u8) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let at = usize::from(at) % words.len();
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    match kind {
        0 => drop(words.remove(at)),
        1 => words.insert(at, "echt".to_owned()),
        2 => words[at] = format!("{}je", words[at]),
        _ => {
            let copy = words[at..(at + 4).min(words.len())].to_vec();
            words.splice(at..at, copy);
        }
    }
    words.join(" ")
}

/// Does it; being refused is fine, being broken is not.
fn perform(ws: &mut Workspace, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Add(code, under) => {
            let under = under.map(code_name);
            let new = NewCode {
                name: &code_name(*code),
                under: under.as_deref(),
                taxonomy: Some("Boom"),
                ..NewCode::default()
            };
            ws.add_code(&new, "").map(drop)
        }
        Act::Rename(a, b) => ws.rename_code(&code_name(*a), &code_name(*b), "beter woord").map(drop),
        Act::Move(a, under) => {
            ws.move_code(&code_name(*a), under.map(code_name).as_deref(), None, Some(1), "").map(drop)
        }
        Act::Place(a, under) => {
            ws.place_code(&code_name(*a), under.map(code_name).as_deref(), None, Confirmed::Yes, "").map(drop)
        }
        Act::Unplace(a) => ws.unplace_code(&code_name(*a), None, "").map(drop),
        Act::Merge(a, b) => ws.merge_codes(&[&code_name(*a)], &code_name(*b), "hetzelfde").map(drop),
        Act::Split(a, b, text) => {
            let meant = |study: &Study| Ok(Filter::named(NameKind::Transcript, text_name(*text == 1), study)?);
            ws.split_code(&code_name(*a), &code_name(*b), meant, "").map(drop)
        }
        Act::Delete(a) => ws.delete_code(&code_name(*a), "").map(drop),
        Act::Apply { text, from, words, code, counter } => {
            let place = place(ws, *text, *from, *words);
            ws.apply_code(&coding(*text, place, *code, *counter), UnknownCode::Make, "").map(drop)
        }
        Act::Remove { text, from, words, code } => {
            let place = place(ws, *text, *from, *words);
            ws.remove_coding(&coding(*text, place, *code, false), "").map(drop)
        }
        Act::Resize { text, from, words, to, more } => {
            let (old, new) = (place(ws, *text, *from, *words), place(ws, *text, *to, *more));
            ws.resize_codings(text_name(*text), &old, &new, "", "").map(drop)
        }
        Act::Codings(rows) => {
            let rows: Vec<CodingInput> = rows
                .iter()
                .map(|(from, words, code)| coding(false, place(ws, false, *from, *words), *code, false))
                .collect();
            ws.import_codings(&rows, "").map(drop)
        }
        Act::Finish(text) => ws.finish(text_name(*text), "", "").map(drop),
        Act::Choose { text, from, words, code } => {
            let place = place(ws, *text, *from, *words);
            let edit = QuoteEdit { introduction: Some("Zo zegt zij:".to_owned()), ..QuoteEdit::default() };
            let request = QuoteRequest { code: &code_name(*code), transcript: text_name(*text), place, edit };
            ws.choose_quote(&request, "").map(drop)
        }
        Act::Memo { text, from, words, code } => {
            let cite = place(ws, *text, *from, *words);
            let code = code.map(code_name);
            let memo = NewMemo {
                kind: MemoKind::Reflection,
                about: code.as_deref().map_or(About::Project, About::Code),
                title: "",
                text: "Opvallend.",
                author: "",
                cites: vec![(text_name(*text), cite)],
            };
            ws.add_memos(&[memo], "").map(drop)
        }
        Act::People(case, person) => {
            let row = ParticipantInput {
                line: 2,
                transcript: Some("a".to_owned()),
                participant: Some(format!("Persoon {person}")),
                role: Some("naaste".to_owned()),
                case: Some(case.to_string()),
                attributes: vec![("leeftijd".to_owned(), (60 + person).to_string())],
                ..ParticipantInput::default()
            };
            ws.import_participants(&ParticipantsInput { rows: vec![row] }, "").map(drop)
        }
        Act::Comment { text, from, words, code, whole } => {
            let place = place(ws, *text, *from, *words);
            let new = NewComment {
                code: &code_name(*code),
                place: (!whole).then(|| (text_name(*text), place)),
                coder: "",
                kind: CommentKind::Question,
                text: "Hoort dit hier?",
            };
            ws.add_comment(&new, "").map(drop)
        }
        Act::Talk(at, what) => talk(ws, usize::from(*at), *what),
        Act::Names(at, what) => names(ws, usize::from(*at), *what),
        Act::Synonyms(a, b) => ws.add_synonyms(&[form(*a), form(*b)], "").map(drop),
        Act::NoSynonym(a, whole) => {
            let extent = if *whole { Extent::Groups } else { Extent::Forms };
            ws.remove_synonyms(&[form(*a)], extent, "").map(drop)
        }
        Act::Correct { text, at, kind } => {
            let study = ws.study()?;
            let old = ws.text(&study, study.find_text(text_name(*text))?)?;
            let new = edited(&old, *at, *kind);
            let file = prepare(&format!("{}.txt", text_name(*text)), new.as_bytes()).unwrap();
            ws.correct(text_name(*text), &file, "verbeterd").map(drop)
        }
        Act::Undo(anyone) => ws.undo(whose(*anyone), "").map(drop),
        Act::Redo(anyone) => ws.redo(whose(*anyone), "").map(drop),
    }
}

/// One of the comments is answered, settled, opened again, changed or taken away.
fn talk(ws: &mut Workspace, at: usize, what: u8) -> Result<(), Refusal> {
    let study = ws.study()?;
    let comments = &study.rows().comments;
    let Some(comment) = comments.get(at % comments.len().max(1)) else { return Ok(()) };
    match what {
        0 => ws.answer_comment(comment.id, "Ik denk van wel.", "").map(drop),
        1 => ws.settle_comment(comment.id, "Het blijft zo.", "").map(drop),
        2 => ws.reopen_comment(comment.id, "").map(drop),
        3 => ws.edit_comment(comment.id, Some(CommentKind::Proposal), "Dit hoort elders.", "").map(drop),
        _ => ws.delete_comment(comment.id, "").map(drop),
    }
}

/// Respondents change names, lose their case or go.
fn names(ws: &mut Workspace, at: usize, what: u8) -> Result<(), Refusal> {
    let study = ws.study()?;
    let people = study.participants.rows();
    let Some(person) = people.get(at % people.len().max(1)) else { return Ok(()) };
    let other = &people[(at + 1) % people.len()];
    let id = |id: codeboom::model::ParticipantId| RowKey::Known(id.uuid());
    let edit = |row, cell| CellEdit { row, cell };
    let edits = match what {
        0 => vec![
            edit(id(person.id), Cell::Name(other.name.clone())),
            edit(id(other.id), Cell::Name(person.name.clone())),
        ],
        1 => vec![edit(id(person.id), Cell::Case(String::new()))],
        2 => vec![
            edit(RowKey::New(0), Cell::Name("Nieuw".to_owned())),
            edit(id(person.id), Cell::Role("kind".to_owned())),
        ],
        _ => return ws.delete_rows(Sheet::Participants, &[person.id.uuid()], "").map(drop),
    };
    ws.edit_cells(Sheet::Participants, &edits, "").map(drop)
}

fn whose(anyone: bool) -> Whose {
    if anyone { Whose::Anyones } else { Whose::Own }
}

fn clock() -> i64 {
    1_700_000_000_000_000
}

fn rebuilt(path: &Path) -> Study {
    let mut other = Workspace::open(path, "ander", clock).unwrap();
    Study::clone(&other.study().unwrap())
}

/// Undoes as long as there is anything; answers how often.
fn undo_everything(ws: &mut Workspace) -> usize {
    let mut steps = 0;
    loop {
        match ws.undo(Whose::Anyones, "") {
            Ok(_) => steps += 1,
            Err(Refusal::Store(StoreError::NothingToRevert)) => return steps,
            Err(refusal) => panic!("{refusal:?}"),
        }
    }
}

fn start(folder: &Path) -> (Workspace, Rows) {
    let mut ws = Workspace::create(&folder.join("p.codeboom"), "Proef", Language::Dutch, "Iemand", clock).unwrap();
    let begin = ws.study().unwrap().rows().clone();
    let files = ["a.txt", "b.txt"].iter().zip(TEXTS).map(|(name, text)| prepare(name, text.as_bytes()).unwrap());
    ws.import(files.collect(), None, &[], Trial::Real, "").unwrap();
    ws.add_taxonomy("Boom", "", "").unwrap();
    (ws, begin)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 400, rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_can_be_taken_back(acts in proptest::collection::vec(acts(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let (mut ws, begin) = start(folder.path());
        let path = ws.path().to_owned();
        for (second, act) in &acts {
            ws.set_actor(if *second { "Daan" } else { "Lotte" });
            let before = ws.study().unwrap();
            match perform(&mut ws, act) {
                Ok(()) => {
                    let study = ws.study().unwrap();
                    let groups = study.synonyms().groups();
                    let mut forms: Vec<&Vec<String>> =
                        groups.iter().flat_map(|group| group.forms.iter().map(|form| &form.words)).collect();
                    let all = forms.len();
                    forms.sort();
                    forms.dedup();
                    prop_assert!(forms.len() == all, "a form in two groups after {act:?}");
                    prop_assert!(groups.iter().all(|group| group.forms.len() > 1), "a form alone after {act:?}");
                    prop_assert!(*ws.study().unwrap() == rebuilt(&path), "apply differs from rebuild after {act:?}");
                }
                Err(Refusal::Store(StoreError::ChangedSince(entries))) => {
                    prop_assert!(!entries.is_empty(), "refused without naming who stands in the way");
                    prop_assert!(*before == rebuilt(&path), "{act:?} was refused and left something");
                }
                Err(Refusal::Store(StoreError::NothingToRevert)) => {}
                Err(Refusal::Store(error)) => prop_assert!(false, "{act:?}: {error}"),
                Err(_) => prop_assert!(*before == rebuilt(&path), "{act:?} was refused and left something"),
            }
        }
        let health = ws.examine().unwrap();
        prop_assert!(health.damage.is_empty(), "{:?}", health.damage);
        let end = ws.study().unwrap();
        let steps = undo_everything(&mut ws);
        prop_assert!(rebuilt(&path).rows() == &begin, "undoing everything left something");
        prop_assert!(ws.study().unwrap().rows() == &begin, "the picture kept something");
        for _ in 0..steps {
            ws.redo(Whose::Anyones, "").unwrap();
        }
        prop_assert!(rebuilt(&path).rows() == end.rows(), "redoing everything gave something else");
        let health = ws.examine().unwrap();
        prop_assert!(health.damage.is_empty(), "{:?}", health.damage);
    }
}
