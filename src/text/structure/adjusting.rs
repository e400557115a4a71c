//! What a person knows better than the heuristics: who asks the questions, and what was no speaker at all. The text stays
//! as it is; only who speaks when changes. The words of a label that is none go to the turn before it.

use crate::model::{SpeakerLabel, Structure, Turn};

/// What a speaker label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelRole {
    /// The one who asks.
    Interviewer,
    /// Someone who answers.
    Respondent,
    /// No speaker: a heading, a note, a word with a colon.
    NoSpeaker,
}

/// The roles of the speakers as they were found.
#[must_use]
pub fn label_roles(structure: &Structure) -> Vec<LabelRole> {
    let role = |speaker: &SpeakerLabel| {
        if speaker.interviewer { LabelRole::Interviewer } else { LabelRole::Respondent }
    };
    structure.speakers.iter().map(role).collect()
}

/// The structure with a role for each of its speakers, in their order; a speaker without one keeps what was found.
#[must_use]
pub fn with_roles(found: &Structure, roles: &[LabelRole]) -> Structure {
    let mut speakers: Vec<SpeakerLabel> = Vec::new();
    let mut places: Vec<Option<u16>> = Vec::new();
    for (at, speaker) in found.speakers.iter().enumerate() {
        let interviewer = match roles.get(at) {
            None => speaker.interviewer,
            Some(LabelRole::Interviewer) => true,
            Some(LabelRole::Respondent) => false,
            Some(LabelRole::NoSpeaker) => {
                places.push(None);
                continue;
            }
        };
        // There are no more of them than in what was found.
        places.push(u16::try_from(speakers.len()).ok());
        speakers.push(SpeakerLabel { label: speaker.label.clone(), interviewer });
    }
    let mut turns: Vec<Turn> = Vec::with_capacity(found.turns.len());
    for turn in &found.turns {
        match places.get(usize::from(turn.speaker)).copied().flatten() {
            Some(speaker) => turns.push(Turn { speaker, ..*turn }),
            None => {
                if let Some(before) = turns.last_mut() {
                    before.span.end = turn.span.end;
                }
            }
        }
    }
    Structure {
        lines: found.lines.clone(),
        paragraphs: found.paragraphs.clone(),
        headings: found.headings.clone(),
        speakers,
        turns,
        times: found.times.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Hints, structure};
    use LabelRole::{Interviewer, NoSpeaker, Respondent};

    const TEXT: &str = "I: Hoe gaat het?\nRiek: Goed, hoor.\nLet op: zo'n dag dus.\nI: En ’s avonds?\nRiek: Eén kop thee.\n\
                        Let op: thee.\nRiek: Ja.\n";

    fn told(structure: &Structure) -> Vec<(&str, &str)> {
        let label = |turn: &Turn| structure.speakers[usize::from(turn.speaker)].label.as_str();
        structure.turns.iter().map(|turn| (label(turn), turn.span.of(TEXT))).collect()
    }

    fn found() -> Structure {
        let mut found = structure(TEXT, &Hints::default());
        // However the heuristics weigh it, here it was taken for a speaker.
        if found.speakers.iter().all(|speaker| speaker.label != "Let op") {
            let number = u16::try_from(found.speakers.len()).expect("few");
            found.speakers.push(SpeakerLabel { label: "Let op".to_owned(), interviewer: false });
            for at in TEXT.match_indices("Let op: ").map(|(at, _)| u32::try_from(at).expect("short")) {
                let line_end = at + u32::try_from(TEXT[at as usize..].find('\n').expect("a line")).expect("short");
                let before = found.turns.iter_mut().find(|turn| turn.span.start < at && at < turn.span.end);
                if let Some(before) = before {
                    before.span.end = at - 1;
                }
                let span = crate::model::Span { start: at, end: line_end };
                let label = crate::model::Span { start: at, end: at + 7 };
                found.turns.push(Turn { span, label, speaker: number });
            }
            found.turns.sort_by_key(|turn| turn.span.start);
        }
        found
    }

    fn roles_for(found: &Structure, wanted: &[(&str, LabelRole)]) -> Vec<LabelRole> {
        let role =
            |speaker: &SpeakerLabel| wanted.iter().find(|(label, _)| *label == speaker.label).map(|(_, role)| *role);
        found.speakers.iter().map(|speaker| role(speaker).expect("a known label")).collect()
    }

    #[test]
    fn what_is_no_speaker_belongs_to_the_turn_before() {
        let found = found();
        let roles = roles_for(&found, &[("I", Interviewer), ("Riek", Respondent), ("Let op", NoSpeaker)]);
        let right = with_roles(&found, &roles);
        assert_eq!(
            told(&right),
            [
                ("I", "I: Hoe gaat het?"),
                ("Riek", "Riek: Goed, hoor.\nLet op: zo'n dag dus."),
                ("I", "I: En ’s avonds?"),
                ("Riek", "Riek: Eén kop thee.\nLet op: thee."),
                ("Riek", "Riek: Ja."),
            ]
        );
        assert_eq!(right.speakers.len(), 2);
        assert_eq!((&right.lines, &right.times), (&found.lines, &found.times));
    }

    #[test]
    fn who_asks_can_be_another() {
        let found = found();
        let roles = roles_for(&found, &[("I", Respondent), ("Riek", Interviewer), ("Let op", Respondent)]);
        let right = with_roles(&found, &roles);
        assert_eq!(right.turns, found.turns);
        assert_eq!(label_roles(&right), roles);
    }

    #[test]
    fn with_nobody_left_there_are_no_turns() {
        let found = found();
        let right = with_roles(&found, &vec![NoSpeaker; found.speakers.len()]);
        assert!(right.turns.is_empty() && right.speakers.is_empty());
        assert_eq!(right.units(), found.paragraphs, "paragraphs are then what is read");
        assert_eq!(with_roles(&found, &[]), found, "nothing said, nothing changed");
    }
}
