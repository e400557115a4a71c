//! Undo and redo that cannot be done: the step in the way is named, nothing happens.

use crate::cli::desk::Desk;

#[test]
fn undo_of_what_has_changed_since_names_the_later_step() {
    let desk = Desk::small();
    desk.does(&["code", "rename", "schaamte", "gêne", "--coder", "Daan"]);
    desk.does(&["code", "redefine", "gêne", "--definition", "Voor de buren."]);
    desk.refuses(&["undo", "--coder", "Daan"]).says(&["stap 6", "‘lotte’", "‘gêne’", "codeboom undo", "--anyone"]);
    desk.does(&["undo"]);
    desk.does(&["undo", "--coder", "Daan"]);
    desk.does(&["quotes", "--code", "schaamte"]);
}

#[test]
fn undo_of_what_later_work_depends_on_names_the_later_step() {
    let desk = Desk::small();
    desk.does(&["code", "add", "de kerk", "--coder", "Daan"]);
    desk.does(&["code", "apply", "de kerk", "--in", "jan", "--lines", "3"]);
    desk.refuses(&["undo", "--coder", "Daan"]).says(&["stap 6", "‘jan’", "‘de kerk’"]);
    desk.write("nel.txt", "Nel: Ja.\n\nNel: Nee.\n");
    desk.does(&["import", "nel.txt", "--coder", "Eva"]);
    desk.does(&["code", "apply", "de kerk", "--in", "nel", "--lines", "3"]);
    desk.refuses(&["undo", "--coder", "Eva"]).says(&["stap 8", "‘nel’"]);
    desk.is_sound();
}

#[test]
fn undo_of_a_correction_that_was_coded_since() {
    let desk = Desk::small();
    desk.write("jan.txt", "Jan: Ik red me wel.\n\nJan: Er is nu een traplift.\n");
    desk.does(&["correct", "jan", "jan.txt", "--coder", "Daan"]);
    desk.does(&["code", "apply", "zelf redden", "--in", "jan", "--quote", "een traplift"]);
    desk.refuses(&["undo", "--coder", "Daan"]).says(&["stap 6", "‘zelf redden’"]);
    desk.does(&["undo"]);
    desk.does(&["undo", "--coder", "Daan"]);
    desk.is_sound();
}

#[test]
fn redo_of_what_was_done_otherwise_meanwhile() {
    let desk = Desk::small();
    desk.does(&["code", "add", "de kerk"]);
    desk.does(&["undo"]);
    desk.does(&["code", "add", "De Kerk", "--coder", "Daan"]);
    desk.refuses(&["redo"]).says(&["‘Daan’", "‘De Kerk’"]);
    desk.does(&["undo", "--coder", "Daan"]);
    desk.does(&["redo"]);
}

#[test]
fn nothing_to_take_back() {
    let desk = Desk::new();
    desk.refuses(&["undo"]).says(&["codeboom history"]);
    desk.refuses(&["redo"]).says(&["codeboom history"]);
    desk.refuses(&["undo", "--anyone"]);
}
