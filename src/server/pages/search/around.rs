//! What was said around a hit, as a piece of a page.

use crate::model::{PointSpan, Span};
use crate::project::{Hit, Neighbour};
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

/// Turns before and after.
const TURNS: usize = 2;

#[derive(Deserialize)]
pub(super) struct Which {
    transcript: String,
    unit: usize,
}

#[derive(Template)]
#[template(path = "workbench/partials/around.html")]
struct Around {
    before: Vec<Neighbour>,
    after: Vec<Neighbour>,
}

pub(super) async fn around(visit: Visit, Asked(which): Asked<Which>) -> Result<Page, Fault> {
    let around = visit.read(move |workspace, study| {
        let text = study.find_text(&which.transcript)?;
        let hit = Hit {
            text,
            unit: which.unit.min(study.texts[text].structure.units().len()),
            span: Span::default(),
            points: PointSpan::default(),
            line: 0,
            words: String::new(),
            marks: Vec::new(),
            matches: Vec::new(),
        };
        workspace.surroundings(study, &[hit], TURNS)
    });
    let around = around.await?.pop().unwrap_or_default();
    Page::of(&Around { before: around.before, after: around.after })
}
