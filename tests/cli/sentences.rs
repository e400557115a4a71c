//! `sentences`: text on stdin, one sentence a line on stdout, without a project.

use crate::cli::desk::{Desk, Outcome};
use std::fs::File;

fn cut(bytes: impl AsRef<[u8]>, arguments: &[&str]) -> Outcome {
    let desk = Desk::empty();
    desk.write("tekst.txt", bytes);
    let arguments = [&["sentences"], arguments].concat();
    let mut command = desk.command(&arguments);
    command.stdin(File::open(desk.at("tekst.txt")).unwrap());
    Outcome::of(&command.output().unwrap(), &arguments)
}

#[test]
fn one_sentence_a_line() {
    let text = "R: Dhr. Bos kwam\r\nniet. “Waarom?” vroeg ik.\r\n\r\nGeen idee…\r\n";
    let outcome = cut(text, &[]).ended(0);
    assert_eq!(outcome.stdout, "R: Dhr. Bos kwam niet.\n“Waarom?” vroeg ik.\nGeen idee…\n");
    assert_eq!(outcome.stderr, "");
    let found: serde_json::Value = serde_json::from_str(&cut(text, &["--format", "json"]).stdout).unwrap();
    assert_eq!(found["total"], 3);
    assert_eq!(found["sentences"][0], "R: Dhr. Bos kwam niet.");
}

#[test]
fn whatever_stands_on_stdin_is_read_or_refused() {
    for nothing in ["", " \n\n"] {
        assert_eq!(cut(nothing, &[]).ended(0).stdout, "");
    }
    assert_eq!(cut(b"Caf\xE9 dicht. Jo\xEBl kwam.", &[]).ended(0).stdout, "Café dicht.\nJoël kwam.\n");
    let refused = cut(b"\x7fELF\x02\x01\x01\0\0\0\0", &[]).ended(1);
    assert!(refused.stdout.is_empty() && refused.stderr.contains("stdin"), "{refused:?}");
}
