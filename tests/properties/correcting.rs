//! Five hundred random corrections of the worked example: no fragment may shift silently. An oracle knows where every
//! letter went; a fragment that the program calls exact or moved must stand where the oracle says and read as it did,
//! and whatever an edit touched must be marked or gone.

use codeboom::analysis::{Study, Text};
use codeboom::example;
use codeboom::model::{AnchorState, Language, Span};
use codeboom::project::{Workspace, prepare};
use codeboom::text::{move_span, word_diff};
use rand::prelude::*;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use std::path::Path;

const EDITS: u64 = 500;

fn example_in(folder: &Path) -> Workspace {
    let path = folder.join("voorbeeld.codeboom");
    let mut ws = Workspace::create(&path, example::TITLE, Language::Dutch, example::ACTOR, || 0).unwrap();
    example::fill(&mut ws).unwrap();
    ws
}

/// An edit: these bytes of the old text became these words.
struct Edit {
    old: Span,
    new: String,
}

impl Edit {
    fn applied(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.old.start as usize], self.new, &text[self.old.end as usize..])
    }
}

/// The words of a text, as spans.
fn words(text: &str) -> Vec<Span> {
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + word.len())
        })
        .collect()
}

fn edit(text: &str, random: &mut ChaCha8Rng) -> Edit {
    let words = words(text);
    let at = random.random_range(1..words.len() - 12);
    let last = at + random.random_range(0..10);
    let here = Span { start: words[at].start, end: words[last].end };
    match random.random_range(0..6) {
        0 => Edit { old: Span { start: words[at].start, end: words[last + 1].start }, new: String::new() },
        1 => Edit { old: words[at], new: format!("{}, eh, tja", words[at].of(text)) },
        2 => Edit { old: words[at], new: "[naam]".to_owned() },
        3 => Edit { old: here, new: "[dit stuk is op verzoek weggehaald]".to_owned() },
        4 => {
            // A passage that then stands twice.
            let again = here.of(text).to_owned();
            let place = Span { start: words[last + 1].start, end: words[last + 1].start };
            Edit { old: place, new: format!("{again} ") }
        }
        _ => Edit { old: words[at], new: words[at].of(text).chars().rev().collect() },
    }
}

/// Where an untouched span stands after the edit; nothing for a touched one.
fn truth(edit: &Edit, span: Span) -> Option<u32> {
    if span.end <= edit.old.start {
        Some(span.start)
    } else if span.start >= edit.old.end {
        Some(span.start - edit.old.end + edit.old.start + u32::try_from(edit.new.len()).unwrap())
    } else {
        None
    }
}

/// What went wrong with one edit of one text.
fn shifts(text: &Text, old: &str, study: &Study, seed: u64) -> Vec<String> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let edit = edit(old, &mut random);
    let new = edit.applied(old);
    if new == old {
        return Vec::new();
    }
    let map = word_diff(old, &new);
    let places = &study.places.rows()[text.places.0 as usize..text.places.1 as usize];
    let mut wrong = Vec::new();
    for place in places {
        let moved = move_span(&map, old, &new, place.span);
        let certain = matches!(moved.state, AnchorState::Exact | AnchorState::Moved);
        let words = moved.span.map_or("", |span| span.of(&new));
        let good = match (truth(&edit, place.span), moved.span) {
            (Some(start), Some(span)) if certain => span.start == start && words == place.span.of(old),
            // Deleting one of two equal words leaves a text in which nobody can say which one went.
            (None, Some(_)) if certain => words == place.span.of(old),
            (Some(_), None) => false,
            _ => true,
        };
        if !good {
            wrong.push(format!(
                "seed {seed}, {}: {:?} became {:?} ({:?}) when {:?} became {:?}",
                text.row.name,
                place.span.of(old),
                words,
                moved.state,
                edit.old.of(old),
                edit.new
            ));
        }
    }
    wrong
}

#[test]
fn five_hundred_corrections_shift_nothing_silently() {
    let folder = tempfile::tempdir().unwrap();
    let mut ws = example_in(folder.path());
    let study = ws.study().unwrap();
    let texts: Vec<(&Text, String)> =
        study.texts.iter().map(|(at, text)| (text, ws.text(&study, at).unwrap())).collect();
    let wrong: Vec<String> = (0..EDITS)
        .into_par_iter()
        .flat_map_iter(|seed| {
            let (text, old) = &texts[usize::try_from(seed).unwrap() % texts.len()];
            shifts(text, old, &study, seed)
        })
        .collect();
    assert!(wrong.is_empty(), "{} silent shifts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn corrections_one_after_another_keep_every_anchor_provable_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut ws = example_in(folder.path());
    let begin = ws.study().unwrap();
    let name = "casus2-familie-halfjaar";
    for seed in 0..12 {
        let study = ws.study().unwrap();
        let old = ws.text(&study, study.find_text(name).unwrap()).unwrap();
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let new = edit(&old, &mut random).applied(&old);
        if new != old {
            ws.correct(name, &prepare("casus2-familie-halfjaar.txt", new.as_bytes()).unwrap(), "").unwrap();
        }
    }
    let health = ws.examine().unwrap();
    assert!(health.damage.is_empty(), "{:?}", health.damage);
    let end = ws.study().unwrap();
    assert!(end.places.len() + end.gone().len() <= begin.places.len(), "fragments came from nowhere");
    assert!(end.places.rows().iter().any(|place| place.state == AnchorState::Moved), "nothing moved");
    while ws.entries().unwrap().iter().filter(|entry| entry.target.is_some()).count() < 12 {
        if ws.undo(codeboom::store::Whose::Own, "").is_err() {
            break;
        }
    }
    let back = ws.study().unwrap();
    let text = |study: &Study| study.texts[study.find_text(name).unwrap()].row.revision;
    assert_eq!(text(&back), text(&begin));
    assert_eq!(back.places, begin.places);
}
