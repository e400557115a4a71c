//! The worked example: a small fictional study of four households in which someone lives at home with dementia, with
//! sixteen interviews, two taxonomies over the same cases, two coders who do not always agree, chosen quotes and memos.
//! Its files stand in `transcripts/` and `codebooks/` of this repository and are embedded in the program; they go into
//! a project by the same verbs that a researcher uses.

use crate::interchange::choices_toml::{Choices, MemoSubject};
use crate::interchange::{choices_toml, codebook_toml, codings_csv, participants_csv};
use crate::model::Language;
use crate::project::input::PlaceInput;
use crate::project::{About, NewMemo, QuoteEdit, QuoteRequest, Refusal, Trial, Workspace, prepare};
use crate::store::StoreError;
use std::path::Path;

/// Title of the example's project.
pub const TITLE: &str = "Samen thuis met dementie";
/// Who makes it.
pub const ACTOR: &str = "Lotte";

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        /// The interviews: file name and text.
        const TEXTS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../transcripts/", $name)))),*];
    };
}

texts! {
    "casus1-gerrit-halfjaar.txt", "casus1-jan-start.txt", "casus1-riek-halfjaar.txt", "casus1-riek-start.txt",
    "casus2-bennie-start.txt", "casus2-familie-halfjaar.txt", "casus2-sjoerd-halfjaar.txt", "casus2-toos-start.txt",
    "casus3-fatima-halfjaar.txt", "casus3-henk-start.txt", "casus3-joke-halfjaar.txt", "casus3-samira-start.txt",
    "casus4-erik-halfjaar.txt", "casus4-karin-start.txt", "casus4-nel-halfjaar.txt", "casus4-wil-start.txt",
}

const PARTICIPANTS: &str = include_str!("../transcripts/respondenten.csv");
const CODEBOOKS: [&str; 2] =
    [include_str!("../codebooks/verschuiving.toml"), include_str!("../codebooks/aanvaardbare-hulp.toml")];
const CODINGS: &str = include_str!("../codebooks/coderingen.csv");
const CHOICES: &str = include_str!("../codebooks/keuzes.toml");

/// Transcripts that a coder has not finished yet.
const UNFINISHED: [(&str, &str); 2] = [("casus4-erik-halfjaar", "Daan"), ("casus4-erik-halfjaar", "Lotte")];

/// Whether a project is the example, changed or not.
///
/// # Errors
/// When the project cannot be read.
pub fn is_example(workspace: &Workspace) -> Result<bool, Refusal> {
    Ok(workspace.project()?.title == TITLE)
}

/// Makes the example as a new project file. It is made beside its place and moved there whole, so that a broken run
/// leaves no half project.
///
/// # Errors
/// When a file of that name exists, which is left alone, or the folder cannot be written.
pub fn make(file: &Path, clock: fn() -> i64) -> Result<(), Refusal> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let half = tempfile::Builder::new().prefix(".codeboom-").tempdir_in(folder).map_err(StoreError::File)?;
    let made = half.path().join("voorbeeld.codeboom");
    fill(&mut Workspace::create(&made, TITLE, Language::Dutch, ACTOR, clock)?)?;
    let made = tempfile::TempPath::try_from_path(&made).map_err(StoreError::File)?;
    made.persist_noclobber(file).map_err(|fault| match fault.error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(file.to_owned()),
        _ => StoreError::File(fault.error),
    })?;
    Ok(())
}

/// Fills an empty project with the example.
///
/// # Errors
/// When the project cannot be written.
///
/// # Panics
/// Never: the files are embedded, and a test reads every one of them.
pub fn fill(workspace: &mut Workspace) -> Result<(), Refusal> {
    let files = TEXTS.iter().map(|(name, text)| prepare(name, text.as_bytes()).expect("an embedded text can be read"));
    let people = participants_csv::read(PARTICIPANTS.as_bytes()).expect("the embedded table can be read");
    workspace.import(files.collect(), Some(&people), &[], Trial::Real, "")?;
    let books = CODEBOOKS.map(|book| codebook_toml::read(book.as_bytes()).expect("an embedded codebook can be read"));
    workspace.import_codebooks(&books, "Na de eerste ronde open coderen samen geordend")?;
    let codings = codings_csv::read(CODINGS.as_bytes()).expect("the embedded codings can be read");
    workspace.import_codings(&codings, "")?;
    for coder in ["Lotte", "Daan"] {
        workspace.set_actor(coder);
        for (file, _) in TEXTS {
            let name = file.trim_end_matches(".txt");
            if !UNFINISHED.contains(&(name, coder)) {
                workspace.finish(name, "", "")?;
            }
        }
    }
    workspace.set_actor(ACTOR);
    let choices = choices_toml::read(CHOICES.as_bytes()).expect("the embedded choices can be read");
    choose(workspace, &choices)
}

fn choose(workspace: &mut Workspace, choices: &Choices) -> Result<(), Refusal> {
    let words = |quote: &str| PlaceInput::Quote { quote: quote.to_owned(), occurrence: None };
    let requests: Vec<QuoteRequest<'_>> = choices
        .quotes
        .iter()
        .map(|quote| QuoteRequest {
            code: &quote.code,
            transcript: &quote.transcript,
            place: words(&quote.quote),
            edit: QuoteEdit {
                introduction: Some(quote.introduction.clone()),
                report_text: Some(quote.report.clone()),
                ..QuoteEdit::default()
            },
        })
        .collect();
    workspace.choose_quotes(&requests, "Voor het eindrapport")?;
    let memos: Vec<NewMemo<'_>> = choices
        .memos
        .iter()
        .map(|memo| NewMemo {
            kind: memo.kind,
            about: match &memo.on {
                MemoSubject::Project => About::Project,
                MemoSubject::Code(name) => About::Code(name),
                MemoSubject::Case(name) => About::Case(name),
                MemoSubject::Transcript(name) => About::Transcript(name),
            },
            title: &memo.title,
            text: &memo.text,
            author: &memo.author,
            cites: memo.cites.iter().map(|cited| (cited.transcript.as_str(), words(&cited.quote))).collect(),
        })
        .collect();
    workspace.add_memos(&memos, "").map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_a_study_that_holds_together() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("voorbeeld.codeboom");
        let mut workspace = Workspace::create(&path, TITLE, Language::Dutch, ACTOR, || 0).expect("a project");
        fill(&mut workspace).expect("the example fits the program");
        let study = workspace.study().expect("a study");
        assert_eq!((study.texts.len(), study.cases.len(), study.roles.len()), (16, 4, 4));
        assert!(study.codings.len() >= 250, "{}", study.codings.len());
        assert!(study.rows().quotes.len() >= 24 && study.rows().memos.len() >= 10);
        for tree in study.taxonomies.rows() {
            assert!((4..=5).contains(&tree.roots.len()), "{}", tree.row.title);
        }
        let unknown: Vec<&str> = study
            .texts
            .rows()
            .iter()
            .filter(|text| {
                (0..text.structure.turns.len())
                    .any(|unit| text.speakers_of(unit) == crate::analysis::ParticipantsOf::Participants(&[]))
            })
            .map(|text| text.row.name.as_str())
            .collect();
        assert!(unknown.is_empty(), "speakers without a respondent in {unknown:?}");
        assert!(workspace.examine().expect("examined").damage.is_empty());
    }
}
