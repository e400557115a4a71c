//! The study at a glance: in numbers, where one was, its transcripts with how far each coder is, its cases, the last memos,
//! and what a correction left to be looked at.

mod lists;
mod table;
mod wanted;

use crate::analysis::{Study, overview};
use crate::language::StudyWords;
use crate::model::{Language, fold_name};
use crate::project::Reading;
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::pages::start::level_choices;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use lists::{CaseView, CheckView, CoderView, MemoView};
use table::TextTable;
use wanted::Wanted;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/", study)]
}

#[derive(Template)]
#[template(path = "workbench/study.html")]
struct StudyPage {
    frame: Frame,
    w: &'static StudyWords,
    figures: Vec<Figure>,
    resume: Option<Resume>,
    begin: Option<Resume>,
    wanted: Wanted,
    table: TextTable,
    cases: Vec<CaseView>,
    coders: Vec<CoderView>,
    memos: Vec<MemoView>,
    check: Vec<CheckView>,
    check_more: Option<String>,
    gone: Vec<CheckView>,
    gone_more: Option<String>,
    languages: Vec<(&'static str, &'static str, bool)>,
    levels: Vec<(&'static str, String, bool)>,
}

/// A number, and where one sees what was counted.
struct Figure {
    said: String,
    href: &'static str,
}

/// A transcript to read on in.
struct Resume {
    name: String,
    href: String,
    about: String,
}

async fn study(visit: Visit, Asked(wanted): Asked<Wanted>) -> Result<Page, Fault> {
    let again = visit.clone();
    let (everyone, checks) = visit
        .read(move |workspace, study| {
            let everyone = workspace.all_readings(study)?;
            Ok((everyone, lists::checks(workspace, study)?))
        })
        .await?;
    visit.blocking(move || Page::of(&page(&again, wanted, &everyone, checks))).await
}

fn page(visit: &Visit, wanted: Wanted, everyone: &[(String, Reading)], checks: lists::Checks) -> StudyPage {
    let (study, w) = (&visit.study, &visit.words().study);
    let me = visit.coder();
    let mine: Vec<Reading> =
        everyone.iter().filter(|(name, _)| fold_name(name) == fold_name(&me)).map(|(_, reading)| *reading).collect();
    let project = study.project();
    let language = visit.language();
    let names = visit.words().start.languages;
    let lists::Checks { check, check_more, gone, gone_more } = checks;
    StudyPage {
        frame: visit.frame(Screen::Study, project.title.clone()),
        w,
        figures: figures(study, w),
        resume: resume(visit, &mine),
        begin: begin(visit, &mine),
        table: table::table(visit, &wanted, everyone, &me),
        wanted,
        cases: lists::cases(visit),
        coders: lists::coders(visit, everyone),
        memos: lists::memos(visit),
        check,
        check_more: (check_more > 0).then(|| (w.more)(check_more)),
        gone,
        gone_more: (gone_more > 0).then(|| (w.more)(gone_more)),
        languages: vec![
            ("nl", names[0], project.language == Language::Dutch),
            ("en", names[1], project.language == Language::English),
        ],
        levels: level_choices(language, project.level_words),
    }
}

fn figures(study: &Study, w: &StudyWords) -> Vec<Figure> {
    let numbers = overview(study);
    let mut figures = vec![
        Figure { said: (w.texts)(numbers.texts), href: "#transcripts" },
        Figure { said: (w.people)(numbers.participants), href: "/people" },
        Figure { said: (w.codes)(study.codes.len()), href: "/codebook" },
        Figure { said: (w.fragments_of)(numbers.fragments), href: "/quotes" },
        Figure { said: (w.codings_of)(numbers.codings), href: "/quotes" },
    ];
    if numbers.cases > 0 {
        figures.insert(0, Figure { said: (w.cases)(numbers.cases), href: "#cases" });
    }
    figures
}

/// Where the coder was last.
fn resume(visit: &Visit, mine: &[Reading]) -> Option<Resume> {
    let last = mine.first()?;
    let name = visit.study.texts[last.text].row.name.clone();
    let line = (visit.messages().count)(usize::try_from(last.line).unwrap_or(usize::MAX));
    Some(Resume {
        href: format!("{}?line={}", address::transcript(&name), last.line),
        about: format!(
            "{} · {}",
            (visit.words().study.resume_at)(&line, last.percent),
            (visit.messages().time)(last.time, &visit.workbench.settings.zone)
        ),
        name,
    })
}

/// The first transcript that the coder has neither read, coded nor finished.
fn begin(visit: &Visit, mine: &[Reading]) -> Option<Resume> {
    let study = &visit.study;
    let progress = crate::analysis::progress(study);
    let wanted = fold_name(&visit.coder());
    let me = study.coders.iter().find(|(_, coder)| fold_name(&coder.name) == wanted).map(|(at, _)| at);
    let untouched = |at| {
        let did = me.map(|me| progress.of(at, me)).unwrap_or_default();
        did.codings == 0 && !did.finished && mine.iter().all(|reading| reading.text != at)
    };
    let (_, text) = study.texts.iter().find(|(at, _)| untouched(*at))?;
    let name = text.row.name.clone();
    Some(Resume { href: address::transcript(&name), about: String::new(), name })
}
