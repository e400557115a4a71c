//! Codings beside codings: `code:a WITHIN code:b` and its siblings, found once per query as a set of fragments. Two
//! different codings are compared, which may stand on one fragment, never a coding with itself.
//!
//! Per transcript the fragments of the right side are sorted by start and by end; how far any of them reaches in a
//! stretch of that order is looked up in a table of maxima (Bender & Farach-Colton 2000), so that a study takes
//! n log n however deeply its fragments lie inside each other.

use super::{Expected, Filter, FilterFault, fields};
use crate::analysis::{CodingAt, Place, Study, Text};
use crate::model::Span;
use crate::text::{Relation, RelationKind, Tree};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::Arc;

/// The fragments of the left side of a relation.
pub(super) fn related(relation: &Relation, study: &Study) -> Result<Filter, FilterFault> {
    let (left, right) = (condition(&relation.left, study)?, condition(&relation.right, study)?);
    let mut found = FxHashSet::default();
    for (at, text) in study.texts.iter() {
        let places = study.places_in(at);
        let sides: Vec<Sides> = places.iter().map(|place| Sides::of(study.codings_on(place), &left, &right)).collect();
        let rights = Rights::of(places, &sides);
        let is_related = |place: &Place, sides: &Sides| {
            let own = if sides.right { rights.position(place.span) } else { None };
            match relation.kind {
                RelationKind::Within => sides.paired || rights.around(place.span, own),
                RelationKind::Cooccurs => sides.paired || rights.touching(place.span, own),
                RelationKind::Overlaps => rights.crossing(place.span),
                RelationKind::Follows(turns) => rights.last_before(place.span).is_some_and(|end| {
                    unit_of(text, place.span.start) <= unit_of(text, end.saturating_sub(1)) + turns as usize
                }),
            }
        };
        let related = places.iter().zip(&sides).filter(|(place, sides)| sides.left && is_related(place, sides));
        found.extend(related.map(|(place, _)| place.fragment));
    }
    Ok(Filter::Fragments(Arc::new(found)))
}

/// A condition on one coding.
fn condition(tree: &Tree, study: &Study) -> Result<Filter, FilterFault> {
    let filter = Filter::compile(tree, study)?;
    match tree.fields().into_iter().find(|field| !fields::is_about_codings(field)) {
        Some(field) => Err(FilterFault::Expected { what: Expected::Coding, place: field.place }),
        None => Ok(filter),
    }
}

/// Which sides the codings of a fragment stand on.
struct Sides {
    left: bool,
    right: bool,
    /// Two different codings of it stand on the two sides.
    paired: bool,
}

impl Sides {
    fn of(codings: &[CodingAt], left: &Filter, right: &Filter) -> Self {
        let on = |side: &Filter| codings.iter().filter(|coding| side.fits(coding)).map(|coding| coding.id).collect();
        let (lefts, rights): (Vec<_>, Vec<_>) = (on(left), on(right));
        let paired = lefts.iter().any(|one| rights.iter().any(|other| one != other));
        Self { left: !lefts.is_empty(), right: !rights.is_empty(), paired }
    }
}

/// The fragments on the right side in one transcript.
struct Rights {
    /// By start, the longer one first.
    by_start: Vec<Span>,
    /// How far they reach, in that order.
    ends: Highest,
    by_end: Vec<Span>,
    /// How far forward they reach, in the order of their ends: counted backwards from the end of all texts.
    starts: Highest,
}

impl Rights {
    fn of(places: &[Place], sides: &[Sides]) -> Self {
        let rights = places.iter().zip(sides).filter(|(_, sides)| sides.right);
        let by_start: Vec<Span> = rights.map(|(place, _)| place.span).collect();
        let mut by_end = by_start.clone();
        by_end.sort_by_key(|span| span.end);
        let ends = Highest::of(by_start.iter().map(|span| span.end).collect());
        let starts = Highest::of(by_end.iter().map(|span| u32::MAX - span.start).collect());
        Self { by_start, ends, by_end, starts }
    }

    fn position(&self, span: Span) -> Option<usize> {
        let first = self.by_start.partition_point(|other| other.start < span.start);
        let same = self.by_start[first..].iter().take_while(|other| other.start == span.start);
        same.zip(first..).find(|(other, _)| other.end == span.end).map(|(_, at)| at)
    }

    /// How far the first `count` of them reach, one of them left out.
    fn reach(&self, count: usize, without: Option<usize>) -> Option<u32> {
        match without.filter(|at| *at < count) {
            Some(at) => self.ends.over(0..at).max(self.ends.over(at + 1..count)),
            None => self.ends.over(0..count),
        }
    }

    /// Whether another one has it inside.
    fn around(&self, span: Span, own: Option<usize>) -> bool {
        let count = self.by_start.partition_point(|other| other.start <= span.start);
        self.reach(count, own).is_some_and(|end| end >= span.end)
    }

    /// Whether another one shares text with it.
    fn touching(&self, span: Span, own: Option<usize>) -> bool {
        let count = self.by_start.partition_point(|other| other.start < span.end);
        self.reach(count, own).is_some_and(|end| end > span.start)
    }

    /// Whether one shares text with it and neither lies inside the other.
    fn crossing(&self, span: Span) -> bool {
        let inside = |list: &[Span], of: fn(&Span) -> u32| {
            list.partition_point(|other| of(other) <= span.start)..list.partition_point(|other| of(other) < span.end)
        };
        let beyond = self.ends.over(inside(&self.by_start, |other| other.start)).is_some_and(|end| end > span.end);
        let ahead = self.starts.over(inside(&self.by_end, |other| other.end));
        beyond || ahead.is_some_and(|back| u32::MAX - back < span.start)
    }

    /// Where the last one that ends before it does so.
    fn last_before(&self, span: Span) -> Option<u32> {
        let count = self.by_end.partition_point(|other| other.end <= span.start);
        count.checked_sub(1).map(|last| self.by_end[last].end)
    }
}

/// The highest number of any stretch of a list: for each power of two the maxima of all stretches of that length.
struct Highest {
    levels: Vec<Vec<u32>>,
}

impl Highest {
    fn of(numbers: Vec<u32>) -> Self {
        let mut levels = vec![numbers];
        let mut length = 1;
        while let Some(last) = levels.last().filter(|last| last.len() > length) {
            let next = last.iter().zip(&last[length..]).map(|(a, b)| *a.max(b)).collect();
            levels.push(next);
            length *= 2;
        }
        Self { levels }
    }

    fn over(&self, stretch: Range<usize>) -> Option<u32> {
        let level = stretch.len().checked_ilog2()? as usize;
        let maxima = self.levels.get(level)?;
        let last = stretch.end.checked_sub(1 << level)?;
        Some(*maxima.get(stretch.start)?.max(maxima.get(last)?))
    }
}

/// The turn, or paragraph where there are no turns, in which a byte lies: counted from 1, 0 before the first.
fn unit_of(text: &Text, at: u32) -> usize {
    let structure = &text.structure;
    if structure.turns.is_empty() {
        structure.paragraphs.partition_point(|paragraph| paragraph.start <= at)
    } else {
        structure.turns.partition_point(|turn| turn.span.start <= at)
    }
}

#[cfg(test)]
mod tests;
