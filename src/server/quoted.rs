//! A fragment as screens show it: its words, whose they are, what was said just before, and where it leads.

use super::address;
use crate::analysis::{At, Place, Study};
use crate::model::{PointSpan, Span};
use crate::project::{Refusal, Workspace};
use crate::report::TableWords;
use crate::report::quotes::{Audience, attribution};
use crate::text::last_words;

/// As much of the turn before is shown.
const CONTEXT: usize = 160;

/// A fragment.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// Its words, in paragraphs.
    pub(super) paragraphs: Vec<String>,
    /// `(Resp 6, coördinator, casus 3, r. 12)`.
    pub(super) source: String,
    /// The end of the turn before; empty at the beginning of a text.
    pub(super) before: String,
    pub(super) transcript: String,
    pub(super) points: PointSpan,
    /// The place in its transcript.
    pub(super) href: String,
}

impl Quoted {
    /// Its words as one line of text.
    pub(super) fn line(&self) -> String {
        self.paragraphs.join(" ")
    }

    /// The place as forms name it: `12-40 transcript`.
    pub(super) fn key(&self) -> String {
        format!("{}-{} {}", self.points.start, self.points.end, self.transcript)
    }
}

/// Whether the end of what was said before is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Shown,
    LeftOut,
}

/// The place that a form names: transcript and code points.
pub(super) fn place_of(key: &str) -> Option<(String, PointSpan)> {
    let (points, transcript) = key.split_once(' ')?;
    let (start, end) = points.split_once('-')?;
    Some((transcript.to_owned(), PointSpan { start: start.parse().ok()?, end: end.parse().ok()? }))
}

/// Fragments with their words, in the order asked for.
pub(super) fn quoted(
    workspace: &Workspace,
    study: &Study,
    words: &TableWords,
    places: &[At<Place>],
    before: Before,
) -> Result<Vec<Quoted>, Refusal> {
    let texts = workspace.words_of(study, places.iter().copied())?;
    let mut all = Vec::with_capacity(places.len());
    for (at, text) in places.iter().zip(texts) {
        let place = &study.places[*at];
        let transcript = study.texts[place.transcript].row.name.clone();
        let paragraphs = text.split('\n').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        all.push(Quoted {
            paragraphs,
            source: attribution(study, words, place, Audience::Work),
            before: if before == Before::Shown { said_before(workspace, study, place)? } else { String::new() },
            href: address::place(&transcript, place.points.start, place.points.end),
            points: place.points,
            transcript,
        });
    }
    Ok(all)
}

/// The end of what stands before a fragment in its turn, else of the turn (or paragraph) before.
fn said_before(workspace: &Workspace, study: &Study, place: &Place) -> Result<String, Refusal> {
    let structure = &study.texts[place.transcript].structure;
    let units: Vec<Span> = if structure.turns.is_empty() {
        structure.paragraphs.clone()
    } else {
        structure.turns.iter().map(|turn| turn.span).collect()
    };
    let own = units.partition_point(|unit| unit.end <= place.span.start);
    let start = match (units.get(own), own.checked_sub(1).and_then(|before| units.get(before))) {
        (Some(unit), _) if unit.start < place.span.start && starts_late(structure, place.span.start) => unit.start,
        (_, Some(before)) => before.start,
        _ => return Ok(String::new()),
    };
    let text = workspace.slice(study, place.transcript, Span { start, end: place.span.start })?;
    // The label of the fragment's own turn says nothing about what came before.
    let text = text.trim_end();
    let shown = last_words(text, CONTEXT, |_| 1).trim();
    let cut = if shown.len() < text.trim_start().len() { "… " } else { "" };
    Ok(format!("{cut}{}", shown.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Whether something was said in the turn before the fragment begins.
fn starts_late(structure: &crate::model::Structure, start: u32) -> bool {
    let turn = structure.turns.iter().find(|turn| turn.span.start <= start && start < turn.span.end);
    turn.is_none_or(|turn| start > turn.label.end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_and_found_again_whatever_its_transcript_is_called() {
        let place = place_of("12-40 Gesprek 3-4 (deel 1)").expect("a place");
        assert_eq!(place, ("Gesprek 3-4 (deel 1)".to_owned(), PointSpan { start: 12, end: 40 }));
        for wrong in ["", "12-40", "12 a", "a-b c", "-1-4 a"] {
            assert!(place_of(wrong).is_none(), "{wrong}");
        }
    }
}
