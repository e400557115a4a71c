//! One coded fragment with everything that can be done to it: its codings, and what the report makes of it. A page of its
//! own, and a dialog where there is script.

use crate::analysis::{At, Place, Study, chosen_under};
use crate::language::{ConditionWords, QuotesWords};
use crate::model::{Code, FragmentId};
use crate::project::{PlaceSurroundings, Refusal};
use crate::report::quotes::{Audience, attribution};
use crate::server::address;
use crate::server::answer::{Fault, Page, is_own};
use crate::server::choices;
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::asking;
use crate::server::visit::Visit;
use crate::text::check_shortened;
use askama::Template;
use axum::Json;
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};

#[derive(Deserialize)]
pub(super) struct Which {
    transcript: String,
    start: u32,
    end: u32,
    #[serde(default)]
    back: String,
    /// A report text to hold against the fragment.
    #[serde(default)]
    report: String,
}

#[derive(Template)]
#[template(path = "workbench/quote.html")]
struct OnePage {
    frame: Frame,
    w: &'static QuotesWords,
    c: &'static ConditionWords,
    transcript: String,
    start: u32,
    end: u32,
    around: PlaceSurroundings,
    words: String,
    source: String,
    href: String,
    back: String,
    codings: Vec<CodingLine>,
    codes: Vec<(String, String)>,
    chosen: Vec<ChosenForm>,
    /// Codes under which it can be chosen still.
    under: Vec<String>,
    comment: String,
    memo: String,
    check: String,
}

struct CodingLine {
    code: String,
    coder: String,
    counter: bool,
    note: String,
    recode: String,
    toggle: String,
    remove: String,
}

struct ChosenForm {
    code: String,
    number: usize,
    of: usize,
    said: String,
    introduction: String,
    text: String,
    translation: String,
}

/// The coded fragment at a place.
fn at(study: &Study, which: &Which) -> Result<At<Place>, Refusal> {
    let text = study.find_text(&which.transcript)?;
    let found = study.places.iter().find(|(_, place)| {
        place.transcript == text && place.points.start == which.start && place.points.end == which.end
    });
    // Corrected or taken away since.
    found.map(|(at, _)| at).ok_or_else(|| Refusal::TextChanged { transcript: study.texts[text].row.name.clone() })
}

pub(super) async fn one(visit: Visit, Asked(which): Asked<Which>) -> Result<Page, Fault> {
    let (w, c) = (&visit.words().quotes, &visit.words().conditions);
    let place = at(&visit.study, &which)?;
    let read = visit.read(move |workspace, study| {
        let around = workspace.around_places(study, &[place], 2)?.pop().unwrap_or_default();
        Ok((around, workspace.words_of(study, [place])?.pop().unwrap_or_default()))
    });
    let (around, words) = read.await?;
    let study = &*visit.study;
    let row = &study.places[place];
    let transcript = study.texts[row.transcript].row.name.clone();
    let (from, to) = (row.points.start.to_string(), row.points.end.to_string());
    let pairs = [("transcript", transcript.as_str()), ("start", &from), ("end", &to)];
    let chosen = chosen(study, w, row.fragment);
    let taken: BTreeSet<&str> = chosen.iter().map(|form| form.code.as_str()).collect();
    let back = if is_own(&which.back) { which.back.clone() } else { "/quotes".to_owned() };
    let page = OnePage {
        frame: visit.frame(Screen::Quotes, w.one),
        w,
        c,
        source: attribution(study, visit.tables(), row, Audience::Work).trim_matches(['(', ')']).to_owned(),
        href: address::place(&transcript, row.points.start, row.points.end),
        codings: codings(&visit, place),
        codes: choices::codes(study),
        under: above(study, place).into_iter().filter(|name| !taken.contains(name.as_str())).collect(),
        chosen,
        comment: asking("/comments/new", &[pairs[0], pairs[1], pairs[2], ("about", "coding")]),
        memo: asking("/memos/new", &[("about", "fragment"), ("name", &transcript), pairs[1], pairs[2]]),
        check: asking("/quotes/check", &pairs),
        start: row.points.start,
        end: row.points.end,
        transcript,
        around,
        words,
        back,
    };
    Page::of(&page)
}

