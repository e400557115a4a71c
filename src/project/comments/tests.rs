use super::*;
use crate::model::Language;
use crate::project::input::CodingInput;
use crate::project::{Trial, UnknownCode, prepare};
use crate::store::{StoreError, Whose};

const TEXT: &str = "I: Vertel eens.\n\nRiek: Je wilt de vuile was niet buiten hangen. ’s Avonds zit ik alleen.\n";

fn desk() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.codeboom");
    let mut ws = Workspace::create(&path, "Proef", Language::Dutch, "Lotte", || 1_700_000_000_000_000).expect("made");
    let file = prepare("a.txt", TEXT.as_bytes()).expect("a text");
    ws.import(vec![file], None, &[], Trial::Real, "").expect("imported");
    code(&mut ws, "vuile was", "schaamte");
    (folder, ws)
}

fn quoted(quote: &str) -> PlaceInput {
    PlaceInput::Quote { quote: quote.to_owned(), occurrence: None }
}

fn coding(quote: &str, code: &str) -> CodingInput {
    CodingInput {
        line: 0,
        transcript: "a".to_owned(),
        place: quoted(quote),
        code: code.to_owned(),
        coder: String::new(),
        note: String::new(),
        counter: false,
    }
}

fn code(ws: &mut Workspace, quote: &str, code: &str) {
    ws.apply_code(&coding(quote, code), UnknownCode::Make, "").expect("coded");
}

fn ask(ws: &mut Workspace, quote: &str, code: &str) -> CommentId {
    let kind = CommentKind::Question;
    let new = NewComment { code, place: Some(("a", quoted(quote))), coder: "lotte", kind, text: " Hoort dit hier? " };
    ws.add_comment(&new, "").expect("asked").value
}

#[test]
fn a_talk_is_answered_settled_and_opened_again() {
    let (_folder, mut ws) = desk();
    let id = ask(&mut ws, "vuile was", "schaamte");
    ws.set_actor("Daan");
    ws.answer_comment(id, "Ja.", "").expect("answered");
    ws.settle_comment(id, "Het blijft schaamte.", "").expect("settled");
    let study = ws.study().expect("a study");
    let row = study.comment(id).expect("it is there");
    assert_eq!((row.text.as_str(), row.author.as_str(), row.coder.as_str()), ("Hoort dit hier?", "Lotte", "Lotte"));
    assert_eq!((row.is_open(), row.settled_by.as_str()), (false, "Daan"));
    let answers: Vec<(CommentKind, &str)> =
        study.answers_to(id).map(|answer| (answer.kind, answer.text.as_str())).collect();
    assert_eq!(answers, [(CommentKind::Answer, "Ja."), (CommentKind::Decision, "Het blijft schaamte.")]);
    assert_eq!(study.comments_on(&study.codings.rows()[0]).len(), 1);
    // An answer to an answer belongs to the same talk.
    let first = study.answers_to(id).next().expect("an answer").id;
    ws.answer_comment(first, "Goed.", "").expect("answered");
    ws.reopen_comment(first, "").expect("open again");
    let study = ws.study().expect("a study");
    assert!(study.comment(id).expect("it is there").is_open());
    assert_eq!(study.answers_to(id).count(), 3);
    ws.delete_comment(id, "").expect("gone");
    assert!(ws.study().expect("a study").rows().comments.is_empty());
    assert!(matches!(ws.answer_comment(id, "Nog iets.", ""), Err(Refusal::Missing(Missing::Comment))));
    ws.undo(Whose::Own, "").expect("undone");
    assert_eq!(ws.study().expect("a study").rows().comments.len(), 4);
}

#[test]
fn a_comment_outlives_its_coding_with_the_words() {
    let (_folder, mut ws) = desk();
    let id = ask(&mut ws, "vuile was", "schaamte");
    ws.remove_coding(&coding("vuile was", "schaamte"), "").expect("taken off");
    let study = ws.study().expect("a study");
    let fragment = study.comment(id).expect("it stays").fragment.expect("a fragment");
    let place = study.place_at(fragment).expect("its words are there");
    assert!(study.codings_on(&study.places[place]).is_empty());
    assert_eq!(ws.words_of(&study, [place]).expect("words"), ["vuile was"]);
    ws.delete_comment(id, "").expect("gone");
    assert!(ws.study().expect("a study").places.is_empty(), "nothing refers to the fragment any more");
}

#[test]
fn comments_follow_codes_that_are_merged_and_deleted() {
    let (_folder, mut ws) = desk();
    code(&mut ws, "alleen", "schaamte");
    let (one, other) = (ask(&mut ws, "vuile was", "schaamte"), ask(&mut ws, "alleen", "schaamte"));
    code(&mut ws, "Avonds", "eenzaam");
    ws.merge_codes(&["schaamte"], "eenzaam", "").expect("merged");
    let study = ws.study().expect("a study");
    let name = |id| {
        let code = study.comment(id).expect("there").code.expect("a code");
        study.codes[study.code_at(code).expect("known")].name.clone()
    };
    assert_eq!((name(one).as_str(), name(other).as_str()), ("eenzaam", "eenzaam"));
    ws.delete_code("eenzaam", "").expect("deleted");
    let study = ws.study().expect("a study");
    let row = study.comment(one).expect("it stays");
    assert_eq!((row.code, row.former.as_str()), (None, "eenzaam"));
    ws.undo(Whose::Own, "").expect("undone");
    assert!(ws.study().expect("a study").comment(one).expect("there").code.is_some());
}

#[test]
fn what_cannot_be_said_is_refused() {
    let (_folder, mut ws) = desk();
    let kind = CommentKind::Question;
    let new = NewComment { code: "schaamte", place: None, coder: "", kind, text: "  " };
    assert!(matches!(ws.add_comment(&new, ""), Err(Refusal::NothingSaid)));
    let new = NewComment { code: "schaamt", text: "Wat is dit?", ..new };
    assert!(matches!(ws.add_comment(&new, ""), Err(Refusal::Unknown(_))));
    let new = NewComment { code: "schaamte", coder: "Piet", ..new };
    assert!(matches!(ws.add_comment(&new, ""), Err(Refusal::Unknown(_))));
}

#[test]
fn a_code_with_a_later_comment_cannot_be_undone_from_under_it() {
    let (_folder, mut ws) = desk();
    ws.set_actor("Daan");
    ask(&mut ws, "vuile was", "schaamte");
    ws.set_actor("Lotte");
    let refused = ws.undo(Whose::Own, "").expect_err("a comment refers to the code");
    assert!(matches!(refused, Refusal::Store(StoreError::ChangedSince(entries)) if entries.len() == 1));
}
