//! Where two coders differ: a list to begin the talk with. It looks at passages, not at coefficients: the same fragment
//! with other codes, passages that overlap with other codes or other edges, and passages that one of them left alone.
//! Only texts that both worked in are compared, because in any other the one who did not code has not disagreed.

use super::list::At;
use super::places::Place;
use super::{Study, Text};
use crate::model::{Code, Coder, Span};

/// A passage on which two coders differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In what way.
    pub kind: DifferenceKind,
    /// The transcript.
    pub text: At<Text>,
    /// The fragments it is about, in reading order; of the first coder, of the second, or of both.
    pub places: Vec<At<Place>>,
    /// Codes that only the first put there.
    pub only_first: Vec<At<Code>>,
    /// Codes that only the second put there.
    pub only_second: Vec<At<Code>>,
    /// Codes that both put there.
    pub both: Vec<At<Code>>,
}

/// The ways in which coders differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// The same fragment carries other codes.
    Codes,
    /// Fragments overlap, with other codes.
    Overlap,
    /// Fragments overlap with the same codes: only their edges differ.
    Edges,
    /// Only one of them coded here.
    OneOnly,
}

struct Own {
    place: At<Place>,
    span: Span,
    codes: Vec<At<Code>>,
}

/// The passages on which two coders differ, in reading order.
///
/// Fragments of one and the other that touch, directly or through others, are one passage. A passage with the same
/// fragments and the same codes on each is no difference.
#[must_use]
pub fn differences(study: &Study, first: At<Coder>, second: At<Coder>) -> Vec<Difference> {
    let mut found = Vec::new();
    for (at, _) in study.texts.iter() {
        let (ours, theirs) = (own(study, at, first), own(study, at, second));
        if (ours.is_empty() && !finished(study, at, first)) || (theirs.is_empty() && !finished(study, at, second)) {
            continue;
        }
        let mut all: Vec<(bool, &Own)> = ours.iter().map(|own| (true, own)).collect();
        all.extend(theirs.iter().map(|own| (false, own)));
        all.sort_by_key(|(is_first, own)| (own.span.start, own.span.end, !is_first));
        let mut group: Vec<(bool, &Own)> = Vec::new();
        let mut end = 0;
        for item in all {
            if !group.is_empty() && item.1.span.start >= end {
                found.extend(compare(at, &group));
                group.clear();
                end = 0;
            }
            end = end.max(item.1.span.end);
            group.push(item);
        }
        found.extend(compare(at, &group));
    }
    found
}

/// What a coder coded in a text.
fn own(study: &Study, text: At<Text>, coder: At<Coder>) -> Vec<Own> {
    let mut found = Vec::new();
    for place in study.places_in(text) {
        let codings = study.codings_on(place).iter().filter(|coding| coding.coder == coder);
        let mut codes: Vec<At<Code>> = codings.map(|coding| coding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        if let (false, Some(at)) = (codes.is_empty(), study.place_at(place.fragment)) {
            found.push(Own { place: at, span: place.span, codes });
        }
    }
    found
}

/// Whether a coder said to have finished the text, so that no codes means none.
fn finished(study: &Study, text: At<Text>, coder: At<Coder>) -> bool {
    let (text, coder) = (study.texts[text].row.id, study.coders[coder].id);
    study.rows().finishes.iter().any(|finish| finish.transcript == text && finish.coder == coder)
}

fn compare(text: At<Text>, group: &[(bool, &Own)]) -> Option<Difference> {
    let codes = |wanted: bool| {
        let mut codes: Vec<At<Code>> = Vec::new();
        for (_, own) in group.iter().filter(|(first, _)| *first == wanted) {
            codes.extend(&own.codes);
        }
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let spans = |wanted: bool| -> Vec<(Span, &[At<Code>])> {
        let own = group.iter().filter(|(first, _)| *first == wanted);
        own.map(|(_, own)| (own.span, own.codes.as_slice())).collect()
    };
    let (ours, theirs) = (spans(true), spans(false));
    if ours == theirs {
        return None;
    }
    let (first, second) = (codes(true), codes(false));
    let same_places = ours.iter().map(|(span, _)| span).eq(theirs.iter().map(|(span, _)| span));
    let kind = match (ours.is_empty(), theirs.is_empty()) {
        (true, _) | (_, true) => DifferenceKind::OneOnly,
        (false, false) if same_places => DifferenceKind::Codes,
        (false, false) if first == second => DifferenceKind::Edges,
        (false, false) => DifferenceKind::Overlap,
    };
    let mut places: Vec<At<Place>> = group.iter().map(|(_, own)| own.place).collect();
    places.sort_unstable();
    places.dedup();
    let without = |codes: &[At<Code>], other: &[At<Code>]| -> Vec<At<Code>> {
        codes.iter().filter(|code| !other.contains(code)).copied().collect()
    };
    Some(Difference {
        kind,
        text,
        places,
        only_first: without(&first, &second),
        only_second: without(&second, &first),
        both: first.iter().filter(|code| second.contains(code)).copied().collect(),
    })
}
