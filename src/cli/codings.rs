//! `codings` and `finish`: many codings from a table, all codings to a table, and the mark that a coder is done.

use super::failure::Failure;
use super::output::Format;
use super::session::{Session, shown};
use crate::interchange::codings_csv;
use crate::project::{CodingRow, Refusal};
use clap::{Args, Subcommand};
use std::io::Write;
use std::path::PathBuf;

/// Lees coderingen in uit een tabel, of schrijf ze weg
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom codings import coderingen.csv     alles of niets; elke foute regel wordt genoemd
  codeboom codings export > coderingen.csv

Kolommen: transcript,quote,code,coder,note of transcript,start,end,code,coder,note;
ook occurrence (de hoeveelste keer) en counter (ja voor een tegenvoorbeeld).")]
pub(super) struct CodingsArgs {
    #[command(subcommand)]
    act: CodingsAct,
}

#[derive(Debug, Subcommand)]
enum CodingsAct {
    /// Neem coderingen op uit een CSV-bestand
    Import {
        #[arg(value_name = "CSV")]
        file: PathBuf,
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
    /// Schrijf alle coderingen als CSV of JSON, naar een bestand of het scherm
    Export {
        #[arg(value_name = "BESTAND")]
        file: Option<PathBuf>,
    },
}

pub(super) fn run(args: &CodingsArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    match &args.act {
        CodingsAct::Import { file, reason } => {
            let bytes = session.read(file)?;
            let rows = codings_csv::read(&bytes).map_err(|faults| Failure::File(shown(file), faults))?;
            let done = workspace.import_codings(&rows, reason).map_err(|refusal| match refusal {
                Refusal::Rows(rows) => Failure::Rows(shown(file), rows),
                other => Failure::Refused(other),
            })?;
            session.say(&(session.messages.done.codings)(&done.value));
        }
        CodingsAct::Export { file } => {
            let study = workspace.study()?;
            let mut rows: Vec<CodingRow> = Vec::with_capacity(study.codings.len());
            workspace.codings(&study, |row| rows.push(row))?;
            let lines = rows.iter().map(|row| codings_csv::CodingRow {
                transcript: &row.transcript,
                start: row.start,
                end: row.end,
                quote: &row.quote,
                code: &row.code,
                coder: &row.coder,
                note: &row.note,
                counter: row.counter,
            });
            let json = match file {
                Some(path) => session.ending_among(path, &[".csv", ".json"])? == ".json",
                None => session.globals.format == Some(Format::Json),
            };
            let mut content = Vec::new();
            if json {
                serde_json::to_writer_pretty(&mut content, &rows).map_err(std::io::Error::from)?;
            } else {
                codings_csv::write(lines, &mut content)?;
            }
            if let Some(path) = file {
                session.write(path, &content)?;
            } else {
                let mut out = session.out();
                out.write_all(&content)?;
                out.flush()?;
            }
        }
    }
    Ok(())
}

/// Markeer een transcript als afgerond: geen codes betekent dan echt geen
#[derive(Debug, Args)]
pub(super) struct Finish {
    /// Transcript
    #[arg(value_name = "T")]
    transcript: String,
    /// Toch nog niet afgerond
    #[arg(long)]
    undo: bool,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

pub(super) fn finish(args: &Finish, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let actor = session.actor();
    let message = if args.undo {
        let name = workspace.unfinish(&args.transcript, "", &args.reason)?.value;
        (session.messages.done.unfinished)(&name, &actor)
    } else {
        let name = workspace.finish(&args.transcript, "", &args.reason)?.value;
        (session.messages.done.finished)(&name, &actor)
    };
    session.say(&message);
    Ok(())
}