fn codings(visit: &Visit, at: At<Place>) -> Vec<CodingLine> {
    let (study, w) = (&*visit.study, &visit.words().quotes);
    let place = &study.places[at];
    let apart = visit.apart();
    let notes: HashMap<_, _> = study
        .rows()
        .codings
        .iter()
        .filter(|row| row.fragment == place.fragment)
        .map(|row| (row.id, row.note.clone()))
        .collect();
    let seen = study.codings_on(place).iter().filter(|coding| apart.sees(place, coding));
    let line = |coding: &crate::analysis::CodingAt| {
        let (code, coder) = (study.codes[coding.code].name.clone(), study.coders[coding.coder].name.clone());
        let label = |action: &str| (w.for_code)(action, &code, &coder);
        CodingLine {
            recode: label(w.other_code),
            toggle: label(if coding.counter { w.make_support } else { w.make_counter }),
            remove: label(w.remove),
            counter: coding.counter,
            note: notes.get(&coding.id).cloned().unwrap_or_default(),
            code,
            coder,
        }
    };
    seen.map(line).collect()
}

fn chosen(study: &Study, w: &QuotesWords, fragment: FragmentId) -> Vec<ChosenForm> {
    let rows = study.rows().quotes.iter().filter(|quote| quote.fragment == fragment);
    let form = |quote: &crate::model::Quote| {
        let code = study.code_at(quote.code)?;
        let all = chosen_under(study, code);
        let number = all.iter().position(|(known, _)| known.id == quote.id)? + 1;
        let name = study.codes[code].name.clone();
        Some(ChosenForm {
            said: (w.chosen)(&name, number),
            code: name,
            number,
            of: all.len(),
            introduction: quote.introduction.clone(),
            text: quote.report_text.clone(),
            translation: quote.translation.clone(),
        })
    };
    rows.filter_map(form).collect()
}

/// The codes on a fragment and everything above them: those under which it can be chosen.
fn above(study: &Study, at: At<Place>) -> Vec<String> {
    let mut codes: Vec<At<Code>> = study.codings_on(&study.places[at]).iter().map(|coding| coding.code).collect();
    let own: BTreeSet<At<Code>> = codes.iter().copied().collect();
    for tree in study.taxonomies.rows() {
        let holds = |node: &&crate::analysis::TreeNode| node.with_descendants().iter().any(|code| own.contains(code));
        codes.extend(tree.walk().into_iter().filter(holds).map(|node| node.code));
    }
    let mut seen = BTreeSet::new();
    codes.retain(|code| seen.insert(*code));
    codes.into_iter().map(|code| study.codes[code].name.clone()).collect()
}

/// Whether a report text only leaves out and replaces between brackets, said while it is typed.
pub(super) async fn check(visit: Visit, Asked(which): Asked<Which>) -> Result<Json<serde_json::Value>, Fault> {
    let place = at(&visit.study, &which)?;
    let words = visit.read(move |workspace, study| workspace.words_of(study, [place])).await?;
    let words = words.first().map_or("", String::as_str);
    let said = match check_shortened(words, &which.report) {
        _ if which.report.trim().is_empty() => serde_json::json!({ "good": true, "said": "" }),
        Ok(()) => serde_json::json!({ "good": true, "said": visit.words().quotes.report_good }),
        Err(fault) => {
            let message = (visit.messages().refusal)(&Refusal::Shortened(fault));
            let lines: Vec<String> = std::iter::once(message.what).chain(message.detail).collect();
            serde_json::json!({ "good": false, "said": lines.join(" ") })
        }
    };
    Ok(Json(said))
}
