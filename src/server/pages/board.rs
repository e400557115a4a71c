//! The board of axial coding: themes as columns, labels as piles, codes as cards, and at the side the codes that have no
//! place yet.

mod columns;

use self::columns::{Column, Pile};
use crate::analysis::{At, CodebookCounts, TaxonomyTree};
use crate::language::BoardWords;
use crate::model::Level;
use crate::report::{TableWords, Tints};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/board", page), Route::page("/board/piece", piece)]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    taxonomy: String,
    /// Also the codes that stand in another taxonomy.
    others: bool,
}

#[derive(Template)]
#[template(path = "workbench/board.html")]
struct BoardPage {
    frame: Frame,
    w: &'static BoardWords,
    b: Option<Board>,
    taxonomies: Vec<(String, String, bool)>,
    label: &'static str,
    theme: &'static str,
}

#[derive(Template)]
#[template(path = "workbench/partials/board.html")]
struct BoardPiece {
    w: &'static BoardWords,
    b: Board,
}

/// The board of one taxonomy.
struct Board {
    taxonomy: String,
    columns: Vec<Column>,
    loose: Pile,
    no_codes: bool,
    others: Option<(String, bool)>,
}

fn board(visit: &Visit, at: At<TaxonomyTree>, others: bool) -> Board {
    let study = &visit.study;
    let (t, w): (&TableWords, _) = (visit.tables(), &visit.words().board);
    let tree = &study.taxonomies[at];
    let counts = CodebookCounts::new(study, None);
    let nouns = (t.levels)(study.level_words());
    let making = columns::Making {
        study,
        t,
        w,
        counts: &counts,
        tints: Tints::new(study),
        theme: nouns.noun(Level::Selective).one,
    };
    let placed: std::collections::BTreeSet<_> = tree.walk().into_iter().map(|node| node.code).collect();
    let all: Vec<_> = study.codes.positions().filter(|code| !placed.contains(code)).collect();
    let none = study.unplaced();
    let more = all.len() > none.len();
    let mut href = address::board(&tree.row.title);
    if !others {
        href.push_str("&others=true");
    }
    Board {
        taxonomy: tree.row.title.clone(),
        columns: making.columns(&tree.roots),
        loose: making.loose(if others { &all } else { &none }),
        no_codes: study.codes.is_empty(),
        others: more.then_some((href, others)),
    }
}

/// The taxonomy that is meant, the first one when none is named.
fn meant(visit: &Visit, wish: &Wish) -> Result<Option<At<TaxonomyTree>>, Fault> {
    if wish.taxonomy.is_empty() {
        return Ok(visit.study.taxonomies.positions().next());
    }
    Ok(Some(visit.study.find_taxonomy(Some(&wish.taxonomy))?))
}

async fn page(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let at = meant(&visit, &wish)?;
    let w = &visit.words().board;
    let nouns = (visit.tables().levels)(visit.study.level_words());
    let title = at.map_or_else(|| w.bare_title.to_owned(), |at| (w.title)(&visit.study.taxonomies[at].row.title));
    let taxonomies = visit
        .study
        .taxonomies
        .iter()
        .map(|(other, tree)| (tree.row.title.clone(), address::board(&tree.row.title), Some(other) == at));
    let page = BoardPage {
        frame: visit.frame(Screen::Board, title),
        w,
        b: at.map(|at| board(&visit, at, wish.others)),
        taxonomies: taxonomies.collect(),
        label: nouns.noun(Level::Axial).one,
        theme: nouns.noun(Level::Selective).one,
    };
    Page::of(&page)
}

async fn piece(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let at = meant(&visit, &wish)?.ok_or_else(Fault::nothing_here)?;
    Page::of(&BoardPiece { w: &visit.words().board, b: board(&visit, at, wish.others) })
}
