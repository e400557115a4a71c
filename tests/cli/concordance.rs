//! `kwic`: every marked place on a line of its own, in every order and format.

use super::desk::Desk;
use insta::assert_snapshot;
use serde_json::{Value, json};

#[test]
fn the_places_stand_below_each_other() {
    let desk = Desk::small();
    let outcome = desk.does(&["kwic", "buren", "--width", "30"]);
    assert_snapshot!(outcome.stdout, @r"
familie r. 3      dood, zo'n toestand met de buren erbij.
familie r. 13                             De buren waren boos.
familie r. 15                       Boos? De buren helpen nu elke week.
riek r. 7                                 De buren helpen wel, maar vragen doe
sjoerd r. 3              belde ’s avonds; de buren waren boos.
");
    outcome.says(&["5 plaatsen in 5 beurten."]);
}

#[test]
fn every_mark_of_a_search_is_a_line() {
    let desk = Desk::small();
    for query in ["de", "buren OR helpen", "\"vuile was\"", "casus:2 boos", "zo'n", "helpen NOT wel"] {
        for options in [&[][..], &["--interviewer"], &["--role", "naaste"], &["--exact"]] {
            let hits = desk.json(&[&["search", query, "--limit", "0", "--sort", "text"], options].concat());
            let found = desk.json(&[&["kwic", query, "--limit", "0"], options].concat());
            let marks: Vec<&Value> =
                hits["hits"].as_array().unwrap().iter().flat_map(|hit| hit["matches"].as_array().unwrap()).collect();
            let lines = found["lines"].as_array().unwrap();
            assert_eq!(lines.iter().map(|line| &line["span"]).collect::<Vec<_>>(), marks, "{query} {options:?}");
            assert_eq!((&found["total"], &found["turns"]), (&marks.len().into(), &hits["total"]), "{query}");
        }
    }
}

#[test]
fn a_line_says_where_it_stands_and_who_speaks() {
    let desk = Desk::small();
    let found = desk.json(&["kwic", "\"vuile was\"", "--role", "naaste"]);
    assert_eq!(
        found["lines"][1],
        json!({
            "transcript": "riek", "case": "1", "participant": "Riek", "role": "naaste", "line": 3,
            "span": {"start": 57, "end": 66},
            "before": " Ach, je hangt de ", "match": "vuile was", "after": " niet buiten. Zo'n dorp is dit."
        })
    );
    let one = desk.json(&["kwic", "vuile", "--width", "12", "--transcript", "riek"]);
    assert_eq!((&one["lines"][0]["before"], &one["lines"][0]["after"]), (&json!("je hangt de "), &json!(" was niet")));
}

#[test]
fn lines_come_in_the_order_that_was_asked_for() {
    let desk = Desk::small();
    let places = |sort: &str| -> Vec<String> {
        let found = desk.json(&["kwic", "buren", "--sort", sort]);
        let lines = found["lines"].as_array().unwrap().iter();
        lines.map(|line| format!("{} {}", line["transcript"].as_str().unwrap(), line["line"])).collect()
    };
    assert_eq!(places("text"), ["familie 3", "familie 13", "familie 15", "riek 7", "sjoerd 3"]);
    assert_eq!(places("case"), ["riek 7", "familie 3", "familie 13", "familie 15", "sjoerd 3"]);
    assert_eq!(places("right"), ["familie 3", "familie 15", "riek 7", "familie 13", "sjoerd 3"]);
    assert_eq!(places("left"), ["familie 13", "riek 7", "sjoerd 3", "familie 15", "familie 3"]);
    desk.leaves_alone(&["kwic", "buren", "--sort", "omhoog"]).ended(2);
}

#[test]
fn the_ending_of_the_file_says_the_format() {
    let desk = Desk::small();
    for (ending, format) in [("csv", "csv"), ("md", "md"), ("json", "json"), ("txt", "text")] {
        let file = format!("buren.{ending}");
        desk.does(&["kwic", "buren", "--out", &file]).says(&[&file]);
        assert_eq!(desk.text(&file), desk.does(&["kwic", "buren", "--format", format]).stdout, "{file}");
    }
    desk.does(&["kwic", "\"vuile was\"", "--where", "casus:1", "--out", "was.html"]).says(&["was.html", "1 plaats"]);
    let page = desk.text("was.html");
    for part in
        ["<b>vuile was</b>", "Ach, je hangt de", "Riek, naaste, casus 1", "Beperkt tot: casus:1", "data:font/woff2"]
    {
        assert!(page.contains(part), "{part}");
    }
    for never in ["<script", "<link", "src=", "http:", "https:"] {
        assert!(!page.contains(never), "{never}");
    }
    desk.leaves_alone(&["kwic", "buren", "--out", "buren.docx"]).ended(2).says(&[".html"]);
}

#[test]
fn where_nothing_is_found_it_is_said() {
    let desk = Desk::small();
    desk.does(&["kwic", "olifant"]).says(&["Geen plaatsen."]);
    desk.does(&["kwic", "buren", "--role", "hoofdpersoon"]).says(&["Geen plaatsen."]);
    desk.does(&["kwic", "casus:1"]).says(&["codeboom search"]);
    desk.does(&["kwic", "olifant", "--out", "niets.html"]);
    assert!(!desk.text("niets.html").contains("<table"));
    assert_eq!(desk.json(&["kwic", "olifant"]), json!({"query": "olifant", "total": 0, "turns": 0, "lines": []}));
    desk.refuses(&["kwic", "\"vuile was"]).says(&["^"]);
    desk.refuses(&["kwic", "buren", "--case", "11"]).says(&["‘1’"]);
    desk.leaves_alone(&["kwic"]).ended(2);
    Desk::new().does(&["kwic", "buren"]).says(&["codeboom import"]);
    desk.does(&["kwic", "de", "--limit", "2"]).says(&["de eerste 2 staan hier. Alles zie je met `--limit 0`."]);
}

#[test]
fn strange_letters_keep_the_place_in_one_column() {
    let desk = Desk::new();
    desk.write(
        "vreemd.txt",
        "Riek: co\u{f6}rdinator 漢字 \u{202e}👩‍👧 de hond\n\nJan: coo\u{308}rdinator, שלום \u{1b}[31m de hond\n\nRiek: hond\n\nJan: ja\n",
    );
    desk.does(&["import", "vreemd.txt"]);
    let text = desk.does(&["kwic", "hond", "--width", "20"]).stdout;
    let columns: Vec<usize> =
        text.lines().map(|line| unicode_width::UnicodeWidthStr::width(&line[..line.find("hond").unwrap()])).collect();
    assert_eq!(columns.len(), 3, "{text}");
    assert!(columns.iter().all(|at| *at == columns[0]), "{columns:?} {text}");
    assert!(!text.contains('\u{202e}'));
    for query in ["coördinator", "שלום", "漢"] {
        assert!(desk.json(&["kwic", query])["total"].as_u64().unwrap() >= 1, "{query}");
    }
}
