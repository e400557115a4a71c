//! `memo`: notes on anything.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::analysis::Study;
use crate::language::site_words;
use crate::model::{Memo, MemoKind, Subject};
use crate::project::{About, NewMemo};
use crate::report::{Cell, Column, Line, Table};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

/// Schrijf memo's bij je studie, een code, casus of transcript
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom memo add \"Schaamte gaat vooral over de buren.\" --on code:schaamte --kind theoretisch
  codeboom memo list
  codeboom memo edit 3 \"Nieuwe tekst\"")]
pub(super) struct MemoArgs {
    #[command(subcommand)]
    act: MemoAct,
}

#[derive(Debug, Subcommand)]
enum MemoAct {
    /// Schrijf een memo
    Add {
        text: String,
        /// Waarover: code:NAAM, casus:NAAM, respondent:NAAM, transcript:NAAM, taxonomie:TITEL; zonder: de studie
        #[arg(long, value_name = "WAAROVER")]
        on: Option<String>,
        /// Soort
        #[arg(long, value_name = "SOORT", default_value = "logboek")]
        kind: TypedKind,
        /// Korte titel
        #[arg(long, value_name = "TITEL", default_value = "")]
        title: String,
    },
    /// Laat alle memo's zien
    List,
    /// Verander de tekst van een memo
    Edit { number: usize, text: String },
    /// Verwijder een memo
    Delete { number: usize },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypedKind {
    Theoretisch,
    Methodologisch,
    Veldnotitie,
    Reflectie,
    Besluit,
    Verhaallijn,
    Logboek,
}

impl TypedKind {
    /// The word that scripts read, in every language.
    fn of(kind: MemoKind) -> &'static str {
        match kind {
            MemoKind::Theoretical => "theoretical",
            MemoKind::Methodological => "methodological",
            MemoKind::FieldNote => "field_note",
            MemoKind::Reflection => "reflection",
            MemoKind::Decision => "decision",
            MemoKind::Storyline => "storyline",
            MemoKind::Logbook => "logbook",
        }
    }

    fn kind(self) -> MemoKind {
        match self {
            Self::Theoretisch => MemoKind::Theoretical,
            Self::Methodologisch => MemoKind::Methodological,
            Self::Veldnotitie => MemoKind::FieldNote,
            Self::Reflectie => MemoKind::Reflection,
            Self::Besluit => MemoKind::Decision,
            Self::Verhaallijn => MemoKind::Storyline,
            Self::Logboek => MemoKind::Logbook,
        }
    }
}

#[derive(Serialize)]
struct MemoJson<'a> {
    number: usize,
    kind: &'static str,
    on: String,
    title: &'a str,
    text: &'a str,
    author: &'a str,
}

pub(super) fn run(args: &MemoArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let done = &session.messages.done;
    let message = match &args.act {
        MemoAct::Add { text, on, kind, title } => {
            let about = about(session, on.as_deref())?;
            let memo = NewMemo { kind: kind.kind(), about, title, text, author: "", cites: Vec::new() };
            (done.memo_added)(workspace.add_memos(&[memo], "")?.value)
        }
        MemoAct::List => return list(session, &*workspace.study()?),
        MemoAct::Edit { number, text } => {
            workspace.edit_memo(*number, text, "")?;
            (done.memo_edited)(*number)
        }
        MemoAct::Delete { number } => {
            workspace.delete_memo(*number, "")?;
            (done.memo_deleted)(*number)
        }
    };
    session.say(&message);
    Ok(())
}

fn about<'a>(session: &Session, on: Option<&'a str>) -> Result<About<'a>, Failure> {
    let Some(on) = on else { return Ok(About::Project) };
    let (kind, name) = on.split_once(':').unwrap_or((on, ""));
    Ok(match kind.trim().to_lowercase().as_str() {
        "project" | "studie" => About::Project,
        "code" | "label" | "thema" | "theme" => About::Code(name),
        "casus" | "case" => About::Case(name),
        "respondent" | "participant" => About::Participant(name),
        "transcript" => About::Transcript(name),
        "taxonomie" | "taxonomy" => About::Taxonomy(name),
        _ => {
            let known = ["project", "code:", "casus:", "respondent:", "transcript:", "taxonomie:"];
            return Err(Failure::Usage((session.messages.command.not_among)("--on", on, &known)));
        }
    })
}

fn list(session: &Session, study: &Study) -> Result<(), Failure> {
    let memos = &study.rows().memos;
    if memos.is_empty() {
        session.note(session.messages.words.no_memos);
    }
    let kinds = site_words(session.messages.language).memo_kinds;
    let kind = |kind: MemoKind| kinds[kind as usize];
    if session.format() == Format::Json {
        let list: Vec<MemoJson<'_>> = memos
            .iter()
            .enumerate()
            .map(|(at, memo)| MemoJson {
                number: at + 1,
                kind: TypedKind::of(memo.kind),
                on: subject(study, memo),
                title: &memo.title,
                text: &memo.text,
                author: &memo.author,
            })
            .collect();
        return session.json(&serde_json::json!({ "total": list.len(), "memos": list }));
    }
    let heads = session.messages.words.heads;
    let mut table = Table::new("", Vec::new());
    table.columns = vec![
        Column::number(heads.number),
        Column::text(heads.kind),
        Column::text(heads.about),
        Column::text(heads.title),
        Column::text(heads.what),
        Column::text(heads.who),
    ];
    for (at, memo) in memos.iter().enumerate() {
        table.rows.push(Line::body(vec![
            Cell::count(at + 1, None),
            Cell::text(kind(memo.kind)),
            Cell::text(subject(study, memo)),
            Cell::text(&memo.title),
            Cell::text(&memo.text),
            Cell::text(&memo.author),
        ]));
    }
    session.table(&table, session.format())
}

/// The name of what a memo is about; empty for the study as a whole.
fn subject(study: &Study, memo: &Memo) -> String {
    match memo.subject {
        Subject::Project | Subject::Fragment(_) | Subject::Coding(_) => String::new(),
        Subject::Case(id) => study.case_at(id).map(|at| study.cases[at].name.clone()).unwrap_or_default(),
        Subject::Code(id) => study.code_at(id).map(|at| study.codes[at].name.clone()).unwrap_or_default(),
        Subject::Participant(id) => {
            let found = study.participants.rows().iter().find(|person| person.id == id);
            found.map(|person| person.name.clone()).unwrap_or_default()
        }
        Subject::Transcript(id) => {
            let found = study.texts.rows().iter().find(|text| text.row.id == id);
            found.map(|text| text.row.name.clone()).unwrap_or_default()
        }
        Subject::Taxonomy(id) => {
            let found = study.taxonomies.rows().iter().find(|tree| tree.row.id == id);
            found.map(|tree| tree.row.title.clone()).unwrap_or_default()
        }
    }
}
