//! Searches and filters that cannot be meant: the place is underlined, the nearest name is given.

use crate::cli::desk::Desk;

/// What stands under the marks in a message that shows a query.
fn underlined(said: &str, query: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    let at = lines.iter().position(|line| line.trim_start() == query).unwrap_or_else(|| panic!("{query} in {said}"));
    let marks = lines[at + 1];
    let under = |(at, c): (usize, char)| (c == '^').then(|| lines[at_query(&lines, query)].chars().nth(at)).flatten();
    marks.chars().enumerate().filter_map(under).collect()
}

fn at_query(lines: &[&str], query: &str) -> usize {
    lines.iter().position(|line| line.trim_start() == query).unwrap_or_default()
}

#[test]
fn queries_that_are_not_finished() {
    let desk = Desk::small();
    for (query, marked) in [
        ("\"vuile was", "\""),
        ("één „vuile was", "„"),
        ("(buren OF hulp", "("),
        ("buren AND (hulp OR (was)", "("),
        ("buren) hulp", ")"),
        ("buren EN", "EN"),
        ("OF buren", "OF"),
        ("buren NIET", "NIET"),
        ("buren () hulp", "()"),
        ("... !!", "... !!"),
    ] {
        let said = desk.refuses(&["search", query]).stderr;
        assert_eq!(underlined(&said, query), marked, "{said}");
    }
    desk.refuses(&["search", ""]).says(&["codeboom search"]);
    desk.refuses(&["search", &"(".repeat(5000)]);
}

#[test]
fn fields_of_a_query_that_do_not_exist() {
    let desk = Desk::small();
    for (query, marked, parts) in [
        ("buren casus:9", "casus:9", &["‘9’", "‘1’"][..]),
        ("buren rol:naste", "rol:naste", &["‘naste’", "‘naaste’"]),
        ("code:\"vuil was\" buren", "code:\"vuil was\"", &["‘vuil was’", "‘vuile was’"]),
        ("kasus:1", "kasus:1", &["‘kasus’", "‘casus’"]),
        ("regio:Twente", "regio:Twente", &["‘regio’", "kenmerk"]),
        ("buren NIET codeur:dan", "codeur:dan", &["‘dan’", "‘daan’"]),
        ("moment:begin", "moment:begin", &["‘begin’", "codeboom transcripts"]),
    ] {
        let said = desk.refuses(&["search", query]).says(parts).stderr;
        assert_eq!(underlined(&said, query), marked, "{said}");
    }
    desk.refuses(&["quotes", "--where", "buren"]).says(&["buren", "^^^^^", "codeboom search"]);
    desk.refuses(&["taxonomy", "--where", "casus:1 EN"]).says(&["EN", "^^"]);
}

#[test]
fn a_name_in_a_filter_that_does_not_exist_gets_the_nearest_one() {
    let desk = Desk::small();
    for (option, typed, nearest) in [
        ("--theme", "Binnenskamer houden", "Binnenskamers houden"),
        ("--theme", "Voor het dorp", ""),
        ("--label", "Voor het drop", "Voor het dorp"),
        ("--label", "schaamte", ""),
        ("--code", "vuil was", "vuile was"),
        ("--case", "11", "1"),
        ("--role", "nasten", "naaste"),
        ("--coded-by", "Dan", "daan"),
        ("--participant", "Rik", "Riek"),
        ("--transcript", "familei", "familie"),
        ("--moment", "halfjaar", "half jaar"),
        ("--theme", "qqqqqqqq", ""),
        ("--coded-by", "qqqqqqqq", ""),
    ] {
        for command in [&["search", "buren"][..], &["quotes"], &["taxonomy"]] {
            let outcome = desk.refuses(&[command, &[option, typed]].concat()).says(&[&format!("‘{typed}’")]);
            if !nearest.is_empty() {
                outcome.says(&[&format!("‘{nearest}’")]);
            }
        }
        desk.refuses(&["report", "--out", "rapport", option, typed]).says(&[typed]);
    }
    desk.refuses(&["taxonomy", "--by", "rolle"]).says(&["‘rolle’"]);
}

#[test]
fn a_faulty_line_of_many_queries_does_not_stop_the_others() {
    let desk = Desk::small();
    desk.write("vragen.txt", "buren\n\"vuile\nrol:onbekend\nstil\n");
    let outcome = desk.leaves_alone(&["search", "--from", "vragen.txt"]).ended(0);
    let lines: Vec<serde_json::Value> =
        outcome.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0]["total"].as_u64() > Some(0) && lines[3]["total"].as_u64() > Some(0));
    for line in &lines[1..3] {
        assert!(line["error"].is_string() && line["hits"] == serde_json::json!([]), "{line}");
    }
    desk.leaves_alone(&["search", "buren", "--from", "vragen.txt"]).ended(2);
}
