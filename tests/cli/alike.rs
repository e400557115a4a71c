//! Passages like those under a code: which come first, what speaks for them, and what there is nothing to say about.

use crate::cli::desk::Desk;
use serde_json::Value;

fn lines(answer: &Value) -> Vec<(&str, u64)> {
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|hit| (hit["transcript"].as_str().unwrap(), hit["line"].as_u64().unwrap())).collect()
}

#[test]
fn what_a_coder_missed_comes_first() {
    let desk = Desk::small();
    let answer = desk.json(&["like", "buren helpen"]);
    assert_eq!(answer["code"], "buren helpen");
    assert_eq!(answer["fragments"], 2, "the counter-example is none");
    let found = lines(&answer);
    assert_eq!(found[0].0, "familie");
    assert!(!found.contains(&("riek", 7)), "it carries the code: {found:?}");
    assert!(!found.contains(&("jan", 7)), "it carries the code as counter-example: {found:?}");
    let first = &answer["hits"][0];
    assert!(first["text"].as_str().unwrap().contains("buren"), "{first}");
    assert_eq!(first["words"][0]["word"], "buren");
    assert!(!first["matches"].as_array().unwrap().is_empty());
    let scores: Vec<f64> =
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]) && scores.iter().all(|score| *score > 0.0), "{scores:?}");
    desk.does(&["like", "buren helpen", "--limit", "1"]).shows(&["familie · r.", "buren"]).says(&[
        "1 passage lijkt",
        "‘buren helpen’",
        "2 fragmenten",
    ]);
    let table = desk.does(&["like", "buren helpen", "--format", "csv"]).stdout;
    assert_eq!(table.lines().next().unwrap(), "transcript,case,participant,role,line,start,end,score,words,text,codes");
}

#[test]
fn whose_codings_count_can_be_said() {
    let desk = Desk::small();
    let everyone = desk.json(&["like", "schaamte"]);
    assert_eq!(everyone["fragments"], 2);
    assert!(!lines(&everyone).contains(&("familie", 7)));
    let lotte = desk.json(&["like", "schaamte", "--coded-by", "lotte"]);
    assert_eq!(lotte["fragments"], 1);
    assert!(lines(&lotte).contains(&("familie", 7)), "daan coded it, lotte did not: {lotte}");
}

#[test]
fn filters_say_which_passages_are_wanted() {
    let desk = Desk::small();
    for (arguments, allowed) in [
        (&["--case", "2"][..], &["familie", "sjoerd"][..]),
        (&["--transcript", "riek"], &["riek"]),
        (&["--where", "moment:start"], &["riek", "jan"]),
        (&["--code", "stil zijn"], &["riek", "familie"]),
    ] {
        let answer = desk.json(&[&["like", "vuile was", "--limit", "0"], arguments].concat());
        assert!(lines(&answer).iter().all(|(text, _)| allowed.contains(text)), "{arguments:?} {answer}");
    }
    let none = desk.leaves_alone(&["like", "vuile was", "--case", "1", "--role", "professional"]).ended(0);
    assert_eq!(none.says(&["Geen passages"]).stdout, "");
    let asked = desk.json(&["like", "schaamte", "--interviewer", "--limit", "0"]);
    assert!(lines(&asked).contains(&("sjoerd", 5)), "{asked}");
    assert!(!lines(&desk.json(&["like", "schaamte", "--limit", "0"])).contains(&("sjoerd", 5)));
}

#[test]
fn a_passage_will_do_instead_of_a_code() {
    let desk = Desk::small();
    let answer = desk.json(&["like", "--in", "familie", "--quote", "De buren waren boos"]);
    assert_eq!(answer["code"], Value::Null);
    let found = lines(&answer);
    assert!(!found.contains(&("familie", 13)), "the passage itself: {found:?}");
    assert_eq!(found[0], ("sjoerd", 3));
    for place in [&["--lines", "13"][..], &["--span", "300..310"]] {
        desk.does(&[&["like", "--in", "familie"], place].concat());
    }
    desk.does(&["like", "--in", "familie", "--lines", "13", "--limit", "1"]).says(&["1 passage lijkt hierop"]);
}

#[test]
fn a_label_counts_what_stands_below_it() {
    let desk = Desk::small();
    assert_eq!(desk.json(&["like", "Voor het dorp"])["fragments"], 3);
    assert_eq!(desk.json(&["like", "1"])["fragments"], 5);
}

#[test]
fn a_code_without_fragments_is_known_by_its_description() {
    let desk = Desk::small();
    desk.does(&["code", "add", "alleen zijn", "--definition", "’s Avonds alleen in huis zitten."]);
    let answer = desk.json(&["like", "alleen zijn"]);
    assert_eq!(answer["fragments"], 0);
    assert_eq!(lines(&answer)[0], ("riek", 11));
    desk.does(&["code", "add", "🙂"]);
    desk.refuses(&["like", "🙂"]).says(&["‘🙂’", "niets om mee te vergelijken"]);
    desk.does(&["code", "add", "zzz"]);
    desk.does(&["like", "zzz"]).says(&["Geen passages"]);
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = Desk::small();
    desk.refuses(&["like", "schamte"]).says(&["‘schaamte’"]);
    desk.refuses(&["like", "schaamte", "--case", "9"]);
    desk.refuses(&["like", "--in", "rik", "--lines", "1"]).says(&["‘riek’"]);
    desk.refuses(&["like", "--in", "riek", "--quote", "olifanten in de tuin"]);
    desk.refuses(&["like", "--in", "riek", "--lines", "90-95"]);
    for arguments in [
        &["like"][..],
        &["like", "schaamte", "--in", "riek", "--lines", "1"],
        &["like", "--in", "riek"],
        &["like", "--in", "riek", "--lines", "1", "--quote", "dorp"],
    ] {
        desk.leaves_alone(arguments).ended(2);
    }
    Desk::new().refuses(&["like", "schaamte"]);
}
