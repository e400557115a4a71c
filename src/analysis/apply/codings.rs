//! The next picture when only codings came, went or moved, which is what happens hundreds of times a day: the tables that
//! a coding cannot touch are taken over, the others are gone along once. With 60,000 codings this takes some
//! milliseconds instead of some tens. Anything out of the ordinary is left to the full building.

use crate::analysis::places::{CodingAt, Place, whose};
use crate::analysis::study::{index_codings, index_places};
use crate::analysis::{At, List, Study, Text};
use crate::model::{Anchor, AnchorState, Change, CodingId, FragmentId, Row, Rows, Table};
use rustc_hash::{FxHashMap, FxHashSet};

/// What a set of changes does to places and codings.
#[derive(Default)]
struct Touched<'c> {
    new_anchors: Vec<(At<Text>, &'c Anchor)>,
    gone_fragments: FxHashSet<FragmentId>,
    /// Codings that went or changed; those that are new or changed stand in the rows.
    old_codings: FxHashSet<CodingId>,
    new_codings: Vec<&'c crate::model::Coding>,
}

/// The picture after these changes; `None` when they are more than codings.
pub(super) fn after_codings(before: &Study, rows: &Rows, number: i64, changes: &[Change]) -> Option<Study> {
    let touched = touched(before, changes)?;
    let coder_of = coders_after(before, rows, &touched)?;
    let mut texts = before.texts.rows().to_vec();
    let (mut places, shifts) = places(before, &touched, &mut texts)?;
    let place_positions: FxHashMap<FragmentId, At<Place>> =
        places.iter().enumerate().map(|(at, place)| (place.fragment, At::new(at))).collect();
    let codings = codings(before, &touched, &shifts, &place_positions, &coder_of)?;
    for place in &mut places {
        place.codings = (0, 0);
    }
    for text in &mut texts {
        text.places = (0, 0);
    }
    let by_code = index_codings(&codings, &mut places, before.codes.len());
    index_places(&places, &mut texts);
    Some(Study {
        rows: rows.clone(),
        number,
        texts: List::new(texts),
        places: List::new(places),
        codings: List::new(codings),
        by_code,
        place_positions,
        ..before.without_places()
    })
}

/// Sorts the changes; `None` when there is one that this way does not know.
fn touched<'c>(before: &Study, changes: &'c [Change]) -> Option<Touched<'c>> {
    let mut touched = Touched::default();
    let mut fragments = 0;
    let mut anchors = 0;
    for change in changes {
        match (change.table, &change.before, &change.after) {
            (Table::Fragment, None, Some(_)) => fragments += 1,
            (Table::Fragment, Some(Row::Fragment(fragment)), None) => {
                touched.gone_fragments.insert(fragment.id);
            }
            (Table::Anchor, None, Some(Row::Anchor(anchor))) if anchor.state == AnchorState::Exact => {
                let text = before.texts.iter().find(|(_, text)| text.row.revision == anchor.revision)?;
                touched.new_anchors.push((text.0, anchor));
                anchors += 1;
            }
            (Table::Anchor, Some(Row::Anchor(anchor)), None) if anchor.state != AnchorState::Gone => {}
            (Table::Coding, None, Some(Row::Coding(coding))) => touched.new_codings.push(coding),
            (Table::Coding, Some(Row::Coding(coding)), None) => {
                touched.old_codings.insert(coding.id);
            }
            (Table::Coding, Some(Row::Coding(_)), Some(Row::Coding(coding))) => {
                touched.old_codings.insert(coding.id);
                touched.new_codings.push(coding);
            }
            _ => return None,
        }
    }
    // A new fragment comes with its one anchor; anything else is a correction.
    (fragments == anchors).then_some(touched)
}

/// The positions of coders by identity, when they stay the same: whoever codes is known, and who coded still does.
fn coders_after(
    before: &Study,
    rows: &Rows,
    touched: &Touched<'_>,
) -> Option<FxHashMap<crate::model::CoderId, At<crate::model::Coder>>> {
    let positions: FxHashMap<_, _> = before.coders.iter().map(|(at, coder)| (coder.id, at)).collect();
    let known = touched.new_codings.iter().all(|coding| positions.contains_key(&coding.coder));
    let mut losing: FxHashSet<_> =
        touched.old_codings.iter().filter_map(|id| rows_coding(&before.rows, *id)).map(|coding| coding.coder).collect();
    if !losing.is_empty() {
        for coding in rows.codings.iter() {
            if losing.remove(&coding.coder) && losing.is_empty() {
                break;
            }
        }
    }
    (known && losing.is_empty()).then_some(positions)
}

