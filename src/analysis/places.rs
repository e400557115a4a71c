//! Where fragments stand, whose words they are, and which codes they carry: the dense middle of a [`super::Study`].
//! Only anchors of the current text count; a fragment whose text was deleted is listed apart and counts nowhere.

use super::list::At;
use super::study::{Speakers, Text};
use crate::model::{
    Anchor, AnchorState, Case, Code, Coder, CodingId, FragmentId, Participant, PassageId, PointSpan, Span, Transcript,
};

/// A fragment in the current text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The fragment's identity.
    pub fragment: FragmentId,
    /// The transcript.
    pub transcript: At<Text>,
    /// Bytes in the text.
    pub span: Span,
    /// The same in code points.
    pub points: PointSpan,
    /// 1-based line where it starts.
    pub line: u32,
    /// Where its words are kept.
    pub passage: PassageId,
    /// How sure the place is.
    pub state: AnchorState,
    /// Whose words they are, in the order in which they speak; empty for the interviewer's words alone.
    pub participants: Vec<At<Participant>>,
    /// The cases of those participants, else the transcript's.
    pub cases: Vec<At<Case>>,
    /// First of its codings in the study's list, and one past the last.
    pub codings: (u32, u32),
}

/// A coding in the current text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodingAt {
    /// The coding's identity.
    pub id: CodingId,
    /// Where.
    pub place: At<Place>,
    /// The code.
    pub code: At<Code>,
    /// The coder.
    pub coder: At<Coder>,
    /// A counter-example.
    pub counter: bool,
}

/// What stands at an anchor: the participants of the turns it touches that are not the interviewer's, without turns
/// those of the transcript; and their cases, else the transcript's.
pub(super) fn whose(
    text: &Text,
    span: Span,
    participants: &[Participant],
    case_of: impl Fn(&Participant) -> Option<At<Case>>,
    position: impl Fn(At<Participant>) -> usize,
) -> (Vec<At<Participant>>, Vec<At<Case>>) {
    let mut found: Vec<At<Participant>> = Vec::new();
    let mut add = |people: &[At<Participant>]| {
        for person in people {
            if !found.contains(person) {
                found.push(*person);
            }
        }
    };
    if text.structure.turns.is_empty() {
        add(&text.everyone);
    } else {
        for (_, turn) in text.structure.turns_in(span) {
            match &text.speakers[usize::from(turn.speaker)] {
                Speakers::Interviewer => {}
                Speakers::Participants(people) => add(people),
            }
        }
    }
    let mut cases: Vec<At<Case>> = Vec::new();
    for person in &found {
        if let Some(case) = case_of(&participants[position(*person)]).or(text.case)
            && !cases.contains(&case)
        {
            cases.push(case);
        }
    }
    if found.is_empty() {
        cases.extend(text.case);
    }
    (found, cases)
}

/// The order of fragments: by text, then where they start, the longer one first.
pub(super) fn reading_order(a: &(At<Text>, &Anchor), b: &(At<Text>, &Anchor)) -> std::cmp::Ordering {
    a.0.cmp(&b.0)
        .then(a.1.span.start.cmp(&b.1.span.start))
        .then(b.1.span.end.cmp(&a.1.span.end))
        .then(a.1.fragment.cmp(&b.1.fragment))
}

/// The row that a text stands for.
impl AsRef<Transcript> for Text {
    fn as_ref(&self) -> &Transcript {
        &self.row
    }
}
