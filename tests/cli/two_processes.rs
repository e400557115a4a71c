//! More than one process at a time: each ends whole or refused, nobody undoes another's work, and whoever searches
//! meanwhile sees the study as it was or as it is.

use crate::cli::desk::{Desk, Outcome, PROJECT, Running};
use crate::cli::small_study;
use codeboom::analysis::{Filter, NameKind};
use codeboom::project::{Interviewer, SearchRequest, Workspace};
use codeboom::search::{Matching, Order};
use std::collections::BTreeSet;
use std::time::Duration;

/// Starts all of them, then waits for all.
fn together(desk: &Desk, commands: &[Vec<String>]) -> Vec<Outcome> {
    let start = |command: &Vec<String>| desk.start(&command.iter().map(String::as_str).collect::<Vec<_>>());
    let running: Vec<Running> = commands.iter().map(start).collect();
    running.into_iter().map(Running::end).collect()
}

fn words(command: &str) -> Vec<String> {
    command.split('|').map(str::to_owned).collect()
}

#[test]
fn many_who_write_at_once_all_end_whole() {
    let desk = Desk::small();
    let command =
        |at: usize| words(&format!("code|apply|code {at}|--new|--in|riek|--quote|De buren helpen|--coder|c{at}"));
    let commands: Vec<_> = (0..8).map(command).collect();
    for outcome in together(&desk, &commands) {
        outcome.ended(0);
    }
    assert_eq!(desk.steps(), 12);
    let exported = desk.does(&["codings", "export"]).stdout;
    for at in 0..8 {
        assert_eq!(exported.matches(&format!("De buren helpen,code {at},c{at},")).count(), 1, "{exported}");
    }
    let numbers: Vec<u64> = desk.json(&["history"])["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=12).collect::<Vec<_>>());
    desk.is_sound();
}

#[test]
fn the_same_act_at_once_is_done_once() {
    let desk = Desk::small();
    let same = |command: &str| vec![words(command); 5];
    for outcome in together(&desk, &same("code|apply|de kerk|--new|--in|jan|--lines|3|--coder|daan")) {
        outcome.ended(0);
    }
    assert_eq!(desk.steps(), 5, "one made it, the others found it so");
    let outcomes = together(&desk, &same("code|add|de bel"));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.code == Some(0)).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| outcome.code == Some(1)).count(), 4);
    let outcomes = together(&desk, &same("new|tegelijk.codeboom"));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.code == Some(0)).count(), 1);
    desk.does(&["doctor", "-p", "tegelijk.codeboom"]);
    desk.does(&["doctor", "-p", "studie.codeboom"]);
}

#[test]
fn a_folder_imported_twice_at_once_comes_in_once() {
    let desk = Desk::new();
    small_study::put(&desk);
    for outcome in together(&desk, &vec![words("import|teksten|--participants|respondenten.csv"); 3]) {
        outcome.ended(0);
    }
    assert_eq!(
        (desk.json(&["transcripts"])["total"].clone(), desk.json(&["participants"])["total"].clone()),
        (4.into(), 5.into())
    );
    assert_eq!(desk.steps(), 2);
    desk.is_sound();
}

#[test]
fn undo_at_once_takes_back_different_steps() {
    let desk = Desk::small();
    for at in 0..4 {
        desk.does(&["code", "add", &format!("code {at}")]);
    }
    for outcome in together(&desk, &vec![words("undo"); 4]) {
        outcome.ended(0);
    }
    assert_eq!(desk.json(&["codebook", "show"])["total"], 11);
    assert_eq!(desk.steps(), 12);
    desk.is_sound();
}

