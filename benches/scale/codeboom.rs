//! The program as people use it: an import and cold searches as whole processes, then searches and edits inside one
//! process, which is how the workbench runs them.

use super::Outcome;
use super::asking::{Put, ask, put};
use super::budgets::Figure;
use super::corpus::{Corpus, Source};
use super::gauge::{Cost, Gauge, run, size_of};
use super::question::{Asked, KINDS, Kind, Question};
use super::table::Results;
use super::timing::{repeat, share};
use codeboom::project::{Workspace, prepare};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Whole processes that are timed for one figure.
const PROCESSES: usize = 7;
/// Transcripts that are edited.
const EDITS: usize = 9;

pub(crate) fn measure(corpus: &Corpus, folder: &Path, results: &mut Results) -> Outcome<()> {
    let import = import(corpus, folder)?;
    let (project, index) = (folder.join("p.codeboom"), folder.join("p.codeboom.index"));
    let bytes = size_of(&index)?;
    results.cost("Codeboom: import and index, whole process", import, Some(bytes));
    results.figure(Figure::Import(import.wall));
    results.figure(Figure::ImportMemory(import.memory));
    results.remark(format!("The project file of Codeboom is {} MB.", std::fs::metadata(&project)?.len() / 1_000_000));

    let cold = cold(corpus, folder)?;
    results.cost("Codeboom: one search, whole process, cold", cold, None);

    let gauge = Gauge::start();
    let mut workspace = Workspace::open(&project, "meting", || 0).map_err(|refusal| format!("{refusal:?}"))?;
    let study = workspace.study().map_err(|refusal| format!("{refusal:?}"))?;
    ask(&mut workspace, &Put::word("de"))?;
    results.cost("Codeboom: opening and the first search, inside a process", gauge.read(), None);
    for (kind, name) in KINDS {
        let questions = put(&corpus.questions, *kind, &study);
        eprintln!("  {name}");
        let timing = repeat(&questions, |question| ask(&mut workspace, question))?;
        results.answers("Codeboom", *kind, timing);
        results.figure(Figure::Answer(*kind, timing.p95));
    }
    results.cost("Codeboom: all these searches, inside a process", gauge.read(), None);
    drop(study);
    edits(corpus, &mut workspace, results)
}

/// The program in a folder.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codeboom"));
    command.current_dir(folder);
    command
}

fn import(corpus: &Corpus, folder: &Path) -> Outcome<Cost> {
    run(program(folder).args(["new", "p.codeboom"]))?;
    let mut command = program(folder);
    command.arg("import").arg(corpus.study.join("transcripts"));
    command.arg("--participants").arg(corpus.study.join("respondenten.csv"));
    let (cost, content) = run(&mut command)?;
    if content { Ok(cost) } else { Err("the import failed".into()) }
}

/// The middle one of several searches for a word.
fn cold(corpus: &Corpus, folder: &Path) -> Outcome<Cost> {
    let word = corpus.questions.iter().find_map(|question| match question {
        Question { kind: Kind::Term, asked: Asked::Word(word) } => Some(word),
        _ => None,
    });
    let word = word.ok_or("no word to look for")?;
    let mut costs = Vec::new();
    for _ in 0..PROCESSES {
        costs.push(run(program(folder).args(["search", word, "--format", "json"]))?.0);
    }
    costs.sort_by_key(|cost| cost.wall);
    Ok(costs[PROCESSES / 2])
}

/// Adds a new word to several transcripts and looks for it each time.
fn edits(corpus: &Corpus, workspace: &mut Workspace, results: &mut Results) -> Outcome<()> {
    eprintln!("  edits");
    let apart = (corpus.texts.len() / EDITS).max(1);
    let (mut written, mut found) = (Vec::new(), Vec::new());
    for (source, letter) in corpus.texts.iter().step_by(apart).take(EDITS).zip('a'..) {
        let (write, find) = edit(source, &format!("zzq{letter}"), workspace)?;
        written.push(write);
        found.push(find);
    }
    let (p50, p95) = (share(&mut written, 50), share(&mut written, 95));
    results.figure(Figure::EditWritten(p50, p95));
    results.figure(Figure::EditFound(share(&mut found, 50), share(&mut found, 95)));
    Ok(())
}

/// Adds a word in the middle of a transcript: how long until it is on disk, and from there until it is found.
fn edit(source: &Source, word: &str, workspace: &mut Workspace) -> Outcome<(Duration, Duration)> {
    let text = source.text()?;
    let middle = text.floor_char_boundary(text.len() / 2);
    let at = text[middle..].find(' ').map_or(text.len(), |space| middle + space);
    let edited = format!("{} {word}{}", &text[..at], &text[at..]);
    let file = source.path.file_name().unwrap_or_default().to_string_lossy();
    let name = source.path.file_stem().unwrap_or_default().to_string_lossy();
    let begun = Instant::now();
    let prepared = prepare(&file, edited.as_bytes()).map_err(|reason| format!("{reason:?}"))?;
    workspace.correct(&name, &prepared, "").map_err(|refusal| format!("{refusal:?}"))?;
    let written = begun.elapsed();
    let asked = Instant::now();
    match ask(workspace, &Put::word(word))? {
        1 => Ok((written, asked.elapsed())),
        hits => Err(format!("{hits} hits for a word that was added once").into()),
    }
}
