//! `import`: texts, and the table of participants that goes with them.

use super::failure::Failure;
use super::session::{Session, shown};
use crate::import::Format;
use crate::interchange::participants_csv;
use crate::language::Skipped;
use crate::model::fold_name;
use crate::project::{ImportReport, Prepared, Refusal, Trial, prepare};
use clap::Args;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// Lees interviews en andere teksten in
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom import interviews/                                  alle .txt, .md en .docx in de map
  codeboom import interviews/ --participants respondenten.csv  met rollen, casussen en kenmerken
  codeboom import interviews/ --dry-run                        laat zien wat er zou gebeuren

Uit de tekst leest Codeboom wie er spreekt (Interviewer:, Resp 6:, [Anna], …) en tijdmarkeringen.
De tekst zelf blijft zoals hij is. Een verbeterde tekst neem je op met codeboom correct.")]
pub(super) struct Import {
    /// Bestanden of mappen
    #[arg(value_name = "PAD", required_unless_present = "participants")]
    paths: Vec<PathBuf>,
    /// Tabel met respondenten (CSV): transcript, respondent, rol, casus, moment, …
    #[arg(long, value_name = "CSV")]
    participants: Option<PathBuf>,
    /// Schrijf niets, laat alleen zien wat er besloten is
    #[arg(long)]
    dry_run: bool,
    /// Waarom, voor het logboek
    #[arg(long, value_name = "REDEN", default_value = "")]
    reason: String,
}

pub(super) fn run(args: &Import, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let table = match &args.participants {
        Some(path) => {
            let bytes = session.read(path)?;
            Some(participants_csv::read(&bytes).map_err(|faults| Failure::File(shown(path), faults))?)
        }
        None => None,
    };
    if args.paths.is_empty()
        && !args.dry_run
        && let Some(table) = &table
    {
        let done = workspace.import_participants(table, &args.reason).map_err(|refusal| in_file(refusal, args))?;
        session.say(&(session.messages.done.participants)(&done.value));
        return Ok(());
    }
    let files = gather(session, &args.paths)?;
    let paths = files.iter().map(|file| (file.name.clone(), shown(&file.path))).collect();
    let (prepared, failed) = read_all(session, files);
    let trial = if args.dry_run { Trial::DryRun } else { Trial::Real };
    let done = workspace
        .import(prepared, table.as_ref(), &failed, trial, &args.reason)
        .map_err(|refusal| in_file(refusal, args))?;
    report(session, &done.value, &paths, trial);
    if trial == Trial::Real && !done.value.added.is_empty() {
        let bar = session.progress(1, session.messages.words.indexing);
        workspace.catch_up_index()?;
        bar.finish_and_clear();
    }
    if failed.is_empty() && done.value.refused.is_empty() { Ok(()) } else { Err(Failure::AlreadySaid) }
}

/// Wrong rows are rows of the table that was named.
fn in_file(refusal: Refusal, args: &Import) -> Failure {
    match (refusal, &args.participants) {
        (Refusal::Rows(rows), Some(path)) => Failure::Rows(shown(path), rows),
        (refusal, _) => Failure::Refused(refusal),
    }
}

/// `paths` says where each file lies, for commands that a person can copy.
fn report(session: &Session, report: &ImportReport, paths: &BTreeMap<String, String>, trial: Trial) {
    let messages = session.messages;
    for refusal in &report.refused {
        let message = match refusal {
            Refusal::OtherContent { transcript, file } => {
                let file = paths.get(file).unwrap_or(file).clone();
                (messages.refusal)(&Refusal::OtherContent { transcript: transcript.clone(), file })
            }
            other => (messages.refusal)(other),
        };
        session.complain(&message);
    }
    if trial == Trial::DryRun {
        for text in &report.added {
            for line in (messages.command.decided)(text) {
                session.note(&line);
            }
        }
    }
    session.say(&(messages.done.imported)(report, trial));
}

/// A file to read, with the name it goes by.
struct Source {
    path: PathBuf,
    name: String,
}

/// The files that paths stand for: files as they are, folders with everything below that can be read.
fn gather(session: &Session, paths: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            walk(session, path, path, &mut files)?;
            if files.len() == before {
                return Err(Failure::Said((session.messages.command.nothing_to_read)(&shown(path))));
            }
        } else if path.exists() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(Source { path: path.clone(), name });
        } else {
            return Err(Failure::Said((session.messages.command.no_such_path)(&shown(path))));
        }
    }
    tell_apart(&mut files);
    Ok(files)
}

/// A file that was named twice is read once; files that go by one name get so much of their folders in front that each
/// has its own.
fn tell_apart(files: &mut Vec<Source>) {
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(std::fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    loop {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for file in files.iter() {
            *count.entry(fold_name(&file.name)).or_default() += 1;
        }
        let mut changed = false;
        for file in files.iter_mut().filter(|file| count[&fold_name(&file.name)] > 1) {
            if let Some(name) = with_folder(&file.path, &file.name) {
                file.name = name;
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// The name with one folder more of the path in front, as far as the path goes.
fn with_folder(path: &Path, name: &str) -> Option<String> {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    let parts: Vec<_> = parts.collect();
    let kept = Path::new(name).components().count() + 1;
    (parts.len() >= kept).then(|| parts[parts.len() - kept..].join("/"))
}

fn walk(session: &Session, root: &Path, folder: &Path, files: &mut Vec<Source>) -> Result<(), Failure> {
    let unreadable = |error| Failure::Said((session.messages.command.cannot_read)(&shown(folder), &error));
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    let skipped = session.messages.command.skipped;
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inside = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if ending == "codeboom" || (ending == "index" && name.ends_with(".codeboom.index")) {
            // The project itself may lie beside the interviews.
            continue;
        }
        if name.starts_with('.') || name.starts_with("~$") {
            session.note(&skipped(&inside, Skipped::Hidden));
        } else if path.is_dir() {
            walk(session, root, &path, files)?;
        } else if Format::of(&name).is_none() {
            session.note(&skipped(&inside, Skipped::Ending));
        } else {
            files.push(Source { path, name: inside });
        }
    }
    Ok(())
}

/// Reads and takes apart all files side by side; what cannot be read is named and left out.
fn read_all(session: &Session, files: Vec<Source>) -> (Vec<Prepared>, Vec<String>) {
    let bar = session.progress(files.len(), session.messages.words.reading);
    let results: Vec<_> = files
        .into_par_iter()
        .map(|file| {
            let bytes = std::fs::read(&file.path);
            let result = bytes.map(|bytes| prepare(&file.name, &bytes));
            bar.inc(1);
            (file, result)
        })
        .collect();
    bar.finish_and_clear();
    let mut prepared = Vec::new();
    let mut failed = Vec::new();
    for (file, result) in results {
        let messages = session.messages;
        let complaint = match result {
            Ok(Ok(read)) => {
                prepared.push(read);
                continue;
            }
            Ok(Err(reason)) => (messages.unreadable)(&file.name, &reason),
            Err(error) => (messages.command.cannot_read)(&shown(&file.path), &error),
        };
        session.complain(&complaint);
        failed.push(file.name);
    }
    (prepared, failed)
}
