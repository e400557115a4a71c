//! Opening a project, making one, the worked example, and forgetting one that is listed. Whatever fails leaves open what
//! was open.

use crate::example;
use crate::language::Message;
use crate::model::Language;
use crate::project::{Settings, Workspace};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::folders::{file_name, name_of};
use crate::server::level_words;
use crate::server::routes::Route;
use crate::server::visit::Caller;
use serde::Deserialize;
use std::path::{Path, PathBuf};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/open", open),
        Route::act("/do/new", new),
        Route::act("/do/example", make_example),
        Route::act("/do/forget", forget),
    ]
}

#[derive(Debug, Deserialize)]
struct Named {
    path: String,
}

async fn open(caller: Caller, Fields(form): Fields<Named>) -> Result<Answer, Fault> {
    caller
        .clone()
        .blocking(move || {
            let path = caller.workbench.settings.home.join(form.path);
            let title = open_here(&caller, &path)?;
            Ok(Answer::new(said((caller.words().start.opened)(&title)), None, "/"))
        })
        .await
}

/// Opens a project unless it is the one that is open: its title.
fn open_here(caller: &Caller, path: &Path) -> Result<String, Fault> {
    let same = |open: &Path| open == path || std::fs::canonicalize(open).ok() == std::fs::canonicalize(path).ok();
    let desk = match caller.workbench.desk().filter(|desk| same(desk.path())) {
        Some(desk) => desk,
        None => caller.workbench.open(path)?,
    };
    Ok(desk.study().project().title.clone())
}

#[derive(Debug, Deserialize)]
struct New {
    title: String,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    file: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    levels: String,
}

async fn new(caller: Caller, Fields(form): Fields<New>) -> Result<Answer, Fault> {
    caller
        .clone()
        .blocking(move || {
            let words = &caller.words().start;
            let folder = folder(&caller, &form.folder)?;
            let file = file_name(&form.file, &form.title)
                .ok_or_else(|| Fault::said(said((words.not_a_file_name)(&form.file))))?;
            let path = folder.join(file);
            let language = level_words::language(&form.language).unwrap_or(Language::Dutch);
            let coder = caller.session.coder();
            let desk = caller.workbench.create(&path, &form.title, language, &coder)?;
            let sets = level_words::of(&form.levels).filter(|set| *set != desk.study().level_words());
            if sets.is_some() {
                let settings = Settings { level_words: sets, ..Settings::default() };
                desk.act(&coder, &caller.tab, |workspace| workspace.change_settings(&settings, ""))?;
            }
            let title = desk.study().project().title.clone();
            Ok(Answer::new(said((caller.words().start.made)(&title, &path.to_string_lossy())), None, "/import"))
        })
        .await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Within {
    folder: String,
}

async fn make_example(caller: Caller, Fields(form): Fields<Within>) -> Result<Answer, Fault> {
    caller
        .clone()
        .blocking(move || {
            let words = &caller.words().start;
            let path = folder(&caller, &form.folder)?.join("voorbeeld.codeboom");
            let clock = caller.workbench.settings.clock;
            let there = path.exists();
            if there {
                let known = Workspace::open(&path, &caller.session.coder(), clock)?;
                if !example::is_example(&known)? {
                    let hint = vec![words.example_taken_hint.to_owned()];
                    let what = (words.example_taken)(&path.to_string_lossy());
                    return Err(Fault::said(Message { what, hints: hint, ..Message::default() }));
                }
            } else {
                example::make(&path, clock)?;
            }
            open_here(&caller, &path)?;
            let say = if there { words.example_there } else { words.example_made };
            Ok(Answer::new(said(say(&path.to_string_lossy())), None, "/"))
        })
        .await
}

async fn forget(caller: Caller, Fields(form): Fields<Named>) -> Answer {
    let path = PathBuf::from(form.path);
    let mut memory = caller.workbench.memory();
    let title = memory.recent.iter().find(|known| known.path == path).map(|known| known.title.clone());
    memory.forget(&path);
    memory.write(caller.workbench.settings.memory.as_deref());
    drop(memory);
    let title = title.unwrap_or_else(|| name_of(&path));
    Answer::new(said((caller.words().start.forgotten)(&title)), None, "/start")
}

/// The folder that a form names, or the one in which choosing starts.
fn folder(caller: &Caller, typed: &str) -> Result<PathBuf, Fault> {
    let folder = caller.workbench.settings.home.join(typed.trim());
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(Fault::said(said((caller.words().start.no_such_folder)(&folder.to_string_lossy()))))
}

fn said(sentence: String) -> Message {
    Message { what: sentence, ..Message::default() }
}
