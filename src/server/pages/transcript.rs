//! A transcript: the text in the middle, brackets with the names of codes in the margin, the list of transcripts on one
//! side and the codebook on the other. The rows come alone too, so that a script can bring a page up to date without
//! making it anew.

mod lanes;
mod rows;
mod side;

use crate::analysis::{At, Study, Text};
use crate::language::TranscriptWords;
use crate::model::{Level, fold_name};
use crate::report::quotes::case_reference;
use crate::report::{Tints, heading};
use crate::server::address;
use crate::server::answer::{Fault, Page, is_own};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use axum::extract::Path;
use rows::{Row, Shown};
use serde::Deserialize;
use side::{Neighbour, Shelf, SideTree};
use std::ops::RangeInclusive;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/transcripts/{name}", transcript),
        Route::page("/transcripts/{name}/rows", some_rows),
        Route::page("/transcripts/{name}/side", codes_beside),
    ]
}

/// What a person wants to see.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    /// Only this coder's codings.
    coder: String,
    /// Only codes of this level.
    level: String,
    /// Only this code and those below it.
    code: String,
    /// Where to return to.
    back: String,
    /// Lines of the rows that are asked for.
    from: Option<usize>,
    to: Option<usize>,
}

/// What is seen of the codings of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Others {
    Seen,
    /// The pair has not finished.
    Hidden,
    /// The pair has not finished, and they are asked for all the same.
    SeenOnRequest,
}

