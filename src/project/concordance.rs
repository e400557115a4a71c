//! Every place that a query means, as a line with what stands before and behind it: the words of a turn in which a word
//! is used, side by side. Search finds and marks the places; here they become lines, each with its own line number and
//! place, in an order that shows patterns.

use super::searching::{Hit, SearchRequest};
use super::{Refusal, Workspace};
use crate::analysis::{At, ParticipantsOf, Study, Text};
use crate::model::{Case, Participant, PointSpan, Span};
use crate::text::words::words;
use crate::text::{first_words, last_words};
use std::sync::Arc;

/// Words beside the place that decide about the order.
const DEPTH: usize = 6;

/// The places that a query means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concordance {
    /// The query as typed.
    pub query: String,
    /// How many turns answer to the query.
    pub turns: usize,
    /// How many places there are, also beyond the limit.
    pub total: usize,
    /// The places, in order, as many as were asked for.
    pub lines: Vec<ConcordanceLine>,
}

/// A place that a query means, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcordanceLine {
    /// The transcript.
    pub text: At<Text>,
    /// The first of those who speak.
    pub participant: Option<At<Participant>>,
    /// Their case, else that of the transcript.
    pub case: Option<At<Case>>,
    /// 1-based line of the transcript where the place starts.
    pub line: usize,
    /// Where it stands, in code points of the transcript.
    pub points: PointSpan,
    /// What is said before it in the turn, without the name of the speaker; whole words.
    pub before: String,
    /// The words that were meant.
    pub keyword: String,
    /// What is said behind it in the turn; whole words.
    pub after: String,
}

impl ConcordanceLine {
    /// The role of the one who speaks.
    #[must_use]
    pub fn role<'s>(&self, study: &'s Study) -> Option<&'s str> {
        let role = self.participant.and_then(|person| study.participants[person].role);
        role.and_then(|role| study.role_at(role)).map(|role| study.roles[role].name.as_str())
    }
}

/// In which order the lines come; equal ones as they stand in the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConcordanceOrder {
    /// By the words before the place, the nearest first.
    Left,
    /// By the words behind the place.
    Right,
    /// As the texts stand, and within each from top to bottom.
    #[default]
    Text,
    /// By case.
    Case,
}

impl Workspace {
    /// The places that a query means, with at most so many letters of context on either side. What the request says of
    /// order and limit does not count: all places are found before they are put in order.
    ///
    /// # Errors
    /// When the query cannot be read, names what does not exist, or the project cannot be read.
    pub fn concordance(
        &mut self,
        study: &Arc<Study>,
        request: &SearchRequest<'_>,
        order: ConcordanceOrder,
        context: usize,
        limit: Option<usize>,
    ) -> Result<Concordance, Refusal> {
        let all = SearchRequest { limit: None, order: crate::search::Order::Text, ..request.clone() };
        let hits = self.search(study, &all)?;
        let mut lines: Vec<ConcordanceLine> = hits.hits.iter().flat_map(|hit| lines_of(study, hit, context)).collect();
        sort(&mut lines, order);
        let total = lines.len();
        lines.truncate(limit.unwrap_or(usize::MAX));
        Ok(Concordance { query: hits.query, turns: hits.total, total, lines })
    }
}

/// The places in one turn.
fn lines_of(study: &Study, hit: &Hit, context: usize) -> Vec<ConcordanceLine> {
    let text = &study.texts[hit.text];
    let participant = match text.speakers_of(hit.unit) {
        ParticipantsOf::Interviewer => None,
        ParticipantsOf::Participants(people) => people.first().copied(),
    };
    let case = participant.and_then(|person| study.case_of(person)).or(text.case);
    let label = text.structure.turns.get(hit.unit).map_or(0, |turn| turn.label.end.saturating_sub(hit.span.start));
    let letter = |_: &str| 1;
    let line = |(mark, points): (&Span, &PointSpan)| {
        // The name of a speaker is nothing that was said.
        let from = if mark.start < label { mark.start } else { label };
        ConcordanceLine {
            text: hit.text,
            participant,
            case,
            line: text.structure.line_of(hit.span.start + mark.start),
            points: *points,
            before: last_words(Span { start: from, end: mark.start }.of(&hit.words), context, letter).to_owned(),
            keyword: mark.of(&hit.words).to_owned(),
            after: first_words(hit.words.get(mark.end as usize..).unwrap_or_default(), context, letter).to_owned(),
        }
    };
    hit.marks.iter().zip(&hit.matches).map(line).collect()
}

fn sort(lines: &mut [ConcordanceLine], order: ConcordanceOrder) {
    match order {
        ConcordanceOrder::Text => {}
        // Those without a case come last.
        ConcordanceOrder::Case => lines.sort_by_key(|line| (line.case.is_none(), line.case)),
        ConcordanceOrder::Left => lines.sort_by_cached_key(|line| {
            let mut before = folded(&line.before);
            before.reverse();
            before.truncate(DEPTH);
            (before, folded(&line.keyword))
        }),
        ConcordanceOrder::Right => lines.sort_by_cached_key(|line| {
            let mut behind = folded(&line.after);
            behind.truncate(DEPTH);
            (behind, folded(&line.keyword))
        }),
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| word.folded.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: usize, case: Option<usize>, before: &str, keyword: &str, after: &str) -> ConcordanceLine {
        ConcordanceLine {
            text: At::new(0),
            participant: None,
            case: case.map(At::new),
            line: number,
            points: PointSpan::default(),
            before: before.to_owned(),
            keyword: keyword.to_owned(),
            after: after.to_owned(),
        }
    }

    #[test]
    fn lines_are_sorted_by_the_words_beside_the_place() {
        let lines = [
            line(1, Some(1), "de vuile ", "was", ", ja"),
            line(2, None, "het Was de ", "was", " buiten"),
            line(3, Some(0), "een vuile ", "Was", ""),
            line(4, Some(1), "", "was", " één keer"),
        ];
        for (order, expected) in [
            (ConcordanceOrder::Text, [1, 2, 3, 4]),
            (ConcordanceOrder::Case, [3, 1, 4, 2]),
            (ConcordanceOrder::Left, [4, 2, 1, 3]),
            (ConcordanceOrder::Right, [3, 2, 4, 1]),
        ] {
            let mut sorted = lines.clone();
            sort(&mut sorted, order);
            assert_eq!(sorted.map(|line| line.line), expected, "{order:?}");
        }
    }
}
