//! Words that are not where they should be, for coding and for choosing quotes.

use crate::cli::desk::Desk;

fn refused(command: &[&str], place: &[&str], parts: &[&str]) {
    let desk = Desk::small();
    desk.refuses(&[command, place].concat()).says(parts);
}

#[test]
fn a_quote_that_is_not_there_shows_the_nearest_passage_and_its_line() {
    let parts = ["‘riek’", "regel 3", "je hangt de vuile was niet", "codeboom show riek", "--lines"];
    let place = ["--in", "riek", "--quote", "je hangt de vuile was niet binnen"];
    refused(&["code", "apply", "schaamte"], &place, &parts);
    refused(&["code", "remove", "schaamte"], &place, &parts);
    refused(&["quote", "choose", "schaamte"], &place, &parts);
}

#[test]
fn a_quote_that_is_nothing_like_it_is_refused_all_the_same() {
    for quote in ["qqq zzz", "", "   ", "🙂🙂🙂", "x\u{301}"] {
        refused(&["code", "apply", "schaamte"], &["--in", "jan", "--quote", quote], &["‘jan’"]);
    }
}

#[test]
fn a_quote_that_stands_more_than_once_names_the_lines() {
    let place = ["--in", "riek", "--quote", "dorp is dit"];
    refused(&["code", "apply", "schaamte"], &place, &["2 keer", "‘riek’", "regel 3 en 7", "--occurrence"]);
    refused(&["quote", "choose", "schaamte"], &place, &["2 keer", "regel 3 en 7"]);
    refused(&["code", "apply", "schaamte"], &[&place[..], &["--occurrence", "3"]].concat(), &["regel 3 en 7", "3"]);
    refused(&["code", "apply", "schaamte"], &[&place[..], &["--occurrence", "0"]].concat(), &["regel 3 en 7"]);
    let desk = Desk::small();
    desk.does(&[&["code", "apply", "schaamte"], &place[..], &["--occurrence", "2"]].concat()).says(&["regel 7"]);
}

#[test]
fn apostrophes_and_accents_may_be_typed_otherwise() {
    let desk = Desk::small();
    desk.does(&["code", "apply", "stil zijn", "--in", "riek", "--quote", "'s Avonds zit ik alleen"])
        .says(&["’s Avonds"]);
    desk.does(&["code", "apply", "stil zijn", "--in", "jan", "--quote", "de coo\u{308}rdinator."]);
    desk.is_sound();
}

#[test]
fn lines_and_spans_outside_the_text() {
    for (place, parts) in [
        (["--lines", "90-99"], &["‘riek’", "11 regels", "codeboom show riek"][..]),
        (["--lines", "11-12"], &["11 regels"]),
        (["--lines", "2"], &["regel 2", "geen woorden"]),
        (["--span", "5000..5010"], &["‘riek’", "tekens", "codeboom show riek"]),
        (["--span", "32..34"], &["geen woorden"]),
    ] {
        refused(&["code", "apply", "schaamte", "--in", "riek"], &place, parts);
    }
    let desk = Desk::small();
    for place in [["--lines", "5-2"], ["--lines", "0-2"], ["--lines", "a-b"], ["--span", "9..9"], ["--span", "-1..4"]] {
        desk.leaves_alone(&[&["code", "apply", "schaamte", "--in", "riek"][..], &place].concat()).ended(2);
    }
    desk.leaves_alone(&["show", "riek", "--lines", "9-3"]).ended(2).says(&["--lines"]);
}

#[test]
fn unknown_code_and_unknown_transcript() {
    refused(&["code", "apply", "schamte"], &["--in", "jan", "--lines", "3"], &["‘schamte’", "‘schaamte’", "--new"]);
    refused(&["code", "apply", "qqq"], &["--in", "jan", "--lines", "3"], &["‘qqq’", "--new"]);
    refused(&["code", "apply", "schaamte"], &["--in", "jann", "--lines", "3"], &["‘jann’", "‘jan’"]);
    refused(&["show"], &["familei"], &["‘familei’", "‘familie’"]);
    refused(&["finish"], &["rieck"], &["‘rieck’", "‘riek’"]);
    let long = "x".repeat(3000);
    refused(&["code", "apply", &long, "--new"], &["--in", "jan", "--lines", "3"], &["3\u{202f}000 tekens", "200"]);
}

#[test]
fn what_is_not_coded_cannot_be_removed_or_chosen() {
    let place = ["--in", "jan", "--quote", "Ik red me wel"];
    refused(&["code", "remove", "schaamte"], &place, &["‘schaamte’", "‘jan’", "codeboom show jan"]);
    refused(&["code", "remove", "zelf redden", "--coder", "daan"], &place, &["‘zelf redden’", "codeur"]);
    refused(&["quote", "choose", "schaamte"], &place, &["‘schaamte’", "codeboom quotes --code schaamte"]);
    refused(&["quote", "edit", "schaamte", "1"], &["--position", "2"], &["‘schaamte’", "codeboom quote choose"]);
    refused(&["quote", "drop", "schaamte", "1"], &[], &["‘schaamte’"]);
}

#[test]
fn a_shortened_quote_may_only_leave_out_and_replace() {
    let desk = Desk::small();
    let place = ["--in", "riek", "--quote", "de vuile was niet buiten"];
    desk.does(&[&["quote", "choose", "vuile was"], &place[..]].concat());
    for (text, part) in [
        ("de vuile was buiten", "niet"),
        ("de schone was niet buiten", "schone"),
        ("de vuile […", "haakje"),
        ("[…]", ""),
        ("buiten de vuile was", "vuile was"),
        ("de vuil […] buiten", "vuil"),
    ] {
        desk.refuses(&["quote", "edit", "vuile was", "1", "--report", text]).says(&["[…]", part]);
    }
    desk.does(&["quote", "edit", "vuile was", "1", "--report", "de […] was [nooit] buiten"]);
    desk.refuses(&["quote", "edit", "vuile was", "2", "--report", "de vuile was […]"]).says(&["2", "‘vuile was’"]);
}

#[test]
fn memos_and_taxonomies_that_are_not_there() {
    refused(&["memo", "edit", "4", "tekst"], &[], &["4", "codeboom memo list"]);
    refused(&["memo", "delete", "1"], &[], &["1", "codeboom memo list"]);
    refused(&["memo", "add", "tekst", "--on", "code:schamte"], &[], &["‘schamte’", "‘schaamte’"]);
    refused(&["memo", "add", "tekst", "--on", "casus:9"], &[], &["‘9’"]);
    refused(&["taxonomy", "new", "thuis"], &[], &["‘Thuis’"]);
    refused(&["taxonomy", "Tuis"], &[], &["‘Tuis’", "‘Thuis’"]);
    let desk = Desk::small();
    desk.leaves_alone(&["memo", "add", "tekst", "--on", "kode:x"]).ended(2).says(&["--on", "code:"]);
}
