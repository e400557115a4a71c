//! What was said just before and after a hit, so that a reader sees what it answers to. The interviewer's turns belong to
//! it, whoever was searched.

use super::searching::unit_span;
use super::{Hit, Refusal, Workspace};
use crate::analysis::{At, Place, Study, Text};
use crate::model::PointSpan;
use crate::text::PointIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The turns (or paragraphs) around a hit, each list in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// What came before.
    pub before: Vec<Neighbour>,
    /// What came after.
    pub after: Vec<Neighbour>,
}

/// A turn (or paragraph) near a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Position of the turn or paragraph in its transcript.
    pub unit: usize,
    /// Code points in the transcript.
    pub points: PointSpan,
    /// 1-based line where it starts.
    pub line: usize,
    /// Its words.
    pub words: String,
}

impl Workspace {
    /// So many turns before and after each hit, fewer at the edges of a text; in the order of the hits.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn surroundings(&mut self, study: &Study, hits: &[Hit], turns: usize) -> Result<Vec<Surroundings>, Refusal> {
        let mut around = vec![Surroundings::default(); hits.len()];
        let mut by_text: FxHashMap<At<Text>, Vec<usize>> = FxHashMap::default();
        for (number, hit) in hits.iter().enumerate() {
            by_text.entry(hit.text).or_default().push(number);
        }
        for (at, members) in by_text {
            let text = &study.texts[at];
            let content = self.kept_text(text.row.revision)?;
            let points = PointIndex::new(&content);
            let units = text.structure.units().len();
            let neighbours = |range: Range<usize>| {
                let neighbour = |unit| {
                    let span = unit_span(text, unit);
                    let line = text.structure.line_of(span.start);
                    Neighbour { unit, points: points.to_points(span), line, words: span.of(&content).to_owned() }
                };
                range.map(neighbour).collect()
            };
            for number in members {
                let unit = hits[number].unit;
                around[number].before = neighbours(unit.saturating_sub(turns)..unit);
                around[number].after = neighbours(unit + 1..units.min(unit.saturating_add(turns).saturating_add(1)));
            }
        }
        Ok(around)
    }
}

/// What stands around a fragment: the rest of the turns it touches, and turns before and after those.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceSurroundings {
    /// Turns before, in the order of the text.
    pub before: Vec<Neighbour>,
    /// What comes before the fragment in its first turn.
    pub lead: String,
    /// What comes after it in its last turn.
    pub tail: String,
    /// Turns after.
    pub after: Vec<Neighbour>,
}

impl Workspace {
    /// What stands around each fragment, in the order asked for; so many turns before and after.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn around_places(
        &mut self,
        study: &Study,
        places: &[At<Place>],
        turns: usize,
    ) -> Result<Vec<PlaceSurroundings>, Refusal> {
        let mut around = vec![PlaceSurroundings::default(); places.len()];
        let mut by_text: FxHashMap<At<Text>, Vec<usize>> = FxHashMap::default();
        for (number, place) in places.iter().enumerate() {
            by_text.entry(study.places[*place].transcript).or_default().push(number);
        }
        for (at, members) in by_text {
            let text = &study.texts[at];
            let content = self.kept_text(text.row.revision)?;
            let points = PointIndex::new(&content);
            let units = text.structure.units();
            let neighbours = |range: Range<usize>| {
                let neighbour = |unit| {
                    let span = unit_span(text, unit);
                    let line = text.structure.line_of(span.start);
                    Neighbour { unit, points: points.to_points(span), line, words: span.of(&content).to_owned() }
                };
                range.map(neighbour).collect()
            };
            for number in members {
                let span = study.places[places[number]].span;
                let first = units.partition_point(|unit| unit.end <= span.start);
                let past = units.partition_point(|unit| unit.start < span.end).max(first);
                let rest =
                    |start: u32, end: u32| content.get(start as usize..end as usize).unwrap_or_default().to_owned();
                around[number] = PlaceSurroundings {
                    before: neighbours(first.saturating_sub(turns)..first),
                    lead: units.get(first).map(|unit| rest(unit.start, span.start)).unwrap_or_default(),
                    tail: past
                        .checked_sub(1)
                        .and_then(|last| units.get(last))
                        .map(|unit| rest(span.end, unit.end))
                        .unwrap_or_default(),
                    after: neighbours(past..units.len().min(past.saturating_add(turns))),
                };
            }
        }
        Ok(around)
    }
}
