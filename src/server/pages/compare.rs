//! Constant comparison: every fragment of a code, in a column per case, role or moment.

use crate::analysis::{At, CompareBy, ComparedFragment, compare};
use crate::language::CompareWords;
use crate::model::Code;
use crate::report::quotes::case_reference;
use crate::server::address;
use crate::server::answer::{Fault, Page, is_own};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::quoted::{Before, Quoted, quoted};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/compare", page)]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    code: String,
    /// `case`, `role` or `moment`.
    by: String,
    /// Only the code itself, without what stands below it.
    alone: bool,
    back: String,
}

#[derive(Template)]
#[template(path = "workbench/compare.html")]
struct ComparePage {
    frame: Frame,
    w: &'static CompareWords,
    code: String,
    href: String,
    definition: String,
    summary: String,
    without: String,
    by: Vec<Way>,
    /// Leads to the other choice: with or without what stands below.
    below: Option<(String, &'static str)>,
    columns: Vec<Column>,
    back: String,
    names: Vec<String>,
}

/// A way to look at it.
struct Way {
    name: &'static str,
    href: String,
    here: bool,
}

struct Column {
    name: String,
    count: String,
    items: Vec<Item>,
}

struct Item {
    q: Quoted,
    /// The codes below the one asked for that it carries.
    codes: String,
    counter: bool,
}

impl Wish {
    fn columns(&self) -> CompareBy {
        match self.by.as_str() {
            "role" => CompareBy::Role,
            "moment" => CompareBy::Moment,
            _ => CompareBy::Case,
        }
    }
}

async fn page(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let (study, t, w) = (&visit.study, visit.tables(), &visit.words().compare);
    let names = || study.codes.rows().iter().map(|code| code.name.clone()).collect();
    if wish.code.is_empty() {
        return Page::of(&ComparePage {
            frame: visit.frame(Screen::Compare, w.choose),
            w,
            code: String::new(),
            href: String::new(),
            definition: String::new(),
            summary: String::new(),
            without: String::new(),
            by: Vec::new(),
            below: None,
            columns: Vec::new(),
            back: String::new(),
            names: names(),
        });
    }
    let at = study.find_code(&wish.code)?;
    let all: Vec<At<Code>> = study.with_everything_below(at).into_iter().collect();
    let codes = if wish.alone { vec![at] } else { all.clone() };
    let by = wish.columns();
    let apart = visit.apart();
    let comparison = compare(study, &codes, by, |coding| apart.sees(&study.places[coding.place], coding));
    let code = &study.codes[at];
    let places: Vec<_> =
        comparison.columns.iter().flat_map(|column| column.fragments.iter().map(|found| found.place)).collect();
    let quotes = visit.read(move |workspace, study| quoted(workspace, study, t, &places, Before::Shown)).await?;
    let mut quotes = quotes.into_iter();
    let listed = |found: &ComparedFragment| {
        let names =
            found.codes.iter().filter(|carried| **carried != at).map(|carried| study.codes[*carried].name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let named = |name: &str| match by {
        _ if name.is_empty() => w.nameless.to_owned(),
        CompareBy::Case => crate::report::heading(&case_reference(t, name)),
        CompareBy::Role | CompareBy::Moment => name.to_owned(),
    };
    let columns: Vec<Column> = comparison
        .columns
        .iter()
        .map(|column| Column {
            name: named(&column.name),
            count: t.count(column.fragments.len()),
            items: column
                .fragments
                .iter()
                .zip(quotes.by_ref())
                .map(|(found, q)| Item { q, codes: listed(found), counter: found.counter })
                .collect(),
        })
        .collect();
    let noun = match by {
        CompareBy::Case => t.nouns.case,
        CompareBy::Role => t.nouns.role,
        CompareBy::Moment => t.nouns.moment,
    };
    let back = if is_own(&wish.back) { wish.back.clone() } else { String::new() };
    let address_of = |by: &str, alone: bool| {
        let mut href = format!("{}&by={by}", address::compare(&code.name));
        if alone {
            href.push_str("&alone=true");
        }
        if back.is_empty() { href } else { format!("{href}&back={}", address::part(&back)) }
    };
    let ways = [
        ("case", w.by_case, CompareBy::Case),
        ("role", w.by_role, CompareBy::Role),
        ("moment", w.by_moment, CompareBy::Moment),
    ];
    let here = ways.iter().find(|way| way.2 == by).map_or("case", |way| way.0);
    let without: Vec<&str> = comparison.without.iter().map(String::as_str).collect();
    let page = ComparePage {
        frame: visit.frame(Screen::Compare, (w.title)(&code.name)),
        w,
        href: address::code(&code.name),
        definition: code.definition.clone(),
        summary: (w.fragments)(
            &t.counted(comparison.fragments, t.nouns.fragment),
            &t.counted(columns.iter().filter(|column| !column.items.is_empty()).count(), noun),
        ),
        without: if without.is_empty() { String::new() } else { (w.without)(&t.listed(&without)) },
        by: ways
            .iter()
            .map(|(value, name, way)| Way { name, href: address_of(value, wish.alone), here: *way == by })
            .collect(),
        below: (all.len() > 1)
            .then(|| (address_of(here, !wish.alone), if wish.alone { w.everything } else { w.alone })),
        columns,
        back,
        names: names(),
        code: code.name.clone(),
    };
    Page::of(&page)
}
