//! Relations of codings against looking at every pair, on random studies.

use super::super::Filter;
use crate::analysis::{At, CodingAt, Place, Study};
use crate::model::{
    Anchor, AnchorState, Code, CodeStatus, Coder, Coding, Fragment, FragmentId, Id, Kind, Level, PointSpan, Rows, Span,
    SpeakerLabel, Structure, Transcript, Turn,
};
use crate::text::parse_query;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Bytes of a turn.
const TURN: u32 = 10;

/// A coding to make: transcript, first byte, length, code, coder, counter-example.
type Made = (usize, u32, u32, usize, usize, bool);

/// Two transcripts of six turns (the second without speakers: six paragraphs), codes a, b, c and two coders.
fn study(made: &[Made]) -> Study {
    let codes = ["a", "b", "c"].map(|name| Code {
        id: Id::new(),
        name: name.to_owned(),
        level: Level::Open,
        statement: String::new(),
        definition: String::new(),
        include: String::new(),
        exclude: String::new(),
        example: String::new(),
        color: String::new(),
        origin: None,
        status: CodeStatus::Proposed,
        author: None,
        created: 0,
    });
    let coders = ["daan", "lotte"].map(|name| Coder { id: Id::new(), name: name.to_owned() });
    let spans: Vec<Span> = (0..6).map(|turn| Span { start: turn * TURN, end: turn * TURN + TURN - 1 }).collect();
    let turn = |span: &Span| Turn { span: *span, label: Span { start: span.start, end: span.start + 2 }, speaker: 0 };
    let spoken = Structure {
        speakers: vec![SpeakerLabel { label: "R".to_owned(), interviewer: false }],
        turns: spans.iter().map(turn).collect(),
        ..Structure::default()
    };
    let written = Structure { paragraphs: spans, ..Structure::default() };
    let mut structures = BTreeMap::new();
    let transcripts = [("een", spoken), ("twee", written)].map(|(name, structure)| {
        let id = Id::new();
        structures.insert(id, Arc::new(structure));
        Transcript {
            id: Id::new(),
            name: name.to_owned(),
            file: format!("{name}.txt"),
            kind: Kind::Interview,
            case: None,
            moment: String::new(),
            date: String::new(),
            original: Vec::new(),
            revision: Id::new(),
            structure: id,
            created: 0,
        }
    });
    let mut fragments: BTreeMap<(usize, u32, u32), FragmentId> = BTreeMap::new();
    let mut codings: BTreeMap<(FragmentId, usize, usize), Coding> = BTreeMap::new();
    for (text, start, length, code, coder, counter) in made {
        let fragment = *fragments.entry((*text, *start, start + length)).or_default();
        codings.entry((fragment, *code, *coder)).or_insert_with(|| Coding {
            id: Id::new(),
            fragment,
            code: codes[*code].id,
            coder: coders[*coder].id,
            counter: *counter,
            note: String::new(),
            created: 0,
        });
    }
    let anchors = fragments.iter().map(|((text, start, end), fragment)| Anchor {
        id: Id::new(),
        fragment: *fragment,
        revision: transcripts[*text].revision,
        span: Span { start: *start, end: *end },
        points: PointSpan { start: *start, end: *end },
        passage: Id::new(),
        state: AnchorState::Exact,
    });
    let anchors = Arc::new(anchors.collect());
    let fragments = fragments.iter().map(|((text, ..), id)| Fragment { id: *id, transcript: transcripts[*text].id });
    let rows = Rows {
        fragments: Arc::new(fragments.collect()),
        anchors,
        codings: Arc::new(codings.into_values().collect()),
        codes: Arc::new(codes.to_vec()),
        coders: Arc::new(coders.to_vec()),
        transcripts: Arc::new(transcripts.to_vec()),
        structures: Arc::new(structures),
        ..Rows::default()
    };
    Study::build(rows, 1)
}

