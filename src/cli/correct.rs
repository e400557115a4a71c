//! `correct`: a corrected text takes the place of the old one, and fragments move along.

use super::failure::Failure;
use super::session::{Session, shown};
use crate::project::{Trial, prepare};
use clap::Args;
use std::path::PathBuf;

/// Vervang een tekst door de verbeterde versie; coderingen schuiven mee
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom correct resp-06 verbeterd/resp-06.txt --dry-run   wat schuift, wat moet je nakijken
  codeboom correct resp-06 verbeterd/resp-06.txt --reason \"namen weggehaald\"")]
pub(super) struct Correct {
    /// Transcript
    #[arg(value_name = "T")]
    transcript: String,
    /// Bestand met de verbeterde tekst
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
    /// Schrijf niets, laat alleen zien wat er zou veranderen
    #[arg(long)]
    dry_run: bool,
    /// Waarom, voor het logboek
    #[arg(long, value_name = "REDEN", default_value = "")]
    reason: String,
}

pub(super) fn run(args: &Correct, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let bytes = session.read(&args.file)?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let prepared = prepare(&name, &bytes)
        .map_err(|reason| Failure::Said((session.messages.unreadable)(&shown(&args.file), &reason)))?;
    if args.dry_run {
        let correction = workspace.try_correction(&args.transcript, &prepared)?;
        session.say(&(session.messages.done.corrected)(&correction, Trial::DryRun));
    } else {
        let done = workspace.correct(&args.transcript, &prepared, &args.reason)?;
        session.say(&(session.messages.done.corrected)(&done.value, Trial::Real));
        workspace.catch_up_index()?;
    }
    Ok(())
}
