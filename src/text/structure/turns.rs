//! Who speaks when. In goes a text with its lines, time marks and headings; out come the speakers in order of
//! appearance and their turns, which never overlap and never move a coding: they are ranges beside the text.
//!
//! A turn runs from its label, with the time mark or number before it, to the next label or heading. What stands before
//! the first label belongs to no turn. A text without speakers has no turns.

use super::candidates::{Candidate, Candidates, Said, gather, is_only_mark};
use super::lines::Lines;
use super::opening;
use super::speakers::{Kind, Label, is_field_value};
use super::times::Mark;
use super::weighing;
use crate::model::{Heading, Span, SpeakerLabel, Turn};
use std::collections::{HashMap, HashSet};

/// The speakers of a text and their turns.
#[derive(Debug, Default)]
pub(super) struct Talk {
    /// In order of appearance.
    pub(super) speakers: Vec<SpeakerLabel>,
    /// In order of the text.
    pub(super) turns: Vec<Turn>,
}

/// Finds the turns. `paragraphs` is how many paragraphs the text has; `bold` is what is bold in the document.
pub(super) fn find(lines: &Lines, marks: &[Mark], headings: &[Heading], bold: &[Span], paragraphs: usize) -> Talk {
    let found = gather(lines, marks, headings, bold);
    let opening = opening::read(lines, &found);
    let accepted = weighing::accepted(lines, &found, &opening.fields, paragraphs);
    let chosen: Vec<&Candidate> =
        found.list.iter().zip(accepted).filter(|(_, accepted)| *accepted).map(|(candidate, _)| candidate).collect();
    if is_no_talk(lines, &chosen) {
        return Talk::default();
    }
    let cast = Cast::of(&found, &chosen, &opening.interviewers);
    let mut turns: Vec<Turn> = Vec::with_capacity(chosen.len());
    for candidate in chosen {
        if let Some(speaker) = cast.speaker_of(candidate.label) {
            let start = label_start(lines, marks, candidate);
            let start = turns.last().map_or(start, |last| start.max(last.label.end as usize));
            let label = Span::new(start, candidate.end as usize);
            turns.push(Turn { span: label, label, speaker });
        }
    }
    close_turns(lines, headings, &mut turns);
    Talk { speakers: cast.speakers, turns }
}

/// A lone label with a name behind it is a header without an interview; labels with nothing under them are a form.
fn is_no_talk(lines: &Lines, chosen: &[&Candidate]) -> bool {
    let lone_name = |candidate: &Candidate| {
        let content = lines.content(candidate.line as usize);
        is_field_value(lines.text.get(candidate.end as usize..content.end).unwrap_or_default())
    };
    chosen.iter().all(|candidate| candidate.said < Said::Words) || (chosen.len() == 1 && lone_name(chosen[0]))
}

/// Where a label starts when a time mark on the lines above belongs to it, as in subtitle files.
fn label_start(lines: &Lines, marks: &[Mark], candidate: &Candidate) -> usize {
    let Some(above) = (candidate.line as usize).checked_sub(1).filter(|line| is_only_mark(lines, marks, *line)) else {
        return candidate.start as usize;
    };
    let numbered = above.checked_sub(1).filter(|line| {
        let words = lines.words(*line);
        let opens_block = line.checked_sub(1).is_none_or(|before| lines.is_blank(before));
        !words.is_empty() && words.len() <= 6 && words.bytes().all(|byte| byte.is_ascii_digit()) && opens_block
    });
    lines.content(numbered.unwrap_or(above)).start
}

/// Ends every turn before the next one or before a heading, without white space.
fn close_turns(lines: &Lines, headings: &[Heading], turns: &mut [Turn]) {
    let text_end = lines.text.len();
    for index in 0..turns.len() {
        let label = turns[index].label;
        let next = turns.get(index + 1).map_or(text_end, |next| next.span.start as usize);
        let after = headings.partition_point(|heading| heading.span.start < label.end);
        let heading = headings.get(after).map_or(text_end, |heading| {
            lines.content(lines.index_of(heading.span.start as usize)).start.max(label.end as usize)
        });
        let end = next.min(heading);
        let said = &lines.text[label.end as usize..end];
        turns[index].span = Span::new(label.start as usize, label.end as usize + said.trim_end().len());
    }
}

