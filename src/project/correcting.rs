//! Correcting a text. The corrected file becomes a new revision; every fragment moves along by a word diff and says how
//! sure its new place is. What was deleted keeps its words and counts nowhere; fragments that fall together become one.

use super::{Done, Prepared, Refusal, Workspace};
use crate::analysis::{At, Study, Text};
use crate::import::Notice;
use crate::model::{
    Anchor, AnchorId, AnchorState, Citation, Coding, Comment, FragmentId, Quote, Span, Transcript, Verb,
};
use crate::store::{NewRevision, Writing};
use crate::text::{PointIndex, move_span, word_diff};
use std::collections::BTreeMap;

/// What a correction does to the fragments of a transcript.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// Name of the transcript.
    pub transcript: String,
    /// Fragments that stand where they stood.
    pub exact: usize,
    /// Fragments that moved and read the same.
    pub moved: usize,
    /// Fragments that need a look.
    pub check: Vec<MovedFragment>,
    /// Fragments whose text was deleted.
    pub gone: Vec<MovedFragment>,
    /// Fragments that became one with another.
    pub joined: usize,
    /// Speaker labels that participants were known by and that the new text no longer has.
    pub lost_speakers: Vec<String>,
    /// What the person should know of the file.
    pub notices: Vec<Notice>,
}

/// A fragment before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedFragment {
    /// 1-based line in the new text; in the old one when its text was deleted.
    pub line: usize,
    /// The words as they were.
    pub before: String,
    /// The words as they are; empty when they were deleted.
    pub after: String,
}

/// Where a fragment goes.
struct Move {
    fragment: FragmentId,
    old: Anchor,
    span: Span,
    state: AnchorState,
    words: String,
}

impl Workspace {
    /// What correcting a transcript with this file would do; nothing is written.
    ///
    /// # Errors
    /// When there is no such transcript or the text is as it was.
    pub fn try_correction(&mut self, transcript: &str, file: &Prepared) -> Result<Correction, Refusal> {
        let study = self.study()?;
        let at = study.find_text(transcript)?;
        let old = self.text(&study, at)?;
        let mut anchors = Vec::new();
        for anchor in study.rows().anchors.iter().filter(|row| row.revision == study.texts[at].row.revision) {
            anchors.push(anchor.clone());
        }
        let mut words = Vec::new();
        self.store.passages(anchors.iter().map(|anchor| anchor.passage), |text| words.push(text.to_owned()))?;
        let moves = plan(&study.texts[at], &old, file, anchors.into_iter().zip(words))?;
        Ok(report(&study, at, file, &moves))
    }

    /// Corrects a transcript: a new revision, with every fragment moved along.
    ///
    /// # Errors
    /// When there is no such transcript or the text is as it was.
    pub fn correct(&mut self, transcript: &str, file: &Prepared, reason: &str) -> Result<Done<Correction>, Refusal> {
        self.run(Verb::Correct, reason, |writing, study| {
            let at = study.find_text(transcript)?;
            let text = &study.texts[at];
            let old = writing.revision(text.row.revision)?;
            let mut anchors = Vec::new();
            for anchor in writing.anchors_in(text.row.revision)? {
                let words = writing.passage(anchor.passage)?;
                anchors.push((anchor, words));
            }
            let moves = plan(text, &old.text, file, anchors.into_iter())?;
            let correction = report(study, at, file, &moves);
            write(writing, text, old.number + 1, file, moves)?;
            writing.describe([
                text.row.name.clone(),
                correction.check.len().to_string(),
                correction.gone.len().to_string(),
            ]);
            Ok(correction)
        })
    }
}

fn plan(
    text: &Text,
    old: &str,
    file: &Prepared,
    anchors: impl Iterator<Item = (Anchor, String)>,
) -> Result<Vec<Move>, Refusal> {
    if old == file.text {
        return Err(Refusal::Unchanged { transcript: text.row.name.clone() });
    }
    let map = word_diff(old, &file.text);
    let mut moves = Vec::new();
    for (anchor, words) in anchors {
        let (span, state) = match anchor.state {
            AnchorState::Gone => (Span::default(), AnchorState::Gone),
            AnchorState::Exact | AnchorState::Moved | AnchorState::Check => {
                let moved = move_span(&map, old, &file.text, anchor.span);
                match moved.span {
                    // A doubt stays until someone has looked.
                    Some(span) if anchor.state == AnchorState::Check => (span, AnchorState::Check),
                    // Exact is where a coder put it, not where the last correction left it.
                    Some(span) if anchor.state == AnchorState::Moved && moved.state == AnchorState::Exact => {
                        (span, AnchorState::Moved)
                    }
                    Some(span) => (span, moved.state),
                    None => (Span::default(), AnchorState::Gone),
                }
            }
        };
        moves.push(Move { fragment: anchor.fragment, old: anchor, span, state, words });
    }
    Ok(moves)
}

