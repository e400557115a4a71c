//! The study at a glance: its transcripts, and how far each coder is.

use crate::language::StudyWords;
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/", study)]
}

#[derive(Template)]
#[template(path = "workbench/study.html")]
struct StudyPage {
    frame: Frame,
    w: &'static StudyWords,
    texts: Vec<TextLine>,
}

struct TextLine {
    name: String,
    href: String,
    fragments: usize,
}

async fn study(visit: Visit) -> Result<Page, Fault> {
    let texts = visit.study.texts.iter().map(|(at, text)| TextLine {
        name: text.row.name.clone(),
        href: address::transcript(&text.row.name),
        fragments: visit.study.places_in(at).len(),
    });
    let page = StudyPage {
        frame: visit.frame(Screen::Study, visit.study.project().title.clone()),
        w: &visit.words().study,
        texts: texts.collect(),
    };
    Page::of(&page)
}
