//! Shows which words of a unit a query means. A word marks every place where it stands, a verb its particle too, a phrase
//! its whole stretch, words near each other each of the two; what must not occur and what is no word marks nothing. It
//! reads the original text with the patterns that the index looked for, so that every unit found by its words has a mark,
//! for every kind of query.

use super::keys::{Key, MadeOf, keys, sentence};
use super::near::{Place, near};
use super::pattern::{Pattern, Slot};
use crate::model::Span;
use crate::text::words::{Word, words};
use std::sync::Arc;

/// Marks texts for one query; keep it for all hits of a search.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    patterns: Vec<Arc<Pattern>>,
    needs_keys: bool,
}

impl Marker {
    /// Marks what any of these patterns means.
    pub(super) fn new(patterns: Vec<Arc<Pattern>>) -> Self {
        let needs = |pattern: &Arc<Pattern>| {
            pattern.asks_for_sentences() || pattern.slots().iter().any(|slot| !slot.keys.is_empty())
        };
        Self { needs_keys: patterns.iter().any(needs), patterns }
    }

    /// The marked stretches of a text, in order, none overlapping another.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Span> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let words: Vec<Word<'_>> = words(text).collect();
        let keys = if self.needs_keys { keys(text, &words) } else { Vec::new() };
        let reading = Reading { words, keys };
        let found = self.patterns.iter().flat_map(|pattern| reading.find(pattern));
        joined(found.flat_map(|found| found.marks).collect())
    }
}

/// A text as the index reads it.
struct Reading<'t> {
    words: Vec<Word<'t>>,
    keys: Vec<Key>,
}

/// A place that a pattern means, and what to mark for it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Meant {
    place: Place,
    marks: Vec<Span>,
}

impl Reading<'_> {
    fn find(&self, pattern: &Pattern) -> Vec<Meant> {
        match pattern {
            Pattern::Row(slots) => match &slots[..] {
                [slot] => self.slot(slot),
                _ => self.row(slots),
            },
            Pattern::Any(parts) => {
                let mut found: Vec<Meant> = parts.iter().flat_map(|part| self.find(part)).collect();
                found.sort();
                found.dedup();
                found
            }
            Pattern::Near { left, reach, right } => {
                let (left, right) = (self.find(left), self.find(right));
                let places = |found: &[Meant]| found.iter().map(|meant| meant.place).collect::<Vec<_>>();
                let sentences: Vec<u32> =
                    self.keys.iter().filter(|key| key.term == sentence()).map(|key| narrow(key.at)).collect();
                let pairs = near(&places(&left), &places(&right), *reach, &sentences);
                let both = pairs.into_iter().map(|(l, r)| Meant {
                    place: left[l].place.with(right[r].place),
                    marks: left[l].marks.iter().chain(&right[r].marks).copied().collect(),
                });
                let mut found: Vec<Meant> = both.collect();
                found.sort();
                found
            }
        }
    }

    /// Where one word is meant.
    fn slot(&self, slot: &Slot) -> Vec<Meant> {
        let words = self.words.iter().zip(0..).filter(|(word, _)| slot.has_word(&word.folded));
        let mut found: Vec<Meant> =
            words.map(|(word, at)| Meant { place: Place::at(at), marks: vec![word.span] }).collect();
        for key in self.keys.iter().filter(|key| slot.has_key(&key.term)) {
            let span = |at: usize| self.words[at].span;
            let marks = match key.made_of {
                MadeOf::Row(count) => vec![Span { start: span(key.at).start, end: span(key.at + count - 1).end }],
                MadeOf::Two(other) => vec![span(key.at), span(other)],
            };
            found.push(Meant { place: Place::at(narrow(key.at)), marks });
        }
        found.sort();
        found
    }

    /// Where words are meant in a row.
    fn row(&self, slots: &[Slot]) -> Vec<Meant> {
        let Some(last) = slots.len().checked_sub(1) else { return Vec::new() };
        let stands = |slot: &Slot, at: usize| {
            slot.has_word(&self.words[at].folded)
                || (!slot.keys.is_empty() && self.keys.iter().any(|key| key.at == at && slot.has_key(&key.term)))
        };
        let begins = 0..self.words.len().saturating_sub(last);
        let fits = begins.filter(|begin| slots.iter().zip(*begin..).all(|(slot, at)| stands(slot, at)));
        let meant = fits.map(|begin| Meant {
            place: Place { start: narrow(begin), end: narrow(begin + last + 1) },
            marks: vec![Span { start: self.words[begin].span.start, end: self.words[begin + last].span.end }],
        });
        meant.collect()
    }
}

/// Overlapping stretches as one.
fn joined(mut marks: Vec<Span>) -> Vec<Span> {
    marks.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
