//! The list of keys: what each does, and the form that changes one or switches single keys off.

use crate::language::KeyWords;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen, bare};
use crate::server::keys::ACTIONS;
use crate::server::routes::Route;
use crate::server::visit::Caller;
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/keys", keys), Route::page("/keys/list", list)]
}

/// The keys of one screen.
struct Group {
    /// Sets the ids of its fields apart from those of other groups.
    id: &'static str,
    name: &'static str,
    lines: Vec<KeyLine>,
}

struct KeyLine {
    action: &'static str,
    does: &'static str,
    key: String,
    /// The same action stands in an earlier group, where its key is chosen.
    follows: bool,
}

#[derive(Template)]
#[template(path = "workbench/keys.html")]
struct KeysPage {
    frame: Frame,
    w: &'static KeyWords,
    off: bool,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "workbench/partials/key_list.html")]
struct KeyList {
    w: &'static KeyWords,
    groups: Vec<Group>,
}

/// The keys of every screen, or of one with those that work everywhere.
fn groups(caller: &Caller, only: Option<&str>) -> Vec<Group> {
    let words = &caller.words().keys;
    let chosen = caller.workbench.memory().keys.clone();
    let mut groups: Vec<Group> = Vec::new();
    let mut known = BTreeSet::new();
    let wanted = |screen: &str| screen.is_empty() || only.is_none_or(|only| only == screen);
    for (name, screen) in words.screens.iter().filter(|(_, screen)| wanted(screen)) {
        let lines = ACTIONS.iter().filter(|action| action.screen == *screen).map(|action| KeyLine {
            action: action.name,
            does: words.actions.iter().find(|(known, _)| *known == action.name).map_or("", |(_, does)| does),
            key: chosen.key(action).to_owned(),
            follows: !known.insert(action.name),
        });
        let id = if screen.is_empty() { "everywhere" } else { *screen };
        groups.push(Group { id, name, lines: lines.collect() });
    }
    groups.retain(|group| !group.lines.is_empty());
    groups
}

async fn keys(caller: Caller) -> Result<Page, Fault> {
    let off = caller.workbench.memory().keys.off;
    let page = KeysPage {
        frame: bare(&caller, Screen::Keys, ""),
        w: &caller.words().keys,
        off,
        groups: groups(&caller, None),
    };
    Page::of(&page)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OfScreen {
    screen: String,
}

/// The list alone, for the dialog that `?` opens.
async fn list(caller: Caller, Asked(asked): Asked<OfScreen>) -> Result<Page, Fault> {
    Page::of(&KeyList { w: &caller.words().keys, groups: groups(&caller, Some(&asked.screen)) })
}