/// Which labels are one speaker.
struct Cast {
    speakers: Vec<SpeakerLabel>,
    by_label: HashMap<u32, u16>,
}

impl Cast {
    fn of(found: &Candidates, chosen: &[&Candidate], interviewers: &[String]) -> Self {
        let used: HashSet<u32> = chosen.iter().map(|candidate| candidate.label).collect();
        let joined = join_notes(found, &used);
        let mut cast = Self { speakers: Vec::new(), by_label: HashMap::new() };
        let mut by_person: HashMap<u32, u16> = HashMap::new();
        for candidate in chosen {
            if cast.by_label.contains_key(&candidate.label) {
                continue;
            }
            let person = joined.get(&candidate.label).copied().unwrap_or(candidate.label);
            let Ok(next) = u16::try_from(cast.speakers.len()) else { continue };
            let label = found.label(candidate);
            let speaker = *by_person.entry(person).or_insert(next);
            match cast.speakers.get_mut(speaker as usize) {
                Some(known) => known.interviewer |= label.asks,
                None => cast.speakers.push(SpeakerLabel { label: label.spelling.clone(), interviewer: label.asks }),
            }
            cast.by_label.insert(candidate.label, speaker);
        }
        cast.mark_interviewers(found, interviewers);
        cast
    }

    fn speaker_of(&self, label: u32) -> Option<u16> {
        self.by_label.get(&label).copied()
    }

    /// `V` asks unless an interviewer does; where nobody asks by their label, the header may name who does.
    fn mark_interviewers(&mut self, found: &Candidates, named: &[String]) {
        let is_sure = |label: &u32| {
            let label = &found.labels[*label as usize];
            label.asks && (label.kind == Kind::Known || label.key == "i")
        };
        let sure: HashSet<u16> =
            self.by_label.iter().filter(|(label, _)| is_sure(label)).map(|(_, speaker)| *speaker).collect();
        if !sure.is_empty() {
            for (speaker, index) in self.speakers.iter_mut().zip(0u16..) {
                speaker.interviewer = sure.contains(&index);
            }
        } else if self.speakers.iter().all(|speaker| !speaker.interviewer) {
            for speaker in &mut self.speakers {
                speaker.interviewer = named.iter().any(|name| is_named(&speaker.label, name));
            }
        }
    }
}

/// Labels that are another label with a note behind it: `Anna (moeder)` and `Anna`. Two different notes, as in
/// `Interviewer (Jan)` and `Interviewer (Els)`, are two persons.
fn join_notes(found: &Candidates, used: &HashSet<u32>) -> HashMap<u32, u32> {
    let mut noted: HashMap<String, Vec<u32>> = HashMap::new();
    for label in used {
        if let Some(bare) = found.labels[*label as usize].bare_key() {
            noted.entry(bare).or_default().push(*label);
        }
    }
    let bare = used.iter().map(|label| (found.labels[*label as usize].key.as_str(), *label));
    let bare: HashMap<&str, u32> = bare.collect();
    let single = noted.into_iter().filter(|(_, labels)| labels.len() == 1);
    single.filter_map(|(key, labels)| bare.get(key.as_str()).map(|same| (labels[0], *same))).collect()
}

/// Whether `label` is the person that a header calls `name`: in full, by first name or by initials.
fn is_named(label: &str, name: &str) -> bool {
    let key = |words: &str| Label::read(words).map(|label| label.key);
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let first = name.split_whitespace().next().unwrap_or_default();
    let Some(label) = key(label) else { return false };
    [name, first, &initials].into_iter().filter_map(key).any(|key| key == label)
}

#[cfg(test)]
mod tests {
    use crate::model::{Heading, Span, Structure};
    use crate::text::{Hints, structure};

    fn speakers(found: &Structure) -> Vec<(&str, bool)> {
        found.speakers.iter().map(|speaker| (speaker.label.as_str(), speaker.interviewer)).collect()
    }

