//! The rooms of the source and which of them may know which: every `use crate::…` and every path `crate::…` is read,
//! and an arrow that points back fails.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A room and the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("store", &["model", "text"]),
    ("import", &["model", "text"]),
    ("search", &["model", "text"]),
    ("analysis", &["model", "text"]),
    ("project", &["model", "text", "store", "import", "search", "analysis"]),
    ("report", &["model", "text", "import", "search", "analysis", "project"]),
    ("interchange", &["model", "text", "import", "search", "analysis", "project"]),
    ("example", &["model", "text", "store", "analysis", "project", "interchange"]),
    ("language", &["model", "text", "store", "import", "search", "analysis", "project", "report", "interchange"]),
    (
        "server",
        &[
            "model",
            "text",
            "store",
            "import",
            "search",
            "analysis",
            "project",
            "report",
            "interchange",
            "example",
            "language",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "text",
            "store",
            "import",
            "search",
            "analysis",
            "project",
            "report",
            "interchange",
            "example",
            "language",
            "server",
        ],
    ),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Tests of a room may use rooms above it: they need words of a language, or a failing statement.
fn is_for_tests(file: &Path) -> bool {
    let inside_tests = file.parent().is_some_and(|folder| folder.ends_with("tests"));
    inside_tests || file.ends_with("tests.rs") || file.ends_with("fixture.rs")
}

#[test]
fn no_arrow_points_back() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&source, &mut found);
    let may: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let path = regex::Regex::new(r"\bcrate::(?:\{([^}]*)\}|([a-z_]+))").unwrap();
    let mut back = Vec::new();
    for file in &found {
        let inside = file.strip_prefix(&source).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        if ["lib", "main"].contains(&room.as_str()) {
            continue;
        }
        let allowed = may.get(room.as_str()).unwrap_or_else(|| panic!("{room} has no place in the list of rooms"));
        if is_for_tests(file) {
            continue;
        }
        let text = std::fs::read_to_string(file).unwrap();
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for names in path.captures_iter(line) {
                let several = names.get(1).or(names.get(2)).map_or("", |names| names.as_str());
                for target in several.split(',').map(|name| name.trim().split(':').next().unwrap_or_default()) {
                    if target != room && may.contains_key(target) && !allowed.contains(&target) {
                        back.push(format!("{}:{}: {room} uses {target}", inside.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(back.is_empty(), "arrows that point back:\n{}", back.join("\n"));
    assert!(found.len() > 60, "the source was not found");
}

#[test]
fn only_the_store_knows_sql() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&source, &mut found);
    let elsewhere =
        |file: &&PathBuf| !file.starts_with(source.join("store")) && !file.ends_with("store.rs") && !is_for_tests(file);
    for file in found.iter().filter(elsewhere) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(!text.contains("rusqlite"), "{} knows the database", file.display());
    }
}
