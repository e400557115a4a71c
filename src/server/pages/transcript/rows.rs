//! The text in rows: a paragraph, or a speaker's turn of one. Overlapping fragments are cut at each other's ends, so that
//! every letter knows which codes lie over it while the words stay in order; the words of a row are exactly those of the
//! transcript, so that a place in the page is a place in the text.

use super::lanes::{LANES, Stretch, lanes};
use crate::analysis::{At, Study, Text};
use crate::model::{AnchorState, Code, Coder, Span};
use crate::report::{Tints, pieces};
use crate::text::{PointIndex, sentences};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A paragraph, or a turn of one.
pub(super) struct Row {
    /// 1-based line where it starts.
    pub(super) line: usize,
    /// Code point of the text at which the words start.
    pub(super) from: u32,
    pub(super) speaker: String,
    pub(super) interviewer: bool,
    pub(super) time: String,
    pub(super) heading: bool,
    pub(super) runs: Vec<Run>,
    /// Where sentences start within the words, in UTF-16 units as scripts count.
    pub(super) sentences: String,
    pub(super) brackets: Vec<Bracket>,
    pub(super) names: Vec<MarginName>,
    /// How many lanes the whole text needs.
    pub(super) lanes: usize,
}

/// Words that lie under the same fragments.
pub(super) struct Run {
    /// Number of the line that starts here, when it is not the first of the row.
    pub(super) line: Option<usize>,
    pub(super) words: String,
    /// Classes of the highlight; empty for plain words.
    pub(super) class: String,
    /// The fragments over these words: `120-180 140-160`.
    pub(super) fragments: String,
    /// The codes over these words, for a screen reader.
    pub(super) codes: String,
}

/// A stretch of a bracket beside this row.
pub(super) struct Bracket {
    pub(super) class: String,
    pub(super) fragment: String,
    /// Middle of its lane, in pixels.
    pub(super) x: usize,
    /// Where it starts and ends in the row, in per cent of its height.
    pub(super) top: usize,
    pub(super) bottom: usize,
    /// The fragment starts, ends in this row.
    pub(super) starts: bool,
    pub(super) ends: bool,
}

/// A code beside the row in which its fragment starts.
pub(super) struct MarginName {
    pub(super) class: String,
    pub(super) fragment: String,
    pub(super) name: String,
    /// Who put it there; empty when the study has one coder.
    pub(super) coders: String,
    /// Their names in full, for the script.
    pub(super) whose: String,
    pub(super) counter: bool,
    /// The fragment needs a look after a correction.
    pub(super) check: bool,
}

/// One code on one fragment, with everyone who put it there.
struct Mark {
    span: Span,
    id: String,
    code: At<Code>,
    coders: Vec<At<Coder>>,
    counter: bool,
    check: bool,
    lane: usize,
}

/// Which codings are shown.
pub(super) struct Shown<'s> {
    pub(super) study: &'s Study,
    pub(super) text: At<Text>,
    pub(super) admits: Box<dyn Fn(At<Code>, At<Coder>) -> bool + 's>,
}

/// Makes the rows whose line lies in `range`.
pub(super) fn rows(shown: &Shown<'_>, words: &str, range: &RangeInclusive<usize>) -> Vec<Row> {
    let study = shown.study;
    let text = &study.texts[shown.text];
    let structure = &text.structure;
    let points = PointIndex::new(words);
    let tints = Tints::new(study);
    let marks = marks(shown);
    let lanes = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
    let several = study.coders.len() > 1;
    let mut rows = Vec::new();
    let mut next = 0;
    // Fragments that started earlier and may still lie over what comes.
    let mut open: Vec<&Mark> = Vec::new();
    for piece in pieces(structure, words) {
        let line = structure.line_of(piece.start);
        let turn = structure.turns.partition_point(|turn| turn.span.start < piece.start);
        let turn = structure.turns.get(turn).filter(|turn| turn.span.start == piece.start);
        let label = turn.map_or(Span { start: piece.start, end: piece.start }, |turn| turn.label);
        let start = label.end.clamp(piece.start, piece.end);
        let lead = Span { start, end: piece.end }.of(words);
        let lead = u32::try_from(lead.len() - lead.trim_start().len()).unwrap_or(0);
        let body = Span { start: (start + lead).min(piece.end), end: piece.end };
        let mut names = Vec::new();
        while let Some(mark) = marks.get(next).filter(|mark| mark.span.start < piece.end) {
            names.push(mark);
            open.push(mark);
            next += 1;
        }
        open.retain(|mark| mark.span.end > piece.start);
        if !range.contains(&line) {
            continue;
        }
        let speaker = turn.and_then(|turn| structure.speakers.get(usize::from(turn.speaker)));
        let time = structure.times.partition_point(|time| time.span.start < label.start);
        let time = structure.times.get(time).filter(|time| label.contains(time.span) && turn.is_some());
        let margin: Vec<MarginName> = names
            .iter()
            .map(|mark| MarginName {
                class: tints.class(mark.code),
                fragment: mark.id.clone(),
                name: study.codes[mark.code].name.clone(),
                coders: if several { initials(study, &mark.coders) } else { String::new() },
                whose: coder_names(study, &mark.coders).join(", "),
                counter: mark.counter,
                check: mark.check,
            })
            .collect();
        rows.push(Row {
            line,
            from: points.to_points(Span { start: body.start, end: body.start }).start,
            speaker: speaker.map_or_else(String::new, |speaker| speaker.label.clone()),
            interviewer: speaker.is_some_and(|speaker| speaker.interviewer),
            time: time.map_or_else(String::new, |time| time.span.of(words).to_owned()),
            heading: structure.headings.iter().any(|heading| piece.contains(heading.span)),
            runs: runs(study, &tints, structure, words, body, &open),
            sentences: sentence_starts(body.of(words)),
            brackets: open.iter().filter_map(|mark| bracket(mark, &tints, piece, body)).collect(),
            names: margin,
            lanes,
        });
    }
    rows
}

