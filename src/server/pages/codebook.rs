//! The codebook: taxonomies as trees with their counts, and beside them one code with all that is known of it and all
//! that can be done with it. The code is also a piece of its own, for whoever goes from code to code.

mod chosen;
mod merge;
mod split;
mod tree;

use self::chosen::Chosen;
use self::tree::Tree;
use crate::analysis::{At, Text};
use crate::language::{CodebookWords, Message};
use crate::model::Level;
use crate::project::Refusal;
use crate::report::TableWords;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/codebook", codebook),
        Route::page("/codebook/code", code),
        Route::page("/codebook/merge", merge::page),
        Route::page("/codebook/split", split::page),
    ]
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    code: String,
    /// The taxonomy in which the code is looked at; all are shown.
    taxonomy: String,
    /// The transcript whose counts are shown too.
    transcript: String,
    /// What the trees are filtered by.
    q: String,
}

#[derive(Template)]
#[template(path = "workbench/codebook.html")]
struct CodebookPage {
    frame: Frame,
    w: &'static CodebookWords,
    t: &'static TableWords,
    tree: Tree,
    chosen: Option<Chosen>,
    /// Why there is nothing to show of the code that was asked for.
    unknown: Option<Message>,
    /// All names, to choose from.
    names: Vec<String>,
    levels: Vec<(&'static str, &'static str)>,
    taxonomies: Vec<String>,
    q: String,
    fresh: bool,
    back: String,
}

#[derive(Template)]
#[template(path = "workbench/partials/code.html")]
struct CodePiece {
    w: &'static CodebookWords,
    t: &'static TableWords,
    c: Chosen,
    levels: Vec<(&'static str, &'static str)>,
    taxonomies: Vec<String>,
    back: String,
}

/// The words of the levels by the value that forms send, from open to selective.
pub(super) fn levels(visit: &Visit) -> Vec<(&'static str, &'static str)> {
    let nouns = (visit.tables().levels)(visit.study.level_words());
    Level::ALL.into_iter().map(|level| (level_value(level), nouns.noun(level).one)).collect()
}

/// A level as forms send it.
pub(super) fn level_value(level: Level) -> &'static str {
    match level {
        Level::Open => "open",
        Level::Axial => "axial",
        Level::Selective => "selective",
    }
}

fn here(visit: &Visit, wish: &Wish) -> Result<Option<At<Text>>, Fault> {
    if wish.transcript.is_empty() { Ok(None) } else { Ok(Some(visit.study.find_text(&wish.transcript)?)) }
}

fn titles(visit: &Visit) -> Vec<String> {
    visit.study.taxonomies.rows().iter().map(|tree| tree.row.title.clone()).collect()
}

async fn codebook(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let here = here(&visit, &wish)?;
    let (mut chosen, mut unknown) = (None, None);
    if !wish.code.is_empty() {
        match visit.study.find_code(&wish.code) {
            Ok(at) => chosen = Some(chosen::of(&visit, at, here).await?),
            Err(nothing) => unknown = Some((visit.messages().refusal)(&Refusal::from(nothing))),
        }
    }
    let title = chosen.as_ref().map(|chosen| chosen.name.clone()).unwrap_or_default();
    let page = CodebookPage {
        frame: visit.frame(Screen::Codebook, title),
        w: &visit.words().codebook,
        t: visit.tables(),
        tree: Tree::of(&visit, here, &wish.code, &wish.taxonomy),
        chosen,
        unknown,
        names: visit.study.codes.rows().iter().map(|code| code.name.clone()).collect(),
        levels: levels(&visit),
        taxonomies: titles(&visit),
        q: wish.q,
        fresh: visit.study.codes.is_empty(),
        back: visit.address.clone(),
    };
    Page::of(&page)
}

async fn code(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let here = here(&visit, &wish)?;
    let at = visit.study.find_code(&wish.code)?;
    let piece = CodePiece {
        w: &visit.words().codebook,
        t: visit.tables(),
        c: chosen::of(&visit, at, here).await?,
        levels: levels(&visit),
        taxonomies: titles(&visit),
        back: crate::server::address::code(&wish.code),
    };
    Page::of(&piece)
}
