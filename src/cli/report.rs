//! `report`: the whole study as a site that works from disk.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::quotes::For;
use super::session::{Session, now, shown};
use crate::analysis::Study;
use crate::language::site_words;
use crate::project::{Refusal, Workspace, divided_by, scope_of};
use crate::report::quotes::{Audience, exposure_text};
use crate::report::site::{Material, SiteFault, SiteOptions, site};
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

/// Maak een rapport: een map met webpagina's, te lezen zonder internet
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom report --out rapport                        voor jezelf en je groep, met alle teksten
  codeboom report --out bijlage --for bijlage          citaten met naam en rol, zonder teksten
  codeboom report --out artikel --for publicatie       alleen de rol; waarschuwt wie herkenbaar is")]
pub(super) struct Report {
    /// Map voor het rapport
    #[arg(long, value_name = "MAP")]
    out: PathBuf,
    /// Voor wie
    #[arg(long = "for", value_name = "VOOR", default_value = "werk")]
    audience: For,
    /// Verdeel de tabellen naar role, moment of een kenmerk
    #[arg(long, value_name = "WAARNAAR")]
    by: Option<String>,
    #[command(flatten)]
    filter: FilterArgs,
}

pub(super) fn run(args: &Report, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let mut scopes = Vec::new();
    for at in study.taxonomies.positions() {
        scopes.push(scope_of(&study, at)?);
    }
    let options = SiteOptions {
        audience: Audience::from(args.audience),
        filters: args.filter.filters(&study)?,
        restriction: args.filter.typed(),
        scopes,
        by: args.by.as_deref().map(|by| divided_by(&study, by)).transpose()?,
        date: (session.messages.date)(now(), &session.zone),
    };
    let files = write(session, &workspace, &study, &options, &args.out)?;
    session.say(&(session.messages.command.report)(&shown(&args.out.join("index.html")), files));
    Ok(())
}

/// Makes way in a folder that holds an earlier report, whose pages may show more than the new one should; a folder that
/// holds other things is refused.
fn clear_old_report(session: &Session, folder: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Said((session.messages.command.cannot_write)(&shown(folder), &error));
    if !folder.exists() {
        return Ok(());
    }
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        entries.push(entry.map_err(failed)?.path());
    }
    let is_ours = folder.join("index.html").exists() && folder.join("assets").join("report.css").exists();
    if !entries.is_empty() && !is_ours {
        return Err(failed(io::ErrorKind::DirectoryNotEmpty.into()));
    }
    for path in entries.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")) {
        std::fs::remove_file(path).map_err(failed)?;
    }
    Ok(())
}

/// Writes the report of a study into a folder; answers with the number of files. The options speak of that very picture
/// of the study, and of no later one.
pub(super) fn write(
    session: &Session,
    workspace: &Workspace,
    study: &Study,
    options: &SiteOptions,
    folder: &Path,
) -> Result<usize, Failure> {
    clear_old_report(session, folder)?;
    let mut passages = workspace.words_of(study, study.places.positions())?;
    if options.audience != Audience::Work {
        // What was replaced between brackets for a reader outside must not stand in full elsewhere.
        for quote in study.rows().quotes.iter().filter(|quote| !quote.report_text.is_empty()) {
            if let Some(place) = study.place_at(quote.fragment) {
                passages[place.number()].clone_from(&quote.report_text);
            }
        }
    }
    let failed: std::cell::RefCell<Option<Refusal>> = std::cell::RefCell::new(None);
    let text = |at| match workspace.text(study, at) {
        Ok(text) => text,
        Err(refusal) => {
            failed.replace(Some(refusal));
            String::new()
        }
    };
    let material = Material { study, passages: &passages, text: &text };
    let bar = session.progress(study.texts.len() + study.codes.len(), session.messages.words.reporting);
    let mut write = |name: &str, content: &[u8]| -> io::Result<()> {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        bar.inc(1);
        std::fs::write(path, content)
    };
    let summary = site(&material, options, site_words(session.messages.language), &mut write);
    bar.finish_and_clear();
    if let Some(refusal) = failed.into_inner() {
        return Err(refusal.into());
    }
    let summary = summary.map_err(|fault| match fault {
        SiteFault::Groups(unknown) => Failure::Refused(Refusal::Unknown(unknown)),
        SiteFault::Attribute(fault) => Failure::Refused(Refusal::Filter { query: String::new(), fault }),
        SiteFault::Output(error) => Failure::Said((session.messages.command.cannot_write)(&shown(folder), &error)),
    })?;
    for exposure in &summary.exposures {
        let text = exposure_text(study, session.table_words(), exposure);
        session.note(&format!("{}: {text}", session.messages.words.notice.trim_end_matches(':')));
    }
    Ok(summary.files)
}
