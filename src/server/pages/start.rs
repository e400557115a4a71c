//! The start: projects that were open before, a way through folders to others, a new one, the worked example.

use crate::language::{StartWords, messages};
use crate::model::{Language, Level, LevelWords};
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::folders::{Listing, list, name_of};
use crate::server::frame::{Frame, Screen, bare};
use crate::server::routes::Route;
use crate::server::visit::Caller;
use crate::server::{address, level_words};
use askama::Template;
use serde::Deserialize;
use std::path::{Path, PathBuf};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/start", start)]
}

#[derive(Debug, Deserialize)]
struct Folder {
    folder: Option<String>,
}

#[derive(Template)]
#[template(path = "workbench/start.html")]
struct StartPage {
    frame: Frame,
    w: &'static StartWords,
    open: Option<String>,
    recent: Vec<Known>,
    folder: String,
    up: Option<String>,
    folders: Vec<Link>,
    more: Option<String>,
    projects: Vec<Link>,
    unreadable: bool,
    languages: Vec<(&'static str, &'static str, bool)>,
    levels: Vec<(&'static str, String, bool)>,
}

struct Known {
    path: String,
    folder: String,
    file: String,
    title: String,
    opened: String,
    missing: bool,
    is_open: bool,
}

struct Link {
    name: String,
    /// Where it leads, or the path to open.
    to: String,
}

async fn start(caller: Caller, Asked(asked): Asked<Folder>) -> Result<Page, Fault> {
    caller
        .clone()
        .blocking(move || {
            let home = caller.workbench.settings.home.clone();
            let folder = asked.folder.filter(|typed| !typed.trim().is_empty()).map_or(home.clone(), PathBuf::from);
            let folder = std::path::absolute(home.join(folder)).unwrap_or(home);
            Page::of(&page(&caller, &folder))
        })
        .await
}

fn page(caller: &Caller, folder: &Path) -> StartPage {
    let words = &caller.words().start;
    let desk = caller.workbench.desk();
    let mut frame = bare(caller, Screen::Start, "");
    // Nothing of the study stands here, so there is nothing to follow.
    frame.number = -1;
    let Listing { parent, folders, more, projects, unreadable } = list(folder);
    let language = caller.language();
    StartPage {
        open: desk.as_ref().map(|desk| desk.study().project().title.clone()),
        recent: recent(caller),
        folder: folder.to_string_lossy().into_owned(),
        up: parent.map(|parent| at(&parent)),
        folders: folders.iter().map(|path| Link { name: name_of(path), to: at(path) }).collect(),
        more: (more > 0).then(|| (words.more)(&(messages(language).count)(more))),
        projects: projects
            .iter()
            .map(|path| Link { name: name_of(path), to: path.to_string_lossy().into_owned() })
            .collect(),
        unreadable,
        languages: vec![
            ("nl", words.languages[0], language == Language::Dutch),
            ("en", words.languages[1], language == Language::English),
        ],
        levels: level_choices(language, LevelWords::default()),
        frame,
        w: words,
    }
}

fn at(folder: &Path) -> String {
    format!("/start?folder={}#folder", address::part(&folder.to_string_lossy()))
}

fn recent(caller: &Caller) -> Vec<Known> {
    let open = caller.workbench.desk();
    let time = caller.messages().time;
    let known = caller.workbench.memory().recent.clone();
    known
        .into_iter()
        .map(|recent| Known {
            missing: !recent.path.is_file(),
            is_open: open.as_ref().is_some_and(|desk| desk.path() == recent.path),
            opened: time(recent.opened, &caller.workbench.settings.zone),
            folder: recent.path.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned(),
            file: name_of(&recent.path),
            path: recent.path.to_string_lossy().into_owned(),
            title: recent.title,
        })
        .collect()
}

/// The sets of words for levels: value, `code – label – thema`, and whether it is chosen.
pub(in crate::server) fn level_choices(language: Language, chosen: LevelWords) -> Vec<(&'static str, String, bool)> {
    let say = messages(language).level;
    level_words::ALL
        .iter()
        .map(|(value, set)| {
            let words = Level::ALL.map(|level| say(level, *set)).join(" – ");
            (*value, words, *set == chosen)
        })
        .collect()
}
