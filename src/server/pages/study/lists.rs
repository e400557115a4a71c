//! The shorter lists of the study: cases, progress of coders, the last memos, and fragments to look at after a correction.

use super::table::quotes;
use crate::analysis::{self, At, Study, overview};
use crate::model::{AnchorState, fold_name};
use crate::project::{Reading, Refusal, Workspace};
use crate::server::address;
use crate::server::visit::Visit;

/// How many of a kind are listed.
const MEMOS: usize = 5;
const CHECKS: usize = 12;
/// Characters of a memo without title.
const LONGEST: usize = 90;

pub(super) struct CaseView {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) participants: String,
    pub(super) texts: Vec<(String, String)>,
    pub(super) fragments: String,
    pub(super) quotes: String,
}

pub(super) fn cases(visit: &Visit) -> Vec<CaseView> {
    let study = &visit.study;
    let count = visit.messages().count;
    let view = |line: analysis::CaseLine| {
        let name = study.cases[line.case].name.clone();
        let text = |at: &At<analysis::Text>| {
            let name = study.texts[*at].row.name.clone();
            (address::transcript(&name), name)
        };
        CaseView {
            href: format!("/people?case={}", address::part(&name)),
            participants: count(line.participants),
            texts: line.texts.iter().map(text).collect(),
            fragments: count(line.fragments),
            quotes: quotes(&[("case", &name)]),
            name,
        }
    };
    analysis::cases(study).lines.into_iter().map(view).collect()
}

pub(super) struct CoderView {
    pub(super) name: String,
    pub(super) read: String,
    pub(super) codings: String,
    pub(super) quotes: String,
    pub(super) coded: String,
    pub(super) finished: String,
}

/// Everybody who has coded, finished or read anything.
pub(super) fn coders(visit: &Visit, everyone: &[(String, Reading)]) -> Vec<CoderView> {
    let study = &visit.study;
    let count = visit.messages().count;
    let of = |number: usize| format!("{} / {}", count(number), count(study.texts.len()));
    // Who finished a transcript has read it, wherever that was done.
    let read = |name: &str| {
        let wanted = fold_name(name);
        let is = |other: &str| fold_name(other) == wanted;
        let coder = study.coders.iter().find(|(_, coder)| is(&coder.name)).map(|(at, _)| at);
        let to_the_end = |text: At<analysis::Text>| {
            everyone.iter().any(|(reader, reading)| reading.text == text && reading.percent >= 100 && is(reader))
        };
        let finished = |text: At<analysis::Text>| coder.is_some_and(|coder| study.finished_in(text).contains(&coder));
        study.texts.iter().filter(|(text, _)| finished(*text) || to_the_end(*text)).count()
    };
    let mut views: Vec<CoderView> = overview(study)
        .coders
        .iter()
        .map(|line| {
            let name = study.coders[line.coder].name.clone();
            CoderView {
                read: of(read(&name)),
                codings: count(line.codings),
                quotes: quotes(&[("coder", &name)]),
                coded: of(line.texts),
                finished: of(line.finished),
                name,
            }
        })
        .collect();
    for (reader, _) in everyone {
        if !views.iter().any(|view| fold_name(&view.name) == fold_name(reader)) {
            views.push(CoderView {
                name: reader.clone(),
                read: of(read(reader)),
                codings: count(0),
                quotes: quotes(&[("coder", reader)]),
                coded: of(0),
                finished: of(0),
            });
        }
    }
    views
}

pub(super) struct MemoView {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) href: String,
}

pub(super) fn memos(visit: &Visit) -> Vec<MemoView> {
    let memos = &visit.study.rows().memos;
    let kinds = visit.words().memos.kinds;
    let mut latest: Vec<_> = memos.iter().enumerate().collect();
    latest.sort_by_key(|(at, memo)| std::cmp::Reverse((memo.created, *at)));
    let view = |memo: &crate::model::Memo| {
        let day = (visit.messages().date)(memo.created, &visit.workbench.settings.zone);
        MemoView {
            title: if memo.title.is_empty() { shortened(&memo.text) } else { memo.title.clone() },
            about: format!("{} · {} · {day}", kinds[memo.kind as usize], memo.author),
            href: "/memos".to_owned(),
        }
    };
    latest.into_iter().take(MEMOS).map(|(_, memo)| view(memo)).collect()
}

fn shortened(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// Fragments that a correction left to be looked at.
#[derive(Default)]
pub(super) struct Checks {
    pub(super) check: Vec<CheckView>,
    pub(super) check_more: usize,
    pub(super) gone: Vec<CheckView>,
    pub(super) gone_more: usize,
}

pub(super) struct CheckView {
    pub(super) transcript: String,
    pub(super) href: String,
    pub(super) line: u32,
    pub(super) words: String,
}

pub(super) fn checks(workspace: &mut Workspace, study: &Study) -> Result<Checks, Refusal> {
    let places: Vec<_> = study.places.iter().filter(|(_, place)| place.state == AnchorState::Check).collect();
    let listed = &places[..places.len().min(CHECKS)];
    let words = workspace.words_of(study, listed.iter().map(|(at, _)| *at))?;
    let view = |((_, place), words): (&(_, &analysis::Place), String)| {
        let transcript = study.texts[place.transcript].row.name.clone();
        CheckView {
            href: address::place(&transcript, place.points.start, place.points.end),
            line: place.line,
            words: shortened(&words),
            transcript,
        }
    };
    let check = listed.iter().zip(words).map(view).collect();
    let mut gone = Vec::new();
    if !study.gone().is_empty() {
        for ((text, _), words) in study.gone().iter().zip(workspace.words_of_gone(study)?).take(CHECKS) {
            let transcript = study.texts[*text].row.name.clone();
            gone.push(CheckView {
                href: address::transcript(&transcript),
                line: 0,
                words: shortened(&words),
                transcript,
            });
        }
    }
    let gone_more = study.gone().len() - gone.len();
    Ok(Checks { check, check_more: places.len() - listed.len(), gone, gone_more })
}
