//! `new`, `settings`, `doctor` and `backup`: the project file itself.

use super::failure::Failure;
use super::output::Format;
use super::session::{Session, Tongue, named, now, shown};
use crate::model::{Language, LevelWords};
use crate::project::{Settings, Workspace};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Maak een leeg project
#[derive(Debug, Args)]
pub(super) struct New {
    /// Projectbestand; de uitgang .codeboom mag je weglaten
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
    /// Titel van de studie; anders de naam van het bestand
    #[arg(long, value_name = "TITEL")]
    title: Option<String>,
}

pub(super) fn new(args: &New, session: &mut Session) -> Result<(), Failure> {
    let file = with_ending(&args.file);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let title = args.title.clone().unwrap_or(stem);
    let language = session.globals.language.map_or(Language::Dutch, Tongue::into);
    Workspace::create(&file, &title, language, &session.actor(), now)
        .map_err(|refusal| named(refusal, &file, session.messages.command.cannot_write))?;
    session.say(&(session.messages.done.created)(&shown(&file), &title));
    Ok(())
}

/// The file with the ending of a project, when it has none.
fn with_ending(file: &Path) -> PathBuf {
    if file.extension().is_some_and(|ending| ending == "codeboom") {
        return file.to_owned();
    }
    let mut name = file.as_os_str().to_owned();
    name.push(".codeboom");
    PathBuf::from(name)
}

/// Verander titel, taal of de woorden voor de niveaus
#[derive(Debug, Args)]
#[command(after_help = "Woorden voor de niveaus:
  code-label-thema               (gewoon)
  code-kernlabel-thema
  label-kernlabel-thema          (Baarda)
  code-categorie-kerncategorie   (Boeije)
  code-subthema-thema            (Braun & Clarke)")]
pub(super) struct SettingsArgs {
    /// Titel van de studie
    #[arg(long, value_name = "TITEL")]
    title: Option<String>,
    /// Taal van het project
    #[arg(long = "project-language", value_name = "TAAL")]
    language: Option<Tongue>,
    /// Woorden voor open, axiaal en selectief
    #[arg(long, value_name = "WOORDEN")]
    levels: Option<TypedWords>,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypedWords {
    #[value(name = "code-label-thema")]
    CodeLabelTheme,
    #[value(name = "code-kernlabel-thema")]
    CodeCoreLabelTheme,
    #[value(name = "label-kernlabel-thema")]
    LabelCoreLabelTheme,
    #[value(name = "code-categorie-kerncategorie")]
    CodeCategoryCoreCategory,
    #[value(name = "code-subthema-thema")]
    CodeSubthemeTheme,
}

impl From<TypedWords> for LevelWords {
    fn from(typed: TypedWords) -> Self {
        match typed {
            TypedWords::CodeLabelTheme => Self::CodeLabelTheme,
            TypedWords::CodeCoreLabelTheme => Self::CodeCoreLabelTheme,
            TypedWords::LabelCoreLabelTheme => Self::LabelCoreLabelTheme,
            TypedWords::CodeCategoryCoreCategory => Self::CodeCategoryCoreCategory,
            TypedWords::CodeSubthemeTheme => Self::CodeSubthemeTheme,
        }
    }
}

pub(super) fn settings(args: &SettingsArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let settings = Settings {
        title: args.title.clone(),
        language: args.language.map(Tongue::into),
        level_words: args.levels.map(LevelWords::from),
    };
    let done = workspace.change_settings(&settings, &args.reason)?;
    let messages = &session.messages.done;
    session.say(&if done.changes.entry.is_some() { (messages.settings)() } else { (messages.nothing)() });
    Ok(())
}

pub(super) fn doctor(session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let bar = session.progress(1, session.messages.words.examining);
    let health = workspace.examine()?;
    bar.finish_and_clear();
    let message = (session.messages.health)(&health);
    if session.format() == Format::Json {
        session.json(&serde_json::json!({
            "anchors": health.anchors,
            "revisions": health.revisions,
            "entries": health.entries,
            "damage": message.detail.len().min(health.damage.len()),
            "sound": health.damage.is_empty(),
        }))?;
    }
    if health.damage.is_empty() {
        session.say(&message);
        Ok(())
    } else {
        session.complain(&message);
        Err(Failure::AlreadySaid)
    }
}

/// Maak een kopie van het project die altijd klopt, ook terwijl anderen werken
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// Bestand voor de kopie
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
}

pub(super) fn backup(args: &Backup, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let file = if args.file.extension().is_some() { args.file.clone() } else { with_ending(&args.file) };
    workspace.back_up(&file).map_err(|refusal| named(refusal, &file, session.messages.command.cannot_write))?;
    session.say(&(session.messages.done.backed_up)(&shown(&file)));
    Ok(())
}
