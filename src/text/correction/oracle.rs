//! Random corrections of random interviews, checked against a record of where every character went. What counts as a
//! failure: a fragment that nobody touched loses its quote; a fragment is said to stand somewhere for sure and
//! truly stands elsewhere (a silent shift); an edited fragment passes for whole.

mod edits;

use super::{Moved, move_span, word_diff};
use crate::model::{AnchorState, Span};
use edits::{Dice, Traced, fragments};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A correction of a random interview with some fragments in it.
struct Case {
    old: String,
    traced: Traced,
    edits: Vec<&'static str>,
    fragments: Vec<Span>,
}

fn case(seed: u64, edits: usize) -> Case {
    let mut dice = Dice(seed);
    let turns = 2 + dice.roll(20);
    let old = dice.interview(turns);
    let fragments = fragments(&old, &mut dice);
    let mut traced = Traced::new(&old);
    let mut names = Vec::new();
    while names.len() < edits {
        let mut edited = traced.clone();
        let name = edited.edit(&mut dice);
        // A copy that is edited afterwards cannot be told from its original by anyone.
        if edits == 1 || name != "duplicate a sentence" {
            traced = edited;
            names.push(name);
        }
    }
    Case { old, traced, edits: names, fragments }
}

impl Case {
    fn faults(&self) -> Vec<String> {
        let new = self.traced.text();
        if new == self.old {
            return Vec::new();
        }
        let map = word_diff(&self.old, &new);
        let described = |span: &Span| {
            let moved = move_span(&map, &self.old, &new, *span);
            let fault = self.fault(&new, *span, moved)?;
            let (was, is) = (span.of(&self.old), moved.span.map(|at| at.of(&new)));
            Some(format!(
                "{fault}: {was:?} at {span:?} became {is:?}, {moved:?}, by {:?}\n--- old\n{}\n--- new\n{new}",
                self.edits, self.old
            ))
        };
        self.fragments.iter().filter_map(described).collect()
    }

    /// What is wrong with one moved fragment.
    fn fault(&self, new: &str, span: Span, moved: Moved) -> Option<&'static str> {
        let (old, traced) = (self.old.as_str(), &self.traced);
        let sure = matches!(moved.state, AnchorState::Exact | AnchorState::Moved);
        // Of two equal passages in a much edited text nobody can tell which one was kept.
        let only = [old, new].iter().all(|text| text.matches(span.of(old)).count() <= 1);
        let lenient = self.edits.len() > 1 && !only;
        let swapped = lenient || self.edits.contains(&"swap paragraphs");
        if moved.span.is_none() != (moved.state == AnchorState::Gone) {
            return Some("a place without a state");
        }
        if let Some(truth) = traced.untouched(old, new, span) {
            return match moved.span {
                Some(at) if sure && at != truth => Some("silent shift"),
                Some(at) if sure && (moved.state == AnchorState::Exact) != (at == span) => Some("wrong state"),
                Some(at) if !swapped && at.of(new) != span.of(old) => Some("an edit outside changed the quote"),
                None if !swapped => Some("untouched but gone"),
                _ => None,
            };
        }
        let chance = self.edits.len() > 1 && span.of(old).split_whitespace().count() < 3;
        if sure && !lenient && !chance && !moved.span.is_some_and(|at| traced.anchored(span, at)) {
            return Some("touched but whole");
        }
        (self.edits.len() == 1 && !swapped && moved.state == AnchorState::Gone && traced.mostly_stands(old, span))
            .then_some("most of it stands, but gone")
    }
}

proptest! {
    // The same interviews every time: in about one of 50,000 such corrections two equal passages are so much edited
    // that they are taken for each other, which shall not stop somebody else's work.
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1908),
        ..ProptestConfig::default()
    })]

    #[test]
    fn one_edit_never_shifts_a_fragment(seed in any::<u64>()) {
        let faults = case(seed, 1).faults();
        prop_assert!(faults.is_empty(), "seed {}: {}", seed, faults.join("\n\n"));
    }

    #[test]
    fn many_edits_never_shift_a_fragment(seed in any::<u64>(), edits in 2usize..7) {
        let faults = case(seed, edits).faults();
        prop_assert!(faults.is_empty(), "seed {}: {}", seed, faults.join("\n\n"));
    }
}
