//! Small parts that several screens show: a code as a chip with its tint, words in pieces of which some are marked, who
//! says a turn.

use super::address;
use crate::analysis::{At, CodingAt, ParticipantsOf, Study, Text};
use crate::model::{Code, Span};
use crate::report::Tints;
use std::collections::BTreeMap;

/// A code beside the words that carry it.
pub(super) struct Chip {
    pub(super) name: String,
    /// Its tint and line.
    pub(super) tint: String,
    pub(super) href: String,
    /// Everyone who put it there did so as a counter-example.
    pub(super) counter: bool,
}

/// The codes of codings, each once.
pub(super) fn chips<'c>(study: &Study, tints: &Tints, codings: impl IntoIterator<Item = &'c CodingAt>) -> Vec<Chip> {
    let mut codes: BTreeMap<At<Code>, bool> = BTreeMap::new();
    for coding in codings {
        codes.entry(coding.code).and_modify(|counter| *counter &= coding.counter).or_insert(coding.counter);
    }
    let chip = |(code, counter): (At<Code>, bool)| {
        let name = study.codes[code].name.clone();
        Chip { tint: tints.class(code), href: address::quotes_of_code(&name), name, counter }
    };
    codes.into_iter().map(chip).collect()
}

/// A piece of words.
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) marked: bool,
}

/// Words cut at their marks.
pub(super) fn pieces(words: &str, marks: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |words: Option<&str>, marked| {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            pieces.push(Piece { words: words.to_owned(), marked });
        }
    };
    for mark in marks {
        push(words.get(at..mark.start as usize), false);
        push(words.get(mark.start as usize..mark.end as usize), true);
        at = mark.end as usize;
    }
    push(words.get(at..), false);
    pieces
}

/// Who says a turn: the first of them, their role, and the case.
pub(super) struct Who<'s> {
    pub(super) participant: Option<&'s str>,
    pub(super) role: Option<&'s str>,
    pub(super) case: Option<&'s str>,
    pub(super) interviewer: bool,
}

/// Who says a turn of a text.
pub(super) fn who(study: &Study, at: At<Text>, unit: usize) -> Who<'_> {
    let text = &study.texts[at];
    let speaks = text.speakers_of(unit);
    let first = match speaks {
        ParticipantsOf::Interviewer => None,
        ParticipantsOf::Participants(people) => people.first().copied(),
    };
    let case = first.and_then(|person| study.case_of(person)).or(text.case);
    let person = first.map(|at| &study.participants[at]);
    let role = person.and_then(|person| person.role).and_then(|id| study.role_at(id));
    Who {
        participant: person.map(|person| person.name.as_str()),
        role: role.map(|at| study.roles[at].name.as_str()),
        case: case.map(|at| study.cases[at].name.as_str()),
        interviewer: speaks == ParticipantsOf::Interviewer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_words_into_pieces() {
        let cut = pieces("zo'n vuile was", &[Span { start: 5, end: 10 }, Span { start: 11, end: 14 }]);
        let shown: Vec<String> = cut
            .iter()
            .map(|piece| if piece.marked { format!("[{}]", piece.words) } else { piece.words.clone() })
            .collect();
        assert_eq!(shown, ["zo'n ", "[vuile]", " ", "[was]"]);
        assert_eq!(pieces("", &[]).len(), 0);
    }
}
