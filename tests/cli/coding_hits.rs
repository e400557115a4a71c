//! A code on everything that a search finds: what it is put on, what is left alone, and what is refused.

use crate::cli::desk::Desk;
use crate::cli::small_study;
use serde_json::Value;

/// The words of the places in an answer.
fn places(answer: &Value) -> Vec<&str> {
    answer["places"].as_array().unwrap().iter().map(|place| place["text"].as_str().unwrap()).collect()
}

fn counts(answer: &Value) -> (u64, u64, u64, u64) {
    let count = |key: &str| answer[key].as_u64().unwrap();
    (count("hits"), count("added"), count("already"), count("unmarked"))
}

/// The coded words under a code, by coder.
fn coded(desk: &Desk, code: &str, coder: &str) -> Vec<String> {
    let quotes = desk.json(&["quotes", "--code", code, "--coded-by", coder]);
    let quotes = quotes["quotes"].as_array().unwrap();
    quotes.iter().map(|quote| quote["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_code_goes_on_every_turn_that_is_found_in_one_step() {
    let desk = Desk::small();
    let before = desk.steps();
    let export = desk.does(&["codings", "export"]).stdout;
    desk.does(&["search", "boos", "--apply", "ruzie", "--new"]).says(&["‘ruzie’", "3 plaatsen", "‘boos’", "undo"]);
    assert_eq!(
        coded(&desk, "ruzie", "lotte"),
        [
            "De buren waren boos.",
            "Boos? De buren helpen nu elke week.",
            "De coördinator belde ’s avonds; de buren waren boos."
        ]
    );
    assert_eq!(desk.steps(), before + 1);
    desk.does(&["history"]).shows(&["‘ruzie’ op 3 plaatsen gezet, gevonden met ‘boos’"]);
    desk.is_sound();
    desk.does(&["undo"]).says(&["‘ruzie’ op 3 plaatsen"]);
    assert_eq!(desk.does(&["codings", "export"]).stdout, export);
    desk.refuses(&["quotes", "--code", "ruzie"]);
    desk.does(&["redo"]);
    assert_eq!(coded(&desk, "ruzie", "lotte").len(), 3);
    desk.is_sound();
}

#[test]
fn a_preview_shows_every_place_and_changes_nothing() {
    let desk = Desk::small();
    desk.leaves_alone(&["search", "stil", "--apply", "stil zijn", "--dry-run", "--coder", "daan"])
        .ended(0)
        .shows(&["riek · r. 11 · Riek", "’s Avonds zit ik alleen, dan is het stil in huis.", "[deels al zo gecodeerd]"])
        .says(&["‘stil zijn’ komt op 2 plaatsen", "1 plaats", "niets opgeslagen"]);
    desk.leaves_alone(&["search", "stil", "--apply", "nieuw", "--new", "--dry-run"])
        .ended(0)
        .says(&["‘nieuw’ bestaat nog niet"]);
    let table = desk.does(&["search", "stil", "--apply", "stil zijn", "--dry-run", "--format", "csv"]).stdout;
    desk.write("treffers.csv", table);
    desk.does(&["codings", "import", "treffers.csv"]).says(&["2 coderingen"]);
    assert_eq!(coded(&desk, "stil zijn", "lotte").len(), 3);
}

#[test]
fn a_find_is_extended_as_asked() {
    let desk = Desk::small();
    let (first, second) = ("De buren helpen wel, maar vragen doe je niet.", "Zo’n dorp is dit.");
    let whole = format!("{first} {second}");
    for (query, extend, expected) in [
        ("vragen", "turn", &[whole.as_str()][..]),
        ("vragen", "paragraph", &[&whole]),
        ("vragen", "sentence", &[first]),
        ("vragen", "match", &["vragen"]),
        ("\"zo'n dorp\" vragen", "match", &["vragen", "Zo’n dorp"]),
        ("\"zo'n dorp\" vragen", "sentence", &[first, second]),
        ("\"je niet zo'n dorp\"", "sentence", &[&whole]),
        ("\"je niet zo'n dorp\"", "match", &["je niet. Zo’n dorp"]),
    ] {
        let asked = ["search", query, "--case", "1", "--apply", "dorp", "--new", "--dry-run", "--extend", extend];
        let answer = desk.json(&asked);
        assert_eq!(places(&answer), expected, "{query} {extend}");
        assert_eq!((&answer["dry_run"], &answer["extend"]), (&Value::from(true), &Value::from(extend)));
    }
}

#[test]
fn places_that_this_coder_coded_so_already_are_left_alone_and_counted() {
    let desk = Desk::small();
    let first = desk.json(&["search", "schaamte OR schaamden", "--apply", "schaamte"]);
    assert_eq!(counts(&first), (2, 2, 0, 0));
    let again = desk.json(&["search", "schaamte OR schaamden", "--apply", "schaamte"]);
    assert_eq!(counts(&again), (2, 0, 2, 0));
    desk.leaves_alone(&["search", "schaamte", "--apply", "schaamte"]).ended(0).says(&["al gecodeerd"]);
    // Inside a coded turn, the words are coded; for another coder they are not.
    let inside = desk.json(&["search", "schaamte", "--apply", "schaamte", "--extend", "match"]);
    assert_eq!(counts(&inside), (1, 0, 1, 0));
    let other = desk.json(&["search", "schaamden", "--apply", "schaamte", "--coder", "daan"]);
    assert_eq!(counts(&other), (1, 1, 0, 0));
    let some = desk.json(&["search", "schaamte OR stil", "--apply", "schaamte"]);
    assert_eq!(counts(&some), (3, 2, 1, 0));
    desk.is_sound();
}

#[test]
fn every_filter_says_what_is_coded() {
    for (arguments, number) in [
        (&["--participant", "Toos"][..], 2),
        (&["--participant", "Toos", "--participant", "Bennie"], 4),
        (&["--role", "professional", "--case", "2"], 4),
        (&["respondent:Toos"], 2),
        (&["buren", "--role", "naaste"], 3),
        (&["buren", "--code", "buren helpen"], 2),
        (&["coördinator", "--where", "NOT moment:start"], 2),
        (&["avonds", "--interviewer"], 3),
        (&["--transcript", "jan", "--interviewer"], 4),
    ] {
        let desk = Desk::small();
        let answer = desk.json(&[&["search"], arguments, &["--apply", "bekeken", "--new"]].concat());
        assert_eq!(counts(&answer), (number, number, 0, 0), "{arguments:?}");
        assert_eq!(coded(&desk, "bekeken", "lotte").len() as u64, number, "{arguments:?}");
    }
}

#[test]
fn only_a_limit_that_was_given_limits_what_is_coded() {
    let desk = Desk::new();
    let turns: Vec<(&str, &str)> =
        (0..70).flat_map(|_| [("Interviewer", "En toen?"), ("Nel", "Toen was het water op.")]).collect();
    desk.write("nel.txt", small_study::typed(&turns));
    desk.does(&["import", "nel.txt"]);
    assert_eq!(counts(&desk.json(&["search", "water", "--apply", "w", "--new", "--dry-run"])), (70, 70, 0, 0));
    let limited = ["search", "water", "--apply", "w", "--new", "--sort", "text", "--limit", "3"];
    desk.does(&limited).says(&["3 plaatsen", "70 treffers", "de eerste 3"]);
    assert_eq!(coded(&desk, "w", "lotte").len(), 3);
    assert_eq!(counts(&desk.json(&["search", "water", "--apply", "w", "--limit", "0"])), (70, 67, 3, 0));
}

#[test]
fn nothing_to_code_is_no_step_and_no_new_code() {
    let desk = Desk::small();
    for arguments in [
        &["search", "olifant", "--apply", "dieren", "--new"][..],
        &["search", "buren", "--case", "1", "--role", "professional", "--apply", "dieren", "--new"],
        // Found by a condition alone, nothing is marked.
        &["search", "respondent:Toos", "--extend", "match", "--apply", "dieren", "--new"],
        &["search", "NOT buren", "--extend", "sentence", "--apply", "dieren", "--new"],
        // The label of a turn is nobody's words.
        &["search", "bennie", "--extend", "match", "--transcript", "familie", "--apply", "dieren", "--new"],
    ] {
        desk.leaves_alone(arguments).ended(0).says(&["gevonden"]);
        desk.refuses(&["quotes", "--code", "dieren"]);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = Desk::small();
    desk.refuses(&["search", "buren", "--apply", "schamte"]).says(&["‘schamte’", "‘schaamte’"]);
    desk.refuses(&["search", "buren", "--apply", "schamte", "--dry-run"]).says(&["‘schaamte’"]);
    desk.refuses(&["search", "buren", "--apply", " ", "--new"]);
    desk.refuses(&["search", "(buren", "--apply", "schaamte"]).says(&["haakje"]);
    desk.refuses(&["search", "buren", "--role", "nasten", "--apply", "schaamte"]).says(&["naaste"]);
    for arguments in [
        &["search", "buren", "--extend", "turn"][..],
        &["search", "buren", "--dry-run"],
        &["search", "--from", "vragen.txt", "--apply", "schaamte"],
        &["search", "--apply", "schaamte"],
        &["search", "buren", "--apply", "schaamte", "--extend", "pagina"],
    ] {
        desk.leaves_alone(arguments).ended(2);
    }
}

#[test]
fn hits_can_be_shown_with_what_was_said_around_them() {
    let desk = Desk::small();
    let answer = desk.json(&["search", "schaamden", "--context", "2"]);
    let context = &answer["hits"][0]["context"];
    let said = |side: &str| -> Vec<(Option<&str>, &str)> {
        let turns = context[side].as_array().unwrap();
        turns.iter().map(|turn| (turn["participant"].as_str(), turn["text"].as_str().unwrap())).collect()
    };
    assert_eq!(said("before"), [(None, "Interviewer: Hoe is het gegaan?")]);
    assert_eq!(
        said("after"),
        [
            (Some("Sjoerd"), "Sjoerd: De hulp kwam laat. De coördinator was ziek."),
            (Some("Toos"), "Toos: Schaamte, ja. De vuile was lag op straat.")
        ]
    );
    assert_eq!(context["after"][0]["line"], 5);
    desk.does(&["search", "schaamden", "--context", "1"]).shows(&[
        "    Interviewer: Hoe is het gegaan?\n  Toos: Wij schaamden",
        "erbij.\n    Sjoerd: De hulp kwam laat.",
    ]);
    let huge = desk.json(&["search", "schaamden", "--context", &usize::MAX.to_string()]);
    assert_eq!(huge["hits"][0]["context"]["after"].as_array().unwrap().len(), 6);
    assert!(desk.json(&["search", "schaamden"])["hits"][0]["context"].is_null());
}

#[test]
fn hits_can_be_sorted_by_case() {
    let desk = Desk::new();
    desk.write("a.txt", "Interviewer: Ja?\n\nNel: Het water.\n\nInterviewer: Ja?\n\nNel: Water, water.\n");
    desk.write("b.txt", "Interviewer: Ja?\n\nAd: Het water.\n\nInterviewer: Ja?\n\nAd: Niets.\n");
    desk.write("c.txt", "Interviewer: Ja?\n\nMo: Het water.\n\nInterviewer: Ja?\n\nMo: Niets.\n");
    desk.write("t.csv", "transcript;respondent;casus\na;Nel;10\nb;Ad;9\n");
    desk.does(&["import", "a.txt", "b.txt", "c.txt", "--participants", "t.csv"]);
    let sorted = |limit: &str| -> Vec<(String, u64)> {
        let answer = desk.json(&["search", "water", "--sort", "case", "--limit", limit]);
        assert_eq!(answer["total"], 4);
        let hits = answer["hits"].as_array().unwrap();
        hits.iter().map(|hit| (hit["transcript"].as_str().unwrap().to_owned(), hit["line"].as_u64().unwrap())).collect()
    };
    let all = [("b", 3), ("a", 3), ("a", 7), ("c", 3)].map(|(text, line)| (text.to_owned(), line));
    assert_eq!(sorted("0"), all);
    assert_eq!(sorted("2"), all[..2]);
}
