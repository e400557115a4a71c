//! The worked example.

use crate::cli::desk::{Desk, PROJECT};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_example_is_made_once_and_nothing_else() {
    let desk = Desk::empty();
    desk.does(&["demo"]).says(&["voorbeeld.codeboom", "voorbeeld-rapport/index.html", "codeboom search"]);
    assert_eq!(desk.names(), ["voorbeeld-rapport", "voorbeeld.codeboom", "voorbeeld.codeboom.index"]);
    let (project, page) = (desk.bytes("voorbeeld.codeboom"), desk.text("voorbeeld-rapport/index.html"));
    assert!(page.contains("Samen thuis met dementie"));
    desk.does(&["demo"]).says(&["voorbeeld.codeboom", "voorbeeld-rapport/index.html"]);
    assert!(desk.bytes("voorbeeld.codeboom") == project && desk.text("voorbeeld-rapport/index.html") == page);
    desk.is_sound();
    let hits = desk.json(&["search", "vergeten"]);
    assert!(hits["total"].as_u64() > Some(0), "{hits}");
}

#[test]
fn the_example_is_never_made_over_work() {
    let desk = Desk::example();
    desk.does(&["code", "add", "van mijzelf"]);
    let project = desk.bytes(PROJECT);
    desk.does(&["demo", PROJECT]);
    assert!(desk.bytes(PROJECT) == project, "a changed example was overwritten");
    let desk = Desk::small();
    desk.refuses(&["demo", PROJECT]).says(&[PROJECT, "codeboom demo"]);
    desk.write("kladblok.codeboom", "dit is geen project");
    desk.refuses(&["demo", "kladblok.codeboom"]).says(&["kladblok.codeboom"]);
    assert_eq!(desk.text("kladblok.codeboom"), "dit is geen project");
    desk.refuses(&["demo", "geen/map/voorbeeld.codeboom"]).says(&["geen/map"]);
}

#[test]
fn the_counts_of_the_example_are_those_of_its_codings() {
    let desk = Desk::example();
    let outcome = desk.refuses(&["taxonomy"]);
    outcome.says(&["‘Hoe de zorg verschuift’", "‘Wat hulp aanvaardbaar maakt’"]);
    let table = desk.does(&["codings", "export"]).stdout;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let codings: Vec<(String, String, bool)> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| (format!("{} {} {}", &row[0], &row[1], &row[2]), row[4].to_owned(), &row[7] == "ja"))
        .collect();
    for title in ["Hoe de zorg verschuift", "Wat hulp aanvaardbaar maakt"] {
        let table = desk.json(&["taxonomy", title]);
        let themes = table["themes"].as_array().unwrap();
        let labels: usize = themes.iter().map(|theme| theme["labels"].as_array().unwrap().len()).sum();
        assert_eq!(table["totals"]["themes"], themes.len());
        assert_eq!(table["totals"]["labels"], labels);
        let caption = format!("{title}: thema's (N={}) en labels (N={labels})\n", themes.len());
        desk.does(&["taxonomy", title]).shows(&[&caption]);
        for theme in themes {
            for node in std::iter::once(theme).chain(theme["labels"].as_array().unwrap()) {
                let mut names = Vec::new();
                below(node, &mut names);
                let marked = codings.iter().filter(|(_, code, counter)| !counter && names.contains(code));
                let fragments: BTreeSet<&String> = marked.map(|(fragment, ..)| fragment).collect();
                assert_eq!(node["fragments"], fragments.len(), "{}", node["name"]);
            }
        }
    }
}

/// The code of a branch and all codes below it.
fn below(node: &Value, names: &mut Vec<String>) {
    names.push(node["name"].as_str().unwrap().to_owned());
    for key in ["labels", "codes"] {
        for child in node[key].as_array().into_iter().flatten() {
            below(child, names);
        }
    }
}

#[test]
fn the_example_can_be_taken_back_step_by_step() {
    let desk = Desk::example();
    let hits = desk.json(&["quotes"])["total"].clone();
    for _ in 0..3 {
        desk.does(&["undo", "--anyone"]);
    }
    assert_eq!(
        desk.json(&["quotes"])["total"],
        hits,
        "memos, chosen quotes and a mark of being finished are no codings"
    );
    for _ in 0..3 {
        desk.does(&["redo", "--anyone"]);
    }
    desk.is_sound();
}
