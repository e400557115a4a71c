//! Whether a fragment that reads the same may yet be another: its quote now stands twice, or the words around it
//! changed so much that an equal passage may have taken its place. A quote that stands once in both texts is
//! hardly ever in doubt; one that stands more often is sure only by what stands around it.

use super::map::{Map, Run};
use crate::model::Span;
use crate::text::pieces::{cuts_word, has_word};
use std::ops::Range;

/// Unchanged words on both sides of which a repeated quote is too little to go by.
const FEW: usize = 3;

/// Unchanged words on both sides of which any quote is too little to go by: the words between were rewritten, and
/// one of them may have come back by chance.
const SCRAP: usize = 2;

/// Bytes that count as the neighbourhood of a fragment.
const NEAR: u32 = 80;

/// Whether the fragment at `span`, found whole at `at`, has to be looked at.
pub(super) fn is_doubtful(map: &Map, old: &str, new: &str, span: Span, at: Span) -> bool {
    let Some((number, run)) = map.run_at(span.start) else { return true };
    let quote = Quote::new(old, span);
    let again = quote.places(map.places_in_new(new, quote.words), new);
    let before = quote.places(map.places_in_old(old, quote.words), old).len();
    if !again.contains(&(at.start as usize)) {
        return true;
    }
    let (changed_before, changed_after) = (number > 0, number + 1 < map.runs.len());
    let between = changed_before && changed_after && {
        // Where words were only put in, nothing can have come back.
        let before = Span { start: map.runs[number - 1].old.end, end: run.old.start };
        let after = Span { start: run.old.end, end: map.runs[number + 1].old.start };
        has_word(before.of(old)) || has_word(after.of(old))
    };
    if again.len() == 1 && before == 1 {
        return between && run.words <= SCRAP;
    }
    let mut others = again.iter().filter(|&&place| place != at.start as usize);
    let fresh = others.any(|&place| map.is_fresh(Span::new(place, place + quote.words.len())));
    let near = changed_before && span.start.saturating_sub(run.old.start) < NEAR
        || changed_after && run.old.end.saturating_sub(span.end) < NEAR;
    if fresh && again.len() > before && (before == 1 || near) {
        return true;
    }
    between && run.words <= FEW || !is_single(map, run, old, new) || has_echo(map, number, (old, span), (new, at))
}

/// A quote, and whether its ends cut words.
struct Quote<'t> {
    words: &'t str,
    cuts: (bool, bool),
}

impl<'t> Quote<'t> {
    fn new(text: &'t str, span: Span) -> Self {
        let Range { start, end } = span.range();
        Self { words: span.of(text), cuts: (cuts_word(text, start), cuts_word(text, end)) }
    }

    /// The places where it stands as words: `in` does not stand in `binnen`.
    fn places(&self, mut places: Vec<usize>, text: &str) -> Vec<usize> {
        let end = self.words.len();
        places.retain(|&at| (self.cuts.0 || !cuts_word(text, at)) && (self.cuts.1 || !cuts_word(text, at + end)));
        places
    }
}

/// Whether the unchanged words around the fragment stand once in both texts.
fn is_single(map: &Map, run: &Run, old: &str, new: &str) -> bool {
    *run.single.get_or_init(|| {
        let (before, after) = (run.old.of(old).trim(), run.new.of(new).trim());
        // More than half of a text cannot stand in it twice without overlapping.
        let large = before.len() * 2 > old.len() && after.len() * 2 > new.len();
        large || map.places_in_old(old, before).len() == 1 && map.places_in_new(new, after).len() == 1
    })
}

/// Whether the words from the fragment to the nearest change also stand in or beside another change: then the change
/// may as well have hit the fragment and spared its equal, or the two have changed places.
fn has_echo(map: &Map, number: usize, (old, span): (&str, Span), (new, at): (&str, Span)) -> bool {
    let run = &map.runs[number];
    let stands_twice = |before: Span, after: Span| {
        let (words, again) = (before.of(old), after.of(new));
        let mut in_old = map.places_in_old(old, words).into_iter();
        let mut in_new = map.places_in_new(new, again).into_iter();
        in_old.any(|place| {
            place != before.start as usize && map.borders_change_of_old(Span::new(place, place + words.len()))
        }) || in_new.any(|place| {
            place != after.start as usize && map.borders_change_of_new(Span::new(place, place + again.len()))
        })
    };
    let behind = number + 1 < map.runs.len()
        && stands_twice(trimmed(old, span.start, run.old.end), trimmed(new, at.start, run.new.end));
    let ahead = number > 0 && stands_twice(trimmed(old, run.old.start, span.end), trimmed(new, run.new.start, at.end));
    behind || ahead
}

/// The span without white space at its ends; empty when the offsets are reversed.
fn trimmed(text: &str, start: u32, end: u32) -> Span {
    let span = Span { start, end: end.max(start) };
    let words = span.of(text);
    let lead = words.len() - words.trim_start().len();
    Span::new(start as usize + lead, start as usize + lead + words.trim().len())
}