#[derive(Template)]
#[template(path = "workbench/transcript.html")]
struct TranscriptPage {
    frame: Frame,
    w: &'static TranscriptWords,
    name: String,
    href: String,
    about: String,
    rows: Vec<Row>,
    has_speakers: bool,
    wanted: Wanted,
    /// Coders to choose from; empty when nobody else has coded this text.
    coders: Vec<String>,
    levels: Vec<(&'static str, String)>,
    others: Others,
    finished: bool,
    /// The other transcripts.
    shelves: Vec<Shelf>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
    trees: Vec<SideTree>,
    fragments: String,
    correct: String,
}

#[derive(Template)]
#[template(path = "workbench/partials/rows.html")]
struct RowsPart {
    w: &'static TranscriptWords,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "workbench/partials/side.html")]
struct SidePart {
    w: &'static TranscriptWords,
    trees: Vec<SideTree>,
}

/// Whether a coder's codings alone are shown.
fn hides_others(visit: &Visit, text: At<Text>) -> bool {
    !visit.session.shows_others() && visit.study.others_are_hidden(text, &visit.coder())
}

/// Makes the rows on the blocking thread.
async fn read_rows(
    visit: &Visit,
    at: At<Text>,
    wanted: &Wanted,
    range: RangeInclusive<usize>,
) -> Result<Vec<Row>, Fault> {
    let only_own = hides_others(visit, at).then(|| fold_name(&visit.coder()));
    let chosen = match wanted.coder.as_str() {
        "" => None,
        name => Some(visit.study.find_coder(name)?),
    };
    let level = level_of(&wanted.level)?;
    let below = match wanted.code.as_str() {
        "" => None,
        name => Some(visit.study.with_everything_below(visit.study.find_code(name)?)),
    };
    visit
        .read(move |workspace, study| {
            let words = workspace.text(study, at)?;
            let shown = Shown {
                study,
                text: at,
                admits: Box::new(|code, coder| {
                    only_own.as_ref().is_none_or(|own| fold_name(&study.coders[coder].name) == *own)
                        && chosen.is_none_or(|chosen| chosen == coder)
                        && level.is_none_or(|level| study.codes[code].level == level)
                        && below.as_ref().is_none_or(|below| below.contains(&code))
                }),
            };
            Ok(rows::rows(&shown, &words, &range))
        })
        .await
}

fn level_of(typed: &str) -> Result<Option<Level>, Fault> {
    match typed {
        "" => Ok(None),
        "open" => Ok(Some(Level::Open)),
        "axial" => Ok(Some(Level::Axial)),
        "selective" => Ok(Some(Level::Selective)),
        _ => Err(Fault::bad_fields()),
    }
}

async fn some_rows(visit: Visit, Path(name): Path<String>, Asked(wanted): Asked<Wanted>) -> Result<Page, Fault> {
    let at = visit.study.find_text(&name)?;
    let range = wanted.from.unwrap_or(1)..=wanted.to.unwrap_or(usize::MAX);
    let rows = read_rows(&visit, at, &wanted, range).await?;
    Page::of(&RowsPart { w: &visit.words().transcript, rows })
}

/// The codebook beside the text, alone.
async fn codes_beside(visit: Visit, Path(name): Path<String>) -> Result<Page, Fault> {
    let at = visit.study.find_text(&name)?;
    Page::of(&SidePart { w: &visit.words().transcript, trees: trees(&visit, at) })
}

fn trees(visit: &Visit, at: At<Text>) -> Vec<SideTree> {
    let coder = hides_others(visit, at).then(|| visit.coder());
    side::trees(&visit.study, &Tints::new(&visit.study), at, coder.as_deref(), visit.words().transcript.unplaced)
}

async fn transcript(visit: Visit, Path(name): Path<String>, Asked(mut wanted): Asked<Wanted>) -> Result<Page, Fault> {
    if !is_own(&wanted.back) {
        wanted.back.clear();
    }
    let at = visit.study.find_text(&name)?;
    let rows = read_rows(&visit, at, &wanted, 1..=usize::MAX).await?;
    let (study, coder) = (&visit.study, visit.coder());
    let text = &study.texts[at];
    let hidden = hides_others(&visit, at);
    let own = fold_name(&coder);
    let finished = study.finished_in(at).iter().any(|at| fold_name(&study.coders[*at].name) == own);
    let coders: Vec<String> = study.coders_in(at).iter().map(|at| study.coders[*at].name.clone()).collect();
    let words = (visit.tables().levels)(study.level_words());
    let levels = [("open", Level::Open), ("axial", Level::Axial), ("selective", Level::Selective)];
    let (previous, next) = side::around(study, at);
    let page = TranscriptPage {
        w: &visit.words().transcript,
        href: address::transcript(&text.row.name),
        about: about(&visit, study, text),
        has_speakers: !text.structure.turns.is_empty(),
        coders: if coders.len() > 1 && !hidden { coders } else { Vec::new() },
        levels: levels.map(|(id, level)| (id, heading(words.noun(level).many))).to_vec(),
        others: match (hidden, visit.session.shows_others() && study.others_are_hidden(at, &coder)) {
            (true, _) => Others::Hidden,
            (false, true) => Others::SeenOnRequest,
            (false, false) => Others::Seen,
        },
        finished,
        shelves: side::shelves(&visit, at, &coder),
        previous,
        next,
        trees: trees(&visit, at),
        fragments: visit.tables().counted(study.places_in(at).len(), visit.tables().nouns.fragment),
        correct: format!("{}/correct", address::transcript(&text.row.name)),
        name: text.row.name.clone(),
        frame: visit.frame(Screen::Transcript, text.row.name.clone()),
        rows,
        wanted,
    };
    Page::of(&page)
}

/// Case, moment and date in a line.
fn about(visit: &Visit, study: &Study, text: &Text) -> String {
    let tables = visit.tables();
    let case = text.case.map(|at| case_reference(tables, &study.cases[at].name)).unwrap_or_default();
    let people: Vec<&str> = text.everyone.iter().map(|at| study.participants[*at].name.as_str()).collect();
    let people =
        if people.len() > 3 { tables.counted(people.len(), tables.nouns.participant) } else { people.join(", ") };
    let parts = [case, people, text.row.moment.clone(), tables.date_of(&text.row.date)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