#[test]
fn correcting_and_coding_at_once_leaves_every_fragment_on_its_words() {
    let desk = Desk::small();
    let mut turns = small_study::interviews().remove(1).turns;
    turns.insert(1, ("Jan", "Wacht, ik zet eerst koffie."));
    desk.write("jan.txt", small_study::typed(&turns));
    let mut commands = vec![words("correct|jan|jan.txt|--coder|eva")];
    let quotes = ["Ze luistert", "één keer per week", "De was doe ik zelf", "Nou ja"];
    commands.extend(quotes.map(|quote| words(&format!("code|apply|zelf redden|--in|jan|--quote|{quote}"))));
    for outcome in together(&desk, &commands) {
        outcome.ended(0);
    }
    desk.is_sound();
    let shown: BTreeSet<String> = desk.json(&["quotes", "--code", "zelf redden"])["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|quote| quote["text"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(shown, quotes.iter().copied().chain(["Ik red me wel"]).map(str::to_owned).collect());
}

/// How often the neighbours are named; every hit is named by the text that it is in.
fn total(desk: &Desk) -> u64 {
    let answer = desk.json(&["search", "buren", "--limit", "0"]);
    for hit in answer["hits"].as_array().unwrap() {
        let (words, name) = (hit["text"].as_str().unwrap(), hit["transcript"].as_str().unwrap());
        if let Some(day) = words.strip_prefix("Nel: De buren kwamen dag ") {
            assert_eq!(format!("nel-{}", day.trim_end_matches('.')), name);
        }
    }
    answer["total"].as_u64().unwrap()
}

#[test]
fn searching_while_texts_come_in() {
    let desk = Desk::small();
    let before = total(&desk);
    for at in 0..30 {
        let turn = format!("Nel: De buren kwamen dag {at}.\n\nNel: En de was hing buiten.\n\n");
        desk.write(&format!("meer/nel-{at}.txt"), turn.repeat(20));
    }
    let mut import = desk.start(&["import", "meer"]);
    let mut totals = Vec::new();
    while import.child.try_wait().unwrap().is_none() || totals.len() < 3 {
        totals.push(total(&desk));
    }
    import.end().ended(0);
    totals.push(total(&desk));
    let after = before + 30 * 20;
    assert!(totals.iter().all(|total| [before, after].contains(total)), "neither {before} nor {after}: {totals:?}");
    assert!(totals.is_sorted() && totals.last() == Some(&after), "{totals:?}");
}

/// Between the picture of the study that a command starts with and its search, another process may write.
#[test]
fn hits_speak_of_the_picture_that_was_searched() {
    let desk = Desk::small();
    let mut workspace = Workspace::open(&desk.at(PROJECT), "lotte", || 0).unwrap();
    let study = workspace.study().unwrap();
    let jan = Filter::named(NameKind::Transcript, "jan", &study).unwrap();
    desk.write("anna.txt", "Anna: De was en de buren.\n\nAnna: De coördinator.\n");
    desk.does(&["import", "anna.txt"]);
    let request = SearchRequest {
        query: "coördinator",
        matching: Matching::Lemmas,
        filters: vec![jan],
        interviewer: Interviewer::LeftOut,
        limit: None,
        order: Order::Text,
    };
    let hits = workspace.search(&study, &request).unwrap();
    let found: Vec<_> = hits.hits.iter().map(|hit| (study.texts[hit.text].row.name.as_str(), hit.line)).collect();
    assert_eq!(found, [("jan", 3)]);
}

#[test]
fn an_index_made_by_several_at_once_is_one_index() {
    let desk = Desk::small();
    for outcome in together(&desk, &vec![words("search|buren|--format|json"); 6]) {
        assert_eq!(serde_json::from_str::<serde_json::Value>(&outcome.ended(0).stdout).unwrap()["total"], 5);
    }
    assert_eq!(desk.json(&["search", "buren"])["total"], 5);
}

#[test]
fn a_process_that_is_killed_leaves_all_or_nothing() {
    let desk = Desk::small();
    let text = "Riek: Ach, je hangt de vuile was niet buiten, ’s avonds niet en nooit niet.\n\n".repeat(6_000);
    for (at, wait) in [30, 120, 250, 400].into_iter().enumerate() {
        let name = format!("lang-{at}");
        desk.write(&format!("{name}.txt"), format!("Riek: Nummer {at}.\n\n{text}"));
        let mut import = desk.start(&["import", &format!("{name}.txt")]);
        std::thread::sleep(Duration::from_millis(wait));
        import.child.kill().unwrap();
        import.child.wait().unwrap();
        desk.is_sound();
        let there = desk.run(&["show", &name, "--lines", "1"]).code == Some(0);
        let hits =
            desk.json(&["search", "nummer", "--transcript", if there { &name } else { "jan" }])["total"].as_u64();
        assert_eq!(hits, Some(u64::from(there)), "after {wait} ms");
    }
    desk.does(&["code", "add", "daarna"]);
}
