//! Where two coders differ: a list to begin the talk with. It looks at passages, not at coefficients: the same fragment
//! with other codes, passages that overlap with other codes or other edges, and passages that one of them left alone.
//! Only texts that both worked in are compared, because in any other the one who did not code has not disagreed; and who
//! codes blind sees only those that both have finished.

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

/// Which texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Those that both have finished.
    Finished,
    /// Those in which both have coded anything, too.
    AtWork,
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
pub fn differences(study: &Study, first: At<Coder>, second: At<Coder>, compared: Compared) -> Vec<Difference> {
    let mut found = Vec::new();
    for (at, _) in study.texts.iter() {
        let (ours, theirs) = (own(study, at, first), own(study, at, second));
        let done = |coder, own: &[Own]| finished(study, at, coder) || (compared == Compared::AtWork && !own.is_empty());
        if done(first, &ours) && done(second, &theirs) {
            found.extend(in_text(at, &ours, &theirs));
        }
    }
    found
}

/// The passages of one text on which its coders differ.
fn in_text(at: At<Text>, ours: &[Own], theirs: &[Own]) -> Vec<Difference> {
    let mut found = Vec::new();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn own(place: usize, start: u32, end: u32, codes: &[usize]) -> Own {
        Own { place: At::new(place), span: Span { start, end }, codes: codes.iter().copied().map(At::new).collect() }
    }

    type Found = (DifferenceKind, Vec<usize>, Vec<usize>, Vec<usize>);

    fn found(ours: &[Own], theirs: &[Own]) -> Vec<Found> {
        let numbers = |codes: &[At<Code>]| codes.iter().map(|code| code.number()).collect::<Vec<_>>();
        let all = in_text(At::new(0), ours, theirs).into_iter();
        all.map(|one| (one.kind, numbers(&one.only_first), numbers(&one.only_second), numbers(&one.both))).collect()
    }

    #[test]
    fn the_same_codes_on_the_same_fragments_are_no_difference() {
        assert!(found(&[], &[]).is_empty());
        assert!(found(&[own(0, 0, 9, &[1, 2])], &[own(0, 0, 9, &[1, 2])]).is_empty());
    }

    #[test]
    fn each_way_of_differing_is_told_apart() {
        use DifferenceKind::{Codes, Edges, OneOnly, Overlap};
        for (ours, theirs, expected) in [
            (vec![own(0, 0, 9, &[1, 2])], vec![own(0, 0, 9, &[2, 3])], (Codes, vec![1], vec![3], vec![2])),
            (vec![own(0, 0, 9, &[1])], vec![own(1, 4, 12, &[1])], (Edges, vec![], vec![], vec![1])),
            (vec![own(0, 0, 9, &[1])], vec![own(1, 4, 12, &[2])], (Overlap, vec![1], vec![2], vec![])),
            (vec![own(0, 0, 9, &[1])], vec![], (OneOnly, vec![1], vec![], vec![])),
            (vec![], vec![own(0, 0, 9, &[1])], (OneOnly, vec![], vec![1], vec![])),
        ] {
            assert_eq!(found(&ours, &theirs), [expected]);
        }
    }

    #[test]
    fn what_touches_is_one_passage_and_what_only_meets_is_two() {
        // 0–9 and 5–20 and 15–30 hang together; 30–40 begins where they end.
        let ours = [own(0, 0, 9, &[1]), own(2, 15, 30, &[1])];
        let theirs = [own(1, 5, 20, &[1]), own(3, 30, 40, &[2])];
        let all = in_text(At::new(0), &ours, &theirs);
        assert_eq!(all.iter().map(|one| one.places.len()).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(
            all.iter().map(|one| one.kind).collect::<Vec<_>>(),
            [DifferenceKind::Edges, DifferenceKind::OneOnly]
        );
    }
}
