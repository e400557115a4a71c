//! What the small box for codes needs: all codes with where they stand and how often they are used, the ones last used by
//! whoever works here, and what a code means while it is highlighted.

use crate::analysis::{At, Study, Text, TreeNode};
use crate::language::CodeBoxWords;
use crate::model::{Code, fold_name};
use crate::report::quotes::Audience;
use crate::report::quotes::attribution;
use crate::report::{TableWords, Tints};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use axum::Json;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many codes have a key of their own.
const RECENT: usize = 9;
/// How many fragments show what a code means.
const EXAMPLES: usize = 3;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/codes/list", list), Route::page("/codes/about", about)]
}

#[derive(Debug, Deserialize)]
#[serde(default)]
#[derive(Default)]
struct In {
    transcript: String,
}

/// All codes, for a script.
#[derive(Serialize)]
struct CodeList {
    number: i64,
    codes: Vec<CodeLine>,
    /// Names, the last used first.
    recent: Vec<String>,
}

#[derive(Serialize)]
struct CodeLine {
    name: String,
    level: &'static str,
    class: String,
    /// The codes above it in the first taxonomy where it stands, from the top down.
    path: Vec<String>,
    /// Codings by anyone.
    total: usize,
    /// Codings in the transcript that was named.
    here: usize,
}

async fn list(visit: Visit, Asked(asked): Asked<In>) -> Result<Json<CodeList>, Fault> {
    let text = if asked.transcript.is_empty() { None } else { Some(visit.study.find_text(&asked.transcript)?) };
    let (study, coder) = (&visit.study, visit.coder());
    let hidden = text.is_some_and(|at| !visit.session.shows_others() && study.others_are_hidden(at, &coder));
    let here = counts_in(study, text, hidden.then_some(coder.as_str()));
    let paths = paths(study);
    let tints = Tints::new(study);
    let codes = study.codes.iter().map(|(at, code)| CodeLine {
        name: code.name.clone(),
        level: match code.level {
            crate::model::Level::Open => "open",
            crate::model::Level::Axial => "axial",
            crate::model::Level::Selective => "selective",
        },
        class: tints.class(at),
        path: paths.get(&at).into_iter().flatten().map(|above| study.codes[*above].name.clone()).collect(),
        total: study.codings_with(at).len(),
        here: here.get(&at).copied().unwrap_or(0),
    });
    Ok(Json(CodeList { number: study.number(), codes: codes.collect(), recent: recent(study, &coder) }))
}

/// Codings per code in a text, of one coder when another's are hidden.
pub(super) fn counts_in(study: &Study, text: Option<At<Text>>, only: Option<&str>) -> BTreeMap<At<Code>, usize> {
    let mut counts = BTreeMap::new();
    let only = only.map(fold_name);
    for place in text.into_iter().flat_map(|at| study.places_in(at)) {
        for coding in study.codings_on(place) {
            if only.as_ref().is_none_or(|name| fold_name(&study.coders[coding.coder].name) == *name) {
                *counts.entry(coding.code).or_insert(0) += 1;
            }
        }
    }
    counts
}

/// The codes above each code, in the first taxonomy where it stands.
fn paths(study: &Study) -> BTreeMap<At<Code>, Vec<At<Code>>> {
    fn walk(node: &TreeNode, above: &mut Vec<At<Code>>, paths: &mut BTreeMap<At<Code>, Vec<At<Code>>>) {
        paths.entry(node.code).or_insert_with(|| above.clone());
        above.push(node.code);
        for child in &node.children {
            walk(child, above, paths);
        }
        above.pop();
    }
    let mut paths = BTreeMap::new();
    for root in study.taxonomies.rows().iter().flat_map(|tree| &tree.roots) {
        walk(root, &mut Vec::new(), &mut paths);
    }
    paths
}

/// The codes that a coder used last.
pub(super) fn recent(study: &Study, coder: &str) -> Vec<String> {
    let wanted = fold_name(coder);
    let Some(own) = study.rows().coders.iter().find(|row| fold_name(&row.name) == wanted).map(|row| row.id) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let mut seen = BTreeSet::new();
    // Rows stand in the order of their ids, and ids in the order in which they were made.
    for coding in study.rows().codings.iter().rev().filter(|row| row.coder == own) {
        if let Some(at) = study.code_at(coding.code)
            && seen.insert(at)
        {
            names.push(study.codes[at].name.clone());
            if names.len() == RECENT {
                break;
            }
        }
    }
    names
}

#[derive(Debug, Deserialize)]
struct Named {
    code: String,
}

/// What a code means.
#[derive(Template)]
#[template(path = "workbench/partials/code_about.html")]
struct AboutCode {
    w: &'static CodeBoxWords,
    name: String,
    definition: String,
    include: String,
    exclude: String,
    examples: Vec<Example>,
    total: String,
    quotes: String,
    compare: String,
}

/// What there is instead of a code of that name.
#[derive(Template)]
#[template(path = "workbench/partials/code_near.html")]
struct NearCodes {
    w: &'static CodeBoxWords,
    name: String,
    near: Vec<String>,
}

struct Example {
    words: String,
    whose: String,
}

async fn about(visit: Visit, Asked(asked): Asked<Named>) -> Result<Page, Fault> {
    let w = &visit.words().code_box;
    let at = match visit.study.find_code(&asked.code) {
        Ok(at) => at,
        Err(missing) => return Page::of(&NearCodes { w, name: asked.code, near: missing.nearest }),
    };
    let study = &visit.study;
    let apart = visit.apart();
    let seen = study.codings_with(at).iter().map(|coding| &study.codings[*coding]);
    let mut codings: Vec<_> = seen.filter(|coding| apart.sees(&study.places[coding.place], coding)).collect();
    codings.sort_by_key(|coding| std::cmp::Reverse(coding.id));
    let mut places: Vec<_> = Vec::new();
    for coding in codings {
        if !places.contains(&coding.place) && places.len() < EXAMPLES {
            places.push(coding.place);
        }
    }
    let words =
        visit.read(move |workspace, study| workspace.words_of(study, places.clone()).map(|words| (places, words)));
    let (places, words) = words.await?;
    let tables: &TableWords = visit.tables();
    let examples = places.iter().zip(words).map(|(place, words)| Example {
        words,
        whose: attribution(study, tables, &study.places[*place], Audience::Work),
    });
    let code = &study.codes[at];
    Page::of(&AboutCode {
        w,
        name: code.name.clone(),
        definition: code.definition.clone(),
        include: code.include.clone(),
        exclude: code.exclude.clone(),
        examples: examples.collect(),
        total: tables.counted(study.codings_with(at).len(), w.coding),
        quotes: address::quotes_of_code(&code.name),
        compare: format!("/compare?code={}", address::part(&code.name)),
    })
}