/// Pixels of a lane, and before the first.
const LANE: usize = 8;
const GAP: usize = 8;

/// The codes on fragments that are shown, in reading order, with their lanes.
fn marks(shown: &Shown<'_>) -> Vec<Mark> {
    let study = shown.study;
    let mut marks = Vec::new();
    let mut stretches = Vec::new();
    for place in study.places_in(shown.text) {
        let mut by_code: BTreeMap<At<Code>, Vec<&crate::analysis::CodingAt>> = BTreeMap::new();
        for coding in study.codings_on(place).iter().filter(|coding| (shown.admits)(coding.code, coding.coder)) {
            by_code.entry(coding.code).or_default().push(coding);
        }
        for (code, codings) in by_code {
            let Some(first) = codings.iter().map(|coding| coding.id).min() else { continue };
            stretches.push(Stretch { span: place.span, first });
            marks.push(Mark {
                span: place.span,
                id: format!("{}-{}", place.points.start, place.points.end),
                code,
                counter: codings.iter().all(|coding| coding.counter),
                coders: codings.into_iter().map(|coding| coding.coder).collect(),
                check: place.state == AnchorState::Check,
                lane: 0,
            });
        }
    }
    for (mark, lane) in marks.iter_mut().zip(lanes(&stretches)) {
        mark.lane = lane;
    }
    marks
}

fn bracket(mark: &Mark, tints: &Tints, piece: Span, body: Span) -> Option<Bracket> {
    // A fragment may start before the words of a row, in its label.
    let whole = (body.end - body.start).max(1);
    let part = |at: u32| (100 * (at.clamp(body.start, body.end) - body.start) / whole) as usize;
    let starts = piece.start <= mark.span.start && mark.span.start < piece.end;
    let ends = mark.span.end <= piece.end;
    let (top, bottom) = (if starts { part(mark.span.start) } else { 0 }, if ends { part(mark.span.end) } else { 100 });
    (mark.span.overlaps(piece)).then(|| Bracket {
        class: tints.class(mark.code),
        fragment: mark.id.clone(),
        x: GAP + LANE / 2 + mark.lane.min(LANES - 1) * LANE,
        top,
        bottom: bottom.max((top + 6).min(100)),
        starts,
        ends,
    })
}

fn runs(
    study: &Study,
    tints: &Tints,
    structure: &crate::model::Structure,
    words: &str,
    body: Span,
    open: &[&Mark],
) -> Vec<Run> {
    let over = |span: Span| open.iter().filter(move |mark| mark.span.overlaps(span));
    let mut cuts: Vec<u32> = over(body).flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    let first_line = structure.line_of(body.start);
    let lines = structure.lines.iter().enumerate().skip(first_line).take_while(|(_, start)| **start < body.end);
    let lines: Vec<(usize, u32)> = lines.map(|(number, start)| (number + 1, *start)).collect();
    cuts.extend(lines.iter().map(|(_, start)| *start));
    cuts.extend([body.start, body.end]);
    cuts.retain(|cut| body.start <= *cut && *cut <= body.end);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let span = Span { start: pair[0], end: pair[1] };
            let mut fragments: Vec<&str> = Vec::new();
            let mut codes: Vec<&str> = Vec::new();
            let mut class = String::new();
            for mark in over(span) {
                if !fragments.contains(&mark.id.as_str()) {
                    fragments.push(&mark.id);
                }
                codes.push(&study.codes[mark.code].name);
                class = tints.class(mark.code);
            }
            if fragments.len() > 1 {
                class.push_str(" over");
            }
            let line = lines.iter().find(|(_, start)| *start == span.start).map(|(number, _)| *number);
            let (fragments, codes) = (fragments.join(" "), codes.join("; "));
            Run { line, words: span.of(words).to_owned(), class, fragments, codes }
        })
        .collect()
}

/// Where sentences start, in UTF-16 units, parted by spaces.
fn sentence_starts(words: &str) -> String {
    let mut starts = String::new();
    let (mut at, mut units) = (0, 0);
    for span in sentences(words) {
        let start = span.start as usize;
        units += words[at..start].encode_utf16().count();
        at = start;
        if !starts.is_empty() {
            starts.push(' ');
        }
        starts.push_str(&units.to_string());
    }
    starts
}

fn coder_names(study: &Study, coders: &[At<Coder>]) -> Vec<String> {
    coders.iter().map(|at| study.coders[*at].name.clone()).collect()
}

/// Coders by the first two letters of their names, as they stand small beside a code.
fn initials(study: &Study, coders: &[At<Coder>]) -> String {
    let short = |name: &str| name.chars().take(2).collect::<String>();
    coder_names(study, coders).iter().map(|name| short(name)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_as_scripts_count() {
        assert_eq!(sentence_starts("Nou 👵 ja. Zo'n dag. Ë!"), "0 11 21");
        assert_eq!(sentence_starts(""), "");
    }
}
