//! Splitting a code: its fragments in a row, and up to nine new codes to deal them to.

use crate::language::SplitWords;
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::quoted::{Before, Quoted, quoted};
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

/// So many new codes at most: a digit each.
const PILES: usize = 9;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    code: String,
}

#[derive(Template)]
#[template(path = "workbench/split.html")]
struct SplitPage {
    frame: Frame,
    w: &'static SplitWords,
    code: String,
    href: String,
    definition: String,
    piles: Vec<usize>,
    items: Vec<Item>,
}

/// A fragment to deal.
struct Item {
    q: Quoted,
    counter: bool,
}

pub(super) async fn page(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let at = visit.study.find_code(&wish.code)?;
    let t = visit.tables();
    let items = visit
        .read(move |workspace, study| {
            let mut places = Vec::new();
            for coding in study.codings_with(at).iter().map(|coding| &study.codings[*coding]) {
                match places.last_mut() {
                    Some((place, counter)) if *place == coding.place => *counter &= coding.counter,
                    _ => places.push((coding.place, coding.counter)),
                }
            }
            let only: Vec<_> = places.iter().map(|(place, _)| *place).collect();
            let quoted = quoted(workspace, study, t, &only, Before::Shown)?;
            Ok(quoted.into_iter().zip(places).map(|(q, (_, counter))| Item { q, counter }).collect())
        })
        .await?;
    let code = &visit.study.codes[at];
    let w = &visit.words().split;
    let page = SplitPage {
        frame: visit.frame(Screen::Codebook, (w.title)(&code.name)),
        w,
        code: code.name.clone(),
        href: address::code(&code.name),
        definition: code.definition.clone(),
        piles: (1..=PILES).collect(),
        items,
    };
    Page::of(&page)
}
