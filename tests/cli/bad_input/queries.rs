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
        ("buren EN OF NIET", "EN"),
        ("NABIJ", "NABIJ"),
        ("buren NABIJ/5", "NABIJ/5"),
        ("buren NABIJ/veel hulp", "NABIJ/veel"),
        ("buren NEAR/0 hulp", "NEAR/0"),
        ("buren NABIJ casus:1", "casus:1"),
        ("(buren hulp) NABIJ stil", "(buren hulp)"),
        ("buren NABIJ NIET hulp", "NIET"),
        ("code:\"vuile was\" BINNEN buren", "buren"),
        ("BINNEN code:\"vuile was\"", "BINNEN"),
        ("code:schaamte VOLGT/zin code:schaamte", "VOLGT/zin"),
        ("buren~3", "buren~3"),
        ("vuile-was~", "vuile-was~"),
        ("vuile-*was", "vuile-*was"),
        ("\"vuile was\"~5", "\"vuile was\"~5"),
        ("stil /bur", "/"),
        ("stil /bu(r/", "/bu(r/"),
        ("stil /*uren/", "/*uren/"),
        ("stil /((b{1000}){1000}){1000}/", "/((b{1000}){1000}){1000}/"),
        ("stil /((((a*)*)*)*)*b{1000}{1000}{99}/", "/((((a*)*)*)*)*b{1000}{1000}{99}/"),
        ("casus:()", "()"),
        ("casus:(1 OF rol:naaste)", "rol:naaste"),
        ("casus:(1 OF", "OF"),
        ("datum:ooit", "datum:ooit"),
        ("tegenvoorbeeld:soms", "tegenvoorbeeld:soms"),
        ("memo:...", "memo:..."),
        ("transcript:riek BINNEN code:\"vuile was\"", "transcript:riek"),
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
        ("casus:(1 OF 9)", "9", &["‘9’", "‘1’"]),
        ("code:\"vuile was\" BINNEN code:schamte", "code:schamte", &["‘schamte’", "‘schaamte’"]),
        ("code:x* buren", "code:x*", &["‘x*’"]),
        ("\"zorg duur\":3", "\"zorg duur\":3", &["‘zorg duur’"]),
        ("buren mem:x", "mem:x", &["‘mem’", "‘memo’"]),
    ] {
        let said = desk.refuses(&["search", query]).says(parts).stderr;
        assert_eq!(underlined(&said, query), marked, "{said}");
    }
    desk.refuses(&["quotes", "--where", "buren"]).says(&["buren", "^^^^^", "codeboom search"]);
    desk.refuses(&["quotes", "--where", "buren NABIJ hulp"]).says(&["^^^^^"]);
    desk.refuses(&["taxonomy", "--where", "casus:1 EN"]).says(&["EN", "^^"]);
}

#[test]
fn what_is_wrong_is_said_in_a_clause_with_the_way_out() {
    let desk = Desk::small();
    for (query, parts) in [
        ("stil /bu(r/", &["patroon", "haakje wordt niet gesloten", "aanhalingstekens"][..]),
        ("stil /((b{1000}){1000}){1000}/", &["te groot"]),
        ("stil /bur", &["schuine streep", "/ver(geten|gat)/"]),
        ("buren NABIJ/veel hulp", &["van 1 tot 1000", "zin", "beurt"]),
        ("buren NABIJ", &["Na NABIJ", "schrijf het dan klein: nabij"]),
        ("buren~3", &["één of twee letters", "woord~2"]),
        ("code:schaamte SAMEN buren", &["één codering", "code:"]),
        ("\"vuile was\"~5", &["NABIJ/3"]),
    ] {
        desk.refuses(&["search", query]).says(parts);
    }
    let english = desk.leaves_alone(&["search", "buren NABIJ/veel hulp", "--language", "en"]).ended(1);
    english.says(&["a number from 1 to 1000", "NEAR/sentence"]);
}

/// What is odd but can be meant is answered; what is too much is refused at once.
#[test]
fn odd_and_enormous_queries() {
    let desk = Desk::small();
    let found = |query: &str| desk.json(&["search", query])["total"].as_u64().unwrap();
    let buren = found("buren");
    assert!(buren > 0);
    assert_eq!(found("\u{1}buren\u{7}\u{1b} \u{202e}"), buren);
    assert_eq!(found("co\u{f6}rdinator"), found("coo\u{308}rdinator"));
    assert_eq!(found("buren 🙂 👩\u{200d}👧"), buren);
    assert_eq!(found("שלום"), 0);
    assert_eq!(found("buren OF \u{202b}שלום\u{202c}"), buren);
    assert_eq!(found(&"buren ".repeat(15_000)), buren);
    assert_eq!(found(" -buren"), buren);
    desk.refuses(&["search", "😊"]).says(&["leestekens"]);
    // The longest argument that a system takes is 128 kB, so that longer queries come from a file.
    let long = [
        "ja ".repeat(50_000),
        "(".repeat(100_000),
        "NIET ".repeat(20_000),
        "a NABIJ ".repeat(12_000),
        "code:schaamte VOLGT ".repeat(5_000),
        "net* ".repeat(20_000),
        "/(a{9}){9}/ ".repeat(9_000),
        "*".repeat(100_000),
        "\"".repeat(99_999),
    ];
    desk.write("vragen.txt", long.join("\n"));
    let outcome = desk.leaves_alone(&["search", "--from", "vragen.txt"]).ended(0);
    assert_eq!(outcome.stdout.lines().count(), long.len());
    for line in outcome.stdout.lines() {
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(answer["error"].is_string(), "{line:.80}");
    }
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
