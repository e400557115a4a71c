//! Finds the structure of a transcript: lines, paragraphs, headings, speakers, turns and time marks. In goes a
//! canonical text (`\n` between lines, NFC) and what a document said about its own layout; out come ranges over that
//! text, in order, which are stored beside it.
//!
//! The pieces: [`times`] finds time marks, [`candidates`] what is written as a label, [`opening`]
//! the header, [`weighing`] who is a speaker, [`turns`] the turns, [`paragraphs`] the blocks. What a person knows better is
//! laid over it in [`adjusting`].
//! Every step is linear in the length of the text, whatever the text.

mod adjusting;
mod candidates;
mod headings;
mod labels;
mod lines;
mod opening;
mod paragraphs;
mod sides;
mod speaker_words;
mod speakers;
mod times;
mod turns;
mod weighing;

pub use adjusting::{LabelRole, label_roles, with_roles};

use super::Hints;
use crate::model::{Span, Structure, TimeMark, Turn};
use lines::Lines;
use paragraphs::Cuts;
use times::{Mark, Standing};

/// Finds the structure of `text`.
///
/// ```
/// use codeboom::text::{Hints, structure};
///
/// let text = "Interviewer: Hoe gaat het?\nRiek: Goed, hoor.\n";
/// let found = structure(text, &Hints::default());
/// let labels: Vec<_> = found.turns.iter().map(|turn| turn.label.of(text)).collect();
/// assert_eq!(labels, ["Interviewer:", "Riek:"]);
/// assert!(found.speakers[0].interviewer);
/// ```
#[must_use]
pub fn structure(text: &str, hints: &Hints) -> Structure {
    let lines = Lines::of(text);
    let marks = times::find(text);
    let mut headings = headings::marked(&lines, &hints.headings);
    let bold = joined(&hints.bold, text);
    let cuts = Cuts { turns: &[], headings: &headings, given: &hints.paragraphs };
    let blocks = paragraphs::split(&lines, &cuts);
    let talk = turns::find(&lines, &marks, &headings, &bold, blocks.len());
    let paragraphs = if talk.turns.is_empty() {
        if headings.is_empty() {
            headings = headings::numbered(&lines);
        }
        blocks
    } else {
        headings.retain(|heading| !in_label(&talk.turns, heading.span));
        let cuts = Cuts { turns: &talk.turns, headings: &headings, given: &hints.paragraphs };
        paragraphs::split(&lines, &cuts)
    };
    let times = time_marks(&marks, &talk.turns);
    Structure { lines: lines.starts, paragraphs, headings, speakers: talk.speakers, turns: talk.turns, times }
}

/// Bold stretches in order, with those that touch made one: documents split them at will.
fn joined(bold: &[Span], text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = bold.to_vec();
    spans.retain(|span| Span::within(text, span.start as usize, span.end as usize).is_some());
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// The turn in whose label `span` starts, if any.
fn in_label(turns: &[Turn], span: Span) -> bool {
    let after = turns.partition_point(|turn| turn.label.end <= span.start);
    turns.get(after).is_some_and(|turn| turn.label.overlaps(span))
}

/// The marks that count: the sure ones, and those inside a speaker's label.
fn time_marks(marks: &[Mark], turns: &[Turn]) -> Vec<TimeMark> {
    let counts = |mark: &&Mark| mark.standing == Standing::Sure || in_label(turns, mark.span);
    let kept = marks.iter().filter(counts);
    kept.map(|mark| TimeMark { span: mark.span, milliseconds: mark.milliseconds }).collect()
}
