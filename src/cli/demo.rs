//! `demo`: the worked example as a project with its report. Everything it needs is in the binary.

use super::failure::Failure;
use super::report;
use super::session::{Session, now, shown};
use crate::example;
use crate::project::{Refusal, Workspace, scope_of};
use crate::report::site::SiteOptions;
use crate::store::StoreError;
use clap::Args;
use std::path::{Path, PathBuf};

/// Maak het uitgewerkte voorbeeld: een project met zestien interviews, en het rapport ervan
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Projectbestand
    #[arg(value_name = "BESTAND", default_value = "voorbeeld.codeboom")]
    file: PathBuf,
}

pub(super) fn run(args: &Demo, session: &mut Session) -> Result<(), Failure> {
    let file = &args.file;
    let folder = report_folder(file);
    let page = folder.join("index.html");
    let command = &session.messages.command;
    if file.exists() {
        let mut workspace = Workspace::open(file, &session.actor(), now)?;
        if !example::is_example(&workspace)? {
            return Err(Failure::Said((command.demo_changed)(&shown(file))));
        }
        if !page.exists() {
            write_report(session, &mut workspace, &folder)?;
        }
        session.say(&(command.demo_there)(&shown(file), &shown(&page)));
        return Ok(());
    }
    match example::make(file, now) {
        Ok(()) => {}
        // Whoever made the file meanwhile keeps it.
        Err(Refusal::Store(StoreError::Exists(_))) => return run(args, session),
        Err(Refusal::Store(StoreError::File(error))) => {
            let parent = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return Err(Failure::Said((command.cannot_write)(&shown(parent), &error)));
        }
        Err(other) => return Err(other.into()),
    }
    let mut workspace = Workspace::open(file, &session.actor(), now)?;
    workspace.catch_up_index()?;
    write_report(session, &mut workspace, &folder)?;
    session.say(&(command.demo)(&shown(file), &shown(&page)));
    Ok(())
}

/// `<stem>-rapport/` beside the project.
fn report_folder(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-rapport"))
}

/// Writes the report beside its place and moves it there whole, so that another run sees all of it or nothing.
fn write_report(session: &Session, workspace: &mut Workspace, folder: &Path) -> Result<(), Failure> {
    let study = workspace.study()?;
    let mut scopes = Vec::new();
    for at in study.taxonomies.positions() {
        scopes.push(scope_of(&study, at)?);
    }
    let date = (session.messages.date)(workspace.now(), &session.zone);
    let options = SiteOptions { scopes, date, ..SiteOptions::default() };
    let unwritable = |error| Failure::Said((session.messages.command.cannot_write)(&shown(folder), &error));
    let parent = folder.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let half = tempfile::Builder::new().prefix(".codeboom-").tempdir_in(parent).map_err(unwritable)?;
    let made = half.path().join("rapport");
    report::write(session, workspace, &study, &options, &made)?;
    match std::fs::rename(&made, folder) {
        // Whoever made it meanwhile made the same.
        Err(error) if !folder.join("index.html").exists() => Err(unwritable(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}