fn found(query: &str, study: &Study) -> BTreeSet<FragmentId> {
    let tree = parse_query(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    match Filter::compile(&tree, study) {
        Ok(Filter::Fragments(fragments)) => fragments.iter().copied().collect(),
        other => panic!("{query}: {other:?}"),
    }
}

/// What every pair of codings says.
fn looked_at(
    study: &Study,
    left: impl Fn(&CodingAt) -> bool,
    right: impl Fn(&CodingAt) -> bool,
    stands: impl Fn(&Place, &Place) -> bool,
) -> BTreeSet<FragmentId> {
    let mut found = BTreeSet::new();
    for one in study.codings.rows().iter().filter(|coding| left(coding)) {
        for other in study.codings.rows().iter().filter(|coding| right(coding)) {
            let (a, b) = (&study.places[one.place], &study.places[other.place]);
            if one.id != other.id && a.transcript == b.transcript && stands(a, b) {
                found.insert(a.fragment);
            }
        }
    }
    found
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    prop::collection::vec((0..2_usize, 0..50_u32, 1..25_u32, 0..3_usize, 0..2_usize, any::<bool>()), 0..40)
}

proptest! {
    #[test]
    fn relations_are_what_every_pair_of_codings_says(made in made()) {
        let study = study(&made);
        let named = |name: &'static str| {
            let study = &study;
            move |coding: &CodingAt| study.codes[coding.code].name == name
        };
        let by = |name: &'static str| {
            let study = &study;
            move |coding: &CodingAt| study.coders[coding.coder].name == name
        };
        if study.coders.len() < 2 {
            return Ok(());
        }
        let within = |a: &Place, b: &Place| b.span.contains(a.span);
        let touching = |a: &Place, b: &Place| a.span.overlaps(b.span);
        let crossing = |a: &Place, b: &Place| touching(a, b) && !within(a, b) && !within(b, a);
        let follows = |turns: u32| move |a: &Place, b: &Place| {
            a.span.start >= b.span.end && a.span.start / TURN - (b.span.end - 1) / TURN <= turns
        };
        prop_assert_eq!(found("code:a BINNEN code:b", &study), looked_at(&study, named("a"), named("b"), within));
        prop_assert_eq!(found("code:a WITHIN code:a", &study), looked_at(&study, named("a"), named("a"), within));
        prop_assert_eq!(found("code:a SAMEN code:b", &study), looked_at(&study, named("a"), named("b"), touching));
        prop_assert_eq!(found("code:a COOCCURS code:a", &study), looked_at(&study, named("a"), named("a"), touching));
        prop_assert_eq!(found("code:b OVERLAPT code:a", &study), looked_at(&study, named("b"), named("a"), crossing));
        prop_assert_eq!(found("code:c OVERLAPS code:c", &study), looked_at(&study, named("c"), named("c"), crossing));
        prop_assert_eq!(found("code:a VOLGT code:b", &study), looked_at(&study, named("a"), named("b"), follows(2)));
        prop_assert_eq!(found("code:a FOLLOWS/0 code:b", &study), looked_at(&study, named("a"), named("b"), follows(0)));
        prop_assert_eq!(found("code:b VOLGT/3 code:b", &study), looked_at(&study, named("b"), named("b"), follows(3)));
        prop_assert_eq!(
            found("code:(a OF b) SAMEN (codeur:daan NIET code:a)", &study),
            looked_at(&study, |one| named("a")(one) || named("b")(one), |one| by("daan")(one) && !named("a")(one), touching)
        );
        prop_assert_eq!(
            found("(GECODEERD tegenvoorbeeld:ja) BINNEN GECODEERD", &study),
            looked_at(&study, |one| one.counter, |_| true, within)
        );
    }
}

#[test]
fn a_hit_is_what_stands_left() {
    // Code a on turn 1, code b around turns 1 and 2, code c in turn 3; nothing of it in the other transcript.
    let study =
        study(&[(0, 2, 5, 0, 0, false), (0, 0, 18, 1, 1, false), (0, 22, 5, 2, 0, false), (1, 2, 5, 0, 0, false)]);
    let starts = |query: &str| -> Vec<u32> {
        let found = found(query, &study);
        let places = study.places.rows().iter().filter(|place| found.contains(&place.fragment));
        places.map(|place| place.span.start).collect()
    };
    for (query, expected) in [
        ("code:a WITHIN code:b", &[2][..]),
        ("code:b WITHIN code:a", &[]),
        ("code:b COOCCURS code:a", &[0]),
        ("code:a OVERLAPS code:b", &[]),
        ("code:c FOLLOWS code:b", &[22]),
        ("code:c FOLLOWS/1 code:a", &[]),
        ("code:c FOLLOWS code:a", &[22]),
        ("code:b FOLLOWS/9 code:c", &[]),
        ("code:a WITHIN code:a", &[]),
        ("code:a WITHIN (NOT code:a)", &[2]),
    ] {
        assert_eq!(starts(query), expected, "{query}");
    }
    assert!(study.places_in(At::new(1)).len() == 1);
}

#[test]
fn only_conditions_on_codings_have_relations() {
    let study = study(&[(0, 2, 5, 0, 0, false)]);
    for (query, place) in [
        ("transcript:een WITHIN code:a", (0, 14)),
        ("code:a WITHIN (code:a transcript:twee)", (22, 37)),
        ("code:a WITHIN memo:x", (14, 20)),
    ] {
        let tree = parse_query(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
        let expected = super::FilterFault::Expected {
            what: super::Expected::Coding,
            place: PointSpan { start: place.0, end: place.1 },
        };
        assert_eq!(Filter::compile(&tree, &study).map(|_| ()), Err(expected), "{query}");
    }
}