/// The row of a coding; rows are in the order of their ids.
fn rows_coding(rows: &Rows, id: CodingId) -> Option<&crate::model::Coding> {
    rows.codings.binary_search_by_key(&id, |coding| coding.id).ok().map(|at| &rows.codings[at])
}

/// The places after, and for each place before where it stands now.
#[expect(clippy::type_complexity, reason = "two lists that are made in one go")]
fn places(before: &Study, touched: &Touched<'_>, texts: &mut [Text]) -> Option<(Vec<Place>, Vec<Option<At<Place>>>)> {
    let old = before.places.rows();
    let mut new: Vec<Place> = Vec::with_capacity(touched.new_anchors.len());
    for (at, anchor) in &touched.new_anchors {
        if before.place_positions.contains_key(&anchor.fragment) {
            return None;
        }
        let text = &texts[at.number()];
        let case_of = |person: &crate::model::Participant| before.case_at(person.case?);
        let (participants, cases) = whose(text, anchor.span, before.participants.rows(), case_of, At::number);
        new.push(Place {
            fragment: anchor.fragment,
            transcript: *at,
            span: anchor.span,
            points: anchor.points,
            line: u32::try_from(text.structure.line_of(anchor.span.start)).unwrap_or(u32::MAX),
            passage: anchor.passage,
            state: anchor.state,
            participants,
            cases,
            codings: (0, 0),
        });
    }
    new.sort_by(order);
    let mut merged = Vec::with_capacity(old.len() + new.len());
    let mut shifts = Vec::with_capacity(old.len());
    let mut coming = new.into_iter().peekable();
    for place in old {
        while let Some(next) = coming.next_if(|next| order(next, place).is_lt()) {
            merged.push(next);
        }
        if touched.gone_fragments.contains(&place.fragment) {
            shifts.push(None);
        } else {
            shifts.push(Some(At::new(merged.len())));
            merged.push(place.clone());
        }
    }
    merged.extend(coming);
    Some((merged, shifts))
}

/// The same order as that of anchors.
fn order(a: &Place, b: &Place) -> std::cmp::Ordering {
    a.transcript
        .cmp(&b.transcript)
        .then(a.span.start.cmp(&b.span.start))
        .then(b.span.end.cmp(&a.span.end))
        .then(a.fragment.cmp(&b.fragment))
}

fn codings(
    before: &Study,
    touched: &Touched<'_>,
    shifts: &[Option<At<Place>>],
    places: &FxHashMap<FragmentId, At<Place>>,
    coders: &FxHashMap<crate::model::CoderId, At<crate::model::Coder>>,
) -> Option<Vec<CodingAt>> {
    let mut new: Vec<CodingAt> = Vec::with_capacity(touched.new_codings.len());
    for coding in &touched.new_codings {
        new.push(CodingAt {
            id: coding.id,
            // A coding of a fragment without a place in the current text counts nowhere: left to the full building.
            place: *places.get(&coding.fragment)?,
            code: before.code_at(coding.code)?,
            coder: *coders.get(&coding.coder)?,
            counter: coding.counter,
        });
    }
    let key = |coding: &CodingAt| (coding.place, coding.code, coding.coder);
    new.sort_by_key(key);
    let mut merged = Vec::with_capacity(before.codings.len() + new.len());
    let mut coming = new.into_iter().peekable();
    for coding in before.codings.rows() {
        if touched.old_codings.contains(&coding.id) {
            continue;
        }
        let moved = CodingAt { place: shifts[coding.place.number()]?, ..coding.clone() };
        while let Some(next) = coming.next_if(|next| key(next) < key(&moved)) {
            merged.push(next);
        }
        merged.push(moved);
    }
    merged.extend(coming);
    Some(merged)
}
