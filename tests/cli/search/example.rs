//! The worked example: words and phrases of sixteen interviews, found by the program and by reading the files.

use super::scan::{Text, Turn, Voice, World, place, words};
use crate::cli::desk::Desk;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The interviews as a reader sees them: a turn begins at a paragraph with a name in front, perhaps behind a time.
fn interviews() -> World {
    let begins = regex::Regex::new(r"^(\[\d\d:\d\d:\d\d\] )?[A-Z][A-Za-z]*( [A-Z][a-z]+)*: ").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("transcripts");
    let mut world = World::default();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let content = std::fs::read_to_string(&path).unwrap();
        let mut turns: Vec<Turn> = Vec::new();
        let (mut start, mut line) = (0, 1);
        for block in content.trim_end().split("\n\n") {
            match turns.last_mut() {
                Some(turn) if !begins.is_match(block) => turn.text.push_str(&format!("\n\n{block}")),
                _ => {
                    let voice = Voice { participant: None, role: None, case: None };
                    turns.push(Turn { voice, text: block.to_owned(), start, line });
                }
            }
            start += block.chars().count() + 2;
            line += block.matches('\n').count() + 2;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        world.texts.push(Text { name, case: None, moment: String::new(), turns });
    }
    world
}

#[test]
fn words_and_phrases_of_the_example() {
    let world = interviews();
    assert_eq!(world.texts.len(), 16);
    let desk = Desk::example();
    let mut all: BTreeSet<String> = BTreeSet::new();
    for turn in world.texts.iter().flat_map(|text| &text.turns) {
        let words = words(&turn.text);
        all.extend(words.iter().map(|word| word.form.clone()));
        all.extend(
            words.windows(3).step_by(9).map(|run| format!("\"{} {} {}\"", run[0].form, run[1].form, run[2].form)),
        );
    }
    assert!(all.len() > 3000, "{}", all.len());
    let asked: Vec<&String> = all.iter().step_by(11).collect();
    desk.write("vragen.txt", asked.iter().map(|query| format!("{query}\n")).collect::<String>());
    let arguments = ["search", "--exact", "--interviewer", "--limit", "0", "--sort", "text", "--from", "vragen.txt"];
    let answers = desk.does(&arguments).stdout;
    assert_eq!(answers.lines().count(), asked.len());
    for (line, query) in answers.lines().zip(asked) {
        let answer: Value = serde_json::from_str(line).unwrap();
        let mut found: Vec<_> =
            answer["hits"].as_array().unwrap().iter().map(|hit| (place(hit), hit["matches"].clone())).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        let expected: Vec<_> =
            world.hits(query, &|_, _, _| true).into_iter().map(|hit| (place(&hit), hit["matches"].clone())).collect();
        assert_eq!(found, expected, "{query}");
    }
}