    #[test]
    fn who_asks() {
        let cases: [(&str, &[(&str, bool)]); 8] = [
            ("I: Hoe?\nR: Zo.\nI: O.", &[("I", true), ("R", false)]),
            ("V: Hoe?\nA: Zo.\nV: O.\nA: Ja.", &[("V", true), ("A", false)]),
            ("Q: Hoe?\nA: Zo.\nQ: O.\nA: Ja.", &[("Q", true), ("A", false)]),
            ("I: Wie?\nM: Ik.\nV: Ik ook.\nI: En?\nM: Niks.\nV: Nee.", &[("I", true), ("M", false), ("V", false)]),
            (
                "Interviewer: Lotte Smit\nDatum: 4 juni\n\nLotte: Hoe?\nKarim: Zo.\nLotte: O.\nKarim: Ja.",
                &[("Lotte", true), ("Karim", false)],
            ),
            (
                "Interviewer: Lotte Smit\nDatum: 4 juni\n\nLS: Hoe?\nKB: Zo.\nLS: O.\nKB: Ja.",
                &[("LS", true), ("KB", false)],
            ),
            (
                "Jan (interviewer): Hoe?\nAnna: Zo.\nJan (interviewer): O.\nAnna: Ja.",
                &[("Jan (interviewer)", true), ("Anna", false)],
            ),
            (
                "Interviewer 1: Hoe?\nR1: Zo.\nInterviewer 2: O.\nR1: Ja.",
                &[("Interviewer 1", true), ("R1", false), ("Interviewer 2", true)],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(speakers(&structure(text, &Hints::default())), expected, "{text}");
        }
    }

    #[test]
    fn a_note_in_brackets_is_no_second_person() {
        let text = "I: En?\nAnna (moeder): Ja.\nI: O.\nAnna: Nee.\nAnna (lacht): Haha!\nI: Wat?";
        assert_eq!(speakers(&structure(text, &Hints::default())), [("I", true), ("Anna (moeder)", false)]);
    }

    #[test]
    fn turns_end_before_the_next_label_and_before_headings() {
        let text = "Kop\n\nI: Hoe?  \n\n## Deel 2\n\nLosse regel.\n\n[00:01]\nR: Zo.\n\nEn zo. 🙂\n[00:09] I: O.\n\n";
        let found = structure(text, &Hints::default());
        let turns: Vec<(&str, &str)> =
            found.turns.iter().map(|turn| (turn.label.of(text), turn.span.of(text))).collect();
        let expected =
            [("I:", "I: Hoe?"), ("[00:01]\nR:", "[00:01]\nR: Zo.\n\nEn zo. 🙂"), ("[00:09] I:", "[00:09] I: O.")];
        assert_eq!(turns, expected);
        assert_eq!(found.headings.len(), 1);
    }

    #[test]
    fn bold_names_and_headings_of_a_document() {
        let text = "Gesprek\nAnna Ik kwam binnen.\nPiet En toen?\nAnna Toen niks.\nPiet Niks?\n";
        let bold: Vec<Span> = ["Anna Ik", "Piet En", "Anna Toen", "Piet Niks"]
            .iter()
            .filter_map(|start| text.find(start))
            .flat_map(|at| [Span::new(at, at + 2), Span::new(at + 2, at + 4)])
            .collect();
        let headings = vec![Heading { span: Span::new(0, 7), level: 1 }];
        let found = structure(text, &Hints { bold, headings, paragraphs: Vec::new() });
        assert_eq!(speakers(&found), [("Anna", false), ("Piet", false)]);
        assert_eq!(found.turns.len(), 4);
        assert_eq!(found.headings.len(), 1);
        assert_eq!(speakers(&structure(text, &Hints::default())), []);
    }

    #[test]
    fn a_name_set_as_heading_is_a_label() {
        let text = "# Gesprek\n\n## Anna\nIk kwam binnen.\n\n## Interviewer\nEn toen?\n\n## Anna\nToen niks.\n";
        let found = structure(text, &Hints::default());
        assert_eq!(speakers(&found), [("Anna", false), ("Interviewer", true)]);
        assert_eq!(found.headings.iter().map(|heading| heading.span.of(text)).collect::<Vec<_>>(), ["Gesprek"]);
    }
}