fn report(study: &Study, at: At<Text>, file: &Prepared, moves: &[Move]) -> Correction {
    let text = &study.texts[at];
    let mut correction =
        Correction { transcript: text.row.name.clone(), notices: file.notices.clone(), ..Correction::default() };
    let mut places: BTreeMap<Span, usize> = BTreeMap::new();
    for step in moves {
        if step.state != AnchorState::Gone {
            let others = places.entry(step.span).or_default();
            correction.joined += usize::from(*others > 0);
            *others += 1;
        }
        match step.state {
            AnchorState::Exact => correction.exact += 1,
            AnchorState::Moved => correction.moved += 1,
            AnchorState::Check => correction.check.push(MovedFragment {
                line: file.structure.line_of(step.span.start),
                before: step.words.clone(),
                after: step.span.of(&file.text).to_owned(),
            }),
            AnchorState::Gone if step.old.state == AnchorState::Gone => {}
            AnchorState::Gone => correction.gone.push(MovedFragment {
                line: text.structure.line_of(step.old.span.start),
                before: step.words.clone(),
                after: String::new(),
            }),
        }
    }
    let known: Vec<String> =
        file.structure.speakers.iter().map(|speaker| crate::model::fold_name(&speaker.label)).collect();
    correction.lost_speakers = study
        .rows()
        .speakers
        .iter()
        .filter(|row| row.transcript == text.row.id && !row.label.is_empty())
        .filter(|row| !known.contains(&crate::model::fold_name(&row.label)))
        .map(|row| row.label.clone())
        .collect();
    correction
}

fn write(
    writing: &mut Writing<'_>,
    text: &Text,
    number: i64,
    file: &Prepared,
    moves: Vec<Move>,
) -> Result<(), Refusal> {
    let id = text.row.id;
    let new = NewRevision { transcript: id, number, text: &file.text, structure: &file.structure };
    let (revision, structure) = writing.add_revision(&new)?;
    writing.add_original(id, &file.file, &file.hash, &file.packed)?;
    writing.update(Transcript { revision, structure, original: file.hash.clone(), ..text.row.clone() })?;
    let points = PointIndex::new(&file.text);
    let mut standing: BTreeMap<Span, FragmentId> = BTreeMap::new();
    for step in moves {
        if step.state != AnchorState::Gone {
            if let Some(other) = standing.get(&step.span) {
                join(writing, step.fragment, *other)?;
                continue;
            }
            standing.insert(step.span, step.fragment);
        }
        let words = if step.state == AnchorState::Gone { step.words.as_str() } else { step.span.of(&file.text) };
        let passage = if words == step.words { step.old.passage } else { writing.add_passage(id, words)? };
        writing.insert(Anchor {
            id: AnchorId::new(),
            fragment: step.fragment,
            revision,
            span: step.span,
            points: points.to_points(step.span),
            passage,
            state: step.state,
        })?;
    }
    Ok(())
}

/// Everything on one fragment goes to the other; what would stand there twice is dropped.
fn join(writing: &mut Writing<'_>, from: FragmentId, to: FragmentId) -> Result<(), Refusal> {
    let standing = writing.codings_on(to)?;
    for coding in writing.codings_on(from)? {
        if standing.iter().any(|row| row.code == coding.code && row.coder == coding.coder) {
            writing.delete(&coding)?;
        } else {
            writing.update(Coding { fragment: to, ..coding })?;
        }
    }
    let chosen = writing.quotes_of(to)?;
    for quote in writing.quotes_of(from)? {
        if chosen.iter().any(|row| row.code == quote.code) {
            writing.delete(&quote)?;
        } else {
            writing.update(Quote { fragment: to, ..quote })?;
        }
    }
    let cited = writing.citations_of(to)?;
    for citation in writing.citations_of(from)? {
        if cited.iter().any(|row| row.memo == citation.memo) {
            writing.delete(&citation)?;
        } else {
            writing.update(Citation { fragment: to, ..citation })?;
        }
    }
    for comment in writing.comments_of(from)? {
        writing.update(Comment { fragment: Some(to), ..comment })?;
    }
    writing.sweep([from])?;
    Ok(())
}
