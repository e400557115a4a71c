//! What leaves a step in the history and what does not, and the way back over it, each in a process of its own.

use crate::cli::desk::Desk;
use crate::cli::small_study;

#[test]
fn reading_leaves_no_step() {
    let desk = Desk::small();
    desk.does(&["search", "buren"]);
    for command in [
        &["transcripts"][..],
        &["cases"],
        &["participants"],
        &["codebook", "show"],
        &["codebook", "export"],
        &["codings", "export"],
        &["quotes"],
        &["taxonomy"],
        &["taxonomy", "--by", "moment", "--where", "casus:1"],
        &["search", "buren"],
        &["show", "riek"],
        &["history"],
        &["memo", "list"],
        &["synonyms"],
        &["doctor"],
    ] {
        desk.leaves_alone(command).ended(0);
    }
    let project = desk.bytes("studie.codeboom");
    desk.does(&["report", "--out", "rapport"]);
    assert!(desk.bytes("studie.codeboom") == project);
}

#[test]
fn trying_leaves_no_step() {
    let desk = Desk::small();
    desk.write("nel.txt", "Interviewer: Dag.\n\nNel: Ik heb de sleutel.\n\nNel: Al jaren.\n");
    desk.leaves_alone(&["import", "nel.txt", "--dry-run"]).ended(0).says(&[
        "‘nel’",
        "UTF-8",
        "‘Nel’",
        "2 beurten",
        "niets",
    ]);
    desk.write("jan.txt", "Jan: Iets heel anders.\n");
    desk.leaves_alone(&["correct", "jan", "jan.txt", "--dry-run"]).ended(0).says(&["‘jan’", "niets"]);
}

#[test]
fn doing_what_was_done_already_leaves_no_step() {
    let desk = Desk::small();
    small_study::put(&desk);
    desk.does(&["finish", "jan"]);
    desk.does(&["memo", "add", "Over de buren."]);
    desk.does(&["quote", "choose", "vuile was", "--in", "riek", "--quote", "de vuile was niet buiten"]);
    for command in [
        &["import", "teksten", "--participants", "respondenten.csv"][..],
        &["import", "--participants", "respondenten.csv"],
        &["codebook", "import", "thuis.toml"],
        &["codings", "import", "coderingen.csv"],
        &["code", "apply", "vuile was", "--in", "riek", "--quote", "de vuile was niet buiten"],
        &["finish", "jan"],
        &["finish", "riek", "--undo"],
        &["settings", "--title", "Studie", "--project-language", "nl", "--levels", "code-label-thema"],
        &["settings"],
        &["code", "rename", "schaamte", "schaamte"],
        &["code", "level", "schaamte", "code"],
        &["code", "redefine", "schaamte"],
        &["code", "redefine", "vuile was", "--definition", "Niet praten over wat thuis gebeurt."],
        &["code", "move", "schaamte", "--under", "Voor het dorp"],
        &["memo", "edit", "1", "Over de buren."],
        &["quote", "choose", "vuile was", "--in", "riek", "--quote", "de vuile was niet buiten"],
        &["quote", "edit", "vuile was", "1", "--position", "1"],
    ] {
        desk.leaves_alone(command).ended(0);
    }
}

#[test]
fn every_step_says_who_when_what_and_why() {
    let desk = Desk::small();
    desk.does(&["code", "rename", "schaamte", "gêne", "--coder", "Daan", "--reason", "besproken op 3 maart"]);
    desk.does(&["undo", "--anyone", "--reason", "toch niet"]);
    let history = desk.json(&["history"]);
    let steps = history["entries"].as_array().unwrap();
    assert_eq!(steps[4]["actor"], "Daan");
    assert_eq!(steps[4]["what"], "code ‘schaamte’ hernoemd in ‘gêne’");
    assert_eq!((&steps[4]["reason"], &steps[4]["undone"]), (&"besproken op 3 maart".into(), &true.into()));
    assert_eq!((&steps[5]["actor"], &steps[5]["reason"]), (&"lotte".into(), &"toch niet".into()));
    let printed = desk.does(&["history", "--limit", "2"]).stdout;
    let time = regex::Regex::new(r" \d{1,2} [a-z]{3,4}\.? 20\d\d \d\d:\d\d ").unwrap();
    assert_eq!(time.find_iter(&printed).count(), 2, "absolute times in\n{printed}");
    let english = desk.json(&["history", "--language", "en"]);
    assert_ne!(english["entries"][4]["what"], steps[4]["what"]);
}

#[test]
fn undo_and_redo_work_over_processes() {
    let desk = Desk::small();
    let state = || [desk.json(&["codings", "export"]), desk.json(&["codebook", "show"]), desk.json(&["transcripts"])];
    let mut states = vec![state()];
    desk.write(
        "jan.txt",
        small_study::typed(&[("Interviewer", "Dag."), ("Jan", "Ik red me wel."), ("Jan", "Nou ja.")]),
    );
    let verbs: &[&[&str]] = &[
        &["code", "apply", "stil zijn", "--in", "jan", "--quote", "Ze luistert"],
        &["code", "merge", "schaamte", "--into", "vuile was", "--reason", "hetzelfde"],
        &["correct", "jan", "jan.txt"],
        &["code", "delete", "zelf redden"],
        &["code", "split", "buren helpen", "burenhulp van nu", "--case", "2"],
        &["code", "move", "Voor het dorp", "--under", "Hulp van buiten"],
        &["finish", "riek"],
    ];
    for verb in verbs {
        desk.does(verb);
        states.push(state());
    }
    let steps = desk.steps();
    for back in (0..verbs.len()).rev() {
        desk.does(&["undo"]);
        assert!(state() == states[back], "undo of {:?}", verbs[back]);
    }
    for (verb, expected) in verbs.iter().zip(&states[1..]) {
        desk.does(&["redo"]);
        assert!(state() == *expected, "redo of {verb:?}");
    }
    assert_eq!(desk.steps(), steps + 2 * verbs.len() as u64, "the trail never shrinks");
    desk.is_sound();
}

#[test]
fn undo_takes_back_ones_own_last_step() {
    let desk = Desk::small();
    desk.does(&["code", "add", "van Daan", "--coder", "Daan"]);
    desk.does(&["code", "add", "van Lotte"]);
    desk.does(&["undo", "--coder", "Daan"]).says(&["‘van Daan’", "codeboom redo"]);
    desk.refuses(&["undo", "--coder", "Daan"]).says(&["codeboom history", "--anyone"]);
    desk.does(&["undo", "--anyone", "--coder", "Daan"]).says(&["‘van Lotte’"]);
    desk.refuses(&["redo", "--coder", "Eva"]);
    desk.does(&["redo"]).says(&["‘van Lotte’"]);
}

#[test]
fn sixty_codings_are_one_step() {
    let desk = Desk::small();
    let rows: String = (0..60).map(|at| format!("riek,{},{},stil zijn,codeur {}\n", at, at + 20, at % 3)).collect();
    desk.write("veel.csv", format!("transcript,start,end,code,coder\n{rows}"));
    let (steps, before) = (desk.steps(), desk.json(&["codings", "export"]));
    desk.does(&["codings", "import", "veel.csv"]).says(&["60 coderingen"]);
    assert_eq!(desk.steps(), steps + 1);
    desk.does(&["undo"]);
    assert_eq!(desk.json(&["codings", "export"]), before);
    desk.is_sound();
}
